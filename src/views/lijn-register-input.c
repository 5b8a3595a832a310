/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-register-private.h"

#include "lijn-register-cell.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

/* Pointer and keys of a register, for the whole table at once: its menu, what a cell that is too narrow
 * says, rows that are dragged away. */

static LijnRegisterCell *
cell_at (LijnRegister *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->table), x, y, GTK_PICK_DEFAULT);

  return widget != NULL ? lijn_register_cell_find (widget) : NULL;
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, LijnRegister *self)
{
  LijnRegisterCell *cell = cell_at (self, x, y);
  LijnObject *object = cell != NULL ? lijn_register_cell_get_object (cell) : NULL;
  graphene_point_t at = GRAPHENE_POINT_INIT ((float) x, (float) y);

  if (object == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (!lijn_view_is_selected (self->view, object))
    lijn_view_select (self->view, object);
  if (gtk_widget_compute_point (GTK_WIDGET (self->table), GTK_WIDGET (self), &at, &at))
    lijn_register_pop_up (self, &(const GdkRectangle){ (int) at.x, (int) at.y, 1, 1 });
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LijnRegister *self = data;
  GdkRectangle at = lijn_register_place_of_row (self, NULL);

  lijn_register_pop_up (self, &at);

  return TRUE;
}

static gboolean
tooltip_cb (GtkWidget *table, int x, int y, gboolean by_key, GtkTooltip *tooltip,
            LijnRegister *self)
{
  LijnRegisterCell *cell = by_key ? NULL : cell_at (self, x, y);
  const char *text = cell != NULL ? lijn_register_cell_get_text (cell) : NULL;

  if (text == NULL || *text == '\0' || lijn_register_cell_get_object (cell) == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

/* All that is selected is dragged along with the row that is. */
static GdkContentProvider *
prepare_drag_cb (GtkDragSource *source, double x, double y, LijnRegister *self)
{
  LijnRegisterCell *cell = cell_at (self, x, y);
  LijnObject *object = cell != NULL ? lijn_register_cell_get_object (cell) : NULL;
  g_autoptr (GPtrArray) objects = NULL;

  if (object == NULL)
    return NULL;
  if (!lijn_view_is_selected (self->view, object))
    lijn_view_select (self->view, object);
  objects = lijn_register_get_selected (self);
  /* Or the table would go on selecting. */
  gtk_gesture_set_state (GTK_GESTURE (source), GTK_EVENT_SEQUENCE_CLAIMED);

  return self->spec->drag (objects);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, LijnRegister *self)
{
  g_autoptr (GPtrArray) objects = lijn_register_get_selected (self);
  g_autofree char *text =
      objects->len == 1
          ? lijn_words_for_object (objects->pdata[0])
          : g_strdup_printf (ngettext ("%u selected", "%u selected", objects->len), objects->len);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "lijn-dragged");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

/* Before the table hears of it, which would begin to select rows. */
static void
add_drag_source (LijnRegister *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_drag_cb), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->table), GTK_EVENT_CONTROLLER (source));
}

/* Keys. */

static void
add_key (GtkWidget *widget, const char *trigger, GtkShortcutAction *action)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), action));
  gtk_widget_add_controller (widget, controller);
}

/* Wherever the focus is in the window: of the register that is in sight. */
static gboolean
search_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return gtk_widget_get_mapped (widget) &&
         gtk_widget_activate_action (widget, "register.search", NULL);
}

static void
add_search_key (LijnRegister *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control><Shift>f"),
                        gtk_callback_action_new (search_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
add_keys (LijnRegister *self)
{
  static const struct
  {
    const char *trigger;
    const char *action;
  } keys[] = {
    { "<Control>c", "register.copy" },
    { "F2", "register.edit-again" },
    { "Delete|KP_Delete", "register.remove" },
  };
  GtkWidget *table = GTK_WIDGET (self->table);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    add_key (table, keys[i].trigger, gtk_named_action_new (keys[i].action));
  add_key (table, "Menu|<Shift>F10", gtk_callback_action_new (menu_key_cb, self, NULL));
  add_search_key (self);
}

void
lijn_register_add_input (LijnRegister *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->table), GTK_EVENT_CONTROLLER (click));
  if (self->spec->drag != NULL && lijn_register_can_edit (self))
    add_drag_source (self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->table), TRUE);
  g_signal_connect_object (self->table, "query-tooltip", G_CALLBACK (tooltip_cb), self, 0);
  add_keys (self);
}
