/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-assumed.h"

#include <glib/gi18n.h>

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_PARTY, why);
  return FALSE;
}

gboolean
lijn_object_is_assumed (LijnObject *object)
{
  if (LIJN_IS_ELEMENT (object))
    return lijn_element_get_assumed (LIJN_ELEMENT (object));
  return LIJN_IS_INTERFACE (object) && lijn_interface_get_assumed (LIJN_INTERFACE (object));
}

static gboolean
is_other_side (LijnInterface *interface, LijnParty *party)
{
  return party != lijn_interface_get_drawn_by (interface) &&
         (party == lijn_interface_get_giver (interface) ||
          party == lijn_interface_get_receiver (interface));
}

gboolean
lijn_rules_confirm (LijnObject *object, LijnParty *party, GError **error)
{
  if (LIJN_IS_ELEMENT (object))
    return party == NULL || party == lijn_element_get_party (LIJN_ELEMENT (object)) ||
           refuse (error, _ ("Only the party that does this can confirm it."));
  if (LIJN_IS_INTERFACE (object))
    return party == NULL || is_other_side (LIJN_INTERFACE (object), party) ||
           refuse (error, _ ("Only the other party of this interface can confirm it."));
  return refuse (error, _ ("Only what is drawn on a map is confirmed."));
}

/* Where an interface hangs: at the first of its hand-overs. */
static double
get_x (LijnObject *object)
{
  double x = G_MAXDOUBLE;
  GPtrArray *flows;

  if (LIJN_IS_ELEMENT (object))
    return lijn_element_get_x (LIJN_ELEMENT (object));

  flows = lijn_project_referrers (lijn_object_get_project (object), LIJN_TABLE_FLOW, "interface",
                                  object);
  for (guint i = 0; i < flows->len; i++)
    {
      LijnElement *source = lijn_flow_get_source (flows->pdata[i]);
      LijnElement *target = lijn_flow_get_target (flows->pdata[i]);

      x = MIN (x, (lijn_element_get_x (source) + lijn_element_get_x (target)) / 2);
    }
  return x;
}

static LijnMap *
get_map (LijnObject *object)
{
  return LIJN_IS_ELEMENT (object) ? lijn_element_get_map (LIJN_ELEMENT (object))
                                  : lijn_interface_get_map (LIJN_INTERFACE (object));
}

/* What is sorted, with its place looked up once. */
typedef struct
{
  LijnObject *object; /* (owned) */
  double rank, x;
} Stop;

static int
compare_stops (gconstpointer a, gconstpointer b)
{
  const Stop *one = a, *other = b;

  if (one->rank < other->rank || one->rank > other->rank)
    return one->rank < other->rank ? -1 : 1;
  if (one->x < other->x || one->x > other->x)
    return one->x < other->x ? -1 : 1;
  return g_strcmp0 (lijn_object_get_id (one->object), lijn_object_get_id (other->object));
}

static void
add_stop (GArray *stops, LijnObject *object)
{
  LijnMap *map = get_map (object);
  Stop stop = { g_object_ref (object), map != NULL ? lijn_map_get_rank (map) : 0, get_x (object) };

  g_array_append_val (stops, stop);
}

static void
add_stops (GArray *stops, LijnProject *project, LijnTable table, LijnMap *map, LijnParty *party)
{
  GListModel *list = lijn_project_list (project, table);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (list, i);

      if (lijn_object_is_assumed (object) && (map == NULL || get_map (object) == map) &&
          lijn_rules_confirm (object, party, NULL))
        add_stop (stops, object);
    }
}

/* (transfer full) Takes what @stops holds. */
static GPtrArray *
in_order (GArray *stops)
{
  GPtrArray *objects = g_ptr_array_new_with_free_func (g_object_unref);

  g_array_sort (stops, compare_stops);
  for (guint i = 0; i < stops->len; i++)
    g_ptr_array_add (objects, g_array_index (stops, Stop, i).object);
  return objects;
}

GPtrArray *
lijn_assumed_list (LijnProject *project, LijnMap *map, LijnParty *party)
{
  g_autoptr (GArray) stops = g_array_new (FALSE, FALSE, sizeof (Stop));

  add_stops (stops, project, LIJN_TABLE_ELEMENT, map, party);
  add_stops (stops, project, LIJN_TABLE_INTERFACE, map, party);
  return in_order (stops);
}

GPtrArray *
lijn_assumed_list_lane (LijnLane *lane)
{
  g_autoptr (GArray) stops = g_array_new (FALSE, FALSE, sizeof (Stop));
  GPtrArray *elements = lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (lane)),
                                                LIJN_TABLE_ELEMENT, "lane", LIJN_OBJECT (lane));

  for (guint i = 0; i < elements->len; i++)
    if (lijn_object_is_assumed (elements->pdata[i]))
      add_stop (stops, elements->pdata[i]);
  return in_order (stops);
}
