/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include <glib/gi18n.h>

/* Two lanes become one: what is in one goes into the other, above or below what is there, as the
 * lanes lay. Between lanes of two parties this gives work to the other party, with what that means
 * for the interfaces. */

static gboolean
refuse (LijnLane *lane, LijnLane *into, GError **error)
{
  if (lane == into)
    g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_CONTAIN,
                         _ ("A lane is joined with another one. Choose a second lane."));
  else if (lijn_lane_get_map (lane) != lijn_lane_get_map (into))
    g_set_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_CONTAIN,
                 _ ("“%s” is a lane of another map."), lijn_lane_get_name (into));
  else
    return FALSE;
  return TRUE;
}

/* Makes room in @into, and puts the contents of @lane there. */
static gboolean
take_over (LijnEdit *edit, LijnLane *lane, LijnLane *into, gboolean above, GError **error)
{
  g_autoptr (GPtrArray) coming = lijn_verb_referrers (edit, LIJN_TABLE_ELEMENT, "lane", lane);
  g_autoptr (GPtrArray) there = lijn_verb_referrers (edit, LIJN_TABLE_ELEMENT, "lane", into);
  double added = lijn_lane_get_height (lane), height = lijn_lane_get_height (into);

  if (coming->len == 0)
    return TRUE;
  if (there->len == 0)
    return lijn_put_in_lane (edit, coming, into, 0, error);
  return lijn_verb_update (edit, into, LIJN_CELLS (LIJN_REAL ("height", height + added)), error) &&
         lijn_verb_flush (edit, error) &&
         (!above || lijn_put_in_lane (edit, there, into, added, error)) &&
         lijn_put_in_lane (edit, coming, into, above ? 0 : height, error);
}

gboolean
lijn_edit_join_lanes (LijnLane *lane, LijnLane *into, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (lane, _ ("Join lanes"), error);
  LijnMap *map = lijn_lane_get_map (lane);
  gboolean collapsed = lijn_lane_get_collapsed (lane);
  g_autoptr (GPtrArray) lanes = NULL;
  guint from = 0, to = 0;

  if (edit == NULL || refuse (lane, into, error))
    return FALSE;

  lanes = lijn_map_list_lanes (map);
  g_ptr_array_find (lanes, lane, &from);
  g_ptr_array_find (lanes, into, &to);
  if (!take_over (edit, lane, into, from < to, error) ||
      !lijn_keep_friction (edit, LIJN_OBJECT (lane), LIJN_OBJECT (into), error) ||
      !lijn_verb_delete (edit, lane, error) || !lijn_verb_flush (edit, error))
    return FALSE;

  /* Lanes between them have moved. */
  return (MAX (from, to) - MIN (from, to) == 1 ||
          lijn_follow_lanes (edit, map, MIN (from, to), MAX (from, to), error)) &&
         (!collapsed || lijn_follow_stale (edit, map, error)) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}
