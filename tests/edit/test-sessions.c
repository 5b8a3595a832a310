/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "edit-world.h"
#include "lijn-agenda.h"
#include "lijn-ballots.h"
#include "lijn-pareto.h"
#include "lijn-ratings.h"

#include <math.h>

/* Agenda, parking lot, ratings and votes: what each verb does, what it refuses, and that one undo
 * takes it back. */

static LijnSession *
start_session (World *world)
{
  g_autoptr (GError) error = NULL;
  LijnSession *session = lijn_edit_add_session (world->project, "First", "Utrecht", "2026-04-30",
                                                &error);

  g_assert_no_error (error);
  DO (lijn_edit_start_session (session, &failure));
  return session;
}

static LijnAgendaItem *
add_item (LijnSession *session, const char *title, double minutes)
{
  g_autoptr (GError) error = NULL;
  LijnAgendaItem *item = lijn_edit_add_agenda_item (session, title, minutes, &error);

  g_assert_no_error (error);
  return item;
}

static LijnFriction *
pin (World *world, const char *words)
{
  g_autoptr (GError) error = NULL;
  LijnFriction *friction = lijn_edit_add_friction (LIJN_OBJECT (world->send), 0, 0, world->customer,
                                                   words, &error);

  g_assert_no_error (error);
  return friction;
}

static LijnRating *
rate (World *world, LijnSession *session, LijnParty *party, int score, int guess)
{
  g_autoptr (GError) error = NULL;
  LijnRating *rating = lijn_edit_rate (session, world->interface, party, NULL, score, guess, "",
                                       &error);

  g_assert_no_error (error);
  return rating;
}

static char *
agenda_of (World *world, LijnSession *session)
{
  GPtrArray *items = lijn_project_referrers (world->project, LIJN_TABLE_AGENDA_ITEM, "session",
                                             LIJN_OBJECT (session));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append (text, lijn_agenda_item_get_title (items->pdata[i]));
  return g_string_free (text, FALSE);
}

static void
test_agenda_is_put_in_order (World *world, gconstpointer unused)
{
  LijnSession *session = start_session (world);
  LijnAgendaItem *a = add_item (session, "A", 10), *b = add_item (session, "B", 20);
  LijnAgendaItem *c = add_item (session, "C", (double) NAN);
  g_autofree char *before = dump (world);
  g_autofree char *first = NULL, *second = NULL;

  DO (lijn_edit_move_agenda_item (c, a, &failure));
  first = agenda_of (world, session);
  g_assert_cmpstr (first, ==, "CAB");
  assert_undoes_to (world->project, before);
  DO (lijn_edit_move_agenda_item (a, NULL, &failure));
  DO (lijn_edit_move_agenda_item (b, b, &failure));
  second = agenda_of (world, session);
  g_assert_cmpstr (second, ==, "CBA");
}

/* The item's time runs from when the one before it was done; taking that back takes it back. */
static void
test_agenda_time_runs_from_the_last_one_done (World *world, gconstpointer unused)
{
  const gint64 minute = 60 * G_USEC_PER_SEC;
  LijnAgendaItem *a, *b;
  LijnSession *session;
  g_autofree char *left = NULL, *over = NULL, *none = NULL;

  g_setenv ("LIJN_NOW", "1800000000000000", TRUE);
  session = start_session (world);
  a = add_item (session, "A", 10);
  b = add_item (session, "B", 20);
  g_assert_true (lijn_agenda_get_current (session) == a);
  g_assert_cmpint (lijn_agenda_get_since (session), ==, 1800000000000000);
  g_setenv ("LIJN_NOW", "1800000600000000", TRUE);
  DO (lijn_edit_set (LIJN_OBJECT (a), "done", "1", &failure));
  g_assert_true (lijn_agenda_get_current (session) == b);
  g_assert_cmpint (lijn_agenda_get_since (session), ==, 1800000600000000);
  g_setenv ("LIJN_NOW", "1800000700000000", TRUE);
  DO (lijn_edit_move_agenda_item (b, a, &failure));
  g_assert_cmpint (lijn_agenda_get_since (session), ==, 1800000600000000);
  DO (lijn_edit_undo (world->project, NULL, &failure));
  DO (lijn_edit_undo (world->project, NULL, &failure));
  g_assert_true (lijn_agenda_get_current (session) == a);
  g_assert_cmpint (lijn_agenda_get_since (session), ==, 1800000000000000);
  g_unsetenv ("LIJN_NOW");

  g_assert_cmpfloat (lijn_agenda_get_left (a, 0, 4 * minute), ==, 6);
  g_assert_cmpfloat (lijn_agenda_get_left (a, 0, 13 * minute), ==, -3);
  left = lijn_agenda_describe_left (lijn_agenda_get_left (a, 0, 4 * minute));
  over = lijn_agenda_describe_left (lijn_agenda_get_left (a, 0, 13 * minute));
  none = lijn_agenda_describe_left ((double) NAN);
  g_assert_cmpstr (left, ==, "6 min left");
  g_assert_cmpstr (over, ==, "3 min over");
  g_assert_cmpstr (none, ==, "");
}

static LijnRemark *
park (World *world, const char *text)
{
  g_autoptr (GError) error = NULL;
  LijnRemark *remark = lijn_edit_add_remark (world->project, LIJN_REMARK_KIND_PARKED,
                                             world->supplier, text, &error);

  g_assert_no_error (error);
  return remark;
}

static void
test_a_parked_remark_is_raised (World *world, gconstpointer unused)
{
  LijnRemark *remark = park (world, "Foreign claims?");
  g_autofree char *before = dump (world);
  g_autoptr (GError) error = NULL;
  LijnFriction *friction = lijn_edit_raise_remark (remark, LIJN_OBJECT (world->map), 30, 40,
                                                   &error);

  g_assert_no_error (error);
  g_assert_cmpstr (lijn_friction_get_words (friction), ==, "Foreign claims?");
  g_assert_true (lijn_friction_get_raised_by (friction) == world->supplier);
  g_assert_true (lijn_remark_get_done (remark));
  assert_undoes_to (world->project, before);
}

static void
test_a_private_remark_stays_private (World *world, gconstpointer unused)
{
  LijnRemark *remark = park (world, "They never read it");
  g_autoptr (GError) error = NULL;
  LijnTeam *team = lijn_edit_add_team (world->project, LIJN_TEAM_KIND_IMPROVEMENT, "Intake",
                                       &error);
  LijnFriction *friction;

  g_assert_no_error (error);
  DO (lijn_edit_set (LIJN_OBJECT (remark), "private_to",
                     lijn_object_get_id (LIJN_OBJECT (world->supplier)), &failure));
  REFUSED (world, LIJN_RULES_ERROR_VALUE, lijn_edit_assign_remark (remark, team, &failure) != NULL);
  friction = lijn_edit_raise_remark (remark, LIJN_OBJECT (world->receive), 0, 0, &error);
  g_assert_no_error (error);
  g_assert_true (lijn_friction_get_private_to (friction) == world->supplier);
}

static void
test_a_parked_remark_becomes_an_action (World *world, gconstpointer unused)
{
  LijnRemark *remark = park (world, "Ask the broker");
  g_autoptr (GError) error = NULL;
  LijnTeam *team = lijn_edit_add_team (world->project, LIJN_TEAM_KIND_IMPROVEMENT, "Intake",
                                       &error);
  g_autofree char *before = dump (world);
  LijnAction *action;

  g_assert_no_error (error);
  action = lijn_edit_assign_remark (remark, team, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lijn_action_get_what (action), ==, "Ask the broker");
  g_assert_true (lijn_remark_get_done (remark));
  assert_undoes_to (world->project, before);
}

static void
test_rating_again_changes_it (World *world, gconstpointer unused)
{
  LijnSession *session = start_session (world);
  g_autofree char *before = dump (world);
  g_autoptr (LijnRating) rating = g_object_ref (rate (world, session, world->customer, 2, 4));

  assert_undoes_to (world->project, before);
  g_assert_true (rate (world, session, world->customer, 3, 4) == rating);
  g_assert_cmpint (lijn_rating_get_score (rating), ==, 3);
  g_assert_cmpuint (count (world, LIJN_TABLE_RATING), ==, 1);
  g_assert_false (lijn_rating_get_revealed (rating));
}

static void
test_ratings_are_revealed_together (World *world, gconstpointer unused)
{
  LijnSession *session = start_session (world);
  LijnRating *customer = rate (world, session, world->customer, 2, 4), *supplier;
  g_autofree char *before = NULL;

  REFUSED (world, LIJN_RULES_ERROR_STATUS, lijn_edit_reveal_ratings (session, &failure));
  supplier = rate (world, session, world->supplier, 4, 4);
  before = dump (world);
  DO (lijn_edit_reveal_ratings (session, &failure));
  g_assert_true (lijn_rating_get_revealed (customer));
  g_assert_true (lijn_rating_get_revealed (supplier));
  assert_undoes_to (world->project, before);

  REFUSED (world, LIJN_RULES_ERROR_STATUS, lijn_edit_reveal_ratings (session, &failure));
  REFUSED (world, LIJN_RULES_ERROR_STATUS,
           lijn_edit_rate (session, world->interface, world->customer, NULL, 5, 5, "", &failure) !=
               NULL);
}

/* What is blind is not revealed, and not changed, by any other way. */
static void
test_blind_is_not_set_by_hand (World *world, gconstpointer unused)
{
  LijnSession *session = start_session (world);
  LijnRating *rating = rate (world, session, world->customer, 2, 4);
  LijnBallot *ballot;

  DO ((ballot = lijn_edit_add_ballot (world->project, "", 3, &failure)) != NULL);
  REFUSED (world, LIJN_RULES_ERROR_VALUE,
           lijn_edit_set (LIJN_OBJECT (rating), "revealed", "1", &failure));
  REFUSED (world, LIJN_RULES_ERROR_VALUE,
           lijn_edit_set (LIJN_OBJECT (rating), "score", "5", &failure));
  REFUSED (world, LIJN_RULES_ERROR_VALUE,
           lijn_edit_set (LIJN_OBJECT (ballot), "closed", "1", &failure));
  REFUSED (world, LIJN_RULES_ERROR_VALUE,
           lijn_edit_set (LIJN_OBJECT (ballot), "dots", "9", &failure));
}

static LijnBallot *
add_ballot (World *world, int dots)
{
  g_autoptr (GError) error = NULL;
  LijnBallot *ballot = lijn_edit_add_ballot (world->project, "What first?", dots, &error);

  g_assert_no_error (error);
  return ballot;
}

static void
test_dots_are_as_many_as_there_are (World *world, gconstpointer unused)
{
  LijnFriction *late = pin (world, "Late"), *wrong = pin (world, "Wrong");
  LijnBallot *ballot = add_ballot (world, 3);
  g_autofree char *before = dump (world);

  DO (lijn_edit_vote (ballot, late, world->customer, 2, &failure));
  assert_undoes_to (world->project, before);
  REFUSED (world, LIJN_RULES_ERROR_VALUE,
           lijn_edit_vote (ballot, wrong, world->customer, 2, &failure));
  DO (lijn_edit_vote (ballot, wrong, world->customer, 1, &failure));
  DO (lijn_edit_vote (ballot, wrong, world->supplier, 3, &failure));
  g_assert_cmpint (lijn_ballot_count_used (ballot, world->customer), ==, 3);
  DO (lijn_edit_vote (ballot, late, world->customer, 0, &failure));
  g_assert_cmpuint (count (world, LIJN_TABLE_VOTE), ==, 2);
  REFUSED (world, LIJN_RULES_ERROR_STATUS,
           lijn_edit_vote (ballot, late, world->customer, -1, &failure));
  REFUSED (world, LIJN_RULES_ERROR_VALUE,
           lijn_edit_add_ballot (world->project, "", 0, &failure) != NULL);
}

static void
test_votes_show_once_closed (World *world, gconstpointer unused)
{
  LijnFriction *late = pin (world, "Late"), *wrong = pin (world, "Wrong");
  LijnFriction *rude = pin (world, "Rude");
  LijnBallot *ballot = add_ballot (world, 4);
  g_autoptr (GPtrArray) none = NULL, results = NULL;
  g_autofree char *before = NULL;
  const LijnBallotResult *result;

  REFUSED (world, LIJN_RULES_ERROR_STATUS, lijn_edit_close_ballot (ballot, &failure));
  DO (lijn_edit_vote (ballot, late, world->customer, 2, &failure));
  DO (lijn_edit_vote (ballot, wrong, world->customer, 2, &failure));
  DO (lijn_edit_vote (ballot, rude, world->supplier, 3, &failure));
  none = lijn_ballot_list_results (ballot);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (lijn_ballots_find_open (world->project) == ballot);

  before = dump (world);
  DO (lijn_edit_close_ballot (ballot, &failure));
  assert_undoes_to (world->project, before);
  g_assert_null (lijn_ballots_find_open (world->project));
  REFUSED (world, LIJN_RULES_ERROR_STATUS, lijn_edit_close_ballot (ballot, &failure));
  REFUSED (world, LIJN_RULES_ERROR_STATUS,
           lijn_edit_vote (ballot, late, world->customer, 1, &failure));

  results = lijn_ballot_list_results (ballot);
  g_assert_cmpuint (results->len, ==, 3);
  result = results->pdata[0];
  g_assert_true (result->friction == rude && result->dots == 3 && result->place == 1);
  result = results->pdata[1];
  g_assert_true (result->friction == late && result->dots == 2 && result->place == 2);
  result = results->pdata[2];
  g_assert_true (result->friction == wrong && result->place == 2);
}

/* Private, parked and solved friction points are not voted for. */
static void
test_only_what_all_see_is_voted_for (World *world, gconstpointer unused)
{
  LijnFriction *own = pin (world, "Ours"), *parked = pin (world, "Later"), *late = pin (world, "L");
  LijnBallot *ballot = add_ballot (world, 4);
  g_autoptr (GPtrArray) choices = NULL;

  DO (lijn_edit_set (LIJN_OBJECT (own), "private_to",
                     lijn_object_get_id (LIJN_OBJECT (world->customer)), &failure));
  DO (lijn_edit_set_status (parked, LIJN_FRICTION_STATUS_PARKED, world->customer, NULL, "Not now",
                            &failure));
  choices = lijn_ballot_list_choices (ballot);
  g_assert_cmpuint (choices->len, ==, 1);
  g_assert_true (choices->pdata[0] == late);
  REFUSED (world, LIJN_RULES_ERROR_STATUS,
           lijn_edit_vote (ballot, own, world->customer, 1, &failure));
}

static void
test_priorities_are_in_the_customers_order (World *world, gconstpointer unused)
{
  LijnFriction *late = pin (world, "Late"), *wrong = pin (world, "Wrong");
  g_autoptr (GPtrArray) order = NULL;

  pin (world, "Rude");
  lijn_store_set_speaker (lijn_project_get_store (world->project),
                          lijn_object_get_id (LIJN_OBJECT (world->customer)), NULL, NULL);
  DO (lijn_edit_set (LIJN_OBJECT (late), "priority", "2", &failure));
  DO (lijn_edit_set (LIJN_OBJECT (wrong), "priority", "1", &failure));
  order = lijn_ballots_list_priorities (world->project);
  g_assert_cmpuint (order->len, ==, 2);
  g_assert_true (order->pdata[0] == wrong && order->pdata[1] == late);
}

static const LijnParetoBar *
bar (GPtrArray *bars, guint i)
{
  g_assert_cmpuint (i, <, bars->len);
  return bars->pdata[i];
}

/* Two waiting, one of them solved; two of rework; what is private counts for nobody. */
static void
test_pareto_has_the_most_first (World *world, gconstpointer unused)
{
  LijnAudience shared = LIJN_AUDIENCE_SHARED;
  LijnFriction *late = pin (world, "Late"), *slow = pin (world, "Slow");
  LijnFriction *again = pin (world, "Again"), *twice = pin (world, "Twice");
  LijnFriction *own = pin (world, "Ours");
  LijnBallot *ballot = add_ballot (world, 5);
  LijnTeam *team = lijn_edit_add_team (world->project, LIJN_TEAM_KIND_IMPROVEMENT, "Intake", NULL);
  g_autoptr (GPtrArray) categories = NULL, interfaces = NULL, dots = NULL;

  DO (lijn_edit_set (LIJN_OBJECT (late), "category", "waiting", &failure));
  DO (lijn_edit_set (LIJN_OBJECT (slow), "category", "waiting", &failure));
  DO (lijn_edit_set (LIJN_OBJECT (again), "category", "rework", &failure));
  DO (lijn_edit_set (LIJN_OBJECT (twice), "category", "rework", &failure));
  DO (lijn_edit_set (LIJN_OBJECT (own), "private_to",
                     lijn_object_get_id (LIJN_OBJECT (world->customer)), &failure));
  DO (lijn_edit_move_friction (late, LIJN_OBJECT (world->interface), 0, 0, &failure));
  DO (lijn_edit_move_friction (again, LIJN_OBJECT (world->hand_over), 0, 0, &failure));
  DO (lijn_edit_vote (ballot, late, world->customer, 5, &failure));
  DO (lijn_edit_vote (ballot, twice, world->supplier, 1, &failure));
  DO (lijn_edit_close_ballot (ballot, &failure));
  DO (lijn_edit_assign (team, slow, &failure));
  DO (lijn_edit_set_status (slow, LIJN_FRICTION_STATUS_SOLVED, world->supplier, NULL, "",
                            &failure));

  categories = lijn_pareto_list (world->project, LIJN_PARETO_CATEGORY, NULL, &shared);
  g_assert_cmpuint (categories->len, ==, 2);
  g_assert_cmpstr (bar (categories, 0)->label, ==, "Rework");
  g_assert_cmpfloat (bar (categories, 0)->value, ==, 2);
  g_assert_cmpfloat (bar (categories, 1)->value, ==, 1);

  interfaces = lijn_pareto_list (world->project, LIJN_PARETO_INTERFACE, NULL, &shared);
  g_assert_cmpuint (interfaces->len, ==, 2);
  g_assert_cmpstr (bar (interfaces, 0)->label, ==, "Interface 1: Send claim");
  g_assert_cmpfloat (bar (interfaces, 0)->value, ==, 2);
  g_assert_cmpstr (bar (interfaces, 1)->label, ==, "All others");
  g_assert_cmpfloat (bar (interfaces, 1)->value, ==, 1);

  dots = lijn_pareto_list (world->project, LIJN_PARETO_CATEGORY, ballot, &shared);
  g_assert_cmpstr (bar (dots, 0)->label, ==, "Waiting");
  g_assert_cmpfloat (bar (dots, 0)->value, ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/edit/agenda/order", test_agenda_is_put_in_order);
  ADD ("/edit/agenda/time", test_agenda_time_runs_from_the_last_one_done);
  ADD ("/edit/parked/raised", test_a_parked_remark_is_raised);
  ADD ("/edit/parked/private", test_a_private_remark_stays_private);
  ADD ("/edit/parked/action", test_a_parked_remark_becomes_an_action);
  ADD ("/edit/rating/again", test_rating_again_changes_it);
  ADD ("/edit/rating/revealed-together", test_ratings_are_revealed_together);
  ADD ("/edit/rating/not-by-hand", test_blind_is_not_set_by_hand);
  ADD ("/edit/ballot/dots", test_dots_are_as_many_as_there_are);
  ADD ("/edit/ballot/closed", test_votes_show_once_closed);
  ADD ("/edit/ballot/choices", test_only_what_all_see_is_voted_for);
  ADD ("/edit/ballot/priorities", test_priorities_are_in_the_customers_order);

  ADD ("/edit/pareto", test_pareto_has_the_most_first);

  return g_test_run ();
}
