/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "layout-fixture.h"
#include "layout-measure.h"
#include "layout-process.h"

#include <math.h>

/* Tidying: nothing covers anything, lanes and the order of reading are kept, a part leaves the rest
 * alone, and the time is that of sorting. */

#define N_SEEDS 20

static GPtrArray *
all (LayoutFixture *fixture, LijnTable table)
{
  return lijn_project_referrers (fixture->test.project, table, "map", LIJN_OBJECT (fixture->map));
}

static void
assert_nothing_covered (LayoutFixture *fixture)
{
  LayoutMeasure measure = layout_measure (lijn_layout_of (fixture->map), TRUE);

  g_test_message ("seed %u: %u elements, %u crossings, %u bends", fixture->seed, measure.elements,
                  measure.crossings, measure.bends);
  g_assert_cmpuint (measure.overlaps, ==, 0);
  g_assert_cmpuint (measure.through, ==, 0);
}

static void
tidy (LayoutFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (lijn_edit_tidy (fixture->map, NULL, &error));
  g_assert_no_error (error);
}

static void
test_random (void)
{
  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    {
      g_autoptr (GHashTable) lanes = g_hash_table_new (NULL, NULL);
      LayoutFixture fixture;
      GPtrArray *elements, *flows;
      guint forward = 0;

      layout_fixture_set_up (&fixture, seed);
      if (seed % 2 == 0)
        layout_fixture_fill (&fixture, 12);
      else
        layout_fixture_fill_with_notes (&fixture, 12);
      elements = all (&fixture, LIJN_TABLE_ELEMENT);
      for (guint i = 0; i < elements->len; i++)
        g_hash_table_insert (lanes, elements->pdata[i], lijn_element_get_lane (elements->pdata[i]));
      tidy (&fixture);
      for (guint i = 0; i < elements->len; i++)
        g_assert_true (lijn_element_get_lane (elements->pdata[i]) ==
                       g_hash_table_lookup (lanes, elements->pdata[i]));
      assert_nothing_covered (&fixture);
      layout_assert_in_lanes (&fixture);
      flows = all (&fixture, LIJN_TABLE_FLOW);
      for (guint i = 0; i < flows->len; i++)
        forward += lijn_element_get_x (lijn_flow_get_target (flows->pdata[i])) >
                           lijn_element_get_x (lijn_flow_get_source (flows->pdata[i]))
                       ? 1
                       : 0;
      g_assert_cmpuint (forward * 10, >=, flows->len * 6);
      layout_fixture_tear_down (&fixture);
    }
}

static void
test_processes (void)
{
  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    {
      LayoutFixture fixture;
      LayoutMeasure measure;

      layout_fixture_set_up (&fixture, seed);
      fixture.map = layout_process_make (fixture.test.project, 20 + 12 * seed, seed);
      tidy (&fixture);
      assert_nothing_covered (&fixture);
      layout_assert_in_lanes (&fixture);
      measure = layout_measure (lijn_layout_of (fixture.map), FALSE);
      g_assert_cmpuint (measure.bends, <, 2 * measure.flows);
      layout_fixture_tear_down (&fixture);
    }
}

/* Tidying what is tidy moves nothing, and so is no step to be undone. */
static void
test_twice (void)
{
  for (guint32 seed = 1; seed <= 6; seed++)
    {
      LayoutFixture fixture;
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;

      layout_fixture_set_up (&fixture, seed);
      fixture.map = layout_process_make (fixture.test.project, 60, seed);
      tidy (&fixture);
      tidy (&fixture);
      once = layout_fixture_dump (lijn_layout_of (fixture.map));
      tidy (&fixture);
      twice = layout_fixture_dump (lijn_layout_of (fixture.map));
      g_assert_cmpstr (once, ==, twice);
      layout_fixture_tear_down (&fixture);
    }
}

static void
test_one_undo (void)
{
  LayoutFixture fixture;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  layout_fixture_set_up (&fixture, 5);
  layout_fixture_fill_with_notes (&fixture, 10);
  before = layout_fixture_dump (lijn_layout_of (fixture.map));
  tidy (&fixture);
  g_assert_true (lijn_edit_undo (fixture.test.project, NULL, &error));
  after = layout_fixture_dump (lijn_layout_of (fixture.map));
  g_assert_cmpstr (before, ==, after);
  layout_fixture_tear_down (&fixture);
}

/* Every element leads to the next one, and the last to the first. */
static void
test_circle (void)
{
  LayoutFixture fixture;
  GPtrArray *elements;

  layout_fixture_set_up (&fixture, 3);
  layout_fixture_fill (&fixture, 3);
  elements = all (&fixture, LIJN_TABLE_ELEMENT);
  for (guint i = 0; i < elements->len; i++)
    lijn_edit_connect (elements->pdata[i], elements->pdata[(i + 1) % elements->len], NULL, NULL,
                       NULL);
  tidy (&fixture);
  assert_nothing_covered (&fixture);
  layout_fixture_tear_down (&fixture);
}

/* What no flow joins keeps the order in which it stood. */
static void
test_order_of_reading (void)
{
  g_autoptr (GError) error = NULL;
  LayoutFixture fixture;
  LijnParty *party;
  LijnLane *lane;
  LijnElement *steps[5];

  layout_fixture_set_up (&fixture, 1);
  party = lijn_edit_add_party (fixture.test.project, LIJN_PARTY_ROLE_CUSTOMER, "C", &error);
  fixture.map = lijn_edit_add_map (fixture.test.project, LIJN_MAP_KIND_AS_IS, "M", &error);
  lane = lijn_edit_add_lane (fixture.map, party, "L", NULL, &error);
  for (int i = 0; i < 5; i++)
    steps[i] = lijn_edit_add_element (fixture.map, lane, LIJN_ELEMENT_KIND_STEP, "Step",
                                      100 + 200 * ((i * 3) % 5), 28 + 10 * (i % 2), &error);
  lijn_edit_connect (steps[0], steps[2], NULL, NULL, &error);
  g_assert_no_error (error);
  tidy (&fixture);
  for (int i = 0; i < 5; i++)
    for (int j = 0; j < 5; j++)
      if ((i * 3) % 5 < (j * 3) % 5)
        g_assert_cmpfloat (lijn_element_get_x (steps[i]), <, lijn_element_get_x (steps[j]));
  layout_fixture_tear_down (&fixture);
}

/* What stands in a phase stays in it, whatever leads where; phases do not overlap. */
static void
test_phases (void)
{
  for (guint32 seed = 1; seed <= 8; seed++)
    {
      g_autoptr (GError) error = NULL;
      LayoutFixture fixture;
      LijnPhase *phases[3];
      GPtrArray *elements;
      g_autofree int *before = NULL;

      layout_fixture_set_up (&fixture, seed);
      layout_fixture_fill (&fixture, 12);
      for (int i = 0; i < 3; i++)
        {
          phases[i] = lijn_edit_add_phase (fixture.map, "P", 100 + i * 800, &error);
          lijn_edit_resize_phase (phases[i], 100 + i * 800, 800, &error);
          g_assert_no_error (error);
        }
      elements = all (&fixture, LIJN_TABLE_ELEMENT);
      before = g_new (int, elements->len + 1);
      for (int pass = 0; pass < 2; pass++)
        {
          for (guint i = 0; i < elements->len; i++)
            {
              double x = lijn_element_get_x (elements->pdata[i]) +
                         lijn_element_get_width (elements->pdata[i]) / 2;
              int phase = -1;

              for (int j = 0; j < 3; j++)
                if (x >= lijn_phase_get_x (phases[j]) &&
                    x < lijn_phase_get_x (phases[j]) + lijn_phase_get_width (phases[j]))
                  phase = j;
              if (pass > 0)
                g_assert_cmpint (phase, ==, before[i]);
              before[i] = phase;
            }
          if (pass == 0)
            tidy (&fixture);
        }
      for (int i = 0; i < 2; i++)
        g_assert_cmpfloat (lijn_phase_get_x (phases[i]) + lijn_phase_get_width (phases[i]), <=,
                           lijn_phase_get_x (phases[i + 1]) + 0.01);
      assert_nothing_covered (&fixture);
      layout_fixture_tear_down (&fixture);
    }
}

static GPtrArray *
pick_some (LayoutFixture *fixture)
{
  GPtrArray *elements = all (fixture, LIJN_TABLE_ELEMENT);
  GPtrArray *some = g_ptr_array_new ();

  for (guint i = 0; i < elements->len; i++)
    if (lijn_element_get_lane (elements->pdata[i]) != NULL &&
        g_rand_int_range (fixture->rand, 0, 4) == 0)
      g_ptr_array_add (some, elements->pdata[i]);
  return some;
}

/* A part of a map: the rest stays where it is, but where a lane grew; and nothing is covered. */
static void
test_part (void)
{
  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) some = NULL;
      g_autoptr (LijnTidyPlan) plan = NULL;
      LayoutFixture fixture;
      GPtrArray *elements;
      g_autofree LijnPoint *before = NULL;

      layout_fixture_set_up (&fixture, seed);
      layout_fixture_fill (&fixture, 12);
      some = pick_some (&fixture);
      elements = all (&fixture, LIJN_TABLE_ELEMENT);
      before = g_new (LijnPoint, elements->len);
      for (guint i = 0; i < elements->len; i++)
        before[i] = (LijnPoint){ lijn_element_get_x (elements->pdata[i]),
                                 lijn_element_get_y (elements->pdata[i]) };
      plan = lijn_tidy_plan (lijn_layout_of (fixture.map), some, NULL, NULL, NULL);
      g_assert_true (lijn_edit_tidy_as_planned (fixture.map, plan, &error));
      g_assert_no_error (error);
      for (guint i = 0; i < elements->len; i++)
        {
          if (g_ptr_array_find (some, elements->pdata[i], NULL))
            continue;
          g_assert_cmpfloat (lijn_element_get_x (elements->pdata[i]), ==, before[i].x);
          g_assert_cmpfloat (lijn_element_get_y (elements->pdata[i]), ==, before[i].y);
        }
      layout_assert_in_lanes (&fixture);
      assert_nothing_covered (&fixture);
      layout_fixture_tear_down (&fixture);
    }
}

static void
cancel_cb (double part, gpointer data)
{
  g_assert_cmpfloat (part, >, 0);
  g_assert_cmpfloat (part, <=, 1);
  if (part > 0.5)
    g_cancellable_cancel (data);
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  LayoutFixture fixture;

  layout_fixture_set_up (&fixture, 2);
  layout_fixture_fill (&fixture, 8);
  g_assert_null (
      lijn_tidy_plan (lijn_layout_of (fixture.map), NULL, cancel_cb, cancellable, cancellable));
  layout_fixture_tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tidy/random", test_random);
  g_test_add_func ("/tidy/processes", test_processes);
  g_test_add_func ("/tidy/twice", test_twice);
  g_test_add_func ("/tidy/one-undo", test_one_undo);
  g_test_add_func ("/tidy/circle", test_circle);
  g_test_add_func ("/tidy/order-of-reading", test_order_of_reading);
  g_test_add_func ("/tidy/phases", test_phases);
  g_test_add_func ("/tidy/part", test_part);
  g_test_add_func ("/tidy/cancel", test_cancel);
  return g_test_run ();
}
