/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-project.h"

#include "lijn-index.h"
#include "lijn-list.h"
#include "lijn-object-private.h"

/* The project keeps an object for every row. It never asks why rows changed: the store says which
 * were touched, and what is in the file then is the truth. A touched row that is there is loaded, into
 * its object or a new one; a touched row that is not there ends its object. First all objects and
 * the index are brought up to date, then everybody is told, so that whoever is told sees a whole. */

/* From so many touched rows of one table on, reading the table once beats asking row by row. */
#define MANY 64

struct _LijnProject
{
  GObject parent_instance;

  LijnStore *store;
  LijnList *lists[LIJN_N_TABLES];
  GHashTable *objects[LIJN_N_TABLES]; /* id -> LijnObject, those that the lists own */
  GHashTable *ghosts; /* id -> LijnObject, unowned: gone but still held by somebody */
  LijnIndex *index;
};

/* What one refresh found. */
typedef struct
{
  GPtrArray *added; /* owned LijnObject */
  GPtrArray *changed; /* owned */
  GPtrArray *removed; /* owned */
} Refresh;

enum
{
  REFRESHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LijnProject, lijn_project, G_TYPE_OBJECT)

static void
forget_ghost_cb (gpointer data, GObject *where_it_was)
{
  LijnProject *self = data;
  GHashTableIter iter;
  gpointer ghost;

  g_hash_table_iter_init (&iter, self->ghosts);
  while (g_hash_table_iter_next (&iter, NULL, &ghost))
    if (ghost == (gpointer) where_it_was)
      g_hash_table_iter_remove (&iter);
}

static void
become_ghost (LijnProject *self, LijnObject *object)
{
  g_object_weak_ref (G_OBJECT (object), forget_ghost_cb, self);
  g_hash_table_insert (self->ghosts, g_strdup (lijn_object_get_id (object)), object);
}

/* Returns: (transfer full): the object that row @id had before it went, or a new one. */
static LijnObject *
revive (LijnProject *self, LijnTable table, const char *id)
{
  LijnObject *ghost = g_hash_table_lookup (self->ghosts, id);

  if (ghost == NULL || lijn_object_get_table (ghost) != table)
    return lijn_object_new (self, table, id);

  g_object_ref (ghost);
  g_object_weak_unref (G_OBJECT (ghost), forget_ghost_cb, self);
  g_hash_table_remove (self->ghosts, id);
  lijn_object_set_gone (ghost, FALSE);
  return ghost;
}

static void
take_row (LijnProject *self, LijnTable table, LijnCursor *cursor, Refresh *refresh)
{
  const char *id = lijn_cursor_get_text (cursor, 0);
  LijnObject *object = g_hash_table_lookup (self->objects[table], id);
  gboolean moves;

  if (object == NULL)
    {
      object = revive (self, table, id);
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

/* Reads the rows of @table whose ids are in @wanted (NULL: all), and drops the wanted ones that are
 * not there. */
static gboolean
read_table (LijnProject *self, LijnTable table, GHashTable *wanted, Refresh *refresh,
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
    if (wanted == NULL || g_hash_table_remove (wanted, lijn_cursor_get_text (cursor, 0)))
      take_row (self, table, cursor, refresh);

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
      g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (LijnCursor) cursor = NULL;
      g_autofree char *sql = lijn_object_select_sql ((LijnTable) t);
      g_autoptr (GError) failed = NULL;
      GHashTableIter iter;
      gpointer id;

      g_hash_table_iter_init (&iter, self->objects[t]);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        g_hash_table_add (known, g_strdup (id));

      cursor = lijn_store_select (self->store, sql, error);
      if (cursor == NULL)
        return FALSE;
      while (lijn_cursor_next (cursor, &failed))
        {
          g_hash_table_remove (known, lijn_cursor_get_text (cursor, 0));
          take_row (self, (LijnTable) t, cursor, refresh);
        }
      if (failed != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failed));
          return FALSE;
        }
      g_hash_table_iter_init (&iter, known);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        drop_row (self, (LijnTable) t, id, refresh);
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
        ok = read_table (self, (LijnTable) t, wanted[t], refresh, error);
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
tell (LijnProject *self, Refresh *refresh, LijnChanges *changes)
{
  for (guint i = 0; i < refresh->removed->len; i++)
    {
      LijnObject *object = refresh->removed->pdata[i];

      become_ghost (self, object);
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

  g_signal_emit (self, signals[REFRESHED], 0, changes);
}

static void
changed_cb (LijnStore *store, LijnChanges *changes, LijnProject *self)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) removed = g_ptr_array_new_with_free_func (g_object_unref);
  Refresh refresh = { added, changed, removed };
  g_autoptr (GError) error = NULL;
  gboolean ok = lijn_changes_is_everything (changes)
                    ? read_everything (self, &refresh, &error)
                    : read_touched (self, changes, &refresh, &error);

  if (!ok)
    g_warning ("Reading the project again failed: %s", error->message);
  tell (self, &refresh, changes);
}

/* Opening: the lists are filled at once, and nobody listens yet. */
static gboolean
load (LijnProject *self, GError **error)
{
  for (int t = 0; t < LIJN_N_TABLES; t++)
    {
      g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
      Refresh refresh = { added, NULL, NULL };

      if (!read_table (self, (LijnTable) t, NULL, &refresh, error))
        return FALSE;
      lijn_list_fill (self->lists[t], added);
    }
  return TRUE;
}

/* Takes @store. */
static LijnProject *
open_store (LijnStore *store, GError **error)
{
  g_autoptr (LijnProject) self = NULL;

  if (store == NULL)
    return NULL;

  self = g_object_new (LIJN_TYPE_PROJECT, NULL);
  self->store = store;
  if (!load (self, error))
    return NULL;
  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), self);
  return g_steal_pointer (&self);
}

LijnProject *
lijn_project_create (const char *path, GError **error)
{
  return open_store (lijn_store_create (path, error), error);
}

LijnProject *
lijn_project_open (const char *path, LijnStoreFlags flags, GError **error)
{
  return open_store (lijn_store_open (path, flags, error), error);
}

LijnStore *
lijn_project_get_store (LijnProject *self)
{
  return self->store;
}

const char *
lijn_project_get_title (LijnProject *self)
{
  LijnAbout *about = lijn_project_get_about (self);

  return about != NULL ? lijn_about_get_title (about) : "";
}

LijnAbout *
lijn_project_get_about (LijnProject *self)
{
  g_autoptr (LijnAbout)
      first = g_list_model_get_item (lijn_project_list (self, LIJN_TABLE_ABOUT), 0);

  return first; /* the list holds it on */
}

GListModel *
lijn_project_list (LijnProject *self, LijnTable table)
{
  return G_LIST_MODEL (self->lists[table]);
}

guint
lijn_project_count (LijnProject *self, LijnTable table)
{
  return g_hash_table_size (self->objects[table]);
}

gpointer
lijn_project_find (LijnProject *self, LijnTable table, const char *id)
{
  return id != NULL && *id != '\0' ? g_hash_table_lookup (self->objects[table], id) : NULL;
}

LijnObject *
lijn_project_find_any (LijnProject *self, const char *id)
{
  for (int t = 0; t < LIJN_N_TABLES; t++)
    {
      LijnObject *object = lijn_project_find (self, (LijnTable) t, id);

      if (object != NULL)
        return object;
    }
  return NULL;
}

GPtrArray *
lijn_project_referrers (LijnProject *self, LijnTable table, const char *column, LijnObject *to)
{
  return lijn_index_find (self->index, table, lijn_table_find_column (table, column),
                          lijn_object_get_id (to));
}

LijnMap *
lijn_project_get_first_map (LijnProject *self)
{
  g_autoptr (LijnMap) first = g_list_model_get_item (lijn_project_list (self, LIJN_TABLE_MAP), 0);

  return first;
}

LijnSession *
lijn_project_get_running_session (LijnProject *self)
{
  GListModel *sessions = lijn_project_list (self, LIJN_TABLE_SESSION);

  for (guint i = 0; i < g_list_model_get_n_items (sessions); i++)
    {
      g_autoptr (LijnSession) session = g_list_model_get_item (sessions, i);

      if (lijn_session_get_status (session) == LIJN_SESSION_STATUS_RUNNING)
        return session;
    }
  return NULL;
}

static void
forget_all (LijnProject *self)
{
  GHashTableIter iter;
  gpointer object;

  g_hash_table_iter_init (&iter, self->ghosts);
  while (g_hash_table_iter_next (&iter, NULL, &object))
    {
      g_object_weak_unref (object, forget_ghost_cb, self);
      lijn_object_forget_project (object);
    }
  for (int t = 0; t < LIJN_N_TABLES; t++)
    {
      g_hash_table_iter_init (&iter, self->objects[t]);
      while (g_hash_table_iter_next (&iter, NULL, &object))
        lijn_object_forget_project (object);
    }
}

static void
lijn_project_finalize (GObject *object)
{
  LijnProject *self = LIJN_PROJECT (object);

  forget_all (self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  for (int t = 0; t < LIJN_N_TABLES; t++)
    {
      g_hash_table_unref (self->objects[t]);
      g_object_unref (self->lists[t]);
    }
  g_hash_table_unref (self->ghosts);
  lijn_index_free (self->index);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (lijn_project_parent_class)->finalize (object);
}

static void
lijn_project_class_init (LijnProjectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lijn_project_finalize;

  signals[REFRESHED] = g_signal_new ("refreshed", LIJN_TYPE_PROJECT, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
lijn_project_init (LijnProject *self)
{
  for (int t = 0; t < LIJN_N_TABLES; t++)
    {
      self->lists[t] = lijn_list_new (lijn_noun_type ((LijnTable) t));
      self->objects[t] = g_hash_table_new (g_str_hash, g_str_equal);
    }
  self->ghosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->index = lijn_index_new ();
}
