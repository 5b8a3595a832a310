/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "edit-world.h"

#include <math.h>

#include "lijn-crossing.h"

/* Several things put in line, room made between them, and a step put into a flow. */

static LijnElement *
add (World *world, LijnLane *lane, const char *name, double x, double y)
{
  return place (world, lane, LIJN_ELEMENT_KIND_STEP, name, x, y);
}

static double
center_of (LijnElement *element, gboolean down)
{
  LijnRect rect = rect_of (element);
  LijnPoint center = lijn_rect_center (&rect);

  return down ? center.y : center.x;
}

static void
test_align (World *world, gconstpointer unused)
{
  LijnElement *one = add (world, world->intake, "One", 600, 28);
  LijnElement *two = add (world, world->claims, "Two", 660, 160);
  g_autoptr (GPtrArray) both = many (one, two, NULL);
  g_autofree char *before = dump (world);

  DO (lijn_edit_align (both, LIJN_ALIGN_LEFT, &failure));
  g_assert_cmpfloat (rect_of (one).x, ==, 600);
  g_assert_cmpfloat (rect_of (two).x, ==, 600);
  assert_undoes_to (world->project, before);
  DO (lijn_edit_undo (world->project, NULL, &failure));

  DO (lijn_edit_align (both, LIJN_ALIGN_RIGHT, &failure));
  g_assert_cmpfloat (rect_of (one).x, ==, 660);
  DO (lijn_edit_undo (world->project, NULL, &failure));

  DO (lijn_edit_align (both, LIJN_ALIGN_CENTER, &failure));
  g_assert_cmpfloat_with_epsilon (center_of (one, FALSE), center_of (two, FALSE), LIJN_GRID);
  g_assert_cmpfloat_with_epsilon (center_of (one, FALSE), 630 + LIJN_STEP_WIDTH / 2, LIJN_GRID);
}

/* Each lane for itself: nothing leaves its lane. */
static void
test_align_in_lanes (World *world, gconstpointer unused)
{
  LijnElement *one = add (world, world->intake, "One", 600, 28);
  LijnElement *two = add (world, world->intake, "Two", 800, 60);
  LijnElement *three = add (world, world->claims, "Three", 600, 28);
  LijnElement *four = add (world, world->claims, "Four", 1000, 100);
  g_autoptr (GPtrArray) all = many (one, two, three, four, NULL);
  g_autofree char *before = dump (world);

  DO (lijn_edit_align (all, LIJN_ALIGN_TOP, &failure));
  g_assert_cmpfloat (lijn_element_get_y (two), ==, 28);
  g_assert_cmpfloat (lijn_element_get_y (four), ==, 28);
  g_assert_true (lijn_element_get_lane (two) == world->intake);
  g_assert_true (lijn_element_get_lane (four) == world->claims);
  assert_undoes_to (world->project, before);
  DO (lijn_edit_undo (world->project, NULL, &failure));

  DO (lijn_edit_align (all, LIJN_ALIGN_BOTTOM, &failure));
  g_assert_cmpfloat (lijn_element_get_y (one), ==, 60);
  g_assert_cmpfloat (lijn_element_get_y (three), ==, 100);
}

static void
test_align_covers_nothing (World *world, gconstpointer unused)
{
  LijnElement *one = add (world, world->intake, "One", 600, 28);
  LijnElement *two = add (world, world->intake, "Two", 800, 28);
  g_autoptr (GPtrArray) both = many (one, two, NULL);

  REFUSED (world, LIJN_RULES_ERROR_CONTAIN, lijn_edit_align (both, LIJN_ALIGN_LEFT, &failure));
  REFUSED (world, LIJN_RULES_ERROR_CONTAIN, lijn_edit_align (both, LIJN_ALIGN_CENTER, &failure));
}

static void
test_distribute (World *world, gconstpointer unused)
{
  LijnElement *one = add (world, world->intake, "One", 600, 28);
  LijnElement *two = add (world, world->intake, "Two", 760, 28);
  LijnElement *three = add (world, world->intake, "Three", 1200, 28);
  g_autoptr (GPtrArray) all = many (three, one, two, NULL);
  g_autofree char *before = dump (world);

  DO (lijn_edit_distribute (all, FALSE, &failure));
  g_assert_cmpfloat (rect_of (one).x, ==, 600);
  g_assert_cmpfloat (rect_of (three).x, ==, 1200);
  g_assert_cmpfloat_with_epsilon (
      center_of (two, FALSE), (center_of (one, FALSE) + center_of (three, FALSE)) / 2, LIJN_GRID);
  assert_undoes_to (world->project, before);
}

/* Two have no distances to make equal. */
static void
test_distribute_two (World *world, gconstpointer unused)
{
  g_autoptr (GPtrArray) two = many (world->receive, world->assess, NULL);
  g_autofree char *before = dump (world);
  g_autofree char *after = NULL;

  DO (lijn_edit_distribute (two, FALSE, &failure));
  DO (lijn_edit_distribute (two, TRUE, &failure));
  after = dump (world);
  g_assert_cmpstr (after, ==, before);
}

static void
test_make_room (World *world, gconstpointer unused)
{
  double at = rect_of (world->assess).x;
  double send = rect_of (world->send).x, assess = at, decide = rect_of (world->decide).x;
  g_autofree char *before = dump (world);

  DO (lijn_edit_make_room (world->map, NULL, FALSE, at, 200, &failure));
  g_assert_cmpfloat (rect_of (world->send).x, ==, send);
  g_assert_cmpfloat (rect_of (world->assess).x, ==, assess + 200);
  g_assert_cmpfloat (rect_of (world->decide).x, ==, decide + 200);
  assert_undoes_to (world->project, before);

  /* No more is taken away than there is. */
  DO (lijn_edit_make_room (world->map, NULL, FALSE, at, -1000, &failure));
  g_assert_cmpfloat (rect_of (world->assess).x, <, assess + 200);
  for (guint i = 0; i < count (world, LIJN_TABLE_ELEMENT); i++)
    for (guint j = i + 1; j < count (world, LIJN_TABLE_ELEMENT); j++)
      {
        GListModel *list = lijn_project_list (world->project, LIJN_TABLE_ELEMENT);
        g_autoptr (LijnElement) a = g_list_model_get_item (list, i);
        g_autoptr (LijnElement) b = g_list_model_get_item (list, j);
        LijnRect one = rect_of (a), other = rect_of (b);

        g_assert_false (lijn_rect_intersects (&one, &other));
      }
}

/* Downwards in one lane, which grows; a place that a friction point is pinned on goes along to the
 * right. */
static void
test_make_room_below (World *world, gconstpointer unused)
{
  LijnElement *low = add (world, world->claims, "Low", 600, 140);
  double y = lijn_element_get_y (low), assess = lijn_element_get_y (world->assess);
  double height = lijn_lane_get_height (world->claims);
  g_autoptr (GError) error = NULL;
  LijnFriction *pin = lijn_edit_add_friction (LIJN_OBJECT (world->map), 900, 40, world->customer,
                                              "Here", &error);

  g_assert_no_error (error);
  DO (lijn_edit_make_room (world->map, world->claims, TRUE, rect_of (low).y, 100, &failure));
  g_assert_cmpfloat (lijn_element_get_y (low), ==, y + 100);
  g_assert_cmpfloat (lijn_element_get_y (world->assess), ==, assess);
  g_assert_cmpfloat (lijn_lane_get_height (world->claims), >, height);
  g_assert_cmpfloat (lijn_friction_get_x (pin), ==, 900);

  DO (lijn_edit_make_room (world->map, NULL, FALSE, 880, 60, &failure));
  g_assert_cmpfloat (lijn_friction_get_x (pin), ==, 960);
  g_assert_cmpfloat (lijn_element_get_x (low), ==, 600);
}

/* Below all that is in a lane, room is the lane's own. */
static void
test_make_room_at_foot (World *world, gconstpointer unused)
{
  LijnElement *low = add (world, world->claims, "Low", 600, 140);
  LijnRect rect = rect_of (low);
  double foot = rect.y + rect.height + 4, height = lijn_lane_get_height (world->claims);

  DO (lijn_edit_make_room (world->map, world->claims, TRUE, foot, 80, &failure));
  g_assert_cmpfloat (lijn_lane_get_height (world->claims), ==, height + 80);
  g_assert_cmpfloat (rect_of (low).y, ==, rect.y);
  g_assert_cmpfloat (lijn_edit_room_to_take (world->map, world->claims, TRUE, foot), ==, 80);
  DO (lijn_edit_make_room (world->map, world->claims, TRUE, foot, -500, &failure));
  g_assert_cmpfloat (lijn_lane_get_height (world->claims), ==, height);
}

static void
insert (LijnElement *element, LijnFlow *flow)
{
  LijnElement *source = lijn_flow_get_source (flow);
  LijnRect there = rect_of (source), here = rect_of (element);

  DO (lijn_edit_insert (element, flow, there.x + there.width - here.x, 0, &failure));
}

/* In the giver's party the interface stays with what then crosses, number, name and all. */
static void
test_insert_before_line (World *world, gconstpointer unused)
{
  LijnElement *pack = add (world, world->desk, "Pack", 700, 28);
  g_autofree char *before = dump (world);
  LijnRect at, to;

  insert (pack, world->hand_over);
  g_assert_cmpuint (count (world, LIJN_TABLE_INTERFACE), ==, 1);
  g_assert_true (flow_between (pack, world->receive) == world->hand_over);
  g_assert_true (lijn_flow_get_interface (world->hand_over) == world->interface);
  g_assert_cmpint (lijn_flow_get_kind (flow_between (world->send, pack)), ==,
                   LIJN_FLOW_KIND_SEQUENCE);
  at = rect_of (pack);
  to = rect_of (world->send);
  g_assert_false (lijn_rect_intersects (&at, &to));
  assert_undoes_to (world->project, before);
}

static void
test_insert_behind_line (World *world, gconstpointer unused)
{
  LijnElement *stamp = add (world, world->intake, "Stamp", 900, 28);
  g_autofree char *before = dump (world);

  DO (lijn_edit_insert (stamp, world->hand_over, 0, 0, &failure));
  g_assert_cmpuint (count (world, LIJN_TABLE_INTERFACE), ==, 1);
  g_assert_true (lijn_flow_get_interface (flow_between (world->send, stamp)) == world->interface);
  g_assert_null (lijn_flow_get_interface (flow_between (stamp, world->receive)));
  assert_undoes_to (world->project, before);
}

/* Inside a party, put at the other one: both halves cross, and each has an interface. */
static void
test_insert_across (World *world, gconstpointer unused)
{
  LijnElement *ask = add (world, world->desk, "Answer", 700, 28);

  DO (lijn_edit_insert (ask, world->judge, 0, 0, &failure));
  g_assert_null (flow_between (world->assess, world->decide));
  g_assert_nonnull (lijn_flow_get_interface (flow_between (world->assess, ask)));
  g_assert_nonnull (lijn_flow_get_interface (flow_between (ask, world->decide)));
  g_assert_cmpuint (count (world, LIJN_TABLE_INTERFACE), ==, 3);
}

/* Room is made for it, and a step that was between two others closes its gap. */
static void
test_insert_from_between (World *world, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  LijnElement *pay = lijn_edit_append (world->decide, NULL, LIJN_ELEMENT_KIND_STEP, "Pay", "yes",
                                       &error);
  LijnElement *file = lijn_edit_append (pay, NULL, LIJN_ELEMENT_KIND_STEP, "File", NULL, &error);
  LijnElement *note = lijn_edit_add_element (world->map, world->claims, LIJN_ELEMENT_KIND_NOTE,
                                             "Mind", 700, 200, &error);
  LijnFlow *about = lijn_edit_connect (note, pay, NULL, NULL, &error);
  double beyond = rect_of (world->decide).x;
  g_autofree char *before = NULL;

  g_assert_no_error (error);
  before = dump (world);
  insert (pay, world->judge);
  g_assert_nonnull (flow_between (world->assess, pay));
  g_assert_nonnull (flow_between (pay, world->decide));
  g_assert_cmpstr (lijn_flow_get_name (flow_between (world->decide, file)), ==, "yes");
  g_assert_null (flow_between (pay, file));
  g_assert_false (lijn_object_is_gone (LIJN_OBJECT (about)));
  g_assert_cmpfloat (rect_of (world->decide).x, >, beyond);
  g_assert_cmpfloat (rect_of (pay).x + rect_of (pay).width, <, rect_of (world->decide).x);
  assert_undoes_to (world->project, before);
}

/* A decision's answer stays at the decision. */
static void
test_insert_into_branch (World *world, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  LijnElement *tell = lijn_edit_append (world->decide, world->desk, LIJN_ELEMENT_KIND_STEP, "Hear",
                                        "no", &error);
  LijnElement *write = add (world, world->claims, "Write", 1000, 28);
  LijnFlow *branch = flow_between (world->decide, tell);
  LijnInterface *interface = lijn_flow_get_interface (branch);

  g_assert_no_error (error);
  DO (lijn_edit_insert (write, branch, 0, 0, &failure));
  g_assert_cmpstr (lijn_flow_get_name (flow_between (world->decide, write)), ==, "no");
  g_assert_cmpstr (lijn_flow_get_name (flow_between (write, tell)), ==, "");
  g_assert_true (lijn_flow_get_interface (flow_between (write, tell)) == interface);
}

static void
test_insert_refused (World *world, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  LijnElement *end = lijn_edit_add_element (world->map, world->claims, LIJN_ELEMENT_KIND_END, "",
                                            900, 28, &error);
  LijnElement *note = lijn_edit_add_element (world->map, world->claims, LIJN_ELEMENT_KIND_NOTE, "",
                                             700, 200, &error);

  g_assert_no_error (error);
  REFUSED (world, LIJN_RULES_ERROR_CONNECT, lijn_edit_insert (end, world->judge, 0, 0, &failure));
  REFUSED (world, LIJN_RULES_ERROR_CONNECT, lijn_edit_insert (note, world->judge, 0, 0, &failure));
  REFUSED (world, LIJN_RULES_ERROR_CONNECT,
           lijn_edit_insert (world->assess, world->judge, 0, 0, &failure));
  REFUSED (world, LIJN_RULES_ERROR_CONNECT,
           lijn_edit_insert (world->send, world->judge, 0, 0, &failure));
}

typedef struct
{
  LijnElement *element;
  LijnLane *lane;
} Put;

static LijnParty *
party_after (LijnElement *element, gpointer data)
{
  Put *put = data;

  return element == put->element ? lijn_lane_get_party (put->lane)
                                 : lijn_element_get_party (element);
}

static GPtrArray *
flows_at (LijnElement *element)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (element));
  GPtrArray *flows = g_ptr_array_new ();
  const char *ends[] = { "source", "target" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    g_ptr_array_extend (
        flows, lijn_project_referrers (project, LIJN_TABLE_FLOW, ends[i], LIJN_OBJECT (element)),
        NULL, NULL);
  return flows;
}

/* (transfer full) */
static GPtrArray *
interfaces_of (World *world)
{
  GListModel *list = lijn_project_list (world->project, LIJN_TABLE_INTERFACE);
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (all, g_list_model_get_item (list, i));
  return all;
}

/* What is told beforehand is what happens, for every element and every lane. */
static void
test_crossing_is_foretold (World *world, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  LijnElement *tell = lijn_edit_append (world->decide, world->desk, LIJN_ELEMENT_KIND_STEP, "Hear",
                                        NULL, &error);
  LijnElement *elements[] = { world->send, world->receive, world->assess, world->decide, tell };
  LijnLane *lanes[] = { world->desk, world->intake, world->claims };
  guint changes = 0;

  /* Two hand-overs on one interface: it ends only with the last. */
  lijn_edit_connect (world->send, world->assess, NULL, world->interface, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (elements) * G_N_ELEMENTS (lanes); i++)
    {
      Put put = { elements[i / G_N_ELEMENTS (lanes)], lanes[i % G_N_ELEMENTS (lanes)] };
      g_autoptr (GPtrArray) flows = flows_at (put.element);
      g_autoptr (GPtrArray) before = interfaces_of (world);
      LijnCrossing crossing;
      guint ended = 0;

      lijn_rules_crossing (flows, party_after, &put, &crossing);
      if (lijn_element_get_lane (put.element) == put.lane)
        continue;
      DO (lijn_edit_set (LIJN_OBJECT (put.element), "lane",
                         lijn_object_get_id (LIJN_OBJECT (put.lane)), &failure));
      for (guint j = 0; j < before->len; j++)
        ended += lijn_object_is_gone (g_ptr_array_index (before, j)) ? 1 : 0;
      g_assert_cmpuint (crossing.ended, ==, ended);
      g_assert_cmpuint (count (world, LIJN_TABLE_INTERFACE), ==,
                        before->len + crossing.made - crossing.ended);
      changes += crossing.made + crossing.ended + crossing.passed;
      DO (lijn_edit_undo (world->project, NULL, &failure));
    }
  g_assert_cmpuint (changes, >, 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/edit/arrange/align", test_align);
  ADD ("/edit/arrange/align-in-lanes", test_align_in_lanes);
  ADD ("/edit/arrange/align-covers-nothing", test_align_covers_nothing);
  ADD ("/edit/arrange/distribute", test_distribute);
  ADD ("/edit/arrange/distribute-two", test_distribute_two);
  ADD ("/edit/arrange/make-room", test_make_room);
  ADD ("/edit/arrange/make-room-below", test_make_room_below);
  ADD ("/edit/arrange/make-room-at-foot", test_make_room_at_foot);
  ADD ("/edit/arrange/insert-before-line", test_insert_before_line);
  ADD ("/edit/arrange/insert-behind-line", test_insert_behind_line);
  ADD ("/edit/arrange/insert-across", test_insert_across);
  ADD ("/edit/arrange/insert-from-between", test_insert_from_between);
  ADD ("/edit/arrange/insert-into-branch", test_insert_into_branch);
  ADD ("/edit/arrange/insert-refused", test_insert_refused);
  ADD ("/edit/arrange/crossing-is-foretold", test_crossing_is_foretold);
  return g_test_run ();
}
