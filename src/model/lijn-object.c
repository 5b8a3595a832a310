/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-object-private.h"

#include "lijn-project.h"
#include "lijn-text.h"

#include <math.h>
#include <string.h>

/* The values of a row stand in one struct, made by LIJN_COLUMNS_… in lijn-nouns.c. This file knows
 * it only as a table of offsets, so that loading, comparing and freeing are written once for all
 * kinds. Strings are never NULL; references are kept as ids and looked up when asked for. */

typedef struct
{
  char *id;
  LijnProject *project;
  gpointer values;
  gboolean gone;
} LijnObjectPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LijnObject, lijn_object, G_TYPE_OBJECT)

enum
{
  PROP_NAME = 1,
  N_PROPERTIES,
};

enum
{
  CHANGED,
  GONE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static LijnObjectPrivate *
get_private (LijnObject *self)
{
  return lijn_object_get_instance_private (self);
}

static gpointer
place_of (LijnObject *self, int column)
{
  const LijnObjectClass *klass = LIJN_OBJECT_GET_CLASS (self);

  return (char *) get_private (self)->values + lijn_noun_offsets (klass->table)[column];
}

/* Whether values of @kind are kept as a string. */
static gboolean
is_text (LijnColumnKind kind)
{
  return kind == LIJN_COLUMN_TEXT || kind == LIJN_COLUMN_DATE || lijn_column_is_reference (kind);
}

static gboolean
same_number (double one, double other)
{
  return (isnan (one) && isnan (other)) || (one >= other && one <= other);
}

/* Brings one value up to date. Returns: whether it changed. */
static gboolean
load_value (gpointer place, const LijnColumn *column, LijnCursor *cursor, int i)
{
  gint64 integer;
  double real;

  if (is_text (column->kind))
    return lijn_set_str (place, lijn_cursor_get_text (cursor, i));

  if (column->kind == LIJN_COLUMN_REAL || column->kind == LIJN_COLUMN_NUM)
    {
      double *old = place;

      real = lijn_cursor_get_real (cursor, i);
      if (same_number (real, *old))
        return FALSE;
      *old = real;
      return TRUE;
    }

  if (column->kind == LIJN_COLUMN_ENUM)
    integer = MAX (0, lijn_nick_to_value (column->nicks, lijn_cursor_get_text (cursor, i)));
  else
    integer = lijn_cursor_get_int (cursor, i);

  if (*(gint64 *) place == integer)
    return FALSE;
  *(gint64 *) place = integer;
  return TRUE;
}

gboolean
lijn_object_moves (LijnObject *self, LijnCursor *cursor)
{
  LijnTable table = lijn_object_get_table (self);
  const LijnTableInfo *info = lijn_table_info (table);
  int at = 1;

  for (int i = 0; i < (int) info->n_columns; i++)
    {
      LijnColumnKind kind = info->columns[i].kind;

      if (kind == LIJN_COLUMN_BLOB)
        continue;
      if ((lijn_column_is_reference (kind) || (i == lijn_noun_order (table) && is_text (kind))) &&
          strcmp (lijn_cursor_get_text (cursor, at), *(char **) place_of (self, i)) != 0)
        return TRUE;
      if (i == lijn_noun_order (table) && !is_text (kind) &&
          !same_number (lijn_cursor_get_real (cursor, at), lijn_object_get_number (self, i)))
        return TRUE;
      at++;
    }
  return FALSE;
}

gboolean
lijn_object_load (LijnObject *self, LijnCursor *cursor)
{
  const LijnTableInfo *info = lijn_table_info (lijn_object_get_table (self));
  gboolean changed = FALSE;
  int at = 1;

  for (guint i = 0; i < info->n_columns; i++)
    if (info->columns[i].kind != LIJN_COLUMN_BLOB)
      changed |= load_value (place_of (self, (int) i), &info->columns[i], cursor, at++);
  return changed;
}

char *
lijn_object_select_sql (LijnTable table)
{
  const LijnTableInfo *info = lijn_table_info (table);
  GString *sql = g_string_new ("SELECT id");

  for (guint i = 0; i < info->n_columns; i++)
    if (info->columns[i].kind != LIJN_COLUMN_BLOB)
      g_string_append_printf (sql, ", \"%s\"", info->columns[i].name);
  g_string_append_printf (sql, " FROM \"%s\"", info->name);
  return g_string_free (sql, FALSE);
}

LijnObject *
lijn_object_new (LijnProject *project, LijnTable table, const char *id)
{
  LijnObject *self = g_object_new (lijn_noun_type (table), NULL);
  LijnObjectPrivate *priv = get_private (self);

  priv->id = g_strdup (id);
  priv->project = project;
  return self;
}

void
lijn_object_set_gone (LijnObject *self, gboolean gone)
{
  LijnObjectPrivate *priv = get_private (self);

  if (priv->gone == gone)
    return;
  priv->gone = gone;
  if (gone)
    g_signal_emit (self, signals[GONE], 0);
}

void
lijn_object_forget_project (LijnObject *self)
{
  get_private (self)->project = NULL;
}

void
lijn_object_emit_changed (LijnObject *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}

gpointer
lijn_object_get_values (LijnObject *self)
{
  return get_private (self)->values;
}

const char *
lijn_object_get_id (LijnObject *self)
{
  return get_private (self)->id;
}

LijnTable
lijn_object_get_table (LijnObject *self)
{
  return LIJN_OBJECT_GET_CLASS (self)->table;
}

LijnProject *
lijn_object_get_project (LijnObject *self)
{
  return get_private (self)->project;
}

gboolean
lijn_object_is_gone (LijnObject *self)
{
  return get_private (self)->gone;
}

const char *
lijn_object_get_name (LijnObject *self)
{
  static const char *const naming[] = { "name", "title", "what", "text", "answer" };
  LijnTable table = lijn_object_get_table (self);

  if (table == LIJN_TABLE_FRICTION)
    return lijn_friction_get_words (LIJN_FRICTION (self));

  for (guint i = 0; i < G_N_ELEMENTS (naming); i++)
    {
      int column = lijn_table_find_column (table, naming[i]);

      if (column >= 0)
        return lijn_object_get_text (self, column);
    }
  return "";
}

const char *
lijn_object_get_text (LijnObject *self, int column)
{
  const LijnColumn *info = &lijn_table_info (lijn_object_get_table (self))->columns[column];

  if (info->kind == LIJN_COLUMN_ENUM)
    return info->nicks[*(gint64 *) place_of (self, column)];

  g_return_val_if_fail (is_text (info->kind), "");
  return *(char **) place_of (self, column);
}

double
lijn_object_get_number (LijnObject *self, int column)
{
  const LijnColumn *info = &lijn_table_info (lijn_object_get_table (self))->columns[column];

  if (info->kind == LIJN_COLUMN_REAL || info->kind == LIJN_COLUMN_NUM)
    return *(double *) place_of (self, column);
  return (double) lijn_object_get_int (self, column);
}

gint64
lijn_object_get_int (LijnObject *self, int column)
{
  const LijnColumn *info = &lijn_table_info (lijn_object_get_table (self))->columns[column];

  g_return_val_if_fail (info->kind == LIJN_COLUMN_INT || info->kind == LIJN_COLUMN_FLAG ||
                            info->kind == LIJN_COLUMN_TIME || info->kind == LIJN_COLUMN_ENUM,
                        0);
  return *(gint64 *) place_of (self, column);
}

static void
lijn_object_finalize (GObject *object)
{
  LijnObject *self = LIJN_OBJECT (object);
  LijnObjectPrivate *priv = get_private (self);
  const LijnTableInfo *info = lijn_table_info (lijn_object_get_table (self));

  for (guint i = 0; i < info->n_columns; i++)
    if (is_text (info->columns[i].kind))
      g_free (*(char **) place_of (self, (int) i));
  g_free (priv->values);
  g_free (priv->id);
  G_OBJECT_CLASS (lijn_object_parent_class)->finalize (object);
}

static void
lijn_object_get_property (GObject *object, guint property, GValue *value, GParamSpec *spec)
{
  if (property == PROP_NAME)
    g_value_set_string (value, lijn_object_get_name (LIJN_OBJECT (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, spec);
}

static void
lijn_object_constructed (GObject *object)
{
  LijnObject *self = LIJN_OBJECT (object);
  LijnObjectClass *klass = LIJN_OBJECT_GET_CLASS (self);
  const LijnTableInfo *info = lijn_table_info (klass->table);

  get_private (self)->values = g_malloc0 (klass->size_of_values);
  for (guint i = 0; i < info->n_columns; i++)
    {
      if (is_text (info->columns[i].kind))
        *(char **) place_of (self, (int) i) = g_strdup ("");
      else if (info->columns[i].kind == LIJN_COLUMN_NUM)
        *(double *) place_of (self, (int) i) = (double) NAN;
    }
  G_OBJECT_CLASS (lijn_object_parent_class)->constructed (object);
}

static void
lijn_object_class_init (LijnObjectClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = lijn_object_constructed;
  object_class->finalize = lijn_object_finalize;
  object_class->get_property = lijn_object_get_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                   G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CHANGED] = g_signal_new ("changed", LIJN_TYPE_OBJECT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[GONE] = g_signal_new ("gone", LIJN_TYPE_OBJECT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
lijn_object_init (LijnObject *self)
{
}
