/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-load-private.h"

#include "lijn-text.h"
#include "lijn-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* The end of a load: what the source left out is made, and the rules are asked of the whole. */

static gpointer
object_of (LijnLoad *self, guint i)
{
  LijnLoadRow *row = &g_array_index (self->rows, LijnLoadRow, i);

  return lijn_project_find (self->edit->project, row->table, row->id);
}

/* The objects of the rows of @table. */
static GPtrArray *
objects_of (LijnLoad *self, LijnTable table)
{
  GPtrArray *objects = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, LijnLoadRow, i).table == table)
      g_ptr_array_add (objects, g_object_ref (object_of (self, i)));

  return objects;
}

/* Checks. */

static gboolean
check_reference (LijnObject *object, const LijnColumn *column, const char *id, GError **error)
{
  LijnTable table = lijn_object_get_table (object);

  if (*id == '\0' && column->kind != LIJN_COLUMN_OWNER)
    return TRUE;
  if (lijn_project_find (lijn_object_get_project (object), column->refers, id) != NULL)
    return TRUE;

  g_set_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE,
               _ ("%s “%s”: its “%s” is not there."), lijn_word_for_table (table),
               lijn_object_get_id (object), lijn_word_for_column (table, column->name));
  return FALSE;
}

static gboolean
check_references (LijnLoad *self, GError **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      LijnLoadRow *row = &g_array_index (self->rows, LijnLoadRow, i);
      const LijnTableInfo *info = lijn_table_info (row->table);
      LijnObject *object = object_of (self, i);

      for (guint j = 0; j < info->n_columns; j++)
        if (lijn_column_is_reference (info->columns[j].kind) &&
            !check_reference (object, &info->columns[j], lijn_object_get_text (object, (int) j),
                              error))
          return FALSE;
    }
  return TRUE;
}

/* Numbers of @object as text for the rules; NULL for what need not be asked. */
static char *
number_to_check (LijnObject *object, const LijnColumn *column, int place)
{
  double number;

  if (column->kind != LIJN_COLUMN_INT && column->kind != LIJN_COLUMN_REAL &&
      column->kind != LIJN_COLUMN_NUM)
    return NULL;

  number = lijn_object_get_number (object, place);
  if (isnan (number) || fabs (number) <= 0 || g_str_equal (column->name, "rank"))
    return NULL;
  return lijn_number_to_text (number);
}

/* The customer's priority comes from where the customer set it. */
static LijnParty *
first_customer (LijnProject *project)
{
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (project);

  for (guint i = 0; i < parties->len; i++)
    if (lijn_party_get_role (g_ptr_array_index (parties, i)) == LIJN_PARTY_ROLE_CUSTOMER)
      return g_ptr_array_index (parties, i);

  return NULL;
}

static gboolean
check_values (LijnObject *object, LijnParty *customer, GError **error)
{
  const LijnTableInfo *info = lijn_table_info (lijn_object_get_table (object));

  for (guint i = 0; i < info->n_columns; i++)
    {
      const LijnColumn *column = &info->columns[i];
      g_autofree char *number = number_to_check (object, column, (int) i);
      const char *value = column->kind == LIJN_COLUMN_DATE ? lijn_object_get_text (object, (int) i)
                                                           : number;

      if (value == NULL || (g_str_equal (column->name, "priority") && customer == NULL))
        continue;
      if (!lijn_rules_value (object, column->name, value, customer, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_drawing (LijnObject *object, GError **error)
{
  if (LIJN_IS_ELEMENT (object))
    return lijn_rules_value (object, "lane", lijn_element_get_lane_id (LIJN_ELEMENT (object)), NULL,
                             error);
  if (LIJN_IS_INTERFACE (object))
    return lijn_rules_value (object, "receiver",
                             lijn_interface_get_receiver_id (LIJN_INTERFACE (object)), NULL, error);
  return TRUE;
}

static gboolean
check_rows (LijnLoad *self, GError **error)
{
  LijnParty *customer = first_customer (self->edit->project);

  for (guint i = 0; i < self->rows->len; i++)
    if (!check_values (object_of (self, i), customer, error) ||
        !check_drawing (object_of (self, i), error))
      return FALSE;

  return TRUE;
}

/* Numbers. */

static gboolean
number_rows (LijnLoad *self, LijnTable table, GError **error)
{
  g_autoptr (GPtrArray) objects = objects_of (self, table);
  int place = lijn_table_find_column (table, "number");
  int next = lijn_verb_next_number (lijn_project_list (self->edit->project, table), "number");

  for (guint i = 0; i < objects->len; i++)
    if (lijn_object_get_int (g_ptr_array_index (objects, i), place) == 0 &&
        !lijn_verb_update (self->edit, g_ptr_array_index (objects, i),
                           LIJN_CELLS (LIJN_INT ("number", next++)), error))
      return FALSE;

  return TRUE;
}

/* Every number once on a map: what was there keeps its own. */
static gboolean
number_interfaces_of (LijnLoad *self, LijnMap *map, GError **error)
{
  GPtrArray *all = lijn_project_referrers (self->edit->project, LIJN_TABLE_INTERFACE, "map",
                                           LIJN_OBJECT (map));
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) without = g_ptr_array_new ();
  int highest = 0;

  for (guint old = 0; old < 2; old++)
    for (guint i = 0; i < all->len; i++)
      {
        LijnInterface *interface = g_ptr_array_index (all, i);
        int number = lijn_interface_get_number (interface);
        gboolean came = g_hash_table_contains (self->ids,
                                               lijn_object_get_id (LIJN_OBJECT (interface)));

        if (came != (old == 1))
          continue;
        if (number <= 0 || !g_hash_table_add (taken, GINT_TO_POINTER (number)))
          g_ptr_array_add (without, interface);
        highest = MAX (highest, number);
      }
  for (guint i = 0; i < without->len; i++)
    if (!lijn_verb_update (self->edit, g_ptr_array_index (without, i),
                           LIJN_CELLS (LIJN_INT ("number", ++highest)), error))
      return FALSE;

  return TRUE;
}

static gboolean
number_interfaces (LijnLoad *self, GError **error)
{
  g_autoptr (GPtrArray) objects = objects_of (self, LIJN_TABLE_INTERFACE);
  g_autoptr (GHashTable) maps = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer map;

  for (guint i = 0; i < objects->len; i++)
    g_hash_table_add (maps, lijn_interface_get_map (g_ptr_array_index (objects, i)));

  g_hash_table_iter_init (&iter, maps);
  while (g_hash_table_iter_next (&iter, &map, NULL))
    if (!number_interfaces_of (self, map, error))
      return FALSE;

  return TRUE;
}

/* Flows. */

static gboolean
is_settled (LijnFlow *flow, LijnFlowKind kind)
{
  LijnInterface *interface = lijn_flow_get_interface (flow);

  if (kind != lijn_flow_get_kind (flow))
    return FALSE;
  if (kind != LIJN_FLOW_KIND_HAND_OVER)
    return interface == NULL;

  return interface != NULL &&
         lijn_interface_get_giver (interface) ==
             lijn_element_get_party (lijn_flow_get_source (flow)) &&
         lijn_interface_get_receiver (interface) ==
             lijn_element_get_party (lijn_flow_get_target (flow));
}

/* From left to right, so that new interfaces are numbered as people read. */
static int
compare_flows (gconstpointer a, gconstpointer b)
{
  LijnElement *one = lijn_flow_get_source (*(LijnFlow *const *) a);
  LijnElement *other = lijn_flow_get_source (*(LijnFlow *const *) b);
  double left = lijn_element_get_x (one), right = lijn_element_get_x (other);

  return (left > right) - (left < right);
}

static gboolean
settle_flows (LijnLoad *self, GPtrArray *flows, GError **error)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  g_ptr_array_extend (sorted, flows, NULL, NULL);
  g_ptr_array_sort (sorted, compare_flows);
  for (guint i = 0; i < sorted->len; i++)
    {
      LijnFlow *flow = g_ptr_array_index (sorted, i);
      LijnFlowKind kind;

      if (!lijn_rules_connect (lijn_flow_get_source (flow), lijn_flow_get_target (flow), &kind,
                               error))
        {
          g_prefix_error (error, "%s → %s: ", lijn_element_get_name (lijn_flow_get_source (flow)),
                          lijn_element_get_name (lijn_flow_get_target (flow)));
          return FALSE;
        }
      if (!is_settled (flow, kind) && !lijn_own_interface (self->edit, flow, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
route_flows (LijnLoad *self, GPtrArray *flows, GError **error)
{
  g_autoptr (GPtrArray) unrouted = g_ptr_array_new ();

  for (guint i = 0; i < flows->len; i++)
    if (*lijn_flow_get_route (g_ptr_array_index (flows, i)) == '\0')
      g_ptr_array_add (unrouted, g_ptr_array_index (flows, i));

  return lijn_route_flows (self->edit, unrouted, error);
}

/* Groups and pins. */

/* Only where the source did not say what lies in its groups. */
static gboolean
fill_groups (LijnLoad *self, GError **error)
{
  g_autoptr (GPtrArray) elements = objects_of (self, LIJN_TABLE_ELEMENT);

  for (guint i = 0; i < elements->len; i++)
    if (*lijn_element_get_container_id (g_ptr_array_index (elements, i)) != '\0')
      return TRUE;

  for (guint i = 0; i < elements->len; i++)
    {
      LijnElement *element = g_ptr_array_index (elements, i);
      g_autoptr (GPtrArray) group = g_ptr_array_new ();

      g_ptr_array_add (group, element);
      if (lijn_element_get_kind (element) == LIJN_ELEMENT_KIND_GROUP &&
          !lijn_group_contents (self->edit, group, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
tell_frictions_their_map (LijnLoad *self, GError **error)
{
  g_autoptr (GPtrArray) points = objects_of (self, LIJN_TABLE_FRICTION);

  for (guint i = 0; i < points->len; i++)
    {
      LijnFriction *friction = g_ptr_array_index (points, i);
      LijnMap *map = lijn_friction_get_place (friction);

      if (map != NULL && map != lijn_friction_get_map (friction) &&
          !lijn_verb_update (self->edit, friction, LIJN_CELLS (LIJN_TO ("map", map)), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
complete (LijnLoad *self, GError **error)
{
  g_autoptr (GPtrArray) flows = NULL;

  if (!lijn_verb_flush (self->edit, error) || !check_references (self, error) ||
      !check_rows (self, error) || !number_rows (self, LIJN_TABLE_SESSION, error) ||
      !number_rows (self, LIJN_TABLE_FRICTION, error) || !number_interfaces (self, error) ||
      !tell_frictions_their_map (self, error) || !lijn_verb_flush (self->edit, error) ||
      !lijn_load_fit (self, error) || !lijn_load_place (self, error) || !fill_groups (self, error))
    return FALSE;

  flows = objects_of (self, LIJN_TABLE_FLOW);
  return settle_flows (self, flows, error) && route_flows (self, flows, error);
}

gboolean
lijn_load_finish (LijnLoad *self, GError **error)
{
  gboolean done = complete (self, error);

  if (done)
    done = lijn_edit_commit (g_steal_pointer (&self->edit), error);

  lijn_load_drop (self);
  return done;
}
