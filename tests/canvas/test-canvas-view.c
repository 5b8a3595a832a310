/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "canvas-world.h"
#include "lijn-view-memory.h"

/* The view: what is selected, what is remembered, and that nothing of it gets into the file. */

static void
count_cb (LijnView *view, guint *n)
{
  (*n)++;
}

static void
shown_cb (LijnView *view, LijnObject *object, LijnObject **shown)
{
  *shown = object;
}

static void
test_selection (void)
{
  World *world = world_new ();
  g_autoptr (GPtrArray) many = g_ptr_array_new ();
  guint n = 0;

  g_signal_connect (world->view, "selection-changed", G_CALLBACK (count_cb), &n);
  lijn_view_select (world->view, LIJN_OBJECT (world->ask));
  lijn_view_select (world->view, LIJN_OBJECT (world->ask));
  g_assert_cmpuint (n, ==, 1);
  g_ptr_array_add (many, world->ask);
  g_ptr_array_add (many, world->check);
  g_ptr_array_add (many, world->ask);
  lijn_view_select_many (world->view, many);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (lijn_view_get_selection (world->view)->len, ==, 2);
  g_assert_true (lijn_view_get_selected (world->view) == LIJN_OBJECT (world->check));
  lijn_view_toggle (world->view, LIJN_OBJECT (world->check));
  g_assert_true (lijn_view_get_selected (world->view) == LIJN_OBJECT (world->ask));
  lijn_view_select (world->view, NULL);
  lijn_view_select (world->view, NULL);
  g_assert_cmpuint (n, ==, 4);
  world_free (world);
}

/* What is gone leaves the selection by itself. */
static void
test_gone (void)
{
  World *world = world_new ();
  g_autoptr (GPtrArray) many = g_ptr_array_new ();
  GError *error = NULL;
  guint n = 0;

  g_ptr_array_add (many, world->ask);
  g_ptr_array_add (many, world->check);
  lijn_view_select_many (world->view, many);
  g_signal_connect (world->view, "selection-changed", G_CALLBACK (count_cb), &n);
  lijn_edit_remove_one (LIJN_OBJECT (world->check), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (world_selected (world) == world->ask);
  world_free (world);
}

static void
test_map_gone (void)
{
  World *world = world_new ();
  GError *error = NULL;
  LijnMap *other = lijn_edit_add_map (world->project, LIJN_MAP_KIND_TO_BE, "Better questions",
                                      &error);

  g_assert_no_error (error);
  lijn_view_set_map (world->view, other);
  lijn_edit_remove_one (LIJN_OBJECT (other), &error);
  g_assert_no_error (error);
  g_assert_true (lijn_view_get_map (world->view) == world->map);
  world_settle (world);
  world_free (world);
}

/* The first map shows as soon as there is one. */
static void
test_first_map (void)
{
  World *world = world_new_empty ();
  GError *error = NULL;
  LijnMap *map = lijn_edit_add_map (world->project, LIJN_MAP_KIND_AS_IS, "Map", &error);

  g_assert_no_error (error);
  g_assert_true (lijn_view_get_map (world->view) == map);
  g_assert_nonnull (world->canvas->layout);
  world_settle (world);
  world_free (world);
}

static void
test_show (void)
{
  World *world = world_new ();
  GError *error = NULL;
  LijnMap *other = lijn_edit_add_map (world->project, LIJN_MAP_KIND_TO_BE, "Better questions",
                                      &error);
  LijnObject *shown = NULL;
  LijnFriction *friction = NULL;
  LijnRect visible, after;
  LijnPoint at;

  g_assert_no_error (error);
  friction = lijn_edit_add_friction (LIJN_OBJECT (world->answer), 0, 0, world->customer, "Too late",
                                     &error);
  g_assert_no_error (error);
  g_signal_connect (world->view, "shown", G_CALLBACK (shown_cb), &shown);
  lijn_view_set_map (world->view, other);
  lijn_view_show (world->view, LIJN_OBJECT (friction));
  world_settle (world);
  g_assert_true (lijn_view_get_map (world->view) == world->map);
  g_assert_true (shown == LIJN_OBJECT (friction));
  g_assert_true (lijn_view_get_selected (world->view) == LIJN_OBJECT (friction));

  at = world_middle (world, friction);
  visible = lijn_canvas_get_visible (world->canvas);
  g_assert_true (lijn_rect_contains (&visible, at.x, at.y));

  /* In the middle, where there is more of the map than is seen. */
  lijn_view_set_zoom (world->view, LIJN_VIEW_ZOOM_MAX);
  lijn_view_show (world->view, LIJN_OBJECT (friction));
  world_settle (world);
  visible = lijn_canvas_get_visible (world->canvas);
  visible = lijn_rect_grow (&visible, -MIN (visible.width, visible.height) * 0.45);
  g_assert_true (lijn_rect_contains (&visible, at.x, at.y));

  /* What is seen whole stands still. */
  gtk_widget_activate_action (GTK_WIDGET (world->canvas), "canvas.zoom-fit", NULL);
  world_settle (world);
  visible = lijn_canvas_get_visible (world->canvas);
  lijn_view_show (world->view, LIJN_OBJECT (world->customer));
  world_settle (world);
  after = lijn_canvas_get_visible (world->canvas);
  g_assert_cmpfloat_with_epsilon (after.x, visible.x, 0.01);
  g_assert_cmpfloat_with_epsilon (after.y, visible.y, 0.01);
  world_free (world);
}

static void
test_report (void)
{
  World *world = world_new ();

  g_assert_true (lijn_view_report (world->view, TRUE, NULL));
  g_assert_false (lijn_view_report (
      world->view, FALSE,
      g_error_new_literal (LIJN_RULES_ERROR, LIJN_RULES_ERROR_CONNECT, "No way.")));
  g_assert_cmpstr (world->messages->str, ==, "No way.\n");
  world_free (world);
}

static void
test_speaker (void)
{
  World *world = world_new ();
  GError *error = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  const LijnRevision *newest = NULL;

  lijn_view_set_speaker (world->view, world->supplier);
  lijn_edit_rename (LIJN_OBJECT (world->answer), "Reply", &error);
  g_assert_no_error (error);
  revisions = lijn_store_list_revisions (lijn_project_get_store (world->project), 1, &error);
  g_assert_no_error (error);
  newest = g_ptr_array_index (revisions, 0);
  g_assert_cmpstr (newest->party, ==, lijn_object_get_id (LIJN_OBJECT (world->supplier)));
  world_free (world);
}

/* Zoom and place come back with the map; no word of the project is in the file that keeps them. */
static void
test_memory (void)
{
  World *world = world_new ();
  const LijnPoint place = { 321, 123 };
  guint before = world_revisions (world);
  g_autoptr (LijnView) again = NULL;
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "waslijn", NULL);
  g_autoptr (GDir) dir = NULL;
  const char *name = NULL;
  LijnPoint found;

  lijn_view_set_zoom (world->view, 0.75);
  lijn_view_set_place (world->view, &place);
  /* Showing another map, or none, remembers. */
  lijn_view_set_map (world->view, NULL);

  again = lijn_view_new (world->project);
  g_assert_true (lijn_view_get_map (again) == world->map);
  g_assert_cmpfloat (lijn_view_get_zoom (again), ==, 0.75);
  g_assert_true (lijn_view_get_place (again, &found));
  g_assert_cmpfloat (found.x, ==, 321);
  g_assert_cmpfloat (found.y, ==, 123);
  g_assert_cmpuint (world_revisions (world), ==, before);

  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_null (strstr (text, "Questions"));
      g_assert_null (strstr (text, "map.waslijn"));
      g_assert_null (strstr (name, "map"));
    }
  world_free (world);
}

/* A state file that somebody spoiled does no harm. */
static void
test_memory_spoiled (void)
{
  World *world = world_new ();
  const LijnViewMemory wild = { .known = TRUE, .zoom = 1e300, .place = { -1e9, 1e9 } };
  g_autoptr (LijnView) again = NULL;
  LijnRect visible;

  lijn_view_set_map (world->view, NULL);
  lijn_view_memory_set (world->project, world->map, &wild);
  again = lijn_view_new (world->project);
  g_assert_cmpfloat (lijn_view_get_zoom (again), ==, LIJN_VIEW_ZOOM_MAX);
  lijn_canvas_set_view (world->canvas, again);
  world_settle (world);
  visible = lijn_canvas_get_visible (world->canvas);
  g_assert_cmpfloat (visible.width, >, 0);
  lijn_canvas_set_view (world->canvas, NULL);
  world_settle (world);
  world_free (world);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/view/selection", test_selection);
  g_test_add_func ("/view/gone", test_gone);
  g_test_add_func ("/view/map-gone", test_map_gone);
  g_test_add_func ("/view/first-map", test_first_map);
  g_test_add_func ("/view/show", test_show);
  g_test_add_func ("/view/report", test_report);
  g_test_add_func ("/view/speaker", test_speaker);
  g_test_add_func ("/view/memory", test_memory);
  g_test_add_func ("/view/memory-spoiled", test_memory_spoiled);
  return g_test_run ();
}
