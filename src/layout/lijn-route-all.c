/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-route.h"
#include "lijn-scene.h"

#include <math.h>
#include <string.h>

/* Many flows at once: their present lines are taken off the scene, then found one after the other,
 * short ones first, which have the least choice; each stays on the scene for those after it. At the
 * end everything is as it was: the new routes count when they are in the file. */

typedef struct
{
  LijnFlow *flow;
  guint index; /* in what was asked for */
  double length; /* as the crow flies, along the axes */
  LijnWire *wire; /* (nullable) */
  LijnPoint *points; /* as it was */
  LijnGridItem *items;
  guint n;
} LijnTask;

static void
hide (LijnLayout *layout, LijnWire *wire)
{
  for (guint i = 0; i + 1 < wire->n; i++)
    lijn_grid_remove (layout->things, &wire->items[i]);
}

static void
show (LijnLayout *layout, LijnWire *wire)
{
  for (guint i = 0; i + 1 < wire->n; i++)
    lijn_grid_add (layout->things, &wire->items[i]);
}

static void
set_line (LijnWire *wire, LijnPoint *points, guint n)
{
  wire->points = points;
  wire->n = n;
  wire->items = g_new0 (LijnGridItem, MAX (n, 2) - 1);
  for (guint i = 0; i + 1 < n; i++)
    {
      wire->items[i].rect = lijn_rect_around (&points[i], 2);
      wire->items[i].owner = wire;
      wire->items[i].kind = LIJN_ITEM_WIRE;
      wire->items[i].index = i;
    }
}

static int
compare_tasks (gconstpointer a, gconstpointer b)
{
  const LijnTask *one = a;
  const LijnTask *other = b;

  if (one->length < other->length || one->length > other->length)
    return one->length < other->length ? -1 : 1;
  return strcmp (lijn_object_get_id (LIJN_OBJECT (one->flow)),
                 lijn_object_get_id (LIJN_OBJECT (other->flow)));
}

static GArray *
list_tasks (LijnLayout *layout, GPtrArray *flows)
{
  GArray *tasks = g_array_sized_new (FALSE, TRUE, sizeof (LijnTask), flows->len);

  for (guint i = 0; i < flows->len; i++)
    {
      LijnTask task = { .flow = g_ptr_array_index (flows, i), .index = i };

      task.wire = lijn_scene_wire (layout, task.flow);
      if (task.wire != NULL)
        {
          LijnPoint a = lijn_rect_center (&task.wire->source->item.rect);
          LijnPoint b = lijn_rect_center (&task.wire->target->item.rect);

          task.length = fabs (a.x - b.x) + fabs (a.y - b.y);
          task.points = task.wire->points;
          task.items = task.wire->items;
          task.n = task.wire->n;
        }
      g_array_append_val (tasks, task);
    }
  g_array_sort (tasks, compare_tasks);
  return tasks;
}

static char *
run (LijnLayout *layout, LijnTask *task)
{
  LijnSearch search;
  LijnPoint *points;
  guint n;

  if (task->wire == NULL || !lijn_search_prepare (&search, layout, task->flow))
    return g_strdup ("");
  points = lijn_search_run (&search, &n);
  set_line (task->wire, points, n);
  show (layout, task->wire);
  return lijn_route_write (layout, task->flow, points, n);
}

static void
put_back (LijnLayout *layout, LijnTask *task)
{
  hide (layout, task->wire);
  g_free (task->wire->items);
  g_free (task->wire->points);
  task->wire->points = task->points;
  task->wire->items = task->items;
  task->wire->n = task->n;
  show (layout, task->wire);
}

GPtrArray *
lijn_route_find_all (LijnLayout *layout, GPtrArray *flows)
{
  g_autoptr (GArray) tasks = list_tasks (layout, flows);
  GPtrArray *routes = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_set_size (routes, (int) flows->len);
  for (guint i = 0; i < tasks->len; i++)
    {
      LijnWire *wire = g_array_index (tasks, LijnTask, i).wire;

      if (wire == NULL)
        continue;
      hide (layout, wire);
      wire->points = NULL;
      wire->items = NULL;
      wire->n = 0;
    }
  for (guint i = 0; i < tasks->len; i++)
    {
      LijnTask *task = &g_array_index (tasks, LijnTask, i);

      routes->pdata[task->index] = run (layout, task);
    }
  for (guint i = 0; i < tasks->len; i++)
    if (g_array_index (tasks, LijnTask, i).wire != NULL)
      put_back (layout, &g_array_index (tasks, LijnTask, i));
  return routes;
}
