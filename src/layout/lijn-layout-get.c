/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-scene.h"

/* Where single things are. */

static LijnTag *
find_tag (LijnLayout *self, LijnInterface *interface)
{
  LijnTag *tag = g_hash_table_lookup (self->tags, lijn_object_get_id (LIJN_OBJECT (interface)));

  return tag != NULL && tag->line >= 0 ? tag : NULL;
}

static gboolean
give (const LijnRect *from, LijnRect *rect)
{
  if (from != NULL)
    *rect = *from;
  return from != NULL;
}

gboolean
lijn_layout_get_element_rect (LijnLayout *self, LijnElement *element, LijnRect *rect)
{
  LijnBox *box = lijn_scene_box (self, element);

  return give (box != NULL && !box->folded ? &box->item.rect : NULL, rect);
}

gboolean
lijn_layout_get_element_label (LijnLayout *self, LijnElement *element, LijnRect *rect)
{
  LijnBox *box = lijn_scene_box (self, element);

  return give (box != NULL && box->name != NULL ? &box->name->item.rect : NULL, rect);
}

gboolean
lijn_layout_get_flow_label (LijnLayout *self, LijnFlow *flow, LijnRect *rect)
{
  LijnWire *wire = lijn_scene_wire (self, flow);

  return give (wire != NULL && wire->name != NULL ? &wire->name->item.rect : NULL, rect);
}

gboolean
lijn_layout_get_element_time (LijnLayout *self, LijnElement *element, LijnRect *rect)
{
  LijnBox *box = lijn_scene_box (self, element);

  return give (box != NULL && box->time != NULL ? &box->time->item.rect : NULL, rect);
}

gboolean
lijn_layout_get_tag (LijnLayout *self, LijnInterface *interface, LijnRect *rect)
{
  LijnTag *tag = find_tag (self, interface);

  return give (tag != NULL ? &tag->rect : NULL, rect);
}

gboolean
lijn_layout_get_pin (LijnLayout *self, LijnFriction *friction, LijnPoint *tip, double *size)
{
  LijnPin *pin = g_hash_table_lookup (self->pins, lijn_object_get_id (LIJN_OBJECT (friction)));

  if (pin == NULL)
    return FALSE;
  tip->x = pin->mark->item.rect.x + pin->tip.x;
  tip->y = pin->mark->item.rect.y + pin->tip.y;
  *size = pin->size;
  return TRUE;
}

LijnFriction *
lijn_layout_get_face (LijnLayout *self, LijnFriction *friction)
{
  LijnPin *pin = g_hash_table_lookup (self->pins, lijn_object_get_id (LIJN_OBJECT (friction)));

  return pin != NULL && pin->mark->face != NULL ? pin->mark->face->friction : NULL;
}

GPtrArray *
lijn_layout_list_cluster (LijnLayout *self, LijnFriction *friction)
{
  LijnPin *pin = g_hash_table_lookup (self->pins, lijn_object_get_id (LIJN_OBJECT (friction)));
  GPtrArray *list = g_ptr_array_new ();

  if (pin == NULL || pin->mark->face == NULL)
    {
      g_ptr_array_add (list, friction);
      return list;
    }
  for (guint i = 0; i < pin->mark->pins->len; i++)
    g_ptr_array_add (list, ((LijnPin *) g_ptr_array_index (pin->mark->pins, i))->friction);
  return list;
}

static void
include (LijnRect *rect, LijnMark *mark)
{
  if (mark != NULL)
    *rect = lijn_rect_union (rect, &mark->item.rect);
}

static gboolean
get_ground_bounds (LijnLayout *self, LijnObject *object, LijnRect *rect)
{
  const LijnLaneBox *lane = LIJN_IS_LANE (object) ? lijn_layout_find_lane (self, LIJN_LANE (object))
                                                  : NULL;

  if (lane != NULL)
    return give (&lane->rect, rect);
  for (guint i = 0; i < self->phases->len; i++)
    {
      const LijnPhaseBox *phase = &g_array_index (self->phases, LijnPhaseBox, i);

      if (LIJN_OBJECT (phase->phase) == object)
        return give (&phase->rect, rect);
    }
  for (guint i = 0; i < self->parties->len; i++)
    {
      const LijnPartyBox *party = &g_array_index (self->parties, LijnPartyBox, i);

      if (LIJN_OBJECT (party->party) == object)
        return give (&party->rect, rect);
    }
  if (self->map == NULL || object != LIJN_OBJECT (self->map))
    return FALSE;
  *rect = lijn_layout_get_bounds (self);
  return TRUE;
}

gboolean
lijn_layout_get_object_bounds (LijnLayout *self, LijnObject *object, LijnRect *rect)
{
  if (LIJN_IS_ELEMENT (object))
    {
      LijnBox *box = lijn_scene_box (self, LIJN_ELEMENT (object));

      if (box == NULL)
        return FALSE;
      *rect = lijn_item_look (&box->item);
      include (rect, box->name);
      include (rect, box->time);
      return TRUE;
    }
  if (LIJN_IS_FLOW (object))
    {
      LijnWire *wire = lijn_scene_wire (self, LIJN_FLOW (object));

      if (wire == NULL)
        return FALSE;
      *rect = lijn_rect_grow (&wire->around, 8);
      include (rect, wire->name);
      return TRUE;
    }
  if (LIJN_IS_INTERFACE (object))
    {
      LijnTag *tag = find_tag (self, LIJN_INTERFACE (object));

      return give (tag != NULL ? &tag->rect : NULL, rect);
    }
  if (LIJN_IS_FRICTION (object))
    {
      LijnPin *pin = g_hash_table_lookup (self->pins, lijn_object_get_id (object));

      if (pin != NULL)
        *rect = lijn_pin_look (pin);
      return pin != NULL;
    }
  return get_ground_bounds (self, object, rect);
}

const LijnPoint *
lijn_layout_get_flow_points (LijnLayout *self, LijnFlow *flow, guint *n)
{
  LijnWire *wire = lijn_scene_wire (self, flow);

  *n = wire != NULL ? wire->n : 0;
  return wire != NULL ? wire->points : NULL;
}

gboolean
lijn_layout_passes_collapsed (LijnLayout *self, LijnFlow *flow)
{
  LijnBox *source = lijn_scene_box (self, lijn_flow_get_source (flow));
  LijnBox *target = lijn_scene_box (self, lijn_flow_get_target (flow));

  return source != NULL && target != NULL &&
         lijn_bands_any_collapsed (self, source->lane, target->lane);
}

gboolean
lijn_layout_get_crossing (LijnLayout *self, LijnFlow *flow, guint line, LijnPoint *point)
{
  LijnWire *wire = lijn_scene_wire (self, flow);

  if (wire == NULL || line >= wire->n_crossings)
    return FALSE;
  *point = wire->crossings[line].at;
  return TRUE;
}

gboolean
lijn_layout_get_small_tag (LijnLayout *self, LijnFlow *flow, guint line, LijnRect *rect)
{
  LijnWire *wire = lijn_scene_wire (self, flow);
  gboolean there = wire != NULL && line < wire->n_crossings && wire->crossings[line].item.added;

  return give (there ? &wire->crossings[line].item.rect : NULL, rect);
}
