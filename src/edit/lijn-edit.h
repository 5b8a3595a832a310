/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-tidy.h"

G_BEGIN_DECLS

/* The verbs: everything that can be done to a project. Each is one transaction with one undo step,
 * done whole or not at all, on disk when it returns; each asks rules/ first and sees to its
 * consequences. Objects returned are the project's (transfer none). Verbs fail with LijnRulesError
 * (not allowed, and why) or LijnStoreError (could not be written).
 *
 * Several verbs become one step between lijn_edit_begin() and lijn_edit_commit(). */
typedef struct _LijnEdit LijnEdit;

/* @label is what the undo menu says. (transfer full) (nullable) */
LijnEdit *lijn_edit_begin (LijnProject *project, const char *label, GError **error);
gboolean lijn_edit_commit (LijnEdit *self, GError **error); /* takes @self */
void lijn_edit_drop (LijnEdit *self); /* rolls back */

/* Makes @self what its project begins with, which cannot be undone: a template, not somebody's
 * work. */
void lijn_edit_set_beginning (LijnEdit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnEdit, lijn_edit_drop)

gboolean lijn_edit_undo (LijnProject *project, LijnChanges **changes, GError **error);
gboolean lijn_edit_redo (LijnProject *project, LijnChanges **changes, GError **error);

/* Any single value, for inspectors and registers: @value is text for TEXT, DATE and ENUM (nick),
 * numbers in the C locale for the rest ("" for unknown), an id for a reference. Asks
 * lijn_rules_value(); columns with consequences are passed on to their verb. */
gboolean lijn_edit_set (LijnObject *object, const char *column, const char *value, GError **error);

/* Names, titles: as lijn_edit_set() of the column that names @object; white space is tidied. */
gboolean lijn_edit_rename (LijnObject *object, const char *name, GError **error);

/* Removes anything: elements with their flows (joined where that is unambiguous: one in, one out),
 * flows with their interface when it was the last hand-over on it, a lane or party with what is in
 * it, a team with its actions … as one step. */
gboolean lijn_edit_remove (GPtrArray *objects, GError **error);
gboolean lijn_edit_remove_one (LijnObject *object, GError **error);

/* Parties, lanes, maps, persons. @before is what it shall stand before, NULL: at the end. */
LijnParty *lijn_edit_add_party (LijnProject *project, LijnPartyRole role, const char *name,
                                GError **error);
gboolean lijn_edit_move_party (LijnParty *party, LijnParty *before, GError **error);
LijnMap *lijn_edit_add_map (LijnProject *project, LijnMapKind kind, const char *title,
                            GError **error);
gboolean lijn_edit_move_map (LijnMap *map, LijnMap *before, GError **error);

/* @map once more, with all that is drawn on it; what was said of it (friction points, signatures,
 * ratings, remarks) is not. The second becomes a to-be map that knows what it was made from, element
 * by element: see lijn-differences.h. */
LijnMap *lijn_edit_copy_map (LijnMap *map, const char *title, GError **error);
LijnMap *lijn_edit_make_to_be (LijnMap *map, const char *title, GError **error);

/* A map of its own for what happens within @element, called after it, with its lane; or the one that
 * it has. */
LijnMap *lijn_edit_add_detail (LijnElement *element, GError **error);
LijnLane *lijn_edit_add_lane (LijnMap *map, LijnParty *party, const char *name, LijnLane *before,
                              GError **error);
gboolean lijn_edit_move_lane (LijnLane *lane, LijnLane *before,
                              GError **error); /* within its party */
gboolean lijn_edit_resize_lane (LijnLane *lane, double height,
                                GError **error); /* never past its contents */

/* Cuts @lane in two, @y points below its top: what has its middle below the cut goes to the new lane
 * below, called @name. Nothing moves on the map. Returns: the new lane. */
LijnLane *lijn_edit_split_lane (LijnLane *lane, double y, const char *name, GError **error);

/* Puts all that is in @lane into @into, another lane of its map, and removes @lane. What lay above
 * stays above; friction points on @lane pass to @into. */
gboolean lijn_edit_join_lanes (LijnLane *lane, LijnLane *into, GError **error);

/* Shows @lane as a thin band without what is in it, or opens it again. Nothing but that changes.
 * What is put into a collapsed lane opens it. */
gboolean lijn_edit_collapse_lane (LijnLane *lane, gboolean collapsed, GError **error);

/* Phases: bands across the lanes of a map, which never overlap. Places are on the map, in points.
 * Within a phase, a new one takes the rest of it; else it begins at @x or where there is room. */
LijnPhase *lijn_edit_add_phase (LijnMap *map, const char *name, double x, GError **error);

/* A phase that adjoins follows; no phase becomes too narrow for its name. */
gboolean lijn_edit_resize_phase (LijnPhase *phase, double x, double width, GError **error);
gboolean lijn_edit_move_phase (LijnPhase *phase, double x,
                               GError **error); /* as far as others leave room */
double lijn_edit_least_lane_height (LijnLane *lane); /* that what is in it needs */
LijnPerson *lijn_edit_add_person (LijnParty *party, const char *name, const char *function,
                                  GError **error);

/* Elements. (@x, @y) is the upper left corner as in the file. */
LijnElement *lijn_edit_add_element (LijnMap *map, LijnLane *lane, LijnElementKind kind,
                                    const char *name, double x, double y, GError **error);

/* Adds an element after @after (nullable), placed by lijn_place_after(), and connects the two with
 * a flow labelled @label (nullable). */
LijnElement *lijn_edit_append (LijnElement *after, LijnLane *lane, LijnElementKind kind,
                               const char *name, const char *label, GError **error);

/* Moves by (@dx, @dy) points; an element gets the lane in which its centre ends up. Groups take their
 * contents along. */
gboolean lijn_edit_move (GPtrArray *elements, double dx, double dy, GError **error);

/* Aligns @elements with the outermost of them, or their middle: one above, middle or below the other
 * in each lane by itself. */
typedef enum
{
  LIJN_ALIGN_LEFT,
  LIJN_ALIGN_CENTER,
  LIJN_ALIGN_RIGHT,
  LIJN_ALIGN_TOP,
  LIJN_ALIGN_MIDDLE,
  LIJN_ALIGN_BOTTOM,
} LijnAlign;
gboolean lijn_edit_align (GPtrArray *elements, LijnAlign how, GError **error);

/* Puts equal distances between three or more of @elements; @down: in each lane by itself. */
gboolean lijn_edit_distribute (GPtrArray *elements, gboolean down, GError **error);

/* Moves what lies right of @at on @map, or @down: below it in @lane, by @by points; @lane NULL: in all
 * lanes. A negative @by takes room away, but no more than lijn_edit_room_to_take() tells.
 * Below all that is in @lane it is the lane that becomes higher or lower. */
gboolean lijn_edit_make_room (LijnMap *map, LijnLane *lane, gboolean down, double at, double by,
                              GError **error);
double lijn_edit_room_to_take (LijnMap *map, LijnLane *lane, gboolean down, double at);

/* Moves @element by (@dx, @dy) points and puts it between the two ends of @flow. */
gboolean lijn_edit_insert (LijnElement *element, LijnFlow *flow, double dx, double dy,
                           GError **error);
gboolean lijn_edit_may_insert (LijnElement *element, LijnFlow *flow, GError **error);

gboolean lijn_edit_resize (LijnElement *element, double x, double y, double width, double height,
                           GError **error);

/* What is assumed: confirmed one at a time, many in one step (those that are not assumed are passed
 * over), or denied: a friction point on it with the words of the party that knows better. */
gboolean lijn_edit_confirm (LijnObject *object, LijnPerson *person, GError **error);
gboolean lijn_edit_confirm_all (GPtrArray *objects, LijnPerson *person, GError **error);
LijnFriction *lijn_edit_deny (LijnObject *object, const char *words, GError **error);

/* Connectors. A hand-over makes an interface, or joins the one that @interface names. A flow stays on
 * its map. */
LijnFlow *lijn_edit_connect (LijnElement *source, LijnElement *target, const char *label,
                             LijnInterface *interface, GError **error);
gboolean lijn_edit_reconnect (LijnFlow *flow, LijnElement *source, LijnElement *target,
                              GError **error);
gboolean lijn_edit_bend (LijnFlow *flow, const LijnPoint *points, guint n,
                         GError **error); /* map coordinates, as laid by a person */
gboolean lijn_edit_route_again (GPtrArray *flows, GError **error);

/* Lays the whole of @map out afresh. The second one does what @plan says, which was made when the map
 * was as it is now, of the map or of a part of it. */
gboolean lijn_edit_tidy (LijnMap *map, GCancellable *cancellable, GError **error);
gboolean lijn_edit_tidy_as_planned (LijnMap *map, LijnTidyPlan *plan, GError **error);

/* Interfaces. */
gboolean lijn_edit_hang (
    LijnFlow *flow, LijnInterface *interface,
    GError **error); /* the hand-over on another interface; NULL: one of its own */
gboolean lijn_edit_renumber_interfaces (LijnMap *map, GError **error); /* from left to right */
gboolean lijn_edit_sign (LijnInterface *interface, LijnParty *party, LijnPerson *person,
                         GError **error);
gboolean lijn_edit_withdraw_signature (LijnInterface *interface, LijnParty *party, GError **error);

/* Friction points. @anchor: an element, flow, interface, lane or map (then at (@x, @y)). @raised_by
 * is nullable where nobody has said. */
LijnFriction *lijn_edit_add_friction (LijnObject *anchor, double x, double y, LijnParty *raised_by,
                                      const char *words, GError **error);
gboolean lijn_edit_move_friction (LijnFriction *friction, LijnObject *anchor, double x, double y,
                                  GError **error);
gboolean lijn_edit_set_severity (LijnFriction *friction, LijnParty *party, int score,
                                 GError **error); /* 0 takes it back */
gboolean lijn_edit_set_status (LijnFriction *friction, LijnFrictionStatus status, LijnParty *party,
                               LijnPerson *person, const char *reason, GError **error);

/* The same for what is told of a friction point that has come to @status already: it came by the
 * statuses before, also by a team that is not told of. */
gboolean lijn_edit_recall_status (LijnFriction *friction, LijnFrictionStatus status,
                                  LijnParty *party, const char *reason, GError **error);

/* Why it is so, after the answers that are there: five times as a rule. Answers are changed by
 * lijn_edit_set() and taken away by lijn_edit_remove_one(). */
LijnWhy *lijn_edit_add_why (LijnFriction *friction, const char *answer, GError **error);

/* Puts a file into the project beside a friction point or an interface: under the last part of @name,
 * and no larger than LIJN_ATTACHMENT_MOST bytes, so that the project can still be mailed and written as
 * XML. */
#define LIJN_ATTACHMENT_MOST (5 * 1024 * 1024)
LijnAttachment *lijn_edit_attach (LijnObject *object, const char *name, const char *media_type,
                                  GBytes *data, GError **error);

/* Teams. */
LijnTeam *lijn_edit_add_team (LijnProject *project, LijnTeamKind kind, const char *name,
                              GError **error);
LijnMember *lijn_edit_add_member (LijnTeam *team, LijnPerson *person, const char *part,
                                  GError **error); /* once: returns the one that is there */
LijnAssignment *lijn_edit_assign (LijnTeam *team, LijnFriction *friction,
                                  GError **error); /* raised or accepted becomes in-team */
gboolean lijn_edit_unassign (LijnTeam *team, LijnFriction *friction, GError **error);
LijnAction *lijn_edit_add_action (LijnTeam *team, const char *what, LijnPerson *person,
                                  const char *due, GError **error);
gboolean lijn_edit_set_action_status (LijnAction *action, LijnActionStatus status, GError **error);
LijnRemedy *lijn_edit_add_remedy (LijnAction *action, LijnFriction *friction, GError **error);

/* Sets a finding of the review aside, with a reason, and takes that back. */
LijnWaiver *lijn_edit_set_aside (LijnProject *project, const LijnFinding *finding,
                                 const char *reason, GError **error);
gboolean lijn_edit_take_back (LijnWaiver *waiver, GError **error);

/* Sessions and remarks. */
LijnSession *lijn_edit_add_session (LijnProject *project, const char *title, const char *place,
                                    const char *date, GError **error);
gboolean lijn_edit_start_session (LijnSession *session,
                                  GError **error); /* ends the one that runs */
gboolean lijn_edit_end_session (LijnSession *session, GError **error);
LijnAttendance *lijn_edit_set_attendance (LijnSession *session, LijnPerson *person,
                                          gboolean present, GError **error);
LijnDecision *lijn_edit_add_decision (LijnSession *session, const char *text, GError **error);
LijnAgendaItem *lijn_edit_add_agenda_item (LijnSession *session, const char *title, double minutes,
                                           GError **error);
gboolean lijn_edit_move_agenda_item (LijnAgendaItem *item, LijnAgendaItem *before, GError **error);
LijnRemark *lijn_edit_add_remark (LijnProject *project, LijnRemarkKind kind, LijnParty *party,
                                  const char *text, GError **error);

/* A parked remark as a friction point (as lijn_edit_add_friction()), or as an action of @team; it is
 * done with then. What is private stays so, and does not become an action. */
LijnFriction *lijn_edit_raise_remark (LijnRemark *remark, LijnObject *anchor, double x, double y,
                                      GError **error);
LijnAction *lijn_edit_assign_remark (LijnRemark *remark, LijnTeam *team, GError **error);

/* Ratings and votes: see lijn-ratings.h and lijn-ballots.h. */
LijnRating *lijn_edit_rate (LijnSession *session, LijnInterface *interface, LijnParty *party,
                            LijnPerson *person, int score, int guess, const char *comment,
                            GError **error); /* again changes it, until it is revealed */
gboolean lijn_edit_reveal_ratings (LijnSession *session,
                                   GError **error); /* of what both parties have rated */
LijnBallot *lijn_edit_add_ballot (LijnProject *project, const char *title, int dots,
                                  GError **error);
gboolean lijn_edit_vote (LijnBallot *ballot, LijnFriction *friction, LijnParty *party, int dots,
                         GError **error);
gboolean lijn_edit_close_ballot (LijnBallot *ballot, GError **error);

G_END_DECLS
