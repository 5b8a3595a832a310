/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

/* An element lies in the lane under its centre, clear of the lane's upper edge and of its header;
 * below, the lane grows. On a line of interaction or outside the map the nearest lane takes it; only
 * what the rules let lie beside the lanes stays there. */

double
lijn_stay_below_edge (LijnLane *lane, double y, double height)
{
  y = lijn_verb_snap (y);
  return lane != NULL ? MAX (y, lijn_lane_margin (height)) : y;
}

gboolean
lijn_stay_in_lane (LijnMap *map, LijnElementKind kind, const LijnRect *rect, LijnLane **lane,
                   double *x, double *y, GError **error)
{
  LijnLayout *layout = lijn_layout_of (map);
  double center = rect->y + rect->height / 2;
  const LijnLaneBox *box = lijn_layout_lane_at (layout, center);

  if (box == NULL && !lijn_rules_contain (kind, NULL, NULL))
    box = lijn_layout_nearest_lane (layout, center);

  *lane = box != NULL ? box->lane : NULL;
  *x = lijn_verb_snap (rect->x);
  if (box != NULL)
    *x = MAX (*x, LIJN_GROUND_LEFT + LIJN_GRID);
  *y = lijn_stay_below_edge (*lane, rect->y - (box != NULL ? box->rect.y : 0), rect->height);
  return lijn_rules_contain (kind, *lane, error);
}
