/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-tidy-graph.h"

#include <math.h>

/* Tidying, step 7: x. Between two columns the plumb parts of flows (legs) run on tracks. One after
 * the other is put where it crosses least of those that are there; then tracks are shared by those
 * that do not come near each other. A gap is as wide as its tracks and the names of the flows that
 * leave into it ask. */

#define LEFT 100.0 /* of the first column, at least */
#define LEAST_LEFT (LIJN_GROUND_LEFT + 8.0)
#define BESIDE_TRACKS 16.0
#define NAME_ROOM 14.0 /* beside a flow's name */
#define COST_ALONG 8 /* of running along another one, in crossings */
#define MANY 400 /* legs in a gap: then they are sorted only */

static gboolean
leads_right (const LijnTidyEdge *edge)
{
  return !edge->turned;
}

static void
add_leg (LijnTidy *tidy, guint number, guint gap, double from, double to, gboolean from_left,
         gboolean to_left)
{
  LijnTidyLeg leg = { number, gap, from, to, from_left, to_left, 0, 0 };

  if (fabs (from - to) < 0.5 && from_left != to_left)
    return;
  g_array_append_val (tidy->legs, leg);
  lijn_tidy_edge (tidy, number)->n_legs++;
}

/* From the place of @edge in one layer to that in the next, in its direction. */
static void
add_legs_between (LijnTidy *tidy, guint number)
{
  const LijnTidyEdge *edge = lijn_tidy_edge (tidy, number);

  for (guint i = 0; i + 1 < edge->n_passing; i++)
    {
      guint at = leads_right (edge) ? i : edge->n_passing - 1 - i;
      const LijnTidyNode *a = lijn_tidy_node (tidy, edge->first + at);
      const LijnTidyNode *b = lijn_tidy_node (tidy,
                                              edge->first + (leads_right (edge) ? at + 1 : at - 1));

      add_leg (tidy, number, MAX (a->layer, b->layer), a->y, b->y, leads_right (edge),
               !leads_right (edge));
    }
}

static double
y_of_end (LijnTidy *tidy, const LijnTidyEdge *edge, gboolean source)
{
  return source ? lijn_tidy_node (tidy, edge->source)->y + edge->leaves_off
                : lijn_tidy_node (tidy, edge->target)->y + edge->enters_off;
}

static void
add_legs (LijnTidy *tidy, guint number)
{
  LijnTidyEdge *edge = lijn_tidy_edge (tidy, number);
  const LijnTidyNode *source = lijn_tidy_node (tidy, edge->source);
  const LijnTidyNode *target = lijn_tidy_node (tidy, edge->target);
  gboolean stays = source->layer == target->layer;
  guint first_gap = source->layer + 1;
  guint last_gap = stays ? target->layer + 1 : target->layer;
  double from = y_of_end (tidy, edge, TRUE);
  double to = y_of_end (tidy, edge, FALSE);
  double out = edge->track;
  double in = edge->track;

  edge->first_leg = tidy->legs->len;
  if (edge->plumb)
    return;
  if (edge->n_passing == 0 && !edge->on_track)
    {
      if (edge->leaves == LIJN_TIDY_LEVEL && edge->enters == LIJN_TIDY_LEVEL)
        add_leg (tidy, number, first_gap, from, to, TRUE, stays);
      return;
    }
  if (edge->n_passing > 0)
    {
      guint last = edge->first + edge->n_passing - 1;

      out = lijn_tidy_node (tidy, leads_right (edge) ? edge->first : last)->y;
      in = lijn_tidy_node (tidy, leads_right (edge) ? last : edge->first)->y;
    }
  if (edge->leaves == LIJN_TIDY_LEVEL)
    add_leg (tidy, number, first_gap, from, out, TRUE, !leads_right (edge));
  add_legs_between (tidy, number);
  if (edge->enters == LIJN_TIDY_LEVEL)
    add_leg (tidy, number, last_gap, in, to, leads_right (edge), FALSE);
}

static double
low (const LijnTidyLeg *leg)
{
  return MIN (leg->from, leg->to);
}

static double
high (const LijnTidyLeg *leg)
{
  return MAX (leg->from, leg->to);
}

static int
count_hit (double y, const LijnTidyLeg *leg)
{
  return y > low (leg) - 0.5 && y < high (leg) + 0.5 ? 1 : 0;
}

static int
count_along (const LijnTidyLeg *left, double y, const LijnTidyLeg *right)
{
  int along = 0;

  if (right->from_left && fabs (y - right->from) < LIJN_CLOSE)
    along++;
  if (right->to_left && fabs (y - right->to) < LIJN_CLOSE)
    along++;
  return left->edge == right->edge ? 0 : along * COST_ALONG;
}

/* Crossings of the two, with @left left of @right. */
static int
cost_of (const LijnTidyLeg *left, const LijnTidyLeg *right)
{
  int cost = 0;

  if (!left->from_left)
    cost += count_hit (left->from, right) + count_along (left, left->from, right);
  if (!left->to_left)
    cost += count_hit (left->to, right) + count_along (left, left->to, right);
  if (right->from_left)
    cost += count_hit (right->from, left);
  if (right->to_left)
    cost += count_hit (right->to, left);
  return cost;
}

/* Those that go down stand from low to high, those that go up from high to low: so of two that go
 * alike neither crosses the other. */
static int
compare_legs (gconstpointer a, gconstpointer b, gpointer data)
{
  const LijnTidyLeg *one = lijn_tidy_leg ((LijnTidy *) data, *(const guint *) a);
  const LijnTidyLeg *other = lijn_tidy_leg ((LijnTidy *) data, *(const guint *) b);
  double left = one->from_left ? one->from : one->to;
  double other_left = other->from_left ? other->from : other->to;
  gboolean down = (one->from_left ? one->to : one->from) > left;
  gboolean other_down = (other->from_left ? other->to : other->from) > other_left;

  if (down != other_down)
    return down ? -1 : 1;
  if (left < other_left || left > other_left)
    return (left < other_left) != down ? -1 : 1;
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

static void
insert_best (LijnTidy *tidy, GArray *order, guint number)
{
  const LijnTidyLeg *leg = lijn_tidy_leg (tidy, number);
  int cost = 0;
  int least = 0;
  guint best = order->len;

  /* From the last place to the first, by the difference that passing each one makes. */
  for (guint i = order->len; i-- > 0;)
    {
      const LijnTidyLeg *other = lijn_tidy_leg (tidy, g_array_index (order, guint, i));

      cost += cost_of (leg, other) - cost_of (other, leg);
      if (cost < least)
        {
          least = cost;
          best = i;
        }
    }
  g_array_insert_val (order, best, number);
}

/* Returns: how many tracks there are; each leg's order is its track. */
static guint
give_tracks (LijnTidy *tidy, const guint *legs, guint n)
{
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  g_autoptr (GArray) order = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  guint n_tracks = 0;

  g_array_append_vals (sorted, legs, n);
  g_array_sort_with_data (sorted, compare_legs, tidy);
  for (guint i = 0; i < n; i++)
    if (n <= MANY)
      insert_best (tidy, order, g_array_index (sorted, guint, i));
    else
      g_array_append_val (order, g_array_index (sorted, guint, i));
  for (guint i = 0; i < n; i++)
    {
      LijnTidyLeg *leg = lijn_tidy_leg (tidy, g_array_index (order, guint, i));

      for (guint j = n <= MANY || i < MANY ? 0 : i - MANY; j < i; j++)
        {
          const LijnTidyLeg *other = lijn_tidy_leg (tidy, g_array_index (order, guint, j));

          if (low (other) < high (leg) + LIJN_TIDY_LANE &&
              low (leg) < high (other) + LIJN_TIDY_LANE)
            leg->order = MAX (leg->order, other->order + 1);
        }
      n_tracks = MAX (n_tracks, leg->order + 1);
    }
  return n_tracks;
}

static void
measure_columns (LijnTidy *tidy)
{
  guint n = tidy->layers->len;

  tidy->columns = g_new0 (double, n + 1);
  tidy->half_columns = g_new0 (double, n + 1);
  for (guint i = 0; i < tidy->n_elements; i++)
    {
      const LijnTidyNode *node = lijn_tidy_node (tidy, i);
      double *half = &tidy->half_columns[node->layer];

      *half = MAX (*half, ceil (node->half_room));
    }
}

/* What the names of flows that leave each layer ask for, right of it. */
static double *
measure_names (LijnTidy *tidy)
{
  double *rooms = g_new0 (double, tidy->layers->len + 1);

  for (guint i = 0; i < tidy->edges->len; i++)
    {
      const LijnTidyEdge *edge = lijn_tidy_edge (tidy, i);
      const LijnTidyNode *source = lijn_tidy_node (tidy, edge->source);
      double half = tidy->half_columns[source->layer];
      double room;

      if (edge->wire->name == NULL)
        continue;
      room = edge->wire->name->width + NAME_ROOM;
      room -= edge->leaves == LIJN_TIDY_LEVEL ? half - source->half_width : half;
      rooms[source->layer + 1] = MAX (rooms[source->layer + 1], room);
    }
  return rooms;
}

static double
give_x (LijnTidy *tidy, guint gap, double left, double room, const LijnTidyIndex *legs)
{
  guint n = legs->first[gap + 1] - legs->first[gap];
  guint n_tracks = give_tracks (tidy, legs->items + legs->first[gap], n);
  double tracks = n_tracks > 0 ? (n_tracks - 1) * LIJN_TIDY_LANE + 2 * BESIDE_TRACKS : 0;
  gboolean outermost = gap == 0 || gap == tidy->layers->len;
  double width = MAX (MAX (room, 0) + tracks, outermost ? tracks : LIJN_GAP);
  double first = left + width - (width - MAX (room, 0) - tracks) / 2 - tracks + BESIDE_TRACKS;

  for (guint i = legs->first[gap]; i < legs->first[gap + 1]; i++)
    {
      LijnTidyLeg *leg = lijn_tidy_leg (tidy, legs->items[i]);

      leg->x = round (first) + leg->order * LIJN_TIDY_LANE;
    }
  return ceil ((left + width) / LIJN_GRID) * LIJN_GRID;
}

/* Gives @phase number @i its place, when column number @layer is about to begin at @left. Returns: where
 * the column begins then. */
static double
pass_phases (LijnTidy *tidy, guint layer, double left, guint *i)
{
  double edge = layer == 0 ? LIJN_GROUND_LEFT : left - LIJN_GAP / 2;

  if (*i > 0)
    {
      LijnTidyPhaseSpan *before = &g_array_index (tidy->phases, LijnTidyPhaseSpan, *i - 1);

      if (before->used && before->last + 1 == layer)
        before->width = edge - before->x;
    }
  for (; *i < tidy->phases->len; (*i)++)
    {
      LijnTidyPhaseSpan *span = &g_array_index (tidy->phases, LijnTidyPhaseSpan, *i);

      if (span->first > layer)
        break;
      span->x = edge;
      if (span->used)
        {
          (*i)++;
          break;
        }
      span->width = g_array_index (tidy->layout->phases, LijnPhaseBox, *i).rect.width;
      edge += span->width;
      left = edge + LIJN_GAP / 2;
    }
  return left;
}

void
lijn_tidy_assign_columns (LijnTidy *tidy)
{
  guint n_layers = tidy->layers->len;
  g_autofree guint *gaps = NULL;
  g_autofree double *names = NULL;
  g_auto (LijnTidyIndex) legs = { 0 };
  double left = LEAST_LEFT;
  guint phase = 0;

  for (guint i = 0; i < tidy->edges->len; i++)
    add_legs (tidy, i);
  gaps = g_new (guint, tidy->legs->len + 1);
  for (guint i = 0; i < tidy->legs->len; i++)
    gaps[i] = lijn_tidy_leg (tidy, i)->gap;
  lijn_tidy_index_make (&legs, gaps, tidy->legs->len, n_layers + 1);
  measure_columns (tidy);
  names = measure_names (tidy);
  for (guint layer = 0; layer < n_layers; layer++)
    {
      left = give_x (tidy, layer, left, names[layer], &legs);
      if (layer == 0)
        left = MAX (left, LEFT);
      left = pass_phases (tidy, layer, left, &phase);
      tidy->columns[layer] = left + tidy->half_columns[layer];
      left += 2 * tidy->half_columns[layer];
    }
  if (n_layers > 0)
    left = give_x (tidy, n_layers, left, names[n_layers], &legs);
  pass_phases (tidy, n_layers, left + LIJN_GAP, &phase);
  for (guint i = 0; i < tidy->nodes->len; i++)
    lijn_tidy_node (tidy, i)->x = tidy->columns[lijn_tidy_node (tidy, i)->layer];
}
