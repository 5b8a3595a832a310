/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-tidy-graph.h"

/* Tidying, step 3: a flow that passes layers gets a place in each of them, in the lane of its source
 * or target, whichever has less standing there. So rows are kept free for it, and it counts as a
 * neighbour when layers are ordered. One that goes back passes the layers of both its ends too, for
 * it leaves at the right and comes in at the left. What passes very many layers runs on a track at
 * the lower edge of its strip instead. */

#define WEIGHT_PASSING 100
#define WEIGHT_STRAIGHT 60
#define WEIGHT_ENDS 40

typedef struct
{
  LijnTidy *tidy;
  guint n_layers;
  guint *before; /* of each strip and layer: the elements in layers before it */
} LijnDensity;

static guint *
count_before (LijnTidy *tidy, guint n_layers)
{
  guint *before = g_new0 (guint, (gsize) tidy->strips->len * (n_layers + 1) + 1);

  for (guint i = 0; i < tidy->n_elements; i++)
    {
      const LijnTidyNode *node = lijn_tidy_node (tidy, i);

      before[(gsize) node->strip * (n_layers + 1) + node->layer + 1]++;
    }
  for (guint s = 0; s < tidy->strips->len; s++)
    for (guint layer = 0; layer < n_layers; layer++)
      before[(gsize) s * (n_layers + 1) + layer + 1] += before[(gsize) s * (n_layers + 1) + layer];
  return before;
}

static guint
count_between (const LijnDensity *density, guint strip, guint first, guint end)
{
  const guint *before = density->before + (gsize) strip * (density->n_layers + 1);

  return before[end] - before[first];
}

static void
choose_strip (const LijnDensity *density, LijnTidyEdge *edge, guint first, guint end)
{
  LijnTidy *tidy = density->tidy;
  const LijnTidyNode *source = lijn_tidy_node (tidy, edge->source);
  const LijnTidyNode *target = lijn_tidy_node (tidy, edge->target);
  guint one = lijn_tidy_main_strip (tidy, (guint) source->box->lane);
  guint other = lijn_tidy_main_strip (tidy, (guint) target->box->lane);

  if (source->strip == target->strip)
    edge->strip = source->strip;
  else
    edge->strip = count_between (density, one, first, end) <
                          count_between (density, other, first, end)
                      ? one
                      : other;
}

static void
add_link (LijnTidy *tidy, guint left, guint right, guint weight)
{
  LijnTidyLink between = { left, right, weight };

  g_array_append_val (tidy->links, between);
}

static guint
weight_of (LijnTidy *tidy, const LijnTidyEdge *edge, const guint *n_out, const guint *n_in)
{
  guint weight = WEIGHT_STRAIGHT;

  if (edge->aside)
    return 1;
  if (n_out[edge->source] == 1)
    weight += 10;
  if (n_in[edge->target] == 1)
    weight += 10;
  /* Of several ways on, the one that is level now stays so. */
  if (ABS (lijn_tidy_node (tidy, edge->source)->before.y -
           lijn_tidy_node (tidy, edge->target)->before.y) < 1)
    weight += 5;
  return weight;
}

static void
add_places (LijnTidy *tidy, guint number, guint first, guint end)
{
  LijnTidyEdge *edge = lijn_tidy_edge (tidy, number);
  gboolean turned = edge->turned;
  guint left = lijn_tidy_tail (edge);
  guint right = lijn_tidy_head (edge);

  edge->first = tidy->nodes->len;
  edge->n_passing = end - first;
  for (guint layer = first; layer < end; layer++)
    {
      LijnTidyNode node = { .edge = number, .strip = edge->strip, .layer = layer, .beside = -1 };
      double part = (layer - first + 1.0) / (end - first + 1.0);

      node.before.y = lijn_tidy_node (tidy, left)->before.y * (1 - part) +
                      lijn_tidy_node (tidy, right)->before.y * part;
      g_array_append_val (tidy->nodes, node);
      if (layer > first)
        add_link (tidy, tidy->nodes->len - 2, tidy->nodes->len - 1, WEIGHT_PASSING);
    }
  if (turned)
    return;
  add_link (tidy, left, edge->first, WEIGHT_ENDS);
  add_link (tidy, tidy->nodes->len - 1, right, WEIGHT_ENDS);
}

static void
put_on_track (LijnTidy *tidy, LijnTidyEdge *edge, guint first, guint end)
{
  edge->on_track = TRUE;
  edge->from_layer = first;
  edge->to_layer = end - 1;
}

static void
let_pass (const LijnDensity *density, guint number)
{
  LijnTidy *tidy = density->tidy;
  LijnTidyEdge *edge = lijn_tidy_edge (tidy, number);
  guint left = lijn_tidy_node (tidy, lijn_tidy_tail (edge))->layer;
  guint right = lijn_tidy_node (tidy, lijn_tidy_head (edge))->layer;
  guint first = edge->turned ? left : left + 1;
  guint end = edge->turned ? right + 1 : right;

  if (left == right || first >= end)
    return;
  choose_strip (density, edge, first, end);
  if (end - first > LIJN_TIDY_MOST_LAYERS)
    put_on_track (tidy, edge, first, end);
  else
    add_places (tidy, number, first, end);
}

static void
fill_layers (LijnTidy *tidy, guint n_layers)
{
  for (guint i = 0; i < n_layers; i++)
    g_ptr_array_add (tidy->layers, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < tidy->nodes->len; i++)
    g_array_append_val (lijn_tidy_layer (tidy, lijn_tidy_node (tidy, i)->layer), i);
}

static void
index_links (LijnTidy *tidy)
{
  g_autofree guint *lefts = g_new (guint, tidy->links->len + 1);
  g_autofree guint *rights = g_new (guint, tidy->links->len + 1);

  for (guint i = 0; i < tidy->links->len; i++)
    {
      lefts[i] = lijn_tidy_link (tidy, i)->left;
      rights[i] = lijn_tidy_link (tidy, i)->right;
    }
  /* The links at the right of a node are those that it is the left end of. */
  lijn_tidy_index_make (&tidy->right, lefts, tidy->links->len, tidy->nodes->len);
  lijn_tidy_index_make (&tidy->left, rights, tidy->links->len, tidy->nodes->len);
}

void
lijn_tidy_add_passing (LijnTidy *tidy)
{
  g_autofree guint *n_out = g_new0 (guint, tidy->n_elements + 1);
  g_autofree guint *n_in = g_new0 (guint, tidy->n_elements + 1);
  g_autofree guint *before = NULL;
  LijnDensity density = { .tidy = tidy };

  for (guint i = 0; i < tidy->n_elements; i++)
    density.n_layers = MAX (density.n_layers, lijn_tidy_node (tidy, i)->layer + 1);
  density.before = before = count_before (tidy, density.n_layers);
  for (guint i = 0; i < tidy->edges->len; i++)
    {
      n_out[lijn_tidy_edge (tidy, i)->source]++;
      n_in[lijn_tidy_edge (tidy, i)->target]++;
    }
  for (guint i = 0; i < tidy->edges->len; i++)
    {
      LijnTidyEdge *edge = lijn_tidy_edge (tidy, i);

      if (!edge->turned && lijn_tidy_node (tidy, edge->target)->layer ==
                               lijn_tidy_node (tidy, edge->source)->layer + 1)
        add_link (tidy, edge->source, edge->target, weight_of (tidy, edge, n_out, n_in));
      else
        let_pass (&density, i);
    }
  fill_layers (tidy, density.n_layers);
  index_links (tidy);
}
