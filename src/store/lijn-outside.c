/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-store-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* Another program may have the same file open. What it did is read from its revisions; when they do
 * not continue ours, or there are none, something else wrote the file, and all is read again. */

gboolean
lijn_store_check_place (LijnStore *self, GError **error)
{
  g_autofree char *name = NULL;
  struct stat info;

  if (g_stat (self->path, &info) == 0 && (guint64) info.st_dev == self->device &&
      (guint64) info.st_ino == self->inode)
    return TRUE;

  name = lijn_store_display_name (self->path);
  g_set_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_NOT_FOUND,
               _ ("“%s” was moved, deleted or replaced while it was open. Save a copy in another "
                  "place, or open it again."),
               name);
  return FALSE;
}

/* Tells whether the revision that was our newest still stands where it stood. */
static gboolean
continues_ours (LijnStore *self, gboolean *continues, GError **error)
{
  g_autoptr (LijnStatement) statement = NULL;
  int code;

  *continues = TRUE;
  if (self->last_seq == 0)
    return TRUE;

  statement = lijn_sql_prepare (self->db, self->path, "SELECT id FROM revision WHERE seq = ?",
                                error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, self->last_seq);
  code = sqlite3_step (statement);
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    return lijn_store_fail (self->db, self->path, error);

  *continues = code == SQLITE_ROW &&
               g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), self->revision) == 0;
  return TRUE;
}

gboolean
lijn_store_catch_up (LijnStore *self, LijnChanges **changes, GError **error)
{
  g_autoptr (LijnChanges) theirs = NULL;
  gint64 version = 0, before = self->last_seq;
  gboolean continues = TRUE;

  if (!lijn_sql_number (self->db, self->path, "PRAGMA data_version", &version, error))
    return FALSE;
  if (version == self->data_version)
    return TRUE;

  if (!continues_ours (self, &continues, error))
    return FALSE;
  theirs = lijn_changes_new ();
  if (!continues)
    lijn_store_forget_history (self);
  if (!lijn_store_read_history (self, continues ? theirs : NULL, error))
    return FALSE;

  self->data_version = version;
  *changes = continues && self->last_seq > before ? g_steal_pointer (&theirs)
                                                  : lijn_changes_new_everything ();
  return TRUE;
}

gboolean
lijn_store_look_outside (LijnStore *self, GError **error)
{
  g_autoptr (LijnChanges) changes = NULL;

  g_return_val_if_fail (LIJN_IS_STORE (self), FALSE);

  if (self->transaction != NULL)
    return TRUE;

  self->patience.ticks = 0;
  if (!lijn_store_settle (self, error) || !lijn_store_check_place (self, error) ||
      !lijn_store_catch_up (self, &changes, error))
    return FALSE;
  if (changes != NULL)
    lijn_store_emit_changed (self, changes);
  return TRUE;
}
