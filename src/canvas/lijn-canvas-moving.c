/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"

/* Moving about: back and forward through the places one has looked at, by key and by the buttons at
 * the side of a mouse. */

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

/* An action with its keys, and whether it can be done now. */
static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
  gboolean (*can) (LijnCanvas *self, const char *name);
  guint keys[2];
  GdkModifierType state;
} actions[] = {
  { "canvas.back", go_cb, can_go, { GDK_KEY_Left, GDK_KEY_KP_Left }, GDK_ALT_MASK },
  { "canvas.forward", go_cb, can_go, { GDK_KEY_Right, GDK_KEY_KP_Right }, GDK_ALT_MASK },
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
