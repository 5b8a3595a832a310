/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

/* When lanes change places, the flows between them lie differently, and are routed again. */

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
