/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-audience.h"
#include "lijn-project.h"

G_BEGIN_DECLS

/* What was added, changed and removed while a session ran, from the history. An edit that has been
 * undone since, whenever that was, is not among it; nor is what came and went again. A copy for
 * another party has no history: there nothing is known. */
typedef struct _LijnSessionWork LijnSessionWork;

LijnSessionWork *lijn_session_work_new (LijnSession *session);
void lijn_session_work_free (LijnSessionWork *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnSessionWork, lijn_session_work_free)

/* Returns: (transfer container) (element-type LijnObject): the objects of @table that were added
 * (%LIJN_CHANGE_INSERT) or changed (%LIJN_CHANGE_UPDATE) and are still there, in the order of the
 * project's list. */
GPtrArray *lijn_session_work_list (LijnSessionWork *self, LijnTable table, LijnChangeKind kind);

/* Returns: a bit for the place of each column of @object that was set, after it had been added. */
guint64 lijn_session_work_get_columns (LijnSessionWork *self, LijnObject *object);

/* Returns: how many of @table were removed that had been there before and that @audience could see;
 * nothing that was private counts for another audience than everything. */
guint lijn_session_work_count_removed (LijnSessionWork *self, LijnTable table,
                                       const LijnAudience *audience);

G_END_DECLS
