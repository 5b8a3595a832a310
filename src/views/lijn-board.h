/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* The actions of a team as cards in a column for each status. A card is dragged to another column, or
 * moved there with Ctrl and an arrow or from its menu; the arrows go from card to card. A card that has
 * the focus is what is selected, so that the inspector shows it. */

#define LIJN_TYPE_BOARD (lijn_board_get_type ())
G_DECLARE_FINAL_TYPE (LijnBoard, lijn_board, LIJN, BOARD, AdwBin)

GtkWidget *lijn_board_new (LijnView *view, LijnTeam *team);

G_END_DECLS
