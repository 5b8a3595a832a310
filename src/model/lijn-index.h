/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-object.h"

G_BEGIN_DECLS

/* Who refers to what: for each OWNER, LINK and PART column, the objects by the id they refer to.
 * Finding takes constant time; entering and leaving cost in proportion to how many refer to the same
 * thing. */
typedef struct _LijnIndex LijnIndex;

LijnIndex *lijn_index_new (void);
void lijn_index_free (LijnIndex *self);

/* Enters @object under all that it refers to now, or takes it out again. Between the two its values
 * must not change. */
void lijn_index_enter (LijnIndex *self, LijnObject *object);
void lijn_index_leave (LijnIndex *self, LijnObject *object);

/* Returns: (transfer none): those that refer to @id, in order; the array is the index's own. */
GPtrArray *lijn_index_find (LijnIndex *self, LijnTable table, int column, const char *id);

G_END_DECLS
