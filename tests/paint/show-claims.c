/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "claims-fixture.h"
#include "gallery-fixture.h"
#include "lijn-publish.h"
#include "lijn-type.h"

#include <glib/gstdio.h>

/* Not a test: draws the claims process into a folder in all palettes and as PDF and SVG, to be
 * looked at. With "gallery" or a project's file as second argument, that project. */

static void
draw (LijnMap *map, LijnPaletteKind palette, const char *folder, const char *name)
{
  LijnAudience audience = LIJN_AUDIENCE_EVERYTHING;
  g_autoptr (LijnLayout) layout = lijn_layout_new (map, &audience);
  LijnPaintOptions options = { palette, 2, TRUE, TRUE, TRUE };
  LijnRect rect = lijn_paint_extents (layout, &options);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  cairo_surface_t *surface;
  cairo_t *cr;

  rect = lijn_rect_grow (&rect, 24);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (rect.width * 2),
                                        (int) (rect.height * 2));
  cr = cairo_create (surface);
  cairo_scale (cr, 2, 2);
  cairo_translate (cr, -rect.x, -rect.y);
  lijn_paint_map (cr, layout, &options, NULL);
  cairo_destroy (cr);
  cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  const char *folder = argc > 1 ? argv[1] : ".";
  g_autofree char *file = g_build_filename (folder, "claims.waslijn", NULL);
  g_autofree char *pdf = g_build_filename (folder, "claims.pdf", NULL);
  g_autofree char *svg = g_build_filename (folder, "claims.svg", NULL);
  LijnAudience audience = LIJN_AUDIENCE_EVERYTHING;
  g_autoptr (LijnProject) project = NULL;
  GError *error = NULL;
  LijnMap *map;

  g_mkdir_with_parents (folder, 0777);
  g_unlink (file);
  if (argc > 2 && g_strcmp0 (argv[2], "gallery") == 0)
    project = gallery_fixture_new (file);
  else
    project = argc > 2 ? lijn_project_open (argv[2], LIJN_STORE_READ_ONLY, &error)
                       : claims_fixture_new (file, TRUE);
  g_assert_no_error (error);
  map = lijn_project_get_first_map (project);
  draw (map, LIJN_PALETTE_LIGHT, folder, "light.png");
  draw (map, LIJN_PALETTE_DARK, folder, "dark.png");
  draw (map, LIJN_PALETTE_PAPER, folder, "paper.png");
  lijn_publish_svg (map, &audience, LIJN_OVERLAY_NONE, svg, &error);
  g_assert_no_error (error);
  lijn_publish_pdf (project, NULL, &audience, LIJN_OVERLAY_NONE, pdf, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return 0;
}
