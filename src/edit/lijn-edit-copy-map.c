/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-verb.h"

#include "lijn-text.h"

#include <glib/gi18n.h>

/* A map once more: its lanes, phases, elements, interfaces and flows, each row as it is but for what
 * it refers to among them. What people said about the map stays where they said it: friction points,
 * signatures, ratings and remarks are not copied. */

typedef struct
{
  LijnEdit *edit;
  LijnMap *map;
  gboolean derive; /* the copy knows what it was made from */
  GHashTable *ids; /* (key LijnObject) (value char *): the ids of the copies, by what was copied */
} Copy;

/* The id of what @object refers to in @column, or of its copy. (nullable) */
static const char *
follow_reference (Copy *self, LijnObject *object, guint column)
{
  const LijnColumn *info = &lijn_table_info (lijn_object_get_table (object))->columns[column];
  const char *id = lijn_object_get_text (object, (int) column);
  LijnObject *to = lijn_project_find (self->edit->project, info->refers, id);
  const char *copy = to != NULL ? g_hash_table_lookup (self->ids, to) : NULL;

  if (copy != NULL)
    return copy;
  return *id != '\0' ? id : NULL;
}

static LijnCell
make_cell (Copy *self, LijnObject *object, guint column)
{
  const LijnColumn *info = &lijn_table_info (lijn_object_get_table (object))->columns[column];
  int at = (int) column;

  if (LIJN_IS_ELEMENT (object) && g_str_equal (info->name, "origin"))
    return (LijnCell) LIJN_REF ("origin", self->derive ? lijn_verb_id (object) : NULL);
  /* The group itself may come later. */
  if (LIJN_IS_ELEMENT (object) && g_str_equal (info->name, "container"))
    return (LijnCell) LIJN_NOTHING ("container");
  if (lijn_column_is_reference (info->kind))
    return (LijnCell) LIJN_REF (info->name, follow_reference (self, object, column));

  switch (info->kind)
    {
    case LIJN_COLUMN_INT:
    case LIJN_COLUMN_FLAG:
    case LIJN_COLUMN_TIME:
      return (LijnCell) LIJN_INT (info->name, lijn_object_get_int (object, at));
    case LIJN_COLUMN_REAL:
    case LIJN_COLUMN_NUM:
      return (LijnCell) LIJN_REAL (info->name, lijn_object_get_number (object, at));
    case LIJN_COLUMN_TEXT:
    case LIJN_COLUMN_DATE:
    case LIJN_COLUMN_ENUM:
    case LIJN_COLUMN_OWNER:
    case LIJN_COLUMN_LINK:
    case LIJN_COLUMN_NOTE:
    case LIJN_COLUMN_PART:
    case LIJN_COLUMN_FOR:
    case LIJN_COLUMN_BLOB:
    default:
      return (LijnCell) LIJN_TEXT (info->name, lijn_object_get_text (object, at));
    }
}

static gboolean
copy_row (Copy *self, LijnObject *object, GError **error)
{
  LijnTable table = lijn_object_get_table (object);
  const LijnTableInfo *info = lijn_table_info (table);
  g_autofree LijnCell *cells = g_new0 (LijnCell, info->n_columns + 1);
  char *id = NULL;

  for (guint i = 0; i < info->n_columns; i++)
    cells[i] = make_cell (self, object, i);
  id = lijn_verb_insert (self->edit, table, cells, error);
  if (id == NULL)
    return FALSE;
  g_hash_table_insert (self->ids, object, id);
  return TRUE;
}

static gboolean
copy_table (Copy *self, LijnTable table, GError **error)
{
  g_autoptr (GPtrArray) rows = lijn_verb_referrers (self->edit, table, "map", self->map);

  for (guint i = 0; i < rows->len; i++)
    if (!copy_row (self, g_ptr_array_index (rows, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
copy_containers (Copy *self, GError **error)
{
  g_autoptr (GPtrArray)
      elements = lijn_verb_referrers (self->edit, LIJN_TABLE_ELEMENT, "map", self->map);

  for (guint i = 0; i < elements->len; i++)
    {
      LijnElement *container = lijn_element_get_container (g_ptr_array_index (elements, i));
      const char *id = g_hash_table_lookup (self->ids, g_ptr_array_index (elements, i));

      if (container != NULL &&
          !lijn_transaction_update (
              self->edit->transaction, LIJN_TABLE_ELEMENT, id,
              LIJN_CELLS (LIJN_REF ("container", g_hash_table_lookup (self->ids, container))),
              error))
        return FALSE;
    }
  return TRUE;
}

static char *
insert_map (Copy *self, LijnMapKind kind, const char *title, GError **error)
{
  LijnMap *map = self->map;
  g_autofree char *clean = lijn_text_one_line (title);
  GListModel *maps = lijn_project_list (self->edit->project, LIJN_TABLE_MAP);

  return lijn_verb_insert (self->edit, LIJN_TABLE_MAP,
                           LIJN_CELLS (LIJN_TEXT ("kind", lijn_map_kind_nicks[kind]),
                                       LIJN_TEXT ("title", clean),
                                       LIJN_TEXT ("opens", lijn_map_get_opens (map)),
                                       LIJN_TEXT ("outcome", lijn_map_get_outcome (map)),
                                       LIJN_TEXT ("description", lijn_map_get_description (map)),
                                       LIJN_TO ("derived_from", self->derive ? map : NULL),
                                       LIJN_REAL ("rank", lijn_verb_last_rank (maps))),
                           error);
}

static LijnMap *
copy (LijnMap *map, LijnMapKind kind, const char *title, gboolean derive, const char *label,
      GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (map, label, error);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Copy self = { edit, map, derive, ids };
  char *id = NULL;

  if (edit == NULL)
    return NULL;
  id = insert_map (&self, kind, title, error);
  if (id == NULL)
    return NULL;
  g_hash_table_insert (ids, map, id);
  if (!copy_table (&self, LIJN_TABLE_LANE, error) || !copy_table (&self, LIJN_TABLE_PHASE, error) ||
      !copy_table (&self, LIJN_TABLE_ELEMENT, error) || !copy_containers (&self, error) ||
      !copy_table (&self, LIJN_TABLE_INTERFACE, error) ||
      !copy_table (&self, LIJN_TABLE_FLOW, error))
    return NULL;
  return lijn_verb_finish (g_steal_pointer (&edit), LIJN_TABLE_MAP, id, error);
}

LijnMap *
lijn_edit_copy_map (LijnMap *map, const char *title, GError **error)
{
  return copy (map, lijn_map_get_kind (map), title, FALSE, _ ("Duplicate map"), error);
}

LijnMap *
lijn_edit_make_to_be (LijnMap *map, const char *title, GError **error)
{
  return copy (map, LIJN_MAP_KIND_TO_BE, title, TRUE, _ ("Make a to-be map"), error);
}
