/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-drag-friction.h"

#include "lijn-edit.h"

#include <glib/gi18n.h>

/* What is dragged is a list of its own type, so that nothing else can be taken for it. */
typedef struct _GPtrArray LijnFrictions;

static GType lijn_frictions_get_type (void);
G_DEFINE_BOXED_TYPE (LijnFrictions, lijn_frictions, g_ptr_array_ref, g_ptr_array_unref)

typedef struct
{
  LijnView *view; /* (owned) (nullable), like the team: found when they are needed */
  LijnTeam *team;
  LijnDragFindTeam find;
} Target;

static void
target_free (gpointer data, GClosure *closure)
{
  Target *self = data;

  g_clear_object (&self->view);
  g_clear_object (&self->team);
  g_free (self);
}

static GtkWidget *
get_widget (GtkDropTarget *drop)
{
  return gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (drop));
}

/* Returns: (transfer none) (nullable) */
static LijnTeam *
get_team (const Target *self, GtkDropTarget *drop, LijnView **view)
{
  *view = self->view;

  return self->find != NULL ? self->find (get_widget (drop), view) : self->team;
}

/* Where it enters, and on: what the widget stands for may change meanwhile. */
static GdkDragAction
motion_cb (GtkDropTarget *drop, double x, double y, Target *self)
{
  LijnView *view;

  if (get_team (self, drop, &view) == NULL)
    return 0;
  gtk_widget_add_css_class (get_widget (drop), "lijn-drop");

  return GDK_ACTION_COPY;
}

static void
leave_cb (GtkDropTarget *drop)
{
  gtk_widget_remove_css_class (get_widget (drop), "lijn-drop");
}

/* A window with another project may be beside this one. */
static gboolean
are_of_project (GPtrArray *frictions, LijnTeam *team)
{
  for (guint i = 0; i < frictions->len; i++)
    if (lijn_object_get_project (frictions->pdata[i]) !=
        lijn_object_get_project (LIJN_OBJECT (team)))
      return FALSE;

  return TRUE;
}

static gboolean
assign_all (LijnTeam *team, GPtrArray *frictions, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_edit_begin (
      lijn_object_get_project (LIJN_OBJECT (team)),
      ngettext ("Give friction point to team", "Give friction points to team", frictions->len),
      error);

  if (edit == NULL)
    return FALSE;
  for (guint i = 0; i < frictions->len; i++)
    if (!lijn_object_is_gone (frictions->pdata[i]) &&
        lijn_edit_assign (team, frictions->pdata[i], error) == NULL)
      return FALSE;

  return lijn_edit_commit (g_steal_pointer (&edit), error);
}

static gboolean
drop_cb (GtkDropTarget *drop, const GValue *value, double x, double y, Target *self)
{
  LijnView *view;
  LijnTeam *team = get_team (self, drop, &view);
  GPtrArray *frictions = g_value_get_boxed (value);
  g_autoptr (LijnView) held = NULL;
  GError *error = NULL;
  gboolean ok;

  leave_cb (drop);
  if (frictions == NULL || team == NULL || !are_of_project (frictions, team))
    return FALSE;
  held = g_object_ref (view); /* the widget may go with what it showed */
  ok = assign_all (team, frictions, &error);

  return lijn_view_report (view, ok, error);
}

GdkContentProvider *
lijn_drag_frictions (GPtrArray *frictions)
{
  return gdk_content_provider_new_typed (lijn_frictions_get_type (), frictions);
}

void
lijn_drag_friction_from (GtkWidget *widget, LijnFriction *friction)
{
  GtkDragSource *source = gtk_drag_source_new ();
  g_autoptr (GPtrArray) frictions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GdkContentProvider) content = NULL;

  g_ptr_array_add (frictions, g_object_ref (friction));
  content = lijn_drag_frictions (frictions);
  gtk_drag_source_set_content (source, content);
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
}

static void
take_drops (GtkWidget *widget, LijnView *view, LijnTeam *team, LijnDragFindTeam find)
{
  GtkDropTarget *drop = gtk_drop_target_new (lijn_frictions_get_type (), GDK_ACTION_COPY);
  Target *self = g_new0 (Target, 1);

  g_set_object (&self->view, view);
  g_set_object (&self->team, team);
  self->find = find;
  g_signal_connect (drop, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (drop, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (drop, "leave", G_CALLBACK (leave_cb), NULL);
  g_signal_connect_data (drop, "drop", G_CALLBACK (drop_cb), self, target_free, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drop));
}

void
lijn_drag_friction_onto (GtkWidget *widget, LijnView *view, LijnTeam *team)
{
  take_drops (widget, view, team, NULL);
}

void
lijn_drag_friction_onto_found (GtkWidget *widget, LijnDragFindTeam find)
{
  take_drops (widget, NULL, NULL, find);
}
