/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-columns.h"

G_BEGIN_DECLS

/* The shape of the project file, for code that treats all tables alike: storing, refreshing, XML,
 * merging. */

#define LIJN_TABLE_VALUE(t, Type, TYPE) LIJN_TABLE_##TYPE,

/* clang-format off */
typedef enum { LIJN_TABLES (LIJN_TABLE_VALUE) LIJN_N_TABLES } LijnTable;
/* clang-format on */

/* LIJN_COLUMN_FOR is private_to. */
typedef enum
{
  LIJN_COLUMN_TEXT,
  LIJN_COLUMN_DATE,
  LIJN_COLUMN_INT,
  LIJN_COLUMN_FLAG,
  LIJN_COLUMN_REAL,
  LIJN_COLUMN_NUM,
  LIJN_COLUMN_TIME,
  LIJN_COLUMN_ENUM,
  LIJN_COLUMN_OWNER,
  LIJN_COLUMN_LINK,
  LIJN_COLUMN_NOTE,
  LIJN_COLUMN_PART,
  LIJN_COLUMN_FOR,
  LIJN_COLUMN_BLOB,
} LijnColumnKind;

typedef struct
{
  const char *name;
  LijnColumnKind kind;
  LijnTable refers; /* what it refers to, for OWNER, LINK, NOTE, PART and FOR */
  const char *const *nicks; /* for ENUM */
} LijnColumn;

typedef struct
{
  const char *name;
  const LijnColumn *columns; /* without id */
  guint n_columns;
} LijnTableInfo;

/* Returns: (transfer none): how @table is made. */
const LijnTableInfo *lijn_table_info (LijnTable table);

/* Returns: the table called @name, or -1. */
int lijn_table_from_name (const char *name);

/* Returns: the place of column @name in lijn_table_info()'s columns, or -1. */
int lijn_table_find_column (LijnTable table, const char *name);

/* Returns: whether a column of @kind refers to a row. */
gboolean lijn_column_is_reference (LijnColumnKind kind);

G_END_DECLS
