/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* Returns: (transfer floating): the charter of @team, to be edited in place: what it is for, who leads
 * it, who is in it, what it works on; and the board of its actions. */
GtkWidget *lijn_team_sheet_new (LijnView *view, LijnTeam *team);

G_END_DECLS
