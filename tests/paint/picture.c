/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "picture.h"

#include "lijn-type.h"

#include <stdlib.h>

#define FAMILY "Inter"
#define FAR 56 /* of 255, in any channel: another colour, not another shade of an edge */
#define MOST 0.01

static char *
reference_path (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);

  return g_build_filename (g_getenv ("LIJN_TEST_SOURCE"), "paint", "references", file, NULL);
}

static const guint32 *
row_of (cairo_surface_t *surface, int y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);

  return (const guint32 *) (gconstpointer) (data +
                                            (gsize) y *
                                                (gsize) cairo_image_surface_get_stride (surface));
}

static gboolean
is_far (guint32 a, guint32 b)
{
  for (int shift = 0; shift < 24; shift += 8)
    if (abs ((int) (a >> shift & 255) - (int) (b >> shift & 255)) > FAR)
      return TRUE;
  return FALSE;
}

/* Fills @difference with what is alike in pale grey and what is not in red. Returns: the share of
 * what is not. */
static double
compare (cairo_surface_t *one, cairo_surface_t *other, cairo_surface_t *difference)
{
  int width = cairo_image_surface_get_width (one);
  int height = cairo_image_surface_get_height (one);
  gsize n = 0;

  cairo_surface_flush (difference);
  for (int y = 0; y < height; y++)
    {
      const guint32 *a = row_of (one, y);
      const guint32 *b = row_of (other, y);
      guint32 *to = (guint32 *) (gpointer) (cairo_image_surface_get_data (difference) +
                                            (gsize) y * (gsize) cairo_image_surface_get_stride (
                                                            difference));

      for (int x = 0; x < width; x++)
        {
          gboolean far = is_far (a[x], b[x]);

          n += far;
          to[x] = far ? 0xffff0000u : (0xc0c0c0u + (a[x] >> 2 & 0x3f3f3fu)) | 0xff000000u;
        }
    }
  cairo_surface_mark_dirty (difference);
  return (double) n / ((double) width * height);
}

static void
leave (cairo_surface_t *surface, const char *folder, const char *name, const char *suffix)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  if (cairo_surface_write_to_png (surface, path) == CAIRO_STATUS_SUCCESS)
    g_test_message ("see %s", path);
}

static char *
folder_for_pictures (void)
{
  const char *folder = g_getenv ("LIJN_TEST_PICTURES");

  if (folder == NULL)
    return g_dir_make_tmp ("waslijn-pictures-XXXXXX", NULL);
  g_mkdir_with_parents (folder, 0777);
  return g_strdup (folder);
}

static void
check_against (cairo_surface_t *surface, cairo_surface_t *reference, const char *name)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  g_autofree char *folder = NULL;
  cairo_surface_t *difference;
  double share = 1;

  if (width != cairo_image_surface_get_width (reference) ||
      height != cairo_image_surface_get_height (reference))
    {
      folder = folder_for_pictures ();
      leave (surface, folder, name, ".png");
      g_test_message ("%s is %d × %d pixels, its reference %d × %d", name, width, height,
                      cairo_image_surface_get_width (reference),
                      cairo_image_surface_get_height (reference));
      g_test_fail ();
      return;
    }
  difference = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  share = compare (surface, reference, difference);
  g_test_message ("%s: %.3f %% of the pixels differ", name, share * 100);
  if (share > MOST)
    {
      folder = folder_for_pictures ();
      leave (surface, folder, name, ".png");
      leave (difference, folder, name, "-difference.png");
      g_test_fail ();
    }
  cairo_surface_destroy (difference);
}

void
picture_check (cairo_surface_t *surface, const char *name)
{
  g_autofree char *path = reference_path (name);
  cairo_surface_t *reference;

  cairo_surface_flush (surface);
  if (g_getenv ("LIJN_UPDATE_REFERENCES") != NULL)
    {
      g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
      g_test_message ("made %s", path);
      return;
    }
  reference = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (reference), ==, CAIRO_STATUS_SUCCESS);
  check_against (surface, reference, name);
  cairo_surface_destroy (reference);
}

gboolean
picture_use_font (void)
{
  PangoFontMap *fonts = pango_cairo_font_map_get_default ();
  PangoFontFamily **families;
  gboolean found = FALSE;
  int n;

  pango_font_map_list_families (fonts, &families, &n);
  for (int i = 0; i < n; i++)
    found |= g_strcmp0 (pango_font_family_get_name (families[i]), FAMILY) == 0;
  g_free (families);
  if (found)
    lijn_type_set_family (FAMILY);
  else
    g_test_skip ("the font " FAMILY ", which the references are made with, is not installed");
  return found;
}
