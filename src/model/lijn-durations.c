/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-words.h"

#include "lijn-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Durations in words, and read back as people type them: "2 h", "1.5 days", in either language. */

#define HOUR 60.0
#define DAY (24 * HOUR)
#define WEEK (7 * DAY)

/* How many of the unit, without a fraction that nobody says. */
static gboolean
is_whole (double count)
{
  return fabs (count - nearbyint (count)) < 1e-6;
}

char *
lijn_words_for_duration (double minutes)
{
  long whole = lround (minutes);

  if (isnan (minutes))
    return g_strdup ("");
  if (minutes >= DAY && is_whole (minutes / DAY))
    return g_strdup_printf (ngettext ("%ld day", "%ld days", (gulong) lround (minutes / DAY)),
                            lround (minutes / DAY));
  if (minutes >= DAY)
    return g_strdup_printf (_ ("%ld d %ld h"), whole / (long) DAY,
                            (whole % (long) DAY) / (long) HOUR);
  if (minutes >= HOUR && whole % 60 == 0)
    return g_strdup_printf (_ ("%ld h"), whole / 60);
  if (minutes >= HOUR)
    return g_strdup_printf (_ ("%ld h %ld min"), whole / 60, whole % 60);
  return g_strdup_printf (_ ("%ld min"), whole);
}

/* The length in minutes of a unit as people write it; 0 when it is none. */
static double
unit_length (const char *unit)
{
  /* The same in every locale: what is typed here is read there. */
  static const struct
  {
    const char *words; /* with a blank on either side */
    double minutes;
  } units[] = {
    { " m min mins minute minutes minuut minuten ", 1 },
    { " h hr hrs hour hours u uur uren ", HOUR },
    { " d day days dag dagen ", DAY },
    { " w wk week weeks weken ", WEEK },
  };
  g_autofree char *spaced = g_strdup_printf (" %s ", unit);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strstr (units[i].words, spaced) != NULL)
      return units[i].minutes;
  return 0;
}

/* Takes "2", "2,5" or "2.5" off the front of @p. Returns: where it ends, or NULL. */
static const char *
take_number (const char *p, double *number)
{
  g_autofree char *digits = NULL;
  gsize n = strspn (p, "0123456789.,");

  if (n == 0)
    return NULL;
  digits = g_strdelimit (g_strndup (p, n), ",", '.');
  return lijn_number_from_text (digits, number) ? p + n : NULL;
}

gboolean
lijn_words_to_duration (const char *text, double *minutes)
{
  g_autofree char *folded = lijn_text_fold (text);
  const char *p = folded;
  double total = 0;
  double smaller = 1; /* what a number without a unit counts in: "2 h 30" */

  *minutes = (double) NAN;
  if (*p == '\0')
    return TRUE;

  while (*p != '\0')
    {
      g_autofree char *unit = NULL;
      const char *end;
      double number;
      double length;

      p = take_number (p, &number);
      if (p == NULL)
        return FALSE;
      p += strspn (p, " ");
      for (end = p; *end != '\0' && !g_ascii_isdigit (*end) && *end != ' '; end++)
        ;
      unit = g_strndup (p, (gsize) (end - p));
      length = *unit == '\0' ? smaller : unit_length (unit);
      if (length <= 0)
        return FALSE;
      total += number * length;
      p = end + strspn (end, " ");
    }
  *minutes = total;
  return TRUE;
}
