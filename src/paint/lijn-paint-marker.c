/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-private.h"

#include <math.h>

/* Small line symbols, drawn in a square from (-8, -8) to (8, 8) with a pen of 1.3, so that all of
 * them look of one family at any size. */

#define PEN 1.3

static void
polygon (cairo_t *cr, const LijnPoint *points, guint n)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  cairo_close_path (cr);
}

static void
ring (cairo_t *cr, double x, double y, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_close_path (cr);
}

static void
line (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
}

static void
regular (cairo_t *cr, guint corners, double radius)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < corners; i++)
    {
      double angle = 2 * G_PI * i / corners - G_PI / 2;

      cairo_line_to (cr, radius * cos (angle), radius * sin (angle));
    }
  cairo_close_path (cr);
}

static void
finish (cairo_t *cr, gboolean filled)
{
  if (filled)
    cairo_fill_preserve (cr);
  cairo_stroke (cr);
}

static void
draw_person (cairo_t *cr)
{
  ring (cr, 0, -3.6, 2.9);
  cairo_move_to (cr, -5.8, 6.6);
  cairo_curve_to (cr, -5.8, -0.6, 5.8, -0.6, 5.8, 6.6);
  cairo_close_path (cr);
  cairo_stroke (cr);
}

static void
draw_gear (cairo_t *cr)
{
  const guint teeth = 8;

  cairo_new_sub_path (cr);
  for (guint i = 0; i < teeth * 4; i++)
    {
      double radius = i % 4 < 2 ? 6.9 : 5.0;
      double angle = 2 * G_PI * (i - 0.5) / (teeth * 4);

      cairo_line_to (cr, radius * cos (angle), radius * sin (angle));
    }
  cairo_close_path (cr);
  ring (cr, 0, 0, 2.2);
  cairo_stroke (cr);
}

/* The flap of a filled envelope is cut out of it. */
static void
draw_envelope (cairo_t *cr, gboolean filled)
{
  if (!filled)
    {
      cairo_rectangle (cr, -7, -4.8, 14, 9.6);
      cairo_move_to (cr, -7, -4.6);
      cairo_line_to (cr, 0, 1);
      cairo_line_to (cr, 7, -4.6);
      cairo_stroke (cr);
      return;
    }
  polygon (cr, (LijnPoint[]){ { -6.6, -5.4 }, { 6.6, -5.4 }, { 0, 0 } }, 3);
  polygon (cr, (LijnPoint[]){ { -7.4, -4 }, { 0, 2 }, { 7.4, -4 }, { 7.4, 5.4 }, { -7.4, 5.4 } },
           5);
  cairo_fill (cr);
}

static void
draw_hand (cairo_t *cr)
{
  static const double tops[] = { -4.6, -6.4, -6.6, -5.2 };

  for (guint i = 0; i < G_N_ELEMENTS (tops); i++)
    line (cr, -2.9 + 2.5 * i, 0, -2.9 + 2.5 * i, tops[i]);
  cairo_move_to (cr, 4.6, -0.4);
  cairo_curve_to (cr, 4.6, 4, 3.6, 7, 0.6, 7);
  cairo_curve_to (cr, -2.4, 7, -3, 5.4, -6.4, 1);
  cairo_curve_to (cr, -6.2, -0.6, -4.4, -0.4, -2.9, 1.6);
  cairo_line_to (cr, -2.9, 0);
  cairo_stroke (cr);
}

static void
draw_table (cairo_t *cr)
{
  cairo_rectangle (cr, -6.8, -5.6, 13.6, 3.2);
  cairo_fill_preserve (cr);
  cairo_rectangle (cr, -6.8, -5.6, 13.6, 11.4);
  line (cr, -6.8, 1.7, 6.8, 1.7);
  line (cr, -2.2, -2.4, -2.2, 5.8);
  cairo_stroke (cr);
}

static void
draw_script (cairo_t *cr)
{
  cairo_move_to (cr, 5.6, -6.6);
  cairo_line_to (cr, -3.2, -6.6);
  cairo_curve_to (cr, -7.4, -2.2, 1.4, 1.6, -5.2, 6.6);
  cairo_line_to (cr, 3.4, 6.6);
  cairo_curve_to (cr, 9.4, 1.6, 0.8, -2.2, 5.6, -6.6);
  line (cr, -2.6, -3.2, 2.6, -3.2);
  line (cr, -1.8, 0, 3.4, 0);
  line (cr, -1.6, 3.2, 3.4, 3.2);
  cairo_stroke (cr);
}

static void
draw_clock (cairo_t *cr)
{
  ring (cr, 0, 0, 6.8);
  cairo_move_to (cr, 0, -4);
  cairo_line_to (cr, 0, 0);
  cairo_line_to (cr, 3, 1.8);
  cairo_stroke (cr);
}

static void
draw_page (cairo_t *cr)
{
  cairo_rectangle (cr, -5.4, -6.6, 10.8, 13.2);
  for (int i = -1; i <= 2; i++)
    line (cr, -3, 3.0 * i - 1.5, 3, 3.0 * i - 1.5);
  cairo_stroke (cr);
}

static void
draw_cylinder (cairo_t *cr)
{
  cairo_move_to (cr, -6, -4.6);
  cairo_curve_to (cr, -6, -7.4, 6, -7.4, 6, -4.6);
  cairo_line_to (cr, 6, 4.8);
  cairo_curve_to (cr, 6, 7.6, -6, 7.6, -6, 4.8);
  cairo_close_path (cr);
  cairo_move_to (cr, -6, -4.6);
  cairo_curve_to (cr, -6, -1.8, 6, -1.8, 6, -4.6);
  cairo_stroke (cr);
}

static void
draw_cross (cairo_t *cr, double reach, gboolean diagonal, double pen)
{
  double r = diagonal ? reach * 0.78 : reach;

  cairo_set_line_width (cr, pen);
  if (diagonal)
    {
      line (cr, -r, -r, r, r);
      line (cr, -r, r, r, -r);
    }
  else
    {
      line (cr, -r, 0, r, 0);
      line (cr, 0, -r, 0, r);
    }
  cairo_stroke (cr);
}

static void
draw_rewind (cairo_t *cr, gboolean filled)
{
  polygon (cr, (LijnPoint[]){ { -6.8, 0 }, { -0.4, -5 }, { -0.4, 5 } }, 3);
  polygon (cr, (LijnPoint[]){ { -0.4, 0 }, { 6, -5 }, { 6, 5 } }, 3);
  finish (cr, filled);
}

static void
draw_symbol (cairo_t *cr, LijnMarker marker, gboolean filled)
{
  switch (marker)
    {
    case LIJN_MARKER_PERSON:
      draw_person (cr);
      break;
    case LIJN_MARKER_SYSTEM:
      draw_gear (cr);
      break;
    case LIJN_MARKER_SEND:
      draw_envelope (cr, TRUE);
      break;
    case LIJN_MARKER_RECEIVE:
      draw_envelope (cr, FALSE);
      break;
    case LIJN_MARKER_MESSAGE:
      draw_envelope (cr, filled);
      break;
    case LIJN_MARKER_MANUAL:
      draw_hand (cr);
      break;
    case LIJN_MARKER_RULE:
      draw_table (cr);
      break;
    case LIJN_MARKER_SCRIPT:
      draw_script (cr);
      break;
    case LIJN_MARKER_CALL:
      cairo_set_line_width (cr, 2.6);
      cairo_rectangle (cr, -6, -4.6, 12, 9.2);
      cairo_stroke (cr);
      break;
    case LIJN_MARKER_TIMER:
      draw_clock (cr);
      break;
    case LIJN_MARKER_CONDITION:
      draw_page (cr);
      break;
    case LIJN_MARKER_SIGNAL:
      polygon (cr, (LijnPoint[]){ { 0, -6.4 }, { 6.6, 5 }, { -6.6, 5 } }, 3);
      finish (cr, filled);
      break;
    case LIJN_MARKER_ERROR:
      polygon (cr,
               (LijnPoint[]){ { -6.6, 6 },
                              { -2.8, -5.6 },
                              { 2.2, 0.6 },
                              { 6.6, -6 },
                              { 2.9, 5.6 },
                              { -2.1, -0.4 } },
               6);
      finish (cr, filled);
      break;
    case LIJN_MARKER_ESCALATION:
      polygon (cr, (LijnPoint[]){ { 0, -6.8 }, { 5.6, 6.2 }, { 0, 0.8 }, { -5.6, 6.2 } }, 4);
      finish (cr, filled);
      break;
    case LIJN_MARKER_COMPENSATION:
      draw_rewind (cr, filled);
      break;
    case LIJN_MARKER_CANCEL:
      draw_cross (cr, 6.6, TRUE, 3);
      break;
    case LIJN_MARKER_LINK:
      polygon (cr,
               (LijnPoint[]){ { -6.4, -2.6 },
                              { 1, -2.6 },
                              { 1, -5.6 },
                              { 6.8, 0 },
                              { 1, 5.6 },
                              { 1, 2.6 },
                              { -6.4, 2.6 } },
               7);
      finish (cr, filled);
      break;
    case LIJN_MARKER_MULTIPLE:
      regular (cr, 5, 6.8);
      finish (cr, filled);
      break;
    case LIJN_MARKER_TERMINATE:
      ring (cr, 0, 0, 6.4);
      cairo_fill (cr);
      break;
    case LIJN_MARKER_EXCLUSIVE:
      draw_cross (cr, 6.6, TRUE, 2.4);
      break;
    case LIJN_MARKER_PARALLEL:
      draw_cross (cr, 6.8, FALSE, 2.4);
      break;
    case LIJN_MARKER_INCLUSIVE:
      cairo_set_line_width (cr, 2.2);
      ring (cr, 0, 0, 5.8);
      cairo_stroke (cr);
      break;
    case LIJN_MARKER_COMPLEX:
      draw_cross (cr, 6.8, FALSE, 2);
      draw_cross (cr, 6.4, TRUE, 2);
      break;
    case LIJN_MARKER_EVENT:
      ring (cr, 0, 0, 7.4);
      regular (cr, 5, 4.6);
      cairo_stroke (cr);
      break;
    case LIJN_MARKER_STORE:
      draw_cylinder (cr);
      break;
    case LIJN_MARKER_NONE:
    default:
      break;
    }
}

void
lijn_brush_marker (const LijnBrush *brush, LijnMarker marker, gboolean filled, double x, double y,
                   double size)
{
  cairo_t *cr = brush->cr;

  if (marker == LIJN_MARKER_NONE || !lijn_brush_can_see (brush, size))
    return;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / 16, size / 16);
  cairo_set_line_width (cr, PEN);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_new_path (cr);
  draw_symbol (cr, marker, filled);
  cairo_restore (cr);
}

void
lijn_brush_tick (const LijnBrush *brush, double x, double y, double size)
{
  cairo_t *cr = brush->cr;

  if (!lijn_brush_can_see (brush, size))
    return;

  cairo_save (cr);
  cairo_set_line_width (cr, MAX (size / 6, 1));
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_move_to (cr, x - size * 0.42, y + size * 0.02);
  cairo_line_to (cr, x - size * 0.12, y + size * 0.32);
  cairo_line_to (cr, x + size * 0.42, y - size * 0.32);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
lijn_brush_lock (const LijnBrush *brush, double x, double y, double size)
{
  cairo_t *cr = brush->cr;

  if (!lijn_brush_can_see (brush, size))
    return;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / 16, size / 16);
  cairo_set_line_width (cr, 1.8);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_new_path (cr);
  cairo_arc (cr, 0, -2.6, 3.4, G_PI, 0);
  line (cr, -3.4, -2.6, -3.4, 0);
  line (cr, 3.4, -2.6, 3.4, 0);
  cairo_stroke (cr);
  cairo_rectangle (cr, -5.6, -1, 11.2, 8);
  cairo_fill (cr);
  cairo_restore (cr);
}

void
lijn_brush_detail_sign (const LijnBrush *brush, double x, double y)
{
  cairo_t *cr = brush->cr;
  LijnRect sign = { x, y, 12, 12 };

  lijn_brush_rounded (brush, &sign, 3, LIJN_CORNER_ALL);
  line (cr, x + 3, y + 6, x + 9, y + 6);
  line (cr, x + 6, y + 3, x + 6, y + 9);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
}
