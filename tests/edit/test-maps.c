/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "edit-world.h"
#include "lijn-differences.h"

/* Maps: their order, copies of them, and detail maps. */

static void
test_move (World *world, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  LijnMap *second = lijn_edit_add_map (world->project, LIJN_MAP_KIND_AS_IS, "Second", &error);
  LijnMap *third = lijn_edit_add_map (world->project, LIJN_MAP_KIND_AS_IS, "Third", &error);
  g_autofree char *before = dump (world);
  GListModel *maps = lijn_project_list (world->project, LIJN_TABLE_MAP);
  g_autoptr (LijnMap) first = NULL, last = NULL;

  DO (lijn_edit_move_map (third, world->map, &failure));
  first = g_list_model_get_item (maps, 0);
  g_assert_true (first == third);
  assert_undoes_to (world->project, before);
  DO (lijn_edit_move_map (world->map, NULL, &failure));
  last = g_list_model_get_item (maps, 2);
  g_assert_true (last == world->map);
  g_assert_false (lijn_object_is_gone (LIJN_OBJECT (second)));
}

/* The same once more: as many of each, connected alike, and nothing that leads back to the first. */
static void
test_copy (World *world, gconstpointer unused)
{
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  LijnMap *copy = NULL;
  GPtrArray *elements, *flows;

  lijn_edit_add_element (world->map, world->desk, LIJN_ELEMENT_KIND_GROUP, "Group", 60, 10, &error);
  g_assert_no_error (error);
  lijn_edit_add_friction (LIJN_OBJECT (world->send), 0, 0, world->customer, "Slow", &error);
  g_assert_no_error (error);
  before = dump (world);
  copy = lijn_edit_copy_map (world->map, "Again", &error);
  g_assert_no_error (error);
  g_assert_null (lijn_map_get_derived_from (copy));
  elements = lijn_project_referrers (world->project, LIJN_TABLE_ELEMENT, "map", LIJN_OBJECT (copy));
  g_assert_cmpuint (elements->len, ==, 5);
  for (guint i = 0; i < elements->len; i++)
    {
      LijnElement *element = g_ptr_array_index (elements, i);

      g_assert_null (lijn_element_get_origin (element));
      g_assert_true (lijn_lane_get_map (lijn_element_get_lane (element)) == copy);
    }
  flows = lijn_project_referrers (world->project, LIJN_TABLE_FLOW, "map", LIJN_OBJECT (copy));
  g_assert_cmpuint (flows->len, ==, 3);
  for (guint i = 0; i < flows->len; i++)
    {
      LijnFlow *flow = g_ptr_array_index (flows, i);
      LijnInterface *interface = lijn_flow_get_interface (flow);

      g_assert_true (lijn_element_get_map (lijn_flow_get_source (flow)) == copy);
      g_assert_true (interface == NULL || lijn_interface_get_map (interface) == copy);
    }
  g_assert_cmpuint (count (world, LIJN_TABLE_FRICTION), ==, 1);
  assert_sound (world->project);
  assert_memory_is_file (world->project);
  assert_undoes_to (world->project, before);
}

/* A to-be map differs in nothing until somebody changes it; then in just that. */
static void
test_to_be (World *world, gconstpointer unused)
{
  LijnAudience shared = LIJN_AUDIENCE_SHARED;
  g_autoptr (GError) error = NULL;
  LijnMap *to_be = lijn_edit_make_to_be (world->map, "Better", &error);
  g_autoptr (GArray) none = NULL, one = NULL;
  g_autofree char *words = NULL;
  GPtrArray *copies;

  g_assert_no_error (error);
  g_assert_cmpint (lijn_map_get_kind (to_be), ==, LIJN_MAP_KIND_TO_BE);
  g_assert_true (lijn_map_get_counterpart (to_be) == world->map);
  none = lijn_differences_list (to_be, &shared);
  g_assert_cmpuint (none->len, ==, 0);

  copies = lijn_project_referrers (world->project, LIJN_TABLE_ELEMENT, "origin",
                                   LIJN_OBJECT (world->assess));
  g_assert_cmpuint (copies->len, ==, 1);
  DO (lijn_edit_rename (g_ptr_array_index (copies, 0), "Assess at once", &failure));
  one = lijn_differences_list (world->map, &shared);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpint (g_array_index (one, LijnDifferent, 0).difference, ==, LIJN_DIFFERENCE_CHANGED);
  words = lijn_different_describe (&g_array_index (one, LijnDifferent, 0));
  g_assert_nonnull (strstr (words, "Assess at once"));
  assert_sound (world->project);
}

/* A detail map is made once, with the lane of its element. */
static void
test_detail (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  g_autoptr (GError) error = NULL;
  LijnMap *detail = lijn_edit_add_detail (world->assess, &error);
  g_autoptr (GPtrArray) lanes = NULL;

  g_assert_no_error (error);
  g_assert_true (lijn_element_get_detail (world->assess) == detail);
  g_assert_cmpstr (lijn_map_get_title (detail), ==, lijn_element_get_name (world->assess));
  lanes = lijn_map_list_lanes (detail);
  g_assert_cmpuint (lanes->len, ==, 1);
  g_assert_true (lijn_lane_get_party (g_ptr_array_index (lanes, 0)) == world->supplier);
  g_assert_true (lijn_edit_add_detail (world->assess, &error) == detail);
  assert_sound (world->project);
  assert_undoes_to (world->project, before);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/edit/maps/move", test_move);
  ADD ("/edit/maps/copy", test_copy);
  ADD ("/edit/maps/to-be", test_to_be);
  ADD ("/edit/maps/detail", test_detail);
  return g_test_run ();
}
