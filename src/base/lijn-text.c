/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-text.h"

#include <math.h>
#include <stdio.h>

gboolean
lijn_set_str (char **place, const char *value)
{
  if (value == NULL)
    value = "";
  if (g_strcmp0 (*place, value) == 0)
    return FALSE;

  g_free (*place);
  *place = g_strdup (value);
  return TRUE;
}

char *
lijn_text_one_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *line = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          gap = TRUE;
          continue;
        }
      if (gap && line->len > 0)
        g_string_append_c (line, ' ');
      gap = FALSE;
      g_string_append_unichar (line, c);
    }
  return g_string_free (line, FALSE);
}

char *
lijn_text_fold (const char *text)
{
  g_autofree char *line = lijn_text_one_line (text);
  g_autofree char *composed = g_utf8_normalize (line, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (composed, -1);
}

gboolean
lijn_text_is_date (const char *text)
{
  int year, month, day, end = 0;

  return text != NULL && sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &end) == 3 &&
         end == 10 && text[end] == '\0' && year >= 1 && month >= 1 && day >= 1 &&
         g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

char *
lijn_text_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (lijn_now () / G_USEC_PER_SEC);

  return g_date_time_format (now, "%Y-%m-%d");
}

gint64
lijn_now (void)
{
  const char *fixed = g_getenv ("LIJN_NOW");

  return fixed != NULL ? g_ascii_strtoll (fixed, NULL, 10) : g_get_real_time ();
}

char *
lijn_time_to_iso (gint64 time)
{
  g_autoptr (GDateTime) seconds = NULL;
  g_autofree char *text = NULL;
  gint64 rest = ((time % G_USEC_PER_SEC) + G_USEC_PER_SEC) % G_USEC_PER_SEC;

  if (time == 0)
    return g_strdup ("");
  seconds = g_date_time_new_from_unix_utc ((time - rest) / G_USEC_PER_SEC);
  if (seconds == NULL)
    return g_strdup ("");
  text = g_date_time_format (seconds, "%Y-%m-%dT%H:%M:%S");
  if (rest == 0)
    return g_strconcat (text, "Z", NULL);
  return g_strdup_printf ("%s.%06dZ", text, (int) rest);
}

gint64
lijn_time_from_iso (const char *iso)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = iso != NULL ? g_date_time_new_from_iso8601 (iso, utc) : NULL;

  if (time == NULL)
    return 0;
  return g_date_time_to_unix (time) * G_USEC_PER_SEC + g_date_time_get_microsecond (time);
}

char *
lijn_number_to_text (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (fabs (number) >= 1 && fabs (number) < 1e6 && fabs (number - trunc (number)) <= 0)
    return g_strdup_printf ("%d", (int) number); /* what most are, and quickly */

  for (int digits = 6; digits < 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, sizeof buffer, format, number);
      if (fabs (g_ascii_strtod (buffer, NULL) - number) <= 0)
        return g_strdup (buffer);
    }
  return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, number));
}

gboolean
lijn_number_from_text (const char *text, double *number)
{
  char *end = NULL;

  if (text == NULL || *text == '\0' || g_ascii_isspace (*text))
    return FALSE;
  *number = g_ascii_strtod (text, &end);
  return *end == '\0' && isfinite (*number);
}
