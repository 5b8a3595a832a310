/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include "lijn-route.h"

/* Flows follow what they hang on. Only two kinds of flow are routed again: those that start or end
 * at something that moved, and those that something was put on. */

GPtrArray *
lijn_flows_of (GPtrArray *elements)
{
  static const char *const ends[] = { "source", "target" };
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *flows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < elements->len * 2; i++)
    {
      LijnObject *element = g_ptr_array_index (elements, i / 2);
      GPtrArray *some = lijn_project_referrers (lijn_object_get_project (element), LIJN_TABLE_FLOW,
                                                ends[i % 2], element);

      for (guint j = 0; j < some->len; j++)
        if (g_hash_table_add (seen, g_ptr_array_index (some, j)))
          g_ptr_array_add (flows, g_object_ref (g_ptr_array_index (some, j)));
    }
  return flows;
}

/* Whether a segment of the line lies inside @rect. */
static gboolean
runs_through (const LijnPoint *points, guint n, const LijnRect *rect)
{
  LijnRect inside = lijn_rect_grow (rect, -1);

  for (guint i = 0; i + 1 < n; i++)
    {
      LijnRect box = lijn_rect_around (&points[i], 2);

      if (box.x < inside.x + inside.width && box.x + box.width > inside.x &&
          box.y < inside.y + inside.height && box.y + box.height > inside.y)
        return TRUE;
    }
  return FALSE;
}

/* A line may not run through its own shapes either. That of a decision is smaller than the rectangle
 * around it, in whose corners a line may run. */
static gboolean
runs_through_own (const LijnPoint *points, guint n, LijnElement *element, const LijnRect *rect)
{
  LijnRect core = *rect;

  if (lijn_element_get_kind (element) == LIJN_ELEMENT_KIND_DECISION)
    core = (LijnRect){ rect->x + rect->width / 4, rect->y + rect->height / 4, rect->width / 2,
                       rect->height / 2 };
  return runs_through (points, n, &core);
}

guint
lijn_count_run_through (LijnFlow *flow, const LijnPoint *points, guint n)
{
  LijnLayout *layout = lijn_layout_of (lijn_flow_get_map (flow));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint count = 0;

  for (guint i = 0; i + 1 < n; i++)
    {
      LijnRect stretch = lijn_rect_around (&points[i], 2);
      g_autoptr (GPtrArray) near = lijn_layout_find_in (layout, &stretch);

      for (guint j = 0; j < near->len; j++)
        {
          LijnElement *element = g_ptr_array_index (near, j);
          LijnRect rect;
          gboolean own;

          if (!LIJN_IS_ELEMENT (element) || !g_hash_table_add (seen, element) ||
              lijn_element_get_kind (element) == LIJN_ELEMENT_KIND_GROUP ||
              !lijn_layout_get_element_rect (layout, element, &rect))
            continue;
          own = element == lijn_flow_get_source (flow) || element == lijn_flow_get_target (flow);
          count += (own ? runs_through_own (points, n, element, &rect)
                        : runs_through (points, n, &rect))
                       ? 1
                       : 0;
        }
    }
  return count;
}

/* Adds the flows that run through @element without ending at it, unless they are in @seen: also
 * those that a person laid, before something was put on them. */
static void
add_run_through (GPtrArray *flows, GHashTable *seen, LijnElement *element)
{
  LijnLayout *layout = lijn_layout_of (lijn_element_get_map (element));
  g_autoptr (GPtrArray) near = NULL;
  LijnRect rect;

  if (lijn_element_get_kind (element) == LIJN_ELEMENT_KIND_GROUP ||
      !lijn_layout_get_element_rect (layout, element, &rect))
    return;

  near = lijn_layout_find_in (layout, &rect);
  for (guint i = 0; i < near->len; i++)
    {
      LijnFlow *flow = g_ptr_array_index (near, i);
      const LijnPoint *points;
      guint n;

      if (!LIJN_IS_FLOW (flow) || g_hash_table_contains (seen, flow))
        continue;
      points = lijn_layout_get_flow_points (layout, flow, &n);
      if (points == NULL || !runs_through (points, n, &rect))
        continue;
      g_hash_table_add (seen, flow);
      g_ptr_array_add (flows, flow);
    }
}

static gboolean
write_bends (LijnEdit *edit, LijnFlow *flow, const char *route, GError **error)
{
  return lijn_verb_update (edit, flow,
                           LIJN_CELLS (LIJN_TEXT ("route", route), LIJN_INT ("bent", TRUE)), error);
}

gboolean
lijn_follow_flows (LijnEdit *edit, GPtrArray *elements, LijnBends *before, GError **error)
{
  g_autoptr (GPtrArray) attached = lijn_flows_of (elements);
  g_autoptr (GPtrArray) afresh = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < attached->len; i++)
    {
      LijnFlow *flow = g_ptr_array_index (attached, i);
      g_autofree char *route = before != NULL && lijn_flow_get_bent (flow)
                                   ? lijn_bends_follow (before, flow)
                                   : NULL;

      g_hash_table_add (seen, flow);
      if (route == NULL)
        g_ptr_array_add (afresh, flow);
      else if (!write_bends (edit, flow, route, error))
        return FALSE;
    }
  for (guint i = 0; i < elements->len; i++)
    add_run_through (afresh, seen, g_ptr_array_index (elements, i));

  return lijn_route_flows (edit, afresh, error);
}

static gboolean
route_on_map (LijnEdit *edit, LijnMap *map, GPtrArray *flows, GError **error)
{
  g_autoptr (GPtrArray) routes = lijn_route_find_all (lijn_layout_of (map), flows);

  for (guint i = 0; i < flows->len; i++)
    {
      const char *route = g_ptr_array_index (routes, i);

      if (*route != '\0' &&
          !lijn_verb_update (edit, g_ptr_array_index (flows, i),
                             LIJN_CELLS (LIJN_TEXT ("route", route), LIJN_INT ("bent", FALSE)),
                             error))
        return FALSE;
    }
  return TRUE;
}

gboolean
lijn_route_flows (LijnEdit *edit, GPtrArray *flows, GError **error)
{
  g_autoptr (GHashTable)
      maps = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer map, some;

  for (guint i = 0; i < flows->len; i++)
    {
      LijnFlow *flow = g_ptr_array_index (flows, i);

      map = lijn_flow_get_map (flow);
      some = g_hash_table_lookup (maps, map);
      if (some == NULL)
        g_hash_table_insert (maps, map, some = g_ptr_array_new ());
      g_ptr_array_add (some, flow);
    }
  g_hash_table_iter_init (&iter, maps);
  while (g_hash_table_iter_next (&iter, &map, &some))
    if (!route_on_map (edit, map, some, error))
      return FALSE;

  return lijn_verb_flush (edit, error);
}
