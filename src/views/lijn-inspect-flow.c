/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-inspect.h"

#include "lijn-attachments.h"
#include "lijn-sign-field.h"
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
  adw_preferences_group_add (group, lijn_sign_field_new (view, interface, FALSE));
  adw_preferences_group_add (group, lijn_sign_field_new (view, interface, TRUE));
  lijn_inspect_add_choice (group, view, interface, "giver_contact", is_of_giver);
  lijn_inspect_add_choice (group, view, interface, "receiver_contact", is_of_receiver);
  lijn_inspect_add_field (group, view, interface, "escalation");
  lijn_inspect_add_field (group, view, interface, "review_date");

  group = lijn_inspect_add_group (page, _ ("More"));
  lijn_inspect_add_note (group, view, interface, "description");
  lijn_inspect_add_field (group, view, interface, "private_to");
  group = lijn_inspect_add_group (page, _ ("Attachments"));
  adw_preferences_group_add (group, lijn_attachments_new (view, LIJN_OBJECT (interface)));
  lijn_inspect_add_list (page, _ ("Hand-overs"), view, interface, find_hand_overs, NULL);
}
