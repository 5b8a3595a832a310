/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-inspect.h"

#include "lijn-edit.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

/* Elements, flows and interfaces. */

static void
find_before (LijnView *view, LijnObject *element, GPtrArray *found)
{
  lijn_inspect_find (found, LIJN_TABLE_FLOW, "target", element);
}

static void
find_after (LijnView *view, LijnObject *element, GPtrArray *found)
{
  lijn_inspect_find (found, LIJN_TABLE_FLOW, "source", element);
}

static gboolean
is_other_map (LijnObject *element, LijnObject *map)
{
  return lijn_element_get_map (LIJN_ELEMENT (element)) != LIJN_MAP (map);
}

void
lijn_inspect_element (GtkBox *page, LijnView *view, LijnElement *element)
{
  AdwPreferencesGroup *group;

  lijn_inspect_add_assumption (page, view, element);
  group = lijn_inspect_add_group (page, NULL);
  lijn_inspect_add_field (group, view, element, "name");
  lijn_inspect_add_field (group, view, element, "kind");
  lijn_inspect_add_note (group, view, element, "description");

  lijn_inspect_add_frictions (page, view, element);

  group = lijn_inspect_add_group (page, _ ("Time and quality"));
  lijn_inspect_add_field (group, view, element, "work_minutes");
  lijn_inspect_add_field (group, view, element, "wait_minutes");
  lijn_inspect_add_field (group, view, element, "complete_accurate");

  group = lijn_inspect_add_group (page, _ ("More"));
  lijn_inspect_add_field (group, view, element, "marker");
  lijn_inspect_add_choice (group, view, element, "detail", is_other_map);
  lijn_inspect_add_field (group, view, element, "private_to");

  lijn_inspect_add_list (page, _ ("Comes in"), view, element, find_before, NULL);
  lijn_inspect_add_list (page, _ ("Goes out"), view, element, find_after, NULL);
}

void
lijn_inspect_flow (GtkBox *page, LijnView *view, LijnFlow *flow)
{
  AdwPreferencesGroup *group = lijn_inspect_add_group (page, NULL);

  lijn_inspect_add_field (group, view, flow, "name");
  lijn_inspect_add_link (group, _ ("From"), view, lijn_flow_get_source (flow));
  lijn_inspect_add_link (group, _ ("To"), view, lijn_flow_get_target (flow));
  lijn_inspect_add_link (group, _ ("Interface"), view, lijn_flow_get_interface (flow));
  lijn_inspect_add_frictions (page, view, flow);
}

/* Signatures: a row for giver and receiver each. */

typedef struct
{
  LijnView *view;
  LijnInterface *interface;
  LijnParty *party;
  GtkWidget *row;
  GtkWidget *button;
  gboolean filling;
} LijnSignature;

static void
lijn_signature_free (gpointer data)
{
  LijnSignature *self = data;

  g_object_unref (self->view);
  g_object_unref (self->interface);
  g_object_unref (self->party);
  g_free (self);
}

static void
show_signature (GtkWidget *row)
{
  LijnSignature *self = g_object_get_data (G_OBJECT (row), "signature");
  gboolean signed_now;

  if (lijn_object_is_gone (LIJN_OBJECT (self->interface)))
    return;

  signed_now = lijn_interface_is_signed_by (self->interface, self->party);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), signed_now ? _ ("Has signed what it says now")
                                                                : _ ("Has not signed yet"));
  self->filling = TRUE;
  gtk_switch_set_active (GTK_SWITCH (self->button), signed_now);
  self->filling = FALSE;
}

static void
signature_switched_cb (GtkWidget *row)
{
  LijnSignature *self = g_object_get_data (G_OBJECT (row), "signature");
  GError *error = NULL;
  gboolean ok;

  if (self->filling)
    return;

  if (gtk_switch_get_active (GTK_SWITCH (self->button)))
    ok = lijn_edit_sign (self->interface, self->party, NULL, &error);
  else
    ok = lijn_edit_withdraw_signature (self->interface, self->party, &error);
  lijn_view_report (self->view, ok, error);
  show_signature (row);
}

static void
add_signature (AdwPreferencesGroup *group, LijnView *view, LijnInterface *interface,
               LijnParty *party)
{
  LijnProject *project = lijn_view_get_project (view);
  LijnSignature *self;
  GtkWidget *row;

  if (party == NULL)
    return;

  self = g_new0 (LijnSignature, 1);
  row = adw_action_row_new ();
  self->view = g_object_ref (view);
  self->interface = g_object_ref (interface);
  self->party = g_object_ref (party);
  self->button = gtk_switch_new ();
  g_object_set_data_full (G_OBJECT (row), "signature", self, lijn_signature_free);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lijn_party_get_name (party));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->button);
  gtk_widget_set_sensitive (row, !lijn_store_is_read_only (lijn_project_get_store (project)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lijn_party_get_name (party), -1);
  g_signal_connect_swapped (self->button, "notify::active", G_CALLBACK (signature_switched_cb),
                            row);
  g_signal_connect_object (project, "refreshed", G_CALLBACK (show_signature), row,
                           G_CONNECT_SWAPPED);
  show_signature (row);
  adw_preferences_group_add (group, row);
}

static gboolean
is_of_giver (LijnObject *interface, LijnObject *person)
{
  return lijn_person_get_party (LIJN_PERSON (person)) ==
         lijn_interface_get_giver (LIJN_INTERFACE (interface));
}

static gboolean
is_of_receiver (LijnObject *interface, LijnObject *person)
{
  return lijn_person_get_party (LIJN_PERSON (person)) ==
         lijn_interface_get_receiver (LIJN_INTERFACE (interface));
}

static void
find_hand_overs (LijnView *view, LijnObject *interface, GPtrArray *found)
{
  lijn_inspect_find (found, LIJN_TABLE_FLOW, "interface", interface);
}

void
lijn_inspect_interface (GtkBox *page, LijnView *view, LijnInterface *interface)
{
  AdwPreferencesGroup *group;

  lijn_inspect_add_assumption (page, view, interface);
  group = lijn_inspect_add_group (page, NULL);
  lijn_inspect_add_field (group, view, interface, "name");
  lijn_inspect_add_field (group, view, interface, "number");
  lijn_inspect_add_link (group, _ ("Giver"), view, lijn_interface_get_giver (interface));
  lijn_inspect_add_link (group, _ ("Receiver"), view, lijn_interface_get_receiver (interface));

  lijn_inspect_add_frictions (page, view, interface);

  group = lijn_inspect_add_group (page, _ ("What crosses"));
  lijn_inspect_add_field (group, view, interface, "deliverable");
  lijn_inspect_add_field (group, view, interface, "form");
  lijn_inspect_add_field (group, view, interface, "channel");
  lijn_inspect_add_field (group, view, interface, "starts_when");
  lijn_inspect_add_note (group, view, interface, "complete_when");

  group = lijn_inspect_add_group (page, _ ("Norm"));
  lijn_inspect_add_field (group, view, interface, "norm_minutes");
  lijn_inspect_add_field (group, view, interface, "actual_minutes");
  lijn_inspect_add_field (group, view, interface, "complete_accurate");
  lijn_inspect_add_field (group, view, interface, "volume");

  group = lijn_inspect_add_group (page, _ ("Agreement"));
  add_signature (group, view, interface, lijn_interface_get_giver (interface));
  add_signature (group, view, interface, lijn_interface_get_receiver (interface));
  lijn_inspect_add_choice (group, view, interface, "giver_contact", is_of_giver);
  lijn_inspect_add_choice (group, view, interface, "receiver_contact", is_of_receiver);
  lijn_inspect_add_field (group, view, interface, "escalation");
  lijn_inspect_add_field (group, view, interface, "review_date");

  group = lijn_inspect_add_group (page, _ ("More"));
  lijn_inspect_add_note (group, view, interface, "description");
  lijn_inspect_add_field (group, view, interface, "private_to");
  lijn_inspect_add_list (page, _ ("Hand-overs"), view, interface, find_hand_overs, NULL);
}
