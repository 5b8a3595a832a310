/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-turns-window.h"

G_BEGIN_DECLS

/* Rates the interfaces at a session: party by party, each its own interfaces, by itself; then all
 * is revealed together. @only: one party, when the others rate another time; NULL: all that give or
 * receive something. */

#define LIJN_TYPE_RATING_WINDOW (lijn_rating_window_get_type ())
G_DECLARE_FINAL_TYPE (LijnRatingWindow, lijn_rating_window, LIJN, RATING_WINDOW, LijnTurnsWindow)

void lijn_rating_window_present (GtkWindow *over, LijnView *view, LijnSession *session,
                                 LijnParty *only);

G_END_DECLS
