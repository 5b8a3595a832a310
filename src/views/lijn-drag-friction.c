/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-drag-friction.h"

#include "lijn-edit.h"

typedef struct
{
  LijnView *view; /* (owned) */
  LijnTeam *team; /* (owned) */
} Target;

static void
target_free (gpointer data, GClosure *closure)
{
  Target *self = data;

  g_object_unref (self->view);
  g_object_unref (self->team);
  g_free (self);
}

static GdkDragAction
enter_cb (GtkDropTarget *drop, double x, double y)
{
  gtk_widget_add_css_class (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (drop)),
                            "lijn-drop");

  return GDK_ACTION_COPY;
}

static void
leave_cb (GtkDropTarget *drop)
{
  gtk_widget_remove_css_class (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (drop)),
                               "lijn-drop");
}

static gboolean
drop_cb (GtkDropTarget *drop, const GValue *value, double x, double y, Target *self)
{
  g_autoptr (LijnView) view = g_object_ref (self->view);
  LijnFriction *friction = g_value_get_object (value);
  GError *error = NULL;
  gboolean ok;

  leave_cb (drop);
  if (friction == NULL)
    return FALSE;
  ok = lijn_edit_assign (self->team, friction, &error) != NULL;

  return lijn_view_report (view, ok, error);
}

void
lijn_drag_friction_from (GtkWidget *widget, LijnFriction *friction)
{
  GtkDragSource *source = gtk_drag_source_new ();
  g_autoptr (GdkContentProvider)
      content = gdk_content_provider_new_typed (lijn_friction_get_type (), friction);

  gtk_drag_source_set_content (source, content);
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
}

void
lijn_drag_friction_onto (GtkWidget *widget, LijnView *view, LijnTeam *team)
{
  GtkDropTarget *drop = gtk_drop_target_new (lijn_friction_get_type (), GDK_ACTION_COPY);
  Target *self = g_new0 (Target, 1);

  self->view = g_object_ref (view);
  self->team = g_object_ref (team);
  g_signal_connect (drop, "enter", G_CALLBACK (enter_cb), NULL);
  g_signal_connect (drop, "leave", G_CALLBACK (leave_cb), NULL);
  g_signal_connect_data (drop, "drop", G_CALLBACK (drop_cb), self, target_free, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drop));
}
