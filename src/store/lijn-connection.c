/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-connection.h"

/* How a project file is opened, whoever it came from.
 *
 * The rollback journal is deleted after each commit, never a WAL: the file alone must be whole at
 * every moment, as it may be attached to a message while it is open. The cache does not spill, so
 * that the file changes only during the commit. */

/* Operations of SQLite's machine between two looks, and looks until patience is at its end: some
 * ten seconds for one row. */
#define OPERATIONS 100000
#define MAX_TICKS 10000

#define MEGABYTE (1 << 20)

static const struct
{
  int limit;
  int value;
} limits[] = {
  { SQLITE_LIMIT_LENGTH, 256 * MEGABYTE }, /* an attachment, or a changeset that holds some */
  { SQLITE_LIMIT_SQL_LENGTH, MEGABYTE },
  { SQLITE_LIMIT_COLUMN, 100 },
  { SQLITE_LIMIT_EXPR_DEPTH, 100 },
  { SQLITE_LIMIT_COMPOUND_SELECT, 50 },
  { SQLITE_LIMIT_VDBE_OP, 100000 },
  { SQLITE_LIMIT_FUNCTION_ARG, 20 },
  { SQLITE_LIMIT_ATTACHED, 1 }, /* VACUUM INTO needs one */
  { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000 },
  { SQLITE_LIMIT_VARIABLE_NUMBER, 1000 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 50 }, /* what goes along with a deleted row counts as one */
  { SQLITE_LIMIT_WORKER_THREADS, 0 },
};

static const struct
{
  int option;
  int value;
} options[] = {
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },
  { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
  { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
  { SQLITE_DBCONFIG_DQS_DML, 0 },
  { SQLITE_DBCONFIG_DQS_DDL, 0 },
  { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
};

static const char pragmas[] = "PRAGMA query_only = ON;"
                              "PRAGMA cell_size_check = ON;"
                              "PRAGMA mmap_size = 0;"
                              "PRAGMA temp_store = MEMORY;"
                              "PRAGMA cache_spill = OFF;"
                              "PRAGMA cache_size = -65536;"
                              "PRAGMA synchronous = FULL;"
                              "PRAGMA secure_delete = ON;"
                              "PRAGMA foreign_keys = ON;";

static int
progress_cb (gpointer data)
{
  LijnPatience *patience = data;

  return ++patience->ticks > MAX_TICKS ||
         (patience->cancellable != NULL && g_cancellable_is_cancelled (patience->cancellable));
}

sqlite3 *
lijn_connection_open (const char *path, gboolean read_only, LijnPatience *patience, GError **error)
{
  g_autoptr (LijnConnection) db = NULL;
  int mode = read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  int code = sqlite3_open_v2 (path, &db, mode | SQLITE_OPEN_PRIVATECACHE, NULL);

  if (code != SQLITE_OK)
    {
      lijn_store_fail_code (code, path, error);
      return NULL;
    }

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (db, limits[i].limit, limits[i].value);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    sqlite3_db_config (db, options[i].option, options[i].value, NULL);
  sqlite3_extended_result_codes (db, 1);
  sqlite3_busy_timeout (db, 2000);
  sqlite3_progress_handler (db, OPERATIONS, progress_cb, patience);
  return lijn_sql_run (db, path, pragmas, error) ? g_steal_pointer (&db) : NULL;
}
