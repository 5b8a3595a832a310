/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include <glib/gi18n.h>

/* One lane becomes two of the same party. Places are measured from a lane's top, so what goes to the
 * new lane gets a smaller y and stays where it was. */

#define LEAST_PART 8.0 /* points from an edge: nearer than that is no place to cut */

static double
middle_of (LijnElement *element)
{
  return lijn_element_get_y (element) + lijn_element_get_height (element) / 2;
}

/* The lane after @lane in its party; NULL for the last. */
static LijnLane *
next_of (LijnLane *lane)
{
  g_autoptr (GPtrArray) lanes = lijn_map_list_lanes (lijn_lane_get_map (lane));
  guint place;
  LijnLane *next;

  if (!g_ptr_array_find (lanes, lane, &place) || place + 1 >= lanes->len)
    return NULL;
  next = g_ptr_array_index (lanes, place + 1);
  return lijn_lane_get_party (next) == lijn_lane_get_party (lane) ? next : NULL;
}

/* Both heights, the upper lane's with room for what stays in it. */
static gboolean
cut (LijnEdit *edit, LijnLane *lane, LijnLane *below, double y, GPtrArray *staying, GError **error)
{
  double height = lijn_lane_get_height (lane);
  g_auto (LijnNeed) need = { 0 };

  lijn_need_init (&need);
  for (guint i = 0; i < staying->len; i++)
    lijn_need_add (&need, lane, lijn_element_get_y (g_ptr_array_index (staying, i)),
                   lijn_element_get_height (g_ptr_array_index (staying, i)));
  return lijn_verb_update (edit, lane, LIJN_CELLS (LIJN_REAL ("height", y)), error) &&
         lijn_verb_update (edit, below, LIJN_CELLS (LIJN_REAL ("height", height - y)), error) &&
         lijn_verb_flush (edit, error) && lijn_grow_lanes (edit, &need, error) &&
         lijn_verb_flush (edit, error);
}

/* A half without contents is as high as a lane must be. */
static gboolean
keep_least (LijnEdit *edit, LijnLane *lane, GError **error)
{
  double least = lijn_lane_least_height (lane);

  return lijn_lane_get_height (lane) >= least ||
         lijn_verb_update (edit, lane, LIJN_CELLS (LIJN_REAL ("height", least)), error);
}

LijnLane *
lijn_edit_split_lane (LijnLane *lane, double y, const char *name, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (lane, _ ("Split lane"), error);
  g_autoptr (GPtrArray) elements = NULL;
  g_autoptr (GPtrArray) staying = g_ptr_array_new ();
  g_autoptr (GPtrArray) going = g_ptr_array_new ();
  LijnLane *below;

  if (edit == NULL || !lijn_open_lane (edit, lane, error))
    return NULL;

  y = CLAMP (lijn_verb_snap (y), LEAST_PART,
             MAX (lijn_lane_get_height (lane) - LEAST_PART, LEAST_PART));
  elements = lijn_verb_referrers (edit, LIJN_TABLE_ELEMENT, "lane", lane);
  for (guint i = 0; i < elements->len; i++)
    g_ptr_array_add (middle_of (g_ptr_array_index (elements, i)) > y ? going : staying,
                     g_ptr_array_index (elements, i));

  below = lijn_edit_add_lane (lijn_lane_get_map (lane), lijn_lane_get_party (lane), name,
                              next_of (lane), error);
  if (below == NULL || !cut (edit, lane, below, y, staying, error) ||
      !lijn_put_in_lane (edit, going, below, -y, error) || !keep_least (edit, lane, error) ||
      !keep_least (edit, below, error))
    return NULL;

  return lijn_verb_finish (g_steal_pointer (&edit), LIJN_TABLE_LANE,
                           lijn_object_get_id (LIJN_OBJECT (below)), error);
}
