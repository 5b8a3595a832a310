/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>

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

void
store_fixture_add_party (StoreFixture *f, const char *id, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnTransaction) edit = lijn_transaction_begin (f->store, "Add", &error);

  g_assert_no_error (error);
  lijn_transaction_insert (edit, LIJN_TABLE_PARTY, id, LIJN_CELLS (LIJN_TEXT ("name", name)),
                           &error);
  g_assert_no_error (error);
  lijn_transaction_commit (g_steal_pointer (&edit), &error);
  g_assert_no_error (error);
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
