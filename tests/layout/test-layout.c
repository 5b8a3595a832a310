/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "layout-fixture.h"

#include "lijn-measure.h"

#include <math.h>
#include <string.h>

/* Layouts: where things are, that nothing covers what must be read, that following edits gives what
 * making afresh gives, and that it touches only what it must. */

#define N_SEEDS 8

static GPtrArray *
all (LayoutFixture *fixture, LijnTable table)
{
  return lijn_project_referrers (fixture->test.project, table, "map", LIJN_OBJECT (fixture->map));
}

static void
assert_apart (GArray *rects, const char *what)
{
  for (guint i = 0; i < rects->len; i++)
    for (guint j = i + 1; j < rects->len; j++)
      {
        const LijnRect *a = &g_array_index (rects, LijnRect, i);
        const LijnRect *b = &g_array_index (rects, LijnRect, j);

        if (lijn_rect_intersects (a, b))
          g_error ("%s: %g,%g %gx%g covers %g,%g %gx%g", what, a->x, a->y, a->width, a->height,
                   b->x, b->y, b->width, b->height);
      }
}

static void
list_marks (LayoutFixture *fixture, LijnLayout *layout, GArray *marks)
{
  GListModel *frictions = lijn_project_list (fixture->test.project, LIJN_TABLE_FRICTION);
  GPtrArray *interfaces = all (fixture, LIJN_TABLE_INTERFACE);
  GPtrArray *elements = all (fixture, LIJN_TABLE_ELEMENT);
  GPtrArray *flows = all (fixture, LIJN_TABLE_FLOW);
  LijnRect rect;

  for (guint i = 0; i < interfaces->len; i++)
    {
      g_assert_true (lijn_layout_get_tag (layout, interfaces->pdata[i], &rect));
      g_assert_cmpfloat (rect.width, <=, LIJN_TAG_WIDTH);
      g_array_append_val (marks, rect);
    }
  for (guint i = 0; i < g_list_model_get_n_items (frictions); i++)
    {
      g_autoptr (LijnFriction) friction = g_list_model_get_item (frictions, i);

      g_assert_true (lijn_layout_get_object_bounds (layout, LIJN_OBJECT (friction), &rect));
      g_array_append_val (marks, rect);
    }
  for (guint i = 0; i < elements->len; i++)
    {
      if (lijn_layout_get_element_label (layout, elements->pdata[i], &rect))
        g_array_append_val (marks, rect);
      if (lijn_layout_get_element_time (layout, elements->pdata[i], &rect))
        g_array_append_val (marks, rect);
    }
  for (guint i = 0; i < flows->len; i++)
    {
      LijnPoint point;

      if (lijn_layout_get_flow_label (layout, flows->pdata[i], &rect))
        g_array_append_val (marks, rect);
      for (guint line = 0; lijn_layout_get_crossing (layout, flows->pdata[i], line, &point); line++)
        if (lijn_layout_get_small_tag (layout, flows->pdata[i], line, &rect))
          g_array_append_val (marks, rect);
    }
}

static void
test_nothing_covered (void)
{
  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    {
      LayoutFixture fixture;
      g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (LijnRect));

      layout_fixture_set_up (&fixture, seed);
      layout_fixture_fill (&fixture, 14);
      list_marks (&fixture, lijn_layout_of (fixture.map), marks);
      g_assert_cmpuint (marks->len, >, 10);
      assert_apart (marks, "tags, pins and labels");
      layout_fixture_tear_down (&fixture);
    }
}

static void
test_tags_clear_of_notes (void)
{
  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    {
      LayoutFixture fixture;
      LijnLayout *layout;
      GPtrArray *interfaces, *elements;

      layout_fixture_set_up (&fixture, seed);
      layout_fixture_fill_with_notes (&fixture, 10);
      layout = lijn_layout_of (fixture.map);
      interfaces = all (&fixture, LIJN_TABLE_INTERFACE);
      elements = all (&fixture, LIJN_TABLE_ELEMENT);
      for (guint i = 0; i < interfaces->len; i++)
        for (guint j = 0; j < elements->len; j++)
          {
            LijnRect tag, note;

            g_assert_true (lijn_layout_get_tag (layout, interfaces->pdata[i], &tag));
            g_assert_true (lijn_layout_get_element_rect (layout, elements->pdata[j], &note));
            if (lijn_element_get_lane (elements->pdata[j]) == NULL)
              g_assert_false (lijn_rect_intersects (&tag, &note));
          }
      layout_fixture_tear_down (&fixture);
    }
}

static void
test_ground (void)
{
  LayoutFixture fixture;
  LijnLayout *layout;
  guint n_lanes, n_parties, n_lines;
  const LijnLaneBox *lanes;
  const LijnPartyBox *parties;
  const LijnLineBox *lines;

  layout_fixture_set_up (&fixture, 3);
  layout_fixture_fill (&fixture, 6);
  layout = lijn_layout_of (fixture.map);
  lanes = lijn_layout_get_lanes (layout, &n_lanes);
  parties = lijn_layout_get_parties (layout, &n_parties);
  lines = lijn_layout_get_lines (layout, &n_lines);
  g_assert_cmpuint (n_lines, ==, n_parties - 1);
  for (guint i = 0; i < n_lines; i++)
    {
      g_assert_cmpfloat (lines[i].rect.y, ==, parties[i].rect.y + parties[i].rect.height);
      g_assert_cmpfloat (lines[i].rect.y + lines[i].rect.height, ==, parties[i + 1].rect.y);
      g_assert_cmpfloat (lines[i].rect.height, >=, LIJN_LINE_HEIGHT);
      g_assert_true (lijn_layout_line_between (layout, lines[i].below, lines[i].above) ==
                     &lines[i]);
      g_assert_null (lijn_layout_lane_at (layout, lines[i].rope));
    }
  for (guint i = 0; i < n_lanes; i++)
    {
      g_assert_cmpfloat (lanes[i].rect.height, ==, lijn_lane_get_height (lanes[i].lane));
      g_assert_true (lijn_layout_lane_at (layout, lanes[i].rect.y + 1) == &lanes[i]);
      g_assert_true (lijn_layout_find_lane (layout, lanes[i].lane) == &lanes[i]);
    }
  layout_fixture_tear_down (&fixture);
}

/* Collapses some of the lanes, never all. Returns: how many. */
static guint
collapse_some (LayoutFixture *fixture)
{
  g_autoptr (GPtrArray) lanes = lijn_map_list_lanes (fixture->map);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (guint i = 0; i < lanes->len; i++)
    if (i != fixture->seed % lanes->len && g_rand_boolean (fixture->rand))
      {
        g_assert_true (lijn_edit_collapse_lane (lanes->pdata[i], TRUE, &error));
        g_assert_no_error (error);
        n++;
      }
  return n;
}

/* The x at which lines end on the band of @lane, each checked to be there and to be plumb. */
static GArray *
list_band_ends (LayoutFixture *fixture, const LijnLaneBox *lane)
{
  GPtrArray *flows = all (fixture, LIJN_TABLE_FLOW);
  LijnLayout *layout = lijn_layout_of (fixture->map);
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < flows->len; i++)
    {
      LijnElement *elements[] = { lijn_flow_get_source (flows->pdata[i]),
                                  lijn_flow_get_target (flows->pdata[i]) };
      guint n;
      const LijnPoint *points = lijn_layout_get_flow_points (layout, flows->pdata[i], &n);

      for (guint end = 0; points != NULL && end < 2; end++)
        {
          LijnPoint at = points[end == 0 ? 0 : n - 1];
          LijnPoint next = points[end == 0 ? 1 : n - 2];

          if (lijn_element_get_lane (elements[end]) != lane->lane)
            continue;
          g_assert_true (at.y >= lane->rect.y - 0.01 &&
                         at.y <= lane->rect.y + lane->rect.height + 0.01);
          g_assert_cmpfloat_with_epsilon (at.x, next.x, 0.01);
          g_assert_cmpfloat (at.x, >=, LIJN_GROUND_LEFT);
          g_array_append_val (ends, at.x);
        }
    }
  return ends;
}

/* Whatever is in a collapsed lane and leads out of it, no two lines meet on its band. */
static void
test_band_ends (void)
{
  guint seen = 0;

  for (guint32 seed = 1; seed <= 5 * N_SEEDS; seed++)
    {
      LayoutFixture fixture;
      const LijnLaneBox *lanes;
      guint n;

      layout_fixture_set_up (&fixture, seed);
      layout_fixture_fill (&fixture, 4 + seed % 9);
      collapse_some (&fixture);
      lanes = lijn_layout_get_lanes (lijn_layout_of (fixture.map), &n);
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (GArray) ends = lanes[i].collapsed ? list_band_ends (&fixture, &lanes[i])
                                                       : g_array_new (FALSE, FALSE, 8);

          seen += ends->len;
          for (guint j = 0; j < ends->len; j++)
            for (guint k = 0; k < j; k++)
              if (fabs (g_array_index (ends, double, j) - g_array_index (ends, double, k)) < 11.9)
                g_error ("seed %u, lane %u: two ends at %g", seed, i,
                         g_array_index (ends, double, j));
        }
      layout_fixture_tear_down (&fixture);
    }
  g_assert_cmpuint (seen, >, 100);
}

/* For how long the stretches from @a and from @b on lie on each other. */
static double
shared_length (const LijnPoint *a, const LijnPoint *b)
{
  LijnRect one = lijn_rect_around (a, 2), other = lijn_rect_around (b, 2);
  double width = MIN (one.x + one.width, other.x + other.width) - MAX (one.x, other.x);
  double height = MIN (one.y + one.height, other.y + other.height) - MAX (one.y, other.y);

  return width < -0.5 || height < -0.5 || MIN (width, height) > 0.5 ? 0 : MAX (width, height);
}

/* Over how many points the lines of @one and @other lie on each other. */
static double
shared_by (LijnLayout *layout, LijnFlow *one, LijnFlow *other)
{
  double shared = 0;
  guint n, m;
  const LijnPoint *a = lijn_layout_get_flow_points (layout, one, &n);
  const LijnPoint *b = lijn_layout_get_flow_points (layout, other, &m);

  for (guint i = 0; a != NULL && i + 1 < n; i++)
    for (guint j = 0; b != NULL && j + 1 < m; j++)
      shared += shared_length (&a[i], &b[j]);
  return shared;
}

static gboolean
have_end_in_common (LijnFlow *one, LijnFlow *other)
{
  LijnElement *source = lijn_flow_get_source (one), *target = lijn_flow_get_target (one);

  return source == lijn_flow_get_source (other) || source == lijn_flow_get_target (other) ||
         target == lijn_flow_get_source (other) || target == lijn_flow_get_target (other);
}

/* Lines to collapsed lanes run beside each other all the way, not only on the bands. */
static void
test_band_lines (void)
{
  guint seen = 0;

  for (guint32 seed = 1; seed <= 5 * N_SEEDS; seed++)
    {
      LayoutFixture fixture;
      GPtrArray *flows = NULL;

      layout_fixture_set_up (&fixture, seed);
      layout_fixture_fill (&fixture, 4 + seed % 9);
      collapse_some (&fixture);
      flows = all (&fixture, LIJN_TABLE_FLOW);
      for (guint i = 0; i < flows->len; i++)
        for (guint j = 0; j < i; j++)
          {
            double length = shared_by (lijn_layout_of (fixture.map), flows->pdata[i],
                                       flows->pdata[j]);

            seen++;
            if (length > 20 && !have_end_in_common (flows->pdata[i], flows->pdata[j]))
              g_error ("seed %u: two lines on each other for %g points", seed, length);
          }
      layout_fixture_tear_down (&fixture);
    }
  g_assert_cmpuint (seen, >, 1000);
}

static gboolean
is_same_afresh (LayoutFixture *fixture)
{
  g_autoptr (LijnLayout) fresh = lijn_layout_new (fixture->map, &LIJN_AUDIENCE_EVERYTHING);
  g_autofree char *followed = layout_fixture_dump (lijn_layout_of (fixture->map));
  g_autofree char *made = layout_fixture_dump (fresh);
  g_auto (GStrv) one = g_strsplit (followed, "\n", -1);
  g_auto (GStrv) other = g_strsplit (made, "\n", -1);

  for (guint i = 0; one[i] != NULL && other[i] != NULL; i++)
    if (strcmp (one[i], other[i]) != 0)
      g_test_message ("followed %s, afresh %s", one[i], other[i]);

  return g_str_equal (followed, made);
}

static void
test_follows_edits (void)
{
  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    {
      LayoutFixture fixture;

      layout_fixture_set_up (&fixture, seed);
      if (seed % 2 == 0)
        layout_fixture_fill_with_notes (&fixture, 8);
      else
        layout_fixture_fill (&fixture, 8);
      if (seed % 3 == 0)
        collapse_some (&fixture);
      lijn_layout_of (fixture.map);
      for (int i = 0; i < 40; i++)
        {
          g_autofree char *what = layout_fixture_edit (&fixture);

          if (!is_same_afresh (&fixture))
            g_error ("seed %u, edit %d: %s", seed, i, what);
        }
      layout_fixture_tear_down (&fixture);
    }
}

typedef struct
{
  gboolean everything;
  LijnRect area;
  guint count;
} Damage;

static void
changed_cb (LijnLayout *layout, const LijnRect *area, Damage *damage)
{
  damage->count++;
  if (area == NULL)
    damage->everything = TRUE;
  else
    damage->area = damage->area.width > 0 ? lijn_rect_union (&damage->area, area) : *area;
}

/* Each verb on one thing of a large map. */
static void
test_touches_little (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  LayoutFixture fixture;
  LijnLayout *layout;
  LijnElement *element = NULL;
  GPtrArray *elements, *flows;
  guint64 before;

  layout_fixture_set_up (&fixture, 7);
  layout_fixture_fill (&fixture, 120);
  layout = lijn_layout_of (fixture.map);
  elements = all (&fixture, LIJN_TABLE_ELEMENT);
  flows = all (&fixture, LIJN_TABLE_FLOW);
  g_assert_cmpuint (lijn_layout_get_n_updates (layout), >, 400);
  for (guint i = 0; i < elements->len && element == NULL; i++)
    if (lijn_project_referrers (fixture.test.project, LIJN_TABLE_FLOW, "source", elements->pdata[i])
                ->len == 0 &&
        lijn_project_referrers (fixture.test.project, LIJN_TABLE_FLOW, "target", elements->pdata[i])
                ->len == 0)
      element = elements->pdata[i];
  g_assert_nonnull (element);

  before = lijn_layout_get_n_updates (layout);
  g_ptr_array_add (some, element);
  g_assert_true (lijn_edit_move (some, 4, 0, &error));
  g_assert_cmpuint (lijn_layout_get_n_updates (layout) - before, <, 40);

  before = lijn_layout_get_n_updates (layout);
  g_assert_true (lijn_edit_rename (flows->pdata[3], "Otherwise", &error));
  g_assert_cmpuint (lijn_layout_get_n_updates (layout) - before, <, 40);

  before = lijn_layout_get_n_updates (layout);
  g_assert_nonnull (lijn_edit_add_friction (LIJN_OBJECT (element), 0, 0, NULL, "Slow", &error));
  g_assert_cmpuint (lijn_layout_get_n_updates (layout) - before, <, 40);

  before = lijn_layout_get_n_updates (layout);
  g_assert_true (lijn_edit_remove_one (LIJN_OBJECT (element), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (lijn_layout_get_n_updates (layout) - before, <, 40);
  layout_fixture_tear_down (&fixture);
}

static void
test_local (void)
{
  g_autoptr (GError) error = NULL;
  LayoutFixture fixture;
  LijnLayout *layout;
  LijnElement *element;
  LijnRect rect;
  guint64 before, whole;
  Damage damage = { 0 };

  layout_fixture_set_up (&fixture, 7);
  layout_fixture_fill (&fixture, 120);
  layout = lijn_layout_of (fixture.map);
  whole = lijn_layout_get_n_updates (layout);
  g_signal_connect (layout, "changed", G_CALLBACK (changed_cb), &damage);
  element = all (&fixture, LIJN_TABLE_ELEMENT)->pdata[5];
  before = lijn_layout_get_n_updates (layout);
  g_assert_true (lijn_edit_rename (LIJN_OBJECT (element), "Another name", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (lijn_layout_get_n_updates (layout) - before, <, 40);
  g_assert_cmpuint (whole, >, 400);
  g_assert_cmpuint (damage.count, >, 0);
  g_assert_false (damage.everything);
  g_assert_true (lijn_layout_get_object_bounds (layout, LIJN_OBJECT (element), &rect));
  g_assert_true (lijn_rect_intersects (&rect, &damage.area));
  g_assert_cmpfloat (damage.area.width, <, lijn_layout_get_bounds (layout).width / 4);
  g_signal_handlers_disconnect_by_data (layout, &damage);
  layout_fixture_tear_down (&fixture);
}

static gboolean
contains (GPtrArray *objects, gpointer object)
{
  return g_ptr_array_find (objects, object, NULL);
}

/* Against looking at every object. */
static void
test_find_in (void)
{
  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    {
      LayoutFixture fixture;
      LijnLayout *layout;
      GPtrArray *elements;

      layout_fixture_set_up (&fixture, seed);
      layout_fixture_fill (&fixture, 10);
      layout = lijn_layout_of (fixture.map);
      elements = all (&fixture, LIJN_TABLE_ELEMENT);
      for (int i = 0; i < 20; i++)
        {
          LijnRect area = { g_rand_double_range (fixture.rand, -100, 2000),
                            g_rand_double_range (fixture.rand, -100, 900),
                            g_rand_double_range (fixture.rand, 1, 400),
                            g_rand_double_range (fixture.rand, 1, 400) };
          g_autoptr (GPtrArray) found = lijn_layout_find_in (layout, &area);

          for (guint j = 0; j < elements->len; j++)
            {
              LijnRect rect;

              lijn_layout_get_element_rect (layout, elements->pdata[j], &rect);
              if (lijn_rect_intersects (&rect, &area))
                g_assert_true (contains (found, elements->pdata[j]));
            }
        }
      layout_fixture_tear_down (&fixture);
    }
}

static void
test_find_at (void)
{
  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    {
      LayoutFixture fixture;
      LijnLayout *layout;
      GPtrArray *elements, *interfaces, *flows;
      GListModel *frictions;

      layout_fixture_set_up (&fixture, seed);
      layout_fixture_fill (&fixture, 10);
      layout = lijn_layout_of (fixture.map);
      elements = all (&fixture, LIJN_TABLE_ELEMENT);
      interfaces = all (&fixture, LIJN_TABLE_INTERFACE);
      flows = all (&fixture, LIJN_TABLE_FLOW);
      frictions = lijn_project_list (fixture.test.project, LIJN_TABLE_FRICTION);
      for (guint i = 0; i < elements->len; i++)
        {
          LijnRect rect;
          LijnHit hit;

          lijn_layout_get_element_rect (layout, elements->pdata[i], &rect);
          hit = lijn_layout_find_at (layout, rect.x + rect.width / 2, rect.y + rect.height / 2, 4);
          g_assert_true (hit.object == elements->pdata[i] || hit.kind == LIJN_HIT_PIN);
        }
      for (guint i = 0; i < interfaces->len; i++)
        {
          LijnRect rect;
          LijnHit hit;

          lijn_layout_get_tag (layout, interfaces->pdata[i], &rect);
          hit = lijn_layout_find_at (layout, rect.x + 3, rect.y + rect.height / 2, 4);
          g_assert_cmpint (hit.kind, ==, LIJN_HIT_TAG);
          g_assert_true (hit.object == interfaces->pdata[i]);
        }
      for (guint i = 0; i < g_list_model_get_n_items (frictions); i++)
        {
          g_autoptr (LijnFriction) friction = g_list_model_get_item (frictions, i);
          LijnPoint tip;
          double size;
          LijnHit hit;

          g_assert_true (lijn_layout_get_pin (layout, friction, &tip, &size));
          hit = lijn_layout_find_at (layout, tip.x, tip.y - size, 4);
          g_assert_cmpint (hit.kind, ==, LIJN_HIT_PIN);
          g_assert_true (hit.object == LIJN_OBJECT (friction));
        }
      for (guint i = 0; i < flows->len; i++)
        {
          guint n;
          const LijnPoint *p = lijn_layout_get_flow_points (layout, flows->pdata[i], &n);
          LijnHit hit = lijn_layout_find_at (layout, (p[0].x + p[1].x) / 2,
                                             (p[0].y + p[1].y) / 2 + 3, 4);

          g_assert_cmpint (hit.kind, !=, LIJN_HIT_NOTHING);
        }
      layout_fixture_tear_down (&fixture);
    }
}

static void
test_ground_hits (void)
{
  LayoutFixture fixture;
  LijnLayout *layout;
  const LijnLaneBox *lanes;
  const LijnLineBox *lines;
  guint n;

  layout_fixture_set_up (&fixture, 5);
  layout_fixture_fill (&fixture, 2);
  layout = lijn_layout_of (fixture.map);
  lanes = lijn_layout_get_lanes (layout, &n);
  lines = lijn_layout_get_lines (layout, &n);
  g_assert_cmpint (lijn_layout_find_at (layout, 10, lanes[0].rect.y + 40, 3).kind, ==,
                   LIJN_HIT_PARTY);
  g_assert_cmpint (lijn_layout_find_at (layout, 50, lanes[0].rect.y + 60, 3).kind, ==,
                   LIJN_HIT_LANE_HEADER);
  g_assert_cmpint (lijn_layout_find_at (layout, 700, lanes[0].rect.y + 10, 3).kind, ==,
                   LIJN_HIT_LANE);
  g_assert_cmpint (
      lijn_layout_find_at (layout, 700, lanes[0].rect.y + lanes[0].rect.height - 1, 3).kind, ==,
      LIJN_HIT_LANE_EDGE);
  g_assert_cmpint (lijn_layout_find_at (layout, 700, lines[0].rect.y + 95, 3).kind, ==,
                   LIJN_HIT_LINE);
  g_assert_cmpint (lijn_layout_find_at (layout, -50, -500, 3).kind, ==, LIJN_HIT_NOTHING);
  layout_fixture_tear_down (&fixture);
}

static void
test_hides (void)
{
  LayoutFixture fixture;
  g_autoptr (LijnLayout) shared = NULL;
  LijnElement *element;
  LijnFlow *flow;
  LijnRect rect;
  guint n;

  layout_fixture_set_up (&fixture, 4);
  layout_fixture_fill (&fixture, 6);
  shared = lijn_layout_new (fixture.map, &LIJN_AUDIENCE_SHARED);
  flow = all (&fixture, LIJN_TABLE_FLOW)->pdata[0];
  element = lijn_flow_get_source (flow);
  g_assert_true (lijn_layout_get_element_rect (shared, element, &rect));
  lijn_test_change (&fixture.test, element,
                    LIJN_CELLS (LIJN_TEXT ("private_to", lijn_object_get_id (LIJN_OBJECT (
                                                             lijn_element_get_party (element))))));
  g_assert_false (lijn_layout_get_element_rect (shared, element, &rect));
  g_assert_null (lijn_layout_get_flow_points (shared, flow, &n));
  g_assert_true (lijn_layout_get_element_rect (lijn_layout_of (fixture.map), element, &rect));
  g_clear_object (&shared);
  layout_fixture_tear_down (&fixture);
}

static LijnElement *
find_without_pins (LayoutFixture *fixture)
{
  GPtrArray *flows = all (fixture, LIJN_TABLE_FLOW);

  for (guint i = 0; i < flows->len; i++)
    {
      LijnElement *element = lijn_flow_get_source (flows->pdata[i]);

      if (lijn_project_referrers (fixture->test.project, LIJN_TABLE_FRICTION, "element",
                                  LIJN_OBJECT (element))
              ->len == 0)
        return element;
    }
  g_assert_not_reached ();
}

/* Few friction points on one thing have a pin each, many are one mark that looks like the worst of
 * what is open. */
static void
test_clusters (void)
{
  LijnFriction *frictions[LIJN_PINS_APART + 1];
  LayoutFixture fixture;
  LijnLayout *layout;
  LijnElement *element;
  LijnParty *party;
  LijnPoint tip, other;
  LijnHit hit;
  double size;

  layout_fixture_set_up (&fixture, 8);
  layout_fixture_fill (&fixture, 3);
  element = find_without_pins (&fixture);
  party = lijn_element_get_party (element);
  layout = lijn_layout_of (fixture.map);
  for (int i = 0; i < LIJN_PINS_APART; i++)
    {
      frictions[i] = lijn_edit_add_friction (LIJN_OBJECT (element), 0, 0, party, "Slow", NULL);
      lijn_edit_set_severity (frictions[i], party, 1 + i, NULL);
      g_assert_null (lijn_layout_get_face (layout, frictions[i]));
    }
  g_assert_true (lijn_layout_get_pin (layout, frictions[0], &tip, &size));
  g_assert_true (lijn_layout_get_pin (layout, frictions[1], &other, &size));
  g_assert_cmpfloat (tip.x, <, other.x);

  frictions[LIJN_PINS_APART] = lijn_edit_add_friction (LIJN_OBJECT (element), 0, 0, party, "",
                                                       NULL);
  for (int i = 0; i <= LIJN_PINS_APART; i++)
    {
      g_autoptr (GPtrArray) cluster = lijn_layout_list_cluster (layout, frictions[i]);

      g_assert_cmpuint (cluster->len, ==, LIJN_PINS_APART + 1);
      g_assert_true (cluster->pdata[i] == (gpointer) frictions[i]);
      g_assert_true (lijn_layout_get_face (layout, frictions[i]) == frictions[LIJN_PINS_APART - 1]);
      g_assert_true (lijn_layout_get_pin (layout, frictions[i], i == 0 ? &tip : &other, &size));
    }
  g_assert_cmpfloat (tip.x, ==, other.x);
  hit = lijn_layout_find_at (layout, tip.x, tip.y - size, 4);
  g_assert_cmpint (hit.kind, ==, LIJN_HIT_PIN);
  g_assert_true (hit.object == LIJN_OBJECT (frictions[LIJN_PINS_APART - 1]));

  /* What is parked is none of the worst; with one less each has its pin again. */
  g_assert_true (lijn_edit_set_status (frictions[LIJN_PINS_APART - 1], LIJN_FRICTION_STATUS_PARKED,
                                       NULL, NULL, "Later", NULL));
  g_assert_true (lijn_layout_get_face (layout, frictions[0]) == frictions[LIJN_PINS_APART - 2]);
  g_assert_true (is_same_afresh (&fixture));
  lijn_edit_move_friction (frictions[0], LIJN_OBJECT (fixture.map), 300, 40, NULL);
  g_assert_null (lijn_layout_get_face (layout, frictions[0]));
  g_assert_null (lijn_layout_get_face (layout, frictions[1]));
  g_assert_true (is_same_afresh (&fixture));
  layout_fixture_tear_down (&fixture);
}

static void
test_survives_absurd_places (void)
{
  LayoutFixture fixture;
  GPtrArray *elements;
  LijnRect bounds;

  layout_fixture_set_up (&fixture, 6);
  layout_fixture_fill (&fixture, 4);
  elements = all (&fixture, LIJN_TABLE_ELEMENT);
  lijn_layout_of (fixture.map);
  lijn_test_change (&fixture.test, elements->pdata[0],
                    LIJN_CELLS (LIJN_REAL ("x", 1e300), LIJN_REAL ("y", -1e300),
                                LIJN_REAL ("width", -5), LIJN_REAL ("height", 1e200)));
  lijn_test_change (&fixture.test, elements->pdata[1], LIJN_CELLS (LIJN_REAL ("width", 1e9)));
  bounds = lijn_layout_get_bounds (lijn_layout_of (fixture.map));
  g_assert_true (isfinite (bounds.width) && isfinite (bounds.height));
  layout_fixture_tear_down (&fixture);
}

/* What is measured must hold what Pango sets, or a label would be cut off. */
static void
test_measure (void)
{
  static const char *const words[] = {
    "a",         "claim",  "WAVE", "naïve",  "Überprüfung", "11.000",         "€ 45,20",
    "hand-over", "and/or", "To",   "AVATAR", "yes,",        "incompleteness", "(ok)"
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (int i = 0; i < 300; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      double width, height, real_width, real_height;

      for (int n = g_rand_int_range (rand, 1, 8); n > 0; n--)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                                words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      lijn_measure (LIJN_TYPE_LABEL, text->str, LIJN_LABEL_WIDTH, LIJN_LABEL_LINES, &width,
                    &height);
      lijn_type_measure (LIJN_TYPE_LABEL, text->str, width, 0, &real_width, &real_height);
      g_assert_cmpfloat (width, <=, LIJN_LABEL_WIDTH);
      g_assert_cmpfloat (real_width, <=, width + 0.01);
      lijn_type_measure (LIJN_TYPE_LABEL, text->str, width, LIJN_LABEL_LINES, &real_width,
                         &real_height);
      g_test_message ("%s", text->str);
      g_assert_cmpfloat (real_height, <=, height + 0.01);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/ground", test_ground);
  g_test_add_func ("/layout/nothing-covered", test_nothing_covered);
  g_test_add_func ("/layout/tags-clear-of-notes", test_tags_clear_of_notes);
  g_test_add_func ("/layout/band-ends", test_band_ends);
  g_test_add_func ("/layout/band-lines", test_band_lines);
  g_test_add_func ("/layout/follows-edits", test_follows_edits);
  g_test_add_func ("/layout/local", test_local);
  g_test_add_func ("/layout/touches-little", test_touches_little);
  g_test_add_func ("/layout/find-in", test_find_in);
  g_test_add_func ("/layout/find-at", test_find_at);
  g_test_add_func ("/layout/ground-hits", test_ground_hits);
  g_test_add_func ("/layout/hides", test_hides);
  g_test_add_func ("/layout/clusters", test_clusters);
  g_test_add_func ("/layout/survives-absurd-places", test_survives_absurd_places);
  g_test_add_func ("/layout/measure", test_measure);
  return g_test_run ();
}
