/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-inspect.h"

#include "lijn-assumed.h"
#include "lijn-edit.h"
#include "lijn-entry-field.h"
#include "lijn-link-row.h"
#include "lijn-note-field.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

AdwPreferencesGroup *
lijn_inspect_add_group (GtkBox *page, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (page, group);

  return ADW_PREFERENCES_GROUP (group);
}

GtkWidget *
lijn_inspect_add_field (AdwPreferencesGroup *group, LijnView *view, gpointer object,
                        const char *column)
{
  LijnTable table = lijn_object_get_table (object);
  const LijnColumn *info =
      &lijn_table_info (table)->columns[lijn_table_find_column (table, column)];
  GtkWidget *row;

  if (info->kind == LIJN_COLUMN_ENUM || lijn_column_is_reference (info->kind))
    row = lijn_choice_field_new (view, object, column, NULL);
  else
    row = lijn_entry_field_new (view, object, column);
  adw_preferences_group_add (group, row);

  return row;
}

void
lijn_inspect_add_note (AdwPreferencesGroup *group, LijnView *view, gpointer object,
                       const char *column)
{
  adw_preferences_group_add (group, lijn_note_field_new (view, object, column));
}

void
lijn_inspect_add_choice (AdwPreferencesGroup *group, LijnView *view, gpointer object,
                         const char *column, LijnChoiceFilter filter)
{
  adw_preferences_group_add (group, lijn_choice_field_new (view, object, column, filter));
}

AdwPreferencesGroup *
lijn_inspect_add_list (GtkBox *page, const char *title, LijnView *view, gpointer object,
                       LijnLiveListFind find, LijnLiveListMake make)
{
  AdwPreferencesGroup *group = lijn_inspect_add_group (page, title);

  adw_preferences_group_add (group, lijn_live_list_new (view, object, find, make));

  return group;
}

void
lijn_inspect_add_action (AdwPreferencesGroup *group, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  adw_preferences_group_add (group, button);
}

void
lijn_inspect_add_link (AdwPreferencesGroup *group, const char *title, LijnView *view,
                       gpointer object)
{
  GtkWidget *row, *label;

  if (object == NULL)
    return;

  row = lijn_link_row_new (view, object);
  label = gtk_label_new (title);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
}

void
lijn_inspect_find (GPtrArray *found, LijnTable table, const char *column, gpointer to)
{
  GPtrArray *referrers = lijn_project_referrers (lijn_object_get_project (to), table, column,
                                                 LIJN_OBJECT (to));

  for (guint i = 0; i < referrers->len; i++)
    g_ptr_array_add (found, referrers->pdata[i]);
}

void
lijn_inspect_find_across (GPtrArray *found, LijnTable table, const char *column, gpointer to,
                          const char *other)
{
  LijnProject *project = lijn_object_get_project (to);
  GPtrArray *rows = lijn_project_referrers (project, table, column, LIJN_OBJECT (to));
  int at = lijn_table_find_column (table, other);

  for (guint i = 0; i < rows->len; i++)
    {
      LijnObject *object = lijn_project_find_any (project,
                                                  lijn_object_get_text (rows->pdata[i], at));

      if (object != NULL)
        g_ptr_array_add (found, object);
    }
}

/* Friction points pinned on something. */

static void
find_frictions (LijnView *view, LijnObject *object, GPtrArray *found)
{
  const char *column = lijn_table_info (lijn_object_get_table (object))->name;

  lijn_inspect_find (found, LIJN_TABLE_FRICTION, column, object);
}

static void
pin_clicked_cb (GtkWidget *button, LijnView *view)
{
  LijnObject *object = g_object_get_data (G_OBJECT (button), "object");
  LijnFriction *friction;
  GError *error = NULL;

  friction = lijn_edit_add_friction (object, 0, 0, lijn_view_get_speaker (view), "", &error);
  if (lijn_view_report (view, friction != NULL, error))
    lijn_view_show (view, LIJN_OBJECT (friction));
}

void
lijn_inspect_add_frictions (GtkBox *page, LijnView *view, gpointer object)
{
  LijnStore *store = lijn_project_get_store (lijn_view_get_project (view));
  AdwPreferencesGroup *group = lijn_inspect_add_list (page, _ ("Friction points"), view, object,
                                                      find_frictions, NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_sensitive (button, !lijn_store_is_read_only (store));
  gtk_widget_set_tooltip_text (button, _ ("Pin a friction point here"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pin a friction point here"), -1);
  g_object_set_data_full (G_OBJECT (button), "object", g_object_ref (object), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (pin_clicked_cb), view, 0);
  adw_preferences_group_set_header_suffix (group, button);
}

/* Assumptions. */

static void
assumption_changed_cb (GtkWidget *row, LijnObject *object)
{
  gtk_widget_set_visible (row, !lijn_object_is_gone (object) && lijn_object_is_assumed (object));
}

static void
confirm_clicked_cb (GtkWidget *button, LijnView *view)
{
  LijnObject *object = g_object_get_data (G_OBJECT (button), "object");
  GError *error = NULL;
  gboolean ok = lijn_edit_confirm (object, NULL, &error);

  lijn_view_report (view, ok, error);
}

void
lijn_inspect_add_assumption (GtkBox *page, LijnView *view, gpointer object)
{
  LijnStore *store = lijn_project_get_store (lijn_view_get_project (view));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (
      _ ("An assumption: the party that owns it has not confirmed it yet."));
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Confirm"));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !lijn_store_is_read_only (store));
  gtk_widget_add_css_class (box, "lijn-warning");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (page, box);

  g_object_set_data_full (G_OBJECT (button), "object", g_object_ref (object), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (confirm_clicked_cb), view, 0);
  g_signal_connect_object (object, "changed", G_CALLBACK (assumption_changed_cb), box,
                           G_CONNECT_SWAPPED);
  assumption_changed_cb (box, object);
}

static void
lane_refreshed_cb (GtkWidget *box)
{
  LijnLane *lane = g_object_get_data (G_OBJECT (box), "object");
  GtkWidget *label = gtk_widget_get_first_child (box);
  g_autoptr (GPtrArray) assumed = NULL;
  g_autofree char *text = NULL;

  if (lijn_object_is_gone (LIJN_OBJECT (lane)))
    return;
  assumed = lijn_assumed_list_lane (lane);
  text = g_strdup_printf (
      ngettext ("%u assumption in this lane", "%u assumptions in this lane", assumed->len),
      assumed->len);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (box, assumed->len > 0);
}

static void
confirm_lane_cb (GtkWidget *button, LijnView *view)
{
  g_autoptr (GPtrArray)
      assumed = lijn_assumed_list_lane (g_object_get_data (G_OBJECT (button), "object"));
  GError *error = NULL;
  gboolean ok = lijn_edit_confirm_all (assumed, NULL, &error);

  lijn_view_report (view, ok, error);
}

void
lijn_inspect_add_lane_assumptions (GtkBox *page, LijnView *view, LijnLane *lane)
{
  LijnProject *project = lijn_view_get_project (view);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new ("");
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Confirm All"));

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_sensitive (button, !lijn_store_is_read_only (lijn_project_get_store (project)));
  gtk_widget_add_css_class (box, "lijn-warning");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (page, box);

  g_object_set_data_full (G_OBJECT (box), "object", g_object_ref (lane), g_object_unref);
  g_object_set_data_full (G_OBJECT (button), "object", g_object_ref (lane), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (confirm_lane_cb), view, 0);
  g_signal_connect_object (project, "refreshed", G_CALLBACK (lane_refreshed_cb), box,
                           G_CONNECT_SWAPPED);
  lane_refreshed_cb (box);
}
