/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "edit-world.h"

/* Tidy is the one verb that moves what nobody touched, and one undo puts all of it back. */

static void
spread (World *world, double dx)
{
  g_autoptr (GPtrArray) elements = many (world->decide, NULL);

  DO (lijn_edit_move (elements, dx, 0, &failure));
}

static LijnElement *
frame (World *world, LijnLane *lane, const LijnRect *rect)
{
  LijnElement *group = place (world, lane, LIJN_ELEMENT_KIND_GROUP, "Group", rect->x, 16);

  DO (lijn_edit_resize (group, rect->x, 12, rect->width, rect->height, &failure));
  return group;
}

static void
test_tidy (World *world, gconstpointer unused)
{
  g_autofree char *before = NULL;
  LijnRect a, b;

  spread (world, -200);
  before = dump (world);
  DO (lijn_edit_tidy (world->map, NULL, &failure));
  a = rect_of (world->assess);
  b = rect_of (world->decide);
  g_assert_false (lijn_rect_intersects (&a, &b));
  g_assert_cmpfloat (b.x, >, a.x);
  assert_sound (world->project);
  assert_undoes_to (world->project, before);
}

static void
test_cancelled_changes_nothing (World *world, gconstpointer unused)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  spread (world, 400);
  before = dump (world);
  g_cancellable_cancel (cancellable);
  g_assert_false (lijn_edit_tidy (world->map, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = dump (world);
  g_assert_cmpstr (after, ==, before);
}

/* A group is drawn round what it holds again, in its lane. */
static void
test_group_stays_round_its_contents (World *world, gconstpointer unused)
{
  LijnRect inside = rect_of (world->assess);
  LijnRect around = { inside.x - 12, 0, inside.width + 24, inside.height + 32 };
  LijnElement *group = frame (world, world->claims, &around);

  g_assert_true (lijn_element_get_container (world->assess) == group);
  DO (lijn_edit_tidy (world->map, NULL, &failure));
  inside = rect_of (world->assess);
  around = rect_of (group);
  g_assert_true (lijn_rect_contains (&around, inside.x, inside.y));
  g_assert_true (lijn_rect_contains (&around, inside.x + inside.width, inside.y + inside.height));
  g_assert_true (lijn_element_get_lane (group) == world->claims);
  assert_sound (world->project);
}

/* An empty group has no place in the plan; the lane that it was low in has become lower. */
static void
test_empty_group_stays_in_its_lane (World *world, gconstpointer unused)
{
  LijnElement *group = place (world, world->claims, LIJN_ELEMENT_KIND_GROUP, "Group", 900, 400);
  LijnElement *tall = place (world, world->intake, LIJN_ELEMENT_KIND_GROUP, "Tall", 900, 16);
  double height = lijn_lane_get_height (world->claims);

  DO (lijn_edit_resize (tall, 900, 12, 80, 600, &failure));
  DO (lijn_edit_tidy (world->map, NULL, &failure));
  g_assert_cmpfloat (lijn_lane_get_height (world->claims), <, height);
  g_assert_true (lijn_element_get_lane (group) == world->claims);
  g_assert_true (lijn_element_get_lane (tall) == world->intake);
  assert_sound (world->project);
}

/* A phase in which nothing stands comes after one that is several steps long, not within it. */
static void
test_empty_phase_comes_after (World *world, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  LijnPhase *long_one = lijn_edit_add_phase (world->map, "Claim", 60, &error);
  LijnPhase *empty, *after;
  LijnRect last;

  DO (lijn_edit_resize_phase (long_one, 60, 2000, &failure));
  empty = lijn_edit_add_phase (world->map, "Recourse", 2100, &error);
  after = lijn_edit_add_phase (world->map, "Archive", 3000, &error);
  g_assert_no_error (error);
  DO (lijn_edit_tidy (world->map, NULL, &failure));
  last = rect_of (world->decide);
  g_assert_cmpfloat (last.x, >, lijn_phase_get_x (long_one));
  g_assert_cmpfloat (lijn_phase_get_x (empty), >, last.x + last.width);
  g_assert_cmpfloat (lijn_phase_get_x (after), >=,
                     lijn_phase_get_x (empty) + lijn_phase_get_width (empty));
  assert_sound (world->project);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/edit/tidy", test_tidy);
  ADD ("/edit/tidy/cancelled", test_cancelled_changes_nothing);
  ADD ("/edit/tidy/group", test_group_stays_round_its_contents);
  ADD ("/edit/tidy/empty-group", test_empty_group_stays_in_its_lane);
  ADD ("/edit/tidy/empty-phase", test_empty_phase_comes_after);
  return g_test_run ();
}
