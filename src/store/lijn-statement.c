/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-store-private.h"

/* Running SQL of our own making. Statements that write rows are kept, as an edit of many rows uses
 * a few of them over and over; the kept ones are dropped when they become many, which only another
 * set of columns in every call could bring about. */

#define MAX_KEPT 256

gboolean
lijn_sql_run (sqlite3 *db, const char *path, const char *sql, GError **error)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK || lijn_store_fail (db, path, error);
}

sqlite3_stmt *
lijn_sql_prepare (sqlite3 *db, const char *path, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    lijn_store_fail (db, path, error);
  return statement;
}

gboolean
lijn_sql_number (sqlite3 *db, const char *path, const char *sql, gint64 *number, GError **error)
{
  g_autoptr (LijnStatement) statement = lijn_sql_prepare (db, path, sql, error);
  int code;

  if (statement == NULL)
    return FALSE;

  code = sqlite3_step (statement);
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    return lijn_store_fail (db, path, error);

  *number = code == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

sqlite3_stmt *
lijn_store_statement (LijnStore *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }
  if (g_hash_table_size (self->statements) >= MAX_KEPT)
    g_hash_table_remove_all (self->statements);

  if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) !=
      SQLITE_OK)
    {
      lijn_store_fail (self->db, self->path, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, (char *) (gsize) sqlite3_sql (statement), statement);
  return statement;
}

void
lijn_sql_bind_text (sqlite3_stmt *statement, int parameter, const char *text)
{
  sqlite3_bind_text (statement, parameter, text != NULL ? text : "", -1, SQLITE_STATIC);
}
