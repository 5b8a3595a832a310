/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-test.h"

/* What friction points, parties and interfaces know beyond their columns. */

#define ID(object) lijn_object_get_id (LIJN_OBJECT (object))

typedef struct
{
  LijnTest base;
  LijnParty *customer, *supplier;
  LijnMap *map;
  LijnInterface *interface;
} World;

static void
set_up (World *world, gconstpointer unused)
{
  LijnTest *test = &world->base;

  lijn_test_set_up (test, NULL);
  world->customer = lijn_test_put (test, LIJN_TABLE_PARTY,
                                   LIJN_CELLS (LIJN_TEXT ("name", "Broker"),
                                               LIJN_TEXT ("role", "customer"),
                                               LIJN_REAL ("rank", 1)));
  world->supplier = lijn_test_put (test, LIJN_TABLE_PARTY,
                                   LIJN_CELLS (LIJN_TEXT ("name", "Insurer"),
                                               LIJN_TEXT ("role", "supplier"),
                                               LIJN_REAL ("rank", 2)));
  world->map = lijn_test_put (test, LIJN_TABLE_MAP, LIJN_CELLS (LIJN_TEXT ("title", "Claims")));
  world->interface = lijn_test_put (
      test, LIJN_TABLE_INTERFACE,
      LIJN_CELLS (LIJN_REF ("map", ID (world->map)), LIJN_REF ("giver", ID (world->customer)),
                  LIJN_REF ("receiver", ID (world->supplier)), LIJN_TEXT ("name", "Claim form"),
                  LIJN_INT ("number", 1)));
}

static void
tear_down (World *world, gconstpointer unused)
{
  lijn_test_tear_down (&world->base, NULL);
}

static void
sign (World *world, LijnParty *party)
{
  g_autofree char *terms = lijn_interface_get_terms (world->interface);

  lijn_test_put (&world->base, LIJN_TABLE_SIGNOFF,
                 LIJN_CELLS (LIJN_REF ("interface", ID (world->interface)),
                             LIJN_REF ("party", ID (party)), LIJN_TEXT ("terms", terms)));
}

static void
test_agreement_takes_both (World *world, gconstpointer unused)
{
  g_assert_cmpint (lijn_interface_get_agreement (world->interface), ==, LIJN_AGREEMENT_OPEN);
  sign (world, world->customer);
  g_assert_cmpint (lijn_interface_get_agreement (world->interface), ==, LIJN_AGREEMENT_PROPOSED);
  sign (world, world->supplier);
  g_assert_cmpint (lijn_interface_get_agreement (world->interface), ==, LIJN_AGREEMENT_AGREED);
}

/* A change of what was signed opens it again; a change of what was not signed does not; the old words
 * make it valid again. */
static void
test_a_change_opens_the_agreement (World *world, gconstpointer unused)
{
  sign (world, world->customer);
  sign (world, world->supplier);

  lijn_test_change (&world->base, world->interface,
                    LIJN_CELLS (LIJN_TEXT ("description", "Aside")));
  g_assert_cmpint (lijn_interface_get_agreement (world->interface), ==, LIJN_AGREEMENT_AGREED);
  lijn_test_change (&world->base, world->interface, LIJN_CELLS (LIJN_REAL ("norm_minutes", 60)));
  g_assert_cmpint (lijn_interface_get_agreement (world->interface), ==, LIJN_AGREEMENT_OPEN);
  lijn_test_change (&world->base, world->interface, LIJN_CELLS (LIJN_NOTHING ("norm_minutes")));
  g_assert_cmpint (lijn_interface_get_agreement (world->interface), ==, LIJN_AGREEMENT_AGREED);
}

/* What was signed can be told from what it says now, term by term, whatever is in the words. */
static void
test_changes_since_signed (World *world, gconstpointer unused)
{
  g_autoptr (GPtrArray) none = NULL, changes = NULL;
  const LijnTermChange *change;
  LijnSignoff *signature;

  lijn_test_change (&world->base, world->interface,
                    LIJN_CELLS (LIJN_TEXT ("complete_when", "a=b\\n\nform\\")));
  sign (world, world->customer);
  signature = lijn_interface_get_signoff (world->interface, world->customer);
  g_assert_null (lijn_interface_get_signoff (world->interface, world->supplier));
  none = lijn_signoff_list_changes (signature);
  g_assert_cmpuint (none->len, ==, 0);

  lijn_test_change (&world->base, world->interface,
                    LIJN_CELLS (LIJN_TEXT ("complete_when", "signed"),
                                LIJN_REAL ("norm_minutes", 60), LIJN_TEXT ("description", "-")));
  changes = lijn_signoff_list_changes (signature);
  g_assert_cmpuint (changes->len, ==, 2);
  change = changes->pdata[0];
  g_assert_cmpstr (change->column, ==, "complete_when");
  g_assert_cmpstr (change->was, ==, "a=b\\n\nform\\");
  g_assert_cmpstr (change->now, ==, "signed");
  change = changes->pdata[1];
  g_assert_cmpstr (change->column, ==, "norm_minutes");
  g_assert_cmpstr (change->was, ==, "");
  g_assert_cmpstr (change->now, ==, "60");
}

static LijnFriction *
put_friction (World *world, LijnParty *raised_by)
{
  return lijn_test_put (&world->base, LIJN_TABLE_FRICTION,
                        LIJN_CELLS (LIJN_REF ("interface", ID (world->interface)),
                                    LIJN_REF ("raised_by", ID (raised_by)),
                                    LIJN_TEXT ("customer_words", "We wait"),
                                    LIJN_TEXT ("supplier_words", "They call")));
}

static void
test_words_of_the_one_who_raised_it (World *world, gconstpointer unused)
{
  LijnFriction *by_customer = put_friction (world, world->customer);
  LijnFriction *by_supplier = put_friction (world, world->supplier);

  g_assert_cmpstr (lijn_friction_get_words (by_customer), ==, "We wait");
  g_assert_cmpstr (lijn_friction_get_words (by_supplier), ==, "They call");
  lijn_test_change (&world->base, by_supplier, LIJN_CELLS (LIJN_TEXT ("supplier_words", "")));
  g_assert_cmpstr (lijn_friction_get_words (by_supplier), ==, "We wait");
}

static void
test_a_pin_knows_its_place (World *world, gconstpointer unused)
{
  LijnFriction *friction = put_friction (world, world->customer);

  g_assert_true (lijn_friction_get_anchor (friction) == LIJN_OBJECT (world->interface));
  g_assert_true (lijn_friction_get_place (friction) == world->map);
  lijn_test_change (&world->base, friction,
                    LIJN_CELLS (LIJN_NOTHING ("interface"), LIJN_REF ("map", ID (world->map))));
  g_assert_null (lijn_friction_get_anchor (friction));
  g_assert_true (lijn_friction_get_place (friction) == world->map);
}

static void
test_severity_is_per_party (World *world, gconstpointer unused)
{
  LijnFriction *friction = put_friction (world, world->customer);

  g_assert_cmpint (lijn_friction_get_worst (friction), ==, 0);
  lijn_test_put (&world->base, LIJN_TABLE_SEVERITY,
                 LIJN_CELLS (LIJN_REF ("friction", ID (friction)),
                             LIJN_REF ("party", ID (world->customer)), LIJN_INT ("score", 4)));
  lijn_test_put (&world->base, LIJN_TABLE_SEVERITY,
                 LIJN_CELLS (LIJN_REF ("friction", ID (friction)),
                             LIJN_REF ("party", ID (world->supplier)), LIJN_INT ("score", 2)));
  g_assert_cmpint (lijn_friction_get_severity (friction, world->customer), ==, 4);
  g_assert_cmpint (lijn_friction_get_severity (friction, world->supplier), ==, 2);
  g_assert_cmpint (lijn_friction_get_worst (friction), ==, 4);
}

static void
test_letters_tell_parties_apart (World *world, gconstpointer unused)
{
  g_autofree char *only = lijn_party_get_letter (world->customer);
  LijnParty *second = lijn_test_put (&world->base, LIJN_TABLE_PARTY,
                                     LIJN_CELLS (LIJN_TEXT ("name", "Fleet"),
                                                 LIJN_TEXT ("role", "customer"),
                                                 LIJN_REAL ("rank", 3)));
  g_autofree char *first_of_two = lijn_party_get_letter (world->customer);
  g_autofree char *second_of_two = lijn_party_get_letter (second);

  g_assert_cmpstr (only, ==, "C");
  g_assert_cmpstr (first_of_two, ==, "C1");
  g_assert_cmpstr (second_of_two, ==, "C2");
  g_assert_cmpuint (lijn_party_get_place (second), ==, 1);
}

#define ADD(name, function) g_test_add (name, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/agreement/takes-both", test_agreement_takes_both);
  ADD ("/agreement/a-change-opens-it", test_a_change_opens_the_agreement);
  ADD ("/agreement/changes-since-signed", test_changes_since_signed);
  ADD ("/pins/words-of-the-one-who-raised-it", test_words_of_the_one_who_raised_it);
  ADD ("/pins/know-their-place", test_a_pin_knows_its_place);
  ADD ("/pins/severity-is-per-party", test_severity_is_per_party);
  ADD ("/parties/letters-tell-them-apart", test_letters_tell_parties_apart);

  return g_test_run ();
}
