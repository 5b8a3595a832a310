/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-state.h"

#include "lijn-text.h"

#include <string.h>

/* What has a name, a mark or a number. Names are the same when they differ only in case and blanks. */

static int
compare_place (gconstpointer a, gconstpointer b)
{
  LijnElement *one = *(LijnElement *const *) a;
  LijnElement *other = *(LijnElement *const *) b;
  double dx = lijn_element_get_x (one) - lijn_element_get_x (other);
  double dy = lijn_element_get_y (one) - lijn_element_get_y (other);

  if (dx < 0 || dx > 0)
    return dx < 0 ? -1 : 1;
  if (dy < 0 || dy > 0)
    return dy < 0 ? -1 : 1;
  return strcmp (lijn_object_get_id (LIJN_OBJECT (one)), lijn_object_get_id (LIJN_OBJECT (other)));
}

static GPtrArray *
find_elements (LijnCapture *self, const char *name)
{
  GPtrArray *found = g_ptr_array_new ();
  LijnMap *map = lijn_capture_at (self, LIJN_AT_MAP);
  g_autofree char *folded = lijn_text_fold (name);
  GHashTable *ids = g_hash_table_lookup (lijn_capture_get_names (self), folded);
  GHashTableIter iter;
  gpointer id;

  if (map == NULL)
    map = lijn_project_get_first_map (self->project);
  if (ids == NULL || map == NULL)
    return found;
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      LijnElement *element = lijn_project_find (self->project, LIJN_TABLE_ELEMENT, id);
      g_autofree char *now = element != NULL ? lijn_text_fold (lijn_element_get_name (element))
                                             : NULL;

      if (g_strcmp0 (now, folded) == 0 && lijn_element_get_map (element) == map)
        g_ptr_array_add (found, element);
    }
  g_ptr_array_sort (found, compare_place);
  return found;
}

/* Whether @object lies on another map than the one that is drawn. */
static gboolean
is_elsewhere (LijnCapture *self, LijnObject *object)
{
  LijnMap *map = lijn_capture_at (self, LIJN_AT_MAP);

  if (map == NULL)
    map = lijn_project_get_first_map (self->project);
  if (LIJN_IS_LANE (object) || LIJN_IS_PHASE (object))
    return lijn_map_of (object) != map;
  return LIJN_IS_INTERFACE (object) && lijn_interface_get_map (LIJN_INTERFACE (object)) != map;
}

GPtrArray *
lijn_capture_find_named (LijnCapture *self, LijnTable table, const char *name)
{
  GPtrArray *found;
  GListModel *list;
  g_autofree char *folded = NULL;

  if (table == LIJN_TABLE_ELEMENT)
    return find_elements (self, name);

  found = g_ptr_array_new ();
  list = lijn_project_list (self->project, table);
  folded = lijn_text_fold (name);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (list, i);
      g_autofree char *theirs = lijn_text_fold (lijn_object_get_name (object));

      if (strcmp (folded, theirs) == 0 && !is_elsewhere (self, object))
        g_ptr_array_add (found, object);
    }
  return found;
}

LijnObject *
lijn_capture_find_marked (LijnCapture *self, const char *name, LijnTable table)
{
  LijnObject *object = *name == '~' ? lijn_capture_find_mark (self, name + 1) : NULL;

  return object != NULL && lijn_object_get_table (object) == table ? object : NULL;
}

LijnObject *
lijn_capture_find_numbered (LijnCapture *self, LijnTable table, int number)
{
  GListModel *list = lijn_project_list (self->project, table);
  int column = lijn_table_find_column (table, "number");

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (list, i);

      if (lijn_object_get_int (object, column) == number && !is_elsewhere (self, object))
        return object;
    }
  return NULL;
}
