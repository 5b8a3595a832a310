/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-private.h"

#include <math.h>

/* The figures of elements, without names. A step is a card, a start a thin ring and an end a thick
 * one, a decision a diamond, a wait a clock, a document a sheet with a torn-off foot, a note a
 * sheet with a folded corner, a group a frame around others. */

#define SPECK 5.0 /* pixels */
#define RADIUS 9.0
#define PEN 1.5
#define FRAME_PEN 2.0 /* of a step that is drawn round its own steps */
#define MARKER_SIZE 15.0

static void
set_pen (const LijnBrush *brush, double width, gboolean dashed)
{
  static const double dashes[] = { 5, 4 };

  cairo_set_line_width (brush->cr, width);
  cairo_set_dash (brush->cr, dashes, dashed ? G_N_ELEMENTS (dashes) : 0, 0);
}

static void
fill_and_stroke (const LijnBrush *brush, const LijnColor *fill, const LijnColor *stroke,
                 double width, gboolean dashed)
{
  lijn_brush_set (brush, fill);
  cairo_fill_preserve (brush->cr);
  lijn_brush_set (brush, stroke);
  set_pen (brush, width, dashed);
  cairo_stroke (brush->cr);
  cairo_set_dash (brush->cr, NULL, 0, 0);
}

static void
path_ring (cairo_t *cr, const LijnRect *rect, double inset)
{
  LijnPoint middle = lijn_rect_center (rect);

  cairo_new_path (cr);
  cairo_arc (cr, middle.x, middle.y, MAX (MIN (rect->width, rect->height) / 2 - inset, 1), 0,
             2 * G_PI);
  cairo_close_path (cr);
}

static void
draw_step (const LijnBrush *brush, LijnMarker marker, const LijnRect *rect,
           const LijnPartyColors *colors, const LijnColor *fill, gboolean assumed)
{
  lijn_brush_rounded (brush, rect, RADIUS, LIJN_CORNER_ALL);
  fill_and_stroke (brush, fill, &colors->hue, marker == LIJN_MARKER_CALL ? 3 : PEN, assumed);
  if (marker != LIJN_MARKER_CALL)
    lijn_brush_marker (brush, marker, FALSE, rect->x + 13, rect->y + 12.5, MARKER_SIZE - 1);
}

static void
draw_event (const LijnBrush *brush, LijnElementKind kind, LijnMarker marker, const LijnRect *rect,
            const LijnPartyColors *colors, const LijnColor *fill, gboolean assumed)
{
  gboolean ends = kind == LIJN_ELEMENT_KIND_END;
  double pen = ends ? 3.6 : 1.6;
  LijnPoint middle = lijn_rect_center (rect);
  double size = MIN (rect->width, rect->height);

  path_ring (brush->cr, rect, pen / 2);
  fill_and_stroke (brush, fill, &colors->hue, pen, assumed);
  lijn_brush_marker (brush, marker, ends, middle.x, middle.y, size * 0.5);
}

static void
draw_hours (const LijnBrush *brush, const LijnPoint *middle, double radius)
{
  cairo_t *cr = brush->cr;

  for (int hour = 0; hour < 12; hour += 3)
    {
      double dx = cos (hour * G_PI / 6);
      double dy = sin (hour * G_PI / 6);

      cairo_move_to (cr, middle->x + dx * radius * 0.76, middle->y + dy * radius * 0.76);
      cairo_line_to (cr, middle->x + dx * radius * 0.88, middle->y + dy * radius * 0.88);
    }
  cairo_move_to (cr, middle->x, middle->y - radius * 0.56);
  cairo_line_to (cr, middle->x, middle->y);
  cairo_line_to (cr, middle->x + radius * 0.38, middle->y + radius * 0.22);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  set_pen (brush, PEN, FALSE);
  cairo_stroke (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
}

/* A wait for something else than time (a message, a condition) has two rings and its sign. */
static void
draw_wait (const LijnBrush *brush, LijnMarker marker, const LijnRect *rect,
           const LijnPartyColors *colors, const LijnColor *fill, gboolean assumed)
{
  gboolean clock = marker == LIJN_MARKER_NONE || marker == LIJN_MARKER_TIMER;
  LijnPoint middle = lijn_rect_center (rect);
  double size = MIN (rect->width, rect->height);

  path_ring (brush->cr, rect, PEN / 2);
  fill_and_stroke (brush, fill, &colors->hue, PEN, assumed);
  if (clock)
    {
      draw_hours (brush, &middle, size / 2);
      return;
    }
  path_ring (brush->cr, rect, 3.5);
  set_pen (brush, 1.1, FALSE);
  cairo_stroke (brush->cr);
  lijn_brush_marker (brush, marker, FALSE, middle.x, middle.y, size * 0.48);
}

static void
draw_decision (const LijnBrush *brush, LijnMarker marker, const LijnRect *rect,
               const LijnPartyColors *colors, const LijnColor *fill, gboolean assumed)
{
  cairo_t *cr = brush->cr;
  LijnPoint middle = lijn_rect_center (rect);
  double size = MIN (rect->width, rect->height);

  cairo_new_path (cr);
  cairo_move_to (cr, middle.x, rect->y);
  cairo_line_to (cr, rect->x + rect->width, middle.y);
  cairo_line_to (cr, middle.x, rect->y + rect->height);
  cairo_line_to (cr, rect->x, middle.y);
  cairo_close_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  fill_and_stroke (brush, fill, &colors->hue, PEN, assumed);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);

  if (marker != LIJN_MARKER_NONE)
    lijn_brush_marker (brush, marker, FALSE, middle.x, middle.y, size * 0.36);
  else if (lijn_brush_can_read (brush, size / 4))
    lijn_brush_text_mark (brush, "?", size / 4, middle.x, middle.y);
}

static void
draw_store (const LijnBrush *brush, const LijnRect *rect, const LijnPartyColors *colors,
            const LijnColor *fill, gboolean assumed)
{
  cairo_t *cr = brush->cr;
  double lid = MIN (rect->height / 6, 10);
  double right = rect->x + rect->width;
  double bottom = rect->y + rect->height;

  cairo_new_path (cr);
  cairo_move_to (cr, rect->x, rect->y + lid);
  cairo_curve_to (cr, rect->x, rect->y - lid / 3, right, rect->y - lid / 3, right, rect->y + lid);
  cairo_line_to (cr, right, bottom - lid);
  cairo_curve_to (cr, right, bottom + lid / 3, rect->x, bottom + lid / 3, rect->x, bottom - lid);
  cairo_close_path (cr);
  fill_and_stroke (brush, fill, &colors->hue, PEN, assumed);
  cairo_move_to (cr, rect->x, rect->y + lid);
  cairo_curve_to (cr, rect->x, rect->y + lid * 2.3, right, rect->y + lid * 2.3, right,
                  rect->y + lid);
  set_pen (brush, PEN, FALSE);
  cairo_stroke (cr);
}

static void
draw_document (const LijnBrush *brush, LijnMarker marker, const LijnRect *rect,
               const LijnPartyColors *colors, const LijnColor *fill, gboolean assumed)
{
  cairo_t *cr = brush->cr;
  double wave = MIN (rect->height / 9, 7);
  double right = rect->x + rect->width;
  double foot = rect->y + rect->height - wave;

  if (marker == LIJN_MARKER_STORE)
    {
      draw_store (brush, rect, colors, fill, assumed);
      return;
    }
  cairo_new_path (cr);
  cairo_move_to (cr, rect->x, rect->y);
  cairo_line_to (cr, right, rect->y);
  cairo_line_to (cr, right, foot);
  cairo_curve_to (cr, rect->x + rect->width * 0.68, foot - wave * 2.4, rect->x + rect->width * 0.40,
                  foot + wave * 2.6, rect->x, foot + wave * 0.2);
  cairo_close_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  fill_and_stroke (brush, fill, &colors->hue, PEN, assumed);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  lijn_brush_marker (brush, marker, FALSE, rect->x + 12, rect->y + 11.5, MARKER_SIZE - 2);
}

static void
draw_note (const LijnBrush *brush, const LijnRect *rect)
{
  const LijnPalette *palette = brush->palette;
  cairo_t *cr = brush->cr;
  double fold = MIN (MIN (rect->width, rect->height) / 3, 11);
  double right = rect->x + rect->width;

  cairo_new_path (cr);
  cairo_move_to (cr, rect->x, rect->y);
  cairo_line_to (cr, right - fold, rect->y);
  cairo_line_to (cr, right, rect->y + fold);
  cairo_line_to (cr, right, rect->y + rect->height);
  cairo_line_to (cr, rect->x, rect->y + rect->height);
  cairo_close_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  fill_and_stroke (brush, &palette->note, &palette->soft, 1, FALSE);
  cairo_move_to (cr, right - fold, rect->y);
  cairo_line_to (cr, right - fold, rect->y + fold);
  cairo_line_to (cr, right, rect->y + fold);
  cairo_stroke (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
}

/* One that stands for a step, with the steps that it is made of in it, has the edge of a step. */
static void
draw_group (const LijnBrush *brush, LijnMarker marker, const LijnRect *rect,
            const LijnPartyColors *colors, gboolean assumed)
{
  static const double dash_dot[] = { 9, 4, 1.6, 4 };
  cairo_t *cr = brush->cr;

  lijn_brush_rounded (brush, rect, 12, LIJN_CORNER_ALL);
  if (marker == LIJN_MARKER_CALL)
    {
      lijn_brush_set (brush, &colors->hue);
      set_pen (brush, FRAME_PEN, assumed);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
      return;
    }
  lijn_brush_set (brush, &brush->palette->soft);
  cairo_set_line_width (cr, 1.2);
  cairo_set_dash (cr, dash_dot, G_N_ELEMENTS (dash_dot), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* From far off a figure is a speck, and its edge too thin to be seen: a plain one in the colour of its
 * party says most. */
static gboolean
is_speck (const LijnBrush *brush, const LijnRect *rect)
{
  return brush->options->scale > 0 && rect->height * brush->options->scale < SPECK;
}

static void
draw_specks (const LijnBrush *brush, const LijnRect *rects, guint n, const LijnPartyColors *colors)
{
  cairo_new_path (brush->cr);
  for (guint i = 0; i < n; i++)
    cairo_rectangle (brush->cr, rects[i].x, rects[i].y, rects[i].width, rects[i].height);
  lijn_brush_set (brush, &colors->hue);
  cairo_fill (brush->cr);
}

void
lijn_brush_steps (const LijnBrush *brush, const LijnRect *rects, guint n,
                  const LijnPartyColors *colors)
{
  if (n > 0 && is_speck (brush, &rects[0]))
    {
      draw_specks (brush, rects, n, colors);
      return;
    }
  cairo_new_path (brush->cr);
  for (guint i = 0; i < n; i++)
    lijn_brush_add_rounded (brush, &rects[i], RADIUS, LIJN_CORNER_ALL);
  /* For pointed joins Cairo reckons with points that stick out, maybe into the clip. */
  cairo_set_line_join (brush->cr, CAIRO_LINE_JOIN_ROUND);
  fill_and_stroke (brush, &brush->palette->fill, &colors->hue, PEN, FALSE);
  cairo_set_line_join (brush->cr, CAIRO_LINE_JOIN_MITER);
}

/* Leaves the party's hue set, for signs on the figure. */
void
lijn_brush_shape (const LijnBrush *brush, LijnElementKind kind, LijnMarker marker,
                  const LijnRect *rect, const LijnPartyColors *colors, gboolean assumed)
{
  const LijnColor *fill = assumed ? &colors->faint : &brush->palette->fill;

  if (is_speck (brush, rect) && kind != LIJN_ELEMENT_KIND_NOTE && kind != LIJN_ELEMENT_KIND_GROUP)
    {
      draw_specks (brush, rect, 1, colors);
      return;
    }
  switch (kind)
    {
    case LIJN_ELEMENT_KIND_START:
    case LIJN_ELEMENT_KIND_END:
      draw_event (brush, kind, marker, rect, colors, fill, assumed);
      break;
    case LIJN_ELEMENT_KIND_WAIT:
      draw_wait (brush, marker, rect, colors, fill, assumed);
      break;
    case LIJN_ELEMENT_KIND_DECISION:
      draw_decision (brush, marker, rect, colors, fill, assumed);
      break;
    case LIJN_ELEMENT_KIND_DOCUMENT:
      draw_document (brush, marker, rect, colors, fill, assumed);
      break;
    case LIJN_ELEMENT_KIND_NOTE:
      draw_note (brush, rect);
      break;
    case LIJN_ELEMENT_KIND_GROUP:
      draw_group (brush, marker, rect, colors, assumed);
      break;
    case LIJN_ELEMENT_KIND_STEP:
    default:
      draw_step (brush, marker, rect, colors, fill, assumed);
      break;
    }
}

void
lijn_paint_shape (cairo_t *cr, LijnElementKind kind, LijnMarker marker, const LijnRect *rect,
                  const LijnPartyColors *colors, gboolean assumed, const LijnPaintOptions *options)
{
  LijnBrush brush = lijn_brush (cr, NULL, options);

  cairo_save (cr);
  lijn_brush_shape (&brush, kind, marker, rect, colors, assumed);
  cairo_restore (cr);
}
