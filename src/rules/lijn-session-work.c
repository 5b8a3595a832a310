/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-session-work.h"

/* Two walks over the revisions, oldest first: which edits stand, undo and redo being considered;
 * then the changes of those that belong to the session, one laid over the other. */

struct _LijnSessionWork
{
  LijnProject *project; /* (owned) */
  GHashTable *rows[LIJN_N_TABLES]; /* id → Row */
};

typedef struct
{
  LijnChangeKind kind;
  guint64 columns; /* set by updates */
  gboolean private; /* to a party, when it was deleted */
} Row;

/* Returns: ids of the edits that are not undone. They are those of @revisions. */
static GHashTable *
find_standing (GPtrArray *revisions)
{
  GHashTable *standing = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = revisions->len; i > 0; i--)
    {
      LijnRevision *revision = revisions->pdata[i - 1];

      switch (revision->kind)
        {
        case LIJN_REVISION_UNDO:
          g_hash_table_remove (standing, revision->of);
          break;
        case LIJN_REVISION_REDO:
          g_hash_table_add (standing, revision->of);
          break;
        case LIJN_REVISION_EDIT:
        default:
          g_hash_table_add (standing, revision->id);
          break;
        }
    }
  return standing;
}

static void
take_columns (Row *row, const LijnChange *change)
{
  int place = lijn_table_find_column (change->table, "private_to");

  if (change->kind == LIJN_CHANGE_UPDATE)
    row->columns |= change->columns;
  else if (change->kind == LIJN_CHANGE_DELETE)
    row->private = place >= 0 && (change->columns & (G_GUINT64_CONSTANT (1) << place)) != 0;
}

/* Lays @change over what is known of the row so far. */
static void
add_change (LijnSessionWork *self, const LijnChange *change)
{
  GHashTable *rows = self->rows[change->table];
  Row *row = g_hash_table_lookup (rows, change->id);

  if (row == NULL)
    {
      row = g_new0 (Row, 1);
      row->kind = change->kind;
      take_columns (row, change);
      g_hash_table_insert (rows, g_strdup (change->id), row);
      return;
    }
  take_columns (row, change);
  if (row->kind == LIJN_CHANGE_INSERT)
    {
      if (change->kind == LIJN_CHANGE_DELETE)
        g_hash_table_remove (rows, change->id);
    }
  else if (row->kind == LIJN_CHANGE_DELETE && change->kind == LIJN_CHANGE_INSERT)
    row->kind = LIJN_CHANGE_UPDATE;
  else
    row->kind = change->kind;
}

static void
add_revision (LijnSessionWork *self, const LijnRevision *revision)
{
  g_autoptr (LijnChanges) changes = lijn_store_get_revision_changes (
      lijn_project_get_store (self->project), revision->id, NULL);

  for (gsize i = 0; changes != NULL && i < lijn_changes_get_size (changes); i++)
    add_change (self, lijn_changes_get (changes, i));
}

LijnSessionWork *
lijn_session_work_new (LijnSession *session)
{
  LijnSessionWork *self = g_new0 (LijnSessionWork, 1);
  const char *id = lijn_object_get_id (LIJN_OBJECT (session));
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GHashTable) standing = NULL;

  self->project = g_object_ref (lijn_object_get_project (LIJN_OBJECT (session)));
  for (int t = 0; t < LIJN_N_TABLES; t++)
    self->rows[t] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  revisions = lijn_store_list_revisions (lijn_project_get_store (self->project), 0, NULL);
  if (revisions == NULL)
    return self;

  standing = find_standing (revisions);
  for (guint i = revisions->len; i > 0; i--)
    {
      const LijnRevision *revision = revisions->pdata[i - 1];

      if (g_str_equal (revision->session, id) && g_hash_table_contains (standing, revision->id))
        add_revision (self, revision);
    }
  return self;
}

void
lijn_session_work_free (LijnSessionWork *self)
{
  for (int t = 0; t < LIJN_N_TABLES; t++)
    g_hash_table_unref (self->rows[t]);
  g_object_unref (self->project);
  g_free (self);
}

GPtrArray *
lijn_session_work_list (LijnSessionWork *self, LijnTable table, LijnChangeKind kind)
{
  GListModel *all = lijn_project_list (self->project, table);
  GPtrArray *found = g_ptr_array_new ();
  guint n = g_hash_table_size (self->rows[table]) > 0 ? g_list_model_get_n_items (all) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (all, i);
      const Row *row = g_hash_table_lookup (self->rows[table], lijn_object_get_id (object));

      if (row != NULL && row->kind == kind)
        g_ptr_array_add (found, object);
    }
  return found;
}

guint64
lijn_session_work_get_columns (LijnSessionWork *self, LijnObject *object)
{
  const Row *row = g_hash_table_lookup (self->rows[lijn_object_get_table (object)],
                                        lijn_object_get_id (object));

  return row != NULL ? row->columns : 0;
}

static guint
count_removed (LijnSessionWork *self, LijnTable table, gboolean private)
{
  GHashTableIter iter;
  gpointer each;
  guint n = 0;

  g_hash_table_iter_init (&iter, self->rows[table]);
  while (g_hash_table_iter_next (&iter, NULL, &each))
    {
      const Row *row = each;

      n += row->kind == LIJN_CHANGE_DELETE && row->private == private;
    }
  return n;
}

/* An interface is seen by who sees a hand-over that hangs on it. Which did is no longer known, so with
 * private elements or flows among what went, none is told of. */
guint
lijn_session_work_count_removed (LijnSessionWork *self, LijnTable table,
                                 const LijnAudience *audience)
{
  if (audience->everything)
    return count_removed (self, table, FALSE) + count_removed (self, table, TRUE);
  if (table == LIJN_TABLE_INTERFACE &&
      count_removed (self, LIJN_TABLE_ELEMENT, TRUE) + count_removed (self, LIJN_TABLE_FLOW, TRUE) >
          0)
    return 0;
  return count_removed (self, table, FALSE);
}
