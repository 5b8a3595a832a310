/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-project-page-private.h"

#include "lijn-export.h"
#include "lijn-files.h"
#include "lijn-mail.h"
#include "lijn-place-file.h"
#include "lijn-print.h"

/* What the header bar, the menus and the keys ask of a project's page. What is done to the map the
 * canvas does; what goes to a file, to paper or by mail has a dialog of its own. */

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
    lijn_print_charter (GTK_WINDOW (lijn_project_page_get_window (self)), self->view, team);
}

static void
walk_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LijnProjectPage *self = LIJN_PROJECT_PAGE (widget);

  lijn_pages_show (self->pages, "map");
  lijn_map_page_walk (lijn_pages_get_map_page (self->pages));
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
  lijn_export_present (GTK_WINDOW (lijn_project_page_get_window (LIJN_PROJECT_PAGE (widget))),
                       LIJN_PROJECT_PAGE (widget)->view);
}

static void
mail_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  lijn_mail_present (GTK_WINDOW (lijn_project_page_get_window (LIJN_PROJECT_PAGE (widget))),
                     LIJN_PROJECT_PAGE (widget)->view);
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  lijn_print_run (GTK_WINDOW (lijn_project_page_get_window (LIJN_PROJECT_PAGE (widget))),
                  LIJN_PROJECT_PAGE (widget)->view);
}

static void
print_preview_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  lijn_print_preview (GTK_WINDOW (lijn_project_page_get_window (LIJN_PROJECT_PAGE (widget))),
                      LIJN_PROJECT_PAGE (widget)->view);
}

static void
place_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LijnProjectPage *self = LIJN_PROJECT_PAGE (widget);

  lijn_place_file_move (GTK_WINDOW (lijn_project_page_get_window (self)), self->view);
}

static void
save_copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LijnProjectPage *self = LIJN_PROJECT_PAGE (widget);

  lijn_place_file_copy (GTK_WINDOW (lijn_project_page_get_window (self)), self->view);
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

void
lijn_project_page_install_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (canvas_actions); i++)
    gtk_widget_class_install_action (widget_class, canvas_actions[i], NULL, canvas_action_cb);

  gtk_widget_class_install_action (widget_class, "page.go", "s", go_cb);
  gtk_widget_class_install_action (widget_class, "page.capture", NULL, capture_cb);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "page.go-to-number", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "page.walk", NULL, walk_cb);
  gtk_widget_class_install_action (widget_class, "page.print-charter", "s", print_charter_cb);
  gtk_widget_class_install_action (widget_class, "page.begin", NULL, begin_cb);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "page.mail", NULL, mail_cb);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "page.print-preview", NULL, print_preview_cb);
  gtk_widget_class_install_action (widget_class, "page.place", NULL, place_cb);
  gtk_widget_class_install_action (widget_class, "page.save-copy", NULL, save_copy_cb);
  gtk_widget_class_install_action (widget_class, "page.show-folder", NULL, show_folder_cb);
}
