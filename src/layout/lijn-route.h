/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-layout.h"

G_BEGIN_DECLS

/* Lines at right angles that go round elements.
 *
 * The file's `route` holds the points of the line from end to end, separated by blanks, each
 * `Lx,y`: L is s or t, for the lane of the flow's source or target, x is measured as an element's x
 * and y from the top of that lane. So lanes can grow and move without a change to the flows; where
 * that leaves a bend that is not a right angle, the layout puts it right when it reads the route.
 * Example: "s252,56 s276,56 t276,28 t300,28". */

/* Finds a route for @flow as things lie in @layout: from a sensible side of the source to one of
 * the target, clear of elements, with few bends, short, and through a free place of each line of
 * interaction. Looks only at what is near.
 *
 * Returns: (transfer full): the route for the file. */
char *lijn_route_find (LijnLayout *layout, LijnFlow *flow);

/* As lijn_route_find(), for several flows of @layout's map that are all to get new routes: each
 * minds those found before it, and none as it was.
 *
 * Returns: (transfer full) (element-type utf8): a route for each of @flows. */
GPtrArray *lijn_route_find_all (LijnLayout *layout, GPtrArray *flows);

/* As lijn_route_find(), for a flow that is not there yet: the points in map coordinates. (transfer
 * full): free with g_free() */
LijnPoint *lijn_route_preview (LijnLayout *layout, const LijnRect *source, const LijnRect *target,
                               guint *n);

/* Gives the line that @points (two at least, in map coordinates, roughly as a person has laid them)
 * come to for @flow: at right angles, its ends on the shapes, without points that are no bends.
 *
 * Returns: (transfer full) (nullable): free with g_free(); NULL when an end is not on the map. */
LijnPoint *lijn_route_put_right (LijnLayout *layout, LijnFlow *flow, const LijnPoint *points,
                                 guint n, guint *n_right);

/* Writes and reads the file's form; the tops are those of the two lanes in map coordinates. Each
 * point is written from the lane that it lies in or nearer to, so that what is level stays level
 * when the other moves. Reading gives NULL for what is not a route. */
char *lijn_route_write (LijnLayout *layout, LijnFlow *flow, const LijnPoint *points, guint n);
LijnPoint *lijn_route_read (const char *route, double source_top, double target_top, guint *n);

G_END_DECLS
