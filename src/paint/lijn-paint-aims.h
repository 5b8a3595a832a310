/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-aims.h"
#include "lijn-paint.h"

G_BEGIN_DECLS

/* The four aims and how the work goes on, on cards: painted the same on screen and on paper. Each
 * card fills @rect; with @cr NULL nothing is painted. Each returns the height that the card needs at
 * the width of @rect: give at least that. */

/* The figure of today, what it says, how it compares with the session before, and the trend over the
 * sessions. */
double lijn_paint_aim (cairo_t *cr, LijnAims *aims, LijnAim aim, const LijnRect *rect,
                       const LijnPaintOptions *options);

/* How many actions there are and how many of them are done, over time up to @now. */
double lijn_paint_burn_up (cairo_t *cr, LijnProject *project, gint64 now, const LijnRect *rect,
                           const LijnPaintOptions *options);

/* How many friction points are open, by how long they have been. */
double lijn_paint_ages (cairo_t *cr, LijnProject *project, gint64 now, const LijnRect *rect,
                        const LijnPaintOptions *options);

/* The whole page, from (@x, @y) on, @width points wide: title, aims, charts. Returns: its height. */
double lijn_paint_aims_page (cairo_t *cr, LijnProject *project, gint64 now, double x, double y,
                             double width, const LijnPaintOptions *options);

/* Returns: (transfer full): one sentence that compares the figure of today with that of the last
 * session before; "" when there is nothing to compare. */
char *lijn_aims_describe_change (LijnAims *aims, LijnAim aim);

G_END_DECLS
