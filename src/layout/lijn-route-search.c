/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-scene.h"

#include <math.h>
#include <string.h>

/* Finding a line: the simple lines between a place on a side of the source and one on a side of the
 * target are tried, each judged by what it costs: its length, its bends, sides that are unusual,
 * what it runs through, over or along. The cheapest wins. When every one of them runs through
 * something, lijn-route-maze.c looks for a way round. */

#define LANE_OFF 24.0 /* from a shape to the first channel beside it */
#define CHANNEL 12.0 /* between neighbouring lines */

#define FAR 6000.0

/* Has @search consider @points at a cost of @preference beside what is measured. */
static void
try_line (LijnSearch *search, const LijnPoint *points, guint n, double preference)
{
  LijnPoint path[8];
  double cost;

  g_return_if_fail (n <= G_N_ELEMENTS (path));
  memcpy (path, points, n * sizeof (LijnPoint));
  n = lijn_path_simplify (path, n);
  if (n < 2)
    return;
  cost = preference + lijn_search_judge (search, path, n, search->best_cost - preference);
  if (cost >= search->best_cost)
    return;
  search->best_cost = cost;
  search->best_hits = search->n_hits;
  g_array_set_size (search->best, 0);
  g_array_append_vals (search->best, path, n);
}

/* Whether going from @at outwards of @side towards @to is forward, by a stub at least. */
static gboolean
is_ahead (const LijnPort *port, LijnPoint to)
{
  return (to.x - port->at.x) * lijn_outward[port->side].x +
             (to.y - port->at.y) * lijn_outward[port->side].y >=
         LIJN_STUB;
}

/* The channels that a line could use beside @from and @to, along one axis. */
static guint
list_channels (double from, double from_end, double to, double to_end, double *channels)
{
  guint n = 0;
  double lows[] = { from, to };
  double highs[] = { from_end, to_end };

  for (int i = 0; i < 2; i++)
    for (int step = 0; step < 3; step++)
      {
        channels[n++] = highs[i] + LANE_OFF + step * CHANNEL;
        channels[n++] = lows[i] - LANE_OFF - step * CHANNEL;
      }
  if (from_end + 2 * LIJN_STUB <= to)
    channels[n++] = round ((from_end + to) / 2);
  if (to_end + 2 * LIJN_STUB <= from)
    channels[n++] = round ((to_end + from) / 2);
  return n;
}

#define MOST_CHANNELS 24

static guint
list_columns (LijnSearch *search, double *columns)
{
  const LijnRect *s = &search->source;
  const LijnRect *t = &search->target;

  return list_channels (s->x, s->x + s->width, t->x, t->x + t->width, columns);
}

/* Rows lie beside the shapes, and along the edges of their lanes: two deep for lines that are found
 * while others may lie there and cannot give way. */
static guint
list_rows (LijnSearch *search, double *rows)
{
  const LijnRect *s = &search->source;
  const LijnRect *t = &search->target;
  guint n = list_channels (s->y, s->y + s->height, t->y, t->y + t->height, rows);
  const LijnRect *shapes[] = { s, t };

  for (int i = 0; i < 2; i++)
    {
      const LijnLaneBox *lane = lijn_layout_lane_at (search->layout,
                                                     lijn_rect_center (shapes[i]).y);

      for (int depth = 0; lane != NULL && depth < (search->in_turn ? 2 : 1); depth++)
        {
          rows[n++] = lane->rect.y + LIJN_STUB + depth * CHANNEL;
          rows[n++] = lane->rect.y + lane->rect.height - LIJN_STUB - depth * CHANNEL;
        }
    }
  return n;
}

/* With one bend, or none when the two are in line. */
static void
try_straight (LijnSearch *search, const LijnPort *from, const LijnPort *to, double preference)
{
  LijnPoint path[] = { from->at, to->at, to->at };

  if (lijn_side_is_plumb (from->side) == lijn_side_is_plumb (to->side))
    {
      double off = lijn_side_is_plumb (from->side) ? fabs (from->at.x - to->at.x)
                                                   : fabs (from->at.y - to->at.y);

      if (off < 0.01 && is_ahead (from, to->at) && is_ahead (to, from->at))
        try_line (search, path, 2, preference);
      return;
    }
  path[1] = lijn_side_is_plumb (from->side) ? (LijnPoint){ from->at.x, to->at.y }
                                            : (LijnPoint){ to->at.x, from->at.y };
  if (is_ahead (from, path[1]) && is_ahead (to, path[1]))
    try_line (search, path, 3, preference);
}

/* With two bends: Z, or U where both sides look the same way. */
static void
try_channel (LijnSearch *search, const LijnPort *from, const LijnPort *to, double preference,
             const double *channels, guint n)
{
  gboolean plumb = lijn_side_is_plumb (from->side);

  for (guint i = 0; i < n; i++)
    {
      LijnPoint a = plumb ? (LijnPoint){ from->at.x, channels[i] }
                          : (LijnPoint){ channels[i], from->at.y };
      LijnPoint b = plumb ? (LijnPoint){ to->at.x, channels[i] }
                          : (LijnPoint){ channels[i], to->at.y };
      LijnPoint path[] = { from->at, a, b, to->at };

      if (is_ahead (from, a) && is_ahead (to, b))
        try_line (search, path, 4, preference);
    }
}

static LijnPoint
step_out (const LijnPort *port, double by)
{
  return (LijnPoint){ port->at.x + lijn_outward[port->side].x * by,
                      port->at.y + lijn_outward[port->side].y * by };
}

/* For a line over a great part of a map fewer ways are tried: each takes long to judge. */
static gboolean
is_far (const LijnPort *from, const LijnPort *to)
{
  return fabs (from->at.x - to->at.x) > FAR;
}

/* With four bends: out, along a row, and in. Both ends look to the left or right. */
static void
try_round (LijnSearch *search, const LijnPort *from, const LijnPort *to, double preference,
           const double *rows, guint n)
{
  static const double outs[] = { LANE_OFF - 4, LANE_OFF - 4 + CHANNEL, LIJN_STUB };

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < (is_far (from, to) ? 1 : G_N_ELEMENTS (outs)); j++)
      {
        LijnPoint a = step_out (from, outs[j]);
        LijnPoint d = step_out (to, outs[j]);
        LijnPoint path[] = { from->at, a, { a.x, rows[i] }, { d.x, rows[i] }, d, to->at };

        try_line (search, path, 6, preference);
      }
}

/* With three bends: one end looks to the side, the other up or down. */
static void
try_hook (LijnSearch *search, const LijnPort *from, const LijnPort *to, double preference,
          const double *rows, guint n)
{
  gboolean from_plumb = lijn_side_is_plumb (from->side);

  for (guint i = 0; i < n; i++)
    {
      LijnPoint out = step_out (from_plumb ? to : from, LANE_OFF - 4);
      LijnPoint level = { (from_plumb ? from : to)->at.x, rows[i] };
      LijnPoint corner = { out.x, rows[i] };

      if (!is_ahead (from_plumb ? from : to, level))
        continue;
      if (from_plumb)
        try_line (search, (LijnPoint[]){ from->at, level, corner, out, to->at }, 5, preference);
      else
        try_line (search, (LijnPoint[]){ from->at, out, corner, level, to->at }, 5, preference);
    }
}

/* A bound below what any line between the two costs. */
static double
cost_at_least (const LijnPort *from, const LijnPort *to)
{
  double dx = fabs (from->at.x - to->at.x);
  double dy = fabs (from->at.y - to->at.y);
  gboolean from_plumb = lijn_side_is_plumb (from->side);

  if (from_plumb != lijn_side_is_plumb (to->side))
    return dx + dy + LIJN_COST_BEND;
  return dx + dy + ((from_plumb ? dx : dy) < 0.01 ? 0 : 2 * LIJN_COST_BEND);
}

static void
try_pair (LijnSearch *search, const LijnPort *from, const LijnPort *to)
{
  double preference = from->cost + to->cost;
  gboolean from_plumb = lijn_side_is_plumb (from->side);
  gboolean to_plumb = lijn_side_is_plumb (to->side);
  double rows[MOST_CHANNELS];
  double columns[MOST_CHANNELS];
  guint n_rows, n_columns;

  if (preference + cost_at_least (from, to) >= search->best_cost)
    return;
  n_rows = list_rows (search, rows);
  n_columns = list_columns (search, columns);
  try_straight (search, from, to, preference);
  if (from_plumb == to_plumb)
    try_channel (search, from, to, preference, from_plumb ? rows : columns,
                 from_plumb ? n_rows : n_columns);
  if (!from_plumb && !to_plumb)
    try_round (search, from, to, preference, rows, n_rows);
  else if (from_plumb != to_plumb)
    try_hook (search, from, to, preference, rows, n_rows);
}

/* A line from an element to itself: out at the right, in from above. */
static void
try_loop (LijnSearch *search)
{
  const LijnRect *rect = &search->source;
  LijnPoint out = lijn_search_middle (rect, LIJN_SIDE_RIGHT);
  LijnPoint in = lijn_search_middle (rect, LIJN_SIDE_TOP);
  LijnPoint path[] = { out,
                       { out.x + LANE_OFF, out.y },
                       { out.x + LANE_OFF, in.y - LANE_OFF },
                       { in.x, in.y - LANE_OFF },
                       in };

  try_line (search, path, 5, 0);
}

static void
try_ports (LijnSearch *search, const LijnPort *from, const LijnPort *to)
{
  double before = search->best_cost;

  try_pair (search, from, to);
  if (search->best_cost < before)
    {
      search->best_sides[0] = from->side;
      search->best_sides[1] = to->side;
    }
}

/* First between likely places; other places are looked at only on the sides that were best, for a
 * line that runs freer. */
static void
try_all (LijnSearch *search)
{
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (LijnPort));
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (LijnPort));

  lijn_search_list_ports (search, TRUE, sources);
  lijn_search_list_ports (search, FALSE, targets);
  for (int pass = 0; pass < 2; pass++)
    {
      LijnSide sides[] = { search->best_sides[0], search->best_sides[1] };

      for (guint i = 0; i < sources->len; i++)
        for (guint j = 0; j < targets->len; j++)
          {
            const LijnPort *from = &g_array_index (sources, LijnPort, i);
            const LijnPort *to = &g_array_index (targets, LijnPort, j);
            gboolean likely = from->likely && to->likely;

            if (pass == 0 ? likely
                          : !likely && !is_far (from, to) && from->side == sides[0] &&
                                to->side == sides[1])
              try_ports (search, from, to);
          }
    }
}

/* Between the bands of two collapsed lanes that touch there is no room: from inside one to inside the
 * other, so that it can be seen. */
static void
draw_between_bands (LijnSearch *search)
{
  LijnPoint a = lijn_rect_center (&search->source), b = lijn_rect_center (&search->target);
  double y = (a.y + b.y) / 2;
  LijnPoint path[] = { a, { a.x, y }, { b.x, y }, b };

  g_array_set_size (search->best, 0);
  g_array_append_vals (search->best, path, lijn_path_simplify (path, 4));
}

static gboolean
joins_bands (LijnSearch *search)
{
  return search->source_box != NULL && search->source_box->folded && search->target_box != NULL &&
         search->target_box->folded && search->source_box->lane != search->target_box->lane;
}

/* When nothing at all is possible (a shape lies in the other): a line all the same. */
static void
draw_anyhow (LijnSearch *search)
{
  LijnPoint a = lijn_search_middle (&search->source, LIJN_SIDE_RIGHT);
  LijnPoint b = lijn_search_middle (&search->target, LIJN_SIDE_LEFT);
  double x = a.x + LANE_OFF;
  LijnPoint path[] = { a, { x, a.y }, { x, b.y }, b };

  g_array_set_size (search->best, 0);
  g_array_append_vals (search->best, path, lijn_path_simplify (path, 4));
}

/* From the rectangle around a diamond on to the diamond itself. */
static void
reach_diamond (const LijnRect *rect, LijnElementKind kind, LijnPoint *end, const LijnPoint *next)
{
  gboolean level = fabs (end->y - next->y) < 0.01;
  LijnSide side = level ? (next->x > end->x ? LIJN_SIDE_RIGHT : LIJN_SIDE_LEFT)
                        : (next->y > end->y ? LIJN_SIDE_BOTTOM : LIJN_SIDE_TOP);
  LijnPoint at = lijn_path_meet_diamond (rect, side, *end);

  if (kind == LIJN_ELEMENT_KIND_DECISION &&
      (level ? fabs (at.y - end->y) : fabs (at.x - end->x)) < 0.01)
    *end = at;
}

static gboolean
parties_differ (LijnSearch *search)
{
  return search->source_box != NULL && search->target_box != NULL &&
         lijn_bands_party (search->layout, search->source_box->lane) !=
             lijn_bands_party (search->layout, search->target_box->lane);
}

gboolean
lijn_search_prepare (LijnSearch *search, LijnLayout *layout, LijnFlow *flow)
{
  *search = (LijnSearch){ .layout = layout, .mind_wires = TRUE };
  search->source_box = lijn_scene_box (layout, lijn_flow_get_source (flow));
  search->target_box = lijn_scene_box (layout, lijn_flow_get_target (flow));
  search->wire = lijn_scene_wire (layout, flow);
  if (search->source_box == NULL || search->target_box == NULL ||
      lijn_bands_any_collapsed (layout, search->source_box->lane, search->target_box->lane))
    return FALSE;
  search->source = search->source_box->item.rect;
  search->target = search->target_box->item.rect;
  search->source_kind = lijn_element_get_kind (search->source_box->element);
  search->target_kind = lijn_element_get_kind (search->target_box->element);
  return TRUE;
}

LijnPoint *
lijn_search_run (LijnSearch *search, guint *n)
{
  LijnRect around = lijn_rect_union (&search->source, &search->target);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GArray) best = g_array_new (FALSE, FALSE, sizeof (LijnPoint));
  g_autofree LijnStretch *stretches = g_new0 (LijnStretch, LIJN_N_STRETCHES);

  search->stretches = stretches;
  search->seen = around;
  search->found = found;
  search->best = best;
  search->best_cost = G_MAXDOUBLE;
  search->across = parties_differ (search);
  if (lijn_rect_equal (&search->source, &search->target))
    try_loop (search);
  else
    {
      try_all (search);
      if (search->best_hits > 0 || best->len < 2)
        lijn_maze_run (search);
    }
  if (best->len < 2 && joins_bands (search))
    draw_between_bands (search);
  else if (best->len < 2)
    draw_anyhow (search);
  reach_diamond (&search->source, search->source_kind, &g_array_index (best, LijnPoint, 0),
                 &g_array_index (best, LijnPoint, 1));
  reach_diamond (&search->target, search->target_kind,
                 &g_array_index (best, LijnPoint, best->len - 1),
                 &g_array_index (best, LijnPoint, best->len - 2));
  *n = best->len;
  search->found = NULL;
  search->best = NULL;
  search->stretches = NULL;
  return g_memdup2 (best->data, best->len * sizeof (LijnPoint));
}
