/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "edit-world.h"

#include "lijn-assumed.h"

#include <math.h>

/* Elements: added, moved, resized, put, turned, confirmed; and what follows: lanes grow, flows
 * follow, groups hold. */

static LijnElement *
add (World *world, LijnLane *lane, LijnElementKind kind, double x, double y)
{
  return place (world, lane, kind, "New", x, y);
}

static gboolean
move (LijnElement *element, double dx, double dy)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) elements = many (element, NULL);
  gboolean done = lijn_edit_move (elements, dx, dy, &error);

  g_assert_no_error (error);
  return done;
}

static void
test_add_keeps_in_lane (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  LijnElement *element = add (world, world->claims, LIJN_ELEMENT_KIND_DOCUMENT, 600.7, -100);

  g_assert_cmpfloat (lijn_element_get_x (element), ==, 600);
  g_assert_cmpfloat (lijn_element_get_y (element), >, 0);
  g_assert_cmpfloat (lijn_element_get_width (element), ==, LIJN_DOCUMENT_WIDTH);
  assert_undoes_to (world->project, before);
}

static void
test_lane_grows_and_nothing_else_moves (World *world, gconstpointer unused)
{
  double height = lijn_lane_get_height (world->intake);
  double y = lijn_element_get_y (world->receive);

  add (world, world->intake, LIJN_ELEMENT_KIND_STEP, 600, 300);
  g_assert_cmpfloat (lijn_lane_get_height (world->intake), ==,
                     300 + LIJN_STEP_HEIGHT + LIJN_LANE_PADDING);
  g_assert_cmpfloat (lijn_lane_get_height (world->intake), >, height);
  g_assert_cmpfloat (lijn_element_get_y (world->receive), ==, y);
}

static void
test_step_needs_a_lane (World *world, gconstpointer unused)
{
  REFUSED (world, LIJN_RULES_ERROR_CONTAIN,
           lijn_edit_add_element (world->map, NULL, LIJN_ELEMENT_KIND_STEP, "Lost", 0, 0,
                                  &failure) != NULL);
  REFUSED (world, LIJN_RULES_ERROR_CONTAIN,
           lijn_edit_append (NULL, NULL, LIJN_ELEMENT_KIND_STEP, "Lost", NULL, &failure) != NULL);
  add (world, NULL, LIJN_ELEMENT_KIND_NOTE, 0, -200);
}

static void
test_append_connects (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  g_autoptr (GError) error = NULL;
  LijnElement *next = lijn_edit_append (world->decide, world->desk, LIJN_ELEMENT_KIND_STEP,
                                        "Take money", "yes", &error);
  LijnFlow *flow;

  g_assert_no_error (error);
  flow = flow_between (world->decide, next);
  g_assert_nonnull (flow);
  g_assert_cmpstr (lijn_flow_get_name (flow), ==, "yes");
  g_assert_cmpint (lijn_flow_get_kind (flow), ==, LIJN_FLOW_KIND_HAND_OVER);
  g_assert_cmpint (lijn_interface_get_number (lijn_flow_get_interface (flow)), ==, 2);
  g_assert_cmpstr (lijn_interface_get_name (lijn_flow_get_interface (flow)), ==, "Take money");
  g_assert_cmpstr (lijn_store_get_undo_label (lijn_project_get_store (world->project)), ==,
                   "Add step");
  assert_undoes_to (world->project, before);
}

static void
test_move_stays_on_the_grid (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  double x = lijn_element_get_x (world->assess);

  move (world->assess, 21.3, 3.1);
  g_assert_cmpfloat (lijn_element_get_x (world->assess), ==, x + 20);
  g_assert_true (lijn_element_get_lane (world->assess) == world->claims);
  assert_sound (world->project);
  assert_undoes_to (world->project, before);
}

static void
test_move_takes_flows_along (World *world, gconstpointer unused)
{
  g_autofree char *route = g_strdup (lijn_flow_get_route (world->pass_on));
  g_autofree char *other = g_strdup (lijn_flow_get_route (world->hand_over));

  move (world->assess, 80, 0);
  g_assert_cmpstr (lijn_flow_get_route (world->pass_on), !=, route);
  g_assert_cmpstr (lijn_flow_get_route (world->hand_over), ==, other);
}

/* A hand-over's step carried over the line: the hand-over becomes a sequence and its interface ends;
 * what followed inside the party now crosses. */
static void
test_move_across_the_line (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  LijnRect desk = rect_of (world->send), intake = rect_of (world->receive);

  move (world->receive, 0, desk.y - intake.y);
  g_assert_true (lijn_element_get_lane (world->receive) == world->desk);
  g_assert_cmpint (lijn_flow_get_kind (world->hand_over), ==, LIJN_FLOW_KIND_SEQUENCE);
  g_assert_null (lijn_flow_get_interface (world->hand_over));
  g_assert_cmpint (lijn_flow_get_kind (world->pass_on), ==, LIJN_FLOW_KIND_HAND_OVER);
  g_assert_nonnull (lijn_flow_get_interface (world->pass_on));
  g_assert_cmpuint (count (world, LIJN_TABLE_INTERFACE), ==, 1);
  assert_sound (world->project);
  assert_undoes_to (world->project, before);
}

/* What was said of the interface that ended now is said of the flow. */
static void
test_friction_stays_with_the_flow (World *world, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  LijnFriction *friction = lijn_edit_add_friction (LIJN_OBJECT (world->interface), 0, 0,
                                                   world->customer, "Slow", &error);
  LijnRect desk = rect_of (world->send), intake = rect_of (world->receive);

  g_assert_no_error (error);
  move (world->receive, 0, desk.y - intake.y);
  g_assert_true (lijn_friction_get_anchor (friction) == LIJN_OBJECT (world->hand_over));
}

static void
test_move_out_of_the_map (World *world, gconstpointer unused)
{
  move (world->assess, -5000, 5000);
  g_assert_true (lijn_element_get_lane (world->assess) == world->claims);
  g_assert_cmpfloat (lijn_element_get_x (world->assess), >=, LIJN_GROUND_LEFT);
  move (world->assess, 0, -50000);
  g_assert_true (lijn_element_get_lane (world->assess) == world->desk);
}

static void
test_move_many_is_one_step (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  g_autoptr (GPtrArray) elements = many (world->assess, world->decide, world->assess, NULL);

  DO (lijn_edit_move (elements, 40, 0, &failure));
  g_assert_cmpstr (lijn_store_get_undo_label (lijn_project_get_store (world->project)), ==,
                   "Move 2 elements");
  assert_undoes_to (world->project, before);
}

static void
test_group_takes_contents_along (World *world, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  LijnRect rect = rect_of (world->assess);
  LijnElement *group = add (world, world->claims, LIJN_ELEMENT_KIND_GROUP, rect.x - 12, 16);
  double x;

  DO (lijn_edit_resize (group, rect.x - 12, 12, rect.width + 24, rect.height + 32, &failure));
  g_assert_true (lijn_element_get_container (world->assess) == group);
  g_assert_null (lijn_element_get_container (world->decide));

  x = lijn_element_get_x (world->assess);
  move (group, 0, 40);
  move (group, 800, 0);
  g_assert_cmpfloat (lijn_element_get_x (world->assess), ==, x + 800);
  g_assert_true (lijn_element_get_container (world->assess) == group);

  move (world->assess, -800, 0);
  g_assert_null (lijn_element_get_container (world->assess));
}

static void
test_bends_are_kept (World *world, gconstpointer unused)
{
  const LijnPoint *points;
  LijnRect from = rect_of (world->receive), to = rect_of (world->assess);
  LijnPoint laid[] = { { from.x + from.width / 2, from.y + from.height },
                       { from.x + from.width / 2, to.y - 16 },
                       { to.x + to.width / 2, to.y - 16 },
                       { to.x + to.width / 2, to.y } };
  guint n;

  DO (lijn_edit_bend (world->pass_on, laid, G_N_ELEMENTS (laid), &failure));
  move (world->assess, 200, 0);
  g_assert_true (lijn_flow_get_bent (world->pass_on));
  points = lijn_layout_get_flow_points (lijn_layout_of (world->map), world->pass_on, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpfloat (points[1].x, ==, laid[1].x);
  g_assert_cmpfloat (points[1].y, ==, laid[1].y);
  g_assert_cmpfloat (points[2].x, ==, laid[2].x + 200);
}

static void
test_flow_makes_room_for_a_step (World *world, gconstpointer unused)
{
  LijnRect from = rect_of (world->assess), to;
  const LijnPoint *points;
  LijnElement *between;
  LijnRect box;
  guint n;

  move (world->decide, 400, 0);
  to = rect_of (world->decide);
  between = add (world, world->claims, LIJN_ELEMENT_KIND_STEP,
                 (from.x + from.width + to.x) / 2 - 66, lijn_element_get_y (world->assess));
  box = rect_of (between);
  box = lijn_rect_grow (&box, -1);
  points = lijn_layout_get_flow_points (lijn_layout_of (world->map), world->judge, &n);
  for (guint i = 0; i + 1 < n; i++)
    {
      LijnRect segment = lijn_rect_around (&points[i], 2);

      g_assert_false (segment.x < box.x + box.width && segment.x + segment.width > box.x &&
                      segment.y < box.y + box.height && segment.y + segment.height > box.y);
    }
}

static void
test_resize_grows_the_lane (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);

  DO (lijn_edit_resize (world->assess, lijn_element_get_x (world->assess), 28, 160, 300, &failure));
  g_assert_cmpfloat (lijn_element_get_height (world->assess), ==, 300);
  g_assert_cmpfloat (lijn_lane_get_height (world->claims), >, 328);
  assert_undoes_to (world->project, before);

  DO (lijn_edit_resize (world->assess, 0, 0, -5, 0, &failure));
  g_assert_cmpfloat (lijn_element_get_width (world->assess), >, 0);
}

static void
test_turn_into_another_kind (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  LijnRect old = rect_of (world->assess), new;

  DO (lijn_edit_set (LIJN_OBJECT (world->assess), "kind", "decision", &failure));
  new = rect_of (world->assess);
  g_assert_cmpfloat (new.width, ==, LIJN_DECISION_WIDTH);
  g_assert_cmpfloat (new.x + new.width / 2, ==, old.x + old.width / 2);
  assert_sound (world->project);
  assert_undoes_to (world->project, before);

  DO (lijn_edit_set (LIJN_OBJECT (world->send), "kind", "note", &failure));
  g_assert_cmpint (lijn_flow_get_kind (world->hand_over), ==, LIJN_FLOW_KIND_ASSOCIATION);
  g_assert_cmpuint (count (world, LIJN_TABLE_INTERFACE), ==, 0);
  REFUSED (world, LIJN_RULES_ERROR_CONNECT,
           lijn_edit_set (LIJN_OBJECT (world->decide), "kind", "start", &failure));
}

static void
test_put_in_another_lane (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);

  DO (lijn_edit_set (LIJN_OBJECT (world->decide), "lane",
                     lijn_object_get_id (LIJN_OBJECT (world->desk)), &failure));
  g_assert_true (lijn_element_get_lane (world->decide) == world->desk);
  g_assert_cmpint (lijn_flow_get_kind (world->judge), ==, LIJN_FLOW_KIND_HAND_OVER);
  assert_undoes_to (world->project, before);
  REFUSED (world, LIJN_RULES_ERROR_CONTAIN,
           lijn_edit_set (LIJN_OBJECT (world->decide), "lane", "", &failure));
}

/* What one party draws of the other is an assumption until the other confirms it. */
static void
test_assumed_until_confirmed (World *world, gconstpointer unused)
{
  LijnStore *store = lijn_project_get_store (world->project);
  LijnElement *own, *other;
  LijnFlow *flow;
  g_autoptr (GError) error = NULL;

  lijn_store_set_speaker (store, lijn_object_get_id (LIJN_OBJECT (world->customer)), NULL, NULL);
  own = lijn_edit_append (world->send, NULL, LIJN_ELEMENT_KIND_STEP, "Wait", NULL, &error);
  g_assert_no_error (error);
  other = lijn_edit_append (own, world->intake, LIJN_ELEMENT_KIND_STEP, "Forget", NULL, &error);
  g_assert_no_error (error);
  flow = flow_between (own, other);

  g_assert_false (lijn_element_get_assumed (own));
  g_assert_true (lijn_element_get_assumed (other));
  g_assert_true (lijn_element_get_drawn_by (other) == world->customer);
  g_assert_true (lijn_interface_get_assumed (lijn_flow_get_interface (flow)));
  g_assert_false (lijn_element_get_assumed (world->receive));

  REFUSED (world, LIJN_RULES_ERROR_PARTY,
           lijn_edit_confirm (LIJN_OBJECT (other), world->buyer, &failure));
  DO (lijn_edit_confirm (LIJN_OBJECT (other), world->seller, &failure));
  g_assert_false (lijn_element_get_assumed (other));
  g_assert_true (lijn_element_get_confirmed_by (other) == world->seller);
  g_assert_cmpint (lijn_element_get_confirmed_at (other), !=, 0);
  REFUSED (
      world, LIJN_RULES_ERROR_PARTY,
      lijn_edit_confirm (LIJN_OBJECT (lijn_flow_get_interface (flow)), world->buyer, &failure));
  DO (lijn_edit_confirm (LIJN_OBJECT (lijn_flow_get_interface (flow)), world->seller, &failure));
  lijn_store_set_speaker (store, NULL, NULL, NULL);
}

static void
speak_for (World *world, LijnParty *party)
{
  lijn_store_set_speaker (lijn_project_get_store (world->project),
                          party != NULL ? lijn_object_get_id (LIJN_OBJECT (party)) : NULL, NULL,
                          NULL);
}

/* Also by moving it there; and an interface that one of them draws between what both know. */
static void
test_assumed_on_every_path (World *world, gconstpointer unused)
{
  LijnElement *moved;
  LijnFlow *flow;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;

  speak_for (world, world->customer);
  moved = lijn_edit_append (world->send, NULL, LIJN_ELEMENT_KIND_STEP, "Call", NULL, &error);
  g_assert_no_error (error);
  g_assert_false (lijn_element_get_assumed (moved));
  before = dump (world);
  DO (lijn_edit_set (LIJN_OBJECT (moved), "lane", lijn_object_get_id (LIJN_OBJECT (world->intake)),
                     &failure));
  g_assert_true (lijn_element_get_assumed (moved));
  g_assert_true (lijn_element_get_drawn_by (moved) == world->customer);
  assert_undoes_to (world->project, before);
  DO (lijn_edit_set (LIJN_OBJECT (moved), "lane", lijn_object_get_id (LIJN_OBJECT (world->claims)),
                     &failure));
  g_assert_true (lijn_element_get_assumed (moved)); /* still the other party's */
  DO (lijn_edit_set (LIJN_OBJECT (moved), "lane", lijn_object_get_id (LIJN_OBJECT (world->desk)),
                     &failure));
  g_assert_false (lijn_element_get_assumed (moved)); /* one knows one's own */

  flow = lijn_edit_connect (world->decide, world->send, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (lijn_interface_get_assumed (lijn_flow_get_interface (flow)));
  speak_for (world, NULL);
}

static void
test_confirm_many_in_one_step (World *world, gconstpointer unused)
{
  LijnElement *one, *other;
  g_autoptr (GPtrArray) assumed = NULL;
  g_autoptr (GPtrArray) customers = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  LijnFriction *friction;

  speak_for (world, world->customer);
  one = lijn_edit_append (world->receive, NULL, LIJN_ELEMENT_KIND_STEP, "One", NULL, &error);
  g_assert_no_error (error);
  other = lijn_edit_append (one, world->claims, LIJN_ELEMENT_KIND_STEP, "Other", NULL, &error);
  g_assert_no_error (error);
  customers = lijn_assumed_list (world->project, NULL, world->customer);
  g_assert_cmpuint (customers->len, ==, 0); /* nobody confirms what he assumed himself */

  speak_for (world, world->supplier);
  assumed = lijn_assumed_list (world->project, world->map, world->supplier);
  g_assert_cmpuint (assumed->len, ==, 2);
  g_assert_true (assumed->pdata[0] == (gpointer) one); /* from left to right */
  friction = lijn_edit_deny (LIJN_OBJECT (other), "We never do that", &error);
  g_assert_no_error (error);
  g_assert_true (lijn_friction_get_raised_by (friction) == world->supplier);
  g_assert_true (lijn_friction_get_anchor (friction) == LIJN_OBJECT (other));

  before = dump (world);
  DO (lijn_edit_confirm_all (assumed, NULL, &failure));
  g_assert_false (lijn_element_get_assumed (one));
  g_assert_false (lijn_element_get_assumed (other));
  assert_undoes_to (world->project, before);

  DO (lijn_edit_set (LIJN_OBJECT (one), "assumed", "1", &failure));
  speak_for (world, world->customer);
  REFUSED (world, LIJN_RULES_ERROR_PARTY,
           lijn_edit_set (LIJN_OBJECT (one), "assumed", "0", &failure));
  speak_for (world, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/edit/element/add", test_add_keeps_in_lane);
  ADD ("/edit/element/lane-grows", test_lane_grows_and_nothing_else_moves);
  ADD ("/edit/element/needs-lane", test_step_needs_a_lane);
  ADD ("/edit/element/append", test_append_connects);
  ADD ("/edit/element/move-on-grid", test_move_stays_on_the_grid);
  ADD ("/edit/element/flows-follow", test_move_takes_flows_along);
  ADD ("/edit/element/across-the-line", test_move_across_the_line);
  ADD ("/edit/element/friction-stays", test_friction_stays_with_the_flow);
  ADD ("/edit/element/out-of-the-map", test_move_out_of_the_map);
  ADD ("/edit/element/move-many", test_move_many_is_one_step);
  ADD ("/edit/element/group", test_group_takes_contents_along);
  ADD ("/edit/element/bends-kept", test_bends_are_kept);
  ADD ("/edit/element/flow-makes-room", test_flow_makes_room_for_a_step);
  ADD ("/edit/element/resize", test_resize_grows_the_lane);
  ADD ("/edit/element/turn-into", test_turn_into_another_kind);
  ADD ("/edit/element/put", test_put_in_another_lane);
  ADD ("/edit/element/assumed", test_assumed_until_confirmed);
  ADD ("/edit/element/assumed-on-every-path", test_assumed_on_every_path);
  ADD ("/edit/element/confirm-many", test_confirm_many_in_one_step);
  return g_test_run ();
}
