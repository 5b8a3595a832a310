/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gallery-fixture.h"
#include "lijn-paint.h"
#include "picture.h"

#include <glib/gstdio.h>
#include <math.h>

/* What the painter draws looks as it looked when somebody last looked at it. */

typedef struct
{
  char *folder, *path;
  LijnProject *project;
  LijnLayout *layout;
} Gallery;

static void
open_gallery (Gallery *gallery)
{
  LijnAudience audience = LIJN_AUDIENCE_EVERYTHING;

  gallery->folder = g_dir_make_tmp ("waslijn-paint-XXXXXX", NULL);
  gallery->path = g_build_filename (gallery->folder, "gallery.waslijn", NULL);
  gallery->project = gallery_fixture_new (gallery->path);
  gallery->layout = lijn_layout_new (lijn_project_get_first_map (gallery->project), &audience);
}

static void
close_gallery (Gallery *gallery)
{
  g_clear_object (&gallery->layout);
  g_clear_object (&gallery->project);
  g_unlink (gallery->path);
  g_rmdir (gallery->folder);
  g_free (gallery->path);
  g_free (gallery->folder);
}

static cairo_surface_t *
paint (LijnLayout *layout, const LijnPaintOptions *options, const LijnRect *area,
       const LijnRect *clip)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) ceil (area->width), (int) ceil (area->height));
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, -area->x, -area->y);
  lijn_paint_map (cr, layout, options, clip);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The gallery with a margin, as @options say, is the picture @name. */
static void
check_gallery (const LijnPaintOptions *options, const char *name)
{
  cairo_surface_t *surface;
  Gallery gallery;
  LijnRect area;

  if (!picture_use_font ())
    return;
  open_gallery (&gallery);
  area = lijn_paint_extents (gallery.layout, options);
  area = lijn_rect_grow (&area, 12);
  surface = paint (gallery.layout, options, &area, NULL);
  picture_check (surface, name);
  cairo_surface_destroy (surface);
  close_gallery (&gallery);
}

static void
test_map (gconstpointer data)
{
  static const char *const names[] = { "map-light", "map-dark", "map-paper" };
  LijnPaletteKind palette = (LijnPaletteKind) GPOINTER_TO_INT (data);
  LijnPaintOptions options = { palette, 1, TRUE, TRUE, TRUE };

  check_gallery (&options, names[palette]);
}

/* What an overlay lays over the map, with its scale in the legend. */
static void
test_overlay (gconstpointer data)
{
  static const char *const names[] = { "overlay-light", "overlay-dark" };
  LijnPaletteKind palette = (LijnPaletteKind) GPOINTER_TO_INT (data);
  LijnPaintOptions options = { palette, 1, TRUE, TRUE, TRUE, LIJN_OVERLAY_FRICTION };

  check_gallery (&options, names[palette]);
}

/* Every marker on the figures that can have it, in one sheet. */
static void
test_markers (gconstpointer data)
{
  static const char *const names[] = { "markers-light", "markers-dark" };
  static const LijnElementKind kinds[] = { LIJN_ELEMENT_KIND_STEP,     LIJN_ELEMENT_KIND_START,
                                           LIJN_ELEMENT_KIND_WAIT,     LIJN_ELEMENT_KIND_END,
                                           LIJN_ELEMENT_KIND_DECISION, LIJN_ELEMENT_KIND_DOCUMENT };
  LijnPaletteKind palette = (LijnPaletteKind) GPOINTER_TO_INT (data);
  LijnPaintOptions options = { palette, 1, TRUE, FALSE, TRUE };
  const LijnPalette *colors = lijn_palette_get (palette);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 940, 500);
  cairo_t *cr = cairo_create (surface);

  if (!picture_use_font ())
    return;
  cairo_set_source_rgb (cr, colors->paper.red, colors->paper.green, colors->paper.blue);
  cairo_paint (cr);
  for (int marker = 0; marker <= LIJN_MARKER_STORE; marker++)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      {
        LijnPartyColors party = lijn_palette_for_role (palette, (LijnPartyRole) (marker % 3),
                                                       (guint) marker / 3 % 4);
        double width = i == 0 ? 60 : i < 4 ? 32 : 52;
        LijnRect rect = { 14.0 + marker % 13 * 71, 14.0 + marker / 13 * 240 + i * 39.0, width, 34 };

        lijn_paint_shape (cr, kinds[i], (LijnMarker) marker, &rect, &party, marker % 2 == 1,
                          &options);
      }
  cairo_destroy (cr);
  picture_check (surface, names[palette]);
  cairo_surface_destroy (surface);
}

/* Rounding in the edges of a clipped figure does not count. */
static gsize
count_unlike (cairo_surface_t *one, cairo_surface_t *other, const LijnRect *within)
{
  int stride = cairo_image_surface_get_stride (one);
  const guint8 *a = cairo_image_surface_get_data (one);
  const guint8 *b = cairo_image_surface_get_data (other);
  gsize n = 0;

  for (int y = (int) within->y; y < (int) (within->y + within->height); y++)
    for (int x = (int) within->x * 4; x < (int) (within->x + within->width) * 4; x++)
      n += ABS (a[y * stride + x] - b[y * stride + x]) > 24;
  return n;
}

/* A part painted by itself is the same as that part of the whole: nothing that reaches into it is
 * left out. Not a matter of fonts, so no reference. */
static void
test_parts (void)
{
  LijnPaintOptions options = { LIJN_PALETTE_LIGHT, 1, TRUE, FALSE, TRUE };
  g_autoptr (GRand) random = NULL;
  guint32 seed = g_test_rand_int ();
  cairo_surface_t *whole;
  Gallery gallery;
  LijnRect area;

  g_test_message ("seed %u", seed);
  random = g_rand_new_with_seed (seed);
  open_gallery (&gallery);
  area = lijn_paint_extents (gallery.layout, &options);
  area = (LijnRect){ floor (area.x), floor (area.y), ceil (area.width), ceil (area.height) };
  whole = paint (gallery.layout, &options, &area, NULL);
  for (int i = 0; i < 40; i++)
    {
      LijnRect part = { floor (g_rand_double_range (random, 0, area.width - 80)),
                        floor (g_rand_double_range (random, 0, area.height - 80)), 80, 80 };
      LijnRect clip = { area.x + part.x, area.y + part.y, part.width, part.height };
      cairo_surface_t *alone = paint (gallery.layout, &options, &area, &clip);

      if (count_unlike (whole, alone, &part) > 0)
        {
          g_test_message ("(%g, %g) alone is not as in the whole", clip.x, clip.y);
          g_test_fail ();
        }
      cairo_surface_destroy (alone);
    }
  cairo_surface_destroy (whole);
  close_gallery (&gallery);
}

/* On paper figures are painted together, on a screen one by one: the same picture. */
static void
test_together (void)
{
  LijnPaintOptions screen = { LIJN_PALETTE_PAPER, 1, TRUE, TRUE, TRUE };
  LijnPaintOptions paper = { LIJN_PALETTE_PAPER, 0, TRUE, TRUE, TRUE };
  cairo_surface_t *one, *other;
  LijnRect area, whole;
  Gallery gallery;

  open_gallery (&gallery);
  area = lijn_paint_extents (gallery.layout, &screen);
  whole = (LijnRect){ 0, 0, floor (area.width), floor (area.height) };
  one = paint (gallery.layout, &screen, &area, NULL);
  other = paint (gallery.layout, &paper, &area, NULL);
  g_assert_cmpuint (count_unlike (one, other, &whole), ==, 0);
  cairo_surface_destroy (one);
  cairo_surface_destroy (other);
  close_gallery (&gallery);
}

/* Far away, text is left out and the picture is still a map. */
static void
test_far_away (void)
{
  LijnPaintOptions options = { LIJN_PALETTE_LIGHT, 0.2, TRUE, TRUE, TRUE };
  cairo_surface_t *surface;
  Gallery gallery;
  LijnRect area;
  cairo_t *cr;

  if (!picture_use_font ())
    return;
  open_gallery (&gallery);
  area = lijn_paint_extents (gallery.layout, &options);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (area.width * 0.2),
                                        (int) (area.height * 0.2));
  cr = cairo_create (surface);
  cairo_scale (cr, 0.2, 0.2);
  cairo_translate (cr, -area.x, -area.y);
  lijn_paint_map (cr, gallery.layout, &options, NULL);
  cairo_destroy (cr);
  picture_check (surface, "map-far-away");
  cairo_surface_destroy (surface);
  close_gallery (&gallery);
}

/* Title and legend keep within what the painter says it covers. */
static void
test_extents (void)
{
  LijnPaintOptions options = { LIJN_PALETTE_LIGHT, 0, TRUE, TRUE, FALSE };
  cairo_surface_t *ink = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  double x, y, width, height;
  Gallery gallery;
  LijnRect area;
  cairo_t *cr;

  open_gallery (&gallery);
  area = lijn_paint_extents (gallery.layout, &options);
  cr = cairo_create (ink);
  lijn_paint_map (cr, gallery.layout, &options, NULL);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (ink, &x, &y, &width, &height);
  g_assert_cmpfloat (x, >=, area.x - 2);
  g_assert_cmpfloat (y, >=, area.y - 2);
  g_assert_cmpfloat (x + width, <=, area.x + area.width + 2);
  g_assert_cmpfloat (y + height, <=, area.y + area.height + 2);
  cairo_surface_destroy (ink);
  close_gallery (&gallery);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/picture/map/light", GINT_TO_POINTER (LIJN_PALETTE_LIGHT), test_map);
  g_test_add_data_func ("/picture/map/dark", GINT_TO_POINTER (LIJN_PALETTE_DARK), test_map);
  g_test_add_data_func ("/picture/map/paper", GINT_TO_POINTER (LIJN_PALETTE_PAPER), test_map);
  g_test_add_data_func ("/picture/markers/light", GINT_TO_POINTER (LIJN_PALETTE_LIGHT),
                        test_markers);
  g_test_add_data_func ("/picture/markers/dark", GINT_TO_POINTER (LIJN_PALETTE_DARK), test_markers);
  g_test_add_data_func ("/picture/overlay/light", GINT_TO_POINTER (LIJN_PALETTE_LIGHT),
                        test_overlay);
  g_test_add_data_func ("/picture/overlay/dark", GINT_TO_POINTER (LIJN_PALETTE_DARK), test_overlay);
  g_test_add_func ("/picture/far-away", test_far_away);
  g_test_add_func ("/picture/parts", test_parts);
  g_test_add_func ("/picture/together", test_together);
  g_test_add_func ("/picture/extents", test_extents);
  return g_test_run ();
}
