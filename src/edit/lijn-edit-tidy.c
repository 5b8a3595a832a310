/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include <glib/gi18n.h>

/* A map or a part of it laid out afresh: the one verb that moves what nobody touched. What is to be
 * done is planned before anything is written, so that it can be given up until then. Lanes become as
 * high as what is in them needs, and bends that were laid by hand are given up, since nothing is
 * where it was. */

static gboolean
tidy_map (LijnEdit *edit, LijnMap *map, LijnTidyPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) unrouted = g_ptr_array_new ();

  return lijn_apply_plan (edit, plan, unrouted, error) && lijn_settle_frames (edit, map, error) &&
         lijn_route_flows (edit, unrouted, error);
}

static gboolean
tidy_part (LijnEdit *edit, LijnTidyPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  g_autoptr (GPtrArray) unrouted = g_ptr_array_new ();
  g_auto (LijnNeed) need = { 0 };
  guint n;
  const LijnTidyPlace *places = lijn_tidy_plan_get_places (plan, &n);

  lijn_need_init (&need);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (elements, places[i].element);
      lijn_need_add (&need, lijn_element_get_lane (places[i].element), places[i].y,
                     lijn_element_get_height (places[i].element));
    }
  return lijn_grow_lanes (edit, &need, error) && lijn_apply_plan (edit, plan, unrouted, error) &&
         lijn_group_contents (edit, elements, error) &&
         lijn_follow_flows (edit, elements, NULL, error);
}

gboolean
lijn_edit_tidy_as_planned (LijnMap *map, LijnTidyPlan *plan, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (map, _ ("Tidy"), error);
  guint n_lanes;

  if (edit == NULL)
    return FALSE;

  lijn_tidy_plan_get_lanes (plan, &n_lanes);
  return (n_lanes > 0 ? tidy_map (edit, map, plan, error) : tidy_part (edit, plan, error)) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

gboolean
lijn_edit_tidy (LijnMap *map, GCancellable *cancellable, GError **error)
{
  g_autoptr (LijnTidyPlan)
      plan = lijn_tidy_plan (lijn_layout_of (map), NULL, NULL, NULL, cancellable);

  if (plan == NULL)
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return FALSE;
    }
  return lijn_edit_tidy_as_planned (map, plan, error);
}
