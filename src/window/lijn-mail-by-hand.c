/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-mail-by-hand.h"

#include "lijn-files.h"

#include <glib/gi18n.h>

static void
tell_saved (LijnWindow *window, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *text = g_strdup_printf (_ ("The file to attach is at %s"), shown);

  lijn_files_show (path);
  lijn_window_toast (window, text);
}

static void
save_response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autofree char *path = data;
  LijnWindow *window = LIJN_WINDOW (gtk_native_dialog_get_transient_for (dialog));
  g_autoptr (GFile) ready = g_file_new_for_path (path);
  g_autoptr (GFile) place = NULL;
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    place = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (place != NULL)
    {
      if (g_file_copy (ready, place, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error))
        tell_saved (window, place);
      else
        lijn_window_tell_error (window, _ ("The file could not be saved"),
                                g_steal_pointer (&error));
    }
  g_object_unref (dialog);
}

static void
choose_place (LijnWindow *window, const char *path)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile)
      folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  GtkFileChooserNative *dialog;

  dialog = gtk_file_chooser_native_new (_ ("Save the file to attach"), GTK_WINDOW (window),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), shown);
  g_signal_connect (dialog, "response", G_CALLBACK (save_response_cb), g_strdup (path));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
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
