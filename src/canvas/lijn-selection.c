/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-selection.h"

struct _LijnSelection
{
  GPtrArray *objects; /* (element-type LijnObject) */
  GHashTable *set; /* the same, unowned */
};

static void
add (LijnSelection *self, LijnObject *object)
{
  if (!lijn_object_is_gone (object) && g_hash_table_add (self->set, object))
    g_ptr_array_add (self->objects, g_object_ref (object));
}

LijnSelection *
lijn_selection_new (void)
{
  LijnSelection *self = g_new0 (LijnSelection, 1);

  self->objects = g_ptr_array_new_with_free_func (g_object_unref);
  self->set = g_hash_table_new (NULL, NULL);
  return self;
}

void
lijn_selection_free (LijnSelection *self)
{
  g_ptr_array_unref (self->objects);
  g_hash_table_unref (self->set);
  g_free (self);
}

GPtrArray *
lijn_selection_get_objects (LijnSelection *self)
{
  return self->objects;
}

LijnObject *
lijn_selection_get_last (LijnSelection *self)
{
  return self->objects->len > 0 ? g_ptr_array_index (self->objects, self->objects->len - 1) : NULL;
}

gboolean
lijn_selection_contains (LijnSelection *self, LijnObject *object)
{
  return g_hash_table_contains (self->set, object);
}

gboolean
lijn_selection_set (LijnSelection *self, LijnObject *const *objects, guint n)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->objects);

  self->objects = g_ptr_array_new_full (n, g_object_unref);
  g_hash_table_remove_all (self->set);
  for (guint i = 0; i < n; i++)
    add (self, objects[i]);

  return self->objects->len != before->len ||
         (before->len > 0 &&
          memcmp (self->objects->pdata, before->pdata, before->len * sizeof (gpointer)) != 0);
}

gboolean
lijn_selection_toggle (LijnSelection *self, LijnObject *object)
{
  guint before = self->objects->len;

  if (g_hash_table_remove (self->set, object))
    g_ptr_array_remove (self->objects, object);
  else
    add (self, object);
  return self->objects->len != before;
}

gboolean
lijn_selection_forget_gone (LijnSelection *self)
{
  guint before = self->objects->len;

  for (guint i = before; i > 0; i--)
    {
      LijnObject *object = g_ptr_array_index (self->objects, i - 1);

      if (!lijn_object_is_gone (object))
        continue;
      g_hash_table_remove (self->set, object);
      g_ptr_array_remove_index (self->objects, i - 1);
    }
  return self->objects->len != before;
}
