/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-differences.h"

#include "lijn-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* An element's other is one column or one look in the index away, and so are those of a flow and of
 * an interface: what they connect has few flows. Where something lies within its lane does not count:
 * one new step moves all that comes after it, and that is no news. */

/* Is anything else: what it says about how the work is done. */
static const char *const element_columns[] = {
  "name", "kind", "marker", "description", "work_minutes", "wait_minutes", "complete_accurate", NULL
};
static const char *const flow_columns[] = { "name", "kind", NULL };
static const char *const interface_columns[] = { "name",
                                                 "deliverable",
                                                 "form",
                                                 "channel",
                                                 "starts_when",
                                                 "complete_when",
                                                 "norm_minutes",
                                                 "actual_minutes",
                                                 "complete_accurate",
                                                 "volume",
                                                 "escalation",
                                                 "description",
                                                 NULL };

const char *
lijn_word_for_difference (LijnDifference difference)
{
  switch (difference)
    {
    case LIJN_DIFFERENCE_ADDED:
      return C_ ("difference", "added");
    case LIJN_DIFFERENCE_REMOVED:
      return C_ ("difference", "gone");
    case LIJN_DIFFERENCE_CHANGED:
      return C_ ("difference", "changed");
    case LIJN_DIFFERENCE_MOVED:
      return C_ ("difference", "moved");
    case LIJN_DIFFERENCE_NONE:
    default:
      return "";
    }
}

LijnMap *
lijn_map_get_counterpart (LijnMap *map)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (map));
  LijnMap *from = lijn_map_get_derived_from (map);
  GListModel *maps = NULL;

  if (project == NULL)
    return NULL;
  if (from != NULL && !lijn_object_is_gone (LIJN_OBJECT (from)))
    return from;
  maps = lijn_project_list (project, LIJN_TABLE_MAP);
  for (guint i = 0; i < g_list_model_get_n_items (maps); i++)
    {
      g_autoptr (LijnMap) other = g_list_model_get_item (maps, i);

      if (lijn_map_get_derived_from (other) == map)
        return other;
    }
  return NULL;
}

static LijnElement *
other_element (LijnElement *element, LijnMap *on)
{
  LijnElement *origin = lijn_element_get_origin (element);
  GPtrArray *copies = NULL;

  if (origin != NULL && lijn_element_get_map (origin) == on)
    return origin;
  copies = lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (element)),
                                   LIJN_TABLE_ELEMENT, "origin", LIJN_OBJECT (element));
  for (guint i = 0; i < copies->len; i++)
    if (lijn_element_get_map (g_ptr_array_index (copies, i)) == on)
      return g_ptr_array_index (copies, i);
  return NULL;
}

static LijnFlow *
other_flow (LijnFlow *flow, LijnMap *on)
{
  LijnElement *source = lijn_flow_get_source (flow), *target = lijn_flow_get_target (flow);
  GPtrArray *flows = NULL;

  source = source != NULL ? other_element (source, on) : NULL;
  target = target != NULL ? other_element (target, on) : NULL;
  if (source == NULL || target == NULL)
    return NULL;
  flows = lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (flow)), LIJN_TABLE_FLOW,
                                  "source", LIJN_OBJECT (source));
  for (guint i = 0; i < flows->len; i++)
    if (lijn_flow_get_target (g_ptr_array_index (flows, i)) == target)
      return g_ptr_array_index (flows, i);
  return NULL;
}

static LijnInterface *
other_interface (LijnInterface *interface, LijnMap *on)
{
  GPtrArray *flows = lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (interface)),
                                             LIJN_TABLE_FLOW, "interface", LIJN_OBJECT (interface));

  for (guint i = 0; i < flows->len; i++)
    {
      LijnFlow *other = other_flow (g_ptr_array_index (flows, i), on);

      if (other != NULL && lijn_flow_get_interface (other) != NULL)
        return lijn_flow_get_interface (other);
    }
  return NULL;
}

static LijnMap *
map_of (LijnObject *object)
{
  if (LIJN_IS_ELEMENT (object))
    return lijn_element_get_map (LIJN_ELEMENT (object));
  if (LIJN_IS_FLOW (object))
    return lijn_flow_get_map (LIJN_FLOW (object));
  if (LIJN_IS_INTERFACE (object))
    return lijn_interface_get_map (LIJN_INTERFACE (object));
  return NULL;
}

static LijnObject *
find_on (LijnObject *object, LijnMap *on, const LijnAudience *audience)
{
  LijnObject *other = NULL;

  if (LIJN_IS_ELEMENT (object))
    other = (LijnObject *) other_element (LIJN_ELEMENT (object), on);
  else if (LIJN_IS_FLOW (object))
    other = (LijnObject *) other_flow (LIJN_FLOW (object), on);
  else if (LIJN_IS_INTERFACE (object))
    other = (LijnObject *) other_interface (LIJN_INTERFACE (object), on);
  return other != NULL && lijn_audience_may_see (audience, other) ? other : NULL;
}

LijnObject *
lijn_difference_find_other (LijnObject *object, const LijnAudience *audience)
{
  LijnMap *map = map_of (object);
  LijnMap *on = map != NULL ? lijn_map_get_counterpart (map) : NULL;

  return on != NULL ? find_on (object, on, audience) : NULL;
}

static const char *const *
columns_of (LijnObject *object)
{
  return LIJN_IS_ELEMENT (object) ? element_columns
         : LIJN_IS_FLOW (object)  ? flow_columns
                                  : interface_columns;
}

static gboolean
is_text (LijnObject *object, int column)
{
  LijnColumnKind kind = lijn_table_info (lijn_object_get_table (object))->columns[column].kind;

  return kind == LIJN_COLUMN_TEXT || kind == LIJN_COLUMN_DATE || kind == LIJN_COLUMN_ENUM;
}

static gboolean
is_alike (LijnObject *one, LijnObject *other, int column)
{
  double a, b;

  if (is_text (one, column))
    return g_str_equal (lijn_object_get_text (one, column), lijn_object_get_text (other, column));
  a = lijn_object_get_number (one, column);
  b = lijn_object_get_number (other, column);
  return isnan (a) || isnan (b) ? isnan (a) && isnan (b) : !(a < b || a > b);
}

static gboolean
is_changed (LijnObject *one, LijnObject *other)
{
  LijnTable table = lijn_object_get_table (one);

  for (const char *const *column = columns_of (one); *column != NULL; column++)
    if (!is_alike (one, other, lijn_table_find_column (table, *column)))
      return TRUE;
  return FALSE;
}

/* The lanes of two maps are the same when their party and name are. */
static gboolean
is_moved (LijnObject *one, LijnObject *other)
{
  LijnLane *a = LIJN_IS_ELEMENT (one) ? lijn_element_get_lane (LIJN_ELEMENT (one)) : NULL;
  LijnLane *b = LIJN_IS_ELEMENT (other) ? lijn_element_get_lane (LIJN_ELEMENT (other)) : NULL;

  if (a == NULL || b == NULL)
    return a != b;
  return lijn_lane_get_party (a) != lijn_lane_get_party (b) ||
         !g_str_equal (lijn_lane_get_name (a), lijn_lane_get_name (b));
}

static LijnDifference
compare (LijnObject *object, LijnObject *other, gboolean newer)
{
  if (other == NULL)
    return newer ? LIJN_DIFFERENCE_ADDED : LIJN_DIFFERENCE_REMOVED;
  if (is_changed (object, other))
    return LIJN_DIFFERENCE_CHANGED;
  return is_moved (object, other) ? LIJN_DIFFERENCE_MOVED : LIJN_DIFFERENCE_NONE;
}

LijnDifference
lijn_difference_of (LijnObject *object, const LijnAudience *audience)
{
  LijnMap *map = map_of (object);
  LijnMap *on = map != NULL ? lijn_map_get_counterpart (map) : NULL;

  if (on == NULL)
    return LIJN_DIFFERENCE_NONE;
  return compare (object, find_on (object, on, audience), lijn_map_get_derived_from (map) == on);
}

static int
compare_x (gconstpointer a, gconstpointer b)
{
  LijnElement *one = *(LijnElement *const *) a, *other = *(LijnElement *const *) b;
  double difference = lijn_element_get_x (one) - lijn_element_get_x (other);

  if (difference != 0)
    return difference < 0 ? -1 : 1;
  return strcmp (lijn_object_get_id (LIJN_OBJECT (one)), lijn_object_get_id (LIJN_OBJECT (other)));
}

/* Adds what differs of @table: all of the newer map, and what is only on the older one. */
static void
add_table (GArray *all, LijnTable table, LijnMap *older, LijnMap *newer,
           const LijnAudience *audience)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (newer));

  for (int is_newer = 1; is_newer >= 0; is_newer--)
    {
      LijnMap *map = is_newer ? newer : older;
      GPtrArray *rows = lijn_project_referrers (project, table, "map", LIJN_OBJECT (map));
      g_autoptr (GPtrArray) objects = g_ptr_array_copy (rows, NULL, NULL);

      g_ptr_array_set_free_func (objects, NULL);
      if (table == LIJN_TABLE_ELEMENT)
        g_ptr_array_sort (objects, compare_x);
      for (guint i = 0; i < objects->len; i++)
        {
          LijnObject *object = g_ptr_array_index (objects, i);
          LijnObject *other = find_on (object, is_newer ? older : newer, audience);
          LijnDifferent different = { compare (object, other, is_newer), other, object };

          if (different.difference == LIJN_DIFFERENCE_NONE || (!is_newer && other != NULL) ||
              !lijn_audience_may_see (audience, object))
            continue;
          if (!is_newer)
            {
              different.older = object;
              different.newer = NULL;
            }
          g_array_append_val (all, different);
        }
    }
}

GArray *
lijn_differences_list (LijnMap *map, const LijnAudience *audience)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (LijnDifferent));
  LijnMap *other = lijn_map_get_counterpart (map);
  gboolean newer = other != NULL && lijn_map_get_derived_from (map) == other;

  if (other == NULL)
    return all;
  add_table (all, LIJN_TABLE_ELEMENT, newer ? other : map, newer ? map : other, audience);
  add_table (all, LIJN_TABLE_FLOW, newer ? other : map, newer ? map : other, audience);
  add_table (all, LIJN_TABLE_INTERFACE, newer ? other : map, newer ? map : other, audience);
  return all;
}

/* (transfer full) */
static char *
words_for_value (LijnObject *object, int column)
{
  const char *name = lijn_table_info (lijn_object_get_table (object))->columns[column].name;
  g_autofree char *number = NULL;
  double value;

  if (LIJN_IS_ELEMENT (object) && g_str_equal (name, "kind"))
    return g_strdup (lijn_word_for_element_kind (lijn_element_get_kind (LIJN_ELEMENT (object))));
  if (LIJN_IS_ELEMENT (object) && g_str_equal (name, "marker"))
    return g_strdup (lijn_word_for_marker (lijn_element_get_marker (LIJN_ELEMENT (object))));
  if (LIJN_IS_FLOW (object) && g_str_equal (name, "kind"))
    return g_strdup (lijn_word_for_flow_kind (lijn_flow_get_kind (LIJN_FLOW (object))));
  if (is_text (object, column))
    return g_strdup (lijn_object_get_text (object, column));
  value = lijn_object_get_number (object, column);
  if (g_str_has_suffix (name, "_minutes"))
    return lijn_words_for_duration (value);
  return isnan (value) ? g_strdup ("") : g_strdup_printf ("%g", value);
}

static void
add_words (GString *all, const char *what, const char *before, const char *after)
{
  if (all->len > 0)
    g_string_append (all, "; ");
  /* Translators: what is different on the other map: "Name: Ask → Ask once". */
  g_string_append_printf (all, _ ("%s: %s → %s"), what, *before != '\0' ? before : "–",
                          *after != '\0' ? after : "–");
}

char *
lijn_different_describe (const LijnDifferent *different)
{
  GString *all = g_string_new (NULL);
  LijnObject *older = different->older, *newer = different->newer;
  LijnTable table;

  if (older == NULL || newer == NULL)
    return g_string_free (all, FALSE);

  table = lijn_object_get_table (newer);
  for (const char *const *name = columns_of (newer); *name != NULL; name++)
    {
      int column = lijn_table_find_column (table, *name);
      g_autofree char *before = words_for_value (older, column);
      g_autofree char *after = words_for_value (newer, column);

      if (!is_alike (older, newer, column))
        add_words (all, lijn_word_for_column (table, *name), before, after);
    }
  if (is_moved (older, newer))
    {
      LijnLane *from = lijn_element_get_lane (LIJN_ELEMENT (older));
      LijnLane *to = lijn_element_get_lane (LIJN_ELEMENT (newer));

      add_words (all, lijn_word_for_table (LIJN_TABLE_LANE),
                 from != NULL ? lijn_lane_get_name (from) : "",
                 to != NULL ? lijn_lane_get_name (to) : "");
    }
  return g_string_free (all, FALSE);
}
