/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-store-private.h"

G_BEGIN_DECLS

LijnStore *lijn_transaction_get_store (LijnTransaction *self);

/* Returns: whether rows may be written: after some failures of the disk SQLite has rolled back by
 * itself, and what follows must not slip in outside the transaction. */
gboolean lijn_transaction_check_open (LijnTransaction *self, GError **error);

/* Begins the outermost transaction of an undo or redo. Within it references are not enforced: a
 * changeset holds every consequence of its own, so they must not be drawn a second time. */
LijnTransaction *lijn_transaction_begin_step (LijnStore *store, LijnRevisionKind kind,
                                              GError **error);

/* Tells which edit it is about. */
void lijn_transaction_set_step (LijnTransaction *self, const LijnStep *step);

/* As lijn_transaction_commit(), giving what was touched. */
gboolean lijn_transaction_commit_step (LijnTransaction *self, LijnChanges **changes,
                                       GError **error);

G_END_DECLS
