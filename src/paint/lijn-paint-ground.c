/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-private.h"

#include <math.h>

/* What everything lies on: the parties' bands, lanes in two barely different tints, phases, and the
 * ropes on which the interfaces hang. Names of parties and lanes are in lijn-paint-headers.c. */

#define SPAN 560.0 /* from one place where the rope is held to the next, about */
#define ROPE_PEN 2.6
#define KNOT 4.5 /* at the ends */

static LijnCorners
lane_corners (const LijnPartyBox *party, const LijnLaneBox *lane)
{
  LijnCorners corners = 0;

  if (lane->rect.y <= party->rect.y + 0.5)
    corners |= LIJN_CORNER_TOP_RIGHT;
  if (lane->rect.y + lane->rect.height >= party->rect.y + party->rect.height - 0.5)
    corners |= LIJN_CORNER_BOTTOM_RIGHT;
  return corners;
}

static void
draw_lane (const LijnBrush *brush, const LijnPartyBox *party, const LijnLaneBox *lane,
           const LijnPartyColors *colors, const LijnRect *clip)
{
  cairo_t *cr = brush->cr;

  lijn_brush_rounded (brush, &lane->rect, LIJN_PARTY_RADIUS, lane_corners (party, lane));
  lijn_brush_set (brush, lane->index % 2 == 0 ? &colors->tint : &colors->faint);
  cairo_fill (cr);
  if (lane->index > 0)
    {
      lijn_brush_set (brush, &brush->palette->hairline);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, lane->rect.x, lane->rect.y);
      cairo_line_to (cr, lane->rect.x + lane->rect.width, lane->rect.y);
      cairo_stroke (cr);
    }
  if (clip == NULL || lijn_rect_intersects (lane->collapsed ? &lane->rect : &lane->header, clip))
    lijn_brush_lane_name (brush, lane);
}

/* On paper the tints may vanish, so a line goes around. */
static void
draw_party (const LijnBrush *brush, const LijnPartyBox *box, const LijnRect *clip)
{
  LijnPartyColors colors = lijn_palette_for_party (brush->options->palette, box->party);
  guint n;
  const LijnLaneBox *lanes = lijn_layout_get_lanes (brush->layout, &n);

  for (guint i = 0; i < n; i++)
    if (lijn_lane_get_party (lanes[i].lane) == box->party &&
        (clip == NULL || lijn_rect_intersects (&lanes[i].rect, clip)))
      draw_lane (brush, box, &lanes[i], &colors, clip);
  if (brush->options->palette == LIJN_PALETTE_PAPER)
    {
      lijn_brush_rounded (brush, &box->rect, LIJN_PARTY_RADIUS, LIJN_CORNER_ALL);
      lijn_brush_set (brush, &brush->palette->edge);
      cairo_set_line_width (brush->cr, 0.8);
      cairo_stroke (brush->cr);
    }
  if (clip == NULL || lijn_rect_intersects (&box->header, clip))
    lijn_brush_party_band (brush, box, &colors);
}

/* The rope is held at even distances and sags between, here a little more and there a little less:
 * half waves of a cosine, so that it has no kinks. */
static guint
count_spans (const LijnLineBox *line)
{
  return (guint) MAX (1, lround (line->rect.width / SPAN));
}

static double
span_sag (guint span)
{
  static const double sags[] = { 6, 4.2, 5.2, 4.6 };

  return sags[span % G_N_ELEMENTS (sags)];
}

double
lijn_rope_get_y (const LijnLineBox *line, double x)
{
  guint spans = count_spans (line);
  double place = CLAMP ((x - line->rect.x) / line->rect.width, 0, 1) * spans;
  guint span = MIN ((guint) place, spans - 1);

  return line->rope + span_sag (span) * (1 - cos (2 * G_PI * (place - span))) / 2;
}

/* The spans of the rope that touch @clip. */
static void
path_rope (cairo_t *cr, const LijnLineBox *line, double inset, const LijnRect *clip)
{
  /* How far the handles of the Bézier curve that follows half a cosine wave best reach. */
  const double handle = 0.3642;
  guint spans = count_spans (line);
  double left = line->rect.x + inset;
  double half = (line->rect.width - 2 * inset) / spans / 2;
  guint first = 0;
  guint last = spans * 2;

  if (clip != NULL)
    {
      first = (guint) CLAMP (floor ((clip->x - left) / half), 0, last);
      last = (guint) CLAMP (ceil ((clip->x + clip->width - left) / half), first, last);
    }
  cairo_new_path (cr);
  for (guint i = first; i < last; i++)
    {
      double high = line->rope;
      double low = line->rope + span_sag (i / 2);
      double x = left + i * half;
      double from = i % 2 == 0 ? high : low;
      double to = i % 2 == 0 ? low : high;

      /* Each by itself, so that its dashes do not depend on where the clip begins. */
      cairo_move_to (cr, x, from);
      cairo_curve_to (cr, x + half * handle, from, x + half * (1 - handle), to, x + half, to);
    }
}

static void
draw_knots (const LijnBrush *brush, const LijnLineBox *line)
{
  cairo_t *cr = brush->cr;

  cairo_new_path (cr);
  lijn_brush_set (brush, &brush->palette->rope);
  cairo_arc (cr, line->rect.x + KNOT, line->rope, KNOT, 0, 2 * G_PI);
  cairo_close_path (cr);
  cairo_new_sub_path (cr);
  cairo_arc (cr, line->rect.x + line->rect.width - KNOT, line->rope, KNOT, 0, 2 * G_PI);
  cairo_close_path (cr);
  cairo_fill (cr);
}

void
lijn_brush_rope (const LijnBrush *brush, const LijnLineBox *line, const LijnRect *clip)
{
  static const double twist[] = { 2, 3.4 };
  cairo_t *cr = brush->cr;

  lijn_brush_set (brush, &brush->palette->rope);
  path_rope (cr, line, KNOT, clip);
  cairo_set_line_width (cr, ROPE_PEN);
  cairo_stroke_preserve (cr);
  if (lijn_brush_can_see (brush, 4))
    {
      lijn_brush_set (brush, &brush->palette->twist);
      cairo_set_dash (cr, twist, G_N_ELEMENTS (twist), 0);
      cairo_set_line_width (cr, ROPE_PEN - 1.4);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
    }
  draw_knots (brush, line);
}

void
lijn_paint_ground (cairo_t *cr, LijnLayout *layout, const LijnPaintOptions *options,
                   const LijnRect *clip)
{
  LijnBrush brush = lijn_brush (cr, layout, options);
  const LijnPartyBox *parties;
  const LijnLineBox *lines;
  guint n;

  cairo_save (cr);
  if (options->ground)
    {
      lijn_brush_set (&brush, &brush.palette->paper);
      cairo_paint (cr);
    }
  parties = lijn_layout_get_parties (layout, &n);
  for (guint i = 0; i < n; i++)
    if (clip == NULL || lijn_rect_intersects (&parties[i].rect, clip))
      draw_party (&brush, &parties[i], clip);
  lijn_brush_phases (&brush, clip);
  lines = lijn_layout_get_lines (layout, &n);
  for (guint i = 0; i < n; i++)
    if (clip == NULL || lijn_rect_intersects (&lines[i].rect, clip))
      lijn_brush_rope (&brush, &lines[i], clip);
  cairo_restore (cr);
}
