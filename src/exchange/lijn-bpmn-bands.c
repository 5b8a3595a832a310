/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bpmn.h"

#include <glib/gi18n.h>
#include <math.h>

/* Parties and lanes. A pool is a party; a process without a pool is one too, unless it is only
 * called, when it belongs to the party that calls it. Nested lanes become their innermost ones, a
 * pool without lanes gets one without a name.
 *
 * What is drawn inside a lane of its party lies in that lane, whatever the model says, because the
 * drawing is what people saw; the model decides for what is not drawn, or drawn outside. */

#define AROUND 28.0 /* of a lane that is not drawn, around what is in it */

/* A pool without a name is called after what calls its process, or gets a number; a process without
 * a name and a pool is what the whole file is about. */
static const char *
name_of (LijnBpmn *self, LijnBpmnThing *thing)
{
  guint place;
  const LijnBpmnProcess *process = thing->type == LIJN_BPMN_PARTICIPANT
                                       ? ((const LijnBpmnParticipant *) thing)->process
                                       : NULL;

  if (*thing->name != '\0')
    return thing->name;
  if (process != NULL && process->caller != NULL && *process->caller->thing.name != '\0')
    return process->caller->thing.name;
  if (g_ptr_array_find (self->participants, thing, &place))
    {
      /* Translators: a party that has no name in the model that is imported */
      g_autofree char *name = g_strdup_printf (_ ("Party %u"), place + 1);

      return g_string_chunk_insert (self->strings, name);
    }
  return self->name;
}

/* Returns: (transfer none): the party that a participant or process is, or
 * belongs to. */
static LijnBpmnParty *
find_party_of (LijnBpmn *self, LijnBpmnThing *thing)
{
  LijnBpmnParty *party;

  for (int i = 0; i < 32 && thing->type == LIJN_BPMN_PROCESS; i++)
    {
      LijnBpmnProcess *process = (LijnBpmnProcess *) thing;

      if (process->participant != NULL)
        thing = &process->participant->thing;
      else if (process->caller != NULL && process->caller->process != NULL)
        thing = &process->caller->process->thing;
      else
        break;
    }
  party = g_hash_table_lookup (self->party_of, thing);
  if (party == NULL)
    {
      party = g_new0 (LijnBpmnParty, 1);
      party->thing = thing;
      party->name = name_of (self, thing);
      g_ptr_array_add (self->parties, party);
      g_hash_table_insert (self->party_of, thing, party);
    }
  return party;
}

static LijnBpmnBand *
add_band (LijnBpmnMap *map, LijnBpmnParty *party, const char *name, LijnBpmnLane *lane,
          const LijnRect *rect)
{
  LijnBpmnBand *band = g_new0 (LijnBpmnBand, 1);

  band->party = party;
  band->name = name;
  band->lane = lane;
  band->drawn = rect != NULL;
  if (rect != NULL)
    band->rect = *rect;
  g_ptr_array_add (map->bands, band);
  return band;
}

static const LijnBpmnShape *
shape_of (const LijnBpmnMap *map, gconstpointer thing)
{
  return map->diagram != NULL ? g_hash_table_lookup (map->diagram->shape_of, thing) : NULL;
}

/* Returns: how many lanes of @process became bands. Without a diagram, all innermost ones do. */
static guint
add_lanes (LijnBpmnMap *map, LijnBpmnParty *party, LijnBpmnProcess *process)
{
  g_autoptr (GHashTable) outer = g_hash_table_new (NULL, NULL);
  guint n = 0;

  for (guint i = 0; i < process->lanes->len; i++)
    {
      LijnBpmnLane *lane = g_ptr_array_index (process->lanes, i);

      if (lane->parent != NULL && (map->diagram == NULL || shape_of (map, lane) != NULL))
        g_hash_table_add (outer, lane->parent);
    }
  for (guint i = 0; i < process->lanes->len; i++)
    {
      LijnBpmnLane *lane = g_ptr_array_index (process->lanes, i);
      const LijnBpmnShape *shape = shape_of (map, lane);

      if (g_hash_table_contains (outer, lane) || (map->diagram != NULL && shape == NULL))
        continue;
      add_band (map, party, lane->thing.name, lane, shape != NULL ? &shape->rect : NULL);
      n++;
    }
  return n;
}

/* Returns: whether anything of @party is drawn; and what is around all of it. */
static gboolean
find_around (LijnBpmn *self, const LijnBpmnMap *map, const LijnBpmnParty *party, LijnRect *around)
{
  gboolean any = FALSE;

  for (guint i = 0; i < map->items->len; i++)
    {
      const LijnBpmnItem *item = g_ptr_array_index (map->items, i);

      if (!item->drawn || item->node->process == NULL ||
          find_party_of (self, &item->node->process->thing) != party)
        continue;
      *around = any ? lijn_rect_union (around, &item->rect) : item->rect;
      any = TRUE;
    }
  *around = lijn_rect_grow (around, AROUND);
  return any;
}

static const LijnBpmnLane *
lane_of (const LijnBpmnNode *node)
{
  for (int i = 0; node != NULL && i < 256; i++)
    {
      if (node->lane != NULL)
        return node->lane;
      node = node->host != NULL ? node->host : node->parent;
    }
  return NULL;
}

/* A map of what is inside a step of @process shows one lane: that of the step. */
static const char *
name_of_detail (const LijnBpmnMap *map, const LijnBpmnProcess *process)
{
  const LijnBpmnLane *lane = map->opener != NULL && map->opener->process == process
                                 ? lane_of (map->opener)
                                 : NULL;

  return lane != NULL ? lane->thing.name : "";
}

/* A pool without a name and with nothing in it: how some tools frame a diagram. */
static gboolean
is_frame (LijnBpmn *self, const LijnBpmnMap *map, const LijnBpmnParty *party)
{
  LijnRect around = { 0, 0, 0, 0 };

  return party->thing->type == LIJN_BPMN_PARTICIPANT && *party->thing->name == '\0' &&
         !find_around (self, map, party, &around);
}

static void
add_party (LijnBpmn *self, LijnBpmnMap *map, LijnBpmnParty *party)
{
  gboolean is_pool = party->thing->type == LIJN_BPMN_PARTICIPANT;
  LijnBpmnProcess *process = is_pool ? ((LijnBpmnParticipant *) party->thing)->process
                                     : (LijnBpmnProcess *) party->thing;
  const char *name = name_of_detail (map, process);
  const LijnBpmnShape *shape = shape_of (map, party->thing);
  gboolean inside = map->diagram == NULL && map->opener != NULL && map->opener->process == process;
  LijnRect around = { 0, 0, 0, 0 };

  if (is_frame (self, map, party))
    {
      lijn_bpmn_leave_out (self, "#frame");
      return;
    }
  if (process != NULL && !inside && add_lanes (map, party, process) > 0)
    return;
  if (shape == NULL && process != NULL)
    shape = shape_of (map, process);
  if (shape != NULL)
    add_band (map, party, name, NULL, &shape->rect);
  else if (find_around (self, map, party, &around))
    add_band (map, party, name, NULL, &around);
  else
    add_band (map, party, name, NULL, NULL);
}

static int
compare_places_cb (gconstpointer a, gconstpointer b, gpointer participants)
{
  guint one = G_MAXUINT, other = G_MAXUINT;

  g_ptr_array_find (participants, (*(LijnBpmnParty *const *) a)->thing, &one);
  g_ptr_array_find (participants, (*(LijnBpmnParty *const *) b)->thing, &other);
  return one < other ? -1 : one > other;
}

/* Returns: (transfer container): the parties that are on @map, in the order in which they are met;
 * where nothing is drawn in the order of the file. */
static GPtrArray *
list_parties (LijnBpmn *self, LijnBpmnMap *map)
{
  GPtrArray *parties = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_shapes = map->diagram != NULL ? map->diagram->shapes->len : 0;

  for (guint i = 0; i < n_shapes + map->pools->len + map->items->len; i++)
    {
      LijnBpmnThing *thing;
      LijnBpmnParty *party;

      if (i < n_shapes)
        thing = ((LijnBpmnShape *) g_ptr_array_index (map->diagram->shapes, i))->thing;
      else if (i - n_shapes < map->pools->len)
        thing = g_ptr_array_index (map->pools, i - n_shapes);
      else
        thing = &((LijnBpmnItem *) g_ptr_array_index (map->items, i - n_shapes - map->pools->len))
                     ->node->thing;

      if (thing->type == LIJN_BPMN_LANE)
        thing = &((LijnBpmnLane *) thing)->process->thing;
      else if (thing->type == LIJN_BPMN_NODE)
        thing = (LijnBpmnThing *) ((LijnBpmnNode *) thing)->process;
      if (thing == NULL ||
          (thing->type != LIJN_BPMN_PROCESS && thing->type != LIJN_BPMN_PARTICIPANT))
        continue;
      party = find_party_of (self, thing);
      if (g_hash_table_add (seen, party))
        g_ptr_array_add (parties, party);
    }
  if (map->diagram == NULL)
    g_ptr_array_sort_with_data (parties, compare_places_cb, self->participants);
  return parties;
}

static int
compare_bands_cb (gconstpointer a, gconstpointer b)
{
  const LijnBpmnBand *one = *(LijnBpmnBand *const *) a, *other = *(LijnBpmnBand *const *) b;

  if (one->party != other->party)
    {
      if (one->party->rank < other->party->rank || one->party->rank > other->party->rank)
        return one->party->rank < other->party->rank ? -1 : 1;
      return one->party->order < other->party->order ? -1 : 1;
    }
  if (one->drawn != other->drawn)
    return one->drawn ? -1 : 1;
  if (one->rect.y < other->rect.y || one->rect.y > other->rect.y)
    return one->rect.y < other->rect.y ? -1 : 1;
  return one->rect.x < other->rect.x ? -1 : one->rect.x > other->rect.x;
}

void
lijn_bpmn_sort_bands (LijnBpmnMap *map)
{
  g_ptr_array_sort (map->bands, compare_bands_cb);
}

static int
compare_heights_cb (gconstpointer a, gconstpointer b)
{
  const LijnBpmnBand *one = *(LijnBpmnBand *const *) a, *other = *(LijnBpmnBand *const *) b;

  if (one->drawn != other->drawn)
    return one->drawn ? -1 : 1;
  if (one->rect.y < other->rect.y || one->rect.y > other->rect.y)
    return one->rect.y < other->rect.y ? -1 : 1;
  return one->rect.x < other->rect.x ? -1 : one->rect.x > other->rect.x;
}

/* The first map decides how parties stand below each other; later ones add theirs. */
static void
order_parties (LijnBpmn *self, LijnBpmnMap *map)
{
  guint last = 0;

  g_ptr_array_sort (map->bands, compare_heights_cb);
  for (guint i = 0; i < self->parties->len; i++)
    last = MAX (last, ((LijnBpmnParty *) g_ptr_array_index (self->parties, i))->order);
  for (guint i = 0; i < map->bands->len; i++)
    {
      LijnBpmnBand *band = g_ptr_array_index (map->bands, i);

      if (band->party->order == 0)
        band->party->order = ++last;
      band->party->n_lanes++;
    }
}

/* Which lane. */

static gboolean
holds (const LijnBpmnBand *band, const LijnRect *rect, gboolean whole)
{
  LijnPoint center = lijn_rect_center (rect);
  LijnRect both = lijn_rect_union (&band->rect, rect);

  return band->drawn && (whole ? lijn_rect_equal (&both, &band->rect)
                               : lijn_rect_contains (&band->rect, center.x, center.y));
}

static gboolean
is_lane_in (const LijnBpmnLane *lane, const LijnBpmnLane *outer)
{
  for (; lane != NULL; lane = lane->parent)
    if (lane == outer)
      return TRUE;
  return FALSE;
}

static double
distance (const LijnBpmnBand *band, const LijnRect *rect)
{
  double y = lijn_rect_center (rect).y;

  return !band->drawn ? G_MAXDOUBLE
                      : MAX (0, MAX (band->rect.y - y, y - band->rect.y - band->rect.height));
}

static LijnBpmnBand *
find_band (const LijnBpmnMap *map, const LijnBpmnItem *item, const LijnBpmnParty *party)
{
  const LijnBpmnLane *lane = lane_of (item->node);
  gboolean whole = item->kind == LIJN_ELEMENT_KIND_GROUP && item->node->artifact;
  LijnBpmnBand *by_model = NULL, *nearest = NULL;

  for (guint i = 0; i < map->bands->len; i++)
    {
      LijnBpmnBand *band = g_ptr_array_index (map->bands, i);

      if (party != NULL && band->party != party && !item->node->artifact)
        continue;
      if (item->drawn && holds (band, &item->rect, whole))
        return band;
      if (lane != NULL && band->lane != NULL &&
          (is_lane_in (band->lane, lane) || is_lane_in (lane, band->lane)))
        by_model = by_model != NULL ? by_model : band;
      if (nearest == NULL ||
          (item->drawn && distance (band, &item->rect) < distance (nearest, &item->rect)))
        nearest = band;
    }
  if (item->drawn && item->node->artifact)
    return NULL;
  return by_model != NULL ? by_model : nearest;
}

void
lijn_bpmn_make_bands (LijnBpmn *self, LijnBpmnMap *map)
{
  g_autoptr (GPtrArray) parties = list_parties (self, map);

  for (guint i = 0; i < parties->len; i++)
    add_party (self, map, g_ptr_array_index (parties, i));
  order_parties (self, map);
  for (guint i = 0; i < map->items->len; i++)
    {
      LijnBpmnItem *item = g_ptr_array_index (map->items, i);
      LijnBpmnParty *party = item->node->process != NULL
                                 ? find_party_of (self, &item->node->process->thing)
                                 : NULL;

      item->band = find_band (map, item, party);
      if (item->band != NULL)
        item->band->party->n_items++;
    }
}
