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
  g_assert_nonnull (strstr (lijn_drag_move_get_words (world->canvas->drag), "Ask"));
  g_assert_nonnull (strstr (lijn_drag_move_get_words (world->canvas->drag), "Check"));
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
  g_assert_null (lijn_drag_move_get_words (world->canvas->drag));
  world_move_to (world, to);
  words = lijn_drag_move_get_words (world->canvas->drag);
  g_assert_nonnull (strstr (words, "Desk"));
  g_assert_nonnull (strstr (words, "1 interface ends"));
  world_release (world, to);
  g_assert_cmpuint (lijn_project_count (world->project, LIJN_TABLE_INTERFACE), ==, 0);
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
  return g_test_run ();
}
