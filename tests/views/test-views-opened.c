/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-opened.h"
#include "lijn-test.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <string.h>

/* Copies of attachments that another program shows: nobody else may read them, and they do not stay. */

static void
assert_mode (const char *path, guint mode)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, mode);
}

static char *
write_copy (LijnView *view, const char *name, const char *text)
{
  g_autoptr (GBytes) data = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  char *path = lijn_opened_write (view, name, data, &error);

  g_assert_no_error (error);
  return path;
}

static void
assert_holds (const char *path, const char *text)
{
  g_autofree char *held = NULL;

  g_assert_true (g_file_get_contents (path, &held, NULL, NULL));
  g_assert_cmpstr (held, ==, text);
}

/* Each has a file of its own with its own name, for this user's eyes only. */
static void
test_private (LijnTest *test, gconstpointer unused)
{
  g_autoptr (LijnView) view = lijn_view_new (test->project);
  g_autofree char *one = write_copy (view, "Form.pdf", "one");
  g_autofree char *other = write_copy (view, "../../Form.pdf", "other");
  g_autofree char *folder = g_path_get_dirname (one);
  g_autofree char *of_view = g_path_get_dirname (folder);

  assert_holds (one, "one");
  assert_holds (other, "other");
  g_assert_true (g_str_has_suffix (one, "/Form.pdf"));
  g_assert_true (g_str_has_prefix (other, of_view));
  assert_mode (one, 0400);
  assert_mode (folder, 0700);
  assert_mode (of_view, 0700);
}

static void
test_goes_with_view (LijnTest *test, gconstpointer unused)
{
  LijnView *view = lijn_view_new (test->project);
  g_autofree char *path = write_copy (view, "Form.pdf", "one");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *of_view = g_path_get_dirname (folder);

  g_object_unref (view);
  g_assert_false (g_file_test (of_view, G_FILE_TEST_EXISTS));
}

/* What a crash left goes; what is being looked at stays, also in this same program. */
static void
test_left_over (LijnTest *test, gconstpointer unused)
{
  g_autoptr (LijnView) view = lijn_view_new (test->project);
  g_autofree char *path = write_copy (view, "Form.pdf", "one");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *of_view = g_path_get_dirname (folder);
  g_autofree char *place = g_path_get_dirname (of_view);
  g_autofree char *left = g_build_filename (place, "left", "1", NULL);
  g_autofree char *file = g_build_filename (left, "Form.pdf", NULL);
  g_autofree char *of_left = g_path_get_dirname (left);

  g_assert_cmpint (g_mkdir_with_parents (left, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "left", -1, NULL));
  lijn_opened_remove_left ();
  g_assert_false (g_file_test (of_left, G_FILE_TEST_EXISTS));
  assert_holds (path, "one");
}

#define ADD(name, function)                                                                        \
  g_test_add (name, LijnTest, NULL, lijn_test_set_up, function, lijn_test_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("/opened/private", test_private);
  ADD ("/opened/goes-with-view", test_goes_with_view);
  ADD ("/opened/left-over", test_left_over);
  return g_test_run ();
}
