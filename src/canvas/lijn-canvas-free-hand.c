/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"

/* Drags that go on without a button held: by pointer, and by keys, which push it or point at
 * things. They end with a click or Return. */

#define KEY_STEP (5 * LIJN_GRID) /* points that an arrow key moves a free hand */

void
lijn_canvas_begin_free_hand (LijnCanvas *self, LijnDrag *drag, LijnPoint at)
{
  LijnPoint on_canvas = lijn_canvas_from_map (self, at.x, at.y);

  lijn_canvas_give_up (self);
  lijn_canvas_finish_naming (self);
  self->pressed = (LijnPointer){ .x = on_canvas.x, .y = on_canvas.y, .at = at };
  self->pointer = self->pressed;
  self->free_hand = TRUE;
  lijn_canvas_begin_drag (self, drag);
}

void
lijn_canvas_begin_connect (LijnCanvas *self)
{
  LijnElement *source = lijn_canvas_get_last_element (self);
  LijnRect rect;

  if (source != NULL && lijn_canvas_can_edit (self) &&
      lijn_layout_get_element_rect (self->layout, source, &rect))
    lijn_canvas_begin_free_hand (self, lijn_drag_connect_new (self, source),
                                 lijn_rect_center (&rect));
}

void
lijn_canvas_begin_room (LijnCanvas *self)
{
  LijnElement *element = lijn_canvas_get_last_element (self);
  LijnPoint at = self->pressed.at;
  LijnRect rect;

  if (!lijn_canvas_can_edit (self))
    return;
  /* Left of the selected one, and above what is below it. */
  if (element != NULL && lijn_layout_get_element_rect (self->layout, element, &rect))
    at = (LijnPoint){ rect.x, rect.y };
  lijn_canvas_begin_free_hand (self, lijn_drag_room_new (self), at);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lijn_canvas_push_free_hand (LijnCanvas *self, int dx, int dy, gboolean fine)
{
  double step = fine ? LIJN_GRID : KEY_STEP;
  LijnPointer pointer = self->pointer;

  if (!self->free_hand)
    return;
  lijn_canvas_keep_to_grip (self, &dx, &dy);
  pointer.at.x += dx * step;
  pointer.at.y += dy * step;
  pointer.x += dx * step * lijn_view_get_zoom (self->view);
  pointer.y += dy * step * lijn_view_get_zoom (self->view);
  lijn_canvas_motion (self, &pointer);
}

gboolean
lijn_canvas_end_free_hand (LijnCanvas *self)
{
  if (!self->free_hand)
    return FALSE;
  lijn_canvas_end_drag (self, TRUE);
  return TRUE;
}

void
lijn_canvas_point_at (LijnCanvas *self, LijnObject *object)
{
  LijnPointer pointer = { 0 };
  LijnPoint on_canvas;
  LijnRect rect;

  if (!self->free_hand || !LIJN_IS_ELEMENT (object) ||
      !lijn_layout_get_element_rect (self->layout, LIJN_ELEMENT (object), &rect))
    return;
  lijn_canvas_bring_into_sight (self, &rect);
  pointer.at = lijn_rect_center (&rect);
  on_canvas = lijn_canvas_from_map (self, pointer.at.x, pointer.at.y);
  pointer.x = on_canvas.x;
  pointer.y = on_canvas.y;
  lijn_canvas_motion (self, &pointer);
  lijn_canvas_update_speech (self);
}
