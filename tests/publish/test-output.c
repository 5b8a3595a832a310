/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "claims-fixture.h"
#include "lijn-publish.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

/* A file that is made is there whole or not at all, and what was there before stays until then. */

#define OLD "what was there before"

typedef enum
{
  KIND_PDF,
  KIND_SVG,
  KIND_PNG,
} Kind;

static const char *const names[] = { "out.pdf", "out.svg", "out.png" };
static const char *const heads[] = { "%PDF-1", "<?xml ", "\x89PNG" };

static char *folder;
static LijnProject *project;

static void
note_progress (double part, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (part, >=, *last);
  g_assert_cmpfloat (part, <=, 1);
  *last = part;
}

static gboolean
publish (Kind kind, const char *path, GCancellable *cancellable, GError **error)
{
  LijnAudience audience = LIJN_AUDIENCE_SHARED;
  LijnMap *map = lijn_project_get_first_map (project);
  double last = 0;

  switch (kind)
    {
    case KIND_PDF:
      if (!lijn_publish_pdf (project, NULL, &audience, LIJN_OVERLAY_NONE, path, note_progress,
                             &last, cancellable, error))
        return FALSE;
      g_assert_cmpfloat (last, >=, 1);
      return TRUE;
    case KIND_SVG:
      return lijn_publish_svg (map, &audience, LIJN_OVERLAY_NONE, path, error);
    case KIND_PNG:
    default:
      return lijn_publish_png (map, &audience, LIJN_OVERLAY_NONE, 1, path, error);
    }
}

static guint
count_files (const char *in)
{
  g_autoptr (GDir) dir = g_dir_open (in, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static char *
fresh_folder (void)
{
  char *path = g_build_filename (folder, "out", NULL);

  g_assert_cmpint (g_mkdir (path, 0777), ==, 0);
  return path;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

static void
test_whole (gconstpointer data)
{
  Kind kind = (Kind) GPOINTER_TO_INT (data);
  g_autofree char *out = fresh_folder ();
  g_autofree char *path = g_build_filename (out, names[kind], NULL);
  g_autofree char *contents = NULL;
  GError *error = NULL;
  gsize length;

  g_file_set_contents (path, OLD, -1, NULL);
  g_chmod (path, 0640);
  g_assert_true (publish (kind, path, NULL, &error));
  g_assert_no_error (error);
  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpint (memcmp (contents, heads[kind], strlen (heads[kind])), ==, 0);
  g_assert_cmpuint (count_files (out), ==, 1);
  {
    GStatBuf status;

    g_assert_cmpint (g_stat (path, &status), ==, 0);
    g_assert_cmphex (status.st_mode & 0777, ==, 0640);
  }
  remove_folder (out);
}

static void
assert_untouched (const char *out, const char *path)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, OLD);
  g_assert_cmpuint (count_files (out), ==, 1);
}

/* No file may grow beyond some length: as on a full disk, somewhere on the way. */
static void
test_full (gconstpointer data)
{
  static const rlim_t limits[] = { 0, 100, 4096, 20000 };
  Kind kind = (Kind) GPOINTER_TO_INT (data);
  g_autofree char *out = fresh_folder ();
  g_autofree char *path = g_build_filename (out, names[kind], NULL);
  struct rlimit before;

  signal (SIGXFSZ, SIG_IGN);
  g_file_set_contents (path, OLD, -1, NULL);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      struct rlimit tight = { limits[i], before.rlim_max };
      g_autoptr (GError) error = NULL;
      gboolean ok;

      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tight), ==, 0);
      ok = publish (kind, path, NULL, &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
      g_assert_false (ok);
      g_assert_error (error, LIJN_PUBLISH_ERROR, LIJN_PUBLISH_ERROR_WRITE);
      g_assert_nonnull (strstr (error->message, names[kind]));
      assert_untouched (out, path);
    }
  remove_folder (out);
}

static void
test_nowhere (gconstpointer data)
{
  Kind kind = (Kind) GPOINTER_TO_INT (data);
  g_autofree char *path = g_build_filename (folder, "nowhere", names[kind], NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) is_folder = NULL;

  g_assert_false (publish (kind, path, NULL, &error));
  g_assert_error (error, LIJN_PUBLISH_ERROR, LIJN_PUBLISH_ERROR_WRITE);
  g_assert_false (publish (kind, folder, NULL, &is_folder));
  g_assert_error (is_folder, LIJN_PUBLISH_ERROR, LIJN_PUBLISH_ERROR_WRITE);
}

/* Cancels itself when it is told that half of the work is done. */
static void
cancel_halfway (double part, gpointer data)
{
  if (part > 0.4)
    g_cancellable_cancel (data);
}

static void
test_cancel (void)
{
  LijnAudience audience = LIJN_AUDIENCE_SHARED;
  g_autofree char *out = fresh_folder ();
  g_autofree char *path = g_build_filename (out, "out.pdf", NULL);
  g_autoptr (GCancellable) before = g_cancellable_new ();
  g_autoptr (GCancellable) during = g_cancellable_new ();
  g_autoptr (GError) early = NULL;
  g_autoptr (GError) halfway = NULL;

  g_file_set_contents (path, OLD, -1, NULL);
  g_cancellable_cancel (before);
  g_assert_false (publish (KIND_PDF, path, before, &early));
  g_assert_error (early, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_untouched (out, path);
  g_assert_false (lijn_publish_pdf (project, NULL, &audience, LIJN_OVERLAY_NONE, path,
                                    cancel_halfway, during, during, &halfway));
  g_assert_error (halfway, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_untouched (out, path);
  remove_folder (out);
}

/* An SVG holds nothing that acts or leads elsewhere, whatever the project's texts say. */
static void
test_svg_is_inert (void)
{
  static const char *const never[] = { "<script",       "onload",      "javascript:",
                                       "foreignObject", "http://evil", "<image",
                                       "<a ",           "<!ENTITY",    "&#" };
  const char *title = "</title><script>alert(1)</script><a href=\"javascript:x\" onload='y'>"
                      "<foreignObject/><image href=\"http://evil\"/>&#x41;\x01";
  g_autofree char *path = g_build_filename (folder, "inert.svg", NULL);
  g_autofree char *svg = NULL;
  LijnMap *map = lijn_project_get_first_map (project);
  g_autofree char *old = g_strdup (lijn_map_get_title (map));
  GError *error = NULL;

  lijn_edit_rename (LIJN_OBJECT (map), title, &error);
  g_assert_no_error (error);
  g_assert_true (publish (KIND_SVG, path, NULL, &error));
  g_assert_no_error (error);
  g_file_get_contents (path, &svg, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (svg, "<title>&lt;/title&gt;&lt;script&gt;"));
  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    {
      g_autofree char *tag = g_strconcat (never[i], NULL);
      const char *found = strstr (svg, tag);

      /* The escaped title may say such a word, but not as markup. */
      if (found != NULL && never[i][0] != '<')
        {
          const char *end = strstr (svg, "</title>");

          g_assert_true (found < end);
          g_assert_null (strstr (end, tag));
        }
      else
        g_assert_null (found);
    }
  lijn_edit_rename (LIJN_OBJECT (map), old, &error);
  g_assert_no_error (error);
  g_unlink (path);
}

/* A picture that would be larger than pictures can be is made smaller. */
static void
test_png_is_bounded (void)
{
  LijnAudience audience = LIJN_AUDIENCE_SHARED;
  g_autofree char *path = g_build_filename (folder, "large.png", NULL);
  GError *error = NULL;
  cairo_surface_t *surface;

  g_assert_true (lijn_publish_png (lijn_project_get_first_map (project), &audience,
                                   LIJN_OVERLAY_NONE, 12, path, &error));
  g_assert_no_error (error);
  surface = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), >, 5000);
  g_assert_cmpint (cairo_image_surface_get_width (surface), <, 32767);
  cairo_surface_destroy (surface);
  g_unlink (path);
}

static void
test_thumbnail (void)
{
  LijnAudience audience = LIJN_AUDIENCE_SHARED;
  cairo_surface_t *surface = lijn_publish_thumbnail (lijn_project_get_first_map (project),
                                                     &audience, LIJN_PALETTE_DARK, 240, 160);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), <=, 240);
  g_assert_cmpint (cairo_image_surface_get_height (surface), <=, 160);
  g_assert_cmpint (
      MAX (cairo_image_surface_get_width (surface), cairo_image_surface_get_height (surface)), >=,
      160);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  static const char *const kinds[] = { "pdf", "svg", "png" };
  g_autofree char *file = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("waslijn-output-XXXXXX", NULL);
  file = g_build_filename (folder, "claims.waslijn", NULL);
  project = claims_fixture_new (file, FALSE);
  for (int kind = KIND_PDF; kind <= KIND_PNG; kind++)
    {
      g_autofree char *whole = g_strconcat ("/output/whole/", kinds[kind], NULL);
      g_autofree char *full = g_strconcat ("/output/full/", kinds[kind], NULL);
      g_autofree char *nowhere = g_strconcat ("/output/nowhere/", kinds[kind], NULL);

      g_test_add_data_func (whole, GINT_TO_POINTER (kind), test_whole);
      g_test_add_data_func (full, GINT_TO_POINTER (kind), test_full);
      g_test_add_data_func (nowhere, GINT_TO_POINTER (kind), test_nowhere);
    }
  g_test_add_func ("/output/cancel", test_cancel);
  g_test_add_func ("/output/svg-is-inert", test_svg_is_inert);
  g_test_add_func ("/output/png-is-bounded", test_png_is_bounded);
  g_test_add_func ("/output/thumbnail", test_thumbnail);
  result = g_test_run ();
  g_object_unref (project);
  remove_folder (folder);
  g_free (folder);
  return result;
}
