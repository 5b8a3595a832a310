/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include "lijn-route.h"

#include <math.h>
#include <string.h>

/* Flows follow what they hang on. Only two kinds of flow are routed again: those that start or end
 * at something that moved, and those that something was put on. A flow that a person laid keeps its
 * bends: its end moves along, and so does the bend next to it, so that the line stays at right
 * angles. */

typedef struct
{
  LijnPoint *points;
  guint n;
  LijnRect source, target;
} Bend;

struct _LijnBends
{
  GHashTable *flows; /* LijnFlow to Bend */
};

static void
bend_free (gpointer data)
{
  Bend *bend = data;

  g_free (bend->points);
  g_free (bend);
}

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

static gboolean
get_ends (LijnLayout *layout, LijnFlow *flow, LijnRect *source, LijnRect *target)
{
  return lijn_layout_get_element_rect (layout, lijn_flow_get_source (flow), source) &&
         lijn_layout_get_element_rect (layout, lijn_flow_get_target (flow), target);
}

LijnBends *
lijn_bends_new (GPtrArray *elements)
{
  g_autoptr (GPtrArray) flows = lijn_flows_of (elements);
  LijnBends *self = g_new0 (LijnBends, 1);

  self->flows = g_hash_table_new_full (NULL, NULL, g_object_unref, bend_free);
  for (guint i = 0; i < flows->len; i++)
    {
      LijnFlow *flow = g_ptr_array_index (flows, i);
      LijnLayout *layout = lijn_layout_of (lijn_flow_get_map (flow));
      Bend bend = { 0 };
      const LijnPoint *points;

      if (!lijn_flow_get_bent (flow) || !get_ends (layout, flow, &bend.source, &bend.target))
        continue;
      points = lijn_layout_get_flow_points (layout, flow, &bend.n);
      if (points == NULL || bend.n < 2)
        continue;
      bend.points = g_memdup2 (points, bend.n * sizeof *points);
      g_hash_table_insert (self->flows, g_object_ref (flow), g_memdup2 (&bend, sizeof bend));
    }
  return self;
}

void
lijn_bends_free (LijnBends *self)
{
  g_hash_table_unref (self->flows);
  g_free (self);
}

/* Moves the end at @points[0] by (@dx, @dy) with the bend beside it; @step walks to the next
 * point. */
static void
shift_end (LijnPoint *end, int step, double dx, double dy)
{
  LijnPoint *next = end + step;
  gboolean level = fabs (end->y - next->y) <= fabs (end->x - next->x);

  end->x += dx;
  end->y += dy;
  if (level)
    next->y = end->y;
  else
    next->x = end->x;
}

/* A straight line has no bend of its own: it gets two in its middle. */
static void
make_bends (Bend *bend)
{
  LijnPoint a = bend->points[0], b = bend->points[1];
  gboolean level = fabs (a.y - b.y) <= fabs (a.x - b.x);
  LijnPoint middle = { (a.x + b.x) / 2, (a.y + b.y) / 2 };

  bend->points = g_renew (LijnPoint, bend->points, 4);
  bend->n = 4;
  bend->points[1] = level ? (LijnPoint){ middle.x, a.y } : (LijnPoint){ a.x, middle.y };
  bend->points[2] = level ? (LijnPoint){ middle.x, b.y } : (LijnPoint){ b.x, middle.y };
  bend->points[3] = b;
}

static gboolean
same_offset (const LijnPoint *a, const LijnPoint *b)
{
  return fabs (a->x - b->x) < 1e-6 && fabs (a->y - b->y) < 1e-6;
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

/* Moves the bends along to where the ends are now; NULL when that would draw the line through what
 * it connects. */
static char *
bend_along (LijnLayout *layout, LijnFlow *flow, Bend *bend)
{
  LijnRect source, target;
  LijnPoint at_source, at_target;

  if (!get_ends (layout, flow, &source, &target))
    return NULL;

  at_source = (LijnPoint){ source.x - bend->source.x, source.y - bend->source.y };
  at_target = (LijnPoint){ target.x - bend->target.x, target.y - bend->target.y };
  if (same_offset (&at_source, &at_target))
    {
      for (guint i = 0; i < bend->n; i++)
        {
          bend->points[i].x += at_source.x;
          bend->points[i].y += at_source.y;
        }
    }
  else
    {
      if (bend->n == 2)
        make_bends (bend);
      shift_end (bend->points, 1, at_source.x, at_source.y);
      shift_end (bend->points + bend->n - 1, -1, at_target.x, at_target.y);
    }
  if (runs_through (bend->points, bend->n, &source) ||
      runs_through (bend->points, bend->n, &target))
    return NULL;

  return lijn_route_write (layout, flow, bend->points, bend->n);
}

static gboolean
route_one (LijnEdit *edit, LijnFlow *flow, Bend *bend, GError **error)
{
  LijnLayout *layout = lijn_layout_of (lijn_flow_get_map (flow));
  g_autofree char *route = bend != NULL ? bend_along (layout, flow, bend) : NULL;
  gboolean bent = route != NULL;

  if (route == NULL)
    route = lijn_route_find (layout, flow);
  if (route == NULL)
    return TRUE;
  return lijn_verb_update (edit, flow,
                           LIJN_CELLS (LIJN_TEXT ("route", route), LIJN_INT ("bent", bent)), error);
}

/* Adds the flows that run through one of @elements without ending at it. */
static void
add_run_through (GHashTable *flows, LijnElement *element)
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

      if (!LIJN_IS_FLOW (flow) || lijn_flow_get_bent (flow) ||
          lijn_flow_get_source (flow) == element || lijn_flow_get_target (flow) == element)
        continue;
      points = lijn_layout_get_flow_points (layout, flow, &n);
      if (points != NULL && runs_through (points, n, &rect))
        g_hash_table_add (flows, flow);
    }
}

gboolean
lijn_follow_flows (LijnEdit *edit, GPtrArray *elements, LijnBends *before, GError **error)
{
  g_autoptr (GPtrArray) attached = lijn_flows_of (elements);
  g_autoptr (GHashTable) through = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer flow;

  for (guint i = 0; i < elements->len; i++)
    add_run_through (through, g_ptr_array_index (elements, i));

  for (guint i = 0; i < attached->len; i++)
    {
      Bend *bend = NULL;

      flow = g_ptr_array_index (attached, i);
      g_hash_table_remove (through, flow);
      if (before != NULL && lijn_flow_get_bent (flow))
        bend = g_hash_table_lookup (before->flows, flow);
      if (!route_one (edit, flow, bend, error))
        return FALSE;
    }

  g_hash_table_iter_init (&iter, through);
  while (g_hash_table_iter_next (&iter, &flow, NULL))
    if (!route_one (edit, flow, NULL, error))
      return FALSE;

  return lijn_verb_flush (edit, error);
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

/* The number of the lane of @element from above, or -1. */
static int
lane_number (GHashTable *numbers, LijnElement *element)
{
  LijnLane *lane = element != NULL ? lijn_element_get_lane (element) : NULL;

  return lane != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (numbers, lane)) - 1 : -1;
}

gboolean
lijn_follow_lanes (LijnEdit *edit, LijnMap *map, guint first, guint last, GError **error)
{
  g_autoptr (GPtrArray) lanes = lijn_map_list_lanes (map);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) crossing = g_ptr_array_new ();
  GPtrArray *flows = lijn_project_referrers (edit->project, LIJN_TABLE_FLOW, "map",
                                             LIJN_OBJECT (map));

  for (guint i = 0; i < lanes->len; i++)
    g_hash_table_insert (numbers, g_ptr_array_index (lanes, i), GINT_TO_POINTER ((int) i + 1));

  for (guint i = 0; i < flows->len; i++)
    {
      LijnFlow *flow = g_ptr_array_index (flows, i);
      int one = lane_number (numbers, lijn_flow_get_source (flow));
      int other = lane_number (numbers, lijn_flow_get_target (flow));

      if (one != other && !lijn_flow_get_bent (flow) && MAX (one, other) >= (int) first &&
          MIN (one, other) <= (int) last)
        g_ptr_array_add (crossing, flow);
    }
  return lijn_route_flows (edit, crossing, error);
}
