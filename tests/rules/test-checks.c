/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-rules.h"
#include "lijn-world.h"

#include <string.h>

#define TODAY "2026-06-15"

/* Returns: how many findings of @kind are about @object. */
static guint
count (LijnWorld *world, LijnCheckKind kind, gpointer object)
{
  g_autoptr (GPtrArray) findings = lijn_rules_check (world->test.project, TODAY);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const LijnFinding *finding = findings->pdata[i];

      n += finding->kind == kind && (gpointer) finding->object == object;
    }
  return n;
}

static void
sign (LijnWorld *world, LijnParty *party)
{
  g_autofree char *terms = lijn_interface_get_terms (world->interface);

  lijn_test_put (&world->test, LIJN_TABLE_SIGNOFF,
                 LIJN_CELLS (LIJN_REF ("interface", LIJN_ID (world->interface)),
                             LIJN_REF ("party", LIJN_ID (party)), LIJN_TEXT ("terms", terms)));
}

static void
test_interfaces (LijnWorld *world, gconstpointer unused)
{
  g_assert_cmpuint (count (world, LIJN_CHECK_INTERFACE_WITHOUT_NORM, world->interface), ==, 1);
  g_assert_cmpuint (count (world, LIJN_CHECK_INTERFACE_WITHOUT_AGREEMENT, world->interface), ==, 1);
  lijn_test_change (&world->test, world->interface, LIJN_CELLS (LIJN_REAL ("norm_minutes", 60)));
  sign (world, world->customer);
  sign (world, world->supplier);
  g_assert_cmpuint (count (world, LIJN_CHECK_INTERFACE_WITHOUT_NORM, world->interface), ==, 0);
  g_assert_cmpuint (count (world, LIJN_CHECK_INTERFACE_WITHOUT_AGREEMENT, world->interface), ==, 0);

  g_assert_cmpuint (count (world, LIJN_CHECK_CROSSING_WITHOUT_INTERFACE, world->hand_over), ==, 0);
  lijn_test_change (&world->test, world->hand_over, LIJN_CELLS (LIJN_NOTHING ("interface")));
  g_assert_cmpuint (count (world, LIJN_CHECK_CROSSING_WITHOUT_INTERFACE, world->hand_over), ==, 1);
}

static void
test_friction (LijnWorld *world, gconstpointer unused)
{
  g_assert_cmpuint (count (world, LIJN_CHECK_FRICTION_WITHOUT_TEAM, world->friction), ==, 1);
  lijn_test_change (&world->test, world->friction, LIJN_CELLS (LIJN_INT ("priority", 1)));
  g_assert_cmpuint (count (world, LIJN_CHECK_FRICTION_WITHOUT_TEAM, world->friction), ==, 0);
  g_assert_cmpuint (count (world, LIJN_CHECK_PRIORITY_WITHOUT_WORK, world->friction), ==, 1);
  lijn_test_put (&world->test, LIJN_TABLE_ASSIGNMENT,
                 LIJN_CELLS (LIJN_REF ("team", LIJN_ID (world->team)),
                             LIJN_REF ("friction", LIJN_ID (world->friction))));
  g_assert_cmpuint (count (world, LIJN_CHECK_PRIORITY_WITHOUT_WORK, world->friction), ==, 0);
}

static void
test_parked_friction_needs_no_team (LijnWorld *world, gconstpointer unused)
{
  lijn_test_change (&world->test, world->friction, LIJN_CELLS (LIJN_TEXT ("status", "parked")));
  g_assert_cmpuint (count (world, LIJN_CHECK_FRICTION_WITHOUT_TEAM, world->friction), ==, 0);
}

static void
test_teams (LijnWorld *world, gconstpointer unused)
{
  g_assert_cmpuint (count (world, LIJN_CHECK_TEAM_MISSES_PARTY, world->team), ==, 0);
  lijn_test_delete (&world->test, world->buyer); /* the membership goes with the person */
  g_assert_cmpuint (count (world, LIJN_CHECK_TEAM_MISSES_PARTY, world->team), ==, 1);
  lijn_test_change (&world->test, world->team, LIJN_CELLS (LIJN_TEXT ("kind", "steering")));
  g_assert_cmpuint (count (world, LIJN_CHECK_STEERING_WITHOUT_CUSTOMER, world->team), ==, 1);
}

static void
test_the_flow_of_work (LijnWorld *world, gconstpointer unused)
{
  LijnElement *note = lijn_world_put_element (world, NULL, "note", "Mind");
  LijnElement *end;

  g_assert_cmpuint (count (world, LIJN_CHECK_DEAD_END, world->receive), ==, 1);
  g_assert_cmpuint (count (world, LIJN_CHECK_UNREACHABLE, world->send), ==, 1);
  g_assert_cmpuint (count (world, LIJN_CHECK_DEAD_END, note), ==, 0);
  lijn_world_put_flow (world, world->receive, note, "association"); /* explains, moves nothing */
  g_assert_cmpuint (count (world, LIJN_CHECK_DEAD_END, world->receive), ==, 1);
  end = lijn_world_put_element (world, world->supplier_lane, "end", "");
  lijn_world_put_flow (world, world->receive, end, "sequence");
  g_assert_cmpuint (count (world, LIJN_CHECK_DEAD_END, world->receive), ==, 0);
  g_assert_cmpuint (count (world, LIJN_CHECK_DEAD_END, end), ==, 0);
}

static void
test_assumptions (LijnWorld *world, gconstpointer unused)
{
  g_assert_cmpuint (count (world, LIJN_CHECK_ASSUMPTION, world->receive), ==, 0);
  lijn_test_change (&world->test, world->receive, LIJN_CELLS (LIJN_INT ("assumed", 1)));
  g_assert_cmpuint (count (world, LIJN_CHECK_ASSUMPTION, world->receive), ==, 1);
}

static void
test_actions (LijnWorld *world, gconstpointer unused)
{
  LijnAction *action = lijn_test_put (
      &world->test, LIJN_TABLE_ACTION,
      LIJN_CELLS (LIJN_REF ("team", LIJN_ID (world->team)), LIJN_TEXT ("what", "Ask")));

  g_assert_cmpuint (count (world, LIJN_CHECK_ACTION_WITHOUT_PERSON, action), ==, 1);
  g_assert_cmpuint (count (world, LIJN_CHECK_ACTION_WITHOUT_DATE, action), ==, 1);
  lijn_test_change (
      &world->test, action,
      LIJN_CELLS (LIJN_REF ("person", LIJN_ID (world->buyer)), LIJN_TEXT ("due", TODAY)));
  g_assert_cmpuint (count (world, LIJN_CHECK_ACTION_WITHOUT_PERSON, action), ==, 0);
  g_assert_cmpuint (count (world, LIJN_CHECK_ACTION_OVERDUE, action), ==,
                    0); /* due today is in time */
  lijn_test_change (&world->test, action, LIJN_CELLS (LIJN_TEXT ("due", "2026-06-14")));
  g_assert_cmpuint (count (world, LIJN_CHECK_ACTION_OVERDUE, action), ==, 1);
  lijn_test_change (&world->test, action, LIJN_CELLS (LIJN_TEXT ("status", "done")));
  g_assert_cmpuint (count (world, LIJN_CHECK_ACTION_OVERDUE, action), ==, 0);
}

static void
test_parties (LijnWorld *world, gconstpointer unused)
{
  g_assert_cmpuint (count (world, LIJN_CHECK_NO_CUSTOMER, NULL), ==, 0);
  lijn_test_change (&world->test, world->customer, LIJN_CELLS (LIJN_TEXT ("role", "partner")));
  g_assert_cmpuint (count (world, LIJN_CHECK_NO_CUSTOMER, NULL), ==, 1);
  g_assert_cmpuint (count (world, LIJN_CHECK_NO_SUPPLIER, NULL), ==, 0);
}

static void
test_set_aside (LijnWorld *world, gconstpointer unused)
{
  g_autoptr (GPtrArray) findings = NULL;
  LijnWaiver *waiver = lijn_test_put (
      &world->test, LIJN_TABLE_WAIVER,
      LIJN_CELLS (LIJN_TEXT ("finding", lijn_check_nick (LIJN_CHECK_FRICTION_WITHOUT_TEAM)),
                  LIJN_TEXT ("subject", LIJN_ID (world->friction))));
  guint waived = 0;

  findings = lijn_rules_check (world->test.project, TODAY);
  for (guint i = 0; i < findings->len; i++)
    {
      const LijnFinding *finding = findings->pdata[i];

      if (finding->waiver == NULL)
        continue;
      g_assert_true (finding->waiver == waiver);
      g_assert_cmpint (finding->kind, ==, LIJN_CHECK_FRICTION_WITHOUT_TEAM);
      waived++;
    }
  g_assert_cmpuint (waived, ==, 1);
}

/* Names that look like a format do no harm, and every finding says what it is about. */
static void
test_findings_are_described (LijnWorld *world, gconstpointer unused)
{
  g_autoptr (GPtrArray) findings = NULL;

  lijn_test_change (&world->test, world->receive,
                    LIJN_CELLS (LIJN_TEXT ("name", "100 %s %n done")));
  findings = lijn_rules_check (world->test.project, TODAY);
  g_assert_cmpuint (findings->len, >, 0);
  for (guint i = 0; i < findings->len; i++)
    {
      const LijnFinding *finding = findings->pdata[i];
      g_autofree char *text = lijn_finding_describe (finding);

      g_assert_cmpstr (text, !=, "");
      if ((gpointer) finding->object == (gpointer) world->receive)
        g_assert_nonnull (strstr (text, "100 %s %n done"));
    }
}

#define ADD(name, function)                                                                        \
  g_test_add (name, LijnWorld, NULL, lijn_world_set_up, function, lijn_world_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/checks/interfaces", test_interfaces);
  ADD ("/checks/friction", test_friction);
  ADD ("/checks/parked-friction-needs-no-team", test_parked_friction_needs_no_team);
  ADD ("/checks/teams", test_teams);
  ADD ("/checks/the-flow-of-work", test_the_flow_of_work);
  ADD ("/checks/assumptions", test_assumptions);
  ADD ("/checks/actions", test_actions);
  ADD ("/checks/parties", test_parties);
  ADD ("/checks/set-aside", test_set_aside);
  ADD ("/checks/findings-are-described", test_findings_are_described);

  return g_test_run ();
}
