/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* Walks past what is assumed, one after the other on the map: for each it is confirmed, denied in words
 * (which pins a friction point there), or left for later. Of those that the party that speaks may
 * confirm; of all while nobody has said for whom he speaks. Keys while it has the focus: C, N, S, and
 * Escape to stop. */

#define LIJN_TYPE_WALK_BAR (lijn_walk_bar_get_type ())
G_DECLARE_FINAL_TYPE (LijnWalkBar, lijn_walk_bar, LIJN, WALK_BAR, AdwBin)

void lijn_walk_bar_set_view (LijnWalkBar *self, LijnView *view); /* (nullable) */

/* Begins with the first; says so when there is nothing to confirm. */
void lijn_walk_bar_start (LijnWalkBar *self);

G_END_DECLS
