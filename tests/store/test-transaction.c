/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-store.h"
#include "lijn-transaction.h"
#include "store-fixture.h"

#include <math.h>

/* What a transaction promises: all or nothing, one revision, readers told, nothing written outside
 * of one. */

static void
test_insert_is_on_disk (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (LijnStore) again = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_add_party (f, "a", "Customer");
  again = lijn_store_open (f->path, LIJN_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_count (again, "SELECT count(*) FROM party WHERE name = 'Customer'"), ==,
                   1);
  g_assert_cmpstr (lijn_store_get_revision (again), ==, lijn_store_get_revision (f->store));
  g_assert_cmpstr (lijn_store_get_undo_label (again), ==, "Add");
}

static void
test_undo_redo (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnChanges) changes = NULL;

  store_fixture_add_party (f, "a", "Customer");
  g_assert_true (lijn_store_undo (f->store, &changes, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (lijn_changes_get_size (changes), ==, 1);
  g_assert_cmpint (lijn_changes_get (changes, 0)->kind, ==, LIJN_CHANGE_DELETE);
  g_assert_cmpint (store_count (f->store, "SELECT count(*) FROM party"), ==, 0);
  g_assert_null (lijn_store_get_undo_label (f->store));
  g_assert_cmpstr (lijn_store_get_redo_label (f->store), ==, "Add");
  g_assert_true (lijn_store_redo (f->store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_count (f->store, "SELECT count(*) FROM party"), ==, 1);
  g_assert_cmpint (store_count (f->store, "SELECT count(*) FROM revision"), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/transaction/insert-is-on-disk", test_insert_is_on_disk);
  STORE_TEST ("/transaction/undo-redo", test_undo_redo);
  return g_test_run ();
}
