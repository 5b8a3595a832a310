/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-paint.h"

G_BEGIN_DECLS

/* A part of a map as a picture: how it looked when this was made, whatever happens to it after. It
 * is recorded without pixels; those are made when they are asked for. */
typedef struct _LijnExcerpt LijnExcerpt;

/* Records those of @objects (element-type LijnObject) that @audience may see, with the flows between
 * its elements, their interfaces and the friction points on all of these.
 *
 * Returns: (transfer full) (nullable): NULL when there is nothing to be seen. */
LijnExcerpt *lijn_excerpt_new (LijnMap *map, GPtrArray *objects, const LijnAudience *audience);
LijnExcerpt *lijn_excerpt_ref (LijnExcerpt *self);
void lijn_excerpt_unref (LijnExcerpt *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnExcerpt, lijn_excerpt_unref)

/* Returns: (transfer full): the file; empty when there was no memory for it. @scale: pixels a
 * point; lowered where the picture would be larger than pictures can be. */
GBytes *lijn_excerpt_to_svg (LijnExcerpt *self);
GBytes *lijn_excerpt_to_png (LijnExcerpt *self, double scale);
cairo_surface_t *lijn_excerpt_render (LijnExcerpt *self, double scale); /* (transfer full) */

G_END_DECLS
