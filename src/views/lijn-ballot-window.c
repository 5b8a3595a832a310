/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-ballot-window.h"

#include "lijn-ballot-turn.h"
#include "lijn-ballots.h"
#include "lijn-edit.h"
#include "lijn-session-parts.h"

#include <glib/gi18n.h>

struct _LijnBallotWindow
{
  LijnTurnsWindow parent_instance;

  LijnBallot *ballot;
};

G_DEFINE_FINAL_TYPE (LijnBallotWindow, lijn_ballot_window, LIJN_TYPE_TURNS_WINDOW)

static GtkWidget *
lijn_ballot_window_make_turn (LijnTurnsWindow *window, LijnParty *party)
{
  return lijn_ballot_turn_new (window, LIJN_BALLOT_WINDOW (window)->ballot, party);
}

static char *
lijn_ballot_window_describe_turn (LijnTurnsWindow *window, LijnParty *party)
{
  int dots = lijn_ballot_get_dots (LIJN_BALLOT_WINDOW (window)->ballot);

  return g_strdup_printf (ngettext ("%d dot to put on what matters most to you. Nobody sees where "
                                    "until the vote is closed.",
                                    "%d dots to put on what matters most to you. Nobody sees where "
                                    "until the vote is closed.",
                                    (gulong) dots),
                          dots);
}

static void
close_cb (LijnBallotWindow *self)
{
  LijnTurnsWindow *window = LIJN_TURNS_WINDOW (self);
  GError *error = NULL;
  gboolean ok = lijn_edit_close_ballot (self->ballot, &error);

  if (lijn_turns_window_report (window, ok, error))
    lijn_turns_window_show_outcome (
        window, _ ("What matters most"),
        lijn_session_result_list_new (lijn_turns_window_get_view (window), self->ballot));
}

static GtkWidget *
lijn_ballot_window_make_end (LijnTurnsWindow *window)
{
  if (!lijn_rules_close_ballot (LIJN_BALLOT_WINDOW (window)->ballot, NULL))
    return NULL;
  return lijn_turns_window_make_end_page (window, _ ("All have voted"),
                                          _ ("_Close the vote and show it"), G_CALLBACK (close_cb));
}

static void
lijn_ballot_window_dispose (GObject *object)
{
  g_clear_object (&LIJN_BALLOT_WINDOW (object)->ballot);
  G_OBJECT_CLASS (lijn_ballot_window_parent_class)->dispose (object);
}

static void
lijn_ballot_window_class_init (LijnBallotWindowClass *klass)
{
  LijnTurnsWindowClass *turns_class = LIJN_TURNS_WINDOW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lijn_ballot_window_dispose;
  turns_class->make_turn = lijn_ballot_window_make_turn;
  turns_class->describe_turn = lijn_ballot_window_describe_turn;
  turns_class->make_end = lijn_ballot_window_make_end;
}

static void
lijn_ballot_window_init (LijnBallotWindow *self)
{
}

void
lijn_ballot_window_present (GtkWindow *over, LijnView *view, LijnBallot *ballot, LijnParty *only)
{
  g_autoptr (GPtrArray) choices = lijn_ballot_list_choices (ballot);
  g_autoptr (GPtrArray) parties = only != NULL
                                      ? g_ptr_array_new ()
                                      : lijn_project_list_parties (lijn_view_get_project (view));
  LijnBallotWindow *self;

  if (only != NULL)
    g_ptr_array_add (parties, only);
  if (choices->len == 0 || parties->len == 0)
    {
      lijn_view_say (view, _ ("There is nothing to vote for: no friction point that all parties "
                              "see is still to be solved."));
      return;
    }
  self = g_object_new (LIJN_TYPE_BALLOT_WINDOW, NULL);
  self->ballot = g_object_ref (ballot);
  lijn_turns_window_begin (LIJN_TURNS_WINDOW (self), view, over,
                           *lijn_ballot_get_title (ballot) != '\0' ? lijn_ballot_get_title (ballot)
                                                                   : _ ("Dot vote"),
                           parties);
}
