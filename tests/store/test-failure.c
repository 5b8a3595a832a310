/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fail-vfs.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* The n-th write, sync, deletion, opening, reading or allocation fails, for n = 1, 2, 3 …, once or
 * from then on. Whatever was being done: the file is the old one or the new one, what was said to
 * be done is, it is sound, and a failure is told in words. */

typedef struct
{
  StoreFixture *f;
  char *saved; /* the file as it is at the start of each try */
  gsize size;
  char *before, *after; /* what it holds then, and when the work is done */
  char *other; /* where copies go */
} Loop;

typedef gboolean (*Work) (Loop *loop, GError **error);

static gboolean
edit (Loop *loop, GError **error)
{
  g_autoptr (LijnTransaction) edit = lijn_transaction_begin (loop->f->store, "Edit", error);

  if (edit == NULL)
    return FALSE;
  for (int i = 0; i < 40; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%d", i);

      if (!lijn_transaction_insert (edit, LIJN_TABLE_MAP, id,
                                    LIJN_CELLS (LIJN_TEXT ("title", "A map, with some text in it"),
                                                LIJN_TEXT ("description", "and more")),
                                    error))
        return FALSE;
    }
  return lijn_transaction_update (edit, LIJN_TABLE_PARTY, "a",
                                  LIJN_CELLS (LIJN_TEXT ("name", "Changed")), error) &&
         lijn_transaction_flush (edit, error) &&
         lijn_transaction_delete (edit, LIJN_TABLE_PARTY, "b", error) &&
         lijn_transaction_commit (g_steal_pointer (&edit), error);
}

static gboolean
undo (Loop *loop, GError **error)
{
  return lijn_store_undo (loop->f->store, NULL, error);
}

static gboolean
copy (Loop *loop, GError **error)
{
  return lijn_store_copy (loop->f->store, loop->other, NULL, error);
}

static gboolean
move (Loop *loop, GError **error)
{
  return lijn_store_move (loop->f->store, loop->other, error);
}

static gboolean
reopen (Loop *loop, GError **error)
{
  g_autoptr (LijnStore) store = lijn_store_open (loop->f->path, LIJN_STORE_DEFAULT, error);

  return store != NULL;
}

static gboolean
create (Loop *loop, GError **error)
{
  g_autoptr (LijnStore) store = lijn_store_create (loop->other, error);

  return store != NULL;
}

static void
restore (Loop *loop)
{
  g_autofree char *journal = g_strconcat (loop->f->path, "-journal", NULL);

  g_clear_object (&loop->f->store);
  g_unlink (journal);
  g_unlink (loop->other);
  g_assert_true (g_file_set_contents_full (loop->f->path, loop->saved, (gssize) loop->size,
                                           G_FILE_SET_CONTENTS_NONE, 0644, NULL));
  loop->f->store = store_fixture_open_again (loop->f);
}

/* Returns: (transfer full): what the file at @path holds; it must be sound. */
static char *
dump_sound (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnStore) store = lijn_store_open (path, LIJN_STORE_DEFAULT, &error);

  g_assert_no_error (error);
  lijn_store_verify (path, &error);
  g_assert_no_error (error);
  return store_dump (store);
}

static void
assert_words (GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == LIJN_STORE_ERROR || error->domain == G_FILE_ERROR);
  g_assert_cmpuint (strlen (error->message), >, 20);
}

/* What the open store shows must be what is on disk, also after a failure. */
static void
assert_old_or_new (Loop *loop, gboolean done)
{
  const char *path = lijn_store_get_path (loop->f->store);
  g_autofree char *shown = store_dump (loop->f->store);
  g_autofree char *now = dump_sound (path);

  g_assert_cmpstr (shown, ==, now);
  if (done)
    g_assert_cmpstr (now, ==, loop->after);
  else if (strcmp (now, loop->before) != 0)
    g_assert_cmpstr (now, ==, loop->after);

  if (g_file_test (loop->other, G_FILE_TEST_EXISTS))
    g_free (dump_sound (loop->other));
}

static gboolean
try_once (Loop *loop, Work work, FailKind kind, guint n, gboolean lasting)
{
  g_autoptr (GError) error = NULL;
  gboolean done, failed;

  restore (loop);
  fail_at (kind, n, lasting);
  done = work (loop, &error);
  failed = fail_stop ();
  if (!done)
    {
      g_assert_true (failed);
      assert_words (error);
    }
  assert_old_or_new (loop, done);
  return failed;
}

static int
count_hidden (Loop *loop)
{
  g_autoptr (GDir) dir = g_dir_open (loop->f->folder, 0, NULL);
  int n = 0;

  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    n += name[0] == '.';
  return n;
}

static void
run_loop (StoreFixture *f, Work work)
{
  g_autoptr (GError) error = NULL;
  Loop loop = { .f = f };

  store_fixture_add_party (f, "a", "A");
  store_fixture_add_party (f, "b", "B");
  loop.other = g_build_filename (f->folder, "other.waslijn", NULL);
  loop.before = store_dump (f->store);
  g_clear_object (&f->store);
  g_assert_true (g_file_get_contents (f->path, &loop.saved, &loop.size, NULL));
  restore (&loop);
  work (&loop, &error);
  g_assert_no_error (error);
  loop.after = store_dump (f->store);

  for (int kind = FAIL_FULL; kind < FAIL_KILL; kind++)
    for (int lasting = 0; lasting < 2; lasting++)
      {
        guint n = 1;

        while (try_once (&loop, work, (FailKind) kind, n, lasting))
          n += n < 40 || g_test_slow () ? 1 : 1 + n / 10;
        g_test_message ("failure %d, lasting %d: %u times", kind, lasting, n - 1);
        g_assert_cmpint (count_hidden (&loop), ==, 0);
      }
  g_free (loop.other);
  g_free (loop.before);
  g_free (loop.after);
  g_free (loop.saved);
}

static void
test_edit (StoreFixture *f, gconstpointer unused)
{
  run_loop (f, edit);
}

static void
test_undo (StoreFixture *f, gconstpointer unused)
{
  run_loop (f, undo);
}

static void
test_copy (StoreFixture *f, gconstpointer unused)
{
  run_loop (f, copy);
}

static void
test_move (StoreFixture *f, gconstpointer unused)
{
  run_loop (f, move);
}

static void
test_open (StoreFixture *f, gconstpointer unused)
{
  run_loop (f, reopen);
}

static void
test_create (StoreFixture *f, gconstpointer unused)
{
  run_loop (f, create);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fail_install ();
  STORE_TEST ("/failure/edit", test_edit);
  STORE_TEST ("/failure/undo", test_undo);
  STORE_TEST ("/failure/copy", test_copy);
  STORE_TEST ("/failure/move", test_move);
  STORE_TEST ("/failure/open", test_open);
  STORE_TEST ("/failure/create", test_create);
  return g_test_run ();
}
