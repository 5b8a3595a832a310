/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-overview-private.h"

#include <math.h>

/* The map is painted in strips from left to right, each kept as a texture. An edit makes those strips
 * stale that it touches; a while after the last edit they are painted anew, one each time the main
 * loop has nothing better to do, so that neither typing nor panning waits for it. Panning and zooming
 * move the frame only. What is shown reaches a little past the map, so that most edits keep its
 * scale. */

#define ROOM 0.06 /* of the map's size, on every side */
#define WAIT_MS 300

static LijnRect
get_strip (LijnOverview *self, int i)
{
  double width = self->area.width / LIJN_OVERVIEW_STRIPS;

  return (LijnRect){ self->area.x + i * width, self->area.y, width, self->area.height };
}

static void
paint_strip (LijnOverview *self, int i)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double scale = self->scale * factor;
  LijnRect part = get_strip (self, i);
  int width = (int) MAX (ceil (part.width * scale), 1);
  int height = (int) MAX (ceil (part.height * scale), 1);
  LijnPaintOptions options = {
    .palette = lijn_view_get_palette (self->view),
    .scale = scale,
    .pins = TRUE,
    .overlay = lijn_view_get_overlay (self->view),
  };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autoptr (GBytes) pixels = NULL;
  cairo_t *cr = cairo_create (surface);
  int stride;

  cairo_scale (cr, width / part.width, height / part.height);
  cairo_translate (cr, -part.x, -part.y);
  lijn_paint_map (cr, self->layout, &options, &part);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = cairo_image_surface_get_stride (surface);
  pixels = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) height);
  cairo_surface_destroy (surface);

  g_clear_object (&self->strips[i].texture);
  self->strips[i].texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, pixels,
                                                    (gsize) stride);
  self->strips[i].stale = FALSE;
  self->painted++;
}

static gboolean
paint_cb (gpointer data)
{
  LijnOverview *self = data;

  for (int i = 0; i < LIJN_OVERVIEW_STRIPS; i++)
    if (self->strips[i].stale)
      {
        paint_strip (self, i);
        gtk_widget_queue_draw (GTK_WIDGET (self));
        return G_SOURCE_CONTINUE;
      }
  self->paint_id = 0;
  return G_SOURCE_REMOVE;
}

/* Shows all of the map as it is now, and paints all of it. */
static void
measure_map (LijnOverview *self)
{
  LijnRect bounds = lijn_layout_get_bounds (self->layout);
  double room = MAX (bounds.width, bounds.height) * ROOM;

  self->area = lijn_rect_grow (&bounds, MAX (room, 40));
  self->scale = MIN (LIJN_OVERVIEW_WIDTH / self->area.width,
                     LIJN_OVERVIEW_MOST_HEIGHT / self->area.height);
  for (int i = 0; i < LIJN_OVERVIEW_STRIPS; i++)
    self->strips[i].stale = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Whether the map has outgrown what is shown, or is much smaller. */
static gboolean
is_out_of_measure (LijnOverview *self)
{
  LijnRect bounds = lijn_layout_get_bounds (self->layout);
  LijnRect both = lijn_rect_union (&self->area, &bounds);

  return !lijn_rect_equal (&both, &self->area) || bounds.width < self->area.width * 0.7 ||
         bounds.height < self->area.height * 0.7;
}

static gboolean
wait_cb (gpointer data)
{
  LijnOverview *self = data;

  self->wait_id = 0;
  if (is_out_of_measure (self))
    measure_map (self);
  lijn_overview_begin_painting (self);
  return G_SOURCE_REMOVE;
}

static void
paint_soon (LijnOverview *self)
{
  if (self->layout == NULL)
    return;
  g_clear_handle_id (&self->wait_id, g_source_remove);
  self->wait_id = g_timeout_add (WAIT_MS, wait_cb, self);
}

static void
layout_changed_cb (LijnLayout *layout, const LijnRect *area, LijnOverview *self)
{
  for (int i = 0; i < LIJN_OVERVIEW_STRIPS; i++)
    {
      LijnRect strip = get_strip (self, i);

      if (area == NULL || lijn_rect_intersects (&strip, area))
        self->strips[i].stale = TRUE;
    }
  paint_soon (self);
}

void
lijn_overview_set_layout (LijnOverview *self, LijnLayout *layout)
{
  if (self->layout != NULL)
    g_clear_signal_handler (&self->layout_id, self->layout);
  g_clear_handle_id (&self->wait_id, g_source_remove);
  g_clear_handle_id (&self->paint_id, g_source_remove);
  for (int i = 0; i < LIJN_OVERVIEW_STRIPS; i++)
    g_clear_object (&self->strips[i].texture);
  g_set_object (&self->layout, layout);
  if (layout == NULL)
    return;
  self->layout_id = g_signal_connect (layout, "changed", G_CALLBACK (layout_changed_cb), self);
  measure_map (self);
  lijn_overview_begin_painting (self);
}

void
lijn_overview_begin_painting (LijnOverview *self)
{
  if (self->paint_id == 0 && self->layout != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->paint_id = g_idle_add_full (G_PRIORITY_LOW, paint_cb, self, NULL);
}

void
lijn_overview_repaint (LijnOverview *self)
{
  if (self->layout == NULL)
    return;
  for (int i = 0; i < LIJN_OVERVIEW_STRIPS; i++)
    self->strips[i].stale = TRUE;
  lijn_overview_begin_painting (self);
}

void
lijn_overview_append_strips (LijnOverview *self, GtkSnapshot *snapshot, LijnPoint offset)
{
  for (int i = 0; i < LIJN_OVERVIEW_STRIPS; i++)
    {
      LijnRect strip = get_strip (self, i);

      if (self->strips[i].texture != NULL)
        gtk_snapshot_append_texture (
            snapshot, self->strips[i].texture,
            &GRAPHENE_RECT_INIT ((float) (offset.x + (strip.x - self->area.x) * self->scale),
                                 (float) offset.y, (float) (strip.width * self->scale),
                                 (float) (strip.height * self->scale)));
    }
}
