/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-people.h"
#include "lijn-world.h"

#include <string.h>

/* Lists of persons: what address books and spreadsheets write, and what an attacker might. */

static char *
write_list (LijnWorld *world, const char *name, const char *text, gssize length)
{
  char *path = g_build_filename (world->test.folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
  return path;
}

static GPtrArray *
read_list (LijnWorld *world, const char *name, const char *text)
{
  g_autofree char *path = write_list (world, name, text, -1);
  g_autoptr (GError) error = NULL;
  GPtrArray *people = lijn_people_read (path, &error);

  g_assert_no_error (error);
  return people;
}

static void
assert_refused (LijnWorld *world, const char *name, const char *text, gssize length)
{
  g_autofree char *path = write_list (world, name, text, length);
  g_autoptr (GError) error = NULL;

  g_assert_null (lijn_people_read (path, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == LIJN_EXCHANGE_ERROR);
}

#define assert_entry(people, i, n, f, e, p, o)                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const LijnPeopleEntry *entry_ = g_ptr_array_index (people, i);                                 \
    g_assert_cmpstr (entry_->name, ==, n);                                                         \
    g_assert_cmpstr (entry_->function, ==, f);                                                     \
    g_assert_cmpstr (entry_->email, ==, e);                                                        \
    g_assert_cmpstr (entry_->phone, ==, p);                                                        \
    g_assert_cmpstr (entry_->organisation, ==, o);                                                 \
  }                                                                                                \
  G_STMT_END

static void
test_csv_english (LijnWorld *world, gconstpointer unused)
{
  g_autoptr (GPtrArray) people = read_list (
      world, "people.csv",
      "\xef\xbb\xbf"
      "Company,Name,Job Title,E-mail Address,Phone\r\n"
      "Broker,\"Jansen, Eva\",\"Head of \"\"claims\"\"\",eva@broker.example,'+31 20 123\r\n"
      ",,,,\r\n"
      "Insurer,\"Tom\nde Wit\",,,\r\n"
      ",,,only@mail.example,\r\n");

  g_assert_cmpuint (people->len, ==, 3);
  assert_entry (people, 0, "Jansen, Eva", "Head of \"claims\"", "eva@broker.example", "+31 20 123",
                "Broker");
  assert_entry (people, 1, "Tom de Wit", "", "", "", "Insurer");
  assert_entry (people, 2, "only@mail.example", "", "only@mail.example", "", "");
}

/* As a Dutch spreadsheet saves it: semicolons, Windows-1252, the name in three columns. */
static void
test_csv_dutch (LijnWorld *world, gconstpointer unused)
{
  g_autoptr (GPtrArray)
      people = read_list (world, "mensen.csv",
                          "Achternaam;Tussenvoegsel;VOORNAAM;Functie;E-mailadres;Telefoonnummer;"
                          "Organisatie\n"
                          "Berg;van den;Ren\xe9;Teamleider intake;r@insurer.example;06-1;Insurer\n"
                          "Jansen;;Eva;;;;");

  g_assert_cmpuint (people->len, ==, 2);
  assert_entry (people, 0, "René van den Berg", "Teamleider intake", "r@insurer.example", "06-1",
                "Insurer");
  assert_entry (people, 1, "Eva Jansen", "", "", "", "");
}

static void
test_csv_tabs (LijnWorld *world, gconstpointer unused)
{
  g_autoptr (GPtrArray) people = read_list (world, "people.tsv", "naam\tmail\rEva\te@x.example\r");

  g_assert_cmpuint (people->len, ==, 1);
  assert_entry (people, 0, "Eva", "", "e@x.example", "", "");
}

static void
test_vcard (LijnWorld *world, gconstpointer unused)
{
  g_autoptr (GPtrArray) people = read_list (
      world, "people.vcf",
      "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Jansen;Eva;van;;\r\nFN:Eva van Jansen\r\n"
      "TITLE:Head of cl\r\n aims\\, broker\r\nORG:Broker;Claims\r\n"
      "item1.EMAIL;TYPE=HOME:home@broker.example\r\n"
      "EMAIL;TYPE=WORK,PREF:eva@broker.example\r\nTEL;TYPE=\"a:b\":020-1\r\n"
      "PHOTO;ENCODING=b:AAAA\r\n BBBB\r\nEND:VCARD\r\n"
      "BEGIN:VCARD\nVERSION:4.0\nN:Wit;Tom;;;\nROLE:Handler\n"
      "TEL;VALUE=uri;PREF=1:tel:+31-6-1;ext=5\nEND:VCARD\n"
      "BEGIN:VCARD\nVERSION:4.0\nNOTE:nobody\nEND:VCARD");

  g_assert_cmpuint (people->len, ==, 2);
  assert_entry (people, 0, "Eva van Jansen", "Head of claims, broker", "eva@broker.example",
                "020-1", "Broker");
  assert_entry (people, 1, "Tom Wit", "Handler", "", "+31-6-1", "");
}

static LijnPeopleFate
fate (GPtrArray *people, guint i)
{
  return ((const LijnPeopleEntry *) people->pdata[i])->fate;
}

static void
test_who_is_there_already (LijnWorld *world, gconstpointer unused)
{
  LijnProject *project = world->test.project;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  lijn_test_change (&world->test, world->seller,
                    LIJN_CELLS (LIJN_TEXT ("email", "lead@insurer.example")));
  before = lijn_test_dump (lijn_project_get_store (project));
  people = read_list (world, "people.csv",
                      "name,email,function,party\n"
                      "account  MANAGER,am@broker.example,Buys,\n" /* completes, by name */
                      "Somebody else,LEAD@insurer.example,,\n" /* known, by address */
                      "Team lead intake,other@insurer.example,,Supplier\n" /* a namesake */
                      "Eva,,,broker\n"
                      "eva,,,Broker\n" /* twice */
                      "Tom,,,Nowhere\n");
  lijn_people_match (people, project, NULL);
  g_assert_cmpint (fate (people, 0), ==, LIJN_PEOPLE_COMPLETES);
  g_assert_cmpint (fate (people, 1), ==, LIJN_PEOPLE_KNOWN);
  g_assert_cmpint (fate (people, 2), ==, LIJN_PEOPLE_NEW);
  g_assert_cmpint (fate (people, 3), ==, LIJN_PEOPLE_NEW);
  g_assert_cmpint (fate (people, 4), ==, LIJN_PEOPLE_TWICE);
  g_assert_cmpint (fate (people, 5), ==, LIJN_PEOPLE_HOMELESS);

  g_assert_false (lijn_people_import (people, project, &error));
  g_assert_error (error, LIJN_EXCHANGE_ERROR, LIJN_EXCHANGE_ERROR_BAD);
  g_clear_error (&error);
  lijn_people_match (people, project, world->supplier);
  g_assert_true (lijn_people_import (people, project, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (lijn_project_count (project, LIJN_TABLE_PERSON), ==, 5);
  g_assert_cmpstr (lijn_person_get_email (world->buyer), ==, "am@broker.example");
  g_assert_cmpstr (lijn_person_get_function (world->buyer), ==, "Buys");
  g_assert_cmpstr (lijn_person_get_name (world->seller), ==, "Team lead intake");

  /* Once more: nothing to do. */
  again = read_list (world, "people.csv", "name,email\nAccount manager,am@broker.example\n");
  lijn_people_match (again, project, NULL);
  g_assert_cmpint (fate (again, 0), ==, LIJN_PEOPLE_KNOWN);

  g_assert_true (lijn_edit_undo (project, NULL, &error)); /* one step */
  after = lijn_test_dump (lijn_project_get_store (project));
  g_assert_cmpstr (after, ==, before);
}

static void
test_refused (LijnWorld *world, gconstpointer unused)
{
  g_autofree char *nowhere = g_build_filename (world->test.folder, "none.csv", NULL);
  g_autoptr (GError) error = NULL;

  assert_refused (world, "empty.csv", "", 0);
  assert_refused (world, "headless.csv", "Eva,Jansen\nTom,Wit\n", -1);
  assert_refused (world, "nobody.csv", "name,email\n,\n", -1);
  assert_refused (world, "binary.csv", "name\nEva\0\1\2\n", 13);
  assert_refused (world, "broken.vcf", "BEGIN:VCARD\nFN:Eva\n", -1);
  g_assert_null (lijn_people_read (nowhere, &error));
  g_assert_error (error, LIJN_EXCHANGE_ERROR, LIJN_EXCHANGE_ERROR_READ);
}

/* Long, deep and odd: it ends, and what comes out is short and on one line. */
static void
test_hostile (LijnWorld *world, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new ("name;email\n");
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (GString) card = g_string_new ("BEGIN:VCARD\nBEGIN:VCARD\nFN:");

  g_string_append (text, "\"never closed; ");
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, i % 3 == 0 ? "é;" : "x\n");
  people = read_list (world, "hostile.csv", text->str);
  g_assert_cmpuint (people->len, ==, 1);
  g_assert_cmpuint (strlen (((LijnPeopleEntry *) people->pdata[0])->name), <=, 1000);
  g_assert_true (g_utf8_validate (((LijnPeopleEntry *) people->pdata[0])->name, -1, NULL));

  for (guint i = 0; i < 20000; i++)
    g_string_append (card, "a\\\n b\\n");
  g_string_append (card, "\\\n;;;:\n::\n;\n.:\nN:\\\nEND:VCARD\nEND:VCARD\n");
  cards = read_list (world, "hostile.vcf", card->str);
  g_assert_cmpuint (cards->len, ==, 1);
  g_assert_cmpuint (strlen (((LijnPeopleEntry *) cards->pdata[0])->name), <=, 1000);

  g_string_assign (text, "name\n");
  for (guint i = 0; i < LIJN_PEOPLE_MAX + 50; i++)
    g_string_append_printf (text, "p%u\n", i);
  g_ptr_array_unref (people);
  people = read_list (world, "many.csv", text->str);
  g_assert_cmpuint (people->len, ==, LIJN_PEOPLE_MAX);
}

#define ADD(path, test)                                                                            \
  g_test_add (path, LijnWorld, NULL, lijn_world_set_up, test, lijn_world_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/people/csv/english", test_csv_english);
  ADD ("/people/csv/dutch", test_csv_dutch);
  ADD ("/people/csv/tabs", test_csv_tabs);
  ADD ("/people/vcard", test_vcard);
  ADD ("/people/duplicates", test_who_is_there_already);
  ADD ("/people/refused", test_refused);
  ADD ("/people/hostile", test_hostile);
  return g_test_run ();
}
