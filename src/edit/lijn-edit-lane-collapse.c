/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include "lijn-route.h"

#include <glib/gi18n.h>
#include <math.h>

/* A lane shown as a thin band, and opened again. Only that is written: where things are and how their
 * flows run is kept for when the lane is open. What was connected or moved meanwhile has lines that
 * no longer fit; those are routed when the lane opens. */

#define TOUCH 1.0 /* how near a line's end is to its shape, at most */

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

static gboolean
route_what_no_longer_fits (LijnEdit *edit, LijnMap *map, GError **error)
{
  GPtrArray *flows = lijn_project_referrers (edit->project, LIJN_TABLE_FLOW, "map",
                                             LIJN_OBJECT (map));
  g_autoptr (GPtrArray) stale = g_ptr_array_new ();

  for (guint i = 0; i < flows->len; i++)
    if (!fits (lijn_layout_of (map), g_ptr_array_index (flows, i)))
      g_ptr_array_add (stale, g_ptr_array_index (flows, i));
  return lijn_route_flows (edit, stale, error);
}

gboolean
lijn_edit_collapse_lane (LijnLane *lane, gboolean collapsed, GError **error)
{
  g_autoptr (LijnEdit)
      edit = lijn_verb_begin (lane, collapsed ? _ ("Collapse lane") : _ ("Open lane"), error);

  if (edit == NULL)
    return FALSE;
  if (lijn_lane_get_collapsed (lane) == collapsed)
    return lijn_edit_commit (g_steal_pointer (&edit), error);

  return lijn_verb_update (edit, lane, LIJN_CELLS (LIJN_INT ("collapsed", collapsed)), error) &&
         lijn_verb_flush (edit, error) &&
         (collapsed || route_what_no_longer_fits (edit, lijn_lane_get_map (lane), error)) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

gboolean
lijn_open_lane (LijnEdit *edit, LijnLane *lane, GError **error)
{
  return lane == NULL || !lijn_lane_get_collapsed (lane) ||
         lijn_edit_collapse_lane (lane, FALSE, error);
}
