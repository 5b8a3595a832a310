/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-board-card.h"

#include "lijn-badge.h"
#include "lijn-edit.h"
#include "lijn-text.h"
#include "lijn-warning-badge.h"
#include "lijn-words.h"
#include "lijn-wrapped-label.h"

#include <glib/gi18n.h>

struct _LijnBoardCard
{
  GtkListBoxRow parent_instance;

  LijnView *view;
  LijnAction *action;
  GtkLabel *what;
  GtkLabel *who;
  GtkBox *pins;
  GtkWidget *menu; /* made when it is asked for */
};

G_DEFINE_FINAL_TYPE (LijnBoardCard, lijn_board_card, GTK_TYPE_LIST_BOX_ROW)

LijnAction *
lijn_board_card_get_action (LijnBoardCard *self)
{
  return self->action;
}

void
lijn_board_card_move (LijnBoardCard *self, LijnActionStatus status)
{
  g_autoptr (LijnView) view = g_object_ref (self->view);
  GError *error = NULL;
  gboolean ok = lijn_edit_set_action_status (self->action, status, &error);

  lijn_view_report (view, ok, error);
}

/* "Anna · 2026-04-30"; what is missing is said by the warning. (transfer full) */
static char *
describe_who (LijnAction *action)
{
  LijnPerson *person = lijn_action_get_person (action);
  const char *due = lijn_action_get_due (action);

  if (person != NULL && *due != '\0')
    return g_strdup_printf (_ ("%s · %s"), lijn_person_get_name (person), due);
  if (person != NULL)
    return g_strdup_printf (_ ("%s · no date"), lijn_person_get_name (person));
  return *due != '\0' ? g_strdup_printf (_ ("nobody · %s"), due)
                      : g_strdup (_ ("nobody · no date"));
}

static void
update_pins (LijnBoardCard *self)
{
  GPtrArray *remedies = lijn_project_referrers (
      lijn_view_get_project (self->view), LIJN_TABLE_REMEDY, "action", LIJN_OBJECT (self->action));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pins))) != NULL)
    gtk_box_remove (self->pins, child);
  for (guint i = 0; i < remedies->len; i++)
    {
      LijnFriction *friction = lijn_remedy_get_friction (remedies->pdata[i]);

      if (friction != NULL)
        gtk_box_append (self->pins, lijn_badge_new (LIJN_OBJECT (friction)));
    }
}

static void
update (LijnBoardCard *self)
{
  g_autofree char *who = NULL;
  g_autofree char *all = NULL;

  if (lijn_object_is_gone (LIJN_OBJECT (self->action)))
    return;

  who = describe_who (self->action);
  /* Translators: what is to be done, and who does it when. */
  all = g_strdup_printf (_ ("%s, %s"), lijn_action_get_what (self->action), who);
  gtk_label_set_text (self->what, lijn_action_get_what (self->action));
  gtk_label_set_text (self->who, who);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
  update_pins (self);
}

/* The menu: the statuses it can go to, and removing it. */

static void
status_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  int status = lijn_nick_to_value (lijn_action_status_nicks,
                                   g_variant_get_string (parameter, NULL));

  if (status >= 0)
    lijn_board_card_move (LIJN_BOARD_CARD (widget), (LijnActionStatus) status);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnBoardCard *self = LIJN_BOARD_CARD (widget);
  g_autoptr (LijnView) view = g_object_ref (self->view);
  GError *error = NULL;
  gboolean ok = lijn_edit_remove_one (LIJN_OBJECT (self->action), &error);

  lijn_view_report (view, ok, error);
}

static GMenuModel *
make_menu (LijnBoardCard *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) statuses = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();

  for (int i = 0; lijn_action_status_nicks[i] != NULL; i++)
    {
      g_autofree char *action = g_strdup_printf ("card.status::%s", lijn_action_status_nicks[i]);

      if (i != (int) lijn_action_get_status (self->action))
        g_menu_append (statuses, lijn_word_for_action_status ((LijnActionStatus) i), action);
    }
  g_menu_append (rest, _ ("Remove"), "card.remove");
  g_menu_append_section (menu, _ ("Move to"), G_MENU_MODEL (statuses));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  return G_MENU_MODEL (menu);
}

static void
open_menu (LijnBoardCard *self, const GdkRectangle *at)
{
  g_autoptr (GMenuModel) menu = make_menu (self);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  if (at != NULL)
    gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, LijnBoardCard *self)
{
  const GdkRectangle at = { (int) x, (int) y, 1, 1 };

  gtk_widget_grab_focus (GTK_WIDGET (self));
  open_menu (self, &at);
}

static void
menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_menu (LIJN_BOARD_CARD (widget), NULL);
}

static void
focus_cb (LijnBoardCard *self)
{
  lijn_view_select (self->view, LIJN_OBJECT (self->action));
}

static void
lijn_board_card_dispose (GObject *object)
{
  LijnBoardCard *self = LIJN_BOARD_CARD (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->action);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (lijn_board_card_parent_class)->dispose (object);
}

static void
lijn_board_card_class_init (LijnBoardCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lijn_board_card_dispose;
  gtk_widget_class_install_action (widget_class, "card.status", "s", status_cb);
  gtk_widget_class_install_action (widget_class, "card.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "card.menu", NULL, menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "card.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "card.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "card.menu",
                                       NULL);
}

static void
lijn_board_card_init (LijnBoardCard *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->what = lijn_wrapped_label_new (NULL);
  self->who = lijn_wrapped_label_new ("dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->who), "caption");
  self->pins = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "lijn-board-card");

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
set_up_dragging (LijnBoardCard *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  g_autoptr (GdkContentProvider)
      content = gdk_content_provider_new_typed (lijn_action_get_type (), self->action);

  gtk_drag_source_set_content (source, content);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

GtkWidget *
lijn_board_card_new (LijnView *view, LijnAction *action)
{
  LijnBoardCard *self = g_object_new (LIJN_TYPE_BOARD_CARD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->view = g_object_ref (view);
  self->action = g_object_ref (action);
  gtk_widget_set_hexpand (GTK_WIDGET (self->pins), TRUE);
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->pins));
  gtk_box_append (GTK_BOX (foot), lijn_warning_badge_new (view, action));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->what));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->who));
  gtk_box_append (GTK_BOX (box), foot);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  update (self);
  set_up_dragging (self);
  g_signal_connect_object (lijn_view_get_project (view), "refreshed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
