/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-ask.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

static gboolean
is_filled (GtkEditable *entry)
{
  const char *text = gtk_editable_get_text (entry);

  return text[strspn (text, " \t")] != '\0';
}

static void
typed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "accept", is_filled (entry));
}

static void
response_cb (gpointer widget, const char *response, AdwMessageDialog *dialog)
{
  LijnAskGiven given = (LijnAskGiven) g_object_get_data (G_OBJECT (dialog), "given");
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));

  if (g_str_equal (response, "accept") && is_filled (entry))
    given (widget, gtk_editable_get_text (entry));
}

void
lijn_ask (gpointer widget, const char *heading, const char *body, const char *label,
          const char *accept, LijnAskGiven given)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *window = adw_message_dialog_new (GTK_WINDOW (root), heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (window);
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "accept", accept, NULL);
  adw_message_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "accept", FALSE);
  adw_message_dialog_set_default_response (dialog, "accept");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data (G_OBJECT (dialog), "given", (gpointer) given);
  g_signal_connect (entry, "changed", G_CALLBACK (typed_cb), dialog);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}
