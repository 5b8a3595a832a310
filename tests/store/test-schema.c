/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include <string.h>

/* The file is made as lijn-columns.h says, column by column and reference by reference. */

static void
test_names (void)
{
  for (guint i = 0; i < LIJN_N_TABLES; i++)
    {
      const LijnTableInfo *info = lijn_table_info ((LijnTable) i);

      g_assert_cmpint (lijn_table_from_name (info->name), ==, i);
      g_assert_cmpuint (info->n_columns, >, 0);
      for (guint j = 0; j < info->n_columns; j++)
        {
          const LijnColumn *column = &info->columns[j];

          g_assert_cmpint (lijn_table_find_column ((LijnTable) i, column->name), ==, j);
          g_assert_true ((column->kind == LIJN_COLUMN_ENUM) == (column->nicks != NULL));
          g_assert_true (lijn_column_is_reference (column->kind) ==
                         (column->refers != LIJN_N_TABLES));
          if (column->kind == LIJN_COLUMN_FOR)
            g_assert_cmpint (column->refers, ==, LIJN_TABLE_PARTY);
        }
    }
  g_assert_cmpint (lijn_table_from_name ("revision"), ==, -1);
  g_assert_cmpint (lijn_table_find_column (LIJN_TABLE_PARTY, "id"), ==, -1);
}

static const char *
sql_type (LijnColumnKind kind)
{
  switch (kind)
    {
    case LIJN_COLUMN_INT:
    case LIJN_COLUMN_FLAG:
    case LIJN_COLUMN_TIME:
      return "INTEGER";
    case LIJN_COLUMN_REAL:
    case LIJN_COLUMN_NUM:
      return "REAL";
    case LIJN_COLUMN_BLOB:
      return "BLOB";
    case LIJN_COLUMN_TEXT:
    case LIJN_COLUMN_DATE:
    case LIJN_COLUMN_ENUM:
    case LIJN_COLUMN_OWNER:
    case LIJN_COLUMN_LINK:
    case LIJN_COLUMN_NOTE:
    case LIJN_COLUMN_PART:
    case LIJN_COLUMN_FOR:
    default:
      return "TEXT";
    }
}

static gboolean
may_be_null (LijnColumnKind kind)
{
  return kind == LIJN_COLUMN_NUM || (lijn_column_is_reference (kind) && kind != LIJN_COLUMN_OWNER);
}

static void
test_columns (StoreFixture *f, gconstpointer unused)
{
  for (guint i = 0; i < LIJN_N_TABLES; i++)
    {
      const LijnTableInfo *info = lijn_table_info ((LijnTable) i);
      g_autoptr (LijnCursor) row = lijn_store_select (
          f->store, "SELECT name, type, \"notnull\" FROM pragma_table_info (?) WHERE cid > 0",
          NULL);

      lijn_cursor_bind_text (row, 1, info->name);
      for (guint j = 0; j < info->n_columns; j++)
        {
          const LijnColumn *column = &info->columns[j];

          g_assert_true (lijn_cursor_next (row, NULL));
          g_assert_cmpstr (lijn_cursor_get_text (row, 0), ==, column->name);
          g_assert_cmpstr (lijn_cursor_get_text (row, 1), ==, sql_type (column->kind));
          g_assert_cmpint (lijn_cursor_get_int (row, 2), ==, !may_be_null (column->kind));
        }
      g_assert_false (lijn_cursor_next (row, NULL));
    }
}

static gint64
count_of (StoreFixture *f, const char *sql, const char *table, const char *column)
{
  g_autoptr (LijnCursor) row = lijn_store_select (f->store, sql, NULL);

  lijn_cursor_bind_text (row, 1, table);
  lijn_cursor_bind_text (row, 2, column);
  g_assert_true (lijn_cursor_next (row, NULL));
  return lijn_cursor_get_int (row, 0);
}

static void
test_references (StoreFixture *f, gconstpointer unused)
{
  for (guint i = 0; i < LIJN_N_TABLES; i++)
    {
      const LijnTableInfo *info = lijn_table_info ((LijnTable) i);

      for (guint j = 0; j < info->n_columns; j++)
        {
          const LijnColumn *column = &info->columns[j];
          gboolean taken_along = column->kind == LIJN_COLUMN_OWNER ||
                                 column->kind == LIJN_COLUMN_PART ||
                                 column->kind == LIJN_COLUMN_FOR;
          gboolean indexed = column->kind == LIJN_COLUMN_OWNER ||
                             column->kind == LIJN_COLUMN_LINK || column->kind == LIJN_COLUMN_PART;
          g_autofree char *sql = g_strdup_printf (
              "SELECT count(*) FROM pragma_foreign_key_list (?) WHERE \"from\" = ? AND on_delete = "
              "'%s'",
              taken_along ? "CASCADE" : "SET NULL");

          g_assert_cmpint (count_of (f, sql, info->name, column->name), ==,
                           lijn_column_is_reference (column->kind));
          g_assert_cmpint (count_of (f,
                                     "SELECT count(*) FROM pragma_index_list (?) AS l, "
                                     "pragma_index_info (l.name) AS i WHERE i.name = ?",
                                     info->name, column->name),
                           ==, indexed);
        }
    }
}

/* What nobody said is the default that the column's kind promises. */
static void
test_defaults (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (LijnCursor) row = NULL;
  LijnTransaction *edit = store_begin (f->store, "Insert");

  store_insert (edit, LIJN_TABLE_MAP, "m", LIJN_CELLS (LIJN_TEXT ("title", "Map")));
  store_insert (edit, LIJN_TABLE_ELEMENT, "e", LIJN_CELLS (LIJN_TEXT ("map", "m")));
  store_commit (edit);
  row = lijn_store_select (
      f->store,
      "SELECT name, kind, marker, x, work_minutes, assumed, confirmed_at, lane "
      "FROM element",
      NULL);
  g_assert_true (lijn_cursor_next (row, NULL));
  g_assert_cmpstr (lijn_cursor_get_text (row, 0), ==, "");
  g_assert_cmpstr (lijn_cursor_get_text (row, 1), ==, "step");
  g_assert_cmpstr (lijn_cursor_get_text (row, 2), ==, "none");
  g_assert_cmpfloat (lijn_cursor_get_real (row, 3), ==, 0);
  g_assert_true (lijn_cursor_is_null (row, 4));
  g_assert_cmpint (lijn_cursor_get_int (row, 5), ==, 0);
  g_assert_cmpint (lijn_cursor_get_int (row, 6), ==, 0);
  g_assert_true (lijn_cursor_is_null (row, 7));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/names", test_names);
  STORE_TEST ("/schema/columns", test_columns);
  STORE_TEST ("/schema/references", test_references);
  STORE_TEST ("/schema/defaults", test_defaults);
  return g_test_run ();
}
