/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-ddl.h"
#include "lijn-store-private.h"
#include "lijn-text.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Making and opening project files. */

static gboolean
fill_new_file (sqlite3 *db, const char *path, GError **error)
{
  const GPtrArray *all = lijn_ddl ();
  g_autofree char *numbers = NULL;
  g_autofree char *about = NULL;

  numbers = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                             LIJN_APPLICATION_ID, LIJN_SCHEMA_VERSION);
  about = g_strdup_printf (
      "INSERT INTO \"about\" (\"id\", \"created\") VALUES ('%s', %" G_GINT64_FORMAT ")",
      LIJN_ABOUT_ID, lijn_now ());
  if (!lijn_sql_run (db, path, "BEGIN", error) || !lijn_sql_run (db, path, numbers, error))
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      const LijnDdl *ddl = g_ptr_array_index (all, i);

      if (!lijn_sql_run (db, path, ddl->sql, error))
        return FALSE;
    }
  return lijn_sql_run (db, path, about, error) && lijn_sql_run (db, path, "COMMIT", error);
}

LijnStore *
lijn_store_create (const char *path, GError **error)
{
  g_autofree char *name = lijn_store_display_name (path);
  sqlite3 *db = NULL;
  gboolean good;
  int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

  if (fd < 0)
    {
      int code = errno;

      g_set_error (error, LIJN_STORE_ERROR,
                   code == EEXIST ? LIJN_STORE_ERROR_EXISTS : LIJN_STORE_ERROR_DISK,
                   code == EEXIST ? _ ("“%s” is there already. Choose another name.")
                                  : _ ("“%s” could not be made. Check that its folder is there and "
                                       "may be written."),
                   name);
      return NULL;
    }
  close (fd);

  good = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK
             ? fill_new_file (db, path, error)
             : lijn_store_fail (db, path, error);
  sqlite3_close (db);
  if (!good)
    {
      g_unlink (path);
      return NULL;
    }
  return lijn_store_open (path, LIJN_STORE_DEFAULT, error);
}

static gboolean
set_up (LijnStore *self, GError **error)
{
  struct stat info;

  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_busy_timeout (self->db, 2000);
  if (!lijn_sql_run (self->db, self->path,
                     "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;"
                     "PRAGMA secure_delete = ON; PRAGMA query_only = ON;",
                     error))
    return FALSE;
  if (g_stat (self->path, &info) == 0)
    {
      self->device = (guint64) info.st_dev;
      self->inode = (guint64) info.st_ino;
    }
  return lijn_sql_number (self->db, self->path, "PRAGMA data_version", &self->data_version,
                          error) &&
         lijn_store_read_history (self, NULL, error);
}

LijnStore *
lijn_store_open (const char *path, LijnStoreFlags flags, GError **error)
{
  g_autoptr (LijnStore) self = g_object_new (LIJN_TYPE_STORE, NULL);
  g_autofree char *name = lijn_store_display_name (path);
  int mode;

  self->path = g_canonicalize_filename (path, NULL);
  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_NOT_FOUND,
                   _ ("“%s” is not there. It may have been moved or renamed."), name);
      return NULL;
    }
  self->read_only = (flags & LIJN_STORE_READ_ONLY) != 0 || g_access (self->path, W_OK) != 0;
  mode = self->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  if (sqlite3_open_v2 (self->path, &self->db, mode, NULL) != SQLITE_OK)
    {
      lijn_store_fail (self->db, self->path, error);
      return NULL;
    }
  return set_up (self, error) ? g_steal_pointer (&self) : NULL;
}
