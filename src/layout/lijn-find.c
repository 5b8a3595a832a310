/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-scene.h"

#include <math.h>
#include <string.h>

/* What is at a place, and what is in an area. */

#define GROUP_NAME 22.0 /* height of the strip in which a group's name stands */

/* How near (@x, @y) is to what it could hit of @hit->kind; infinite when it misses. */
typedef struct
{
  LijnHit hit;
  double distance;
} LijnAim;

static double
distance_to_rect (const LijnRect *rect, double x, double y)
{
  double dx = MAX (MAX (rect->x - x, x - rect->x - rect->width), 0);
  double dy = MAX (MAX (rect->y - y, y - rect->y - rect->height), 0);

  return hypot (dx, dy);
}

/* A group is hit at its edge and its name; inside it is what lies there. */
static double
distance_to_group (const LijnRect *rect, double x, double y)
{
  double outside = distance_to_rect (rect, x, y);
  double inside = MIN (MIN (x - rect->x, rect->x + rect->width - x), rect->y + rect->height - y);

  if (outside > 0)
    return outside;
  return y - rect->y < GROUP_NAME ? 0 : MAX (inside, 0);
}

static void
aim_at_pins (LijnMark *mark, double x, double y, LijnAim *best)
{
  if (mark->face != NULL)
    {
      *best = (LijnAim){ { LIJN_HIT_PIN, LIJN_OBJECT (mark->face->friction), 0 },
                         distance_to_rect (&mark->item.rect, x, y) };
      return;
    }
  for (guint i = 0; i < mark->pins->len; i++)
    {
      LijnPin *pin = g_ptr_array_index (mark->pins, i);
      LijnRect rect = lijn_pin_look (pin);
      double distance = distance_to_rect (&rect, x, y);

      if (distance < best->distance)
        *best = (LijnAim){ { LIJN_HIT_PIN, LIJN_OBJECT (pin->friction), 0 }, distance };
    }
}

static LijnAim
aim_at (const LijnGridItem *item, double x, double y, double reach)
{
  LijnAim miss = { { LIJN_HIT_NOTHING, NULL, 0 }, G_MAXDOUBLE };
  LijnWire *wire = item->owner;
  LijnMark *mark = item->owner;

  switch (item->kind)
    {
    case LIJN_ITEM_BOX:
      return (LijnAim){ { LIJN_HIT_ELEMENT, LIJN_OBJECT (((LijnBox *) item->owner)->element), 0 },
                        distance_to_rect (&item->rect, x, y) };
    case LIJN_ITEM_GROUP:
      return (LijnAim){ { LIJN_HIT_ELEMENT, LIJN_OBJECT (((LijnBox *) item->owner)->element), 1 },
                        distance_to_group (&item->rect, x, y) };
    case LIJN_ITEM_TAG:
      return (LijnAim){ { LIJN_HIT_TAG, LIJN_OBJECT (((LijnTag *) item->owner)->interface), 0 },
                        distance_to_rect (&item->rect, x, y) };
    case LIJN_ITEM_WIRE:
      return (LijnAim){ { LIJN_HIT_FLOW, LIJN_OBJECT (wire->flow), item->index },
                        lijn_segment_distance (&wire->points[item->index],
                                               &wire->points[item->index + 1], x, y) };
    case LIJN_ITEM_MARK:
      if (mark->pins != NULL)
        aim_at_pins (mark, x, y, &miss);
      else
        miss = (LijnAim){ { LIJN_HIT_LABEL, mark->object, 0 },
                          distance_to_rect (&item->rect, x, y) };
      return miss;
    case LIJN_ITEM_WATCH:
    default:
      return miss;
    }
}

/* The order in which hits count: pins over tags over elements over labels over lines over groups.
 */
static int
level_of (const LijnGridItem *item, const LijnAim *aim)
{
  switch (item->kind)
    {
    case LIJN_ITEM_MARK:
      return aim->hit.kind == LIJN_HIT_PIN ? 6 : 3;
    case LIJN_ITEM_TAG:
      return 5;
    case LIJN_ITEM_BOX:
      return 4;
    case LIJN_ITEM_WIRE:
      return 2;
    case LIJN_ITEM_GROUP:
      return 1;
    case LIJN_ITEM_WATCH:
    default:
      return 0;
    }
}

static const char *
id_of (const LijnAim *aim)
{
  return lijn_object_get_id (aim->hit.object);
}

/* Phases are hit in their headers only, so that between the lanes nothing is in the way. */
static LijnHit
hit_phases (LijnLayout *self, double x, double y, double reach)
{
  for (guint i = 0; i < self->phases->len; i++)
    {
      const LijnPhaseBox *phase = &g_array_index (self->phases, LijnPhaseBox, i);
      double right = phase->header.x + phase->header.width;

      if (y < phase->header.y || y >= phase->header.y + phase->header.height)
        continue;
      if (fabs (x - right) <= MAX (reach, 2))
        return (LijnHit){ LIJN_HIT_PHASE_EDGE, LIJN_OBJECT (phase->phase), 1 };
      if (fabs (x - phase->header.x) <= MAX (reach, 2))
        return (LijnHit){ LIJN_HIT_PHASE_EDGE, LIJN_OBJECT (phase->phase), 0 };
      if (lijn_rect_contains (&phase->header, x, y))
        return (LijnHit){ LIJN_HIT_PHASE, LIJN_OBJECT (phase->phase), 0 };
    }
  return (LijnHit){ LIJN_HIT_NOTHING, NULL, 0 };
}

LijnHit
lijn_layout_find_header_at (LijnLayout *self, double x, double y)
{
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const LijnLaneBox *lane = &g_array_index (self->lanes, LijnLaneBox, i);

      if (lijn_rect_contains (lane->collapsed ? &lane->rect : &lane->header, x, y))
        return (LijnHit){ LIJN_HIT_LANE_HEADER, LIJN_OBJECT (lane->lane), 0 };
    }
  for (guint i = 0; i < self->parties->len; i++)
    {
      const LijnPartyBox *party = &g_array_index (self->parties, LijnPartyBox, i);

      if (lijn_rect_contains (&party->header, x, y))
        return (LijnHit){ LIJN_HIT_PARTY, LIJN_OBJECT (party->party), 0 };
    }
  for (guint i = 0; i < self->line_boxes->len; i++)
    if (lijn_rect_contains (&g_array_index (self->line_boxes, LijnLineBox, i).rect, x, y))
      return (LijnHit){ LIJN_HIT_LINE, NULL, 0 };
  return (LijnHit){ LIJN_HIT_NOTHING, NULL, 0 };
}

static LijnHit
hit_ground (LijnLayout *self, double x, double y, double reach)
{
  const LijnRect *rect;
  LijnHit hit;

  for (guint i = 0; i < self->lanes->len; i++)
    {
      const LijnLaneBox *lane = &g_array_index (self->lanes, LijnLaneBox, i);

      rect = &lane->rect;
      if (!lane->collapsed && x >= rect->x && x < rect->x + rect->width &&
          fabs (y - rect->y - rect->height) <= MAX (reach, 2))
        return (LijnHit){ LIJN_HIT_LANE_EDGE, LIJN_OBJECT (lane->lane), 0 };
    }
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const LijnLaneBox *lane = &g_array_index (self->lanes, LijnLaneBox, i);

      if (!lane->collapsed && x >= lane->header.x + lane->header.width &&
          lijn_rect_contains (&lane->rect, x, y))
        return (LijnHit){ LIJN_HIT_LANE, LIJN_OBJECT (lane->lane), 0 };
    }
  hit = lijn_layout_find_header_at (self, x, y);
  return hit.kind != LIJN_HIT_NOTHING ? hit : hit_phases (self, x, y, reach);
}

/* Solid things are hit where they are; only when nothing is, those within reach count. */
LijnHit
lijn_layout_find_at (LijnLayout *self, double x, double y, double reach)
{
  LijnRect area = { x - reach, y - reach, 2 * reach, 2 * reach };
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  LijnAim best = { { LIJN_HIT_NOTHING, NULL, 0 }, G_MAXDOUBLE };
  int best_level = 0;

  lijn_grid_find (self->things, &area, found);
  for (guint i = 0; i < found->len; i++)
    {
      const LijnGridItem *item = g_ptr_array_index (found, i);
      LijnAim aim = aim_at (item, x, y, reach);
      int level = level_of (item, &aim);
      gboolean thin = item->kind == LIJN_ITEM_WIRE || item->kind == LIJN_ITEM_GROUP;

      if (aim.distance > (thin ? reach : 0))
        continue;
      if (level > best_level ||
          (level == best_level &&
           (aim.distance < best.distance ||
            (aim.distance <= best.distance && strcmp (id_of (&aim), id_of (&best)) > 0))))
        {
          best = aim;
          best_level = level;
        }
    }
  if (best_level == 0)
    return hit_ground (self, x, y, reach);
  if (best.hit.kind == LIJN_HIT_ELEMENT)
    best.hit.segment = 0;
  return best.hit;
}

/* The object whose looks @item is part of, and when it is painted: groups first, then lines, then
 * what stands on them. */
static int
paint_level (LijnObject *object)
{
  if (LIJN_IS_ELEMENT (object))
    return lijn_element_get_kind (LIJN_ELEMENT (object)) == LIJN_ELEMENT_KIND_GROUP ? 0 : 2;
  if (LIJN_IS_FLOW (object))
    return 1;
  return LIJN_IS_INTERFACE (object) ? 3 : 4;
}

/* Something small that touches something larger, such as an event on the edge of a step, is on it. */
static double
area_of (LijnObject *object)
{
  return LIJN_IS_ELEMENT (object) ? lijn_element_get_width (LIJN_ELEMENT (object)) *
                                        lijn_element_get_height (LIJN_ELEMENT (object))
                                  : 0;
}

/* What decides on the order, looked up once. */
typedef struct
{
  LijnObject *object;
  const char *id;
  double area;
  int level;
} Painted;

static int
compare_painted (gconstpointer a, gconstpointer b)
{
  const Painted *one = a;
  const Painted *other = b;

  if (one->level != other->level)
    return one->level < other->level ? -1 : 1;
  if (one->area < other->area || one->area > other->area)
    return one->area > other->area ? -1 : 1;
  return strcmp (one->id, other->id);
}

static void
take_objects (const LijnGridItem *item, GHashTable *set)
{
  LijnMark *mark = item->owner;

  switch (item->kind)
    {
    case LIJN_ITEM_BOX:
    case LIJN_ITEM_GROUP:
      g_hash_table_add (set, ((LijnBox *) item->owner)->element);
      break;
    case LIJN_ITEM_WIRE:
      g_hash_table_add (set, ((LijnWire *) item->owner)->flow);
      break;
    case LIJN_ITEM_TAG:
      g_hash_table_add (set, ((LijnTag *) item->owner)->interface);
      break;
    case LIJN_ITEM_MARK:
      if (mark->pins == NULL)
        g_hash_table_add (set, mark->object);
      for (guint i = 0; mark->pins != NULL && i < mark->pins->len; i++)
        g_hash_table_add (set, ((LijnPin *) g_ptr_array_index (mark->pins, i))->friction);
      break;
    case LIJN_ITEM_WATCH:
    default:
      break;
    }
}

GPtrArray *
lijn_layout_find_in (LijnLayout *self, const LijnRect *area)
{
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  LijnRect wide = lijn_rect_grow (area, 8);
  g_autoptr (GArray) painted = NULL;
  GPtrArray *found = NULL;
  GHashTableIter iter;
  gpointer object;

  lijn_grid_find (self->things, &wide, items);
  for (guint i = 0; i < items->len; i++)
    take_objects (g_ptr_array_index (items, i), set);
  painted = g_array_sized_new (FALSE, FALSE, sizeof (Painted), g_hash_table_size (set));
  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &object, NULL))
    {
      Painted one = { object, lijn_object_get_id (object), area_of (object), paint_level (object) };

      g_array_append_val (painted, one);
    }
  if (painted->len > 0)
    qsort (painted->data, painted->len, sizeof (Painted), compare_painted);

  found = g_ptr_array_sized_new (painted->len);
  for (guint i = 0; i < painted->len; i++)
    g_ptr_array_add (found, g_array_index (painted, Painted, i).object);
  return found;
}
