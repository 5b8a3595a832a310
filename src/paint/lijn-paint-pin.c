/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-private.h"

#include <math.h>

/* A friction point: a pin whose size and colour grow with its severity, with its number, and a
 * badge with the letter of the party that raised it. What is solved is grey with a tick, which is
 * filled once the party that raised it has confirmed that; what is parked or withdrawn is an empty
 * outline. */

#define HEAD_MIDDLE 0.75 /* of the size, above the tip */
#define BADGE_RADIUS 0.28
#define BADGE_RIGHT 0.54
#define BADGE_UP 1.19

/* Where the straight sides touch the head. */
static void
path_drop (cairo_t *cr, double x, double y, double size)
{
  double radius = size / 2;
  double distance = size * HEAD_MIDDLE;
  double angle = asin (MIN (radius / distance, 1));

  cairo_new_path (cr);
  cairo_arc (cr, x, y - distance, radius, G_PI - angle, angle);
  cairo_curve_to (cr, x + radius * 0.62, y - distance * 0.38, x + radius * 0.2, y - distance * 0.16,
                  x, y);
  cairo_curve_to (cr, x - radius * 0.2, y - distance * 0.16, x - radius * 0.62, y - distance * 0.38,
                  x - radius * cos (angle), y - distance + radius * sin (angle));
  cairo_close_path (cr);
}

static gboolean
is_settled (LijnFrictionStatus status)
{
  return status == LIJN_FRICTION_STATUS_SOLVED || status == LIJN_FRICTION_STATUS_CONFIRMED;
}

static gboolean
is_set_aside (LijnFrictionStatus status)
{
  return status == LIJN_FRICTION_STATUS_PARKED || status == LIJN_FRICTION_STATUS_WITHDRAWN;
}

static void
draw_number (const LijnBrush *brush, int number, double size, double x, double y)
{
  /* Of the head's width, for one, two and three digits. */
  static const double shares[] = { 0.55, 0.5, 0.4, 0.32 };
  g_autofree char *text = g_strdup_printf ("%d", number);
  int digits = number < 10 ? 0 : number < 100 ? 1 : number < 1000 ? 2 : 3;

  lijn_brush_text_mark (brush, text, size * shares[digits], x, y);
}

static void
draw_tick_badge (const LijnBrush *brush, double x, double y, double radius, gboolean confirmed)
{
  const LijnPalette *palette = brush->palette;
  LijnColor readable = lijn_color_readable_on (&palette->agreed);
  cairo_t *cr = brush->cr;

  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  lijn_brush_set (brush, confirmed ? &palette->agreed : &palette->fill);
  cairo_fill_preserve (cr);
  lijn_brush_set (brush, &palette->agreed);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  lijn_brush_set (brush, confirmed ? &readable : &palette->agreed);
  lijn_brush_tick (brush, x, y, radius * 1.3);
}

void
lijn_brush_badge (const LijnBrush *brush, double x, double y, double radius, const char *letter,
                  const LijnColor *color)
{
  LijnColor readable = lijn_color_readable_on (color);
  cairo_t *cr = brush->cr;

  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  lijn_brush_set (brush, &brush->palette->paper);
  cairo_set_line_width (cr, 1.6);
  cairo_stroke_preserve (cr);
  lijn_brush_set (brush, color);
  cairo_fill (cr);
  if (letter == NULL || !lijn_brush_can_read (brush, radius))
    return;
  lijn_brush_set (brush, &readable);
  lijn_brush_text_mark (brush, letter, radius * (g_utf8_strlen (letter, -1) > 1 ? 1.15 : 1.45), x,
                        y);
}

void
lijn_brush_pin (const LijnBrush *brush, double x, double y, double size, int severity, int number,
                LijnFrictionStatus status)
{
  static const double dashes[] = { 2.5, 2 };
  const LijnPalette *palette = brush->palette;
  const LijnColor *fill = is_settled (status)     ? &palette->settled
                          : is_set_aside (status) ? &palette->fill
                                                  : &palette->severity[severity];
  const LijnColor *edge = is_settled (status) || is_set_aside (status)
                              ? &palette->soft
                              : &palette->severity_edge[severity];
  LijnColor readable = lijn_color_readable_on (fill);
  cairo_t *cr = brush->cr;

  path_drop (cr, x, y, size);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  lijn_brush_set (brush, &palette->paper);
  cairo_set_line_width (cr, 3);
  cairo_stroke_preserve (cr);
  lijn_brush_set (brush, fill);
  cairo_fill_preserve (cr);
  lijn_brush_set (brush, edge);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, is_set_aside (status) ? G_N_ELEMENTS (dashes) : 0, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);

  if (number > 0 && lijn_brush_can_read (brush, size / 2))
    {
      lijn_brush_set (brush, &readable);
      draw_number (brush, number, size, x, y - size * HEAD_MIDDLE);
    }
  if (is_settled (status))
    draw_tick_badge (brush, x - size * 0.42, y - size * 0.42, MAX (size * BADGE_RADIUS, 5),
                     status == LIJN_FRICTION_STATUS_CONFIRMED);
}

static void
draw_pin_of (const LijnBrush *brush, const LijnPoint *tip, double size, LijnFriction *friction)
{
  LijnParty *party = lijn_friction_get_raised_by (friction);
  int severity = CLAMP (lijn_friction_get_worst (friction), 0, 5);

  lijn_brush_pin (brush, tip->x, tip->y, size, severity, lijn_friction_get_number (friction),
                  lijn_friction_get_status (friction));
  if (party != NULL)
    {
      g_autofree char *letter = lijn_party_get_letter (party);
      LijnPartyColors colors = lijn_palette_for_party (brush->options->palette, party);

      lijn_brush_badge (brush, tip->x + size * BADGE_RIGHT, tip->y - size * BADGE_UP,
                        size * BADGE_RADIUS, letter, &colors.hue);
    }
  if (lijn_friction_get_private_to (friction) != NULL)
    {
      lijn_brush_set (brush, &brush->palette->ink);
      lijn_brush_lock (brush, tip->x + size * 0.42, tip->y - size * 0.24, MAX (size * 0.5, 9));
    }
}

void
lijn_brush_friction (const LijnBrush *brush, LijnFriction *friction)
{
  LijnPoint tip;
  double size;

  if (lijn_layout_get_pin (brush->layout, friction, &tip, &size))
    draw_pin_of (brush, &tip, size, friction);
}

void
lijn_paint_pin (cairo_t *cr, double x, double y, double size, int severity, int number,
                const char *letter, const LijnColor *badge, const LijnPaintOptions *options)
{
  LijnBrush brush = lijn_brush (cr, NULL, options);

  cairo_save (cr);
  lijn_brush_pin (&brush, x, y, size, CLAMP (severity, 0, 5), number, LIJN_FRICTION_STATUS_RAISED);
  if (badge != NULL)
    lijn_brush_badge (&brush, x + size * BADGE_RIGHT, y - size * BADGE_UP, size * BADGE_RADIUS,
                      letter, badge);
  cairo_restore (cr);
}

void
lijn_paint_pin_of (cairo_t *cr, double x, double y, double size, LijnFriction *friction,
                   const LijnPaintOptions *options)
{
  LijnBrush brush = lijn_brush (cr, NULL, options);
  LijnPoint tip = { x, y };

  cairo_save (cr);
  draw_pin_of (&brush, &tip, size, friction);
  cairo_restore (cr);
}
