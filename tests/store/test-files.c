/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Making, copying and moving files, and files that may not be written. */

static char *
beside (StoreFixture *f, const char *name)
{
  return g_build_filename (f->folder, name, NULL);
}

/* Returns: how many files there are, hidden ones too. */
static int
count_files (StoreFixture *f)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  int n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_same_contents (const char *path, LijnStore *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnStore) store = lijn_store_open (path, LIJN_STORE_DEFAULT, &error);
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  g_assert_no_error (error);
  one = store_dump (store);
  other = store_dump (expected);
  g_assert_cmpstr (one, ==, other);
  g_assert_cmpstr (lijn_store_get_revision (store), ==, lijn_store_get_revision (expected));
  g_assert_cmpstr (lijn_store_get_undo_label (store), ==, lijn_store_get_undo_label (expected));
}

static gint64
bare_number (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *row = NULL;
  gint64 number;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &row, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (row, 0);
  sqlite3_finalize (row);
  sqlite3_close (db);
  return number;
}

static void
test_create (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (count_files (f), ==, 1);
  g_assert_false (lijn_store_is_read_only (f->store));
  g_assert_cmpstr (lijn_store_get_revision (f->store), ==, "");
  g_assert_null (lijn_store_get_undo_label (f->store));
  g_assert_cmpint (store_count (f->store, "SELECT count(*) FROM about WHERE created > 0"), ==, 1);
  g_assert_cmpint (bare_number (f->path, "PRAGMA application_id"), ==, 0x5741534c);
  g_assert_cmpint (bare_number (f->path, "PRAGMA user_version"), ==, 1);
  g_assert_true (lijn_store_verify (f->path, &error));
  g_assert_no_error (error);
}

static void
test_create_replaces_nothing (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = beside (f, "text");
  g_autofree char *contents = NULL;

  g_file_set_contents (text, "mine", -1, NULL);
  g_assert_null (lijn_store_create (text, &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_EXISTS);
  g_assert_nonnull (strstr (error->message, "text"));
  g_assert_true (g_file_get_contents (text, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "mine");
  g_assert_cmpint (count_files (f), ==, 2);
}

static void
test_create_nowhere (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = beside (f, "none/new.waslijn");

  g_assert_null (lijn_store_create (path, &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_DISK);
  g_assert_nonnull (strstr (error->message, "new.waslijn"));
}

/* The journal of a file that is gone would be played back into the new one. */
static void
test_create_beside_journal (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = beside (f, "new.waslijn");
  g_autofree char *journal = beside (f, "new.waslijn-journal");

  g_file_set_contents (journal, "old", -1, NULL);
  g_assert_null (lijn_store_create (path, &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (lijn_store_copy (f->store, path, NULL, &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_EXISTS);
  g_assert_cmpint (count_files (f), ==, 2);
}

static void
test_copy (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = beside (f, "copy.waslijn");

  store_fixture_add_party (f, "a", "A");
  g_file_set_contents (path, "to be replaced", -1, NULL);
  lijn_store_copy (f->store, path, NULL, &error);
  g_assert_no_error (error);
  assert_same_contents (path, f->store);
  g_assert_cmpint (count_files (f), ==, 2);
  g_assert_true (lijn_store_verify (path, &error));
  g_assert_no_error (error);
}

/* What was deleted is not in the copy; nor is an edit that is not done. */
static void
test_copy_holds_what_is_committed (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnStore) copy = NULL;
  g_autofree char *path = beside (f, "copy.waslijn");
  LijnTransaction *edit = store_begin (f->store, "Big");

  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%d", i);

      store_insert (edit, LIJN_TABLE_MAP, id, LIJN_CELLS (LIJN_TEXT ("title", "much text")));
    }
  store_commit (edit);
  store_run_bare (f->path, "DELETE FROM map; DELETE FROM revision");
  g_assert_cmpint (bare_number (f->path, "PRAGMA freelist_count"), >, 10);

  edit = store_begin (f->store, "Open");
  store_insert (edit, LIJN_TABLE_PARTY, "open", LIJN_CELLS (LIJN_TEXT ("name", "")));
  lijn_store_copy (f->store, path, NULL, &error);
  g_assert_no_error (error);
  store_commit (edit);
  g_assert_cmpint (bare_number (path, "PRAGMA freelist_count"), ==, 0);
  copy = lijn_store_open (path, LIJN_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_count (copy, "SELECT count(*) FROM party"), ==, 0);
}

static void
test_copy_cancelled (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = beside (f, "copy.waslijn");

  g_cancellable_cancel (cancellable);
  g_assert_false (lijn_store_copy (f->store, path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count_files (f), ==, 1);
}

static void
test_copy_over_itself (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *other = beside (f, "link.waslijn");

  g_assert_false (lijn_store_copy (f->store, f->path, NULL, &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_cmpint (symlink (f->path, other), ==, 0);
  g_assert_false (lijn_store_copy (f->store, other, NULL, &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_EXISTS);
}

static void
test_move (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = beside (f, "Élan & co.waslijn");
  g_autoptr (LijnCursor) row = NULL;

  store_fixture_add_party (f, "a", "A");
  store_fixture_add_party (f, "z", "Z");
  row = lijn_store_select (f->store, "SELECT name FROM party", NULL);
  g_assert_true (lijn_cursor_next (row, &error));
  lijn_store_move (f->store, path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lijn_store_get_path (f->store), ==, path);
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (count_files (f), ==, 1);

  /* What was being read goes on; edits and undo too, in the new place. */
  g_assert_true (lijn_cursor_next (row, &error));
  g_assert_true (lijn_store_undo (f->store, NULL, &error));
  g_assert_no_error (error);
  store_fixture_add_party (f, "b", "B");
  assert_same_contents (path, f->store);
  g_assert_true (lijn_store_look_outside (f->store, &error));
}

static void
test_move_fails (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = beside (f, "none/new.waslijn");

  store_fixture_add_party (f, "a", "A");
  g_assert_false (lijn_store_move (f->store, path, &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_DISK);
  g_assert_cmpstr (lijn_store_get_path (f->store), ==, f->path);
  store_fixture_add_party (f, "b", "B");
  assert_same_contents (f->path, f->store);
}

static void
assert_reads_but_does_not_write (StoreFixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnStore) store = lijn_store_open (f->path, LIJN_STORE_DEFAULT, &error);
  g_autofree char *contents = NULL;
  g_autofree char *copy = g_strconcat (f->folder, "-copy.waslijn", NULL);

  g_assert_no_error (error);
  g_assert_true (lijn_store_is_read_only (store));
  g_assert_cmpint (store_count (store, "SELECT count(*) FROM party"), ==, 1);
  g_assert_null (lijn_transaction_begin (store, "Edit", &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_true (lijn_store_look_outside (store, &error));
  g_assert_no_error (error);

  /* Saved in a place of one's own it can be written; the old file stays. */
  g_assert_true (lijn_store_move (store, copy, &error));
  g_assert_no_error (error);
  g_assert_false (lijn_store_is_read_only (store));
  g_assert_true (g_file_test (f->path, G_FILE_TEST_EXISTS));
  g_unlink (copy);
}

static void
test_read_only_file (StoreFixture *f, gconstpointer unused)
{
  store_fixture_add_party (f, "a", "A");
  g_clear_object (&f->store);
  g_chmod (f->path, 0444);
  assert_reads_but_does_not_write (f);
}

static void
test_read_only_folder (StoreFixture *f, gconstpointer unused)
{
  store_fixture_add_party (f, "a", "A");
  g_clear_object (&f->store);
  g_chmod (f->folder, 0555);
  assert_reads_but_does_not_write (f);
  g_chmod (f->folder, 0755);
}

/* A file that is gone from under the program is no place to keep an edit. */
static void
test_file_gone (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *away = beside (f, "away.waslijn");

  g_assert_cmpint (g_rename (f->path, away), ==, 0);
  g_assert_null (lijn_transaction_begin (f->store, "Edit", &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (lijn_store_look_outside (f->store, &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* Another one in its place is not the same. */
  g_clear_object (&f->store);
  f->store = lijn_store_open (away, LIJN_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (away), ==, 0);
  g_object_unref (lijn_store_create (away, &error));
  g_assert_no_error (error);
  g_assert_null (lijn_transaction_begin (f->store, "Edit", &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_NOT_FOUND);
}

/* Another program that keeps the file locked is waited for, and then named. */
static void
test_second_writer (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  gint64 before = g_get_monotonic_time ();
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_null (lijn_transaction_begin (f->store, "Edit", &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_BUSY);
  g_assert_cmpint (g_get_monotonic_time () - before, >=, G_USEC_PER_SEC);
  g_assert_cmpint (store_count (f->store, "SELECT count(*) FROM party"), ==, 0);
  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  store_fixture_add_party (f, "a", "A");
  sqlite3_close (db);
}

/* What is read during a hold is of one moment: another program writes after it. */
static void
test_hold (StoreFixture *f, gconstpointer unused)
{
  const char *sql = "INSERT INTO party (id, name) VALUES ('b', 'B')";
  const char *count = "SELECT count(*) FROM party";
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  store_fixture_add_party (f, "a", "A");
  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  g_assert_true (lijn_store_hold (f->store, &error));
  g_assert_true (lijn_store_hold (f->store, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_count (f->store, count), ==, 1);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_BUSY);
  lijn_store_release (f->store);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_BUSY);
  g_assert_cmpint (store_count (f->store, count), ==, 1);

  lijn_store_release (f->store);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  g_assert_cmpint (store_count (f->store, count), ==, 2);
  store_fixture_add_party (f, "c", "C");
}

static void
assert_verify_says (StoreFixture *f, const char *sql)
{
  g_autoptr (GError) error = NULL;

  store_run_bare (f->path, sql);
  g_assert_false (lijn_store_verify (f->path, &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_DAMAGED);
}

static void
test_verify_reads_the_history (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  store_fixture_add_party (f, "a", "A");
  store_fixture_add_party (f, "b", "B");
  g_clear_object (&f->store);
  g_assert_true (lijn_store_verify (f->path, &error));
  assert_verify_says (f, "UPDATE revision SET changeset = x'54ff00' WHERE seq = 2");
  assert_verify_says (f, "UPDATE revision SET changeset = x''; DELETE FROM revision WHERE seq = 1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/files/create", test_create);
  STORE_TEST ("/files/create-replaces-nothing", test_create_replaces_nothing);
  STORE_TEST ("/files/create-nowhere", test_create_nowhere);
  STORE_TEST ("/files/create-beside-journal", test_create_beside_journal);
  STORE_TEST ("/files/copy", test_copy);
  STORE_TEST ("/files/copy-holds-what-is-committed", test_copy_holds_what_is_committed);
  STORE_TEST ("/files/copy-cancelled", test_copy_cancelled);
  STORE_TEST ("/files/copy-over-itself", test_copy_over_itself);
  STORE_TEST ("/files/move", test_move);
  STORE_TEST ("/files/move-fails", test_move_fails);
  STORE_TEST ("/files/read-only-file", test_read_only_file);
  STORE_TEST ("/files/read-only-folder", test_read_only_folder);
  STORE_TEST ("/files/file-gone", test_file_gone);
  STORE_TEST ("/files/second-writer", test_second_writer);
  STORE_TEST ("/files/hold", test_hold);
  STORE_TEST ("/files/verify-reads-the-history", test_verify_reads_the_history);
  return g_test_run ();
}
