/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "canvas-world.h"
#include "lijn-snap.h"

/* What dragging means where something lies: in line with it, between two others, on another line. */

static LijnPoint
away (LijnPoint from, double dx, double dy)
{
  return (LijnPoint){ from.x + dx, from.y + dy };
}

static LijnElement *
add (World *world, LijnLane *lane, const char *name, double x, double y)
{
  GError *error = NULL;
  LijnElement *element = lijn_edit_add_element (world->map, lane, LIJN_ELEMENT_KIND_STEP, name, x,
                                                y, &error);

  g_assert_no_error (error);
  return element;
}

static LijnRect
rect_of (World *world, LijnElement *element)
{
  LijnRect rect;

  g_assert_true (lijn_layout_get_element_rect (world->canvas->layout, element, &rect));
  return rect;
}

static LijnSnap *
new_snap (World *world, LijnElement *moved)
{
  LijnRect all = lijn_layout_get_bounds (world->canvas->layout);
  g_autoptr (GHashTable) without = g_hash_table_new (NULL, NULL);

  g_hash_table_add (without, moved);
  return lijn_snap_new (world->canvas->layout, &all, without);
}

/* Middles and edges; the guide runs along what lines up and tells how far apart the two are. */
static void
test_snap_to_line (void)
{
  World *world = world_new ();
  LijnElement *moved = add (world, world->back, "Moved", 700, 28);
  LijnRect box = rect_of (world, moved), answer = rect_of (world, world->answer);
  LijnSnap *snap = new_snap (world, moved);
  LijnGuide guides[LIJN_MOST_GUIDES];
  double dx = answer.x - box.x + 5, dy = 61;
  guint n = lijn_snap_apply (snap, &box, 7, &dx, &dy, guides);

  g_assert_cmpfloat (box.x + dx, ==, answer.x);
  g_assert_cmpfloat (fmod (box.y + dy, LIJN_GRID), ==, 0);
  g_assert_cmpuint (n, ==, 1);
  g_assert_false (guides[0].gap);
  g_assert_cmpfloat (guides[0].from.x, ==, answer.x + answer.width / 2);
  g_assert_cmpfloat (guides[0].distance, ==, box.y + dy - answer.y - answer.height);

  /* Too far away: only the grid. */
  dx = answer.x - box.x + 21;
  dy = 61;
  g_assert_cmpuint (lijn_snap_apply (snap, &box, 7, &dx, &dy, guides), ==, 0);
  g_assert_cmpfloat (fmod (box.x + dx, LIJN_GRID), ==, 0);
  lijn_snap_free (snap);
  world_free (world);
}

static void
test_snap_to_gap (void)
{
  World *world = world_new ();
  LijnElement *one = add (world, world->back, "One", 100, 28);
  LijnElement *two = add (world, world->back, "Two", 300, 28);
  LijnElement *moved = add (world, world->back, "Moved", 700, 28);
  LijnRect box = rect_of (world, moved), first = rect_of (world, one), next = rect_of (world, two);
  LijnSnap *snap = new_snap (world, moved);
  LijnGuide guides[LIJN_MOST_GUIDES];
  double gap = next.x - first.x - first.width, dx = next.x + next.width + gap - box.x + 3, dy = 0;
  guint n = lijn_snap_apply (snap, &box, 7, &dx, &dy, guides), gaps = 0;

  g_assert_cmpfloat (box.x + dx, ==, next.x + next.width + gap);
  for (guint i = 0; i < n; i++)
    if (guides[i].gap)
      {
        g_assert_cmpfloat (guides[i].distance, ==, gap);
        gaps++;
      }
  g_assert_cmpuint (gaps, ==, 2);
  lijn_snap_free (snap);

  /* In the middle between two. */
  snap = new_snap (world, two);
  dx = (first.x + first.width + box.x - next.width) / 2 - next.x - 4;
  dy = 0;
  lijn_snap_apply (snap, &next, 7, &dx, &dy, guides);
  g_assert_cmpfloat_with_epsilon (next.x + dx - first.x - first.width,
                                  box.x - next.x - dx - next.width, 2);
  lijn_snap_free (snap);
  world_free (world);
}

/* Dropped on a flow: between its ends, as one step; said before it happens. */
static void
test_drop_on_flow (void)
{
  World *world = world_new ();
  LijnElement *step = add (world, world->back, "Copy", 700, 28);
  guint before = world_revisions (world);
  LijnRect ask = rect_of (world, world->ask), check = rect_of (world, world->check);
  LijnPoint to = { (ask.x + ask.width + check.x) / 2, ask.y + ask.height / 2 };

  world_press (world, world_middle (world, step), 0, 1);
  world_move_to (world, away (to, 40, 60));
  world_move_to (world, to);
  g_assert_nonnull (strstr (lijn_drag_get_words (world->canvas->drag), "Ask"));
  g_assert_nonnull (strstr (lijn_drag_get_words (world->canvas->drag), "Check"));
  g_assert_cmpuint (world_revisions (world), ==, before);
  world_release (world, to);
  g_assert_nonnull (world_flow (world, world->ask, step));
  g_assert_nonnull (world_flow (world, step, world->check));
  g_assert_null (world_flow (world, world->ask, world->check));
  g_assert_true (lijn_element_get_lane (step) == world->desk);
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  world_act (world, "canvas.undo");
  g_assert_nonnull (world_flow (world, world->ask, world->check));

  /* Given up, and with Alt: no. */
  before = world_revisions (world);
  world_press (world, world_middle (world, step), 0, 1);
  world_move_to (world, to);
  lijn_canvas_give_up (world->canvas);
  world_release (world, to);
  g_assert_cmpuint (world_revisions (world), ==, before);
  world_free (world);
}

/* Across the line: what becomes of interfaces is said first, and is what happens. */
static void
test_words_across (void)
{
  World *world = world_new ();
  LijnPoint from = world_middle (world, world->answer);
  LijnPoint to = world_in_lane (world, world->desk, from.x + 340);
  const char *words = NULL;

  world_press (world, from, 0, 1);
  world_move_to (world, away (from, 30, 0));
  g_assert_null (lijn_drag_get_words (world->canvas->drag));
  world_move_to (world, to);
  words = lijn_drag_get_words (world->canvas->drag);
  g_assert_nonnull (strstr (words, "Desk"));
  g_assert_nonnull (strstr (words, "1 interface ends"));
  world_release (world, to);
  g_assert_cmpuint (lijn_project_count (world->project, LIJN_TABLE_INTERFACE), ==, 0);
  world_free (world);
}

/* Number of the stretch of @flow that is longest, and its middle. */
static LijnPoint
middle_of_stretch (World *world, LijnFlow *flow, guint *stretch)
{
  guint n = 0;
  const LijnPoint *points = lijn_layout_get_flow_points (world->canvas->layout, flow, &n);
  double longest = 0;

  for (guint i = 0; i + 1 < n; i++)
    if (hypot (points[i].x - points[i + 1].x, points[i].y - points[i + 1].y) > longest)
      {
        longest = hypot (points[i].x - points[i + 1].x, points[i].y - points[i + 1].y);
        *stretch = i;
      }
  return (LijnPoint){ (points[*stretch].x + points[*stretch + 1].x) / 2,
                      (points[*stretch].y + points[*stretch + 1].y) / 2 };
}

/* A stretch is dragged and stays where it was put, whatever else happens; a double click on a bend
 * takes it out again. */
static void
test_bend (void)
{
  World *world = world_new ();
  LijnFlow *flow = world_flow (world, world->ask, world->check);
  guint before = world_revisions (world), stretch = 0, n = 0;
  LijnPoint at = middle_of_stretch (world, flow, &stretch);
  g_autofree char *route = NULL;
  const LijnPoint *points = NULL;

  world_drag (world, at, away (at, 0, -40));
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  g_assert_true (lijn_flow_get_bent (flow));
  points = lijn_layout_get_flow_points (world->canvas->layout, flow, &n);
  g_assert_cmpuint (n, ==, 6);
  g_assert_cmpfloat (points[2].y, ==, at.y - 40);

  /* It is kept when something else moves. */
  route = g_strdup (lijn_flow_get_route (flow));
  world_drag (world, world_middle (world, world->answer),
              away (world_middle (world, world->answer), 40, 0));
  g_assert_cmpstr (lijn_flow_get_route (flow), ==, route);

  points = lijn_layout_get_flow_points (world->canvas->layout, flow, &n);
  at = points[2];
  world_press (world, at, 0, 1);
  world_release (world, at);
  world_press (world, at, 0, 2);
  world_release (world, at);
  lijn_layout_get_flow_points (world->canvas->layout, flow, &n);
  g_assert_cmpuint (n, <, 6);
  g_assert_null (lijn_canvas_get_name_text (world->canvas));

  /* Given up. */
  before = world_revisions (world);
  at = middle_of_stretch (world, flow, &stretch);
  world_press (world, at, 0, 1);
  world_move_to (world, away (at, 20, 30));
  g_assert_true (lijn_canvas_give_up (world->canvas));
  world_release (world, away (at, 20, 30));
  g_assert_cmpuint (world_revisions (world), ==, before);
  world_free (world);
}

/* An end taken to another step; where that cannot be, nothing happens. */
/* The dot at an end of the selected flow is taken from either side of the edge that it lies on. */
static void
test_reconnect_by_dot (void)
{
  for (int off = -4; off <= 4; off += 2)
    {
      World *world = world_new ();
      LijnFlow *flow = world_flow (world, world->ask, world->check);
      guint n = 0;
      const LijnPoint *points = lijn_layout_get_flow_points (world->canvas->layout, flow, &n);
      LijnPoint end = points[n - 1];

      lijn_view_set_zoom (world->view, 1);
      lijn_view_select (world->view, LIJN_OBJECT (flow));
      end.x += off;
      world_drag (world, end, world_middle (world, world->answer));
      world_settle (world);
      g_assert_true (lijn_flow_get_target (flow) == world->answer);
      world_free (world);
    }
}

static void
test_reconnect (void)
{
  World *world = world_new ();
  LijnFlow *flow = world_flow (world, world->ask, world->check);
  guint before = world_revisions (world), n = 0;
  const LijnPoint *points = lijn_layout_get_flow_points (world->canvas->layout, flow, &n);
  LijnPoint end = away (points[n - 1], -3, 0);

  world_drag (world, end, (LijnPoint){ 800, 600 });
  world_drag (world, end, world_middle (world, world->ask));
  g_assert_cmpuint (world_revisions (world), ==, before);
  g_assert_true (lijn_flow_get_target (flow) == world->check);
  g_assert_cmpstr (world->messages->str, !=, "");

  world_drag (world, end, world_middle (world, world->answer));
  g_assert_true (lijn_flow_get_target (flow) == world->answer);
  g_assert_nonnull (lijn_flow_get_interface (flow));
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  world_act (world, "canvas.undo");

  points = lijn_layout_get_flow_points (world->canvas->layout, flow, &n);
  world_drag (world, away (points[0], 3, 0), world_middle (world, world->start));
  g_assert_true (lijn_flow_get_source (flow) == world->start);
  world_free (world);
}

/* From the edge of a step a drag makes a flow; from its middle it moves the step. */
static void
test_connect_from_edge (void)
{
  World *world = world_new ();
  LijnRect rect = rect_of (world, world->answer);
  LijnPoint edge = { rect.x + rect.width - 2, rect.y + 10 };
  double x = lijn_element_get_x (world->answer);

  world_drag (world, edge, world_middle (world, world->check));
  g_assert_nonnull (world_flow (world, world->answer, world->check));
  g_assert_cmpfloat (lijn_element_get_x (world->answer), ==, x);
  world_free (world);
}

/* Room, by the pointer and by keys; what lies before it stays. */
static void
test_room (void)
{
  World *world = world_new ();
  double ask = lijn_element_get_x (world->ask), check = lijn_element_get_x (world->check);
  double answer = lijn_element_get_y (world->answer);
  guint before = world_revisions (world);
  LijnPoint at = { check - 10, 100 };

  lijn_view_select (world->view, LIJN_OBJECT (world->check));
  world_act (world, "canvas.make-room");
  world_move_to (world, (LijnPoint){ check + 60, 40 });
  g_assert_cmpuint (world_revisions (world), ==, before);
  world_click (world, (LijnPoint){ check + 60, 40 }, 0);
  g_assert_cmpfloat (lijn_element_get_x (world->check), ==, check + 60);
  g_assert_cmpfloat (lijn_element_get_x (world->ask), ==, ask);
  g_assert_cmpuint (world_revisions (world), ==, before + 1);

  lijn_view_select (world->view, NULL);
  world_click (world, at, 0);
  world_act (world, "canvas.make-room");
  lijn_canvas_walk (world->canvas, 1, 0, FALSE);
  lijn_canvas_walk (world->canvas, 1, 0, FALSE);
  g_assert_true (lijn_canvas_end_free_hand (world->canvas));
  g_assert_cmpfloat (lijn_element_get_x (world->check), ==, check + 100);
  g_assert_cmpfloat (lijn_element_get_y (world->answer), ==, answer);

  before = world_revisions (world);
  world_act (world, "canvas.make-room");
  lijn_canvas_walk (world->canvas, 0, 1, FALSE);
  g_assert_true (lijn_canvas_give_up (world->canvas));
  g_assert_cmpuint (world_revisions (world), ==, before);
  world_free (world);
}

static void
test_align (void)
{
  World *world = world_new ();

  lijn_view_select (world->view, LIJN_OBJECT (world->check));
  g_assert_false (world_can (world, "canvas.align-left"));
  lijn_view_toggle (world->view, LIJN_OBJECT (world->answer));
  g_assert_true (world_can (world, "canvas.align-left"));
  g_assert_false (world_can (world, "canvas.distribute-across"));
  world_act (world, "canvas.align-right");
  g_assert_cmpfloat (lijn_element_get_x (world->answer), ==, lijn_element_get_x (world->check));
  g_assert_cmpstr (world->messages->str, ==, "");
  world_free (world);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/drags/snap-to-line", test_snap_to_line);
  g_test_add_func ("/drags/snap-to-gap", test_snap_to_gap);
  g_test_add_func ("/drags/drop-on-flow", test_drop_on_flow);
  g_test_add_func ("/drags/words-across", test_words_across);
  g_test_add_func ("/drags/bend", test_bend);
  g_test_add_func ("/drags/reconnect", test_reconnect);
  g_test_add_func ("/drags/reconnect-by-dot", test_reconnect_by_dot);
  g_test_add_func ("/drags/connect-from-edge", test_connect_from_edge);
  g_test_add_func ("/drags/room", test_room);
  g_test_add_func ("/drags/align", test_align);
  return g_test_run ();
}
