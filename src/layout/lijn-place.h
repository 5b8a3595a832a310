/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-layout.h"

G_BEGIN_DECLS

/* The size in points of a new element of @kind. */
void lijn_place_default_size (LijnElementKind kind, double *width, double *height);

/* Finds a free place in @lane for a new element of @kind: right of @after (nullable: at the start
 * of the lane, or right of all that is in it), level with it where it is in the same lane, clear of
 * other elements, on the grid. (@x, @y) as in the file. */
void lijn_place_after (LijnLayout *layout, LijnElement *after, LijnLane *lane, LijnElementKind kind,
                       double *x, double *y);

/* Moves @rect, of something new that is put into @lane by hand, as little as it takes to keep clear
 * of other elements. */
void lijn_place_clear (LijnLayout *layout, LijnLane *lane, LijnRect *rect);

/* The same of several things that keep together: how far to the right, or down, they go. Each of
 * @rects is put into the one of @lanes (nullable: on no lane) with its number. */
LijnPoint lijn_place_clear_all (LijnLayout *layout, LijnLane *const *lanes, const LijnRect *rects,
                                guint n);

G_END_DECLS
