/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"

#include <math.h>

/* The gestures of mouse, touch and pen, turned into presses, motions and releases; and those that need
 * no more than a call: the wheel, a pinch, the middle button, the menu.
 *
 * A finger pans where it does not touch an element: those presses are left to the scrolled window. One
 * that touches an element is claimed at once, which denies it to all gestures outside of the group:
 * so holding it and a second finger are in the group. */

#define WHEEL_FACTOR 1.15

static LijnPointer
pointer_from_event (LijnCanvas *self, GtkEventController *controller, double x, double y)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (controller);

  return (LijnPointer){
    .x = x,
    .y = y,
    .at = lijn_canvas_to_map (self, x, y),
    .state = gtk_event_controller_get_current_event_state (controller),
    .touch = device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN,
  };
}

static void
press_cb (GtkGestureClick *gesture, int presses, double x, double y, LijnCanvas *self)
{
  LijnPointer pointer = pointer_from_event (self, GTK_EVENT_CONTROLLER (gesture), x, y);

  lijn_canvas_press (self, &pointer, (guint) presses);
  if (pointer.touch && lijn_canvas_can_drag_pressed (self))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static LijnPointer
pointer_of_drag (LijnCanvas *self, GtkGestureDrag *gesture, double dx, double dy)
{
  double x = 0, y = 0;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  return pointer_from_event (self, GTK_EVENT_CONTROLLER (gesture), x + dx, y + dy);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, LijnCanvas *self)
{
  LijnPointer pointer = pointer_of_drag (self, gesture, dx, dy);

  if (!self->held)
    return;
  lijn_canvas_motion (self, &pointer);
  if (self->drag != NULL)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, LijnCanvas *self)
{
  LijnPointer pointer = pointer_of_drag (self, gesture, dx, dy);

  lijn_canvas_release (self, &pointer);
}

static void
drag_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, LijnCanvas *self)
{
  self->held = FALSE;
  lijn_canvas_give_up (self);
}

static void
pan_begin_cb (GtkGestureDrag *gesture, double x, double y, LijnCanvas *self)
{
  LijnPointer pointer = pointer_from_event (self, GTK_EVENT_CONTROLLER (gesture), x, y);

  if (self->layout == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  lijn_canvas_begin_pan (self, &pointer);
}

static void
pan_update_cb (GtkGestureDrag *gesture, double dx, double dy, LijnCanvas *self)
{
  LijnPointer pointer = pointer_of_drag (self, gesture, dx, dy);

  if (self->drag != NULL)
    self->drag->klass->update (self->drag, self, &pointer);
}

static void
pan_end_cb (GtkGestureDrag *gesture, double dx, double dy, LijnCanvas *self)
{
  lijn_canvas_end_pan (self);
}

static void
menu_cb (GtkGestureClick *gesture, int presses, double x, double y, LijnCanvas *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  LijnPointer pointer = pointer_from_event (self, GTK_EVENT_CONTROLLER (gesture), x, y);

  if (self->layout == NULL || !gdk_event_triggers_context_menu (event))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  lijn_canvas_press_for_menu (self, &pointer);
}

/* A finger or a pen; a mouse has a button for the menu. */
static void
long_press_cb (GtkGestureLongPress *gesture, double x, double y, LijnCanvas *self)
{
  GdkDevice *device = gtk_gesture_get_device (GTK_GESTURE (gesture));
  GdkInputSource source = device != NULL ? gdk_device_get_source (device) : GDK_SOURCE_MOUSE;

  if ((source != GDK_SOURCE_TOUCHSCREEN && source != GDK_SOURCE_PEN) || self->drag != NULL)
    return;
  lijn_canvas_give_up (self);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->layout != NULL)
    lijn_canvas_pop_up_menu (self, x, y);
}

static void
enter_cb (GtkEventControllerMotion *controller, double x, double y, LijnCanvas *self)
{
  LijnPointer pointer = pointer_from_event (self, GTK_EVENT_CONTROLLER (controller), x, y);
  gboolean rests = self->inside && x == self->rest.x && y == self->rest.y;

  self->inside = TRUE;
  self->rest = (LijnPoint){ x, y };
  /* GTK tells the place anew when something is laid out: that is no reason to aim there. */
  if (rests && (self->free_hand || self->by_keys))
    return;
  self->by_keys = FALSE;
  if (!self->held && (self->drag == NULL || self->free_hand))
    lijn_canvas_motion (self, &pointer);
}

static void
leave_cb (GtkEventControllerMotion *controller, LijnCanvas *self)
{
  const LijnHit nothing = { 0 };

  self->inside = FALSE;
  lijn_canvas_hover (self, &nothing);
  lijn_canvas_hover_header (self, &nothing);
}

static gboolean
wheel_cb (GtkEventControllerScroll *controller, double dx, double dy, LijnCanvas *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (controller));
  double factor = pow (WHEEL_FACTOR, -dy);

  if ((state & GDK_CONTROL_MASK) == 0 || self->view == NULL)
    return FALSE;
  lijn_canvas_zoom_at (self, lijn_view_get_zoom (self->view) * factor, self->pointer.x,
                       self->pointer.y);
  return TRUE;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, LijnCanvas *self)
{
  /* Not given up: to deny the press would deny this gesture, too. */
  self->held = FALSE;
  lijn_canvas_end_drag (self, FALSE);
  self->pinch_zoom = self->view != NULL ? lijn_view_get_zoom (self->view) : 1;
  gtk_gesture_get_bounding_box_center (gesture, &self->pinch_at.x, &self->pinch_at.y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Two fingers zoom as they part, and what lies between them goes where they go. */
static void
pinch_cb (GtkGesture *gesture, GdkEventSequence *sequence, LijnCanvas *self)
{
  double scale = gtk_gesture_zoom_get_scale_delta (GTK_GESTURE_ZOOM (gesture));
  double x, y;

  if (self->view == NULL || !gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    return;
  lijn_canvas_pan (self, self->pinch_at.x - x, self->pinch_at.y - y);
  self->pinch_at = (LijnPoint){ x, y };
  lijn_canvas_zoom_at (self, self->pinch_zoom * scale, x, y);
}

static void
add_press (LijnCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->press = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->press), GDK_BUTTON_PRIMARY);
  g_signal_connect (self->press, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (self->press, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (self->press, "cancel", G_CALLBACK (drag_cancel_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (press_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->press));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  /* The first joins the group of the second: the other way round only the last one would stay. */
  gtk_gesture_group (click, self->press);
}

static void
add_pan (LijnCanvas *self)
{
  GtkGesture *pan = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (pan), GDK_BUTTON_MIDDLE);
  g_signal_connect (pan, "drag-begin", G_CALLBACK (pan_begin_cb), self);
  g_signal_connect (pan, "drag-update", G_CALLBACK (pan_update_cb), self);
  g_signal_connect (pan, "drag-end", G_CALLBACK (pan_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pan));
}

static void
add_menu (LijnCanvas *self)
{
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), 0);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));

  g_signal_connect (hold, "pressed", G_CALLBACK (long_press_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (hold));
  gtk_gesture_group (hold, self->press);
}

void
lijn_canvas_add_gestures (LijnCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  add_press (self);
  add_pan (self);
  add_menu (self);
  lijn_canvas_add_moving_gestures (self);

  g_signal_connect (motion, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (enter_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  g_signal_connect (wheel, "scroll", G_CALLBACK (wheel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);

  self->pinch = gtk_gesture_zoom_new ();
  g_signal_connect (self->pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (self->pinch, "update", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->pinch));
  gtk_gesture_group (self->pinch, self->press);
}
