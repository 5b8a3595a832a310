/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-private.h"

#include "lijn-differences.h"
#include "lijn-text.h"

/* The overlay: around what it says something about lies a plate in the colour of its step, and on the
 * plate's corner at the left a badge with the figure or word, so that nothing hangs on colour. How
 * two maps differ shows in the plate's edge too: whole for what was added, dashed for what changed,
 * dotted for what moved, crossed out for what is gone. */

#define PLATE 5.0 /* how far it reaches out */
#define RADIUS 12.0
#define BADGE_HEIGHT 15.0
#define BADGE_PADDING 4.5
#define BADGE_TEXT 10.5
#define SHIFT 3.0 /* of the badge's left and top, out of the plate's corner */
#define RING 0.85 /* how much of the colour shows around, over what can be read, and from afar */
#define TINT 0.24
#define FAR_TINT 0.8
#define STRONG 2.4 /* width of an edge that tells something */

static gboolean
find_mark (const LijnBrush *brush, LijnObject *object, LijnOverlayMark *mark)
{
  LijnOverlay overlay = brush->options->overlay;

  return overlay != LIJN_OVERLAY_NONE &&
         lijn_overlay_find (overlay, object, lijn_layout_get_audience (brush->layout), lijn_now (),
                            mark);
}

static gboolean
find_rect (const LijnBrush *brush, LijnObject *object, LijnRect *rect)
{
  if (LIJN_IS_ELEMENT (object))
    return lijn_layout_get_element_rect (brush->layout, LIJN_ELEMENT (object), rect);
  return LIJN_IS_INTERFACE (object) &&
         lijn_layout_get_tag (brush->layout, LIJN_INTERFACE (object), rect);
}

static void
set_edge (const LijnBrush *brush, int step)
{
  static const double dashes[] = { 7, 4 }, dots[] = { 0.1, 5 };
  cairo_t *cr = brush->cr;

  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 1);
  if (brush->options->overlay != LIJN_OVERLAY_DIFFERENCES)
    return;
  cairo_set_line_width (cr, STRONG);
  if (step == LIJN_DIFFERENCE_CHANGED - 1)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  else if (step == LIJN_DIFFERENCE_MOVED - 1)
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
    }
}

static void
draw_plate (const LijnBrush *brush, const LijnRect *rect, double radius, int step)
{
  LijnColor color = lijn_palette_for_step (brush->options->palette, brush->options->overlay, step);
  cairo_t *cr = brush->cr;

  cairo_save (cr);
  lijn_brush_rounded (brush, rect, radius, LIJN_CORNER_ALL);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, RING);
  cairo_fill_preserve (cr);
  set_edge (brush, step);
  if (brush->options->overlay == LIJN_OVERLAY_DIFFERENCES)
    lijn_brush_set (brush, &color);
  else
    lijn_brush_set (brush, &brush->palette->soft);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* A flow has no plate: the line itself is laid over in the colour. */
static void
draw_line (const LijnBrush *brush, LijnFlow *flow, int step)
{
  LijnColor color = lijn_palette_for_step (brush->options->palette, brush->options->overlay, step);
  guint n = 0;
  const LijnPoint *points = lijn_layout_get_flow_points (brush->layout, flow, &n);

  if (points == NULL)
    return;
  cairo_save (brush->cr);
  cairo_new_path (brush->cr);
  lijn_brush_flow_path (brush, flow, points, n);
  cairo_set_source_rgba (brush->cr, color.red, color.green, color.blue, RING / 2);
  cairo_set_line_width (brush->cr, 2 * PLATE - 2);
  cairo_set_line_join (brush->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (brush->cr);
  cairo_restore (brush->cr);
}

void
lijn_brush_plate (const LijnBrush *brush, LijnObject *object)
{
  LijnOverlayMark mark;
  LijnRect rect;

  if (!find_mark (brush, object, &mark))
    return;
  if (LIJN_IS_FLOW (object))
    {
      draw_line (brush, LIJN_FLOW (object), mark.step);
      return;
    }
  if (!find_rect (brush, object, &rect))
    return;
  rect = lijn_rect_grow (&rect, PLATE);
  draw_plate (brush, &rect, RADIUS, mark.step);
}

/* Over the figure: a little while its name can be read, and from afar nearly all. */
static void
tint (const LijnBrush *brush, const LijnRect *rect, const LijnColor *color)
{
  lijn_brush_rounded (brush, rect, RADIUS - PLATE, LIJN_CORNER_ALL);
  cairo_set_source_rgba (
      brush->cr, color->red, color->green, color->blue,
      lijn_brush_can_read (brush, lijn_type_get_size (LIJN_TYPE_LABEL)) ? TINT : FAR_TINT);
  cairo_fill (brush->cr);
}

/* Through what is gone from the newer map. */
static void
cross_out (const LijnBrush *brush, const LijnRect *rect, const LijnColor *color)
{
  cairo_t *cr = brush->cr;

  cairo_move_to (cr, rect->x, rect->y + rect->height);
  cairo_line_to (cr, rect->x + rect->width, rect->y);
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, 0.85);
  cairo_set_line_width (cr, STRONG);
  cairo_stroke (cr);
}

static gboolean
covers (const LijnBrush *brush, LijnElement *element, const LijnRect *badge)
{
  LijnRect text;

  return (lijn_layout_get_element_time (brush->layout, element, &text) &&
          lijn_rect_intersects (badge, &text)) ||
         (lijn_layout_get_element_label (brush->layout, element, &text) &&
          lijn_rect_intersects (badge, &text));
}

/* At the upper left of @rect, or where that would cover what @object says, at the lower left. */
static LijnRect
find_badge (const LijnBrush *brush, LijnObject *object, const LijnRect *rect, double width)
{
  LijnRect badge = { rect->x - PLATE - SHIFT, rect->y - PLATE - SHIFT, width, BADGE_HEIGHT };

  if (LIJN_IS_ELEMENT (object) && covers (brush, LIJN_ELEMENT (object), &badge))
    badge.y = rect->y + rect->height + PLATE + SHIFT - BADGE_HEIGHT;
  return badge;
}

static void
draw_badge (const LijnBrush *brush, LijnObject *object, const LijnRect *rect, const char *text,
            const LijnColor *color)
{
  LijnSetting setting = { .style = LIJN_TYPE_SMALL,
                          .size = BADGE_TEXT,
                          .weight = PANGO_WEIGHT_BOLD };
  LijnColor readable = lijn_color_readable_on (color);
  double width, height;
  LijnRect badge;

  if (!lijn_brush_can_read (brush, BADGE_TEXT))
    return;
  lijn_text_get_size (lijn_text_get (text, &setting), &width, &height);
  badge = find_badge (brush, object, rect, MAX (width + 2 * BADGE_PADDING, BADGE_HEIGHT));
  lijn_brush_rounded (brush, &badge, BADGE_HEIGHT / 2, LIJN_CORNER_ALL);
  lijn_brush_set (brush, color);
  cairo_fill_preserve (brush->cr);
  lijn_brush_set (brush, &brush->palette->soft);
  cairo_set_line_width (brush->cr, 0.8);
  cairo_stroke (brush->cr);
  lijn_brush_set (brush, &readable);
  lijn_brush_text_mark (brush, text, BADGE_TEXT, badge.x + badge.width / 2,
                        badge.y + badge.height / 2);
}

void
lijn_brush_figure (const LijnBrush *brush, LijnObject *object)
{
  LijnOverlay overlay = brush->options->overlay;
  g_autofree char *text = NULL;
  LijnOverlayMark mark;
  LijnColor color;
  LijnRect rect;

  if (LIJN_IS_FLOW (object) || !find_mark (brush, object, &mark) ||
      !find_rect (brush, object, &rect))
    return;
  color = lijn_palette_for_step (brush->options->palette, overlay, mark.step);
  tint (brush, &rect, &color);
  if (overlay == LIJN_OVERLAY_DIFFERENCES && mark.step == LIJN_DIFFERENCE_REMOVED - 1)
    cross_out (brush, &rect, &color);
  text = lijn_overlay_describe_mark (overlay, &mark);
  draw_badge (brush, object, &rect, text, &color);
}

void
lijn_brush_swatch (const LijnBrush *brush, const LijnRect *rect, int step)
{
  LijnColor color = lijn_palette_for_step (brush->options->palette, brush->options->overlay, step);
  LijnRect inner = lijn_rect_grow (rect, -1);

  draw_plate (brush, &inner, 5, step);
  if (brush->options->overlay == LIJN_OVERLAY_DIFFERENCES && step == LIJN_DIFFERENCE_REMOVED - 1)
    cross_out (brush, &inner, &color);
}
