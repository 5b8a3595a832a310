/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-files.h"

#include "lijn-folder.h"
#include "lijn-id.h"
#include "lijn-text.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

static char *
projects_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "waslijn", "projects", NULL);
}

char *
lijn_files_name (const char *title, const char *suffix)
{
  g_autofree char *line = lijn_text_one_line (title);
  g_autofree char *name = NULL;

  g_strdelimit (line, "/\\:*?\"<>|", '-');
  name = g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), 60));
  g_strstrip (name);
  while (name[0] == '.')
    memmove (name, name + 1, strlen (name));

  return g_strconcat (name[0] != '\0' ? name : _ ("Project"), suffix, NULL);
}

char *
lijn_files_new_path (const char *title, GError **error)
{
  g_autofree char *folder = projects_folder ();

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
                   _ ("The folder “%s” for new projects cannot be made: %s"), folder,
                   g_strerror (code));
      return NULL;
    }

  for (guint i = 1;; i++)
    {
      g_autofree char *numbered = i > 1 ? g_strdup_printf ("%s %u", title, i) : g_strdup (title);
      g_autofree char *name = lijn_files_name (numbered, LIJN_SUFFIX);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

/* Removes what was sent more than a day ago from @folder. */
static void
remove_sent (const char *folder)
{
  g_autoptr (GDir) messages = g_dir_open (folder, 0, NULL);
  gint64 yesterday = g_get_real_time () / G_USEC_PER_SEC - 24 * 60 * 60;
  const char *name;

  while (messages != NULL && (name = g_dir_read_name (messages)) != NULL)
    {
      g_autofree char *message = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (g_lstat (message, &info) == 0 && info.st_mtime <= yesterday)
        lijn_folder_remove (message);
    }
}

/* A mail program may read the file only when the message is sent. So it stays for a day, and each
 * message has a file of its own: what is made for one party never takes the place of what another
 * is about to get. */
char *
lijn_files_outgoing_path (const char *title, const char *suffix, GError **error)
{
  g_autofree char *outgoing = g_build_filename (g_get_user_cache_dir (), "waslijn", "outgoing",
                                                NULL);
  g_autofree char *id = lijn_id_new ();
  g_autofree char *folder = g_build_filename (outgoing, id, NULL);
  g_autofree char *name = lijn_files_name (title, suffix);

  remove_sent (outgoing);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
                   _ ("The folder “%s” cannot be made: %s"), folder, g_strerror (code));
      return NULL;
    }
  return g_build_filename (folder, name, NULL);
}

gboolean
lijn_files_is_unplaced (const char *path)
{
  g_autofree char *folder = projects_folder ();
  g_autofree char *parent = g_path_get_dirname (path);

  return g_str_equal (folder, parent);
}

gboolean
lijn_files_is_project (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, LIJN_SUFFIX);
}

GtkFileFilter *
lijn_files_project_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Waslijn projects"));
  gtk_file_filter_add_pattern (filter, "*" LIJN_SUFFIX);

  return filter;
}

GtkFileFilter *
lijn_files_import_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Drawings and texts (BPMN, XML, text)"));
  gtk_file_filter_add_suffix (filter, "bpmn");
  gtk_file_filter_add_suffix (filter, "xml");
  gtk_file_filter_add_suffix (filter, "txt");

  return filter;
}

/* Opens the folder in whatever shows folders; where there is nothing, nothing happens. */
static void
open_folder (const char *folder)
{
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, NULL, NULL);
}

static void
items_shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *folder = data;
  g_autoptr (GVariant) reply = NULL;

  reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  if (reply == NULL)
    open_folder (folder);
}

void
lijn_files_show (const char *path)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  const char *uris[] = { uri, NULL };

  if (bus == NULL)
    {
      open_folder (folder);
      return;
    }

  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems",
                          g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, items_shown_cb, g_steal_pointer (&folder));
}
