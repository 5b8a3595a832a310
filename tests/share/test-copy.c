/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture.h"
#include "lijn-copy.h"
#include "lijn-test.h"

#include <glib/gstdio.h>
#include <string.h>

/* What is private to one party must not be in the file that another gets: not in a row, not in what
 * SQLite has not yet overwritten, not in the history. The bytes of the file are searched. */

#define SECRET "Quetzalcoatl"

static const char project_text[] =
    "project Claims\n"
    "party Principal (customer)\nparty Insurer (supplier)\n"
    "person Buyer (Principal)\nperson Handler (Insurer)\n"
    "Principal / Desk: Send claim\n"
    "Insurer / Intake: Receive claim => Claim form; norm 2 days\n"
    "Intake: " SECRET " check; private to Insurer\n"
    "! Insurer 5: " SECRET " on a private step\n"
    "@ Receive claim\n"
    "! Insurer 4: " SECRET " said to itself; private to Insurer; evidence " SECRET "\n"
    "! Principal 3: Everybody may read this\n"
    "team Intake: Complete at once\nmember Handler (Insurer)\nmember Buyer (Principal)\n"
    "link !1, !2, !3 to Intake\n"
    "action Do it; who Handler; for !2, !3\n"
    "parked Insurer: " SECRET " remark; private to Insurer\n"
    "parked Principal: Spoken aloud\n"
    "@ Receive claim\n"
    "comment Principal: Ours alone; private to Principal\n";

static void
fill (LijnTest *test)
{
  g_autoptr (LijnCapture) capture = lijn_capture_new (test->project, NULL);
  g_auto (GStrv) lines = g_strsplit (project_text, "\n", -1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      lijn_capture_line (capture, lines[i], NULL, &error);
      g_assert_no_error (error);
    }
  /* What was written and taken out again is still in the history. */
  lijn_capture_line (capture, "Intake: " SECRET " gone; private to Insurer", NULL, &error);
  g_assert_no_error (error);
  lijn_edit_undo (test->project, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
holds (const char *path, const char *needle)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  return memmem (bytes, size, needle, strlen (needle)) != NULL;
}

static LijnProject *
copy_for (LijnTest *test, const LijnAudience *audience, const char *path)
{
  g_autoptr (GError) error = NULL;
  LijnProject *copy;

  lijn_copy_for (test->project, audience, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (lijn_store_verify (path, &error));
  g_assert_no_error (error);
  copy = lijn_project_open (path, LIJN_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  return copy;
}

static void
test_shared (LijnTest *test, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (test->folder, "copy.waslijn", NULL);
  g_autoptr (LijnProject) copy = NULL;
  g_autoptr (GPtrArray) revisions = NULL;

  fill (test);
  g_assert_true (holds (test->path, SECRET));
  copy = copy_for (test, &LIJN_AUDIENCE_SHARED, path);
  g_assert_false (holds (path, SECRET));
  g_assert_false (holds (path, "Ours alone"));
  g_assert_true (holds (path, "Everybody may read this"));
  g_assert_true (holds (path, "Spoken aloud"));

  g_assert_cmpstr (lijn_project_get_title (copy), ==, "Claims");
  g_assert_cmpuint (lijn_project_count (copy, LIJN_TABLE_ELEMENT), ==, 2);
  g_assert_cmpuint (lijn_project_count (copy, LIJN_TABLE_FRICTION), ==, 1);
  g_assert_cmpuint (lijn_project_count (copy, LIJN_TABLE_ASSIGNMENT), ==, 1);
  g_assert_cmpuint (lijn_project_count (copy, LIJN_TABLE_REMEDY), ==, 1);
  g_assert_cmpuint (lijn_project_count (copy, LIJN_TABLE_REMARK), ==, 1);
  revisions = lijn_store_list_revisions (lijn_project_get_store (copy), 0, NULL);
  g_assert_cmpuint (revisions->len, ==, 0);
  g_assert_null (lijn_store_get_undo_label (lijn_project_get_store (copy)));
  g_clear_object (&copy);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* The ids of the revisions go along, so that the copies can be brought together again. */
static void
test_known (LijnTest *test, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (test->folder, "copy.waslijn", NULL);
  g_autoptr (LijnProject) copy = NULL;
  g_autoptr (GPtrArray) revisions = NULL;

  fill (test);
  revisions = lijn_store_list_revisions (lijn_project_get_store (test->project), 0, NULL);
  copy = copy_for (test, &LIJN_AUDIENCE_SHARED, path);
  for (guint i = 0; i < revisions->len; i++)
    g_assert_true (holds (path, ((LijnRevision *) g_ptr_array_index (revisions, i))->id));
  g_clear_object (&copy);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_for_party (LijnTest *test, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (test->folder, "copy.waslijn", NULL);
  g_autoptr (LijnProject) copy = NULL;
  g_autoptr (GPtrArray) parties = NULL;
  LijnAudience audience = LIJN_AUDIENCE_SHARED;

  fill (test);
  parties = lijn_project_list_parties (test->project);
  audience.party = lijn_object_get_id (g_ptr_array_index (parties, 0));
  copy = copy_for (test, &audience, path);
  g_assert_false (holds (path, SECRET));
  g_assert_true (holds (path, "Ours alone"));
  g_clear_object (&copy);

  audience.party = lijn_object_get_id (g_ptr_array_index (parties, 1));
  copy = copy_for (test, &audience, path);
  g_assert_true (holds (path, SECRET " check"));
  g_assert_false (holds (path, SECRET " gone"));
  g_assert_false (holds (path, "Ours alone"));
  g_clear_object (&copy);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_whole (LijnTest *test, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (test->folder, "copy.waslijn", NULL);
  g_autoptr (LijnProject) copy = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  fill (test);
  copy = copy_for (test, &LIJN_AUDIENCE_EVERYTHING, path);
  ours = lijn_test_dump (lijn_project_get_store (test->project));
  theirs = lijn_test_dump (lijn_project_get_store (copy));
  g_assert_cmpstr (theirs, ==, ours);
  g_assert_nonnull (lijn_store_get_undo_label (lijn_project_get_store (copy)));
  g_clear_object (&copy);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* Nothing is left when it cannot be written, and what was there stays. */
static void
test_failure (LijnTest *test, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (test->folder, "none", "copy.waslijn", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) cancelled = NULL;
  g_autoptr (GError) itself = NULL;
  g_autofree char *other = g_build_filename (test->folder, "copy.waslijn", NULL);
  g_autofree char *contents = NULL;

  fill (test);
  g_assert_false (lijn_copy_for (test->project, &LIJN_AUDIENCE_SHARED, path, NULL, &error));
  g_assert_nonnull (error);

  g_assert_true (g_file_set_contents (other, "before", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (
      lijn_copy_for (test->project, &LIJN_AUDIENCE_SHARED, other, cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (other, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "before");
  g_assert_cmpint (g_unlink (other), ==, 0);

  g_assert_false (lijn_copy_for (test->project, &LIJN_AUDIENCE_SHARED, test->path, NULL, &itself));
  g_assert_error (itself, LIJN_STORE_ERROR, LIJN_STORE_ERROR_EXISTS);
}

static void
add (const char *path, void (*function) (LijnTest *, gconstpointer))
{
  g_test_add (path, LijnTest, NULL, lijn_test_set_up, function, lijn_test_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/copy/shared", test_shared);
  add ("/copy/known", test_known);
  add ("/copy/for-party", test_for_party);
  add ("/copy/whole", test_whole);
  add ("/copy/failure", test_failure);
  return g_test_run ();
}
