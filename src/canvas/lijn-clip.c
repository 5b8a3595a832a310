/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-clip-private.h"

#include <math.h>
#include <string.h>

#include "lijn-audience.h"
#include "lijn-text.h"

/* Copying: the rows of what was selected, and of what it needs to be pasted elsewhere. */

G_DEFINE_BOXED_TYPE (LijnClip, lijn_clip, lijn_clip_ref, lijn_clip_unref)

static void
row_free (gpointer data)
{
  LijnClipRow *row = data;

  g_free (row->id);
  g_hash_table_unref (row->values);
  g_free (row);
}

LijnClip *
lijn_clip_ref (LijnClip *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  LijnClip *self = data;

  g_ptr_array_unref (self->parties);
  g_ptr_array_unref (self->lanes);
  g_ptr_array_unref (self->elements);
  g_ptr_array_unref (self->flows);
  g_ptr_array_unref (self->interfaces);
  g_weak_ref_clear (&self->home);
}

void
lijn_clip_unref (LijnClip *self)
{
  g_rc_box_release_full (self, clear);
}

LijnClip *
lijn_clip_new_empty (void)
{
  LijnClip *self = g_rc_box_new0 (LijnClip);

  self->parties = g_ptr_array_new_with_free_func (row_free);
  self->lanes = g_ptr_array_new_with_free_func (row_free);
  self->elements = g_ptr_array_new_with_free_func (row_free);
  self->flows = g_ptr_array_new_with_free_func (row_free);
  self->interfaces = g_ptr_array_new_with_free_func (row_free);
  g_weak_ref_init (&self->home, NULL);
  return self;
}

GPtrArray *
lijn_clip_get_rows (LijnClip *self, LijnTable table)
{
  GPtrArray *const rows[LIJN_N_TABLES] = {
    [LIJN_TABLE_PARTY] = self->parties,        [LIJN_TABLE_LANE] = self->lanes,
    [LIJN_TABLE_ELEMENT] = self->elements,     [LIJN_TABLE_FLOW] = self->flows,
    [LIJN_TABLE_INTERFACE] = self->interfaces,
  };

  return rows[table];
}

LijnClipRow *
lijn_clip_add_row (LijnClip *self, LijnTable table, const char *id, gboolean shared)
{
  LijnClipRow *row = g_new0 (LijnClipRow, 1);

  row->table = table;
  row->id = g_strdup (id);
  row->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  row->shared = shared;
  g_ptr_array_add (lijn_clip_get_rows (self, table), row);
  return row;
}

const char *
lijn_clip_row_get (const LijnClipRow *row, const char *column)
{
  const char *value = g_hash_table_lookup (row->values, column);

  return value != NULL ? value : "";
}

double
lijn_clip_row_get_number (const LijnClipRow *row, const char *column)
{
  double number = 0;

  return lijn_number_from_text (lijn_clip_row_get (row, column), &number) ? number : 0;
}

const LijnClipRow *
lijn_clip_find_row (GPtrArray *rows, const char *id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const LijnClipRow *row = g_ptr_array_index (rows, i);

      if (g_str_equal (row->id, id))
        return row;
    }
  return NULL;
}

const char *const *
lijn_clip_list_columns (LijnTable table)
{
  static const char *const none[] = { NULL };
  static const char *const party[] = { "role", "name", NULL };
  static const char *const lane[] = { "party", "name", NULL };
  static const char *const element[] = {
    "lane",  "kind",   "marker",       "name",         "description",       "x", "y",
    "width", "height", "work_minutes", "wait_minutes", "complete_accurate", NULL
  };
  static const char *const flow[] = { "source", "target", "interface", "name", NULL };
  static const char *const interface[] = { "name",
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
                                           "review_date",
                                           "description",
                                           NULL };
  static const char *const *const columns[LIJN_N_TABLES] = {
    [LIJN_TABLE_PARTY] = party, [LIJN_TABLE_LANE] = lane,           [LIJN_TABLE_ELEMENT] = element,
    [LIJN_TABLE_FLOW] = flow,   [LIJN_TABLE_INTERFACE] = interface,
  };

  return columns[table] != NULL ? columns[table] : none;
}

/* (transfer full) */
static char *
value_of (LijnObject *object, const char *name)
{
  LijnTable table = lijn_object_get_table (object);
  int column = lijn_table_find_column (table, name);
  LijnColumnKind kind = lijn_table_info (table)->columns[column].kind;
  double number;

  if (kind != LIJN_COLUMN_REAL && kind != LIJN_COLUMN_NUM)
    return g_strdup (lijn_object_get_text (object, column));
  number = lijn_object_get_number (object, column);
  return isfinite (number) ? lijn_number_to_text (number) : g_strdup ("");
}

static void
copy_value (LijnClipRow *row, LijnObject *object, const char *column)
{
  g_autofree char *value = value_of (object, column);

  if (*value != '\0')
    g_hash_table_insert (row->values, g_strdup (column), g_steal_pointer (&value));
}

static void
copy_row (LijnClip *self, gpointer object)
{
  const LijnAudience shared = LIJN_AUDIENCE_SHARED;
  LijnTable table = lijn_object_get_table (object);
  LijnClipRow *row = lijn_clip_add_row (self, table, lijn_object_get_id (object),
                                        lijn_audience_may_see (&shared, object));

  for (const char *const *column = lijn_clip_list_columns (table); *column != NULL; column++)
    copy_value (row, object, *column);
  if (lijn_table_find_column (table, "private_to") >= 0)
    copy_value (row, object, "private_to");
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  LijnElement *one = *(LijnElement *const *) a, *other = *(LijnElement *const *) b;
  double off = lijn_element_get_x (one) - lijn_element_get_x (other);

  if (fabs (off) < 0.01)
    off = lijn_element_get_y (one) - lijn_element_get_y (other);
  return off < 0 ? -1 : off > 0;
}

static GPtrArray *
elements_among (GPtrArray *objects)
{
  GPtrArray *elements = g_ptr_array_new ();

  for (guint i = 0; i < objects->len; i++)
    if (LIJN_IS_ELEMENT (g_ptr_array_index (objects, i)))
      g_ptr_array_add (elements, g_ptr_array_index (objects, i));
  g_ptr_array_sort (elements, compare_places);
  return elements;
}

/* The lanes of the map in which something lies that is copied, and their parties. */
static void
copy_lanes (LijnClip *self, LijnMap *map, GHashTable *lying_in)
{
  g_autoptr (GPtrArray) lanes = lijn_map_list_lanes (map);

  for (guint i = 0; i < lanes->len; i++)
    {
      LijnLane *lane = g_ptr_array_index (lanes, i);

      if (!g_hash_table_contains (lying_in, lane))
        continue;
      copy_row (self, lane);
      if (lijn_clip_find_row (self->parties, lijn_lane_get_party_id (lane)) == NULL)
        copy_row (self, lijn_lane_get_party (lane));
    }
}

static void
copy_flows (LijnClip *self, LijnElement *source, GHashTable *copied)
{
  GPtrArray *flows = lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (source)),
                                             LIJN_TABLE_FLOW, "source", LIJN_OBJECT (source));

  for (guint i = 0; i < flows->len; i++)
    {
      LijnFlow *flow = g_ptr_array_index (flows, i);
      LijnInterface *interface = lijn_flow_get_interface (flow);

      if (!g_hash_table_contains (copied, lijn_flow_get_target (flow)))
        continue;
      copy_row (self, flow);
      if (interface != NULL &&
          lijn_clip_find_row (self->interfaces, lijn_flow_get_interface_id (flow)) == NULL)
        copy_row (self, interface);
    }
}

LijnClip *
lijn_clip_new (GPtrArray *objects)
{
  g_autoptr (GPtrArray) elements = elements_among (objects);
  g_autoptr (GHashTable) copied = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) lanes = g_hash_table_new (NULL, NULL);
  LijnClip *self = NULL;

  if (elements->len == 0)
    return NULL;
  self = lijn_clip_new_empty ();
  g_weak_ref_set (&self->home, lijn_object_get_project (g_ptr_array_index (elements, 0)));
  for (guint i = 0; i < elements->len; i++)
    {
      LijnElement *element = g_ptr_array_index (elements, i);

      g_hash_table_add (copied, element);
      if (lijn_element_get_lane (element) != NULL)
        g_hash_table_add (lanes, lijn_element_get_lane (element));
      copy_row (self, element);
    }
  copy_lanes (self, lijn_element_get_map (g_ptr_array_index (elements, 0)), lanes);
  for (guint i = 0; i < elements->len; i++)
    copy_flows (self, g_ptr_array_index (elements, i), copied);
  return self;
}
