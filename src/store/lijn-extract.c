/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-connection.h"
#include "lijn-new-file.h"
#include "lijn-store-private.h"

/* A part of the project as a file of its own. It is made empty and filled with what is to be there,
 * so that nothing else has ever been in it: no deleted rows, no free pages, no changesets, no
 * labels of what was done. */

typedef struct
{
  sqlite3 *from, *to;
  const char *path; /* for errors */
  LijnStoreKeep keep;
  gpointer data;
  GCancellable *cancellable;
} Extract;

static char *
select_sql (const LijnTableInfo *info)
{
  GString *sql = g_string_new ("SELECT \"id\"");

  for (guint i = 0; i < info->n_columns; i++)
    g_string_append_printf (sql, ", \"%s\"", info->columns[i].name);
  g_string_append_printf (sql, " FROM \"%s\"", info->name);
  return g_string_free (sql, FALSE);
}

/* The new file says what it is about already; that row is replaced. */
static char *
insert_sql (const LijnTableInfo *info)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT OR REPLACE INTO \"%s\" (\"id\"", info->name);
  for (guint i = 0; i < info->n_columns; i++)
    g_string_append_printf (sql, ", \"%s\"", info->columns[i].name);
  g_string_append (sql, ") VALUES (?");
  for (guint i = 0; i < info->n_columns; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

/* What a row refers to and is not there either is not named. */
static gboolean
is_dangling (Extract *self, const LijnColumn *column, sqlite3_value *value)
{
  return lijn_column_is_reference (column->kind) && sqlite3_value_type (value) != SQLITE_NULL &&
         !self->keep (column->refers, (const char *) sqlite3_value_text (value), self->data);
}

static gboolean
copy_row (Extract *self, const LijnTableInfo *info, sqlite3_stmt *row, sqlite3_stmt *insert,
          GError **error)
{
  sqlite3_reset (insert);
  sqlite3_bind_value (insert, 1, sqlite3_column_value (row, 0));
  for (guint i = 0; i < info->n_columns; i++)
    {
      sqlite3_value *value = sqlite3_column_value (row, (int) i + 1);

      if (is_dangling (self, &info->columns[i], value))
        sqlite3_bind_null (insert, (int) i + 2);
      else
        sqlite3_bind_value (insert, (int) i + 2, value);
    }
  return sqlite3_step (insert) == SQLITE_DONE || lijn_store_fail (self->to, self->path, error);
}

static gboolean
copy_table (Extract *self, LijnTable table, GError **error)
{
  const LijnTableInfo *info = lijn_table_info (table);
  g_autofree char *select = select_sql (info);
  g_autofree char *put = insert_sql (info);
  g_autoptr (LijnStatement) row = lijn_sql_prepare (self->from, self->path, select, error);
  g_autoptr (LijnStatement)
      insert = row != NULL ? lijn_sql_prepare (self->to, self->path, put, error) : NULL;
  int code;

  if (insert == NULL)
    return FALSE;
  while ((code = sqlite3_step (row)) == SQLITE_ROW)
    {
      const char *id = (const char *) sqlite3_column_text (row, 0);

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (self->keep (table, id, self->data) && !copy_row (self, info, row, insert, error))
        return FALSE;
    }
  return code == SQLITE_DONE || lijn_store_fail (self->from, self->path, error);
}

/* Copies can be brought together again by the revisions that both know. */
static gboolean
copy_known (Extract *self, const char *select, GError **error)
{
  g_autoptr (LijnStatement) row = lijn_sql_prepare (self->from, self->path, select, error);
  g_autoptr (LijnStatement) insert =
      row != NULL ? lijn_sql_prepare (self->to, self->path,
                                      "INSERT OR IGNORE INTO known_revision (id) VALUES (?)", error)
                  : NULL;
  int code;

  if (insert == NULL)
    return FALSE;
  while ((code = sqlite3_step (row)) == SQLITE_ROW)
    {
      sqlite3_reset (insert);
      sqlite3_bind_value (insert, 1, sqlite3_column_value (row, 0));
      if (sqlite3_step (insert) != SQLITE_DONE)
        return lijn_store_fail (self->to, self->path, error);
    }
  return code == SQLITE_DONE || lijn_store_fail (self->from, self->path, error);
}

static gboolean
copy_all (Extract *self, GError **error)
{
  if (!lijn_sql_run (self->from, self->path, "BEGIN", error) ||
      !lijn_sql_run (self->to, self->path, "BEGIN", error))
    return FALSE;
  for (guint i = 0; i < LIJN_N_TABLES; i++)
    if (!copy_table (self, (LijnTable) i, error))
      return FALSE;
  return copy_known (self, "SELECT id FROM known_revision", error) &&
         copy_known (self, "SELECT id FROM revision", error) &&
         lijn_sql_run (self->to, self->path, "COMMIT", error);
}

static gboolean
fill (LijnStore *store, const char *made, const char *path, LijnStoreKeep keep, gpointer data,
      GCancellable *cancellable, GError **error)
{
  LijnPatience patience = { 0, cancellable };
  LijnPatience other_patience = { 0, cancellable };
  g_autoptr (LijnConnection) from = lijn_connection_open (store->path, TRUE, &patience, error);
  g_autoptr (LijnConnection)
      to = from != NULL ? lijn_connection_open (made, FALSE, &other_patience, error) : NULL;
  Extract self = { from, to, path, keep, data, cancellable };

  return to != NULL && lijn_new_file_fill (to, path, error) && copy_all (&self, error);
}

gboolean
lijn_store_extract (LijnStore *self, const char *path, LijnStoreKeep keep, gpointer data,
                    GCancellable *cancellable, GError **error)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *made = NULL;

  g_return_val_if_fail (LIJN_IS_STORE (self), FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !lijn_store_check_place (self, error) || !lijn_store_check_other (self, full, error))
    return FALSE;
  made = lijn_new_file_make (full, error);
  if (made == NULL)
    return FALSE;
  if (fill (self, made, full, keep, data, cancellable, error) &&
      lijn_new_file_put (made, full, TRUE, error))
    return TRUE;

  lijn_new_file_discard (made);
  return FALSE;
}
