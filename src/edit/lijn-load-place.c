/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-load-private.h"

#include "lijn-place.h"

/* Places for what came without. A map on which nothing has a place is laid out as a whole; on a map
 * with places, each newcomer goes to the right of what leads to it, and nothing else moves. */

static gboolean
is_unplaced (LijnLoad *self, LijnElement *element)
{
  return g_hash_table_contains (self->unplaced, lijn_object_get_id (LIJN_OBJECT (element)));
}

static gboolean
has_places (LijnLoad *self, LijnMap *map)
{
  GPtrArray *elements = lijn_project_referrers (self->edit->project, LIJN_TABLE_ELEMENT, "map",
                                                LIJN_OBJECT (map));

  for (guint i = 0; i < elements->len; i++)
    if (!is_unplaced (self, g_ptr_array_index (elements, i)))
      return TRUE;

  return FALSE;
}

static gboolean
put (LijnLoad *self, LijnElement *element, double x, double y, GError **error)
{
  return lijn_verb_update (self->edit, element, LIJN_CELLS (LIJN_REAL ("x", x), LIJN_REAL ("y", y)),
                           error);
}

static gboolean
lay_out (LijnLoad *self, LijnMap *map, GError **error)
{
  g_autoptr (LijnTidyPlan) plan = lijn_tidy_plan (lijn_layout_of (map), NULL, NULL, NULL, NULL);
  g_autoptr (GPtrArray) unrouted = g_ptr_array_new ();
  guint n;
  const LijnTidyPlace *places = lijn_tidy_plan_get_places (plan, &n);

  for (guint i = 0; i < n; i++)
    g_hash_table_remove (self->unplaced, lijn_object_get_id (LIJN_OBJECT (places[i].element)));
  return lijn_apply_plan (self->edit, plan, unrouted, error);
}

/* What leads to @element and has a place; NULL when nothing does. */
static LijnElement *
predecessor (LijnLoad *self, LijnElement *element)
{
  GPtrArray *flows = lijn_project_referrers (self->edit->project, LIJN_TABLE_FLOW, "target",
                                             LIJN_OBJECT (element));

  for (guint i = 0; i < flows->len; i++)
    {
      LijnElement *source = lijn_flow_get_source (g_ptr_array_index (flows, i));

      if (source != element && !is_unplaced (self, source))
        return source;
    }
  return NULL;
}

static gboolean
place_one (LijnLoad *self, LijnElement *element, GError **error)
{
  LijnLayout *layout = lijn_layout_of (lijn_element_get_map (element));
  LijnLane *lane = lijn_element_get_lane (element);
  LijnRect bounds = lijn_layout_get_bounds (layout);
  double x = LIJN_GROUND_LEFT + LIJN_LANE_PADDING;
  double y = bounds.y + bounds.height + LIJN_LANE_PADDING;

  if (lane != NULL)
    lijn_place_after (layout, predecessor (self, element), lane, lijn_element_get_kind (element),
                      &x, &y);
  g_hash_table_remove (self->unplaced, lijn_object_get_id (LIJN_OBJECT (element)));
  return put (self, element, x, y, error) && lijn_verb_flush (self->edit, error);
}

static gboolean
grow (LijnLoad *self, GError **error)
{
  g_auto (LijnNeed) need = { 0 };

  lijn_need_init (&need);
  for (guint i = 0; i < self->rows->len; i++)
    {
      LijnLoadRow *row = &g_array_index (self->rows, LijnLoadRow, i);
      LijnElement *element;

      if (row->table != LIJN_TABLE_ELEMENT)
        continue;
      element = lijn_project_find (self->edit->project, row->table, row->id);
      lijn_need_add (&need, lijn_element_get_lane (element), lijn_element_get_y (element),
                     lijn_element_get_height (element));
    }
  return lijn_grow_lanes (self->edit, &need, error) && lijn_verb_flush (self->edit, error);
}

gboolean
lijn_load_place (LijnLoad *self, GError **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      LijnLoadRow *row = &g_array_index (self->rows, LijnLoadRow, i);
      LijnElement *element;

      if (row->table != LIJN_TABLE_ELEMENT || !g_hash_table_contains (self->unplaced, row->id))
        continue;

      element = lijn_project_find (self->edit->project, row->table, row->id);
      if (!has_places (self, lijn_element_get_map (element)) &&
          !lay_out (self, lijn_element_get_map (element), error))
        return FALSE;
      if (is_unplaced (self, element) && !place_one (self, element, error))
        return FALSE;
    }
  return grow (self, error);
}
