/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-store-private.h"
#include "lijn-text.h"
#include "lijn-transaction-private.h"

#include <glib/gi18n.h>

/* One edit. Two sessions of SQLite's record it: `whole` from BEGIN to COMMIT, for the history;
 * `part` from the last flush on, for telling readers what to read again; before the first flush
 * that is the same, and most edits need none. The changeset is read
 * before COMMIT and kept in the same transaction, so that an edit and its undo step reach the disk
 * together or not at all. */

struct _LijnTransaction
{
  grefcount refs; /* the caller's, and those of the inner ones */
  LijnStore *store;
  LijnTransaction *outer; /* the outermost, NULL when this is it */
  guint n_inner; /* open inside this outermost one */
  gboolean failed; /* an inner one was dropped */
  gboolean ended; /* committed or rolled back */
  gboolean unenforced; /* references are not enforced */
  gboolean knows_more; /* known revisions were added */
  gboolean lasting; /* cannot be undone: its changeset is not kept */
  LijnRevisionKind kind;
  char *of;
  char *label;
  sqlite3_session *whole, *part;
  LijnChanges *flushed; /* what readers have been told */
};

LijnStore *
lijn_transaction_get_store (LijnTransaction *self)
{
  return self->store;
}

static void
transaction_unref (LijnTransaction *self)
{
  if (!g_ref_count_dec (&self->refs))
    return;

  g_clear_pointer (&self->outer, transaction_unref);
  g_clear_pointer (&self->whole, sqlite3session_delete);
  g_clear_pointer (&self->part, sqlite3session_delete);
  g_clear_pointer (&self->flushed, lijn_changes_unref);
  g_free (self->of);
  g_free (self->label);
  g_object_unref (self->store);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_session, sqlite3session_delete)

/* The history does not record itself. */
static int
is_recorded_cb (void *unused, const char *table)
{
  return lijn_table_from_name (table) >= 0;
}

static gboolean
start_session (LijnStore *store, sqlite3_session **session, GError **error)
{
  int code = sqlite3session_create (store->db, "main", session);

  if (code != SQLITE_OK)
    return lijn_store_fail_code (code, store->path, error);

  sqlite3session_table_filter (*session, is_recorded_cb, NULL);
  code = sqlite3session_attach (*session, NULL);
  return code == SQLITE_OK || lijn_store_fail_code (code, store->path, error);
}

gboolean
lijn_store_settle (LijnStore *self, GError **error)
{
  if (!self->unsettled || self->transaction != NULL)
    return TRUE;
  if ((!sqlite3_get_autocommit (self->db) &&
       !lijn_sql_run (self->db, self->path, "ROLLBACK", error)) ||
      !lijn_sql_run (self->db, self->path, "PRAGMA foreign_keys = ON; PRAGMA query_only = ON",
                     error))
    return FALSE;

  self->unsettled = FALSE;
  return TRUE;
}

/* Ends the transaction, and undoes what is not committed of it. */
static void
close_up (LijnTransaction *self)
{
  self->ended = TRUE;
  self->store->transaction = NULL;
  lijn_store_settle (self->store, NULL);
}

/* A changeset taken from a session. */
typedef struct
{
  void *data;
  int size;
} Taken;

static void
taken_clear (Taken *taken)
{
  sqlite3_free (taken->data);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Taken, taken_clear)

static gboolean
take (LijnTransaction *self, sqlite3_session *session, Taken *taken, GError **error)
{
  int code = sqlite3session_changeset (session, &taken->size, &taken->data);

  return code == SQLITE_OK || lijn_store_fail_code (code, self->store->path, error);
}

static gboolean
collect (LijnTransaction *self, const Taken *taken, LijnChanges *changes, GError **error)
{
  return lijn_changes_add_changeset (changes, taken->data, (gsize) taken->size) ||
         lijn_store_fail_code (SQLITE_CORRUPT, self->store->path, error);
}

/* Adds what was touched since the last flush to @changes. */
static gboolean
collect_part (LijnTransaction *self, LijnChanges *changes, GError **error)
{
  g_auto (Taken) taken = { NULL, 0 };

  return take (self, self->part != NULL ? self->part : self->whole, &taken, error) &&
         collect (self, &taken, changes, error);
}

/* What readers must read again once all is taken back: what they were told of, and what they may
 * have seen by themselves. */
static void
roll_back (LijnTransaction *self)
{
  g_autoptr (LijnChanges) changes = lijn_changes_new ();
  g_autoptr (LijnStore) store = g_object_ref (self->store);

  lijn_changes_add_all (changes, self->flushed);
  if (self->whole == NULL || !collect_part (self, changes, NULL))
    {
      lijn_changes_unref (changes);
      changes = lijn_changes_new_everything ();
    }
  lijn_changes_invert (changes);
  g_clear_pointer (&self->whole, sqlite3session_delete);
  g_clear_pointer (&self->part, sqlite3session_delete);
  close_up (self);
  transaction_unref (self);
  lijn_store_emit_changed (store, changes);
}

static LijnTransaction *
join (LijnTransaction *outermost)
{
  LijnTransaction *self = g_new0 (LijnTransaction, 1);

  self->store = g_object_ref (outermost->store);
  g_ref_count_init (&self->refs);
  self->outer = outermost;
  g_ref_count_inc (&outermost->refs);
  outermost->n_inner++;
  return self;
}

static gboolean
start (LijnTransaction *self, LijnChanges **outside, GError **error)
{
  LijnStore *store = self->store;

  if (self->unenforced &&
      !lijn_sql_run (store->db, store->path, "PRAGMA foreign_keys = OFF", error))
    return FALSE;

  return lijn_sql_run (store->db, store->path, "PRAGMA query_only = OFF; BEGIN IMMEDIATE", error) &&
         lijn_store_check_place (store, error) && lijn_store_catch_up (store, outside, error) &&
         start_session (store, &self->whole, error);
}

static LijnTransaction *
begin (LijnStore *store, LijnRevisionKind kind, const char *label, GError **error)
{
  g_autoptr (LijnChanges) outside = NULL;
  LijnTransaction *self;

  if (store->read_only)
    {
      lijn_store_fail_code (SQLITE_READONLY, store->path, error);
      return NULL;
    }
  if (!lijn_store_settle (store, error))
    return NULL;

  self = g_new0 (LijnTransaction, 1);
  g_ref_count_init (&self->refs);
  self->store = g_object_ref (store);
  self->kind = kind;
  self->unenforced = kind != LIJN_REVISION_EDIT;
  self->of = g_strdup ("");
  self->label = g_strdup (label);
  self->flushed = lijn_changes_new ();
  store->transaction = self;
  store->unsettled = TRUE;
  store->patience.ticks = 0;
  if (!start (self, &outside, error))
    {
      g_clear_pointer (&self->whole, sqlite3session_delete);
      g_clear_pointer (&self->part, sqlite3session_delete);
      close_up (self);
      transaction_unref (self);
      self = NULL;
    }
  if (outside != NULL)
    lijn_store_emit_changed (store, outside);
  return self;
}

LijnTransaction *
lijn_transaction_begin (LijnStore *store, const char *label, GError **error)
{
  g_return_val_if_fail (LIJN_IS_STORE (store), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  if (store->transaction != NULL)
    return join (store->transaction);
  return begin (store, LIJN_REVISION_EDIT, label, error);
}

LijnTransaction *
lijn_transaction_begin_step (LijnStore *store, LijnRevisionKind kind, GError **error)
{
  return begin (store, kind, "", error);
}

void
lijn_transaction_set_step (LijnTransaction *self, const LijnStep *step)
{
  lijn_set_str (&self->of, step->id);
  lijn_set_str (&self->label, step->label);
}

/* Returns: (transfer none): the transaction that @self joined, or itself. */
static LijnTransaction *
get_outermost (LijnTransaction *self)
{
  return self->outer != NULL ? self->outer : self;
}

gboolean
lijn_transaction_check_open (LijnTransaction *self, GError **error)
{
  if (get_outermost (self)->ended)
    {
      g_set_error_literal (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_INVALID,
                           _ ("A part of this change came after its end, and was not made."));
      return FALSE;
    }
  if (!sqlite3_get_autocommit (self->store->db))
    return TRUE;

  g_set_error_literal (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_DISK,
                       _ ("The disk failed during this change, so it was not made."));
  return FALSE;
}

/* Writes the revision and commits. @revision stays NULL when nothing changed in the end. */
static gboolean
finish (LijnTransaction *self, const Taken *whole, LijnRevision **revision, gint64 *seq,
        GError **error)
{
  LijnStore *store = self->store;

  if (whole->size == 0 && !self->knows_more)
    return TRUE; /* the caller rolls back what is nothing */

  if (whole->size > 0)
    {
      *revision = lijn_store_add_revision (store, self->kind, self->of, self->label,
                                           self->lasting ? NULL : whole->data,
                                           self->lasting ? 0 : whole->size, error);
      if (*revision == NULL)
        return FALSE;
      *seq = sqlite3_last_insert_rowid (store->db);
    }
  store->patience.ticks = 0;
  return lijn_sql_run (store->db, store->path, "COMMIT", error);
}

/* Takes what was recorded, tells @changes what readers do not know yet, and writes it. */
static gboolean
take_and_finish (LijnTransaction *self, LijnChanges *changes, LijnRevision **revision, gint64 *seq,
                 GError **error)
{
  g_auto (Taken) whole = { NULL, 0 };

  return take (self, self->whole, &whole, error) &&
         (self->part != NULL ? collect_part (self, changes, error)
                             : collect (self, &whole, changes, error)) &&
         finish (self, &whole, revision, seq, error);
}

gboolean
lijn_transaction_commit_step (LijnTransaction *self, LijnChanges **all, GError **error)
{
  g_autoptr (LijnChanges) changes = lijn_changes_new ();
  g_autoptr (LijnRevision) revision = NULL;
  g_autoptr (LijnStore) store = g_object_ref (self->store);
  gint64 seq = 0;

  if (self->failed || self->n_inner > 0)
    {
      g_set_error_literal (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_INVALID,
                           _ ("A part of this change could not be made, so none of it was."));
      roll_back (self);
      return FALSE;
    }
  if (!lijn_transaction_check_open (self, error) ||
      !take_and_finish (self, changes, &revision, &seq, error))
    {
      roll_back (self);
      return FALSE;
    }

  if (revision != NULL)
    lijn_store_follow_revision (store, revision, seq, !self->lasting);
  if (all != NULL)
    {
      *all = lijn_changes_new ();
      lijn_changes_add_all (*all, self->flushed);
      lijn_changes_add_all (*all, changes);
    }
  g_clear_pointer (&self->whole, sqlite3session_delete);
  g_clear_pointer (&self->part, sqlite3session_delete);
  close_up (self);
  transaction_unref (self);
  lijn_store_emit_changed (store, changes);
  if (revision != NULL)
    lijn_store_emit_committed (store);
  return TRUE;
}

void
lijn_transaction_set_lasting (LijnTransaction *self)
{
  get_outermost (self)->lasting = TRUE;
}

/* Ends an inner one. */
static void
leave (LijnTransaction *self, gboolean failed)
{
  self->outer->n_inner--;
  self->outer->failed |= failed;
  transaction_unref (self);
}

gboolean
lijn_transaction_commit (LijnTransaction *self, GError **error)
{
  gboolean open;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->outer == NULL)
    return lijn_transaction_commit_step (self, NULL, error);

  open = lijn_transaction_check_open (self, error);
  leave (self, !open);
  return open;
}

void
lijn_transaction_drop (LijnTransaction *self)
{
  if (self == NULL)
    return;
  if (self->outer == NULL)
    roll_back (self);
  else
    leave (self, TRUE);
}

gboolean
lijn_transaction_flush (LijnTransaction *self, GError **error)
{
  g_autoptr (LijnChanges) changes = lijn_changes_new ();
  LijnTransaction *outermost = get_outermost (self);

  if (!lijn_transaction_check_open (self, error) || !collect_part (outermost, changes, error))
    return FALSE;
  if (lijn_changes_get_size (changes) == 0)
    return TRUE;

  g_clear_pointer (&outermost->part, sqlite3session_delete);
  if (!start_session (outermost->store, &outermost->part, error))
    return FALSE;

  lijn_changes_add_all (outermost->flushed, changes);
  lijn_store_emit_changed (outermost->store, changes);
  return TRUE;
}

gboolean
lijn_transaction_add_known_revision (LijnTransaction *self, const char *revision, GError **error)
{
  LijnTransaction *outermost = get_outermost (self);
  LijnStore *store = self->store;
  sqlite3_stmt *statement;
  gboolean good;

  if (!lijn_transaction_check_open (self, error))
    return FALSE;

  statement = lijn_store_statement (
      store, "INSERT OR IGNORE INTO \"known_revision\" (\"id\") VALUES (?)", error);
  if (statement == NULL)
    return FALSE;

  lijn_sql_bind_text (statement, 1, revision);
  good = sqlite3_step (statement) == SQLITE_DONE;
  if (!good)
    lijn_store_fail (store->db, store->path, error);
  else if (sqlite3_changes (store->db) > 0)
    outermost->knows_more = TRUE;
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return good;
}
