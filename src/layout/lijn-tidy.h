/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-place.h"

G_BEGIN_DECLS

/* Tidying: a whole map, or a part of it, laid out afresh from left to right. It is planned first,
 * and changes nothing; the verb in edit/ does what the plan says.
 *
 * A plan for a whole map tells where each element goes, how high each lane is, and how each flow
 * runs. Lanes and phases are kept, and so is what leads to what; where nothing leads from one to the other,
 * what stood left stays left. No element, name, waiting time or pin covers another one, and no flow
 * runs through an element: lanes are made as high, and columns as wide, as that asks.
 *
 * A plan for a part moves those elements only, clear of all others; its flows are routed as things
 * then lie.
 *
 * What is in a collapsed lane stays as it is. Groups, and notes beside the lanes, are in no plan:
 * they follow what is in them, or beside them. */

typedef struct _LijnTidyPlan LijnTidyPlan;

typedef struct
{
  LijnElement *element;
  double x, y; /* as in the file */
} LijnTidyPlace;

typedef struct
{
  LijnLane *lane;
  double height;
} LijnTidyLane;

typedef struct
{
  LijnPhase *phase;
  double x, width;
} LijnTidyPhase;

typedef struct
{
  LijnFlow *flow;
  const char *route; /* as in the file; NULL: to be found as things then lie */
} LijnTidyFlow;

/* @part is between 0 and 1. */
typedef void (*LijnTidyProgress) (double part, gpointer data);

/* Plans for @elements (element-type LijnElement), or for all that is on the map when that is NULL.
 * Time grows with the map as sorting does. @progress is nullable.
 *
 * Returns: (transfer full) (nullable): NULL when it was cancelled, or when the map changed while
 * @progress was told. */
LijnTidyPlan *lijn_tidy_plan (LijnLayout *layout, GPtrArray *elements, LijnTidyProgress progress,
                              gpointer data, GCancellable *cancellable);
void lijn_tidy_plan_free (LijnTidyPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnTidyPlan, lijn_tidy_plan_free)

/* Arrays belong to the plan. */
const LijnTidyPlace *lijn_tidy_plan_get_places (LijnTidyPlan *self, guint *n);
const LijnTidyLane *lijn_tidy_plan_get_lanes (LijnTidyPlan *self, guint *n);
const LijnTidyPhase *lijn_tidy_plan_get_phases (LijnTidyPlan *self, guint *n);
const LijnTidyFlow *lijn_tidy_plan_get_flows (LijnTidyPlan *self, guint *n);

G_END_DECLS
