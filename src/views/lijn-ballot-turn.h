/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-turns-window.h"

G_BEGIN_DECLS

/* Where one party puts its dots: a list of the friction points. Keys on a row: a digit puts so many
 * dots, plus and minus one more or less. Each dot is in the file at once. */

#define LIJN_TYPE_BALLOT_TURN (lijn_ballot_turn_get_type ())
G_DECLARE_FINAL_TYPE (LijnBallotTurn, lijn_ballot_turn, LIJN, BALLOT_TURN, AdwBin)

GtkWidget *lijn_ballot_turn_new (LijnTurnsWindow *window, LijnBallot *ballot, LijnParty *party);

G_END_DECLS
