/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-connection.h"
#include "lijn-new-file.h"
#include "lijn-store-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* The whole file once more, elsewhere. VACUUM INTO reads what is committed, in one transaction,
 * over a connection of its own: it minds neither rows being read nor an open edit of this store,
 * and what was deleted is not in the copy. */

static gboolean
vacuum_into (const char *from, const char *made, const char *path, LijnPatience *patience,
             GError **error)
{
  g_autoptr (LijnConnection) db = lijn_connection_open (from, TRUE, patience, error);
  g_autoptr (LijnStatement) vacuum = NULL;
  int code;

  if (db == NULL || !lijn_sql_run (db, path, "PRAGMA query_only = OFF", error))
    return FALSE;

  vacuum = lijn_sql_prepare (db, path, "VACUUM INTO ?", error);
  if (vacuum == NULL)
    return FALSE;

  lijn_sql_bind_text (vacuum, 1, made);
  code = sqlite3_step (vacuum);
  if (code == SQLITE_DONE)
    return TRUE;
  if (!g_cancellable_set_error_if_cancelled (patience->cancellable, error))
    lijn_store_fail (db, path, error);
  return FALSE;
}

/* Makes the copy that will be at @path. Returns: (transfer full): where it is until then. */
static char *
make_copy (LijnStore *self, const char *path, GCancellable *cancellable, GError **error)
{
  LijnPatience patience = { 0, cancellable };
  g_autofree char *made = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !lijn_store_check_place (self, error))
    return NULL;

  made = lijn_new_file_make (path, error);
  if (made == NULL)
    return NULL;
  if (!vacuum_into (self->path, made, path, &patience, error))
    {
      lijn_new_file_discard (made);
      return NULL;
    }
  return g_steal_pointer (&made);
}

gboolean
lijn_store_check_other (LijnStore *self, const char *path, GError **error)
{
  g_autofree char *name = NULL;
  GStatBuf info;

  if (g_stat (path, &info) != 0 || (guint64) info.st_dev != self->device ||
      (guint64) info.st_ino != self->inode)
    return TRUE;

  name = lijn_store_display_name (path);
  g_set_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_EXISTS,
               _ ("“%s” is the project that is open. Choose another name for the copy."), name);
  return FALSE;
}

gboolean
lijn_store_copy (LijnStore *self, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *full = NULL;
  g_autofree char *made = NULL;

  g_return_val_if_fail (LIJN_IS_STORE (self), FALSE);

  full = g_canonicalize_filename (path, NULL);
  if (!lijn_store_check_other (self, full, error))
    return FALSE;

  made = make_copy (self, full, cancellable, error);
  if (made == NULL)
    return FALSE;
  if (lijn_new_file_put (made, full, TRUE, error))
    return TRUE;

  lijn_new_file_discard (made);
  return FALSE;
}

/* Goes on with the file at @path. When that fails, with what was open before. */
static gboolean
change_over (LijnStore *self, const char *path, GError **error)
{
  g_autofree char *old_path = g_strdup (self->path);
  LijnConnection *old = self->db;
  gboolean old_read_only = self->read_only;
  gboolean read_only = FALSE;
  sqlite3 *db;

  self->patience.ticks = 0;
  db = lijn_open_checked (path, &read_only, &self->patience, error);
  if (db == NULL)
    return FALSE;
  if (!lijn_store_adopt (self, db, path, read_only, error))
    {
      lijn_store_adopt (self, old, old_path, old_read_only, NULL);
      lijn_connection_close (db);
      return FALSE;
    }

  /* While the lock on it still stands. A file that may not be written stays where it is. */
  if (!old_read_only)
    g_unlink (old_path);
  sqlite3_exec (old, "ROLLBACK", NULL, NULL, NULL);
  lijn_connection_close (old);
  return TRUE;
}

/* The copy is seen to be sound before it replaces anything. */
static gboolean
copy_and_change_over (LijnStore *self, const char *path, GError **error)
{
  g_autofree char *made = make_copy (self, path, NULL, error);
  gboolean was_there = g_file_test (path, G_FILE_TEST_EXISTS);

  if (made == NULL)
    return FALSE;
  if (!lijn_store_verify (made, error) || !lijn_new_file_put (made, path, TRUE, error))
    {
      lijn_new_file_discard (made);
      return FALSE;
    }
  if (change_over (self, path, error))
    return TRUE;

  if (!was_there)
    g_unlink (path);
  return FALSE;
}

/* Lets nobody write to the old file until the new one has taken its place. */
static gboolean
lock (LijnStore *self, LijnChanges **outside, GError **error)
{
  if (self->read_only)
    return TRUE;

  self->unsettled = TRUE;
  return lijn_sql_run (self->db, self->path,
                       "PRAGMA query_only = OFF; BEGIN IMMEDIATE;"
                       "PRAGMA query_only = ON",
                       error) &&
         lijn_store_catch_up (self, outside, error);
}

gboolean
lijn_store_move (LijnStore *self, const char *path, GError **error)
{
  g_autofree char *full = NULL;
  g_autoptr (LijnChanges) outside = NULL;
  gboolean good;

  g_return_val_if_fail (LIJN_IS_STORE (self), FALSE);
  g_return_val_if_fail (self->transaction == NULL, FALSE);

  full = g_canonicalize_filename (path, NULL);
  if (!lijn_store_check_other (self, full, error))
    return FALSE;

  self->patience.ticks = 0;
  good = lijn_store_settle (self, error) && lock (self, &outside, error) &&
         copy_and_change_over (self, full, error);
  lijn_store_settle (self, NULL);
  if (outside != NULL)
    lijn_store_emit_changed (self, outside);
  return good;
}
