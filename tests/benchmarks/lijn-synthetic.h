/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-project.h"

G_BEGIN_DECLS

/* Makes at @path a project with one map of @steps steps: two parties with three lanes each, steps in
 * columns from left to right, every one connected to the next, about one flow in eighteen a hand-over,
 * a friction point on one step in twenty-five. The same for the same size.
 *
 * Returns: (transfer full): the open project; failure ends the program. */
LijnProject *lijn_synthetic_make (const char *path, guint steps);

/* Makes at @path a project with all that the dialogue of two parties leaves behind: @frictions friction
 * points, two in five as many interfaces, and @sessions joint sessions at which every interface was
 * rated; teams with actions for every tenth friction point; half of the interfaces signed by both.
 * The same for the same numbers.
 *
 * Returns: (transfer full): the open project; failure ends the program. */
LijnProject *lijn_synthetic_make_talk (const char *path, guint frictions, guint sessions);

G_END_DECLS
