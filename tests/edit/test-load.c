/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "edit-world.h"
#include "lijn-load.h"

#include <math.h>

/* Rows in bulk. */

#define CELLS(...) ((const LijnLoadCell[]){ __VA_ARGS__ })
#define PUT(load, table, id, ...)                                                                  \
  put (load, table, id, CELLS (__VA_ARGS__), G_N_ELEMENTS (CELLS (__VA_ARGS__)))

static const char *
put (LijnLoad *load, LijnTable table, const char *id, const LijnLoadCell *cells, gsize n)
{
  g_autoptr (GError) error = NULL;
  const char *done = lijn_load_put (load, table, id, cells, n, &error);

  g_assert_no_error (error);
  return done;
}

static LijnLoad *
begin (World *world)
{
  g_autoptr (GError) error = NULL;
  LijnLoad *load = lijn_load_begin (world->project, "Import", &error);

  g_assert_no_error (error);
  return load;
}

static gpointer
find (World *world, LijnTable table, const char *id)
{
  gpointer object = lijn_project_find (world->project, table, id);

  g_assert_nonnull (object);
  return object;
}

/* Two parties, three steps and a crossing, in the worst order and without places. */
static void
load_map (LijnLoad *load)
{
  PUT (load, LIJN_TABLE_FLOW, "f1", { "map", "m" }, { "source", "e1" }, { "target", "e2" },
       { "name", "Order" });
  PUT (load, LIJN_TABLE_FLOW, "f2", { "map", "m" }, { "source", "e2" }, { "target", "e3" });
  PUT (load, LIJN_TABLE_ELEMENT, "e1", { "map", "m" }, { "lane", "l1" }, { "name", "Order" });
  PUT (load, LIJN_TABLE_ELEMENT, "e2", { "map", "m" }, { "lane", "l2" }, { "name", "Pick" });
  PUT (load, LIJN_TABLE_ELEMENT, "e3", { "map", "m" }, { "lane", "l2" }, { "kind", "end" },
       { "x", "" }, { "y", "" });
  PUT (load, LIJN_TABLE_LANE, "l1", { "map", "m" }, { "party", "p1" }, { "name", "Shop" });
  PUT (load, LIJN_TABLE_LANE, "l2", { "map", "m" }, { "party", "p2" }, { "name", "Store" });
  PUT (load, LIJN_TABLE_PARTY, "p1", { "name", "Buyer" }, { "role", "customer" });
  PUT (load, LIJN_TABLE_PARTY, "p2", { "name", "Seller" }, { "role", "supplier" });
  PUT (load, LIJN_TABLE_MAP, "m", { "title", "Order" });
}

static void
test_what_is_left_out_is_made (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  LijnLoad *load = begin (world);
  LijnElement *e1, *e2, *e3;
  LijnFlow *f1;

  load_map (load);
  DO (lijn_load_finish (load, &failure));
  assert_sound (world->project);
  assert_undoes_to (world->project, before);

  e1 = find (world, LIJN_TABLE_ELEMENT, "e1");
  e2 = find (world, LIJN_TABLE_ELEMENT, "e2");
  e3 = find (world, LIJN_TABLE_ELEMENT, "e3");
  f1 = find (world, LIJN_TABLE_FLOW, "f1");
  g_assert_cmpfloat (lijn_element_get_x (e1), <, lijn_element_get_x (e3));
  g_assert_cmpfloat (lijn_element_get_x (e2), <, lijn_element_get_x (e3));
  g_assert_cmpfloat (lijn_element_get_width (e3), ==, LIJN_EVENT_SIZE);
  g_assert_cmpint (lijn_flow_get_kind (f1), ==, LIJN_FLOW_KIND_HAND_OVER);
  g_assert_cmpstr (lijn_interface_get_name (lijn_flow_get_interface (f1)), ==, "Order");
  g_assert_cmpint (lijn_interface_get_number (lijn_flow_get_interface (f1)), ==, 1);
  g_assert_cmpfloat (lijn_lane_get_rank (find (world, LIJN_TABLE_LANE, "l1")), <,
                     lijn_lane_get_rank (find (world, LIJN_TABLE_LANE, "l2")));
}

/* Newcomers on a map with places find one; nothing else moves. */
static void
test_newcomers_find_a_place (World *world, gconstpointer unused)
{
  LijnLoad *load = begin (world);
  double x = lijn_element_get_x (world->decide), y = lijn_element_get_y (world->decide);
  const char *map = lijn_object_get_id (LIJN_OBJECT (world->map));
  const char *lane = lijn_object_get_id (LIJN_OBJECT (world->claims));
  LijnElement *e;

  PUT (load, LIJN_TABLE_ELEMENT, "e", { "map", map }, { "lane", lane }, { "name", "Pay" });
  PUT (load, LIJN_TABLE_FLOW, "f", { "map", map },
       { "source", lijn_object_get_id (LIJN_OBJECT (world->decide)) }, { "target", "e" });
  DO (lijn_load_finish (load, &failure));
  e = find (world, LIJN_TABLE_ELEMENT, "e");
  g_assert_cmpfloat (lijn_element_get_x (e), >, x);
  g_assert_cmpfloat (lijn_element_get_x (world->decide), ==, x);
  g_assert_cmpfloat (lijn_element_get_y (world->decide), ==, y);
}

static void
test_numbers_do_not_collide (World *world, gconstpointer unused)
{
  LijnLoad *load = begin (world);
  const char *map = lijn_object_get_id (LIJN_OBJECT (world->map));

  PUT (load, LIJN_TABLE_INTERFACE, "i", { "map", map }, { "number", "1" }, { "name", "Back" },
       { "giver", lijn_object_get_id (LIJN_OBJECT (world->supplier)) },
       { "receiver", lijn_object_get_id (LIJN_OBJECT (world->customer)) });
  PUT (load, LIJN_TABLE_FLOW, "f", { "map", map }, { "interface", "i" },
       { "source", lijn_object_get_id (LIJN_OBJECT (world->decide)) },
       { "target", lijn_object_get_id (LIJN_OBJECT (world->send)) });
  DO (lijn_load_finish (load, &failure));
  g_assert_cmpint (lijn_interface_get_number (world->interface), ==, 1);
  g_assert_cmpint (lijn_interface_get_number (find (world, LIJN_TABLE_INTERFACE, "i")), ==, 2);
}

static void
test_blob_and_set (World *world, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  LijnLoad *load = begin (world);
  LijnAbout *about = lijn_project_get_about (world->project);

  PUT (load, LIJN_TABLE_ATTACHMENT, "a",
       { "interface", lijn_object_get_id (LIJN_OBJECT (world->interface)) }, { "name", "form.txt" },
       { "data", "aGVsbG8=" });
  DO (lijn_load_set (load, LIJN_TABLE_ABOUT, lijn_object_get_id (LIJN_OBJECT (about)),
                     CELLS ({ "title", "Imported" }), 1, &failure));
  DO (lijn_load_know (load, "revisionOfAnother", &failure));
  DO (lijn_load_finish (load, &failure));
  g_assert_cmpstr (lijn_project_get_title (world->project), ==, "Imported");
  bytes = lijn_store_read_blob (lijn_project_get_store (world->project), LIJN_TABLE_ATTACHMENT, "a",
                                "data", &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "hello", 5);
}

/* What is wrong is refused, at the row or at the end, and nothing is changed. */
typedef struct
{
  LijnTable table;
  LijnLoadCell cells[5];
} WrongRow;

static void
test_wrong_rows_change_nothing (World *world, gconstpointer unused)
{
  static const WrongRow wrong[] = {
    { LIJN_TABLE_LANE, { { "map", "m" }, { "party", "nobody" } } },
    { LIJN_TABLE_LANE, { { "map", "m" } } },
    { LIJN_TABLE_LANE, { { "map", "m" }, { "party", "p1" }, { "height", "tall" } } },
    { LIJN_TABLE_LANE, { { "colour", "red" } } },
    { LIJN_TABLE_ELEMENT, { { "map", "m" }, { "x", "1" }, { "y", "1" } } },
    { LIJN_TABLE_ELEMENT, { { "map", "m" }, { "lane", "l1" }, { "kind", "cloud" } } },
    { LIJN_TABLE_ELEMENT, { { "map", "m" }, { "lane", "l1" }, { "x", "1e300" }, { "y", "0" } } },
    { LIJN_TABLE_FLOW, { { "map", "m" }, { "source", "e1" }, { "target", "e1" } } },
    { LIJN_TABLE_FLOW, { { "map", "m" }, { "source", "e1" }, { "target", "lost" } } },
    { LIJN_TABLE_FRICTION, { { "map", "m" }, { "number", "-3" } } },
    { LIJN_TABLE_SESSION, { { "date", "yesterday" } } },
    { LIJN_TABLE_ELEMENT, { { "map", "m" }, { "lane", "l1" }, { "name", "\xff" } } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *before = dump (world);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (LijnLoad) load = begin (world);
      gsize n = 0;

      g_test_message ("row %u", i);
      while (n < G_N_ELEMENTS (wrong[i].cells) && wrong[i].cells[n].column != NULL)
        n++;
      load_map (load);
      if (lijn_load_put (load, wrong[i].table, "wrong", wrong[i].cells, n, &error) != NULL)
        g_assert_false (lijn_load_finish (g_steal_pointer (&load), &error));
      g_assert_nonnull (error);
      g_clear_pointer (&load, lijn_load_drop);
      after = dump (world);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_same_id_twice (World *world, gconstpointer unused)
{
  g_autoptr (LijnLoad) load = begin (world);
  g_autoptr (GError) error = NULL;

  PUT (load, LIJN_TABLE_MAP, "m", { "title", "One" });
  g_assert_null (lijn_load_put (load, LIJN_TABLE_PARTY, "m", CELLS ({ "name", "Two" }), 1, &error));
  g_assert_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE);
}

/* A large map, with routes, in about the time that it takes to write it. */
static void
test_large_map (World *world, gconstpointer unused)
{
  enum
  {
    N = 5000,
    FLOWS = 6000
  };
  LijnLoad *load = begin (world);
  gint64 start = g_get_monotonic_time ();
  double seconds;

  PUT (load, LIJN_TABLE_MAP, "big", { "title", "Big" });
  PUT (load, LIJN_TABLE_LANE, "top", { "map", "big" },
       { "party", lijn_object_get_id (LIJN_OBJECT (world->customer)) }, { "height", "6000" });
  for (int i = 0; i < N; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%d", i);
      g_autofree char *x = g_strdup_printf ("%d", 100 + i % 100 * 200);
      g_autofree char *y = g_strdup_printf ("%d", 28 + i / 100 * 100);

      PUT (load, LIJN_TABLE_ELEMENT, id, { "map", "big" }, { "lane", "top" }, { "name", "Step" },
           { "x", x }, { "y", y }, { "width", "132" }, { "height", "56" });
    }
  for (int i = 0; i < FLOWS; i++)
    {
      int from = i % (N - 1), to = i < N - 1 ? from + 1 : (from + 7) % N;
      g_autofree char *source = g_strdup_printf ("e%d", from);
      g_autofree char *target = g_strdup_printf ("e%d", to);
      g_autofree char *route = g_strdup_printf ("s%d,%d t%d,%d", 232 + from % 100 * 200,
                                                56 + from / 100 * 100, 100 + to % 100 * 200,
                                                56 + to / 100 * 100);

      PUT (load, LIJN_TABLE_FLOW, NULL, { "map", "big" }, { "source", source },
           { "target", target }, { "route", route });
    }
  DO (lijn_load_finish (load, &failure));
  seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  g_test_message ("loaded %d elements and %d flows in %.3f s", N, FLOWS, seconds);
  g_assert_cmpuint (count (world, LIJN_TABLE_ELEMENT), ==, N + 4);
  g_assert_cmpfloat (seconds, <, 20);
  DO (lijn_edit_undo (world->project, NULL, &failure));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/edit/load/left-out", test_what_is_left_out_is_made);
  ADD ("/edit/load/newcomers", test_newcomers_find_a_place);
  ADD ("/edit/load/numbers", test_numbers_do_not_collide);
  ADD ("/edit/load/blob-and-set", test_blob_and_set);
  ADD ("/edit/load/wrong", test_wrong_rows_change_nothing);
  ADD ("/edit/load/same-id", test_same_id_twice);
  ADD ("/edit/load/large", test_large_map);
  return g_test_run ();
}
