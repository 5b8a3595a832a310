/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-rules.h"

G_BEGIN_DECLS

/* What one party has drawn of the other is an assumption until the other confirms it. */

/* Returns: whether @object is an element or interface that waits for confirmation. */
gboolean lijn_object_is_assumed (LijnObject *object);

/* Whether @party (nullable: nobody has said for whom he speaks) may confirm @object: an element is
 * confirmed by the party in whose lane it lies, an interface by a side that did not draw it. */
gboolean lijn_rules_confirm (LijnObject *object, LijnParty *party, GError **error);

/* Returns: the assumptions on @map (NULL: all maps) that @party may confirm (NULL: all), in the
 * order in which one walks past them: map by map, elements and interfaces from left to right.
 * (transfer full) (element-type LijnObject) */
GPtrArray *lijn_assumed_list (LijnProject *project, LijnMap *map, LijnParty *party);

/* Returns: those in @lane, from left to right. (transfer full) (element-type LijnObject) */
GPtrArray *lijn_assumed_list_lane (LijnLane *lane);

G_END_DECLS
