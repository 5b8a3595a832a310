/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include "lijn-route.h"

#include <math.h>

/* When lanes change places, the flows between them lie differently, and are routed again. When one
 * is opened or goes, flows that led into it or past it unseen may have no line that fits. */

#define TOUCH 1.0 /* how near a line's end is to its shape, at most */

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

static gboolean
touches (const LijnRect *rect, const LijnPoint *end)
{
  double dx = MAX (MAX (rect->x - end->x, end->x - rect->x - rect->width), 0);
  double dy = MAX (MAX (rect->y - end->y, end->y - rect->y - rect->height), 0);

  return dx <= TOUCH && dy <= TOUCH;
}

static double
top_of (LijnLayout *layout, LijnElement *element)
{
  const LijnLaneBox *box = lijn_layout_find_lane (layout, lijn_element_get_lane (element));

  return box != NULL ? box->rect.y : 0;
}

/* Whether the line in the file still joins what @flow connects; TRUE too where that cannot be seen. */
static gboolean
fits (LijnLayout *layout, LijnFlow *flow)
{
  LijnElement *source = lijn_flow_get_source (flow);
  LijnElement *target = lijn_flow_get_target (flow);
  g_autofree LijnPoint *points = NULL;
  LijnRect from, to;
  guint n;

  if (!lijn_layout_get_element_rect (layout, source, &from) ||
      !lijn_layout_get_element_rect (layout, target, &to))
    return TRUE;
  points = lijn_route_read (lijn_flow_get_route (flow), top_of (layout, source),
                            top_of (layout, target), &n);
  return points != NULL && touches (&from, &points[0]) && touches (&to, &points[n - 1]);
}

gboolean
lijn_follow_stale (LijnEdit *edit, LijnMap *map, GError **error)
{
  GPtrArray *flows = lijn_project_referrers (edit->project, LIJN_TABLE_FLOW, "map",
                                             LIJN_OBJECT (map));
  g_autoptr (GPtrArray) stale = g_ptr_array_new ();

  for (guint i = 0; i < flows->len; i++)
    if (!fits (lijn_layout_of (map), g_ptr_array_index (flows, i)))
      g_ptr_array_add (stale, g_ptr_array_index (flows, i));
  return lijn_route_flows (edit, stale, error);
}
