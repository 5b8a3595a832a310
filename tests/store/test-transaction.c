/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-store.h"
#include "lijn-transaction.h"
#include "store-fixture.h"

#include <math.h>

/* What a transaction promises: all or nothing, one revision, readers told, and nothing written
 * outside of one. */

#define NAMED(n) LIJN_CELLS (LIJN_TEXT ("name", (n)))

typedef struct
{
  GPtrArray *changes; /* LijnChanges, as they came */
  guint committed;
} Ears;

static void
changed_cb (LijnStore *store, LijnChanges *changes, gpointer data)
{
  Ears *ears = data;

  g_ptr_array_add (ears->changes, lijn_changes_ref (changes));
}

static void
committed_cb (LijnStore *store, gpointer data)
{
  Ears *ears = data;

  ears->committed++;
}

static void
listen (LijnStore *store, Ears *ears)
{
  ears->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) lijn_changes_unref);
  ears->committed = 0;
  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), ears);
  g_signal_connect (store, "committed", G_CALLBACK (committed_cb), ears);
}

static void
stop_listening (LijnStore *store, Ears *ears)
{
  g_signal_handlers_disconnect_by_data (store, ears);
  g_ptr_array_unref (ears->changes);
}

static void
assert_heard (Ears *ears, guint which, LijnTable table, LijnChangeKind kind, const char *id)
{
  LijnChanges *changes;

  g_assert_cmpuint (which, <, ears->changes->len);
  changes = g_ptr_array_index (ears->changes, which);
  for (gsize i = 0; i < lijn_changes_get_size (changes); i++)
    {
      const LijnChange *change = lijn_changes_get (changes, i);

      if (change->table == table && g_str_equal (change->id, id))
        {
          g_assert_cmpint (change->kind, ==, kind);
          return;
        }
    }
  g_assert_not_reached ();
}

static gint64
count_parties (StoreFixture *f)
{
  return store_count (f->store, "SELECT count(*) FROM party");
}

static gint64
count_revisions (StoreFixture *f)
{
  return store_count (f->store, "SELECT count(*) FROM revision");
}

static void
test_commit_is_on_disk (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (LijnStore) again = NULL;

  store_fixture_add_party (f, "a", "Customer");
  again = store_fixture_open_again (f);
  g_assert_cmpint (store_count (again, "SELECT count(*) FROM party WHERE name = 'Customer'"), ==,
                   1);
  g_assert_cmpstr (lijn_store_get_revision (again), ==, lijn_store_get_revision (f->store));
}

static void
test_signals (StoreFixture *f, gconstpointer unused)
{
  LijnTransaction *edit;
  Ears ears;

  listen (f->store, &ears);
  edit = store_begin (f->store, "Two");
  store_insert (edit, LIJN_TABLE_PARTY, "a", NAMED ("A"));
  g_assert_cmpuint (ears.changes->len, ==, 0);
  g_assert_true (lijn_transaction_flush (edit, NULL));
  assert_heard (&ears, 0, LIJN_TABLE_PARTY, LIJN_CHANGE_INSERT, "a");
  g_assert_cmpint (count_parties (f), ==, 1);

  /* Only what is new since. */
  store_insert (edit, LIJN_TABLE_PARTY, "b", NAMED ("B"));
  store_commit (edit);
  g_assert_cmpuint (ears.changes->len, ==, 2);
  assert_heard (&ears, 1, LIJN_TABLE_PARTY, LIJN_CHANGE_INSERT, "b");
  g_assert_cmpuint (lijn_changes_get_size (g_ptr_array_index (ears.changes, 1)), ==, 1);
  g_assert_cmpuint (ears.committed, ==, 1);
  stop_listening (f->store, &ears);
}

static void
test_drop_rolls_back (StoreFixture *f, gconstpointer unused)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  LijnTransaction *edit;
  Ears ears;

  store_fixture_add_party (f, "a", "A");
  before = store_dump (f->store);
  listen (f->store, &ears);
  edit = store_begin (f->store, "Much");
  store_insert (edit, LIJN_TABLE_PARTY, "b", NAMED ("B"));
  store_delete (edit, LIJN_TABLE_PARTY, "a");
  g_assert_true (lijn_transaction_flush (edit, NULL));
  store_insert (edit, LIJN_TABLE_PARTY, "c", NAMED ("C"));
  lijn_transaction_drop (edit);

  after = store_dump (f->store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (count_revisions (f), ==, 1);
  assert_heard (&ears, 1, LIJN_TABLE_PARTY, LIJN_CHANGE_DELETE, "b");
  assert_heard (&ears, 1, LIJN_TABLE_PARTY, LIJN_CHANGE_INSERT, "a");
  assert_heard (&ears, 1, LIJN_TABLE_PARTY, LIJN_CHANGE_DELETE, "c");
  g_assert_cmpuint (ears.committed, ==, 0);
  stop_listening (f->store, &ears);
}

static void
test_nothing_leaves_nothing (StoreFixture *f, gconstpointer unused)
{
  LijnTransaction *edit;
  Ears ears;

  store_fixture_add_party (f, "a", "A");
  listen (f->store, &ears);
  edit = store_begin (f->store, "Nothing");
  store_update (edit, LIJN_TABLE_PARTY, "a", NAMED ("Else"));
  store_insert (edit, LIJN_TABLE_PARTY, "b", NAMED ("B"));
  g_assert_true (lijn_transaction_flush (edit, NULL));
  store_update (edit, LIJN_TABLE_PARTY, "a", NAMED ("A"));
  store_delete (edit, LIJN_TABLE_PARTY, "b");
  store_commit (edit);

  g_assert_cmpint (count_revisions (f), ==, 1);
  g_assert_cmpuint (ears.committed, ==, 0);
  /* Readers who were told of what came must be told that it went. */
  assert_heard (&ears, 1, LIJN_TABLE_PARTY, LIJN_CHANGE_DELETE, "b");
  assert_heard (&ears, 1, LIJN_TABLE_PARTY, LIJN_CHANGE_UPDATE, "a");
  g_assert_cmpstr (lijn_store_get_undo_label (f->store), ==, "Add");
  stop_listening (f->store, &ears);
}

static void
test_nesting (StoreFixture *f, gconstpointer unused)
{
  LijnTransaction *outer = store_begin (f->store, "Outer");
  LijnTransaction *inner = store_begin (f->store, "Inner");

  store_insert (outer, LIJN_TABLE_PARTY, "a", NAMED ("A"));
  store_insert (inner, LIJN_TABLE_PARTY, "b", NAMED ("B"));
  store_commit (inner);
  g_assert_cmpint (count_revisions (f), ==, 0);
  store_commit (outer);
  g_assert_cmpint (count_revisions (f), ==, 1);
  g_assert_cmpint (count_parties (f), ==, 2);
  g_assert_cmpstr (lijn_store_get_undo_label (f->store), ==, "Outer");
}

static void
test_inner_drop_fails_outer (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  LijnTransaction *outer = store_begin (f->store, "Outer");
  LijnTransaction *inner;

  store_insert (outer, LIJN_TABLE_PARTY, "a", NAMED ("A"));
  inner = store_begin (f->store, "Inner");
  lijn_transaction_drop (inner);
  g_assert_false (lijn_transaction_commit (outer, &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_INVALID);
  g_assert_cmpint (count_parties (f), ==, 0);
  store_fixture_add_party (f, "b", "B");
}

/* The wrong way round: the outer one fails, and the inner one has nothing left to write to. */
static void
test_inner_outlives_outer (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  LijnTransaction *outer = store_begin (f->store, "Outer");
  LijnTransaction *inner = store_begin (f->store, "Inner");
  LijnTransaction *next;

  g_assert_false (lijn_transaction_commit (outer, &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_INVALID);
  g_clear_error (&error);
  next = store_begin (f->store, "Next");
  g_assert_false (lijn_transaction_insert (inner, LIJN_TABLE_PARTY, "a", NAMED ("A"), &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_INVALID);
  g_clear_error (&error);
  lijn_transaction_drop (inner);
  store_insert (next, LIJN_TABLE_PARTY, "b", NAMED ("B"));
  store_commit (next);
  g_assert_cmpint (count_parties (f), ==, 1);
}

static void
test_dangling_reference_fails (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  LijnTransaction *edit = store_begin (f->store, "Dangle");

  store_insert (edit, LIJN_TABLE_PERSON, "p", LIJN_CELLS (LIJN_TEXT ("party", "nobody")));
  g_assert_false (lijn_transaction_commit (edit, &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_INVALID);
  g_assert_cmpint (count_revisions (f), ==, 0);

  /* But rows may come in any order. */
  edit = store_begin (f->store, "Late");
  store_insert (edit, LIJN_TABLE_PERSON, "p", LIJN_CELLS (LIJN_TEXT ("party", "late")));
  store_insert (edit, LIJN_TABLE_PARTY, "late", NAMED ("Late"));
  store_commit (edit);
}

static void
assert_insert_fails (LijnTransaction *edit, LijnTable table, const char *id, const LijnCell *cells,
                     LijnStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (lijn_transaction_insert (edit, table, id, cells, &error));
  g_assert_error (error, LIJN_STORE_ERROR, (int) code);
}

static void
test_bad_values (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  LijnTransaction *edit;

  store_fixture_add_party (f, "a", "A");
  edit = store_begin (f->store, "Bad");
  assert_insert_fails (edit, LIJN_TABLE_PARTY, "b", LIJN_CELLS (LIJN_TEXT ("role", "spy")),
                       LIJN_STORE_ERROR_INVALID);
  assert_insert_fails (edit, LIJN_TABLE_PARTY, "b", LIJN_CELLS (LIJN_TEXT ("nothing", "")),
                       LIJN_STORE_ERROR_INVALID);
  assert_insert_fails (edit, LIJN_TABLE_PARTY, "b", LIJN_CELLS (LIJN_TEXT ("name", "\xff")),
                       LIJN_STORE_ERROR_INVALID);
  assert_insert_fails (edit, LIJN_TABLE_PARTY, "b", LIJN_CELLS (LIJN_REAL ("rank", INFINITY)),
                       LIJN_STORE_ERROR_INVALID);
  assert_insert_fails (edit, LIJN_TABLE_PARTY, "b", LIJN_CELLS (LIJN_REAL ("rank", NAN)),
                       LIJN_STORE_ERROR_INVALID);
  assert_insert_fails (edit, LIJN_TABLE_PARTY, "b", LIJN_CELLS (LIJN_TEXT ("rank", "high")),
                       LIJN_STORE_ERROR_INVALID);
  assert_insert_fails (edit, LIJN_TABLE_PARTY, "9", NAMED ("B"), LIJN_STORE_ERROR_INVALID);
  assert_insert_fails (edit, LIJN_TABLE_PARTY, "a", NAMED ("B"), LIJN_STORE_ERROR_INVALID);
  assert_insert_fails (edit, LIJN_TABLE_ABOUT, "b", LIJN_CELLS (LIJN_TEXT ("title", "")),
                       LIJN_STORE_ERROR_INVALID);
  g_assert_false (lijn_transaction_update (edit, LIJN_TABLE_PARTY, "b", NAMED ("B"), &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (lijn_transaction_delete (edit, LIJN_TABLE_PARTY, "b", &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_NOT_FOUND);
  lijn_transaction_drop (edit);
}

static void
test_known_revisions (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  LijnTransaction *edit = store_begin (f->store, "Merge");

  for (int i = 0; i < 2; i++)
    {
      lijn_transaction_add_known_revision (edit, "theirs", &error);
      g_assert_no_error (error);
    }
  store_commit (edit);
  g_assert_cmpint (store_count (f->store, "SELECT count(*) FROM known_revision"), ==, 1);
  g_assert_cmpint (count_revisions (f), ==, 0);
}

static void
test_speaker_is_kept (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  const LijnRevision *newest, *first;

  store_fixture_add_party (f, "a", "A");
  lijn_store_set_speaker (f->store, "party", NULL, "session");
  store_fixture_add_party (f, "b", "B");
  list = lijn_store_list_revisions (f->store, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  newest = g_ptr_array_index (list, 0);
  first = g_ptr_array_index (list, 1);
  g_assert_cmpstr (newest->party, ==, "party");
  g_assert_cmpstr (newest->person, ==, "");
  g_assert_cmpstr (newest->session, ==, "session");
  g_assert_cmpstr (newest->parent, ==, first->id);
  g_assert_cmpstr (first->parent, ==, "");
  g_assert_cmpint (newest->at, >, 0);
  g_assert_cmpstr (newest->id, ==, lijn_store_get_revision (f->store));
}

static void
test_read_only_store (StoreFixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnStore) store = lijn_store_open (f->path, LIJN_STORE_READ_ONLY, &error);

  g_assert_no_error (error);
  g_assert_true (lijn_store_is_read_only (store));
  g_assert_null (lijn_transaction_begin (store, "Edit", &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (lijn_store_undo (store, NULL, &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_READ_ONLY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/transaction/commit-is-on-disk", test_commit_is_on_disk);
  STORE_TEST ("/transaction/signals", test_signals);
  STORE_TEST ("/transaction/drop-rolls-back", test_drop_rolls_back);
  STORE_TEST ("/transaction/nothing-leaves-nothing", test_nothing_leaves_nothing);
  STORE_TEST ("/transaction/nesting", test_nesting);
  STORE_TEST ("/transaction/inner-drop-fails-outer", test_inner_drop_fails_outer);
  STORE_TEST ("/transaction/inner-outlives-outer", test_inner_outlives_outer);
  STORE_TEST ("/transaction/dangling-reference-fails", test_dangling_reference_fails);
  STORE_TEST ("/transaction/bad-values", test_bad_values);
  STORE_TEST ("/transaction/known-revisions", test_known_revisions);
  STORE_TEST ("/transaction/speaker-is-kept", test_speaker_is_kept);
  STORE_TEST ("/transaction/read-only-store", test_read_only_store);
  return g_test_run ();
}
