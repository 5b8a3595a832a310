/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-project-private.h"

#include "lijn-object-private.h"

/* How the objects follow the file. It is never asked why rows changed: the store says which were
 * touched, and what is in the file then is the truth. A touched row that is there is loaded, into its
 * object or a new one; a touched row that is not there ends its object. First all objects and the
 * index are brought up to date, then everybody is told, so that whoever is told sees a whole. */

/* From so many touched rows of one table on, reading the table once beats asking row by row. */
#define MANY 64

/* What one refresh found. */
typedef struct
{
  GPtrArray *added; /* owned LijnObject */
  GPtrArray *changed; /* owned */
  GPtrArray *removed; /* owned */
} Refresh;

static void
take_row (LijnProject *self, LijnTable table, LijnCursor *cursor, Refresh *refresh)
{
  const char *id = lijn_cursor_get_text (cursor, 0);
  LijnObject *object = g_hash_table_lookup (self->objects[table], id);
  gboolean moves;

  if (object == NULL)
    {
      object = lijn_gone_take (self->gone, table, id);
      if (object == NULL)
        object = lijn_object_new (self, table, id);
      lijn_object_load (object, cursor);
      g_hash_table_insert (self->objects[table], (gpointer) (gsize) lijn_object_get_id (object),
                           object);
      lijn_index_enter (self->index, object);
      g_ptr_array_add (refresh->added, object);
      return;
    }

  moves = lijn_object_moves (object, cursor);
  if (moves)
    lijn_index_leave (self->index, object);
  if (lijn_object_load (object, cursor))
    g_ptr_array_add (refresh->changed, g_object_ref (object));
  if (moves)
    lijn_index_enter (self->index, object);
}

static void
drop_row (LijnProject *self, LijnTable table, const char *id, Refresh *refresh)
{
  LijnObject *object = g_hash_table_lookup (self->objects[table], id);

  if (object == NULL)
    return;
  g_ptr_array_add (refresh->removed, g_object_ref (object));
  lijn_index_leave (self->index, object);
  g_hash_table_remove (self->objects[table], lijn_object_get_id (object));
}

/* Reads the rows of @table whose ids are in @wanted, or @all, and drops the wanted ones (nullable:
 * none) that are not there. Takes the others out of @wanted. */
static gboolean
read_table (LijnProject *self, LijnTable table, GHashTable *wanted, gboolean all, Refresh *refresh,
            GError **error)
{
  g_autofree char *sql = lijn_object_select_sql (table);
  g_autoptr (LijnCursor) cursor = lijn_store_select (self->store, sql, error);
  g_autoptr (GError) failed = NULL;
  GHashTableIter iter;
  gpointer id;

  if (cursor == NULL)
    return FALSE;

  while (lijn_cursor_next (cursor, &failed))
    {
      gboolean is_wanted = wanted != NULL &&
                           g_hash_table_remove (wanted, lijn_cursor_get_text (cursor, 0));

      if (all || is_wanted)
        take_row (self, table, cursor, refresh);
    }

  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }

  if (wanted == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    drop_row (self, table, id, refresh);
  return TRUE;
}

static gboolean
read_rows (LijnProject *self, LijnTable table, GHashTable *wanted, Refresh *refresh, GError **error)
{
  g_autofree char *select = lijn_object_select_sql (table);
  g_autofree char *sql = g_strconcat (select, " WHERE id = ?", NULL);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autoptr (LijnCursor) cursor = lijn_store_select (self->store, sql, error);
      g_autoptr (GError) failed = NULL;

      if (cursor == NULL)
        return FALSE;
      lijn_cursor_bind_text (cursor, 1, id);
      if (lijn_cursor_next (cursor, &failed))
        take_row (self, table, cursor, refresh);
      else if (failed == NULL)
        drop_row (self, table, id, refresh);
      else
        {
          g_propagate_error (error, g_steal_pointer (&failed));
          return FALSE;
        }
    }
  return TRUE;
}

/* Every id that the model or the file knows counts as touched. */
static gboolean
read_everything (LijnProject *self, Refresh *refresh, GError **error)
{
  for (int t = 0; t < LIJN_N_TABLES; t++)
    {
      g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
      GHashTableIter iter;
      gpointer id;

      g_hash_table_iter_init (&iter, self->objects[t]);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        g_hash_table_add (known, id);
      if (!read_table (self, (LijnTable) t, known, TRUE, refresh, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_touched (LijnProject *self, LijnChanges *changes, Refresh *refresh, GError **error)
{
  GHashTable *wanted[LIJN_N_TABLES] = { NULL };
  gboolean ok = TRUE;

  for (gsize i = 0; i < lijn_changes_get_size (changes); i++)
    {
      const LijnChange *change = lijn_changes_get (changes, i);

      if (wanted[change->table] == NULL)
        wanted[change->table] = g_hash_table_new (g_str_hash, g_str_equal);
      g_hash_table_add (wanted[change->table], change->id);
    }

  for (int t = 0; t < LIJN_N_TABLES; t++)
    {
      if (wanted[t] == NULL)
        continue;
      if (ok && g_hash_table_size (wanted[t]) < MANY)
        ok = read_rows (self, (LijnTable) t, wanted[t], refresh, error);
      else if (ok)
        ok = read_table (self, (LijnTable) t, wanted[t], FALSE, refresh, error);
      g_hash_table_unref (wanted[t]);
    }
  return ok;
}

/* Puts what changed where it belongs now. All that stand wrong are out before the first is put back,
 * since a place is found by halving, which asks that the list be in order. */
static void
place_again (LijnProject *self, GPtrArray *changed)
{
  g_autoptr (GPtrArray) out = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_before;

  do
    {
      n_before = out->len;
      for (guint i = 0; i < changed->len; i++)
        {
          LijnObject *object = changed->pdata[i];

          if (lijn_list_take_misplaced (self->lists[lijn_object_get_table (object)], object))
            g_ptr_array_add (out, g_object_ref (object));
        }
    }
  while (out->len > n_before);

  for (guint i = 0; i < out->len; i++)
    lijn_list_add (self->lists[lijn_object_get_table (out->pdata[i])], out->pdata[i]);
}

static void
tell (LijnProject *self, Refresh *refresh)
{
  for (guint i = 0; i < refresh->removed->len; i++)
    {
      LijnObject *object = refresh->removed->pdata[i];

      lijn_gone_add (self->gone, object);
      lijn_list_remove (self->lists[lijn_object_get_table (object)], object);
    }
  place_again (self, refresh->changed);
  for (guint i = 0; i < refresh->added->len; i++)
    lijn_list_add (self->lists[lijn_object_get_table (refresh->added->pdata[i])],
                   refresh->added->pdata[i]);

  for (guint i = 0; i < refresh->removed->len; i++)
    lijn_object_set_gone (refresh->removed->pdata[i], TRUE);
  for (guint i = 0; i < refresh->changed->len; i++)
    lijn_object_emit_changed (refresh->changed->pdata[i]);
}

/* The lists are filled at once, and nobody listens yet. */
static gboolean
load (LijnProject *self, GError **error)
{
  for (int t = 0; t < LIJN_N_TABLES; t++)
    {
      g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
      Refresh refresh = { added, NULL, NULL };

      if (!read_table (self, (LijnTable) t, NULL, TRUE, &refresh, error))
        return FALSE;
      lijn_list_fill (self->lists[t], added);
    }
  return TRUE;
}

gboolean
lijn_project_load (LijnProject *self, GError **error)
{
  gboolean ok;

  if (!lijn_store_hold (self->store, error))
    return FALSE;
  ok = load (self, error);
  lijn_store_release (self->store);
  return ok;
}

static gboolean
read_again (LijnProject *self, LijnChanges *changes, Refresh *refresh, GError **error)
{
  gboolean ok;

  if (!lijn_store_hold (self->store, error))
    return FALSE;
  ok = lijn_changes_is_everything (changes) ? read_everything (self, refresh, error)
                                            : read_touched (self, changes, refresh, error);
  lijn_store_release (self->store);
  return ok;
}

void
lijn_project_refresh (LijnProject *self, LijnChanges *changes)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) removed = g_ptr_array_new_with_free_func (g_object_unref);
  Refresh refresh = { added, changed, removed };
  g_autoptr (GError) error = NULL;

  if (!read_again (self, changes, &refresh, &error))
    g_warning ("Reading the project again failed: %s", error->message);
  tell (self, &refresh);
}
