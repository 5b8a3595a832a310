/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-rules.h"

G_BEGIN_DECLS

/* What the parties think of an interface, and what each believes that the other thinks. An
 * interface is rated by its giver and its receiver; a rating counts once it has a score. Everything
 * here but lijn_ratings_count_given() knows revealed ratings only. */

typedef struct
{
  LijnInterface *interface; /* (unowned) */
  LijnSession *session; /* (unowned) */
  LijnRating *giver, *receiver; /* (unowned) the ratings of the two parties */
  double gap; /* the perception gap, 0 to 4 */
  int apart; /* how far the two scores lie apart, 0 to 4 */
} LijnRatingPair;

/* Gives the revealed ratings of @interface at @session; NULL: at the latest session that has both.
 * The gap is how far each party's guess is from the other's score, as the mean of the two; a party
 * that did not guess is taken to believe that the other sees it as it does itself.
 *
 * Returns: whether both parties' ratings are there and revealed; when not, @pair is untouched. */
gboolean lijn_ratings_find (LijnInterface *interface, LijnSession *session, LijnRatingPair *pair);

/* Returns: the perception gap of @interface at @session (nullable, as above), 0 to 4; NAN when it
 * is not known. */
double lijn_ratings_gap (LijnInterface *interface, LijnSession *session);

/* Returns: (transfer container) (element-type LijnRatingPair): the revealed pairs of @session, the
 * largest gap first, then those furthest apart, then by number; g_ptr_array_unref() frees all. */
GPtrArray *lijn_ratings_list (LijnSession *session);

/* Returns: the mean perception gap over the interfaces rated at @session, NAN when there are none.
 * @n: (out) (optional): over how many. */
double lijn_ratings_mean_gap (LijnSession *session, guint *n);

/* Returns: (transfer container) (element-type LijnInterface): what @party rates: the interfaces it
 * gives or receives that are not private to another, in order of map and number. */
GPtrArray *lijn_ratings_list_interfaces (LijnProject *project, LijnParty *party);

/* Returns: (transfer container) (element-type LijnInterface): those of them that @party can still
 * rate at @session, or rate differently: what it said there has not been revealed. */
GPtrArray *lijn_ratings_list_open (LijnSession *session, LijnParty *party);

/* Returns: (transfer none) (nullable): the rating that @party gave @interface at @session, revealed
 * or not. For the page on which that party rates, and for no other. */
LijnRating *lijn_ratings_find_own (LijnSession *session, LijnInterface *interface,
                                   LijnParty *party);

/* Returns: how many of its interfaces @party has rated at @session: that it did, not how. */
guint lijn_ratings_count_given (LijnSession *session, LijnParty *party);

/* Returns: how many interfaces both parties have rated at @session that are not revealed yet. */
guint lijn_ratings_count_ready (LijnSession *session);

/* Whether @party may rate @interface at @session: it gives or receives it, and what it said there
 * has not been revealed yet. */
gboolean lijn_rules_rate (LijnSession *session, LijnInterface *interface, LijnParty *party,
                          int score, int guess, GError **error);

/* Whether there is something to reveal at @session: an interface that both parties have rated. */
gboolean lijn_rules_reveal (LijnSession *session, GError **error);

/* Returns: whether @rating waits for nothing but the reveal: the other party has rated the same
 * interface at the same session too. */
gboolean lijn_ratings_is_paired (LijnRating *rating);

/* Returns: which of two sessions is the later one, as a comparison: by date, then by number. */
int lijn_sessions_compare (LijnSession *one, LijnSession *other);

G_END_DECLS
