/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-project-page.h"

#include "lijn-banner.h"
#include "lijn-inspector.h"
#include "lijn-outline.h"
#include "lijn-pages.h"
#include "lijn-session-bar.h"
#include "lijn-window.h"

G_BEGIN_DECLS

/* What the files of a project's page share: lijn-project-page.c is the widget and its tools;
 * -follow.c what it shows of the project; -panes.c outline and inspector beside the pages;
 * -actions.c the rest of the actions page.NAME. */

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

/* lijn-project-page.c. Returns: (transfer none) (nullable): NULL while it is in no window. */
LijnWindow *lijn_project_page_get_window (LijnProjectPage *self);

/* lijn-project-page-follow.c: follows the project and the view from here on, as long as the page
 * lives, and looks what other programs do to the file. */
void lijn_project_page_follow (LijnProjectPage *self);

/* lijn-project-page-panes.c. the actions page.toggle-outline,
 * page.toggle-inspector and page.next-pane. */
void lijn_project_page_install_pane_actions (GtkWidgetClass *widget_class);

/* Once: shows the panes that were shown, beside the pages that they say something about. */
void lijn_project_page_add_panes (LijnProjectPage *self);

/* Fills them a frame after the map, which is what people wait for. */
void lijn_project_page_fill_panes (LijnProjectPage *self);

/* Panes as wide as they were, once the page is in a window; and that this is remembered. */
void lijn_project_page_place_panes (LijnProjectPage *self);
void lijn_project_page_note_panes (LijnProjectPage *self);

/* Shows the inspector with what is selected ready to be edited. */
void lijn_project_page_edit (LijnProjectPage *self);

/* lijn-project-page-actions.c */
void lijn_project_page_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
