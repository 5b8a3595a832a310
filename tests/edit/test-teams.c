/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "edit-world.h"

#include <math.h>

/* Teams and actions, sessions and remarks. */

static LijnTeam *
add_team (World *world, const char *name)
{
  g_autoptr (GError) error = NULL;
  LijnTeam *team = lijn_edit_add_team (world->project, LIJN_TEAM_KIND_IMPROVEMENT, name, &error);

  g_assert_no_error (error);
  return team;
}

static LijnFriction *
pin (World *world)
{
  g_autoptr (GError) error = NULL;
  LijnFriction *friction = lijn_edit_add_friction (LIJN_OBJECT (world->send), 0, 0, world->customer,
                                                   "Slow", &error);

  g_assert_no_error (error);
  return friction;
}

static LijnSession *
add_session (World *world, const char *title)
{
  g_autoptr (GError) error = NULL;
  LijnSession *session = lijn_edit_add_session (world->project, title, "Utrecht", "2026-04-30",
                                                &error);

  g_assert_no_error (error);
  return session;
}

static void
test_member_is_there_once (World *world, gconstpointer unused)
{
  LijnTeam *team = add_team (world, "Faster intake");
  g_autofree char *before = dump (world);
  g_autoptr (GError) error = NULL;
  LijnMember *member;

  DO (lijn_edit_add_member (team, world->buyer, "Client", &failure) != NULL);
  assert_undoes_to (world->project, before);
  member = lijn_edit_add_member (team, world->seller, NULL, &error);
  g_assert_true (lijn_edit_add_member (team, world->seller, "Again", &error) == member);
  g_assert_no_error (error);
  g_assert_cmpuint (count (world, LIJN_TABLE_MEMBER), ==, 2);
}

static void
test_assigned_is_in_a_team (World *world, gconstpointer unused)
{
  LijnTeam *one = add_team (world, "One"), *other = add_team (world, "Other");
  LijnFriction *friction = pin (world);
  g_autofree char *before = dump (world);

  DO (lijn_edit_assign (one, friction, &failure) != NULL);
  g_assert_cmpint (lijn_friction_get_status (friction), ==, LIJN_FRICTION_STATUS_IN_TEAM);
  assert_undoes_to (world->project, before);

  DO (lijn_edit_assign (one, friction, &failure) != NULL);
  DO (lijn_edit_assign (other, friction, &failure) != NULL);
  g_assert_cmpuint (count (world, LIJN_TABLE_ASSIGNMENT), ==, 2);
  DO (lijn_edit_unassign (one, friction, &failure));
  g_assert_cmpint (lijn_friction_get_status (friction), ==, LIJN_FRICTION_STATUS_IN_TEAM);
  DO (lijn_edit_unassign (other, friction, &failure));
  g_assert_cmpint (lijn_friction_get_status (friction), ==, LIJN_FRICTION_STATUS_ACCEPTED);
  g_assert_cmpuint (count (world, LIJN_TABLE_ASSIGNMENT), ==, 0);
}

static void
test_action (World *world, gconstpointer unused)
{
  LijnTeam *team = add_team (world, "Faster intake");
  LijnFriction *friction = pin (world);
  g_autofree char *before = dump (world);
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnAction) action = NULL;

  action = lijn_edit_add_action (team, "Measure", world->seller, "2026-05-01", &error);
  g_assert_no_error (error);
  g_object_ref (action);
  g_assert_cmpint (lijn_action_get_created (action), !=, 0);
  assert_undoes_to (world->project, before);
  REFUSED (world, LIJN_RULES_ERROR_VALUE,
           lijn_edit_add_action (team, "Never", NULL, "2026-02-30", &failure) != NULL);

  DO (lijn_edit_set (LIJN_OBJECT (action), "status", "done", &failure));
  g_assert_cmpint (lijn_action_get_closed (action), !=, 0);
  DO (lijn_edit_set_action_status (action, LIJN_ACTION_STATUS_DOING, &failure));
  g_assert_cmpint (lijn_action_get_closed (action), ==, 0);

  DO (lijn_edit_add_remedy (action, friction, &failure) != NULL);
  DO (lijn_edit_add_remedy (action, friction, &failure) != NULL);
  g_assert_cmpuint (count (world, LIJN_TABLE_REMEDY), ==, 1);

  /* Nobody who left is responsible for anything. */
  DO (lijn_edit_remove_one (LIJN_OBJECT (world->seller), &failure));
  g_assert_null (lijn_action_get_person (action));
}

static void
test_set_aside (World *world, gconstpointer unused)
{
  const LijnFinding finding = { LIJN_CHECK_DEAD_END, LIJN_OBJECT (world->decide), NULL };
  g_autofree char *before = dump (world);
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnWaiver)
      waiver = lijn_edit_set_aside (world->project, &finding, " It is an end ", &error);

  g_assert_no_error (error);
  g_object_ref (waiver);
  g_assert_cmpstr (lijn_waiver_get_finding (waiver), ==, "dead-end");
  g_assert_cmpstr (lijn_waiver_get_reason (waiver), ==, "It is an end");
  assert_undoes_to (world->project, before);

  g_assert_true (lijn_edit_set_aside (world->project, &finding, "Really", &error) == waiver);
  g_assert_cmpstr (lijn_waiver_get_reason (waiver), ==, "Really");
  g_assert_cmpuint (count (world, LIJN_TABLE_WAIVER), ==, 1);
  REFUSED (world, LIJN_RULES_ERROR_VALUE,
           lijn_edit_set_aside (world->project, &finding, "  ", &failure) != NULL);
  DO (lijn_edit_take_back (waiver, &failure));
  g_assert_cmpuint (count (world, LIJN_TABLE_WAIVER), ==, 0);
}

static void
test_one_session_runs (World *world, gconstpointer unused)
{
  LijnSession *first = add_session (world, "First"), *second = add_session (world, "Second");
  g_autofree char *before = dump (world);
  gint64 ended;

  g_assert_cmpint (lijn_session_get_number (second), ==, 2);
  DO (lijn_edit_start_session (first, &failure));
  assert_undoes_to (world->project, before);
  DO (lijn_edit_set (LIJN_OBJECT (second), "status", "running", &failure));
  g_assert_cmpint (lijn_session_get_status (first), ==, LIJN_SESSION_STATUS_ENDED);
  ended = lijn_session_get_ended (first);
  g_assert_cmpint (ended, !=, 0);
  g_assert_true (lijn_project_get_running_session (world->project) == second);
  DO (lijn_edit_end_session (second, &failure));
  g_assert_null (lijn_project_get_running_session (world->project));
  DO (lijn_edit_set (LIJN_OBJECT (second), "status", "planned", &failure));
  g_assert_cmpint (lijn_session_get_started (second), ==, 0);
}

static void
test_what_is_said_belongs_to_the_session (World *world, gconstpointer unused)
{
  LijnSession *session = add_session (world, "First");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  LijnRemark *remark;

  DO (lijn_edit_start_session (session, &failure));
  g_assert_true (lijn_friction_get_session (pin (world)) == session);
  before = dump (world);
  remark = lijn_edit_add_remark (world->project, LIJN_REMARK_KIND_PARKED, world->customer,
                                 "Prices, another day", &error);
  g_assert_no_error (error);
  g_assert_true (lijn_remark_get_session (remark) == session);
  g_assert_true (lijn_remark_get_party (remark) == world->customer);
  assert_undoes_to (world->project, before);
}

static void
test_minutes_of_a_session (World *world, gconstpointer unused)
{
  LijnSession *session = add_session (world, "First");
  g_autofree char *before = dump (world);

  DO (lijn_edit_set_attendance (session, world->buyer, TRUE, &failure) != NULL);
  assert_undoes_to (world->project, before);
  DO (lijn_edit_set_attendance (session, world->buyer, FALSE, &failure) != NULL);
  g_assert_cmpuint (count (world, LIJN_TABLE_ATTENDANCE), ==, 1);
  DO (lijn_edit_add_decision (session, "We measure first", &failure) != NULL);
  DO (lijn_edit_add_agenda_item (session, "Walk the map", 45, &failure) != NULL);
  DO (lijn_edit_add_agenda_item (session, "Close", (double) NAN, &failure) != NULL);
  REFUSED (world, LIJN_RULES_ERROR_VALUE,
           lijn_edit_add_agenda_item (session, "Before", -1, &failure) != NULL);
  REFUSED (world, LIJN_RULES_ERROR_VALUE,
           lijn_edit_add_session (world->project, "Never", "", "30-04-2026", &failure) != NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/edit/team/member-once", test_member_is_there_once);
  ADD ("/edit/team/assign", test_assigned_is_in_a_team);
  ADD ("/edit/action", test_action);
  ADD ("/edit/check/set-aside", test_set_aside);
  ADD ("/edit/session/one-runs", test_one_session_runs);
  ADD ("/edit/session/remark", test_what_is_said_belongs_to_the_session);
  ADD ("/edit/session/minutes", test_minutes_of_a_session);
  return g_test_run ();
}
