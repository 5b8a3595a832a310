/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-project.h"

/* On which map a thing is. */

static LijnMap *
map_of_remark (LijnRemark *remark)
{
  gpointer on = lijn_remark_get_element (remark);

  if (on == NULL)
    on = lijn_remark_get_interface (remark);
  return on != NULL ? lijn_map_of (on) : NULL;
}

LijnMap *
lijn_map_of (LijnObject *object)
{
  int column;

  if (LIJN_IS_MAP (object))
    return LIJN_MAP (object);
  if (LIJN_IS_FRICTION (object))
    return lijn_friction_get_place (LIJN_FRICTION (object));
  if (LIJN_IS_REMARK (object))
    return map_of_remark (LIJN_REMARK (object));
  column = lijn_table_find_column (lijn_object_get_table (object), "map");
  if (column < 0 || lijn_object_get_project (object) == NULL)
    return NULL;
  return lijn_project_find (lijn_object_get_project (object), LIJN_TABLE_MAP,
                            lijn_object_get_text (object, column));
}
