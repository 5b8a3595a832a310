/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-store-private.h"

G_BEGIN_DECLS

/* A file that is written beside the place it is meant for, and gets its name when it is whole and
 * on disk. */

/* Returns: (transfer full): the path of a new, empty, hidden file in the folder of @path. */
char *lijn_new_file_make (const char *path, GError **error);

/* Removes the file @made, and what SQLite may have left beside it. */
void lijn_new_file_discard (const char *made);

/* Gives the file @made the name @path, once all of it is on disk. Fails with
 * LIJN_STORE_ERROR_EXISTS when there is a file and @replace is FALSE. */
gboolean lijn_new_file_put (const char *made, const char *path, gboolean replace, GError **error);

/* lijn-open.c: writes an empty project into the empty file that @db is connected to; it will be at
 * @path. The connection may write after that. */
gboolean lijn_new_file_fill (sqlite3 *db, const char *path, GError **error);

/* lijn-duplicate.c: whether a copy may be put at @path: not where the project itself is. */
gboolean lijn_store_check_other (LijnStore *self, const char *path, GError **error);

G_END_DECLS
