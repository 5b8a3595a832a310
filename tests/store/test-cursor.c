/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include <math.h>

/* Reading gives back what was written, and is no way to write. */

static void
test_values_come_back (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\0\1\377", 3);
  g_autoptr (GBytes) read = NULL;
  g_autoptr (GBytes) empty = NULL;
  g_autoptr (LijnCursor) row = NULL;
  g_autoptr (GError) error = NULL;
  LijnTransaction *edit = store_begin (f->store, "Values");

  store_insert (edit, LIJN_TABLE_ATTACHMENT, "a", LIJN_CELLS (LIJN_BLOB ("data", bytes)));
  store_insert (edit, LIJN_TABLE_ATTACHMENT, "b", LIJN_CELLS (LIJN_BLOB ("data", NULL)));
  store_insert (edit, LIJN_TABLE_MAP, "m", LIJN_CELLS (LIJN_TEXT ("title", "Ünï 'q\" \n")));
  store_insert (edit, LIJN_TABLE_ELEMENT, "e",
                LIJN_CELLS (LIJN_TEXT ("map", "m"), LIJN_REAL ("x", 0.1), LIJN_INT ("assumed", 1),
                            LIJN_REAL ("work_minutes", NAN), LIJN_NOTHING ("lane"),
                            LIJN_INT ("confirmed_at", G_MAXINT64), LIJN_REF ("detail", "m")));
  store_commit (edit);

  read = lijn_store_read_blob (f->store, LIJN_TABLE_ATTACHMENT, "a", "data", &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (read, bytes));
  empty = lijn_store_read_blob (f->store, LIJN_TABLE_ATTACHMENT, "b", "data", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (empty), ==, 0);

  row = lijn_store_select (f->store,
                           "SELECT x, assumed, work_minutes, lane, confirmed_at, detail, title, "
                           "element.kind FROM element JOIN map ON map.id = element.map",
                           &error);
  g_assert_no_error (error);
  g_assert_true (lijn_cursor_next (row, &error));
  g_assert_cmpfloat (lijn_cursor_get_real (row, 0), ==, 0.1);
  g_assert_cmpint (lijn_cursor_get_int (row, 1), ==, 1);
  g_assert_true (isnan (lijn_cursor_get_real (row, 2)));
  g_assert_true (lijn_cursor_is_null (row, 3));
  g_assert_cmpstr (lijn_cursor_get_text (row, 3), ==, "");
  g_assert_cmpint (lijn_cursor_get_int (row, 4), ==, G_MAXINT64);
  g_assert_cmpstr (lijn_cursor_get_text (row, 5), ==, "m");
  g_assert_cmpstr (lijn_cursor_get_text (row, 6), ==, "Ünï 'q\" \n");
  g_assert_cmpstr (lijn_cursor_get_text (row, 7), ==, "step");
  g_assert_cmpstr (lijn_cursor_get_column_name (row, 7), ==, "kind");
  g_assert_cmpint (lijn_cursor_get_n_columns (row), ==, 8);
  g_assert_false (lijn_cursor_next (row, &error));
  g_assert_false (lijn_cursor_next (row, &error));
  g_assert_no_error (error);
}

/* Not by SELECT's door, whatever is asked there. */
static void
test_nothing_written_outside (StoreFixture *f, gconstpointer unused)
{
  static const char *const refused[] = {
    "DELETE FROM about",
    "INSERT INTO party (id) VALUES ('x')",
    "UPDATE about SET title = 'x'",
    "UPDATE about SET title = 'x' RETURNING title",
    "WITH n AS (SELECT 1) DELETE FROM about",
    "PRAGMA user_version = 7",
    "PRAGMA query_only = OFF",
    "PRAGMA user_version",
    "DROP TABLE about",
    "BEGIN IMMEDIATE",
    "ATTACH '/tmp/x' AS x",
    "SELECT 1; DELETE FROM about",
    "VACUUM",
    "SELECT load_extension ('x')",
    "",
    "nonsense",
  };
  g_autofree char *before = store_dump (f->store);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LijnCursor) row = lijn_store_select (f->store, refused[i], &error);

      if (row != NULL)
        lijn_cursor_next (row, &error);
      g_assert_nonnull (error);
    }
  after = store_dump (f->store);
  g_assert_cmpstr (before, ==, after);
}

static void
test_endless_query_ends (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnCursor) row = NULL;

  if (!g_test_slow ())
    {
      g_test_skip ("takes some ten seconds");
      return;
    }
  row = lijn_store_select (f->store,
                           "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x FROM n) "
                           "SELECT count (*) FROM n",
                           &error);
  g_assert_no_error (error);
  g_assert_false (lijn_cursor_next (row, &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_HOSTILE);
}

/* A row that is being read does not stop an edit, nor an edit the reading. */
static void
test_reading_while_writing (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (LijnCursor) row = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_add_party (f, "a", "A");
  store_fixture_add_party (f, "b", "B");
  row = lijn_store_select (f->store, "SELECT name FROM party ORDER BY id", &error);
  g_assert_true (lijn_cursor_next (row, &error));
  store_fixture_add_party (f, "c", "C");
  g_assert_true (lijn_cursor_next (row, &error));
  g_assert_cmpstr (lijn_cursor_get_text (row, 0), ==, "B");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/cursor/values-come-back", test_values_come_back);
  STORE_TEST ("/cursor/nothing-written-outside", test_nothing_written_outside);
  STORE_TEST ("/cursor/endless-query-ends", test_endless_query_ends);
  STORE_TEST ("/cursor/reading-while-writing", test_reading_while_writing);
  return g_test_run ();
}
