/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-session-parts.h"

#include "lijn-ballot-window.h"
#include "lijn-ballots.h"
#include "lijn-edit.h"
#include "lijn-link-row.h"

#include <glib/gi18n.h>

/* The dot vote of a session: starting one, who has put how many dots, and the result beside the
 * customer's own order. */

#define DOTS_AT_FIRST 5
#define MOST_DOTS 99

LijnBallot *
lijn_session_find_ballot (LijnSession *session)
{
  GListModel *all = lijn_project_list (lijn_object_get_project (LIJN_OBJECT (session)),
                                       LIJN_TABLE_BALLOT);
  LijnBallot *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LijnBallot) ballot = g_list_model_get_item (all, i);

      if (lijn_ballot_get_session (ballot) == session &&
          (found == NULL || lijn_ballot_get_closed (found)))
        found = ballot;
    }
  return found;
}

/* Results. */

static void
find_results (LijnView *view, LijnObject *ballot, GPtrArray *found)
{
  g_autoptr (GPtrArray) results = lijn_ballot_list_results (LIJN_BALLOT (ballot));

  for (guint i = 0; i < results->len; i++)
    g_ptr_array_add (found, ((const LijnBallotResult *) results->pdata[i])->friction);
}

static GtkWidget *
make_friction_row (LijnView *view, LijnObject *friction, GtkWidget *figure)
{
  GtkWidget *row = lijn_link_row_new (view, friction);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), figure);
  return row;
}

/* Who gave them, which is what the parties talk about next. */
static char *
describe_shares (LijnView *view, LijnBallot *ballot, LijnFriction *friction)
{
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (lijn_view_get_project (view));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parties->len; i++)
    {
      int dots = lijn_ballot_get_dots_of (ballot, friction, parties->pdata[i]);

      if (dots > 0)
        g_string_append_printf (text,
                                /* Translators: a party, and how many dots it put. */
                                text->len > 0 ? _ (" · %s: %d") : _ ("%s: %d"),
                                lijn_party_get_name (parties->pdata[i]), dots);
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_dots (LijnView *view, LijnBallot *ballot, LijnFriction *friction, int dots)
{
  g_autofree char *figure = g_strdup_printf (ngettext ("%d dot", "%d dots", (gulong) dots), dots);
  g_autofree char *shares = describe_shares (view, ballot, friction);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *total = gtk_label_new (figure), *by = gtk_label_new (shares);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (total, GTK_ALIGN_END);
  gtk_widget_set_halign (by, GTK_ALIGN_END);
  gtk_label_set_ellipsize (GTK_LABEL (by), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (by), 28);
  gtk_widget_set_tooltip_text (by, shares);
  gtk_widget_add_css_class (total, "title-4");
  gtk_widget_add_css_class (by, "caption");
  gtk_widget_add_css_class (by, "dim-label");
  gtk_box_append (GTK_BOX (box), total);
  gtk_box_append (GTK_BOX (box), by);
  return box;
}

static GtkWidget *
make_result (LijnView *view, LijnObject *ballot, LijnObject *friction)
{
  g_autoptr (GPtrArray) results = lijn_ballot_list_results (LIJN_BALLOT (ballot));
  int dots = 0;

  for (guint i = 0; i < results->len; i++)
    if (((const LijnBallotResult *) results->pdata[i])->friction == LIJN_FRICTION (friction))
      dots = ((const LijnBallotResult *) results->pdata[i])->dots;
  return make_friction_row (view, friction,
                            make_dots (view, LIJN_BALLOT (ballot), LIJN_FRICTION (friction), dots));
}

GtkWidget *
lijn_session_result_list_new (LijnView *view, LijnBallot *ballot)
{
  return lijn_live_list_new (view, LIJN_OBJECT (ballot), find_results, make_result);
}

static void
find_results_of_session (LijnView *view, LijnObject *session, GPtrArray *found)
{
  LijnBallot *ballot = lijn_session_find_ballot (LIJN_SESSION (session));

  if (ballot != NULL)
    find_results (view, LIJN_OBJECT (ballot), found);
}

static GtkWidget *
make_result_of_session (LijnView *view, LijnObject *session, LijnObject *friction)
{
  return make_result (view, LIJN_OBJECT (lijn_session_find_ballot (LIJN_SESSION (session))),
                      friction);
}

/* The customer's order. */

static void
find_priorities (LijnView *view, LijnObject *session, GPtrArray *found)
{
  g_autoptr (GPtrArray) order = lijn_ballots_list_priorities (lijn_view_get_project (view));

  for (guint i = 0; i < order->len; i++)
    g_ptr_array_add (found, order->pdata[i]);
}

static void
show_priority (GtkLabel *label, LijnFriction *friction)
{
  g_autofree char *figure = g_strdup_printf ("%d", lijn_friction_get_priority (friction));

  gtk_label_set_label (label, figure);
}

static GtkWidget *
make_priority (LijnView *view, LijnObject *session, LijnObject *friction)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_widget_add_css_class (label, "title-4");
  show_priority (GTK_LABEL (label), LIJN_FRICTION (friction));
  g_signal_connect_object (friction, "changed", G_CALLBACK (show_priority), label,
                           G_CONNECT_SWAPPED);
  return make_friction_row (view, friction, label);
}

static GtkWidget *
make_side (const char *title, GtkWidget *list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), list);
  gtk_widget_set_hexpand (box, TRUE);
  g_object_bind_property (list, "visible", box, "visible", G_BINDING_SYNC_CREATE);
  return box;
}

/* Voting. */

typedef struct
{
  LijnView *view;
  LijnSession *session;
  GtkLabel *status;
  GtkSpinButton *dots;
  GtkWidget *start; /* with the dots */
  GtkWidget *going; /* what can be done with an open vote */
} LijnVoting;

static void
lijn_voting_free (gpointer data)
{
  LijnVoting *self = data;

  g_object_unref (self->view);
  g_object_unref (self->session);
  g_free (self);
}

static LijnBallot *
find_open (LijnVoting *self)
{
  LijnBallot *ballot = lijn_session_find_ballot (self->session);

  return ballot != NULL && !lijn_ballot_get_closed (ballot) ? ballot : NULL;
}

static void
present (GtkWidget *button, LijnVoting *self, LijnBallot *ballot)
{
  lijn_ballot_window_present (GTK_WINDOW (gtk_widget_get_root (button)), self->view, ballot, NULL);
}

/* The vote belongs to this session, whether or not it is the one that runs. */
static LijnBallot *
add_ballot (LijnVoting *self, GError **error)
{
  LijnProject *project = lijn_view_get_project (self->view);
  g_autoptr (LijnEdit) edit = lijn_edit_begin (project, _ ("Start dot vote"), error);
  LijnBallot *ballot = edit != NULL
                           ? lijn_edit_add_ballot (
                                 project, "", gtk_spin_button_get_value_as_int (self->dots), error)
                           : NULL;

  return ballot != NULL &&
                 lijn_edit_set (LIJN_OBJECT (ballot), "session",
                                lijn_object_get_id (LIJN_OBJECT (self->session)), error) &&
                 lijn_edit_commit (g_steal_pointer (&edit), error)
             ? ballot
             : NULL;
}

static void
start_cb (GtkWidget *button, LijnVoting *self)
{
  GError *error = NULL;
  LijnBallot *ballot = add_ballot (self, &error);

  if (lijn_view_report (self->view, ballot != NULL, error))
    present (button, self, ballot);
}

static void
vote_cb (GtkWidget *button, LijnVoting *self)
{
  LijnBallot *ballot = find_open (self);

  if (ballot != NULL)
    present (button, self, ballot);
}

static void
close_cb (LijnVoting *self)
{
  LijnBallot *ballot = find_open (self);
  GError *error = NULL;
  gboolean ok = ballot == NULL || lijn_edit_close_ballot (ballot, &error);

  lijn_view_report (self->view, ok, error);
}

static char *
describe (LijnVoting *self, LijnBallot *ballot)
{
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (lijn_view_get_project (self->view));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parties->len; i++)
    g_string_append_printf (text,
                            /* Translators: a party, how many dots it has put, and of how many. */
                            text->len > 0 ? _ (" · %s: %d of %d dots") : _ ("%s: %d of %d dots"),
                            lijn_party_get_name (parties->pdata[i]),
                            lijn_ballot_count_used (ballot, parties->pdata[i]),
                            lijn_ballot_get_dots (ballot));
  return g_string_free (text, FALSE);
}

static void
update_status (GtkWidget *box)
{
  LijnVoting *self = g_object_get_data (G_OBJECT (box), "lijn-voting");
  LijnBallot *ballot;
  g_autofree char *text = NULL;

  if (lijn_object_is_gone (LIJN_OBJECT (self->session)))
    return;
  ballot = lijn_session_find_ballot (self->session);
  text = ballot != NULL ? describe (self, ballot) : g_strdup ("");
  gtk_label_set_label (self->status, text);
  gtk_widget_set_visible (GTK_WIDGET (self->status), ballot != NULL);
  gtk_widget_set_visible (self->start, find_open (self) == NULL);
  gtk_widget_set_visible (self->going, find_open (self) != NULL);
}

static GtkWidget *
make_start (LijnVoting *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Start a _vote…"));
  GtkWidget *label = gtk_label_new (_ ("Dots for each party"));

  self->dots = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (1, MOST_DOTS, 1));
  gtk_spin_button_set_value (self->dots, DOTS_AT_FIRST);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->dots), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Dots for each party"), -1);
  g_signal_connect (button, "clicked", G_CALLBACK (start_cb), self);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->dots));
  return box;
}

static GtkWidget *
make_going (LijnVoting *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *vote = gtk_button_new_with_mnemonic (_ ("_Vote…"));
  GtkWidget *close = gtk_button_new_with_mnemonic (_ ("C_lose the vote and show it"));

  g_signal_connect (vote, "clicked", G_CALLBACK (vote_cb), self);
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (close_cb), self);
  gtk_box_append (GTK_BOX (box), vote);
  gtk_box_append (GTK_BOX (box), close);
  return box;
}

void
lijn_session_add_votes (GtkBox *page, LijnView *view, LijnSession *session)
{
  LijnStore *store = lijn_project_get_store (lijn_view_get_project (view));
  AdwPreferencesGroup *group = lijn_inspect_add_group (page, _ ("Dot vote"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  LijnVoting *self = g_new0 (LijnVoting, 1);

  self->view = g_object_ref (view);
  self->session = g_object_ref (session);
  g_object_set_data_full (G_OBJECT (box), "lijn-voting", self, lijn_voting_free);
  self->status = GTK_LABEL (gtk_label_new (""));
  self->start = make_start (self);
  self->going = make_going (self);
  gtk_label_set_xalign (self->status, 0.0F);
  gtk_label_set_wrap (self->status, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->status), "dim-label");
  gtk_widget_set_sensitive (self->start, !lijn_store_is_read_only (store));
  gtk_widget_set_sensitive (self->going, !lijn_store_is_read_only (store));

  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  gtk_box_append (GTK_BOX (sides),
                  make_side (_ ("By dots"),
                             lijn_live_list_new (view, LIJN_OBJECT (session),
                                                 find_results_of_session, make_result_of_session)));
  gtk_box_append (GTK_BOX (sides), make_side (_ ("By the customer’s priority"),
                                              lijn_live_list_new (view, LIJN_OBJECT (session),
                                                                  find_priorities, make_priority)));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->status));
  gtk_box_append (GTK_BOX (box), self->start);
  gtk_box_append (GTK_BOX (box), self->going);
  gtk_box_append (GTK_BOX (box), sides);
  adw_preferences_group_set_description (
      group, _ ("Each party puts its dots by itself on the friction points that matter most to it. "
                "Nobody sees where until the vote is closed."));
  adw_preferences_group_add (group, box);
  lijn_session_follow (view, box, G_CALLBACK (update_status));
}
