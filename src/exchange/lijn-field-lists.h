/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-field.h"

G_BEGIN_DECLS

/* The lists behind lijn_fields_for(), a file each. The columns of a CSV file are these, in order. */
const LijnField *lijn_friction_fields (guint *n);
const LijnField *lijn_interface_fields (guint *n);
const LijnField *lijn_action_fields (guint *n);

/* Returns: (transfer full): the names of those of @objects that @audience may see, with commas; of each
 * once. Takes @objects. */
char *lijn_field_join (GPtrArray *objects, const LijnAudience *audience);

/* Returns: (transfer container): what the rows of @table that refer to @to with @column refer to with
 * @other. */
GPtrArray *lijn_field_across (LijnTable table, const char *column, gpointer to, const char *other);

G_END_DECLS
