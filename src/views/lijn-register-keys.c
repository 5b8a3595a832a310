/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-register-keys.h"

#include "lijn-text.h"

#include <math.h>
#include <string.h>

/* Fields tell of other tables too (a severity, a team's name), so that a change there forgets all; a
 * change of the table's own rows forgets just those. */

typedef union
{
  double number;
  char *text;
} Key;

typedef struct
{
  guint64 known; /* a bit for each field whose key has been made */
  char *folded;
  Key keys[]; /* one for each field */
} Keys;

struct _LijnRegisterKeys
{
  LijnTable table;
  const LijnField *const *fields;
  guint n_fields;
  guint64 by_number; /* a bit for each field that sorts by a number */
  GHashTable *made; /* LijnObject (owned) → Keys (owned) */
};

static void
free_keys (LijnRegisterKeys *self, Keys *keys)
{
  for (guint i = 0; i < self->n_fields; i++)
    if ((keys->known & ~self->by_number) & (G_GUINT64_CONSTANT (1) << i))
      g_free (keys->keys[i].text);
  g_free (keys->folded);
  g_free (keys);
}

LijnRegisterKeys *
lijn_register_keys_new (LijnTable table, const LijnField *const *fields, guint n)
{
  LijnRegisterKeys *self = g_new0 (LijnRegisterKeys, 1);

  g_return_val_if_fail (n <= 64, NULL);

  self->table = table;
  self->fields = fields;
  self->n_fields = n;
  self->made = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n; i++)
    if (lijn_field_has_number (fields[i], table))
      self->by_number |= G_GUINT64_CONSTANT (1) << i;

  return self;
}

static void
forget_all (LijnRegisterKeys *self)
{
  GHashTableIter iter;
  gpointer object, keys;

  g_hash_table_iter_init (&iter, self->made);
  while (g_hash_table_iter_next (&iter, &object, &keys))
    {
      g_hash_table_iter_remove (&iter);
      free_keys (self, keys);
      g_object_unref (object);
    }
}

void
lijn_register_keys_free (LijnRegisterKeys *self)
{
  forget_all (self);
  g_hash_table_unref (self->made);
  g_free (self);
}

static Keys *
keys_of (LijnRegisterKeys *self, LijnObject *object)
{
  Keys *keys = g_hash_table_lookup (self->made, object);

  if (keys == NULL)
    {
      keys = g_malloc0 (sizeof (Keys) + self->n_fields * sizeof (Key));
      g_hash_table_insert (self->made, g_object_ref (object), keys);
    }

  return keys;
}

/* (transfer full): so that case and composition make no difference, and the locale's order does. */
static char *
make_text_key (LijnRegisterKeys *self, guint field, LijnObject *object)
{
  g_autofree char *text = lijn_field_get_text (self->fields[field], object,
                                               &LIJN_AUDIENCE_EVERYTHING);
  g_autofree char *folded = lijn_text_fold (text);

  return g_utf8_collate_key (folded, -1);
}

/* Sorters hand out constant pointers, whatever the list holds. */
static const Key *
key_of (LijnRegisterKeys *self, guint field, gconstpointer item)
{
  LijnObject *object = (gpointer) (guintptr) item;
  Keys *keys = keys_of (self, object);
  guint64 bit = G_GUINT64_CONSTANT (1) << field;

  if ((keys->known & bit) == 0)
    {
      if (self->by_number & bit)
        keys->keys[field].number = lijn_field_get_number (self->fields[field], object);
      else
        keys->keys[field].text = make_text_key (self, field, object);
      keys->known |= bit;
    }

  return &keys->keys[field];
}

/* Where one or both are missing. Returns: whether that decides. */
static gboolean
compare_missing (gboolean one, gboolean other, gboolean descending, int *order)
{
  if (!one && !other)
    return FALSE;

  *order = (int) one - (int) other;
  if (descending)
    *order = -*order;

  return TRUE;
}

int
lijn_register_keys_compare (LijnRegisterKeys *self, guint field, gconstpointer one,
                            gconstpointer other, gboolean descending)
{
  const Key *a = key_of (self, field, one);
  const Key *b = key_of (self, field, other);
  int order;

  if (self->by_number & (G_GUINT64_CONSTANT (1) << field))
    {
      if (compare_missing (isnan (a->number), isnan (b->number), descending, &order))
        return order;
      return (a->number > b->number) - (a->number < b->number);
    }

  if (compare_missing (*a->text == '\0', *b->text == '\0', descending, &order))
    return order;

  return strcmp (a->text, b->text);
}

const char *
lijn_register_keys_get_folded (LijnRegisterKeys *self, LijnObject *object)
{
  Keys *keys = keys_of (self, object);
  GString *all;

  if (keys->folded != NULL)
    return keys->folded;

  all = g_string_new (NULL);
  for (guint i = 0; i < self->n_fields; i++)
    {
      g_autofree char *text = lijn_field_get_text (self->fields[i], object,
                                                   &LIJN_AUDIENCE_EVERYTHING);

      g_string_append (all, text);
      g_string_append_c (all, '\n');
    }
  keys->folded = lijn_text_fold (all->str);
  g_string_free (all, TRUE);

  return keys->folded;
}

static void
forget (LijnRegisterKeys *self, LijnObject *object)
{
  gpointer held, keys;

  if (object == NULL || !g_hash_table_steal_extended (self->made, object, &held, &keys))
    return;
  free_keys (self, keys);
  g_object_unref (held);
}

void
lijn_register_keys_forget (LijnRegisterKeys *self, LijnProject *project, LijnChanges *changes)
{
  gboolean all = lijn_changes_is_everything (changes);

  for (gsize i = 0; i < lijn_changes_get_size (changes) && !all; i++)
    {
      const LijnChange *change = lijn_changes_get (changes, i);

      all = change->table != self->table || change->kind == LIJN_CHANGE_DELETE;
    }
  if (all)
    {
      forget_all (self);
      return;
    }

  for (gsize i = 0; i < lijn_changes_get_size (changes); i++)
    forget (self, lijn_project_find (project, self->table, lijn_changes_get (changes, i)->id));
}
