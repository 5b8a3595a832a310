/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-object.h"

G_BEGIN_DECLS

/* Values as people read and type them: lengths of time in words, a comma in a number. */

/* Returns: (transfer full): the value of the column at @place of @object as a person reads it. */
char *lijn_typed_show (LijnObject *object, int place);

/* Returns: (transfer full) (nullable): @text, typed for @column, as lijn_edit_set() takes it; NULL
 * when it is not one. */
char *lijn_typed_read (const LijnColumn *column, const char *text, GError **error);

G_END_DECLS
