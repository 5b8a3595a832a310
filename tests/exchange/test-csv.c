/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-csv.h"
#include "lijn-world.h"

#include <string.h>

/* What goes out as CSV: quoted as RFC 4180 says, harmless in a spreadsheet, and no more than its
 * audience may see. */

/* The line of @csv (from 0), without its end; lines end where no quote is open. */
static char *
get_line (const char *csv, guint line)
{
  gboolean quoted = FALSE;
  const char *start = csv;

  for (const char *at = csv; *at != '\0'; at++)
    {
      if (*at == '"')
        quoted = !quoted;
      if (quoted || at[0] != '\r' || at[1] != '\n')
        continue;
      if (line-- == 0)
        return g_strndup (start, (gsize) (at - start));
      start = at + 2;
    }

  return NULL;
}

static char *
write_words (LijnWorld *world, const char *words)
{
  const LijnField field = { "customer_words" };
  const LijnField *fields[] = { &field };
  g_autoptr (GPtrArray) objects = g_ptr_array_new ();

  lijn_test_change (&world->test, world->friction,
                    LIJN_CELLS (LIJN_TEXT ("customer_words", words)));
  g_ptr_array_add (objects, world->friction);

  return lijn_csv_write (LIJN_TABLE_FRICTION, objects, fields, 1, &LIJN_AUDIENCE_SHARED);
}

static void
test_cells (LijnWorld *world, gconstpointer unused)
{
  static const char *const cases[][2] = {
    { "plain", "plain" },
    { "a, b", "\"a, b\"" },
    { "she said \"no\"", "\"she said \"\"no\"\"\"" },
    { "two\nlines", "\"two\nlines\"" },
    { "=1+1", "'=1+1" },
    { "+31 6", "'+31 6" },
    { "-1", "'-1" },
    { "@sum", "'@sum" },
    { "\tx", "'\tx" },
    { "\rx", "\"'\rx\"" },
    { "=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"" },
    { "Café ☕", "Café ☕" },
    { "1=1", "1=1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *csv = write_words (world, cases[i][0]);
      g_autofree char *line = get_line (csv, 1);

      g_assert_cmpstr (line, ==, cases[i][1]);
      g_assert_true (g_str_has_suffix (csv, "\r\n"));
    }
}

static void
test_friction (LijnWorld *world, gconstpointer unused)
{
  LijnTable table;
  g_autofree char *csv = NULL, *head = NULL, *row = NULL;

  g_assert_true (lijn_csv_find_table ("friction", &table));
  csv = lijn_csv_write_table (world->test.project, table, &LIJN_AUDIENCE_SHARED);
  head = get_line (csv, 0);
  row = get_line (csv, 1);
  g_assert_true (g_str_has_prefix (head, "Number,Friction point,"));
  g_assert_true (g_str_has_prefix (row, "1,We never hear back,We never hear back,,"));
  g_assert_nonnull (strstr (row, ",Broker,"));
  g_assert_null (get_line (csv, 2));
}

/* Times are numbers that can be reckoned with. */
static void
test_interfaces (LijnWorld *world, gconstpointer unused)
{
  LijnTable table;
  g_autofree char *csv = NULL, *head = NULL, *row = NULL;

  lijn_test_change (
      &world->test, world->interface,
      LIJN_CELLS (LIJN_REAL ("norm_minutes", 120), LIJN_REAL ("actual_minutes", 180)));
  g_assert_true (lijn_csv_find_table ("interfaces", &table));
  csv = lijn_csv_write_table (world->test.project, table, &LIJN_AUDIENCE_SHARED);
  head = get_line (csv, 0);
  row = get_line (csv, 1);
  g_assert_nonnull (strstr (head, "(minutes)"));
  g_assert_nonnull (strstr (row, ",120,180,1 h over,"));
}

static void
test_private (LijnWorld *world, gconstpointer unused)
{
  const LijnAudience customer = { .party = LIJN_ID (world->customer) };
  const LijnAudience supplier = { .party = LIJN_ID (world->supplier) };
  g_autofree char *theirs = NULL, *ours = NULL, *shared = NULL;

  lijn_test_change (&world->test, world->friction,
                    LIJN_CELLS (LIJN_REF ("private_to", LIJN_ID (world->customer))));
  shared = lijn_csv_write_table (world->test.project, LIJN_TABLE_FRICTION, &LIJN_AUDIENCE_SHARED);
  theirs = lijn_csv_write_table (world->test.project, LIJN_TABLE_FRICTION, &supplier);
  ours = lijn_csv_write_table (world->test.project, LIJN_TABLE_FRICTION, &customer);
  g_assert_null (strstr (shared, "hear back"));
  g_assert_null (strstr (theirs, "hear back"));
  g_assert_nonnull (strstr (ours, "hear back"));

  /* Nor is it counted with what is shared. */
  g_clear_pointer (&shared, g_free);
  shared = lijn_csv_write_table (world->test.project, LIJN_TABLE_INTERFACE, &LIJN_AUDIENCE_SHARED);
  g_assert_nonnull (strstr (shared, ",1,,No,"));
}

/* Votes that nobody may know yet are not in the sum. */
static void
test_votes (LijnWorld *world, gconstpointer unused)
{
  const LijnField *fields;
  LijnField votes;
  LijnBallot *ballot;
  guint n;

  ballot = lijn_test_put (&world->test, LIJN_TABLE_BALLOT, LIJN_CELLS (LIJN_INT ("dots", 5)));
  lijn_test_put (&world->test, LIJN_TABLE_VOTE,
                 LIJN_CELLS (LIJN_REF ("ballot", LIJN_ID (ballot)),
                             LIJN_REF ("friction", LIJN_ID (world->friction)),
                             LIJN_REF ("party", LIJN_ID (world->customer)), LIJN_INT ("dots", 3)));
  fields = lijn_fields_for (LIJN_TABLE_FRICTION, &n);
  g_assert_true (lijn_field_find (&votes, fields, n, LIJN_TABLE_FRICTION, "votes"));
  for (int closed = 0; closed <= 1; closed++)
    {
      g_autofree char *text = NULL;

      lijn_test_change (&world->test, ballot, LIJN_CELLS (LIJN_INT ("closed", closed)));
      text = lijn_field_get_text (&votes, LIJN_OBJECT (world->friction), &LIJN_AUDIENCE_EVERYTHING);
      g_assert_cmpstr (text, ==, closed ? "3" : "");
    }
}

static void
test_actions (LijnWorld *world, gconstpointer unused)
{
  LijnTable table;
  LijnAction *action;
  g_autofree char *csv = NULL, *row = NULL;

  action = lijn_test_put (
      &world->test, LIJN_TABLE_ACTION,
      LIJN_CELLS (LIJN_REF ("team", LIJN_ID (world->team)), LIJN_TEXT ("what", "Confirm receipt"),
                  LIJN_REF ("person", LIJN_ID (world->seller)), LIJN_TEXT ("due", "2026-03-01")));
  lijn_test_put (&world->test, LIJN_TABLE_REMEDY,
                 LIJN_CELLS (LIJN_REF ("action", LIJN_ID (action)),
                             LIJN_REF ("friction", LIJN_ID (world->friction))));
  g_assert_true (lijn_csv_find_table ("actions", &table));
  csv = lijn_csv_write_table (world->test.project, table, &LIJN_AUDIENCE_SHARED);
  row = get_line (csv, 1);
  g_assert_true (g_str_has_prefix (
      row, "Confirm receipt,Intake,Team lead intake,Insurer,2026-03-01,To do,1,"));
  g_assert_false (lijn_csv_find_table ("persons", &table));
}

#define ADD(name, function)                                                                        \
  g_test_add (name, LijnWorld, NULL, lijn_world_set_up, function, lijn_world_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/csv/cells", test_cells);
  ADD ("/csv/friction", test_friction);
  ADD ("/csv/interfaces", test_interfaces);
  ADD ("/csv/private", test_private);
  ADD ("/csv/votes", test_votes);
  ADD ("/csv/actions", test_actions);
  return g_test_run ();
}
