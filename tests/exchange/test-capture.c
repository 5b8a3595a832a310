/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture.h"
#include "lijn-test.h"

#include <glib/gstdio.h>
#include <string.h>

/* Each case is what somebody types and the text that the project then gives; what is written is the
 * grammar's own words, so a case shows parties, lanes, kinds, flows and labels at once. */

typedef struct
{
  const char *name;
  const char *typed;
  const char *written; /* without its first line and the empty lines */
} Case;

#define TWO "party Customer (customer)\nparty Supplier (supplier)\nmap Process\n"
#define LANES TWO "lane Customer / Desk\nlane Supplier / Intake\n"

static const Case cases[] = {
  { "step", "Customer / Claims desk: Send claim form",
    "party Customer (customer)\nmap Process\nlane Customer / Claims desk\n"
    "Claims desk: Send claim form\n" },
  { "sequence", "Customer / Desk: One\nDesk: Two\n: Three",
    "party Customer (customer)\nmap Process\nlane Customer / Desk\n"
    "Desk: One\nDesk: Two\nDesk: Three\n" },
  { "hand-over", "Customer / Desk: Send\nSupplier / Intake: Receive => Claim form",
    LANES "Desk: Send\nIntake: Receive => 1 Claim form\n" },
  { "hand-over without a name", "Customer / Desk: Send\nSupplier / Intake: Receive",
    LANES "Desk: Send\nIntake: Receive => 1 Send\n" },
  { "roles from what is missing", "Acme / A: 1\nBuild / B: 2\nCarry / C: 3",
    "party Acme (customer)\nparty Build (supplier)\nparty Carry (partner)\nmap Process\n"
    "lane Acme / A\nlane Build / B\nlane Carry / C\n"
    "A: \"1\"\nB: \"2\" => 1 \"1\"\nC: \"3\" => 2 \"2\"\n" },
  { "role words", "Klant / A: x\nLeverancier / B: y\nPartner / C: z",
    "party Klant (customer)\nparty Leverancier (supplier)\nparty Partner (partner)\nmap Process\n"
    "lane Klant / A\nlane Leverancier / B\nlane Partner / C\n"
    "A: x\nB: y => 1 x\nC: z => 2 y\n" },
  { "party by its role",
    "party Acme (supplier)\nparty Fleet (customer)\nCustomer / A: x\nKlant/A: y",
    "party Acme (supplier)\nparty Fleet (customer)\nmap Process\nlane Fleet / A\nA: x\nA: y\n" },
  { "party without a lane", "Customer: Send\nSupplier: Receive\nCustomer: Read",
    "party Customer (customer)\nparty Supplier (supplier)\nmap Process\nlane Customer / Customer\n"
    "lane Supplier / Supplier\nCustomer: Send\nSupplier: Receive => 1 Send\n"
    "Customer: Read => 2 Receive\n" },
  { "decision", "Supplier / Intake: Complete?\nyes -> Intake: Go on\nno -> Customer / Desk: Ask",
    LANES "Intake: Complete?\nyes -> Intake: Go on\nno -> Desk: Ask => 1 Ask\n" },
  { "arrow back", "Customer / Desk: One\nDesk: Two\n-> One",
    "party Customer (customer)\nmap Process\nlane Customer / Desk\nDesk: One\nDesk: Two\n"
    "-> One\n" },
  { "branch to what is there", "Customer / Desk: One\nDesk: Good?\nno -> one\nyes -> Desk: Two",
    "party Customer (customer)\nmap Process\nlane Customer / Desk\nDesk: One\nDesk: Good?\n"
    "yes -> Desk: Two\nno -> One\n" },
  { "from one to another", "Customer / Desk: One\nDesk: Two\n---\nDesk: Three\nOne -> Three",
    "party Customer (customer)\nmap Process\nlane Customer / Desk\nDesk: One\nDesk: Three\n"
    "@ One\nDesk: Two\n" },
  { "several arrows", "Customer / Desk: One -> Desk: Two -> : Three",
    "party Customer (customer)\nmap Process\nlane Customer / Desk\n"
    "Desk: One\nDesk: Two\nDesk: Three\n" },
  { "kinds",
    "Customer / Desk: begin: Damage\nDesk: Stap\nwacht: 3 days\ndocument: Form\nnotitie: "
    "Mind\nDesk: end",
    "party Customer (customer)\nmap Process\nlane Customer / Desk\nDesk: start: Damage\n"
    "Desk: \"Stap\"\nDesk: wait: 3 days\nDesk: document: Form\nDesk: note: Mind\nDesk: end ~e1\n" },
  { "break and go", "Customer / Desk: One\n---\nDesk: Two\n@ One\nDesk: Three",
    "party Customer (customer)\nmap Process\nlane Customer / Desk\nDesk: One\nDesk: Three\n---\n"
    "Desk: Two\n" },
  { "the same name twice", "Customer / Desk: Check ~a\nDesk: Check\n@ Check #2\n! 3",
    "party Customer (customer)\nmap Process\nlane Customer / Desk\nDesk: Check ~e1\n"
    "Desk: Check ~e2\n@ ~e2\n!: \"3\"\n" },
  { "quotes", "Customer / \"In / out: all\": \"A -> B; \\\"so\\\" ~c\"\nDesk: The \"gold\" one",
    "party Customer (customer)\nmap Process\nlane Customer / \"In / out: all\"\nlane Customer / "
    "Desk\n"
    "\"In / out: all\": \"A -> B; \\\"so\\\" ~c\"\nDesk: \"The \\\"gold\\\" one\"\n" },
  { "several hand-overs on one interface",
    "Customer / Desk: A\nSupplier / Intake: B => Form\n@ A\nIntake: C => form\n"
    "interface 1: norm 2 days; channel e-mail; agreed by Customer; agreed by Supplier",
    LANES "Desk: A\nIntake: B => 1 Form\n@ A\nIntake: C => 1 Form\n"
          "interface 1: channel e-mail; norm 2 days; agreed by Customer; agreed by Supplier\n" },
  { "number of an interface", "Customer / Desk: A\nSupplier / Intake: B => 7 Form\n-> A\n=> 3 Back",
    LANES "Desk: A\nIntake: B => 7 Form\n-> A => 3 Back\n" },
  { "friction points",
    "Customer / Desk: A\n! Customer 4: We never hear: anything; really\n!! Supplier 2: We do\n"
    "Supplier / Intake: B\n! Supplier 3 @ interface 1: \"Half is missing\"; category waiting",
    LANES "Desk: A\nIntake: B => 1 A\n@ A\n! Customer 4: \"We never hear: anything; really\"; "
          "supplier words We do\n!! Supplier 2\n@ interface 1\n"
          "! Supplier 3: \"Half is missing\"; category waiting\n" },
  { "what sounds like a party", "Customer / Desk: A\n! Forms get lost: always",
    "party Customer (customer)\nmap Process\nlane Customer / Desk\nDesk: A\n@ A\n"
    "!: \"Forms get lost: always\"\n" },
  { "priority is the customer's", "Customer / Desk: A\n! Customer 5: It hurts; priority 1",
    "party Customer (customer)\nmap Process\nlane Customer / Desk\nDesk: A\n@ A\n"
    "! Customer 5: \"It hurts\"; priority 1\n" },
  { "life of a friction point",
    "Customer / Desk: A\n! Customer 5: It hurts; status confirmed-solved\n"
    "! Customer 2: Later; status parked; reason Not now",
    "party Customer (customer)\nmap Process\nlane Customer / Desk\nDesk: A\n@ A\n"
    "! Customer 5: \"It hurts\"; status confirmed-solved\n"
    "! Customer 2: \"Later\"; reason Not now; status parked\n" },
  { "team",
    "Customer / Desk: A\n! Customer 4: Late\nteam Intake: Complete at once\n"
    "member Manager (Supplier); lead\nmember Buyer (Customer); part speaks\nlink to Intake\n"
    "action Write the list; who Buyer; due 2027-01-31; for !1\nstuurgroep Board: Decides",
    NULL },
  { "session",
    "party Customer (customer)\nperson Buyer: Buys\nsession Kick-off; date 2026-10-01; place "
    "Utrecht\n"
    "agenda: Draw; takes 20 min\npresent Buyer\ndecided: We begin\nparked: Abroad?\n"
    "parked Customer: The price",
    "party Customer (customer)\nperson Buyer (Customer): Buys\n"
    "session Kick-off; place Utrecht; date 2026-10-01\nagenda: Draw; takes 20 min\n"
    "present Buyer (Customer)\ndecided: We begin\nparked: \"Abroad?\"\nparked Customer: \"The "
    "price\"\n" },
  { "maps",
    "map One\nCustomer / Desk: A\nmap Two; kind to-be\nCustomer / Desk: A\nmap one\nDesk: B",
    NULL },
  { "lane called like a word",
    "Customer / Team leads: A\nTeam leads: B\nlane Customer / Agenda\nAgenda: C",
    "party Customer (customer)\nmap Process\nlane Customer / \"Team leads\"\nlane Customer / "
    "\"Agenda\"\n"
    "\"Team leads\": A\n\"Team leads\": B\n\"Agenda\": C\n" },
  { "ratings and votes",
    "Customer / Desk: A\nSupplier / Intake: B\n! Customer 4: Late\n! Supplier: Wrong\n"
    "sessie First; datum 2027-01-15; status ended\nbeoordeeld klant 2 @ koppelvlak 1; verwacht 4; "
    "opmerking \"Slow; really\"\nrated Supplier 4 @ interface 1\nonthuld\n"
    "stemming What first?; stippen 3\ngestemd klant: !1 2, !2 1\nvoted Supplier: !2 3\n"
    "sluit stemming",
    NULL },
  { "phases",
    "Customer / Desk: One\nDesk: Two\nDesk: Three\nphase First @ one\nfase Second @ Three\n"
    "Desk: Four\nphase After",
    "party Customer (customer)\nmap Process\nlane Customer / Desk\nDesk: One\nDesk: Two\n"
    "Desk: Three\nDesk: Four\nphase First @ One\nphase Second @ Three\nphase After\n" },
  { "phases of the same name on two maps",
    "map One\nCustomer / Desk: A\nDesk: B\nphase Begin @ A\nphase Begin ~x @ B\nmap Two\n"
    "Customer / Desk: A\nphase Begin @ A",
    NULL },
  { "a phase in another",
    "Customer / Desk: One\nDesk: Two\nDesk: Three\nphase All @ One\nphase Late @ Three\n"
    "phase \"Half @ way\" @ Two",
    "party Customer (customer)\nmap Process\nlane Customer / Desk\nDesk: One\nDesk: Two\n"
    "Desk: Three\nphase All @ One\nphase \"Half @ way\" @ Two\nphase Late @ Three\n" },
  { "set aside",
    "Customer / Desk: One\nDesk: Two\n! Customer: Late\n"
    "@ !1\nset aside friction-without-team: Small\n@ Two\nset aside dead-end: \"It ends: "
    "here\"\n---\n"
    "terzijde no-supplier Customer: Not yet",
    "party Customer (customer)\nmap Process\nlane Customer / Desk\nDesk: One\nDesk: Two\n"
    "@ Two\n! Customer: \"Late\"\n"
    "---\nset aside no-supplier Customer: \"Not yet\"\n"
    "map Process\n@ !1\nset aside friction-without-team: \"Small\"\n"
    "map Process\n@ Two\nset aside dead-end: \"It ends: here\"\n" },
  { "set aside, of an action",
    "party Customer (customer)\nteam Intake\naction Call; due 2027-01-31\n"
    "set aside action-without-person Customer: The team does\naction Write\n"
    "set aside action-without-person: Who can\nset aside action-without-date: Soon",
    "party Customer (customer)\nteam Intake\naction Call; team Intake; due 2027-01-31\n"
    "set aside action-without-person Customer: \"The team does\"\naction Write; team Intake\n"
    "set aside action-without-date: \"Soon\"\nset aside action-without-person: \"Who can\"\n" },
  { "nothing", "\n   \n# Customer / Desk: A\n", "" },
};

static char *
squeeze (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *squeezed = g_string_new (NULL);

  for (guint i = 1; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_string_append_printf (squeezed, "%s\n", lines[i]);
  return g_string_free (squeezed, FALSE);
}

static char *
write_all (LijnProject *project)
{
  g_autofree char *text = lijn_capture_write (project, &LIJN_AUDIENCE_EVERYTHING);

  return squeeze (text);
}

static void
type_lines (LijnCapture *capture, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!lijn_capture_line (capture, lines[i], NULL, &error))
        g_error ("“%s”: %s", lines[i], error->message);
    }
}

static void
test_case (LijnTest *test, gconstpointer data)
{
  const Case *item = data;
  g_autoptr (LijnCapture) capture = lijn_capture_new (test->project, NULL);
  g_autofree char *written = NULL;

  type_lines (capture, item->typed);
  written = write_all (test->project);
  if (item->written != NULL)
    g_assert_cmpstr (written, ==, item->written);
}

/* Nothing that is blind is written, for whomever it is made. */
static void
test_blind_is_not_written (LijnTest *test, gconstpointer unused)
{
  g_autoptr (LijnCapture) capture = lijn_capture_new (test->project, NULL);
  g_autoptr (LijnParty) customer = NULL;
  LijnAudience audiences[] = { LIJN_AUDIENCE_EVERYTHING, LIJN_AUDIENCE_SHARED, { 0 } };

  type_lines (capture, "Customer / Desk: A\nSupplier / Intake: B\n! Customer 4: Late\n"
                       "session First; date 2027-01-15; status running\n"
                       "rated Customer 2 @ interface 1; guess 5; comment \"Awful\"\n"
                       "rated Supplier 4 @ interface 1\n"
                       "vote What first?; dots 3\nvoted Customer: !1 3");
  customer = g_list_model_get_item (lijn_project_list (test->project, LIJN_TABLE_PARTY), 0);
  audiences[2].party = lijn_object_get_id (LIJN_OBJECT (customer));
  for (guint i = 0; i < G_N_ELEMENTS (audiences); i++)
    {
      g_autofree char *text = lijn_capture_write (test->project, &audiences[i]);

      g_assert_null (strstr (text, "rated"));
      g_assert_null (strstr (text, "Awful"));
      g_assert_null (strstr (text, "vote"));
    }
}

/* What a case types gives, written and captured anew, the same text, in one transaction too. */
static void
test_again (LijnTest *test, gconstpointer data)
{
  const Case *item = data;
  g_autoptr (LijnCapture) capture = lijn_capture_new (test->project, NULL);
  g_autofree char *path = g_strconcat (test->path, ".again", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnProject) again = lijn_project_create (path, &error);
  g_autoptr (LijnCapture) other = NULL;
  g_autofree char *text = NULL;
  g_autofree char *second = NULL;

  g_assert_no_error (error);
  type_lines (capture, item->typed);
  text = lijn_capture_write (test->project, &LIJN_AUDIENCE_EVERYTHING);
  other = lijn_capture_new (again, NULL);
  lijn_capture_text (other, text, &error);
  g_assert_no_error (error);
  second = lijn_capture_write (again, &LIJN_AUDIENCE_EVERYTHING);
  g_assert_cmpstr (second, ==, text);
  g_clear_object (&other);
  g_clear_object (&again);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static const struct
{
  const char *before;
  const char *line;
  const char *says; /* part of the message */
} mistakes[] = {
  { "", "something", "Lane: Step" },
  { "", ": Step", "In which lane" },
  { "", "Desk: Step", "Whose lane" },
  { "", "-> Step", "-> : Step" },
  { "", "Customer / Desk:", "called" },
  { "", "!", "What hurts" },
  { "", "! 4: It hurts", "Who finds it" },
  { "", "!! 4: It hurts", "Whose view" },
  { "", "!! Customer 4: It hurts", "which friction point" },
  { "Customer / Desk: A\n! It hurts", "!! Acme 4: No", "no party" },
  { "", "team", "missing" },
  { "", "member Manager", "Which team" },
  { "", "link !3 to Intake", "no team" },
  { "", "decided: Yes", "In which session" },
  { "", "=> Form", "Nothing has been handed over" },
  { "", "interface 3: norm 2 days", "number 3" },
  { "", "party Acme (friend)", "none of customer, supplier, partner" },
  { "", "person Buyer", "Whose person" },
  { "", "lane Desk", "Whose lane" },
  { "", "speaker Nobody", "no party" },
  { "", "phase", "missing" },
  { "Customer / Desk: A", "phase Late @ B", "nothing called" },
  { "Customer / Desk: A", "no -> interface 9", "none with the number 9" },
  { "Customer / Desk: A", "phase Late @ lane Desk", "begins at a step" },
  { "Customer / Desk: A", "set aside dead-end", "and why" },
  { "Customer / Desk: A", "set aside mood: Fine", "dead-end" },
  { "Customer / Desk: A", "set aside action-overdue: Fine", "no action yet" },
  { "", "@ ~b", "~b" },
  { "Customer / Desk: A", "-> Nowhere", "Nowhere" },
  { "Customer / Desk: A", "-> A", "itself" },
  { "Customer / Desk: A", "Desk: B; colour red", "colour red" },
  { "Customer / Desk: A", "Desk: B; work long", "not a time" },
  { "Customer / Desk: A", "Desk: B => Form", "same party" },
  { "Customer / Desk: A\nDesk: A", "-> A", "A #2" },
  { "Customer / Desk: A", "! Customer 4: x; category sadness", "none of" },
  { "Customer / Desk: A\nteam T: g", "action Do; who Nobody", "no person" },
  { "Customer / Desk: A\nteam T: g", "action Do; due some day", "not a date" },
  { "Customer / Desk: A\nteam T: g", "link !3", "number 3" },
  { "party One (supplier)\nparty Two (supplier)", "Supplier / Desk: A", "more than one party" },
  { "Customer / Desk: A\nSupplier / Desk: B\nCarrier / C: d", "Desk: E", "more than one lane" },
  { "Customer / Desk: end", "@ map\n", "" },
};

static void
test_wrong (LijnTest *test, gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (LijnCapture) capture = lijn_capture_new (test->project, NULL);
  LijnStore *store = lijn_project_get_store (test->project);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  type_lines (capture, mistakes[i].before);
  before = lijn_test_dump (store);
  done = lijn_capture_line (capture, mistakes[i].line, NULL, &error);
  if (*mistakes[i].says == '\0')
    {
      g_assert_no_error (error);
      return;
    }
  g_assert_false (done);
  g_assert_nonnull (error);
  if (strstr (error->message, mistakes[i].says) == NULL)
    g_error ("“%s”: %s", mistakes[i].line, error->message);
  after = lijn_test_dump (store);
  g_assert_cmpstr (after, ==, before);
}

/* A line that fails leaves capture where it was. */
static void
test_goes_on (LijnTest *test, gconstpointer unused)
{
  g_autoptr (LijnCapture) capture = lijn_capture_new (test->project, NULL);
  g_autofree char *written = NULL;

  type_lines (capture, "Customer / Desk: A");
  g_assert_false (lijn_capture_line (capture, "Other / Lane: B; colour red", NULL, NULL));
  g_assert_cmpuint (lijn_project_count (test->project, LIJN_TABLE_PARTY), ==, 1);
  type_lines (capture, "Desk: C");
  written = write_all (test->project);
  g_assert_nonnull (strstr (written, "Desk: A\nDesk: C\n"));
}

/* One line is one undo step, whatever it made. */
static void
test_undo (LijnTest *test, gconstpointer unused)
{
  g_autoptr (LijnCapture) capture = lijn_capture_new (test->project, NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  type_lines (capture, "Customer / Desk: A");
  before = write_all (test->project);
  type_lines (capture, "Supplier / Intake: B => Form; norm 2 days");
  g_assert_true (lijn_edit_undo (test->project, NULL, &error));
  g_assert_no_error (error);
  after = write_all (test->project);
  g_assert_cmpstr (after, ==, before);
  type_lines (capture, "Desk: C");
}

static void
test_text_is_whole (LijnTest *test, gconstpointer unused)
{
  g_autoptr (LijnCapture) capture = lijn_capture_new (test->project, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (lijn_capture_text (capture, "Customer / Desk: A\n\nnonsense\n", &error));
  g_assert_error (error, LIJN_CAPTURE_ERROR, LIJN_CAPTURE_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, "Line 3: "));
  g_assert_cmpuint (lijn_project_count (test->project, LIJN_TABLE_ELEMENT), ==, 0);
  g_assert_cmpstr (lijn_store_get_revision (lijn_project_get_store (test->project)), ==, "");
}

static void
test_speaker (LijnTest *test, gconstpointer unused)
{
  g_autoptr (LijnCapture) capture = lijn_capture_new (test->project, NULL);
  g_autofree char *written = NULL;

  type_lines (capture, "Customer / Desk: A\nSupplier / Intake: B\nspeaker Customer\n! It hurts\n"
                       "Intake: C\nDesk: D");
  written = write_all (test->project);
  g_assert_nonnull (strstr (written, "! Customer: \"It hurts\""));
  g_assert_nonnull (strstr (written, "Intake: C; assumed; drawn by Customer"));
  g_assert_null (strstr (written, "Desk: D; assumed"));
}

/* What is private to another is not in the text for all. */
static void
test_private (LijnTest *test, gconstpointer unused)
{
  g_autoptr (LijnCapture) capture = lijn_capture_new (test->project, NULL);
  g_autofree char *shared = NULL;
  g_autofree char *own = NULL;
  LijnAudience audience = LIJN_AUDIENCE_SHARED;
  LijnParty *supplier;

  type_lines (capture,
              "Customer / Desk: A\nSupplier / Intake: B\nIntake: SECRET; private to Supplier\n"
              "! Supplier 5: SECRET too\nparked Supplier: SECRET three; private to Supplier\n"
              "Intake: B; private to Supplier");
  shared = lijn_capture_write (test->project, &audience);
  g_assert_null (strstr (shared, "SECRET"));
  g_assert_null (strstr (shared, "~")); /* that there is another of the same name */
  g_assert_nonnull (strstr (shared, "Intake: B"));

  supplier = g_ptr_array_index (lijn_project_list_parties (test->project), 1);
  audience.party = lijn_object_get_id (LIJN_OBJECT (supplier));
  own = lijn_capture_write (test->project, &audience);
  g_assert_nonnull (strstr (own, "SECRET; private to Supplier"));
  g_assert_nonnull (strstr (own, "SECRET too"));
}

static void
assert_completes (LijnCapture *capture, const char *line, const char *first)
{
  g_auto (GStrv) lines = lijn_capture_complete (capture, line, 5);

  g_assert_cmpstr (lines[0], ==, first);
}

static void
test_complete (LijnTest *test, gconstpointer unused)
{
  g_autoptr (LijnCapture) capture = lijn_capture_new (test->project, NULL);

  assert_completes (capture, "par", "party ");
  type_lines (capture, "Customer / Claims desk: Send claim\nInsurer / Intake: Register\n"
                       "team Speed: fast\nmember Buyer (Customer)");
  assert_completes (capture, "cl", "Claims desk: ");
  assert_completes (capture, "Customer / c", "Customer / Claims desk: ");
  assert_completes (capture, "ins", "Insurer / Intake: ");
  assert_completes (capture, "-> s", "-> Send claim");
  assert_completes (capture, "no -> reg", "no -> Register");
  assert_completes (capture, "@ interf", "@ interface 1");
  assert_completes (capture, "! cus", "! Customer ");
  assert_completes (capture, "link to sp", "link to Speed");
  assert_completes (capture, "pha", "phase ");
  assert_completes (capture, "phase Late @ r", "phase Late @ Register");
  assert_completes (capture, "set aside dea", "set aside dead-end: ");
  assert_completes (capture, "member b", "member Buyer (Customer)");
  assert_completes (capture, "Claims desk: anything", NULL);
}

static void
assert_explains (LijnCapture *capture, const char *line, const char *explanation, gboolean is_wrong)
{
  gboolean wrong;
  g_autofree char *text = lijn_capture_explain (capture, line, &wrong);

  g_assert_cmpint (wrong, ==, is_wrong);
  if (explanation != NULL)
    g_assert_cmpstr (text, ==, explanation);
}

static void
test_explain (LijnTest *test, gconstpointer unused)
{
  g_autoptr (LijnCapture) capture = lijn_capture_new (test->project, NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  type_lines (capture, "Customer / Claims desk: Register claim");
  before = lijn_test_dump (lijn_project_get_store (test->project));
  assert_explains (capture, "", "", FALSE);
  assert_explains (capture, "Claims desk: Next",
                   "Step in Claims desk (Customer), after Register claim", FALSE);
  assert_explains (capture, "Insurer / Intake: Next", NULL, FALSE);
  assert_explains (capture, "-> Register claim", "Arrow to Register claim", FALSE);
  assert_explains (capture, "phase Late @ Register claim", "Phase that begins at Register claim",
                   FALSE);
  assert_explains (capture, "phase Late @ Nothing", NULL, TRUE);
  assert_explains (capture, "! Customer 4: It hurts",
                   "Friction point on Register claim, raised by Customer, severity 4", FALSE);
  assert_explains (capture, "-> Nothing", NULL, TRUE);
  assert_explains (capture, "nonsense", NULL, TRUE);
  after = lijn_test_dump (lijn_project_get_store (test->project));
  g_assert_cmpstr (after, ==, before);
}

static void
add (const char *path, gconstpointer data, void (*function) (LijnTest *, gconstpointer))
{
  g_test_add (path, LijnTest, data, lijn_test_set_up, function, lijn_test_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *one = g_strdup_printf ("/capture/line/%s", cases[i].name);
      g_autofree char *two = g_strdup_printf ("/capture/again/%s", cases[i].name);

      add (one, &cases[i], test_case);
      add (two, &cases[i], test_again);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/capture/wrong/%" G_GSIZE_FORMAT, i);

      add (path, GSIZE_TO_POINTER (i), test_wrong);
    }
  add ("/capture/goes-on", NULL, test_goes_on);
  add ("/capture/undo", NULL, test_undo);
  add ("/capture/text-is-whole", NULL, test_text_is_whole);
  add ("/capture/speaker", NULL, test_speaker);
  add ("/capture/private", NULL, test_private);
  add ("/capture/blind", NULL, test_blind_is_not_written);
  add ("/capture/complete", NULL, test_complete);
  add ("/capture/explain", NULL, test_explain);
  return g_test_run ();
}
