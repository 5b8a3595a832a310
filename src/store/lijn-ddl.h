/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-schema.h"

G_BEGIN_DECLS

/* The SQL of the project file. "WASL" as a number, at byte 68 of every file. */
#define LIJN_APPLICATION_ID 0x5741534c

/* PRAGMA user_version: raised with every change of lijn-columns.h after a release. A file of an
 * earlier version is then brought up to date when it is opened; there is none before 1. */
#define LIJN_SCHEMA_VERSION 1

/* One CREATE statement, as it also stands in sqlite_schema. */
typedef struct
{
  const char *type; /* "table" or "index" */
  const char *name;
  const char *table; /* what an index is on; for a table, itself */
  const char *sql;
} LijnDdl;

/* Returns: (transfer none) (element-type LijnDdl): everything in the file, in the order in which it
 * is made. The same in every run. Made once, by whichever thread asks first. */
const GPtrArray *lijn_ddl (void);

G_END_DECLS
