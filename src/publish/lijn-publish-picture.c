/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-output.h"
#include "lijn-publish.h"
#include "lijn-text.h"

#include <cairo-svg.h>
#include <math.h>
#include <string.h>

/* One map as a picture: PNG, SVG or a small preview. */

#define MARGIN 24.0
#define MOST_SIDE 30000.0 /* pixels; cairo takes 32767 */
#define MOST_PIXELS 120e6

typedef struct
{
  LijnLayout *layout;
  LijnPaintOptions options;
  LijnRect extents; /* with a margin */
} Picture;

static void
picture_init (Picture *picture, LijnMap *map, const LijnAudience *audience, LijnOverlay overlay,
              LijnPaletteKind palette, gboolean heading)
{
  LijnRect extents;

  picture->layout = lijn_layout_new (map, audience);
  picture->options = (LijnPaintOptions){
    .palette = palette, .pins = TRUE, .heading = heading, .ground = TRUE, .overlay = overlay
  };
  extents = lijn_paint_extents (picture->layout, &picture->options);
  picture->extents = lijn_rect_grow (&extents, heading ? MARGIN : MARGIN / 2);
}

static void
picture_clear (Picture *picture)
{
  g_clear_object (&picture->layout);
}

static void
picture_paint (const Picture *picture, cairo_t *cr, double scale)
{
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -picture->extents.x, -picture->extents.y);
  lijn_paint_map (cr, picture->layout, &picture->options, NULL);
}

/* Titles are the only text of the project in an SVG; a reader shows them as the picture's name. */
static char *
make_svg_title (LijnMap *map)
{
  g_autofree char *line = lijn_text_one_line (lijn_map_get_title (map));
  g_autofree char *escaped = g_markup_escape_text (line, -1);

  return g_strdup_printf ("\n<title>%s</title>", escaped);
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
write_svg (LijnOutput *output, const GByteArray *svg, const char *title)
{
  const char *text = (const char *) svg->data;
  const char *root = g_strstr_len (text, svg->len, "<svg");
  const char *end = root != NULL ? memchr (root, '>', svg->len - (gsize) (root - text)) : NULL;
  gsize head = end != NULL ? (gsize) (end - text) + 1 : 0;
  cairo_status_t status = lijn_output_write (output, svg->data, (unsigned int) head);

  if (status == CAIRO_STATUS_SUCCESS && head > 0)
    status = lijn_output_write (output, (const unsigned char *) title,
                                (unsigned int) strlen (title));
  if (status == CAIRO_STATUS_SUCCESS)
    status = lijn_output_write (output, svg->data + head, (unsigned int) (svg->len - head));
  return status;
}

gboolean
lijn_publish_svg (LijnMap *map, const LijnAudience *audience, LijnOverlay overlay, const char *path,
                  GError **error)
{
  g_autoptr (LijnOutput) output = lijn_output_begin (path, NULL, error);
  g_autoptr (GByteArray) svg = g_byte_array_new ();
  g_autofree char *title = make_svg_title (map);
  cairo_surface_t *surface;
  cairo_status_t status;
  Picture picture;
  cairo_t *cr;

  if (output == NULL)
    return FALSE;
  picture_init (&picture, map, audience, overlay, LIJN_PALETTE_LIGHT, TRUE);
  surface = cairo_svg_surface_create_for_stream (append_cb, svg, ceil (picture.extents.width),
                                                 ceil (picture.extents.height));
  cr = cairo_create (surface);
  picture_paint (&picture, cr, 1);
  status = lijn_output_close (cr, surface);
  picture_clear (&picture);
  if (status == CAIRO_STATUS_SUCCESS)
    status = write_svg (output, svg, title);
  return lijn_output_finish (g_steal_pointer (&output), status, error);
}

static double
lower_scale (double scale, const LijnRect *extents)
{
  double most = MIN (MOST_SIDE / extents->width, MOST_SIDE / extents->height);

  most = MIN (most, sqrt (MOST_PIXELS / (extents->width * extents->height)));
  return MIN (scale, most);
}

static cairo_surface_t *
picture_render (Picture *picture, double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, MAX ((int) ceil (picture->extents.width * scale - 0.001), 1),
      MAX ((int) ceil (picture->extents.height * scale - 0.001), 1));
  cairo_t *cr = cairo_create (surface);

  picture->options.scale = scale;
  picture_paint (picture, cr, scale);
  cairo_destroy (cr);
  return surface;
}

gboolean
lijn_publish_png (LijnMap *map, const LijnAudience *audience, LijnOverlay overlay, double scale,
                  const char *path, GError **error)
{
  g_autoptr (LijnOutput) output = lijn_output_begin (path, NULL, error);
  cairo_surface_t *surface;
  cairo_status_t status;
  Picture picture;

  if (output == NULL)
    return FALSE;
  picture_init (&picture, map, audience, overlay, LIJN_PALETTE_LIGHT, TRUE);
  surface = picture_render (&picture, lower_scale (scale, &picture.extents));
  status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, lijn_output_write, output);
  cairo_surface_destroy (surface);
  picture_clear (&picture);
  return lijn_output_finish (g_steal_pointer (&output), status, error);
}

cairo_surface_t *
lijn_publish_thumbnail (LijnMap *map, const LijnAudience *audience, LijnPaletteKind palette,
                        int width, int height)
{
  cairo_surface_t *surface;
  Picture picture;
  double scale;

  picture_init (&picture, map, audience, LIJN_OVERLAY_NONE, palette, FALSE);
  scale = MIN (width / picture.extents.width, height / picture.extents.height);
  surface = picture_render (&picture, MIN (scale, 2));
  picture_clear (&picture);
  return surface;
}
