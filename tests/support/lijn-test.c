/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-test.h"

#include "lijn-id.h"

#include <glib/gstdio.h>

void
lijn_test_set_up (LijnTest *test, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  test->folder = g_dir_make_tmp ("waslijn-test-XXXXXX", &error);
  g_assert_no_error (error);
  test->path = g_build_filename (test->folder, "test.waslijn", NULL);
  test->project = lijn_project_create (test->path, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_remove (path);
    }
  g_rmdir (folder);
}

void
lijn_test_tear_down (LijnTest *test, gconstpointer unused)
{
  g_clear_object (&test->project);
  remove_folder (test->folder);
  g_clear_pointer (&test->folder, g_free);
  g_clear_pointer (&test->path, g_free);
}

void
lijn_test_reopen (LijnTest *test)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&test->project);
  test->project = lijn_project_open (test->path, LIJN_STORE_DEFAULT, &error);
  g_assert_no_error (error);
}

gpointer
lijn_test_put (LijnTest *test, LijnTable table, const LijnCell *cells)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = lijn_id_new ();
  g_autoptr (LijnTransaction)
      edit = lijn_transaction_begin (lijn_project_get_store (test->project), "Put", &error);

  g_assert_no_error (error);
  lijn_transaction_insert (edit, table, id, cells, &error);
  g_assert_no_error (error);
  lijn_transaction_commit (g_steal_pointer (&edit), &error);
  g_assert_no_error (error);
  return lijn_project_find (test->project, table, id);
}

void
lijn_test_change (LijnTest *test, gpointer object, const LijnCell *cells)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnTransaction)
      edit = lijn_transaction_begin (lijn_project_get_store (test->project), "Change", &error);

  g_assert_no_error (error);
  lijn_transaction_update (edit, lijn_object_get_table (object), lijn_object_get_id (object), cells,
                           &error);
  g_assert_no_error (error);
  lijn_transaction_commit (g_steal_pointer (&edit), &error);
  g_assert_no_error (error);
}

void
lijn_test_delete (LijnTest *test, gpointer object)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnTransaction)
      edit = lijn_transaction_begin (lijn_project_get_store (test->project), "Delete", &error);

  g_assert_no_error (error);
  lijn_transaction_delete (edit, lijn_object_get_table (object), lijn_object_get_id (object),
                           &error);
  g_assert_no_error (error);
  lijn_transaction_commit (g_steal_pointer (&edit), &error);
  g_assert_no_error (error);
}

char *
lijn_test_dump (LijnStore *store)
{
  GString *dump = g_string_new (NULL);

  for (int t = 0; t < LIJN_N_TABLES; t++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY id",
                                              lijn_table_info ((LijnTable) t)->name);
      g_autoptr (LijnCursor) cursor = lijn_store_select (store, sql, &error);

      g_assert_no_error (error);
      while (lijn_cursor_next (cursor, &error))
        {
          g_string_append (dump, lijn_table_info ((LijnTable) t)->name);
          for (int i = 0; i < lijn_cursor_get_n_columns (cursor); i++)
            g_string_append_printf (
                dump, "|%s",
                lijn_cursor_is_null (cursor, i) ? "NULL" : lijn_cursor_get_text (cursor, i));
          g_string_append_c (dump, '\n');
        }
      g_assert_no_error (error);
    }
  return g_string_free (dump, FALSE);
}
