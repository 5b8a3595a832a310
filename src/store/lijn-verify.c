/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-connection.h"
#include "lijn-raw-file.h"
#include "lijn-secure.h"
#include "lijn-store-private.h"

#include <glib/gi18n.h>

/* Everything that can be known of a file without using it. Nothing is written, so of a file that
 * was left by a crash a copy is made whole and looked at. */

static gboolean
damaged (const char *path, const char *what, GError **error)
{
  g_autofree char *name = lijn_store_display_name (path);

  g_set_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_DAMAGED,
               _ ("“%s” is damaged (%s). Ask for the file again, or take an earlier copy."), name,
               what);
  return FALSE;
}

static gboolean
check_integrity (sqlite3 *db, const char *path, GError **error)
{
  g_autoptr (LijnStatement) row = lijn_sql_prepare (db, path, "PRAGMA integrity_check(1)", error);
  const char *found;

  if (row == NULL)
    return FALSE;
  if (sqlite3_step (row) != SQLITE_ROW)
    return lijn_store_fail (db, path, error);

  found = (const char *) sqlite3_column_text (row, 0);
  return g_strcmp0 (found, "ok") == 0 || damaged (path, found, error);
}

/* Every changeset can be read, and each revision continues the one before. */
static gboolean
check_history (sqlite3 *db, const char *path, GError **error)
{
  g_autoptr (LijnStatement) row = lijn_sql_prepare (
      db, path, "SELECT id, parent, changeset FROM revision ORDER BY seq", error);
  g_autofree char *newest = g_strdup ("");
  int code;

  if (row == NULL)
    return FALSE;

  while ((code = sqlite3_step (row)) == SQLITE_ROW)
    {
      g_autoptr (LijnChanges) changes = lijn_changes_new ();

      if (g_strcmp0 ((const char *) sqlite3_column_text (row, 1), newest) != 0)
        return damaged (path, _ ("a part of its history is missing"), error);
      if (!lijn_changes_add_changeset (changes, sqlite3_column_blob (row, 2),
                                       (gsize) sqlite3_column_bytes (row, 2)))
        return damaged (path, _ ("a part of its history cannot be read"), error);
      g_free (newest);
      newest = g_strdup ((const char *) sqlite3_column_text (row, 0));
    }
  return code == SQLITE_DONE || lijn_store_fail (db, path, error);
}

/* Looks at @path, which is @name to people. */
static gboolean
verify_inside (const char *path, const char *name, gboolean read_only, GError **error)
{
  LijnPatience patience = { 0, NULL };
  g_autoptr (LijnConnection) db = lijn_connection_open (path, read_only, &patience, error);

  return db != NULL && lijn_secure_check_inside (db, name, error) &&
         check_integrity (db, name, error) && check_history (db, name, error);
}

gboolean
lijn_store_verify (const char *path, GError **error)
{
  g_autofree char *full = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *copy = NULL;
  LijnJournal journal;
  gboolean good;

  g_return_val_if_fail (path != NULL, FALSE);

  full = g_canonicalize_filename (path, NULL);
  if (!lijn_secure_check_outside (full, &journal, error))
    return FALSE;
  if (journal == LIJN_JOURNAL_NONE)
    return verify_inside (full, full, TRUE, error);

  folder = lijn_private_copy (full, error);
  if (folder == NULL)
    return FALSE;
  copy = lijn_private_path (folder);
  good = verify_inside (copy, full, FALSE, error);
  lijn_private_remove (folder);
  return good;
}
