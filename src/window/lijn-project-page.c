/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-project-page.h"

#include "lijn-banner.h"
#include "lijn-export.h"
#include "lijn-files.h"
#include "lijn-inspector.h"
#include "lijn-late-menu.h"
#include "lijn-mail.h"
#include "lijn-map-actions.h"
#include "lijn-names.h"
#include "lijn-outline.h"
#include "lijn-pages.h"
#include "lijn-place-file.h"
#include "lijn-print.h"
#include "lijn-progress-window.h"
#include "lijn-recent.h"
#include "lijn-session-actions.h"
#include "lijn-settings.h"
#include "lijn-window.h"

#include <glib/gi18n.h>

#define LOOK_OUTSIDE_SECONDS 1

struct _LijnProjectPage
{
  AdwBin parent_instance;

  LijnProject *project;
  LijnView *view;
  guint looking; /* source that looks for changes by other programs */
  gint64 first_frame; /* one after that of the clock when the page was first shown */

  AdwWindowTitle *title;
  GtkToggleButton *outline_toggle;
  GtkToggleButton *inspector_toggle;
  GtkWidget *undo;
  GtkWidget *redo;
  GtkMenuButton *add, *share, *primary;
  GMenuModel *add_menu, *share_menu, *primary_menu;
  GtkToggleButton *tool_select;
  GtkToggleButton *tool_connect;
  GtkToggleButton *tool_friction;
  GtkToggleButton *tool_pan;
  LijnBanner *read_only_banner;
  LijnBanner *outside_banner;
  LijnBanner *disk_banner;
  GtkPaned *outer;
  GtkPaned *inner;
  LijnOutline *outline;
  LijnInspector *inspector;
  LijnPages *pages;
  GtkStackSwitcher *switcher;
  LijnSessionBar *session_bar;
};

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

static LijnWindow *
get_window (LijnProjectPage *self)
{
  return LIJN_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* What follows the project. */

static void
update_title (LijnProjectPage *self)
{
  LijnMap *map = lijn_view_get_map (self->view);
  const char *title = lijn_project_get_title (self->project);
  const char *subtitle = map != NULL ? lijn_map_get_title (map) : "";

  adw_window_title_set_title (self->title,
                              title[0] != '\0' ? title : _ ("Project without a title"));
  adw_window_title_set_subtitle (self->title, g_strcmp0 (title, subtitle) != 0 ? subtitle : "");
  g_object_notify (G_OBJECT (self), "title");
}

static void
update_step (LijnProjectPage *self, GtkWidget *button, const char *action, const char *text,
             gboolean possible)
{
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, possible);
}

static void
update_history (LijnProjectPage *self)
{
  LijnStore *store = lijn_project_get_store (self->project);
  gboolean can_write = !lijn_store_is_read_only (store);
  const char *undo = can_write ? lijn_store_get_undo_label (store) : NULL;
  const char *redo = can_write ? lijn_store_get_redo_label (store) : NULL;
  g_autofree char *undo_text = NULL, *redo_text = NULL;

  /* Translators: %s is what was done, such as “Add step”. */
  undo_text = undo != NULL ? g_strdup_printf (_ ("Undo: %s"), undo) : g_strdup (_ ("Undo"));
  redo_text = redo != NULL ? g_strdup_printf (_ ("Redo: %s"), redo) : g_strdup (_ ("Redo"));
  update_step (self, self->undo, "page.undo", undo_text, undo != NULL);
  update_step (self, self->redo, "page.redo", redo_text, redo != NULL);
}

static void
refreshed_cb (LijnProjectPage *self)
{
  update_title (self);
  update_history (self);
}

static void
committed_cb (LijnProjectPage *self)
{
  update_history (self);
  lijn_banner_set_revealed (self->disk_banner, FALSE);
}

static void
message_cb (LijnProjectPage *self, const char *text)
{
  LijnWindow *window = get_window (self);

  if (window != NULL)
    lijn_window_toast (window, text);
}

static void
end_busy (gpointer progress)
{
  lijn_progress_window_end (progress);
}

static void
busy_cb (LijnProjectPage *self, const char *label, LijnBusy *busy)
{
  LijnProgressWindow *progress = lijn_progress_window_new (GTK_WINDOW (get_window (self)), label);

  busy->step = lijn_progress_window_step;
  busy->end = end_busy;
  busy->data = progress;
  busy->cancellable = lijn_progress_window_get_cancellable (progress);
}

static void
failed_cb (LijnProjectPage *self, const GError *error)
{
  if (!g_error_matches (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_DISK))
    return;

  lijn_banner_set_title (self->disk_banner, error->message);
  lijn_banner_set_revealed (self->disk_banner, TRUE);
}

static gboolean
look_outside_cb (gpointer data)
{
  LijnProjectPage *self = data;
  LijnStore *store = lijn_project_get_store (self->project);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  if (root == NULL || !gtk_window_is_active (GTK_WINDOW (root)))
    return G_SOURCE_CONTINUE;

  before = g_strdup (lijn_store_get_revision (store));
  if (!lijn_store_look_outside (store, &error))
    {
      if (error != NULL)
        failed_cb (self, error);
    }
  else if (!g_str_equal (before, lijn_store_get_revision (store)))
    lijn_banner_set_revealed (self->outside_banner, TRUE);

  return G_SOURCE_CONTINUE;
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

/* Actions. */

static void
edit_requested_cb (LijnProjectPage *self)
{
  gtk_toggle_button_set_active (self->inspector_toggle, TRUE);
  lijn_inspector_edit (self->inspector);
}

/* One goes on typing where one was; a button in the header bar passes the focus on to the map. */
static gboolean
is_typing (LijnProjectPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && GTK_IS_EDITABLE (focus);
}

/* Undo and redo leave the page in front; everything else that the map does is seen there. */
static void
canvas_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LijnProjectPage *self = LIJN_PROJECT_PAGE (widget);
  LijnCanvas *canvas = lijn_map_page_get_canvas (lijn_pages_get_map_page (self->pages));
  g_autofree char *name = g_strconcat ("canvas.", action + strlen ("page."), NULL);
  gboolean step = g_str_equal (action, "page.undo") || g_str_equal (action, "page.redo");

  if (!step)
    lijn_pages_show (self->pages, "map");
  gtk_widget_activate_action_variant (GTK_WIDGET (canvas), name, NULL);
  if (g_str_has_prefix (name, "canvas.add-") || g_str_has_prefix (name, "canvas.zoom-") ||
      (step && is_typing (self)))
    return;
  if (lijn_pages_is_map (self->pages))
    gtk_widget_grab_focus (GTK_WIDGET (canvas));
}

static void
capture_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LijnProjectPage *self = LIJN_PROJECT_PAGE (widget);

  lijn_pages_show (self->pages, "map");
  gtk_widget_grab_focus (
      GTK_WIDGET (lijn_map_page_get_capture (lijn_pages_get_map_page (self->pages))));
}

static void
search_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LijnProjectPage *self = LIJN_PROJECT_PAGE (widget);

  lijn_pages_show (self->pages, "map");
  lijn_find_bar_open (lijn_map_page_get_find_bar (lijn_pages_get_map_page (self->pages)),
                      g_str_equal (action, "page.search") ? LIJN_FIND_WORDS : LIJN_FIND_NUMBER);
}

/* @parameter: the id of a team. */
static void
print_charter_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LijnProjectPage *self = LIJN_PROJECT_PAGE (widget);
  LijnTeam *team = lijn_project_find (self->project, LIJN_TABLE_TEAM,
                                      g_variant_get_string (parameter, NULL));

  if (team != NULL)
    lijn_print_charter (GTK_WINDOW (get_window (self)), self->view, team);
}

static void
walk_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LijnProjectPage *self = LIJN_PROJECT_PAGE (widget);

  lijn_pages_show (self->pages, "map");
  lijn_map_page_walk (lijn_pages_get_map_page (self->pages));
}

static void
toggle_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LijnProjectPage *self = LIJN_PROJECT_PAGE (widget);
  GtkToggleButton *toggle = g_str_equal (action, "page.toggle-outline") ? self->outline_toggle
                                                                        : self->inspector_toggle;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (toggle)))
    return;
  gtk_toggle_button_set_active (toggle, !gtk_toggle_button_get_active (toggle));
}

/* The panes in the order in which F6 visits them; those that are hidden are passed over. */
static void
next_pane_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LijnProjectPage *self = LIJN_PROJECT_PAGE (widget);
  LijnMapPage *map = lijn_pages_get_map_page (self->pages);
  GtkStack *stack = lijn_pages_get_stack (self->pages);
  gboolean on_map = lijn_pages_is_map (self->pages);
  GtkWidget *panes[] = {
    GTK_WIDGET (self->outline),
    on_map ? GTK_WIDGET (lijn_map_page_get_canvas (map)) : gtk_stack_get_visible_child (stack),
    on_map ? GTK_WIDGET (lijn_map_page_get_capture (map)) : NULL,
    GTK_WIDGET (self->inspector),
  };
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  guint here = G_N_ELEMENTS (panes) - 1;

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    if (focus != NULL && panes[i] != NULL &&
        (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i])))
      here = i;

  for (guint i = 1; i <= G_N_ELEMENTS (panes); i++)
    {
      GtkWidget *pane = panes[(here + i) % G_N_ELEMENTS (panes)];

      if (pane != NULL && gtk_widget_get_visible (pane) &&
          (gtk_widget_grab_focus (pane) || gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD)))
        return;
    }
}

static void
begin_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  lijn_map_page_begin (lijn_pages_get_map_page (LIJN_PROJECT_PAGE (widget)->pages));
}

static void
go_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LijnProjectPage *self = LIJN_PROJECT_PAGE (widget);

  if (lijn_pages_show (self->pages, g_variant_get_string (parameter, NULL)) != NULL)
    lijn_pages_grab_focus (self->pages);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  lijn_export_present (GTK_WINDOW (get_window (LIJN_PROJECT_PAGE (widget))),
                       LIJN_PROJECT_PAGE (widget)->view);
}

static void
mail_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  lijn_mail_present (GTK_WINDOW (get_window (LIJN_PROJECT_PAGE (widget))),
                     LIJN_PROJECT_PAGE (widget)->view);
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  lijn_print_run (GTK_WINDOW (get_window (LIJN_PROJECT_PAGE (widget))),
                  LIJN_PROJECT_PAGE (widget)->view);
}

static void
print_preview_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  lijn_print_preview (GTK_WINDOW (get_window (LIJN_PROJECT_PAGE (widget))),
                      LIJN_PROJECT_PAGE (widget)->view);
}

static void
place_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LijnProjectPage *self = LIJN_PROJECT_PAGE (widget);

  lijn_place_file_move (GTK_WINDOW (get_window (self)), self->view);
}

static void
save_copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LijnProjectPage *self = LIJN_PROJECT_PAGE (widget);

  lijn_place_file_copy (GTK_WINDOW (get_window (self)), self->view);
}

static void
show_folder_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LijnProjectPage *self = LIJN_PROJECT_PAGE (widget);

  lijn_files_show (lijn_store_get_path (lijn_project_get_store (self->project)));
}

static const char *const canvas_actions[] = {
  "page.undo",         "page.redo",     "page.zoom-in",      "page.zoom-out",
  "page.zoom-100",     "page.zoom-fit", "page.add-step",     "page.add-step-across",
  "page.add-decision", "page.add-wait", "page.add-document", "page.add-start",
  "page.add-end",      "page.add-note", "page.add-friction", "page.add-remark",
  "page.tidy",
};

/* Life. */

void
lijn_project_page_grab_focus (LijnProjectPage *self)
{
  lijn_pages_grab_focus (self->pages);
}

void
lijn_project_page_close (LijnProjectPage *self)
{
  GSettings *settings = lijn_settings_get ();

  /* A field that is being typed in writes when the focus leaves it. */
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);

  if (gtk_widget_get_visible (GTK_WIDGET (self->outline)))
    g_settings_set_int (settings, "outline-width",
                        MAX (gtk_widget_get_width (GTK_WIDGET (self->outline)), 180));
  if (gtk_widget_get_visible (GTK_WIDGET (self->inspector)))
    g_settings_set_int (settings, "inspector-width",
                        MAX (gtk_widget_get_width (GTK_WIDGET (self->inspector)), 260));

  lijn_recent_note (self->project);
  lijn_recent_picture (self->project, lijn_view_get_map (self->view));
}

static void
restore_panes (LijnProjectPage *self)
{
  GSettings *settings = lijn_settings_get ();

  g_settings_bind (settings, "show-outline", self->outline_toggle, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "show-inspector", self->inspector_toggle, "active",
                   G_SETTINGS_BIND_DEFAULT);
}

/* Panes as wide as they were: of the inner one that counts from the right edge, of a window that may
 * not have its size yet. */
static void
lijn_project_page_root (GtkWidget *widget)
{
  LijnProjectPage *self = LIJN_PROJECT_PAGE (widget);
  GSettings *settings = lijn_settings_get ();
  int outline = g_settings_get_int (settings, "outline-width");
  int inspector = g_settings_get_int (settings, "inspector-width");
  gboolean shown = g_settings_get_boolean (settings, "show-outline");
  int width;

  GTK_WIDGET_CLASS (lijn_project_page_parent_class)->root (widget);
  width = gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (widget)));
  if (width == 0)
    width = g_settings_get_int (settings, "window-width");
  gtk_paned_set_position (self->outer, outline);
  gtk_paned_set_position (self->inner, MAX (320, width - (shown ? outline : 0) - inspector));
}

/* A pane is seen while its button is down, beside a page that it says something about. */
static void
update_pane (GtkToggleButton *toggle, GtkWidget *pane, gboolean useful)
{
  gtk_widget_set_sensitive (GTK_WIDGET (toggle), useful);
  gtk_widget_set_visible (pane, useful && gtk_toggle_button_get_active (toggle));
}

static void
update_panes (LijnProjectPage *self)
{
  LijnPanes panes = lijn_pages_get_panes (self->pages);

  update_pane (self->outline_toggle, GTK_WIDGET (self->outline), (panes & LIJN_PANE_OUTLINE) != 0);
  update_pane (self->inspector_toggle, GTK_WIDGET (self->inspector),
               (panes & LIJN_PANE_INSPECTOR) != 0);
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

  g_signal_connect_object (lijn_pages_get_stack (self->pages), "notify::visible-child",
                           G_CALLBACK (update_panes), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->outline_toggle, "toggled", G_CALLBACK (update_panes), self);
  g_signal_connect_swapped (self->inspector_toggle, "toggled", G_CALLBACK (update_panes), self);
}

static void
follow (LijnProjectPage *self)
{
  LijnStore *store = lijn_project_get_store (self->project);

  g_signal_connect_object (self->project, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "committed", G_CALLBACK (committed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::map", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::tool", G_CALLBACK (tool_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "edit-requested", G_CALLBACK (edit_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "message", G_CALLBACK (message_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "busy", G_CALLBACK (busy_cb), self, G_CONNECT_SWAPPED);

  lijn_banner_set_revealed (self->read_only_banner, lijn_store_is_read_only (store));
  self->looking = g_timeout_add_seconds (LOOK_OUTSIDE_SECONDS, look_outside_cb, self);
}

/* The map is what people wait for: what stands beside it is filled once the first frame has shown
 * it, in the second one. */
static gboolean
fill_panes_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LijnProjectPage *self = LIJN_PROJECT_PAGE (widget);
  gint64 frame = gdk_frame_clock_get_frame_counter (clock);

  if (self->first_frame == 0)
    self->first_frame = frame + 1;
  if (frame < self->first_frame)
    return G_SOURCE_CONTINUE;

  lijn_outline_set_view (self->outline, self->view);
  lijn_inspector_set_view (self->inspector, self->view);
  return G_SOURCE_REMOVE;
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
  gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_panes_cb, NULL, NULL);
  lijn_session_actions_add (GTK_WIDGET (self), self->view, self->pages, self->session_bar);

  follow (self);
  refreshed_cb (self);
  tool_changed_cb (self);
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
install_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (canvas_actions); i++)
    gtk_widget_class_install_action (widget_class, canvas_actions[i], NULL, canvas_action_cb);

  gtk_widget_class_install_action (widget_class, "page.go", "s", go_cb);
  gtk_widget_class_install_action (widget_class, "page.capture", NULL, capture_cb);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "page.go-to-number", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "page.walk", NULL, walk_cb);
  gtk_widget_class_install_action (widget_class, "page.print-charter", "s", print_charter_cb);
  gtk_widget_class_install_action (widget_class, "page.toggle-outline", NULL, toggle_cb);
  gtk_widget_class_install_action (widget_class, "page.toggle-inspector", NULL, toggle_cb);
  gtk_widget_class_install_action (widget_class, "page.next-pane", NULL, next_pane_cb);
  gtk_widget_class_install_action (widget_class, "page.begin", NULL, begin_cb);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "page.mail", NULL, mail_cb);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "page.print-preview", NULL, print_preview_cb);
  gtk_widget_class_install_action (widget_class, "page.place", NULL, place_cb);
  gtk_widget_class_install_action (widget_class, "page.save-copy", NULL, save_copy_cb);
  gtk_widget_class_install_action (widget_class, "page.show-folder", NULL, show_folder_cb);
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
  install_actions (widget_class);
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
  g_signal_connect_swapped (self->outline, "edit-requested", G_CALLBACK (edit_requested_cb), self);
  restore_panes (self);
  update_panes (self);
}

GtkWidget *
lijn_project_page_new (LijnProject *project)
{
  LijnProjectPage *self = g_object_new (LIJN_TYPE_PROJECT_PAGE, NULL);

  set_project (self, project);

  return GTK_WIDGET (self);
}
