/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-list.h"
#include "lijn-object-private.h"

/* A GSequence holds the order; a hash table leads from an object to its place in it. An object whose
 * values changed may stand out of order for a moment, so that it is taken out by its place, never by
 * searching. */

struct _LijnList
{
  GObject parent_instance;

  GType type;
  GSequence *order; /* owned LijnObject */
  GHashTable *places; /* LijnObject -> GSequenceIter */
};

static GType
lijn_list_get_item_type (GListModel *model)
{
  return LIJN_LIST (model)->type;
}

static guint
lijn_list_get_n_items (GListModel *model)
{
  return (guint) g_sequence_get_length (LIJN_LIST (model)->order);
}

static gpointer
lijn_list_get_item (GListModel *model, guint position)
{
  GSequence *order = LIJN_LIST (model)->order;
  GSequenceIter *iter;

  if (position >= (guint) g_sequence_get_length (order))
    return NULL;
  iter = g_sequence_get_iter_at_pos (order, (int) position);
  return g_object_ref (g_sequence_get (iter));
}

static void
lijn_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = lijn_list_get_item_type;
  iface->get_n_items = lijn_list_get_n_items;
  iface->get_item = lijn_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LijnList, lijn_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, lijn_list_model_init))

LijnList *
lijn_list_new (GType type)
{
  LijnList *self = g_object_new (LIJN_TYPE_LIST, NULL);

  self->type = type;
  return self;
}

void
lijn_list_add (LijnList *self, LijnObject *object)
{
  GSequenceIter *place;

  g_return_if_fail (!g_hash_table_contains (self->places, object));

  place = g_sequence_insert_sorted (self->order, g_object_ref (object), lijn_noun_compare, NULL);
  g_hash_table_insert (self->places, object, place);
  g_list_model_items_changed (G_LIST_MODEL (self), (guint) g_sequence_iter_get_position (place), 0,
                              1);
}

void
lijn_list_remove (LijnList *self, LijnObject *object)
{
  GSequenceIter *place = g_hash_table_lookup (self->places, object);
  guint position;

  g_return_if_fail (place != NULL);

  position = (guint) g_sequence_iter_get_position (place);
  g_hash_table_remove (self->places, object);
  g_sequence_remove (place);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

/* Whether @place stands right between its neighbours. */
static gboolean
is_in_order (GSequenceIter *place)
{
  GSequenceIter *next = g_sequence_iter_next (place);

  if (!g_sequence_iter_is_begin (place) &&
      lijn_noun_compare (g_sequence_get (g_sequence_iter_prev (place)), g_sequence_get (place),
                         NULL) > 0)
    return FALSE;
  return g_sequence_iter_is_end (next) ||
         lijn_noun_compare (g_sequence_get (place), g_sequence_get (next), NULL) <= 0;
}

gboolean
lijn_list_take_misplaced (LijnList *self, LijnObject *object)
{
  GSequenceIter *place = g_hash_table_lookup (self->places, object);

  if (place == NULL || is_in_order (place))
    return FALSE;

  lijn_list_remove (self, object);
  return TRUE;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer unused)
{
  return lijn_noun_compare (*(LijnObject *const *) a, *(LijnObject *const *) b, NULL);
}

void
lijn_list_fill (LijnList *self, GPtrArray *objects)
{
  g_return_if_fail (g_sequence_is_empty (self->order));

  g_ptr_array_sort_with_data (objects, compare_places, NULL);
  for (guint i = 0; i < objects->len; i++)
    {
      LijnObject *object = objects->pdata[i];
      GSequenceIter *place = g_sequence_append (self->order, g_object_ref (object));

      g_hash_table_insert (self->places, object, place);
    }
  if (objects->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, objects->len);
}

static void
lijn_list_finalize (GObject *object)
{
  LijnList *self = LIJN_LIST (object);

  g_sequence_free (self->order);
  g_hash_table_unref (self->places);
  G_OBJECT_CLASS (lijn_list_parent_class)->finalize (object);
}

static void
lijn_list_class_init (LijnListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lijn_list_finalize;
}

static void
lijn_list_init (LijnList *self)
{
  self->order = g_sequence_new (g_object_unref);
  self->places = g_hash_table_new (NULL, NULL);
}
