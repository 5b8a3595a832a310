/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-text.h"

#include <math.h>

/* Where the lines of a name break, foretold from how wide its letters usually are. Pango finds that out by
 * setting every line again and again, which is most of what setting a name takes; a name that comes
 * with its breaks is set once. Whoever asks sees afterwards whether the lines are as long as foretold. */

/* Hundredths of the size, of Inter from space to tilde; the other fonts that are used differ by less
 * than what is allowed for. */
static const guint8 widths[] = {
  28, 28, 40, 63, 64, 81, 64, 22, 36, 36, 50, 66, 28, 46, 28, 36, /* space to slash */
  63, 42, 61, 64, 64, 61, 62, 57, 62, 62, 28, 28, 66, 66, 66, 51, /* 0 to ? */
  94, 68, 65, 73, 72, 60, 58, 74, 74, 26, 54, 65, 56, 89, 75, 76, /* @ to O */
  63, 76, 64, 64, 54, 74, 63, 86, 64, 55, 63, 36, 31, 36, 47, 50, /* P to _ */
  50, 56, 62, 56, 62, 58, 36, 61, 59, 24, 24, 54, 24, 87, 59, 60, /* ` to o */
  61, 61, 37, 52, 36, 58, 54, 81, 54, 54, 54, 36, 33, 36, 66, /* p to ~ */
};

/* Letters whose lines break at spaces and run from left to right. */
static gboolean
is_plain (gunichar c)
{
  return (c >= ' ' && c < 0x0590 && c != 0x7f && c != 0xad) || (c >= 0x2010 && c <= 0x2027);
}

static double
letter_width (gunichar c)
{
  if (c >= ' ' && c <= '~')
    return widths[c - ' '] / 100.0;
  if (g_unichar_ismark (c))
    return 0;
  return g_unichar_isupper (c) ? 0.69 : 0.58;
}

/* Of a line of @text. Returns: FALSE where it cannot be told. */
static gboolean
estimate_width (const char *text, double size, double *width)
{
  *width = 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_plain (c))
        return FALSE;
      *width += letter_width (c) * size;
    }
  return TRUE;
}

/* Puts the breaks into @text, each where the next word no longer fits into @width. Returns: the
 * number of lines, 0 where a word alone is too long. */
static int
break_at (char *text, double size, double width)
{
  double x = 0; /* of the line so far */
  double word = 0; /* from its last space on */
  char *space = NULL;
  int lines = 1;

  for (char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      double letter = letter_width (g_utf8_get_char (p)) * size;

      x += letter;
      if (*p == ' ')
        {
          space = p;
          word = 0;
          continue;
        }
      word += letter;
      if (x <= width)
        continue;
      if (space == NULL)
        return 0;
      *space = '\n';
      space = NULL;
      x = word;
      lines++;
    }
  return lines;
}

char *
lijn_break_lines (const char *text, double size, double width, int *lines)
{
  g_autofree char *full = g_strdup (text);
  g_autofree char *even = NULL;
  double length;

  if (!estimate_width (text, size, &length))
    return NULL;
  *lines = break_at (full, size, width);
  if (*lines == 0)
    return NULL;
  if (*lines == 1)
    return g_steal_pointer (&full);
  even = g_strdup (text);
  return break_at (even, size, MIN (ceil (length / *lines * 1.16 + 4), width)) == *lines
             ? g_steal_pointer (&even)
             : g_steal_pointer (&full);
}
