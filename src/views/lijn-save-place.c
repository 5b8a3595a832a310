/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-save-place.h"

#include "lijn-settings.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define LAST_FOLDER "save-folder"

typedef struct
{
  GWeakRef owner, window;
  LijnSavePlaceChosen chosen;
  char **suffixes; /* (nullable) */
  gboolean remembers;
  char *path; /* while asking whether to replace it */
} LijnSaving;

static void
lijn_saving_free (LijnSaving *self)
{
  g_weak_ref_clear (&self->owner);
  g_weak_ref_clear (&self->window);
  g_strfreev (self->suffixes);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnSaving, lijn_saving_free)

static gboolean
has_suffix (LijnSaving *self, const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  if (self->suffixes == NULL)
    return TRUE;
  for (char **suffix = self->suffixes; *suffix != NULL; suffix++)
    if (g_str_has_suffix (lower, *suffix))
      return TRUE;
  return FALSE;
}

static void
tell (LijnSaving *self, const char *path)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&self->owner);
  g_autoptr (GObject) window = g_weak_ref_get (&self->window);

  if (owner == NULL || window == NULL)
    return;
  if (self->remembers)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      /* A setting is text, which the name of a folder need not be. */
      if (g_utf8_validate (folder, -1, NULL))
        g_settings_set_string (lijn_settings_get (), LAST_FOLDER, folder);
    }
  self->chosen (owner, GTK_WINDOW (window), path);
}

static void
replace_cb (GtkWidget *dialog, const char *response, LijnSaving *self)
{
  if (g_str_equal (response, "replace"))
    tell (self, self->path);
}

static void
free_saving (gpointer self, GClosure *closure)
{
  lijn_saving_free (self);
}

/* Takes @self. */
static void
ask_to_replace (LijnSaving *self)
{
  g_autoptr (GObject) window = g_weak_ref_get (&self->window);
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *heading = g_strdup_printf (_ ("Replace “%s”?"), name);
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (window), heading,
      _ ("A file of this name is already there. What is in it will be lost."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "replace",
                                    _ ("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (replace_cb), self, free_saving, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Takes @data. */
static void
response_cb (GtkNativeDialog *chooser, int response, gpointer data)
{
  g_autoptr (LijnSaving) self = data;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  path = file != NULL ? g_file_get_path (file) : NULL;
  g_object_unref (chooser);
  if (path == NULL)
    return;

  if (has_suffix (self, path))
    {
      tell (self, path);
      return;
    }
  self->path = g_strconcat (path, self->suffixes[0], NULL);
  if (g_file_test (self->path, G_FILE_TEST_EXISTS))
    ask_to_replace (g_steal_pointer (&self));
  else
    tell (self, self->path);
}

static void
begin_in (GtkFileChooser *chooser, const char *folder)
{
  g_autofree char *last = g_settings_get_string (lijn_settings_get (), LAST_FOLDER);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) file = NULL;

  if (folder == NULL && *last != '\0' && g_file_test (last, G_FILE_TEST_IS_DIR))
    folder = last;
  if (folder == NULL)
    folder = documents != NULL ? documents : g_get_home_dir ();
  file = g_file_new_for_path (folder);
  gtk_file_chooser_set_current_folder (chooser, file, NULL);
}

static char **
copy_strings (const char *const *strings)
{
  g_autoptr (GStrvBuilder) copy = g_strv_builder_new ();

  if (strings == NULL)
    return NULL;
  for (; *strings != NULL; strings++)
    g_strv_builder_add (copy, *strings);
  return g_strv_builder_end (copy);
}

void
lijn_save_place_ask (GtkWindow *window, const LijnSavePlace *place, gpointer owner,
                     LijnSavePlaceChosen chosen)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      place->title, window, GTK_FILE_CHOOSER_ACTION_SAVE, place->accept, NULL);
  LijnSaving *self = g_new0 (LijnSaving, 1);

  g_weak_ref_init (&self->owner, owner);
  g_weak_ref_init (&self->window, window);
  self->chosen = chosen;
  self->suffixes = copy_strings (place->suffixes);
  self->remembers = place->folder == NULL;

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  if (place->filter != NULL)
    gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), place->filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), place->name);
  begin_in (GTK_FILE_CHOOSER (chooser), place->folder);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
