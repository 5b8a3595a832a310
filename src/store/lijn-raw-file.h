/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-store-private.h"

G_BEGIN_DECLS

/* The bytes of a database file, through SQLite's VFS and never with open() and close(): closing any
 * descriptor of a file lets go of all of this process's locks on it, those of other stores too. */

typedef struct
{
  sqlite3_vfs *vfs;
  const char *name;
  sqlite3_file *file;
} LijnRawFile;

#define LIJN_RAW_FILE_INIT                                                                         \
  {                                                                                                \
    NULL, NULL, NULL                                                                               \
  }

/* Opens @path for reading, into @raw, which is closed with lijn_raw_file_close() in any case. */
gboolean lijn_raw_file_open (LijnRawFile *raw, const char *path, GError **error);
void lijn_raw_file_close (LijnRawFile *raw);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LijnRawFile, lijn_raw_file_close)

/* Copies the database @path and its journal into a new folder that only this user may enter, where
 * the copy is called "project".
 *
 * Returns: (transfer full): the folder, or NULL; to be removed with lijn_private_remove(). */
char *lijn_private_copy (const char *path, GError **error);
void lijn_private_remove (const char *folder);

/* Returns: (transfer full): the path of the copy in @folder. */
char *lijn_private_path (const char *folder);

G_END_DECLS
