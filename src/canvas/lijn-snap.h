/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-layout.h"

G_BEGIN_DECLS

/* Makes what is dragged line up: with the middle or an edge of something near it, or at the same
 * distance from its neighbours as these have; else with the grid. */
typedef struct _LijnSnap LijnSnap;

/* What shows why: a line along what lines up, or across one of several equal gaps. */
typedef struct
{
  LijnPoint from, to;
  gboolean gap;
  double distance; /* points between the two things */
} LijnGuide;

#define LIJN_MOST_GUIDES 6

/* @without: a set of the elements that move. */
LijnSnap *lijn_snap_new (LijnLayout *layout, const LijnRect *visible, GHashTable *without);
void lijn_snap_free (LijnSnap *self);

/* Changes (@dx, @dy), by which @box is to be moved, by at most @reach points, and gives the guides for
 * what it then lines up with. Returns: how many. */
guint lijn_snap_apply (LijnSnap *self, const LijnRect *box, double reach, double *dx, double *dy,
                       LijnGuide guides[LIJN_MOST_GUIDES]);

/* Returns: @value on the grid. */
double lijn_snap_to_grid (double value);

G_END_DECLS
