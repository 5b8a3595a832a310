/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "layout-fixture.h"

#include "lijn-text.h"

#include <math.h>

/* Routes: right angles, ends on the shapes, through nothing, the same each time. */

#define N_SEEDS 24

static GPtrArray *
all (LayoutFixture *fixture, LijnTable table)
{
  return lijn_project_referrers (fixture->test.project, table, "map", LIJN_OBJECT (fixture->map));
}

static gboolean
on_edge (const LijnRect *rect, const LijnPoint *at)
{
  LijnRect wide = lijn_rect_grow (rect, 0.02);
  LijnRect narrow = lijn_rect_grow (rect, -0.02);

  return lijn_rect_contains (&wide, at->x, at->y) && !lijn_rect_contains (&narrow, at->x, at->y);
}

/* A diamond is met on its slopes too. */
static gboolean
on_shape (LijnElement *element, const LijnRect *rect, const LijnPoint *at)
{
  LijnPoint center = lijn_rect_center (rect);

  if (lijn_element_get_kind (element) != LIJN_ELEMENT_KIND_DECISION)
    return on_edge (rect, at);
  return fabs (fabs (at->x - center.x) / (rect->width / 2) +
               fabs (at->y - center.y) / (rect->height / 2) - 1) < 0.01;
}

static gboolean
runs_through (const LijnPoint *a, const LijnPoint *b, const LijnRect *rect)
{
  LijnRect line = lijn_rect_around ((LijnPoint[]){ *a, *b }, 2);
  LijnRect inside = lijn_rect_grow (rect, -0.6);

  line = lijn_rect_grow (&line, 0.01);
  return lijn_rect_intersects (&line, &inside);
}

static void
check_flow (LayoutFixture *fixture, LijnLayout *layout, LijnFlow *flow)
{
  GPtrArray *elements = all (fixture, LIJN_TABLE_ELEMENT);
  guint n;
  const LijnPoint *p = lijn_layout_get_flow_points (layout, flow, &n);
  LijnRect source, target;

  g_assert_cmpuint (n, >=, 2);
  lijn_layout_get_element_rect (layout, lijn_flow_get_source (flow), &source);
  lijn_layout_get_element_rect (layout, lijn_flow_get_target (flow), &target);
  g_assert_true (on_shape (lijn_flow_get_source (flow), &source, &p[0]));
  g_assert_true (on_shape (lijn_flow_get_target (flow), &target, &p[n - 1]));
  for (guint i = 0; i + 1 < n; i++)
    {
      gboolean level = fabs (p[i].y - p[i + 1].y) < 0.02;
      gboolean plumb = fabs (p[i].x - p[i + 1].x) < 0.02;

      g_assert_true (level || plumb);
      for (guint j = 0; j < elements->len; j++)
        {
          LijnRect rect;

          lijn_layout_get_element_rect (layout, elements->pdata[j], &rect);
          /* What is inside of a diamond lies in a rectangle of half its size. */
          if (lijn_element_get_kind (elements->pdata[j]) == LIJN_ELEMENT_KIND_DECISION &&
              ((i == 0 && elements->pdata[j] == lijn_flow_get_source (flow)) ||
               (i + 2 == n && elements->pdata[j] == lijn_flow_get_target (flow))))
            rect = (LijnRect){ rect.x + rect.width / 4, rect.y + rect.height / 4, rect.width / 2,
                               rect.height / 2 };
          if (runs_through (&p[i], &p[i + 1], &rect))
            g_error ("seed %u: %s runs from %g,%g to %g,%g through %g,%g %gx%g", fixture->seed,
                     lijn_flow_get_route (flow), p[i].x, p[i].y, p[i + 1].x, p[i + 1].y, rect.x,
                     rect.y, rect.width, rect.height);
        }
    }
  g_assert_cmpfloat (fabs (p[n - 1].x - p[n - 2].x) + fabs (p[n - 1].y - p[n - 2].y), >=, 13.9);
}

static void
test_properties (void)
{
  guint total = 0;

  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    {
      LayoutFixture fixture;
      GPtrArray *flows;

      layout_fixture_set_up (&fixture, seed);
      layout_fixture_fill (&fixture, 12);
      flows = all (&fixture, LIJN_TABLE_FLOW);
      total += flows->len;
      for (guint i = 0; i < flows->len; i++)
        {
          g_assert_cmpstr (lijn_flow_get_route (flows->pdata[i]), !=, "");
          check_flow (&fixture, lijn_layout_of (fixture.map), flows->pdata[i]);
        }
      layout_fixture_tear_down (&fixture);
    }
  g_assert_cmpuint (total, >, 5 * N_SEEDS);
}

static void
test_same_each_time (void)
{
  char *routes[2];

  for (int i = 0; i < 2; i++)
    {
      LayoutFixture fixture;
      GString *text = g_string_new (NULL);
      GPtrArray *flows;

      layout_fixture_set_up (&fixture, 21);
      layout_fixture_fill (&fixture, 12);
      flows = all (&fixture, LIJN_TABLE_FLOW);
      for (guint j = 0; j < flows->len; j++)
        g_string_append_printf (text, "%s %s\n", lijn_object_get_id (flows->pdata[j]),
                                lijn_flow_get_route (flows->pdata[j]));
      routes[i] = g_string_free (text, FALSE);
      layout_fixture_tear_down (&fixture);
    }
  g_assert_cmpstr (routes[0], ==, routes[1]);
  g_free (routes[0]);
  g_free (routes[1]);
}

/* Finding again gives what is there, and leaves the layout as it was. */
static void
test_find_all_leaves_things (void)
{
  LayoutFixture fixture;
  LijnLayout *layout;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) routes = NULL;

  layout_fixture_set_up (&fixture, 8);
  layout_fixture_fill (&fixture, 10);
  layout = lijn_layout_of (fixture.map);
  before = layout_fixture_dump (layout);
  routes = lijn_route_find_all (layout, all (&fixture, LIJN_TABLE_FLOW));
  after = layout_fixture_dump (layout);
  g_assert_cmpstr (before, ==, after);
  for (guint i = 0; i < routes->len; i++)
    g_assert_cmpstr (g_ptr_array_index (routes, i), ==,
                     lijn_flow_get_route (all (&fixture, LIJN_TABLE_FLOW)->pdata[i]));
  layout_fixture_tear_down (&fixture);
}

/* What is far away has no part in a route. */
static void
test_local (void)
{
  g_autoptr (GError) error = NULL;
  LayoutFixture fixture;
  LijnFlow *flow = NULL;
  GPtrArray *flows, *elements;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) some = g_ptr_array_new ();

  layout_fixture_set_up (&fixture, 9);
  layout_fixture_fill (&fixture, 60);
  flows = all (&fixture, LIJN_TABLE_FLOW);
  elements = all (&fixture, LIJN_TABLE_ELEMENT);
  for (guint i = 0; i < flows->len && flow == NULL; i++)
    if (lijn_element_get_x (lijn_flow_get_source (flows->pdata[i])) < 400 &&
        lijn_element_get_x (lijn_flow_get_target (flows->pdata[i])) < 800)
      flow = flows->pdata[i];
  g_assert_nonnull (flow);
  before = lijn_route_find (lijn_layout_of (fixture.map), flow);
  for (guint i = 0; i < elements->len; i++)
    if (lijn_element_get_x (elements->pdata[i]) > 4000)
      g_ptr_array_add (some, elements->pdata[i]);
  g_assert_cmpuint (some->len, >, 5);
  g_assert_true (lijn_edit_move (some, 40, 0, &error));
  g_assert_no_error (error);
  after = lijn_route_find (lijn_layout_of (fixture.map), flow);
  g_assert_cmpstr (before, ==, after);
  layout_fixture_tear_down (&fixture);
}

/* When lanes grow, stored lines stretch and stay at right angles, with their ends on the shapes. */
static void
test_lanes_grow (void)
{
  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    {
      LayoutFixture fixture;
      GPtrArray *flows;
      GPtrArray *lanes;

      layout_fixture_set_up (&fixture, seed);
      layout_fixture_fill (&fixture, 8);
      lijn_layout_of (fixture.map);
      lanes = all (&fixture, LIJN_TABLE_LANE);
      for (guint i = 0; i < lanes->len; i++)
        lijn_test_change (&fixture.test, lanes->pdata[i],
                          LIJN_CELLS (LIJN_REAL ("height", 140 + 30 * i)));
      flows = all (&fixture, LIJN_TABLE_FLOW);
      for (guint i = 0; i < flows->len; i++)
        {
          guint n;
          const LijnPoint *p = lijn_layout_get_flow_points (lijn_layout_of (fixture.map),
                                                            flows->pdata[i], &n);
          LijnRect source, target;

          lijn_layout_get_element_rect (lijn_layout_of (fixture.map),
                                        lijn_flow_get_source (flows->pdata[i]), &source);
          lijn_layout_get_element_rect (lijn_layout_of (fixture.map),
                                        lijn_flow_get_target (flows->pdata[i]), &target);
          g_assert_true (on_shape (lijn_flow_get_source (flows->pdata[i]), &source, &p[0]));
          g_assert_true (on_shape (lijn_flow_get_target (flows->pdata[i]), &target, &p[n - 1]));
          for (guint j = 0; j + 1 < n; j++)
            g_assert_true (fabs (p[j].x - p[j + 1].x) < 0.02 || fabs (p[j].y - p[j + 1].y) < 0.02);
        }
      layout_fixture_tear_down (&fixture);
    }
}

static void
test_text (void)
{
  static const char *const wrong[] = { "",           "s1,2",        "x1,2 t3,4",    "s1,2  t3,4",
                                       "s1 t2",      "s1,2 t3",     "s1,2 tnan,4",  "s1,2 tinf,4",
                                       "s1,2 t3,4 ", "s1,2,3 t4,5", "s1,2 t1e99,4", "s 1,2 t3,4" };
  g_autofree LijnPoint *points = NULL;
  guint n;

  points = lijn_route_read ("s252,56 s276,56 t276,28 t300.5,-28", 10, 500, &n);
  g_assert_nonnull (points);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpfloat (points[1].x, ==, 276);
  g_assert_cmpfloat (points[1].y, ==, 66);
  g_assert_cmpfloat (points[3].x, ==, 300.5);
  g_assert_cmpfloat (points[3].y, ==, 472);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_test_message ("\"%s\"", wrong[i]);
      g_assert_null (lijn_route_read (wrong[i], 0, 0, &n));
      g_assert_cmpuint (n, ==, 0);
    }
}

static void
test_written_is_read (void)
{
  LayoutFixture fixture;
  LijnLayout *layout;
  GPtrArray *flows;

  layout_fixture_set_up (&fixture, 13);
  layout_fixture_fill (&fixture, 8);
  layout = lijn_layout_of (fixture.map);
  flows = all (&fixture, LIJN_TABLE_FLOW);
  for (guint i = 0; i < flows->len; i++)
    {
      guint n, again;
      const LijnPoint *p = lijn_layout_get_flow_points (layout, flows->pdata[i], &n);
      g_autofree char *route = lijn_route_write (layout, flows->pdata[i], p, n);
      LijnLane *from = lijn_element_get_lane (lijn_flow_get_source (flows->pdata[i]));
      LijnLane *to = lijn_element_get_lane (lijn_flow_get_target (flows->pdata[i]));
      g_autofree LijnPoint *read = lijn_route_read (
          route, lijn_layout_find_lane (layout, from)->rect.y,
          lijn_layout_find_lane (layout, to)->rect.y, &again);

      g_assert_cmpuint (again, ==, n);
      for (guint j = 0; j < n; j++)
        {
          g_assert_cmpfloat_with_epsilon (read[j].x, p[j].x, 0.01);
          g_assert_cmpfloat_with_epsilon (read[j].y, p[j].y, 0.01);
        }
    }
  layout_fixture_tear_down (&fixture);
}

/* The flows of a decision leave it at different sides. */
static void
test_decision_sides (void)
{
  g_autoptr (GError) error = NULL;
  LayoutFixture fixture;
  LijnLayout *layout;
  LijnParty *party;
  LijnLane *lane, *above;
  LijnElement *decision;
  GPtrArray *flows;

  layout_fixture_set_up (&fixture, 1);
  party = lijn_edit_add_party (fixture.test.project, LIJN_PARTY_ROLE_CUSTOMER, "C", &error);
  g_assert_no_error (error);
  fixture.map = lijn_edit_add_map (fixture.test.project, LIJN_MAP_KIND_AS_IS, "M", &error);
  above = lijn_edit_add_lane (fixture.map, party, "A", NULL, &error);
  lane = lijn_edit_add_lane (fixture.map, party, "L", NULL, &error);
  decision = lijn_edit_append (NULL, lane, LIJN_ELEMENT_KIND_DECISION, "?", NULL, &error);
  g_assert_no_error (error);
  for (int i = 0; i < 3; i++)
    g_assert_nonnull (lijn_edit_append (decision, i < 2 ? lane : above, LIJN_ELEMENT_KIND_STEP,
                                        "Step", "x", &error));
  layout = lijn_layout_of (fixture.map);
  flows = lijn_project_referrers (fixture.test.project, LIJN_TABLE_FLOW, "source",
                                  LIJN_OBJECT (decision));
  g_assert_cmpuint (flows->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    for (guint j = i + 1; j < 3; j++)
      {
        guint n;
        LijnPoint a = *lijn_layout_get_flow_points (layout, flows->pdata[i], &n);
        LijnPoint b = *lijn_layout_get_flow_points (layout, flows->pdata[j], &n);

        g_assert_cmpfloat (hypot (a.x - b.x, a.y - b.y), >, 10);
      }
  layout_fixture_tear_down (&fixture);
}

/* Plumb lines that pass through the level stretch from @a to @b, well clear of its ends. */
static guint
count_crossing (LayoutFixture *fixture, const LijnPoint *a, const LijnPoint *b)
{
  GPtrArray *flows = all (fixture, LIJN_TABLE_FLOW);
  guint count = 0;

  for (guint i = 0; i < flows->len; i++)
    {
      guint n;
      const LijnPoint *p = lijn_layout_get_flow_points (lijn_layout_of (fixture->map),
                                                        flows->pdata[i], &n);

      for (guint j = 0;
           j + 1 < n && lijn_flow_get_kind (flows->pdata[i]) != LIJN_FLOW_KIND_ASSOCIATION; j++)
        count += fabs (p[j].x - p[j + 1].x) < 0.01 && p[j].x > MIN (a->x, b->x) + 14 &&
                 p[j].x < MAX (a->x, b->x) - 14 && MIN (p[j].y, p[j + 1].y) < a->y - 3 &&
                 MAX (p[j].y, p[j + 1].y) > a->y + 3;
    }
  return count;
}

/* A line goes over each line that crosses it, once, where it is level. */
static void
test_jumps (void)
{
  g_autoptr (GArray) jumps = g_array_new (FALSE, FALSE, sizeof (double));
  guint total = 0;

  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    {
      LayoutFixture fixture;
      GPtrArray *flows;

      layout_fixture_set_up (&fixture, seed);
      layout_fixture_fill (&fixture, 12);
      flows = all (&fixture, LIJN_TABLE_FLOW);
      for (guint i = 0; i < flows->len; i++)
        {
          guint n;
          const LijnPoint *p = lijn_layout_get_flow_points (lijn_layout_of (fixture.map),
                                                            flows->pdata[i], &n);

          for (guint j = 0; j + 1 < n; j++)
            {
              gboolean level = fabs (p[j].y - p[j + 1].y) < 0.01 &&
                               lijn_flow_get_kind (flows->pdata[i]) != LIJN_FLOW_KIND_ASSOCIATION;

              lijn_layout_find_jumps (lijn_layout_of (fixture.map), flows->pdata[i], j, jumps);
              g_assert_cmpuint (jumps->len, ==,
                                level ? count_crossing (&fixture, &p[j], &p[j + 1]) : 0);
              for (guint k = 0; k + 1 < jumps->len; k++)
                g_assert_cmpfloat (g_array_index (jumps, double, k), <=,
                                   g_array_index (jumps, double, k + 1));
              total += jumps->len;
            }
        }
      layout_fixture_tear_down (&fixture);
    }
  g_assert_cmpuint (total, >, 0);
}

static void
test_preview (void)
{
  LayoutFixture fixture;
  LijnRect source = { 100, 28, 132, 56 };
  LijnRect target = { 300, 50, 1, 1 };
  g_autofree LijnPoint *points = NULL;
  guint n;

  layout_fixture_set_up (&fixture, 2);
  layout_fixture_fill (&fixture, 0);
  points = lijn_route_preview (lijn_layout_of (fixture.map), &source, &target, &n);
  g_assert_cmpuint (n, >=, 2);
  g_assert_true (on_edge (&source, &points[0]));
  layout_fixture_tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route/properties", test_properties);
  g_test_add_func ("/route/same-each-time", test_same_each_time);
  g_test_add_func ("/route/find-all-leaves-things", test_find_all_leaves_things);
  g_test_add_func ("/route/local", test_local);
  g_test_add_func ("/route/lanes-grow", test_lanes_grow);
  g_test_add_func ("/route/text", test_text);
  g_test_add_func ("/route/written-is-read", test_written_is_read);
  g_test_add_func ("/route/decision-sides", test_decision_sides);
  g_test_add_func ("/route/jumps", test_jumps);
  g_test_add_func ("/route/preview", test_preview);
  return g_test_run ();
}
