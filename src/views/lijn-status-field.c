/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-status-field.h"

#include "lijn-edit.h"
#include "lijn-whole-choice.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

struct _LijnStatusField
{
  AdwComboRow parent_instance;

  LijnView *view;
  LijnFriction *friction;
  GArray *statuses; /* in the order of the list */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (LijnStatusField, lijn_status_field, ADW_TYPE_COMBO_ROW)

LijnParty *
lijn_status_get_party (LijnView *view, LijnFriction *friction)
{
  LijnParty *speaker = lijn_view_get_speaker (view);

  return speaker != NULL ? speaker : lijn_friction_get_raised_by (friction);
}

static LijnParty *
get_party (LijnStatusField *self)
{
  return lijn_status_get_party (self->view, self->friction);
}

static void
fill (LijnStatusField *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  LijnFrictionStatus current;
  guint selected = 0;

  if (lijn_object_is_gone (LIJN_OBJECT (self->friction)))
    return;

  current = lijn_friction_get_status (self->friction);
  g_array_set_size (self->statuses, 0);
  for (guint i = 0; lijn_friction_status_nicks[i] != NULL; i++)
    {
      LijnFrictionStatus status = (LijnFrictionStatus) i;

      /* With any reason: it is asked for when the status is chosen. */
      if (status != current &&
          !lijn_rules_friction_status (self->friction, status, get_party (self), "?", NULL))
        continue;
      if (status == current)
        selected = self->statuses->len;
      g_array_append_val (self->statuses, status);
      gtk_string_list_append (names, lijn_word_for_friction_status (status));
    }

  self->filling = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), selected);
  self->filling = FALSE;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                               lijn_friction_get_status_reason (self->friction));
}

static void
set_status (LijnStatusField *self, LijnFrictionStatus status, const char *reason)
{
  GError *error = NULL;
  gboolean ok = lijn_edit_set_status (self->friction, status, get_party (self), NULL, reason,
                                      &error);

  lijn_view_report (self->view, ok, error);
  fill (self);
}

static void
reason_given_cb (LijnStatusField *self, const char *response, GtkWidget *dialog)
{
  GtkWidget *entry = adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog));
  LijnFrictionStatus status = (LijnFrictionStatus) GPOINTER_TO_INT (
      g_object_get_data (G_OBJECT (dialog), "status"));

  if (g_str_equal (response, "set"))
    set_status (self, status, gtk_editable_get_text (GTK_EDITABLE (entry)));
  else
    fill (self);
}

static void
ask_reason (LijnStatusField *self, LijnFrictionStatus status)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *dialog = adw_message_dialog_new (window, lijn_word_for_friction_status (status),
                                              _ ("Why? The others will want to know."));
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "set",
                                    _ ("_Set"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "set",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "set");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data (G_OBJECT (dialog), "status", GINT_TO_POINTER ((int) status));
  g_signal_connect_object (dialog, "response", G_CALLBACK (reason_given_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
selected_cb (LijnStatusField *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  LijnFrictionStatus status;

  if (self->filling || selected >= self->statuses->len)
    return;
  status = g_array_index (self->statuses, LijnFrictionStatus, selected);
  if (status == lijn_friction_get_status (self->friction))
    return;

  if (!lijn_rules_friction_status (self->friction, status, get_party (self), "", NULL))
    ask_reason (self, status);
  else
    set_status (self, status, "");
}

static void
lijn_status_field_dispose (GObject *object)
{
  LijnStatusField *self = LIJN_STATUS_FIELD (object);

  self->filling = TRUE;
  g_clear_object (&self->view);
  G_OBJECT_CLASS (lijn_status_field_parent_class)->dispose (object);
  g_clear_object (&self->friction);
  g_clear_pointer (&self->statuses, g_array_unref);
}

static void
lijn_status_field_class_init (LijnStatusFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_status_field_dispose;
}

static void
lijn_status_field_init (LijnStatusField *self)
{
  self->statuses = g_array_new (FALSE, FALSE, sizeof (LijnFrictionStatus));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
  lijn_whole_choice_set (ADW_COMBO_ROW (self));
}

GtkWidget *
lijn_status_field_new (LijnView *view, LijnFriction *friction)
{
  LijnStatusField *self = g_object_new (LIJN_TYPE_STATUS_FIELD, NULL);
  LijnStore *store = lijn_project_get_store (lijn_view_get_project (view));

  self->view = g_object_ref (view);
  self->friction = g_object_ref (friction);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 lijn_word_for_column (LIJN_TABLE_FRICTION, "status"));
  gtk_widget_set_sensitive (GTK_WIDGET (self), !lijn_store_is_read_only (store));
  fill (self);
  g_signal_connect_object (friction, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::speaker", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
