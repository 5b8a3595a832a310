/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-private.h"

#include <math.h>
#include <string.h>

/* A flow: its line (lijn-paint-line.c) with a small filled head. A hand-over is a
 * little heavier, an association dotted and without a head, or with an open one where it leads to
 * or from a document, whose direction counts. */

#define PEN 1.5
#define PEN_HAND_OVER 1.9
#define HEAD 8.0
#define HEAD_HAND_OVER 9.0

static void
path_head (cairo_t *cr, const LijnPoint *from, const LijnPoint *tip, double length, double half)
{
  double distance = hypot (tip->x - from->x, tip->y - from->y);
  double dx = distance > 0 ? (tip->x - from->x) / distance : 1;
  double dy = distance > 0 ? (tip->y - from->y) / distance : 0;

  cairo_move_to (cr, tip->x - dx * length - dy * half, tip->y - dy * length + dx * half);
  cairo_line_to (cr, tip->x, tip->y);
  cairo_line_to (cr, tip->x - dx * length + dy * half, tip->y - dy * length - dx * half);
}

/* The last point that is not the tip itself. */
static const LijnPoint *
before_tip (const LijnPoint *points, guint n)
{
  const LijnPoint *tip = &points[n - 1];

  for (guint i = n - 1; i-- > 0;)
    if (hypot (tip->x - points[i].x, tip->y - points[i].y) > 0.01)
      return &points[i];
  return &points[0];
}

static gboolean
concerns_a_document (LijnFlow *flow)
{
  LijnElement *source = lijn_flow_get_source (flow);
  LijnElement *target = lijn_flow_get_target (flow);

  return (source != NULL && lijn_element_get_kind (source) == LIJN_ELEMENT_KIND_DOCUMENT) ||
         (target != NULL && lijn_element_get_kind (target) == LIJN_ELEMENT_KIND_DOCUMENT);
}

static void
draw_association (const LijnBrush *brush, LijnFlow *flow, const LijnPoint *points, guint n)
{
  static const double dots[] = { 0.01, 4 };
  cairo_t *cr = brush->cr;

  cairo_new_path (cr);
  lijn_brush_flow_path (brush, NULL, points, n);
  cairo_set_line_width (cr, 1.6);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (concerns_a_document (flow))
    {
      path_head (cr, before_tip (points, n), &points[n - 1], 7, 4);
      cairo_set_line_width (cr, 1.3);
      cairo_stroke (cr);
    }
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
}

/* Adds the line to the path; it ends inside the head, so that its blunt end does not show beside
 * the tip. */
static void
path_line (const LijnBrush *brush, LijnFlow *flow, const LijnPoint *points, guint n, gboolean heavy)
{
  double length = heavy ? HEAD_HAND_OVER : HEAD;
  const LijnPoint *from = before_tip (points, n);
  const LijnPoint *tip = &points[n - 1];
  LijnPoint few[16];
  LijnPoint *line = n <= G_N_ELEMENTS (few) ? few : g_new (LijnPoint, n);

  memcpy (line, points, n * sizeof *points);
  if (hypot (tip->x - from->x, tip->y - from->y) > length)
    line[n - 1] = lijn_point_towards (tip, from, length * 0.6);
  lijn_brush_flow_path (brush, flow, line, n);
  if (line != few)
    g_free (line);
}

static void
path_arrow_head (const LijnBrush *brush, const LijnPoint *points, guint n, gboolean heavy)
{
  path_head (brush->cr, before_tip (points, n), &points[n - 1], heavy ? HEAD_HAND_OVER : HEAD,
             heavy ? 4.6 : 4.1);
}

static void
draw_label (const LijnBrush *brush, LijnFlow *flow)
{
  LijnSetting setting = { .style = LIJN_TYPE_LABEL, .align = PANGO_ALIGN_CENTER };
  LijnRect rect;

  if (!lijn_brush_can_read (brush, 11.5) ||
      !lijn_layout_get_flow_label (brush->layout, flow, &rect))
    return;
  setting.width = ceil (rect.width) + 0.5;
  setting.height = rect.height + 1;
  lijn_brush_text (brush, lijn_text_get (lijn_flow_get_name (flow), &setting),
                   rect.x - (setting.width - rect.width) / 2, rect.y);
}

/* Lines, then heads, of those of @kind, each in one operation: on paper the number of operations is
 * what takes time. */
static void
draw_arrows (const LijnBrush *brush, LijnFlow *const *flows, guint n_flows, LijnFlowKind kind)
{
  gboolean heavy = kind == LIJN_FLOW_KIND_HAND_OVER;
  cairo_t *cr = brush->cr;
  const LijnPoint *points;
  guint n;

  cairo_new_path (cr);
  for (guint i = 0; i < n_flows; i++)
    if (lijn_flow_get_kind (flows[i]) == kind &&
        (points = lijn_layout_get_flow_points (brush->layout, flows[i], &n)) != NULL && n >= 2)
      path_line (brush, flows[i], points, n, heavy);
  cairo_set_line_width (cr, heavy ? PEN_HAND_OVER : PEN);
  cairo_stroke (cr);
  for (guint i = 0; i < n_flows; i++)
    if (lijn_flow_get_kind (flows[i]) == kind &&
        (points = lijn_layout_get_flow_points (brush->layout, flows[i], &n)) != NULL && n >= 2)
      path_arrow_head (brush, points, n, heavy);
  cairo_fill (cr);
}

void
lijn_brush_flows (const LijnBrush *brush, LijnFlow *const *flows, guint n_flows)
{
  guint n;

  lijn_brush_set (brush, &brush->palette->soft);
  draw_arrows (brush, flows, n_flows, LIJN_FLOW_KIND_SEQUENCE);
  draw_arrows (brush, flows, n_flows, LIJN_FLOW_KIND_HAND_OVER);
  for (guint i = 0; i < n_flows; i++)
    {
      const LijnPoint *points = lijn_layout_get_flow_points (brush->layout, flows[i], &n);

      if (points != NULL && n >= 2 && lijn_flow_get_kind (flows[i]) == LIJN_FLOW_KIND_ASSOCIATION)
        draw_association (brush, flows[i], points, n);
      draw_label (brush, flows[i]);
    }
  lijn_brush_pegs (brush, flows, n_flows);
}
