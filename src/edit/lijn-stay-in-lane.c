/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include <math.h>

/* An element lies in the lane under its centre, clear of the lane's upper edge and of its header;
 * below, the lane grows. On a line of interaction or outside the map the nearest lane takes it; only
 * what the rules let lie beside the lanes stays there. */

static const LijnLaneBox *
nearest_lane (LijnLayout *layout, double y)
{
  guint n;
  const LijnLaneBox *boxes = lijn_layout_get_lanes (layout, &n);
  const LijnLaneBox *nearest = NULL;
  double least = INFINITY;

  for (guint i = 0; i < n; i++)
    {
      double top = boxes[i].rect.y, bottom = top + boxes[i].rect.height;
      double distance = y < top ? top - y : y > bottom ? y - bottom : 0;

      if (distance < least)
        {
          least = distance;
          nearest = &boxes[i];
        }
    }
  return nearest;
}

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
    box = nearest_lane (layout, center);

  *lane = box != NULL ? box->lane : NULL;
  *x = lijn_verb_snap (rect->x);
  if (box != NULL)
    *x = MAX (*x, LIJN_GROUND_LEFT + LIJN_GRID);
  *y = lijn_stay_below_edge (*lane, rect->y - (box != NULL ? box->rect.y : 0), rect->height);
  return lijn_rules_contain (kind, *lane, error);
}
