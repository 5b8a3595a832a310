/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "edit-world.h"

#include <math.h>

/* Any single value, names, and edits made of several verbs. */

#define SET(object, column, value) lijn_edit_set (LIJN_OBJECT (object), column, value, &failure)

static void
test_values_by_kind (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);

  DO (SET (world->interface, "norm_minutes", "90.5"));
  g_assert_cmpfloat (lijn_interface_get_norm_minutes (world->interface), ==, 90.5);
  assert_undoes_to (world->project, before);
  DO (SET (world->interface, "norm_minutes", ""));
  g_assert_true (isnan (lijn_interface_get_norm_minutes (world->interface)));
  DO (SET (world->interface, "review_date", "2026-09-01"));
  DO (SET (world->interface, "giver_contact", lijn_object_get_id (LIJN_OBJECT (world->buyer))));
  DO (SET (world->interface, "giver_contact", ""));
  g_assert_null (lijn_interface_get_giver_contact (world->interface));
  DO (SET (world->assess, "marker", "person"));
  g_assert_cmpint (lijn_element_get_marker (world->assess), ==, LIJN_MARKER_PERSON);
  DO (SET (world->desk, "collapsed", "1"));
  DO (SET (world->supplier, "role", "partner"));
}

static void
test_rules_are_asked (World *world, gconstpointer unused)
{
  REFUSED (world, LIJN_RULES_ERROR_VALUE, SET (world->interface, "norm_minutes", "soon"));
  REFUSED (world, LIJN_RULES_ERROR_VALUE, SET (world->interface, "complete_accurate", "101"));
  REFUSED (world, LIJN_RULES_ERROR_VALUE, SET (world->interface, "review_date", "2026-02-30"));
  REFUSED (world, LIJN_RULES_ERROR_VALUE, SET (world->interface, "giver_contact", "nobody"));
  REFUSED (world, LIJN_RULES_ERROR_VALUE, SET (world->assess, "marker", "unheard-of"));
  REFUSED (world, LIJN_RULES_ERROR_VALUE, SET (world->assess, "colour", "red"));
  REFUSED (world, LIJN_RULES_ERROR_VALUE, SET (world->customer, "name", "  "));
}

static void
test_what_follows_cannot_be_set (World *world, gconstpointer unused)
{
  REFUSED (world, LIJN_RULES_ERROR_VALUE, SET (world->hand_over, "kind", "sequence"));
  REFUSED (world, LIJN_RULES_ERROR_VALUE, SET (world->hand_over, "route", "s0,0 t1,1"));
  REFUSED (world, LIJN_RULES_ERROR_VALUE,
           SET (world->interface, "giver", lijn_object_get_id (LIJN_OBJECT (world->supplier))));
}

static void
test_columns_with_consequences (World *world, gconstpointer unused)
{
  DO (SET (world->judge, "source", lijn_object_get_id (LIJN_OBJECT (world->receive))));
  g_assert_true (lijn_flow_get_source (world->judge) == world->receive);
  DO (SET (world->judge, "target", lijn_object_get_id (LIJN_OBJECT (world->send))));
  g_assert_cmpint (lijn_flow_get_kind (world->judge), ==, LIJN_FLOW_KIND_HAND_OVER);
  DO (SET (world->claims, "height", "300"));
  g_assert_cmpfloat (lijn_lane_get_height (world->claims), ==, 300);
  DO (SET (world->assess, "height", "400"));
  g_assert_cmpfloat (lijn_lane_get_height (world->claims), >, 400);
  DO (SET (world->assess, "x", "900"));
  g_assert_cmpfloat (lijn_element_get_x (world->assess), ==, 900);
  DO (SET (world->pass_on, "bent", "1"));
  g_assert_true (lijn_flow_get_bent (world->pass_on));
  DO (SET (world->pass_on, "bent", "0"));
  g_assert_false (lijn_flow_get_bent (world->pass_on));
}

static void
test_interface_numbers_differ (World *world, gconstpointer unused)
{
  DO (lijn_edit_connect (world->decide, world->send, NULL, NULL, &failure) != NULL);
  REFUSED (world, LIJN_RULES_ERROR_VALUE, SET (world->interface, "number", "2"));
  DO (SET (world->interface, "number", "7"));
}

static void
test_same_value_is_no_step (World *world, gconstpointer unused)
{
  LijnStore *store = lijn_project_get_store (world->project);
  g_autofree char *revision = g_strdup (lijn_store_get_revision (store));

  DO (SET (world->assess, "name", "Assess claim"));
  DO (lijn_edit_rename (LIJN_OBJECT (world->assess), " Assess   claim ", &failure));
  DO (SET (world->assess, "kind", "step"));
  DO (SET (world->claims, "collapsed", "0"));
  DO (lijn_edit_reconnect (world->judge, world->assess, world->decide, &failure));
  DO (lijn_edit_move_lane (world->claims, NULL, &failure));
  g_assert_cmpstr (lijn_store_get_revision (store), ==, revision);
}

static void
test_rename (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  g_autoptr (GError) error = NULL;
  LijnFriction *friction;

  DO (lijn_edit_rename (LIJN_OBJECT (world->assess), " Assess\n\tthe   claim ", &failure));
  g_assert_cmpstr (lijn_element_get_name (world->assess), ==, "Assess the claim");
  assert_undoes_to (world->project, before);
  DO (lijn_edit_rename (LIJN_OBJECT (world->map), "Motor claims", &failure));
  g_assert_cmpstr (lijn_map_get_title (world->map), ==, "Motor claims");
  DO (lijn_edit_rename (LIJN_OBJECT (lijn_project_get_about (world->project)), "Together",
                        &failure));
  g_assert_cmpstr (lijn_project_get_title (world->project), ==, "Together");

  friction = lijn_edit_add_friction (LIJN_OBJECT (world->assess), 0, 0, world->supplier, "a",
                                     &error);
  g_assert_no_error (error);
  DO (lijn_edit_rename (LIJN_OBJECT (friction), "Photos\nare missing", &failure));
  g_assert_cmpstr (lijn_friction_get_supplier_words (friction), ==, "Photos\nare missing");
  g_assert_cmpstr (lijn_friction_get_customer_words (friction), ==, "");
}

static void
test_several_verbs_are_one_step (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnEdit) edit = lijn_edit_begin (world->project, "Both", &error);
  LijnElement *pay;

  g_assert_no_error (error);
  pay = lijn_edit_append (world->decide, NULL, LIJN_ELEMENT_KIND_STEP, "Pay", "yes", &error);
  g_assert_no_error (error);
  lijn_edit_append (pay, world->desk, LIJN_ELEMENT_KIND_END, "Paid", NULL, &error);
  g_assert_no_error (error);
  DO (lijn_edit_commit (g_steal_pointer (&edit), &failure));
  g_assert_cmpstr (lijn_store_get_undo_label (lijn_project_get_store (world->project)), ==, "Both");
  assert_undoes_to (world->project, before);
}

static void
test_dropped_edit_changes_nothing (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  LijnEdit *edit = lijn_edit_begin (world->project, "Never", &error);

  DO (lijn_edit_rename (LIJN_OBJECT (world->assess), "Gone soon", &failure));
  DO (lijn_edit_remove_one (LIJN_OBJECT (world->receive), &failure));
  lijn_edit_drop (edit);
  after = dump (world);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (lijn_element_get_name (world->assess), ==, "Assess claim");
}

/* A part that is refused takes the whole edit with it. */
static void
test_refused_part_undoes_the_whole (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refused = NULL;
  LijnEdit *edit = lijn_edit_begin (world->project, "Half", &error);

  DO (lijn_edit_rename (LIJN_OBJECT (world->assess), "Half", &failure));
  g_assert_null (lijn_edit_connect (world->send, world->send, NULL, NULL, &refused));
  g_assert_false (lijn_edit_commit (edit, &error));
  g_assert_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_INVALID);
  after = dump (world);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/edit/set/kinds", test_values_by_kind);
  ADD ("/edit/set/rules", test_rules_are_asked);
  ADD ("/edit/set/refused", test_what_follows_cannot_be_set);
  ADD ("/edit/set/consequences", test_columns_with_consequences);
  ADD ("/edit/set/interface-number", test_interface_numbers_differ);
  ADD ("/edit/set/same", test_same_value_is_no_step);
  ADD ("/edit/rename", test_rename);
  ADD ("/edit/several", test_several_verbs_are_one_step);
  ADD ("/edit/dropped", test_dropped_edit_changes_nothing);
  ADD ("/edit/refused-part", test_refused_part_undoes_the_whole);
  return g_test_run ();
}
