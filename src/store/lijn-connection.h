/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-store-private.h"

G_BEGIN_DECLS

/* A connection to a file that nobody trusts. */

/* Opens @path with everything shut that a project does not need, and set so that what is committed
 * is on disk. Reads nothing yet. @patience is asked for as long as the connection lives.
 *
 * Returns: (transfer full): the connection, or NULL. */
sqlite3 *lijn_connection_open (const char *path, gboolean read_only, LijnPatience *patience,
                               GError **error);

typedef sqlite3 LijnConnection;
static inline void
lijn_connection_close (LijnConnection *db)
{
  sqlite3_close_v2 (db);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnConnection, lijn_connection_close)

G_END_DECLS
