/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "canvas-world.h"

/* That a frame paints only what looks different, and that what a screen reader is told is true. */

static guint
painted (World *world)
{
  world_settle (world);
  return lijn_node_cache_count_painted (world->canvas->objects);
}

/* Rows of @columns steps that have nothing to do with each other. */
static void
add_many (World *world, guint n, guint columns)
{
  GError *error = NULL;
  LijnEdit *edit = lijn_edit_begin (world->project, "Many", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      lijn_edit_add_element (world->map, world->back, LIJN_ELEMENT_KIND_STEP, "Step",
                             100 + 160 * (i % columns), 24 + 80 * (i / columns), &error);
      g_assert_no_error (error);
    }
  lijn_edit_commit (edit, &error);
  g_assert_no_error (error);
}

static void
test_local_edit (void)
{
  World *world = world_new ();
  GError *error = NULL;
  guint first, all, after;

  add_many (world, 60, 60);
  lijn_view_set_zoom (world->view, 0.1);
  lijn_canvas_zoom_to_fit (world->canvas);
  first = painted (world);
  lijn_canvas_forget_painted (world->canvas);
  all = painted (world) - first;
  g_assert_cmpuint (all, >=, 60);

  /* Looking again, selecting, moving about: nothing is painted anew. */
  after = painted (world);
  lijn_view_select (world->view, LIJN_OBJECT (world->ask));
  lijn_canvas_pan (world->canvas, 5, 5);
  g_assert_cmpuint (painted (world), ==, after);

  lijn_edit_rename (LIJN_OBJECT (world->ask), "Ask once more", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (painted (world) - after, >, 0);
  g_assert_cmpuint (painted (world) - after, <, 10);
  world_free (world);
}

/* A drag paints nothing until it is done. */
static void
test_drag (void)
{
  World *world = world_new ();
  LijnPoint from = world_middle (world, world->check);
  guint before = painted (world);

  world_press (world, from, 0, 1);
  for (guint i = 1; i < 10; i++)
    world_move_to (world, (LijnPoint){ from.x + 10 * i, from.y });
  g_assert_cmpuint (painted (world), ==, before);
  lijn_canvas_give_up (world->canvas);
  world_free (world);
}

/* Small steps of zoom share what was painted. */
static void
test_zoom (void)
{
  World *world = world_new ();
  guint before = painted (world);

  for (guint i = 0; i < 10; i++)
    {
      lijn_canvas_zoom_by (world->canvas, 1.05);
      world_settle (world);
    }
  g_assert_cmpuint (painted (world), ==, before);
  world_free (world);
}

static gboolean
are_tiles_complete (World *world)
{
  return lijn_tiles_is_complete (world->canvas->tiles);
}

/* Square pixels of tiles painted so far. */
static guint64
painted_tiles (World *world)
{
  guint64 pixels;

  world_settle (world);
  world_wait (world, are_tiles_complete);
  lijn_tiles_count_painted (world->canvas->tiles, &pixels);
  return pixels;
}

/* A map seen from afar: a frame puts tiles together, and an edit paints the part of them that it
 * touches. */
static void
test_tiles (void)
{
  World *world = world_new ();
  GError *error = NULL;
  guint nodes;
  guint64 all, after;

  add_many (world, 450, 30);
  lijn_canvas_zoom_to_fit (world->canvas);
  all = painted_tiles (world);
  g_assert_cmpuint (all, >, 0);
  nodes = painted (world);

  lijn_view_select (world->view, LIJN_OBJECT (world->ask));
  lijn_canvas_pan (world->canvas, 5, 0);
  lijn_canvas_pan (world->canvas, -5, 0);
  g_assert_cmpuint (painted_tiles (world), ==, all);

  lijn_edit_rename (LIJN_OBJECT (world->ask), "Ask once more", &error);
  g_assert_no_error (error);
  after = painted_tiles (world) - all;
  g_assert_cmpuint (after, >, 0);
  g_assert_cmpuint (after, <, all / 20);
  g_assert_cmpuint (painted (world), ==, nodes);
  world_free (world);
}

/* That many halos are tiles too, and gone with the selection. */
static void
test_many_selected (void)
{
  World *world = world_new ();
  guint before, selected;

  add_many (world, 450, 30);
  lijn_canvas_zoom_to_fit (world->canvas);
  painted_tiles (world);
  before = lijn_node_cache_count_painted (world->canvas->halos);
  world_act (world, "canvas.select-all");
  world_settle (world);
  g_assert_cmpuint (lijn_node_cache_count_painted (world->canvas->halos), ==, before);
  selected = lijn_tiles_count_painted (world->canvas->halo_tiles, NULL);
  g_assert_cmpuint (selected, >, 0);
  world_act (world, "canvas.select-none");
  world_settle (world);
  g_assert_cmpuint (lijn_tiles_count_painted (world->canvas->halo_tiles, NULL), ==, selected);
  world_free (world);
}

static void
test_palette (void)
{
  World *world = world_new ();
  guint before = painted (world);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_cmpint (lijn_view_get_palette (world->view), ==, LIJN_PALETTE_DARK);
  g_assert_cmpuint (painted (world), >, before);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_assert_cmpint (lijn_view_get_palette (world->view), ==, LIJN_PALETTE_LIGHT);
  world_free (world);
}

static void
test_speech (void)
{
  World *world = world_new ();
  GtkAccessible *canvas = GTK_ACCESSIBLE (world->canvas);

  gtk_test_accessible_assert_property (canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, "Map Questions");
  lijn_view_select (world->view, LIJN_OBJECT (world->ask));
  gtk_test_accessible_assert_property (canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, "Step Ask");
  gtk_test_accessible_assert_property (canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "in Desk of Customer, 1 flow in, 2 flows out");
  world_act (world, "canvas.select-all");
  gtk_test_accessible_assert_property (canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, "8 things selected");
  world_free (world);
}

/* A change of name is told while the thing is selected. */
static void
test_speech_follows (void)
{
  World *world = world_new ();
  GError *error = NULL;

  lijn_view_select (world->view, LIJN_OBJECT (world->answer));
  lijn_edit_rename (LIJN_OBJECT (world->answer), "Reply", &error);
  g_assert_no_error (error);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (world->canvas),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Step Reply");
  world_free (world);
}

int
main (int argc, char *argv[])
{
  g_setenv ("LANGUAGE", "C", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/draw/local-edit", test_local_edit);
  g_test_add_func ("/draw/drag", test_drag);
  g_test_add_func ("/draw/zoom", test_zoom);
  g_test_add_func ("/draw/tiles", test_tiles);
  g_test_add_func ("/draw/many-selected", test_many_selected);
  g_test_add_func ("/draw/palette", test_palette);
  g_test_add_func ("/draw/speech", test_speech);
  g_test_add_func ("/draw/speech-follows", test_speech_follows);
  return g_test_run ();
}
