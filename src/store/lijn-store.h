/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lijn-changes.h"

G_BEGIN_DECLS

/* An open project file. Reading is here; writing is in write/, which only edit/ is given. The
 * connection refuses every write outside a transaction of ours (PRAGMA query_only), so that a
 * mistake elsewhere is an error and not a change. */

#define LIJN_STORE_ERROR (lijn_store_error_quark ())
GQuark lijn_store_error_quark (void);

typedef enum
{
  LIJN_STORE_ERROR_NOT_FOUND,
  LIJN_STORE_ERROR_FOREIGN, /* not a Waslijn project */
  LIJN_STORE_ERROR_NEWER, /* made by a newer version */
  LIJN_STORE_ERROR_DAMAGED, /* a project, but not whole */
  LIJN_STORE_ERROR_HOSTILE, /* holds what no project of ours holds */
  LIJN_STORE_ERROR_READ_ONLY, /* writing was asked of a file opened read-only */
  LIJN_STORE_ERROR_BUSY, /* another program is writing, and went on for too long */
  LIJN_STORE_ERROR_DISK, /* reading or writing failed; full disk */
  LIJN_STORE_ERROR_CONFLICT, /* an undo step does not fit what is there now */
  LIJN_STORE_ERROR_INVALID, /* a value or reference that the file does not take */
  LIJN_STORE_ERROR_EXISTS, /* a file is there already */
} LijnStoreError;

typedef enum
{
  LIJN_STORE_DEFAULT = 0,
  LIJN_STORE_READ_ONLY = 1 << 0,
} LijnStoreFlags;

#define LIJN_TYPE_STORE (lijn_store_get_type ())
G_DECLARE_FINAL_TYPE (LijnStore, lijn_store, LIJN, STORE, GObject)

/* The id of the one row of the table `about`, which every project file has from the start. */
#define LIJN_ABOUT_ID "about"

/* Makes an empty project file at @path, on disk when this returns; an existing file is never
 * replaced. Messages of errors are for people, translated, and name the file.
 *
 * Returns: (transfer full): the open store, or NULL. */
LijnStore *lijn_store_create (const char *path, GError **error);

/* Opens the project at @path after checking all that DESIGN's section on the file asks of an
 * untrusted one. A file that may not be written (permissions, a read-only disk) is opened
 * read-only. A refused file is byte for byte as it was. What a crash left half done is taken back,
 * from the journal beside the file, once a private copy of the two has turned out sound.
 *
 * Returns: (transfer full): the open store, or NULL. */
LijnStore *lijn_store_open (const char *path, LijnStoreFlags flags, GError **error);

/* Looks at the file without opening it for use: the same checks, and SQLite's full integrity check,
 * foreign keys, and every changeset of the history readable. Returns: whether it is sound. */
gboolean lijn_store_verify (const char *path, GError **error);

const char *lijn_store_get_path (LijnStore *self);
gboolean lijn_store_is_read_only (LijnStore *self);

/* Runs @sql, which must be one statement that only reads; for tests of any other kind this fails.
 * The cursor stands before the first row.
 * `?` parameters are bound with lijn_cursor_bind_text() before the first step.
 *
 * Returns: (transfer full): a cursor, or NULL. */
typedef struct _LijnCursor LijnCursor;
LijnCursor *lijn_store_select (LijnStore *self, const char *sql, GError **error);
void lijn_cursor_bind_text (LijnCursor *cursor, int parameter, const char *text);

/* Goes to the next row. Returns: whether there is one; when not, @error tells whether that was a
 * failure. */
gboolean lijn_cursor_next (LijnCursor *cursor, GError **error);
int lijn_cursor_get_n_columns (LijnCursor *cursor);
const char *lijn_cursor_get_column_name (LijnCursor *cursor, int column);
gboolean lijn_cursor_is_null (LijnCursor *cursor, int column);
const char *lijn_cursor_get_text (LijnCursor *cursor,
                                  int column); /* "" for NULL; valid until the next step */
gint64 lijn_cursor_get_int (LijnCursor *cursor, int column);
double lijn_cursor_get_real (LijnCursor *cursor, int column); /* NAN for NULL */
GBytes *lijn_cursor_get_bytes (LijnCursor *cursor, int column); /* (transfer full) */
void lijn_cursor_free (LijnCursor *cursor);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnCursor, lijn_cursor_free)

/* Until the release, all that is read is of one moment, whatever other programs do to the file: one
 * that wants to write waits. For as long as a reading takes, no longer. Holds nest; inside a
 * transaction nothing is done, and none is begun while held. Every hold that succeeds is released. */
gboolean lijn_store_hold (LijnStore *self, GError **error);
void lijn_store_release (LijnStore *self);

/* Returns: (transfer full): the BLOB in @column of row @id, or NULL. */
GBytes *lijn_store_read_blob (LijnStore *self, LijnTable table, const char *id, const char *column,
                              GError **error);

/* Looks whether another program has written the file since (PRAGMA data_version); if so, emits
 * "changed" with what its revisions touched. Cheap enough to call every second. */
gboolean lijn_store_look_outside (LijnStore *self, GError **error);

/* Makes at @path a sound copy of the file as it is now, through SQLite, without freed pages;
 * written beside @path and renamed, replacing what is there. With everything in it, the private
 * too: not for another party (lijn-copy.h). */
gboolean lijn_store_copy (LijnStore *self, const char *path, GCancellable *cancellable,
                          GError **error);

/* Makes at @path a project file of its own with a part of this one: the rows for which @keep says
 * so, references to others emptied, the ids of all revisions as known ones, no history. Nothing
 * that is left out has ever been in that file. Written beside @path and renamed, replacing what is
 * there. @keep must keep the owners of what it keeps. */
typedef gboolean (*LijnStoreKeep) (LijnTable table, const char *id, gpointer data);
gboolean lijn_store_extract (LijnStore *self, const char *path, LijnStoreKeep keep, gpointer data,
                             GCancellable *cancellable, GError **error);

/* Moves the project to @path (save in a place of one's own): a sound copy is made there, the store
 * goes on with it, and the old file is removed, unless it may only be read. On failure nothing has
 * changed. Not inside a transaction. */
gboolean lijn_store_move (LijnStore *self, const char *path, GError **error);

/* The history: newest first when listed. */
typedef enum
{
  LIJN_REVISION_EDIT,
  LIJN_REVISION_UNDO,
  LIJN_REVISION_REDO,
} LijnRevisionKind;

typedef struct
{
  char *id;
  char *parent; /* "" for the first */
  LijnRevisionKind kind;
  char *of; /* the edit that an undo or redo is about, else "" */
  gint64 at; /* UTC microseconds */
  char *party; /* id of the party that spoke, or "" */
  char *person;
  char *session; /* id of the session that ran, or "" */
  char *label; /* what was done, in the words of the one who did it */
} LijnRevision;

void lijn_revision_free (LijnRevision *revision);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnRevision, lijn_revision_free)

/* Returns: the id of the newest revision, "" when nothing has been done yet. */
const char *lijn_store_get_revision (LijnStore *self);

/* Returns: (transfer container) (element-type LijnRevision): the @limit newest revisions (0: all),
 * newest first; NULL on failure. */
GPtrArray *lijn_store_list_revisions (LijnStore *self, guint limit, GError **error);

/* Returns: (transfer full): what revision @id touched, or NULL when there is none, or its changeset
 * is not in this copy. */
LijnChanges *lijn_store_get_revision_changes (LijnStore *self, const char *id, GError **error);

/* Returns: (nullable): the label of the edit that an undo (a redo) would take back (do again), NULL
 * when there is none. */
const char *lijn_store_get_undo_label (LijnStore *self);
const char *lijn_store_get_redo_label (LijnStore *self);

/* Who the following transactions are by: ids, or NULL. Kept in each revision. */
void lijn_store_set_speaker (LijnStore *self, const char *party, const char *person,
                             const char *session);

/* In which session alone. */
void lijn_store_set_session (LijnStore *self, const char *session);

/* Returns: the id of the party that speaks, "" when nobody has said. */
const char *lijn_store_get_speaker (LijnStore *self);

/* signals:
 *   "changed" (LijnChanges *): rows were touched. Emitted while a transaction is open (when its
 * consequences need to read what has been written so far), after its end, after a rollback, an
 * undo, a redo, and after another program wrote. The receiver reads the rows again by id and need
 * not know why. "committed" (): a revision was added and is on disk; after "changed".
 */

G_END_DECLS
