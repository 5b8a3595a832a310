/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-layout.h"

G_BEGIN_DECLS

/* Makes what is dragged line up: with the middle of something near it, else with the grid. */
typedef struct _LijnSnap LijnSnap;

typedef struct
{
  gboolean shown;
  LijnPoint from, to;
} LijnGuide;

/* @without: a set of the elements that move. */
LijnSnap *lijn_snap_new (LijnLayout *layout, const LijnRect *visible, GHashTable *without);
void lijn_snap_free (LijnSnap *self);

/* Changes (@dx, @dy), by which @box is to be moved, by at most @reach points, and gives a guide for
 * what it then lines up with: upright and level. */
void lijn_snap_apply (LijnSnap *self, const LijnRect *box, double reach, double *dx, double *dy,
                      LijnGuide guides[2]);

/* Returns: @value on the grid. */
double lijn_snap_to_grid (double value);

G_END_DECLS
