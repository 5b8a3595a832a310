/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-store-private.h"
#include "lijn-transaction-private.h"

#include <glib/gi18n.h>

/* Undo and redo: the changeset of an edit, inverted or not, applied as a revision of its own. It
 * must fit exactly, row by row and value by value; else it is a conflict and nothing is done.
 *
 * A changeset holds the rows that went along with a deleted one, and references that became NULL.
 * Applied with references enforced, SQLite would draw those consequences a second time and then not
 * find the rows. So they are not enforced meanwhile, and looked after at the end. */

static gboolean
conflict (GError **error)
{
  g_set_error_literal (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_CONFLICT,
                       _ ("This can no longer be undone or redone: something else has changed the "
                          "same things since."));
  return FALSE;
}

static int
on_conflict_cb (void *unused, int kind, sqlite3_changeset_iter *iterator)
{
  return SQLITE_CHANGESET_ABORT;
}

/* Reads the changeset of @step. Returns: (transfer full): a copy, NULL on failure. */
static GBytes *
read_changeset (LijnStore *store, const LijnStep *step, GError **error)
{
  sqlite3_stmt *statement = lijn_store_statement (
      store, "SELECT changeset FROM revision WHERE seq = ?", error);
  GBytes *changeset = NULL;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, step->seq);
  if (sqlite3_step (statement) == SQLITE_ROW)
    changeset = g_bytes_new (sqlite3_column_blob (statement, 0),
                             (gsize) sqlite3_column_bytes (statement, 0));
  else
    lijn_store_fail (store->db, store->path, error);
  sqlite3_reset (statement);
  return changeset;
}

static gboolean
apply (LijnStore *store, GBytes *changeset, gboolean invert, GError **error)
{
  gsize size = 0;
  const void *data = g_bytes_get_data (changeset, &size);
  int code = sqlite3changeset_apply_v2 (store->db, (int) size, (void *) (gsize) data, NULL,
                                        on_conflict_cb, NULL, NULL, NULL,
                                        invert ? SQLITE_CHANGESETAPPLY_INVERT : 0);

  if (code == SQLITE_ABORT)
    return conflict (error);
  return code == SQLITE_OK || lijn_store_fail_code (code, store->path, error);
}

/* Returns: whether no row of @table refers to one that is not there. */
static gboolean
check_references (LijnStore *store, LijnTable table, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA foreign_key_check(\"%s\")",
                                          lijn_table_info (table)->name);
  g_autoptr (LijnStatement) statement = lijn_sql_prepare (store->db, store->path, sql, error);
  int code;

  if (statement == NULL)
    return FALSE;

  store->patience.ticks = 0;
  code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    return conflict (error);
  return code == SQLITE_DONE || lijn_store_fail (store->db, store->path, error);
}

/* Marks the tables in which a reference could dangle after @change: its own, but for a deleted row;
 * for that, those which refer to it. */
static void
mark_tables (const LijnChange *change, gboolean *marked)
{
  if (change->kind != LIJN_CHANGE_DELETE)
    {
      marked[change->table] = TRUE;
      return;
    }
  for (guint i = 0; i < LIJN_N_TABLES; i++)
    {
      const LijnTableInfo *info = lijn_table_info ((LijnTable) i);

      for (guint j = 0; j < info->n_columns; j++)
        if (lijn_column_is_reference (info->columns[j].kind) &&
            info->columns[j].refers == change->table)
          marked[i] = TRUE;
    }
}

static gboolean
check_all_references (LijnStore *store, LijnChanges *changes, gboolean invert, GError **error)
{
  gboolean marked[LIJN_N_TABLES] = { FALSE };

  if (invert)
    lijn_changes_invert (changes);
  for (gsize i = 0; i < lijn_changes_get_size (changes); i++)
    mark_tables (lijn_changes_get (changes, i), marked);
  for (guint i = 0; i < LIJN_N_TABLES; i++)
    if (marked[i] && !check_references (store, (LijnTable) i, error))
      return FALSE;
  return TRUE;
}

/* Does what @changeset says, or its opposite; after seeing that it is one. */
static gboolean
apply_checked (LijnStore *store, GBytes *changeset, gboolean invert, GError **error)
{
  g_autoptr (LijnChanges) changes = lijn_changes_new ();

  if (!lijn_changes_add_changeset (changes, g_bytes_get_data (changeset, NULL),
                                   g_bytes_get_size (changeset)))
    return lijn_store_fail_code (SQLITE_CORRUPT, store->path, error);
  return apply (store, changeset, invert, error) &&
         check_all_references (store, changes, invert, error);
}

static gboolean
take_step (LijnStore *store, LijnRevisionKind kind, LijnChanges **changes, GError **error)
{
  gboolean invert = kind == LIJN_REVISION_UNDO;
  g_autoptr (LijnTransaction) edit = NULL;
  g_autoptr (GBytes) changeset = NULL;
  GPtrArray *stack;
  const LijnStep *step;

  g_return_val_if_fail (LIJN_IS_STORE (store), FALSE);
  g_return_val_if_fail (store->transaction == NULL, FALSE);

  edit = lijn_transaction_begin_step (store, kind, error);
  if (edit == NULL)
    return FALSE;

  /* Only now, as another program may have written until now. */
  stack = invert ? store->undo : store->redo;
  if (stack->len == 0)
    {
      g_set_error_literal (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_NOT_FOUND,
                           invert ? _ ("There is nothing to undo.")
                                  : _ ("There is nothing to do again."));
      return FALSE;
    }
  step = g_ptr_array_index (stack, stack->len - 1);
  lijn_transaction_set_step (edit, step);

  changeset = read_changeset (store, step, error);
  return changeset != NULL && apply_checked (store, changeset, invert, error) &&
         lijn_transaction_commit_step (g_steal_pointer (&edit), changes, error);
}

gboolean
lijn_store_undo (LijnStore *store, LijnChanges **changes, GError **error)
{
  return take_step (store, LIJN_REVISION_UNDO, changes, error);
}

gboolean
lijn_store_redo (LijnStore *store, LijnChanges **changes, GError **error)
{
  return take_step (store, LIJN_REVISION_REDO, changes, error);
}
