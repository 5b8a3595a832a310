/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* An action on a card: what, who, when, for which friction points. Its menu and keys change its
 * status. */

#define LIJN_TYPE_BOARD_CARD (lijn_board_card_get_type ())
G_DECLARE_FINAL_TYPE (LijnBoardCard, lijn_board_card, LIJN, BOARD_CARD, GtkListBoxRow)

GtkWidget *lijn_board_card_new (LijnView *view, LijnAction *action);
LijnAction *lijn_board_card_get_action (LijnBoardCard *self);

/* Moves the action to @status; says why not where it cannot. */
void lijn_board_card_move (LijnBoardCard *self, LijnActionStatus status);

G_END_DECLS
