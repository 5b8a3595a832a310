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
#define CLEAR 8.0 /* kept from other elements */
#define CHANNEL 12.0 /* between neighbouring lines */
#define CLOSE 7.0 /* lines nearer than this run along each other */
#define CORNER 12.0 /* kept between a line's end and the corner of a shape */

#define COST_GRAZE 60.0 /* too near by one */
#define COST_ALONG 80.0 /* on another line, and half a point more for each point along it */
#define COST_CROSS 16.0
#define COST_BAND 250.0 /* level inside the band of a line of interaction */
#define COST_STRANGE_LANE 120.0 /* level in a lane of neither end */
#define COST_END_TAKEN 90.0
#define COST_NEIGHBOUR 20.0 /* hand-overs side by side */
#define TAG_ROOM 22.0
#define N_STRETCHES 512 /* that are remembered while searching */

const LijnPoint lijn_outward[] = { [LIJN_SIDE_RIGHT] = { 1, 0 },
                                   [LIJN_SIDE_BOTTOM] = { 0, 1 },
                                   [LIJN_SIDE_TOP] = { 0, -1 },
                                   [LIJN_SIDE_LEFT] = { -1, 0 } };
const double lijn_cost_of_leaving[] = {
  [LIJN_SIDE_RIGHT] = 0, [LIJN_SIDE_BOTTOM] = 45, [LIJN_SIDE_TOP] = 45, [LIJN_SIDE_LEFT] = 90
};
const double lijn_cost_of_entering[] = {
  [LIJN_SIDE_RIGHT] = 100, [LIJN_SIDE_BOTTOM] = 45, [LIJN_SIDE_TOP] = 40, [LIJN_SIDE_LEFT] = 0
};

static gboolean
is_plumb_side (LijnSide side)
{
  return side == LIJN_SIDE_TOP || side == LIJN_SIDE_BOTTOM;
}

/* Which of the elements in the way is @box itself, or round it (a step inside a frame). */
static gboolean
in_the_way (LijnSearch *search, const LijnGridItem *item)
{
  return item->kind == LIJN_ITEM_BOX && item->owner != search->source_box &&
         item->owner != search->target_box;
}

static gboolean
passes_through (const LijnRect *rect, const LijnPoint *a, const LijnPoint *b)
{
  return MAX (a->x, b->x) > rect->x + 0.5 && MIN (a->x, b->x) < rect->x + rect->width - 0.5 &&
         MAX (a->y, b->y) > rect->y + 0.5 && MIN (a->y, b->y) < rect->y + rect->height - 0.5;
}

static double
judge_against_wire (const LijnGridItem *item, const LijnPoint *a, const LijnPoint *b,
                    gboolean across)
{
  const LijnWire *wire = item->owner;
  const LijnPoint *c = &wire->points[item->index];
  const LijnPoint *d = c + 1;
  gboolean level = fabs (a->y - b->y) < 0.01;
  double apart, overlap;

  if (level != (fabs (c->y - d->y) < 0.01))
    return passes_through (&(LijnRect){ item->rect.x - 1, item->rect.y - 1, item->rect.width + 2,
                                        item->rect.height + 2 },
                           a, b)
               ? COST_CROSS
               : 0;
  apart = level ? fabs (a->y - c->y) : fabs (a->x - c->x);
  overlap =
      level ? MIN (MAX (a->x, b->x), MAX (c->x, d->x)) - MAX (MIN (a->x, b->x), MIN (c->x, d->x))
            : MIN (MAX (a->y, b->y), MAX (c->y, d->y)) - MAX (MIN (a->y, b->y), MIN (c->y, d->y));
  if (overlap <= 0)
    return 0;
  /* On a line of interaction, tags want room beside them. */
  if (apart >= CLOSE)
    return !level && across && wire->n_crossings > 0 && apart < TAG_ROOM ? COST_NEIGHBOUR : 0;
  return COST_ALONG + overlap / 2;
}

static gboolean
lies_in (LijnSearch *search, const LijnBox *box, double y)
{
  const LijnRect *lane;

  if (box == NULL || box->lane < 0)
    return TRUE;
  lane = &g_array_index (search->layout->lanes, LijnLaneBox, box->lane).rect;
  return y > lane->y && y < lane->y + lane->height;
}

/* A level stretch keeps out of the bands, and had best lie in the source's or target's lane: there
 * it stays among the things it was found among, whatever happens to the lanes between. */
static double
judge_against_bands (LijnSearch *search, const LijnPoint *a, const LijnPoint *b)
{
  GArray *lines = search->layout->line_boxes;

  if (fabs (a->y - b->y) > 0.01)
    return 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const LijnRect *band = &g_array_index (lines, LijnLineBox, i).rect;

      if (a->y > band->y - 4 && a->y < band->y + band->height + 4)
        return COST_BAND;
    }
  return lies_in (search, search->source_box, a->y) || lies_in (search, search->target_box, a->y)
             ? 0
             : COST_STRANGE_LANE;
}

static double
hit_box (LijnSearch *search)
{
  search->n_hits++;
  return LIJN_COST_BOX;
}

static double
judge_stretch (LijnSearch *search, const LijnPoint *a, const LijnPoint *b)
{
  LijnRect area = lijn_rect_around ((LijnPoint[]){ *a, *b }, 2);
  double cost = judge_against_bands (search, a, b);

  /* A line may touch its own shapes only where it begins and ends. */
  if (passes_through (&search->source, a, b))
    cost += hit_box (search);
  if (passes_through (&search->target, a, b))
    cost += hit_box (search);
  area = lijn_rect_grow (&area, search->across ? TAG_ROOM : CLEAR);
  search->seen = lijn_rect_union (&search->seen, &area);
  g_ptr_array_set_size (search->found, 0);
  lijn_grid_find (search->layout->things, &area, search->found);
  for (guint j = 0; j < search->found->len; j++)
    {
      const LijnGridItem *item = g_ptr_array_index (search->found, j);
      LijnRect wide = lijn_rect_grow (&item->rect, CLEAR - 1);

      if (in_the_way (search, item))
        {
          if (passes_through (&item->rect, a, b))
            cost += hit_box (search);
          else if (passes_through (&wide, a, b))
            cost += COST_GRAZE;
        }
      else if (item->kind == LIJN_ITEM_WIRE && search->mind_wires && item->owner != search->wire)
        cost += judge_against_wire (item, a, b, search->across);
    }
  return cost;
}

static guint
hash_stretch (const LijnPoint *a, const LijnPoint *b)
{
  guint hash = (guint) (gint64) (a->x * 4);

  hash = hash * 31 + (guint) (gint64) (a->y * 4);
  hash = hash * 31 + (guint) (gint64) (b->x * 4);
  hash = hash * 31 + (guint) (gint64) (b->y * 4);
  return (hash ^ (hash >> 11)) % N_STRETCHES;
}

/* The lines that are tried have many stretches in common: each is judged once. */
static double
judge_segment (LijnSearch *search, const LijnPoint *a, const LijnPoint *b)
{
  LijnStretch *stretch = &search->stretches[hash_stretch (a, b)];
  guint hits = search->n_hits;

  if (!stretch->judged || memcmp (&stretch->a, a, sizeof *a) != 0 ||
      memcmp (&stretch->b, b, sizeof *b) != 0)
    {
      search->n_hits = 0;
      *stretch = (LijnStretch){ .a = *a, .b = *b, .judged = TRUE };
      stretch->cost = judge_stretch (search, a, b);
      stretch->hits = search->n_hits;
    }
  search->n_hits = hits + stretch->hits;
  return stretch->cost;
}

/* What @points cost; it stops counting beyond @most. Counts in n_hits the elements run through. */
double
lijn_search_judge (LijnSearch *search, const LijnPoint *points, guint n, double most)
{
  double cost = LIJN_COST_BEND * (n - 2);

  search->n_hits = 0;
  for (guint i = 0; i + 1 < n; i++)
    cost += fabs (points[i + 1].x - points[i].x) + fabs (points[i + 1].y - points[i].y);
  for (guint i = 0; i + 1 < n && cost < most; i++)
    cost += judge_segment (search, &points[i], &points[i + 1]);
  return cost;
}

void
lijn_search_try (LijnSearch *search, const LijnPoint *points, guint n, double preference)
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

#define MOST_CHANNELS 20

static guint
list_columns (LijnSearch *search, double *columns)
{
  const LijnRect *s = &search->source;
  const LijnRect *t = &search->target;

  return list_channels (s->x, s->x + s->width, t->x, t->x + t->width, columns);
}

/* Rows lie beside the shapes, and along the edges of their lanes. */
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

      if (lane != NULL)
        {
          rows[n++] = lane->rect.y + LIJN_STUB;
          rows[n++] = lane->rect.y + lane->rect.height - LIJN_STUB;
        }
    }
  return n;
}

/* With one bend, or none when the two are in line. */
static void
try_straight (LijnSearch *search, const LijnPort *from, const LijnPort *to, double preference)
{
  LijnPoint path[] = { from->at, to->at, to->at };

  if (is_plumb_side (from->side) == is_plumb_side (to->side))
    {
      double off = is_plumb_side (from->side) ? fabs (from->at.x - to->at.x)
                                              : fabs (from->at.y - to->at.y);

      if (off < 0.01 && is_ahead (from, to->at) && is_ahead (to, from->at))
        lijn_search_try (search, path, 2, preference);
      return;
    }
  path[1] = is_plumb_side (from->side) ? (LijnPoint){ from->at.x, to->at.y }
                                       : (LijnPoint){ to->at.x, from->at.y };
  if (is_ahead (from, path[1]) && is_ahead (to, path[1]))
    lijn_search_try (search, path, 3, preference);
}

/* With two bends: Z, or U where both sides look the same way. */
static void
try_channel (LijnSearch *search, const LijnPort *from, const LijnPort *to, double preference,
             const double *channels, guint n)
{
  gboolean plumb = is_plumb_side (from->side);

  for (guint i = 0; i < n; i++)
    {
      LijnPoint a = plumb ? (LijnPoint){ from->at.x, channels[i] }
                          : (LijnPoint){ channels[i], from->at.y };
      LijnPoint b = plumb ? (LijnPoint){ to->at.x, channels[i] }
                          : (LijnPoint){ channels[i], to->at.y };
      LijnPoint path[] = { from->at, a, b, to->at };

      if (is_ahead (from, a) && is_ahead (to, b))
        lijn_search_try (search, path, 4, preference);
    }
}

static LijnPoint
step_out (const LijnPort *port, double by)
{
  return (LijnPoint){ port->at.x + lijn_outward[port->side].x * by,
                      port->at.y + lijn_outward[port->side].y * by };
}

/* With four bends: out, along a row, and in. Both ends look to the left or right. */
static void
try_round (LijnSearch *search, const LijnPort *from, const LijnPort *to, double preference,
           const double *rows, guint n)
{
  static const double outs[] = { LANE_OFF - 4, LANE_OFF - 4 + CHANNEL, LIJN_STUB };

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < G_N_ELEMENTS (outs); j++)
      {
        LijnPoint a = step_out (from, outs[j]);
        LijnPoint d = step_out (to, outs[j]);
        LijnPoint path[] = { from->at, a, { a.x, rows[i] }, { d.x, rows[i] }, d, to->at };

        lijn_search_try (search, path, 6, preference);
      }
}

/* With three bends: one end looks to the side, the other up or down. */
static void
try_hook (LijnSearch *search, const LijnPort *from, const LijnPort *to, double preference,
          const double *rows, guint n)
{
  gboolean from_plumb = is_plumb_side (from->side);

  for (guint i = 0; i < n; i++)
    {
      LijnPoint out = step_out (from_plumb ? to : from, LANE_OFF - 4);
      LijnPoint level = { (from_plumb ? from : to)->at.x, rows[i] };
      LijnPoint corner = { out.x, rows[i] };

      if (!is_ahead (from_plumb ? from : to, level))
        continue;
      if (from_plumb)
        lijn_search_try (search, (LijnPoint[]){ from->at, level, corner, out, to->at }, 5,
                         preference);
      else
        lijn_search_try (search, (LijnPoint[]){ from->at, out, corner, level, to->at }, 5,
                         preference);
    }
}

/* A bound below what any line between the two costs. */
static double
cost_at_least (const LijnPort *from, const LijnPort *to)
{
  double dx = fabs (from->at.x - to->at.x);
  double dy = fabs (from->at.y - to->at.y);
  gboolean from_plumb = is_plumb_side (from->side);

  if (from_plumb != is_plumb_side (to->side))
    return dx + dy + LIJN_COST_BEND;
  return dx + dy + ((from_plumb ? dx : dy) < 0.01 ? 0 : 2 * LIJN_COST_BEND);
}

static void
try_pair (LijnSearch *search, const LijnPort *from, const LijnPort *to)
{
  double preference = from->cost + to->cost;
  gboolean from_plumb = is_plumb_side (from->side);
  gboolean to_plumb = is_plumb_side (to->side);
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

LijnPoint
lijn_search_middle (const LijnRect *rect, LijnSide side)
{
  LijnPoint center = lijn_rect_center (rect);

  return (LijnPoint){ center.x + lijn_outward[side].x * rect->width / 2,
                      center.y + lijn_outward[side].y * rect->height / 2 };
}

static gboolean
is_close (const LijnPoint *a, const LijnPoint *b)
{
  return fabs (a->x - b->x) < CLOSE && fabs (a->y - b->y) < CLOSE;
}

/* What it costs to end where another line begins or ends. A decision's flows take a side each. */
static double
cost_of_end (LijnSearch *search, LijnBox *box, LijnPoint at)
{
  double cost = 0;

  if (!search->mind_wires || box == NULL || box->wires == NULL)
    return 0;
  for (guint i = 0; i < box->wires->len; i++)
    {
      LijnWire *wire = g_ptr_array_index (box->wires, i);

      if (wire == search->wire || wire->n == 0)
        continue;
      if (is_close (&wire->points[0], &at) || is_close (&wire->points[wire->n - 1], &at))
        cost += COST_END_TAKEN;
    }
  return cost;
}

static void
add_port (LijnSearch *search, GArray *ports, LijnBox *box, LijnPoint at, LijnSide side, double cost,
          gboolean likely)
{
  LijnPort port = { at, side, cost + cost_of_end (search, box, at), likely };

  g_array_append_val (ports, port);
}

/* The places on a shape where a line may begin or end: the middle of each side; on a straight side
 * beside it too, and level with the middle of the other shape, so that what is nearly in line gets
 * a straight line. */
static void
list_ports (LijnSearch *search, gboolean source, GArray *ports)
{
  static const double offsets[] = { -CHANNEL, CHANNEL, -2 * CHANNEL, 2 * CHANNEL };
  const LijnRect *rect = source ? &search->source : &search->target;
  LijnPoint other = lijn_rect_center (source ? &search->target : &search->source);
  LijnBox *box = source ? search->source_box : search->target_box;
  gboolean pointed = lijn_kind_is_pointed (source ? search->source_kind : search->target_kind);

  for (LijnSide side = LIJN_SIDE_RIGHT; side < LIJN_N_SIDES; side++)
    {
      double cost = (source ? lijn_cost_of_leaving : lijn_cost_of_entering)[side];
      LijnPoint middle = lijn_search_middle (rect, side);
      gboolean plumb = is_plumb_side (side);
      double half = (plumb ? rect->width : rect->height) / 2 - CORNER;
      double off = plumb ? other.x - middle.x : other.y - middle.y;

      add_port (search, ports, box, middle, side, cost, FALSE);
      for (guint i = 0; !pointed && i < G_N_ELEMENTS (offsets); i++)
        if (fabs (offsets[i]) <= half)
          add_port (search, ports, box,
                    plumb ? (LijnPoint){ middle.x + offsets[i], middle.y }
                          : (LijnPoint){ middle.x, middle.y + offsets[i] },
                    side, cost + fabs (offsets[i]), FALSE);
      if (!pointed && fabs (off) > 0.01 && fabs (off) <= half)
        add_port (search, ports, box,
                  plumb ? (LijnPoint){ other.x, middle.y } : (LijnPoint){ middle.x, other.y }, side,
                  cost + fabs (off) / 2, TRUE);
    }
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

  lijn_search_try (search, path, 5, 0);
}

static int
compare_ports (gconstpointer a, gconstpointer b)
{
  double one = ((const LijnPort *) a)->cost;
  double other = ((const LijnPort *) b)->cost;

  return (one > other) - (one < other);
}

/* Of each side, the cheapest place is likely: the middle, unless that is taken. */
static void
mark_likely (GArray *ports)
{
  for (guint i = 0; i < ports->len; i++)
    {
      LijnPort *port = &g_array_index (ports, LijnPort, i);
      gboolean first = TRUE;

      for (guint j = 0; j < i; j++)
        if (g_array_index (ports, LijnPort, j).side == port->side)
          first = FALSE;
      port->likely = port->likely || first;
    }
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
  GArray *ends[] = { sources, targets };

  for (int i = 0; i < 2; i++)
    {
      list_ports (search, i == 0, ends[i]);
      g_array_sort (ends[i], compare_ports);
      mark_likely (ends[i]);
    }
  for (int pass = 0; pass < 2; pass++)
    {
      LijnSide sides[] = { search->best_sides[0], search->best_sides[1] };

      for (guint i = 0; i < sources->len; i++)
        for (guint j = 0; j < targets->len; j++)
          {
            const LijnPort *from = &g_array_index (sources, LijnPort, i);
            const LijnPort *to = &g_array_index (targets, LijnPort, j);
            gboolean likely = from->likely && to->likely;

            if (pass == 0 ? likely : !likely && from->side == sides[0] && to->side == sides[1])
              try_ports (search, from, to);
          }
    }
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
  if (search->source_box == NULL || search->target_box == NULL)
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
  g_autofree LijnStretch *stretches = g_new0 (LijnStretch, N_STRETCHES);

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
  if (best->len < 2)
    draw_anyhow (search);
  *n = best->len;
  search->found = NULL;
  search->best = NULL;
  search->stretches = NULL;
  return g_memdup2 (best->data, best->len * sizeof (LijnPoint));
}
