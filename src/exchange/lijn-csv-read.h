/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Separated text as spreadsheets write it (RFC 4180): fields between commas, semicolons or tabs,
 * quoted where they hold one of those, a quote or a line's end. Which of the three separates is
 * found from the first line. */

#define LIJN_CSV_MAX_FIELDS 256 /* in one row; what is more is left out */

/* A row: its fields (never NULL, at least one) and the line that it starts on, from 1. */
typedef struct
{
  GPtrArray *fields; /* (owned) (element-type utf8) */
  guint line;
} LijnCsvRow;

/* Takes @text, UTF-8, apart; at most @max_rows rows. Rows of nothing but white space are left out.
 * An apostrophe that keeps a spreadsheet from calculating with a field is taken off.
 *
 * Returns: (transfer full) (element-type LijnCsvRow): never NULL. */
GPtrArray *lijn_csv_read (const char *text, guint max_rows);

G_END_DECLS
