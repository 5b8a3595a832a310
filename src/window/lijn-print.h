/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-view.h"

G_BEGIN_DECLS

/* Prints the maps and the registers behind them through the system's dialog, in which one also
 * chooses for whom. */
void lijn_print_run (GtkWindow *window, LijnView *view);

/* The same with the minutes of @session behind the maps. */
void lijn_print_minutes (GtkWindow *window, LijnView *view, LijnSession *session);

/* The charter of @team alone. */
void lijn_print_charter (GtkWindow *window, LijnView *view, LijnTeam *team);

/* Shows the pages as they would be printed. */
void lijn_print_preview (GtkWindow *window, LijnView *view);

G_END_DECLS
