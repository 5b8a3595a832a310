/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-finder.h"

#include <string.h>

#include "lijn-text.h"

/* An entry an object: all of its texts, folded, in one string. The entries are made at the first
 * search and follow the file by id; the pass over them is a substring search a word. */

#define SEPARATOR '\n' /* between two texts; never inside one, as folding makes each one line */

struct _LijnFinder
{
  LijnProject *project;
  GHashTable *entries; /* (key LijnObject) (value char *): folded; NULL until the first search */
  gulong refreshed_id;
  guint64 folded;
};

/* In the order in which they are listed. Flows go by their labels, which few of them have. */
static const LijnTable tables[] = {
  LIJN_TABLE_ELEMENT, LIJN_TABLE_INTERFACE, LIJN_TABLE_FRICTION, LIJN_TABLE_FLOW,
  LIJN_TABLE_LANE,    LIJN_TABLE_PARTY,     LIJN_TABLE_MAP,      LIJN_TABLE_PERSON,
  LIJN_TABLE_TEAM,    LIJN_TABLE_ACTION,    LIJN_TABLE_DECISION, LIJN_TABLE_REMARK,
};

static int
order_of (LijnTable table)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (tables[i] == table)
      return (int) i;
  return -1;
}

static gboolean
is_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x80)
      return FALSE;
  return TRUE;
}

/* As lijn_text_fold(), and without accents: "één" is found by "een", and the other way round. */
static char *
fold (const char *text)
{
  g_autofree char *folded = lijn_text_fold (text);
  g_autofree char *apart = NULL;
  GString *bare = NULL;

  if (is_ascii (folded))
    return g_steal_pointer (&folded);

  apart = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  bare = g_string_sized_new (strlen (apart));
  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (bare, g_utf8_get_char (p));
  return g_string_free (bare, FALSE);
}

/* Of all text columns; the route of a flow is text too, but not one that people read. */
static char *
fold_object (LijnObject *object)
{
  const LijnTableInfo *info = lijn_table_info (lijn_object_get_table (object));
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < info->n_columns; i++)
    {
      g_autofree char *folded = NULL;
      const char *text = NULL;

      if (info->columns[i].kind != LIJN_COLUMN_TEXT || g_str_equal (info->columns[i].name, "route"))
        continue;
      text = lijn_object_get_text (object, (int) i);
      if (*text == '\0')
        continue;
      folded = fold (text);
      if (all->len > 0)
        g_string_append_c (all, SEPARATOR);
      g_string_append (all, folded);
    }
  return g_string_free (all, FALSE);
}

static void
put (LijnFinder *self, LijnObject *object)
{
  g_autofree char *folded = fold_object (object);

  self->folded++;
  if (*folded != '\0')
    g_hash_table_replace (self->entries, g_object_ref (object), g_steal_pointer (&folded));
  else
    g_hash_table_remove (self->entries, object);
}

static void
fill (LijnFinder *self)
{
  if (self->entries != NULL)
    return;
  self->entries = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      GListModel *list = lijn_project_list (self->project, tables[i]);
      guint n = g_list_model_get_n_items (list);

      for (guint j = 0; j < n; j++)
        {
          g_autoptr (LijnObject) object = g_list_model_get_item (list, j);

          put (self, object);
        }
    }
}

static gboolean
is_gone (gpointer key, gpointer value, gpointer data)
{
  return lijn_object_is_gone (key);
}

static void
refreshed_cb (LijnProject *project, LijnChanges *changes, LijnFinder *self)
{
  gboolean gone = FALSE;

  if (self->entries == NULL)
    return;
  if (lijn_changes_is_everything (changes))
    {
      g_clear_pointer (&self->entries, g_hash_table_unref);
      return;
    }
  for (gsize i = 0; i < lijn_changes_get_size (changes); i++)
    {
      const LijnChange *change = lijn_changes_get (changes, i);
      LijnObject *object = lijn_project_find (project, change->table, change->id);

      if (order_of (change->table) < 0)
        continue;
      if (object != NULL)
        put (self, object);
      else
        gone = TRUE;
    }
  if (gone)
    g_hash_table_foreach_remove (self->entries, is_gone, NULL);
}

/* A number that was asked for: of an interface, or of a friction point. */
typedef struct
{
  LijnTable table;
  int number; /* 0: none */
} Wanted;

static Wanted
read_number (const char *text)
{
  Wanted wanted = { .table = LIJN_TABLE_INTERFACE };
  g_autofree char *line = lijn_text_one_line (text);
  const char *digits = line;
  char *end = NULL;
  gint64 number;

  if (*digits == 'F' || *digits == 'f')
    {
      wanted.table = LIJN_TABLE_FRICTION;
      digits++;
    }
  else if (*digits == '#')
    digits++;
  if (!g_ascii_isdigit (*digits))
    return wanted;
  number = g_ascii_strtoll (digits, &end, 10);
  if (*end == '\0' && number > 0 && number <= G_MAXINT)
    wanted.number = (int) number;
  return wanted;
}

static int
number_of (LijnObject *object)
{
  if (LIJN_IS_INTERFACE (object))
    return lijn_interface_get_number (LIJN_INTERFACE (object));
  if (LIJN_IS_FRICTION (object))
    return lijn_friction_get_number (LIJN_FRICTION (object));
  return 0;
}

/* What is found, with what it is sorted by. */
typedef struct
{
  LijnObject *object;
  gboolean numbered; /* it is what the number asked for */
  int map; /* 0: here; then the maps by their order; the last: on none */
  int kind;
  double along; /* from left to right, or by number */
} Found;

static void
found_init (Found *found, LijnObject *object, const Wanted *wanted, LijnMap *here)
{
  LijnMap *map = lijn_map_of (object);

  found->object = object;
  found->kind = order_of (lijn_object_get_table (object));
  found->numbered = wanted->number > 0 && lijn_object_get_table (object) == wanted->table &&
                    number_of (object) == wanted->number;
  found->map = map == NULL ? 2 : map == here ? 0 : 1;
  found->along = LIJN_IS_ELEMENT (object) ? lijn_element_get_x (LIJN_ELEMENT (object))
                                          : number_of (object);
}

static int
compare_maps (LijnObject *one, LijnObject *other)
{
  LijnMap *a = lijn_map_of (one), *b = lijn_map_of (other);
  double difference = 0;

  if (a == b || a == NULL || b == NULL)
    return 0;
  difference = lijn_map_get_rank (a) - lijn_map_get_rank (b);
  return difference < 0 ? -1 : difference > 0 ? 1 : a < b ? -1 : 1;
}

static int
compare_found (gconstpointer one, gconstpointer other)
{
  const Found *a = one, *b = other;
  int maps = 0;

  if (a->numbered != b->numbered)
    return b->numbered - a->numbered;
  if (a->map != b->map)
    return a->map - b->map;
  if (a->map == 1)
    maps = compare_maps (a->object, b->object);
  if (maps != 0)
    return maps;
  if (a->kind != b->kind)
    return a->kind - b->kind;
  if (a->along != b->along)
    return a->along < b->along ? -1 : 1;
  return strcmp (lijn_object_get_id (a->object), lijn_object_get_id (b->object));
}

/* (transfer full) */
static GPtrArray *
sorted (GArray *found)
{
  GPtrArray *objects = g_ptr_array_new_full (found->len, g_object_unref);

  g_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (objects, g_object_ref (g_array_index (found, Found, i).object));
  return objects;
}

static gboolean
has_words (const char *text, char *const *words)
{
  for (; *words != NULL; words++)
    if (strstr (text, *words) == NULL)
      return FALSE;
  return TRUE;
}

static void
add_numbered (LijnFinder *self, const Wanted *wanted, LijnMap *here, GArray *all)
{
  GListModel *list = lijn_project_list (self->project, wanted->table);
  guint n = wanted->number > 0 ? g_list_model_get_n_items (list) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (list, i);
      Found found;

      if (number_of (object) != wanted->number)
        continue;
      found_init (&found, object, wanted, here);
      g_array_append_val (all, found);
    }
}

GPtrArray *
lijn_finder_find_number (LijnFinder *self, const char *text, LijnMap *here)
{
  Wanted wanted = read_number (text);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Found));

  add_numbered (self, &wanted, here, all);
  return sorted (all);
}

GPtrArray *
lijn_finder_find (LijnFinder *self, const char *text, LijnMap *here)
{
  Wanted wanted = read_number (text);
  g_autofree char *folded = fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Found));
  gpointer object, own;
  GHashTableIter iter;

  if (*folded == '\0')
    return sorted (all);

  fill (self);
  add_numbered (self, &wanted, here, all);
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &object, &own))
    {
      Found found;

      if (lijn_object_is_gone (object) || !has_words (own, words))
        continue;
      found_init (&found, object, &wanted, here);
      if (!found.numbered)
        g_array_append_val (all, found);
    }
  return sorted (all);
}

guint64
lijn_finder_count_folded (LijnFinder *self)
{
  return self->folded;
}

LijnFinder *
lijn_finder_new (LijnProject *project)
{
  LijnFinder *self = g_new0 (LijnFinder, 1);

  self->project = g_object_ref (project);
  self->refreshed_id = g_signal_connect (project, "refreshed", G_CALLBACK (refreshed_cb), self);
  return self;
}

void
lijn_finder_free (LijnFinder *self)
{
  g_clear_signal_handler (&self->refreshed_id, self->project);
  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_object_unref (self->project);
  g_free (self);
}
