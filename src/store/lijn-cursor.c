/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-store-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Reading: one statement, row by row. What comes out is fit for use whoever wrote the file: texts
 * are UTF-8, numbers finite. */

struct _LijnCursor
{
  LijnStore *store;
  sqlite3_stmt *statement;
  gboolean done; /* stepping on would start again */
  GPtrArray *mended; /* texts of this row that were not UTF-8 */
};

gboolean
lijn_store_hold (LijnStore *self, GError **error)
{
  if (!lijn_store_settle (self, error))
    return FALSE;
  if (self->transaction == NULL && self->holds == 0 &&
      !lijn_sql_run (self->db, self->path, "BEGIN", error))
    return FALSE;
  self->holds++;
  return TRUE;
}

/* Nothing was written, so there is nothing that a failure could lose. */
void
lijn_store_release (LijnStore *self)
{
  g_return_if_fail (self->holds > 0);

  self->holds--;
  if (self->transaction == NULL && self->holds == 0)
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

static gboolean
is_blank (const char *sql)
{
  while (g_ascii_isspace (*sql) || *sql == ';')
    sql++;
  return *sql == '\0';
}

LijnCursor *
lijn_store_select (LijnStore *self, const char *sql, GError **error)
{
  g_autoptr (LijnStatement) statement = NULL;
  const char *rest = NULL;
  LijnCursor *cursor;

  g_return_val_if_fail (LIJN_IS_STORE (self), NULL);

  if (!lijn_store_settle (self, error))
    return NULL;
  if (sqlite3_prepare_v2 (self->db, sql, -1, &statement, &rest) != SQLITE_OK)
    {
      lijn_store_fail (self->db, self->path, error);
      return NULL;
    }
  /* BEGIN and PRAGMA also count as reading, so the text must be a query's too. */
  if (statement == NULL || !is_blank (rest) || !sqlite3_stmt_readonly (statement) ||
      sqlite3_column_count (statement) == 0 ||
      (g_ascii_strncasecmp (sql, "SELECT", 6) != 0 && g_ascii_strncasecmp (sql, "WITH", 4) != 0))
    {
      g_set_error_literal (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_INVALID,
                           _ ("Only a single question can be asked of the file here."));
      return NULL;
    }

  cursor = g_new0 (LijnCursor, 1);
  cursor->store = g_object_ref (self);
  cursor->statement = g_steal_pointer (&statement);
  return cursor;
}

void
lijn_cursor_bind_text (LijnCursor *cursor, int parameter, const char *text)
{
  sqlite3_bind_text (cursor->statement, parameter, text, -1, SQLITE_TRANSIENT);
}

gboolean
lijn_cursor_next (LijnCursor *cursor, GError **error)
{
  int code;

  if (cursor->done)
    return FALSE;

  g_clear_pointer (&cursor->mended, g_ptr_array_unref);
  cursor->store->patience.ticks = 0;
  code = sqlite3_step (cursor->statement);
  if (code == SQLITE_ROW)
    return TRUE;

  cursor->done = TRUE;
  if (code != SQLITE_DONE)
    lijn_store_fail (cursor->store->db, cursor->store->path, error);
  return FALSE;
}

int
lijn_cursor_get_n_columns (LijnCursor *cursor)
{
  return sqlite3_column_count (cursor->statement);
}

const char *
lijn_cursor_get_column_name (LijnCursor *cursor, int column)
{
  return sqlite3_column_name (cursor->statement, column);
}

gboolean
lijn_cursor_is_null (LijnCursor *cursor, int column)
{
  return sqlite3_column_type (cursor->statement, column) == SQLITE_NULL;
}

const char *
lijn_cursor_get_text (LijnCursor *cursor, int column)
{
  const char *text = (const char *) sqlite3_column_text (cursor->statement, column);

  if (text == NULL)
    return "";
  if (g_utf8_validate (text, -1, NULL))
    return text;

  /* Kept until the next step, as SQLite's own texts are. */
  if (cursor->mended == NULL)
    cursor->mended = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (cursor->mended, g_utf8_make_valid (text, -1));
  return g_ptr_array_index (cursor->mended, cursor->mended->len - 1);
}

gint64
lijn_cursor_get_int (LijnCursor *cursor, int column)
{
  return sqlite3_column_int64 (cursor->statement, column);
}

double
lijn_cursor_get_real (LijnCursor *cursor, int column)
{
  double real;

  if (lijn_cursor_is_null (cursor, column))
    return (double) NAN;

  /* Infinity is never written, but a file of another's making may hold it. */
  real = sqlite3_column_double (cursor->statement, column);
  return isfinite (real) ? real : 0;
}

GBytes *
lijn_cursor_get_bytes (LijnCursor *cursor, int column)
{
  const void *data = sqlite3_column_blob (cursor->statement, column);
  int size = sqlite3_column_bytes (cursor->statement, column);

  return g_bytes_new (data, (gsize) size);
}

void
lijn_cursor_free (LijnCursor *cursor)
{
  g_clear_pointer (&cursor->mended, g_ptr_array_unref);
  sqlite3_finalize (cursor->statement);
  g_object_unref (cursor->store);
  g_free (cursor);
}

GBytes *
lijn_store_read_blob (LijnStore *self, LijnTable table, const char *id, const char *column,
                      GError **error)
{
  g_autoptr (LijnCursor) cursor = NULL;
  g_autofree char *sql = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (LIJN_IS_STORE (self), NULL);
  g_return_val_if_fail (lijn_table_find_column (table, column) >= 0, NULL);

  sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE \"id\" = ?", column,
                         lijn_table_info (table)->name);
  cursor = lijn_store_select (self, sql, error);
  if (cursor == NULL)
    return NULL;

  lijn_cursor_bind_text (cursor, 1, id);
  if (lijn_cursor_next (cursor, &failure))
    return lijn_cursor_get_bytes (cursor, 0);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error_literal (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_NOT_FOUND,
                         _ ("What was asked for is no longer in the project."));
  return NULL;
}
