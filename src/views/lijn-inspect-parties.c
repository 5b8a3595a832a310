/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-inspect.h"

#include "lijn-edit.h"
#include "lijn-makers.h"

#include <glib/gi18n.h>

/* The project, maps, parties, persons and lanes. */

static void
find_parties (LijnView *view, LijnObject *object, GPtrArray *found)
{
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (lijn_view_get_project (view));

  for (guint i = 0; i < parties->len; i++)
    g_ptr_array_add (found, parties->pdata[i]);
}

static void
find_maps (LijnView *view, LijnObject *object, GPtrArray *found)
{
  GListModel *maps = lijn_project_list (lijn_view_get_project (view), LIJN_TABLE_MAP);

  for (guint i = 0; i < g_list_model_get_n_items (maps); i++)
    {
      g_autoptr (LijnObject) map = g_list_model_get_item (maps, i);

      g_ptr_array_add (found, map);
    }
}

void
lijn_inspect_project (GtkBox *page, LijnView *view, LijnAbout *about)
{
  AdwPreferencesGroup *group = lijn_inspect_add_group (page, NULL);

  lijn_inspect_add_field (group, view, about, "title");
  lijn_inspect_add_note (group, view, about, "description");

  group = lijn_inspect_add_list (page, _ ("Parties"), view, about, find_parties, NULL);
  lijn_inspect_add_action (group, _ ("Add a party"), "outline.add-party");
  group = lijn_inspect_add_list (page, _ ("Maps"), view, about, find_maps, NULL);
  lijn_inspect_add_action (group, _ ("Add a map"), "outline.add-map");
}

void
lijn_inspect_map (GtkBox *page, LijnView *view, LijnMap *map)
{
  AdwPreferencesGroup *group = lijn_inspect_add_group (page, NULL);

  lijn_inspect_add_field (group, view, map, "title");
  lijn_inspect_add_field (group, view, map, "kind");

  group = lijn_inspect_add_group (page, _ ("Scope"));
  lijn_inspect_add_field (group, view, map, "opens");
  lijn_inspect_add_field (group, view, map, "outcome");
  lijn_inspect_add_note (group, view, map, "description");
}

static void
find_lanes (LijnView *view, LijnObject *party, GPtrArray *found)
{
  GPtrArray *lanes = lijn_project_referrers (lijn_view_get_project (view), LIJN_TABLE_LANE, "party",
                                             party);

  for (guint i = 0; i < lanes->len; i++)
    if (lijn_lane_get_map (lanes->pdata[i]) == lijn_view_get_map (view))
      g_ptr_array_add (found, lanes->pdata[i]);
}

static void
find_persons (LijnView *view, LijnObject *party, GPtrArray *found)
{
  lijn_inspect_find (found, LIJN_TABLE_PERSON, "party", party);
}

static void
role_changed_cb (GtkWidget *button, LijnParty *party)
{
  gtk_widget_set_visible (button, lijn_party_get_role (party) != LIJN_PARTY_ROLE_CUSTOMER);
}

void
lijn_inspect_party (GtkBox *page, LijnView *view, LijnParty *party)
{
  AdwPreferencesGroup *group = lijn_inspect_add_group (page, NULL);
  GtkWidget *customer = gtk_button_new_with_mnemonic (_ ("Mark as the _customer"));

  lijn_inspect_add_field (group, view, party, "name");
  lijn_inspect_add_field (group, view, party, "role");
  lijn_inspect_add_note (group, view, party, "description");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (customer), "outline.customer");
  gtk_box_append (page, customer);
  g_signal_connect_object (party, "changed", G_CALLBACK (role_changed_cb), customer,
                           G_CONNECT_SWAPPED);
  role_changed_cb (customer, party);

  group = lijn_inspect_add_list (page, _ ("Lanes"), view, party, find_lanes, NULL);
  lijn_inspect_add_action (group, _ ("Add a lane"), "outline.add-lane");

  lijn_inspect_add_list (page, _ ("Persons"), view, party, find_persons, NULL);
  group = lijn_inspect_add_group (page, NULL);
  adw_preferences_group_add (group, lijn_maker_new_person (view, party));
}

static void
find_teams_of (LijnView *view, LijnObject *person, GPtrArray *found)
{
  lijn_inspect_find_across (found, LIJN_TABLE_MEMBER, "person", person, "team");
}

void
lijn_inspect_person (GtkBox *page, LijnView *view, LijnPerson *person)
{
  AdwPreferencesGroup *group = lijn_inspect_add_group (page, NULL);

  lijn_inspect_add_field (group, view, person, "name");
  lijn_inspect_add_field (group, view, person, "function");
  lijn_inspect_add_field (group, view, person, "party");
  lijn_inspect_add_field (group, view, person, "email");
  lijn_inspect_add_field (group, view, person, "phone");
  lijn_inspect_add_list (page, _ ("Teams"), view, person, find_teams_of, NULL);
}

static void
lane_changed_cb (GtkSwitch *collapsed, LijnLane *lane)
{
  gtk_switch_set_active (collapsed, lijn_lane_get_collapsed (lane));
}

static void
collapse_cb (GtkSwitch *collapsed, GParamSpec *pspec, LijnView *view)
{
  LijnLane *lane = g_object_get_data (G_OBJECT (collapsed), "lane");
  gboolean active = gtk_switch_get_active (collapsed);
  g_autoptr (GError) error = NULL;
  gboolean ok;

  if (active == lijn_lane_get_collapsed (lane))
    return;
  ok = lijn_edit_collapse_lane (lane, active, &error);
  if (!lijn_view_report (view, ok, g_steal_pointer (&error)))
    lane_changed_cb (collapsed, lane);
}

static void
add_collapsed (AdwPreferencesGroup *group, LijnView *view, LijnLane *lane)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *collapsed = gtk_switch_new ();

  gtk_widget_set_valign (collapsed, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (
      collapsed, !lijn_store_is_read_only (lijn_project_get_store (lijn_view_get_project (view))));
  g_object_set_data_full (G_OBJECT (collapsed), "lane", g_object_ref (lane), g_object_unref);
  lane_changed_cb (GTK_SWITCH (collapsed), lane);
  g_signal_connect_object (lane, "changed", G_CALLBACK (lane_changed_cb), collapsed,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (collapsed, "notify::active", G_CALLBACK (collapse_cb), view, 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Collapsed"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), collapsed);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), collapsed);
  adw_preferences_group_add (group, row);
}

void
lijn_inspect_lane (GtkBox *page, LijnView *view, LijnLane *lane)
{
  AdwPreferencesGroup *group;

  lijn_inspect_add_lane_assumptions (page, view, lane);
  group = lijn_inspect_add_group (page, NULL);
  lijn_inspect_add_field (group, view, lane, "name");
  add_collapsed (group, view, lane);
  lijn_inspect_add_link (group, _ ("Party"), view, lijn_lane_get_party (lane));
  lijn_inspect_add_frictions (page, view, lane);
}

void
lijn_inspect_phase (GtkBox *page, LijnView *view, LijnPhase *phase)
{
  AdwPreferencesGroup *group = lijn_inspect_add_group (page, NULL);

  lijn_inspect_add_field (group, view, phase, "name");
  lijn_inspect_add_link (group, _ ("Map"), view, lijn_phase_get_map (phase));
}
