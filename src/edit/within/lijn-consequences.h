/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-tidy.h"
#include "lijn-verb.h"

G_BEGIN_DECLS

/* What follows from an edit, for this room only. Consequences read the model and the layout: what
 * the verb wrote must have been flushed before. */

/* lijn-grow-lane.c: how far from the upper and lower edge of its lane a shape of @height stays, in
 * points: the lane's padding, or less where a shape that is centred in a new lane has less. */
double lijn_lane_margin (double height);

/* Makes @lane as high as a shape at @y (from its top) of @height needs. Many shapes are asked about
 * before anything is written: @need holds, for each lane, the height wanted. */
typedef struct
{
  GHashTable *heights; /* LijnLane to double * */
} LijnNeed;

void lijn_need_init (LijnNeed *self);
void lijn_need_clear (LijnNeed *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LijnNeed, lijn_need_clear)
void lijn_need_add (LijnNeed *self, LijnLane *lane, double y, double height);
gboolean lijn_grow_lanes (LijnEdit *edit, LijnNeed *need, GError **error);

/* Returns: the least height in points of @lane with what is in it. */
double lijn_lane_least_height (LijnLane *lane);

/* lijn-edit-phase.c: moves what of the phases lies beyond @at along by @by points. */
gboolean lijn_push_phases (LijnEdit *edit, LijnMap *map, double at, double by, GError **error);

/* Returns: how far down in @lane things reach, with their margin; 0 when it is empty. */
double lijn_lane_reach (LijnLane *lane);

/* lijn-edit-lane-collapse.c: opens @lane (nullable) if it is collapsed, as something is put into it
 * that is to be seen. */
gboolean lijn_open_lane (LijnEdit *edit, LijnLane *lane, GError **error);

/* lijn-edit-move.c: puts @elements into @lane, @dy points further down than they are in theirs, with
 * all that follows. */
gboolean lijn_put_in_lane (LijnEdit *edit, GPtrArray *elements, LijnLane *lane, double dy,
                           GError **error);

/* lijn-stay-in-lane.c: gives the lane and the place in the file for a shape of @kind that is to lie
 * at @rect (map coordinates): the lane under its centre, else the nearest; beside the lanes where
 * the rules let it. */
gboolean lijn_stay_in_lane (LijnMap *map, LijnElementKind kind, const LijnRect *rect,
                            LijnLane **lane, double *x, double *y, GError **error);

/* The place nearest to @y from the top of @lane (nullable) for a shape of @height. */
double lijn_stay_below_edge (LijnLane *lane, double y, double height);

/* lijn-bends.c: how the flows laid by hand ran before things moved. */
typedef struct _LijnBends LijnBends;

/* Remembers those that hang on @elements. (transfer full) */
LijnBends *lijn_bends_new (GPtrArray *elements);
void lijn_bends_free (LijnBends *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnBends, lijn_bends_free)

/* Moves the bends of @flow along to where its ends are now.
 *
 * Returns: (transfer full) (nullable): the route; NULL when @flow was not laid by hand, or when its
 * bends would now lead through what it connects. */
char *lijn_bends_follow (LijnBends *self, LijnFlow *flow);

/* Returns: how many elements @flow would run through along @points, its own too. */
guint lijn_count_run_through (LijnFlow *flow, const LijnPoint *points, guint n);

/* Re-routes the flows that hang on @elements, and those that now would run through one of them;
 * nothing else. Flows that were laid by hand keep their bends as far as that can be. */
gboolean lijn_follow_flows (LijnEdit *edit, GPtrArray *elements, LijnBends *before, GError **error);

/* Routes @flows (element-type LijnFlow) afresh. */
gboolean lijn_route_flows (LijnEdit *edit, GPtrArray *flows, GError **error);

/* lijn-follow-lanes.c: routes the flows afresh that run from one lane to another and pass lanes
 * number @first to @last of @map, counted from above, unless they were laid by hand. */
gboolean lijn_follow_lanes (LijnEdit *edit, LijnMap *map, guint first, guint last, GError **error);

/* Routes the flows of @map afresh that can be seen, and whose line does not join what they connect:
 * it was not kept up while they led into a collapsed lane, or past one. */
gboolean lijn_follow_stale (LijnEdit *edit, LijnMap *map, GError **error);

/* Returns: (transfer container): the flows that start or end at one of @elements, each once. */
GPtrArray *lijn_flows_of (GPtrArray *elements);

/* lijn-own-interface.c: gives @flow the kind that its ends ask for, and the interface that it then
 * must have or must not have. An interface keeps its number and words as long as it carries a
 * hand-over; one without any ends. */
gboolean lijn_own_interface (LijnEdit *edit, LijnFlow *flow, GError **error);

/* Makes a new interface for @flow, between the parties of its ends. Returns: (transfer full)
 * (nullable): its id. */
char *lijn_make_interface (LijnEdit *edit, LijnFlow *flow, GError **error);

/* Ends @interface if no hand-over hangs on it any more; its friction points go to @heir (nullable:
 * they stay where they are). */
gboolean lijn_end_interface (LijnEdit *edit, LijnInterface *interface, LijnObject *heir,
                             GError **error);

/* lijn-join-flows.c: takes @elements out of the flows, but leaves their own rows: a flow into one
 * and a flow out of it become one where each is the only one and the rules allow it; the others go.
 * @gone: flows that are not to be joined; @join: whether any are; @joined: takes a reference to each
 * flow that became longer, to be routed when all is gone that is to go. */
gboolean lijn_take_out (LijnEdit *edit, GPtrArray *elements, GHashTable *gone, gboolean join,
                        GPtrArray *joined, GError **error);

/* Removes @flow, and its interface when it was the last one on it. */
gboolean lijn_end_flow (LijnEdit *edit, LijnFlow *flow, LijnObject *heir, GError **error);

/* lijn-keep-friction.c: what people said is not lost with what they said it of. Pins the friction
 * points on @object, which is to be removed, on @heir, or without one on the place of the map where
 * they are. */
gboolean lijn_keep_friction (LijnEdit *edit, LijnObject *object, LijnObject *heir, GError **error);

/* The cells of a friction point pinned on @anchor: seven and the end. */
typedef struct
{
  LijnCell cells[8];
} LijnPinCells;
gboolean lijn_pin_cells (LijnObject *anchor, double x, double y, LijnPinCells *cells,
                         GError **error);

/* As lijn_take_out() of one element that stays on the map, but its associations stay too. */
gboolean lijn_lift_out (LijnEdit *edit, LijnElement *element, GPtrArray *joined, GError **error);

/* lijn-edit-move.c: moves each of @elements by its own of @by, groups with what is in them; what hangs
 * on them follows. */
gboolean lijn_move_each (LijnEdit *edit, GPtrArray *elements, const LijnPoint *by, GError **error);

/* lijn-edit-room.c: moves what lies right of @at (or below it) on @map, or in @lane (nullable) only, by
 * @by points; all but @but (nullable). */
gboolean lijn_push_aside (LijnEdit *edit, LijnMap *map, LijnLane *lane, LijnElement *but,
                          gboolean down, double at, double by, GError **error);

/* lijn-group-contents.c: puts each of @elements into the innermost group that it lies in, and into
 * a group among them what lies in it. */
gboolean lijn_group_contents (LijnEdit *edit, GPtrArray *elements, GError **error);

/* Adds what is in the groups among @elements, in groups in them too. */
void lijn_add_group_contents (GPtrArray *elements);

/* lijn-apply-plan.c: writes what @plan says, and adds to @unrouted (no references) the flows whose
 * routes it leaves to be found. */
gboolean lijn_apply_plan (LijnEdit *edit, LijnTidyPlan *plan, GPtrArray *unrouted, GError **error);

/* lijn-settle-frames.c: draws the groups of @map round what they hold, and puts the notes beside the
 * lanes below them, after all else has been laid out afresh. */
gboolean lijn_settle_frames (LijnEdit *edit, LijnMap *map, GError **error);

/* lijn-fit-name.c: makes room for the name of @object, an element, lane or party, where it would be
 * cut off; nothing else has one that can be. */
gboolean lijn_fit_name (LijnObject *object, GError **error);

/* Gives the place (as in the file) and size that @element needs for its name. @free: whether it is clear
 * of other shapes there. Returns: FALSE when the name fits. */
gboolean lijn_fit_find (LijnElement *element, LijnRect *grown, gboolean *free);
double lijn_fit_lane_height (LijnLane *lane);

/* lijn-assume.c: whether something of @party is an assumption when drawn now, and by whom. */
LijnParty *lijn_assumed_by (LijnProject *project, LijnParty *party);

/* Makes @elements, put by the one who speaks in a lane of another party, assumptions; what he puts
 * in his own party's lanes is known. */
gboolean lijn_assume_again (LijnEdit *edit, GPtrArray *elements, GError **error);

G_END_DECLS
