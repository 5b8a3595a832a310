/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-rating-window.h"

#include "lijn-edit.h"
#include "lijn-rating-turn.h"
#include "lijn-ratings.h"
#include "lijn-session-parts.h"

#include <glib/gi18n.h>

struct _LijnRatingWindow
{
  LijnTurnsWindow parent_instance;

  LijnSession *session;
};

G_DEFINE_FINAL_TYPE (LijnRatingWindow, lijn_rating_window, LIJN_TYPE_TURNS_WINDOW)

static GtkWidget *
lijn_rating_window_make_turn (LijnTurnsWindow *window, LijnParty *party)
{
  return lijn_rating_turn_new (window, LIJN_RATING_WINDOW (window)->session, party);
}

static char *
lijn_rating_window_describe_turn (LijnTurnsWindow *window, LijnParty *party)
{
  LijnSession *session = LIJN_RATING_WINDOW (window)->session;
  g_autoptr (GPtrArray) open = lijn_ratings_list_open (session, party);

  return g_strdup_printf (ngettext ("%u interface to rate, from 1 to 5. Nobody sees the answers "
                                    "until both parties are in.",
                                    "%u interfaces to rate, from 1 to 5. Nobody sees the answers "
                                    "until both parties are in.",
                                    open->len),
                          open->len);
}

/* All that was revealed, the largest gap first. */
static void
reveal_cb (LijnRatingWindow *self)
{
  LijnTurnsWindow *window = LIJN_TURNS_WINDOW (self);
  GError *error = NULL;
  gboolean ok = lijn_edit_reveal_ratings (self->session, &error);

  if (lijn_turns_window_report (window, ok, error))
    lijn_turns_window_show_outcome (
        window, _ ("This is how you see it"),
        lijn_session_rated_list_new (lijn_turns_window_get_view (window), self->session));
}

static GtkWidget *
lijn_rating_window_make_end (LijnTurnsWindow *window)
{
  if (lijn_ratings_count_ready (LIJN_RATING_WINDOW (window)->session) == 0)
    return NULL;
  return lijn_turns_window_make_end_page (window, _ ("Both are in"), _ ("_Reveal"),
                                          G_CALLBACK (reveal_cb));
}

static void
lijn_rating_window_dispose (GObject *object)
{
  g_clear_object (&LIJN_RATING_WINDOW (object)->session);
  G_OBJECT_CLASS (lijn_rating_window_parent_class)->dispose (object);
}

static void
lijn_rating_window_class_init (LijnRatingWindowClass *klass)
{
  LijnTurnsWindowClass *turns_class = LIJN_TURNS_WINDOW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lijn_rating_window_dispose;
  turns_class->make_turn = lijn_rating_window_make_turn;
  turns_class->describe_turn = lijn_rating_window_describe_turn;
  turns_class->make_end = lijn_rating_window_make_end;
}

static void
lijn_rating_window_init (LijnRatingWindow *self)
{
}

/* Returns: (transfer container): the parties that have something to rate. */
static GPtrArray *
list_parties (LijnSession *session, LijnParty *only)
{
  g_autoptr (GPtrArray)
      all = lijn_project_list_parties (lijn_object_get_project (LIJN_OBJECT (session)));
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (GPtrArray) open = lijn_ratings_list_open (session, all->pdata[i]);

      if (open->len > 0 && (only == NULL || only == all->pdata[i]))
        g_ptr_array_add (found, all->pdata[i]);
    }
  return found;
}

void
lijn_rating_window_present (GtkWindow *over, LijnView *view, LijnSession *session, LijnParty *only)
{
  g_autoptr (GPtrArray) parties = list_parties (session, only);
  LijnRatingWindow *self;

  if (parties->len == 0)
    {
      lijn_view_say (view, _ ("There is nothing to rate: every interface has been rated and "
                              "revealed, or there is none."));
      return;
    }
  self = g_object_new (LIJN_TYPE_RATING_WINDOW, NULL);
  self->session = g_object_ref (session);
  lijn_turns_window_begin (LIJN_TURNS_WINDOW (self), view, over, _ ("Rate the interfaces"),
                           parties);
}
