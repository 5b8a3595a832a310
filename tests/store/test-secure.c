/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-picture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>

/* A file that is not ours is refused, for the right reason, in words that name it, and is left as
 * it was, to the byte and the time of its last change. */

/* SQL of somebody who wants to do harm, on a file that is otherwise ours. */
static const struct
{
  const char *name;
  const char *sql;
  LijnStoreError code;
} attacks[] = {
  { "trigger", "CREATE TRIGGER t AFTER INSERT ON party BEGIN DELETE FROM map; END",
    LIJN_STORE_ERROR_HOSTILE },
  { "view", "CREATE VIEW v AS SELECT * FROM party", LIJN_STORE_ERROR_HOSTILE },
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
  g_clear_object (&f->store);
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
      store_assert_refused (f, attacks[i].code);
    }
}

static void
test_not_a_project (StoreFixture *f, gconstpointer unused)
{
  static const char zeros[8192];

  g_clear_object (&f->store);
  store_set_contents (f, "", 0);
  store_assert_refused (f, LIJN_STORE_ERROR_FOREIGN);
  store_set_contents (f, "Dear Sirs,", -1);
  store_assert_refused (f, LIJN_STORE_ERROR_FOREIGN);
  store_set_contents (f, zeros, sizeof zeros);
  store_assert_refused (f, LIJN_STORE_ERROR_FOREIGN);
  store_set_contents (f, "SQLite format 3", 16);
  store_assert_refused (f, LIJN_STORE_ERROR_FOREIGN);
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
  StorePicture whole;
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  store_fixture_add_party (f, "a", "Customer");
  g_clear_object (&f->store);
  whole = store_take_picture (f->path);
  for (int i = 0; i < 150; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LijnStore) store = NULL;
      g_autofree char *bent = g_memdup2 (whole.data, whole.size);
      gsize size = whole.size;
      StorePicture before;

      if (i % 3 == 0)
        size = (gsize) g_rand_int_range (rand, 0, (gint32) whole.size);
      else
        for (int n = 0; n < 20; n++)
          bent[g_rand_int_range (rand, i % 2 ? 0 : 4096, (gint32) whole.size)] =
              (char) g_rand_int_range (rand, 0, 256);
      store_set_contents (f, bent, (gssize) size);
      before = store_take_picture (f->path);
      store = lijn_store_open (f->path, LIJN_STORE_DEFAULT, &error);
      if (store == NULL)
        {
          g_assert_nonnull (strstr (error->message, "test.waslijn"));
          store_assert_same_picture (f->path, &before);
        }
      else
        g_free (store_dump (store));
      g_free (before.data);
    }
  g_free (whole.data);
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

  g_clear_object (&f->store);
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
  STORE_TEST ("/secure/bent-changesets", test_bent_changesets);
  STORE_TEST ("/secure/wild-values", test_wild_values);
  return g_test_run ();
}
