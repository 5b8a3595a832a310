/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-tidy-graph.h"

#include <string.h>

/* Tidying, step 4: the order within layers, strip by strip, for few crossings. In sweeps to the
 * right and left each layer is ordered by the mean of where its neighbours stand (the barycentres of
 * Sugiyama, Tagawa & Toda 1981); the best order met is kept, then neighbours change places as long
 * as that makes crossings fewer (Gansner, Koutsofios, North & Vo 1993). */

#define N_SWEEPS 12
#define MOST_EXCHANGES 6 /* rounds */
#define NEAR 0.25 /* how far beside its element a note is wished */

/* What runs straight up or down stands at that edge of its strip, past what only passes. */
static int
rank_of (const LijnTidyNode *node)
{
  if (node->box == NULL || node->upwards == node->downwards)
    return 0;
  return node->upwards ? -1 : 1;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  LijnTidy *tidy = data;
  const LijnTidyNode *one = lijn_tidy_node (tidy, *(const guint *) a);
  const LijnTidyNode *other = lijn_tidy_node (tidy, *(const guint *) b);

  if (one->strip != other->strip)
    return one->strip < other->strip ? -1 : 1;
  if (rank_of (one) != rank_of (other))
    return rank_of (one) - rank_of (other);
  if (one->key < other->key || one->key > other->key)
    return one->key < other->key ? -1 : 1;
  return one->place < other->place ? -1 : one->place > other->place;
}

static void
number_places (LijnTidy *tidy, GArray *layer)
{
  for (guint i = 0; i < layer->len; i++)
    lijn_tidy_node (tidy, g_array_index (layer, guint, i))->place = i;
}

static void
sort_layer (LijnTidy *tidy, GArray *layer)
{
  g_array_sort_with_data (layer, compare, tidy);
  number_places (tidy, layer);
}

/* Where the other end of a flow that goes back stands, in the same layer as its last place. */
static double
place_of_end (LijnTidy *tidy, const LijnTidyNode *node, gboolean at_left)
{
  const LijnTidyEdge *edge = lijn_tidy_edge (tidy, node->edge);
  guint end = at_left ? lijn_tidy_tail (edge) : lijn_tidy_head (edge);

  return lijn_tidy_node (tidy, end)->place;
}

static double
wish (LijnTidy *tidy, guint number, gboolean to_the_right)
{
  const LijnTidyNode *node = lijn_tidy_node (tidy, number);
  const LijnTidyIndex *beside = to_the_right ? &tidy->left : &tidy->right;
  double sum = 0;
  guint n = beside->first[number + 1] - beside->first[number];

  for (guint j = beside->first[number]; j < beside->first[number + 1]; j++)
    {
      const LijnTidyLink *link = lijn_tidy_link (tidy, beside->items[j]);

      sum += lijn_tidy_node (tidy, to_the_right ? link->left : link->right)->place;
    }
  if (n > 0)
    return sum / n;
  return node->box == NULL ? place_of_end (tidy, node, to_the_right) : node->place;
}

static void
order_layer (LijnTidy *tidy, GArray *layer, gboolean to_the_right)
{
  for (guint i = 0; i < layer->len; i++)
    {
      guint number = g_array_index (layer, guint, i);

      lijn_tidy_node (tidy, number)->key = wish (tidy, number, to_the_right);
    }
  for (guint i = 0; i < layer->len; i++)
    {
      LijnTidyNode *node = lijn_tidy_node (tidy, g_array_index (layer, guint, i));

      if (node->beside >= 0)
        node->key = lijn_tidy_node (tidy, (guint) node->beside)->key +
                    (node->before.y < lijn_tidy_node (tidy, (guint) node->beside)->before.y ? -NEAR
                                                                                            : NEAR);
    }
  sort_layer (tidy, layer);
}

static int
compare_guints (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *) a;
  guint other = *(const guint *) b;

  return (one > other) - (one < other);
}

/* How many pairs of links between @layer and the next one cross: pairs that are out of order
 * (counted in a Fenwick tree; Barth, Jünger & Mutzel 2002). */
static guint64
count_crossings (LijnTidy *tidy, GArray *layer, guint n_next)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *tree = g_new0 (guint, n_next + 2);
  guint64 crossings = 0;

  for (guint i = 0; i < layer->len; i++)
    {
      guint node = g_array_index (layer, guint, i);
      guint from = ends->len;

      for (guint j = tidy->right.first[node]; j < tidy->right.first[node + 1]; j++)
        g_array_append_val (
            ends, lijn_tidy_node (tidy, lijn_tidy_link (tidy, tidy->right.items[j])->right)->place);
      if (ends->len - from > 1)
        qsort (&g_array_index (ends, guint, from), ends->len - from, sizeof (guint),
               compare_guints);
    }
  for (guint i = 0; i < ends->len; i++)
    {
      guint end = g_array_index (ends, guint, i);
      guint before = 0;

      for (guint at = end + 1; at > 0; at -= at & -at)
        before += tree[at];
      crossings += i - before;
      for (guint at = end + 1; at <= n_next; at += at & -at)
        tree[at]++;
    }
  return crossings;
}

static guint64
count_all (LijnTidy *tidy)
{
  guint64 crossings = 0;

  for (guint i = 0; i + 1 < tidy->layers->len; i++)
    crossings += count_crossings (tidy, lijn_tidy_layer (tidy, i),
                                  lijn_tidy_layer (tidy, i + 1)->len);
  return crossings;
}

/* Pairs of links at @side that cross while @one stands above @other. */
static int
count_pairs (LijnTidy *tidy, gboolean at_right, guint one, guint other)
{
  const LijnTidyIndex *beside = at_right ? &tidy->right : &tidy->left;
  int pairs = 0;

  for (guint i = beside->first[one]; i < beside->first[one + 1]; i++)
    for (guint j = beside->first[other]; j < beside->first[other + 1]; j++)
      {
        const LijnTidyLink *a = lijn_tidy_link (tidy, beside->items[i]);
        const LijnTidyLink *b = lijn_tidy_link (tidy, beside->items[j]);
        guint end = lijn_tidy_node (tidy, at_right ? a->right : a->left)->place;
        guint other_end = lijn_tidy_node (tidy, at_right ? b->right : b->left)->place;

        pairs += end > other_end ? 1 : 0;
      }
  return pairs;
}

/* A flow straight up or down crosses what passes on that side of its element. */
static int
count_plumb (const LijnTidyNode *one, const LijnTidyNode *other)
{
  int crossed = 0;

  if (one->box != NULL && other->box == NULL)
    crossed += one->downwards ? 1 : 0;
  if (other->box != NULL && one->box == NULL)
    crossed += other->upwards ? 1 : 0;
  return crossed;
}

static gboolean
is_better_exchanged (LijnTidy *tidy, guint one, guint other)
{
  const LijnTidyNode *above = lijn_tidy_node (tidy, one);
  const LijnTidyNode *below = lijn_tidy_node (tidy, other);
  int now, then;

  if (above->strip != below->strip || above->beside >= 0 || below->beside >= 0)
    return FALSE;
  now = count_pairs (tidy, FALSE, one, other) + count_pairs (tidy, TRUE, one, other) +
        count_plumb (above, below);
  then = count_pairs (tidy, FALSE, other, one) + count_pairs (tidy, TRUE, other, one) +
         count_plumb (below, above);
  return then < now;
}

static gboolean
exchange_in (LijnTidy *tidy, GArray *layer)
{
  gboolean changed = FALSE;

  for (guint i = 0; i + 1 < layer->len; i++)
    {
      guint *at = &g_array_index (layer, guint, i);
      guint above = at[0];

      if (!is_better_exchanged (tidy, at[0], at[1]))
        continue;
      at[0] = at[1];
      at[1] = above;
      lijn_tidy_node (tidy, at[0])->place = i;
      lijn_tidy_node (tidy, at[1])->place = i + 1;
      changed = TRUE;
    }
  return changed;
}

static void
keep (LijnTidy *tidy, guint *places)
{
  for (guint i = 0; i < tidy->nodes->len; i++)
    places[i] = lijn_tidy_node (tidy, i)->place;
}

static void
take_back (LijnTidy *tidy, const guint *places)
{
  for (guint i = 0; i < tidy->nodes->len; i++)
    {
      LijnTidyNode *node = lijn_tidy_node (tidy, i);

      node->place = places[i];
      g_array_index (lijn_tidy_layer (tidy, node->layer), guint, node->place) = i;
    }
}

static void
sweep (LijnTidy *tidy, gboolean to_the_right)
{
  guint n = tidy->layers->len;

  for (guint i = 0; i < n; i++)
    order_layer (tidy, lijn_tidy_layer (tidy, to_the_right ? i : n - 1 - i), to_the_right);
}

void
lijn_tidy_order_layers (LijnTidy *tidy)
{
  g_autofree guint *best = g_new (guint, tidy->nodes->len + 1);
  guint64 least;

  for (guint i = 0; i < tidy->nodes->len; i++)
    {
      lijn_tidy_node (tidy, i)->key = lijn_tidy_node (tidy, i)->before.y;
      lijn_tidy_node (tidy, i)->place = i;
    }
  for (guint i = 0; i < tidy->layers->len; i++)
    sort_layer (tidy, lijn_tidy_layer (tidy, i));
  keep (tidy, best);
  least = count_all (tidy);
  for (guint i = 0; least > 0 && i < N_SWEEPS; i++)
    {
      guint64 crossings;

      if (g_cancellable_is_cancelled (tidy->cancellable))
        return;
      sweep (tidy, i % 2 == 0);
      crossings = count_all (tidy);
      if (crossings >= least)
        continue;
      least = crossings;
      keep (tidy, best);
    }
  take_back (tidy, best);
  for (guint i = 0; i < MOST_EXCHANGES; i++)
    {
      gboolean changed = FALSE;

      for (guint j = 0; j < tidy->layers->len; j++)
        changed = exchange_in (tidy, lijn_tidy_layer (tidy, j)) || changed;
      if (!changed)
        return;
    }
}
