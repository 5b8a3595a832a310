/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-field.h"

#include "lijn-field-lists.h"

#include "lijn-text.h"
#include "lijn-words.h"

#include <glib/gi18n.h>
#include <math.h>

/* What all fields share, and those that are a plain column of their table. */

static const LijnColumn *
find_column (LijnTable table, const char *id, int *place)
{
  *place = lijn_table_find_column (table, id);

  return *place >= 0 ? &lijn_table_info (table)->columns[*place] : NULL;
}

const LijnField *
lijn_fields_for (LijnTable table, guint *n)
{
  if (table == LIJN_TABLE_FRICTION)
    return lijn_friction_fields (n);
  if (table == LIJN_TABLE_INTERFACE)
    return lijn_interface_fields (n);
  if (table == LIJN_TABLE_ACTION)
    return lijn_action_fields (n);

  *n = 0;
  return NULL;
}

GPtrArray *
lijn_field_across (LijnTable table, const char *column, gpointer to, const char *other)
{
  LijnProject *project = lijn_object_get_project (to);
  GPtrArray *rows = lijn_project_referrers (project, table, column, to);
  GPtrArray *found = g_ptr_array_new ();
  int place = lijn_table_find_column (table, other);
  LijnTable refers = lijn_table_info (table)->columns[place].refers;

  for (guint i = 0; i < rows->len; i++)
    {
      gpointer object = lijn_project_find (project, refers,
                                           lijn_object_get_text (rows->pdata[i], place));

      if (object != NULL)
        g_ptr_array_add (found, object);
    }

  return found;
}

char *
lijn_field_join (GPtrArray *objects, const LijnAudience *audience)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < objects->len; i++)
    {
      LijnObject *object = objects->pdata[i];
      guint first;

      g_ptr_array_find (objects, object, &first);
      if (first == i && lijn_audience_may_see (audience, object))
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                                lijn_object_get_name (object));
    }
  g_ptr_array_unref (objects);

  return g_string_free (text, FALSE);
}

gboolean
lijn_field_find (LijnField *field, const LijnField *fields, guint n, LijnTable table,
                 const char *id)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (fields[i].id, id))
      {
        *field = fields[i];
        return TRUE;
      }

  *field = (LijnField){ .id = id };
  return lijn_table_find_column (table, id) >= 0;
}

const char *
lijn_field_get_title (const LijnField *field, LijnTable table)
{
  return field->title != NULL ? _ (field->title) : lijn_word_for_column (table, field->id);
}

static char *
describe_referred (LijnObject *object, const LijnColumn *column, int place,
                   const LijnAudience *audience)
{
  LijnObject *to = lijn_project_find (lijn_object_get_project (object), column->refers,
                                      lijn_object_get_text (object, place));

  if (to == NULL || !lijn_audience_may_see (audience, to))
    return g_strdup ("");

  return lijn_words_for_object (to);
}

static gboolean
is_duration (const LijnColumn *column)
{
  return column->kind == LIJN_COLUMN_NUM && g_str_has_suffix (column->name, "minutes");
}

static char *
describe_number (LijnObject *object, const LijnColumn *column, int place)
{
  double number = lijn_object_get_number (object, place);

  if (isnan (number))
    return g_strdup ("");

  return is_duration (column) ? lijn_words_for_duration (number) : lijn_number_to_text (number);
}

static char *
describe_time (gint64 time)
{
  g_autoptr (GDateTime) at = NULL;

  if (time == 0)
    return g_strdup ("");
  at = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);

  return at != NULL ? g_date_time_format (at, "%Y-%m-%d %H:%M") : g_strdup ("");
}

static char *
describe_column (LijnObject *object, const char *id, const LijnAudience *audience)
{
  int place;
  const LijnColumn *column = find_column (lijn_object_get_table (object), id, &place);

  g_return_val_if_fail (column != NULL, g_strdup (""));

  switch (column->kind)
    {
    case LIJN_COLUMN_TEXT:
    case LIJN_COLUMN_DATE:
      return g_strdup (lijn_object_get_text (object, place));
    case LIJN_COLUMN_ENUM:
      return g_strdup (
          lijn_word_for_value (column->nicks, (int) lijn_object_get_number (object, place)));
    case LIJN_COLUMN_FLAG:
      return g_strdup (lijn_object_get_number (object, place) > 0 ? _ ("Yes") : _ ("No"));
    case LIJN_COLUMN_INT:
    case LIJN_COLUMN_REAL:
    case LIJN_COLUMN_NUM:
      return describe_number (object, column, place);
    case LIJN_COLUMN_TIME:
      return describe_time (lijn_object_get_int (object, place));
    case LIJN_COLUMN_OWNER:
    case LIJN_COLUMN_LINK:
    case LIJN_COLUMN_NOTE:
    case LIJN_COLUMN_PART:
    case LIJN_COLUMN_FOR:
      return describe_referred (object, column, place, audience);
    case LIJN_COLUMN_BLOB:
    default:
      return g_strdup ("");
    }
}

char *
lijn_field_get_text (const LijnField *field, LijnObject *object, const LijnAudience *audience)
{
  char *text = field->get_text != NULL ? field->get_text (object, audience)
                                       : describe_column (object, field->id, audience);

  return text != NULL ? text : g_strdup ("");
}

gboolean
lijn_field_has_number (const LijnField *field, LijnTable table)
{
  int place;
  const LijnColumn *column = find_column (table, field->id, &place);

  if (field->get_number != NULL || field->get_text != NULL || column == NULL)
    return field->get_number != NULL;

  return column->kind != LIJN_COLUMN_TEXT && column->kind != LIJN_COLUMN_DATE &&
         column->kind != LIJN_COLUMN_BLOB && !lijn_column_is_reference (column->kind);
}

double
lijn_field_get_number (const LijnField *field, LijnObject *object)
{
  int place;

  if (field->get_number != NULL)
    return field->get_number (object);
  place = lijn_table_find_column (lijn_object_get_table (object), field->id);
  g_return_val_if_fail (place >= 0, NAN);

  return lijn_object_get_number (object, place);
}

gboolean
lijn_field_is_duration (const LijnField *field, LijnTable table)
{
  int place;
  const LijnColumn *column = find_column (table, field->id, &place);

  return field->get_text == NULL && column != NULL && is_duration (column);
}
