/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-writer.h"

#include <string.h>

/* A project as capture text: the frame, with project, parties and persons. The maps are in
 * lijn-capture-write-map.c, friction points, teams and sessions in lijn-capture-write-team.c. */

gboolean
lijn_writer_shows (LijnCaptureWriter *self, gpointer object)
{
  return object != NULL && lijn_audience_may_see (self->audience, object) &&
         (self->only == NULL || !LIJN_IS_ELEMENT (object) ||
          g_hash_table_contains (self->only, object));
}

void
lijn_writer_go_to_map (LijnCaptureWriter *self, LijnMap *map)
{
  if (map == NULL || map == self->map)
    return;
  self->map = map;
  self->after = NULL;
  self->origin = NULL;
  g_string_append (self->out, "map ");
  lijn_writer_put_text (self, lijn_map_get_title (map));
  lijn_writer_put_mark (self, map);
  g_string_append_c (self->out, '\n');
}

static double
order_of (LijnObject *object)
{
  LijnTable table = lijn_object_get_table (object);
  int column = lijn_table_find_column (table, "rank");

  if (column < 0)
    column = lijn_table_find_column (table, "number");
  return column >= 0 ? lijn_object_get_number (object, column) : 0;
}

typedef struct
{
  LijnProject *project;
  LijnTable refers;
  int column;
} Order;

static int
compare_by (gconstpointer a, gconstpointer b, gpointer data)
{
  Order *order = data;
  LijnObject *one = lijn_project_find (
      order->project, order->refers,
      lijn_object_get_text (*(LijnObject *const *) a, order->column));
  LijnObject *other = lijn_project_find (
      order->project, order->refers,
      lijn_object_get_text (*(LijnObject *const *) b, order->column));
  double difference;

  if (one == NULL || other == NULL)
    return one == other ? 0 : one == NULL ? -1 : 1;
  difference = order_of (one) - order_of (other);
  if (difference < 0 || difference > 0)
    return difference < 0 ? -1 : 1;
  return strcmp (lijn_object_get_name (one), lijn_object_get_name (other));
}

void
lijn_writer_sort_by (LijnCaptureWriter *self, GPtrArray *objects, const char *column)
{
  LijnTable table;
  Order order = { .project = self->project };

  if (objects->len == 0)
    return;
  table = lijn_object_get_table (g_ptr_array_index (objects, 0));
  order.column = lijn_table_find_column (table, column);
  order.refers = lijn_table_info (table)->columns[order.column].refers;
  g_ptr_array_sort_with_data (objects, compare_by, &order);
}

static void
put_project (LijnCaptureWriter *self)
{
  LijnAbout *about = lijn_project_get_about (self->project);

  if (about == NULL)
    return;
  g_string_append (self->out, "project ");
  lijn_writer_put_text (self, lijn_about_get_title (about));
  lijn_writer_put_fields (self, about, "title");
  g_string_append (self->out, "\n\n");
}

static void
put_parties (LijnCaptureWriter *self)
{
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (self->project);

  for (guint i = 0; i < parties->len; i++)
    {
      LijnParty *party = g_ptr_array_index (parties, i);

      if (!lijn_writer_shows (self, party))
        continue;
      g_string_append (self->out, "party ");
      lijn_writer_put_text (self, lijn_party_get_name (party));
      g_string_append_printf (self->out, " (%s)",
                              lijn_party_role_nicks[lijn_party_get_role (party)]);
      lijn_writer_put_mark (self, party);
      lijn_writer_put_fields (self, party, "name role");
      g_string_append_c (self->out, '\n');
    }
}

static void
put_persons (LijnCaptureWriter *self)
{
  GListModel *list = lijn_project_list (self->project, LIJN_TABLE_PERSON);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LijnPerson) person = g_list_model_get_item (list, i);

      if (!lijn_writer_shows (self, person))
        continue;
      g_string_append (self->out, "person ");
      lijn_writer_put_text (self, lijn_person_get_name (person));
      g_string_append (self->out, " (");
      lijn_writer_put_ref (self, lijn_person_get_party (person));
      g_string_append (self->out, ")");
      if (*lijn_person_get_function (person) != '\0')
        {
          g_string_append (self->out, ": ");
          lijn_writer_put_text (self, lijn_person_get_function (person));
        }
      lijn_writer_put_mark (self, person);
      lijn_writer_put_fields (self, person, "name function");
      g_string_append_c (self->out, '\n');
    }
}

static void
put_maps (LijnCaptureWriter *self)
{
  GListModel *list = lijn_project_list (self->project, LIJN_TABLE_MAP);
  guint n = g_list_model_get_n_items (list);

  /* All maps first: a step can open another one. */
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LijnMap) map = g_list_model_get_item (list, i);

      if (!lijn_writer_shows (self, map))
        continue;
      g_string_append (self->out, i == 0 ? "\nmap " : "map ");
      lijn_writer_put_text (self, lijn_map_get_title (map));
      lijn_writer_put_mark (self, map);
      if (lijn_map_get_kind (map) != LIJN_MAP_KIND_AS_IS)
        g_string_append_printf (self->out, "; kind %s",
                                lijn_map_kind_nicks[lijn_map_get_kind (map)]);
      lijn_writer_put_fields (self, map, "title");
      g_string_append_c (self->out, '\n');
      self->map = map;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LijnMap) map = g_list_model_get_item (list, i);

      if (lijn_writer_shows (self, map))
        {
          lijn_writer_put_map (self, map);
          lijn_writer_put_interfaces (self, map);
          lijn_writer_put_phases (self, map);
        }
    }
}

char *
lijn_capture_write (LijnProject *project, const LijnAudience *audience)
{
  static const LijnTable named[] = { LIJN_TABLE_PARTY,   LIJN_TABLE_PERSON,  LIJN_TABLE_MAP,
                                     LIJN_TABLE_LANE,    LIJN_TABLE_ELEMENT, LIJN_TABLE_TEAM,
                                     LIJN_TABLE_SESSION, LIJN_TABLE_PHASE };
  LijnCaptureWriter self = { .project = project, .audience = audience };

  self.out = g_string_new (NULL);
  self.marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    lijn_writer_mark_table (&self, named[i]);

  put_project (&self);
  put_parties (&self);
  put_persons (&self);
  put_maps (&self);
  lijn_writer_put_teams (&self);
  lijn_writer_put_sessions (&self);
  lijn_writer_put_frictions (&self);
  lijn_writer_put_scores (&self);
  lijn_writer_put_actions (&self);
  lijn_writer_put_remarks (&self);
  lijn_writer_put_waivers (&self);
  lijn_writer_put_running (&self);

  g_clear_pointer (&self.waivers, g_hash_table_unref);
  g_hash_table_unref (self.marks);
  return g_string_free (self.out, FALSE);
}

char *
lijn_capture_write_part (GPtrArray *objects, const LijnAudience *audience)
{
  g_autoptr (GHashTable) only = g_hash_table_new (NULL, NULL);
  LijnCaptureWriter self = { .audience = audience, .only = only };
  LijnMap *map = NULL;

  for (guint i = 0; i < objects->len; i++)
    if (LIJN_IS_ELEMENT (g_ptr_array_index (objects, i)))
      {
        map = lijn_element_get_map (g_ptr_array_index (objects, i));
        g_hash_table_add (only, g_ptr_array_index (objects, i));
      }
  if (map == NULL)
    return g_strdup ("");
  self.project = lijn_object_get_project (LIJN_OBJECT (map));
  self.out = g_string_new (NULL);
  self.marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.map = map;
  lijn_writer_mark_table (&self, LIJN_TABLE_ELEMENT);
  lijn_writer_put_map (&self, map);
  g_hash_table_unref (self.marks);
  return g_string_free (self.out, FALSE);
}
