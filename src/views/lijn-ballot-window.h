/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-turns-window.h"

G_BEGIN_DECLS

/* Votes with dots: party by party, each by itself; then the ballot is closed and the result shown.
 * @only: one party; NULL: all. */

#define LIJN_TYPE_BALLOT_WINDOW (lijn_ballot_window_get_type ())
G_DECLARE_FINAL_TYPE (LijnBallotWindow, lijn_ballot_window, LIJN, BALLOT_WINDOW, LijnTurnsWindow)

void lijn_ballot_window_present (GtkWindow *over, LijnView *view, LijnBallot *ballot,
                                 LijnParty *only);

G_END_DECLS
