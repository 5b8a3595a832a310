/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-differences.h"
#include "lijn-overlay.h"
#include "lijn-world.h"

/* What an overlay says about single things, and to whom. */

#define DAY (24 * G_TIME_SPAN_HOUR)
#define NOW (G_GINT64_CONSTANT (1700000000) * G_USEC_PER_SEC)

static gboolean
find_for (LijnOverlay overlay, gpointer object, LijnParty *party, LijnOverlayMark *mark)
{
  LijnAudience audience = { .party = party != NULL ? LIJN_ID (party) : NULL };

  return lijn_overlay_find (overlay, LIJN_OBJECT (object), &audience, NOW, mark);
}

static LijnFriction *
put_friction (LijnWorld *world, const char *column, gpointer on, gint64 raised_at)
{
  return lijn_test_put (&world->test, LIJN_TABLE_FRICTION,
                        LIJN_CELLS (LIJN_REF (column, LIJN_ID (on)),
                                    LIJN_REF ("raised_by", LIJN_ID (world->customer)),
                                    LIJN_INT ("raised_at", raised_at), LIJN_INT ("number", 2)));
}

static void
put_severity (LijnWorld *world, LijnFriction *friction, LijnParty *party, int score)
{
  lijn_test_put (&world->test, LIJN_TABLE_SEVERITY,
                 LIJN_CELLS (LIJN_REF ("friction", LIJN_ID (friction)),
                             LIJN_REF ("party", LIJN_ID (party)), LIJN_INT ("score", score)));
}

/* On the interface: 3 and 2 of one, 4 of another on its hand-over; what is solved does not count, nor
 * what is private for another. */
static void
test_severities_add_up (LijnWorld *world, gconstpointer unused)
{
  LijnFriction *on_flow = put_friction (world, "flow", world->hand_over, NOW);
  LijnFriction *solved = put_friction (world, "interface", world->interface, NOW);
  LijnOverlayMark mark;

  g_assert_false (find_for (LIJN_OVERLAY_FRICTION, world->interface, NULL, &mark));
  put_severity (world, world->friction, world->customer, 3);
  put_severity (world, world->friction, world->supplier, 2);
  put_severity (world, on_flow, world->customer, 4);
  put_severity (world, solved, world->customer, 5);
  lijn_test_change (&world->test, solved, LIJN_CELLS (LIJN_TEXT ("status", "solved")));
  g_assert_true (find_for (LIJN_OVERLAY_FRICTION, world->interface, NULL, &mark));
  g_assert_cmpfloat (mark.value, ==, 9);
  g_assert_cmpint (mark.step, ==, 2);
  g_assert_false (find_for (LIJN_OVERLAY_FRICTION, world->send, NULL, &mark));

  lijn_test_change (&world->test, on_flow,
                    LIJN_CELLS (LIJN_REF ("private_to", LIJN_ID (world->customer))));
  g_assert_true (find_for (LIJN_OVERLAY_FRICTION, world->interface, world->supplier, &mark));
  g_assert_cmpfloat (mark.value, ==, 5);
  g_assert_true (find_for (LIJN_OVERLAY_FRICTION, world->interface, world->customer, &mark));
  g_assert_cmpfloat (mark.value, ==, 9);
}

static LijnRating *
put_rating (LijnWorld *world, LijnSession *session, LijnParty *party, int score, int guess)
{
  return lijn_test_put (&world->test, LIJN_TABLE_RATING,
                        LIJN_CELLS (LIJN_REF ("session", LIJN_ID (session)),
                                    LIJN_REF ("interface", LIJN_ID (world->interface)),
                                    LIJN_REF ("party", LIJN_ID (party)), LIJN_INT ("score", score),
                                    LIJN_INT ("guess", guess)));
}

/* As long as one of the two is blind, nothing is said, to nobody. */
static void
test_blind_ratings_show_nothing (LijnWorld *world, gconstpointer unused)
{
  LijnSession *session = lijn_test_put (&world->test, LIJN_TABLE_SESSION,
                                        LIJN_CELLS (LIJN_INT ("number", 1)));
  LijnRating *one = put_rating (world, session, world->customer, 2, 3);
  LijnRating *other = put_rating (world, session, world->supplier, 4, 4);
  LijnAudience everything = LIJN_AUDIENCE_EVERYTHING;
  LijnOverlayMark mark;

  lijn_test_change (&world->test, one, LIJN_CELLS (LIJN_INT ("revealed", 1)));
  g_assert_false (find_for (LIJN_OVERLAY_GAP, world->interface, world->customer, &mark));
  g_assert_false (lijn_overlay_find (LIJN_OVERLAY_GAP, LIJN_OBJECT (world->interface), &everything,
                                     NOW, &mark));
  lijn_test_change (&world->test, other, LIJN_CELLS (LIJN_INT ("revealed", 1)));
  g_assert_true (find_for (LIJN_OVERLAY_GAP, world->interface, NULL, &mark));
  g_assert_cmpfloat (mark.value, ==, 1.5);
  g_assert_cmpint (mark.step, ==, 3);
}

static void
test_the_oldest_counts (LijnWorld *world, gconstpointer unused)
{
  LijnOverlayMark mark;

  put_friction (world, "element", world->send, NOW - 100 * DAY);
  put_friction (world, "element", world->send, NOW - 3 * DAY);
  g_assert_true (find_for (LIJN_OVERLAY_AGE, world->send, NULL, &mark));
  g_assert_cmpfloat (mark.value, ==, 100);
  g_assert_cmpint (mark.step, ==, 3);
}

static void
test_agreement_is_a_word (LijnWorld *world, gconstpointer unused)
{
  g_autofree char *word = NULL;
  LijnOverlayMark mark;

  g_assert_false (find_for (LIJN_OVERLAY_AGREEMENT, world->send, NULL, &mark));
  g_assert_true (find_for (LIJN_OVERLAY_AGREEMENT, world->interface, NULL, &mark));
  word = lijn_overlay_describe_mark (LIJN_OVERLAY_AGREEMENT, &mark);
  g_assert_cmpstr (word, ==, "open");
}

/* A second map on which a step was kept, one put into another lane, one added, and one left out. */
static void
test_differences (LijnWorld *world, gconstpointer unused)
{
  LijnAudience shared = LIJN_AUDIENCE_SHARED;
  LijnElement *gone = lijn_world_put_element (world, world->customer_lane, "step", "Print it");
  LijnElement *kept, *moved, *added;
  LijnMap *older = world->map;
  LijnLane *lane = NULL;
  g_autoptr (GArray) all = NULL;

  g_assert_cmpint (lijn_difference_of (LIJN_OBJECT (gone), &shared), ==, LIJN_DIFFERENCE_NONE);
  world->map = lijn_test_put (
      &world->test, LIJN_TABLE_MAP,
      LIJN_CELLS (LIJN_TEXT ("kind", "to-be"), LIJN_REF ("derived_from", LIJN_ID (older))));
  lane = lijn_test_put (&world->test, LIJN_TABLE_LANE,
                        LIJN_CELLS (LIJN_REF ("map", LIJN_ID (world->map)),
                                    LIJN_REF ("party", LIJN_ID (world->customer)),
                                    LIJN_TEXT ("name", "Desk")));
  kept = lijn_world_put_element (world, lane, "step", "Send claim");
  moved = lijn_world_put_element (world, lane, "step", "Register claim");
  added = lijn_world_put_element (world, lane, "step", "Scan it");
  lijn_test_change (&world->test, kept, LIJN_CELLS (LIJN_REF ("origin", LIJN_ID (world->send))));
  lijn_test_change (&world->test, moved,
                    LIJN_CELLS (LIJN_REF ("origin", LIJN_ID (world->receive))));

  g_assert_true (lijn_map_get_counterpart (older) == world->map);
  g_assert_cmpint (lijn_difference_of (LIJN_OBJECT (kept), &shared), ==, LIJN_DIFFERENCE_NONE);
  g_assert_cmpint (lijn_difference_of (LIJN_OBJECT (moved), &shared), ==, LIJN_DIFFERENCE_MOVED);
  g_assert_cmpint (lijn_difference_of (LIJN_OBJECT (world->receive), &shared), ==,
                   LIJN_DIFFERENCE_MOVED);
  g_assert_cmpint (lijn_difference_of (LIJN_OBJECT (added), &shared), ==, LIJN_DIFFERENCE_ADDED);
  g_assert_cmpint (lijn_difference_of (LIJN_OBJECT (gone), &shared), ==, LIJN_DIFFERENCE_REMOVED);

  lijn_test_change (&world->test, kept, LIJN_CELLS (LIJN_TEXT ("name", "Send it")));
  g_assert_cmpint (lijn_difference_of (LIJN_OBJECT (world->send), &shared), ==,
                   LIJN_DIFFERENCE_CHANGED);
  all = lijn_differences_list (older, &shared);
  /* Four elements, the hand-over and its interface. */
  g_assert_cmpuint (all->len, ==, 6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test)                                                                            \
  g_test_add (path, LijnWorld, NULL, lijn_world_set_up, test, lijn_world_tear_down)
  ADD ("/rules/overlay/severities", test_severities_add_up);
  ADD ("/rules/overlay/blind-ratings", test_blind_ratings_show_nothing);
  ADD ("/rules/overlay/age", test_the_oldest_counts);
  ADD ("/rules/overlay/agreement", test_agreement_is_a_word);
  ADD ("/rules/overlay/differences", test_differences);
#undef ADD
  return g_test_run ();
}
