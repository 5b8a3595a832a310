/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-load-private.h"

/* What is loaded with a name that would be cut off gets the room for it. */

/* Where there is no room to grow to @grown, what lies right of @element, or below it in its lane,
 * gives way. */
static gboolean
make_way (LijnLoad *self, LijnElement *element, const LijnRect *grown, GError **error)
{
  LijnMap *map = lijn_element_get_map (element);
  double wider = grown->width - lijn_element_get_width (element);
  double higher = grown->height - lijn_element_get_height (element);
  LijnRect now;

  if (!lijn_layout_get_element_rect (lijn_layout_of (map), element, &now))
    return TRUE;
  return (wider <= 0 || lijn_push_aside (self->edit, map, NULL, element, FALSE, now.x + now.width,
                                         wider, error)) &&
         (higher <= 0 || lijn_push_aside (self->edit, map, lijn_element_get_lane (element), element,
                                          TRUE, now.y + now.height, higher, error));
}

static gboolean
fit_element (LijnLoad *self, LijnElement *element, gboolean placed, GError **error)
{
  LijnRect grown;
  gboolean clear;

  if (!lijn_fit_find (element, &grown, &clear))
    return TRUE;
  if (!placed)
    {
      grown.x = lijn_element_get_x (element);
      grown.y = lijn_element_get_y (element);
    }
  else if (!clear && !make_way (self, element, &grown, error))
    return FALSE;
  return lijn_verb_update (
             self->edit, element,
             LIJN_CELLS (LIJN_REAL ("x", grown.x),
                         LIJN_REAL ("y", lijn_stay_below_edge (lijn_element_get_lane (element),
                                                               grown.y, grown.height)),
                         LIJN_REAL ("width", grown.width), LIJN_REAL ("height", grown.height)),
             error) &&
         lijn_verb_flush (self->edit, error);
}

gboolean
lijn_load_fit (LijnLoad *self, GError **error)
{
  if (!self->fits_names)
    return TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      LijnLoadRow *row = &g_array_index (self->rows, LijnLoadRow, i);
      gpointer object = row->table == LIJN_TABLE_ELEMENT || row->table == LIJN_TABLE_LANE
                            ? lijn_project_find (self->edit->project, row->table, row->id)
                            : NULL;
      double height;

      if (LIJN_IS_ELEMENT (object) &&
          !fit_element (self, object, !g_hash_table_contains (self->unplaced, row->id), error))
        return FALSE;
      if (!LIJN_IS_LANE (object))
        continue;
      height = lijn_fit_lane_height (object);
      if (height > lijn_lane_get_height (object) &&
          !lijn_verb_update (self->edit, object, LIJN_CELLS (LIJN_REAL ("height", height)), error))
        return FALSE;
    }
  return lijn_verb_flush (self->edit, error);
}
