/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "edit-world.h"

/* Parties, maps, persons and lanes. */

static void
test_customer_stands_on_top (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parties = NULL;
  LijnParty *partner = lijn_edit_add_party (world->project, LIJN_PARTY_ROLE_PARTNER,
                                            "  Repair \n shop ", &error);
  LijnParty *second;

  g_assert_no_error (error);
  g_assert_cmpstr (lijn_party_get_name (partner), ==, "Repair shop");
  assert_undoes_to (world->project, before);
  second = lijn_edit_add_party (world->project, LIJN_PARTY_ROLE_CUSTOMER, "Insured", &error);
  g_assert_no_error (error);

  parties = lijn_project_list_parties (world->project);
  g_assert_cmpuint (parties->len, ==, 4);
  g_assert_true (g_ptr_array_index (parties, 0) == world->customer);
  g_assert_true (g_ptr_array_index (parties, 1) == second);
  g_assert_true (g_ptr_array_index (parties, 2) == world->supplier);
}

static void
test_party_needs_a_name (World *world, gconstpointer unused)
{
  REFUSED (world, LIJN_RULES_ERROR_VALUE,
           lijn_edit_add_party (world->project, LIJN_PARTY_ROLE_PARTNER, "  ", &failure) != NULL);
}

static void
test_move_party (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  g_autoptr (GPtrArray) parties = NULL;

  DO (lijn_edit_move_party (world->supplier, world->customer, &failure));
  parties = lijn_project_list_parties (world->project);
  g_assert_true (g_ptr_array_index (parties, 0) == world->supplier);
  assert_sound (world->project);
  assert_undoes_to (world->project, before);
}

static void
test_add_map_and_person (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  g_autoptr (GError) error = NULL;
  LijnMap *map = lijn_edit_add_map (world->project, LIJN_MAP_KIND_TO_BE, "Later", &error);
  LijnPerson *person;

  g_assert_no_error (error);
  g_assert_cmpint (lijn_map_get_kind (map), ==, LIJN_MAP_KIND_TO_BE);
  g_assert_true (lijn_project_get_first_map (world->project) == world->map);
  assert_undoes_to (world->project, before);

  person = lijn_edit_add_person (world->customer, "Clerk", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (lijn_person_get_party (person) == world->customer);
}

static void
test_add_lane_before_another (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lanes = NULL;
  LijnLane *lane = lijn_edit_add_lane (world->map, world->supplier, "Post room", world->claims,
                                       &error);

  g_assert_no_error (error);
  lanes = lijn_map_list_lanes (world->map);
  g_assert_cmpuint (lanes->len, ==, 4);
  g_assert_true (g_ptr_array_index (lanes, 1) == world->intake);
  g_assert_true (g_ptr_array_index (lanes, 2) == lane);
  g_assert_true (g_ptr_array_index (lanes, 3) == world->claims);
  g_assert_cmpfloat (lijn_lane_get_height (lane), ==, LIJN_LANE_HEIGHT);
  assert_undoes_to (world->project, before);
}

static void
test_lane_stays_with_its_party (World *world, gconstpointer unused)
{
  REFUSED (world, LIJN_RULES_ERROR_CONTAIN,
           lijn_edit_move_lane (world->desk, world->claims, &failure));
}

static void
test_many_lanes_between_two (World *world, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lanes = NULL;
  LijnLane *last = world->claims;

  /* More often than a double can be halved between two ranks. */
  for (guint i = 0; i < 120; i++)
    {
      last = lijn_edit_add_lane (world->map, world->supplier, "Between", last, &error);
      g_assert_no_error (error);
    }
  lanes = lijn_map_list_lanes (world->map);
  g_assert_true (g_ptr_array_index (lanes, 1) == world->intake);
  g_assert_true (g_ptr_array_index (lanes, 2) == last);
  g_assert_true (g_ptr_array_index (lanes, lanes->len - 1) == world->claims);
}

static void
test_move_lane_takes_its_contents (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  g_autoptr (GPtrArray) lanes = NULL;
  double y = lijn_element_get_y (world->assess);

  DO (lijn_edit_move_lane (world->claims, world->intake, &failure));
  lanes = lijn_map_list_lanes (world->map);
  g_assert_true (g_ptr_array_index (lanes, 1) == world->claims);
  g_assert_cmpfloat (lijn_element_get_y (world->assess), ==, y);
  g_assert_true (lijn_element_get_lane (world->assess) == world->claims);
  assert_undoes_to (world->project, before);
}

static void
test_lane_never_smaller_than_its_contents (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);

  DO (lijn_edit_resize_lane (world->intake, 240, &failure));
  g_assert_cmpfloat (lijn_lane_get_height (world->intake), ==, 240);
  assert_undoes_to (world->project, before);

  DO (lijn_edit_resize_lane (world->intake, 10, &failure));
  g_assert_cmpfloat (lijn_lane_get_height (world->intake), >=,
                     lijn_element_get_y (world->receive) +
                         lijn_element_get_height (world->receive));
}

/* A lane given to the other party takes its steps over the line with it. */
static void
test_lane_given_to_another_party (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);

  DO (lijn_edit_set (LIJN_OBJECT (world->intake), "party",
                     lijn_object_get_id (LIJN_OBJECT (world->customer)), &failure));
  g_assert_cmpint (lijn_flow_get_kind (world->hand_over), ==, LIJN_FLOW_KIND_SEQUENCE);
  g_assert_cmpint (lijn_flow_get_kind (world->pass_on), ==, LIJN_FLOW_KIND_HAND_OVER);
  g_assert_cmpuint (count (world, LIJN_TABLE_INTERFACE), ==, 1);
  assert_sound (world->project);
  assert_undoes_to (world->project, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/edit/party/customer-on-top", test_customer_stands_on_top);
  ADD ("/edit/party/needs-name", test_party_needs_a_name);
  ADD ("/edit/party/move", test_move_party);
  ADD ("/edit/map-and-person", test_add_map_and_person);
  ADD ("/edit/lane/add-before", test_add_lane_before_another);
  ADD ("/edit/lane/stays-with-party", test_lane_stays_with_its_party);
  ADD ("/edit/lane/many-between", test_many_lanes_between_two);
  ADD ("/edit/lane/move", test_move_lane_takes_its_contents);
  ADD ("/edit/lane/resize", test_lane_never_smaller_than_its_contents);
  ADD ("/edit/lane/give", test_lane_given_to_another_party);
  return g_test_run ();
}
