/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-writer.h"

#include "lijn-text.h"
#include "lijn-words.h"

#include <math.h>
#include <string.h>

/* A project as capture text: this file has the frame, names and fields; the maps are in
 * lijn-capture-write-map.c, friction points, teams and sessions in lijn-capture-write-team.c. */

gboolean
lijn_writer_shows (LijnCaptureWriter *self, gpointer object)
{
  return object != NULL && lijn_audience_may_see (self->audience, object) &&
         (self->only == NULL || !LIJN_IS_ELEMENT (object) ||
          g_hash_table_contains (self->only, object));
}

/* Marks are numbered as they are met, so that the same project gives the same text. */
const char *
lijn_writer_mark_of (LijnCaptureWriter *self, gpointer object)
{
  static const char letters[LIJN_N_TABLES] = {
    [LIJN_TABLE_PARTY] = 'p',   [LIJN_TABLE_PERSON] = 'q',  [LIJN_TABLE_MAP] = 'm',
    [LIJN_TABLE_LANE] = 'l',    [LIJN_TABLE_ELEMENT] = 'e', [LIJN_TABLE_TEAM] = 't',
    [LIJN_TABLE_SESSION] = 's', [LIJN_TABLE_PHASE] = 'f',
  };
  const char *id = lijn_object_get_id (object);
  LijnTable table = lijn_object_get_table (object);
  const char *mark = g_hash_table_lookup (self->marks, id);

  if (mark == NULL || *mark != '\0')
    return mark;
  g_hash_table_insert (self->marks, g_strdup (id),
                       g_strdup_printf ("%c%u", letters[table], ++self->n_marks[table]));
  return g_hash_table_lookup (self->marks, id);
}

void
lijn_writer_put_text (LijnCaptureWriter *self, const char *text)
{
  g_autofree char *quoted = lijn_said_quote (text);

  g_string_append (self->out, quoted);
}

void
lijn_writer_put_mark (LijnCaptureWriter *self, gpointer object)
{
  const char *mark = lijn_writer_mark_of (self, object);

  if (mark != NULL)
    g_string_append_printf (self->out, " ~%s", mark);
}

/* Within what a name must be the only one of its kind, as an id: lanes and persons in their party,
 * elements on their map. */
static const char *
get_scope (LijnObject *object)
{
  if (LIJN_IS_PERSON (object))
    return lijn_person_get_party_id (LIJN_PERSON (object));
  if (LIJN_IS_LANE (object))
    return lijn_lane_get_map_id (LIJN_LANE (object));
  if (LIJN_IS_ELEMENT (object))
    return lijn_element_get_map_id (LIJN_ELEMENT (object));
  if (LIJN_IS_PHASE (object))
    return lijn_phase_get_map_id (LIJN_PHASE (object));
  return "";
}

static char *
get_key (LijnObject *object)
{
  g_autofree char *folded = lijn_text_fold (lijn_object_get_name (object));

  return g_strconcat (get_scope (object), LIJN_IS_LANE (object) ? " " : "",
                      LIJN_IS_LANE (object) ? lijn_lane_get_party_id (LIJN_LANE (object)) : "", "/",
                      folded, NULL);
}

/* Lets each of @table that has no name of its own have a mark. */
static void
mark_table (LijnCaptureWriter *self, LijnTable table)
{
  GListModel *list = lijn_project_list (self->project, table);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (list, i);
      char *key = get_key (object);

      g_hash_table_insert (
          counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (list, i);
      g_autofree char *key = get_key (object);
      const char *name = lijn_object_get_name (object);

      if (lijn_writer_shows (self, object) &&
          (*name == '\0' || *name == '~' ||
           GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) > 1))
        g_hash_table_insert (self->marks, g_strdup (lijn_object_get_id (object)), g_strdup (""));
    }
}

void
lijn_writer_put_ref (LijnCaptureWriter *self, gpointer object)
{
  const char *mark = lijn_writer_mark_of (self, object);

  if (mark != NULL)
    {
      g_string_append_printf (self->out, "~%s", mark);
      return;
    }
  lijn_writer_put_text (self, lijn_object_get_name (object));
  if (LIJN_IS_PERSON (object))
    {
      g_string_append (self->out, " (");
      lijn_writer_put_ref (self, lijn_person_get_party (object));
      g_string_append (self->out, ")");
    }
}

/* Minutes in the largest unit that they are a whole number of. */
static char *
write_duration (double minutes)
{
  g_autofree char *number = NULL;

  if (minutes >= 1440 && fmod (minutes, 1440) <= 0)
    {
      number = lijn_number_to_text (minutes / 1440);
      return g_strconcat (number, strcmp (number, "1") == 0 ? " day" : " days", NULL);
    }
  if (minutes >= 60 && fmod (minutes, 60) <= 0)
    {
      number = lijn_number_to_text (minutes / 60);
      return g_strconcat (number, " h", NULL);
    }
  number = lijn_number_to_text (minutes);
  return g_strconcat (number, " min", NULL);
}

static char *
write_number (const LijnColumn *column, double number)
{
  if (g_str_has_suffix (column->name, "minutes"))
    return write_duration (number);
  return lijn_number_to_text (number);
}

/* What a new row has anyway, what follows from where things are drawn, and the clock's part: a text
 * that is typed again happens then. The XML has it all. */
static gboolean
is_left_out (const LijnColumn *column)
{
  static const char *const names[] = { "rank",  "x",    "y",       "width",        "height",
                                       "map",   "bent", "route",   "container",    "origin",
                                       "dots",  "lane", "created", "derived_from", "kind",
                                       "terms", NULL };

  return column->kind == LIJN_COLUMN_OWNER || column->kind == LIJN_COLUMN_BLOB ||
         column->kind == LIJN_COLUMN_TIME || g_strv_contains (names, column->name);
}

static gboolean
is_excepted (const char *except, const char *column)
{
  g_auto (GStrv) names = g_strsplit (except, " ", -1);

  return g_strv_contains ((const char *const *) names, column);
}

static void
begin_field (LijnCaptureWriter *self, LijnObject *object, const LijnColumn *column)
{
  g_autofree char *key = lijn_said_key_for_column (lijn_object_get_table (object), column->name);

  g_string_append_printf (self->out, "; %s", key);
}

static void
put_reference (LijnCaptureWriter *self, LijnObject *object, const LijnColumn *column,
               const char *id)
{
  LijnObject *other = lijn_project_find (self->project, column->refers, id);

  if (other == NULL || !lijn_writer_shows (self, other))
    return;
  begin_field (self, object, column);
  g_string_append_c (self->out, ' ');
  if (LIJN_IS_SESSION (other) && lijn_session_get_number (LIJN_SESSION (other)) > 0 &&
      lijn_writer_mark_of (self, other) == NULL)
    g_string_append_printf (self->out, "%d", lijn_session_get_number (LIJN_SESSION (other)));
  else
    lijn_writer_put_ref (self, other);
}

static void
put_field (LijnCaptureWriter *self, LijnObject *object, int place, const LijnColumn *column)
{
  const char *text;
  double number;

  switch (column->kind)
    {
    case LIJN_COLUMN_TEXT:
    case LIJN_COLUMN_DATE:
      text = lijn_object_get_text (object, place);
      if (*text == '\0')
        return;
      begin_field (self, object, column);
      g_string_append_c (self->out, ' ');
      if (column->kind == LIJN_COLUMN_DATE)
        g_string_append (self->out, text);
      else
        lijn_writer_put_text (self, text);
      return;
    case LIJN_COLUMN_ENUM:
      text = lijn_object_get_text (object, place);
      if (strcmp (text, column->nicks[0]) == 0)
        return;
      begin_field (self, object, column);
      g_string_append_printf (self->out, " %s", text);
      return;
    case LIJN_COLUMN_FLAG:
      if (lijn_object_get_int (object, place) != 0)
        begin_field (self, object, column);
      return;
    case LIJN_COLUMN_INT:
    case LIJN_COLUMN_REAL:
    case LIJN_COLUMN_NUM:
      number = lijn_object_get_number (object, place);
      if (isnan (number) || (column->kind != LIJN_COLUMN_NUM && fabs (number) <= 0))
        return;
      begin_field (self, object, column);
      {
        g_autofree char *written = write_number (column, number);

        g_string_append_printf (self->out, " %s", written);
      }
      return;
    case LIJN_COLUMN_LINK:
    case LIJN_COLUMN_NOTE:
    case LIJN_COLUMN_PART:
    case LIJN_COLUMN_FOR:
      put_reference (self, object, column, lijn_object_get_text (object, place));
      return;
    case LIJN_COLUMN_OWNER:
    case LIJN_COLUMN_TIME:
    case LIJN_COLUMN_BLOB:
    default:
      return;
    }
}

void
lijn_writer_put_fields (LijnCaptureWriter *self, gpointer object, const char *except)
{
  const LijnTableInfo *info = lijn_table_info (lijn_object_get_table (object));

  for (guint i = 0; i < info->n_columns; i++)
    if (!is_left_out (&info->columns[i]) && !is_excepted (except, info->columns[i].name))
      put_field (self, object, (int) i, &info->columns[i]);
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
    mark_table (&self, named[i]);

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
  mark_table (&self, LIJN_TABLE_ELEMENT);
  lijn_writer_put_map (&self, map);
  g_hash_table_unref (self.marks);
  return g_string_free (self.out, FALSE);
}
