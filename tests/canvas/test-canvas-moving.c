/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "canvas-world.h"
#include "lijn-view-memory.h"
#include "lijn-overview.h"

/* Moving about: back and forward, the overview, and what is shown with them. */

static void
test_back_and_forward (void)
{
  World *world = world_new ();
  g_autoptr (GError) error = NULL;
  LijnMap *other = lijn_edit_add_map (world->project, LIJN_MAP_KIND_TO_BE, "Better", &error);
  LijnPoint far = { 400, 100 }, place;

  g_assert_no_error (error);
  g_assert_false (lijn_view_can_go (world->view, FALSE));
  lijn_view_set_place (world->view, &far);
  lijn_view_set_zoom (world->view, 2);
  lijn_view_set_map (world->view, other);
  world_settle (world);
  g_assert_true (world_can (world, "canvas.back"));
  g_assert_false (world_can (world, "canvas.forward"));

  world_act (world, "canvas.back");
  g_assert_true (lijn_view_get_map (world->view) == world->map);
  g_assert_cmpfloat (lijn_view_get_zoom (world->view), ==, 2);
  g_assert_true (lijn_view_get_place (world->view, &place));
  g_assert_cmpfloat_with_epsilon (place.x, far.x, 1);
  world_act (world, "canvas.forward");
  g_assert_true (lijn_view_get_map (world->view) == other);
  world_free (world);
}

/* A map that was removed is passed over. */
static void
test_back_past_what_is_gone (void)
{
  World *world = world_new ();
  g_autoptr (GError) error = NULL;
  LijnMap *one = lijn_edit_add_map (world->project, LIJN_MAP_KIND_TO_BE, "One", &error);
  LijnMap *two = lijn_edit_add_map (world->project, LIJN_MAP_KIND_TO_BE, "Two", &error);

  g_assert_no_error (error);
  lijn_view_set_map (world->view, one);
  world_settle (world);
  lijn_view_set_map (world->view, two);
  world_settle (world);
  lijn_edit_remove_one (LIJN_OBJECT (one), &error);
  g_assert_no_error (error);
  world_act (world, "canvas.back");
  g_assert_true (lijn_view_get_map (world->view) == world->map);
  world_free (world);
}

static gboolean
is_fresh (World *world)
{
  LijnOverview *overview = g_object_get_data (G_OBJECT (world->window), "overview");

  return lijn_overview_is_fresh (overview);
}

static LijnOverview *
add_overview (World *world)
{
  LijnOverview *overview = g_object_new (LIJN_TYPE_OVERVIEW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *child = g_object_ref (gtk_window_get_child (GTK_WINDOW (world->window)));

  gtk_window_set_child (GTK_WINDOW (world->window), box);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (overview));
  gtk_box_append (GTK_BOX (box), child);
  g_object_unref (child);
  g_object_set_data (G_OBJECT (world->window), "overview", overview);
  lijn_overview_set_canvas (overview, world->canvas);
  world_settle (world);
  return overview;
}

/* Panning and zooming paint nothing; an edit paints the strips that it touches, once. */
static void
test_overview_paints_little (void)
{
  World *world = world_new ();
  LijnOverview *overview = add_overview (world);
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  guint all, before;

  g_assert_cmpuint (lijn_overview_count_painted (overview), ==, 0);
  lijn_view_set_overview (world->view, TRUE);
  world_wait (world, is_fresh);
  world_settle (world);
  all = before = lijn_overview_count_painted (overview);
  g_assert_cmpuint (all, >, 1);

  for (int i = 0; i < 20; i++)
    {
      lijn_canvas_pan (world->canvas, i % 2 ? 9 : -9, 3);
      lijn_canvas_zoom_by (world->canvas, i % 2 ? 1.1 : 0.9);
      world_settle (world);
    }
  world_wait (world, is_fresh);
  g_assert_cmpuint (lijn_overview_count_painted (overview), ==, before);

  g_ptr_array_add (elements, world->start);
  lijn_edit_move (elements, 0, 8, &error);
  g_assert_no_error (error);
  world_wait (world, is_fresh);
  g_assert_cmpuint (lijn_overview_count_painted (overview), >, before);
  g_assert_cmpuint (lijn_overview_count_painted (overview), <, before + all);
  lijn_overview_set_canvas (overview, NULL);
  world_free (world);
}

/* Where a pane is hidden the map gets its room, and does not go away from where it was. */
static void
test_corner_stays (void)
{
  World *world = world_new ();
  LijnRect before, after, whole;
  int width, height;

  lijn_view_set_zoom (world->view, 3);
  world_settle (world);
  before = lijn_canvas_get_visible (world->canvas);
  gtk_window_get_default_size (GTK_WINDOW (world->window), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (world->window), width + 200, height + 60);
  world_settle (world);
  after = lijn_canvas_get_visible (world->canvas);
  g_assert_cmpfloat (after.width, >, before.width);
  g_assert_cmpfloat_with_epsilon (after.x, before.x, 1);
  g_assert_cmpfloat_with_epsilon (after.y, before.y, 1);

  /* What is seen whole stays in the middle. */
  lijn_canvas_zoom_to_fit (world->canvas);
  lijn_view_set_zoom (world->view, 0.2);
  world_settle (world);
  whole = lijn_layout_get_bounds (world->canvas->layout);
  gtk_window_set_default_size (GTK_WINDOW (world->window), width, height);
  world_settle (world);
  after = lijn_canvas_get_visible (world->canvas);
  g_assert_cmpfloat_with_epsilon (lijn_rect_center (&after).x, lijn_rect_center (&whole).x, 10);
  world_free (world);
}

/* A place that is remembered from a narrow window leaves no blank edge in a wide one. */
static void
test_no_blank_edge (void)
{
  World *world = world_new ();
  g_autoptr (LijnView) again = NULL;
  LijnRect visible, all = lijn_layout_get_bounds (world->canvas->layout);
  LijnPoint corners[] = { { all.x, all.y }, { all.x + all.width, all.y + all.height } };

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      LijnViewMemory memory = { .known = TRUE, .zoom = 4, .place = corners[i] };

      lijn_view_set_map (world->view, NULL);
      lijn_view_memory_set (world->project, world->map, &memory);
      g_clear_object (&again);
      again = lijn_view_new (world->project);
      lijn_canvas_set_view (world->canvas, again);
      world_settle (world);
      visible = lijn_canvas_get_visible (world->canvas);
      g_assert_cmpfloat (visible.x, >=, all.x - 7);
      g_assert_cmpfloat (visible.y, >=, all.y - 7);
      g_assert_cmpfloat (visible.x + visible.width, <=, all.x + all.width + 7);
      g_assert_cmpfloat (visible.y + visible.height, <=, all.y + all.height + 19);
    }
  lijn_canvas_set_view (world->canvas, NULL);
  world_settle (world);
  world_free (world);
}

/* What is shown does not lie under what covers the upper edge. */
static void
test_not_covered (void)
{
  World *world = world_new ();
  double zooms[] = { 0.5, 1, 4 };
  LijnRect rect;
  LijnPoint at;

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    for (int covered = 0; covered <= 200; covered += 200)
      {
        lijn_view_set_zoom (world->view, zooms[i]);
        lijn_canvas_zoom_to_fit (world->canvas);
        lijn_view_set_zoom (world->view, zooms[i]);
        lijn_canvas_set_covered (world->canvas, covered);
        lijn_view_peek (world->view, LIJN_OBJECT (world->ask));
        world_settle (world);
        adw_animation_skip (world->canvas->travel);
        lijn_layout_get_element_rect (world->canvas->layout, world->ask, &rect);
        at = lijn_canvas_from_map (world->canvas, rect.x, rect.y);
        g_assert_cmpfloat (at.y, >=, covered);
      }
  world_free (world);
}

/* On a map that was fitted everything is in sight: naming or showing it moves nothing. */
static void
test_fitted_stands_still (void)
{
  World *world = world_new ();
  gpointer objects[] = { world->start, world->answer,   world->interface, world->back,
                         world->desk,  world->customer, world->intake };
  LijnRect before, after;

  lijn_canvas_zoom_to_fit (world->canvas);
  world_settle (world);
  before = lijn_canvas_get_visible (world->canvas);
  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      lijn_canvas_show_made (world->canvas, objects[i]);
      lijn_canvas_edit_name (world->canvas, objects[i]);
      world_settle (world);
      lijn_canvas_cancel_naming (world->canvas);
      lijn_canvas_stop_travel (world->canvas);
      after = lijn_canvas_get_visible (world->canvas);
      g_assert_cmpfloat_with_epsilon (after.x, before.x, 0.01);
      g_assert_cmpfloat_with_epsilon (after.y, before.y, 0.01);
    }
  world_free (world);
}

/* In focus mode what is near the selection is painted over the veil, and Escape or nothing selected
 * lifts it. */
static void
test_focus (void)
{
  World *world = world_new ();

  lijn_view_set_focus_mode (world->view, TRUE);
  world_settle (world);
  g_assert_null (world->canvas->surroundings);
  lijn_view_select (world->view, LIJN_OBJECT (world->ask));
  world_settle (world);
  g_assert_nonnull (world->canvas->surroundings);
  g_assert_true (g_hash_table_contains (world->canvas->surroundings, world->answer));
  g_assert_true (g_hash_table_contains (world->canvas->surroundings, world->interface));
  g_assert_true (g_hash_table_contains (world->canvas->surroundings, world->start));
  lijn_view_select (world->view, LIJN_OBJECT (world->start));
  world_settle (world);
  g_assert_false (g_hash_table_contains (world->canvas->surroundings, world->answer));
  world_free (world);
}

/* Overlay and overview are remembered for the project, and not in it. */
static void
test_habits (void)
{
  World *world = world_new ();
  guint revisions = world_revisions (world);
  g_autoptr (LijnView) again = NULL;

  lijn_view_set_overlay (world->view, LIJN_OVERLAY_AGE);
  lijn_view_set_overview (world->view, TRUE);
  again = lijn_view_new (world->project);
  g_assert_cmpint (lijn_view_get_overlay (again), ==, LIJN_OVERLAY_AGE);
  g_assert_true (lijn_view_get_overview (again));
  g_assert_cmpuint (world_revisions (world), ==, revisions);
  world_settle (world);
  world_free (world);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/canvas/moving/back-and-forward", test_back_and_forward);
  g_test_add_func ("/canvas/moving/back-past-what-is-gone", test_back_past_what_is_gone);
  g_test_add_func ("/canvas/moving/overview", test_overview_paints_little);
  g_test_add_func ("/canvas/moving/corner-stays", test_corner_stays);
  g_test_add_func ("/canvas/moving/no-blank-edge", test_no_blank_edge);
  g_test_add_func ("/canvas/moving/not-covered", test_not_covered);
  g_test_add_func ("/canvas/moving/fitted-stands-still", test_fitted_stands_still);
  g_test_add_func ("/canvas/moving/focus", test_focus);
  g_test_add_func ("/canvas/moving/habits", test_habits);
  return g_test_run ();
}
