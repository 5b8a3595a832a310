/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"

/* Press, motion and release of the first button, a finger or a pen. A press selects what it hits; once
 * the pointer has moved a little a drag begins, of a kind that the tool and the hit thing decide. */

#define EDGE 28.0 /* pixels from the edge in which a drag scrolls the map */
#define EDGE_SPEED 14.0 /* pixels a second for each pixel into the edge */

static gboolean
extends (const LijnPointer *pointer)
{
  return (pointer->state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;
}

/* Takes the drag off the canvas, then finishes or cancels it: what it does may change the map. */
void
lijn_canvas_end_drag (LijnCanvas *self, gboolean finish)
{
  LijnDrag *drag = g_steal_pointer (&self->drag);

  if (drag == NULL)
    return;
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
  self->free_hand = FALSE;
  lijn_canvas_drop_grip (self);
  if (finish)
    drag->klass->finish (drag, self);
  else if (drag->klass->cancel != NULL)
    drag->klass->cancel (drag, self);
  drag->klass->free (drag);
  lijn_canvas_update_cursor (self);
  lijn_canvas_update_hint (self);
  lijn_canvas_update_pad (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lijn_canvas_begin_drag (LijnCanvas *self, LijnDrag *drag)
{
  if (drag == NULL)
    return;
  lijn_canvas_drop_ghost (self);
  self->drag = drag;
  drag->start = self->pressed;
  self->deselect = FALSE;
  lijn_canvas_update_cursor (self);
  lijn_canvas_update_hint (self);
  lijn_canvas_update_pad (self);
}

/* With Ctrl a copy goes along, wherever it is dropped; the press is over then. */
static gboolean
takes_copy (LijnCanvas *self)
{
  if ((self->pressed.state & GDK_CONTROL_MASK) == 0 || self->pressed.touch ||
      lijn_hit_get_element (&self->hit) == NULL)
    return FALSE;
  self->deselect = FALSE;
  if (!lijn_view_is_selected (self->view, self->hit.object))
    lijn_view_toggle (self->view, self->hit.object);
  if (!lijn_canvas_drag_out (self, gtk_gesture_get_device (self->press)))
    return FALSE;
  lijn_canvas_give_up (self);
  return TRUE;
}

static LijnDrag *
drag_of_select_tool (LijnCanvas *self)
{
  gboolean edit = lijn_canvas_can_edit (self);
  LijnElement *element = lijn_hit_get_element (&self->hit);

  if (takes_copy (self))
    return NULL;
  if (edit && element != NULL && lijn_canvas_is_at_border (self, &self->hit, &self->pressed))
    return lijn_drag_connect_new (self, element);
  if (edit && element != NULL)
    return lijn_drag_move_new (self, element);
  if (edit && self->hit.kind == LIJN_HIT_FLOW)
    return lijn_canvas_drag_of_flow (self, &self->hit, &self->pressed);
  if (edit && self->hit.kind == LIJN_HIT_PIN)
    return lijn_drag_pin_new (self, LIJN_FRICTION (self->hit.object));
  if (edit && self->hit.kind == LIJN_HIT_LANE_EDGE)
    return lijn_drag_lane_new (self, LIJN_LANE (self->hit.object));
  if (edit && !self->pressed.touch &&
      (self->hit.kind == LIJN_HIT_LANE_HEADER || self->hit.kind == LIJN_HIT_PARTY))
    return lijn_drag_order_new (self, self->hit.object);
  if (edit && (self->hit.kind == LIJN_HIT_PHASE || self->hit.kind == LIJN_HIT_PHASE_EDGE))
    return lijn_drag_phase_new (self, &self->hit);
  if (self->pressed.touch || lijn_hit_get_selectable (&self->hit) != NULL)
    return NULL;
  return lijn_drag_band_new (self, extends (&self->pressed));
}

static LijnDrag *
drag_of_tool (LijnCanvas *self)
{
  LijnElement *source = NULL;

  if (self->space)
    return lijn_drag_pan_new (self);
  if (lijn_canvas_can_edit (self) &&
      lijn_canvas_handle_at (self, &self->pressed, &source) != LIJN_HANDLE_NONE)
    return lijn_drag_connect_new (self, source);

  switch (lijn_view_get_tool (self->view))
    {
    case LIJN_TOOL_PAN:
      return lijn_drag_pan_new (self);
    case LIJN_TOOL_CONNECT:
      source = lijn_hit_get_element (&self->hit);
      return source != NULL && lijn_canvas_can_edit (self) ? lijn_drag_connect_new (self, source)
                                                           : NULL;
    case LIJN_TOOL_FRICTION:
      return NULL;
    case LIJN_TOOL_SELECT:
    default:
      return drag_of_select_tool (self);
    }
}

static void
select_pressed (LijnCanvas *self)
{
  LijnObject *object = lijn_hit_get_selectable (&self->hit);

  self->deselect = FALSE;
  if (object == NULL)
    {
      if (!extends (&self->pressed))
        lijn_view_select (self->view, NULL);
    }
  else if (lijn_view_is_selected (self->view, object))
    self->deselect = TRUE;
  else if (extends (&self->pressed))
    lijn_view_toggle (self->view, object);
  else
    lijn_view_select (self->view, object);
}

/* A click on what was selected already, without a drag, ends here. */
static void
select_clicked (LijnCanvas *self)
{
  LijnObject *object = lijn_hit_get_selectable (&self->hit);

  if (!self->deselect || object == NULL)
    return;
  if (extends (&self->pressed))
    lijn_view_toggle (self->view, object);
  else
    lijn_view_select (self->view, object);
}

static void
double_click (LijnCanvas *self)
{
  if (lijn_canvas_open_detail_at (self, self->hit.object, &self->pressed.at))
    return;
  if (!lijn_canvas_can_edit (self))
    return;
  if (self->hit.kind == LIJN_HIT_LANE_HEADER &&
      lijn_lane_get_collapsed (LIJN_LANE (self->hit.object)))
    lijn_canvas_fold_lane (self, LIJN_LANE (self->hit.object));
  else if (self->hit.kind == LIJN_HIT_FLOW &&
           lijn_canvas_remove_bend (self, &self->hit, &self->pressed))
    return;
  else if (self->hit.object != NULL && lijn_hit_get_selectable (&self->hit) != NULL)
    lijn_canvas_edit_name (self, self->hit.object);
  else if (self->hit.kind == LIJN_HIT_LANE)
    lijn_canvas_add_at (self, NULL, LIJN_ELEMENT_KIND_STEP, &self->pressed.at);
}

static void
click (LijnCanvas *self)
{
  LijnElement *source = NULL;

  if (self->space || lijn_view_get_tool (self->view) == LIJN_TOOL_PAN)
    return;
  if (lijn_canvas_can_edit (self))
    {
      LijnHandle handle = lijn_canvas_handle_at (self, &self->pressed, &source);

      if (handle != LIJN_HANDLE_NONE)
        {
          lijn_view_select (self->view, LIJN_OBJECT (source));
          lijn_canvas_add_after (self, source, LIJN_ELEMENT_KIND_STEP, lijn_handle_where (handle));
          return;
        }
      if (lijn_view_get_tool (self->view) == LIJN_TOOL_FRICTION)
        {
          lijn_canvas_add_friction (self, lijn_hit_get_selectable (&self->hit), &self->pressed.at);
          return;
        }
    }

  if (lijn_canvas_fold_sign_at (self, &self->pressed) != NULL)
    lijn_canvas_fold_lane (self, lijn_canvas_fold_sign_at (self, &self->pressed));
  else if (self->hit.kind == LIJN_HIT_PIN && !extends (&self->pressed) &&
           lijn_canvas_open_cluster (self, self->hit.object))
    return;
  else if (self->presses == 2)
    double_click (self);
  else
    select_clicked (self);
}

void
lijn_canvas_press (LijnCanvas *self, const LijnPointer *pointer, guint presses)
{
  LijnElement *element = NULL;

  if (self->layout == NULL)
    return;
  self->held = FALSE;
  if (self->free_hand)
    {
      lijn_canvas_motion (self, pointer);
      lijn_canvas_end_free_hand (self);
      return;
    }
  lijn_canvas_give_up (self);
  lijn_canvas_leave_naming (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));

  self->held = TRUE;
  self->touch = pointer->touch;
  lijn_canvas_update_pad (self);
  lijn_canvas_drop_ghost (self);
  self->pressed = self->pointer = *pointer;
  self->presses = presses;
  self->hit = lijn_canvas_hit_at (self, pointer);
  self->deselect = FALSE;
  if (self->space || lijn_view_get_tool (self->view) == LIJN_TOOL_PAN ||
      lijn_view_get_tool (self->view) == LIJN_TOOL_FRICTION ||
      lijn_canvas_handle_at (self, pointer, &element) != LIJN_HANDLE_NONE)
    return;
  select_pressed (self);
}

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = self->scroll_time != 0 ? (double) (now - self->scroll_time) / G_USEC_PER_SEC : 0;
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double dx = 0, dy = 0;

  if (self->pointer.x < EDGE)
    dx = self->pointer.x - EDGE;
  else if (self->pointer.x > width - EDGE)
    dx = self->pointer.x - width + EDGE;
  if (self->pointer.y < EDGE)
    dy = self->pointer.y - EDGE;
  else if (self->pointer.y > height - EDGE)
    dy = self->pointer.y - height + EDGE;

  self->scroll_time = now;
  if (dx == 0 && dy == 0)
    {
      self->scroll_tick = 0;
      return G_SOURCE_REMOVE;
    }
  seconds = MIN (seconds, 0.05);
  lijn_canvas_pan (self, dx * EDGE_SPEED * seconds, dy * EDGE_SPEED * seconds);
  self->pointer.at = lijn_canvas_to_map (self, self->pointer.x, self->pointer.y);
  self->drag->klass->update (self->drag, self, &self->pointer);
  return G_SOURCE_CONTINUE;
}

static gboolean
is_at_edge (LijnCanvas *self)
{
  return self->pointer.x < EDGE || self->pointer.y < EDGE ||
         self->pointer.x > gtk_widget_get_width (GTK_WIDGET (self)) - EDGE ||
         self->pointer.y > gtk_widget_get_height (GTK_WIDGET (self)) - EDGE;
}

static void
hover (LijnCanvas *self)
{
  LijnHit hit = lijn_canvas_hit_at (self, &self->pointer);

  lijn_canvas_hover (self, &hit);
  lijn_canvas_hover_header (self, &hit);
  lijn_canvas_update_cursor (self);
}

void
lijn_canvas_motion (LijnCanvas *self, const LijnPointer *pointer)
{
  self->pointer = *pointer;
  if (self->layout == NULL)
    return;
  if (!self->held && !self->free_hand)
    {
      hover (self);
      return;
    }

  if (self->drag == NULL &&
      gtk_drag_check_threshold (GTK_WIDGET (self), (int) self->pressed.x, (int) self->pressed.y,
                                (int) pointer->x, (int) pointer->y))
    lijn_canvas_begin_drag (self, drag_of_tool (self));
  if (self->drag == NULL)
    return;

  self->drag->klass->update (self->drag, self, &self->pointer);
  if (self->drag->klass->scrolls && self->scroll_tick == 0 && is_at_edge (self))
    {
      self->scroll_time = 0;
      self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lijn_canvas_release (LijnCanvas *self, const LijnPointer *pointer)
{
  if (!self->held || self->layout == NULL)
    return;
  lijn_canvas_motion (self, pointer);
  self->held = FALSE;
  if (self->drag != NULL)
    lijn_canvas_end_drag (self, TRUE);
  else
    click (self);
  lijn_canvas_update_pad (self);
}

gboolean
lijn_canvas_give_up (LijnCanvas *self)
{
  gboolean held = self->held;
  gboolean any = self->drag != NULL;

  /* First: denying the gesture ends it, as a release would. */
  self->held = FALSE;
  lijn_canvas_end_drag (self, FALSE);
  if (held)
    gtk_gesture_set_state (self->press, GTK_EVENT_SEQUENCE_DENIED);
  return any;
}

void
lijn_canvas_begin_pan (LijnCanvas *self, const LijnPointer *pointer)
{
  lijn_canvas_give_up (self);
  self->pressed = *pointer;
  lijn_canvas_begin_drag (self, lijn_drag_pan_new (self));
}

void
lijn_canvas_end_pan (LijnCanvas *self)
{
  lijn_canvas_end_drag (self, TRUE);
}

void
lijn_canvas_press_for_menu (LijnCanvas *self, const LijnPointer *pointer)
{
  LijnObject *object = NULL;

  lijn_canvas_give_up (self);
  lijn_canvas_leave_naming (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->pressed = self->pointer = *pointer;
  self->hit = lijn_canvas_hit_at (self, pointer);
  object = lijn_hit_get_selectable (&self->hit);
  if (object == NULL || !lijn_view_is_selected (self->view, object))
    lijn_view_select (self->view, object);
  lijn_canvas_pop_up_menu (self, pointer->x, pointer->y);
}
