/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-teams-page.h"

#include "lijn-badge.h"
#include "lijn-drag-friction.h"
#include "lijn-edit.h"
#include "lijn-lazy.h"
#include "lijn-link-row.h"
#include "lijn-names.h"
#include "lijn-new-team.h"
#include "lijn-progress.h"
#include "lijn-sync.h"
#include "lijn-team-sheet.h"
#include "lijn-warning-badge.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

#define LIST_WIDTH 250
#define MOST_WAITING 200 /* friction points listed; the register has them all */

struct _LijnTeamsPage
{
  AdwBin parent_instance;

  LijnView *view;
  GListStore *teams;
  GListStore *waiting; /* friction points that nobody works on */
  GtkListBox *list;
  GtkWidget *waiting_part;
  AdwBin *sheet;
  GtkStack *stack;
  LijnTeam *shown; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (LijnTeamsPage, lijn_teams_page, ADW_TYPE_BIN)

/* Teams. */

static void
update_row (GtkWidget *row)
{
  LijnTeam *team = g_object_get_data (G_OBJECT (row), "team");
  GtkLabel *name = g_object_get_data (G_OBJECT (row), "name");

  gtk_label_set_text (name, lijn_team_get_name (team));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lijn_team_get_name (team), -1);
}

static GtkWidget *
make_row_cb (gpointer team, gpointer data)
{
  LijnTeamsPage *self = data;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (name), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), lijn_badge_new (team));
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), lijn_warning_badge_new (self->view, team));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "team", g_object_ref (team), g_object_unref);
  g_object_set_data (G_OBJECT (row), "name", name);
  lijn_drag_friction_onto (row, self->view, team);
  g_signal_connect_object (team, "changed", G_CALLBACK (update_row), row, G_CONNECT_SWAPPED);
  update_row (row);
  return row;
}

static void
show_team (LijnTeamsPage *self, LijnTeam *team)
{
  if (!g_set_object (&self->shown, team))
    return;

  adw_bin_set_child (self->sheet, team != NULL ? lijn_team_sheet_new (self->view, team) : NULL);
  if (team != NULL)
    lijn_names_put_right (GTK_WIDGET (self->sheet));
}

static void
row_selected_cb (LijnTeamsPage *self, GtkListBoxRow *row)
{
  LijnTeam *team = row != NULL ? g_object_get_data (G_OBJECT (row), "team") : NULL;

  if (team == NULL)
    return;
  show_team (self, team);
  lijn_view_select (self->view, LIJN_OBJECT (team));
}

static GtkListBoxRow *
find_row (LijnTeamsPage *self, LijnTeam *team)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_object_get_data (G_OBJECT (row), "team") == team)
      return row;
  return NULL;
}

/* A team that is chosen elsewhere is shown here. */
static void
selection_changed_cb (LijnTeamsPage *self)
{
  LijnObject *object = lijn_view_get_selected (self->view);
  GtkListBoxRow *row = LIJN_IS_TEAM (object) ? find_row (self, LIJN_TEAM (object)) : NULL;

  if (row != NULL && !gtk_list_box_row_is_selected (row))
    gtk_list_box_select_row (self->list, row);
}

static void
add_team (LijnTeamsPage *self, LijnTeamKind kind)
{
  GError *error = NULL;
  LijnTeam *team = lijn_new_team (self->view, kind, &error);

  if (lijn_view_report (self->view, team != NULL, error))
    lijn_view_select (self->view, LIJN_OBJECT (team));
}

static void
add_team_cb (LijnTeamsPage *self)
{
  add_team (self, LIJN_TEAM_KIND_IMPROVEMENT);
}

static void
add_steering_cb (LijnTeamsPage *self)
{
  add_team (self, LIJN_TEAM_KIND_STEERING);
}

/* Friction points that nobody works on: what matters to the customer first, then by severity. */

static gboolean
is_waiting (LijnProject *project, LijnFriction *friction)
{
  return lijn_friction_is_open (friction) &&
         lijn_project_referrers (project, LIJN_TABLE_ASSIGNMENT, "friction", LIJN_OBJECT (friction))
                 ->len == 0;
}

static int
compare_waiting (gconstpointer a, gconstpointer b)
{
  LijnFriction *one = *(LijnFriction *const *) a, *other = *(LijnFriction *const *) b;
  int first = lijn_friction_get_priority (one), second = lijn_friction_get_priority (other);

  if (first != second && (first == 0 || second == 0))
    return first == 0 ? 1 : -1;
  if (first != second)
    return first - second;
  if (lijn_friction_get_worst (one) != lijn_friction_get_worst (other))
    return lijn_friction_get_worst (other) - lijn_friction_get_worst (one);
  return lijn_friction_get_number (one) - lijn_friction_get_number (other);
}

static void
update_waiting (LijnTeamsPage *self)
{
  LijnProject *project = lijn_view_get_project (self->view);
  GListModel *all = lijn_project_list (project, LIJN_TABLE_FRICTION);
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LijnFriction) friction = g_list_model_get_item (all, i);

      if (is_waiting (project, friction))
        g_ptr_array_add (waiting, friction);
    }
  g_ptr_array_sort (waiting, compare_waiting);
  if (waiting->len > MOST_WAITING)
    g_ptr_array_set_size (waiting, MOST_WAITING);
  lijn_sync_store (self->waiting, waiting);
  gtk_widget_set_visible (self->waiting_part, waiting->len > 0);
}

static GtkWidget *
make_waiting_cb (gpointer friction, gpointer data)
{
  LijnTeamsPage *self = data;
  GtkWidget *row = lijn_link_row_new (self->view, friction);

  lijn_drag_friction_from (row, friction);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), lijn_warning_badge_new (self->view, friction));
  return row;
}

static void
update (gpointer data)
{
  LijnTeamsPage *self = data;
  GListModel *all = lijn_project_list (lijn_view_get_project (self->view), LIJN_TABLE_TEAM);
  g_autoptr (GPtrArray) teams = g_ptr_array_new ();
  guint n = g_list_model_get_n_items (all);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LijnTeam) team = g_list_model_get_item (all, i);

      g_ptr_array_add (teams, team);
    }
  lijn_sync_store (self->teams, teams);
  update_waiting (self);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "sheet" : "nothing");

  selection_changed_cb (self);
  if (self->shown == NULL || lijn_object_is_gone (LIJN_OBJECT (self->shown)))
    show_team (self, n > 0 ? teams->pdata[0] : NULL);
}

static GtkWidget *
make_add_button (LijnTeamsPage *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  LijnStore *store = lijn_project_get_store (lijn_view_get_project (self->view));

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_sensitive (button, !lijn_store_is_read_only (store));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

static GtkWidget *
make_waiting (LijnTeamsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_ ("Nobody works on"));
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_tooltip_text (label, _ ("Drag a friction point onto a team"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_bind_model (GTK_LIST_BOX (list), G_LIST_MODEL (self->waiting), make_waiting_cb, self,
                           NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Friction points that nobody works on"), -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), list);
  return box;
}

static GtkWidget *
make_side (LijnTeamsPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->teams), make_row_cb, self, NULL);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Teams"), -1);
  self->waiting_part = make_waiting (self);

  gtk_widget_add_css_class (box, "lijn-controls");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box),
                  make_add_button (self, _ ("Add a team"), G_CALLBACK (add_team_cb)));
  gtk_box_append (GTK_BOX (box),
                  make_add_button (self, _ ("Add a steering group"), G_CALLBACK (add_steering_cb)));
  gtk_box_append (GTK_BOX (box), self->waiting_part);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, -1);
  return scroller;
}

static GtkWidget *
make_nothing (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "lijn-team-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("No team yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _ ("Form a team with members from both parties, give it "
                                      "friction points to work on, and let a "
                                      "steering group with the customer decide what comes first."));
  return page;
}

static void
lijn_teams_page_dispose (GObject *object)
{
  LijnTeamsPage *self = LIJN_TEAMS_PAGE (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_func (self->list, row_selected_cb, self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->list = NULL;
  g_clear_object (&self->teams);
  g_clear_object (&self->waiting);
  g_clear_object (&self->shown);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (lijn_teams_page_parent_class)->dispose (object);
}

static void
lijn_teams_page_class_init (LijnTeamsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_teams_page_dispose;
}

static void
lijn_teams_page_init (LijnTeamsPage *self)
{
  self->teams = g_list_store_new (LIJN_TYPE_OBJECT);
  self->waiting = g_list_store_new (LIJN_TYPE_OBJECT);
}

GtkWidget *
lijn_teams_page_new (LijnView *view)
{
  LijnTeamsPage *self = g_object_new (LIJN_TYPE_TEAMS_PAGE, NULL);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);

  self->view = g_object_ref (view);
  self->sheet = ADW_BIN (adw_bin_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->sheet), "sheet");
  gtk_stack_add_named (self->stack, make_nothing (), "nothing");
  gtk_paned_set_start_child (GTK_PANED (paned), make_side (self));
  gtk_paned_set_end_child (GTK_PANED (paned), GTK_WIDGET (self->stack));
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  adw_bin_set_child (ADW_BIN (self), paned);

  g_signal_connect_object (view, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  lijn_lazy_follow (self, lijn_view_get_project (view), update);
  return GTK_WIDGET (self);
}
