/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas-world.h"

#include <math.h>

/* Lanes, parties and phases by pointer, keys and menu, by their effect on the file. */

static LijnPoint
header_of (World *world, gpointer object)
{
  const LijnLaneBox *lane = NULL;
  const LijnPartyBox *parties;
  guint n;

  if (LIJN_IS_LANE (object))
    {
      lane = lijn_layout_find_lane (world->canvas->layout, object);
      return (LijnPoint){ lane->header.x + lane->header.width / 2,
                          lane->header.y + lane->header.height * 0.6 };
    }
  parties = lijn_layout_get_parties (world->canvas->layout, &n);
  for (guint i = 0; i < n; i++)
    if (parties[i].party == object)
      return lijn_rect_center (&parties[i].header);
  g_assert_not_reached ();
}

static guint
place_of (World *world, LijnLane *lane)
{
  g_autoptr (GPtrArray) lanes = lijn_map_list_lanes (world->map);
  guint place;

  g_assert_true (g_ptr_array_find (lanes, lane, &place));
  return place;
}

static void
test_drag_lane_to_another_place (void)
{
  World *world = world_new ();
  guint before = world_revisions (world);
  LijnPoint from = header_of (world, world->back);
  LijnPoint to = header_of (world, world->intake);

  to.y -= 40;
  g_assert_cmpuint (place_of (world, world->back), ==, 2);
  world_drag (world, from, to);
  g_assert_cmpuint (place_of (world, world->back), ==, 1);
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  g_assert_true (lijn_element_get_lane (world->answer) == world->intake);

  /* Onto itself it stays, and nothing is written. */
  from = header_of (world, world->back);
  to = (LijnPoint){ from.x, from.y + 20 };
  world_drag (world, from, to);
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  world_free (world);
}

static void
test_drag_party (void)
{
  World *world = world_new ();
  LijnPoint from = header_of (world, world->supplier);
  LijnPoint to = { from.x, -60 };
  g_autoptr (GPtrArray) parties = NULL;

  world_drag (world, from, to);
  parties = lijn_project_list_parties (world->project);
  g_assert_true (g_ptr_array_index (parties, 0) == world->supplier);
  world_free (world);
}

/* Escape in the middle leaves everything. */
static void
test_give_up (void)
{
  World *world = world_new ();
  guint before = world_revisions (world);
  LijnPoint from = header_of (world, world->back);
  LijnPoint to = header_of (world, world->intake);

  world_press (world, from, 0, 1);
  world_move_to (world, to);
  g_assert_nonnull (world->canvas->drag);
  lijn_canvas_give_up (world->canvas);
  world_release (world, to);
  g_assert_cmpuint (world_revisions (world), ==, before);
  world_free (world);
}

static void
test_edge_stops_at_contents (void)
{
  World *world = world_new ();
  const LijnLaneBox *box = lijn_layout_find_lane (world->canvas->layout, world->intake);
  LijnPoint edge = { 500, box->rect.y + box->rect.height };

  world_drag (world, edge, (LijnPoint){ 500, box->rect.y + 5 });
  g_assert_cmpfloat (lijn_lane_get_height (world->intake), ==,
                     lijn_edit_least_lane_height (world->intake));
  world_free (world);
}

static void
test_fold (void)
{
  World *world = world_new ();
  const LijnLaneBox *box = NULL;
  LijnPoint sign;

  lijn_view_select (world->view, LIJN_OBJECT (world->intake));
  world_act (world, "canvas.fold-lane");
  g_assert_true (lijn_lane_get_collapsed (world->intake));

  /* What is in it is not hit; a double click on its band opens it. */
  box = lijn_layout_find_lane (world->canvas->layout, world->intake);
  sign = (LijnPoint){ 400, box->rect.y + box->rect.height / 2 };
  world_click (world, sign, 0);
  g_assert_true (lijn_view_get_selected (world->view) == LIJN_OBJECT (world->intake));
  world_press (world, sign, 0, 2);
  world_release (world, sign);
  g_assert_false (lijn_lane_get_collapsed (world->intake));

  /* So does the sign in the header, either way. */
  box = lijn_layout_find_lane (world->canvas->layout, world->intake);
  world_click (world, (LijnPoint){ box->header.x + box->header.width / 2, box->rect.y + 13 }, 0);
  g_assert_true (lijn_lane_get_collapsed (world->intake));
  world_free (world);
}

static void
test_split_and_join (void)
{
  World *world = world_new ();
  guint before = world_revisions (world);

  lijn_view_select (world->view, LIJN_OBJECT (world->back));
  gtk_widget_activate_action (GTK_WIDGET (world->canvas), "canvas.split-lane", "d", -1.0);
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  world_type (world, "Archive");
  g_assert_cmpstr (lijn_object_get_name (lijn_view_get_selected (world->view)), ==, "Archive");
  g_assert_cmpuint (place_of (world, LIJN_LANE (lijn_view_get_selected (world->view))), ==, 3);

  lijn_view_select (world->view, LIJN_OBJECT (world->back));
  world_act (world, "canvas.join-lanes");
  {
    g_autoptr (GPtrArray) lanes = lijn_map_list_lanes (world->map);

    g_assert_cmpuint (lanes->len, ==, 3);
    g_assert_true (g_ptr_array_index (lanes, 2) == world->back);
  }
  world_free (world);
}

/* An empty lane goes at once; one with something in it is asked about first. */
static void
test_delete_lane (void)
{
  World *world = world_new ();
  g_autoptr (LijnLane) back = g_object_ref (world->back);
  GListModel *windows = NULL;
  GtkWidget *dialog = NULL;

  lijn_view_select (world->view, LIJN_OBJECT (back));
  world_act (world, "canvas.delete");
  g_assert_true (lijn_object_is_gone (LIJN_OBJECT (back)));

  lijn_view_select (world->view, LIJN_OBJECT (world->intake));
  world_act (world, "canvas.delete");
  g_assert_false (lijn_object_is_gone (LIJN_OBJECT (world->intake)));
  windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        dialog = window;
    }
  g_assert_nonnull (dialog);
  {
    g_autoptr (LijnLane) intake = g_object_ref (world->intake);

    adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "move");
    g_assert_true (lijn_object_is_gone (LIJN_OBJECT (intake)));
  }
  g_assert_true (lijn_element_get_lane (world->answer) == world->desk);
  gtk_window_destroy (GTK_WINDOW (dialog));
  world_free (world);
}

static void
test_phases (void)
{
  World *world = world_new ();
  const LijnPhaseBox *boxes;
  LijnPhase *phase;
  guint n;

  gtk_widget_activate_action (GTK_WIDGET (world->canvas), "canvas.add-phase", "d", 100.0);
  world_type (world, "Ask");
  boxes = lijn_layout_get_phases (world->canvas->layout, &n);
  g_assert_cmpuint (n, ==, 1);
  phase = boxes[0].phase;
  g_assert_cmpstr (lijn_phase_get_name (phase), ==, "Ask");

  /* By its edge, and whole by its header. */
  world_drag (world, (LijnPoint){ 380, -10 }, (LijnPoint){ 500, -10 });
  g_assert_cmpfloat (lijn_phase_get_x (phase), ==, 100);
  g_assert_cmpfloat (lijn_phase_get_width (phase), ==, 400);
  world_drag (world, (LijnPoint){ 200, -10 }, (LijnPoint){ 300, -10 });
  g_assert_cmpfloat (lijn_phase_get_x (phase), ==, 200);
  g_assert_cmpfloat (lijn_phase_get_width (phase), ==, 400);

  world_click (world, (LijnPoint){ 300, -10 }, 0);
  g_assert_true (lijn_view_get_selected (world->view) == LIJN_OBJECT (phase));
  world_act (world, "canvas.delete");
  lijn_layout_get_phases (world->canvas->layout, &n);
  g_assert_cmpuint (n, ==, 0);
  world_free (world);
}

/* Scrolled to the right, the headers are hit at the left edge, and nothing is under them. */
static void
test_headers_stick (void)
{
  World *world = world_new ();
  LijnPoint middle = world_middle (world, world->check);
  LijnPointer pointer = { 0 };
  LijnHit hit;
  double shift;

  lijn_view_set_zoom (world->view, 1);
  lijn_view_set_place (world->view, &middle);
  world_settle (world);
  g_assert_false (lijn_canvas_get_headers_shift (world->canvas) > 0 &&
                  lijn_canvas_get_visible (world->canvas).x <= 0);
  middle.x += gtk_widget_get_width (GTK_WIDGET (world->canvas)) / 2.0 - 60;
  lijn_view_set_place (world->view, &middle);
  world_settle (world);
  shift = lijn_canvas_get_headers_shift (world->canvas);
  g_assert_cmpfloat (shift, >, 0);
  g_assert_cmpfloat_with_epsilon (shift, lijn_canvas_get_visible (world->canvas).x, 0.01);

  pointer.at = header_of (world, world->intake);
  pointer.at.x += shift;
  g_assert_true (lijn_canvas_hit_headers (world->canvas, &pointer, &hit));
  g_assert_cmpint (hit.kind, ==, LIJN_HIT_LANE_HEADER);
  g_assert_true (hit.object == LIJN_OBJECT (world->intake));
  world_click (world, pointer.at, 0);
  g_assert_true (lijn_view_get_selected (world->view) == LIJN_OBJECT (world->intake));
  pointer.at = header_of (world, world->supplier);
  pointer.at.x += shift;
  world_click (world, pointer.at, 0);
  g_assert_true (lijn_view_get_selected (world->view) == LIJN_OBJECT (world->supplier));
  world_free (world);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/canvas/lanes/drag-lane", test_drag_lane_to_another_place);
  g_test_add_func ("/canvas/lanes/drag-party", test_drag_party);
  g_test_add_func ("/canvas/lanes/give-up", test_give_up);
  g_test_add_func ("/canvas/lanes/edge", test_edge_stops_at_contents);
  g_test_add_func ("/canvas/lanes/fold", test_fold);
  g_test_add_func ("/canvas/lanes/split-and-join", test_split_and_join);
  g_test_add_func ("/canvas/lanes/delete", test_delete_lane);
  g_test_add_func ("/canvas/lanes/phases", test_phases);
  g_test_add_func ("/canvas/lanes/headers-stick", test_headers_stick);
  return g_test_run ();
}
