/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include <glib/gi18n.h>

/* A lane shown as a thin band, and opened again. Only that is written: where things are and how their
 * flows run is kept for when the lane is open. What was connected or moved meanwhile has lines that
 * no longer fit; those are routed when the lane opens. */

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
         (collapsed || lijn_follow_stale (edit, lijn_lane_get_map (lane), error)) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

gboolean
lijn_open_lane (LijnEdit *edit, LijnLane *lane, GError **error)
{
  return lane == NULL || !lijn_lane_get_collapsed (lane) ||
         lijn_edit_collapse_lane (lane, FALSE, error);
}
