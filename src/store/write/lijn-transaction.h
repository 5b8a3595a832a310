/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-store.h"

G_BEGIN_DECLS

/* One edit: BEGIN IMMEDIATE, changes of rows, then a changeset into `history`, COMMIT. Dropped
 * uncommitted, it is rolled back.
 *
 * Transactions nest: one begun while another is open joins it; only the outermost commits, under
 * its own label. When an inner one is dropped uncommitted the outermost can no longer commit: an
 * edit is done whole or not at all. */

typedef struct _LijnTransaction LijnTransaction;

/* A value for a column. Made with the functions below, only as an argument: strings are not copied.
 */
typedef struct
{
  const char *column;
  enum
  {
    LIJN_CELL_NULL,
    LIJN_CELL_TEXT,
    LIJN_CELL_INT,
    LIJN_CELL_REAL,
    LIJN_CELL_BLOB
  } type;
  const char *text;
  gint64 integer;
  double real;
  GBytes *bytes;
} LijnCell;

#define LIJN_TEXT(c, v)                                                                            \
  {                                                                                                \
    .column = (c), .type = LIJN_CELL_TEXT, .text = (v)                                             \
  }
#define LIJN_INT(c, v)                                                                             \
  {                                                                                                \
    .column = (c), .type = LIJN_CELL_INT, .integer = (v)                                           \
  }
#define LIJN_REAL(c, v)                                                                            \
  {                                                                                                \
    .column = (c), .type = LIJN_CELL_REAL, .real = (v)                                             \
  } /* NAN is stored as NULL */
#define LIJN_BLOB(c, v)                                                                            \
  {                                                                                                \
    .column = (c), .type = LIJN_CELL_BLOB, .bytes = (v)                                            \
  }
#define LIJN_NOTHING(c)                                                                            \
  {                                                                                                \
    .column = (c), .type = LIJN_CELL_NULL                                                          \
  }
#define LIJN_REF(c, id)                                                                            \
  {                                                                                                \
    .column = (c), .type = (id) != NULL ? LIJN_CELL_TEXT : LIJN_CELL_NULL, .text = (id)            \
  }

/* An array of cells for the functions below: LIJN_CELLS (LIJN_TEXT ("name", name), LIJN_REAL
 * ("rank", rank)). */
#define LIJN_CELLS(...) ((const LijnCell[]){ __VA_ARGS__, { .column = NULL } })

/* Begins an edit called @label (translated, for the undo menu). Fails when the file is read-only,
 * another program holds it for longer than two seconds, or the disk fails.
 *
 * Returns: (transfer full): the transaction, or NULL. */
LijnTransaction *lijn_transaction_begin (LijnStore *store, const char *label, GError **error);

/* Writes it to disk. An edit that changed nothing in the end leaves no undo step and no revision.
 * On failure all is as it was before. Takes @self in either case. References that dangle, and
 * values that the schema does not take, fail here or before. */
gboolean lijn_transaction_commit (LijnTransaction *self, GError **error);

/* Rolls it back, unless it was committed. */
void lijn_transaction_drop (LijnTransaction *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnTransaction, lijn_transaction_drop)

/* Lets readers see what was written so far ("changed" of the store). */
gboolean lijn_transaction_flush (LijnTransaction *self, GError **error);

/* Row verbs. @cells ends with a cell without column. Setting a value to what it is is no change.
 * Deleting takes along what belongs to the row, as the columns' kinds say. All fail when the row is
 * missing (or, for an insert, there). The row of `about` (LIJN_ABOUT_ID) can only be updated. */
gboolean lijn_transaction_insert (LijnTransaction *self, LijnTable table, const char *id,
                                  const LijnCell *cells, GError **error);
gboolean lijn_transaction_update (LijnTransaction *self, LijnTable table, const char *id,
                                  const LijnCell *cells, GError **error);
gboolean lijn_transaction_delete (LijnTransaction *self, LijnTable table, const char *id,
                                  GError **error);

/* Makes this edit, as a whole, one that cannot be undone, nor anything before it: what a project
 * begins with. It gets a revision, without a changeset. */
void lijn_transaction_set_lasting (LijnTransaction *self);

/* Adds revision ids of another copy to those this file knows. */
gboolean lijn_transaction_add_known_revision (LijnTransaction *self, const char *revision,
                                              GError **error);

/* Takes back the newest edit that is not undone, or does the newest undone one again, as a revision
 * of its own. Fails with LIJN_STORE_ERROR_CONFLICT when another program's edit has made that
 * impossible. Not inside a transaction.
 *
 * @changes: (out) (optional) (transfer full): what was touched, for showing where it happened. */
gboolean lijn_store_undo (LijnStore *store, LijnChanges **changes, GError **error);
gboolean lijn_store_redo (LijnStore *store, LijnChanges **changes, GError **error);

G_END_DECLS
