/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-type.h"

G_BEGIN_DECLS

/* Text as it is set on maps and on paper. Layouts are kept, since a map on screen is painted again
 * and again with the same names, and a register says the same words in many rows. */
typedef struct
{
  LijnTypeStyle style;
  double size; /* points; 0: the style's own */
  PangoWeight weight; /* 0: the style's own */
  gboolean italic;
  double width; /* lines break here; 0: never */
  double height; /* ends in an ellipsis here; 0: no limit */
  PangoAlignment align;
  gboolean once; /* the text is not likely to be asked for again: keeping it is not worth it */
} LijnSetting;

/* Returns: (transfer none): valid until the next call. */
PangoLayout *lijn_text_get (const char *text, const LijnSetting *setting);

/* Returns: (transfer none): @text as it fits into the setting's width and height: shrunk a little
 * where it does not at full size, and then ended with an ellipsis. */
PangoLayout *lijn_text_fit (const char *text, const LijnSetting *setting);

/* @text with its lines broken, where that can be told without setting it: about alike in length, and
 * none wider than @width at @size, all in points. Gives the number of @lines.
 *
 * Returns: (transfer full) (nullable): NULL where it cannot be told. */
char *lijn_break_lines (const char *text, double size, double width, int *lines);
void lijn_text_get_size (PangoLayout *layout, double *width, double *height);

G_END_DECLS
