/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout-measure.h"

G_BEGIN_DECLS

/* Whether Graphviz's dot can be run. */
gboolean lijn_dot_is_there (void);

/* Has dot lay out the elements and flows of @map from left to right with lines at right angles;
 * @lanes: each lane a cluster. Gives what it came to, and how long dot ran, in milliseconds.
 *
 * Returns: FALSE when there is no dot, or it fails. */
gboolean lijn_dot_measure (LijnMap *map, gboolean lanes, LayoutMeasure *measure, double *time);

G_END_DECLS
