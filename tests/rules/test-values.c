/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-rules.h"
#include "lijn-world.h"

typedef struct
{
  const char *column;
  const char *value;
  gboolean may;
} Case;

static void
try_all (gpointer object, LijnParty *party, const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean may = lijn_rules_value (LIJN_OBJECT (object), cases[i].column, cases[i].value, party,
                                       &error);

      g_test_message ("%s, case %" G_GSIZE_FORMAT, cases[i].column, i);
      g_assert_cmpint (may, ==, cases[i].may);
      g_assert_cmpint (error == NULL, ==, cases[i].may);
    }
}

static void
test_kinds_and_ranges (LijnWorld *world, gconstpointer unused)
{
  const Case interface[] = {
    { "norm_minutes", "", TRUE },
    { "norm_minutes", "90.5", TRUE },
    { "norm_minutes", "-1", FALSE },
    { "norm_minutes", "soon", FALSE },
    { "norm_minutes", "nan", FALSE },
    { "complete_accurate", "100", TRUE },
    { "complete_accurate", "101", FALSE },
    { "review_date", "2026-02-28", TRUE },
    { "review_date", "2026-02-30", FALSE },
    { "review_date", "", TRUE },
    { "number", "3", TRUE },
    { "number", "3.5", FALSE },
    { "number", "0", FALSE },
    { "assumed", "1", TRUE },
    { "assumed", "yes", FALSE },
    { "giver", LIJN_ID (world->supplier), FALSE },
    { "giver", LIJN_ID (world->customer), TRUE },
    { "giver", "", FALSE },
    { "giver_contact", "nobody", FALSE },
    { "giver_contact", LIJN_ID (world->buyer), TRUE },
    { "name", "\xff", FALSE },
  };
  const Case friction[] = {
    { "category", "waiting", TRUE },
    { "category", "annoying", FALSE },
    { "raised_by", "", TRUE },
    { "raised_by", LIJN_ID (world->map), FALSE }, /* a row, but no party */
  };

  try_all (world->interface, NULL, interface, G_N_ELEMENTS (interface));
  try_all (world->friction, NULL, friction, G_N_ELEMENTS (friction));
}

static void
test_priority_is_the_customers (LijnWorld *world, gconstpointer unused)
{
  const Case may[] = { { "priority", "1", TRUE } };
  const Case may_not[] = { { "priority", "1", FALSE } };

  try_all (world->friction, world->customer, may, 1);
  try_all (world->friction, world->supplier, may_not, 1);
  try_all (world->friction, NULL, may_not, 1);
}

static void
test_places (LijnWorld *world, gconstpointer unused)
{
  LijnMap *map = lijn_test_put (&world->test, LIJN_TABLE_MAP,
                                LIJN_CELLS (LIJN_TEXT ("title", "Other")));
  LijnLane *elsewhere = lijn_test_put (
      &world->test, LIJN_TABLE_LANE,
      LIJN_CELLS (LIJN_REF ("map", LIJN_ID (map)), LIJN_REF ("party", LIJN_ID (world->customer))));
  const Case cases[] = {
    { "lane", LIJN_ID (world->supplier_lane), TRUE },
    { "lane", LIJN_ID (elsewhere), FALSE },
    { "lane", "", FALSE },
    { "container", LIJN_ID (world->send), FALSE }, /* in itself */
  };

  try_all (world->send, NULL, cases, G_N_ELEMENTS (cases));
}

static void
test_people_need_names (LijnWorld *world, gconstpointer unused)
{
  const Case no_name[] = { { "name", " ", FALSE }, { "name", "Fleet", TRUE } };
  const Case may_be_empty[] = { { "name", "", TRUE } };

  try_all (world->customer, NULL, no_name, 2);
  try_all (world->team, NULL, no_name, 2);
  try_all (world->send, NULL, may_be_empty, 1);
}

#define ADD(name, function)                                                                        \
  g_test_add (name, LijnWorld, NULL, lijn_world_set_up, function, lijn_world_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/values/kinds-and-ranges", test_kinds_and_ranges);
  ADD ("/values/priority-is-the-customers", test_priority_is_the_customers);
  ADD ("/values/places", test_places);
  ADD ("/values/people-need-names", test_people_need_names);

  return g_test_run ();
}
