/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"

#include <math.h>

/* The rubber band: selects the elements that lie in it, and what lies between them, while it is drawn.
 * Escape brings back what was selected before. */

typedef struct
{
  LijnDrag parent;
  GPtrArray *before; /* what was selected */
  gboolean extend; /* the band adds to it */
  LijnRect rect; /* in map coordinates */
} Band;

static gboolean
is_in (LijnLayout *layout, LijnObject *object, const LijnRect *rect)
{
  LijnRect bounds;
  LijnPoint center;

  if (LIJN_IS_ELEMENT (object))
    {
      if (!lijn_layout_get_element_rect (layout, LIJN_ELEMENT (object), &bounds))
        return FALSE;
      center = lijn_rect_center (&bounds);
      return lijn_rect_contains (rect, center.x, center.y);
    }
  return lijn_layout_get_object_bounds (layout, object, &bounds) && bounds.x >= rect->x &&
         bounds.y >= rect->y && bounds.x + bounds.width <= rect->x + rect->width &&
         bounds.y + bounds.height <= rect->y + rect->height;
}

static void
update (LijnDrag *drag, LijnCanvas *canvas, const LijnPointer *pointer)
{
  Band *band = (Band *) drag;
  const LijnPoint *from = &drag->start.at, *to = &pointer->at;
  g_autoptr (GPtrArray) inside = NULL;
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  band->rect = (LijnRect){ MIN (from->x, to->x), MIN (from->y, to->y), fabs (to->x - from->x),
                           fabs (to->y - from->y) };
  inside = lijn_layout_find_in (canvas->layout, &band->rect);
  if (band->extend)
    g_ptr_array_extend (chosen, band->before, NULL, NULL);
  for (guint i = 0; i < inside->len; i++)
    if (is_in (canvas->layout, g_ptr_array_index (inside, i), &band->rect))
      g_ptr_array_add (chosen, g_ptr_array_index (inside, i));
  lijn_view_select_many (canvas->view, chosen);
}

static void
finish (LijnDrag *drag, LijnCanvas *canvas)
{
}

static void
cancel (LijnDrag *drag, LijnCanvas *canvas)
{
  lijn_view_select_many (canvas->view, ((Band *) drag)->before);
}

static void
snapshot_band (LijnDrag *drag, LijnCanvas *canvas, GtkSnapshot *snapshot)
{
  const LijnRect *rect = &((Band *) drag)->rect;
  const LijnPalette *palette = lijn_palette_get (lijn_view_get_palette (canvas->view));
  float width = (float) (1 / lijn_view_get_zoom (canvas->view));
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) rect->x, (float) rect->y, (float) rect->width,
                                             (float) rect->height);
  GskRoundedRect outline;
  GdkRGBA line, fill;

  lijn_color_to_rgba (&palette->soft, 0.9, &line);
  lijn_color_to_rgba (&palette->soft, 0.12, &fill);
  gsk_rounded_rect_init_from_rect (&outline, &area, 0);
  gtk_snapshot_append_color (snapshot, &fill, &area);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ width, width, width, width },
                              (GdkRGBA[4]){ line, line, line, line });
}

static void
free_band (LijnDrag *drag)
{
  g_ptr_array_unref (((Band *) drag)->before);
  g_free (drag);
}

static const LijnDragClass band_class = {
  .cursor = "default",
  .scrolls = TRUE,
  .update = update,
  .finish = finish,
  .cancel = cancel,
  .snapshot = snapshot_band,
  .free = free_band,
};

static gpointer
hold (gconstpointer object, gpointer data)
{
  return g_object_ref ((gpointer) (guintptr) object);
}

LijnDrag *
lijn_drag_band_new (LijnCanvas *canvas, gboolean extend)
{
  Band *band = g_new0 (Band, 1);

  band->parent.klass = &band_class;
  band->extend = extend;
  band->before = g_ptr_array_copy (lijn_view_get_selection (canvas->view), hold, NULL);
  g_ptr_array_set_free_func (band->before, g_object_unref);
  return &band->parent;
}
