/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-tiles.h"

#include <math.h>

/* Tiles lie in a grid from the map's origin on, so that a pan needs only what comes into sight. There
 * are those of the present zoom and, until all of these in sight are there, those of the one before. A
 * frame that shows something in any case spends no more than its budget on painting and asks
 * for another one; the first of all paints what is in sight. */

#define SIDE 256 /* pixels */
#define BUDGET (6 * G_TIME_SPAN_MILLISECOND)
#define REST_MS 90 /* without a change of zoom, until it is worth painting for it */
#define MOST_TILES 160 /* 40 MB; more where more are in sight */

typedef struct
{
  GdkTexture *texture; /* (nullable): not painted yet */
  LijnRect stale; /* in map coordinates: to be painted anew; no width: nothing */
  guint frame; /* that showed it last */
} Tile;

typedef struct
{
  double zoom;
  GHashTable *tiles; /* (key gint64) place in the grid (value Tile) */
} Level;

struct _LijnTiles
{
  GtkWidget *widget;
  LijnTilePaint paint;
  gpointer data;
  Level now, before;
  LijnPaintOptions options;
  LijnSight sight;
  LijnRect seen; /* of the map, in pixels from its origin */
  int left, top, right, bottom; /* columns and rows in sight; right and bottom one further */
  gboolean complete;
  int factor; /* device pixels a pixel */
  gint64 zoomed; /* when the zoom changed last */
  guint frame;
  guint more_id;
  guint painted;
  guint64 pixels;
};

static void
tile_free (Tile *tile)
{
  g_clear_object (&tile->texture);
  g_free (tile);
}

static void
level_init (Level *level)
{
  level->zoom = 0;
  level->tiles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                        (GDestroyNotify) tile_free);
}

static gint64
key_of (int column, int row)
{
  return (gint64) ((guint64) (guint32) column << 32 | (guint32) row);
}

static void
place_of (gint64 key, int *column, int *row)
{
  *column = (gint32) (guint32) ((guint64) key >> 32);
  *row = (gint32) (guint32) key;
}

static LijnRect
tile_area (const Level *level, int column, int row)
{
  double side = SIDE / level->zoom;

  return (LijnRect){ column * side, row * side, side, side };
}

static cairo_surface_t *
make_surface (LijnTiles *self, GdkTexture *texture)
{
  int side = SIDE * self->factor;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side, side);

  if (texture != NULL)
    {
      gdk_texture_download (texture, cairo_image_surface_get_data (surface),
                            (gsize) cairo_image_surface_get_stride (surface));
      cairo_surface_mark_dirty (surface);
    }
  return surface;
}

static void
take_texture (Tile *tile, cairo_surface_t *surface)
{
  int side = cairo_image_surface_get_width (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) pixels = NULL;

  cairo_surface_flush (surface);
  pixels = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                       stride * (gsize) side,
                                       (GDestroyNotify) cairo_surface_destroy, surface);
  g_clear_object (&tile->texture);
  tile->texture = gdk_memory_texture_new (side, side, GDK_MEMORY_DEFAULT, pixels, stride);
}

/* Paints @part of the tile, rounded to whole device pixels, over what it was. */
static void
paint_part (LijnTiles *self, LijnLayout *layout, const LijnPaintOptions *options,
            const Level *level, Tile *tile, const LijnRect *area, const LijnRect *part)
{
  double scale = level->zoom * self->factor;
  double side = SIDE * self->factor;
  double left = MAX (floor ((part->x - area->x) * scale), 0);
  double top = MAX (floor ((part->y - area->y) * scale), 0);
  double right = MIN (ceil ((part->x + part->width - area->x) * scale), side);
  double bottom = MIN (ceil ((part->y + part->height - area->y) * scale), side);
  LijnRect rect = { area->x + left / scale, area->y + top / scale, (right - left) / scale,
                    (bottom - top) / scale };
  cairo_surface_t *surface = NULL;
  cairo_t *cr = NULL;

  if (right <= left || bottom <= top)
    return;
  surface = make_surface (self, tile->texture);
  cr = cairo_create (surface);
  cairo_rectangle (cr, left, top, right - left, bottom - top);
  cairo_clip (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -area->x, -area->y);
  self->paint (cr, layout, &rect, options, self->data);
  cairo_destroy (cr);
  take_texture (tile, surface);
  self->painted++;
  self->pixels += (guint64) ((right - left) * (bottom - top));
}

static void
bring_up_to_date (LijnTiles *self, LijnLayout *layout, const LijnPaintOptions *options,
                  const Level *level, Tile *tile, int column, int row)
{
  LijnRect area = tile_area (level, column, row);

  paint_part (self, layout, options, level, tile, &area,
              tile->texture != NULL ? &tile->stale : &area);
  tile->stale.width = 0;
}

static gboolean
is_up_to_date (const Tile *tile)
{
  return tile->texture != NULL && tile->stale.width <= 0;
}

static Tile *
get_tile (Level *level, int column, int row)
{
  gint64 key = key_of (column, row);
  Tile *tile = g_hash_table_lookup (level->tiles, &key);

  if (tile == NULL)
    {
      tile = g_new0 (Tile, 1);
      g_hash_table_insert (level->tiles, g_memdup2 (&key, sizeof key), tile);
    }
  return tile;
}

static gboolean
more_cb (gpointer data)
{
  LijnTiles *self = data;

  self->more_id = 0;
  gtk_widget_queue_draw (self->widget);
  return G_SOURCE_REMOVE;
}

static void
draw_more_in (LijnTiles *self, guint ms)
{
  if (self->more_id == 0)
    self->more_id = g_timeout_add (ms, more_cb, self);
}

static void
append_tile (LijnTiles *self, GtkSnapshot *snapshot, const Level *level, const Tile *tile,
             int column, int row)
{
  const LijnSight *sight = &self->sight;
  double side = SIDE * sight->zoom / level->zoom;
  double x = column * side - sight->x;
  double y = row * side - sight->y;

  if (tile->texture != NULL && x + side > 0 && x < sight->width && y + side > 0 &&
      y < sight->height)
    gtk_snapshot_append_texture (
        snapshot, tile->texture,
        &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) side, (float) side));
}

static void
append_level (LijnTiles *self, GtkSnapshot *snapshot, const Level *level)
{
  GHashTableIter iter;
  gpointer key, value;
  int column, row;

  g_hash_table_iter_init (&iter, level->tiles);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      place_of (*(gint64 *) key, &column, &row);
      append_tile (self, snapshot, level, value, column, row);
    }
}

static gboolean
is_unused (gpointer key, gpointer value, gpointer data)
{
  const Tile *tile = value;
  const LijnTiles *self = data;

  return tile->frame + 1 < self->frame;
}

static gboolean
is_same_look (const LijnPaintOptions *one, const LijnPaintOptions *other)
{
  return one->palette == other->palette && one->pins == other->pins &&
         one->overlay == other->overlay;
}

static void
set_zoom (LijnTiles *self, double zoom)
{
  if (self->now.zoom == zoom)
    return;
  if (g_hash_table_size (self->now.tiles) > 0)
    {
      g_hash_table_unref (self->before.tiles);
      self->before = self->now;
      level_init (&self->now);
    }
  self->now.zoom = zoom;
  self->zoomed = g_get_monotonic_time ();
}

/* Whether the tiles of the zoom before show something while those of this one are not there. */
static gboolean
may_wait (LijnTiles *self)
{
  return g_hash_table_size (self->before.tiles) > 0;
}

/* The tiles that there is something to be seen on: a map may be far smaller than the window. */
static void
find_in_sight (LijnTiles *self, LijnLayout *layout)
{
  const LijnSight *sight = &self->sight;
  LijnRect bounds = lijn_layout_get_bounds (layout);
  double zoom = sight->zoom;
  double left, top, right, bottom;

  bounds = lijn_rect_grow (&bounds, 2 / zoom);
  left = MAX (sight->x, bounds.x * zoom);
  top = MAX (sight->y, bounds.y * zoom);
  right = MIN (sight->x + sight->width, (bounds.x + bounds.width) * zoom);
  bottom = MIN (sight->y + sight->height, (bounds.y + bounds.height) * zoom);
  self->seen = (LijnRect){ left, top, MAX (right - left, 0), MAX (bottom - top, 0) };
  self->left = (int) floor (left / SIDE);
  self->top = (int) floor (top / SIDE);
  self->right = (int) ceil (right / SIDE);
  self->bottom = (int) ceil (bottom / SIDE);
}

/* Returns: whether all in sight is as it is to be. */
static gboolean
paint_in_sight (LijnTiles *self, LijnLayout *layout, const LijnPaintOptions *options)
{
  gint64 start = g_get_monotonic_time ();
  gboolean all = TRUE;

  for (int row = self->top; row < self->bottom; row++)
    for (int column = self->left; column < self->right; column++)
      {
        Tile *tile = get_tile (&self->now, column, row);

        tile->frame = self->frame;
        if (is_up_to_date (tile))
          continue;
        if (may_wait (self) && g_get_monotonic_time () - start > BUDGET)
          all = FALSE;
        else
          bring_up_to_date (self, layout, options, &self->now, tile, column, row);
      }
  return all;
}

LijnTiles *
lijn_tiles_new (GtkWidget *widget, LijnTilePaint paint, gpointer data)
{
  LijnTiles *self = g_new0 (LijnTiles, 1);

  self->widget = widget;
  self->paint = paint;
  self->data = data;
  level_init (&self->now);
  level_init (&self->before);
  return self;
}

void
lijn_tiles_free (LijnTiles *self)
{
  g_clear_handle_id (&self->more_id, g_source_remove);
  g_hash_table_unref (self->now.tiles);
  g_hash_table_unref (self->before.tiles);
  g_free (self);
}

gboolean
lijn_tiles_paint (LijnTiles *self, LijnLayout *layout, const LijnPaintOptions *options,
                  const LijnSight *sight)
{
  int factor = gtk_widget_get_scale_factor (self->widget);
  gint64 rested;

  if (factor != self->factor || !is_same_look (options, &self->options))
    lijn_tiles_clear (self);
  self->factor = factor;
  self->options = *options;
  self->sight = *sight;
  self->frame++;
  set_zoom (self, sight->zoom);
  find_in_sight (self, layout);

  rested = g_get_monotonic_time () - self->zoomed;
  self->complete = (!may_wait (self) || rested >= REST_MS * G_TIME_SPAN_MILLISECOND) &&
                   paint_in_sight (self, layout, options);
  if (!self->complete)
    draw_more_in (self, rested < REST_MS * G_TIME_SPAN_MILLISECOND ? REST_MS : 0);
  else
    g_hash_table_remove_all (self->before.tiles);
  if (g_hash_table_size (self->now.tiles) > MOST_TILES)
    g_hash_table_foreach_remove (self->now.tiles, is_unused, self);
  return self->complete;
}

void
lijn_tiles_append (LijnTiles *self, GtkSnapshot *snapshot)
{
  if (!self->complete)
    append_level (self, snapshot, &self->before);
  append_level (self, snapshot, &self->now);
}

/* Whether the tiles of @level, at another zoom, show all of the map that is in sight. */
static gboolean
covers (LijnTiles *self, Level *level)
{
  double scale = level->zoom / self->sight.zoom;
  int left = (int) floor (self->seen.x * scale / SIDE);
  int top = (int) floor (self->seen.y * scale / SIDE);
  int right = (int) ceil ((self->seen.x + self->seen.width) * scale / SIDE);
  int bottom = (int) ceil ((self->seen.y + self->seen.height) * scale / SIDE);

  if (g_hash_table_size (level->tiles) == 0)
    return FALSE;
  for (int row = top; row < bottom; row++)
    for (int column = left; column < right; column++)
      {
        gint64 key = key_of (column, row);
        const Tile *tile = g_hash_table_lookup (level->tiles, &key);

        if (tile == NULL || tile->texture == NULL)
          return FALSE;
      }
  return TRUE;
}

gboolean
lijn_tiles_cover (LijnTiles *self)
{
  return self->complete || covers (self, &self->before);
}

static void
change_level (Level *level, const LijnRect *area)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, level->tiles);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      Tile *tile = value;
      LijnRect place;
      int column, row;

      place_of (*(gint64 *) key, &column, &row);
      place = tile_area (level, column, row);
      if (!lijn_rect_intersects (&place, area))
        continue;
      tile->stale = tile->stale.width > 0 ? lijn_rect_union (&tile->stale, area) : *area;
    }
}

void
lijn_tiles_change (LijnTiles *self, const LijnRect *area)
{
  change_level (&self->now, area);
}

void
lijn_tiles_clear (LijnTiles *self)
{
  g_hash_table_remove_all (self->now.tiles);
  g_hash_table_remove_all (self->before.tiles);
}

gboolean
lijn_tiles_is_complete (LijnTiles *self)
{
  return self->complete;
}

guint
lijn_tiles_count_painted (LijnTiles *self, guint64 *pixels)
{
  if (pixels != NULL)
    *pixels = self->pixels;
  return self->painted;
}
