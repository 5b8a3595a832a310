/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-nouns.h"
#include "lijn-object-private.h"
#include "lijn-project.h"

#include <string.h>

/* The struct of values, the class and the getters of every table, made from lijn-columns.h. Whole
 * numbers of all kinds are kept as gint64, so that lijn-object.c needs to know only three shapes:
 * string, double and gint64. */

/* clang-format off */

#define FIELD_TEXT(name) char *name;
#define FIELD_DATE(name) char *name;
#define FIELD_INT(name) gint64 name;
#define FIELD_FLAG(name) gint64 name;
#define FIELD_REAL(name) double name;
#define FIELD_NUM(name) double name;
#define FIELD_TIME(name) gint64 name;
#define FIELD_ENUM(name) gint64 name;
#define FIELD_OWNER(name) char *name;
#define FIELD_LINK(name) char *name;
#define FIELD_NOTE(name) char *name;
#define FIELD_PART(name) char *name;
#define FIELD_FOR(name) char *name;
#define FIELD_BLOB(name) char name[1];
#define FIELD(t, T, KIND, name, arg) FIELD_##KIND (name)

#define OFFSET(t, T, KIND, name, arg) offsetof (Lijn##T##Values, name),

#define VALUES(t, T, self) ((Lijn##T##Values *) lijn_object_get_values (LIJN_OBJECT (self)))

#define GET(t, T, type, name) \
  type lijn_##t##_get_##name (Lijn##T *self) { return VALUES (t, T, self)->name; }
#define GET_CAST(t, T, type, name) \
  type lijn_##t##_get_##name (Lijn##T *self) { return (type) VALUES (t, T, self)->name; }
#define GET_REFERENCE(t, T, name, arg) \
  const char *lijn_##t##_get_##name##_id (Lijn##T *self) { return VALUES (t, T, self)->name; } \
  LIJN_C_##arg *lijn_##t##_get_##name (Lijn##T *self) \
  { return look_up (LIJN_OBJECT (self), LIJN_TABLE_OF_##arg, VALUES (t, T, self)->name); }

#define LIJN_TABLE_OF_party LIJN_TABLE_PARTY
#define LIJN_TABLE_OF_person LIJN_TABLE_PERSON
#define LIJN_TABLE_OF_map LIJN_TABLE_MAP
#define LIJN_TABLE_OF_lane LIJN_TABLE_LANE
#define LIJN_TABLE_OF_element LIJN_TABLE_ELEMENT
#define LIJN_TABLE_OF_interface LIJN_TABLE_INTERFACE
#define LIJN_TABLE_OF_flow LIJN_TABLE_FLOW
#define LIJN_TABLE_OF_session LIJN_TABLE_SESSION
#define LIJN_TABLE_OF_friction LIJN_TABLE_FRICTION
#define LIJN_TABLE_OF_ballot LIJN_TABLE_BALLOT
#define LIJN_TABLE_OF_team LIJN_TABLE_TEAM
#define LIJN_TABLE_OF_action LIJN_TABLE_ACTION

#define GET_TEXT(t, T, name, arg) GET (t, T, const char *, name)
#define GET_DATE(t, T, name, arg) GET (t, T, const char *, name)
#define GET_INT(t, T, name, arg) GET_CAST (t, T, int, name)
#define GET_FLAG(t, T, name, arg) GET_CAST (t, T, gboolean, name)
#define GET_REAL(t, T, name, arg) GET (t, T, double, name)
#define GET_NUM(t, T, name, arg) GET (t, T, double, name)
#define GET_TIME(t, T, name, arg) GET (t, T, gint64, name)
#define GET_ENUM(t, T, name, arg) GET_CAST (t, T, LIJN_C_##arg, name)
#define GET_OWNER GET_REFERENCE
#define GET_LINK GET_REFERENCE
#define GET_NOTE GET_REFERENCE
#define GET_PART GET_REFERENCE
#define GET_FOR GET_REFERENCE
#define GET_BLOB(t, T, name, arg)
#define GETTER(t, T, KIND, name, arg) GET_##KIND (t, T, name, arg)

static gpointer
look_up (LijnObject *self, LijnTable table, const char *id)
{
  LijnProject *project = lijn_object_get_project (self);

  return project != NULL ? lijn_project_find (project, table, id) : NULL;
}

#define NOUN(t, T, TYPE)                                                                           \
  typedef struct { LIJN_COLUMNS_##t (FIELD, t, T) } Lijn##T##Values;                               \
  static const gsize t##_offsets[] = { LIJN_COLUMNS_##t (OFFSET, t, T) };                          \
  struct _Lijn##T { LijnObject parent_instance; };                                                 \
  G_DEFINE_FINAL_TYPE (Lijn##T, lijn_##t, LIJN_TYPE_OBJECT)                                        \
  static void lijn_##t##_class_init (Lijn##T##Class *klass)                                        \
  {                                                                                                \
    LIJN_OBJECT_CLASS (klass)->table = LIJN_TABLE_##TYPE;                                          \
    LIJN_OBJECT_CLASS (klass)->size_of_values = sizeof (Lijn##T##Values);                          \
  }                                                                                                \
  static void lijn_##t##_init (Lijn##T *self) {}                                                   \
  LIJN_COLUMNS_##t (GETTER, t, T)

LIJN_TABLES (NOUN)

#define TYPE_OF(t, T, TYPE) case LIJN_TABLE_##TYPE: return lijn_##t##_get_type ();
#define OFFSETS_OF(t, T, TYPE) [LIJN_TABLE_##TYPE] = t##_offsets,

/* clang-format on */

GType
lijn_noun_type (LijnTable table)
{
  switch (table)
    {
      LIJN_TABLES (TYPE_OF)
    case LIJN_N_TABLES:
    default:
      return G_TYPE_INVALID;
    }
}

const gsize *
lijn_noun_offsets (LijnTable table)
{
  static const gsize *const offsets[] = { LIJN_TABLES (OFFSETS_OF) };

  return offsets[table];
}

/* The columns that order a list, the first that a table has. */
int
lijn_noun_order (LijnTable table)
{
  static const char *const ordering[] = { "rank", "number", "date", "at", "created" };
  static int columns[LIJN_N_TABLES];
  static gboolean known[LIJN_N_TABLES];

  if (known[table])
    return columns[table];

  known[table] = TRUE;
  columns[table] = -1;
  for (guint i = 0; i < G_N_ELEMENTS (ordering) && columns[table] < 0; i++)
    columns[table] = lijn_table_find_column (table, ordering[i]);
  return columns[table];
}

int
lijn_noun_compare (gconstpointer a, gconstpointer b, gpointer unused)
{
  LijnObject *one =
      (gpointer) (gsize) a; /* the comparison's type asks for const, GObject for none */
  LijnObject *other = (gpointer) (gsize) b;
  LijnTable table = lijn_object_get_table (one);
  int column = lijn_noun_order (table);
  int by_value = 0;

  if (column >= 0 && lijn_table_info (table)->columns[column].kind == LIJN_COLUMN_DATE)
    by_value = strcmp (lijn_object_get_text (one, column), lijn_object_get_text (other, column));
  else if (column >= 0)
    {
      double x = lijn_object_get_number (one, column);
      double y = lijn_object_get_number (other, column);

      by_value = (x > y) - (x < y);
    }
  return by_value != 0 ? by_value : strcmp (lijn_object_get_id (one), lijn_object_get_id (other));
}
