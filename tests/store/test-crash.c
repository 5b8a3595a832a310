/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fail-vfs.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* A process dies by SIGKILL, at its n-th write, sync, truncation or deletion for n = 1, 2, 3 …, or
 * at any moment. Every edit that it had said to be done is in the file, with its undo step; and at
 * most one more. */

static void
edit_for_ever (const char *path, int told)
{
  g_autoptr (LijnStore) store = lijn_store_open (path, LIJN_STORE_DEFAULT, NULL);

  if (store == NULL)
    _exit (2);
  for (guint8 i = 1; i < 200; i++)
    {
      g_autoptr (LijnTransaction) edit = lijn_transaction_begin (store, "Edit", NULL);
      g_autofree char *id = g_strdup_printf ("m%03d", i);

      if (edit == NULL ||
          !lijn_transaction_insert (edit, LIJN_TABLE_MAP, id, LIJN_CELLS (LIJN_TEXT ("title", id)),
                                    NULL) ||
          !lijn_transaction_commit (g_steal_pointer (&edit), NULL) || write (told, &i, 1) != 1)
        _exit (3);
    }
  _exit (0);
}

/* Lets a child edit and die. Returns: how many edits it said were done; -1 when it did not die. */
static int
let_die (const char *path, guint at, guint after_us)
{
  int pipes[2], status = 0, edits = 0;
  guint8 edit;
  pid_t child;

  g_assert_cmpint (pipe (pipes), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (pipes[0]);
      fail_at (at > 0 ? FAIL_KILL : FAIL_NOTHING, at, FALSE);
      edit_for_ever (path, pipes[1]);
    }

  close (pipes[1]);
  if (at == 0)
    {
      /* Any moment will do, so this sleep decides nothing. */
      g_usleep (after_us);
      kill (child, SIGKILL);
    }
  while (read (pipes[0], &edit, 1) == 1)
    edits = edit;
  close (pipes[0]);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFEXITED (status))
    {
      g_assert_cmpint (WEXITSTATUS (status), ==, 0);
      return -1;
    }
  return edits;
}

static void
assert_has (const char *path, int edits)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnStore) store = NULL;
  gint64 found;

  lijn_store_verify (path, &error);
  g_assert_no_error (error);
  store = lijn_store_open (path, LIJN_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  found = store_count (store, "SELECT count(*) FROM map");
  g_assert_cmpint (found, >=, edits);
  g_assert_cmpint (found, <=, edits + 1);
  g_assert_cmpint (store_count (store, "SELECT count(*) FROM revision"), ==, found);

  while (lijn_store_get_undo_label (store) != NULL)
    g_assert_true (lijn_store_undo (store, NULL, NULL));
  g_assert_cmpint (store_count (store, "SELECT count(*) FROM map"), ==, 0);
}

static void
start_anew (StoreFixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnStore) store = NULL;
  g_autofree char *journal = g_strconcat (f->path, "-journal", NULL);

  g_unlink (f->path);
  g_unlink (journal);
  store = lijn_store_create (f->path, &error);
  g_assert_no_error (error);
}

static void
test_at_every_step (StoreFixture *f, gconstpointer unused)
{
  g_clear_object (&f->store);
  for (guint n = 1; n <= 60; n++)
    {
      int edits;

      start_anew (f);
      edits = let_die (f->path, n, 0);
      g_assert_cmpint (edits, >=, 0);
      assert_has (f->path, edits);
    }
}

static void
test_at_any_moment (StoreFixture *f, gconstpointer unused)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  g_clear_object (&f->store);
  for (int i = 0; i < 20; i++)
    {
      int edits;

      start_anew (f);
      edits = let_die (f->path, 0, (guint) g_rand_int_range (rand, 0, 60000));
      assert_has (f->path, edits < 0 ? 199 : edits);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fail_install ();
  STORE_TEST ("/crash/at-every-step", test_at_every_step);
  STORE_TEST ("/crash/at-any-moment", test_at_any_moment);
  return g_test_run ();
}
