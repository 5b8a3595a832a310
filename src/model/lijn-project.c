/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-project-private.h"

#include "lijn-object-private.h"

#include <string.h>

/* The project has an object for every row, in lists and by id. How they follow the file is in
 * lijn-project-read.c. */

enum
{
  REFRESHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LijnProject, lijn_project, G_TYPE_OBJECT)

static void
changed_cb (LijnStore *store, LijnChanges *changes, LijnProject *self)
{
  lijn_project_refresh (self, changes);
  g_signal_emit (self, signals[REFRESHED], 0, changes);
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
  if (!lijn_project_load (self, error))
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

gpointer
lijn_project_find_link (LijnProject *self, LijnTable table, const char *column, LijnObject *to,
                        const char *other_column, LijnObject *other)
{
  GPtrArray *all = lijn_project_referrers (self, table, column, to);
  int place = lijn_table_find_column (table, other_column);

  for (guint i = 0; i < all->len; i++)
    if (strcmp (lijn_object_get_text (all->pdata[i], place), lijn_object_get_id (other)) == 0)
      return all->pdata[i];
  return NULL;
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
lijn_project_finalize (GObject *object)
{
  LijnProject *self = LIJN_PROJECT (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  lijn_gone_free (self->gone);
  for (int t = 0; t < LIJN_N_TABLES; t++)
    {
      GHashTableIter iter;
      gpointer row;

      g_hash_table_iter_init (&iter, self->objects[t]);
      while (g_hash_table_iter_next (&iter, NULL, &row))
        lijn_object_forget_project (row);
      g_hash_table_unref (self->objects[t]);
      g_object_unref (self->lists[t]);
    }
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
  self->gone = lijn_gone_new ();
  self->index = lijn_index_new ();
}
