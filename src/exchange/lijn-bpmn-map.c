/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bpmn.h"

/* What comes on which map. Every diagram is a map of what it draws. What no diagram draws is not
 * lost: it joins the map that shows the rest of its process or sub-process; the contents of a
 * sub-process or called process that is nowhere open become a map of their own, the detail of its
 * step; and so does a process that nothing else shows. */

#define MOST_DIAGRAMS 256

void
lijn_bpmn_map_free (LijnBpmnMap *map)
{
  g_ptr_array_unref (map->pools);
  g_ptr_array_unref (map->bands);
  g_ptr_array_unref (map->items);
  g_ptr_array_unref (map->links);
  g_hash_table_unref (map->item_of);
  g_free (map);
}

static void
link_free (LijnBpmnLink *link)
{
  g_free (link->route);
  g_free (link);
}

static LijnBpmnMap *
add_map (LijnBpmn *self, const char *title, LijnBpmnDiagram *diagram, LijnBpmnNode *opener)
{
  LijnBpmnMap *map = g_new0 (LijnBpmnMap, 1);

  map->title = *title != '\0' ? title : self->name;
  map->diagram = diagram;
  map->opener = opener;
  map->pools = g_ptr_array_new ();
  map->bands = g_ptr_array_new_with_free_func (g_free);
  map->items = g_ptr_array_new_with_free_func (g_free);
  map->links = g_ptr_array_new_with_free_func ((GDestroyNotify) link_free);
  map->item_of = g_hash_table_new (NULL, NULL);
  g_ptr_array_add (self->maps, map);
  return map;
}

LijnBpmnItem *
lijn_bpmn_map_add (LijnBpmnMap *map, LijnBpmnNode *node, const LijnBpmnShape *shape)
{
  LijnBpmnItem *item = g_new0 (LijnBpmnItem, 1);

  g_ptr_array_add (map->items, item);
  item->node = node;
  if (node != NULL)
    {
      item->name = node->thing.name;
      item->kind = node->kind;
      item->marker = node->marker;
      g_hash_table_insert (map->item_of, node, item);
    }
  if (shape != NULL)
    {
      item->rect = shape->rect;
      item->drawn = TRUE;
    }
  return item;
}

/* What a node is directly in. */
static gpointer
root_of (const LijnBpmnNode *node)
{
  return node->parent != NULL ? (gpointer) node->parent : (gpointer) node->process;
}

static void
note_home (GHashTable *homes, gpointer root, LijnBpmnMap *map)
{
  if (root != NULL && !g_hash_table_contains (homes, root))
    g_hash_table_insert (homes, root, map);
}

/* The step that the diagram shows the inside of. */
static LijnBpmnNode *
opener_of (const LijnBpmnDiagram *diagram)
{
  LijnBpmnThing *plane = diagram->plane;

  if (plane != NULL && plane->type == LIJN_BPMN_NODE)
    return (LijnBpmnNode *) plane;
  if (plane != NULL && plane->type == LIJN_BPMN_PROCESS)
    return ((LijnBpmnProcess *) plane)->caller;
  return NULL;
}

/* Data of a task's own, or data that references stand for, is never drawn, whatever some tools
 * write. */
static gboolean
is_hidden (const LijnBpmnNode *node)
{
  return node->shy && (node->referred || (node->parent != NULL && !node->parent->composite));
}

static void
add_diagram (LijnBpmn *self, LijnBpmnDiagram *diagram, GHashTable *homes, GHashTable *drawn)
{
  LijnBpmnNode *opener = opener_of (diagram);
  const char *title = diagram->name;
  LijnBpmnMap *map;

  if (*title == '\0' && diagram->plane != NULL)
    title = diagram->plane->name;
  map = add_map (self, title, diagram, opener);
  for (guint i = 0; i < diagram->shapes->len; i++)
    {
      LijnBpmnShape *shape = g_ptr_array_index (diagram->shapes, i);
      LijnBpmnThing *thing = shape->thing;

      if (thing->type == LIJN_BPMN_NODE && !is_hidden ((LijnBpmnNode *) thing))
        {
          lijn_bpmn_map_add (map, (LijnBpmnNode *) thing, shape);
          note_home (homes, root_of ((LijnBpmnNode *) thing), map);
          g_hash_table_add (drawn, thing);
        }
      else if (thing->type == LIJN_BPMN_LANE)
        note_home (homes, ((LijnBpmnLane *) thing)->process, map);
      else if (thing->type == LIJN_BPMN_PARTICIPANT || thing->type == LIJN_BPMN_PROCESS)
        {
          note_home (homes, thing, map);
          if (thing->type == LIJN_BPMN_PARTICIPANT)
            note_home (homes, ((LijnBpmnParticipant *) thing)->process, map);
        }
    }
}

/* Returns: the map for what is directly in @root and drawn nowhere. */
static LijnBpmnMap *
find_home (LijnBpmn *self, const LijnBpmnNode *node, GHashTable *homes, LijnBpmnMap **whole)
{
  gpointer root = root_of (node);
  LijnBpmnMap *map = root != NULL ? g_hash_table_lookup (homes, root) : NULL;

  if (map != NULL)
    return map;
  if (node->parent != NULL)
    map = add_map (self, node->parent->thing.name, NULL, node->parent);
  else if (node->process != NULL && node->process->participant == NULL)
    {
      LijnBpmnNode *caller = node->process->caller;
      const char *title = node->process->thing.name;

      map = add_map (self, *title == '\0' && caller != NULL ? caller->thing.name : title, NULL,
                     caller);
    }
  else if (*whole != NULL)
    map = *whole;
  else if (root == NULL && self->maps->len > 0)
    map = g_ptr_array_index (self->maps, 0);
  else
    map = *whole = add_map (self, "", NULL, NULL);
  note_home (homes, root, map);
  return map;
}

static void
add_undrawn (LijnBpmn *self, GHashTable *homes, GHashTable *drawn, LijnBpmnMap **whole)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      LijnBpmnNode *node = g_ptr_array_index (self->nodes, i);
      LijnBpmnMap *map;

      if (node->shy || g_hash_table_contains (drawn, node))
        continue;
      map = find_home (self, node, homes, whole);
      lijn_bpmn_map_add (map, node, NULL);
      if (map->diagram != NULL)
        lijn_bpmn_leave_out (self, "#undrawn");
    }
}

/* Pools that are drawn nowhere: all, where nothing is drawn; else those that messages reach. */
static void
add_pools (LijnBpmn *self, GHashTable *homes, LijnBpmnMap *whole)
{
  g_autoptr (GHashTable) reached = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->flows->len; i++)
    {
      LijnBpmnFlow *flow = g_ptr_array_index (self->flows, i);

      g_hash_table_add (reached, flow->source);
      g_hash_table_add (reached, flow->target);
    }
  for (guint i = 0; i < self->participants->len; i++)
    {
      LijnBpmnParticipant *pool = g_ptr_array_index (self->participants, i);

      if (g_hash_table_contains (homes, pool) ||
          (pool->process != NULL && g_hash_table_contains (homes, pool->process)))
        continue;
      if (self->diagrams->len > 0 && !g_hash_table_contains (reached, pool))
        {
          lijn_bpmn_leave_out (self, "#pool");
          continue;
        }
      if (self->maps->len == 0)
        whole = add_map (self, "", NULL, NULL);
      g_ptr_array_add (
          (whole != NULL ? whole : (LijnBpmnMap *) g_ptr_array_index (self->maps, 0))->pools, pool);
    }
}

/* What encloses what. */

static gboolean
is_within (const LijnRect *rect, const LijnRect *outer)
{
  LijnRect both = lijn_rect_union (rect, outer);

  return lijn_rect_equal (&both, outer);
}

/* The item that shows what @item is in: its sub-process, or the activity that calls its process. */
static LijnBpmnItem *
find_open (const LijnBpmnMap *map, const LijnBpmnItem *item)
{
  LijnBpmnNode *node = item->node;
  LijnBpmnNode *outer = node->parent;
  LijnBpmnItem *open;

  if (outer == NULL && node->process != NULL && node->process->participant == NULL)
    outer = node->process->caller;
  open = outer != NULL ? g_hash_table_lookup (map->item_of, outer) : NULL;
  return open != NULL && open->node->composite && open->drawn && item->drawn &&
                 (node->parent != NULL || is_within (&item->rect, &open->rect))
             ? open
             : NULL;
}

/* Sub-processes drawn open become groups, with what is in them, marked as steps that have steps of
 * their own; then what lies in a drawn group. */
static void
find_containers (LijnBpmnMap *map)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();

  for (guint i = 0; i < map->items->len; i++)
    {
      LijnBpmnItem *item = g_ptr_array_index (map->items, i);

      item->container = find_open (map, item);
      if (item->container != NULL)
        {
          item->container->kind = LIJN_ELEMENT_KIND_GROUP;
          item->container->marker = LIJN_MARKER_CALL;
        }
      if (item->node->artifact && item->kind == LIJN_ELEMENT_KIND_GROUP && item->drawn)
        g_ptr_array_add (groups, item);
    }
  for (guint i = 0; i < MIN (groups->len, 500); i++)
    for (guint j = 0; j < map->items->len; j++)
      {
        LijnBpmnItem *group = g_ptr_array_index (groups, i);
        LijnBpmnItem *item = g_ptr_array_index (map->items, j);

        if (item != group && item->drawn && item->container == NULL &&
            is_within (&item->rect, &group->rect) && !is_within (&group->rect, &item->rect))
          item->container = group;
      }
}

/* A process without a pool of its own, drawn inside the pool of another, belongs there. */
static void
adopt (LijnBpmnMap *map, LijnBpmnProcess *process, const LijnRect *around)
{
  for (guint i = 0; i < map->diagram->shapes->len; i++)
    {
      const LijnBpmnShape *shape = g_ptr_array_index (map->diagram->shapes, i);

      if (shape->thing->type == LIJN_BPMN_PARTICIPANT && is_within (around, &shape->rect))
        process->participant = (LijnBpmnParticipant *) shape->thing;
    }
}

static void
adopt_processes (LijnBpmnMap *map)
{
  g_autoptr (GHashTable) around = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GHashTableIter iter;
  gpointer process, rect;

  for (guint i = 0; i < map->items->len && map->diagram != NULL; i++)
    {
      const LijnBpmnItem *item = g_ptr_array_index (map->items, i);

      process = item->node->process;
      if (!item->drawn || process == NULL || item->node->process->participant != NULL ||
          item->node->process->caller != NULL)
        continue;
      rect = g_hash_table_lookup (around, process);
      if (rect == NULL)
        g_hash_table_insert (around, process, g_memdup2 (&item->rect, sizeof item->rect));
      else
        *(LijnRect *) rect = lijn_rect_union (rect, &item->rect);
    }
  g_hash_table_iter_init (&iter, around);
  while (g_hash_table_iter_next (&iter, &process, &rect))
    adopt (map, process, rect);
}

/* Maps of pools come first, details last. */
static int
weight (const LijnBpmnMap *map)
{
  gboolean pools = map->pools->len > 0;

  for (guint i = 0; map->diagram != NULL && i < map->diagram->shapes->len && !pools; i++)
    {
      LijnBpmnKind type =
          ((LijnBpmnShape *) g_ptr_array_index (map->diagram->shapes, i))->thing->type;

      pools = type == LIJN_BPMN_PARTICIPANT || type == LIJN_BPMN_LANE;
    }
  return (map->opener != NULL ? 2 : 0) + (pools ? 0 : 1);
}

static int
compare_weights_cb (gconstpointer a, gconstpointer b)
{
  return weight (*(LijnBpmnMap *const *) a) - weight (*(LijnBpmnMap *const *) b);
}

static int
compare_orders_cb (gconstpointer a, gconstpointer b)
{
  const LijnBpmnParty *one = *(LijnBpmnParty *const *) a, *other = *(LijnBpmnParty *const *) b;

  return one->order < other->order ? -1 : one->order > other->order;
}

void
lijn_bpmn_make_maps (LijnBpmn *self)
{
  g_autoptr (GHashTable) homes = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) drawn = g_hash_table_new (NULL, NULL);
  LijnBpmnMap *whole = NULL;

  for (guint i = 0; i < self->diagrams->len; i++)
    {
      LijnBpmnDiagram *diagram = g_ptr_array_index (self->diagrams, i);

      if (diagram->shapes->len > 0 && i < MOST_DIAGRAMS)
        add_diagram (self, diagram, homes, drawn);
      else if (i >= MOST_DIAGRAMS)
        lijn_bpmn_leave_out (self, "#diagram");
    }
  add_undrawn (self, homes, drawn, &whole);
  add_pools (self, homes, whole);
  g_ptr_array_sort (self->maps, compare_weights_cb);
  for (guint i = 0; i < self->maps->len; i++)
    {
      LijnBpmnMap *map = g_ptr_array_index (self->maps, i);

      find_containers (map);
      adopt_processes (map);
      lijn_bpmn_make_bands (self, map);
    }
  g_ptr_array_sort (self->parties, compare_orders_cb);
  for (guint i = 0; i < self->maps->len; i++)
    lijn_bpmn_sort_bands (g_ptr_array_index (self->maps, i));
  lijn_bpmn_make_links (self);
}
