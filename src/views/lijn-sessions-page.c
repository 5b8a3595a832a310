/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-sessions-page.h"

#include "lijn-edit.h"
#include "lijn-session-sheet.h"
#include "lijn-text.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

#define LIST_WIDTH 210

struct _LijnSessionsPage
{
  AdwBin parent_instance;

  LijnView *view;
  LijnSession *session; /* (nullable): the one that is shown */

  GtkListBox *list;
  GtkWidget *add;
  GtkStack *stack;
  AdwBin *place;
};

G_DEFINE_FINAL_TYPE (LijnSessionsPage, lijn_sessions_page, ADW_TYPE_BIN)

static GListModel *
list_sessions (LijnSessionsPage *self)
{
  return lijn_project_list (lijn_view_get_project (self->view), LIJN_TABLE_SESSION);
}

static gboolean
has_focus_in (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* The focus goes from one sheet to the other at once: without one, keys would go nowhere until the next
 * frame. */
static void
show_sheet (LijnSessionsPage *self, LijnSession *session)
{
  gboolean had_focus = has_focus_in (GTK_WIDGET (self->place));

  if (self->session == session)
    return;
  g_set_object (&self->session, session);
  adw_bin_set_child (self->place,
                     session != NULL ? lijn_session_sheet_new (self->view, session) : NULL);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static LijnSession *
find_last (LijnSessionsPage *self)
{
  LijnSession *running = lijn_project_get_running_session (lijn_view_get_project (self->view));
  GListModel *all = list_sessions (self);
  guint n = g_list_model_get_n_items (all);
  g_autoptr (LijnSession) last = n > 0 ? g_list_model_get_item (all, n - 1) : NULL;

  return running != NULL ? running : last;
}

void
lijn_sessions_page_choose (LijnSessionsPage *self, LijnSession *session)
{
  GListModel *all = list_sessions (self);

  if (session == NULL)
    session = find_last (self);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LijnSession) at = g_list_model_get_item (all, i);

      if (at == session)
        gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
    }
  show_sheet (self, session);
}

static void
row_selected_cb (LijnSessionsPage *self, GtkListBoxRow *row)
{
  if (row != NULL)
    show_sheet (self, g_object_get_data (G_OBJECT (row), "lijn-session"));
}

static LijnSession *
add_session (LijnSessionsPage *self)
{
  g_autofree char *today = lijn_text_today ();
  GError *error = NULL;
  LijnSession *session = lijn_edit_add_session (lijn_view_get_project (self->view), "", "", today,
                                                &error);

  lijn_view_report (self->view, session != NULL, error);
  return session;
}

/* A new session is named first. */
static void
add_cb (LijnSessionsPage *self)
{
  LijnSession *session = add_session (self);

  if (session == NULL)
    return;
  lijn_sessions_page_choose (self, session);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
end_session (LijnSessionsPage *self, LijnSession *session)
{
  GError *error = NULL;
  gboolean ok = lijn_edit_end_session (session, &error);

  if (!lijn_view_report (self->view, ok, error))
    return;
  lijn_sessions_page_choose (self, session);
  lijn_session_sheet_show_minutes (LIJN_SESSION_SHEET (adw_bin_get_child (self->place)));
}

void
lijn_sessions_page_start_or_end (LijnSessionsPage *self)
{
  LijnSession *running = lijn_project_get_running_session (lijn_view_get_project (self->view));
  LijnSession *session = self->session;
  GError *error = NULL;
  gboolean ok;

  if (running != NULL)
    {
      end_session (self, running);
      return;
    }
  if (session == NULL || lijn_session_get_status (session) != LIJN_SESSION_STATUS_PLANNED)
    session = add_session (self);
  if (session == NULL)
    return;
  ok = lijn_edit_start_session (session, &error);
  if (lijn_view_report (self->view, ok, error))
    lijn_sessions_page_choose (self, session);
}

static void
update_row (AdwActionRow *row, LijnSession *session)
{
  const char *status = lijn_word_for_session_status (lijn_session_get_status (session));
  const char *date = lijn_session_get_date (session);
  g_autofree char *title = *lijn_session_get_title (session) != '\0'
                               ? g_strdup_printf ("%d. %s", lijn_session_get_number (session),
                                                  lijn_session_get_title (session))
                               : g_strdup_printf (_ ("Session %d"),
                                                  lijn_session_get_number (session));
  g_autofree char *subtitle = *date != '\0' ? g_strdup_printf ("%s · %s", date, status)
                                            : g_strdup (status);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
}

static GtkWidget *
make_row_cb (gpointer item, gpointer unused)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  g_object_set_data_full (G_OBJECT (row), "lijn-session", g_object_ref (item), g_object_unref);
  update_row (ADW_ACTION_ROW (row), item);
  g_signal_connect_object (item, "changed", G_CALLBACK (update_row), row, G_CONNECT_SWAPPED);
  return row;
}

/* When the session that is shown goes, another is. */
static void
sessions_changed_cb (LijnSessionsPage *self)
{
  gtk_stack_set_visible_child_name (
      self->stack, g_list_model_get_n_items (list_sessions (self)) > 0 ? "sessions" : "none");
  if (self->session == NULL || lijn_object_is_gone (LIJN_OBJECT (self->session)))
    lijn_sessions_page_choose (self, NULL);
}

static void
lijn_sessions_page_dispose (GObject *object)
{
  LijnSessionsPage *self = LIJN_SESSIONS_PAGE (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  self->list = NULL;
  g_clear_object (&self->session);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (lijn_sessions_page_parent_class)->dispose (object);
}

/* What is to be filled in, not the list beside it. */
static gboolean
lijn_sessions_page_grab_focus (GtkWidget *widget)
{
  GtkWidget *sheet = adw_bin_get_child (LIJN_SESSIONS_PAGE (widget)->place);

  return sheet != NULL && gtk_widget_grab_focus (sheet);
}

static void
lijn_sessions_page_class_init (LijnSessionsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_sessions_page_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = lijn_sessions_page_grab_focus;
}

static GtkWidget *
make_add_button (LijnSessionsPage *self, const char *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_cb), self);
  return button;
}

static GtkWidget *
make_side (LijnSessionsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->add = make_add_button (self, _ ("_New session"));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sessions"), -1);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, -1);
  gtk_widget_set_margin_start (self->add, 6);
  gtk_widget_set_margin_end (self->add, 6);
  gtk_widget_set_margin_top (self->add, 6);
  gtk_widget_set_margin_bottom (self->add, 6);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), self->add);
  return box;
}

static GtkWidget *
make_empty (LijnSessionsPage *self)
{
  GtkWidget *empty = adw_status_page_new ();
  GtkWidget *button = make_add_button (self, _ ("_New session"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "lijn-session-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _ ("No joint session yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (empty),
      _ ("At a session customer and supplier look at the map together. What is added and changed "
         "while it runs makes the minutes."));
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  adw_status_page_set_child (ADW_STATUS_PAGE (empty), button);
  return empty;
}

static void
lijn_sessions_page_init (LijnSessionsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->stack = GTK_STACK (gtk_stack_new ());
  self->place = ADW_BIN (adw_bin_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->place), TRUE);
  gtk_box_append (GTK_BOX (box), make_side (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->place));
  gtk_stack_add_named (self->stack, box, "sessions");
  gtk_stack_add_named (self->stack, make_empty (self), "none");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  gtk_widget_add_css_class (GTK_WIDGET (self), "lijn-pane");
}

GtkWidget *
lijn_sessions_page_new (LijnView *view)
{
  LijnSessionsPage *self = g_object_new (LIJN_TYPE_SESSIONS_PAGE, NULL);
  LijnStore *store = lijn_project_get_store (lijn_view_get_project (view));

  self->view = g_object_ref (view);
  gtk_widget_set_sensitive (self->add, !lijn_store_is_read_only (store));
  gtk_list_box_bind_model (self->list, list_sessions (self), make_row_cb, NULL, NULL);
  g_signal_connect_object (list_sessions (self), "items-changed", G_CALLBACK (sessions_changed_cb),
                           self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  sessions_changed_cb (self);

  return GTK_WIDGET (self);
}
