/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "edit-world.h"

/* Long names: what would be cut off grows, and nothing lies over anything else. */

#define LONG "Check whether everything that the claim needs is really there"

static gboolean
is_higher_or_wider (LijnElement *element, double width, double height)
{
  return lijn_element_get_width (element) > width || lijn_element_get_height (element) > height;
}

static void
assert_apart (World *world)
{
  LijnLayout *layout = lijn_layout_of (world->map);
  GPtrArray *all = lijn_project_referrers (world->project, LIJN_TABLE_ELEMENT, "map",
                                           LIJN_OBJECT (world->map));

  for (guint i = 0; i < all->len; i++)
    for (guint j = 0; j < i; j++)
      {
        LijnRect a, b;

        g_assert_true (lijn_layout_get_element_rect (layout, g_ptr_array_index (all, i), &a) &&
                       lijn_layout_get_element_rect (layout, g_ptr_array_index (all, j), &b));
        g_assert_false (lijn_rect_intersects (&a, &b));
      }
}

/* A name that fits changes nothing but the name. */
static void
test_short_name (World *world, gconstpointer unused)
{
  DO (lijn_edit_rename (LIJN_OBJECT (world->assess), "Assess it well", &failure));
  g_assert_cmpfloat (lijn_element_get_width (world->assess), ==, LIJN_STEP_WIDTH);
  g_assert_cmpfloat (lijn_element_get_height (world->assess), ==, LIJN_STEP_HEIGHT);
}

/* A word longer than the step makes it wider; many words make it higher; one undo takes both back. */
static void
test_step_grows (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);

  DO (lijn_edit_rename (LIJN_OBJECT (world->assess), "Schadeafhandelingsverzoekbehandeling",
                        &failure));
  g_assert_cmpfloat (lijn_element_get_width (world->assess), >, LIJN_STEP_WIDTH);
  assert_apart (world);
  assert_undoes_to (world->project, before);
  DO (lijn_edit_rename (LIJN_OBJECT (world->assess), LONG ", and " LONG, &failure));
  g_assert_true (is_higher_or_wider (world->assess, LIJN_STEP_WIDTH, LIJN_STEP_HEIGHT));
  assert_apart (world);
  assert_sound (world->project);
}

/* Where there is no room, what lies below moves. */
static void
test_makes_room (World *world, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  double x = lijn_element_get_x (world->assess), y = lijn_element_get_y (world->assess);
  LijnElement *above = lijn_edit_add_element (world->map, world->claims, LIJN_ELEMENT_KIND_STEP,
                                              "Above", x, y + 68, &error);
  LijnElement *below = NULL;

  g_assert_no_error (error);
  below = lijn_edit_add_element (world->map, world->claims, LIJN_ELEMENT_KIND_STEP, "Below", x,
                                 y + 136, &error);
  g_assert_no_error (error);
  lijn_edit_add_element (world->map, world->claims, LIJN_ELEMENT_KIND_STEP, "Left", x - 144, y + 68,
                         &error);
  lijn_edit_add_element (world->map, world->claims, LIJN_ELEMENT_KIND_STEP, "Right", x + 144,
                         y + 68, &error);
  g_assert_no_error (error);
  y = lijn_element_get_y (below);
  DO (lijn_edit_rename (LIJN_OBJECT (above), LONG ", and " LONG, &failure));
  g_assert_cmpfloat (lijn_element_get_height (above), >, LIJN_STEP_HEIGHT);
  g_assert_cmpfloat (lijn_element_get_y (below), >, y);
  assert_apart (world);
  assert_sound (world->project);
}

/* A lane and a party are as high as their names are long. */
static void
test_lane_and_party_grow (World *world, gconstpointer unused)
{
  double height = lijn_lane_get_height (world->desk);

  DO (lijn_edit_rename (LIJN_OBJECT (world->desk), LONG, &failure));
  g_assert_cmpfloat (lijn_lane_get_height (world->desk), >, height);
  height = lijn_lane_get_height (world->desk);
  DO (lijn_edit_rename (LIJN_OBJECT (world->customer), LONG " " LONG, &failure));
  g_assert_cmpfloat (lijn_lane_get_height (world->desk), >, height);
  assert_sound (world->project);
}

/* A new element with a long name, as text from a capture line or the clipboard has it. */
static void
test_new_element (World *world, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  LijnElement *note = lijn_edit_add_element (world->map, world->desk, LIJN_ELEMENT_KIND_NOTE,
                                             LONG ". " LONG ". " LONG ".", 600, 20, &error);

  g_assert_no_error (error);
  g_assert_cmpfloat (lijn_element_get_height (note), >, LIJN_NOTE_HEIGHT);
  assert_apart (world);
  assert_sound (world->project);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/edit/fit/short-name", test_short_name);
  ADD ("/edit/fit/step", test_step_grows);
  ADD ("/edit/fit/makes-room", test_makes_room);
  ADD ("/edit/fit/lane-and-party", test_lane_and_party_grow);
  ADD ("/edit/fit/new-element", test_new_element);
  return g_test_run ();
}
