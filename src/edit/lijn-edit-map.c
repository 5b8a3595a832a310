/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-verb.h"

#include "lijn-text.h"

#include <glib/gi18n.h>

/* Maps: new ones, their order, and the detail map of an element. */

LijnMap *
lijn_edit_add_map (LijnProject *project, LijnMapKind kind, const char *title, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_edit_begin (project, _ ("Add map"), error);
  g_autofree char *clean = lijn_text_one_line (title);

  if (edit == NULL)
    return NULL;

  return lijn_verb_make (
      g_steal_pointer (&edit), LIJN_TABLE_MAP,
      LIJN_CELLS (
          LIJN_TEXT ("kind", lijn_map_kind_nicks[kind]), LIJN_TEXT ("title", clean),
          LIJN_REAL ("rank", lijn_verb_last_rank (lijn_project_list (project, LIJN_TABLE_MAP)))),
      error);
}

gboolean
lijn_edit_move_map (LijnMap *map, LijnMap *before, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (map, _ ("Move map"), error);
  g_autoptr (GPtrArray) maps = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *list = NULL;
  double rank;

  if (edit == NULL)
    return FALSE;
  if (before == map)
    return lijn_edit_commit (g_steal_pointer (&edit), error);

  list = lijn_project_list (edit->project, LIJN_TABLE_MAP);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (maps, g_list_model_get_item (list, i));

  return lijn_verb_rank_before (edit, maps, map, before, &rank, error) &&
         lijn_verb_update (edit, map, LIJN_CELLS (LIJN_REAL ("rank", rank)), error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

/* (transfer full) (nullable): the id of the new map. */
static char *
insert_detail (LijnEdit *edit, LijnElement *element, GError **error)
{
  LijnMap *map = lijn_element_get_map (element);
  LijnLane *lane = lijn_element_get_lane (element);
  const char *name = lijn_element_get_name (element);
  GListModel *maps = lijn_project_list (edit->project, LIJN_TABLE_MAP);
  g_autofree char *lane_id = NULL;
  g_autofree char *id = lijn_verb_insert (
      edit, LIJN_TABLE_MAP,
      LIJN_CELLS (LIJN_TEXT ("kind", lijn_map_kind_nicks[lijn_map_get_kind (map)]),
                  LIJN_TEXT ("title", *name != '\0' ? name : _ ("Detail")),
                  LIJN_REAL ("rank", lijn_verb_last_rank (maps))),
      error);

  if (id == NULL || lane == NULL)
    return g_steal_pointer (&id);
  lane_id = lijn_verb_insert (
      edit, LIJN_TABLE_LANE,
      LIJN_CELLS (LIJN_REF ("map", id), LIJN_TO ("party", lijn_lane_get_party (lane)),
                  LIJN_TEXT ("name", lijn_lane_get_name (lane)),
                  LIJN_REAL ("height", LIJN_LANE_HEIGHT), LIJN_REAL ("rank", 1)),
      error);
  return lane_id != NULL ? g_steal_pointer (&id) : NULL;
}

LijnMap *
lijn_edit_add_detail (LijnElement *element, GError **error)
{
  LijnMap *detail = lijn_element_get_detail (element);
  g_autoptr (LijnEdit) edit = NULL;
  g_autofree char *id = NULL;

  if (detail != NULL && !lijn_object_is_gone (LIJN_OBJECT (detail)))
    return detail;
  edit = lijn_verb_begin (element, _ ("Make a detail map"), error);
  if (edit == NULL)
    return NULL;
  id = insert_detail (edit, element, error);
  if (id == NULL || !lijn_verb_update (edit, element, LIJN_CELLS (LIJN_REF ("detail", id)), error))
    return NULL;
  return lijn_verb_finish (g_steal_pointer (&edit), LIJN_TABLE_MAP, id, error);
}
