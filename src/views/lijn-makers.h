/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* Rows in which a thing is typed that is to be added. */

/* A member of @team: somebody who is there, or a new person of a party. */
GtkWidget *lijn_maker_new_member (LijnView *view, LijnTeam *team);

/* A person of @party. */
GtkWidget *lijn_maker_new_person (LijnView *view, LijnParty *party);

/* An action of @team: what, who, and when it is due; a list of rows. */
GtkWidget *lijn_maker_new_action (LijnView *view, LijnTeam *team);

/* A button with a list of the teams that could take on @friction, and of a new one. */
GtkWidget *lijn_maker_new_assignment (LijnView *view, LijnFriction *friction);

/* A button with a list of the friction points that @team could take on. */
GtkWidget *lijn_maker_new_work (LijnView *view, LijnTeam *team);

G_END_DECLS
