/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"

#include "lijn-edit.h"

/* Moving about: back and forward through the places one has looked at, by key and by the buttons at
 * the side of a mouse; into the detail map of a step, which is made when there is none, and out to the
 * step again. */

#define SIGN 22.0 /* points from a step's lower right corner in which its detail sign is hit */

#define BUTTON_BACK 8
#define BUTTON_FORWARD 9

static void
go (LijnCanvas *self, gboolean forward)
{
  if (self->view == NULL || !lijn_view_go (self->view, forward))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
go_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (LIJN_CANVAS (widget), g_str_equal (name, "canvas.forward"));
}

static gboolean
can_go (LijnCanvas *self, const char *name)
{
  return lijn_view_can_go (self->view, g_str_equal (name, "canvas.forward"));
}

static LijnElement *
get_opener (LijnCanvas *self)
{
  LijnObject *object = lijn_view_get_selected (self->view);

  return LIJN_IS_ELEMENT (object) && lijn_view_get_selection (self->view)->len == 1 &&
                 lijn_element_get_kind (LIJN_ELEMENT (object)) == LIJN_ELEMENT_KIND_STEP
             ? LIJN_ELEMENT (object)
             : NULL;
}

static gboolean
can_open (LijnCanvas *self, const char *name)
{
  LijnElement *element = get_opener (self);

  return element != NULL &&
         (lijn_element_get_detail (element) != NULL || lijn_canvas_can_edit (self));
}

static void
open_detail (LijnCanvas *self, LijnElement *element)
{
  g_autoptr (GError) error = NULL;
  LijnMap *detail = lijn_element_get_detail (element);

  if (detail == NULL)
    detail = lijn_edit_add_detail (element, &error);
  if (lijn_view_report (self->view, detail != NULL, g_steal_pointer (&error)))
    lijn_view_set_map (self->view, detail);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  LijnElement *element = get_opener (self);

  if (element != NULL)
    open_detail (self, element);
}

/* The step whose detail is the present map. */
static LijnElement *
get_owner (LijnCanvas *self)
{
  LijnMap *map = lijn_view_get_map (self->view);
  GPtrArray *owners = lijn_project_referrers (lijn_view_get_project (self->view),
                                              LIJN_TABLE_ELEMENT, "detail", LIJN_OBJECT (map));

  return owners->len > 0 ? g_ptr_array_index (owners, 0) : NULL;
}

static gboolean
can_leave (LijnCanvas *self, const char *name)
{
  return get_owner (self) != NULL;
}

static void
leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  LijnElement *owner = get_owner (self);

  if (owner != NULL)
    lijn_view_show (self->view, LIJN_OBJECT (owner));
}

gboolean
lijn_canvas_open_detail_at (LijnCanvas *self, LijnObject *object, const LijnPoint *at)
{
  LijnRect rect;

  if (!LIJN_IS_ELEMENT (object) || lijn_element_get_detail (LIJN_ELEMENT (object)) == NULL ||
      !lijn_layout_get_element_rect (self->layout, LIJN_ELEMENT (object), &rect) ||
      at->x < rect.x + rect.width - SIGN || at->y < rect.y + rect.height - SIGN)
    return FALSE;
  open_detail (self, LIJN_ELEMENT (object));
  return TRUE;
}

/* An action with its keys, and whether it can be done now. */
static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
  gboolean (*can) (LijnCanvas *self, const char *name);
  guint keys[2];
  GdkModifierType state;
} actions[] = {
  { "canvas.back", go_cb, can_go, { GDK_KEY_KP_Left, GDK_KEY_Left }, GDK_ALT_MASK },
  { "canvas.forward", go_cb, can_go, { GDK_KEY_KP_Right, GDK_KEY_Right }, GDK_ALT_MASK },
  { "canvas.open-detail", open_cb, can_open, { GDK_KEY_KP_Down, GDK_KEY_Down }, GDK_ALT_MASK },
  { "canvas.leave-detail", leave_cb, can_leave, { GDK_KEY_KP_Up, GDK_KEY_Up }, GDK_ALT_MASK },
};

void
lijn_canvas_class_install_moving (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (klass, actions[i].name, NULL, actions[i].activate);
      for (guint j = 0; j < G_N_ELEMENTS (actions[i].keys) && actions[i].keys[j] != 0; j++)
        gtk_widget_class_add_binding_action (klass, actions[i].keys[j], actions[i].state,
                                             actions[i].name, NULL);
    }
}

void
lijn_canvas_update_moving (LijnCanvas *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                   self->layout != NULL && self->naming == NULL &&
                                       actions[i].can (self, actions[i].name));
}

static void
pressed_cb (GtkGestureClick *gesture, int presses, double x, double y, LijnCanvas *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  lijn_canvas_give_up (self);
  lijn_canvas_finish_naming (self);
  go (self, button == BUTTON_FORWARD);
}

void
lijn_canvas_add_moving_gestures (LijnCanvas *self)
{
  static const guint buttons[] = { BUTTON_BACK, BUTTON_FORWARD };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkGesture *click = gtk_gesture_click_new ();

      gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), buttons[i]);
      g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
      gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
    }
}
