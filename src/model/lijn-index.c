/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-index.h"
#include "lijn-object-private.h"

/* A bucket is put in order when it is read, not when it is filled: filling many at once (opening,
 * importing) then costs one sort. A small change to a sorted bucket keeps it sorted. */

typedef struct
{
  GPtrArray *objects; /* unowned */
  gboolean sorted;
} Bucket;

struct _LijnIndex
{
  GHashTable *
      *buckets[LIJN_N_TABLES]; /* by column: id -> Bucket; NULL for a column without index */
  GPtrArray *nobody;
};

static gboolean
is_indexed (LijnColumnKind kind)
{
  return kind == LIJN_COLUMN_OWNER || kind == LIJN_COLUMN_LINK || kind == LIJN_COLUMN_PART;
}

static Bucket *
bucket_new (void)
{
  Bucket *bucket = g_new0 (Bucket, 1);

  bucket->objects = g_ptr_array_new ();
  bucket->sorted = TRUE;
  return bucket;
}

static void
bucket_free (gpointer data)
{
  Bucket *bucket = data;

  g_ptr_array_unref (bucket->objects);
  g_free (bucket);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return lijn_noun_compare (*(LijnObject *const *) a, *(LijnObject *const *) b, NULL);
}

/* At the end where it belongs there; else the order is left for the next reader. */
static void
bucket_add (Bucket *bucket, LijnObject *object)
{
  guint n = bucket->objects->len;

  if (bucket->sorted && n > 0 &&
      lijn_noun_compare (bucket->objects->pdata[n - 1], object, NULL) > 0)
    bucket->sorted = FALSE;
  g_ptr_array_add (bucket->objects, object);
}

LijnIndex *
lijn_index_new (void)
{
  LijnIndex *self = g_new0 (LijnIndex, 1);

  self->nobody = g_ptr_array_new ();
  for (int t = 0; t < LIJN_N_TABLES; t++)
    {
      const LijnTableInfo *info = lijn_table_info ((LijnTable) t);

      self->buckets[t] = g_new0 (GHashTable *, info->n_columns);
      for (guint i = 0; i < info->n_columns; i++)
        if (is_indexed (info->columns[i].kind))
          self->buckets[t][i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                       bucket_free);
    }
  return self;
}

void
lijn_index_free (LijnIndex *self)
{
  for (int t = 0; t < LIJN_N_TABLES; t++)
    {
      for (guint i = 0; i < lijn_table_info ((LijnTable) t)->n_columns; i++)
        g_clear_pointer (&self->buckets[t][i], g_hash_table_unref);
      g_free (self->buckets[t]);
    }
  g_ptr_array_unref (self->nobody);
  g_free (self);
}

void
lijn_index_enter (LijnIndex *self, LijnObject *object)
{
  LijnTable table = lijn_object_get_table (object);

  for (guint i = 0; i < lijn_table_info (table)->n_columns; i++)
    {
      GHashTable *buckets = self->buckets[table][i];
      const char *id = buckets != NULL ? lijn_object_get_text (object, (int) i) : "";
      Bucket *bucket;

      if (*id == '\0')
        continue;
      bucket = g_hash_table_lookup (buckets, id);
      if (bucket == NULL)
        g_hash_table_insert (buckets, g_strdup (id), bucket = bucket_new ());
      bucket_add (bucket, object);
    }
}

void
lijn_index_leave (LijnIndex *self, LijnObject *object)
{
  LijnTable table = lijn_object_get_table (object);

  for (guint i = 0; i < lijn_table_info (table)->n_columns; i++)
    {
      GHashTable *buckets = self->buckets[table][i];
      const char *id = buckets != NULL ? lijn_object_get_text (object, (int) i) : "";
      Bucket *bucket = *id != '\0' ? g_hash_table_lookup (buckets, id) : NULL;

      if (bucket == NULL)
        continue;
      g_ptr_array_remove (bucket->objects, object);
      if (bucket->objects->len == 0)
        g_hash_table_remove (buckets, id);
    }
}

GPtrArray *
lijn_index_find (LijnIndex *self, LijnTable table, int column, const char *id)
{
  Bucket *bucket = g_hash_table_lookup (self->buckets[table][column], id);

  if (bucket == NULL)
    return self->nobody;
  if (!bucket->sorted)
    g_ptr_array_sort (bucket->objects, compare_places);
  bucket->sorted = TRUE;
  return bucket->objects;
}
