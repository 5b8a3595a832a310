/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "lijn-ratings.h"
#include "lijn-world.h"

/* The perception gap, worked out by hand, and what may be rated and revealed when. */

static LijnSession *
put_session (LijnWorld *world, int number, const char *date)
{
  return lijn_test_put (&world->test, LIJN_TABLE_SESSION,
                        LIJN_CELLS (LIJN_INT ("number", number), LIJN_TEXT ("date", date)));
}

static LijnRating *
put_rating (LijnWorld *world, LijnSession *session, LijnInterface *interface, LijnParty *party,
            int score, int guess)
{
  return lijn_test_put (&world->test, LIJN_TABLE_RATING,
                        LIJN_CELLS (LIJN_REF ("session", LIJN_ID (session)),
                                    LIJN_REF ("interface", LIJN_ID (interface)),
                                    LIJN_REF ("party", LIJN_ID (party)), LIJN_INT ("score", score),
                                    LIJN_INT ("guess", guess)));
}

static void
reveal (LijnWorld *world, LijnRating *rating)
{
  lijn_test_change (&world->test, rating, LIJN_CELLS (LIJN_INT ("revealed", 1)));
}

static void
put_pair (LijnWorld *world, LijnSession *session, LijnInterface *interface, int customer_score,
          int customer_guess, int supplier_score, int supplier_guess)
{
  reveal (world,
          put_rating (world, session, interface, world->customer, customer_score, customer_guess));
  reveal (world,
          put_rating (world, session, interface, world->supplier, supplier_score, supplier_guess));
}

static LijnInterface *
put_interface (LijnWorld *world, int number)
{
  return lijn_test_put (&world->test, LIJN_TABLE_INTERFACE,
                        LIJN_CELLS (LIJN_REF ("map", LIJN_ID (world->map)),
                                    LIJN_REF ("giver", LIJN_ID (world->supplier)),
                                    LIJN_REF ("receiver", LIJN_ID (world->customer)),
                                    LIJN_INT ("number", number)));
}

/* The customer gives a 2 and believes that the supplier gives a 3; the supplier gives a 4 and
 * believes that the customer does so too: 1 and 2 beside it, 1.5 in the mean. */
static void
test_the_gap_is_how_far_the_guesses_are_off (LijnWorld *world, gconstpointer unused)
{
  LijnSession *session = put_session (world, 1, "2026-03-02");
  LijnRatingPair pair;

  put_pair (world, session, world->interface, 2, 3, 4, 4);
  g_assert_true (lijn_ratings_find (world->interface, session, &pair));
  g_assert_cmpfloat (pair.gap, ==, 1.5);
  g_assert_cmpint (pair.apart, ==, 2);
  g_assert_true (lijn_rating_get_party (pair.giver) == world->customer);
  g_assert_true (lijn_rating_get_party (pair.receiver) == world->supplier);
}

static void
test_who_does_not_guess_believes_the_same (LijnWorld *world, gconstpointer unused)
{
  LijnSession *session = put_session (world, 1, "2026-03-02");

  put_pair (world, session, world->interface, 1, 0, 4, 2);
  g_assert_cmpfloat (lijn_ratings_gap (world->interface, session), ==, 2);
}

static void
test_nothing_is_known_before_both_are_revealed (LijnWorld *world, gconstpointer unused)
{
  LijnSession *session = put_session (world, 1, "2026-03-02");
  LijnRating *customer, *supplier;

  g_assert_true (isnan (lijn_ratings_gap (world->interface, NULL)));
  customer = put_rating (world, session, world->interface, world->customer, 2, 3);
  g_assert_false (lijn_ratings_is_paired (customer));
  g_assert_false (lijn_rules_reveal (session, NULL));
  supplier = put_rating (world, session, world->interface, world->supplier, 4, 4);
  g_assert_true (lijn_ratings_is_paired (customer));
  g_assert_true (lijn_rules_reveal (session, NULL));
  g_assert_cmpuint (lijn_ratings_count_ready (session), ==, 1);
  g_assert_true (isnan (lijn_ratings_gap (world->interface, session)));

  reveal (world, customer);
  g_assert_true (isnan (lijn_ratings_gap (world->interface, session)));
  reveal (world, supplier);
  g_assert_cmpfloat (lijn_ratings_gap (world->interface, session), ==, 1.5);
  g_assert_cmpuint (lijn_ratings_count_ready (session), ==, 0);
  g_assert_false (lijn_rules_reveal (session, NULL));
}

/* By date, whatever the order of the numbers; a later session that is still blind tells nothing. */
static void
test_the_latest_session_counts (LijnWorld *world, gconstpointer unused)
{
  LijnSession *spring = put_session (world, 2, "2026-03-02");
  LijnSession *summer = put_session (world, 1, "2026-06-01");
  LijnSession *autumn = put_session (world, 3, "2026-09-07");

  put_pair (world, spring, world->interface, 1, 5, 1, 5);
  put_pair (world, summer, world->interface, 3, 3, 3, 4);
  put_rating (world, autumn, world->interface, world->customer, 5, 5);
  g_assert_cmpfloat (lijn_ratings_gap (world->interface, NULL), ==, 0.5);
  g_assert_cmpfloat (lijn_ratings_gap (world->interface, spring), ==, 4);
}

static void
test_the_largest_gap_comes_first (LijnWorld *world, gconstpointer unused)
{
  LijnSession *session = put_session (world, 1, "2026-03-02");
  LijnInterface *second = put_interface (world, 2), *third = put_interface (world, 3);
  g_autoptr (GPtrArray) pairs = NULL;
  guint n;

  put_pair (world, session, world->interface, 3, 3, 3, 3);
  put_pair (world, session, second, 5, 4, 2, 2);
  put_pair (world, session, third, 5, 4, 4, 2);
  pairs = lijn_ratings_list (session);
  g_assert_cmpuint (pairs->len, ==, 3);
  g_assert_true (((LijnRatingPair *) pairs->pdata[0])->interface == second);
  g_assert_true (((LijnRatingPair *) pairs->pdata[1])->interface == third);
  g_assert_true (((LijnRatingPair *) pairs->pdata[2])->interface == world->interface);
  g_assert_cmpfloat_with_epsilon (lijn_ratings_mean_gap (session, &n), (0 + 2.5 + 1.5) / 3, 1e-9);
  g_assert_cmpuint (n, ==, 3);
}

static void
refused (LijnSession *session, LijnInterface *interface, LijnParty *party, int score, int guess,
         LijnRulesError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (lijn_rules_rate (session, interface, party, score, guess, &error));
  g_assert_error (error, LIJN_RULES_ERROR, (int) code);
}

static void
test_giver_and_receiver_rate (LijnWorld *world, gconstpointer unused)
{
  LijnSession *session = put_session (world, 1, "2026-03-02");
  LijnParty *partner = lijn_test_put (
      &world->test, LIJN_TABLE_PARTY,
      LIJN_CELLS (LIJN_TEXT ("name", "Repairer"), LIJN_TEXT ("role", "partner")));
  g_autoptr (GPtrArray) mine = lijn_ratings_list_interfaces (world->test.project, partner);
  g_autoptr (GPtrArray)
      theirs = lijn_ratings_list_interfaces (world->test.project, world->customer);

  g_assert_cmpuint (mine->len, ==, 0);
  g_assert_cmpuint (theirs->len, ==, 1);
  refused (session, world->interface, partner, 3, 3, LIJN_RULES_ERROR_PARTY);
  refused (session, world->interface, world->customer, 6, 3, LIJN_RULES_ERROR_VALUE);
  refused (session, world->interface, world->customer, 3, -1, LIJN_RULES_ERROR_VALUE);
  g_assert_true (lijn_rules_rate (session, world->interface, world->customer, 3, 0, NULL));
  g_assert_true (lijn_rules_rate (session, world->interface, world->supplier, 5, 1, NULL));

  put_pair (world, session, world->interface, 3, 3, 3, 3);
  refused (session, world->interface, world->customer, 4, 4, LIJN_RULES_ERROR_STATUS);
}

static void
test_how_many_is_known_but_not_how (LijnWorld *world, gconstpointer unused)
{
  LijnSession *session = put_session (world, 1, "2026-03-02");
  LijnInterface *second = put_interface (world, 2);

  put_rating (world, session, world->interface, world->customer, 2, 3);
  put_rating (world, session, second, world->customer, 0, 3);
  g_assert_cmpuint (lijn_ratings_count_given (session, world->customer), ==, 1);
  g_assert_cmpuint (lijn_ratings_count_given (session, world->supplier), ==, 0);
}

#define ADD(name, function)                                                                        \
  g_test_add (name, LijnWorld, NULL, lijn_world_set_up, function, lijn_world_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/ratings/gap", test_the_gap_is_how_far_the_guesses_are_off);
  ADD ("/ratings/without-a-guess", test_who_does_not_guess_believes_the_same);
  ADD ("/ratings/blind", test_nothing_is_known_before_both_are_revealed);
  ADD ("/ratings/latest", test_the_latest_session_counts);
  ADD ("/ratings/largest-first", test_the_largest_gap_comes_first);
  ADD ("/ratings/giver-and-receiver", test_giver_and_receiver_rate);
  ADD ("/ratings/how-many", test_how_many_is_known_but_not_how);

  return g_test_run ();
}
