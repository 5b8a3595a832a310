/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-id.h"
#include "lijn-store-private.h"
#include "lijn-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* The table `revision`, and the undo and redo stacks that follow from it. An edit goes on the undo
 * stack and empties the redo stack; an undo moves its edit to the redo stack, a redo moves it back.
 * So the stacks are known from the rows alone, and no changeset is read to build them. */

static const char *const kinds[] = { "edit", "undo", "redo", NULL };

/* An edit that stands below @of on a stack cannot happen in a file of ours: then there is nothing
 * that could be undone with certainty. */
static void
move_step (GPtrArray *from, GPtrArray *to, const char *of)
{
  const LijnStep *top = from->len > 0 ? g_ptr_array_index (from, from->len - 1) : NULL;

  if (top != NULL && strcmp (top->id, of) == 0)
    g_ptr_array_add (to, g_ptr_array_steal_index (from, from->len - 1));
  else
    {
      g_ptr_array_set_size (from, 0);
      g_ptr_array_set_size (to, 0);
    }
}

static void
follow (LijnStore *self, LijnRevisionKind kind, const char *id, const char *of, const char *label,
        gint64 seq, gboolean can_be_undone)
{
  LijnStep *step;

  lijn_set_str (&self->revision, id);
  self->last_seq = seq;
  switch (kind)
    {
    case LIJN_REVISION_UNDO:
      move_step (self->undo, self->redo, of);
      break;
    case LIJN_REVISION_REDO:
      move_step (self->redo, self->undo, of);
      break;
    case LIJN_REVISION_EDIT:
    default:
      g_ptr_array_set_size (self->redo, 0);
      if (!can_be_undone)
        {
          g_ptr_array_set_size (self->undo, 0);
          break;
        }
      step = g_new (LijnStep, 1);
      *step = (LijnStep){ seq, g_strdup (id), g_strdup (label) };
      g_ptr_array_add (self->undo, step);
      break;
    }
}

void
lijn_store_follow_revision (LijnStore *self, const LijnRevision *revision, gint64 seq,
                            gboolean can_be_undone)
{
  follow (self, revision->kind, revision->id, revision->of, revision->label, seq, can_be_undone);
}

void
lijn_store_forget_history (LijnStore *self)
{
  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  lijn_set_str (&self->revision, "");
  self->last_seq = 0;
}

static const char *
text (sqlite3_stmt *statement, int column)
{
  const char *value = (const char *) sqlite3_column_text (statement, column);

  return value != NULL ? value : "";
}

gboolean
lijn_store_read_history (LijnStore *self, LijnChanges *changes, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT seq, id, kind, \"of\", label, changeset IS NOT NULL%s FROM revision WHERE seq > ? "
      "ORDER BY seq",
      changes != NULL ? ", changeset" : "");
  g_autoptr (LijnStatement) statement = lijn_sql_prepare (self->db, self->path, sql, error);
  int code;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, self->last_seq);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      int kind = lijn_nick_to_value (kinds, text (statement, 2));

      self->patience.ticks = 0;
      follow (self, (LijnRevisionKind) MAX (kind, 0), text (statement, 1), text (statement, 3),
              text (statement, 4), sqlite3_column_int64 (statement, 0),
              sqlite3_column_int (statement, 5) != 0);
      if (changes != NULL &&
          !lijn_changes_add_changeset (changes, sqlite3_column_blob (statement, 6),
                                       (gsize) sqlite3_column_bytes (statement, 6)))
        return lijn_store_fail_code (SQLITE_CORRUPT, self->path, error);
    }
  return code == SQLITE_DONE || lijn_store_fail (self->db, self->path, error);
}

LijnRevision *
lijn_store_add_revision (LijnStore *self, LijnRevisionKind kind, const char *of, const char *label,
                         const void *changeset, int size, GError **error)
{
  sqlite3_stmt *statement = lijn_store_statement (
      self,
      "INSERT INTO revision (id, parent, kind, \"of\", at, party, person, session, label, "
      "changeset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      error);
  g_autoptr (LijnRevision) revision = NULL;
  gboolean good;

  if (statement == NULL)
    return NULL;

  revision = g_new (LijnRevision, 1);
  *revision = (LijnRevision){ lijn_id_new (),
                              g_strdup (self->revision),
                              kind,
                              g_strdup (of),
                              lijn_now (),
                              g_strdup (self->party),
                              g_strdup (self->person),
                              g_strdup (self->session),
                              g_strdup (label) };
  lijn_sql_bind_text (statement, 1, revision->id);
  lijn_sql_bind_text (statement, 2, revision->parent);
  lijn_sql_bind_text (statement, 3, kinds[kind]);
  lijn_sql_bind_text (statement, 4, revision->of);
  sqlite3_bind_int64 (statement, 5, revision->at);
  lijn_sql_bind_text (statement, 6, revision->party);
  lijn_sql_bind_text (statement, 7, revision->person);
  lijn_sql_bind_text (statement, 8, revision->session);
  lijn_sql_bind_text (statement, 9, revision->label);
  sqlite3_bind_blob (statement, 10, changeset, size, SQLITE_STATIC);
  good = sqlite3_step (statement) == SQLITE_DONE;
  if (!good)
    lijn_store_fail (self->db, self->path, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return good ? g_steal_pointer (&revision) : NULL;
}

void
lijn_revision_free (LijnRevision *revision)
{
  g_free (revision->id);
  g_free (revision->parent);
  g_free (revision->of);
  g_free (revision->party);
  g_free (revision->person);
  g_free (revision->session);
  g_free (revision->label);
  g_free (revision);
}

static void
revision_free (gpointer revision)
{
  lijn_revision_free (revision);
}

static LijnRevision *
read_revision (LijnCursor *row)
{
  LijnRevision *revision = g_new (LijnRevision, 1);
  int kind = lijn_nick_to_value (kinds, lijn_cursor_get_text (row, 2));

  revision->id = g_strdup (lijn_cursor_get_text (row, 0));
  revision->parent = g_strdup (lijn_cursor_get_text (row, 1));
  revision->kind = (LijnRevisionKind) MAX (kind, 0);
  revision->of = g_strdup (lijn_cursor_get_text (row, 3));
  revision->at = lijn_cursor_get_int (row, 4);
  revision->party = g_strdup (lijn_cursor_get_text (row, 5));
  revision->person = g_strdup (lijn_cursor_get_text (row, 6));
  revision->session = g_strdup (lijn_cursor_get_text (row, 7));
  revision->label = g_strdup (lijn_cursor_get_text (row, 8));
  return revision;
}

GPtrArray *
lijn_store_list_revisions (LijnStore *self, guint limit, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (revision_free);
  g_autoptr (LijnCursor) row = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (LIJN_IS_STORE (self), NULL);

  row = lijn_store_select (self,
                           "SELECT id, parent, kind, \"of\", at, party, person, session, label "
                           "FROM revision ORDER BY seq DESC",
                           error);
  if (row == NULL)
    return NULL;

  while ((limit == 0 || list->len < limit) && lijn_cursor_next (row, &failure))
    g_ptr_array_add (list, read_revision (row));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_steal_pointer (&list);
}

LijnChanges *
lijn_store_get_revision_changes (LijnStore *self, const char *id, GError **error)
{
  g_autoptr (LijnCursor) row = NULL;
  g_autoptr (LijnChanges) changes = NULL;
  g_autoptr (GBytes) changeset = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (LIJN_IS_STORE (self), NULL);

  row = lijn_store_select (self, "SELECT changeset FROM revision WHERE id = ?", error);
  if (row == NULL)
    return NULL;

  lijn_cursor_bind_text (row, 1, id);
  if (!lijn_cursor_next (row, &failure) || lijn_cursor_is_null (row, 0))
    {
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      else
        g_set_error_literal (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_NOT_FOUND,
                             _ ("This copy does not hold what was changed then."));
      return NULL;
    }

  changeset = lijn_cursor_get_bytes (row, 0);
  changes = lijn_changes_new ();
  if (!lijn_changes_add_changeset (changes, g_bytes_get_data (changeset, NULL),
                                   g_bytes_get_size (changeset)))
    {
      lijn_store_fail_code (SQLITE_CORRUPT, self->path, error);
      return NULL;
    }
  return g_steal_pointer (&changes);
}
