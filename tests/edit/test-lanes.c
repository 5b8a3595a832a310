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

static void
test_split_lane (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) elements = many (world->decide, NULL);
  g_autoptr (GPtrArray) lanes = NULL;
  g_autofree char *low = NULL;
  LijnLayout *layout = lijn_layout_of (world->map);
  LijnRect was, is;
  LijnLane *below;

  DO (lijn_edit_move (elements, 0, 120, &failure));
  low = dump (world);
  g_assert_true (lijn_layout_get_element_rect (layout, world->decide, &was));

  below = lijn_edit_split_lane (world->claims, LIJN_LANE_HEIGHT, "Decisions", &error);
  g_assert_no_error (error);
  g_assert_true (lijn_element_get_lane (world->assess) == world->claims);
  g_assert_true (lijn_element_get_lane (world->decide) == below);
  g_assert_true (lijn_lane_get_party (below) == world->supplier);
  lanes = lijn_map_list_lanes (world->map);
  g_assert_true (g_ptr_array_index (lanes, 3) == below);

  /* What goes to the new lane stays where it was. */
  g_assert_true (lijn_layout_get_element_rect (layout, world->decide, &is));
  g_assert_cmpfloat_with_epsilon (is.y, was.y, 0.01);
  assert_sound (world->project);
  assert_undoes_to (world->project, low);
  lijn_edit_undo (world->project, NULL, NULL);
  lijn_edit_undo (world->project, NULL, NULL);
  g_clear_pointer (&low, g_free);
  low = dump (world);
  g_assert_cmpstr (low, ==, before);
}

static void
test_join_lanes (World *world, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  LijnFriction *friction = lijn_edit_add_friction (LIJN_OBJECT (world->intake), 0, 0,
                                                   world->customer, "Slow", &error);
  g_autofree char *before = dump (world);
  g_autoptr (LijnLane) intake = g_object_ref (world->intake);
  double receive = lijn_element_get_y (world->receive);

  g_assert_no_error (error);

  DO (lijn_edit_join_lanes (world->intake, world->claims, &failure));
  g_assert_true (lijn_object_is_gone (LIJN_OBJECT (intake)));
  g_assert_true (lijn_element_get_lane (world->receive) == world->claims);
  /* What lay above stays above. */
  g_assert_cmpfloat (lijn_element_get_y (world->receive), ==, receive);
  g_assert_cmpfloat (lijn_element_get_y (world->assess), >,
                     receive + lijn_element_get_height (world->receive));
  g_assert_true (lijn_friction_get_anchor (friction) == LIJN_OBJECT (world->claims));
  assert_sound (world->project);
  assert_undoes_to (world->project, before);
}

/* Contents moved to another party's lane: with what that means for the interfaces. */
static void
test_join_lanes_across_the_line (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);

  DO (lijn_edit_join_lanes (world->intake, world->desk, &failure));
  g_assert_true (lijn_element_get_party (world->receive) == world->customer);
  g_assert_cmpint (lijn_flow_get_kind (world->hand_over), ==, LIJN_FLOW_KIND_SEQUENCE);
  g_assert_cmpint (lijn_flow_get_kind (world->pass_on), ==, LIJN_FLOW_KIND_HAND_OVER);
  assert_sound (world->project);
  assert_undoes_to (world->project, before);

  REFUSED (world, LIJN_RULES_ERROR_CONTAIN,
           lijn_edit_join_lanes (world->claims, world->claims, &failure));
}

/* Collapsing and opening changes nothing else: not even how the flows run. */
static void
test_collapse_lane (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  g_autofree char *after = NULL;
  g_autofree char *seen = NULL;
  LijnLayout *layout = lijn_layout_of (world->map);
  const LijnLaneBox *box;
  const LijnPoint *points;
  LijnRect rect;
  guint n;

  DO (lijn_edit_collapse_lane (world->claims, TRUE, &failure));
  box = lijn_layout_find_lane (layout, world->claims);
  g_assert_true (box->collapsed);
  g_assert_cmpfloat (box->rect.height, ==, LIJN_COLLAPSED_HEIGHT);
  g_assert_cmpuint (lijn_layout_count_in_lane (layout, world->claims), ==, 2);

  /* What is in it is not there; a flow into it ends at the band, one inside it is gone. */
  g_assert_false (lijn_layout_get_element_rect (layout, world->assess, &rect));
  g_assert_null (lijn_layout_get_flow_points (layout, world->judge, &n));
  points = lijn_layout_get_flow_points (layout, world->pass_on, &n);
  g_assert_nonnull (points);
  g_assert_cmpfloat_with_epsilon (points[n - 1].y, box->rect.y, 0.01);
  rect = lijn_rect_grow (&box->rect, -4);
  {
    g_autoptr (GPtrArray) found = lijn_layout_find_in (layout, &rect);

    for (guint i = 0; i < found->len; i++)
      g_assert_false (LIJN_IS_ELEMENT (g_ptr_array_index (found, i)));
  }
  assert_undoes_to (world->project, before);

  DO (lijn_edit_set (LIJN_OBJECT (world->claims), "collapsed", "0", &failure));
  after = dump (world);
  g_assert_cmpstr (after, ==, before);
}

/* A flow that was drawn while its lane was collapsed is laid when the lane opens. */
static void
test_open_lane_lays_flows (World *world, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  LijnFlow *flow;

  DO (lijn_edit_collapse_lane (world->claims, TRUE, &failure));
  flow = lijn_edit_connect (world->receive, world->decide, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lijn_flow_get_route (flow), ==, "");
  REFUSED (world, LIJN_RULES_ERROR_VALUE,
           lijn_edit_bend (flow, (const LijnPoint[]){ { 100, 100 }, { 200, 100 } }, 2, &failure));
  DO (lijn_edit_collapse_lane (world->claims, FALSE, &failure));
  g_assert_cmpstr (lijn_flow_get_route (flow), !=, "");
  assert_sound (world->project);
}

static void
test_what_comes_into_a_lane_opens_it (World *world, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) elements = many (world->receive, NULL);
  g_autofree char *before = NULL;
  LijnLayout *layout = lijn_layout_of (world->map);
  const LijnLaneBox *box;
  LijnElement *element;
  LijnRect from;

  DO (lijn_edit_collapse_lane (world->claims, TRUE, &failure));
  before = dump (world);
  element = lijn_edit_append (NULL, world->claims, LIJN_ELEMENT_KIND_STEP, "Pay", NULL, &error);
  g_assert_no_error (error);
  g_assert_false (lijn_lane_get_collapsed (world->claims));
  g_assert_true (lijn_element_get_lane (element) == world->claims);
  assert_undoes_to (world->project, before);

  /* Dropped on the band: below what cannot be seen. */
  lijn_edit_undo (world->project, NULL, NULL);
  box = lijn_layout_find_lane (layout, world->claims);
  g_assert_true (lijn_layout_get_element_rect (layout, world->receive, &from));
  DO (lijn_edit_move (elements, 0, box->rect.y + 10 - from.y - from.height / 2, &failure));
  g_assert_false (lijn_lane_get_collapsed (world->claims));
  g_assert_true (lijn_element_get_lane (world->receive) == world->claims);
  g_assert_cmpfloat (lijn_element_get_y (world->receive), >=,
                     lijn_element_get_y (world->assess) + lijn_element_get_height (world->assess));
  assert_sound (world->project);
}

static void
assert_phase (LijnPhase *phase, double x, double right)
{
  g_assert_cmpfloat (lijn_phase_get_x (phase), ==, x);
  g_assert_cmpfloat (lijn_phase_get_x (phase) + lijn_phase_get_width (phase), ==, right);
}

static LijnPhase *
add_phase (World *world, const char *name, double x)
{
  g_autoptr (GError) error = NULL;
  LijnPhase *phase = lijn_edit_add_phase (world->map, name, x, &error);

  g_assert_no_error (error);
  return phase;
}

static void
test_phases (World *world, gconstpointer unused)
{
  g_autofree char *before = NULL;
  LijnPhase *report = add_phase (world, " Report \n it", 100);
  LijnPhase *judge, *pay;

  g_assert_cmpstr (lijn_phase_get_name (report), ==, "Report it");
  assert_phase (report, 100, 380);

  /* Inside a phase the new one takes the rest; the next stands where there is room. */
  judge = add_phase (world, "Judge", 240);
  assert_phase (report, 100, 240);
  assert_phase (judge, 240, 380);
  pay = add_phase (world, "Pay", 360);
  assert_phase (pay, 380, 660);

  /* A common edge is one edge; nothing becomes too narrow. */
  DO (lijn_edit_resize_phase (judge, 200, 180, &failure));
  assert_phase (report, 100, 200);
  assert_phase (judge, 200, 380);
  DO (lijn_edit_resize_phase (judge, 200, 1000, &failure));
  assert_phase (judge, 200, 596);
  assert_phase (pay, 596, 660);
  DO (lijn_edit_move_phase (pay, 300, &failure));
  assert_phase (pay, 596, 660);
  DO (lijn_edit_move_phase (pay, 700, &failure));
  assert_phase (pay, 700, 764);
  DO (lijn_edit_resize_phase (judge, 200, 1000, &failure));
  assert_phase (judge, 200, 700);
  DO (lijn_edit_rename (LIJN_OBJECT (judge), "Assess", &failure));
  g_assert_cmpstr (lijn_phase_get_name (judge), ==, "Assess");
  assert_sound (world->project);
  before = dump (world);
  DO (lijn_edit_remove_one (LIJN_OBJECT (judge), &failure));
  assert_undoes_to (world->project, before);
}

/* Room made across the map is made in its phases and collapsed lanes too. */
static void
test_room_in_phases (World *world, gconstpointer unused)
{
  LijnPhase *report = add_phase (world, "Report", 100);
  LijnPhase *judge = add_phase (world, "Judge", 400);
  double x = lijn_element_get_x (world->decide);

  DO (lijn_edit_collapse_lane (world->claims, TRUE, &failure));
  DO (lijn_edit_make_room (world->map, NULL, FALSE, 300, 80, &failure));
  assert_phase (report, 100, 460);
  assert_phase (judge, 480, 760);
  g_assert_cmpfloat (lijn_element_get_x (world->decide), ==, x + (x >= 300 ? 80 : 0));
  assert_sound (world->project);
}

/* Tidy leaves what is in a collapsed lane as it is. */
static void
test_tidy_with_a_collapsed_lane (World *world, gconstpointer unused)
{
  double height = lijn_lane_get_height (world->claims);
  double x = lijn_element_get_x (world->assess);

  DO (lijn_edit_collapse_lane (world->claims, TRUE, &failure));
  DO (lijn_edit_tidy (world->map, NULL, &failure));
  g_assert_cmpfloat (lijn_lane_get_height (world->claims), ==, height);
  g_assert_cmpfloat (lijn_element_get_x (world->assess), ==, x);
  g_assert_true (lijn_lane_get_collapsed (world->claims));
  DO (lijn_edit_collapse_lane (world->claims, FALSE, &failure));
  assert_sound (world->project);
}

/* A flow drawn past a collapsed lane has no line until that lane is opened, or goes. */
static void
test_line_when_a_collapsed_lane_goes (World *world, gconstpointer unused)
{
  for (int join = 0; join < 2; join++)
    {
      g_autoptr (GError) error = NULL;
      LijnLane *between = lijn_edit_add_lane (world->map, world->supplier, "Between", world->claims,
                                              &error);
      LijnFlow *flow;

      g_assert_no_error (error);
      DO (lijn_edit_collapse_lane (between, TRUE, &failure));
      flow = lijn_edit_connect (world->receive, world->decide, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (lijn_flow_get_route (flow), ==, "");
      if (join > 0)
        DO (lijn_edit_join_lanes (between, world->claims, &failure));
      else
        DO (lijn_edit_remove_one (LIJN_OBJECT (between), &failure));
      g_assert_cmpstr (lijn_flow_get_route (flow), !=, "");
      assert_sound (world->project);
      DO (lijn_edit_remove_one (LIJN_OBJECT (flow), &failure));
    }
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
  ADD ("/edit/lane/split", test_split_lane);
  ADD ("/edit/lane/join", test_join_lanes);
  ADD ("/edit/lane/join-across", test_join_lanes_across_the_line);
  ADD ("/edit/lane/collapse", test_collapse_lane);
  ADD ("/edit/lane/open-lays-flows", test_open_lane_lays_flows);
  ADD ("/edit/lane/coming-in-opens", test_what_comes_into_a_lane_opens_it);
  ADD ("/edit/lane/collapsed-goes", test_line_when_a_collapsed_lane_goes);
  ADD ("/edit/lane/tidy-collapsed", test_tidy_with_a_collapsed_lane);
  ADD ("/edit/phases", test_phases);
  ADD ("/edit/phases/room", test_room_in_phases);
  return g_test_run ();
}
