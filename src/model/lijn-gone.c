/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-gone.h"

#include "lijn-object-private.h"

struct _LijnGone
{
  GHashTable *objects; /* id, owned -> LijnObject */
};

static void
forget_cb (gpointer data, GObject *where_it_was)
{
  LijnGone *self = data;
  GHashTableIter iter;
  gpointer object;

  g_hash_table_iter_init (&iter, self->objects);
  while (g_hash_table_iter_next (&iter, NULL, &object))
    if (object == (gpointer) where_it_was)
      g_hash_table_iter_remove (&iter);
}

LijnGone *
lijn_gone_new (void)
{
  LijnGone *self = g_new (LijnGone, 1);

  self->objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
lijn_gone_free (LijnGone *self)
{
  GHashTableIter iter;
  gpointer object;

  g_hash_table_iter_init (&iter, self->objects);
  while (g_hash_table_iter_next (&iter, NULL, &object))
    {
      g_object_weak_unref (object, forget_cb, self);
      lijn_object_forget_project (object);
    }
  g_hash_table_unref (self->objects);
  g_free (self);
}

void
lijn_gone_add (LijnGone *self, LijnObject *object)
{
  g_object_weak_ref (G_OBJECT (object), forget_cb, self);
  g_hash_table_insert (self->objects, g_strdup (lijn_object_get_id (object)), object);
}

LijnObject *
lijn_gone_take (LijnGone *self, LijnTable table, const char *id)
{
  LijnObject *object = g_hash_table_lookup (self->objects, id);

  if (object == NULL || lijn_object_get_table (object) != table)
    return NULL;

  g_object_ref (object);
  g_object_weak_unref (G_OBJECT (object), forget_cb, self);
  g_hash_table_remove (self->objects, id);
  lijn_object_set_gone (object, FALSE);
  return object;
}
