/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-mail-by-hand.h"

#include "lijn-files.h"
#include "lijn-save-place.h"

#include <glib/gi18n.h>

static void
tell_saved (LijnWindow *window, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *text = g_strdup_printf (_ ("The file to attach is at %s"), shown);

  lijn_files_show (path);
  lijn_window_toast (window, text);
}

static void
place_chosen (gpointer ready, GtkWindow *window, const char *path)
{
  g_autoptr (GFile) place = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  if (g_file_copy (ready, place, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error))
    tell_saved (LIJN_WINDOW (window), path);
  else
    lijn_window_tell_error (LIJN_WINDOW (window), _ ("The file could not be saved"),
                            g_steal_pointer (&error));
}

static void
choose_place (LijnWindow *window, const char *path)
{
  GFile *ready = g_file_new_for_path (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  const LijnSavePlace place = { .title = _ ("Save the file to attach"), .name = shown };

  g_object_set_data_full (G_OBJECT (window), "lijn-ready-to-send", ready, g_object_unref);
  lijn_save_place_ask (GTK_WINDOW (window), &place, ready, place_chosen);
}

static void
response_cb (GtkWidget *dialog, const char *response, const char *path)
{
  if (g_str_equal (response, "save"))
    choose_place (LIJN_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog))), path);
}

static void
free_path (gpointer path, GClosure *closure)
{
  g_free (path);
}

void
lijn_mail_by_hand (LijnWindow *window, const char *path)
{
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (window), _ ("No mail program was found"),
      _ ("Save the file that is to be sent, and attach it to a message yourself."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "save",
                                    _ ("_Save…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), g_strdup (path), free_path,
                         0);
  gtk_window_present (GTK_WINDOW (dialog));
}
