/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-said-private.h"

#include <string.h>

/* Names and wordings, and the fields that follow them after semicolons: "norm 2 days". */

char *
lijn_said_take_fields (const char *text, GPtrArray *fields)
{
  g_autoptr (GPtrArray) parts = lijn_said_split (text, ";");

  for (guint i = 1; i < parts->len; i++)
    {
      char *field = g_strstrip (g_strdup (g_ptr_array_index (parts, i)));

      if (*field != '\0')
        g_ptr_array_add (fields, field);
      else
        g_free (field);
    }
  return g_strstrip (g_strdup (g_ptr_array_index (parts, 0)));
}

char *
lijn_said_take_speech (const char *text, LijnTable table, GPtrArray *fields)
{
  g_autoptr (GPtrArray) parts = lijn_said_split (text, ";");
  g_autoptr (GString) speech = g_string_new (g_ptr_array_index (parts, 0));
  gboolean quoted;

  g_free (lijn_said_unquote (speech->str, &quoted));
  for (guint i = 1; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      const char *column, *value;
      LijnSaidSpecial special;

      if (quoted || fields->len > 0 || lijn_said_find_key (table, part, &column, &special, &value))
        g_ptr_array_add (fields, g_strstrip (g_strdup (part)));
      else
        g_string_append_printf (speech, ";%s", part);
    }
  return g_strstrip (g_strdup (speech->str));
}

void
lijn_said_set_name (LijnSaid *said, const char *text)
{
  g_free (said->name);
  said->name = lijn_said_unquote (text, &said->name_quoted);
}
