/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-turns-window.h"

G_BEGIN_DECLS

/* What one party rates, an interface at a time: its score, what it believes the other's is, and a
 * word about it. Each answer is in the file at once. Keys: 1 to 5 answers and goes on, the arrows
 * go back and forth. It ends the turn of @window after the last. */

#define LIJN_TYPE_RATING_TURN (lijn_rating_turn_get_type ())
G_DECLARE_FINAL_TYPE (LijnRatingTurn, lijn_rating_turn, LIJN, RATING_TURN, AdwBin)

GtkWidget *lijn_rating_turn_new (LijnTurnsWindow *window, LijnSession *session, LijnParty *party);

G_END_DECLS
