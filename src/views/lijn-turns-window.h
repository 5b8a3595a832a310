/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* A full-screen window that goes from party to party: a cover that says to whom the laptop goes,
 * then what that party answers by itself, then a cover again. What one party answers is not there
 * any more, in no widget, when the next cover shows; until all have answered nothing is told.
 *
 * Escape, on a cover, leaves; in the middle of a turn it ends the turn first, so that the cover
 * stands between what was answered and whoever looks next. */

#define LIJN_TYPE_TURNS_WINDOW (lijn_turns_window_get_type ())
G_DECLARE_DERIVABLE_TYPE (LijnTurnsWindow, lijn_turns_window, LIJN, TURNS_WINDOW, AdwWindow)

struct _LijnTurnsWindowClass
{
  AdwWindowClass parent_class;

  /* Returns: (transfer floating): what @party answers on. Made when its turn begins, and destroyed
   * when it ends. */
  GtkWidget *(*make_turn) (LijnTurnsWindow *self, LijnParty *party);

  /* Returns: (transfer full): what stands on the cover before @party's turn: how far it is. */
  char *(*describe_turn) (LijnTurnsWindow *self, LijnParty *party);

  /* Called once the last party has finished. Returns: (transfer floating) (nullable): what to show
   * then; NULL: the window closes. */
  GtkWidget *(*make_end) (LijnTurnsWindow *self);
};

/* Shows the cover for the first of @parties. @title is the window's, and stands on each cover. */
void lijn_turns_window_begin (LijnTurnsWindow *self, LijnView *view, GtkWindow *over,
                              const char *title, GPtrArray *parties);

LijnView *lijn_turns_window_get_view (LijnTurnsWindow *self);

/* Ends the turn: the next party's cover, or the end. */
void lijn_turns_window_next (LijnTurnsWindow *self);

/* For make_end(): a page that says @heading, with the button @label that calls @clicked with the
 * window. (transfer floating) */
GtkWidget *lijn_turns_window_make_end_page (LijnTurnsWindow *self, const char *heading,
                                            const char *label, GCallback clicked);

/* Shows @list below @heading, to be scrolled: what came out. */
void lijn_turns_window_show_outcome (LijnTurnsWindow *self, const char *heading, GtkWidget *list);

/* Says what went wrong, below what is shown; takes @error. Returns: @ok. */
gboolean lijn_turns_window_report (LijnTurnsWindow *self, gboolean ok, GError *error);

G_END_DECLS
