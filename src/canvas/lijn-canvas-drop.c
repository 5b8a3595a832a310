/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"
#include "lijn-clip-content.h"

/* Drag and drop. With Ctrl held, dragging something takes a copy of what is selected along: to
 * another place of the map, another window, or another program. Without it, dragging moves, as
 * always. What is dropped on the map is pasted where it is dropped. */

static void
set_icon (GdkDrag *drag, LijnExcerpt *picture, double zoom)
{
  cairo_surface_t *surface = lijn_excerpt_render (picture, CLAMP (zoom, 0.2, 2));
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
  gtk_drag_icon_set_from_paintable (drag, GDK_PAINTABLE (texture), width / 2, height / 2);
}

gboolean
lijn_canvas_drag_out (LijnCanvas *self, GdkDevice *device)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  g_autoptr (LijnExcerpt) picture = NULL;
  g_autoptr (GdkContentProvider) content = lijn_clip_content_new (
      lijn_view_get_map (self->view), lijn_view_get_selection (self->view), &picture);
  GdkDrag *drag = NULL;

  if (content == NULL || native == NULL || device == NULL)
    return FALSE;
  drag = gdk_drag_begin (gtk_native_get_surface (native), device, content, GDK_ACTION_COPY,
                         self->pressed.x, self->pressed.y);
  if (drag == NULL)
    return FALSE;
  if (picture != NULL)
    set_icon (drag, picture, lijn_view_get_zoom (self->view));
  g_object_unref (drag); /* GDK keeps it until it is dropped */
  return TRUE;
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, LijnCanvas *self)
{
  return lijn_canvas_can_edit (self) ? GDK_ACTION_COPY : 0;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, LijnCanvas *self)
{
  LijnPoint at = lijn_canvas_to_map (self, x, y);
  const LijnLaneBox *box = NULL;

  if (!lijn_canvas_can_edit (self))
    return FALSE;
  box = lijn_layout_lane_at (self->layout, at.y);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (G_VALUE_HOLDS (value, LIJN_TYPE_CLIP))
    lijn_canvas_paste_clip_at (self, g_value_get_boxed (value), &at);
  else
    lijn_canvas_paste_text (self, g_value_get_string (value), box != NULL ? box->lane : NULL);
  return TRUE;
}

void
lijn_canvas_add_drop (LijnCanvas *self)
{
  GType types[] = { LIJN_TYPE_CLIP, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  lijn_clip_register ();
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
