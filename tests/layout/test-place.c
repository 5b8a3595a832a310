/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "layout-fixture.h"

#include "lijn-place.h"

#include <math.h>

/* Where new elements go. */

#define N_SEEDS 12

static GPtrArray *
all (LayoutFixture *fixture, LijnTable table)
{
  return lijn_project_referrers (fixture->test.project, table, "map", LIJN_OBJECT (fixture->map));
}

static void
assert_no_overlap (LayoutFixture *fixture)
{
  LijnLayout *layout = lijn_layout_of (fixture->map);
  GPtrArray *elements = all (fixture, LIJN_TABLE_ELEMENT);

  for (guint i = 0; i < elements->len; i++)
    for (guint j = i + 1; j < elements->len; j++)
      {
        LijnRect a, b;

        lijn_layout_get_element_rect (layout, elements->pdata[i], &a);
        lijn_layout_get_element_rect (layout, elements->pdata[j], &b);
        if (lijn_rect_intersects (&a, &b))
          g_error ("seed %u: %g,%g %gx%g covers %g,%g %gx%g", fixture->seed, a.x, a.y, a.width,
                   a.height, b.x, b.y, b.width, b.height);
      }
}

typedef struct
{
  LijnParty *customer, *supplier;
  LijnLane *desk, *back, *intake;
} Lanes;

static Lanes
make_lanes (LayoutFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  LijnProject *project = fixture->test.project;
  Lanes lanes;

  lanes.customer = lijn_edit_add_party (project, LIJN_PARTY_ROLE_CUSTOMER, "C", &error);
  lanes.supplier = lijn_edit_add_party (project, LIJN_PARTY_ROLE_SUPPLIER, "S", &error);
  fixture->map = lijn_edit_add_map (project, LIJN_MAP_KIND_AS_IS, "M", &error);
  lanes.desk = lijn_edit_add_lane (fixture->map, lanes.customer, "Desk", NULL, &error);
  lanes.back = lijn_edit_add_lane (fixture->map, lanes.customer, "Back", NULL, &error);
  lanes.intake = lijn_edit_add_lane (fixture->map, lanes.supplier, "Intake", NULL, &error);
  g_assert_no_error (error);
  return lanes;
}

static LijnElement *
append (LijnElement *after, LijnLane *lane)
{
  g_autoptr (GError) error = NULL;
  LijnElement *element = lijn_edit_append (after, lane, LIJN_ELEMENT_KIND_STEP, "Step", NULL,
                                           &error);

  g_assert_no_error (error);
  return element;
}

static double
middle (LijnElement *element)
{
  return lijn_element_get_x (element) + lijn_element_get_width (element) / 2;
}

static void
test_after (void)
{
  LayoutFixture fixture;
  Lanes lanes;
  LijnElement *first, *second, *across, *next, *branch;

  layout_fixture_set_up (&fixture, 1);
  lanes = make_lanes (&fixture);
  first = append (NULL, lanes.desk);
  g_assert_cmpfloat (lijn_element_get_x (first), >=, LIJN_GROUND_LEFT);

  /* In the same lane: right of it, level, a gap apart. */
  second = append (first, lanes.desk);
  g_assert_cmpfloat (lijn_element_get_x (second), ==,
                     lijn_element_get_x (first) + LIJN_STEP_WIDTH + LIJN_GAP);
  g_assert_cmpfloat (lijn_element_get_y (second), ==, lijn_element_get_y (first));

  /* Over the line: straight across while that is free, else a column on. */
  across = append (first, lanes.intake);
  g_assert_cmpfloat (middle (across), ==, middle (first));
  next = append (first, lanes.intake);
  g_assert_cmpfloat (lijn_element_get_x (next), >, lijn_element_get_x (across));

  /* In another lane of the same party time runs on. */
  next = append (second, lanes.back);
  g_assert_cmpfloat (lijn_element_get_x (next), >=,
                     lijn_element_get_x (second) + LIJN_STEP_WIDTH + LIJN_GAP);

  /* A second way on in the same lane stands above or below the first. */
  branch = append (first, lanes.desk);
  g_assert_cmpfloat (lijn_element_get_x (branch), ==, lijn_element_get_x (second));
  g_assert_cmpfloat (lijn_element_get_y (branch), !=, lijn_element_get_y (second));
  assert_no_overlap (&fixture);
  layout_assert_in_lanes (&fixture);
  layout_fixture_tear_down (&fixture);
}

/* However a map grows, new elements stand clear of the others. */
static void
test_after_at_random (void)
{
  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    {
      LayoutFixture fixture;
      Lanes lanes;

      layout_fixture_set_up (&fixture, seed);
      lanes = make_lanes (&fixture);
      append (NULL, lanes.desk);
      for (int i = 0; i < 25; i++)
        {
          g_autoptr (GError) error = NULL;
          LijnLane *some[] = { lanes.desk, lanes.back, lanes.intake };

          lijn_edit_append (layout_fixture_pick (&fixture, LIJN_TABLE_ELEMENT),
                            some[g_rand_int_range (fixture.rand, 0, 3)],
                            (LijnElementKind) g_rand_int_range (
                                fixture.rand, LIJN_ELEMENT_KIND_STEP, LIJN_ELEMENT_KIND_NOTE),
                            "Thing", "then", &error);
        }
      assert_no_overlap (&fixture);
      layout_assert_in_lanes (&fixture);
      layout_fixture_tear_down (&fixture);
    }
}

static void
test_sizes (void)
{
  for (int kind = LIJN_ELEMENT_KIND_STEP; kind <= LIJN_ELEMENT_KIND_GROUP; kind++)
    {
      double width, height;

      lijn_place_default_size ((LijnElementKind) kind, &width, &height);
      g_assert_cmpfloat (width, >=, LIJN_EVENT_SIZE);
      g_assert_cmpfloat (height, >=, LIJN_EVENT_SIZE);
    }
}

/* Wherever something new is put by hand, it lies in its lane and on nothing else, and not farther
 * away than it must. */
static void
test_clear (void)
{
  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    {
      LayoutFixture fixture;
      LijnLayout *layout = NULL;
      const LijnLaneBox *lanes;
      guint n;

      layout_fixture_set_up (&fixture, seed);
      layout_fixture_fill (&fixture, 8);
      layout = lijn_layout_of (fixture.map);
      lanes = lijn_layout_get_lanes (layout, &n);
      for (guint i = 0; i < 10 * n; i++)
        {
          const LijnLaneBox *lane = &lanes[i % n];
          LijnRect wanted = { g_rand_double_range (fixture.rand, 100, 1200),
                              lane->rect.y + g_rand_double_range (fixture.rand, 0, 60), 132, 56 };
          LijnRect rect = wanted, moved;
          g_autoptr (GPtrArray) under = NULL;

          lijn_place_clear (layout, lane->lane, &rect);
          under = lijn_layout_find_in (layout, &rect);
          for (guint j = 0; j < under->len; j++)
            if (LIJN_IS_ELEMENT (under->pdata[j]) &&
                lijn_element_get_lane (under->pdata[j]) == lane->lane &&
                lijn_layout_get_element_rect (layout, under->pdata[j], &moved) &&
                lijn_rect_intersects (&moved, &rect))
              g_error ("seed %u: %g,%g lies on an element", seed, rect.x, rect.y);
          g_assert_cmpfloat (rect.y, >=, lane->rect.y);
          moved = rect;
          lijn_place_clear (layout, lane->lane, &moved);
          g_assert_true (lijn_rect_equal (&moved, &rect));
        }
      layout_fixture_tear_down (&fixture);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place/sizes", test_sizes);
  g_test_add_func ("/place/after", test_after);
  g_test_add_func ("/place/after-at-random", test_after_at_random);
  g_test_add_func ("/place/clear", test_clear);
  return g_test_run ();
}
