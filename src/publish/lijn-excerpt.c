/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-excerpt.h"

#include <cairo-svg.h>
#include <math.h>

/* A part of a map is painted once, into a recording of what was drawn; the recording is played into
 * an SVG or an image. */

#define MARGIN 12.0
#define MOST_SIDE 16000.0 /* pixels */
#define MOST_PIXELS 60e6

struct _LijnExcerpt
{
  cairo_surface_t *recording;
  LijnRect extents;
};

static void
add (GHashTable *wanted, const LijnAudience *audience, gpointer object)
{
  if (object != NULL && lijn_audience_may_see (audience, object))
    g_hash_table_add (wanted, object);
}

static void
add_flows_between (GHashTable *wanted, const LijnAudience *audience, GPtrArray *objects)
{
  for (guint i = 0; i < objects->len; i++)
    {
      LijnObject *object = g_ptr_array_index (objects, i);
      GPtrArray *flows = NULL;

      if (!LIJN_IS_ELEMENT (object))
        continue;
      flows = lijn_project_referrers (lijn_object_get_project (object), LIJN_TABLE_FLOW, "source",
                                      object);
      for (guint j = 0; j < flows->len; j++)
        if (g_hash_table_contains (wanted, lijn_flow_get_target (g_ptr_array_index (flows, j))))
          add (wanted, audience, g_ptr_array_index (flows, j));
    }
}

static void
add_interfaces (GHashTable *wanted, const LijnAudience *audience)
{
  g_autoptr (GPtrArray) interfaces = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer object;

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &object, NULL))
    if (LIJN_IS_FLOW (object))
      g_ptr_array_add (interfaces, lijn_flow_get_interface (object));
  for (guint i = 0; i < interfaces->len; i++)
    add (wanted, audience, g_ptr_array_index (interfaces, i));
}

static void
add_pins (GHashTable *wanted, const LijnAudience *audience, LijnProject *project)
{
  GListModel *frictions = lijn_project_list (project, LIJN_TABLE_FRICTION);

  for (guint i = 0; i < g_list_model_get_n_items (frictions); i++)
    {
      g_autoptr (LijnFriction) friction = g_list_model_get_item (frictions, i);
      LijnObject *anchor = lijn_friction_get_anchor (friction);

      if (anchor != NULL && g_hash_table_contains (wanted, anchor))
        add (wanted, audience, friction);
    }
}

static GHashTable *
list_wanted (LijnProject *project, GPtrArray *objects, const LijnAudience *audience)
{
  GHashTable *wanted = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < objects->len; i++)
    add (wanted, audience, g_ptr_array_index (objects, i));
  add_flows_between (wanted, audience, objects);
  add_interfaces (wanted, audience);
  add_pins (wanted, audience, project);
  return wanted;
}

/* What is in a collapsed lane, or is the ground itself, is not in a picture of things. */
static gboolean
get_bounds (LijnLayout *layout, LijnObject *object, LijnRect *rect)
{
  if (LIJN_IS_LANE (object) || LIJN_IS_PARTY (object) || LIJN_IS_PHASE (object) ||
      (LIJN_IS_ELEMENT (object) &&
       !lijn_layout_get_element_rect (layout, LIJN_ELEMENT (object), rect)))
    return FALSE;
  return lijn_layout_get_object_bounds (layout, object, rect);
}

static gboolean
find_extents (LijnLayout *layout, GHashTable *wanted, LijnRect *extents)
{
  GHashTableIter iter;
  gpointer object;
  gboolean any = FALSE;
  LijnRect rect;

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &object, NULL))
    if (get_bounds (layout, object, &rect))
      {
        *extents = any ? lijn_rect_union (extents, &rect) : rect;
        any = TRUE;
      }
  if (any)
    *extents = lijn_rect_grow (extents, MARGIN);
  return any;
}

static void
record (LijnExcerpt *self, LijnLayout *layout, GHashTable *wanted)
{
  LijnPaintOptions options = { .palette = LIJN_PALETTE_LIGHT, .pins = TRUE };
  g_autoptr (GPtrArray) objects = lijn_layout_find_in (layout, &self->extents);
  cairo_rectangle_t whole = { 0, 0, self->extents.width, self->extents.height };
  cairo_t *cr;

  /* Without bounds, Cairo 1.16 writes glyphs at places that it never set into an SVG. */
  self->recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &whole);
  cr = cairo_create (self->recording);
  cairo_translate (cr, -self->extents.x, -self->extents.y);
  for (guint i = 0; i < objects->len; i++)
    if (g_hash_table_contains (wanted, g_ptr_array_index (objects, i)))
      lijn_paint_object (cr, layout, g_ptr_array_index (objects, i), &options);
  cairo_destroy (cr);
}

LijnExcerpt *
lijn_excerpt_new (LijnMap *map, GPtrArray *objects, const LijnAudience *audience)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (map));
  g_autoptr (GHashTable) wanted = list_wanted (project, objects, audience);
  g_autoptr (LijnLayout) layout = NULL;
  LijnExcerpt *self = NULL;
  LijnRect extents;

  /* A layout of its own leaves no gaps where others' private things are. */
  if (lijn_audience_count_hidden (audience, project) > 0)
    layout = lijn_layout_new (map, audience);
  else
    layout = g_object_ref (lijn_layout_of (map));
  if (!find_extents (layout, wanted, &extents))
    return NULL;
  self = g_rc_box_new0 (LijnExcerpt);
  self->extents = extents;
  record (self, layout, wanted);
  return self;
}

LijnExcerpt *
lijn_excerpt_ref (LijnExcerpt *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  /* Finished first: an SVG surface that it was painted into leaves a copy that holds on to it. */
  cairo_surface_finish (((LijnExcerpt *) data)->recording);
  cairo_surface_destroy (((LijnExcerpt *) data)->recording);
}

void
lijn_excerpt_unref (LijnExcerpt *self)
{
  g_rc_box_release_full (self, clear);
}

static void
play (LijnExcerpt *self, cairo_surface_t *surface, double scale)
{
  const LijnColor *paper = &lijn_palette_get (LIJN_PALETTE_LIGHT)->paper;
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, paper->red, paper->green, paper->blue);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, self->recording, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
lijn_excerpt_to_svg (LijnExcerpt *self)
{
  GByteArray *svg = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (
      append_cb, svg, ceil (self->extents.width), ceil (self->extents.height));

  play (self, surface, 1);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (svg);
}

cairo_surface_t *
lijn_excerpt_render (LijnExcerpt *self, double scale)
{
  double width = self->extents.width, height = self->extents.height;
  double most = MIN (MOST_SIDE / MAX (width, height), sqrt (MOST_PIXELS / (width * height)));
  cairo_surface_t *surface;

  scale = MIN (scale, most);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MAX ((int) ceil (width * scale), 1),
                                        MAX ((int) ceil (height * scale), 1));
  play (self, surface, scale);
  return surface;
}

GBytes *
lijn_excerpt_to_png (LijnExcerpt *self, double scale)
{
  GByteArray *png = g_byte_array_new ();
  cairo_surface_t *surface = lijn_excerpt_render (self, scale);

  cairo_surface_write_to_png_stream (surface, append_cb, png);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (png);
}
