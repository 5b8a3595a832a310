/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-rect.h"

G_BEGIN_DECLS

/* Lines at right angles that somebody bends by hand. All take the points of a line from end to end, in
 * map coordinates, and give new ones, still at right angles. The two shapes are those that the line
 * leaves and enters; NULL for one whose outline has no straight sides. */

/* Moves the stretch from point number @stretch to the next by @by points across itself. The first and
 * the last slide along their shape's side as far as it goes; beyond that they get two more bends.
 * (transfer full) */
LijnPoint *lijn_line_shift (const LijnPoint *points, guint n, guint stretch, double by,
                            const LijnRect *source, const LijnRect *target, guint *n_new);

/* Moves bend number @bend, from 1 to @n - 2, by (@dx, @dy). (transfer full) */
LijnPoint *lijn_line_move_bend (const LijnPoint *points, guint n, guint bend, double dx, double dy,
                                const LijnRect *source, const LijnRect *target, guint *n_new);

/* Takes bend number @bend out, with the one at the other end of the shorter stretch beside it.
 * (transfer full) (nullable): NULL when the line needs all its bends. */
LijnPoint *lijn_line_remove_bend (const LijnPoint *points, guint n, guint bend, guint *n_new);

G_END_DECLS
