/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

/* Undo and redo survive closing, take along what went along, and go by what is in the file, whoever
 * put it there. */

#define NAMED(n) LIJN_CELLS (LIJN_TEXT ("name", (n)))

static void
undo (LijnStore *store)
{
  g_autoptr (GError) error = NULL;

  lijn_store_undo (store, NULL, &error);
  g_assert_no_error (error);
}

static void
redo (LijnStore *store)
{
  g_autoptr (GError) error = NULL;

  lijn_store_redo (store, NULL, &error);
  g_assert_no_error (error);
}

static void
reopen (StoreFixture *f)
{
  g_clear_object (&f->store);
  f->store = store_fixture_open_again (f);
}

static void
rename_party (LijnStore *store, const char *name)
{
  LijnTransaction *edit = store_begin (store, name);

  store_update (edit, LIJN_TABLE_PARTY, "a", NAMED (name));
  store_commit (edit);
}

static void
assert_name (LijnStore *store, const char *name)
{
  g_autoptr (LijnCursor) row = lijn_store_select (store, "SELECT name FROM party", NULL);

  g_assert_true (lijn_cursor_next (row, NULL));
  g_assert_cmpstr (lijn_cursor_get_text (row, 0), ==, name);
}

static void
test_survives_reopening (StoreFixture *f, gconstpointer unused)
{
  store_fixture_add_party (f, "a", "A");
  rename_party (f->store, "B");
  rename_party (f->store, "C");
  reopen (f);
  undo (f->store);
  assert_name (f->store, "B");
  reopen (f);
  g_assert_cmpstr (lijn_store_get_undo_label (f->store), ==, "B");
  g_assert_cmpstr (lijn_store_get_redo_label (f->store), ==, "C");
  undo (f->store);
  assert_name (f->store, "A");
  reopen (f);
  redo (f->store);
  assert_name (f->store, "B");
  reopen (f);
  g_assert_cmpstr (lijn_store_get_redo_label (f->store), ==, "C");

  /* A new edit ends what could be done again. */
  rename_party (f->store, "D");
  reopen (f);
  g_assert_null (lijn_store_get_redo_label (f->store));
  undo (f->store);
  assert_name (f->store, "B");
}

static void
test_nothing_to_undo (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (lijn_store_get_undo_label (f->store));
  g_assert_false (lijn_store_undo (f->store, NULL, &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (lijn_store_redo (f->store, NULL, &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (store_count (f->store, "SELECT count(*) FROM revision"), ==, 0);
}

static void
test_beginning (StoreFixture *f, gconstpointer unused)
{
  LijnTransaction *edit = store_begin (f->store, "Template");

  store_insert (edit, LIJN_TABLE_PARTY, "a", NAMED ("A"));
  lijn_transaction_set_lasting (edit);
  store_commit (edit);
  g_assert_null (lijn_store_get_undo_label (f->store));
  g_assert_cmpint (store_count (f->store, "SELECT count(*) FROM revision"), ==, 1);

  rename_party (f->store, "B");
  reopen (f);
  undo (f->store);
  assert_name (f->store, "A");
  g_assert_null (lijn_store_get_undo_label (f->store));
  g_assert_true (lijn_store_verify (lijn_store_get_path (f->store), NULL));
}

/* Two parties, a map, lanes, elements that contain each other, an interface and a flow. */
static void
draw (StoreFixture *f)
{
  LijnTransaction *edit = store_begin (f->store, "Draw");

  store_insert (edit, LIJN_TABLE_MAP, "m", LIJN_CELLS (LIJN_TEXT ("title", "Map")));
  for (int i = 0; i < 2; i++)
    {
      const char *const parties[] = { "p1", "p2" };
      const char *const lanes[] = { "l1", "l2" };
      const char *const elements[] = { "e1", "e2" };

      store_insert (edit, LIJN_TABLE_PARTY, parties[i], NAMED (parties[i]));
      store_insert (edit, LIJN_TABLE_LANE, lanes[i],
                    LIJN_CELLS (LIJN_TEXT ("map", "m"), LIJN_TEXT ("party", parties[i])));
      store_insert (edit, LIJN_TABLE_ELEMENT, elements[i],
                    LIJN_CELLS (LIJN_TEXT ("map", "m"), LIJN_TEXT ("lane", lanes[i]),
                                LIJN_REF ("container", i == 1 ? "e1" : NULL)));
    }
  store_insert (edit, LIJN_TABLE_INTERFACE, "i",
                LIJN_CELLS (LIJN_TEXT ("map", "m"), LIJN_TEXT ("giver", "p1"),
                            LIJN_TEXT ("receiver", "p2"), LIJN_INT ("number", 1)));
  store_insert (edit, LIJN_TABLE_FLOW, "f",
                LIJN_CELLS (LIJN_TEXT ("map", "m"), LIJN_TEXT ("source", "e1"),
                            LIJN_TEXT ("target", "e2"), LIJN_TEXT ("interface", "i")));
  store_insert (edit, LIJN_TABLE_FRICTION, "fr",
                LIJN_CELLS (LIJN_TEXT ("map", "m"), LIJN_TEXT ("element", "e1"),
                            LIJN_TEXT ("flow", "f"), LIJN_TEXT ("raised_by", "p1"),
                            LIJN_TEXT ("private_to", "p2")));
  store_commit (edit);
}

/* Deleting @id and all that goes along: back and forth give the same. */
static void
assert_delete_undoes (StoreFixture *f, LijnTable table, const char *id)
{
  g_autofree char *before = store_dump (f->store);
  g_autofree char *deleted = NULL;
  g_autofree char *back = NULL;
  g_autofree char *again = NULL;
  g_autofree char *end = NULL;
  g_autoptr (GError) error = NULL;
  LijnTransaction *edit = store_begin (f->store, "Delete");

  store_delete (edit, table, id);
  store_commit (edit);
  deleted = store_dump (f->store);
  g_assert_cmpstr (deleted, !=, before);
  undo (f->store);
  back = store_dump (f->store);
  g_assert_cmpstr (back, ==, before);
  redo (f->store);
  again = store_dump (f->store);
  g_assert_cmpstr (again, ==, deleted);
  undo (f->store);
  end = store_dump (f->store);
  g_assert_cmpstr (end, ==, before);
  lijn_store_verify (f->path, &error);
  g_assert_no_error (error);
}

static void
test_deletes_take_along (StoreFixture *f, gconstpointer unused)
{
  LijnTransaction *edit;

  draw (f);
  assert_delete_undoes (f, LIJN_TABLE_ELEMENT, "e1");
  assert_delete_undoes (f, LIJN_TABLE_ELEMENT, "e2");
  assert_delete_undoes (f, LIJN_TABLE_INTERFACE, "i");
  assert_delete_undoes (f, LIJN_TABLE_LANE, "l1");
  assert_delete_undoes (f, LIJN_TABLE_PARTY, "p1");
  assert_delete_undoes (f, LIJN_TABLE_PARTY, "p2");
  assert_delete_undoes (f, LIJN_TABLE_MAP, "m");

  edit = store_begin (f->store, "Delete");
  store_delete (edit, LIJN_TABLE_PARTY, "p1");
  store_commit (edit);
  g_assert_cmpint (store_count (f->store, "SELECT count(*) FROM lane"), ==, 1);
  g_assert_cmpint (store_count (f->store, "SELECT count(*) FROM flow"), ==, 0);
  g_assert_cmpint (store_count (f->store, "SELECT count(*) FROM interface"), ==, 0);
  /* What was private to a party goes with it; what it raised stays. */
  g_assert_cmpint (store_count (f->store, "SELECT raised_by IS NULL FROM friction"), ==, 1);
  edit = store_begin (f->store, "Delete");
  store_delete (edit, LIJN_TABLE_PARTY, "p2");
  store_commit (edit);
  g_assert_cmpint (store_count (f->store, "SELECT count(*) FROM friction"), ==, 0);
}

/* References are enforced again after an undo. */
static void
test_still_enforced (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  LijnTransaction *edit;

  store_fixture_add_party (f, "a", "A");
  undo (f->store);
  edit = store_begin (f->store, "Dangle");
  store_insert (edit, LIJN_TABLE_PERSON, "p", LIJN_CELLS (LIJN_TEXT ("party", "a")));
  g_assert_false (lijn_transaction_commit (edit, &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_INVALID);
}

static void
test_changes_of_undo (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (LijnChanges) changes = NULL;
  g_autoptr (LijnChanges) then = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *revision = NULL;

  store_fixture_add_party (f, "a", "A");
  revision = g_strdup (lijn_store_get_revision (f->store));
  g_assert_true (lijn_store_undo (f->store, &changes, &error));
  g_assert_cmpuint (lijn_changes_get_size (changes), ==, 1);
  g_assert_cmpint (lijn_changes_get (changes, 0)->kind, ==, LIJN_CHANGE_DELETE);
  g_assert_cmpstr (lijn_changes_get (changes, 0)->id, ==, "a");

  then = lijn_store_get_revision_changes (f->store, revision, &error);
  g_assert_no_error (error);
  g_assert_cmpint (lijn_changes_get (then, 0)->kind, ==, LIJN_CHANGE_INSERT);
  g_assert_null (lijn_store_get_revision_changes (f->store, "none", &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_NOT_FOUND);
}

/* Something that is no program of ours changed the same cell. */
static void
test_conflict (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  store_fixture_add_party (f, "a", "A");
  rename_party (f->store, "B");
  store_run_bare (f->path, "UPDATE party SET name = 'C'");
  before = store_dump (f->store);
  g_assert_false (lijn_store_undo (f->store, NULL, &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_CONFLICT);
  after = store_dump (f->store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (store_count (f->store, "SELECT count(*) FROM revision"), ==, 2);
  store_run_bare (f->path, "UPDATE party SET name = 'B'");
  undo (f->store);
  assert_name (f->store, "A");
}

/* Undoing the making of a row that something else refers to by now. */
static void
test_reference_conflict (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  store_fixture_add_party (f, "a", "A");
  store_run_bare (f->path, "INSERT INTO person (id, party) VALUES ('p', 'a')");
  g_assert_false (lijn_store_undo (f->store, NULL, &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_CONFLICT);
  g_assert_cmpint (store_count (f->store, "SELECT count(*) FROM party"), ==, 1);
}

static void
changed_cb (LijnStore *store, LijnChanges *changes, gpointer data)
{
  LijnChanges **last = data;

  g_clear_pointer (last, lijn_changes_unref);
  *last = lijn_changes_ref (changes);
}

/* A second program with the same file: seen when looked for, and undone in turn. */
static void
test_second_program (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (LijnStore) other = store_fixture_open_again (f);
  g_autoptr (LijnChanges) last = NULL;
  g_autoptr (GError) error = NULL;

  g_signal_connect (f->store, "changed", G_CALLBACK (changed_cb), &last);
  g_assert_true (lijn_store_look_outside (f->store, &error));
  g_assert_null (last);

  {
    LijnTransaction *edit = store_begin (other, "Other");

    store_insert (edit, LIJN_TABLE_PARTY, "a", NAMED ("A"));
    store_commit (edit);
  }
  g_assert_true (lijn_store_look_outside (f->store, &error));
  g_assert_nonnull (last);
  g_assert_false (lijn_changes_is_everything (last));
  g_assert_cmpstr (lijn_changes_get (last, 0)->id, ==, "a");
  g_assert_cmpstr (lijn_store_get_undo_label (f->store), ==, "Other");
  g_assert_cmpstr (lijn_store_get_revision (f->store), ==, lijn_store_get_revision (other));

  /* Not looked for, but seen in time. */
  rename_party (other, "B");
  rename_party (f->store, "C");
  rename_party (other, "D");
  undo (f->store);
  assert_name (f->store, "C");
  undo (f->store);
  undo (f->store);
  assert_name (f->store, "A");
  undo (other);
  g_assert_cmpint (store_count (f->store, "SELECT count(*) FROM party"), ==, 0);
  g_assert_true (lijn_store_verify (f->path, &error));
  g_assert_no_error (error);
}

static void
test_foreign_writer (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (LijnChanges) last = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_add_party (f, "a", "A");
  g_signal_connect (f->store, "changed", G_CALLBACK (changed_cb), &last);
  store_run_bare (f->path, "UPDATE party SET name = 'C'");
  g_assert_true (lijn_store_look_outside (f->store, &error));
  g_assert_nonnull (last);
  g_assert_true (lijn_changes_is_everything (last));
  g_assert_cmpuint (lijn_changes_get_size (last), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/history/survives-reopening", test_survives_reopening);
  STORE_TEST ("/history/nothing-to-undo", test_nothing_to_undo);
  STORE_TEST ("/history/beginning", test_beginning);
  STORE_TEST ("/history/deletes-take-along", test_deletes_take_along);
  STORE_TEST ("/history/still-enforced", test_still_enforced);
  STORE_TEST ("/history/changes-of-undo", test_changes_of_undo);
  STORE_TEST ("/history/conflict", test_conflict);
  STORE_TEST ("/history/reference-conflict", test_reference_conflict);
  STORE_TEST ("/history/second-program", test_second_program);
  STORE_TEST ("/history/foreign-writer", test_foreign_writer);
  return g_test_run ();
}
