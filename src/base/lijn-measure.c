/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-measure.h"

#include <string.h>

/* Setting a label with Pango takes some 30 microseconds, too long for the thousands of labels of a
 * large map. So widths are added up from the widths of single characters, each set once, with some
 * slack for kerning, and lines are broken as Pango breaks them but at blanks only. That can give
 * a line too many, never one too few. Scripts in which characters join or stack go to Pango. */

#define SLACK 1.02
#define LAST_SIMPLE 0x2100
#define N_STYLES (LIJN_TYPE_SMALL + 1)

static struct
{
  float *widths; /* of characters up to LAST_SIMPLE; negative: not known yet */
  double height[2]; /* of one line; what each further one adds */
} tables[N_STYLES];
static char *tables_family;

static gboolean
is_simple (gunichar c)
{
  return (c >= ' ' && c < 0x300 && c != '<' && c != '>' && c != 0xad) ||
         (c >= 0x370 && c < 0x483) || (c >= 0x48a && c < 0x530) || (c >= 0x2010 && c < 0x2028) ||
         (c >= 0x2030 && c < 0x205f) || (c >= 0x20a0 && c < 0x20c0);
}

static void
prepare (LijnTypeStyle style)
{
  double width, two;

  if (g_strcmp0 (tables_family, lijn_type_get_family ()) != 0)
    {
      for (int i = 0; i < N_STYLES; i++)
        g_clear_pointer (&tables[i].widths, g_free);
      g_free (tables_family);
      tables_family = g_strdup (lijn_type_get_family ());
    }
  if (tables[style].widths != NULL)
    return;
  tables[style].widths = g_new (float, LAST_SIMPLE);
  for (int i = 0; i < LAST_SIMPLE; i++)
    tables[style].widths[i] = -1;
  lijn_type_measure (style, "X", -1, 0, &width, &tables[style].height[0]);
  lijn_type_measure (style, "X\nX", -1, 0, &width, &two);
  tables[style].height[1] = two - tables[style].height[0];
}

static double
width_of (LijnTypeStyle style, gunichar c)
{
  float *width = &tables[style].widths[c];

  if (*width < 0)
    {
      char text[8] = { 0 };
      double w, h;

      g_unichar_to_utf8 (c, text);
      lijn_type_measure (style, text, -1, 0, &w, &h);
      *width = (float) (w * SLACK);
    }
  return (double) *width;
}

typedef struct
{
  double limit; /* of a line's width */
  double widest; /* of the lines so far */
  double line, word, blank; /* widths of the line so far, the word after it, and what is between */
  int lines;
} LijnBreaker;

static void
end_line (LijnBreaker *self)
{
  self->widest = MAX (self->widest, self->line);
  self->lines++;
  self->line = 0;
  self->blank = 0;
}

static void
end_word (LijnBreaker *self)
{
  if (self->line > 0 && self->line + self->blank + self->word > self->limit)
    end_line (self);
  self->line += (self->line > 0 ? self->blank : 0) + self->word;
  self->word = 0;
  self->blank = 0;
}

static void
add_character (LijnBreaker *self, gunichar c, double width)
{
  if (c == ' ')
    {
      if (self->word > 0)
        end_word (self);
      self->blank += width;
      return;
    }
  if (self->word + width > self->limit)
    {
      /* A word that is longer than a line is broken inside. */
      if (self->line > 0)
        end_line (self);
      self->line = self->word;
      self->word = 0;
      end_line (self);
    }
  self->word += width;
}

void
lijn_measure (LijnTypeStyle style, const char *text, double width, int lines, double *out_width,
              double *out_height)
{
  LijnBreaker breaker = { .limit = width - 1 };

  prepare (style);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!is_simple (c))
        {
          lijn_type_measure (style, text, width - 1, lines, out_width, out_height);
          *out_width = MIN (*out_width + 1, width);
          return;
        }
      add_character (&breaker, c, width_of (style, c));
    }
  end_word (&breaker);
  if (breaker.line > 0 || breaker.lines == 0)
    end_line (&breaker);
  if (lines > 0 && breaker.lines > lines)
    {
      breaker.lines = lines;
      breaker.widest = breaker.limit;
    }
  *out_width = MIN (breaker.widest, breaker.limit) + 1;
  *out_height = tables[style].height[0] + tables[style].height[1] * (breaker.lines - 1);
}
