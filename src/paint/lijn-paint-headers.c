/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-private.h"

#include <glib/gi18n.h>

/* What says whose ground it is: the parties' bands and the lanes' headers, with their names on their
 * sides; a collapsed lane has its name lying, with the number of elements that are in it. On the map,
 * and by themselves for laying over a map that was scrolled away under them. */

#define BAND_SIZE 13.0
#define LANE_SIZE 12.0
#define SIGN 4.5 /* half the width of the triangle */
#define LABEL_LEFT 26.0 /* from a collapsed lane's left edge to its name */
#define LABEL_WIDTH 320.0 /* of its name, at most */
#define LABEL_GAP 10.0
#define SHADE 0.13

/* Text on its side, read from below, in the middle of @rect. */
static void
draw_turned (const LijnBrush *brush, const char *text, const LijnRect *rect,
             const LijnSetting *style)
{
  LijnSetting setting = *style;
  LijnPoint middle = lijn_rect_center (rect);
  cairo_t *cr = brush->cr;

  setting.width = MAX (rect->height - 12, 12);
  setting.height = rect->width - 2;
  setting.align = PANGO_ALIGN_CENTER;
  cairo_save (cr);
  cairo_translate (cr, middle.x, middle.y);
  cairo_rotate (cr, -G_PI / 2);
  lijn_brush_text_middle (brush, lijn_text_fit (text, &setting), 0, 0);
  cairo_restore (cr);
}

void
lijn_brush_party_band (const LijnBrush *brush, const LijnPartyBox *box,
                       const LijnPartyColors *colors)
{
  LijnSetting setting = { .style = LIJN_TYPE_STRONG, .size = BAND_SIZE };
  LijnColor white = { 1, 1, 1 };
  const LijnColor *name = brush->options->palette == LIJN_PALETTE_DARK ? &brush->palette->paper
                                                                       : &white;

  lijn_brush_rounded (brush, &box->header, LIJN_PARTY_RADIUS, LIJN_CORNER_LEFT);
  lijn_brush_set (brush, &colors->hue);
  cairo_fill (brush->cr);
  if (!lijn_brush_can_read (brush, BAND_SIZE))
    return;
  lijn_brush_set (brush, name);
  draw_turned (brush, lijn_party_get_name (box->party), &box->header, &setting);
}

static void
draw_sign (const LijnBrush *brush, double x, double y, gboolean open)
{
  cairo_t *cr = brush->cr;

  lijn_brush_set (brush, &brush->palette->soft);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  if (!open)
    cairo_rotate (cr, -G_PI / 2);
  cairo_new_path (cr);
  cairo_move_to (cr, -SIGN, -SIGN * 0.55);
  cairo_line_to (cr, SIGN, -SIGN * 0.55);
  cairo_line_to (cr, 0, SIGN * 0.65);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

void
lijn_paint_fold_sign (cairo_t *cr, double x, double y, gboolean open,
                      const LijnPaintOptions *options)
{
  LijnBrush brush = lijn_brush (cr, NULL, options);

  draw_sign (&brush, x, y, open);
}

static PangoLayout *
set_label (const char *name)
{
  LijnSetting setting = { .style = LIJN_TYPE_BODY,
                          .size = LANE_SIZE,
                          .weight = PANGO_WEIGHT_MEDIUM,
                          .width = LABEL_WIDTH,
                          .height = 1 };

  return lijn_text_get (name, &setting);
}

static PangoLayout *
set_count (const LijnBrush *brush, LijnLane *lane)
{
  LijnSetting setting = { .style = LIJN_TYPE_LABEL };
  guint n = lijn_layout_count_in_lane (brush->layout, lane);
  g_autofree char *words = g_strdup_printf (ngettext ("%u element", "%u elements", n), n);

  return lijn_text_get (words, &setting);
}

/* How far to the right the name and number of a collapsed lane reach. */
static double
label_right (const LijnBrush *brush, const LijnLaneBox *lane)
{
  double name, count, height;

  lijn_text_get_size (set_label (lijn_lane_get_name (lane->lane)), &name, &height);
  lijn_text_get_size (set_count (brush, lane->lane), &count, &height);
  return lane->rect.x + LABEL_LEFT + name + LABEL_GAP + count;
}

static void
draw_collapsed (const LijnBrush *brush, const LijnLaneBox *lane)
{
  double middle = lane->rect.y + lane->rect.height / 2;
  double x = lane->rect.x + LABEL_LEFT;
  double width, height;
  PangoLayout *text;

  draw_sign (brush, lane->rect.x + 13, middle, FALSE);
  text = set_label (lijn_lane_get_name (lane->lane));
  lijn_text_get_size (text, &width, &height);
  lijn_brush_set (brush, &brush->palette->ink);
  lijn_brush_text (brush, text, x, middle - height / 2);
  x += width + LABEL_GAP;
  text = set_count (brush, lane->lane);
  lijn_text_get_size (text, &width, &height);
  lijn_brush_set (brush, &brush->palette->soft);
  lijn_brush_text (brush, text, x, middle - height / 2);
}

void
lijn_brush_lane_name (const LijnBrush *brush, const LijnLaneBox *lane)
{
  LijnSetting setting = { .style = LIJN_TYPE_BODY,
                          .size = LANE_SIZE,
                          .weight = PANGO_WEIGHT_MEDIUM };

  if (!lijn_brush_can_read (brush, LANE_SIZE))
    return;
  if (lane->collapsed)
    {
      draw_collapsed (brush, lane);
      return;
    }
  lijn_brush_set (brush, &brush->palette->ink);
  draw_turned (brush, lijn_lane_get_name (lane->lane), &lane->header, &setting);
}

/* By themselves. */

static void
fill_rect (const LijnBrush *brush, const LijnColor *color, double alpha, const LijnRect *rect)
{
  cairo_set_source_rgba (brush->cr, color->red, color->green, color->blue, alpha);
  cairo_rectangle (brush->cr, rect->x, rect->y, rect->width, rect->height);
  cairo_fill (brush->cr);
}

/* A shadow that fades to the right of @x: what is under it goes on there. */
static void
draw_soft_edge (const LijnBrush *brush, double x, double y, double height)
{
  double reach = LIJN_HEADERS_WIDTH - LIJN_GROUND_LEFT;
  cairo_pattern_t *shade = cairo_pattern_create_linear (x, 0, x + reach, 0);

  cairo_pattern_add_color_stop_rgba (shade, 0, 0, 0, 0, SHADE);
  cairo_pattern_add_color_stop_rgba (shade, 0.4, 0, 0, 0, SHADE / 3);
  cairo_pattern_add_color_stop_rgba (shade, 1, 0, 0, 0, 0);
  cairo_set_source (brush->cr, shade);
  cairo_rectangle (brush->cr, x, y, reach, height);
  cairo_fill (brush->cr);
  cairo_pattern_destroy (shade);
}

static void
draw_lane_header (const LijnBrush *brush, const LijnLaneBox *lane, const LijnPartyColors *colors)
{
  LijnRect rect = lane->header;

  if (lane->collapsed && lijn_brush_can_read (brush, LANE_SIZE))
    rect.width = MAX (label_right (brush, lane) + LABEL_GAP - rect.x, rect.width);
  fill_rect (brush, lane->index % 2 == 0 ? &colors->tint : &colors->faint, 1, &rect);
  if (lane->index > 0)
    fill_rect (brush, &brush->palette->hairline, 1,
               &(LijnRect){ rect.x, rect.y - 0.5, rect.width, 1 });
  lijn_brush_lane_name (brush, lane);
  draw_soft_edge (brush, rect.x + rect.width, rect.y, rect.height);
}

static void
draw_party_headers (const LijnBrush *brush, const LijnPartyBox *box, const LijnRect *clip)
{
  LijnPartyColors colors = lijn_palette_for_party (brush->options->palette, box->party);
  LijnRect whole = { 0, box->rect.y, LIJN_GROUND_LEFT, box->rect.height };
  guint n;
  const LijnLaneBox *lanes = lijn_layout_get_lanes (brush->layout, &n);

  fill_rect (brush, &brush->palette->paper, 1, &whole);
  for (guint i = 0; i < n; i++)
    if (lijn_lane_get_party (lanes[i].lane) == box->party &&
        (clip == NULL || lijn_rect_intersects (&lanes[i].rect, clip)))
      draw_lane_header (brush, &lanes[i], &colors);
  lijn_brush_party_band (brush, box, &colors);
}

static void
draw_line_begin (const LijnBrush *brush, const LijnLineBox *line)
{
  LijnRect begin = { 0, line->rect.y, LIJN_GROUND_LEFT, line->rect.height };
  cairo_t *cr = brush->cr;

  fill_rect (brush, &brush->palette->paper, 1, &begin);
  cairo_save (cr);
  cairo_rectangle (cr, begin.x, begin.y, begin.width, begin.height);
  cairo_clip (cr);
  lijn_brush_rope (brush, line, &begin);
  cairo_restore (cr);
  draw_soft_edge (brush, begin.width, begin.y, begin.height);
}

void
lijn_paint_headers (cairo_t *cr, LijnLayout *layout, const LijnPaintOptions *options,
                    const LijnRect *clip)
{
  LijnBrush brush = lijn_brush (cr, layout, options);
  const LijnPartyBox *parties;
  const LijnLineBox *lines;
  guint n;

  cairo_save (cr);
  lines = lijn_layout_get_lines (layout, &n);
  for (guint i = 0; i < n; i++)
    if (clip == NULL || lijn_rect_intersects (&lines[i].rect, clip))
      draw_line_begin (&brush, &lines[i]);
  parties = lijn_layout_get_parties (layout, &n);
  for (guint i = 0; i < n; i++)
    if (clip == NULL || lijn_rect_intersects (&parties[i].rect, clip))
      draw_party_headers (&brush, &parties[i], clip);
  cairo_restore (cr);
}
