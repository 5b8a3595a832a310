/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-people.h"

#include <string.h>

/* vCard 3.0 (RFC 2426) and 4.0 (RFC 6350): lines of NAME;parameters:value, long ones folded onto the
 * next line behind a space, between BEGIN:VCARD and END:VCARD. Only who somebody is and how to reach
 * him is read; of several addresses or numbers the first, or the preferred one. */

typedef struct
{
  char *name, *parts, *title, *role, *email, *phone, *organisation; /* (owned) (nullable) */
  gboolean prefers_email, prefers_phone;
} Card;

static void
card_clear (Card *card)
{
  g_free (card->name);
  g_free (card->parts);
  g_free (card->title);
  g_free (card->role);
  g_free (card->email);
  g_free (card->phone);
  g_free (card->organisation);
  *card = (Card){ NULL };
}

/* Takes the next line from *@at with what is folded below it. (transfer full) */
static char *
take_line (const char **at)
{
  GString *line = g_string_new (NULL);
  const char *p = *at;

  for (; *p != '\0'; p++)
    {
      if (*p != '\r' && *p != '\n')
        {
          g_string_append_c (line, *p);
          continue;
        }
      if (*p == '\r' && p[1] == '\n')
        p++;
      if (p[1] != ' ' && p[1] != '\t')
        {
          p++;
          break;
        }
      p++; /* folded: the white space goes too */
    }
  *at = p;
  return g_string_free (line, FALSE);
}

/* Returns: the length of @value up to an unescaped @separator. */
static gsize
measure_part (const char *value, char separator)
{
  gsize n = 0;

  while (value[n] != '\0' && value[n] != separator)
    n += value[n] == '\\' && value[n + 1] != '\0' ? 2 : 1;
  return n;
}

/* (transfer full) */
static char *
unescape (const char *value, gsize length)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (value[i] == '\\' && i + 1 < length)
        {
          i++;
          g_string_append_c (text, value[i] == 'n' || value[i] == 'N' ? ' ' : value[i]);
        }
      else
        g_string_append_c (text, value[i]);
    }
  return g_string_free (text, FALSE);
}

static char *
take_part (const char *value, char separator)
{
  return unescape (value, measure_part (value, separator));
}

/* Returns: what stands behind the first part of @value and its semicolon. */
static const char *
skip_part (const char *value)
{
  gsize n = measure_part (value, ';');

  return value + n + (value[n] == ';');
}

/* "Family;Given;Additional;Prefixes;Suffixes" as one says it. (transfer full) */
static char *
join_name (const char *value)
{
  g_autofree char *family = take_part (value, ';');
  g_autofree char *given = NULL, *additional = NULL;

  value = skip_part (value);
  given = take_part (value, ';');
  value = skip_part (value);
  additional = take_part (value, ';');
  return g_strjoin (" ", given, additional, family, NULL);
}

static void
keep_first (char **place, char *value)
{
  if (*place == NULL)
    *place = value;
  else
    g_free (value);
}

/* The first, unless a later one is preferred. Takes @value. */
static void
keep_preferred (char **place, gboolean *preferred, char *value, const char *parameters)
{
  g_autofree char *upper = g_ascii_strup (parameters, -1);

  if (*place != NULL && !*preferred && strstr (upper, "PREF") != NULL)
    {
      g_clear_pointer (place, g_free);
      *preferred = TRUE;
    }
  keep_first (place, value);
}

static char *
take_phone (const char *value)
{
  gboolean is_uri = g_ascii_strncasecmp (value, "tel:", 4) == 0;

  return is_uri ? take_part (value + 4, ';') : take_part (value, '\0');
}

static void
note_property (Card *card, const char *name, const char *parameters, const char *value)
{
  if (g_ascii_strcasecmp (name, "FN") == 0)
    keep_first (&card->name, take_part (value, '\0'));
  else if (g_ascii_strcasecmp (name, "N") == 0)
    keep_first (&card->parts, join_name (value));
  else if (g_ascii_strcasecmp (name, "TITLE") == 0)
    keep_first (&card->title, take_part (value, '\0'));
  else if (g_ascii_strcasecmp (name, "ROLE") == 0)
    keep_first (&card->role, take_part (value, '\0'));
  else if (g_ascii_strcasecmp (name, "ORG") == 0)
    keep_first (&card->organisation, take_part (value, ';'));
  else if (g_ascii_strcasecmp (name, "EMAIL") == 0)
    keep_preferred (&card->email, &card->prefers_email, take_part (value, '\0'), parameters);
  else if (g_ascii_strcasecmp (name, "TEL") == 0)
    keep_preferred (&card->phone, &card->prefers_phone, take_phone (value), parameters);
}

/* The colon that ends the parameters, past those in quotes; NULL when there is none. */
static char *
find_colon (char *line)
{
  gboolean quoted = FALSE;

  for (char *p = line; *p != '\0'; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (*p == ':' && !quoted)
        return p;
    }
  return NULL;
}

/* @line is taken apart in place. */
static void
read_line (Card *card, char *line)
{
  char *value = find_colon (line);
  char *parameters, *dot;

  if (value == NULL)
    return;
  *value++ = '\0';
  parameters = strchr (line, ';');
  if (parameters != NULL)
    *parameters++ = '\0';
  dot = strchr (line, '.'); /* "item1.EMAIL": which of them belong together */
  note_property (card, dot != NULL ? dot + 1 : line, parameters != NULL ? parameters : "", value);
}

static gboolean
is_filled (const char *text)
{
  return text != NULL && text[strspn (text, " ")] != '\0';
}

void
lijn_people_read_vcards (const char *text, GPtrArray *people)
{
  Card card = { NULL };

  while (*text != '\0')
    {
      g_autofree char *line = take_line (&text);

      if (g_ascii_strncasecmp (line, "BEGIN:VCARD", 11) == 0)
        card_clear (&card);
      else if (g_ascii_strncasecmp (line, "END:VCARD", 9) == 0)
        {
          lijn_people_add (people, is_filled (card.name) ? card.name : card.parts,
                           is_filled (card.title) ? card.title : card.role, card.email, card.phone,
                           card.organisation);
          card_clear (&card);
        }
      else
        read_line (&card, line);
    }
  card_clear (&card);
}
