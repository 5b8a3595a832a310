/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-writer.h"

#include "lijn-text.h"

#include <math.h>
#include <string.h>

/* What is written behind a name, a field for each column: "; norm 2 days; channel e-mail". */

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
