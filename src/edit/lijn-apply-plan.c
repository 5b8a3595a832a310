/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include <math.h>

/* Doing what a plan for tidying says. All of it is written before anything is read again, so that no
 * line is looked for among things that are half moved. */

static gboolean
write_places (LijnEdit *edit, LijnTidyPlan *plan, GError **error)
{
  guint n;
  const LijnTidyPlace *places = lijn_tidy_plan_get_places (plan, &n);

  for (guint i = 0; i < n; i++)
    if (!lijn_verb_update (edit, places[i].element,
                           LIJN_CELLS (LIJN_REAL ("x", places[i].x), LIJN_REAL ("y", places[i].y)),
                           error))
      return FALSE;
  return TRUE;
}

static gboolean
write_lanes (LijnEdit *edit, LijnTidyPlan *plan, GError **error)
{
  guint n;
  const LijnTidyLane *lanes = lijn_tidy_plan_get_lanes (plan, &n);

  /* A collapsed lane keeps the height that it has when it is open. */
  for (guint i = 0; i < n; i++)
    if (!lijn_lane_get_collapsed (lanes[i].lane) &&
        fabs (lanes[i].height - lijn_lane_get_height (lanes[i].lane)) > 0.01 &&
        !lijn_verb_update (edit, lanes[i].lane, LIJN_CELLS (LIJN_REAL ("height", lanes[i].height)),
                           error))
      return FALSE;
  return TRUE;
}

static gboolean
write_phases (LijnEdit *edit, LijnTidyPlan *plan, GError **error)
{
  guint n;
  const LijnTidyPhase *phases = lijn_tidy_plan_get_phases (plan, &n);

  for (guint i = 0; i < n; i++)
    if (!lijn_verb_update (
            edit, phases[i].phase,
            LIJN_CELLS (LIJN_REAL ("x", phases[i].x), LIJN_REAL ("width", phases[i].width)), error))
      return FALSE;
  return TRUE;
}

static gboolean
write_routes (LijnEdit *edit, LijnTidyPlan *plan, GPtrArray *unrouted, GError **error)
{
  guint n;
  const LijnTidyFlow *flows = lijn_tidy_plan_get_flows (plan, &n);

  for (guint i = 0; i < n; i++)
    if (flows[i].route == NULL)
      g_ptr_array_add (unrouted, flows[i].flow);
    else if (!lijn_verb_update (
                 edit, flows[i].flow,
                 LIJN_CELLS (LIJN_TEXT ("route", flows[i].route), LIJN_INT ("bent", FALSE)), error))
      return FALSE;
  return TRUE;
}

gboolean
lijn_apply_plan (LijnEdit *edit, LijnTidyPlan *plan, GPtrArray *unrouted, GError **error)
{
  return write_places (edit, plan, error) && write_lanes (edit, plan, error) &&
         write_phases (edit, plan, error) && write_routes (edit, plan, unrouted, error) &&
         lijn_verb_flush (edit, error);
}
