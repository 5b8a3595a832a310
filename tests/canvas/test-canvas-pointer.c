/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "canvas-world.h"

/* Every gesture by its effect on the file. */

static LijnPoint
away (LijnPoint from, double dx, double dy)
{
  return (LijnPoint){ from.x + dx, from.y + dy };
}

static void
test_select (void)
{
  World *world = world_new ();
  guint before = world_revisions (world);

  world_click (world, world_middle (world, world->ask), 0);
  g_assert_true (world_selected (world) == world->ask);
  world_click (world, world_middle (world, world->answer), GDK_CONTROL_MASK);
  g_assert_cmpuint (lijn_view_get_selection (world->view)->len, ==, 2);
  world_click (world, world_middle (world, world->ask), GDK_CONTROL_MASK);
  g_assert_true (world_selected (world) == world->answer);
  world_click (world, world_middle (world, world->interface), 0);
  g_assert_true (lijn_view_get_selected (world->view) == LIJN_OBJECT (world->interface));
  world_click (world, world_in_lane (world, world->back, 600), 0);
  g_assert_null (lijn_view_get_selected (world->view));
  g_assert_cmpuint (world_revisions (world), ==, before);
  world_free (world);
}

/* A click on one of several that are selected leaves only that one; a press on it does not yet. */
static void
test_select_one_of_many (void)
{
  World *world = world_new ();

  world_act (world, "canvas.select-all");
  g_assert_cmpuint (lijn_view_get_selection (world->view)->len, >, 4);
  world_press (world, world_middle (world, world->ask), 0, 1);
  g_assert_cmpuint (lijn_view_get_selection (world->view)->len, >, 4);
  world_release (world, world_middle (world, world->ask));
  g_assert_true (world_selected (world) == world->ask);
  world_free (world);
}

static void
test_band (void)
{
  World *world = world_new ();
  LijnPoint ask = world_middle (world, world->ask), check = world_middle (world, world->check);
  LijnPoint from = away (ask, -100, -50), to = away (check, 100, 50);

  lijn_view_select (world->view, LIJN_OBJECT (world->answer));
  world_press (world, from, 0, 1);
  world_move_to (world, to);
  g_assert_true (lijn_view_is_selected (world->view, LIJN_OBJECT (world->ask)));
  g_assert_true (lijn_view_is_selected (world->view, LIJN_OBJECT (world->check)));
  g_assert_false (lijn_view_is_selected (world->view, LIJN_OBJECT (world->answer)));
  world_release (world, to);
  g_assert_true (lijn_view_is_selected (world->view, LIJN_OBJECT (world->check)));

  /* Given up, it leaves what was selected before. */
  lijn_view_select (world->view, LIJN_OBJECT (world->answer));
  world_press (world, from, GDK_CONTROL_MASK, 1);
  world_move_to (world, to);
  g_assert_true (lijn_canvas_give_up (world->canvas));
  world_release (world, to);
  g_assert_true (world_selected (world) == world->answer);
  world_free (world);
}

static void
test_drag (void)
{
  World *world = world_new ();
  guint before = world_revisions (world);
  double x = lijn_element_get_x (world->check), y = lijn_element_get_y (world->check);
  LijnPoint from = world_middle (world, world->check), to = away (from, 83, 21);

  world_press (world, from, 0, 1);
  world_move_to (world, away (from, 40, 10));
  world_move_to (world, to);
  g_assert_cmpuint (world_revisions (world), ==, before);
  g_assert_cmpfloat (lijn_element_get_x (world->check), ==, x);
  world_release (world, to);
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  /* On the grid. */
  g_assert_cmpfloat (lijn_element_get_x (world->check), ==, x + 84);
  g_assert_cmpfloat_with_epsilon (lijn_element_get_y (world->check), y + 20, 4.01);
  g_assert_null (world->canvas->drag);

  world_act (world, "canvas.undo");
  g_assert_cmpfloat (lijn_element_get_x (world->check), ==, x);
  g_assert_cmpfloat (lijn_element_get_y (world->check), ==, y);
  g_assert_true (lijn_view_is_selected (world->view, LIJN_OBJECT (world->check)));
  world_act (world, "canvas.redo");
  g_assert_cmpfloat (lijn_element_get_x (world->check), ==, x + 84);
  g_assert_cmpstr (world->messages->str, ==, "");
  world_free (world);
}

static void
test_drag_given_up (void)
{
  World *world = world_new ();
  guint before = world_revisions (world);
  double x = lijn_element_get_x (world->ask);
  LijnPoint from = world_middle (world, world->ask), to = away (from, 100, 200);

  world_press (world, from, 0, 1);
  world_move_to (world, to);
  g_assert_nonnull (world->canvas->drag);
  g_assert_true (lijn_canvas_give_up (world->canvas));
  world_move_to (world, away (to, 30, 30));
  world_release (world, away (to, 30, 30));
  g_assert_cmpuint (world_revisions (world), ==, before);
  g_assert_cmpfloat (lijn_element_get_x (world->ask), ==, x);
  world_free (world);
}

/* Several things at once, into another party's lane: one step to undo. */
static void
test_drag_across (void)
{
  World *world = world_new ();
  guint before = world_revisions (world);
  LijnPoint from = world_middle (world, world->check);
  LijnPoint to = world_in_lane (world, world->back, from.x + 200);

  world_click (world, from, 0);
  world_drag (world, from, to);
  g_assert_true (lijn_element_get_lane (world->check) == world->back);
  g_assert_nonnull (lijn_flow_get_interface (world_flow (world, world->ask, world->check)));
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  world_act (world, "canvas.undo");
  g_assert_true (lijn_element_get_lane (world->check) == world->desk);
  world_free (world);
}

/* A change from elsewhere while something is being dragged ends the drag, undone. */
static void
test_drag_overtaken (void)
{
  World *world = world_new ();
  double x = lijn_element_get_x (world->ask);
  LijnPoint from = world_middle (world, world->ask), to = away (from, 60, 0);
  GError *error = NULL;

  world_press (world, from, 0, 1);
  world_move_to (world, to);
  g_assert_nonnull (world->canvas->drag);
  lijn_edit_remove_one (LIJN_OBJECT (world->check), &error);
  g_assert_no_error (error);
  g_assert_null (world->canvas->drag);
  world_release (world, to);
  g_assert_cmpfloat (lijn_element_get_x (world->ask), ==, x);
  world_free (world);
}

static void
test_connect (void)
{
  World *world = world_new ();
  guint before = world_revisions (world);
  LijnPoint from = world_middle (world, world->answer);
  LijnPoint to = world_middle (world, world->check);

  lijn_view_set_tool (world->view, LIJN_TOOL_CONNECT);
  world_press (world, from, 0, 1);
  world_move_to (world, to);
  g_assert_cmpuint (world_revisions (world), ==, before);
  world_release (world, to);
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  g_assert_nonnull (lijn_flow_get_interface (world_flow (world, world->answer, world->check)));
  world_free (world);
}

/* The arrow at an element's right edge, on the canvas. */
static LijnPoint
handle_of (World *world, LijnElement *element)
{
  LijnRect rect;

  g_assert_true (lijn_layout_get_element_rect (world->canvas->layout, element, &rect));
  return (LijnPoint){ rect.x + rect.width + 15 / lijn_view_get_zoom (world->view),
                      rect.y + rect.height / 2 };
}

static void
test_connect_from_handle (void)
{
  World *world = world_new ();
  guint before = world_revisions (world);

  world_click (world, world_middle (world, world->answer), 0);
  world_drag (world, handle_of (world, world->answer), world_middle (world, world->check));
  g_assert_nonnull (world_flow (world, world->answer, world->check));
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  world_free (world);
}

/* Dropped on the ground: a step there and the flow to it, as one step with its name. */
static void
test_connect_to_ground (void)
{
  World *world = world_new ();
  guint before = world_revisions (world);
  LijnPoint to = world_in_lane (world, world->back, 620);
  g_autoptr (LijnElement) made = NULL;

  world_click (world, world_middle (world, world->answer), 0);
  world_drag (world, handle_of (world, world->answer), to);
  g_assert_cmpuint (world_revisions (world), ==, before);
  world_type (world, "Archive");
  made = g_object_ref (world_selected (world));
  g_assert_cmpstr (lijn_object_get_name (LIJN_OBJECT (made)), ==, "Archive");
  g_assert_true (lijn_element_get_lane (made) == world->back);
  g_assert_nonnull (world_flow (world, world->answer, made));
  g_assert_cmpuint (world_revisions (world), ==, before + 1);

  world_act (world, "canvas.undo");
  g_assert_true (lijn_object_is_gone (LIJN_OBJECT (made)));
  world_free (world);
}

static void
test_new_step_given_up (void)
{
  World *world = world_new ();
  guint before = world_revisions (world);

  world_click (world, world_middle (world, world->answer), 0);
  world_drag (world, handle_of (world, world->answer), world_in_lane (world, world->back, 620));
  g_assert_nonnull (lijn_canvas_get_name_text (world->canvas));
  lijn_canvas_cancel_naming (world->canvas);
  world_settle (world);
  g_assert_null (lijn_canvas_get_name_text (world->canvas));
  g_assert_cmpuint (world_revisions (world), ==, before);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (world->canvas)));
  world_free (world);
}

static void
test_friction (void)
{
  World *world = world_new ();
  guint before = world_revisions (world);
  LijnFriction *friction = NULL;

  lijn_view_set_speaker (world->view, world->customer);
  lijn_view_set_tool (world->view, LIJN_TOOL_FRICTION);
  world_click (world, world_middle (world, world->interface), 0);
  g_assert_cmpuint (world_revisions (world), ==, before);
  world_type (world, "We wait for days");
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  g_assert_true (LIJN_IS_FRICTION (lijn_view_get_selected (world->view)));
  friction = LIJN_FRICTION (lijn_view_get_selected (world->view));
  g_assert_true (lijn_friction_get_anchor (friction) == LIJN_OBJECT (world->interface));
  g_assert_cmpstr (lijn_friction_get_customer_words (friction), ==, "We wait for days");

  /* And taken to a step. */
  lijn_view_set_tool (world->view, LIJN_TOOL_SELECT);
  world_drag (world, world_middle (world, friction), world_middle (world, world->answer));
  g_assert_true (lijn_friction_get_anchor (friction) == LIJN_OBJECT (world->answer));
  g_assert_cmpuint (world_revisions (world), ==, before + 2);
  g_assert_cmpstr (world->messages->str, ==, "");
  world_free (world);
}

static GtkListBox *
find_list (GtkWidget *widget)
{
  if (GTK_IS_LIST_BOX (widget))
    return GTK_LIST_BOX (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkListBox *found = find_list (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* What is many in one place is chosen from a list, and is then what the place stands for. */
static void
test_cluster (void)
{
  World *world = world_new ();
  LijnFriction *frictions[LIJN_PINS_APART + 1];
  GtkListBox *list;
  LijnPoint at;

  for (int i = 0; i <= LIJN_PINS_APART; i++)
    {
      frictions[i] = lijn_edit_add_friction (LIJN_OBJECT (world->answer), 0, 0, world->customer,
                                             "We wait", NULL);
      lijn_edit_set_severity (frictions[i], world->customer, 1 + i, NULL);
    }
  world_settle (world);
  at = world_middle (world, frictions[0]);
  world_click (world, at, 0);
  g_assert_true (lijn_view_get_selected (world->view) == LIJN_OBJECT (frictions[LIJN_PINS_APART]));
  list = find_list (GTK_WIDGET (world->canvas));
  g_assert_nonnull (list);
  g_assert_true (gtk_list_box_get_selected_row (list) == gtk_list_box_get_row_at_index (list, 0));
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, LIJN_PINS_APART));
  g_assert_null (gtk_list_box_get_row_at_index (list, LIJN_PINS_APART + 1));

  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 1));
  world_settle (world);
  g_assert_null (find_list (GTK_WIDGET (world->canvas)));
  g_assert_true (lijn_view_get_selected (world->view) ==
                 LIJN_OBJECT (frictions[LIJN_PINS_APART - 1]));

  /* The one that was chosen goes where it is taken; the others then have a pin each. */
  world_drag (world, at, world_middle (world, world->check));
  g_assert_true (lijn_friction_get_anchor (frictions[LIJN_PINS_APART - 1]) ==
                 LIJN_OBJECT (world->check));
  world_click (world, world_middle (world, frictions[0]), 0);
  g_assert_null (find_list (GTK_WIDGET (world->canvas)));
  world_free (world);
}

static void
test_lane_edge (void)
{
  World *world = world_new ();
  guint before = world_revisions (world);
  const LijnLaneBox *box = lijn_layout_find_lane (world->canvas->layout, world->back);
  LijnPoint from = { box->rect.x + 300, box->rect.y + box->rect.height };
  double height = box->rect.height;

  world_press (world, from, 0, 1);
  g_assert_cmpint (world->canvas->hit.kind, ==, LIJN_HIT_LANE_EDGE);
  world_move_to (world, away (from, 0, 30));
  g_assert_cmpuint (world_revisions (world), ==, before);
  world_release (world, away (from, 0, 60));
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  g_assert_cmpfloat (lijn_lane_get_height (world->back), ==, height + 60);
  world_free (world);
}

static void
test_double_click (void)
{
  World *world = world_new ();
  guint before = world_revisions (world);
  LijnPoint at = world_middle (world, world->ask);

  world_click (world, at, 0);
  world_press (world, at, 0, 2);
  world_release (world, at);
  world_type (world, "Ask twice");
  g_assert_cmpstr (lijn_object_get_name (LIJN_OBJECT (world->ask)), ==, "Ask twice");
  g_assert_cmpuint (world_revisions (world), ==, before + 1);

  /* The same name again is no edit. */
  world_press (world, at, 0, 2);
  world_release (world, at);
  world_type (world, "Ask twice");
  g_assert_cmpuint (world_revisions (world), ==, before + 1);

  /* On the ground: a new step there. */
  at = world_in_lane (world, world->back, 500);
  world_press (world, at, 0, 2);
  world_release (world, at);
  world_type (world, "File it");
  g_assert_true (lijn_element_get_lane (world_selected (world)) == world->back);
  g_assert_cmpuint (world_revisions (world), ==, before + 2);
  world_free (world);
}

static void
test_pan (void)
{
  World *world = world_new ();
  guint before = world_revisions (world);
  LijnPoint from = world_middle (world, world->ask);
  LijnPoint screen = lijn_canvas_from_map (world->canvas, from.x, from.y), after;

  lijn_view_set_tool (world->view, LIJN_TOOL_PAN);
  world_press (world, from, 0, 1);
  {
    LijnPointer pointer = { .x = screen.x + 50, .y = screen.y - 30, .at = from };

    lijn_canvas_motion (world->canvas, &pointer);
    lijn_canvas_release (world->canvas, &pointer);
  }
  after = lijn_canvas_from_map (world->canvas, from.x, from.y);
  g_assert_cmpfloat_with_epsilon (after.x, screen.x + 50, 1);
  g_assert_cmpfloat_with_epsilon (after.y, screen.y - 30, 1);
  g_assert_cmpuint (world_revisions (world), ==, before);
  world_free (world);
}

static gboolean
has_scrolled (World *world)
{
  LijnRect visible = lijn_canvas_get_visible (world->canvas);

  /* It began at -100. */
  return visible.x > -20;
}

/* At the edge the map scrolls by itself, and what is dragged goes along. */
static void
test_scroll_at_edge (void)
{
  World *world = world_new ();
  double x = lijn_element_get_x (world->check);
  LijnPoint from = world_middle (world, world->check);
  LijnPointer pointer = { .x = 995, .y = 300 };

  world_press (world, from, 0, 1);
  pointer.at = lijn_canvas_to_map (world->canvas, pointer.x, pointer.y);
  lijn_canvas_motion (world->canvas, &pointer);
  world_wait (world, has_scrolled);
  pointer = world->canvas->pointer;
  lijn_canvas_release (world->canvas, &pointer);
  g_assert_cmpuint (world->canvas->scroll_tick, ==, 0);
  g_assert_cmpfloat (lijn_element_get_x (world->check), >, x + (895 - from.x) + 60);
  g_assert_cmpstr (world->messages->str, ==, "");
  world_free (world);
}

static void
test_zoom_to_pointer (void)
{
  World *world = world_new ();

  for (guint i = 0; i < 30; i++)
    {
      double x = 440 + 5 * i, y = 420 - 5 * i;
      double zoom = 0.5 * pow (1.1, i);
      LijnPoint before = lijn_canvas_to_map (world->canvas, x, y), after;

      lijn_canvas_zoom_at (world->canvas, zoom, x, y);
      after = lijn_canvas_to_map (world->canvas, x, y);
      g_assert_cmpfloat_with_epsilon (lijn_view_get_zoom (world->view), zoom, 1e-6);
      /* To the pixel. */
      g_assert_cmpfloat_with_epsilon (after.x, before.x, 1.5 / zoom);
      g_assert_cmpfloat_with_epsilon (after.y, before.y, 1.5 / zoom);
      world_settle (world);
    }
  world_free (world);
}

/* Whatever is begun and given up leaves the file as it was. */
static void
test_random_given_up (void)
{
  World *world = world_new ();
  guint before = world_revisions (world);
  const LijnTool tools[] = { LIJN_TOOL_SELECT, LIJN_TOOL_CONNECT, LIJN_TOOL_PAN, LIJN_TOOL_SELECT };

  for (guint i = 0; i < 60; i++)
    {
      LijnPoint at = { g_test_rand_double_range (0, 700), g_test_rand_double_range (0, 450) };
      int n = g_test_rand_int_range (1, 5);

      lijn_view_set_tool (world->view, tools[g_test_rand_int_range (0, G_N_ELEMENTS (tools))]);
      world_press (world, at, 0, 1);
      while (n-- > 0)
        {
          at = away (at, g_test_rand_double_range (-200, 200),
                     g_test_rand_double_range (-150, 150));
          world_move_to (world, at);
        }
      lijn_canvas_give_up (world->canvas);
      world_release (world, at);
      lijn_canvas_cancel_naming (world->canvas);
      g_assert_cmpuint (world_revisions (world), ==, before);
    }
  world_free (world);
}

static void
test_read_only (void)
{
  World *world = world_new_read_only ();
  LijnElement *ask = lijn_project_find (
      world->project, LIJN_TABLE_ELEMENT,
      lijn_object_get_id (
          g_ptr_array_index (lijn_project_referrers (world->project, LIJN_TABLE_ELEMENT, "map",
                                                     LIJN_OBJECT (world->map)),
                             0)));
  LijnPoint from = world_middle (world, ask);

  world_click (world, from, 0);
  g_assert_true (world_selected (world) == ask);
  world_drag (world, from, away (from, 100, 0));
  world_press (world, from, 0, 2);
  world_release (world, from);
  g_assert_null (lijn_canvas_get_name_text (world->canvas));
  g_assert_false (world_can (world, "canvas.delete"));
  g_assert_false (world_can (world, "canvas.undo"));
  g_assert_true (world_can (world, "canvas.zoom-in"));
  g_assert_cmpstr (world->messages->str, ==, "");
  world_free (world);
}

/* A finger on an element claims its press at once. Holding it and a second finger must not be denied
 * by that: the gestures for them are in one group. */
static void
test_one_group (void)
{
  World *world = world_new ();
  g_autoptr (GList) group = gtk_gesture_get_group (world->canvas->press);
  guint n_click = 0, n_long = 0, n_zoom = 0;

  for (GList *at = group; at != NULL; at = at->next)
    {
      n_click += GTK_IS_GESTURE_CLICK (at->data) ? 1 : 0;
      n_long += GTK_IS_GESTURE_LONG_PRESS (at->data) ? 1 : 0;
      n_zoom += GTK_IS_GESTURE_ZOOM (at->data) ? 1 : 0;
    }
  g_assert_cmpuint (n_click, ==, 1);
  g_assert_cmpuint (n_long, ==, 1);
  g_assert_cmpuint (n_zoom, ==, 1);
  world_free (world);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/pointer/select", test_select);
  g_test_add_func ("/pointer/select-one-of-many", test_select_one_of_many);
  g_test_add_func ("/pointer/band", test_band);
  g_test_add_func ("/pointer/drag", test_drag);
  g_test_add_func ("/pointer/drag-given-up", test_drag_given_up);
  g_test_add_func ("/pointer/drag-across", test_drag_across);
  g_test_add_func ("/pointer/drag-overtaken", test_drag_overtaken);
  g_test_add_func ("/pointer/connect", test_connect);
  g_test_add_func ("/pointer/connect-from-handle", test_connect_from_handle);
  g_test_add_func ("/pointer/connect-to-ground", test_connect_to_ground);
  g_test_add_func ("/pointer/new-step-given-up", test_new_step_given_up);
  g_test_add_func ("/pointer/friction", test_friction);
  g_test_add_func ("/pointer/cluster", test_cluster);
  g_test_add_func ("/pointer/lane-edge", test_lane_edge);
  g_test_add_func ("/pointer/double-click", test_double_click);
  g_test_add_func ("/pointer/pan", test_pan);
  g_test_add_func ("/pointer/scroll-at-edge", test_scroll_at_edge);
  g_test_add_func ("/pointer/zoom-to-pointer", test_zoom_to_pointer);
  g_test_add_func ("/pointer/random-given-up", test_random_given_up);
  g_test_add_func ("/pointer/read-only", test_read_only);
  g_test_add_func ("/pointer/one-group", test_one_group);
  return g_test_run ();
}
