/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-picture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

/* What lies beside a file: left by a crash it makes the file whole, sent along with it nothing. */

/* A log that no program of ours leaves would be read as a part of the file. */
static void
test_log_beside (StoreFixture *f, gconstpointer unused)
{
  g_autofree char *wal = g_strconcat (f->path, "-wal", NULL);

  g_clear_object (&f->store);
  g_file_set_contents (wal, "", 0, NULL);
  store_assert_refused (f, LIJN_STORE_ERROR_HOSTILE);
}

/* Makes the file and its journal as a crash in the middle of a commit of @sql leaves them: all new
 * pages written, the journal not yet deleted. */
static void
crash_in (StoreFixture *f, const char *sql)
{
  g_autofree char *journal = g_strconcat (f->path, "-journal", NULL);
  g_autofree char *data = NULL;
  g_autofree char *old = NULL;
  gsize size, old_size;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  /* The smallest cache spills into the file while the transaction is open. */
  g_assert_cmpint (
      sqlite3_exec (db, "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN", NULL, NULL, NULL),
      ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_db_cacheflush (db), ==, SQLITE_OK);
  g_assert_true (g_file_get_contents (f->path, &data, &size, NULL));
  g_assert_true (g_file_get_contents (journal, &old, &old_size, NULL));
  g_assert_cmpuint (old_size, >, 512);
  sqlite3_close (db);

  g_assert_true (g_file_set_contents (f->path, data, (gssize) size, NULL));
  g_assert_true (g_file_set_contents (journal, old, (gssize) old_size, NULL));
}

#define HALF_AN_EDIT                                                                               \
  "UPDATE party SET name = 'half written';"                                                        \
  "INSERT INTO map (id, title) WITH n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 999) "  \
  "SELECT 'm' || x, 'half' FROM n"

static void
test_own_crash_is_mended (StoreFixture *f, gconstpointer unused)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *journal = g_strconcat (f->path, "-journal", NULL);
  g_autoptr (GError) error = NULL;
  StorePicture crashed;

  store_fixture_add_party (f, "a", "Customer");
  before = store_dump (f->store);
  g_clear_object (&f->store);
  crash_in (f, HALF_AN_EDIT);

  /* Verifying writes nothing. */
  crashed = store_take_picture (f->path);
  lijn_store_verify (f->path, &error);
  g_assert_no_error (error);
  store_assert_same_picture (f->path, &crashed);
  g_free (crashed.data);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));

  f->store = store_fixture_open_again (f);
  after = store_dump (f->store);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (lijn_store_get_undo_label (f->store), ==, "Add");
}

/* Where it may not be mended, it is not. */
static void
test_crash_in_read_only_place (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  store_fixture_add_party (f, "a", "Customer");
  g_clear_object (&f->store);
  crash_in (f, HALF_AN_EDIT);
  g_chmod (f->path, 0444);
  g_assert_null (lijn_store_open (f->path, LIJN_STORE_DEFAULT, &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_READ_ONLY);
}

/* A journal that would play a trigger back into an innocent file. */
static void
test_hostile_journal (StoreFixture *f, gconstpointer unused)
{
  g_autofree char *journal = g_strconcat (f->path, "-journal", NULL);
  g_autofree char *hostile = NULL;
  g_autofree char *innocent = NULL;
  gsize size, journal_size;
  StorePicture before;

  g_assert_true (g_file_get_contents (f->path, &innocent, &size, NULL));
  g_clear_object (&f->store);
  store_run_bare (f->path, "CREATE TRIGGER t AFTER INSERT ON party BEGIN DELETE FROM map; END");
  crash_in (f, HALF_AN_EDIT "; UPDATE about SET title = 'x'; DROP TRIGGER t");
  g_assert_true (g_file_get_contents (journal, &hostile, &journal_size, NULL));

  /* The attachment itself is sound; only its journal is not. */
  store_set_contents (f, innocent, (gssize) size);
  before = store_take_picture (journal);
  store_assert_refused (f, LIJN_STORE_ERROR_HOSTILE);
  store_assert_same_picture (journal, &before);
  g_free (before.data);
}

/* A journal that names another one makes SQLite delete what it names. */
static void
test_journal_that_names_another (StoreFixture *f, gconstpointer unused)
{
  static const guint8 magic[] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };
  g_autofree char *journal = g_strconcat (f->path, "-journal", NULL);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  char zeros[512] = { 0 };

  g_clear_object (&f->store);
  g_byte_array_append (bytes, magic, sizeof magic);
  g_byte_array_append (bytes, (guint8 *) zeros, sizeof zeros);
  g_byte_array_append (bytes, magic, sizeof magic);
  g_file_set_contents (journal, (char *) bytes->data, bytes->len, NULL);
  store_assert_refused (f, LIJN_STORE_ERROR_HOSTILE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/journal/log-beside", test_log_beside);
  STORE_TEST ("/journal/own-crash-is-mended", test_own_crash_is_mended);
  STORE_TEST ("/journal/crash-in-read-only-place", test_crash_in_read_only_place);
  STORE_TEST ("/journal/hostile-journal", test_hostile_journal);
  STORE_TEST ("/journal/journal-that-names-another", test_journal_that_names_another);
  return g_test_run ();
}
