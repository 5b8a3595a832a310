/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-session-parts.h"

#include "lijn-edit.h"

/* What the parts of a session's sheet share. */

void
lijn_session_add_row (AdwPreferencesGroup *group, GtkWidget *row)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_margin_top (list, 6);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  adw_preferences_group_add (group, list);
}

typedef struct
{
  LijnView *view;
  LijnObject *object;
  LijnRowVerb verb;
  char *column;
  gboolean filling;
} LijnRowControl;

static void
lijn_row_control_free (gpointer data)
{
  LijnRowControl *self = data;

  g_object_unref (self->view);
  g_object_unref (self->object);
  g_free (self->column);
  g_free (self);
}

static LijnRowControl *
add_control (GtkWidget *widget, LijnView *view, gpointer object, const char *label)
{
  LijnStore *store = lijn_project_get_store (lijn_view_get_project (view));
  LijnRowControl *self = g_new0 (LijnRowControl, 1);

  self->view = g_object_ref (view);
  self->object = g_object_ref (object);
  g_object_set_data_full (G_OBJECT (widget), "lijn-row-control", self, lijn_row_control_free);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (widget, !lijn_store_is_read_only (store));
  gtk_widget_set_tooltip_text (widget, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return self;
}

/* The row may go with what it is about: nothing of it is used after the verb. */
static void
clicked_cb (GtkWidget *button, LijnRowControl *self)
{
  g_autoptr (LijnView) view = g_object_ref (self->view);
  g_autoptr (LijnObject) object = g_object_ref (self->object);
  GError *error = NULL;
  gboolean ok = self->verb (view, object, &error);

  lijn_view_report (view, ok, error);
}

GtkWidget *
lijn_session_row_button (LijnView *view, gpointer object, const char *icon, const char *label,
                         LijnRowVerb verb)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  LijnRowControl *self = add_control (button, view, object, label);

  self->verb = verb;
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);

  return button;
}

static void
show_flag (GtkCheckButton *button)
{
  LijnRowControl *self = g_object_get_data (G_OBJECT (button), "lijn-row-control");
  int place = lijn_table_find_column (lijn_object_get_table (self->object), self->column);

  self->filling = TRUE;
  gtk_check_button_set_active (button, lijn_object_get_int (self->object, place) != 0);
  self->filling = FALSE;
}

static void
toggled_cb (GtkCheckButton *button, LijnRowControl *self)
{
  g_autoptr (GtkCheckButton) held = g_object_ref (button);
  GError *error = NULL;
  gboolean ok;

  if (self->filling || lijn_object_is_gone (self->object))
    return;
  ok = lijn_edit_set (self->object, self->column, gtk_check_button_get_active (button) ? "1" : "0",
                      &error);
  if (!lijn_view_report (self->view, ok, error))
    show_flag (held);
}

GtkWidget *
lijn_session_check_button (LijnView *view, gpointer object, const char *column, const char *label)
{
  GtkWidget *button = gtk_check_button_new ();
  LijnRowControl *self = add_control (button, view, object, label);

  self->column = g_strdup (column);
  show_flag (GTK_CHECK_BUTTON (button));
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  g_signal_connect_object (object, "changed", G_CALLBACK (show_flag), button, G_CONNECT_SWAPPED);

  return button;
}

typedef void (*Changed) (gpointer target);

void
lijn_session_follow (LijnView *view, gpointer target, GCallback changed)
{
  ((Changed) changed) (target);
  g_signal_connect_object (lijn_view_get_project (view), "refreshed", changed, target,
                           G_CONNECT_SWAPPED);
}
