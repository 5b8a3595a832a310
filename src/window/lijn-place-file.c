/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-place-file.h"

#include "lijn-files.h"
#include "lijn-recent.h"
#include "lijn-window.h"

#include <glib/gi18n.h>

static char *
get_chosen_path (GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  return path != NULL ? lijn_files_with_suffix (path, LIJN_SUFFIX) : NULL;
}

static void
tell_moved (LijnWindow *window, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *text = g_strdup_printf (_ ("The project is now at %s"), shown);

  lijn_window_toast (window, text);
}

static void
tell_copied (LijnWindow *window, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *text = g_strdup_printf (_ ("A copy is at %s"), shown);

  lijn_window_toast (window, text);
}

static void
move_response_cb (LijnView *view, int response, GtkNativeDialog *dialog)
{
  LijnWindow *window = LIJN_WINDOW (gtk_native_dialog_get_transient_for (dialog));
  LijnProject *project = lijn_view_get_project (view);
  LijnStore *store = lijn_project_get_store (project);
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT ? get_chosen_path (dialog) : NULL;
  g_autofree char *old = g_strdup (lijn_store_get_path (store));
  g_autoptr (GError) error = NULL;

  if (path != NULL && !g_str_equal (path, old))
    {
      if (lijn_store_move (store, path, &error))
        {
          lijn_recent_forget (old);
          lijn_recent_note (project);
          tell_moved (window, path);
        }
      else
        lijn_window_tell_error (window, _ ("The project could not be moved"),
                                g_steal_pointer (&error));
    }
  g_object_unref (dialog);
}

static void
copy_response_cb (LijnView *view, int response, GtkNativeDialog *dialog)
{
  LijnWindow *window = LIJN_WINDOW (gtk_native_dialog_get_transient_for (dialog));
  LijnStore *store = lijn_project_get_store (lijn_view_get_project (view));
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT ? get_chosen_path (dialog) : NULL;
  g_autoptr (GError) error = NULL;

  if (path != NULL)
    {
      if (lijn_store_copy (store, path, NULL, &error))
        tell_copied (window, path);
      else
        lijn_window_tell_error (window, _ ("The copy could not be made"), g_steal_pointer (&error));
    }
  g_object_unref (dialog);
}

/* Beside the file; for one that has no place of its own yet, where people keep their documents. */
static void
propose_folder (GtkFileChooser *chooser, const char *path)
{
  g_autofree char *beside = g_path_get_dirname (path);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = NULL;

  if (!lijn_files_is_unplaced (path))
    folder = g_file_new_for_path (beside);
  else
    folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

static void
ask (GtkWindow *window, LijnView *view, const char *title, GCallback response_cb)
{
  LijnProject *project = lijn_view_get_project (view);
  const char *path = lijn_store_get_path (lijn_project_get_store (project));
  g_autofree char *name = lijn_files_name (lijn_project_get_title (project), LIJN_SUFFIX);
  g_autoptr (GtkFileFilter) filter = lijn_files_project_filter ();
  GtkFileChooserNative *dialog;

  dialog = gtk_file_chooser_native_new (title, window, GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  propose_folder (GTK_FILE_CHOOSER (dialog), path);
  g_signal_connect_object (dialog, "response", response_cb, view, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
lijn_place_file_move (GtkWindow *window, LijnView *view)
{
  ask (window, view, _ ("Name and place of the project"), G_CALLBACK (move_response_cb));
}

void
lijn_place_file_copy (GtkWindow *window, LijnView *view)
{
  ask (window, view, _ ("Save a copy of the whole project"), G_CALLBACK (copy_response_cb));
}
