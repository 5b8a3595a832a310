/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-schema.h"

#include <string.h>

/* The lists of lijn-columns.h as tables at run time. Each kind of column expands to its own macro,
 * as what the last argument means differs: nothing, an enumeration, or the name of a table. The
 * tables' C names are spelled in the lists as they are in SQL, so an enumeration of lower-case
 * names stands between. */

#define LOWER(t, Type, TYPE) TABLE_##t = LIJN_TABLE_##TYPE,
enum
{
  LIJN_TABLES (LOWER)
};

#define PLAIN(KIND, name) { #name, LIJN_COLUMN_##KIND, LIJN_N_TABLES, NULL },
#define REFERENCE(KIND, name, t) { #name, LIJN_COLUMN_##KIND, (LijnTable) TABLE_##t, NULL },

#define COLUMN_TEXT(name, arg) PLAIN (TEXT, name)
#define COLUMN_DATE(name, arg) PLAIN (DATE, name)
#define COLUMN_INT(name, arg) PLAIN (INT, name)
#define COLUMN_FLAG(name, arg) PLAIN (FLAG, name)
#define COLUMN_REAL(name, arg) PLAIN (REAL, name)
#define COLUMN_NUM(name, arg) PLAIN (NUM, name)
#define COLUMN_TIME(name, arg) PLAIN (TIME, name)
#define COLUMN_BLOB(name, arg) PLAIN (BLOB, name)
#define COLUMN_ENUM(name, arg) { #name, LIJN_COLUMN_ENUM, LIJN_N_TABLES, lijn_##arg##_nicks },
#define COLUMN_OWNER(name, t) REFERENCE (OWNER, name, t)
#define COLUMN_LINK(name, t) REFERENCE (LINK, name, t)
#define COLUMN_NOTE(name, t) REFERENCE (NOTE, name, t)
#define COLUMN_PART(name, t) REFERENCE (PART, name, t)
#define COLUMN_FOR(name, t) REFERENCE (FOR, name, t)

#define COLUMN(t, T, KIND, name, arg) COLUMN_##KIND (name, arg)
#define COLUMNS(t, Type, TYPE)                                                                     \
  static const LijnColumn t##_columns[] = { LIJN_COLUMNS_##t (COLUMN, t, Type) };
LIJN_TABLES (COLUMNS)

#define INFO(t, Type, TYPE) { #t, t##_columns, G_N_ELEMENTS (t##_columns) },
static const LijnTableInfo infos[LIJN_N_TABLES] = { LIJN_TABLES (INFO) };

const LijnTableInfo *
lijn_table_info (LijnTable table)
{
  g_return_val_if_fail ((guint) table < LIJN_N_TABLES, NULL);

  return &infos[table];
}

int
lijn_table_from_name (const char *name)
{
  for (int i = 0; i < LIJN_N_TABLES; i++)
    if (strcmp (infos[i].name, name) == 0)
      return i;

  return -1;
}

int
lijn_table_find_column (LijnTable table, const char *name)
{
  const LijnTableInfo *info = lijn_table_info (table);

  for (guint i = 0; i < info->n_columns; i++)
    if (strcmp (info->columns[i].name, name) == 0)
      return (int) i;

  return -1;
}

gboolean
lijn_column_is_reference (LijnColumnKind kind)
{
  return kind == LIJN_COLUMN_OWNER || kind == LIJN_COLUMN_LINK || kind == LIJN_COLUMN_NOTE ||
         kind == LIJN_COLUMN_PART || kind == LIJN_COLUMN_FOR;
}
