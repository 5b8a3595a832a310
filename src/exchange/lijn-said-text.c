/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-said.h"

#include "lijn-text.h"

#include <string.h>

/* The characters of capture text: quotes, separators, marks and brackets.
 *
 * Spoken names hold quotes and apostrophes of their own, so a quote counts as one only where a word
 * can start and where it is closed again before a blank or a separator. */

#define SEPARATORS ":;,/()>@~=-!"

static gboolean
may_open (const char *text, const char *p)
{
  return p == text || strchr (" \t(/:;,>@!", p[-1]) != NULL;
}

/* Returns: the closing quote of the quote at @open, or NULL. */
static const char *
find_close (const char *open)
{
  for (const char *p = open + 1; *p != '\0'; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '"')
        return p[1] == '\0' || g_ascii_isspace (p[1]) || strchr (SEPARATORS, p[1]) ? p : NULL;
    }
  return NULL;
}

const char *
lijn_said_find (const char *text, const char *separator)
{
  gsize n = strlen (separator);

  for (const char *p = text; *p != '\0'; p++)
    {
      const char *close = *p == '"' && may_open (text, p) ? find_close (p) : NULL;

      if (close != NULL)
        p = close;
      else if (strncmp (p, separator, n) == 0)
        return p;
    }
  return NULL;
}

const char *
lijn_said_find_colon (const char *text)
{
  for (const char *p = text; (p = lijn_said_find (p, ":")) != NULL; p++)
    if (p[1] == '\0' || g_ascii_isspace (p[1]) || p[1] == '"')
      return p;

  /* Typed in haste: "Desk:Register", but not "10:30" or "https://". */
  for (const char *p = text; (p = lijn_said_find (p, ":")) != NULL; p++)
    if (!g_ascii_isdigit (p[1]) && p[1] != '/')
      return p;
  return NULL;
}

GPtrArray *
lijn_said_split (const char *text, const char *separator)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  const char *found;

  while ((found = lijn_said_find (text, separator)) != NULL)
    {
      g_ptr_array_add (parts, g_strndup (text, (gsize) (found - text)));
      text = found + strlen (separator);
    }
  g_ptr_array_add (parts, g_strdup (text));
  return parts;
}

static char *
unescape (const char *from, const char *to)
{
  GString *text = g_string_new (NULL);

  for (const char *p = from; p < to; p++)
    {
      if (*p == '\\' && p + 1 < to)
        g_string_append_c (text, *++p == 'n' ? '\n' : *p == 't' ? '\t' : *p);
      else
        g_string_append_c (text, *p);
    }
  return g_string_free (text, FALSE);
}

/* Text that was dictated or pasted has the quotes of a book. */
static char *
unquote_typographic (const char *text)
{
  static const char *const pairs[][2] = {
    { "“", "”" },
    { "„", "”" },
    { "„", "“" },
    { "«", "»" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_has_prefix (text, pairs[i][0]) && g_str_has_suffix (text, pairs[i][1]) &&
        strlen (text) > strlen (pairs[i][0]) + strlen (pairs[i][1]))
      return g_strndup (text + strlen (pairs[i][0]),
                        strlen (text) - strlen (pairs[i][0]) - strlen (pairs[i][1]));
  return NULL;
}

char *
lijn_said_unquote (const char *text, gboolean *quoted)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  const char *close = *trimmed == '"' ? find_close (trimmed) : NULL;
  char *inside = NULL;

  if (close != NULL && close[1] == '\0')
    inside = unescape (trimmed + 1, close);
  else
    inside = unquote_typographic (trimmed);

  if (quoted != NULL)
    *quoted = inside != NULL;
  return inside != NULL ? inside : lijn_text_one_line (trimmed);
}

char *
lijn_said_quote_always (const char *text)
{
  GString *quoted = g_string_new ("\"");

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (quoted, '\\');
      if (*p == '\n')
        g_string_append (quoted, "\\n");
      else if (*p == '\t')
        g_string_append (quoted, "\\t");
      else
        g_string_append_c (quoted, *p);
    }
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}

static gboolean
is_safe (const char *text)
{
  g_autofree char *line = lijn_text_one_line (text);
  const char *rest;
  LijnElementKind kind;

  if (*text == '\0' || strcmp (line, text) != 0)
    return FALSE;
  if (strpbrk (text, "\"\\;:/~()@#!?,<>=|“”„«»") != NULL || strstr (text, "--") != NULL)
    return FALSE;
  if (*text == '-' || g_ascii_isdigit (*text))
    return FALSE;
  return lijn_said_find_word (text, &rest) == NULL && !lijn_said_is_beside (text) &&
         !lijn_said_find_element_kind (text, &kind);
}

char *
lijn_said_quote (const char *text)
{
  return is_safe (text) ? g_strdup (text) : lijn_said_quote_always (text);
}

char *
lijn_said_take_mark (char *text)
{
  char *mark;

  g_strchomp (text);
  mark = strrchr (text, '~');
  if (mark == NULL || !g_ascii_isalpha (mark[1]) || (mark > text && !g_ascii_isspace (mark[-1])))
    return NULL;
  for (const char *p = mark + 1; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_')
      return NULL;

  *mark = '\0';
  g_strchomp (text);
  return g_strdup (mark + 1);
}

char *
lijn_said_take_brackets (char *text)
{
  const char *open;
  const char *last = NULL;
  gsize n;
  char *inside;

  g_strchomp (text);
  n = strlen (text);
  if (n == 0 || text[n - 1] != ')')
    return NULL;
  for (open = text; (open = lijn_said_find (open, "(")) != NULL; open++)
    last = open;
  if (last == NULL || (last > text && !g_ascii_isspace (last[-1])))
    return NULL;

  inside = g_strndup (last + 1, n - 2 - (gsize) (last - text));
  text[last - text] = '\0';
  g_strchomp (text);
  return inside;
}
