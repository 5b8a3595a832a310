/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-store-private.h"

G_BEGIN_DECLS

/* Is this a project, and nothing but a project? */

typedef enum
{
  LIJN_JOURNAL_NONE, /* or one that another program is writing this moment */
  LIJN_JOURNAL_HOT, /* left by a crash: SQLite would play it back into the file */
} LijnJournal;

/* Looks at the first bytes of the file and at what lies beside it, without SQLite's interpreting
 * either. */
gboolean lijn_secure_check_outside (const char *path, LijnJournal *journal, GError **error);

/* Checks what SQLite finds inside: the schema word for word before any row, then that the file is
 * whole and its references hold. @path names the file in messages. */
gboolean lijn_secure_check_inside (sqlite3 *db, const char *path, GError **error);

G_END_DECLS
