/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-project-page-private.h"

#include "lijn-late-menu.h"
#include "lijn-map-actions.h"
#include "lijn-names.h"
#include "lijn-recent.h"
#include "lijn-session-actions.h"

enum
{
  PROP_TITLE = 1,
};

G_DEFINE_FINAL_TYPE (LijnProjectPage, lijn_project_page, ADW_TYPE_BIN)

LijnProject *
lijn_project_page_get_project (LijnProjectPage *self)
{
  return self->project;
}

LijnView *
lijn_project_page_get_view (LijnProjectPage *self)
{
  return self->view;
}

const char *
lijn_project_page_get_title (LijnProjectPage *self)
{
  return lijn_project_get_title (self->project);
}

LijnWindow *
lijn_project_page_get_window (LijnProjectPage *self)
{
  return LIJN_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* Tools. */

static GtkToggleButton *
get_tool_button (LijnProjectPage *self, LijnTool tool)
{
  switch (tool)
    {
    case LIJN_TOOL_CONNECT:
      return self->tool_connect;
    case LIJN_TOOL_FRICTION:
      return self->tool_friction;
    case LIJN_TOOL_PAN:
      return self->tool_pan;
    case LIJN_TOOL_SELECT:
    default:
      return self->tool_select;
    }
}

static void
tool_changed_cb (LijnProjectPage *self)
{
  gtk_toggle_button_set_active (get_tool_button (self, lijn_view_get_tool (self->view)), TRUE);
}

static void
tool_toggled_cb (GtkToggleButton *button, LijnProjectPage *self)
{
  if (self->view == NULL || !gtk_toggle_button_get_active (button))
    return;

  for (LijnTool tool = LIJN_TOOL_SELECT; tool <= LIJN_TOOL_PAN; tool++)
    if (get_tool_button (self, tool) == button)
      lijn_view_set_tool (self->view, tool);
}

/* Life. */

void
lijn_project_page_grab_focus (LijnProjectPage *self)
{
  lijn_pages_grab_focus (self->pages);
}

void
lijn_project_page_close (LijnProjectPage *self)
{
  /* A field that is being typed in writes when the focus leaves it. */
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);

  lijn_project_page_note_panes (self);
  lijn_recent_note (self->project);
  lijn_recent_picture (self->project, lijn_view_get_map (self->view));
}

/* Alt with a digit goes to a page, as in a browser's row of tabs. */
static void
offer_pages (LijnProjectPage *self)
{
  guint n;
  const LijnPageKind *kinds = lijn_pages_get_kinds (&n);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < MIN (n, 9); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (GDK_KEY_1 + i, GDK_ALT_MASK),
                                         gtk_named_action_new ("page.go"), "s", kinds[i].name));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_stack_switcher_set_stack (self->switcher, lijn_pages_get_stack (self->pages));
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), n > 1);
}

static void
set_project (LijnProjectPage *self, LijnProject *project)
{
  GActionGroup *view_actions = NULL, *map_actions = NULL;

  self->project = g_object_ref (project);
  self->view = lijn_view_new (project);
  if (lijn_view_get_map (self->view) == NULL)
    lijn_view_set_map (self->view, lijn_project_get_first_map (project));

  view_actions = lijn_view_make_actions (self->view);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view", view_actions);
  g_object_unref (view_actions);
  map_actions = lijn_map_actions_new (self->view, GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "map", map_actions);
  g_object_unref (map_actions);
  lijn_pages_set_view (self->pages, self->view);
  lijn_project_page_fill_panes (self);
  lijn_session_actions_add (GTK_WIDGET (self), self->view, self->pages, self->session_bar);

  lijn_project_page_follow (self);
  g_signal_connect_object (self->view, "notify::tool", G_CALLBACK (tool_changed_cb), self,
                           G_CONNECT_SWAPPED);
  tool_changed_cb (self);
}

static void
lijn_project_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lijn_project_page_parent_class)->root (widget);
  lijn_project_page_place_panes (LIJN_PROJECT_PAGE (widget));
}

static void
lijn_project_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, lijn_project_page_get_title (LIJN_PROJECT_PAGE (object)));
}

static void
lijn_project_page_dispose (GObject *object)
{
  LijnProjectPage *self = LIJN_PROJECT_PAGE (object);

  g_clear_handle_id (&self->looking, g_source_remove);
  if (self->view != NULL)
    {
      lijn_outline_set_view (self->outline, NULL);
      lijn_inspector_set_view (self->inspector, NULL);
    }
  g_clear_object (&self->view);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (lijn_project_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LijnProjectPage, title);
  gtk_widget_class_bind_template_child (widget_class, LijnProjectPage, outline_toggle);
  gtk_widget_class_bind_template_child (widget_class, LijnProjectPage, inspector_toggle);
  gtk_widget_class_bind_template_child (widget_class, LijnProjectPage, undo);
  gtk_widget_class_bind_template_child (widget_class, LijnProjectPage, redo);
  gtk_widget_class_bind_template_child (widget_class, LijnProjectPage, add);
  gtk_widget_class_bind_template_child (widget_class, LijnProjectPage, add_menu);
  gtk_widget_class_bind_template_child (widget_class, LijnProjectPage, share);
  gtk_widget_class_bind_template_child (widget_class, LijnProjectPage, share_menu);
  gtk_widget_class_bind_template_child (widget_class, LijnProjectPage, primary);
  gtk_widget_class_bind_template_child (widget_class, LijnProjectPage, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, LijnProjectPage, tool_select);
  gtk_widget_class_bind_template_child (widget_class, LijnProjectPage, tool_connect);
  gtk_widget_class_bind_template_child (widget_class, LijnProjectPage, tool_friction);
  gtk_widget_class_bind_template_child (widget_class, LijnProjectPage, tool_pan);
  gtk_widget_class_bind_template_child (widget_class, LijnProjectPage, read_only_banner);
  gtk_widget_class_bind_template_child (widget_class, LijnProjectPage, outside_banner);
  gtk_widget_class_bind_template_child (widget_class, LijnProjectPage, disk_banner);
  gtk_widget_class_bind_template_child (widget_class, LijnProjectPage, outer);
  gtk_widget_class_bind_template_child (widget_class, LijnProjectPage, inner);
  gtk_widget_class_bind_template_child (widget_class, LijnProjectPage, outline);
  gtk_widget_class_bind_template_child (widget_class, LijnProjectPage, inspector);
  gtk_widget_class_bind_template_child (widget_class, LijnProjectPage, pages);
  gtk_widget_class_bind_template_child (widget_class, LijnProjectPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, LijnProjectPage, session_bar);
  gtk_widget_class_bind_template_callback (widget_class, tool_toggled_cb);
}

static void
lijn_project_page_class_init (LijnProjectPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LIJN_TYPE_BANNER);
  g_type_ensure (LIJN_TYPE_INSPECTOR);
  g_type_ensure (LIJN_TYPE_OUTLINE);
  g_type_ensure (LIJN_TYPE_PAGES);
  g_type_ensure (LIJN_TYPE_SESSION_BAR);

  object_class->dispose = lijn_project_page_dispose;
  object_class->get_property = lijn_project_page_get_property;
  widget_class->root = lijn_project_page_root;
  g_object_class_install_property (
      object_class, PROP_TITLE,
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waslijn/Waslijn/project-page.ui");
  bind_children (widget_class);
  lijn_project_page_install_actions (widget_class);
  lijn_project_page_install_pane_actions (widget_class);
}

static void
lijn_project_page_init (LijnProjectPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lijn_names_put_right (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "outline",
                                  lijn_outline_get_actions (self->outline));
  lijn_late_menu_set (self->add, self->add_menu);
  lijn_late_menu_set (self->share, self->share_menu);
  lijn_late_menu_set (self->primary, self->primary_menu);
  offer_pages (self);
  g_signal_connect_swapped (self->outline, "edit-requested", G_CALLBACK (lijn_project_page_edit),
                            self);
  lijn_project_page_add_panes (self);
}

GtkWidget *
lijn_project_page_new (LijnProject *project)
{
  LijnProjectPage *self = g_object_new (LIJN_TYPE_PROJECT_PAGE, NULL);

  set_project (self, project);

  return GTK_WIDGET (self);
}
