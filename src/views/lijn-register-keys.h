/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-field.h"

G_BEGIN_DECLS

/* What a register sorts and searches by, made once for each object and field and kept until the project
 * changes: numbers, collation keys, and the folded text of all fields. */
typedef struct _LijnRegisterKeys LijnRegisterKeys;

/* @fields is not copied; at most 64. */
LijnRegisterKeys *lijn_register_keys_new (LijnTable table, const LijnField *const *fields, guint n);
void lijn_register_keys_free (LijnRegisterKeys *self);

/* @one and @other are LijnObjects. Returns: less than, equal to or more than 0. What is unknown or
 * empty is the last; with @descending, which tells that the answer will be turned round, too. */
int lijn_register_keys_compare (LijnRegisterKeys *self, guint field, gconstpointer one,
                                gconstpointer other, gboolean descending);

/* Returns: (transfer none): until the object is forgotten. */
const char *lijn_register_keys_get_folded (LijnRegisterKeys *self, LijnObject *object);

/* Forgets what may have changed with @changes. */
void lijn_register_keys_forget (LijnRegisterKeys *self, LijnProject *project, LijnChanges *changes);

G_END_DECLS
