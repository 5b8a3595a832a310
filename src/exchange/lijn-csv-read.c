/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-csv-read.h"

#include <string.h>

/* One walk over the text. A quote only opens at the start of a field, so that inches in the middle of
 * one do not swallow the rest of the file. */

typedef struct
{
  const char *at;
  char separator;
  guint line;
} Reader;

static gboolean
ends_line (char c)
{
  return c == '\n' || c == '\r' || c == '\0';
}

/* The sign that the first line has most of outside of quotes. */
static char
find_separator (const char *text)
{
  static const char candidates[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (candidates)] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  for (const char *p = text; quoted ? *p != '\0' : !ends_line (*p); p++)
    {
      if (*p == '"')
        quoted = !quoted;
      for (guint i = 0; i < G_N_ELEMENTS (candidates) && !quoted; i++)
        counts[i] += *p == candidates[i];
    }
  for (guint i = 1; i < G_N_ELEMENTS (candidates); i++)
    if (counts[i] > counts[best])
      best = i;
  return candidates[best];
}

/* Past the end of a line, however it is written. */
static void
skip_line_end (Reader *reader)
{
  if (*reader->at == '\r')
    reader->at++;
  if (*reader->at == '\n')
    reader->at++;
  reader->line++;
}

static void
read_quoted (Reader *reader, GString *field)
{
  for (reader->at++; *reader->at != '\0'; reader->at++)
    {
      if (*reader->at == '"' && reader->at[1] == '"')
        reader->at++;
      else if (*reader->at == '"')
        {
          reader->at++;
          return;
        }
      reader->line += *reader->at == '\n';
      g_string_append_c (field, *reader->at);
    }
}

/* "'=1+1" was "=1+1" before a spreadsheet was told not to calculate with it. */
static gboolean
is_guarded (const char *field)
{
  return field[0] == '\'' && field[1] != '\0' && strchr ("=+-@\t\r", field[1]) != NULL;
}

static char *
read_field (Reader *reader)
{
  g_autoptr (GString) field = g_string_new (NULL);

  if (*reader->at == '"')
    read_quoted (reader, field);
  for (; *reader->at != reader->separator && !ends_line (*reader->at); reader->at++)
    g_string_append_c (field, *reader->at);

  return g_strdup (is_guarded (field->str) ? field->str + 1 : field->str);
}

static gboolean
is_blank (GPtrArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const char *field = fields->pdata[i];

      if (field[strspn (field, " \t")] != '\0')
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
read_fields (Reader *reader)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (g_free);

  for (;;)
    {
      g_autofree char *field = read_field (reader);

      if (fields->len < LIJN_CSV_MAX_FIELDS)
        g_ptr_array_add (fields, g_steal_pointer (&field));
      if (*reader->at != reader->separator)
        return fields;
      reader->at++;
    }
}

static void
row_free (gpointer data)
{
  LijnCsvRow *row = data;

  g_ptr_array_unref (row->fields);
  g_free (row);
}

GPtrArray *
lijn_csv_read (const char *text, guint max_rows)
{
  Reader reader = { text, find_separator (text), 1 };
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);

  while (*reader.at != '\0' && rows->len < max_rows)
    {
      guint line = reader.line;
      g_autoptr (GPtrArray) fields = read_fields (&reader);

      if (*reader.at != '\0')
        skip_line_end (&reader);
      if (!is_blank (fields))
        {
          LijnCsvRow *row = g_new (LijnCsvRow, 1);

          *row = (LijnCsvRow){ g_steal_pointer (&fields), line };
          g_ptr_array_add (rows, row);
        }
    }
  return rows;
}
