/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-object.h"

G_BEGIN_DECLS

/* Objects whose row is gone while somebody still holds them. A row that comes back, by undo, comes
 * back as the same object. */
typedef struct _LijnGone LijnGone;

LijnGone *lijn_gone_new (void);

/* What is still held knows no project from then on. */
void lijn_gone_free (LijnGone *self);

/* Remembers @object, which is not owned: when its last owner drops it, it is forgotten. */
void lijn_gone_add (LijnGone *self, LijnObject *object);

/* Returns: (transfer full) (nullable): the object that row @id of @table had, which is not gone any
 * more. */
LijnObject *lijn_gone_take (LijnGone *self, LijnTable table, const char *id);

G_END_DECLS
