/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-canvas-private.h"

G_BEGIN_DECLS

/* LijnGhost: an element that is not there yet, as it would lie on the map, with the flow that would
 * lead to it. */

/* Copies @new, which stands for an element on the map of @layout; finds a place for one that has none.
 * (transfer full) (nullable): NULL when its lane is not on the map. */
LijnGhost *lijn_ghost_new (LijnLayout *layout, const LijnNewElement *new);
void lijn_ghost_free (LijnGhost *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnGhost, lijn_ghost_free)

const LijnNewElement *lijn_ghost_get_element (LijnGhost *self);
void lijn_ghost_set_label (LijnGhost *self, const char *label); /* of the flow that leads to it */

LijnRect lijn_ghost_get_rect (LijnGhost *self); /* in map coordinates */

/* Where the name of its flow would stand. Returns: FALSE when no flow leads to it. */
gboolean lijn_ghost_get_branch (LijnGhost *self, LijnRect *rect);

/* In map coordinates. */
void lijn_ghost_snapshot (LijnGhost *self, LijnCanvas *canvas, GtkSnapshot *snapshot);

G_END_DECLS
