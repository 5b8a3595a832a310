/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-connection.h"
#include "lijn-ddl.h"
#include "lijn-new-file.h"
#include "lijn-raw-file.h"
#include "lijn-secure.h"
#include "lijn-store-private.h"
#include "lijn-text.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Making and opening project files.
 *
 * A new file is made beside its place and renamed when it is whole, so what has the name of a
 * project is never half of one.
 *
 * A journal beside a file can be two things. Left by a crash of this program, it holds what the
 * file needs to become whole, and SQLite plays it back when the file is opened. Sent along with an
 * attachment, it holds whatever its author wants to see in the file. Both look the same. So a copy
 * of the two is made whole first, in a folder of our own, and checked like any file; only when it
 * is a sound project SQLite may do the same to the original. */

gboolean
lijn_new_file_fill (sqlite3 *db, const char *path, GError **error)
{
  const GPtrArray *all = lijn_ddl ();
  g_autofree char *first = NULL;

  /* Nobody else knows the file, so its journal need not be on disk. */
  if (!lijn_sql_run (db, path, "PRAGMA query_only = OFF; PRAGMA journal_mode = MEMORY; BEGIN",
                     error))
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      const LijnDdl *ddl = g_ptr_array_index (all, i);

      if (!lijn_sql_run (db, path, ddl->sql, error))
        return FALSE;
    }

  first = g_strdup_printf ("PRAGMA application_id = %d;"
                           "PRAGMA user_version = %d;"
                           "INSERT INTO about (id, created) VALUES ('%s', %" G_GINT64_FORMAT ");"
                           "COMMIT",
                           LIJN_APPLICATION_ID, LIJN_SCHEMA_VERSION, LIJN_ABOUT_ID, lijn_now ());
  return lijn_sql_run (db, path, first, error);
}

/* Writes an empty project into the empty file @made, which will be at @path. */
static gboolean
write_new_file (const char *made, const char *path, GError **error)
{
  LijnPatience patience = { 0, NULL };
  g_autoptr (LijnConnection) db = lijn_connection_open (made, FALSE, &patience, error);

  return db != NULL && lijn_new_file_fill (db, path, error);
}

LijnStore *
lijn_store_create (const char *path, GError **error)
{
  g_autofree char *made = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  made = lijn_new_file_make (path, error);
  if (made == NULL)
    return NULL;
  if (!write_new_file (made, path, error) || !lijn_new_file_put (made, path, FALSE, error))
    {
      lijn_new_file_discard (made);
      return NULL;
    }
  return lijn_store_open (path, LIJN_STORE_DEFAULT, error);
}

/* A file or folder without any permission to write is meant to stay as it is, even where the user
 * may override that. Writing makes a journal, so the folder counts too. */
static gboolean
may_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  const char *places[] = { path, folder };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GStatBuf info;

      if (g_access (places[i], W_OK) != 0 || g_stat (places[i], &info) != 0 ||
          (info.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0)
        return FALSE;
    }
  return TRUE;
}

/* Opens @path and lets SQLite play back the journal beside it, if any; then checks all. */
static sqlite3 *
open_inside (const char *path, const char *name, gboolean read_only, LijnPatience *patience,
             GError **error)
{
  g_autoptr (LijnConnection) db = lijn_connection_open (path, read_only, patience, error);

  if (db == NULL || !lijn_secure_check_inside (db, name, error))
    return NULL;
  return g_steal_pointer (&db);
}

static gboolean
check_private_copy (const char *path, LijnPatience *patience, GError **error)
{
  g_autofree char *folder = lijn_private_copy (path, error);
  g_autofree char *copy = NULL;
  sqlite3 *db;

  if (folder == NULL)
    return FALSE;

  copy = lijn_private_path (folder);
  db = open_inside (copy, path, FALSE, patience, error);
  sqlite3_close (db);
  lijn_private_remove (folder);
  return db != NULL;
}

static gboolean
recover (const char *path, LijnPatience *patience, GError **error)
{
  g_autofree char *name = NULL;
  sqlite3 *db;

  if (!check_private_copy (path, patience, error))
    return FALSE;
  if (!may_write (path))
    {
      name = lijn_store_display_name (path);
      g_set_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_READ_ONLY,
                   _ ("“%s” was being written when the program or the computer stopped, and cannot "
                      "be made whole in a place that may only be read. Copy it together with "
                      "“%s-journal” to a folder of your own and open it there."),
                   name, name);
      return FALSE;
    }

  db = open_inside (path, path, FALSE, patience, error);
  sqlite3_close (db);
  return db != NULL;
}

sqlite3 *
lijn_open_checked (const char *path, gboolean *read_only, LijnPatience *patience, GError **error)
{
  LijnJournal journal;

  if (!lijn_secure_check_outside (path, &journal, error) ||
      (journal == LIJN_JOURNAL_HOT && !recover (path, patience, error)))
    return NULL;

  *read_only |= !may_write (path);
  return open_inside (path, path, *read_only, patience, error);
}

gboolean
lijn_store_adopt (LijnStore *self, sqlite3 *db, const char *path, gboolean read_only,
                  GError **error)
{
  GStatBuf info;

  /* Statements belong to their connection. */
  g_hash_table_remove_all (self->statements);
  self->db = db;
  lijn_set_str (&self->path, path);
  self->read_only = read_only;
  lijn_store_forget_history (self);
  if (g_stat (path, &info) != 0)
    return lijn_store_check_place (self, error);

  self->device = (guint64) info.st_dev;
  self->inode = (guint64) info.st_ino;
  return lijn_sql_number (db, path, "PRAGMA data_version", &self->data_version, error) &&
         lijn_store_read_history (self, NULL, error);
}

LijnStore *
lijn_store_open (const char *path, LijnStoreFlags flags, GError **error)
{
  g_autoptr (LijnStore) self = NULL;
  g_autofree char *full = NULL;
  gboolean read_only = (flags & LIJN_STORE_READ_ONLY) != 0;
  sqlite3 *db;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (LIJN_TYPE_STORE, NULL);
  full = g_canonicalize_filename (path, NULL);
  db = lijn_open_checked (full, &read_only, &self->patience, error);
  if (db == NULL || !lijn_store_adopt (self, db, full, read_only, error))
    return NULL;
  return g_steal_pointer (&self);
}
