/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-project.h"

G_BEGIN_DECLS

/* Where a session is in its agenda. */

/* Returns: (nullable): the first item of @session that is not done. (transfer none) */
LijnAgendaItem *lijn_agenda_get_current (LijnSession *session);

/* Returns: since when the session is at its present item, as UTC microseconds: since the last one
 * was done, or since the session started; 0 for a session that has not. Reads the history of the
 * session. */
gint64 lijn_agenda_get_since (LijnSession *session);

/* Returns: how much of the item's time is left at @now when it began at @since, in minutes; negative
 * once the time is over, NAN for an item without a time. */
double lijn_agenda_get_left (LijnAgendaItem *item, gint64 since, gint64 now);

/* Returns: (transfer full): what is left, as it is said beside the item: "12 min left",
 * "3 min over"; "" for an item without a time. */
char *lijn_agenda_describe_left (double left);

G_END_DECLS
