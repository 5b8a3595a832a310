/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lijn-paint.h"

G_BEGIN_DECLS

/* Objects as they were painted, a render node each, in map coordinates: so a frame paints only what
 * looks different since the last one. What is far out of sight is let go in time. */
typedef struct _LijnNodeCache LijnNodeCache;

typedef void (*LijnNodePaint) (cairo_t *cr, LijnLayout *layout, LijnObject *object,
                               const LijnPaintOptions *options);

/* @paint: lijn_paint_object() or lijn_paint_halo(). @margin: points around an object's bounds that
 * belong to its looks. */
LijnNodeCache *lijn_node_cache_new (LijnNodePaint paint, double margin);
void lijn_node_cache_free (LijnNodeCache *self);

/* Returns: (transfer none) (nullable): the node of @object, painted now unless it is there; NULL for
 * what is not on the map. With other @options than at the last call, everything is painted anew. */
GskRenderNode *lijn_node_cache_get (LijnNodeCache *self, LijnLayout *layout, LijnObject *object,
                                    const LijnPaintOptions *options);

void lijn_node_cache_drop (LijnNodeCache *self, LijnObject *object);
void lijn_node_cache_drop_gone (LijnNodeCache *self);
void lijn_node_cache_clear (LijnNodeCache *self);

/* Returns: how many objects have been painted since the cache was made. */
guint lijn_node_cache_count_painted (LijnNodeCache *self);

G_END_DECLS
