/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include <glib/gi18n.h>
#include <math.h>

/* Room made, or taken away, in the middle of a map: all that lies beyond a line moves. */

#define LEAST_GAP 16.0 /* points left when room is taken away */

static gboolean
lies_beyond (const LijnRect *rect, gboolean down, double at)
{
  return (down ? rect->y + rect->height / 2 : rect->x + rect->width / 2) >= at;
}

/* The elements that room in @lane (nullable: any) is made among, with where they lie. (transfer
 * container) */
static GPtrArray *
list_elements (LijnMap *map, LijnLane *lane)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (map));
  GPtrArray *all = lane != NULL ? lijn_project_referrers (project, LIJN_TABLE_ELEMENT, "lane",
                                                          LIJN_OBJECT (lane))
                                : lijn_project_referrers (project, LIJN_TABLE_ELEMENT, "map",
                                                          LIJN_OBJECT (map));

  return g_ptr_array_copy (all, NULL, NULL);
}

/* Where @element lies; in a collapsed lane only how far to the right. */
static gboolean
get_place (LijnElement *element, gboolean down, LijnRect *rect)
{
  LijnLayout *layout = lijn_layout_of (lijn_element_get_map (element));

  return lijn_layout_get_element_rect (layout, element, rect) ||
         (!down && lijn_layout_get_object_bounds (layout, LIJN_OBJECT (element), rect));
}

/* How far the two parts of a lane are apart. */
typedef struct
{
  double before, after; /* the last edge before the line, the first after it */
} Gap;

static Gap *
gap_of (GHashTable *gaps, LijnLane *lane)
{
  Gap *gap = g_hash_table_lookup (gaps, lane);

  if (gap == NULL)
    {
      gap = g_new (Gap, 1);
      *gap = (Gap){ -INFINITY, INFINITY };
      g_hash_table_insert (gaps, lane, gap);
    }
  return gap;
}

/* Whether @at is below all that is in @lane: room there is the lane's own, which becomes higher or
 * lower. */
static gboolean
is_foot (LijnMap *map, LijnLane *lane, double at)
{
  g_autoptr (GPtrArray) elements = list_elements (map, lane);

  for (guint i = 0; i < elements->len; i++)
    {
      LijnRect rect;

      if (get_place (g_ptr_array_index (elements, i), TRUE, &rect) && lies_beyond (&rect, TRUE, at))
        return FALSE;
    }
  return !lijn_lane_get_collapsed (lane);
}

double
lijn_edit_room_to_take (LijnMap *map, LijnLane *lane, gboolean down, double at)
{
  LijnLayout *layout = lijn_layout_of (map);
  g_autoptr (GPtrArray) elements = list_elements (map, lane);
  g_autoptr (GHashTable) gaps = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GHashTableIter iter;
  gpointer value;
  double least = INFINITY;

  if (down && lane != NULL && is_foot (map, lane, at))
    return MAX (lijn_lane_get_height (lane) - lijn_lane_least_height (lane), 0);
  for (guint i = 0; i < elements->len; i++)
    {
      LijnElement *element = g_ptr_array_index (elements, i);
      Gap *gap = gap_of (gaps, lijn_element_get_lane (element));
      LijnRect rect;

      if (lijn_element_get_kind (element) == LIJN_ELEMENT_KIND_GROUP ||
          !get_place (element, down, &rect))
        continue;
      if (lies_beyond (&rect, down, at))
        gap->after = MIN (gap->after, down ? rect.y : rect.x);
      else
        gap->before = MAX (gap->before, down ? rect.y + rect.height : rect.x + rect.width);
    }

  /* A lane's beginning bounds it like an element. */
  g_hash_table_iter_init (&iter, gaps);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Gap *gap = value;
      const LijnLaneBox *box = lane != NULL ? lijn_layout_find_lane (layout, lane) : NULL;
      double start = down ? (box != NULL ? box->rect.y : 0) : LIJN_GROUND_LEFT;

      least = MIN (least, gap->after - MAX (gap->before, start) - LEAST_GAP);
    }
  return isfinite (least) ? MAX (floor (least / LIJN_GRID) * LIJN_GRID, 0) : 0;
}

/* Friction points that are pinned on a place of the map move with what is there. */
static gboolean
push_pins (LijnMap *map, double at, double by, GError **error)
{
  GPtrArray *all = lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (map)),
                                           LIJN_TABLE_FRICTION, "map", LIJN_OBJECT (map));
  g_autoptr (GPtrArray) pins = g_ptr_array_copy (all, NULL, NULL);

  for (guint i = 0; i < pins->len; i++)
    {
      LijnFriction *friction = g_ptr_array_index (pins, i);
      double x = lijn_friction_get_x (friction);

      if (lijn_friction_get_anchor (friction) == NULL && x >= at &&
          !lijn_edit_move_friction (friction, LIJN_OBJECT (map), x + by,
                                    lijn_friction_get_y (friction), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
lijn_push_aside (LijnEdit *edit, LijnMap *map, LijnLane *lane, LijnElement *but, gboolean down,
                 double at, double by, GError **error)
{
  g_autoptr (GPtrArray) elements = list_elements (map, lane);
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  g_autofree LijnPoint *offsets = g_new (LijnPoint, elements->len + 1);

  for (guint i = 0; i < elements->len; i++)
    {
      LijnElement *element = g_ptr_array_index (elements, i);
      LijnRect rect;

      if (element == but || !get_place (element, down, &rect) || !lies_beyond (&rect, down, at))
        continue;
      offsets[moved->len] = down ? (LijnPoint){ 0, by } : (LijnPoint){ by, 0 };
      g_ptr_array_add (moved, element);
    }
  return (moved->len == 0 || lijn_move_each (edit, moved, offsets, error)) &&
         (down || lane != NULL ||
          (push_pins (map, at, by, error) && lijn_push_phases (edit, map, at, by, error)));
}

gboolean
lijn_edit_make_room (LijnMap *map, LijnLane *lane, gboolean down, double at, double by,
                     GError **error)
{
  g_autoptr (LijnEdit)
      edit = lijn_verb_begin (map, by >= 0 ? _ ("Make room") : _ ("Take room away"), error);
  gboolean ok;

  if (edit == NULL)
    return FALSE;
  if (down && lane != NULL && is_foot (map, lane, at))
    ok = lijn_edit_resize_lane (lane, lijn_lane_get_height (lane) + by, error);
  else
    {
      if (by < 0)
        by = -MIN (-by, lijn_edit_room_to_take (map, lane, down, at));
      by = nearbyint (by / LIJN_GRID) * LIJN_GRID;
      ok = by == 0 || lijn_push_aside (edit, map, lane, NULL, down, at, by, error);
    }
  return ok && lijn_edit_commit (g_steal_pointer (&edit), error);
}
