/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-node-cache.h"

#include <math.h>

/* Far more than can be read at once; a map shown whole may be larger, and then its nodes live on for
 * as long as each frame asks for them. */
#define ENOUGH 4000

typedef struct
{
  GskRenderNode *node; /* (nullable): nothing to be seen */
  guint64 used; /* the number of the request that asked for it last */
} Entry;

struct _LijnNodeCache
{
  LijnNodePaint paint;
  double margin;
  LijnPaintOptions options;
  GHashTable *entries; /* (key LijnObject) (value Entry) */
  guint64 requests, swept;
  guint painted;
};

static void
entry_free (Entry *entry)
{
  g_clear_pointer (&entry->node, gsk_render_node_unref);
  g_free (entry);
}

static gboolean
is_gone (gpointer key, gpointer value, gpointer data)
{
  return lijn_object_is_gone (key);
}

static gboolean
is_old (gpointer key, gpointer value, gpointer data)
{
  const Entry *entry = value;
  const guint64 *since = data;

  return entry->used < *since;
}

/* Lets go of what the last requests, as many as there are entries, did not ask for. */
static void
sweep (LijnNodeCache *self)
{
  guint n = g_hash_table_size (self->entries);
  guint64 since = self->requests > n ? self->requests - n : 0;

  if (n < ENOUGH || self->requests - self->swept < 2 * (guint64) n)
    return;
  g_hash_table_foreach_remove (self->entries, is_old, &since);
  self->swept = self->requests;
}

/* A renderer without OpenGL rounds a node's edges down to whole pixels: a map shown small needs room
 * for that, or steps lose their right side. */
static double
get_margin (LijnNodeCache *self)
{
  double scale = self->options.scale;

  return self->margin + (scale > 0 && scale < 1 ? 2 / scale : 0);
}

/* Each node is painted at the origin and moved to its place: without OpenGL, Cairo fits a node's scale
 * to whole pixels, and far from the origin that would shift what is painted out of its own bounds. */
static GskRenderNode *
paint (LijnNodeCache *self, LijnLayout *layout, LijnObject *object)
{
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GskTransform) to_place = NULL;
  graphene_point_t place;
  LijnRect bounds;
  cairo_t *cr = NULL;

  if (!lijn_layout_get_object_bounds (layout, object, &bounds))
    return NULL;

  bounds = lijn_rect_grow (&bounds, get_margin (self));
  place = GRAPHENE_POINT_INIT ((float) floor (bounds.x), (float) floor (bounds.y));
  node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) ceil (bounds.width) + 1,
                                                  (float) ceil (bounds.height) + 1));
  cr = gsk_cairo_node_get_draw_context (node);
  cairo_translate (cr, -(double) place.x, -(double) place.y);
  self->paint (cr, layout, object, &self->options);
  cairo_destroy (cr);
  self->painted++;
  to_place = gsk_transform_translate (NULL, &place);
  return gsk_transform_node_new (node, to_place);
}

LijnNodeCache *
lijn_node_cache_new (LijnNodePaint paint_object, double margin)
{
  LijnNodeCache *self = g_new0 (LijnNodeCache, 1);

  self->paint = paint_object;
  self->margin = margin;
  self->entries = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) entry_free);
  return self;
}

void
lijn_node_cache_free (LijnNodeCache *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

GskRenderNode *
lijn_node_cache_get (LijnNodeCache *self, LijnLayout *layout, LijnObject *object,
                     const LijnPaintOptions *options)
{
  Entry *entry = NULL;

  if (options->palette != self->options.palette || options->scale != self->options.scale ||
      options->pins != self->options.pins || options->overlay != self->options.overlay)
    {
      lijn_node_cache_clear (self);
      self->options = *options;
    }

  self->requests++;
  entry = g_hash_table_lookup (self->entries, object);
  if (entry == NULL)
    {
      sweep (self);
      entry = g_new0 (Entry, 1);
      entry->node = paint (self, layout, object);
      g_hash_table_insert (self->entries, g_object_ref (object), entry);
    }
  entry->used = self->requests;
  return entry->node;
}

void
lijn_node_cache_drop (LijnNodeCache *self, LijnObject *object)
{
  g_hash_table_remove (self->entries, object);
}

void
lijn_node_cache_drop_gone (LijnNodeCache *self)
{
  g_hash_table_foreach_remove (self->entries, is_gone, NULL);
}

void
lijn_node_cache_clear (LijnNodeCache *self)
{
  g_hash_table_remove_all (self->entries);
}

guint
lijn_node_cache_count_painted (LijnNodeCache *self)
{
  return self->painted;
}
