/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-tidy-graph.h"

#include "lijn-text.h"

#include <math.h>

/* Tidying, step 8: each flow's line, from its exits and legs, in the file's form (lijn-route.h). All
 * that is level in it lies in the lane of its source or its target. */

static LijnPoint
end_of (LijnTidy *tidy, const LijnTidyEdge *edge, gboolean source)
{
  const LijnTidyNode *node = lijn_tidy_node (tidy, source ? edge->source : edge->target);
  LijnTidyExit exit = source ? edge->leaves : edge->enters;
  gboolean stays = lijn_tidy_node (tidy, edge->source)->layer ==
                   lijn_tidy_node (tidy, edge->target)->layer;

  double off = source ? edge->leaves_off : edge->enters_off;
  double half = node->half_width;

  if (exit != LIJN_TIDY_LEVEL)
    return (LijnPoint){ node->x, node->y + (exit == LIJN_TIDY_BELOW ? 1 : -1) * node->half_height };
  if (node->box->kind == LIJN_ELEMENT_KIND_DECISION)
    half *= 1 - fabs (off) / node->half_height;
  return (LijnPoint){ node->x + (source || stays ? 1 : -1) * half, node->y + off };
}

static void
add (GArray *points, double x, double y)
{
  LijnPoint point = { x, y };

  g_array_append_val (points, point);
}

/* The height at which a flow runs that leaves or enters plumb. */
static double
level_beside (LijnTidy *tidy, const LijnTidyEdge *edge, gboolean source)
{
  if (edge->on_track)
    return edge->track;
  if (edge->n_passing == 0)
    return end_of (tidy, edge, !source).y;
  return lijn_tidy_node (tidy, edge->first + (source != edge->turned ? 0 : edge->n_passing - 1))->y;
}

static GArray *
list_points (LijnTidy *tidy, const LijnTidyEdge *edge)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (LijnPoint));
  LijnPoint from = end_of (tidy, edge, TRUE);
  LijnPoint to = end_of (tidy, edge, FALSE);

  add (points, from.x, from.y);
  if (edge->leaves != LIJN_TIDY_LEVEL && !edge->plumb)
    add (points, from.x, level_beside (tidy, edge, TRUE));
  for (guint i = edge->first_leg; i < edge->first_leg + edge->n_legs; i++)
    {
      const LijnTidyLeg *leg = lijn_tidy_leg (tidy, i);

      add (points, leg->x, leg->from);
      add (points, leg->x, leg->to);
    }
  if (edge->enters != LIJN_TIDY_LEVEL && !edge->plumb)
    add (points, to.x, level_beside (tidy, edge, FALSE));
  add (points, to.x, to.y);
  g_array_set_size (points, lijn_path_simplify ((LijnPoint *) (void *) points->data, points->len));
  return points;
}

/* What is level in a lane is told from there. */
static gboolean
is_from_source (LijnTidy *tidy, guint source, guint target, double y)
{
  double off_source = MAX (
      MAX (tidy->lane_tops[source] - y, y - tidy->lane_tops[source] - tidy->lane_heights[source]),
      0);
  double off_target = MAX (
      MAX (tidy->lane_tops[target] - y, y - tidy->lane_tops[target] - tidy->lane_heights[target]),
      0);

  return off_source <= off_target;
}

static gboolean
is_square (const GArray *points)
{
  for (guint i = 0; i + 1 < points->len; i++)
    {
      const LijnPoint *at = &g_array_index (points, LijnPoint, i);

      if (fabs (at[0].x - at[1].x) > 0.01 && fabs (at[0].y - at[1].y) > 0.01)
        return FALSE;
    }
  return points->len >= 2;
}

char *
lijn_tidy_write_route (LijnTidy *tidy, guint number)
{
  const LijnTidyEdge *edge = lijn_tidy_edge (tidy, number);
  guint source = (guint) lijn_tidy_node (tidy, edge->source)->box->lane;
  guint target = (guint) lijn_tidy_node (tidy, edge->target)->box->lane;
  g_autoptr (GArray) points = list_points (tidy, edge);
  GString *route;

  if (!is_square (points))
    return NULL;
  route = g_string_new (NULL);
  for (guint i = 0; i < points->len; i++)
    {
      const LijnPoint *at = &g_array_index (points, LijnPoint, i);
      gboolean from_source = is_from_source (tidy, source, target, at->y);
      g_autofree char *x = lijn_number_to_text (round (at->x * 100) / 100);
      g_autofree char *y = lijn_number_to_text (
          round ((at->y - tidy->lane_tops[from_source ? source : target]) * 100) / 100);

      g_string_append_printf (route, "%s%c%s,%s", i > 0 ? " " : "", from_source ? 's' : 't', x, y);
    }
  return g_string_free (route, FALSE);
}
