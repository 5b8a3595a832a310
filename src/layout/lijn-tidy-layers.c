/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-tidy-graph.h"

#include <string.h>

/* Tidying, step 2: layers, the columns of the map. An element's layer is the longest way to it, but
 *
 *   - a flow straight up or down into another lane takes no layer, as long as both its ends are alone
 *     in their lane and layer, and nothing stands between;
 *   - a side track begins as late as it can, beside what it leads to;
 *   - what hangs together with nothing that stands left of it begins right of that: so the order of
 *     reading is kept where no flow tells it;
 *   - each phase begins right of all that is in those before it;
 *   - a note or document stands in the layer of what it is said of. */

#define MOST_STRIPS 24 /* with more lanes no flow goes straight up or down */
#define MOST_TRIES 12

typedef struct
{
  LijnTidy *tidy;
  LijnTidyIndex out, in; /* edges */
  GArray *order; /* guint: elements, each after all that leads to it */
  guint n_strips; /* 0: no plumb flows */
  int *last; /* of each element and strip: the last layer that what leads there has in it */
} LijnLayering;

static gboolean
orders (const LijnTidyEdge *edge)
{
  return !edge->aside;
}

static void
sort_elements (LijnLayering *self)
{
  LijnTidy *tidy = self->tidy;
  g_autofree guint *waiting = g_new0 (guint, tidy->n_elements + 1);

  for (guint i = 0; i < tidy->edges->len; i++)
    if (orders (lijn_tidy_edge (tidy, i)))
      waiting[lijn_tidy_head (lijn_tidy_edge (tidy, i))]++;
  for (guint i = 0; i < tidy->n_elements; i++)
    if (waiting[i] == 0)
      g_array_append_val (self->order, i);
  for (guint i = 0; i < self->order->len; i++)
    {
      guint node = g_array_index (self->order, guint, i);

      for (guint j = self->out.first[node]; j < self->out.first[node + 1]; j++)
        {
          const LijnTidyEdge *edge = lijn_tidy_edge (tidy, self->out.items[j]);
          guint head = lijn_tidy_head (edge);

          if (orders (edge) && --waiting[head] == 0)
            g_array_append_val (self->order, head);
        }
    }
}

static void
take_longest_way (LijnLayering *self, guint node, int first)
{
  LijnTidy *tidy = self->tidy;
  LijnTidyNode *at = lijn_tidy_node (tidy, node);
  int *last = self->last + node * self->n_strips;
  int layer = first;

  for (guint s = 0; s < self->n_strips; s++)
    last[s] = -1;
  for (guint j = self->in.first[node]; j < self->in.first[node + 1]; j++)
    {
      const LijnTidyEdge *edge = lijn_tidy_edge (tidy, self->in.items[j]);
      guint tail = lijn_tidy_tail (edge);
      const LijnTidyNode *before = lijn_tidy_node (tidy, tail);

      if (!orders (edge))
        continue;
      layer = MAX (layer, (int) before->layer + (edge->plumb ? 0 : 1));
      for (guint s = 0; s < self->n_strips; s++)
        last[s] = MAX (last[s], self->last[tail * self->n_strips + s]);
      if (self->n_strips > 0)
        last[before->strip] = MAX (last[before->strip], (int) before->layer);
    }
  if (self->n_strips > 0)
    layer = MAX (layer, last[at->strip] + 1);
  at->layer = (guint) layer;
}

/* How many elements each strip has in each layer. */
static guint *
count_in_slots (LijnTidy *tidy, guint n_layers)
{
  guint *counts = g_new0 (guint, (gsize) (n_layers + 1) * tidy->strips->len + 1);

  for (guint i = 0; i < tidy->n_elements; i++)
    {
      const LijnTidyNode *node = lijn_tidy_node (tidy, i);

      if (node->beside < 0)
        counts[(gsize) node->layer * tidy->strips->len + node->strip]++;
    }
  return counts;
}

static gboolean
has_free_way (LijnTidy *tidy, const guint *counts, const LijnTidyNode *a, const LijnTidyNode *b)
{
  const guint *slots = counts + (gsize) a->layer * tidy->strips->len;
  guint first = MIN (a->strip, b->strip);
  guint last = MAX (a->strip, b->strip);

  for (guint s = first; s <= last; s++)
    if (slots[s] > (s == first || s == last ? 1 : 0))
      return FALSE;
  return TRUE;
}

static guint
count_layers (LijnTidy *tidy)
{
  guint n = 0;

  for (guint i = 0; i < tidy->n_elements; i++)
    n = MAX (n, lijn_tidy_node (tidy, i)->layer + 1);
  return n;
}

/* Returns: whether any plumb flow had to be made a level one. */
static gboolean
give_up_blocked (LijnTidy *tidy, gboolean all)
{
  g_autofree guint *counts = count_in_slots (tidy, count_layers (tidy));
  gboolean changed = FALSE;

  for (guint i = 0; i < tidy->edges->len; i++)
    {
      LijnTidyEdge *edge = lijn_tidy_edge (tidy, i);
      const LijnTidyNode *source = lijn_tidy_node (tidy, edge->source);
      const LijnTidyNode *target = lijn_tidy_node (tidy, edge->target);

      if (!edge->plumb ||
          (!all && (source->layer != target->layer || has_free_way (tidy, counts, source, target))))
        continue;
      edge->plumb = FALSE;
      changed = TRUE;
    }
  return changed;
}

static void
assign (LijnLayering *self)
{
  guint phase = 0;
  int first = 0; /* layer of the phase */
  int next = 0;

  for (guint i = 0; i < self->order->len; i++)
    {
      guint number = g_array_index (self->order, guint, i);
      const LijnTidyNode *node = lijn_tidy_node (self->tidy, number);

      if (node->phase != phase)
        first = next;
      phase = node->phase;
      take_longest_way (self, number, first);
      next = MAX (next, (int) node->layer + 1);
    }
}

/* No flow that orders leads back to an earlier phase, so the order stays one. */
static int
compare_phases (gconstpointer a, gconstpointer b, gpointer data)
{
  guint one = lijn_tidy_node ((LijnTidy *) data, *(const guint *) a)->phase;
  guint other = lijn_tidy_node ((LijnTidy *) data, *(const guint *) b)->phase;

  return (one > other) - (one < other);
}

static void
assign_with_plumb (LijnLayering *self)
{
  LijnTidy *tidy = self->tidy;
  g_autofree int *last = NULL;

  self->n_strips = tidy->strips->len <= MOST_STRIPS ? tidy->strips->len : 0;
  self->last = last = g_new0 (int, (gsize) tidy->n_elements * self->n_strips + 1);
  for (guint i = 0; self->n_strips > 0 && i < tidy->edges->len; i++)
    {
      LijnTidyEdge *edge = lijn_tidy_edge (tidy, i);

      edge->plumb = orders (edge) && !edge->turned && !edge->frames &&
                    lijn_tidy_node (tidy, edge->source)->box->lane !=
                        lijn_tidy_node (tidy, edge->target)->box->lane;
    }
  for (guint i = 0; i <= MOST_TRIES; i++)
    {
      assign (self);
      if (!give_up_blocked (tidy, i == MOST_TRIES))
        break;
    }
  assign (self);
  self->last = NULL;
}

static guint
find_root (guint *parents, guint node)
{
  while (parents[node] != node)
    node = parents[node] = parents[parents[node]];
  return node;
}

/* What hangs together, by the first of it from the left. */
static guint *
find_parts (LijnTidy *tidy)
{
  guint *parents = g_new (guint, tidy->n_elements + 1);

  for (guint i = 0; i < tidy->n_elements; i++)
    parents[i] = i;
  for (guint i = 0; i < tidy->edges->len; i++)
    {
      const LijnTidyEdge *edge = lijn_tidy_edge (tidy, i);
      guint a = find_root (parents, edge->source);
      guint b = find_root (parents, edge->target);

      parents[MAX (a, b)] = MIN (a, b);
    }
  for (guint i = 0; i < tidy->n_elements; i++)
    parents[i] = find_root (parents, i);
  return parents;
}

static double
right_of (const LijnTidyNode *node)
{
  return node->before.x + node->half_width;
}

static double
left_of (const LijnTidyNode *node)
{
  return node->before.x - node->half_width;
}

static int
compare_rights (gconstpointer a, gconstpointer b, gpointer data)
{
  double one = right_of (lijn_tidy_node ((LijnTidy *) data, *(const guint *) a));
  double other = right_of (lijn_tidy_node ((LijnTidy *) data, *(const guint *) b));

  return (one > other) - (one < other);
}

/* Highest layers so far among elements by their right edge (a Fenwick tree of maxima). */
typedef struct
{
  double *rights;
  int *most;
  guint n;
} LijnReach;

static guint
count_below (const LijnReach *reach, double right)
{
  guint low = 0;
  guint high = reach->n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (reach->rights[middle] <= right)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
note_layer (LijnReach *reach, const LijnTidyNode *node)
{
  for (guint i = count_below (reach, right_of (node)); i <= reach->n; i += i & -i)
    reach->most[i] = MAX (reach->most[i], (int) node->layer + 1);
}

static int
first_layer_after (const LijnReach *reach, double left)
{
  int most = 0;

  for (guint i = count_below (reach, left); i > 0; i -= i & -i)
    most = MAX (most, reach->most[i]);
  return most;
}

/* The first elements of the parts come in the order of elements, so from the left. */
static void
shift_parts (LijnTidy *tidy)
{
  guint n = tidy->n_elements;
  g_autofree guint *parts = find_parts (tidy);
  g_autofree guint *by_right = g_new (guint, n + 1);
  g_autofree double *rights = g_new (double, n + 1);
  g_autofree int *most = g_new0 (int, n + 2);
  LijnReach reach = { rights, most, n };
  g_auto (LijnTidyIndex) members = { 0 };

  for (guint i = 0; i < n; i++)
    by_right[i] = i;
  g_qsort_with_data (by_right, (int) n, sizeof *by_right, compare_rights, tidy);
  for (guint i = 0; i < n; i++)
    rights[i] = right_of (lijn_tidy_node (tidy, by_right[i]));
  lijn_tidy_index_make (&members, parts, n, n);
  for (guint part = 0; part < n; part++)
    {
      double left = G_MAXDOUBLE;
      int shift;

      for (guint j = members.first[part]; j < members.first[part + 1]; j++)
        left = MIN (left, left_of (lijn_tidy_node (tidy, members.items[j])));
      shift = first_layer_after (&reach, left);
      for (guint j = members.first[part]; j < members.first[part + 1]; j++)
        lijn_tidy_node (tidy, members.items[j])->layer += (guint) shift;
      for (guint j = members.first[part]; j < members.first[part + 1]; j++)
        note_layer (&reach, lijn_tidy_node (tidy, members.items[j]));
    }
}

/* Whether @node and all that leads to it hang on the rest by their last flow only. */
static gboolean
is_side_track (LijnLayering *self, const gboolean *free_to_move, guint node)
{
  for (guint j = self->in.first[node]; j < self->in.first[node + 1]; j++)
    {
      const LijnTidyEdge *edge = lijn_tidy_edge (self->tidy, self->in.items[j]);
      guint tail = lijn_tidy_tail (edge);

      if (orders (edge) &&
          (!free_to_move[tail] || self->out.first[tail + 1] - self->out.first[tail] > 1))
        return FALSE;
    }
  return TRUE;
}

static void
delay_side_tracks (LijnLayering *self)
{
  LijnTidy *tidy = self->tidy;
  g_autofree gboolean *free_to_move = g_new0 (gboolean, tidy->n_elements + 1);

  for (guint i = 0; i < self->order->len; i++)
    {
      guint node = g_array_index (self->order, guint, i);

      free_to_move[node] = is_side_track (self, free_to_move, node);
    }
  for (guint i = self->order->len; i-- > 0;)
    {
      guint node = g_array_index (self->order, guint, i);
      guint latest = G_MAXUINT;

      for (guint j = self->out.first[node]; j < self->out.first[node + 1]; j++)
        {
          const LijnTidyEdge *edge = lijn_tidy_edge (tidy, self->out.items[j]);

          if (orders (edge))
            latest = MIN (latest, lijn_tidy_node (tidy, lijn_tidy_head (edge))->layer);
        }
      if (free_to_move[node] && latest != G_MAXUINT && latest > 0)
        lijn_tidy_node (tidy, node)->layer = MAX (lijn_tidy_node (tidy, node)->layer, latest - 1);
    }
}

static void
join_remarks (LijnTidy *tidy)
{
  for (guint i = 0; i < tidy->n_elements; i++)
    {
      LijnTidyNode *node = lijn_tidy_node (tidy, i);

      if (node->beside >= 0)
        node->layer = lijn_tidy_node (tidy, (guint) node->beside)->layer;
    }
}

/* Layers that came out empty are left out. */
static void
close_ranks (LijnTidy *tidy)
{
  guint n = count_layers (tidy);
  g_autofree guint *numbers = g_new0 (guint, n + 1);
  guint kept = 0;

  for (guint i = 0; i < tidy->n_elements; i++)
    numbers[lijn_tidy_node (tidy, i)->layer] = 1;
  for (guint i = 0; i < n; i++)
    {
      guint used = numbers[i];

      numbers[i] = kept;
      kept += used;
    }
  for (guint i = 0; i < tidy->n_elements; i++)
    lijn_tidy_node (tidy, i)->layer = numbers[lijn_tidy_node (tidy, i)->layer];
}

/* Now that layers are known: which flows go back, straight up, straight down. */
static void
direct_edges (LijnTidy *tidy)
{
  g_autofree guint *counts = count_in_slots (tidy, count_layers (tidy));

  for (guint i = 0; i < tidy->edges->len; i++)
    {
      LijnTidyEdge *edge = lijn_tidy_edge (tidy, i);
      LijnTidyNode *source = lijn_tidy_node (tidy, edge->source);
      LijnTidyNode *target = lijn_tidy_node (tidy, edge->target);

      edge->turned = source->layer > target->layer;
      edge->plumb = source->layer == target->layer && source->strip != target->strip &&
                    tidy->strips->len <= MOST_STRIPS && has_free_way (tidy, counts, source, target);
      if (!edge->plumb)
        continue;
      if (source->strip < target->strip)
        source->downwards = target->upwards = TRUE;
      else
        source->upwards = target->downwards = TRUE;
    }
}

void
lijn_tidy_assign_layers (LijnTidy *tidy)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  LijnLayering layering = { .tidy = tidy, .order = order };

  lijn_tidy_index_edges (tidy, &layering.out, FALSE);
  lijn_tidy_index_edges (tidy, &layering.in, TRUE);
  sort_elements (&layering);
  g_array_sort_with_data (order, compare_phases, tidy); /* stable */
  assign_with_plumb (&layering);
  if (tidy->phases->len == 0)
    {
      shift_parts (tidy);
      delay_side_tracks (&layering);
    }
  join_remarks (tidy);
  close_ranks (tidy);
  g_array_set_size (tidy->edges, tidy->n_flows);
  direct_edges (tidy);
  lijn_tidy_span_phases (tidy);
  lijn_tidy_index_clear (&layering.out);
  lijn_tidy_index_clear (&layering.in);
}
