/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "edit-world.h"

/* Removing things: what goes with them, what is joined, what stays. */

static LijnFriction *
pin (gpointer anchor, const char *words)
{
  g_autoptr (GError) error = NULL;
  LijnFriction *friction = lijn_edit_add_friction (anchor, 0, 0, NULL, words, &error);

  g_assert_no_error (error);
  return friction;
}

static void
test_step_joins_its_flows (World *world, gconstpointer unused)
{
  g_autofree char *before = NULL;

  DO (lijn_edit_rename (LIJN_OBJECT (world->judge), "urgent", &failure));
  before = dump (world);
  DO (lijn_edit_remove_one (LIJN_OBJECT (world->assess), &failure));
  g_assert_nonnull (flow_between (world->receive, world->decide));
  g_assert_cmpstr (lijn_flow_get_name (flow_between (world->receive, world->decide)), ==, "urgent");
  g_assert_cmpuint (count (world, LIJN_TABLE_FLOW), ==, 2);
  assert_sound (world->project);
  assert_undoes_to (world->project, before);
}

/* The step where the hand-over arrives goes: the hand-over goes on to the next, on its interface. */
static void
test_joined_hand_over_keeps_its_interface (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  LijnFlow *flow;

  DO (lijn_edit_remove_one (LIJN_OBJECT (world->receive), &failure));
  flow = flow_between (world->send, world->assess);
  g_assert_nonnull (flow);
  g_assert_true (lijn_flow_get_interface (flow) == world->interface);
  g_assert_cmpint (lijn_flow_get_kind (flow), ==, LIJN_FLOW_KIND_HAND_OVER);
  assert_sound (world->project);
  assert_undoes_to (world->project, before);
}

static void
test_chain_is_joined (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  g_autoptr (GPtrArray) chain = many (world->assess, world->receive, NULL);

  DO (lijn_edit_remove (chain, &failure));
  g_assert_nonnull (flow_between (world->send, world->decide));
  g_assert_cmpuint (count (world, LIJN_TABLE_FLOW), ==, 1);
  g_assert_cmpuint (count (world, LIJN_TABLE_INTERFACE), ==, 1);
  assert_sound (world->project);
  assert_undoes_to (world->project, before);
}

/* Over the line and back: what is left lies inside one party. */
static void
test_detour_leaves_no_interface (World *world, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  LijnElement *ask = lijn_edit_append (world->decide, world->desk, LIJN_ELEMENT_KIND_STEP, "Answer",
                                       NULL, &error);
  LijnElement *pay = lijn_edit_append (ask, world->claims, LIJN_ELEMENT_KIND_STEP, "Pay", NULL,
                                       &error);
  LijnFlow *flow;

  g_assert_no_error (error);
  g_assert_cmpuint (count (world, LIJN_TABLE_INTERFACE), ==, 3);
  DO (lijn_edit_remove_one (LIJN_OBJECT (ask), &failure));
  flow = flow_between (world->decide, pay);
  g_assert_nonnull (flow);
  g_assert_cmpint (lijn_flow_get_kind (flow), ==, LIJN_FLOW_KIND_SEQUENCE);
  g_assert_cmpuint (count (world, LIJN_TABLE_INTERFACE), ==, 1);
}

static void
test_fork_is_not_joined (World *world, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  lijn_edit_append (world->assess, NULL, LIJN_ELEMENT_KIND_STEP, "Ask more", NULL, &error);
  g_assert_no_error (error);
  DO (lijn_edit_remove_one (LIJN_OBJECT (world->assess), &failure));
  g_assert_null (flow_between (world->receive, world->decide));
  g_assert_cmpuint (count (world, LIJN_TABLE_FLOW), ==, 1);
}

static void
test_connected_already_is_not_joined (World *world, gconstpointer unused)
{
  DO (lijn_edit_connect (world->receive, world->decide, NULL, NULL, &failure));
  DO (lijn_edit_remove_one (LIJN_OBJECT (world->assess), &failure));
  g_assert_cmpuint (count (world, LIJN_TABLE_FLOW), ==, 2);
}

static void
test_flow_asked_for_goes (World *world, gconstpointer unused)
{
  g_autoptr (GPtrArray) both = many (world->assess, world->judge, NULL);

  DO (lijn_edit_remove (both, &failure));
  g_assert_null (flow_between (world->receive, world->decide));
}

static void
test_last_hand_over_ends_its_interface (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);

  DO (lijn_edit_remove_one (LIJN_OBJECT (world->hand_over), &failure));
  g_assert_cmpuint (count (world, LIJN_TABLE_INTERFACE), ==, 0);
  assert_undoes_to (world->project, before);
}

static void
test_interface_takes_its_hand_overs (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);

  DO (lijn_edit_remove_one (LIJN_OBJECT (world->interface), &failure));
  g_assert_cmpuint (count (world, LIJN_TABLE_INTERFACE), ==, 0);
  g_assert_null (flow_between (world->send, world->receive));
  assert_undoes_to (world->project, before);
}

/* What people said stays at the spot where it was said. */
static void
test_friction_stays_on_the_spot (World *world, gconstpointer unused)
{
  LijnFriction *points[] = { pin (world->assess, "step"), pin (world->hand_over, "flow"),
                             pin (world->interface, "interface"), pin (world->desk, "lane") };
  LijnLayout *layout = lijn_layout_of (world->map);
  LijnPoint tips[G_N_ELEMENTS (points)];
  g_autofree char *before = dump (world);
  g_autoptr (GPtrArray) things = many (world->assess, world->hand_over, world->desk, NULL);
  double size;

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    g_assert_true (lijn_layout_get_pin (layout, points[i], &tips[i], &size));

  DO (lijn_edit_remove (things, &failure));
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      g_assert_false (lijn_object_is_gone (LIJN_OBJECT (points[i])));
      g_assert_null (lijn_friction_get_anchor (points[i]));
      g_assert_true (lijn_friction_get_map (points[i]) == world->map);
      g_assert_cmpfloat_with_epsilon (lijn_friction_get_x (points[i]), tips[i].x, 80);
    }
  g_assert_cmpfloat_with_epsilon (lijn_friction_get_x (points[0]), tips[0].x, 0.01);
  g_assert_cmpfloat_with_epsilon (lijn_friction_get_y (points[0]), tips[0].y, 0.01);
  assert_sound (world->project);
  assert_undoes_to (world->project, before);
}

static void
test_friction_passes_to_the_joined_flow (World *world, gconstpointer unused)
{
  LijnFriction *one = pin (world->pass_on, "first"), *other = pin (world->judge, "second");

  DO (lijn_edit_remove_one (LIJN_OBJECT (world->assess), &failure));
  g_assert_true (LIJN_IS_FLOW (lijn_friction_get_anchor (one)));
  g_assert_true (lijn_friction_get_anchor (one) == lijn_friction_get_anchor (other));
}

static void
test_lane_goes_with_its_contents (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);

  DO (lijn_edit_remove_one (LIJN_OBJECT (world->intake), &failure));
  g_assert_cmpuint (count (world, LIJN_TABLE_ELEMENT), ==, 3);
  g_assert_cmpuint (count (world, LIJN_TABLE_FLOW), ==, 1);
  g_assert_cmpuint (count (world, LIJN_TABLE_INTERFACE), ==, 0);
  assert_sound (world->project);
  assert_undoes_to (world->project, before);
}

static void
test_party_goes_with_its_contents (World *world, gconstpointer unused)
{
  LijnFriction *friction = pin (world->interface, "stays");
  g_autofree char *before = dump (world);

  DO (lijn_edit_remove_one (LIJN_OBJECT (world->supplier), &failure));
  g_assert_cmpuint (count (world, LIJN_TABLE_ELEMENT), ==, 1);
  g_assert_cmpuint (count (world, LIJN_TABLE_LANE), ==, 1);
  g_assert_cmpuint (count (world, LIJN_TABLE_PERSON), ==, 1);
  g_assert_cmpuint (count (world, LIJN_TABLE_INTERFACE), ==, 0);
  g_assert_false (lijn_object_is_gone (LIJN_OBJECT (friction)));
  assert_sound (world->project);
  assert_undoes_to (world->project, before);
}

static void
test_map_goes_but_not_what_was_said (World *world, gconstpointer unused)
{
  LijnFriction *friction = pin (world->assess, "stays");
  g_autofree char *before = dump (world);

  DO (lijn_edit_remove_one (LIJN_OBJECT (world->map), &failure));
  g_assert_cmpuint (count (world, LIJN_TABLE_ELEMENT), ==, 0);
  g_assert_cmpuint (count (world, LIJN_TABLE_LANE), ==, 0);
  g_assert_false (lijn_object_is_gone (LIJN_OBJECT (friction)));
  g_assert_null (lijn_friction_get_place (friction));
  assert_sound (world->project);
  assert_undoes_to (world->project, before);
}

static void
test_team_goes_with_its_actions (World *world, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  LijnFriction *friction = pin (world->assess, "slow");
  LijnTeam *team = lijn_edit_add_team (world->project, LIJN_TEAM_KIND_IMPROVEMENT, "Faster",
                                       &error);
  g_autofree char *before = NULL;

  lijn_edit_add_action (team, "Measure", world->seller, NULL, &error);
  lijn_edit_assign (team, friction, &error);
  g_assert_no_error (error);
  before = dump (world);
  DO (lijn_edit_remove_one (LIJN_OBJECT (team), &failure));
  g_assert_cmpuint (count (world, LIJN_TABLE_ACTION), ==, 0);
  g_assert_cmpint (lijn_friction_get_status (friction), ==, LIJN_FRICTION_STATUS_ACCEPTED);
  assert_undoes_to (world->project, before);
}

static void
test_everything_at_once (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  g_autoptr (GPtrArray)
      all = many (world->customer, world->desk, world->send, world->hand_over, world->interface,
                  world->supplier, world->judge, world->decide, world->buyer, world->map, NULL);

  DO (lijn_edit_remove (all, &failure));
  g_assert_cmpuint (count (world, LIJN_TABLE_PARTY), ==, 0);
  g_assert_cmpuint (count (world, LIJN_TABLE_MAP), ==, 0);
  assert_undoes_to (world->project, before);
  REFUSED (world, LIJN_RULES_ERROR_REMOVE,
           lijn_edit_remove_one (LIJN_OBJECT (lijn_project_get_about (world->project)), &failure));
}

static void
test_gone_is_told (World *world, gconstpointer unused)
{
  g_autoptr (LijnElement) decide = g_object_ref (world->decide);

  DO (lijn_edit_remove_one (LIJN_OBJECT (decide), &failure));
  REFUSED (world, LIJN_RULES_ERROR_VALUE, lijn_edit_rename (LIJN_OBJECT (decide), "x", &failure));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/edit/remove/joins", test_step_joins_its_flows);
  ADD ("/edit/remove/keeps-interface", test_joined_hand_over_keeps_its_interface);
  ADD ("/edit/remove/chain", test_chain_is_joined);
  ADD ("/edit/remove/detour", test_detour_leaves_no_interface);
  ADD ("/edit/remove/fork", test_fork_is_not_joined);
  ADD ("/edit/remove/connected-already", test_connected_already_is_not_joined);
  ADD ("/edit/remove/flow-asked-for", test_flow_asked_for_goes);
  ADD ("/edit/remove/last-hand-over", test_last_hand_over_ends_its_interface);
  ADD ("/edit/remove/interface", test_interface_takes_its_hand_overs);
  ADD ("/edit/remove/friction-on-the-spot", test_friction_stays_on_the_spot);
  ADD ("/edit/remove/friction-passes-on", test_friction_passes_to_the_joined_flow);
  ADD ("/edit/remove/lane", test_lane_goes_with_its_contents);
  ADD ("/edit/remove/party", test_party_goes_with_its_contents);
  ADD ("/edit/remove/map", test_map_goes_but_not_what_was_said);
  ADD ("/edit/remove/team", test_team_goes_with_its_actions);
  ADD ("/edit/remove/everything", test_everything_at_once);
  ADD ("/edit/remove/gone", test_gone_is_told);
  return g_test_run ();
}
