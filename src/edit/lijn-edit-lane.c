/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include "lijn-text.h"

#include <glib/gi18n.h>
#include <math.h>

/* Lanes: added, put in order within their party, made higher and lower, given to another party.
 * What is in a lane moves with it, because places are measured from the lane's top. */

/* The lanes of @party on @map in their order. */
static GPtrArray *
lanes_of (LijnMap *map, LijnParty *party)
{
  GPtrArray *lanes = lijn_map_list_lanes (map);

  for (guint i = lanes->len; i > 0; i--)
    if (lijn_lane_get_party (g_ptr_array_index (lanes, i - 1)) != party)
      g_ptr_array_remove_index (lanes, i - 1);

  return lanes;
}

static gboolean
place_before (GPtrArray *lanes, LijnLane *before, guint *place, GError **error)
{
  *place = lanes->len;
  if (before == NULL || g_ptr_array_find (lanes, before, place))
    return TRUE;

  g_set_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_CONTAIN,
               _ ("“%s” is a lane of another party. A lane is put in order among those of its own "
                  "party."),
               lijn_lane_get_name (before));
  return FALSE;
}

static LijnLane *
add_lane (LijnMap *map, LijnParty *party, const char *name, LijnLane *before, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (map, _ ("Add lane"), error);
  g_autofree char *clean = lijn_text_one_line (name);
  g_autoptr (GPtrArray) lanes = NULL;
  guint place;
  double rank;

  if (edit == NULL)
    return NULL;

  lanes = lanes_of (map, party);
  if (!place_before (lanes, before, &place, error) ||
      !lijn_verb_rank (edit, lanes, place, &rank, error))
    return NULL;

  return lijn_verb_make (
      g_steal_pointer (&edit), LIJN_TABLE_LANE,
      LIJN_CELLS (LIJN_TO ("map", map), LIJN_TO ("party", party), LIJN_TEXT ("name", clean),
                  LIJN_REAL ("height", LIJN_LANE_HEIGHT), LIJN_REAL ("rank", rank)),
      error);
}

LijnLane *
lijn_edit_add_lane (LijnMap *map, LijnParty *party, const char *name, LijnLane *before,
                    GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (map, _ ("Add lane"), error);
  LijnLane *lane = edit != NULL ? add_lane (map, party, name, before, error) : NULL;

  if (lane == NULL || !lijn_fit_name (LIJN_OBJECT (lane), error) ||
      !lijn_fit_name (LIJN_OBJECT (party), error))
    return NULL;
  return lijn_verb_finish (g_steal_pointer (&edit), LIJN_TABLE_LANE,
                           lijn_object_get_id (LIJN_OBJECT (lane)), error);
}

static guint
number_of (LijnLane *lane)
{
  g_autoptr (GPtrArray) lanes = lijn_map_list_lanes (lijn_lane_get_map (lane));
  guint number = 0;

  g_ptr_array_find (lanes, lane, &number);
  return number;
}

gboolean
lijn_edit_move_lane (LijnLane *lane, LijnLane *before, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (lane, _ ("Move lane"), error);
  g_autoptr (GPtrArray) lanes = NULL;
  guint place, was, is;
  double rank;

  if (edit == NULL)
    return FALSE;
  if (before == lane)
    return lijn_edit_commit (g_steal_pointer (&edit), error);

  was = number_of (lane);
  lanes = lanes_of (lijn_lane_get_map (lane), lijn_lane_get_party (lane));
  g_ptr_array_remove (lanes, lane);
  if (!place_before (lanes, before, &place, error) ||
      !lijn_verb_rank (edit, lanes, place, &rank, error) ||
      !lijn_verb_update (edit, lane, LIJN_CELLS (LIJN_REAL ("rank", rank)), error) ||
      !lijn_verb_flush (edit, error))
    return FALSE;

  is = number_of (lane);
  return (was == is || lijn_follow_lanes (edit, lijn_lane_get_map (lane), MIN (was, is),
                                          MAX (was, is), error)) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

/* The flows that turn in the strip of @lane that it loses at its lower edge. */
static GPtrArray *
flows_in_strip (LijnLane *lane, double height)
{
  LijnLayout *layout = lijn_layout_of (lijn_lane_get_map (lane));
  const LijnLaneBox *box = lijn_layout_find_lane (layout, lane);
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr (GPtrArray) near = NULL;
  LijnRect strip;

  if (box == NULL || height >= box->rect.height)
    return found;

  strip = (LijnRect){ box->rect.x, box->rect.y + height, box->rect.width,
                      box->rect.height - height };
  near = lijn_layout_find_in (layout, &strip);
  for (guint i = 0; i < near->len; i++)
    {
      LijnFlow *flow = g_ptr_array_index (near, i);
      const LijnPoint *points;
      guint n = 0;

      if (!LIJN_IS_FLOW (flow) || lijn_flow_get_bent (flow))
        continue;
      points = lijn_layout_get_flow_points (layout, flow, &n);
      for (guint j = 0; points != NULL && j < n; j++)
        if (points[j].y > strip.y && points[j].y <= strip.y + strip.height)
          {
            g_ptr_array_add (found, flow);
            break;
          }
    }
  return found;
}

double
lijn_edit_least_lane_height (LijnLane *lane)
{
  return lijn_lane_least_height (lane);
}

gboolean
lijn_edit_resize_lane (LijnLane *lane, double height, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (lane, _ ("Resize lane"), error);
  g_autoptr (GPtrArray) flows = NULL;

  if (edit == NULL)
    return FALSE;

  height = MAX (lijn_verb_snap (height), lijn_lane_least_height (lane));
  flows = flows_in_strip (lane, height);
  return lijn_verb_update (edit, lane, LIJN_CELLS (LIJN_REAL ("height", height)), error) &&
         lijn_verb_flush (edit, error) && lijn_route_flows (edit, flows, error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

gboolean
lijn_lane_give (LijnLane *lane, LijnParty *party, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (lane, _ ("Give lane to another party"), error);
  g_autoptr (GPtrArray) lanes = NULL;
  g_autoptr (GPtrArray) flows = NULL;

  if (edit == NULL)
    return FALSE;
  if (lijn_lane_get_party (lane) == party)
    return lijn_edit_commit (g_steal_pointer (&edit), error);

  lanes = lanes_of (lijn_lane_get_map (lane), party);
  if (!lijn_verb_update (
          edit, lane,
          LIJN_CELLS (LIJN_TO ("party", party), LIJN_REAL ("rank", lijn_verb_last_rank_of (lanes))),
          error) ||
      !lijn_verb_flush (edit, error))
    return FALSE;

  flows = lijn_flows_of (
      lijn_project_referrers (edit->project, LIJN_TABLE_ELEMENT, "lane", LIJN_OBJECT (lane)));
  for (guint i = 0; i < flows->len; i++)
    if (!lijn_own_interface (edit, g_ptr_array_index (flows, i), error))
      return FALSE;

  return lijn_follow_lanes (edit, lijn_lane_get_map (lane), 0, G_MAXINT, error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}
