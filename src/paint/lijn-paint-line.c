/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-private.h"

#include <math.h>

/* A flow's line: right angles with round corners, and where a level part is crossed by another line a
 * small arc over it. Arcs that would touch become one. */

#define RADIUS 7.0 /* of a corner */
#define JUMP 4.5 /* radius of an arc */
#define KAPPA 0.5523 /* of a quarter of a circle drawn as a Bézier curve */

static void
path_corner (cairo_t *cr, const LijnPoint *before, const LijnPoint *corner, const LijnPoint *after)
{
  double in = hypot (corner->x - before->x, corner->y - before->y);
  double out = hypot (after->x - corner->x, after->y - corner->y);
  double radius = MIN (RADIUS, MIN (in, out) / 2);
  LijnPoint start = lijn_point_towards (corner, before, radius);
  LijnPoint end = lijn_point_towards (corner, after, radius);
  LijnPoint first = lijn_point_towards (&start, corner, radius * KAPPA);
  LijnPoint second = lijn_point_towards (&end, corner, radius * KAPPA);

  cairo_line_to (cr, start.x, start.y);
  cairo_curve_to (cr, first.x, first.y, second.x, second.y, end.x, end.y);
}

/* Up before @from and down after @to, in the direction @way. */
static void
path_jump (cairo_t *cr, double from, double to, double y, double way)
{
  double near = from - way * JUMP;
  double far = to + way * JUMP;
  double curve = way * JUMP * (1 - KAPPA);

  cairo_line_to (cr, near, y);
  cairo_curve_to (cr, near, y - JUMP * KAPPA, near + curve, y - JUMP, from, y - JUMP);
  if (fabs (to - from) > 0.01)
    cairo_line_to (cr, to, y - JUMP);
  cairo_curve_to (cr, far - curve, y - JUMP, far, y - JUMP * KAPPA, far, y);
}

/* @jumps are from left to right. */
static void
path_jumps (cairo_t *cr, const GArray *jumps, double y, gboolean to_the_right)
{
  guint n = jumps->len;

  for (guint i = 0; i < n;)
    {
      guint at = to_the_right ? i : n - 1 - i;
      double from = g_array_index (jumps, double, at);
      double to = from;

      for (i++; i < n; i++)
        {
          double next = g_array_index (jumps, double, to_the_right ? i : n - 1 - i);

          if (fabs (next - to) > 2 * JUMP + 1)
            break;
          to = next;
        }
      path_jump (cr, from, to, y, to_the_right ? 1 : -1);
    }
}

void
lijn_brush_flow_path (const LijnBrush *brush, LijnFlow *flow, const LijnPoint *points, guint n)
{
  cairo_t *cr = brush->cr;
  g_autoptr (GArray) jumps = flow != NULL && lijn_brush_can_see (brush, JUMP)
                                 ? g_array_new (FALSE, FALSE, sizeof (double))
                                 : NULL;

  if (n < 2)
    return;
  cairo_move_to (cr, points[0].x, points[0].y);
  for (guint i = 1; i < n; i++)
    {
      if (jumps != NULL)
        {
          lijn_layout_find_jumps (brush->layout, flow, i - 1, jumps);
          path_jumps (cr, jumps, points[i].y, points[i].x > points[i - 1].x);
        }
      if (i + 1 < n)
        path_corner (cr, &points[i - 1], &points[i], &points[i + 1]);
    }
  cairo_line_to (cr, points[n - 1].x, points[n - 1].y);
}
