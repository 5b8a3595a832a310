/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-inspect.h"

#include "lijn-edit.h"
#include "lijn-entry-field.h"
#include "lijn-undo-keys.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

/* How it came to a friction point, and what became of it: the answers to "why", and every status that
 * it has had. */

static void
find_whys (LijnView *view, LijnObject *friction, GPtrArray *found)
{
  lijn_inspect_find (found, LIJN_TABLE_WHY, "friction", friction);
}

static void
remove_why_cb (GtkWidget *button, LijnView *view)
{
  LijnObject *why = g_object_get_data (G_OBJECT (button), "why");
  GError *error = NULL;
  gboolean ok = lijn_edit_remove_one (why, &error);

  lijn_view_report (view, ok, error);
}

static GtkWidget *
make_why (LijnView *view, LijnObject *friction, LijnObject *why)
{
  GtkWidget *row = lijn_entry_field_new (view, why, "answer");
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Because"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Take this answer away"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Take this answer away"), -1);
  gtk_widget_set_sensitive (
      button, !lijn_store_is_read_only (lijn_project_get_store (lijn_view_get_project (view))));
  g_object_set_data_full (G_OBJECT (button), "why", g_object_ref (why), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_why_cb), view, 0);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);

  return row;
}

static void
why_given_cb (AdwEntryRow *row, LijnView *view)
{
  LijnFriction *friction = g_object_get_data (G_OBJECT (row), "friction");
  GError *error = NULL;
  gboolean ok = TRUE;

  if (*gtk_editable_get_text (GTK_EDITABLE (row)) == '\0')
    return;
  ok = lijn_edit_add_why (friction, gtk_editable_get_text (GTK_EDITABLE (row)), &error) != NULL;
  if (lijn_view_report (view, ok, error))
    gtk_editable_set_text (GTK_EDITABLE (row), "");
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                GtkEditable *row)
{
  return *gtk_editable_get_text (row) == '\0' && lijn_undo_keys (GTK_WIDGET (row), key, state);
}

void
lijn_inspect_add_whys (GtkBox *page, LijnView *view, LijnFriction *friction)
{
  LijnStore *store = lijn_project_get_store (lijn_view_get_project (view));
  AdwPreferencesGroup *group = lijn_inspect_add_list (page, _ ("Five times why"), view, friction,
                                                      find_whys, make_why);
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  adw_preferences_group_set_description (
      group, _ ("Ask why, and why that, until it is something that can be changed."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Why?"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  gtk_widget_set_visible (row, !lijn_store_is_read_only (store));
  g_object_set_data_full (G_OBJECT (row), "friction", g_object_ref (friction), g_object_unref);
  g_signal_connect_object (row, "apply", G_CALLBACK (why_given_cb), view, 0);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), row);
  gtk_widget_add_controller (row, keys);
  adw_preferences_group_add (group, row);
}

/* Statuses, the newest first. */

static void
find_statuses (LijnView *view, LijnObject *friction, GPtrArray *found)
{
  GPtrArray *changes = lijn_project_referrers (lijn_view_get_project (view),
                                               LIJN_TABLE_STATUS_CHANGE, "friction", friction);

  for (guint i = changes->len; i > 0; i--)
    g_ptr_array_add (found, changes->pdata[i - 1]);
}

/* (transfer full): "Insurer, Anna Smit, 3 March 2026: reason". */
static char *
describe_change (LijnStatusChange *change)
{
  LijnParty *party = lijn_status_change_get_party (change);
  LijnPerson *person = lijn_status_change_get_person (change);
  g_autoptr (GDateTime)
      at = g_date_time_new_from_unix_local (lijn_status_change_get_at (change) / G_USEC_PER_SEC);
  g_autofree char *when = at != NULL ? g_date_time_format (at, "%x") : g_strdup ("");
  GString *text = g_string_new (NULL);

  if (party != NULL)
    g_string_append_printf (text, "%s, ", lijn_party_get_name (party));
  if (person != NULL)
    g_string_append_printf (text, "%s, ", lijn_person_get_name (person));
  g_string_append (text, when);
  if (*lijn_status_change_get_reason (change) != '\0')
    g_string_append_printf (text, ": %s", lijn_status_change_get_reason (change));

  return g_string_free (text, FALSE);
}

static GtkWidget *
make_status (LijnView *view, LijnObject *friction, LijnObject *change)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = describe_change (LIJN_STATUS_CHANGE (change));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (
      ADW_PREFERENCES_ROW (row),
      lijn_word_for_friction_status (lijn_status_change_get_status (LIJN_STATUS_CHANGE (change))));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  return row;
}

void
lijn_inspect_add_statuses (GtkBox *page, LijnView *view, LijnFriction *friction)
{
  lijn_inspect_add_list (page, _ ("What became of it"), view, friction, find_statuses, make_status);
}
