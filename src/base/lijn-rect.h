/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Points and rectangles on a map, in points (1/72 inch); x grows to the right, y downwards. */

typedef struct
{
  double x, y;
} LijnPoint;

typedef struct
{
  double x, y, width, height;
} LijnRect;

gboolean lijn_rect_contains (const LijnRect *rect, double x, double y);
gboolean lijn_rect_intersects (const LijnRect *a, const LijnRect *b);
gboolean lijn_rect_equal (const LijnRect *a, const LijnRect *b);
LijnRect lijn_rect_union (const LijnRect *a, const LijnRect *b);

/* Returns: @rect with each side moved outwards by @by points (inwards when negative). */
LijnRect lijn_rect_grow (const LijnRect *rect, double by);

/* Returns: the smallest rectangle that holds the @n points; empty at the origin when there are
 * none. */
LijnRect lijn_rect_around (const LijnPoint *points, gsize n);

/* Returns: the centre of @rect. */
LijnPoint lijn_rect_center (const LijnRect *rect);

/* Returns: the point @by points from @from on the way to @to, at most @to itself. */
LijnPoint lijn_point_towards (const LijnPoint *from, const LijnPoint *to, double by);

/* Returns: the distance in points from (@x, @y) to the segment from @a to @b. */
double lijn_segment_distance (const LijnPoint *a, const LijnPoint *b, double x, double y);

G_END_DECLS
