/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include <glib/gi18n.h>

/* Where friction points are pinned. What people said is not lost with what they said it of: when
 * that goes, the pin passes to what takes its place, or stays on the map at the spot where it was.
 * Every friction point knows its map, also when it is pinned on something. */

static const char *
id_if (LijnObject *anchor, LijnTable table)
{
  return lijn_object_get_table (anchor) == table ? lijn_object_get_id (anchor) : NULL;
}

gboolean
lijn_pin_cells (LijnObject *anchor, double x, double y, LijnPinCells *cells, GError **error)
{
  LijnTable table = lijn_object_get_table (anchor);
  LijnMap *map = lijn_map_of (anchor);
  gboolean place = table == LIJN_TABLE_MAP;

  if (map == NULL || (!place && table != LIJN_TABLE_ELEMENT && table != LIJN_TABLE_FLOW &&
                      table != LIJN_TABLE_INTERFACE && table != LIJN_TABLE_LANE))
    {
      g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_CONTAIN,
                           _ ("A friction point is pinned on a step, flow, interface, lane or "
                              "place of a map."));
      return FALSE;
    }

  *cells = (LijnPinCells){ {
      LIJN_TO ("map", map),
      LIJN_REF ("element", id_if (anchor, LIJN_TABLE_ELEMENT)),
      LIJN_REF ("flow", id_if (anchor, LIJN_TABLE_FLOW)),
      LIJN_REF ("interface", id_if (anchor, LIJN_TABLE_INTERFACE)),
      LIJN_REF ("lane", id_if (anchor, LIJN_TABLE_LANE)),
      LIJN_REAL ("x", place ? x : 0),
      LIJN_REAL ("y", place ? y : 0),
      { .column = NULL },
  } };
  return TRUE;
}

/* The tip of the pin as it was seen; the middle of @object where the pin cannot be seen. */
static LijnPoint
spot_of (LijnMap *map, LijnFriction *friction, LijnObject *object)
{
  LijnLayout *layout = lijn_layout_of (map);
  LijnPoint tip = { 0 };
  LijnRect bounds = { 0 };
  double size;

  if (!lijn_layout_get_pin (layout, friction, &tip, &size) &&
      lijn_layout_get_object_bounds (layout, object, &bounds))
    tip = lijn_rect_center (&bounds);

  return tip;
}

gboolean
lijn_keep_friction (LijnEdit *edit, LijnObject *object, LijnObject *heir, GError **error)
{
  const char *column = lijn_table_info (lijn_object_get_table (object))->name;
  GPtrArray *points = lijn_project_referrers (edit->project, LIJN_TABLE_FRICTION, column, object);

  for (guint i = 0; i < points->len; i++)
    {
      LijnFriction *friction = g_ptr_array_index (points, i);
      LijnMap *map = lijn_map_of (object);
      LijnPoint spot = heir == NULL && map != NULL ? spot_of (map, friction, object)
                                                   : (LijnPoint){ 0 };
      LijnPinCells pin;

      if (map == NULL)
        continue;
      if (!lijn_pin_cells (heir != NULL ? heir : LIJN_OBJECT (map), spot.x, spot.y, &pin, error) ||
          !lijn_verb_update (edit, friction, pin.cells, error))
        return FALSE;
    }
  return TRUE;
}
