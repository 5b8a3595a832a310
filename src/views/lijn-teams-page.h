/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* The teams and the steering group, and beside them the charter and the board of the one that is
 * chosen. Below the teams stand the friction points that nobody works on, to be dragged onto one. */

#define LIJN_TYPE_TEAMS_PAGE (lijn_teams_page_get_type ())
G_DECLARE_FINAL_TYPE (LijnTeamsPage, lijn_teams_page, LIJN, TEAMS_PAGE, AdwBin)

GtkWidget *lijn_teams_page_new (LijnView *view);

G_END_DECLS
