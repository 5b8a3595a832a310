/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "lijn-canvas-private.h"
#include "lijn-edit.h"

/* Keys. Those of actions are bound by name, so that menus show them. The rest: arrows walk and,
 * with Ctrl, move; Home and End go along the lane, F3 round what hangs on the selected thing;
 * Return and Tab go on to the next step, here or across the line; a letter starts a name; the
 * space bar makes the pointer pan. While a name is typed, what the entry leaves over is not for
 * the map. */

#define NUDGE LIJN_GRID /* points, with Ctrl */
#define FAR_NUDGE (5 * LIJN_GRID) /* with Alt and Shift */

static gboolean
walk_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  gboolean extend;
  int dx, dy;

  if (self->naming != NULL)
    return FALSE;
  g_variant_get (args, "(iib)", &dx, &dy, &extend);
  lijn_canvas_walk (self, dx, dy, extend);
  return TRUE;
}

/* Along the lane, or round what hangs on the selected thing. */
static gboolean
go_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  gboolean along, onward;

  if (self->naming != NULL)
    return FALSE;
  g_variant_get (args, "(bb)", &along, &onward);
  if (along)
    lijn_canvas_walk_lane (self, !onward);
  else
    lijn_canvas_go_around (self, onward ? 1 : -1);
  return TRUE;
}

static gboolean
nudge_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *selection = NULL;
  gboolean ok;
  double dx, dy;

  if (self->naming != NULL || !lijn_canvas_can_edit (self))
    return FALSE;
  g_variant_get (args, "(dd)", &dx, &dy);
  if (self->free_hand)
    {
      lijn_canvas_push_free_hand (self, (dx > 0) - (dx < 0), (dy > 0) - (dy < 0), TRUE);
      return TRUE;
    }
  selection = lijn_view_get_selection (self->view);
  for (guint i = 0; i < selection->len; i++)
    if (LIJN_IS_ELEMENT (g_ptr_array_index (selection, i)))
      g_ptr_array_add (elements, g_ptr_array_index (selection, i));
  if (elements->len == 0)
    return TRUE;
  ok = lijn_edit_move (elements, dx, dy, &error);
  lijn_view_report (self->view, ok, g_steal_pointer (&error));
  return TRUE;
}

static gboolean
return_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  LijnObject *object = NULL;

  if (self->naming != NULL || !lijn_canvas_can_edit (self))
    return FALSE;
  if (lijn_canvas_end_free_hand (self))
    return TRUE;
  object = lijn_view_get_selected (self->view);
  if (lijn_canvas_open_cluster (self, object))
    return TRUE;
  if (object == NULL || LIJN_IS_LANE (object) || lijn_canvas_get_last_element (self) != NULL)
    gtk_widget_activate_action (widget, "canvas.add-step", NULL);
  else
    gtk_widget_activate_action (widget, "canvas.rename", NULL);
  return TRUE;
}

static gboolean
tab_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  LijnCanvas *self = LIJN_CANVAS (widget);

  if (!lijn_canvas_can_edit (self))
    return FALSE;
  if (lijn_canvas_take_next_grip (self, 1))
    return TRUE;
  if (self->naming == NULL && lijn_canvas_get_last_element (self) == NULL)
    return FALSE;
  if (lijn_canvas_is_naming_branch (self))
    lijn_canvas_advance_naming (self);
  else if (lijn_canvas_finish_naming (self) && lijn_canvas_get_last_element (self) != NULL)
    gtk_widget_activate_action (widget, "canvas.add-step-across", NULL);
  return TRUE;
}

static gboolean
back_tab_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  return lijn_canvas_take_next_grip (LIJN_CANVAS (widget), -1);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  LijnCanvas *self = LIJN_CANVAS (widget);

  if (self->naming != NULL || self->view == NULL)
    return FALSE;
  if (lijn_canvas_give_up (self))
    return TRUE;
  if (lijn_view_get_tool (self->view) != LIJN_TOOL_SELECT)
    lijn_view_set_tool (self->view, LIJN_TOOL_SELECT);
  else if (lijn_view_get_selected (self->view) != NULL)
    lijn_view_select (self->view, NULL);
  else
    return FALSE;
  return TRUE;
}

/* Whether the key types something, alone or as the start of a composed character. */
static gboolean
is_typing (guint key, GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (key);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return FALSE;
  return (letter != 0 && g_unichar_isgraph (letter)) || key == GDK_KEY_Multi_key ||
         (key >= GDK_KEY_dead_grave && key <= GDK_KEY_dead_greek);
}

static gboolean
pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
            LijnCanvas *self)
{
  LijnObject *object = NULL;

  if (self->naming != NULL || self->layout == NULL)
    return FALSE;
  if (key == GDK_KEY_space)
    {
      self->space = TRUE;
      lijn_canvas_update_cursor (self);
      return TRUE;
    }

  object = lijn_view_get_selected (self->view);
  if (object == NULL || !is_typing (key, state) || !lijn_canvas_can_edit (self) ||
      !lijn_canvas_can_rename (object))
    return FALSE;
  lijn_canvas_edit_name (self, object);
  return self->naming != NULL &&
         gtk_event_controller_key_forward (controller, lijn_canvas_get_name_text (self));
}

/* Whoever works by keys does not look at what the pointer happens to rest on. */
static gboolean
any_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                LijnCanvas *self)
{
  const LijnHit nothing = { 0 };
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));

  if (self->by_keys || (event != NULL && gdk_key_event_is_modifier (event)))
    return FALSE;
  self->by_keys = TRUE;
  lijn_canvas_hover (self, &nothing);
  lijn_canvas_hover_header (self, &nothing);
  return FALSE;
}

static void
released_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
             LijnCanvas *self)
{
  if (key != GDK_KEY_space || !self->space)
    return;
  self->space = FALSE;
  lijn_canvas_update_cursor (self);
}

static void
leave_cb (GtkEventControllerFocus *controller, LijnCanvas *self)
{
  self->space = FALSE;
  lijn_canvas_update_cursor (self);
}

static void
focus_cb (GtkWidget *widget, GParamSpec *pspec, LijnCanvas *self)
{
  lijn_canvas_update_hint (self);
}

void
lijn_canvas_add_keys (LijnCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *any = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (any, GTK_PHASE_CAPTURE);
  g_signal_connect (any, "key-pressed", G_CALLBACK (any_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), any);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (released_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
bind_arrows (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key, keypad;
    int dx, dy;
  } arrows[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      int dx = arrows[i].dx, dy = arrows[i].dy;

      for (guint pad = 0; pad < 2; pad++)
        {
          guint key = pad ? arrows[i].keypad : arrows[i].key;

          gtk_widget_class_add_binding (klass, key, 0, walk_cb, "(iib)", dx, dy, FALSE);
          gtk_widget_class_add_binding (klass, key, GDK_SHIFT_MASK, walk_cb, "(iib)", dx, dy, TRUE);
          gtk_widget_class_add_binding (klass, key, GDK_CONTROL_MASK, nudge_cb, "(dd)", dx * NUDGE,
                                        dy * NUDGE);
          gtk_widget_class_add_binding (klass, key, GDK_ALT_MASK | GDK_SHIFT_MASK, nudge_cb, "(dd)",
                                        dx * FAR_NUDGE, dy * FAR_NUDGE);
        }
    }
}

void
lijn_canvas_class_bind_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    GdkModifierType state;
    const char *action;
  } keys[] = {
    { GDK_KEY_z, GDK_CONTROL_MASK, "canvas.undo" },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.redo" },
    { GDK_KEY_y, GDK_CONTROL_MASK, "canvas.redo" },
    { GDK_KEY_BackSpace, 0, "canvas.delete" },
    { GDK_KEY_KP_Delete, 0, "canvas.delete" },
    { GDK_KEY_Delete, 0, "canvas.delete" },
    { GDK_KEY_F2, 0, "canvas.rename" },
    { GDK_KEY_a, GDK_CONTROL_MASK, "canvas.select-all" },
    { GDK_KEY_a, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.select-none" },
    { GDK_KEY_c, GDK_CONTROL_MASK, "canvas.copy" },
    { GDK_KEY_x, GDK_CONTROL_MASK, "canvas.cut" },
    { GDK_KEY_v, GDK_CONTROL_MASK, "canvas.paste" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "canvas.duplicate" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "canvas.zoom-in" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "canvas.zoom-in" },
    { GDK_KEY_plus, GDK_CONTROL_MASK, "canvas.zoom-in" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "canvas.zoom-out" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "canvas.zoom-out" },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, "canvas.zoom-fit" },
    { GDK_KEY_0, GDK_CONTROL_MASK, "canvas.zoom-fit" },
    { GDK_KEY_KP_1, GDK_CONTROL_MASK, "canvas.zoom-100" },
    { GDK_KEY_1, GDK_CONTROL_MASK, "canvas.zoom-100" },
    { GDK_KEY_KP_2, GDK_CONTROL_MASK, "canvas.zoom-selection" },
    { GDK_KEY_2, GDK_CONTROL_MASK, "canvas.zoom-selection" },
    { GDK_KEY_d, GDK_ALT_MASK, "canvas.add-decision" },
    { GDK_KEY_o, GDK_ALT_MASK, "canvas.add-document" },
    { GDK_KEY_w, GDK_ALT_MASK, "canvas.add-wait" },
    { GDK_KEY_s, GDK_ALT_MASK, "canvas.add-start" },
    { GDK_KEY_e, GDK_ALT_MASK, "canvas.add-end" },
    { GDK_KEY_n, GDK_ALT_MASK, "canvas.add-note" },
    { GDK_KEY_f, GDK_ALT_MASK, "canvas.add-friction" },
    { GDK_KEY_p, GDK_ALT_MASK, "canvas.add-remark" },
    { GDK_KEY_c, GDK_ALT_MASK, "canvas.confirm" },
    { GDK_KEY_l, GDK_ALT_MASK, "canvas.connect" },
    { GDK_KEY_b, GDK_ALT_MASK, "canvas.take-flow" },
    { GDK_KEY_r, GDK_ALT_MASK, "canvas.make-room" },
    { GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.align-left" },
    { GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.align-right" },
    { GDK_KEY_Up, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.align-top" },
    { GDK_KEY_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "canvas.align-bottom" },
    { GDK_KEY_c, GDK_CONTROL_MASK | GDK_ALT_MASK, "canvas.align-center" },
    { GDK_KEY_m, GDK_CONTROL_MASK | GDK_ALT_MASK, "canvas.align-middle" },
    { GDK_KEY_h, GDK_CONTROL_MASK | GDK_ALT_MASK, "canvas.distribute-across" },
    { GDK_KEY_v, GDK_CONTROL_MASK | GDK_ALT_MASK, "canvas.distribute-down" },
    { GDK_KEY_Return, GDK_CONTROL_MASK, "canvas.pad" },
    { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "canvas.pad" },
    { GDK_KEY_Menu, 0, "canvas.menu" },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "canvas.menu" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].state, keys[i].action, NULL);

  bind_arrows (klass);
  gtk_widget_class_add_binding (klass, GDK_KEY_Return, 0, return_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Enter, 0, return_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Tab, 0, tab_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Tab, GDK_SHIFT_MASK, back_tab_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, back_tab_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Home, 0, go_cb, "(bb)", TRUE, FALSE);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Home, 0, go_cb, "(bb)", TRUE, FALSE);
  gtk_widget_class_add_binding (klass, GDK_KEY_End, 0, go_cb, "(bb)", TRUE, TRUE);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_End, 0, go_cb, "(bb)", TRUE, TRUE);
  gtk_widget_class_add_binding (klass, GDK_KEY_F3, 0, go_cb, "(bb)", FALSE, TRUE);
  gtk_widget_class_add_binding (klass, GDK_KEY_F3, GDK_SHIFT_MASK, go_cb, "(bb)", FALSE, FALSE);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, escape_cb, NULL);
}
