/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-test.h"

/* The model follows the file, whatever the reason for the change. */

static LijnParty *
put_party (LijnTest *test, const char *name, const char *role, double rank)
{
  return lijn_test_put (
      test, LIJN_TABLE_PARTY,
      LIJN_CELLS (LIJN_TEXT ("name", name), LIJN_TEXT ("role", role), LIJN_REAL ("rank", rank)));
}

static LijnMap *
put_map (LijnTest *test)
{
  return lijn_test_put (test, LIJN_TABLE_MAP, LIJN_CELLS (LIJN_TEXT ("title", "Claims")));
}

static LijnLane *
put_lane (LijnTest *test, LijnMap *map, LijnParty *party, double rank)
{
  return lijn_test_put (test, LIJN_TABLE_LANE,
                        LIJN_CELLS (LIJN_REF ("map", lijn_object_get_id (LIJN_OBJECT (map))),
                                    LIJN_REF ("party", lijn_object_get_id (LIJN_OBJECT (party))),
                                    LIJN_REAL ("rank", rank), LIJN_REAL ("height", 100)));
}

static void
undo (LijnTest *test)
{
  g_autoptr (GError) error = NULL;

  lijn_store_undo (lijn_project_get_store (test->project), NULL, &error);
  g_assert_no_error (error);
}

static void
redo (LijnTest *test)
{
  g_autoptr (GError) error = NULL;

  lijn_store_redo (lijn_project_get_store (test->project), NULL, &error);
  g_assert_no_error (error);
}

static void
count_cb (gpointer object, gpointer data)
{
  (*(guint *) data)++;
}

static void
count_items_cb (GListModel *list, guint position, guint removed, guint added, gpointer data)
{
  (*(guint *) data)++;
}

static void
test_lists_follow (LijnTest *test, gconstpointer unused)
{
  GListModel *parties = lijn_project_list (test->project, LIJN_TABLE_PARTY);
  guint told = 0;
  LijnParty *second, *first;

  g_signal_connect (parties, "items-changed", G_CALLBACK (count_items_cb), &told);
  second = put_party (test, "Insurer", "supplier", 2);
  first = put_party (test, "Broker", "customer", 1);
  g_assert_cmpuint (g_list_model_get_n_items (parties), ==, 2);
  g_assert_cmpuint (told, ==, 2);

  {
    g_autoptr (LijnParty) at_top = g_list_model_get_item (parties, 0);
    g_assert_true (at_top == first);
  }
  lijn_test_change (test, second, LIJN_CELLS (LIJN_REAL ("rank", 0)));
  {
    g_autoptr (LijnParty) at_top = g_list_model_get_item (parties, 0);
    g_assert_true (at_top == second);
  }
  g_assert_cmpuint (told, ==, 4); /* a move is told as gone and come */

  lijn_test_delete (test, first);
  g_assert_cmpuint (g_list_model_get_n_items (parties), ==, 1);
}

static void
test_only_what_changed_is_told (LijnTest *test, gconstpointer unused)
{
  LijnParty *one = put_party (test, "One", "customer", 1);
  LijnParty *other = put_party (test, "Other", "supplier", 2);
  guint told_one = 0, told_other = 0;

  g_signal_connect (one, "changed", G_CALLBACK (count_cb), &told_one);
  g_signal_connect (other, "changed", G_CALLBACK (count_cb), &told_other);
  lijn_test_change (test, one, LIJN_CELLS (LIJN_TEXT ("name", "Changed")));
  g_assert_cmpstr (lijn_party_get_name (one), ==, "Changed");
  g_assert_cmpuint (told_one, ==, 1);
  g_assert_cmpuint (told_other, ==, 0);
}

static void
test_an_object_comes_back (LijnTest *test, gconstpointer unused)
{
  g_autoptr (LijnObject)
      party = g_object_ref (LIJN_OBJECT (put_party (test, "Back", "customer", 1)));
  guint gone = 0;

  g_signal_connect (party, "gone", G_CALLBACK (count_cb), &gone);
  undo (test);
  g_assert_true (lijn_object_is_gone (party));
  g_assert_cmpuint (gone, ==, 1);
  g_assert_cmpstr (lijn_object_get_name (party), ==, "Back");
  g_assert_null (lijn_project_find (test->project, LIJN_TABLE_PARTY, lijn_object_get_id (party)));

  redo (test);
  g_assert_false (lijn_object_is_gone (party));
  g_assert_true (lijn_project_find (test->project, LIJN_TABLE_PARTY, lijn_object_get_id (party)) ==
                 (gpointer) party);
}

static void
test_referrers_follow (LijnTest *test, gconstpointer unused)
{
  LijnMap *map = put_map (test);
  LijnParty *one = put_party (test, "One", "customer", 1);
  LijnParty *other = put_party (test, "Other", "supplier", 2);
  LijnLane *low = put_lane (test, map, one, 2);
  LijnLane *high = put_lane (test, map, one, 1);
  GPtrArray *lanes = lijn_project_referrers (test->project, LIJN_TABLE_LANE, "party",
                                             LIJN_OBJECT (one));

  g_assert_cmpuint (lanes->len, ==, 2);
  g_assert_true (lanes->pdata[0] == high);

  lijn_test_change (test, low, LIJN_CELLS (LIJN_REAL ("rank", 0)));
  lanes = lijn_project_referrers (test->project, LIJN_TABLE_LANE, "party", LIJN_OBJECT (one));
  g_assert_true (lanes->pdata[0] == low);

  lijn_test_change (test, low,
                    LIJN_CELLS (LIJN_REF ("party", lijn_object_get_id (LIJN_OBJECT (other)))));
  lanes = lijn_project_referrers (test->project, LIJN_TABLE_LANE, "party", LIJN_OBJECT (one));
  g_assert_cmpuint (lanes->len, ==, 1);
  lanes = lijn_project_referrers (test->project, LIJN_TABLE_LANE, "party", LIJN_OBJECT (other));
  g_assert_true (lanes->len == 1 && lanes->pdata[0] == low);

  lijn_test_delete (test, map); /* takes its lanes along */
  g_assert_cmpuint (lijn_project_count (test->project, LIJN_TABLE_LANE), ==, 0);
  lanes = lijn_project_referrers (test->project, LIJN_TABLE_LANE, "party", LIJN_OBJECT (other));
  g_assert_cmpuint (lanes->len, ==, 0);
}

static void
test_rollback_is_followed (LijnTest *test, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  LijnParty *party = put_party (test, "Before", "customer", 1);
  LijnTransaction *edit = lijn_transaction_begin (lijn_project_get_store (test->project), "Drop me",
                                                  &error);

  lijn_transaction_update (edit, LIJN_TABLE_PARTY, lijn_object_get_id (LIJN_OBJECT (party)),
                           LIJN_CELLS (LIJN_TEXT ("name", "During")), &error);
  lijn_transaction_flush (edit, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lijn_party_get_name (party), ==, "During");
  lijn_transaction_drop (edit);
  g_assert_cmpstr (lijn_party_get_name (party), ==, "Before");
}

static void
test_another_program_is_followed (LijnTest *test, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  LijnParty *party = put_party (test, "Ours", "customer", 1);
  LijnTest second = { .project = lijn_project_open (test->path, LIJN_STORE_DEFAULT, &error) };

  g_assert_no_error (error);
  lijn_test_change (&second,
                    lijn_project_find (second.project, LIJN_TABLE_PARTY,
                                       lijn_object_get_id (LIJN_OBJECT (party))),
                    LIJN_CELLS (LIJN_TEXT ("name", "Theirs")));
  g_object_unref (second.project);

  g_assert_cmpstr (lijn_party_get_name (party), ==, "Ours");
  lijn_store_look_outside (lijn_project_get_store (test->project), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lijn_party_get_name (party), ==, "Theirs");
}

static void
test_many_at_once (LijnTest *test, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  LijnMap *map = put_map (test);
  LijnTransaction *edit = lijn_transaction_begin (lijn_project_get_store (test->project), "Many",
                                                  &error);

  for (int i = 0; i < 500; i++)
    {
      g_autofree char *id = g_strdup_printf ("phase%d", i);

      lijn_transaction_insert (
          edit, LIJN_TABLE_PHASE, id,
          LIJN_CELLS (LIJN_REF ("map", lijn_object_get_id (LIJN_OBJECT (map)))), &error);
      g_assert_no_error (error);
    }
  lijn_transaction_commit (edit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lijn_project_count (test->project, LIJN_TABLE_PHASE), ==, 500);

  undo (test);
  g_assert_cmpuint (lijn_project_count (test->project, LIJN_TABLE_PHASE), ==, 0);
}

/* Every rank in a list changes at once: no order between two of them on the way misleads. */
static void
test_many_change_places (LijnTest *test, gconstpointer unused)
{
  static const double ranks[][6] = {
    { 6, 5, 4, 3, 2, 1 }, { 2, 3, 4, 5, 6, 1 }, { 4, 5, 1, 6, 2, 3 }, { 10, 11, 1, 2, 12, 0 }
  };
  GListModel *list = lijn_project_list (test->project, LIJN_TABLE_PARTY);
  LijnParty *parties[6];

  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    parties[i] = put_party (test, "Party", "supplier", i);

  for (guint round = 0; round < G_N_ELEMENTS (ranks); round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LijnTransaction)
          edit = lijn_transaction_begin (lijn_project_get_store (test->project), "Order", &error);
      double last = -1;

      for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
        lijn_transaction_update (edit, LIJN_TABLE_PARTY,
                                 lijn_object_get_id (LIJN_OBJECT (parties[i])),
                                 LIJN_CELLS (LIJN_REAL ("rank", ranks[round][i])), &error);
      lijn_transaction_commit (g_steal_pointer (&edit), &error);
      g_assert_no_error (error);

      g_assert_cmpuint (g_list_model_get_n_items (list), ==, G_N_ELEMENTS (parties));
      for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
        {
          g_autoptr (LijnParty) party = g_list_model_get_item (list, i);

          g_assert_cmpfloat (lijn_party_get_rank (party), >, last);
          last = lijn_party_get_rank (party);
        }
    }
}

static void
test_an_object_outlives_its_project (LijnTest *test, gconstpointer unused)
{
  g_autoptr (LijnObject)
      party = g_object_ref (LIJN_OBJECT (put_party (test, "Held", "customer", 1)));

  g_clear_object (&test->project);
  g_assert_null (lijn_object_get_project (party));
  g_assert_cmpstr (lijn_object_get_name (party), ==, "Held");
}

static void
test_lanes_stand_by_party (LijnTest *test, gconstpointer unused)
{
  LijnMap *map = put_map (test);
  LijnParty *supplier = put_party (test, "Supplier", "supplier", 1);
  LijnParty *customer = put_party (test, "Customer", "customer",
                                   1); /* equal ranks: customer first */
  LijnLane *below = put_lane (test, map, supplier, 0);
  LijnLane *above = put_lane (test, map, customer, 9);
  g_autoptr (GPtrArray) lanes = lijn_map_list_lanes (map);
  g_autoptr (GPtrArray) parties = lijn_map_list_parties (map);

  g_assert_true (lanes->len == 2 && lanes->pdata[0] == above && lanes->pdata[1] == below);
  g_assert_true (parties->len == 2 && parties->pdata[0] == customer);
}

#define ADD(name, function)                                                                        \
  g_test_add (name, LijnTest, NULL, lijn_test_set_up, function, lijn_test_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/project/lists-follow", test_lists_follow);
  ADD ("/project/only-what-changed-is-told", test_only_what_changed_is_told);
  ADD ("/project/an-object-comes-back", test_an_object_comes_back);
  ADD ("/project/referrers-follow", test_referrers_follow);
  ADD ("/project/rollback-is-followed", test_rollback_is_followed);
  ADD ("/project/another-program-is-followed", test_another_program_is_followed);
  ADD ("/project/many-at-once", test_many_at_once);
  ADD ("/project/many-change-places", test_many_change_places);
  ADD ("/project/an-object-outlives-its-project", test_an_object_outlives_its_project);
  ADD ("/project/lanes-stand-by-party", test_lanes_stand_by_party);

  return g_test_run ();
}
