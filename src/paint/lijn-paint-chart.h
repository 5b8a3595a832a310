/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-paint.h"

G_BEGIN_DECLS

/* Charts, painted as maps are, so that screen and paper agree. All fit into @rect, in points; of
 * @options only the palette counts, and `ground` fills @rect first. */

/* How high one bar is. */
typedef struct
{
  const char *label;
  double value; /* 0 or more */
} LijnChartBar;

/* A Pareto chart: @bars, which are in falling order, and above them the line of their running share
 * of the whole, with the level of 80 % marked. @unit says what is counted, above the scale. With no
 * bars nothing is painted. */
void lijn_paint_pareto (cairo_t *cr, const LijnRect *rect, const LijnChartBar *bars, guint n,
                        const char *unit, const LijnPaintOptions *options);

/* Values one after the other, a point for each label. */
typedef struct
{
  const char *name; /* (nullable): named at the line's end */
  const double *values; /* as many as there are labels; NAN: nothing is known there */
  LijnColor color;
  gboolean dashed;
} LijnChartLine;

/* Lines over @n_labels labels, on a scale from @least to @most, the last value of each written
 * beside it with @decimals digits behind the point. */
void lijn_paint_lines (cairo_t *cr, const LijnRect *rect, const char *const *labels, guint n_labels,
                       const LijnChartLine *lines, guint n_lines, double least, double most,
                       guint decimals, const LijnPaintOptions *options);

/* Returns: the end of a scale from 0 for values up to @value: 1, 2 or 5 times a power of ten. */
double lijn_chart_round_up (double value);

G_END_DECLS
