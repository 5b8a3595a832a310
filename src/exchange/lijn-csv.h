/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-field.h"

G_BEGIN_DECLS

/* Tables for spreadsheets: RFC 4180 (commas, CRLF, quotes doubled), UTF-8, headings first. A cell that
 * a spreadsheet could take for a formula begins with an apostrophe. Lengths of time are in minutes. */

/* The tables that go out by a name: "friction", "interfaces", "actions". */
gboolean lijn_csv_find_table (const char *name, LijnTable *table);

/* Returns: (transfer full): those of @objects that @audience may see, a line each. */
char *lijn_csv_write (LijnTable table, GPtrArray *objects, const LijnField *const *fields, guint n,
                      const LijnAudience *audience);

/* Returns: (transfer full): all of @table, with all that lijn_fields_for() knows of it. */
char *lijn_csv_write_table (LijnProject *project, LijnTable table, const LijnAudience *audience);

G_END_DECLS
