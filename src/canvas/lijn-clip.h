/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-view.h"

G_BEGIN_DECLS

/* Elements, and the flows between them, as they were copied: whole within this program, for pasting on
 * any map; as text, only what is shared, for other programs. */
typedef struct _LijnClip LijnClip;

#define LIJN_TYPE_CLIP (lijn_clip_get_type ())
GType lijn_clip_get_type (void);

LijnClip *lijn_clip_copy (LijnClip *self);
void lijn_clip_free (LijnClip *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnClip, lijn_clip_free)

/* Returns: (transfer full) (nullable): the elements among @objects; NULL when there is none. */
LijnClip *lijn_clip_new (GPtrArray *objects);

/* Puts copies on @map as one step called @label, (@dx, @dy) points from where they were; in @lane what
 * comes from a lane that is not on this map.
 *
 * Returns: (transfer container) (nullable): the new elements. */
GPtrArray *lijn_clip_paste (LijnClip *self, LijnMap *map, LijnLane *lane, double dx, double dy,
                            const char *label, GError **error);

/* Returns: (transfer full): the shared ones of @objects, a line each from left to right: "Party / Lane:
 * name". */
char *lijn_clip_to_text (GPtrArray *objects);

/* Makes a step of each line of @text as one step, each after the one before it and the first after
 * @after (nullable): in the lane that the line names as lijn_clip_to_text() does, else in the lane of
 * the step before, else in @lane.
 *
 * Returns: (transfer container) (nullable): the new steps. */
GPtrArray *lijn_clip_paste_text (const char *text, LijnMap *map, LijnElement *after, LijnLane *lane,
                                 GError **error);

G_END_DECLS
