/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-path-figures.h"

#include <math.h>

void
lijn_path_free (LijnPath *path)
{
  g_ptr_array_unref (path->elements);
  g_ptr_array_unref (path->flows);
  g_free (path);
}

static LijnPath *
path_new (LijnElement *first)
{
  LijnPath *path = g_new (LijnPath, 1);

  path->elements = g_ptr_array_new_with_free_func (g_object_unref);
  path->flows = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (path->elements, g_object_ref (first));

  return path;
}

static void
path_go (LijnPath *path, LijnFlow *flow)
{
  g_ptr_array_add (path->flows, g_object_ref (flow));
  g_ptr_array_add (path->elements, g_object_ref (lijn_flow_get_target (flow)));
}

/* Widens from @from, a flow at a time. Returns: (transfer full): each element that was reached, with
 * the flow that first led there (NULL for @from itself). Stops at @to. */
static GHashTable *
reach (LijnElement *from, LijnElement *to)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (from));
  GHashTable *came_by = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  g_hash_table_insert (came_by, from, NULL);
  g_ptr_array_add (order, from);
  for (guint i = 0; i < order->len && order->pdata[i] != (gpointer) to; i++)
    {
      GPtrArray *flows = lijn_project_referrers (project, LIJN_TABLE_FLOW, "source",
                                                 order->pdata[i]);

      for (guint f = 0; f < flows->len; f++)
        {
          LijnElement *next = lijn_flow_get_target (flows->pdata[f]);

          if (next == NULL || lijn_flow_get_kind (flows->pdata[f]) == LIJN_FLOW_KIND_ASSOCIATION ||
              g_hash_table_contains (came_by, next))
            continue;
          g_hash_table_insert (came_by, next, flows->pdata[f]);
          g_ptr_array_add (order, next);
        }
    }

  return came_by;
}

/* Goes on from the end of @path to @to. */
static gboolean
extend (LijnPath *path, LijnElement *to)
{
  LijnElement *from = g_ptr_array_index (path->elements, path->elements->len - 1);
  g_autoptr (GHashTable) came_by = reach (from, to);
  g_autoptr (GPtrArray) backwards = g_ptr_array_new ();

  if (!g_hash_table_contains (came_by, to))
    return FALSE;
  for (LijnFlow *flow = g_hash_table_lookup (came_by, to); flow != NULL;
       flow = g_hash_table_lookup (came_by, lijn_flow_get_source (flow)))
    g_ptr_array_add (backwards, flow);
  for (guint i = backwards->len; i > 0; i--)
    path_go (path, backwards->pdata[i - 1]);

  return TRUE;
}

LijnPath *
lijn_path_find (LijnElement *from, LijnElement *to)
{
  g_autoptr (LijnPath) path = path_new (from);

  return extend (path, to) ? g_steal_pointer (&path) : NULL;
}

static void
add_once (GPtrArray *elements, LijnElement *element)
{
  if (element != NULL && !g_ptr_array_find (elements, element, NULL))
    g_ptr_array_add (elements, element);
}

static int
compare_x (gconstpointer one, gconstpointer other)
{
  double a = lijn_element_get_x (*(LijnElement *const *) one);
  double b = lijn_element_get_x (*(LijnElement *const *) other);

  return (a > b) - (a < b);
}

/* (transfer full): the elements to come by, from the left: those chosen, and the ends of the flows
 * chosen. */
static GPtrArray *
list_waypoints (GPtrArray *objects)
{
  GPtrArray *waypoints = g_ptr_array_new ();

  for (guint i = 0; i < objects->len && waypoints->len <= LIJN_PATH_MOST; i++)
    if (LIJN_IS_ELEMENT (objects->pdata[i]))
      add_once (waypoints, objects->pdata[i]);
    else if (LIJN_IS_FLOW (objects->pdata[i]))
      {
        add_once (waypoints, lijn_flow_get_source (objects->pdata[i]));
        add_once (waypoints, lijn_flow_get_target (objects->pdata[i]));
      }
  g_ptr_array_sort (waypoints, compare_x);

  return waypoints;
}

/* How many flows away from the start, by the flows that were come by. */
static guint
distance_of (GHashTable *came_by, LijnElement *element)
{
  guint distance = 0;

  for (LijnFlow *flow = g_hash_table_lookup (came_by, element); flow != NULL;
       flow = g_hash_table_lookup (came_by, lijn_flow_get_source (flow)))
    distance++;

  return distance;
}

static int
compare_distance (gconstpointer one, gconstpointer other, gpointer came_by)
{
  guint a = distance_of (came_by, *(LijnElement *const *) one);
  guint b = distance_of (came_by, *(LijnElement *const *) other);

  return (a > b) - (a < b);
}

/* The way past all of @waypoints that begins at @start. */
static LijnPath *
try_from (LijnElement *start, GPtrArray *waypoints)
{
  g_autoptr (GHashTable) came_by = reach (start, NULL);
  g_autoptr (GPtrArray) order = g_ptr_array_copy (waypoints, NULL, NULL);
  g_autoptr (LijnPath) path = path_new (start);

  for (guint i = 0; i < waypoints->len; i++)
    if (!g_hash_table_contains (came_by, waypoints->pdata[i]))
      return NULL;
  g_ptr_array_sort_with_data (order, compare_distance, came_by);
  for (guint i = 1; i < order->len; i++)
    if (!extend (path, order->pdata[i]))
      return NULL;

  return g_steal_pointer (&path);
}

LijnPath *
lijn_path_through (GPtrArray *objects)
{
  g_autoptr (GPtrArray) waypoints = list_waypoints (objects);
  g_autoptr (LijnPath) shortest = NULL;

  if (waypoints->len < 2 || waypoints->len > LIJN_PATH_MOST)
    return NULL;

  /* In a loop one can begin anywhere: the shortest is what is meant, and of two the one from the left. */
  for (guint i = 0; i < waypoints->len; i++)
    {
      g_autoptr (LijnPath) path = try_from (waypoints->pdata[i], waypoints);

      if (path != NULL && (shortest == NULL || path->flows->len < shortest->flows->len))
        {
          g_clear_pointer (&shortest, lijn_path_free);
          shortest = g_steal_pointer (&path);
        }
    }

  return g_steal_pointer (&shortest);
}

static double
or_nothing (double number)
{
  return isnan (number) ? 0 : number;
}

static void
add_quality (LijnPathFigures *figures, double per_cent)
{
  if (isnan (per_cent))
    figures->n_without_quality++;
  else if (isnan (figures->complete_accurate))
    figures->complete_accurate = per_cent;
  else
    figures->complete_accurate *= per_cent / 100;
}

static void
add_element (LijnPathFigures *figures, LijnElement *element)
{
  double work = lijn_element_get_work_minutes (element);
  double wait = lijn_element_get_wait_minutes (element);
  double quality = lijn_element_get_complete_accurate (element);
  LijnElementKind kind = lijn_element_get_kind (element);

  figures->work_minutes += or_nothing (work);
  figures->wait_minutes += or_nothing (wait);
  if ((kind == LIJN_ELEMENT_KIND_STEP || kind == LIJN_ELEMENT_KIND_WAIT) && isnan (work) &&
      isnan (wait))
    figures->n_without_time++;
  if (kind == LIJN_ELEMENT_KIND_STEP || !isnan (quality))
    add_quality (figures, quality);
}

static void
add_flow (LijnPathFigures *figures, LijnFlow *flow)
{
  LijnInterface *interface = lijn_flow_get_interface (flow);

  if (lijn_flow_get_kind (flow) == LIJN_FLOW_KIND_HAND_OVER)
    figures->n_crossings++;
  if (interface == NULL)
    return;

  figures->crossing_minutes += or_nothing (lijn_interface_get_actual_minutes (interface));
  figures->norm_minutes += or_nothing (lijn_interface_get_norm_minutes (interface));
  if (isnan (lijn_interface_get_actual_minutes (interface)))
    figures->n_without_time++;
  add_quality (figures, lijn_interface_get_complete_accurate (interface));
}

LijnPathFigures
lijn_path_get_figures (const LijnPath *path)
{
  LijnPathFigures figures = { .complete_accurate = NAN };

  for (guint i = 0; i < path->elements->len; i++)
    add_element (&figures, path->elements->pdata[i]);
  for (guint i = 0; i < path->flows->len; i++)
    add_flow (&figures, path->flows->pdata[i]);
  figures.lead_minutes = figures.work_minutes + figures.wait_minutes + figures.crossing_minutes;

  return figures;
}
