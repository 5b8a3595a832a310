/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-id.h"
#include "lijn-store-private.h"
#include "lijn-transaction-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Writing rows. The SQL is made from the names of the columns that are given, which are looked up
 * in the schema first; values are only ever bound. */

static gboolean
refuse (GError **error, LijnStoreError code, const char *words)
{
  g_set_error_literal (error, LIJN_STORE_ERROR, (int) code, words);
  return FALSE;
}

static gboolean
refuse_about (GError **error)
{
  return refuse (error, LIJN_STORE_ERROR_INVALID,
                 _ ("A project always says what it is about, once."));
}

static gboolean
check_columns (LijnTable table, const LijnCell *cells, GError **error)
{
  for (const LijnCell *cell = cells; cell->column != NULL; cell++)
    {
      if (lijn_table_find_column (table, cell->column) < 0)
        {
          g_set_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_INVALID,
                       _ ("“%s” has no column “%s”."), lijn_table_info (table)->name, cell->column);
          return FALSE;
        }
      if (cell->type == LIJN_CELL_TEXT && cell->text != NULL &&
          !g_utf8_validate (cell->text, -1, NULL))
        return refuse (error, LIJN_STORE_ERROR_INVALID,
                       _ ("The text holds characters that cannot be kept."));
      if (cell->type == LIJN_CELL_REAL && isinf (cell->real))
        return refuse (error, LIJN_STORE_ERROR_INVALID, _ ("The number is too large to be kept."));
    }
  return TRUE;
}

static void
bind_cell (sqlite3_stmt *statement, int parameter, const LijnCell *cell)
{
  gsize size = 0;
  const void *data;

  switch (cell->type)
    {
    case LIJN_CELL_TEXT:
      lijn_sql_bind_text (statement, parameter, cell->text);
      break;
    case LIJN_CELL_INT:
      sqlite3_bind_int64 (statement, parameter, cell->integer);
      break;
    case LIJN_CELL_REAL:
      sqlite3_bind_double (statement, parameter, cell->real);
      break;
    case LIJN_CELL_BLOB:
      data = cell->bytes != NULL ? g_bytes_get_data (cell->bytes, &size) : NULL;
      /* Without an address SQLite would take it for NULL. */
      sqlite3_bind_blob64 (statement, parameter, data != NULL ? data : "", size, SQLITE_STATIC);
      break;
    case LIJN_CELL_NULL:
    default:
      sqlite3_bind_null (statement, parameter);
      break;
    }
}

/* Runs @statement, which must touch exactly one row, and lets go of what was bound. */
static gboolean
run_on_one_row (LijnStore *store, sqlite3_stmt *statement, GError **error)
{
  gboolean good;

  store->patience.ticks = 0;
  good = sqlite3_step (statement) == SQLITE_DONE;
  if (!good)
    lijn_store_fail (store->db, store->path, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  if (!good)
    return FALSE;

  return sqlite3_changes (store->db) == 1 ||
         refuse (error, LIJN_STORE_ERROR_NOT_FOUND,
                 _ ("What was to be changed is no longer in the project."));
}

gboolean
lijn_transaction_insert (LijnTransaction *self, LijnTable table, const char *id,
                         const LijnCell *cells, GError **error)
{
  LijnStore *store = lijn_transaction_get_store (self);
  g_autoptr (GString) sql = NULL;
  sqlite3_stmt *statement;
  int parameter = 1;

  if (!lijn_transaction_check_open (self, error) || !check_columns (table, cells, error))
    return FALSE;
  if (table == LIJN_TABLE_ABOUT)
    return refuse_about (error);
  if (!lijn_id_is_valid (id))
    return refuse (error, LIJN_STORE_ERROR_INVALID, _ ("That is not an id of this program."));

  sql = g_string_new (NULL);
  g_string_printf (sql, "INSERT INTO \"%s\" (\"id\"", lijn_table_info (table)->name);
  for (const LijnCell *cell = cells; cell->column != NULL; cell++)
    g_string_append_printf (sql, ", \"%s\"", cell->column);
  g_string_append (sql, ") VALUES (?");
  for (const LijnCell *cell = cells; cell->column != NULL; cell++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');

  statement = lijn_store_statement (store, sql->str, error);
  if (statement == NULL)
    return FALSE;

  lijn_sql_bind_text (statement, parameter++, id);
  for (const LijnCell *cell = cells; cell->column != NULL; cell++)
    bind_cell (statement, parameter++, cell);
  return run_on_one_row (store, statement, error);
}

gboolean
lijn_transaction_update (LijnTransaction *self, LijnTable table, const char *id,
                         const LijnCell *cells, GError **error)
{
  LijnStore *store = lijn_transaction_get_store (self);
  g_autoptr (GString) sql = NULL;
  sqlite3_stmt *statement;
  int parameter = 1;

  if (!lijn_transaction_check_open (self, error) || !check_columns (table, cells, error))
    return FALSE;

  /* "id" = "id" keeps the statement whole when no cell is given. */
  sql = g_string_new (NULL);
  g_string_printf (sql, "UPDATE \"%s\" SET ", lijn_table_info (table)->name);
  if (cells->column == NULL)
    g_string_append (sql, "\"id\" = \"id\"");
  for (const LijnCell *cell = cells; cell->column != NULL; cell++)
    g_string_append_printf (sql, "%s\"%s\" = ?", cell == cells ? "" : ", ", cell->column);
  g_string_append (sql, " WHERE \"id\" = ?");

  statement = lijn_store_statement (store, sql->str, error);
  if (statement == NULL)
    return FALSE;

  for (const LijnCell *cell = cells; cell->column != NULL; cell++)
    bind_cell (statement, parameter++, cell);
  lijn_sql_bind_text (statement, parameter, id);
  return run_on_one_row (store, statement, error);
}

gboolean
lijn_transaction_delete (LijnTransaction *self, LijnTable table, const char *id, GError **error)
{
  LijnStore *store = lijn_transaction_get_store (self);
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;

  if (!lijn_transaction_check_open (self, error))
    return FALSE;
  if (table == LIJN_TABLE_ABOUT)
    return refuse_about (error);

  sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE \"id\" = ?", lijn_table_info (table)->name);
  statement = lijn_store_statement (store, sql, error);
  if (statement == NULL)
    return FALSE;

  lijn_sql_bind_text (statement, 1, id);
  return run_on_one_row (store, statement, error);
}
