/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-changes.h"
#include "lijn-store-private.h"

/* A list of touched rows, with a hash table over it so that a row stands in it once. */

struct _LijnChanges
{
  gatomicrefcount refs;
  GPtrArray *list; /* owned LijnChange */
  GHashTable *seen; /* the same, as a set */
  gboolean everything;
};

static guint
change_hash (gconstpointer data)
{
  const LijnChange *change = data;

  return g_str_hash (change->id) ^ ((guint) change->table * 2654435761u);
}

static gboolean
change_equal (gconstpointer a, gconstpointer b)
{
  const LijnChange *one = a;
  const LijnChange *other = b;

  return one->table == other->table && g_str_equal (one->id, other->id);
}

static void
change_free (gpointer data)
{
  LijnChange *change = data;

  g_free (change->id);
  g_free (change);
}

void
lijn_changes_add (LijnChanges *self, LijnTable table, LijnChangeKind kind, const char *id,
                  guint64 columns)
{
  LijnChange key = { table, kind, (char *) (gsize) id, 0 };
  LijnChange *change = g_hash_table_lookup (self->seen, &key);

  if (change != NULL)
    {
      change->columns |= columns;
      return;
    }

  change = g_new (LijnChange, 1);
  *change = (LijnChange){ table, kind, g_strdup (id), columns };
  g_ptr_array_add (self->list, change);
  g_hash_table_add (self->seen, change);
}

LijnChanges *
lijn_changes_new (void)
{
  LijnChanges *self = g_new0 (LijnChanges, 1);

  g_atomic_ref_count_init (&self->refs);
  self->list = g_ptr_array_new_with_free_func (change_free);
  self->seen = g_hash_table_new (change_hash, change_equal);
  return self;
}

LijnChanges *
lijn_changes_new_everything (void)
{
  LijnChanges *self = lijn_changes_new ();

  self->everything = TRUE;
  return self;
}

void
lijn_changes_add_all (LijnChanges *self, LijnChanges *other)
{
  self->everything |= other->everything;
  for (guint i = 0; i < other->list->len; i++)
    {
      const LijnChange *change = g_ptr_array_index (other->list, i);

      lijn_changes_add (self, change->table, change->kind, change->id, change->columns);
    }
}

void
lijn_changes_invert (LijnChanges *self)
{
  for (guint i = 0; i < self->list->len; i++)
    {
      LijnChange *change = g_ptr_array_index (self->list, i);

      if (change->kind == LIJN_CHANGE_INSERT)
        change->kind = LIJN_CHANGE_DELETE;
      else if (change->kind == LIJN_CHANGE_DELETE)
        change->kind = LIJN_CHANGE_INSERT;
    }
}

LijnChanges *
lijn_changes_ref (LijnChanges *changes)
{
  g_atomic_ref_count_inc (&changes->refs);
  return changes;
}

void
lijn_changes_unref (LijnChanges *changes)
{
  if (!g_atomic_ref_count_dec (&changes->refs))
    return;

  g_hash_table_unref (changes->seen);
  g_ptr_array_unref (changes->list);
  g_free (changes);
}

gsize
lijn_changes_get_size (LijnChanges *changes)
{
  return changes->everything ? 0 : changes->list->len;
}

const LijnChange *
lijn_changes_get (LijnChanges *changes, gsize i)
{
  g_return_val_if_fail (i < changes->list->len, NULL);

  return g_ptr_array_index (changes->list, i);
}

gboolean
lijn_changes_is_everything (LijnChanges *changes)
{
  return changes->everything;
}

G_DEFINE_BOXED_TYPE (LijnChanges, lijn_changes, lijn_changes_ref, lijn_changes_unref)
