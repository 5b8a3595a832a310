/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include "lijn-place.h"

#include <glib/gi18n.h>
#include <math.h>

/* The whole map laid out afresh: the one verb that moves what nobody touched. Lanes become as high
 * as what is in them needs, and bends that were laid by hand are given up, since nothing is where
 * it was. */

static gboolean
write_places (LijnEdit *edit, GArray *places, GPtrArray *elements, GError **error)
{
  for (guint i = 0; i < places->len; i++)
    {
      LijnPlace *place = &g_array_index (places, LijnPlace, i);

      g_ptr_array_add (elements, place->element);
      if (!lijn_verb_update (edit, place->element,
                             LIJN_CELLS (LIJN_REAL ("x", place->x), LIJN_REAL ("y", place->y)),
                             error))
        return FALSE;
    }
  return lijn_verb_flush (edit, error);
}

static gboolean
fit_lanes (LijnEdit *edit, LijnMap *map, GError **error)
{
  g_autoptr (GPtrArray) lanes = lijn_map_list_lanes (map);

  for (guint i = 0; i < lanes->len; i++)
    {
      LijnLane *lane = g_ptr_array_index (lanes, i);
      double height = MAX (lijn_lane_least_height (lane), LIJN_LANE_HEIGHT);

      if (fabs (height - lijn_lane_get_height (lane)) > 0.01 &&
          !lijn_verb_update (edit, lane, LIJN_CELLS (LIJN_REAL ("height", height)), error))
        return FALSE;
    }
  return lijn_verb_flush (edit, error);
}

gboolean
lijn_edit_tidy (LijnMap *map, GCancellable *cancellable, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (map, _ ("Tidy"), error);
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  g_autoptr (GPtrArray) flows = NULL;
  g_autoptr (GArray) places = NULL;

  if (edit == NULL)
    return FALSE;

  places = lijn_place_tidy (lijn_layout_of (map), cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (places == NULL)
    return lijn_edit_commit (g_steal_pointer (&edit), error);

  if (!write_places (edit, places, elements, error) || !fit_lanes (edit, map, error) ||
      !lijn_group_contents (edit, elements, error))
    return FALSE;

  flows = lijn_verb_referrers (edit, LIJN_TABLE_FLOW, "map", map);
  return lijn_route_flows (edit, flows, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}
