/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The one way in which text is set on a map. Lines break the same on screen, in PDF, SVG and PNG,
 * because there is one Pango context: hint style NONE, hint metrics OFF, glyph positions not
 * rounded, one fixed resolution of 72 dots an inch, so that a font size in points is a size in map
 * units. */

typedef enum
{
  LIJN_TYPE_BODY, /* names in elements: 12.5 */
  LIJN_TYPE_LABEL, /* labels of flows, times, tags: 11.5 */
  LIJN_TYPE_STRONG, /* party names, numbers in pins: 12.5, weight 600 */
  LIJN_TYPE_TITLE, /* the map's title: 20, weight 600 */
  LIJN_TYPE_HEADING, /* headings of reports: 14, weight 600 */
  LIJN_TYPE_SMALL, /* badges: 9, weight 600 */
} LijnTypeStyle;

/* Makes the family name the one to use, before anything is set; for tests, which bring a font of
 * their own. By default Inter where installed, else Cantarell, else sans. */
void lijn_type_set_family (const char *family);
const char *lijn_type_get_family (void);

/* Returns: the size of @style in points. */
double lijn_type_get_size (LijnTypeStyle style);

/* Makes a layout for @text. @width is in points, or negative for no wrapping; lines break between
 * words, and inside one only where it does not fit. At most @lines lines (0: no limit), then an
 * ellipsis. Not for use from more than one thread.
 *
 * Returns: (transfer full): the layout, on the one context. */
PangoLayout *lijn_type_layout (LijnTypeStyle style, const char *text, double width, int lines);

/* As lijn_type_layout(), slanted: for what is assumed. */
PangoLayout *lijn_type_layout_italic (LijnTypeStyle style, const char *text, double width,
                                      int lines);

/* Gives the logical size in points of @text as lijn_type_layout() would set it. */
void lijn_type_measure (LijnTypeStyle style, const char *text, double width, int lines,
                        double *out_width, double *out_height);

G_END_DECLS
