/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-tidy-graph.h"

#include <math.h>
#include <string.h>

/* Tidying, what is read from the layout: elements with the room that they need, flows between them,
 * and strips: each lane, with a strip of its own for what is in a group. */

#define NAME_GAP 6.0 /* from a shape to its name, and past it */
#define BRANCH_ROOM 22.0 /* over and under a decision with named flows */

void
lijn_tidy_index_make (LijnTidyIndex *index, const guint *keys, guint n, guint n_keys)
{
  g_autofree guint *at = g_new0 (guint, n_keys + 1);

  index->first = g_new0 (guint, n_keys + 1);
  index->items = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    index->first[keys[i] + 1]++;
  for (guint i = 0; i < n_keys; i++)
    index->first[i + 1] += index->first[i];
  memcpy (at, index->first, n_keys * sizeof *at);
  for (guint i = 0; i < n; i++)
    index->items[at[keys[i]]++] = i;
}

void
lijn_tidy_index_clear (LijnTidyIndex *index)
{
  g_clear_pointer (&index->first, g_free);
  g_clear_pointer (&index->items, g_free);
}

guint
lijn_tidy_tail (const LijnTidyEdge *edge)
{
  return edge->turned ? edge->target : edge->source;
}

guint
lijn_tidy_head (const LijnTidyEdge *edge)
{
  return edge->turned ? edge->source : edge->target;
}

void
lijn_tidy_index_edges (LijnTidy *tidy, LijnTidyIndex *index, gboolean by_head)
{
  g_autofree guint *keys = g_new (guint, tidy->edges->len + 1);

  for (guint i = 0; i < tidy->edges->len; i++)
    keys[i] = (by_head ? lijn_tidy_head : lijn_tidy_tail) (lijn_tidy_edge (tidy, i));
  lijn_tidy_index_make (index, keys, tidy->edges->len, tidy->n_elements);
}

/* The outermost group that holds @element. */
static LijnElement *
group_of (LijnElement *element)
{
  LijnElement *group = NULL;
  LijnElement *next = lijn_element_get_container (element);

  for (guint depth = 0; next != NULL && depth < 64; depth++)
    {
      group = next;
      next = lijn_element_get_container (next);
    }
  return group;
}

/* Where a flow may come from below, or go there, the name gives way to above. */
gboolean
lijn_tidy_may_name_above (const LijnTidyNode *node)
{
  return node->box->name == NULL || node->box->kind == LIJN_ELEMENT_KIND_DECISION ||
         node->beside >= 0 || (node->box->wires != NULL && node->box->wires->len > 2);
}

static void
measure (LijnLayout *layout, LijnTidyNode *node)
{
  LijnBox *box = node->box;
  LijnMark *pins = g_hash_table_lookup (layout->clusters,
                                        lijn_object_get_id (LIJN_OBJECT (box->element)));

  node->half_width = box->item.rect.width / 2;
  node->half_height = box->item.rect.height / 2;
  node->half_room = node->half_width;
  if (box->name != NULL)
    {
      node->below = ceil (box->name->height) + NAME_GAP + 2;
      node->half_room = MAX (node->half_room, box->name->width / 2);
    }
  if (box->time != NULL)
    {
      node->above = ceil (box->time->height) + NAME_GAP + 2;
      node->half_room = MAX (node->half_room, box->time->width - node->half_width + 28);
    }
  if (pins != NULL)
    {
      node->above = MAX (node->above, ceil (pins->height));
      node->half_room = MAX (node->half_room, pins->width - node->half_width + 24);
    }
  if (box->kind == LIJN_ELEMENT_KIND_DECISION)
    node->below = MAX (node->below, BRANCH_ROOM);
  if (lijn_tidy_may_name_above (node))
    node->above = MAX (node->above, node->below);
}

static int
compare_nodes (gconstpointer a, gconstpointer b)
{
  const LijnTidyNode *one = a;
  const LijnTidyNode *other = b;

  if (one->before.x < other->before.x || one->before.x > other->before.x)
    return one->before.x < other->before.x ? -1 : 1;
  return strcmp (lijn_object_get_id (LIJN_OBJECT (one->box->element)),
                 lijn_object_get_id (LIJN_OBJECT (other->box->element)));
}

static gboolean
is_wanted (LijnBox *box, GHashTable *wanted)
{
  return box->lane >= 0 && !box->folded && box->item.kind == LIJN_ITEM_BOX &&
         (wanted == NULL || g_hash_table_contains (wanted, box->element));
}

static void
read_nodes (LijnTidy *tidy, GPtrArray *elements)
{
  g_autoptr (GHashTable) wanted = elements != NULL ? g_hash_table_new (NULL, NULL) : NULL;
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; elements != NULL && i < elements->len; i++)
    g_hash_table_add (wanted, g_ptr_array_index (elements, i));
  g_hash_table_iter_init (&iter, tidy->layout->boxes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      LijnTidyNode node = { .box = value, .beside = -1 };

      if (!is_wanted (value, wanted))
        continue;
      node.before = lijn_rect_center (&node.box->item.rect);
      measure (tidy->layout, &node);
      g_array_append_val (tidy->nodes, node);
    }
  g_array_sort (tidy->nodes, compare_nodes);
  tidy->n_elements = tidy->nodes->len;
}

/* A group that holds nothing is in no plan, but its lane must go on holding it. */
static void
read_empty_groups (LijnTidy *tidy)
{
  g_autoptr (GHashTable) holding = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, tidy->layout->boxes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (!((LijnBox *) value)->folded)
      g_hash_table_add (holding, lijn_element_get_container (((LijnBox *) value)->element));
  g_hash_table_iter_init (&iter, tidy->layout->boxes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      LijnBox *box = value;

      if (box->item.kind == LIJN_ITEM_GROUP && box->lane >= 0 && !box->folded &&
          !g_hash_table_contains (holding, box->element))
        tidy->least_heights[box->lane] = MAX (tidy->least_heights[box->lane],
                                              box->item.rect.height + 2 * LIJN_LANE_PADDING);
    }
}

static int
compare_strips (gconstpointer a, gconstpointer b)
{
  const LijnTidyStrip *one = a;
  const LijnTidyStrip *other = b;

  if (one->lane != other->lane)
    return one->lane < other->lane ? -1 : 1;
  return (one->key > other->key) - (one->key < other->key);
}

/* A group that reaches into the lane above comes first, others below what is in no group, which has
 * key 0. */
static double
key_of_group (LijnTidy *tidy, LijnElement *group, guint lane)
{
  LijnBox *box = lijn_scene_box (tidy->layout, group);
  const LijnRect *rect = &g_array_index (tidy->layout->lanes, LijnLaneBox, lane).rect;
  double middle;

  if (box == NULL)
    return 1;
  middle = box->item.rect.y + box->item.rect.height / 2;
  return middle < rect->y ? middle - rect->y : 1 + middle - rect->y;
}

static guint
hash_strip (gconstpointer key)
{
  const LijnTidyStrip *strip = key;

  return strip->lane * 31 + g_direct_hash (strip->group);
}

static gboolean
equal_strips (gconstpointer a, gconstpointer b)
{
  const LijnTidyStrip *one = a;
  const LijnTidyStrip *other = b;

  return one->lane == other->lane && one->group == other->group;
}

guint
lijn_tidy_main_strip (LijnTidy *tidy, guint lane)
{
  return tidy->main_strips[lane];
}

/* The strips, each once, in order. */
static void
list_strips (LijnTidy *tidy)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (hash_strip, equal_strips, g_free, NULL);

  for (guint lane = 0; lane < tidy->layout->lanes->len; lane++)
    {
      LijnTidyStrip strip = { .lane = lane };

      g_array_append_val (tidy->strips, strip);
    }
  for (guint i = 0; i < tidy->n_elements; i++)
    {
      LijnTidyNode *node = lijn_tidy_node (tidy, i);
      LijnTidyStrip strip = { .lane = (guint) node->box->lane,
                              .group = group_of (node->box->element) };

      if (strip.group == NULL || !g_hash_table_add (seen, g_memdup2 (&strip, sizeof strip)))
        continue;
      strip.key = key_of_group (tidy, strip.group, strip.lane);
      g_array_append_val (tidy->strips, strip);
    }
  g_array_sort (tidy->strips, compare_strips);
}

static void
read_strips (LijnTidy *tidy)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (hash_strip, equal_strips);

  list_strips (tidy);
  for (guint i = 0; i < tidy->strips->len; i++)
    {
      LijnTidyStrip *strip = lijn_tidy_strip (tidy, i);

      g_hash_table_insert (numbers, strip, GUINT_TO_POINTER (i));
      if (strip->group == NULL)
        tidy->main_strips[strip->lane] = i;
    }
  for (guint i = 0; i < tidy->n_elements; i++)
    {
      LijnTidyNode *node = lijn_tidy_node (tidy, i);
      const LijnTidyStrip wanted = { .lane = (guint) node->box->lane,
                                     .group = group_of (node->box->element) };

      node->strip = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, &wanted));
      lijn_tidy_strip (tidy, node->strip)->n_nodes++;
    }
}

/* In which phase it stands, or between which, so that it stays there. */
static void
read_phases (LijnTidy *tidy)
{
  g_array_set_size (tidy->phases, tidy->layout->phases->len);
  for (guint i = 0; i < tidy->n_elements; i++)
    {
      LijnTidyNode *node = lijn_tidy_node (tidy, i);

      for (guint j = 0; j < tidy->phases->len; j++)
        {
          const LijnRect *rect = &g_array_index (tidy->layout->phases, LijnPhaseBox, j).rect;

          if (node->before.x >= rect->x + rect->width)
            node->phase = 2 * j + 2;
          else if (node->before.x >= rect->x)
            node->phase = 2 * j + 1;
        }
    }
}

static gboolean
is_remark (const LijnTidyNode *node)
{
  return node->box->kind == LIJN_ELEMENT_KIND_NOTE || node->box->kind == LIJN_ELEMENT_KIND_DOCUMENT;
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const LijnTidyEdge *one = a;
  const LijnTidyEdge *other = b;

  if (one->source != other->source)
    return one->source < other->source ? -1 : 1;
  if (one->target != other->target)
    return one->target < other->target ? -1 : 1;
  return strcmp (lijn_object_get_id (LIJN_OBJECT (one->wire->flow)),
                 lijn_object_get_id (LIJN_OBJECT (other->wire->flow)));
}

/* By where they lead from, then to, from left to right: of a circle, the flow that goes back on the
 * map as it is will be the one that is turned. */
static void
read_edges (LijnTidy *tidy)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < tidy->n_elements; i++)
    g_hash_table_insert (numbers, lijn_tidy_node (tidy, i)->box, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < tidy->n_elements; i++)
    {
      LijnTidyNode *node = lijn_tidy_node (tidy, i);

      for (guint j = 0; node->box->wires != NULL && j < node->box->wires->len; j++)
        {
          LijnTidyEdge edge = { .wire = g_ptr_array_index (node->box->wires, j), .source = i };
          guint target = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, edge.wire->target));

          if (edge.wire->source != node->box || target == 0 || target - 1 == i)
            continue;
          edge.target = target - 1;
          edge.aside = is_remark (node) || is_remark (lijn_tidy_node (tidy, edge.target));
          g_array_append_val (tidy->edges, edge);
        }
    }
  g_array_sort (tidy->edges, compare_edges);
}

/* A note or document stands beside what it is said of; one that is handed on from step to step
 * stands between them, as a step would. */
static void
attach_remarks (LijnTidy *tidy)
{
  g_autofree guint *n_in = g_new0 (guint, tidy->n_elements + 1);
  g_autofree guint *n_out = g_new0 (guint, tidy->n_elements + 1);

  for (guint i = 0; i < tidy->edges->len; i++)
    {
      n_out[lijn_tidy_edge (tidy, i)->source]++;
      n_in[lijn_tidy_edge (tidy, i)->target]++;
    }
  for (guint i = 0; i < tidy->edges->len; i++)
    {
      LijnTidyEdge *edge = lijn_tidy_edge (tidy, i);
      LijnTidyNode *source = lijn_tidy_node (tidy, edge->source);
      LijnTidyNode *target = lijn_tidy_node (tidy, edge->target);
      gboolean of_target = is_remark (source) && n_in[edge->source] == 0;
      gboolean of_source = is_remark (target) && n_out[edge->target] == 0;

      edge->aside = of_target || of_source;
      if (source->phase != target->phase)
        continue;
      if (of_source && target->beside < 0 && source->beside < 0)
        target->beside = (int) edge->source;
      else if (of_target && source->beside < 0 && target->beside < 0)
        source->beside = (int) edge->target;
    }
  for (guint i = 0; i < tidy->n_elements; i++)
    {
      LijnTidyNode *node = lijn_tidy_node (tidy, i);

      if (node->beside >= 0)
        node->above = MAX (node->above, node->below);
    }
}

void
lijn_tidy_read (LijnTidy *tidy, LijnLayout *layout, GPtrArray *elements)
{
  tidy->layout = layout;
  tidy->nodes = g_array_new (FALSE, TRUE, sizeof (LijnTidyNode));
  tidy->edges = g_array_new (FALSE, TRUE, sizeof (LijnTidyEdge));
  tidy->strips = g_array_new (FALSE, TRUE, sizeof (LijnTidyStrip));
  tidy->links = g_array_new (FALSE, TRUE, sizeof (LijnTidyLink));
  tidy->legs = g_array_new (FALSE, TRUE, sizeof (LijnTidyLeg));
  tidy->phases = g_array_new (FALSE, TRUE, sizeof (LijnTidyPhaseSpan));
  tidy->layers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  tidy->main_strips = g_new0 (guint, layout->lanes->len + 1);
  tidy->lane_tops = g_new0 (double, layout->lanes->len + 1);
  tidy->lane_heights = g_new0 (double, layout->lanes->len + 1);
  tidy->least_heights = g_new0 (double, layout->lanes->len + 1);
  read_nodes (tidy, elements);
  read_empty_groups (tidy);
  if (elements == NULL)
    read_phases (tidy);
  read_strips (tidy);
  read_edges (tidy);
  attach_remarks (tidy);
  tidy->n_flows = tidy->edges->len;
}

void
lijn_tidy_clear (LijnTidy *tidy)
{
  g_clear_pointer (&tidy->nodes, g_array_unref);
  g_clear_pointer (&tidy->edges, g_array_unref);
  g_clear_pointer (&tidy->strips, g_array_unref);
  g_clear_pointer (&tidy->links, g_array_unref);
  g_clear_pointer (&tidy->legs, g_array_unref);
  g_clear_pointer (&tidy->phases, g_array_unref);
  g_clear_pointer (&tidy->layers, g_ptr_array_unref);
  lijn_tidy_index_clear (&tidy->left);
  lijn_tidy_index_clear (&tidy->right);
  g_clear_pointer (&tidy->main_strips, g_free);
  g_clear_pointer (&tidy->lane_tops, g_free);
  g_clear_pointer (&tidy->lane_heights, g_free);
  g_clear_pointer (&tidy->least_heights, g_free);
  g_clear_pointer (&tidy->columns, g_free);
  g_clear_pointer (&tidy->half_columns, g_free);
}
