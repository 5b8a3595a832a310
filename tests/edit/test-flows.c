/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "edit-world.h"

#include <math.h>

/* Flows and the interfaces that they hang on. */

static LijnElement *
add (World *world, LijnLane *lane, const char *name, double x)
{
  return place (world, lane, LIJN_ELEMENT_KIND_STEP, name, x, 28);
}

static LijnFlow *
connect (LijnElement *source, LijnElement *target, const char *label, LijnInterface *interface)
{
  g_autoptr (GError) error = NULL;
  LijnFlow *flow = lijn_edit_connect (source, target, label, interface, &error);

  g_assert_no_error (error);
  return flow;
}

static void
test_sequence_has_no_interface (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  LijnFlow *flow = connect (world->receive, world->decide, " no ", NULL);

  g_assert_cmpint (lijn_flow_get_kind (flow), ==, LIJN_FLOW_KIND_SEQUENCE);
  g_assert_cmpstr (lijn_flow_get_name (flow), ==, "no");
  g_assert_null (lijn_flow_get_interface (flow));
  g_assert_cmpstr (lijn_flow_get_route (flow), !=, "");
  assert_undoes_to (world->project, before);
}

static void
test_hand_over_makes_an_interface (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  LijnFlow *flow = connect (world->decide, world->send, NULL, NULL);
  LijnInterface *interface = lijn_flow_get_interface (flow);

  g_assert_nonnull (interface);
  g_assert_cmpint (lijn_interface_get_number (interface), ==, 2);
  g_assert_cmpstr (lijn_interface_get_name (interface), ==, "Send claim");
  g_assert_true (lijn_interface_get_giver (interface) == world->supplier);
  g_assert_true (lijn_interface_get_receiver (interface) == world->customer);
  assert_undoes_to (world->project, before);
}

static void
test_hand_over_joins_an_interface (World *world, gconstpointer unused)
{
  LijnFlow *flow = connect (world->send, world->assess, NULL, world->interface);

  g_assert_true (lijn_flow_get_interface (flow) == world->interface);
  g_assert_cmpuint (count (world, LIJN_TABLE_INTERFACE), ==, 1);
  REFUSED (world, LIJN_RULES_ERROR_CONNECT,
           lijn_edit_connect (world->decide, world->send, NULL, world->interface, &failure) !=
               NULL);
}

/* A step of the customer's on another map. */
static LijnElement *
add_far_step (World *world)
{
  g_autoptr (GError) error = NULL;
  LijnMap *map = lijn_edit_add_map (world->project, LIJN_MAP_KIND_AS_IS, "Other", &error);
  LijnLane *lane = lijn_edit_add_lane (map, world->customer, "Desk", NULL, &error);
  LijnElement *far = lijn_edit_add_element (map, lane, LIJN_ELEMENT_KIND_STEP, "Far", 100, 28,
                                            &error);

  g_assert_no_error (error);
  return far;
}

static void
test_refused_connections (World *world, gconstpointer unused)
{
  LijnElement *far = add_far_step (world);

  REFUSED (world, LIJN_RULES_ERROR_CONNECT,
           lijn_edit_connect (world->send, world->send, NULL, NULL, &failure) != NULL);
  REFUSED (world, LIJN_RULES_ERROR_CONNECT,
           lijn_edit_connect (world->send, far, NULL, NULL, &failure) != NULL);
}

/* The number of an ended interface is used again only when it was the highest. */
static void
test_numbers_are_stable (World *world, gconstpointer unused)
{
  LijnFlow *second = connect (world->decide, world->send, NULL, NULL);

  DO (lijn_edit_remove_one (LIJN_OBJECT (world->hand_over), &failure));
  g_assert_cmpuint (count (world, LIJN_TABLE_INTERFACE), ==, 1);
  g_assert_cmpint (lijn_interface_get_number (lijn_flow_get_interface (second)), ==, 2);
  second = connect (world->send, world->receive, NULL, NULL);
  g_assert_cmpint (lijn_interface_get_number (lijn_flow_get_interface (second)), ==, 3);
}

static void
test_reconnect_keeps_the_interface (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);

  DO (lijn_edit_reconnect (world->hand_over, world->send, world->decide, &failure));
  g_assert_true (lijn_flow_get_interface (world->hand_over) == world->interface);
  assert_sound (world->project);
  assert_undoes_to (world->project, before);
}

/* The only hand-over of an interface turned round takes the interface with it, but not the names of
 * those who now stand on the other side, nor their signatures' worth. */
static void
test_reconnect_turns_the_interface (World *world, gconstpointer unused)
{
  g_autofree char *before = NULL;

  DO (lijn_edit_set (LIJN_OBJECT (world->interface), "giver_contact",
                     lijn_object_get_id (LIJN_OBJECT (world->buyer)), &failure));
  before = dump (world);
  DO (lijn_edit_reconnect (world->hand_over, world->receive, world->send, &failure));
  g_assert_true (lijn_flow_get_interface (world->hand_over) == world->interface);
  g_assert_true (lijn_interface_get_giver (world->interface) == world->supplier);
  g_assert_null (lijn_interface_get_giver_contact (world->interface));
  assert_sound (world->project);
  assert_undoes_to (world->project, before);
}

/* What is pinned on a flow, and its interface, lie on the flow's map: it cannot leave it. */
static void
test_reconnect_stays_on_the_map (World *world, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  LijnElement *one = add_far_step (world);
  LijnElement *two = lijn_edit_append (one, NULL, LIJN_ELEMENT_KIND_STEP, "Two", NULL, &error);

  g_assert_no_error (error);
  REFUSED (world, LIJN_RULES_ERROR_CONNECT,
           lijn_edit_reconnect (world->hand_over, one, two, &failure));
  REFUSED (world, LIJN_RULES_ERROR_CONNECT,
           lijn_edit_reconnect (world->hand_over, world->send, two, &failure));
}

static void
test_reconnect_inside_ends_the_interface (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);

  DO (lijn_edit_reconnect (world->hand_over, world->receive, world->decide, &failure));
  g_assert_cmpint (lijn_flow_get_kind (world->hand_over), ==, LIJN_FLOW_KIND_SEQUENCE);
  g_assert_cmpuint (count (world, LIJN_TABLE_INTERFACE), ==, 0);
  assert_undoes_to (world->project, before);
}

static void
test_bend_and_route_again (World *world, gconstpointer unused)
{
  g_autofree char *route = g_strdup (lijn_flow_get_route (world->pass_on));
  g_autofree char *before = dump (world);
  g_autoptr (GPtrArray) flows = many (world->pass_on, NULL);
  LijnLayout *layout = lijn_layout_of (world->map);
  LijnRect from, to;
  LijnPoint laid[4];

  lijn_layout_get_element_rect (layout, world->receive, &from);
  lijn_layout_get_element_rect (layout, world->assess, &to);
  laid[0] = (LijnPoint){ from.x + from.width / 2, from.y + from.height };
  laid[1] = (LijnPoint){ laid[0].x, to.y - 16 };
  laid[2] = (LijnPoint){ to.x + to.width / 2, to.y - 16 };
  laid[3] = (LijnPoint){ laid[2].x, to.y };
  DO (lijn_edit_bend (world->pass_on, laid, 4, &failure));
  g_assert_true (lijn_flow_get_bent (world->pass_on));
  assert_undoes_to (world->project, before);

  DO (lijn_edit_route_again (flows, &failure));
  g_assert_false (lijn_flow_get_bent (world->pass_on));
  g_assert_cmpstr (lijn_flow_get_route (world->pass_on), ==, route);

  laid[1].x = (double) NAN;
  REFUSED (world, LIJN_RULES_ERROR_VALUE, lijn_edit_bend (world->pass_on, laid, 4, &failure));
  REFUSED (world, LIJN_RULES_ERROR_VALUE, lijn_edit_bend (world->pass_on, laid, 1, &failure));
}

/* Bends laid by a person stay when an end moves, and when something comes near; not when something is
 * put on the line. */
static void
test_bends_stay_until_in_the_way (World *world, gconstpointer unused)
{
  LijnLayout *layout = lijn_layout_of (world->map);
  LijnElement *other = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) end = many (world->assess, NULL);
  LijnRect from, to, at;
  const LijnPoint *points;
  LijnPoint laid[4], middle;
  guint n;

  lijn_layout_get_element_rect (layout, world->receive, &from);
  lijn_layout_get_element_rect (layout, world->assess, &to);
  laid[0] = (LijnPoint){ from.x + from.width, from.y + from.height / 2 };
  laid[1] = (LijnPoint){ MAX (laid[0].x, to.x + to.width) + 500, laid[0].y };
  laid[2] = (LijnPoint){ laid[1].x, to.y + to.height / 2 };
  laid[3] = (LijnPoint){ to.x + to.width, laid[2].y };
  DO (lijn_edit_bend (world->pass_on, laid, 4, &failure));
  DO (lijn_edit_move (end, 40, 0, &failure));
  g_assert_true (lijn_flow_get_bent (world->pass_on));

  other = add (world, lijn_element_get_lane (world->receive), "Other", 2400);
  g_assert_true (lijn_flow_get_bent (world->pass_on));
  one = many (other, NULL);
  points = lijn_layout_get_flow_points (layout, world->pass_on, &n);
  g_assert_cmpuint (n, >=, 3);
  middle = (LijnPoint){ points[1].x - 120, points[1].y };
  lijn_layout_get_element_rect (layout, other, &at);
  DO (lijn_edit_move (one, middle.x - at.x - at.width / 2, middle.y - at.y - at.height / 2,
                      &failure));
  g_assert_false (lijn_flow_get_bent (world->pass_on));
}

static void
test_hang (World *world, gconstpointer unused)
{
  LijnFlow *second = connect (world->send, world->assess, "Photos", NULL);
  g_autoptr (LijnInterface) photos = g_object_ref (lijn_flow_get_interface (second));
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  LijnFriction *friction = lijn_edit_add_friction (LIJN_OBJECT (photos), 0, 0, NULL, "Too large",
                                                   &error);

  g_assert_no_error (error);
  before = dump (world);
  DO (lijn_edit_hang (second, world->interface, &failure));
  g_assert_true (lijn_flow_get_interface (second) == world->interface);
  g_assert_true (lijn_object_is_gone (LIJN_OBJECT (photos)));
  g_assert_true (lijn_friction_get_anchor (friction) == LIJN_OBJECT (world->interface));
  assert_undoes_to (world->project, before);

  DO (lijn_edit_hang (second, NULL, &failure));
  g_assert_true (lijn_flow_get_interface (second) != world->interface);
  g_assert_cmpstr (lijn_interface_get_name (lijn_flow_get_interface (second)), ==, "Photos");
  REFUSED (world, LIJN_RULES_ERROR_CONNECT,
           lijn_edit_hang (world->pass_on, world->interface, &failure));
}

static void
test_renumber_from_left_to_right (World *world, gconstpointer unused)
{
  LijnElement *early = add (world, world->desk, "Call", 100);
  LijnFlow *flow;
  g_autofree char *before = NULL;
  g_autoptr (GPtrArray)
      rest = many (world->send, world->receive, world->assess, world->decide, NULL);

  DO (lijn_edit_move (rest, 800, 0, &failure));
  flow = connect (early, add (world, world->intake, "Answer", 100), NULL, NULL);
  g_assert_cmpint (lijn_interface_get_number (lijn_flow_get_interface (flow)), ==, 2);
  before = dump (world);
  DO (lijn_edit_renumber_interfaces (world->map, &failure));
  g_assert_cmpint (lijn_interface_get_number (lijn_flow_get_interface (flow)), ==, 1);
  g_assert_cmpint (lijn_interface_get_number (world->interface), ==, 2);
  assert_undoes_to (world->project, before);
}

static void
test_signatures (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  g_autoptr (GError) error = NULL;
  LijnParty *partner = lijn_edit_add_party (world->project, LIJN_PARTY_ROLE_PARTNER, "Garage",
                                            &error);

  DO (lijn_edit_undo (world->project, NULL, &failure));
  DO (lijn_edit_sign (world->interface, world->customer, world->buyer, &failure));
  assert_undoes_to (world->project, before);
  g_assert_cmpint (lijn_interface_get_agreement (world->interface), ==, LIJN_AGREEMENT_PROPOSED);
  DO (lijn_edit_sign (world->interface, world->supplier, NULL, &failure));
  g_assert_cmpint (lijn_interface_get_agreement (world->interface), ==, LIJN_AGREEMENT_AGREED);

  DO (lijn_edit_set (LIJN_OBJECT (world->interface), "norm_minutes", "60", &failure));
  g_assert_cmpint (lijn_interface_get_agreement (world->interface), ==, LIJN_AGREEMENT_OPEN);
  DO (lijn_edit_sign (world->interface, world->customer, NULL, &failure));
  g_assert_cmpuint (count (world, LIJN_TABLE_SIGNOFF), ==, 2);
  DO (lijn_edit_withdraw_signature (world->interface, world->customer, &failure));
  g_assert_cmpuint (count (world, LIJN_TABLE_SIGNOFF), ==, 1);

  REFUSED (world, LIJN_RULES_ERROR_PARTY,
           lijn_edit_sign (world->interface, world->customer, world->seller, &failure));
  partner = lijn_edit_add_party (world->project, LIJN_PARTY_ROLE_PARTNER, "Garage", &error);
  g_assert_no_error (error);
  REFUSED (world, LIJN_RULES_ERROR_PARTY,
           lijn_edit_sign (world->interface, partner, NULL, &failure));
}

/* Copies that were brought together may hold two signatures of one party: the newest is renewed, and
 * none is left when it is withdrawn. */
static void
test_two_signatures_of_one_party (World *world, gconstpointer unused)
{
  g_autofree char *terms = lijn_interface_get_terms (world->interface);
  LijnSignoff *newest;

  for (int i = 0; i < 2; i++)
    lijn_test_put (
        &world->test, LIJN_TABLE_SIGNOFF,
        LIJN_CELLS (LIJN_TEXT ("interface", lijn_object_get_id (LIJN_OBJECT (world->interface))),
                    LIJN_TEXT ("party", lijn_object_get_id (LIJN_OBJECT (world->customer))),
                    LIJN_INT ("at", 1000 + i), LIJN_TEXT ("terms", terms)));
  newest = lijn_interface_get_signoff (world->interface, world->customer);
  g_assert_cmpint (lijn_signoff_get_at (newest), ==, 1001);
  DO (lijn_edit_sign (world->interface, world->customer, NULL, &failure));
  g_assert_cmpint (lijn_signoff_get_at (newest), >, 1001);
  DO (lijn_edit_withdraw_signature (world->interface, world->customer, &failure));
  g_assert_cmpuint (count (world, LIJN_TABLE_SIGNOFF), ==, 0);
  g_assert_false (lijn_interface_is_signed_by (world->interface, world->customer));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/edit/flow/sequence", test_sequence_has_no_interface);
  ADD ("/edit/flow/hand-over", test_hand_over_makes_an_interface);
  ADD ("/edit/flow/join-interface", test_hand_over_joins_an_interface);
  ADD ("/edit/flow/refused", test_refused_connections);
  ADD ("/edit/flow/stable-numbers", test_numbers_are_stable);
  ADD ("/edit/flow/reconnect", test_reconnect_keeps_the_interface);
  ADD ("/edit/flow/turn", test_reconnect_turns_the_interface);
  ADD ("/edit/flow/other-map", test_reconnect_stays_on_the_map);
  ADD ("/edit/flow/inside", test_reconnect_inside_ends_the_interface);
  ADD ("/edit/flow/bend", test_bend_and_route_again);
  ADD ("/edit/flow/bends-stay-until-in-the-way", test_bends_stay_until_in_the_way);
  ADD ("/edit/interface/hang", test_hang);
  ADD ("/edit/interface/renumber", test_renumber_from_left_to_right);
  ADD ("/edit/interface/sign", test_signatures);
  ADD ("/edit/interface/sign-twice", test_two_signatures_of_one_party);
  return g_test_run ();
}
