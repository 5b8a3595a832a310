/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-place.h"
#include "lijn-tidy.h"

#include <math.h>
#include <string.h>

/* A whole map laid out afresh, in layers from left to right (Sugiyama, Tagawa & Toda 1981), with
 * the lanes as constraints:
 *
 *   1 flows that go back in a walk from the starts are turned round;
 *   2 an element's layer is the longest way to it;
 *   3 in each layer, the elements of one lane are ordered by the mean of where their neighbours
 *     stand (barycentres), sweeping right and left;
 *   4 a layer is a column of the map; a place in a lane is a row, as near as possible to that of
 *     what comes before, so that lines run straight. */

#define N_SWEEPS 6

static void
node_free (gpointer data)
{
  LijnNode *node = data;

  g_ptr_array_unref (node->next);
  g_ptr_array_unref (node->previous);
  g_free (node);
}

static int
compare_nodes (gconstpointer a, gconstpointer b)
{
  const LijnNode *one = *(LijnNode *const *) a;
  const LijnNode *other = *(LijnNode *const *) b;

  if (one->x < other->x || one->x > other->x)
    return one->x < other->x ? -1 : 1;
  return strcmp (lijn_object_get_id (LIJN_OBJECT (one->box->element)),
                 lijn_object_get_id (LIJN_OBJECT (other->box->element)));
}

static void
list_nodes (LijnTidy *tidy)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, tidy->layout->boxes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      LijnBox *box = value;
      LijnNode *node;

      if (box->lane < 0 || box->item.kind == LIJN_ITEM_GROUP)
        continue;
      node = g_new0 (LijnNode, 1);
      node->box = box;
      node->x = box->item.rect.x;
      node->next = g_ptr_array_new ();
      node->previous = g_ptr_array_new ();
      g_ptr_array_add (tidy->nodes, node);
      g_hash_table_insert (tidy->by_box, box, node);
    }
  g_ptr_array_sort (tidy->nodes, compare_nodes);
  for (guint i = 0; i < tidy->nodes->len; i++)
    ((LijnNode *) g_ptr_array_index (tidy->nodes, i))->index = i;
}

static int
compare_index (gconstpointer a, gconstpointer b)
{
  const LijnNode *one = *(LijnNode *const *) a;
  const LijnNode *other = *(LijnNode *const *) b;

  return (one->index > other->index) - (one->index < other->index);
}

/* The flows of each element by where they lead to, from left to right: of a circle, the flow that
 * goes back on the map as it is will be the one that is turned. */
static void
list_edges (LijnTidy *tidy)
{
  for (guint i = 0; i < tidy->nodes->len; i++)
    {
      LijnNode *node = g_ptr_array_index (tidy->nodes, i);
      GPtrArray *wires = node->box->wires;

      for (guint j = 0; wires != NULL && j < wires->len; j++)
        {
          LijnWire *wire = g_ptr_array_index (wires, j);
          LijnNode *target = g_hash_table_lookup (tidy->by_box, wire->target);

          if (wire->source == node->box && target != NULL && target != node)
            g_ptr_array_add (node->next, target);
        }
      g_ptr_array_sort (node->next, compare_index);
    }
}

enum
{
  UNSEEN,
  OPEN,
  DONE
};

/* Walks from @root along the flows, in depth, without recursion: a map may be thousands of steps
 * long. A flow that meets the way it came on goes back, and is turned round. */
static void
walk_from (LijnNode *root, GPtrArray *way)
{
  root->state = OPEN;
  g_ptr_array_add (way, root);
  while (way->len > 0)
    {
      LijnNode *node = g_ptr_array_index (way, way->len - 1);
      LijnNode *next;

      if (node->at == node->next->len)
        {
          node->state = DONE;
          g_ptr_array_remove_index (way, way->len - 1);
          continue;
        }
      next = g_ptr_array_index (node->next, node->at);
      if (next->state == OPEN)
        {
          /* The turned flow starts at a node that is on the way: its own walk goes past it. */
          g_ptr_array_remove_index (node->next, node->at);
          g_ptr_array_add (next->previous, node);
          continue;
        }
      node->at++;
      if (next->state == UNSEEN)
        {
          next->state = OPEN;
          g_ptr_array_add (way, next);
        }
    }
}

static void
break_cycles (LijnTidy *tidy)
{
  g_autoptr (GPtrArray) way = g_ptr_array_new ();
  g_autofree guint *n_in = g_new0 (guint, tidy->nodes->len + 1);

  for (guint i = 0; i < tidy->nodes->len; i++)
    {
      LijnNode *node = g_ptr_array_index (tidy->nodes, i);

      for (guint j = 0; j < node->next->len; j++)
        n_in[((LijnNode *) g_ptr_array_index (node->next, j))->index]++;
    }
  /* First from where things start, then from what is left, which lies on cycles only. */
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < tidy->nodes->len; i++)
      {
        LijnNode *node = g_ptr_array_index (tidy->nodes, i);

        if (node->state == UNSEEN && (pass > 0 || n_in[i] == 0))
          walk_from (node, way);
      }
  /* What was put into `previous` meanwhile are the turned flows, from the other side. */
  for (guint i = 0; i < tidy->nodes->len; i++)
    {
      LijnNode *node = g_ptr_array_index (tidy->nodes, i);

      for (guint j = 0; j < node->previous->len; j++)
        g_ptr_array_add (node->next, g_ptr_array_index (node->previous, j));
      g_ptr_array_set_size (node->previous, 0);
    }
  for (guint i = 0; i < tidy->nodes->len; i++)
    {
      LijnNode *node = g_ptr_array_index (tidy->nodes, i);

      for (guint j = 0; j < node->next->len; j++)
        g_ptr_array_add (((LijnNode *) g_ptr_array_index (node->next, j))->previous, node);
    }
}

static void
put_in_layer (LijnTidy *tidy, LijnNode *node)
{
  while (tidy->layers->len <= node->layer)
    g_ptr_array_add (tidy->layers, g_ptr_array_new ());
  g_ptr_array_add (g_ptr_array_index (tidy->layers, node->layer), node);
}

/* Elements without any flow stand in their lane one after the other. */
static void
layer_loners (LijnTidy *tidy)
{
  guint n_lanes = tidy->layout->lanes->len;
  g_autofree guint *next = g_new0 (guint, n_lanes);

  for (guint i = 0; i < tidy->nodes->len; i++)
    {
      LijnNode *node = g_ptr_array_index (tidy->nodes, i);

      if (node->next->len > 0 || node->previous->len > 0)
        continue;
      node->layer = next[node->box->lane]++;
      put_in_layer (tidy, node);
    }
}

static void
assign_layers (LijnTidy *tidy)
{
  g_autoptr (GPtrArray) ready = g_ptr_array_new ();

  for (guint i = 0; i < tidy->nodes->len; i++)
    {
      LijnNode *node = g_ptr_array_index (tidy->nodes, i);

      node->waiting = node->previous->len;
      if (node->waiting == 0 && node->next->len > 0)
        g_ptr_array_add (ready, node);
    }
  for (guint i = 0; i < ready->len; i++)
    {
      LijnNode *node = g_ptr_array_index (ready, i);

      put_in_layer (tidy, node);
      for (guint j = 0; j < node->next->len; j++)
        {
          LijnNode *next = g_ptr_array_index (node->next, j);

          next->layer = MAX (next->layer, node->layer + 1);
          if (--next->waiting == 0)
            g_ptr_array_add (ready, next);
        }
    }
  layer_loners (tidy);
}

static int
compare_in_layer (gconstpointer a, gconstpointer b)
{
  const LijnNode *one = *(LijnNode *const *) a;
  const LijnNode *other = *(LijnNode *const *) b;

  if (one->box->lane != other->box->lane)
    return one->box->lane < other->box->lane ? -1 : 1;
  if (one->order < other->order || one->order > other->order)
    return one->order < other->order ? -1 : 1;
  return one->index < other->index ? -1 : 1;
}

/* Rows in each lane are the places in the sorted layer. */
static void
number_rows (GPtrArray *layer)
{
  guint row = 0;

  for (guint i = 0; i < layer->len; i++)
    {
      LijnNode *node = g_ptr_array_index (layer, i);
      LijnNode *above = i > 0 ? g_ptr_array_index (layer, i - 1) : NULL;

      row = above != NULL && above->box->lane == node->box->lane ? row + 1 : 0;
      node->row = row;
    }
}

static double
height_of (const LijnNode *node)
{
  return node->box->lane * 64.0 + node->row;
}

static void
sweep_layer (GPtrArray *layer, gboolean to_the_right)
{
  for (guint i = 0; i < layer->len; i++)
    {
      LijnNode *node = g_ptr_array_index (layer, i);
      GPtrArray *beside = to_the_right ? node->previous : node->next;
      double sum = 0;

      for (guint j = 0; j < beside->len; j++)
        sum += height_of (g_ptr_array_index (beside, j));
      node->order = beside->len > 0 ? sum / beside->len : height_of (node);
    }
  g_ptr_array_sort (layer, compare_in_layer);
  number_rows (layer);
}

static void
order_layers (LijnTidy *tidy)
{
  for (guint i = 0; i < tidy->layers->len; i++)
    {
      g_ptr_array_sort (g_ptr_array_index (tidy->layers, i), compare_in_layer);
      number_rows (g_ptr_array_index (tidy->layers, i));
    }
  for (int sweep = 0; sweep < N_SWEEPS; sweep++)
    for (guint i = 0; i < tidy->layers->len; i++)
      sweep_layer (g_ptr_array_index (tidy->layers, sweep % 2 == 0 ? i : tidy->layers->len - 1 - i),
                   sweep % 2 == 0);
}

GArray *
lijn_place_tidy (LijnLayout *layout, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (node_free);
  g_autoptr (GPtrArray)
      layers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) by_box = g_hash_table_new (NULL, NULL);
  g_autofree guint *rows = g_new0 (guint, layout->lanes->len + 1);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (LijnPlace));
  LijnTidy tidy = { layout, nodes, by_box, layers, rows };

  list_nodes (&tidy);
  list_edges (&tidy);
  break_cycles (&tidy);
  assign_layers (&tidy);
  if (!g_cancellable_is_cancelled (cancellable))
    order_layers (&tidy);
  if (!g_cancellable_is_cancelled (cancellable))
    lijn_tidy_give_places (&tidy, places);
  return places;
}
