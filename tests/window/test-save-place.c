/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-folder.h"
#include "lijn-save-place.h"
#include "lijn-settings.h"

#include <adwaita.h>
#include <glib/gstdio.h>

/* Where a file goes is asked of the real file chooser, which is told what to answer. */

typedef struct
{
  GtkWindow *window;
  GObject *owner;
  char *folder;
} Fixture;

static char *chosen; /* the path that was given, or NULL */

static void
chosen_cb (gpointer owner, GtkWindow *window, const char *path)
{
  g_assert_true (G_IS_OBJECT (owner));
  g_free (chosen);
  chosen = g_strdup (path);
}

static void
set_up (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  f->window = GTK_WINDOW (gtk_window_new ());
  f->owner = g_object_new (G_TYPE_OBJECT, NULL);
  f->folder = g_dir_make_tmp ("lijn-XXXXXX", &error);
  g_assert_no_error (error);
  g_clear_pointer (&chosen, g_free);
  gtk_window_present (f->window);
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  g_settings_reset (lijn_settings_get (), "save-folder");
  gtk_window_destroy (f->window);
  g_clear_object (&f->owner);
  lijn_folder_remove (f->folder);
  g_free (f->folder);
  g_clear_pointer (&chosen, g_free);
}

/* Returns: (nullable): the window of @type that is open. */
static gpointer
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static gpointer
wait_for (GType type)
{
  gpointer window;

  while ((window = find_window (type)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return window;
}

/* The chooser looks at the file first, and then goes. */
static void
wait_until_gone (GType type)
{
  while (find_window (type) != NULL)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static char *
name_of (GtkFileChooser *chooser)
{
  char *name = NULL;

  while (name == NULL || *name == '\0')
    {
      g_free (name);
      g_main_context_iteration (NULL, TRUE);
      name = gtk_file_chooser_get_current_name (chooser);
    }
  return name;
}

/* Asks in @f's folder, or where a file was put last, proposing @name, and accepts that. */
static void
ask (Fixture *f, const char *name, gboolean anywhere)
{
  static const char *const suffixes[] = { ".pdf", ".txt", NULL };
  const LijnSavePlace place = {
    .title = "Save", .name = name, .suffixes = suffixes, .folder = anywhere ? NULL : f->folder
  };
  g_autofree char *proposed = NULL;
  g_autoptr (GFile) file = NULL;
  GtkDialog *dialog;

  lijn_save_place_ask (f->window, &place, f->owner, chosen_cb);
  dialog = wait_for (GTK_TYPE_FILE_CHOOSER_DIALOG);
  proposed = name_of (GTK_FILE_CHOOSER (dialog));
  g_assert_cmpstr (proposed, ==, name);
  do
    {
      g_clear_object (&file);
      g_main_context_iteration (NULL, FALSE);
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
    }
  while (file == NULL);
  gtk_dialog_response (dialog, GTK_RESPONSE_ACCEPT);
  wait_until_gone (GTK_TYPE_FILE_CHOOSER_DIALOG);
}

static void
answer (const char *response)
{
  AdwMessageDialog *dialog = wait_for (ADW_TYPE_MESSAGE_DIALOG);

  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
assert_chosen (Fixture *f, const char *name)
{
  g_autofree char *path = name != NULL ? g_build_filename (f->folder, name, NULL) : NULL;

  g_assert_cmpstr (chosen, ==, path);
  g_clear_pointer (&chosen, g_free);
}

static void
make_file (Fixture *f, const char *name)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static void
test_suffix (Fixture *f, gconstpointer unused)
{
  ask (f, "report.pdf", FALSE);
  assert_chosen (f, "report.pdf");
  ask (f, "report.txt", FALSE);
  assert_chosen (f, "report.txt");
  ask (f, "C.1.0", FALSE);
  assert_chosen (f, "C.1.0.pdf");
}

/* A suffix never leads to a file that nobody agreed to replace. */
static void
test_replace (Fixture *f, gconstpointer unused)
{
  make_file (f, "report.pdf");
  ask (f, "report", FALSE);
  assert_chosen (f, NULL);
  answer ("cancel");
  assert_chosen (f, NULL);

  ask (f, "report", FALSE);
  answer ("replace");
  assert_chosen (f, "report.pdf");
}

static void
test_owner_gone (Fixture *f, gconstpointer unused)
{
  make_file (f, "report.pdf");
  ask (f, "report", FALSE);
  g_clear_object (&f->owner);
  answer ("replace");
  assert_chosen (f, NULL);
}

static void
test_remembered (Fixture *f, gconstpointer unused)
{
  g_autofree char *other = g_build_filename (f->folder, "other", NULL);

  g_assert_cmpint (g_mkdir (other, 0700), ==, 0);
  g_settings_set_string (lijn_settings_get (), "save-folder", other);
  ask (f, "a.pdf", FALSE);
  assert_chosen (f, "a.pdf");
  ask (f, "b.pdf", TRUE);
  assert_chosen (f, "other/b.pdf");

  g_settings_set_string (lijn_settings_get (), "save-folder", f->folder);
  ask (f, "c.pdf", TRUE);
  assert_chosen (f, "c.pdf");
}

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/save-place/suffix", test_suffix);
  ADD ("/save-place/replace", test_replace);
  ADD ("/save-place/owner-gone", test_owner_gone);
  ADD ("/save-place/remembered", test_remembered);

  return g_test_run ();
}
