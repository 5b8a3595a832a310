/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <string.h>

/* Lines break in the same places and glyphs stand in the same places on every kind of surface and at
 * every scale. */

#define WIDTH 116.0
#define HEIGHT 44.0

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_string_append_len (closure, (const char *) data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
ignore_cb (void *closure, const unsigned char *data, unsigned int length)
{
  return CAIRO_STATUS_SUCCESS;
}

/* Where lines start and how wide they are, as text to compare. */
static char *
describe (PangoLayout *layout)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      PangoRectangle extents;

      pango_layout_line_get_extents (line, NULL, &extents);
      g_string_append_printf (text, "%d+%d:%d ", line->start_index, line->length, extents.width);
    }
  return g_string_free (text, FALSE);
}

/* Forgets the layouts that are kept, so that the text is set anew. */
static void
forget (void)
{
  static int n;
  LijnSetting setting = { .style = LIJN_TYPE_BODY };

  for (int i = 0; i < 10000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", n++);

      lijn_text_get (text, &setting);
    }
}

static char *
show (cairo_surface_t *surface, double scale, const char *name)
{
  LijnPaintOptions options = { .palette = LIJN_PALETTE_LIGHT };
  LijnSetting setting = {
    .style = LIJN_TYPE_BODY, .width = WIDTH, .height = HEIGHT, .align = PANGO_ALIGN_CENTER
  };
  cairo_t *cr = cairo_create (surface);
  LijnBrush brush = lijn_brush (cr, NULL, &options);
  char *lines;

  forget ();
  cairo_scale (cr, scale, scale);
  lijn_brush_text (&brush, lijn_text_fit (name, &setting), 10, 10);
  lines = describe (lijn_text_fit (name, &setting));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return lines;
}

static char *
make_name (GRand *random)
{
  static const char *const words[] = { "claim", "form", "verify", "policyholder", "of",
                                       "the",   "to",   "desk",   "photo",        "declaration",
                                       "a",     "ij",   "Wi-Fi",  "AVATAR" };
  GString *name = g_string_new (NULL);
  int n = g_rand_int_range (random, 1, 9);

  for (int i = 0; i < n; i++)
    g_string_append_printf (name, i > 0 ? " %s" : "%s",
                            words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
  return g_string_free (name, FALSE);
}

static void
test_surfaces (void)
{
  static const double scales[] = { 0.31, 1, 1.37, 2, 3.9 };
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 12; i++)
    {
      g_autofree char *name = make_name (random);
      g_autofree char *expected = show (cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 100),
                                        1, name);

      for (guint j = 0; j < G_N_ELEMENTS (scales); j++)
        {
          g_autofree char *image = show (cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 100),
                                         scales[j], name);
          g_autofree char *pdf = show (
              cairo_pdf_surface_create_for_stream (ignore_cb, NULL, 200, 100), scales[j], name);
          g_autofree char *svg = show (
              cairo_svg_surface_create_for_stream (ignore_cb, NULL, 200, 100), scales[j], name);

          g_assert_cmpstr (image, ==, expected);
          g_assert_cmpstr (pdf, ==, expected);
          g_assert_cmpstr (svg, ==, expected);
        }
    }
}

/* What the SVG really holds: as many rows of glyphs as the layout has lines. */
static void
test_svg_rows (void)
{
  const char *name = "Look up what is missing in the file of the claim";
  g_autoptr (GString) svg = g_string_new (NULL);
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *lines = show (cairo_svg_surface_create_for_stream (append_cb, svg, 200, 100), 1,
                                 name);
  g_auto (GStrv) starts = g_strsplit (g_strstrip (lines), " ", -1);
  const char *at = svg->str;

  while ((at = strstr (at, "<use ")) != NULL)
    {
      const char *y = strstr (at, " y=\"");

      g_assert_nonnull (y);
      y += 4;
      g_hash_table_add (rows, g_strndup (y, strcspn (y, "\"")));
      at = y;
    }
  g_assert_cmpuint (g_hash_table_size (rows), ==, g_strv_length (starts));
  g_assert_cmpuint (g_hash_table_size (rows), >=, 2);
}

/* A name never leaves its box: it shrinks a little, then ends in an ellipsis. */
static void
test_fit (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 300; i++)
    {
      g_autofree char *name = make_name (random);
      LijnSetting setting = { .style = LIJN_TYPE_BODY,
                              .width = g_rand_double_range (random, 20, 200),
                              .height = g_rand_double_range (random, 16, 80),
                              .align = PANGO_ALIGN_CENTER };
      PangoLayout *layout = lijn_text_fit (name, &setting);
      const PangoFontDescription *font = pango_layout_get_font_description (layout);
      double width, height;

      lijn_text_get_size (layout, &width, &height);
      g_assert_cmpfloat (width, <=, setting.width + 0.5);
      g_assert_cmpfloat (height, <=, MAX (setting.height, 16) + 0.5);
      g_assert_cmpint (pango_font_description_get_size (font), >=, (int) (10 * PANGO_SCALE));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lines/surfaces", test_surfaces);
  g_test_add_func ("/lines/svg-rows", test_svg_rows);
  g_test_add_func ("/lines/fit", test_fit);
  return g_test_run ();
}
