/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "edit-world.h"

/* Friction points. */

static LijnFriction *
pin (gpointer anchor, LijnParty *raised_by, const char *words)
{
  g_autoptr (GError) error = NULL;
  LijnFriction *friction = lijn_edit_add_friction (anchor, 40, 50, raised_by, words, &error);

  g_assert_no_error (error);
  return friction;
}

static void
test_words_are_those_of_the_party (World *world, gconstpointer unused)
{
  g_autofree char *before = dump (world);
  g_autoptr (LijnFriction)
      one = g_object_ref (pin (world->interface, world->customer, " We never\nhear back "));
  LijnFriction *other;

  assert_undoes_to (world->project, before);
  other = pin (world->map, world->supplier, "Half of it is missing");
  g_assert_cmpstr (lijn_friction_get_customer_words (one), ==, "We never\nhear back");
  g_assert_cmpstr (lijn_friction_get_supplier_words (one), ==, "");
  g_assert_cmpstr (lijn_friction_get_supplier_words (other), ==, "Half of it is missing");
  g_assert_cmpint (lijn_friction_get_number (one), ==, 1);
  g_assert_cmpint (lijn_friction_get_number (other), ==, 2);
  g_assert_true (lijn_friction_get_anchor (one) == LIJN_OBJECT (world->interface));
  g_assert_null (lijn_friction_get_anchor (other));
  g_assert_cmpfloat (lijn_friction_get_x (other), ==, 40);
  g_assert_cmpint (lijn_friction_get_raised_at (one), !=, 0);
  g_assert_cmpuint (count (world, LIJN_TABLE_STATUS_CHANGE), ==, 2);
}

static void
test_pinned_on_what_is_drawn (World *world, gconstpointer unused)
{
  REFUSED (world, LIJN_RULES_ERROR_CONTAIN,
           lijn_edit_add_friction (LIJN_OBJECT (world->customer), 0, 0, NULL, "x", &failure) !=
               NULL);
}

static void
test_number_is_not_used_again (World *world, gconstpointer unused)
{
  LijnFriction *first = pin (world->send, NULL, "1");

  pin (world->send, NULL, "2");
  DO (lijn_edit_remove_one (LIJN_OBJECT (first), &failure));
  g_assert_cmpint (lijn_friction_get_number (pin (world->send, NULL, "3")), ==, 3);
}

static void
test_move_pin (World *world, gconstpointer unused)
{
  LijnFriction *friction = pin (world->send, NULL, "x");
  g_autofree char *before = dump (world);

  DO (lijn_edit_move_friction (friction, LIJN_OBJECT (world->claims), 0, 0, &failure));
  g_assert_true (lijn_friction_get_anchor (friction) == LIJN_OBJECT (world->claims));
  assert_undoes_to (world->project, before);
  DO (lijn_edit_move_friction (friction, LIJN_OBJECT (world->map), 7, 8, &failure));
  g_assert_null (lijn_friction_get_anchor (friction));
  g_assert_cmpfloat (lijn_friction_get_y (friction), ==, 8);
  DO (lijn_edit_set (LIJN_OBJECT (friction), "flow",
                     lijn_object_get_id (LIJN_OBJECT (world->judge)), &failure));
  g_assert_true (lijn_friction_get_anchor (friction) == LIJN_OBJECT (world->judge));
}

static void
test_severity_per_party (World *world, gconstpointer unused)
{
  LijnFriction *friction = pin (world->send, NULL, "x");
  g_autofree char *before = dump (world);

  DO (lijn_edit_set_severity (friction, world->customer, 4, &failure));
  assert_undoes_to (world->project, before);
  DO (lijn_edit_set_severity (friction, world->supplier, 2, &failure));
  DO (lijn_edit_set_severity (friction, world->supplier, 3, &failure));
  g_assert_cmpint (lijn_friction_get_severity (friction, world->customer), ==, 4);
  g_assert_cmpint (lijn_friction_get_severity (friction, world->supplier), ==, 3);
  DO (lijn_edit_set_severity (friction, world->customer, 0, &failure));
  g_assert_cmpint (lijn_friction_get_worst (friction), ==, 3);
  g_assert_cmpuint (count (world, LIJN_TABLE_SEVERITY), ==, 1);
  REFUSED (world, LIJN_RULES_ERROR_VALUE,
           lijn_edit_set_severity (friction, world->customer, 6, &failure));
}

/* A file is kept under its base name, as large as can still be mailed, and comes back as it was. */
static void
test_attach (World *world, gconstpointer unused)
{
  LijnFriction *friction = pin (world->send, world->customer, "x");
  LijnStore *store = lijn_project_get_store (world->project);
  g_autoptr (GBytes) data = g_bytes_new_static ("\0PNG\n", 5);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes)
      huge = g_bytes_new_take (g_malloc0 (LIJN_ATTACHMENT_MOST + 1), LIJN_ATTACHMENT_MOST + 1);
  static const char *const names[] = { "../../.bashrc", "C:\\temp\\.bashrc", "a/.bashrc" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *before = dump (world);
      LijnAttachment *attachment = lijn_edit_attach (LIJN_OBJECT (friction), names[i], "image/png",
                                                     data, NULL);
      g_autoptr (GBytes) read = NULL;

      g_assert_nonnull (attachment);
      g_assert_cmpstr (lijn_attachment_get_name (attachment), ==, ".bashrc");
      g_assert_true (lijn_attachment_get_friction (attachment) == friction);
      read = lijn_store_read_blob (store, LIJN_TABLE_ATTACHMENT,
                                   lijn_object_get_id (LIJN_OBJECT (attachment)), "data", NULL);
      g_assert_true (g_bytes_equal (read, data));
      assert_undoes_to (world->project, before);
    }

  REFUSED (world, LIJN_RULES_ERROR_VALUE,
           lijn_edit_attach (LIJN_OBJECT (friction), "big", "", huge, &failure) != NULL);
  REFUSED (world, LIJN_RULES_ERROR_VALUE,
           lijn_edit_attach (LIJN_OBJECT (friction), "none", "", empty, &failure) != NULL);
}

/* Answers stay in the order in which they were given. */
static void
test_whys (World *world, gconstpointer unused)
{
  LijnFriction *friction = pin (world->send, world->customer, "x");
  GPtrArray *whys;

  g_assert_nonnull (lijn_edit_add_why (friction, " Nobody looks ", NULL));
  g_assert_nonnull (lijn_edit_add_why (friction, "Nobody is told", NULL));
  whys = lijn_project_referrers (world->project, LIJN_TABLE_WHY, "friction",
                                 LIJN_OBJECT (friction));
  g_assert_cmpuint (whys->len, ==, 2);
  g_assert_cmpstr (lijn_why_get_answer (whys->pdata[0]), ==, "Nobody looks");
  g_assert_cmpstr (lijn_why_get_answer (whys->pdata[1]), ==, "Nobody is told");
}

static void
test_status_is_kept (World *world, gconstpointer unused)
{
  LijnFriction *friction = pin (world->send, world->customer, "x");
  g_autofree char *before = NULL;
  LijnStatusChange *last = NULL;
  LijnTeam *team = NULL;
  GPtrArray *changes;

  REFUSED (world, LIJN_RULES_ERROR_STATUS,
           lijn_edit_set_status (friction, LIJN_FRICTION_STATUS_SOLVED, world->supplier, NULL, NULL,
                                 &failure));
  REFUSED (world, LIJN_RULES_ERROR_STATUS,
           lijn_edit_set_status (friction, LIJN_FRICTION_STATUS_IN_TEAM, world->supplier, NULL,
                                 NULL, &failure));
  team = lijn_edit_add_team (world->project, LIJN_TEAM_KIND_IMPROVEMENT, "Faster", NULL);
  DO (lijn_edit_assign (team, friction, &failure) != NULL);
  before = dump (world);
  DO (lijn_edit_set_status (friction, LIJN_FRICTION_STATUS_SOLVED, world->supplier, world->seller,
                            NULL, &failure));
  assert_undoes_to (world->project, before);
  REFUSED (world, LIJN_RULES_ERROR_STATUS,
           lijn_edit_set_status (friction, LIJN_FRICTION_STATUS_CONFIRMED, world->supplier, NULL,
                                 NULL, &failure));
  DO (lijn_edit_set_status (friction, LIJN_FRICTION_STATUS_CONFIRMED, world->customer, world->buyer,
                            " It works ", &failure));
  g_assert_cmpstr (lijn_friction_get_status_reason (friction), ==, "It works");

  changes = lijn_project_referrers (world->project, LIJN_TABLE_STATUS_CHANGE, "friction",
                                    LIJN_OBJECT (friction));
  g_assert_cmpuint (changes->len, ==, 4);
  for (guint i = 0; i < changes->len; i++)
    if (lijn_status_change_get_status (g_ptr_array_index (changes, i)) ==
        LIJN_FRICTION_STATUS_CONFIRMED)
      last = g_ptr_array_index (changes, i);
  g_assert_nonnull (last);
  g_assert_true (lijn_status_change_get_party (last) == world->customer);
  g_assert_true (lijn_status_change_get_person (last) == world->buyer);
  g_assert_cmpint (lijn_status_change_get_at (last), !=, 0);
}

static void
test_priority_is_the_customers (World *world, gconstpointer unused)
{
  LijnStore *store = lijn_project_get_store (world->project);
  LijnFriction *friction = pin (world->send, world->customer, "x");

  REFUSED (world, LIJN_RULES_ERROR_PARTY,
           lijn_edit_set (LIJN_OBJECT (friction), "priority", "1", &failure));
  lijn_store_set_speaker (store, lijn_object_get_id (LIJN_OBJECT (world->customer)), NULL, NULL);
  DO (lijn_edit_set (LIJN_OBJECT (friction), "priority", "1", &failure));
  g_assert_cmpint (lijn_friction_get_priority (friction), ==, 1);
  lijn_store_set_speaker (store, NULL, NULL, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/edit/friction/words", test_words_are_those_of_the_party);
  ADD ("/edit/friction/anchor", test_pinned_on_what_is_drawn);
  ADD ("/edit/friction/number", test_number_is_not_used_again);
  ADD ("/edit/friction/move", test_move_pin);
  ADD ("/edit/friction/severity", test_severity_per_party);
  ADD ("/edit/friction/attach", test_attach);
  ADD ("/edit/friction/whys", test_whys);
  ADD ("/edit/friction/status", test_status_is_kept);
  ADD ("/edit/friction/priority", test_priority_is_the_customers);
  return g_test_run ();
}
