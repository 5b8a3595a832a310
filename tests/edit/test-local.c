/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "edit-world.h"
#include "lijn-load.h"

/* A local edit touches what is near and nothing else, however large the map. What a revision
 * touched is counted in the file's own history. */

#define N_STEPS 1000
#define PER_ROW 100

static char *
id_of (int i)
{
  return g_strdup_printf ("e%d", i);
}

static void
put (LijnLoad *load, LijnTable table, const char *id, const LijnLoadCell *cells, gsize n)
{
  g_autoptr (GError) error = NULL;

  lijn_load_put (load, table, id, cells, n, &error);
  g_assert_no_error (error);
}

/* Ten lanes of a hundred steps in a row each, half of them the customer's; each step leads to the
 * next, each row to the row below. */
static void
load_steps (World *world)
{
  g_autoptr (GError) error = NULL;
  LijnLoad *load = lijn_load_begin (world->project, "Load", &error);

  g_assert_no_error (error);
  put (load, LIJN_TABLE_MAP, "big", (const LijnLoadCell[]){ { "title", "Big" } }, 1);
  for (int row = 0; row < N_STEPS / PER_ROW; row++)
    {
      LijnParty *party = row < 5 ? world->customer : world->supplier;
      g_autofree char *lane = g_strdup_printf ("l%d", row);

      put (load, LIJN_TABLE_LANE, lane,
           (const LijnLoadCell[]){ { "map", "big" },
                                   { "party", lijn_object_get_id (LIJN_OBJECT (party)) } },
           2);
    }
  for (int i = 0; i < N_STEPS; i++)
    {
      g_autofree char *id = id_of (i);
      g_autofree char *next = id_of (i + 1);
      g_autofree char *lane = g_strdup_printf ("l%d", i / PER_ROW);
      g_autofree char *x = g_strdup_printf ("%d", 100 + i % PER_ROW * 180);

      put (load, LIJN_TABLE_ELEMENT, id,
           (const LijnLoadCell[]){
               { "map", "big" }, { "lane", lane }, { "x", x }, { "y", "28" }, { "name", "Step" } },
           5);
      if (i + 1 < N_STEPS)
        put (load, LIJN_TABLE_FLOW, NULL,
             (const LijnLoadCell[]){ { "map", "big" }, { "source", id }, { "target", next } }, 3);
    }
  lijn_load_finish (load, &error);
  g_assert_no_error (error);
  world->map = lijn_project_find (world->project, LIJN_TABLE_MAP, "big");
}

static LijnElement *
step (World *world, int i)
{
  g_autofree char *id = id_of (i);

  return lijn_project_find (world->project, LIJN_TABLE_ELEMENT, id);
}

/* How many rows the newest revision touched. */
static guint
n_touched (World *world)
{
  LijnStore *store = lijn_project_get_store (world->project);
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnChanges)
      changes = lijn_store_get_revision_changes (store, lijn_store_get_revision (store), &error);

  g_assert_no_error (error);
  return (guint) lijn_changes_get_size (changes);
}

static double
seconds_for_move (World *world, double dx)
{
  g_autoptr (GPtrArray) one = many (step (world, 250), NULL);
  gint64 start = g_get_monotonic_time ();

  DO (lijn_edit_move (one, dx, 0, &failure));
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static void
test_move_touches_itself_and_its_flows (World *world, gconstpointer unused)
{
  g_autoptr (GPtrArray) one = NULL;

  load_steps (world);
  one = many (step (world, 250), NULL);
  DO (lijn_edit_move (one, 8, 0, &failure));
  g_assert_cmpuint (n_touched (world), <=, 3);
  DO (lijn_edit_move (one, 0, 400, &failure));
  g_assert_cmpuint (n_touched (world), <=, 12);
  g_test_message ("a move of one of %d steps took %.1f ms", N_STEPS,
                  seconds_for_move (world, 4) * 1000);
}

static void
test_append_touches_what_it_makes (World *world, gconstpointer unused)
{
  load_steps (world);
  DO (lijn_edit_append (step (world, N_STEPS - 1), NULL, LIJN_ELEMENT_KIND_STEP, "Last", NULL,
                        &failure) != NULL);
  g_assert_cmpuint (n_touched (world), ==, 2);
}

static void
test_growing_lane_touches_the_lane (World *world, gconstpointer unused)
{
  load_steps (world);
  DO (lijn_edit_resize_lane (lijn_element_get_lane (step (world, 0)), 300, &failure));
  g_assert_cmpuint (n_touched (world), ==, 1);
}

static void
test_remove_touches_neighbours (World *world, gconstpointer unused)
{
  load_steps (world);
  DO (lijn_edit_remove_one (LIJN_OBJECT (step (world, 250)), &failure));
  g_assert_cmpuint (n_touched (world), ==, 3);
}

static void
test_rename_touches_one_row (World *world, gconstpointer unused)
{
  load_steps (world);
  DO (lijn_edit_rename (LIJN_OBJECT (step (world, 250)), "Another name", &failure));
  g_assert_cmpuint (n_touched (world), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/edit/local/move", test_move_touches_itself_and_its_flows);
  ADD ("/edit/local/append", test_append_touches_what_it_makes);
  ADD ("/edit/local/grow", test_growing_lane_touches_the_lane);
  ADD ("/edit/local/remove", test_remove_touches_neighbours);
  ADD ("/edit/local/rename", test_rename_touches_one_row);
  return g_test_run ();
}
