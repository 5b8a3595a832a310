/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bpmn.h"

#include "lijn-place.h"

#include <math.h>

/* Flows between the items of a map. A flow comes on every map that draws it, or on the first that
 * has both its ends. A message flow may end at the edge of a pool, where nothing is: there a step
 * is put that stands for the pool, in line with the flow. */

LijnFlowKind
lijn_bpmn_link_kind (const LijnBpmnLink *link)
{
  const LijnBpmnItem *source = link->source, *target = link->target;

  if (source->kind == LIJN_ELEMENT_KIND_NOTE || target->kind == LIJN_ELEMENT_KIND_NOTE)
    return LIJN_FLOW_KIND_ASSOCIATION;
  if (source->band != NULL && target->band != NULL && source->band->party != target->band->party)
    return LIJN_FLOW_KIND_HAND_OVER;
  return source->kind == LIJN_ELEMENT_KIND_DOCUMENT || target->kind == LIJN_ELEMENT_KIND_DOCUMENT
             ? LIJN_FLOW_KIND_ASSOCIATION
             : LIJN_FLOW_KIND_SEQUENCE;
}

static LijnBpmnItem *
find_item (const LijnBpmnMap *map, LijnBpmnThing *thing)
{
  LijnBpmnNode *node = (LijnBpmnNode *) thing;
  LijnBpmnItem *item = g_hash_table_lookup (map->item_of, node);

  return item == NULL && node->shy && node->parent != NULL
             ? g_hash_table_lookup (map->item_of, node->parent)
             : item;
}

static gboolean
has_party (LijnBpmn *self, const LijnBpmnMap *map, LijnBpmnThing *pool)
{
  LijnBpmnParty *party = g_hash_table_lookup (self->party_of, pool);

  for (guint i = 0; i < map->bands->len; i++)
    if (((LijnBpmnBand *) g_ptr_array_index (map->bands, i))->party == party)
      return TRUE;
  return FALSE;
}

static gboolean
has_end (LijnBpmn *self, const LijnBpmnMap *map, LijnBpmnThing *thing)
{
  return thing->type == LIJN_BPMN_NODE ? find_item (map, thing) != NULL
                                       : has_party (self, map, thing);
}

/* The lane of @party that is nearest to the height @y of the drawing. */
static LijnBpmnBand *
nearest_band (const LijnBpmnMap *map, const LijnBpmnParty *party, double y)
{
  LijnBpmnBand *nearest = NULL;
  double least = INFINITY;

  for (guint i = 0; i < map->bands->len; i++)
    {
      LijnBpmnBand *band = g_ptr_array_index (map->bands, i);
      double off = fabs (y - lijn_rect_center (&band->rect).y);

      if (band->party == party && (nearest == NULL || off < least))
        {
          nearest = band;
          least = off;
        }
    }
  return nearest;
}

/* Returns: the step that stands for @pool where a flow ends at @end (nullable: not drawn). */
static LijnBpmnItem *
stand_in (LijnBpmn *self, LijnBpmnMap *map, LijnBpmnThing *pool, const LijnPoint *end)
{
  LijnBpmnParty *party = g_hash_table_lookup (self->party_of, pool);
  LijnBpmnItem *item;

  for (guint i = map->items->len; i > 0; i--)
    {
      item = g_ptr_array_index (map->items, i - 1);
      if (item->node == NULL && item->band->party == party &&
          (end == NULL || !item->drawn ||
           fabs (lijn_rect_center (&item->rect).x - end->x) < LIJN_STEP_WIDTH))
        return item;
    }
  item = lijn_bpmn_map_add (map, NULL, NULL);
  item->name = party->name;
  item->kind = LIJN_ELEMENT_KIND_STEP;
  item->band = nearest_band (map, party, end != NULL ? end->y : 0);
  g_assert (item->band != NULL); /* has_party() found one */
  if (end != NULL && item->band->drawn)
    {
      double y = lijn_rect_center (&item->band->rect).y;

      item->drawn = TRUE;
      item->rect = (LijnRect){ end->x - 50, y - LIJN_STEP_HEIGHT / 2, 100, LIJN_STEP_HEIGHT };
    }
  lijn_bpmn_leave_out (self, "#stand-in");
  return item;
}

static LijnBpmnItem *
end_on (LijnBpmn *self, LijnBpmnMap *map, LijnBpmnThing *thing, const LijnPoint *end)
{
  return thing->type == LIJN_BPMN_NODE ? find_item (map, thing) : stand_in (self, map, thing, end);
}

/* What lijn_rules_connect() forbids and a broken model may hold. */
static gboolean
is_senseless (const LijnBpmnLink *link)
{
  return lijn_bpmn_link_kind (link) == LIJN_FLOW_KIND_SEQUENCE &&
         (link->source->kind == LIJN_ELEMENT_KIND_END ||
          link->target->kind == LIJN_ELEMENT_KIND_START);
}

static void
add_link (LijnBpmn *self, LijnBpmnMap *map, LijnBpmnFlow *flow, LijnBpmnEdge *edge)
{
  LijnBpmnItem *source = end_on (self, map, flow->source, edge != NULL ? &edge->points[0] : NULL);
  LijnBpmnItem *target = end_on (self, map, flow->target,
                                 edge != NULL ? &edge->points[edge->n - 1] : NULL);
  LijnBpmnLink link = { flow, source, target, edge, NULL };

  if (source == target)
    lijn_bpmn_leave_out (self, "#circle");
  else if (is_senseless (&link))
    lijn_bpmn_leave_out (self, "#senseless");
  else
    g_ptr_array_add (map->links, g_memdup2 (&link, sizeof link));
}

static void
place_flow (LijnBpmn *self, LijnBpmnFlow *flow)
{
  LijnBpmnMap *undrawn = NULL;
  gboolean drawn = FALSE;

  for (guint i = 0; i < self->maps->len && flow->source != NULL && flow->target != NULL; i++)
    {
      LijnBpmnMap *map = g_ptr_array_index (self->maps, i);
      LijnBpmnEdge *edge = map->diagram != NULL ? g_hash_table_lookup (map->diagram->edge_of, flow)
                                                : NULL;

      if ((edge == NULL && undrawn != NULL) || !has_end (self, map, flow->source) ||
          !has_end (self, map, flow->target))
        continue;
      if (edge == NULL)
        undrawn = map;
      else
        {
          add_link (self, map, flow, edge);
          drawn = TRUE;
        }
    }
  if (drawn)
    return;
  if (undrawn != NULL)
    add_link (self, undrawn, flow, NULL);
  else
    lijn_bpmn_leave_out (self, "#flow");
}

void
lijn_bpmn_make_links (LijnBpmn *self)
{
  for (guint i = 0; i < self->flows->len; i++)
    place_flow (self, g_ptr_array_index (self->flows, i));
}
