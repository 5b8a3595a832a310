/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file that is not ours is refused, for the right reason, in words that name it, and is left as
 * it was, to the byte and the time of its last change. */

typedef struct
{
  char *data;
  gsize size;
  struct timespec changed;
} Picture;

static Picture
take_picture (const char *path)
{
  g_autoptr (GError) error = NULL;
  Picture picture;
  struct stat info;

  g_file_get_contents (path, &picture.data, &picture.size, &error);
  g_assert_no_error (error);
  g_assert_cmpint (stat (path, &info), ==, 0);
  picture.changed = info.st_mtim;
  return picture;
}

static void
assert_same_picture (const char *path, Picture *before)
{
  Picture after = take_picture (path);

  g_assert_cmpmem (after.data, after.size, before->data, before->size);
  g_assert_cmpint (after.changed.tv_sec, ==, before->changed.tv_sec);
  g_assert_cmpint (after.changed.tv_nsec, ==, before->changed.tv_nsec);
  g_free (after.data);
}

/* Opening and verifying refuse @f's file with @code and leave it alone. */
static void
assert_refused (StoreFixture *f, LijnStoreError code)
{
  Picture before = take_picture (f->path);
  g_autoptr (GDir) dir = NULL;
  int files = 0;

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LijnStore) store = NULL;

      if (i == 2)
        g_assert_false (lijn_store_verify (f->path, &error));
      else
        store = lijn_store_open (f->path, i == 0 ? LIJN_STORE_DEFAULT : LIJN_STORE_READ_ONLY,
                                 &error);
      g_assert_null (store);
      g_assert_error (error, LIJN_STORE_ERROR, (int) code);
      g_assert_nonnull (strstr (error->message, "test.waslijn"));
    }
  assert_same_picture (f->path, &before);
  g_free (before.data);

  dir = g_dir_open (f->folder, 0, NULL);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    if (!g_str_has_suffix (name, "-journal") && !g_str_has_suffix (name, "-wal"))
      files++;
  g_assert_cmpint (files, ==, 1);
}

static void
close_store (StoreFixture *f)
{
  g_clear_object (&f->store);
}

/* SQL of somebody who wants to do harm, on a file that is otherwise ours. */
static const struct
{
  const char *name;
  const char *sql;
  LijnStoreError code;
} attacks[] = {
  { "trigger", "CREATE TRIGGER t AFTER INSERT ON party BEGIN DELETE FROM map; END",
    LIJN_STORE_ERROR_HOSTILE },
  { "temp-named-view", "CREATE VIEW v AS SELECT * FROM party", LIJN_STORE_ERROR_HOSTILE },
  { "endless-view",
    "CREATE VIEW v AS WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT * FROM n",
    LIJN_STORE_ERROR_HOSTILE },
  { "view-for-table",
    "PRAGMA foreign_keys = OFF; DROP TABLE waiver; CREATE VIEW waiver AS WITH RECURSIVE n (x) AS "
    "(SELECT 1 UNION ALL SELECT x FROM n) SELECT x AS id FROM n",
    LIJN_STORE_ERROR_HOSTILE },
  { "extra-table", "CREATE TABLE extra (x)", LIJN_STORE_ERROR_HOSTILE },
  { "extra-index", "CREATE INDEX extra ON party (upper (name))", LIJN_STORE_ERROR_HOSTILE },
  { "missing-index", "DROP INDEX flow_source", LIJN_STORE_ERROR_HOSTILE },
  { "missing-table", "PRAGMA foreign_keys = OFF; DROP TABLE waiver", LIJN_STORE_ERROR_HOSTILE },
  { "generated-column",
    "ALTER TABLE party ADD COLUMN g TEXT AS (hex (zeroblob (450000000))) VIRTUAL",
    LIJN_STORE_ERROR_HOSTILE },
  { "extra-column", "ALTER TABLE party ADD COLUMN g TEXT", LIJN_STORE_ERROR_HOSTILE },
  { "statistics", "ANALYZE", LIJN_STORE_ERROR_HOSTILE },
  { "virtual-table", "CREATE VIRTUAL TABLE v USING fts5 (x)", LIJN_STORE_ERROR_HOSTILE },
  { "schema-text",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'NOT NULL', "
    "'NOT  NULL') WHERE name = 'lane'",
    LIJN_STORE_ERROR_HOSTILE },
  { "schema-type",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'STRICT', '') "
    "WHERE name = 'lane'",
    LIJN_STORE_ERROR_HOSTILE },
  { "schema-nonsense",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE lane (' WHERE "
    "name = 'lane'",
    LIJN_STORE_ERROR_DAMAGED },
  { "shared-root",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM "
    "sqlite_schema WHERE name = 'party') WHERE name = 'waiver'",
    LIJN_STORE_ERROR_DAMAGED },
  { "dangling-reference",
    "PRAGMA foreign_keys = OFF; INSERT INTO lane (id, map, party) VALUES ('l', 'm', 'p')",
    LIJN_STORE_ERROR_DAMAGED },
  { "bad-word",
    "PRAGMA ignore_check_constraints = ON; INSERT INTO party (id, role) VALUES ('a', 'spy')",
    LIJN_STORE_ERROR_DAMAGED },
  { "bad-id", "PRAGMA ignore_check_constraints = ON; INSERT INTO party (id) VALUES ('\"><script>')",
    LIJN_STORE_ERROR_DAMAGED },
  { "no-about", "DELETE FROM about", LIJN_STORE_ERROR_DAMAGED },
  { "wal", "PRAGMA journal_mode = WAL", LIJN_STORE_ERROR_HOSTILE },
  { "newer", "PRAGMA user_version = 2", LIJN_STORE_ERROR_NEWER },
  { "much-newer", "PRAGMA user_version = 2147483647", LIJN_STORE_ERROR_NEWER },
  { "no-version", "PRAGMA user_version = 0", LIJN_STORE_ERROR_DAMAGED },
  { "negative-version", "PRAGMA user_version = -1", LIJN_STORE_ERROR_DAMAGED },
  { "other-program", "PRAGMA application_id = 1", LIJN_STORE_ERROR_FOREIGN },
};

static void
test_attacks (StoreFixture *f, gconstpointer unused)
{
  close_store (f);
  for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LijnStore) fresh = NULL;

      g_test_message ("%s", attacks[i].name);
      g_unlink (f->path);
      fresh = lijn_store_create (f->path, &error);
      g_assert_no_error (error);
      g_clear_object (&fresh);
      store_run_bare (f->path, attacks[i].sql);
      assert_refused (f, attacks[i].code);
    }
}

static void
set_contents (StoreFixture *f, const char *data, gssize size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (f->path, data, size, &error);
  g_assert_no_error (error);
}

static void
test_not_a_project (StoreFixture *f, gconstpointer unused)
{
  static const char zeros[8192];

  close_store (f);
  set_contents (f, "", 0);
  assert_refused (f, LIJN_STORE_ERROR_FOREIGN);
  set_contents (f, "Dear Sirs,", -1);
  assert_refused (f, LIJN_STORE_ERROR_FOREIGN);
  set_contents (f, zeros, sizeof zeros);
  assert_refused (f, LIJN_STORE_ERROR_FOREIGN);
  set_contents (f, "SQLite format 3", 16);
  assert_refused (f, LIJN_STORE_ERROR_FOREIGN);
}

static void
test_folder_fifo_and_nothing (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *fifo = g_build_filename (f->folder, "fifo", NULL);
  g_autofree char *none = g_build_filename (f->folder, "none", NULL);

  g_assert_null (lijn_store_open (f->folder, LIJN_STORE_DEFAULT, &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_FOREIGN);
  g_clear_error (&error);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_null (lijn_store_open (fifo, LIJN_STORE_DEFAULT, &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_FOREIGN);
  g_clear_error (&error);
  g_assert_null (lijn_store_open (none, LIJN_STORE_DEFAULT, &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (none, G_FILE_TEST_EXISTS));
}

/* Whatever byte is wrong, and wherever the file ends: it opens with sound contents, or it is
 * refused in words; and in that case it is left alone. */
static void
test_bent_bytes (StoreFixture *f, gconstpointer unused)
{
  Picture whole;
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  store_fixture_add_party (f, "a", "Customer");
  close_store (f);
  whole = take_picture (f->path);
  for (int i = 0; i < 150; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LijnStore) store = NULL;
      g_autofree char *bent = g_memdup2 (whole.data, whole.size);
      gsize size = whole.size;
      Picture before;

      if (i % 3 == 0)
        size = (gsize) g_rand_int_range (rand, 0, (gint32) whole.size);
      else
        for (int n = 0; n < 20; n++)
          bent[g_rand_int_range (rand, i % 2 ? 0 : 4096, (gint32) whole.size)] =
              (char) g_rand_int_range (rand, 0, 256);
      set_contents (f, bent, (gssize) size);
      before = take_picture (f->path);
      store = lijn_store_open (f->path, LIJN_STORE_DEFAULT, &error);
      if (store == NULL)
        {
          g_assert_nonnull (strstr (error->message, "test.waslijn"));
          assert_same_picture (f->path, &before);
        }
      else
        g_free (store_dump (store));
      g_free (before.data);
    }
  g_free (whole.data);
}

/* A log that no program of ours leaves would be read as a part of the file. */
static void
test_log_beside (StoreFixture *f, gconstpointer unused)
{
  g_autofree char *wal = g_strconcat (f->path, "-wal", NULL);

  close_store (f);
  g_file_set_contents (wal, "", 0, NULL);
  assert_refused (f, LIJN_STORE_ERROR_HOSTILE);
}

/* Makes the file and its journal as a crash in the middle of a commit of @sql leaves them: all new
 * pages written, the journal not yet deleted. */
static void
crash_in (StoreFixture *f, const char *sql)
{
  g_autofree char *journal = g_strconcat (f->path, "-journal", NULL);
  g_autofree char *saved = g_strconcat (f->path, "-saved", NULL);
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
  Picture crashed;

  store_fixture_add_party (f, "a", "Customer");
  before = store_dump (f->store);
  close_store (f);
  crash_in (f, HALF_AN_EDIT);

  /* Verifying writes nothing. */
  crashed = take_picture (f->path);
  lijn_store_verify (f->path, &error);
  g_assert_no_error (error);
  assert_same_picture (f->path, &crashed);
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
  close_store (f);
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
  Picture before;

  g_assert_true (g_file_get_contents (f->path, &innocent, &size, NULL));
  close_store (f);
  store_run_bare (f->path, "CREATE TRIGGER t AFTER INSERT ON party BEGIN DELETE FROM map; END");
  crash_in (f, HALF_AN_EDIT "; UPDATE about SET title = 'x'; DROP TRIGGER t");
  g_assert_true (g_file_get_contents (journal, &hostile, &journal_size, NULL));

  /* The attachment itself is sound; only its journal is not. */
  set_contents (f, innocent, (gssize) size);
  before = take_picture (journal);
  assert_refused (f, LIJN_STORE_ERROR_HOSTILE);
  assert_same_picture (journal, &before);
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

  close_store (f);
  g_byte_array_append (bytes, magic, sizeof magic);
  g_byte_array_append (bytes, (guint8 *) zeros, sizeof zeros);
  g_byte_array_append (bytes, magic, sizeof magic);
  g_file_set_contents (journal, (char *) bytes->data, bytes->len, NULL);
  assert_refused (f, LIJN_STORE_ERROR_HOSTILE);
}

/* A changeset that is none is found out before SQLite reads it, which it might do for ever. */
static void
test_bent_changesets (StoreFixture *f, gconstpointer unused)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (LijnCursor) row = NULL;
  sqlite3 *db = NULL;

  g_test_message ("seed %u", seed);
  store_fixture_add_party (f, "a", "Customer");
  row = lijn_store_select (f->store, "SELECT changeset FROM revision", NULL);
  g_assert_true (lijn_cursor_next (row, NULL));
  whole = lijn_cursor_get_bytes (row, 0);
  g_clear_pointer (&row, lijn_cursor_free);
  g_clear_object (&f->store);

  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA synchronous = OFF", NULL, NULL, NULL);
  for (int i = 0; i < 150; i++)
    {
      g_autofree guint8 *bent = g_memdup2 (g_bytes_get_data (whole, NULL),
                                           g_bytes_get_size (whole));
      g_autoptr (LijnStore) store = NULL;
      int size = (int) g_bytes_get_size (whole);
      sqlite3_stmt *update = NULL;

      for (int n = i % 3; n >= 0; n--)
        bent[g_rand_int_range (rand, 0, size)] = (guint8) g_rand_int_range (rand, 0, 256);
      if (i % 2 == 0)
        size = g_rand_int_range (rand, 0, size);
      sqlite3_prepare_v2 (db, "UPDATE revision SET changeset = ?", -1, &update, NULL);
      sqlite3_bind_blob (update, 1, bent, size, SQLITE_STATIC);
      g_assert_cmpint (sqlite3_step (update), ==, SQLITE_DONE);
      sqlite3_finalize (update);

      lijn_store_verify (f->path, NULL);
      store = store_fixture_open_again (f);
      lijn_store_undo (store, NULL, NULL);
      g_clear_object (&store);
      sqlite3_exec (db, "DELETE FROM revision WHERE seq > 1", NULL, NULL, NULL);
      sqlite3_exec (db, "INSERT OR REPLACE INTO party (id, name) VALUES ('a', 'Customer')", NULL,
                    NULL, NULL);
    }
  sqlite3_close (db);
}

/* Text that is not UTF-8 and numbers without end come out tame. */
static void
test_wild_values (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (LijnCursor) row = NULL;

  close_store (f);
  store_run_bare (f->path, "INSERT INTO party (id, name, rank) VALUES "
                           "('a', CAST (x'41ff42' AS TEXT), 9e999)");
  f->store = store_fixture_open_again (f);
  row = lijn_store_select (f->store, "SELECT name, rank FROM party", NULL);
  g_assert_true (lijn_cursor_next (row, NULL));
  g_assert_cmpstr (lijn_cursor_get_text (row, 0), ==, "A\357\277\275B");
  g_assert_cmpfloat (lijn_cursor_get_real (row, 1), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/secure/attacks", test_attacks);
  STORE_TEST ("/secure/not-a-project", test_not_a_project);
  STORE_TEST ("/secure/folder-fifo-and-nothing", test_folder_fifo_and_nothing);
  STORE_TEST ("/secure/bent-bytes", test_bent_bytes);
  STORE_TEST ("/secure/log-beside", test_log_beside);
  STORE_TEST ("/secure/own-crash-is-mended", test_own_crash_is_mended);
  STORE_TEST ("/secure/crash-in-read-only-place", test_crash_in_read_only_place);
  STORE_TEST ("/secure/hostile-journal", test_hostile_journal);
  STORE_TEST ("/secure/journal-that-names-another", test_journal_that_names_another);
  STORE_TEST ("/secure/bent-changesets", test_bent_changesets);
  STORE_TEST ("/secure/wild-values", test_wild_values);
  return g_test_run ();
}
