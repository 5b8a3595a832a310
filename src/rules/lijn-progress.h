/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-project.h"

G_BEGIN_DECLS

/* How the work goes on: actions over time, and how long what is open has been open. Only of what
 * both parties may see. */

/* From @at (UTC microseconds) on there were @planned actions, of which @done were done. */
typedef struct
{
  gint64 at;
  guint planned;
  guint done;
} LijnBurn;

/* Gives the action burn-up up to @now: a step for each time at which an action was thought of, done
 * or dropped (which takes it out again). Actions without a time count from the first step on.
 *
 * Returns: (transfer full) (element-type LijnBurn): empty when there are no actions. */
GArray *lijn_progress_burn_up (LijnProject *project, gint64 now);

typedef enum
{
  LIJN_AGE_TWO_WEEKS, /* less than 14 days */
  LIJN_AGE_MONTH, /* less than 30 */
  LIJN_AGE_QUARTER, /* less than 91 */
  LIJN_AGE_HALF_YEAR, /* less than 182 */
  LIJN_AGE_OLDER, /* or not known */
} LijnAge;
#define LIJN_N_AGES 5

const char *lijn_word_for_age (LijnAge age); /* translated (transfer none) */

/* Returns: (transfer container) (element-type LijnFriction): the open friction points (raised,
 * accepted or in a team) that are so old at @now, the oldest first. */
GPtrArray *lijn_progress_list_open (LijnProject *project, LijnAge age, gint64 now);

/* Gives how many there are of each age: @counts has LIJN_N_AGES. */
void lijn_progress_count_open (LijnProject *project, gint64 now, guint *counts);

/* Whether @friction still waits for a solution. */
gboolean lijn_friction_is_open (LijnFriction *friction);

G_END_DECLS
