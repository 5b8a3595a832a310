/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "edit-world.h"
#include "lijn-minutes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* The minutes: what was done while the session ran is in them, what was undone since is not, and
 * nothing that somebody may not see. */

static LijnSession *
start_session (World *world)
{
  g_autoptr (GError) error = NULL;
  LijnSession *session;

  g_setenv ("LIJN_NOW", "1800000000000000", TRUE);
  session = lijn_edit_add_session (world->project, "Walk the map", "Utrecht", "2027-01-15", &error);
  g_assert_no_error (error);
  DO (lijn_edit_start_session (session, &failure));
  return session;
}

static char *
minutes_for (LijnSession *session, LijnAudience audience)
{
  g_autoptr (LijnMinutes) minutes = lijn_minutes_new (session, &audience);

  return lijn_minutes_to_text (minutes);
}

static void
assert_says (LijnSession *session, const char *text, gboolean expected)
{
  g_autofree char *minutes = minutes_for (session, LIJN_AUDIENCE_SHARED);

  if ((strstr (minutes, text) != NULL) != expected)
    g_error ("Minutes %s “%s”:\n%s", expected ? "miss" : "say", text, minutes);
}

static void
undo (World *world)
{
  DO (lijn_edit_undo (world->project, NULL, &failure));
}

static LijnElement *
draw (World *world, const char *name)
{
  g_autoptr (GError) error = NULL;
  LijnElement *element = lijn_edit_append (world->decide, world->desk, LIJN_ELEMENT_KIND_STEP, name,
                                           NULL, &error);

  g_assert_no_error (error);
  return element;
}

static void
hold_the_session (World *world, LijnSession *session)
{
  g_autoptr (GError) error = NULL;
  LijnFriction *friction;
  LijnTeam *team = lijn_edit_add_team (world->project, LIJN_TEAM_KIND_IMPROVEMENT, "Intake",
                                       &error);
  LijnAgendaItem *item;

  g_assert_no_error (error);
  DO (lijn_edit_set_attendance (session, world->buyer, TRUE, &failure) != NULL);
  DO (lijn_edit_set_attendance (session, world->seller, FALSE, &failure) != NULL);
  DO ((item = lijn_edit_add_agenda_item (session, "Walk", 30, &failure)) != NULL);
  DO (lijn_edit_add_agenda_item (session, "Close", 5, &failure) != NULL);
  DO (lijn_edit_set (LIJN_OBJECT (item), "done", "1", &failure));
  draw (world, "Receive answer");
  DO ((friction = lijn_edit_add_friction (LIJN_OBJECT (world->interface), 0, 0, world->customer,
                                          "We never\nhear back", &failure)) != NULL);
  DO (lijn_edit_set_severity (friction, world->customer, 4, &failure));
  DO (lijn_edit_assign (team, friction, &failure) != NULL);
  DO (lijn_edit_add_action (team, "Write the checklist", world->seller, "2027-02-01", &failure) !=
      NULL);
  DO (lijn_edit_add_decision (session, "We measure first", &failure) != NULL);
  DO (lijn_edit_add_remark (world->project, LIJN_REMARK_KIND_PARKED, NULL, "Foreign claims?",
                            &failure) != NULL);
  DO (lijn_edit_sign (world->interface, world->customer, world->buyer, &failure));
  g_setenv ("LIJN_NOW", "1800005400000000", TRUE);
  DO (lijn_edit_end_session (session, &failure));
  g_unsetenv ("LIJN_NOW");
}

static void
test_all_of_it (World *world, gconstpointer unused)
{
  LijnSession *session = start_session (world);
  g_autofree char *minutes = NULL;

  hold_the_session (world, session);
  minutes = minutes_for (session, LIJN_AUDIENCE_SHARED);
  g_assert_cmpstr (minutes, ==,
                   "Minutes of session 1: Walk the map\n"
                   "2027-01-15 · Utrecht · 1 h 30 min\n"
                   "\nWho was here\n"
                   "- Broker: Account manager\n"
                   "- Insurer, absent: Team lead\n"
                   "\nAgenda\n"
                   "- Walk\n"
                   "- Close (not dealt with)\n"
                   "\nDecided\n"
                   "- We measure first\n"
                   "\nFriction points raised\n"
                   "- 1. We never hear back (Broker, severity 4)\n"
                   "\nWho does what\n"
                   "- Write the checklist (Team lead, by 2027-02-01)\n"
                   "- 1. We never hear back: to Intake\n"
                   "\nAgreed\n"
                   "- Interface 1: Send claim: signed by Account manager (Broker)\n"
                   "\nDrawn on the map\n"
                   "- Desk (Broker): Receive answer\n"
                   "- New: Interface 2: Receive answer\n"
                   "\nParked\n"
                   "- Foreign claims?\n");
}

/* What was there before is in them when it was renamed, taken to another lane or filled in; not when
 * it was only shifted. */
static void
test_what_was_changed_is_in_them (World *world, gconstpointer unused)
{
  LijnElement *shifted = draw (world, "Shifted");
  LijnElement *renamed = draw (world, "Renamed"), *timed = draw (world, "Timed");
  LijnElement *along = place (world, world->claims, LIJN_ELEMENT_KIND_STEP, "Taken along", 900, 40);
  LijnSession *session = start_session (world);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autofree char *to_intake = g_strdup_printf ("- Moved: Taken along, to %s\n",
                                                lijn_lane_get_name (world->intake));

  g_ptr_array_add (one, shifted);
  DO (lijn_edit_move (one, 40, 0, &failure));
  assert_says (session, "Drawn", FALSE);
  DO (lijn_edit_join_lanes (world->claims, world->intake, &failure));
  g_assert_true (lijn_element_get_lane (along) == world->intake);
  assert_says (session, to_intake, TRUE);
  DO (lijn_edit_rename (LIJN_OBJECT (renamed), "Called otherwise", &failure));
  DO (lijn_edit_set (LIJN_OBJECT (timed), "wait_minutes", "60", &failure));
  assert_says (session, "- Renamed: Called otherwise\n", TRUE);
  assert_says (session, "- Changed: Timed\n", TRUE);
  assert_says (session, "Shifted", FALSE);
  undo (world);
  assert_says (session, "Timed", FALSE);
}

static void
move_on (LijnFriction *friction, LijnFrictionStatus status, const char *reason, LijnParty *party)
{
  static gint64 now = 1800000001000000;
  g_autofree char *time = g_strdup_printf ("%" G_GINT64_FORMAT, now += G_USEC_PER_SEC);

  g_setenv ("LIJN_NOW", time, TRUE);
  DO (lijn_edit_set_status (friction, status, party, NULL, reason, &failure));
}

/* The way it went at this session; what comes after it belongs to the next. */
static void
test_how_it_went_on (World *world, gconstpointer unused)
{
  LijnSession *session;
  LijnFriction *friction;
  LijnTeam *team;

  DO ((friction = lijn_edit_add_friction (LIJN_OBJECT (world->send), 0, 0, world->customer, "Late",
                                          &failure)) != NULL);
  session = start_session (world);
  DO ((team = lijn_edit_add_team (world->project, LIJN_TEAM_KIND_IMPROVEMENT, "Intake",
                                  &failure)) != NULL);
  DO (lijn_edit_assign (team, friction, &failure) != NULL);
  assert_says (session, "went on", FALSE);
  move_on (friction, LIJN_FRICTION_STATUS_SOLVED, "", world->supplier);
  move_on (friction, LIJN_FRICTION_STATUS_CONFIRMED, "", world->customer);
  move_on (friction, LIJN_FRICTION_STATUS_IN_TEAM, "It came back", world->customer);
  assert_says (session, "- 1. Late: Solved → Confirmed solved → In a team (It came back)\n", TRUE);
  DO (lijn_edit_end_session (session, &failure));
  move_on (friction, LIJN_FRICTION_STATUS_PARKED, "Too dear", world->customer);
  assert_says (session, "Too dear", FALSE);
  assert_says (session, "(It came back)\n", TRUE);
}

/* What is undone later, when the session has long ended, goes out of the minutes too. */
static void
test_what_is_undone_is_not_in_them (World *world, gconstpointer unused)
{
  LijnSession *session = start_session (world);

  draw (world, "Receive answer");
  assert_says (session, "Receive answer", TRUE);
  assert_says (session, "New: Interface 2", TRUE);
  undo (world);
  assert_says (session, "Receive answer", FALSE);
  assert_says (session, "Drawn", FALSE);
  DO (lijn_edit_redo (world->project, NULL, &failure));
  assert_says (session, "Receive answer", TRUE);
  DO (lijn_edit_end_session (session, &failure));
  undo (world);
  undo (world);
  assert_says (session, "Drawn", FALSE);
}

static void
test_a_change_that_is_undone_is_not_in_them (World *world, gconstpointer unused)
{
  LijnSession *session = start_session (world);

  DO (lijn_edit_set (LIJN_OBJECT (world->interface), "channel", "Portal", &failure));
  assert_says (session, "Changed: Interface 1", TRUE);
  undo (world);
  assert_says (session, "Changed", FALSE);
}

/* Before and after are not the session's; nor is what came and went again in it. */
static void
test_only_what_was_done_meanwhile (World *world, gconstpointer unused)
{
  LijnElement *element;
  LijnSession *session;

  draw (world, "Too soon");
  session = start_session (world);
  element = draw (world, "Mistaken");
  DO (lijn_edit_remove_one (LIJN_OBJECT (element), &failure));
  DO (lijn_edit_remove_one (LIJN_OBJECT (world->assess), &failure));
  DO (lijn_edit_end_session (session, &failure));
  draw (world, "Too late");
  assert_says (session, "Too soon", FALSE);
  assert_says (session, "Mistaken", FALSE);
  assert_says (session, "Too late", FALSE);
  assert_says (session, "1 element was removed", TRUE);
}

static void
test_nothing_private_is_in_them (World *world, gconstpointer unused)
{
  LijnSession *session = start_session (world);
  LijnAudience customer = { .party = lijn_object_get_id (LIJN_OBJECT (world->customer)) };
  LijnElement *element = draw (world, "Secret step");
  g_autofree char *theirs = NULL;

  DO (lijn_edit_set (LIJN_OBJECT (element), "private_to", customer.party, &failure));
  assert_says (session, "Secret step", FALSE);
  theirs = minutes_for (session, customer);
  g_assert_nonnull (strstr (theirs, "Secret step"));
}

/* Not even how many there were. */
static void
test_nothing_private_that_went_is_in_them (World *world, gconstpointer unused)
{
  LijnElement *element = draw (world, "Secret step");
  LijnSession *session;
  g_autofree char *all = NULL;

  DO (lijn_edit_set (LIJN_OBJECT (element), "private_to",
                     lijn_object_get_id (LIJN_OBJECT (world->customer)), &failure));
  session = start_session (world);
  DO (lijn_edit_remove_one (LIJN_OBJECT (element), &failure));
  assert_says (session, "removed", FALSE);
  all = minutes_for (session, LIJN_AUDIENCE_EVERYTHING);
  g_assert_nonnull (strstr (all, "1 element was removed"));

  DO (lijn_edit_remove_one (LIJN_OBJECT (world->assess), &failure));
  assert_says (session, "1 element was removed", TRUE);
  assert_says (session, "interface was removed", FALSE);
}

static void
test_blind_ratings_and_votes_are_not_in_them (World *world, gconstpointer unused)
{
  LijnSession *session = start_session (world);
  LijnFriction *friction;
  LijnBallot *ballot;

  DO (lijn_edit_rate (session, world->interface, world->customer, NULL, 2, 4, "Awful", &failure) !=
      NULL);
  DO (lijn_edit_rate (session, world->interface, world->supplier, NULL, 4, 4, "", &failure) !=
      NULL);
  DO ((friction = lijn_edit_add_friction (LIJN_OBJECT (world->send), 0, 0, world->customer, "Late",
                                          &failure)) != NULL);
  DO ((ballot = lijn_edit_add_ballot (world->project, "What first?", 3, &failure)) != NULL);
  DO (lijn_edit_vote (ballot, friction, world->customer, 3, &failure));
  assert_says (session, "Interfaces rated", FALSE);
  assert_says (session, "Votes", FALSE);
  DO (lijn_edit_reveal_ratings (session, &failure));
  DO (lijn_edit_close_ballot (ballot, &failure));
  assert_says (session, "- Interface 1: Send claim: Broker 2, Insurer 4; gap 1.0\n", TRUE);
  assert_says (session, "- What first?\n- 1. Late: 3 dots\n", TRUE);
}

/* The same in whatever time zone one reads them. */
static void
test_no_time_zone (World *world, gconstpointer unused)
{
  LijnSession *session = start_session (world);
  g_autofree char *here = NULL, *there = NULL;

  hold_the_session (world, session);
  g_setenv ("TZ", "Pacific/Kiritimati", TRUE);
  tzset ();
  here = minutes_for (session, LIJN_AUDIENCE_SHARED);
  g_setenv ("TZ", "America/Los_Angeles", TRUE);
  tzset ();
  there = minutes_for (session, LIJN_AUDIENCE_SHARED);
  g_unsetenv ("TZ");
  tzset ();
  g_assert_cmpstr (here, ==, there);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/minutes/how-it-went-on", test_how_it_went_on);
  ADD ("/minutes/all", test_all_of_it);
  ADD ("/minutes/changed", test_what_was_changed_is_in_them);
  ADD ("/minutes/undone", test_what_is_undone_is_not_in_them);
  ADD ("/minutes/change-undone", test_a_change_that_is_undone_is_not_in_them);
  ADD ("/minutes/meanwhile", test_only_what_was_done_meanwhile);
  ADD ("/minutes/private", test_nothing_private_is_in_them);
  ADD ("/minutes/private-that-went", test_nothing_private_that_went_is_in_them);
  ADD ("/minutes/blind", test_blind_ratings_and_votes_are_not_in_them);
  ADD ("/minutes/time-zone", test_no_time_zone);

  return g_test_run ();
}
