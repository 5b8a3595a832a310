/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-preview.h"

#include <math.h>

#include "lijn-route.h"
#include "lijn-type.h"

#define HEAD 9.0 /* of an arrow */
#define PIN 22.0
#define WORDS_PADDING 7.0 /* pixels */
#define WORDS_BELOW 22.0

static const LijnPalette *
palette_of (LijnCanvas *canvas)
{
  return lijn_palette_get (lijn_view_get_palette (canvas->view));
}

static cairo_t *
append_cairo (GtkSnapshot *snapshot, const LijnRect *rect)
{
  return gtk_snapshot_append_cairo (
      snapshot,
      &GRAPHENE_RECT_INIT ((float) floor (rect->x), (float) floor (rect->y),
                           (float) ceil (rect->width) + 1, (float) ceil (rect->height) + 1));
}

static void
set_color (cairo_t *cr, const LijnColor *color, double alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, alpha);
}

void
lijn_preview_line (LijnCanvas *canvas, GtkSnapshot *snapshot, const LijnPoint *points, guint n)
{
  LijnRect around = lijn_rect_around (points, n);
  const LijnPoint *end = &points[n - 1], *before = &points[n > 1 ? n - 2 : 0];
  double angle = atan2 (end->y - before->y, end->x - before->x);
  cairo_t *cr = NULL;

  if (n < 2)
    return;
  around = lijn_rect_grow (&around, HEAD);
  cr = append_cairo (snapshot, &around);
  set_color (cr, &palette_of (canvas)->soft, 1);
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (cr, (const double[]){ 5, 3 }, 2, 0);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  cairo_stroke (cr);

  cairo_translate (cr, end->x, end->y);
  cairo_rotate (cr, angle);
  cairo_move_to (cr, 0, 0);
  cairo_line_to (cr, -HEAD, -HEAD / 2);
  cairo_line_to (cr, -HEAD, HEAD / 2);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
}

LijnRect
lijn_preview_middle (const LijnPoint *points, guint n)
{
  const LijnPoint *before = &points[(n - 1) / 2], *after = &points[n / 2];

  return (LijnRect){ (before->x + after->x) / 2, (before->y + after->y) / 2, 0, 0 };
}

void
lijn_preview_flow (LijnCanvas *canvas, GtkSnapshot *snapshot, LijnElement *source,
                   LijnElement *target)
{
  g_autofree LijnPoint *points = NULL;
  LijnRect from, to;
  guint n = 0;

  if (!lijn_layout_get_element_rect (canvas->layout, source, &from) ||
      !lijn_layout_get_element_rect (canvas->layout, target, &to))
    return;
  points = lijn_route_preview (canvas->layout, &from, &to, &n);
  if (points != NULL && n > 1)
    lijn_preview_line (canvas, snapshot, points, n);
}

void
lijn_preview_shape (LijnCanvas *canvas, GtkSnapshot *snapshot, LijnElementKind kind,
                    const LijnRect *rect, LijnLane *lane)
{
  LijnPaintOptions options = lijn_canvas_paint_options (canvas);
  LijnParty *party = lane != NULL ? lijn_lane_get_party (lane) : NULL;
  LijnPartyColors colors = lijn_palette_for_party (options.palette, party);
  LijnRect around = lijn_rect_grow (rect, 4);
  cairo_t *cr = NULL;

  gtk_snapshot_push_opacity (snapshot, 0.6);
  cr = append_cairo (snapshot, &around);
  lijn_paint_shape (cr, kind, LIJN_MARKER_NONE, rect, &colors, FALSE, &options);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
}

void
lijn_preview_pin (LijnCanvas *canvas, GtkSnapshot *snapshot, const LijnPoint *tip)
{
  LijnPaintOptions options = lijn_canvas_paint_options (canvas);
  LijnRect around = { tip->x - PIN, tip->y - 2 * PIN, 2 * PIN, 2 * PIN + 4 };
  cairo_t *cr = append_cairo (snapshot, &around);

  lijn_paint_pin (cr, tip->x, tip->y, PIN, 0, 0, NULL, NULL, &options);
  cairo_destroy (cr);
}

void
lijn_preview_target (LijnCanvas *canvas, GtkSnapshot *snapshot, LijnObject *object)
{
  LijnPaintOptions options = lijn_canvas_paint_options (canvas);
  GskRenderNode *node = lijn_node_cache_get (canvas->halos, canvas->layout, object, &options);

  if (node != NULL)
    gtk_snapshot_append_node (snapshot, node);
}

void
lijn_preview_guide (LijnCanvas *canvas, GtkSnapshot *snapshot, const LijnPoint *from,
                    const LijnPoint *to)
{
  LijnRect around = lijn_rect_around ((const LijnPoint[]){ *from, *to }, 2);
  double width = 1 / lijn_view_get_zoom (canvas->view);
  GdkRGBA rgba;

  lijn_color_to_rgba (&palette_of (canvas)->severity[3], 0.9, &rgba);
  gtk_snapshot_append_color (snapshot, &rgba,
                             &GRAPHENE_RECT_INIT ((float) around.x, (float) around.y,
                                                  (float) MAX (around.width, width),
                                                  (float) MAX (around.height, width)));
}

/* Out of the map's transformation: in pixels. To be ended with gtk_snapshot_restore(). */
static void
begin_pixels (LijnCanvas *canvas, GtkSnapshot *snapshot)
{
  float zoom = (float) lijn_view_get_zoom (canvas->view);
  double x, y;

  lijn_canvas_get_offset (canvas, &x, &y);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, 1 / zoom, 1 / zoom);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

/* Words on a plate with round corners, its padding around @place. */
static void
append_plate (GtkSnapshot *snapshot, PangoLayout *layout, const LijnPoint *place,
              const LijnPoint *padding, const GdkRGBA *fill, const GdkRGBA *ink)
{
  GskRoundedRect outline;
  graphene_rect_t box;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  box = GRAPHENE_RECT_INIT ((float) (place->x - padding->x), (float) (place->y - padding->y),
                            (float) (width + 2 * padding->x), (float) (height + 2 * padding->y));
  gsk_rounded_rect_init_from_rect (&outline, &box, (float) padding->x);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, fill, &box);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) place->x, (float) place->y));
  gtk_snapshot_append_layout (snapshot, layout, ink);
  gtk_snapshot_restore (snapshot);
}

static void
append_ends (LijnCanvas *canvas, GtkSnapshot *snapshot, const LijnPoint *from, const LijnPoint *to)
{
  double half = 4 / lijn_view_get_zoom (canvas->view);
  gboolean level = fabs (from->y - to->y) < fabs (from->x - to->x);
  LijnPoint off = level ? (LijnPoint){ 0, half } : (LijnPoint){ half, 0 };

  for (guint i = 0; i < 2; i++)
    {
      const LijnPoint *end = i == 0 ? from : to;

      lijn_preview_guide (canvas, snapshot, &(LijnPoint){ end->x - off.x, end->y - off.y },
                          &(LijnPoint){ end->x + off.x, end->y + off.y });
    }
}

void
lijn_preview_distance (LijnCanvas *canvas, GtkSnapshot *snapshot, const LijnPoint *from,
                       const LijnPoint *to, double distance, gboolean gap)
{
  g_autofree char *number = g_strdup_printf ("%.0f", distance);
  g_autoptr (PangoLayout) layout = NULL;
  LijnPoint middle = lijn_canvas_from_map (canvas, (from->x + to->x) / 2, (from->y + to->y) / 2);
  LijnPoint place;
  GdkRGBA fill, ink;
  int width, height;

  lijn_preview_guide (canvas, snapshot, from, to);
  if (gap)
    append_ends (canvas, snapshot, from, to);
  if (distance < 1)
    return;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (canvas), number);
  pango_layout_get_pixel_size (layout, &width, &height);
  place = (LijnPoint){ round (middle.x - width / 2.0), round (middle.y - height / 2.0) };
  lijn_color_to_rgba (&palette_of (canvas)->severity[3], 1, &fill);
  lijn_color_to_rgba (&palette_of (canvas)->paper, 1, &ink);
  begin_pixels (canvas, snapshot);
  append_plate (snapshot, layout, &place, &(LijnPoint){ 5, 0 }, &fill, &ink);
  gtk_snapshot_restore (snapshot);
}

void
lijn_preview_words (LijnCanvas *canvas, GtkSnapshot *snapshot, const LijnPoint *at,
                    const char *words)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (canvas), words);
  const LijnPalette *palette = palette_of (canvas);
  LijnPoint place = lijn_canvas_from_map (canvas, at->x, at->y);
  double most_x, most_y;
  int width, height;
  GdkRGBA paper, ink;

  pango_layout_set_width (layout, 320 * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &width, &height);
  most_x = gtk_widget_get_width (GTK_WIDGET (canvas)) - width - WORDS_PADDING;
  most_y = gtk_widget_get_height (GTK_WIDGET (canvas)) - height - WORDS_PADDING;
  place.x = CLAMP (place.x - width / 2.0, WORDS_PADDING, MAX (most_x, WORDS_PADDING));
  place.y = CLAMP (place.y + WORDS_BELOW, WORDS_PADDING, MAX (most_y, WORDS_PADDING));
  lijn_color_to_rgba (&palette->ink, 0.92, &ink);
  lijn_color_to_rgba (&palette->paper, 1, &paper);
  begin_pixels (canvas, snapshot);
  append_plate (snapshot, layout, &place, &(LijnPoint){ WORDS_PADDING, 4 }, &ink, &paper);
  gtk_snapshot_restore (snapshot);
}
