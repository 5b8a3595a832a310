/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-session-sheet.h"

#include "lijn-edit.h"
#include "lijn-minutes-view.h"
#include "lijn-names.h"
#include "lijn-session-parts.h"

#include <glib/gi18n.h>

#define WIDEST 860

struct _LijnSessionSheet
{
  AdwBin parent_instance;

  LijnView *view;
  LijnSession *session;

  GtkStack *stack;
  GtkButton *step; /* starts, ends, or starts again */
};

G_DEFINE_FINAL_TYPE (LijnSessionSheet, lijn_session_sheet, ADW_TYPE_BIN)

void
lijn_session_sheet_show_minutes (LijnSessionSheet *self)
{
  gtk_stack_set_visible_child_name (self->stack, "minutes");
}

static void
update (LijnSessionSheet *self)
{
  LijnSessionStatus status = lijn_session_get_status (self->session);

  gtk_button_set_label (self->step, status == LIJN_SESSION_STATUS_RUNNING ? _ ("_End the session")
                                    : status == LIJN_SESSION_STATUS_ENDED
                                        ? _ ("_Go on with it")
                                        : _ ("_Start the session"));
  if (status == LIJN_SESSION_STATUS_PLANNED)
    gtk_widget_add_css_class (GTK_WIDGET (self->step), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->step), "suggested-action");
  lijn_names_put_right (GTK_WIDGET (self->step));
}

static void
step_cb (LijnSessionSheet *self)
{
  gboolean running = lijn_session_get_status (self->session) == LIJN_SESSION_STATUS_RUNNING;
  GError *error = NULL;
  gboolean ok = running ? lijn_edit_end_session (self->session, &error)
                        : lijn_edit_start_session (self->session, &error);

  if (lijn_view_report (self->view, ok, error) && running)
    lijn_session_sheet_show_minutes (self);
}

/* The tab that is @by further. */
static gboolean
turn_cb (GtkWidget *widget, GVariant *by, gpointer unused)
{
  LijnSessionSheet *self = LIJN_SESSION_SHEET (widget);
  GtkSelectionModel *tabs = gtk_stack_get_pages (self->stack);
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (tabs)), at = 0;

  while (at + 1 < n && !gtk_selection_model_is_selected (tabs, (guint) at))
    at++;
  gtk_selection_model_select_item (tabs, (guint) ((at + n + g_variant_get_int32 (by)) % n), TRUE);
  g_object_unref (tabs);
  gtk_widget_grab_focus (widget);

  return TRUE;
}

/* Before the keys of what scrolls on a tab. */
static void
add_keys (LijnSessionSheet *self)
{
  static const struct
  {
    guint key;
    int by;
  } turns[] = { { GDK_KEY_Page_Down, 1 },
                { GDK_KEY_KP_Page_Down, 1 },
                { GDK_KEY_Page_Up, -1 },
                { GDK_KEY_KP_Page_Up, -1 } };
  GtkEventController *keys = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (turns[i].key, GDK_CONTROL_MASK),
                                         gtk_callback_action_new (turn_cb, NULL, NULL), "i",
                                         turns[i].by));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Returns: (transfer none): the box of a new tab. */
static GtkBox *
add_tab (LijnSessionSheet *self, const char *name, const char *title)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_stack_add_titled (self->stack, scroller, name, title);
  return GTK_BOX (box);
}

static void
fill (LijnSessionSheet *self)
{
  LijnView *view = self->view;
  LijnSession *session = self->session;
  GtkBox *tab = add_tab (self, "session", _ ("At the session"));
  AdwPreferencesGroup *group = lijn_inspect_add_group (tab, NULL);

  lijn_inspect_add_field (group, view, session, "title");
  lijn_inspect_add_field (group, view, session, "date");
  lijn_inspect_add_field (group, view, session, "place");
  lijn_session_add_agenda (tab, view, session);
  lijn_session_add_people (tab, view, session);
  lijn_session_add_decisions (tab, view, session);
  lijn_session_add_parked (tab, view, session);
  group = lijn_inspect_add_group (tab, NULL);
  lijn_inspect_add_note (group, view, session, "notes");

  tab = add_tab (self, "scores", _ ("Ratings and votes"));
  lijn_session_add_ratings (tab, view, session);
  lijn_session_add_votes (tab, view, session);
  lijn_session_add_pareto (tab, view, session);

  tab = add_tab (self, "minutes", C_ ("of a session", "Minutes"));
  gtk_box_append (tab, lijn_minutes_view_new (view, session));
}

static void
lijn_session_sheet_dispose (GObject *object)
{
  LijnSessionSheet *self = LIJN_SESSION_SHEET (object);

  g_clear_object (&self->view);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (lijn_session_sheet_parent_class)->dispose (object);
}

static gboolean
lijn_session_sheet_grab_focus (GtkWidget *widget)
{
  GtkWidget *tab = gtk_stack_get_visible_child (LIJN_SESSION_SHEET (widget)->stack);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, tab))
    return TRUE;
  gtk_widget_set_focus_child (tab, NULL); /* from the first on, wherever it was */
  return gtk_widget_child_focus (tab, GTK_DIR_TAB_FORWARD);
}

static void
lijn_session_sheet_class_init (LijnSessionSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_session_sheet_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = lijn_session_sheet_grab_focus;
}

static void
lijn_session_sheet_init (LijnSessionSheet *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_center_box_new ();
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  gtk_widget_add_css_class (switcher, "lijn-pages");
  self->step = GTK_BUTTON (gtk_button_new_with_mnemonic (""));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->step), _ ("Start or end a session (Shift+F4)"));
  g_signal_connect_swapped (self->step, "clicked", G_CALLBACK (step_cb), self);

  gtk_widget_add_css_class (head, "lijn-session-head");
  gtk_center_box_set_start_widget (GTK_CENTER_BOX (head), switcher);
  gtk_center_box_set_end_widget (GTK_CENTER_BOX (head), GTK_WIDGET (self->step));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  add_keys (self);
}

GtkWidget *
lijn_session_sheet_new (LijnView *view, LijnSession *session)
{
  LijnSessionSheet *self = g_object_new (LIJN_TYPE_SESSION_SHEET, NULL);
  LijnStore *store = lijn_project_get_store (lijn_view_get_project (view));

  self->view = g_object_ref (view);
  self->session = g_object_ref (session);
  fill (self);
  lijn_names_put_right (GTK_WIDGET (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->step), !lijn_store_is_read_only (store));
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  if (lijn_session_get_status (session) == LIJN_SESSION_STATUS_ENDED)
    lijn_session_sheet_show_minutes (self);

  return GTK_WIDGET (self);
}
