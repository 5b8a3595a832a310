/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-project.h"

G_BEGIN_DECLS

/* When things were so, told from the times that rows carry, so that a figure can be given for an
 * earlier session. All times are UTC microseconds. What has no time was always so. */

#define LIJN_MOMENT_NOW G_MAXINT64

/* Returns: up to when something belongs to what @session saw: the time at which it ended, or the end
 * of its date when that is earlier, since a session may be written down afterwards; LIJN_MOMENT_NOW
 * while it runs; 0 for one that is only planned. */
gint64 lijn_moment_of_session (LijnSession *session);

/* Returns: when the friction point was raised, the action was thought of: its own time, or the end
 * of the session that it belongs to when that is earlier. */
gint64 lijn_moment_of_friction (LijnFriction *friction);
gint64 lijn_moment_of_action (LijnAction *action);

/* Returns: the status of @friction at @moment, from its changes of status. */
LijnFrictionStatus lijn_moment_get_status (LijnFriction *friction, gint64 moment);

/* Returns: the sessions that are not only planned, in order. (transfer full) (element-type
 * LijnSession) */
GPtrArray *lijn_moment_list_sessions (LijnProject *project);

G_END_DECLS
