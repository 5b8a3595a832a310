/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

void
store_fixture_set_up (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("lijn-store-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "test.waslijn", NULL);
  f->store = lijn_store_create (f->path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (f->store);
}

void
store_fixture_tear_down (StoreFixture *f, gconstpointer unused)
{
  g_clear_object (&f->store);
  store_remove_folder (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

gint64
store_count (LijnStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnCursor) row = lijn_store_select (store, sql, &error);

  g_assert_no_error (error);
  g_assert_true (lijn_cursor_next (row, &error));
  return lijn_cursor_get_int (row, 0);
}

static void
dump_table (LijnStore *store, LijnTable table, GString *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnCursor) row = NULL;
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY id", lijn_table_info (table)->name);
  row = lijn_store_select (store, sql, &error);
  g_assert_no_error (error);
  while (lijn_cursor_next (row, &error))
    {
      g_string_append (text, lijn_table_info (table)->name);
      for (int i = 0; i < lijn_cursor_get_n_columns (row); i++)
        g_string_append_printf (
            text, "|%s", lijn_cursor_is_null (row, i) ? "(null)" : lijn_cursor_get_text (row, i));
      g_string_append_c (text, '\n');
    }
  g_assert_no_error (error);
}

char *
store_dump (LijnStore *store)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < LIJN_N_TABLES; i++)
    dump_table (store, (LijnTable) i, text);
  return g_string_free (text, FALSE);
}

LijnStore *
store_fixture_open_again (StoreFixture *f)
{
  g_autoptr (GError) error = NULL;
  LijnStore *store = lijn_store_open (f->path, LIJN_STORE_DEFAULT, &error);

  g_assert_no_error (error);
  return store;
}

LijnTransaction *
store_begin (LijnStore *store, const char *label)
{
  g_autoptr (GError) error = NULL;
  LijnTransaction *edit = lijn_transaction_begin (store, label, &error);

  g_assert_no_error (error);
  return edit;
}

void
store_insert (LijnTransaction *edit, LijnTable table, const char *id, const LijnCell *cells)
{
  g_autoptr (GError) error = NULL;

  lijn_transaction_insert (edit, table, id, cells, &error);
  g_assert_no_error (error);
}

void
store_update (LijnTransaction *edit, LijnTable table, const char *id, const LijnCell *cells)
{
  g_autoptr (GError) error = NULL;

  lijn_transaction_update (edit, table, id, cells, &error);
  g_assert_no_error (error);
}

void
store_delete (LijnTransaction *edit, LijnTable table, const char *id)
{
  g_autoptr (GError) error = NULL;

  lijn_transaction_delete (edit, table, id, &error);
  g_assert_no_error (error);
}

void
store_commit (LijnTransaction *edit)
{
  g_autoptr (GError) error = NULL;

  lijn_transaction_commit (edit, &error);
  g_assert_no_error (error);
}

void
store_run_bare (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

void
store_fixture_add_party (StoreFixture *f, const char *id, const char *name)
{
  LijnTransaction *edit = store_begin (f->store, "Add");

  store_insert (edit, LIJN_TABLE_PARTY, id, LIJN_CELLS (LIJN_TEXT ("name", name)));
  store_commit (edit);
}

void
store_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_remove (path) != 0 && g_file_test (path, G_FILE_TEST_IS_DIR))
        store_remove_folder (path);
    }
  g_rmdir (folder);
}
