/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-path-figures.h"
#include "lijn-world.h"

#include <math.h>

/* Ways through a map, and figures worked out by hand. */

typedef struct
{
  LijnWorld base;
  LijnElement *wait, *detour, *decide, *pay, *apart;
} World;

static LijnElement *
put (World *world, const char *kind, const char *name, const LijnCell *cells)
{
  LijnElement *element = lijn_world_put_element (&world->base, world->base.supplier_lane, kind,
                                                 name);

  if (cells != NULL)
    lijn_test_change (&world->base.test, element, cells);

  return element;
}

/* send → register → wait → decide → pay, with a way round: wait → detour → decide. */
static void
set_up (World *world, gconstpointer unused)
{
  LijnWorld *base = &world->base;

  lijn_world_set_up (base, NULL);
  lijn_test_change (&base->test, base->send,
                    LIJN_CELLS (LIJN_REAL ("work_minutes", 30), LIJN_REAL ("wait_minutes", 60),
                                LIJN_REAL ("complete_accurate", 90)));
  lijn_test_change (&base->test, base->interface,
                    LIJN_CELLS (LIJN_REAL ("actual_minutes", 120), LIJN_REAL ("norm_minutes", 100),
                                LIJN_REAL ("complete_accurate", 80)));
  lijn_test_change (
      &base->test, base->receive,
      LIJN_CELLS (LIJN_REAL ("work_minutes", 10), LIJN_REAL ("complete_accurate", 50)));
  world->wait = put (world, "wait", "Wait", LIJN_CELLS (LIJN_REAL ("wait_minutes", 1440)));
  world->detour = put (world, "step", "Ask again", NULL);
  world->decide = put (world, "decision", "Decide", NULL);
  world->pay = put (world, "step", "Pay", LIJN_CELLS (LIJN_REAL ("work_minutes", 5)));
  world->apart = put (world, "step", "Apart", NULL);
  lijn_world_put_flow (base, base->receive, world->wait, "sequence");
  lijn_world_put_flow (base, world->wait, world->detour, "sequence");
  lijn_world_put_flow (base, world->detour, world->decide, "sequence");
  lijn_world_put_flow (base, world->wait, world->decide, "sequence");
  lijn_world_put_flow (base, world->decide, world->pay, "sequence");
}

static void
tear_down (World *world, gconstpointer unused)
{
  lijn_world_tear_down (&world->base, NULL);
}

static void
assert_path (const LijnPath *path, const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_nonnull (path);
  g_assert_cmpuint (path->elements->len, ==, path->flows->len + 1);
  for (guint i = 0; i < path->elements->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            lijn_element_get_name (path->elements->pdata[i]));
  for (guint i = 0; i < path->flows->len; i++)
    {
      g_assert_true (lijn_flow_get_source (path->flows->pdata[i]) == path->elements->pdata[i]);
      g_assert_true (lijn_flow_get_target (path->flows->pdata[i]) == path->elements->pdata[i + 1]);
    }
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_shortest (World *world, gconstpointer unused)
{
  g_autoptr (LijnPath) path = lijn_path_find (world->base.send, world->pay);

  assert_path (path, "Send claim, Register claim, Wait, Decide, Pay");
  g_assert_null (lijn_path_find (world->pay, world->base.send));
  g_assert_null (lijn_path_find (world->base.send, world->apart));
}

/* What is chosen is come by, in the order of the map, whatever the order of choosing. */
static void
test_through (World *world, gconstpointer unused)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_autoptr (LijnPath) path = NULL;

  g_ptr_array_add (chosen, world->pay);
  g_assert_null (lijn_path_through (chosen));
  g_ptr_array_add (chosen, world->detour);
  g_ptr_array_add (chosen, world->base.hand_over);
  path = lijn_path_through (chosen);
  assert_path (path, "Send claim, Register claim, Wait, Ask again, Decide, Pay");

  g_ptr_array_add (chosen, world->apart);
  g_assert_null (lijn_path_through (chosen));
}

static void
test_loop (World *world, gconstpointer unused)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_autoptr (LijnPath) path = NULL;

  lijn_world_put_flow (&world->base, world->pay, world->base.receive, "sequence");
  lijn_test_change (&world->base.test, world->decide, LIJN_CELLS (LIJN_REAL ("x", 500)));
  g_ptr_array_add (chosen, world->decide);
  g_ptr_array_add (chosen, world->base.receive);
  path = lijn_path_through (chosen);
  assert_path (path, "Register claim, Wait, Decide");
}

/* A note's line is no way to go. */
static void
test_association (World *world, gconstpointer unused)
{
  lijn_world_put_flow (&world->base, world->pay, world->apart, "association");
  g_assert_null (lijn_path_find (world->pay, world->apart));
}

static void
test_figures (World *world, gconstpointer unused)
{
  g_autoptr (LijnPath) path = lijn_path_find (world->base.send, world->pay);
  LijnPathFigures figures = lijn_path_get_figures (path);

  g_assert_cmpuint (figures.n_crossings, ==, 1);
  g_assert_cmpfloat (figures.work_minutes, ==, 45); /* 30 + 10 + 5 */
  g_assert_cmpfloat (figures.wait_minutes, ==, 1500); /* 60 + 1440 */
  g_assert_cmpfloat (figures.crossing_minutes, ==, 120);
  g_assert_cmpfloat (figures.norm_minutes, ==, 100);
  g_assert_cmpfloat (figures.lead_minutes, ==, 1665);
  g_assert_cmpfloat_with_epsilon (figures.complete_accurate, 36, 1e-9); /* 0.9 × 0.8 × 0.5 */
  g_assert_cmpuint (figures.n_without_time, ==, 0);
  g_assert_cmpuint (figures.n_without_quality, ==, 1); /* Pay */
}

/* What nobody knows is not 100 %, and not 0 minutes: it is told. */
static void
test_unknown (World *world, gconstpointer unused)
{
  g_autoptr (LijnPath) path = lijn_path_find (world->detour, world->pay);
  LijnPathFigures figures = lijn_path_get_figures (path);

  g_assert_true (isnan (figures.complete_accurate));
  g_assert_cmpuint (figures.n_without_quality, ==, 2);
  g_assert_cmpuint (figures.n_without_time, ==, 1);
  g_assert_cmpfloat (figures.lead_minutes, ==, 5);
}

#define ADD(name, function) g_test_add (name, World, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/path/shortest", test_shortest);
  ADD ("/path/through", test_through);
  ADD ("/path/loop", test_loop);
  ADD ("/path/association", test_association);
  ADD ("/path/figures", test_figures);
  ADD ("/path/unknown", test_unknown);
  return g_test_run ();
}
