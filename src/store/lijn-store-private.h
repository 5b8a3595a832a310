/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

#include "lijn-store.h"
#include "lijn-transaction.h"

G_BEGIN_DECLS

/* What the files of this folder share; nobody else sees it. */

/* An edit on the undo or the redo stack. */
typedef struct
{
  gint64 seq;
  char *id;
  char *label;
} LijnStep;

/* How long one query may go on: reset before each, looked at by the progress handler. */
typedef struct
{
  guint ticks;
  GCancellable *cancellable;
} LijnPatience;

struct _LijnStore
{
  GObject parent_instance;

  char *path;
  sqlite3 *db;
  gboolean read_only;
  guint64 device, inode; /* of the file that is open, to notice when another takes its place */

  LijnTransaction *transaction; /* the outermost, while one is open; not owned */
  guint holds; /* of one moment to read it */
  gboolean unsettled; /* the connection may still stand as a transaction left it */
  GHashTable *statements; /* SQL (owned by the statement) to sqlite3_stmt: for writing rows */
  LijnPatience patience;

  gint64 data_version;
  gint64 last_seq;
  char *revision;
  GPtrArray *undo, *redo; /* LijnStep, the next to be taken last */

  char *party, *person, *session; /* who speaks; never NULL */
};

/* lijn-errors.c: sets @error from @db's last failure, in words about the file at @path. Returns
 * FALSE. */
gboolean lijn_store_fail (sqlite3 *db, const char *path, GError **error);
gboolean lijn_store_fail_code (int code, const char *path, GError **error);

/* lijn-statement.c: runs statements without result, that come from our code. */
gboolean lijn_sql_run (sqlite3 *db, const char *path, const char *sql, GError **error);

/* Prepares one statement; a row's worth of it is given by lijn_sql_number(): the first column of
 * the first row as a number. */
sqlite3_stmt *lijn_sql_prepare (sqlite3 *db, const char *path, const char *sql, GError **error);
gboolean lijn_sql_number (sqlite3 *db, const char *path, const char *sql, gint64 *number,
                          GError **error);

/* Returns: (transfer none): the statement for @sql, kept for the next time, reset and without
 * bindings; NULL on failure. */
sqlite3_stmt *lijn_store_statement (LijnStore *self, const char *sql, GError **error);

/* Binds @text, "" for NULL; lives at least as long as the statement runs. */
void lijn_sql_bind_text (sqlite3_stmt *statement, int parameter, const char *text);

typedef sqlite3_stmt LijnStatement;
static inline void
lijn_sql_finalize (LijnStatement *statement)
{
  sqlite3_finalize (statement);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnStatement, lijn_sql_finalize)

/* lijn-changes.c: sets of changes under construction. */
LijnChanges *lijn_changes_new (void);
LijnChanges *lijn_changes_new_everything (void);

/* Adds a row; one that is there already keeps its first kind, and gets the columns in addition. */
void lijn_changes_add (LijnChanges *self, LijnTable table, LijnChangeKind kind, const char *id,
                       guint64 columns);

/* Adds all of @other. */
void lijn_changes_add_all (LijnChanges *self, LijnChanges *other);

/* Makes each insert a delete and each delete an insert: what taking the changes back does. */
void lijn_changes_invert (LijnChanges *self);

/* lijn-changeset.c: adds what @changeset touches. Returns: whether it is a whole and proper
 * changeset of tables of the model; only then may SQLite be given it. */
gboolean lijn_changes_add_changeset (LijnChanges *self, const void *changeset, gsize size);

/* lijn-revisions.c: reads what was done after self->last_seq and brings the stacks and the newest
 * revision up to date. @changes: (nullable): takes up what those revisions touched.
 * Returns: FALSE with @error on failure. */
gboolean lijn_store_read_history (LijnStore *self, LijnChanges *changes, GError **error);

/* Forgets the stacks, so that all is read anew. */
void lijn_store_forget_history (LijnStore *self);

/* Writes down a revision, inside the open transaction, and gives it to the caller. */
LijnRevision *lijn_store_add_revision (LijnStore *self, LijnRevisionKind kind, const char *of,
                                       const char *label, const void *changeset, int size,
                                       GError **error);

/* Lets the stacks follow @revision, once it is on disk. */
void lijn_store_follow_revision (LijnStore *self, const LijnRevision *revision, gint64 seq,
                                 gboolean can_be_undone);

/* lijn-transaction.c: brings the connection back to where nothing is open and nothing can be
 * written, if it is not there. Only want of memory can prevent that, so it is tried again before whatever
 * comes next. Returns: whether it is there; true inside a transaction. */
gboolean lijn_store_settle (LijnStore *self, GError **error);

/* lijn-outside.c: whether another program has written, and what; @changes stays as it is when
 * not. */
gboolean lijn_store_catch_up (LijnStore *self, LijnChanges **changes, GError **error);

/* Returns: whether the open file is still the one at its path: else what is written would be
 * lost. */
gboolean lijn_store_check_place (LijnStore *self, GError **error);

/* lijn-open.c: opens @path with all checks, recovering it first when a crash left a journal.
 *
 * Returns: (transfer full): the connection. @read_only: (inout): asked for; whether it is so. */
sqlite3 *lijn_open_checked (const char *path, gboolean *read_only, LijnPatience *patience,
                            GError **error);

/* Makes @db, with the file at @path, what @self is about, and reads its history. The connection
 * before is the caller's to close. */
gboolean lijn_store_adopt (LijnStore *self, sqlite3 *db, const char *path, gboolean read_only,
                           GError **error);

/* lijn-store.c */
void lijn_store_emit_changed (LijnStore *self, LijnChanges *changes);
void lijn_store_emit_committed (LijnStore *self);

/* Returns: (transfer full): the file's name for people. */
char *lijn_store_display_name (const char *path);

G_END_DECLS
