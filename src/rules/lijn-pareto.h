/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-audience.h"

G_BEGIN_DECLS

/* Where most of the friction is: what is still to be solved, by category or by interface, the most
 * first. What is not on an interface, and what is beyond the most, stands together at the end. */

typedef enum
{
  LIJN_PARETO_CATEGORY,
  LIJN_PARETO_INTERFACE,
} LijnParetoBy;

typedef struct
{
  char *label;
  double value; /* friction points, or dots */
} LijnParetoBar;

/* Returns: (transfer container) (element-type LijnParetoBar): the bars for what @audience may see:
 * how many friction points, or with @ballot, which must be closed, how many dots.
 * g_ptr_array_unref() frees all. */
GPtrArray *lijn_pareto_list (LijnProject *project, LijnParetoBy by, LijnBallot *ballot,
                             const LijnAudience *audience);

G_END_DECLS
