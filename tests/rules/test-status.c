/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-rules.h"
#include "lijn-world.h"

/* Every step of the life of a friction point, allowed or not. A row is where it is, a column where it
 * goes: raised, accepted, in a team, solved, confirmed, parked, withdrawn. */
static const char *const allowed[] = {
  "xxx..xx", /* raised */
  "xxx..xx", /* accepted */
  "xxxx.xx", /* in a team */
  ".xxxxx.", /* solved */
  "xxx.x..", /* confirmed */
  "xxx..xx", /* parked */
  "xx....x", /* withdrawn */
};

static void
be (LijnWorld *world, int status)
{
  lijn_test_change (&world->test, world->friction,
                    LIJN_CELLS (LIJN_TEXT ("status", lijn_friction_status_nicks[status])));
}

static void
give_to_team (LijnWorld *world)
{
  lijn_test_put (&world->test, LIJN_TABLE_ASSIGNMENT,
                 LIJN_CELLS (LIJN_REF ("team", LIJN_ID (world->team)),
                             LIJN_REF ("friction", LIJN_ID (world->friction))));
}

static void
test_every_step (LijnWorld *world, gconstpointer unused)
{
  give_to_team (world);
  for (int from = 0; from < 7; from++)
    {
      be (world, from);
      for (int to = 0; to < 7; to++)
        {
          gboolean may = lijn_rules_friction_status (world->friction, (LijnFrictionStatus) to,
                                                     world->customer, "Because", NULL);

          g_test_message ("%s to %s", lijn_friction_status_nicks[from],
                          lijn_friction_status_nicks[to]);
          g_assert_cmpint (may, ==, allowed[from][to] == 'x');
        }
    }
}

static void
test_only_who_raised_it_confirms (LijnWorld *world, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  be (world, LIJN_FRICTION_STATUS_SOLVED);
  g_assert_false (lijn_rules_friction_status (world->friction, LIJN_FRICTION_STATUS_CONFIRMED,
                                              world->supplier, "", &error));
  g_assert_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_STATUS);
  g_assert_false (
      lijn_rules_friction_status (world->friction, LIJN_FRICTION_STATUS_CONFIRMED, NULL, "", NULL));
  g_assert_true (lijn_rules_friction_status (world->friction, LIJN_FRICTION_STATUS_CONFIRMED,
                                             world->customer, "", NULL));
}

/* Whatever it was before. */
static void
test_in_a_team_needs_one (LijnWorld *world, gconstpointer unused)
{
  for (int from = 0; from < 7; from++)
    {
      g_autoptr (GError) error = NULL;

      be (world, from);
      if (from == LIJN_FRICTION_STATUS_IN_TEAM)
        continue;
      g_assert_false (lijn_rules_friction_status (world->friction, LIJN_FRICTION_STATUS_IN_TEAM,
                                                  world->customer, "Because", &error));
      g_assert_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_STATUS);
    }
  give_to_team (world);
  be (world, LIJN_FRICTION_STATUS_RAISED);
  g_assert_true (
      lijn_rules_friction_status (world->friction, LIJN_FRICTION_STATUS_IN_TEAM, NULL, "", NULL));
}

/* Nobody solves what nobody works on. */
static void
test_solved_is_said_by_the_team (LijnWorld *world, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  be (world, LIJN_FRICTION_STATUS_ACCEPTED);
  g_assert_false (lijn_rules_friction_status (world->friction, LIJN_FRICTION_STATUS_SOLVED,
                                              world->customer, "Because", &error));
  g_assert_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_STATUS);
  be (world, LIJN_FRICTION_STATUS_IN_TEAM);
  g_assert_true (
      lijn_rules_friction_status (world->friction, LIJN_FRICTION_STATUS_SOLVED, NULL, "", NULL));
}

static void
test_some_need_a_reason (LijnWorld *world, gconstpointer unused)
{
  g_assert_false (lijn_rules_friction_status (world->friction, LIJN_FRICTION_STATUS_PARKED,
                                              world->customer, "", NULL));
  g_assert_false (lijn_rules_friction_status (world->friction, LIJN_FRICTION_STATUS_WITHDRAWN,
                                              world->customer, NULL, NULL));
  g_assert_true (lijn_rules_friction_status (world->friction, LIJN_FRICTION_STATUS_PARKED,
                                             world->customer, "After the merger", NULL));
  be (world, LIJN_FRICTION_STATUS_CONFIRMED);
  g_assert_false (lijn_rules_friction_status (world->friction, LIJN_FRICTION_STATUS_RAISED,
                                              world->customer, "", NULL));
}

#define ADD(name, function)                                                                        \
  g_test_add (name, LijnWorld, NULL, lijn_world_set_up, function, lijn_world_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/status/every-step", test_every_step);
  ADD ("/status/only-who-raised-it-confirms", test_only_who_raised_it_confirms);
  ADD ("/status/solved-is-said-by-the-team", test_solved_is_said_by_the_team);
  ADD ("/status/in-a-team-needs-one", test_in_a_team_needs_one);
  ADD ("/status/some-need-a-reason", test_some_need_a_reason);

  return g_test_run ();
}
