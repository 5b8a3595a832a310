/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-audience.h"
#include "lijn-world.h"

/* Who may see what. "Theirs" is the supplier's. */

static gboolean
shared_may_see (gpointer object)
{
  LijnAudience shared = LIJN_AUDIENCE_SHARED;

  return lijn_audience_may_see (&shared, LIJN_OBJECT (object));
}

static gboolean
party_may_see (LijnParty *party, gpointer object)
{
  LijnAudience audience = { .party = LIJN_ID (party) };

  return lijn_audience_may_see (&audience, LIJN_OBJECT (object));
}

static void
make_private (LijnWorld *world, gpointer object)
{
  lijn_test_change (&world->test, object,
                    LIJN_CELLS (LIJN_REF ("private_to", LIJN_ID (world->supplier))));
}

static void
test_shared_is_seen_by_all (LijnWorld *world, gconstpointer unused)
{
  LijnAudience shared = LIJN_AUDIENCE_SHARED;

  g_assert_true (shared_may_see (world->friction));
  g_assert_cmpuint (lijn_audience_count_hidden (&shared, world->test.project), ==, 0);
}

static void
test_private_is_its_partys (LijnWorld *world, gconstpointer unused)
{
  LijnAudience everything = LIJN_AUDIENCE_EVERYTHING;

  make_private (world, world->friction);
  g_assert_false (shared_may_see (world->friction));
  g_assert_false (party_may_see (world->customer, world->friction));
  g_assert_true (party_may_see (world->supplier, world->friction));
  g_assert_true (lijn_audience_may_see (&everything, LIJN_OBJECT (world->friction)));
}

/* A private step hides its flow, the interface that hangs only on that, the friction point on the
 * interface, and what is said of the friction point. */
static void
test_privacy_is_inherited (LijnWorld *world, gconstpointer unused)
{
  LijnSeverity *severity = lijn_test_put (
      &world->test, LIJN_TABLE_SEVERITY,
      LIJN_CELLS (LIJN_REF ("friction", LIJN_ID (world->friction)),
                  LIJN_REF ("party", LIJN_ID (world->customer)), LIJN_INT ("score", 3)));
  LijnAssignment *assignment = lijn_test_put (
      &world->test, LIJN_TABLE_ASSIGNMENT,
      LIJN_CELLS (LIJN_REF ("team", LIJN_ID (world->team)),
                  LIJN_REF ("friction", LIJN_ID (world->friction))));

  make_private (world, world->receive);
  g_assert_false (shared_may_see (world->receive));
  g_assert_false (shared_may_see (world->hand_over));
  g_assert_false (shared_may_see (world->interface));
  g_assert_false (shared_may_see (world->friction));
  g_assert_false (shared_may_see (severity));
  g_assert_false (shared_may_see (assignment));
  g_assert_true (shared_may_see (world->send));
  g_assert_true (shared_may_see (world->team));
  g_assert_true (party_may_see (world->supplier, severity));
}

/* What people are told is how many things were made private, not how many rows go with them. */
static void
test_counts_what_was_made_private (LijnWorld *world, gconstpointer unused)
{
  LijnAudience shared = LIJN_AUDIENCE_SHARED;
  LijnAudience everything = LIJN_AUDIENCE_EVERYTHING;
  LijnAudience supplier = { .party = LIJN_ID (world->supplier) };

  make_private (world, world->receive);
  g_assert_false (shared_may_see (world->friction));
  g_assert_cmpuint (lijn_audience_count_hidden (&shared, world->test.project), ==, 1);
  make_private (world, world->friction);
  g_assert_cmpuint (lijn_audience_count_hidden (&shared, world->test.project), ==, 2);
  g_assert_cmpuint (lijn_audience_count_hidden (&supplier, world->test.project), ==, 0);
  g_assert_cmpuint (lijn_audience_count_hidden (&everything, world->test.project), ==, 0);
}

static void
test_an_interface_shows_with_one_shared_hand_over (LijnWorld *world, gconstpointer unused)
{
  LijnElement *other = lijn_world_put_element (world, world->supplier_lane, "step", "Other");
  LijnFlow *flow = lijn_world_put_flow (world, world->send, other, "hand-over");

  lijn_test_change (&world->test, flow,
                    LIJN_CELLS (LIJN_REF ("interface", LIJN_ID (world->interface))));
  make_private (world, world->receive);
  g_assert_true (shared_may_see (world->interface));
}

static void
test_ratings_are_blind (LijnWorld *world, gconstpointer unused)
{
  LijnAudience shared = LIJN_AUDIENCE_SHARED;
  LijnAudience everything = LIJN_AUDIENCE_EVERYTHING;
  LijnSession *session = lijn_test_put (&world->test, LIJN_TABLE_SESSION,
                                        LIJN_CELLS (LIJN_TEXT ("title", "First")));
  LijnRating *rating = lijn_test_put (
      &world->test, LIJN_TABLE_RATING,
      LIJN_CELLS (LIJN_REF ("session", LIJN_ID (session)),
                  LIJN_REF ("interface", LIJN_ID (world->interface)),
                  LIJN_REF ("party", LIJN_ID (world->customer)), LIJN_INT ("score", 2)));

  g_assert_false (shared_may_see (rating));
  g_assert_false (party_may_see (world->supplier, rating));
  g_assert_true (party_may_see (world->customer, rating));
  g_assert_false (lijn_audience_may_see (&everything, LIJN_OBJECT (rating)));
  g_assert_cmpuint (lijn_audience_count_hidden (&everything, world->test.project), ==, 1);
  g_assert_cmpuint (lijn_audience_count_hidden (&shared, world->test.project), ==, 1);
  lijn_test_change (&world->test, rating, LIJN_CELLS (LIJN_INT ("revealed", 1)));
  g_assert_true (party_may_see (world->supplier, rating));
}

static void
test_votes_are_blind (LijnWorld *world, gconstpointer unused)
{
  LijnAudience everything = LIJN_AUDIENCE_EVERYTHING;
  LijnBallot *ballot = lijn_test_put (&world->test, LIJN_TABLE_BALLOT,
                                      LIJN_CELLS (LIJN_INT ("dots", 3)));
  LijnVote *vote = lijn_test_put (&world->test, LIJN_TABLE_VOTE,
                                  LIJN_CELLS (LIJN_REF ("ballot", LIJN_ID (ballot)),
                                              LIJN_REF ("friction", LIJN_ID (world->friction)),
                                              LIJN_REF ("party", LIJN_ID (world->customer)),
                                              LIJN_INT ("dots", 2)));

  g_assert_true (shared_may_see (ballot));
  g_assert_false (shared_may_see (vote));
  g_assert_false (party_may_see (world->supplier, vote));
  g_assert_true (party_may_see (world->customer, vote));
  g_assert_false (lijn_audience_may_see (&everything, LIJN_OBJECT (vote)));
  lijn_test_change (&world->test, ballot, LIJN_CELLS (LIJN_INT ("closed", 1)));
  g_assert_true (party_may_see (world->supplier, vote));
}

static void
test_a_waiver_does_not_tell (LijnWorld *world, gconstpointer unused)
{
  LijnWaiver *waiver = lijn_test_put (
      &world->test, LIJN_TABLE_WAIVER,
      LIJN_CELLS (LIJN_TEXT ("finding", "friction-without-team"),
                  LIJN_TEXT ("subject", LIJN_ID (world->friction))));

  g_assert_true (shared_may_see (waiver));
  make_private (world, world->friction);
  g_assert_false (shared_may_see (waiver));
}

#define ADD(name, function)                                                                        \
  g_test_add (name, LijnWorld, NULL, lijn_world_set_up, function, lijn_world_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/audience/shared-is-seen-by-all", test_shared_is_seen_by_all);
  ADD ("/audience/private-is-its-partys", test_private_is_its_partys);
  ADD ("/audience/privacy-is-inherited", test_privacy_is_inherited);
  ADD ("/audience/counts-what-was-made-private", test_counts_what_was_made_private);
  ADD ("/audience/one-shared-hand-over", test_an_interface_shows_with_one_shared_hand_over);
  ADD ("/audience/ratings-are-blind", test_ratings_are_blind);
  ADD ("/audience/votes-are-blind", test_votes_are_blind);
  ADD ("/audience/a-waiver-does-not-tell", test_a_waiver_does_not_tell);

  return g_test_run ();
}
