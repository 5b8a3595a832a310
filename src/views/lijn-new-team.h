/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-edit.h"
#include "lijn-view.h"

G_BEGIN_DECLS

/* Adds a team of @kind with a name that no team of the project has, until somebody names it. */
LijnTeam *lijn_new_team (LijnView *view, LijnTeamKind kind, GError **error);

G_END_DECLS
