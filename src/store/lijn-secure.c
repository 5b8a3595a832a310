/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-ddl.h"
#include "lijn-id.h"
#include "lijn-raw-file.h"
#include "lijn-secure.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* A file from a message may hold anything. First come its bytes: SQLite's header with our
 * application_id and user_version. Then what lies beside it: a `-wal` is never ours, and SQLite
 * would read pages from it. A `-journal` would be played back into the file.
 *
 * Then SQLite opens it, and its schema must be ours word for word: a trigger, view, generated
 * column or foreign table would run when rows are read or written, and SQLite's own check of the
 * file calls them all "ok". Only then are rows looked at. */

#define HEADER 100

static gboolean
refuse (const char *path, LijnStoreError code, const char *format, GError **error)
{
  g_autofree char *name = lijn_store_display_name (path);

#pragma GCC diagnostic push
  /* Always a string of this file, or its translation, which msgfmt checks. */
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, LIJN_STORE_ERROR, (int) code, format, name);
#pragma GCC diagnostic pop
  return FALSE;
}

static gboolean
refuse_foreign (const char *path, GError **error)
{
  return refuse (path, LIJN_STORE_ERROR_FOREIGN, _ ("“%s” is not a Waslijn project."), error);
}

static gboolean
refuse_damaged (const char *path, GError **error)
{
  return refuse (path, LIJN_STORE_ERROR_DAMAGED,
                 _ ("“%s” is damaged. Ask for the file again, or take an earlier copy."), error);
}

static gboolean
refuse_hostile (const char *path, GError **error)
{
  return refuse (
      path, LIJN_STORE_ERROR_HOSTILE,
      _ ("“%s” holds things that no Waslijn project holds, so it was not opened. Ask the "
         "sender for a new copy."),
      error);
}

static guint32
read_number (const guint8 *header, gsize offset)
{
  guint32 number;

  memcpy (&number, header + offset, sizeof number);
  return GUINT32_FROM_BE (number);
}

static gboolean
check_header (LijnRawFile *raw, const char *path, GError **error)
{
  guint8 header[HEADER];
  gint32 version;
  int code = raw->file->pMethods->xRead (raw->file, header, HEADER, 0);

  if (code == SQLITE_IOERR_SHORT_READ)
    return refuse_foreign (path, error);
  if (code != SQLITE_OK)
    return lijn_store_fail_code (code, path, error);
  if (memcmp (header, "SQLite format 3", 16) != 0 ||
      read_number (header, 68) != LIJN_APPLICATION_ID)
    return refuse_foreign (path, error);

  version = (gint32) read_number (header, 60);
  if (version > LIJN_SCHEMA_VERSION)
    return refuse (path, LIJN_STORE_ERROR_NEWER,
                   _ ("“%s” was made by a newer version of Waslijn. Install the newest version to "
                      "open it."),
                   error);
  if (version < 1)
    return refuse_damaged (path, error);

  /* Bytes 18 and 19 are 2 for a WAL, byte 56 counts text's encodings from UTF-8. */
  if (header[18] != 1 || header[19] != 1 || read_number (header, 56) != 1)
    return refuse_hostile (path, error);
  return TRUE;
}

/* A journal that names another journal makes SQLite look for that, and delete it. Ours never do. */
static gboolean
check_journal (const char *journal, const char *path, gboolean *hot, GError **error)
{
  static const guint8 magic[] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };
  guint8 first = 0, last[sizeof magic] = { 0 };
  FILE *file = g_fopen (journal, "rbe");
  gboolean good;

  if (file == NULL)
    return lijn_store_fail_code (SQLITE_CANTOPEN, path, error);

  *hot = fread (&first, 1, 1, file) == 1 && first != 0;
  good = fseek (file, -(long) sizeof last, SEEK_END) != 0 ||
         fread (last, 1, sizeof last, file) != sizeof last ||
         memcmp (last, magic, sizeof magic) != 0;
  fclose (file);
  return good || refuse_hostile (path, error);
}

static gboolean
check_beside (LijnRawFile *raw, const char *path, LijnJournal *found, GError **error)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  GStatBuf info;
  gboolean hot = FALSE;
  int reserved = 0;
  int code;

  *found = LIJN_JOURNAL_NONE;
  if (g_lstat (wal, &info) == 0)
    return refuse_hostile (path, error);
  if (g_lstat (journal, &info) != 0)
    return TRUE;
  if (!S_ISREG (info.st_mode))
    return refuse_hostile (path, error);

  code = raw->file->pMethods->xCheckReservedLock (raw->file, &reserved);
  if (code != SQLITE_OK)
    return lijn_store_fail_code (code, path, error);
  if (reserved)
    return TRUE;
  if (!check_journal (journal, path, &hot, error))
    return FALSE;

  if (hot)
    *found = LIJN_JOURNAL_HOT;
  return TRUE;
}

gboolean
lijn_secure_check_outside (const char *path, LijnJournal *journal, GError **error)
{
  g_auto (LijnRawFile) raw = LIJN_RAW_FILE_INIT;
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return refuse (path, LIJN_STORE_ERROR_NOT_FOUND,
                   _ ("“%s” is not there. It may have been moved or renamed."), error);
  if (!S_ISREG (info.st_mode))
    return refuse_foreign (path, error);
  return lijn_raw_file_open (&raw, path, error) && check_header (&raw, path, error) &&
         check_beside (&raw, path, journal, error);
}

static const char *
column (sqlite3_stmt *row, int i)
{
  const char *text = (const char *) sqlite3_column_text (row, i);

  return text != NULL ? text : "";
}

/* SQLite makes an index of its own for each text key. */
static gboolean
is_automatic (sqlite3_stmt *row)
{
  g_autofree char *name = g_strdup_printf ("sqlite_autoindex_%s_1", column (row, 2));

  return lijn_table_from_name (column (row, 2)) >= 0 && strcmp (column (row, 0), "index") == 0 &&
         strcmp (column (row, 1), name) == 0 && sqlite3_column_type (row, 3) == SQLITE_NULL;
}

static gboolean
is_ours (sqlite3_stmt *row, GHashTable *expected)
{
  const LijnDdl *ddl = g_hash_table_lookup (expected, column (row, 1));

  return ddl != NULL && strcmp (column (row, 0), ddl->type) == 0 &&
         strcmp (column (row, 2), ddl->table) == 0 && strcmp (column (row, 3), ddl->sql) == 0 &&
         (gsize) sqlite3_column_bytes (row, 3) == strlen (ddl->sql) &&
         g_hash_table_remove (expected, ddl->name);
}

static gboolean
check_schema (sqlite3 *db, const char *path, GError **error)
{
  g_autoptr (GHashTable) expected = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (LijnStatement) row = NULL;
  const GPtrArray *all = lijn_ddl ();
  guint automatic = 0;
  int code;

  for (guint i = 0; i < all->len; i++)
    {
      LijnDdl *ddl = g_ptr_array_index (all, i);

      g_hash_table_insert (expected, (gpointer) (gsize) ddl->name, ddl);
    }

  row = lijn_sql_prepare (db, path, "SELECT type, name, tbl_name, sql FROM sqlite_schema", error);
  if (row == NULL)
    return FALSE;
  while ((code = sqlite3_step (row)) == SQLITE_ROW)
    if (is_automatic (row))
      automatic++;
    else if (!is_ours (row, expected))
      return refuse_hostile (path, error);
  if (code != SQLITE_DONE)
    return lijn_store_fail (db, path, error);

  return (g_hash_table_size (expected) == 0 && automatic == LIJN_N_TABLES) ||
         refuse_hostile (path, error);
}

/* Runs @sql, which says what is wrong, row by row; @fine is the one row that is allowed. */
static gboolean
check_nothing (sqlite3 *db, const char *path, const char *sql, const char *fine, GError **error)
{
  g_autoptr (LijnStatement) row = lijn_sql_prepare (db, path, sql, error);
  int code;

  if (row == NULL)
    return FALSE;

  code = sqlite3_step (row);
  if (code == SQLITE_DONE || (code == SQLITE_ROW && g_strcmp0 (column (row, 0), fine) == 0))
    return TRUE;
  return code == SQLITE_ROW ? refuse_damaged (path, error) : lijn_store_fail (db, path, error);
}

/* Ids come out as XML names and links, words become enumerations. SQLite can check a file's CHECKs,
 * but takes several times as long, and does not even read them when it may not write the file. */
static gboolean
is_row_good (sqlite3_stmt *row, const LijnTableInfo *info)
{
  int at = 1;

  if (!lijn_id_is_valid (column (row, 0)))
    return FALSE;
  for (guint i = 0; i < info->n_columns; i++)
    {
      const LijnColumn *c = &info->columns[i];

      if (c->kind == LIJN_COLUMN_ENUM && lijn_nick_to_value (c->nicks, column (row, at++)) < 0)
        return FALSE;
      if (c->kind == LIJN_COLUMN_FLAG && (sqlite3_column_int64 (row, at++) & ~1) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_rows (sqlite3 *db, const char *path, const LijnTableInfo *info, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT \"id\"");
  g_autoptr (LijnStatement) row = NULL;
  int code;

  for (guint i = 0; i < info->n_columns; i++)
    if (info->columns[i].kind == LIJN_COLUMN_ENUM || info->columns[i].kind == LIJN_COLUMN_FLAG)
      g_string_append_printf (sql, ", \"%s\"", info->columns[i].name);
  g_string_append_printf (sql, " FROM \"%s\" NOT INDEXED", info->name);

  row = lijn_sql_prepare (db, path, sql->str, error);
  if (row == NULL)
    return FALSE;
  while ((code = sqlite3_step (row)) == SQLITE_ROW)
    if (!is_row_good (row, info))
      return refuse_damaged (path, error);
  return code == SQLITE_DONE || lijn_store_fail (db, path, error);
}

static gboolean
check_all_rows (sqlite3 *db, const char *path, GError **error)
{
  for (guint i = 0; i < LIJN_N_TABLES; i++)
    if (!check_rows (db, path, lijn_table_info ((LijnTable) i), error))
      return FALSE;
  return TRUE;
}

/* Runs quick_check without the CHECKs. */
static gboolean
check_pages (sqlite3 *db, const char *path, GError **error)
{
  gboolean good = lijn_sql_run (db, path, "PRAGMA ignore_check_constraints = ON", error) &&
                  check_nothing (db, path, "PRAGMA quick_check(1)", "ok", error);

  return lijn_sql_run (db, path, "PRAGMA ignore_check_constraints = OFF", good ? error : NULL) &&
         good;
}

static gboolean
check_numbers (sqlite3 *db, const char *path, GError **error)
{
  gint64 application = 0, version = 0;

  if (!lijn_sql_number (db, path, "PRAGMA application_id", &application, error) ||
      !lijn_sql_number (db, path, "PRAGMA user_version", &version, error))
    return FALSE;
  return (application == LIJN_APPLICATION_ID && version == LIJN_SCHEMA_VERSION) ||
         refuse_damaged (path, error);
}

/* All in one read transaction, so that it is the same file from beginning to end. */
static gboolean
check_all (sqlite3 *db, const char *path, GError **error)
{
  gint64 about = 0;

  if (!check_numbers (db, path, error) || !check_schema (db, path, error) ||
      !check_pages (db, path, error) || !check_all_rows (db, path, error) ||
      !check_nothing (db, path, "PRAGMA foreign_key_check", NULL, error) ||
      !lijn_sql_number (db, path, "SELECT count(*) FROM about WHERE id = '" LIJN_ABOUT_ID "'",
                        &about, error))
    return FALSE;
  return about == 1 || refuse_damaged (path, error);
}

gboolean
lijn_secure_check_inside (sqlite3 *db, const char *path, GError **error)
{
  gboolean good = lijn_sql_run (db, path, "BEGIN", error) && check_all (db, path, error);

  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  return good;
}
