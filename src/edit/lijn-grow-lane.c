/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include <math.h>

/* A lane grows at its lower edge as far as what is in it needs. Nothing in it moves: places are
 * measured from its upper edge. It never becomes smaller by itself. */

#define LEAST_MARGIN 12.0
#define LEAST_HEIGHT 64.0

double
lijn_lane_margin (double height)
{
  return CLAMP ((LIJN_LANE_HEIGHT - height) / 2, LEAST_MARGIN, LIJN_LANE_PADDING);
}

static double
height_for (double y, double height)
{
  return ceil ((y + height + lijn_lane_margin (height)) / LIJN_GRID) * LIJN_GRID;
}

void
lijn_need_init (LijnNeed *self)
{
  self->heights = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

void
lijn_need_clear (LijnNeed *self)
{
  g_clear_pointer (&self->heights, g_hash_table_unref);
}

void
lijn_need_add (LijnNeed *self, LijnLane *lane, double y, double height)
{
  double *wanted;

  if (lane == NULL)
    return;

  wanted = g_hash_table_lookup (self->heights, lane);
  if (wanted == NULL)
    {
      wanted = g_new0 (double, 1);
      g_hash_table_insert (self->heights, lane, wanted);
    }
  *wanted = MAX (*wanted, height_for (y, height));
}

gboolean
lijn_grow_lanes (LijnEdit *edit, LijnNeed *need, GError **error)
{
  GHashTableIter iter;
  gpointer lane, wanted;

  g_hash_table_iter_init (&iter, need->heights);
  while (g_hash_table_iter_next (&iter, &lane, &wanted))
    {
      double height = *(double *) wanted;

      if (height > lijn_lane_get_height (lane) &&
          !lijn_verb_update (edit, lane, LIJN_CELLS (LIJN_REAL ("height", height)), error))
        return FALSE;
    }
  return TRUE;
}

double
lijn_lane_reach (LijnLane *lane)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (lane));
  GPtrArray *elements = lijn_project_referrers (project, LIJN_TABLE_ELEMENT, "lane",
                                                LIJN_OBJECT (lane));
  double reach = 0;

  for (guint i = 0; i < elements->len; i++)
    {
      LijnElement *element = g_ptr_array_index (elements, i);

      reach = MAX (reach,
                   height_for (lijn_element_get_y (element), lijn_element_get_height (element)));
    }
  return reach;
}

double
lijn_lane_least_height (LijnLane *lane)
{
  return MAX (lijn_lane_reach (lane), LEAST_HEIGHT);
}
