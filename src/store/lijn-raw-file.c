/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-raw-file.h"

#include <glib/gstdio.h>

#define CHUNK 65536

void
lijn_raw_file_close (LijnRawFile *raw)
{
  if (raw->file != NULL && raw->file->pMethods != NULL)
    raw->file->pMethods->xClose (raw->file);
  g_free (raw->file);
  if (raw->name != NULL)
    sqlite3_free_filename ((char *) (gsize) raw->name);
}

gboolean
lijn_raw_file_open (LijnRawFile *raw, const char *path, GError **error)
{
  int code;

  raw->vfs = sqlite3_vfs_find (NULL);
  raw->name = sqlite3_create_filename (path, "", "", 0, NULL);
  if (raw->vfs == NULL || raw->name == NULL)
    return lijn_store_fail_code (SQLITE_NOMEM, path, error);

  raw->file = g_malloc0 ((gsize) raw->vfs->szOsFile);
  code = raw->vfs->xOpen (raw->vfs, raw->name, raw->file,
                          SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_READONLY, NULL);
  return code == SQLITE_OK || lijn_store_fail_code (code, path, error);
}

/* Writes what the database @path holds to @out. */
static gboolean
copy_database (const char *path, FILE *out, GError **error)
{
  g_auto (LijnRawFile) raw = LIJN_RAW_FILE_INIT;
  g_autofree char *chunk = g_malloc (CHUNK);
  sqlite3_int64 size = 0;
  int code;

  if (!lijn_raw_file_open (&raw, path, error))
    return FALSE;

  code = raw.file->pMethods->xFileSize (raw.file, &size);
  for (sqlite3_int64 at = 0; code == SQLITE_OK && at < size; at += CHUNK)
    {
      int n = (int) MIN (CHUNK, size - at);

      code = raw.file->pMethods->xRead (raw.file, chunk, n, at);
      if (code == SQLITE_OK && fwrite (chunk, 1, (gsize) n, out) != (gsize) n)
        code = SQLITE_FULL;
    }
  return code == SQLITE_OK || lijn_store_fail_code (code, path, error);
}

/* Writes the plain file @journal to @out. */
static gboolean
copy_journal (const char *journal, const char *path, FILE *out, GError **error)
{
  g_autofree char *chunk = g_malloc (CHUNK);
  FILE *in = g_fopen (journal, "rbe");
  int code = SQLITE_OK;
  gsize n;

  if (in == NULL)
    return lijn_store_fail_code (SQLITE_IOERR, path, error);

  while (code == SQLITE_OK && (n = fread (chunk, 1, CHUNK, in)) > 0)
    if (fwrite (chunk, 1, n, out) != n)
      code = SQLITE_FULL;
  if (ferror (in))
    code = SQLITE_IOERR;
  fclose (in);
  return code == SQLITE_OK || lijn_store_fail_code (code, path, error);
}

/* Copies @path, or @journal when that is given, to @target. */
static gboolean
copy_to (const char *path, const char *journal, const char *target, GError **error)
{
  FILE *out = g_fopen (target, "wbxe");
  gboolean good;

  if (out == NULL)
    return lijn_store_fail_code (SQLITE_CANTOPEN, path, error);

  good = journal != NULL ? copy_journal (journal, path, out, error)
                         : copy_database (path, out, error);
  if (fclose (out) != 0 && good)
    good = lijn_store_fail_code (SQLITE_FULL, path, error);
  return good;
}

char *
lijn_private_path (const char *folder)
{
  return g_build_filename (folder, "project", NULL);
}

char *
lijn_private_copy (const char *path, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("waslijn-XXXXXX", error);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *copy = NULL;
  g_autofree char *copied_journal = NULL;

  if (folder == NULL)
    return NULL;

  copy = lijn_private_path (folder);
  copied_journal = g_strconcat (copy, "-journal", NULL);
  if (copy_to (path, NULL, copy, error) && copy_to (path, journal, copied_journal, error))
    return g_steal_pointer (&folder);

  lijn_private_remove (folder);
  return NULL;
}

void
lijn_private_remove (const char *folder)
{
  g_autofree char *copy = lijn_private_path (folder);
  g_autofree char *journal = g_strconcat (copy, "-journal", NULL);

  g_unlink (copy);
  g_unlink (journal);
  g_rmdir (folder);
}
