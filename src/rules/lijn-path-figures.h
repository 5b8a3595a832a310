/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-project.h"

G_BEGIN_DECLS

/* A way through a map, from step to step, and what it takes to go it: across the company line. */
typedef struct
{
  GPtrArray *elements; /* (element-type LijnElement): in order; one that is come by twice, twice */
  GPtrArray *flows; /* (element-type LijnFlow): flow i leads from element i to element i + 1 */
} LijnPath;

void lijn_path_free (LijnPath *path);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnPath, lijn_path_free)

/* Returns: (transfer full) (nullable): the way from @from to @to over the fewest flows; where there are
 * several, over those that come first in the project. NULL: there is none. Linear in the map. */
LijnPath *lijn_path_find (LijnElement *from, LijnElement *to);

/* The way past all elements among @objects, and along all flows among them, in the order in which the
 * map leads past them. At least two elements, and no more than LIJN_PATH_MOST.
 *
 * Returns: (transfer full) (nullable): NULL: they do not lie on one way. */
#define LIJN_PATH_MOST 64
LijnPath *lijn_path_through (GPtrArray *objects);

/* What a path takes. Times in minutes: sums of what is known. After Rother and Shook, Learning to See
 * (1999), and, for the rolled figure, Martin and Osterling, Value Stream Mapping (2014). */
typedef struct
{
  guint n_crossings; /* hand-overs between parties */
  double work_minutes; /* of the elements */
  double wait_minutes; /* of the elements */
  double crossing_minutes; /* actual time of the interfaces that are crossed */
  double norm_minutes; /* their norms */
  double lead_minutes; /* work, waiting and crossings */
  double
      complete_accurate; /* per cent that gets through without a correction: the product; NAN when
                               nobody has said anything */
  guint n_without_time; /* steps, waits and crossings of which no time is known */
  guint n_without_quality; /* steps and crossings of which no % complete and accurate is known */
} LijnPathFigures;

LijnPathFigures lijn_path_get_figures (const LijnPath *path);

G_END_DECLS
