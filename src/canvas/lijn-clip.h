/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-view.h"

G_BEGIN_DECLS

/* A part of a map as it was copied: elements, the flows between them and the interfaces on which
 * these hang, with all that is known of them. It holds nothing of the project that it comes from, so
 * it can be pasted when that is closed, in another one, and in another program.
 *
 * In its own project a copy of what is private is as private; into others, other programs and as
 * text only what is shared goes. */
typedef struct _LijnClip LijnClip;

#define LIJN_TYPE_CLIP (lijn_clip_get_type ())
GType lijn_clip_get_type (void);

LijnClip *lijn_clip_ref (LijnClip *self);
void lijn_clip_unref (LijnClip *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnClip, lijn_clip_unref)

/* Returns: (transfer full) (nullable): the elements among @objects; NULL when there is none. */
LijnClip *lijn_clip_new (GPtrArray *objects);

/* lijn-clip-bytes.c: the form in which other programs hand it on, of what is shared. What comes back
 * is untrusted: nothing of it is believed but texts, numbers and who is connected with whom. */
#define LIJN_CLIP_MIME_TYPE "application/x-waslijn-part"
GBytes *lijn_clip_to_bytes (LijnClip *self); /* (transfer full) */
LijnClip *lijn_clip_from_bytes (GBytes *bytes, GError **error); /* (transfer full) (nullable) */
void lijn_clip_register (void); /* lets clipboards and drags carry clips; once is enough */

/* lijn-clip-paste.c: puts copies on @map as one step called @label. What lay in a lane of @map goes
 * there; else to the lane of the same name of a party of the same role; else to @lane. The first by
 * (@dx, @dy) points from where it was; the second around @at (map coordinates), where what comes from
 * one lane goes to @lane.
 *
 * Returns: (transfer container) (nullable): the new elements. */
GPtrArray *lijn_clip_paste (LijnClip *self, LijnMap *map, LijnLane *lane, double dx, double dy,
                            const char *label, GError **error);
GPtrArray *lijn_clip_paste_at (LijnClip *self, LijnMap *map, LijnLane *lane, const LijnPoint *at,
                               const char *label, GError **error);

/* Returns: how many elements stay behind when it is pasted on @map, because they are private. */
guint lijn_clip_count_held_back (LijnClip *self, LijnMap *map);

/* lijn-clip-text.c. Returns: (transfer full): the shared elements among @objects with their flows as
 * capture text; where there is no element, what the shared ones are called. */
char *lijn_clip_to_text (GPtrArray *objects);

/* Makes of each line of @text what it says, as one step: a line of capture text as that, any other a
 * step after the one before, the first after @after (nullable), in @lane until a line says another.
 *
 * Returns: (transfer container) (nullable): what was made. */
GPtrArray *lijn_clip_paste_text (const char *text, LijnMap *map, LijnElement *after, LijnLane *lane,
                                 GError **error);

G_END_DECLS
