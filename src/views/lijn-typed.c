/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-typed.h"

#include "lijn-text.h"
#include "lijn-words.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <math.h>

static gboolean
is_duration (const LijnColumn *column)
{
  return column->kind == LIJN_COLUMN_NUM && g_str_has_suffix (column->name, "minutes");
}

char *
lijn_typed_show (LijnObject *object, int place)
{
  const LijnColumn *column = &lijn_table_info (lijn_object_get_table (object))->columns[place];
  double number;

  if (column->kind == LIJN_COLUMN_TEXT || column->kind == LIJN_COLUMN_DATE)
    return g_strdup (lijn_object_get_text (object, place));

  number = lijn_object_get_number (object, place);
  if (isnan (number))
    return g_strdup ("");

  return is_duration (column) ? lijn_words_for_duration (number) : lijn_number_to_text (number);
}

char *
lijn_typed_read (const LijnColumn *column, const char *text, GError **error)
{
  double minutes;
  char *value;

  if (!is_duration (column))
    {
      value = g_strstrip (g_strdup (text));
      if (column->kind == LIJN_COLUMN_NUM || column->kind == LIJN_COLUMN_INT)
        g_strdelimit (value, ",", '.');
      return value;
    }

  if (!lijn_words_to_duration (text, &minutes))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("“%s” is not a length of time. Type it like “45 min”, “2 h 30 min” or “9 "
                      "days”."),
                   text);
      return NULL;
    }

  return isnan (minutes) ? g_strdup ("") : lijn_number_to_text (minutes);
}
