/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-rules.h"

G_BEGIN_DECLS

/* Dot voting: on a ballot every party has the same number of dots to put on friction points. While
 * it is open nobody learns where another's dots are, only how many have been put. */

/* Returns: whether @friction is raised, accepted or in a team. */
gboolean lijn_friction_is_to_be_solved (LijnFriction *friction);

/* What a closed ballot says of one friction point. */
typedef struct
{
  LijnFriction *friction; /* (unowned) */
  int dots; /* of all parties */
  int place; /* in the result, from 1; those with as many dots share it */
} LijnBallotResult;

/* Returns: (transfer container) (element-type LijnFriction): what can be voted for: the friction
 * points that all parties see and that are still to be solved, by number. */
GPtrArray *lijn_ballot_list_choices (LijnBallot *ballot);

/* Returns: (transfer container) (element-type LijnBallotResult): the friction points that got dots,
 * most first, then by number. Empty while the ballot is open. g_ptr_array_unref() frees all. */
GPtrArray *lijn_ballot_list_results (LijnBallot *ballot);

/* Returns: how many of its dots @party has put: that it did, not where. */
int lijn_ballot_count_used (LijnBallot *ballot, LijnParty *party);

/* Returns: how many dots @party has on @friction. While the ballot is open this is for the page on
 * which that party votes, and for no other. */
int lijn_ballot_get_dots_of (LijnBallot *ballot, LijnFriction *friction, LijnParty *party);

/* Returns: (nullable): the vote that those dots are in. */
LijnVote *lijn_ballot_find_vote (LijnBallot *ballot, LijnFriction *friction, LijnParty *party);

/* Whether @party may have @dots on @friction, which all parties must see. A vote of the past may be
 * written down: then it was for what has been solved since. */
gboolean lijn_rules_vote (LijnBallot *ballot, LijnFriction *friction, LijnParty *party, int dots,
                          GError **error);

/* Whether @ballot may be closed: it is open, and somebody has voted. */
gboolean lijn_rules_close_ballot (LijnBallot *ballot, GError **error);

/* Returns: (transfer none) (nullable): the open ballot of the running session, or else any open
 * one. */
LijnBallot *lijn_ballots_find_open (LijnProject *project);

/* Returns: (transfer container) (element-type LijnFriction): the friction points that the customer
 * gave a priority and that are still to be solved, in that order, then by number. */
GPtrArray *lijn_ballots_list_priorities (LijnProject *project);

G_END_DECLS
