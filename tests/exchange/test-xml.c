/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-exchange.h"
#include "lijn-world.h"

#include <glib/gstdio.h>
#include <libxml/xmlschemas.h>
#include <string.h>

/* Waslijn XML: what goes out comes in again, what is private stays, what is wrong is refused whole. */

typedef struct
{
  LijnWorld world;
  char *xml; /* a path in the test's folder */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  LijnWorld *world = &fixture->world;

  lijn_world_set_up (world, NULL);
  fixture->xml = g_build_filename (world->test.folder, "out.xml", NULL);
  /* As a verb leaves it: routed, and its friction point on the map. */
  lijn_test_change (&world->test, world->hand_over,
                    LIJN_CELLS (LIJN_TEXT ("route", "s166,84 t166,28"), LIJN_INT ("bent", 1)));
  lijn_test_change (&world->test, world->friction,
                    LIJN_CELLS (LIJN_REF ("map", LIJN_ID (world->map))));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_remove (fixture->xml);
  g_free (fixture->xml);
  lijn_world_tear_down (&fixture->world, NULL);
}

static char *
read_file (const char *path)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static char *
export_text (Fixture *fixture, LijnProject *project, LijnAudience audience)
{
  g_autoptr (GError) error = NULL;

  lijn_xml_export (project, &audience, fixture->xml, NULL, &error);
  g_assert_no_error (error);
  return read_file (fixture->xml);
}

static LijnProject *
new_project (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->world.test.folder, name, NULL);
  LijnProject *project;

  g_remove (path);
  project = lijn_project_create (path, &error);
  g_assert_no_error (error);
  return project;
}

static void
close_project (LijnProject *project)
{
  g_autofree char *path = g_strdup (lijn_store_get_path (lijn_project_get_store (project)));

  g_object_unref (project);
  g_remove (path);
}

static gboolean
import_text (Fixture *fixture, LijnProject *project, const char *text, gssize length,
             GError **error)
{
  g_assert_true (g_file_set_contents (fixture->xml, text, length, NULL));
  return lijn_xml_import (project, fixture->xml, NULL, NULL, error);
}

/* Leaves out lines that start with @start: the ids of revisions, which an import adds to. */
static char *
without (const char *text, const char *start)
{
  GString *rest = g_string_new (NULL);

  for (const char *line = text, *end; *line != '\0'; line = end)
    {
      end = strchrnul (line, '\n');
      end += *end == '\n';
      if (!g_str_has_prefix (line, start))
        g_string_append_len (rest, line, end - line);
    }
  return g_string_free (rest, FALSE);
}

/* All rows but the project's own, whose id is another in every file. */
static char *
dump (LijnProject *project)
{
  g_autofree char *all = lijn_test_dump (lijn_project_get_store (project));

  return without (all, "about|");
}

static const char nasty[] = " <b>\"T & Co\"</b> 'x'\r\n\ttab  \xe2\x82\xac \xf0\x9f\xa7\xba\n ";
static const char unholdable[] = "bell \x07 and \xef\xbf\xbe";

/* Fills what the small world leaves out: at least a row of every table, values that are hard. */
static void
fill (LijnWorld *world)
{
  LijnTest *test = &world->test;
  g_autofree char *large = g_strnfill (900 * 1000, 'x');
  g_autofree guint8 *bytes = g_malloc (7 * 1000 * 1000 + 1);
  g_autoptr (GBytes) data = NULL;
  LijnObject *session, *ballot, *action;

  for (gsize i = 0; i < 7 * 1000 * 1000 + 1; i++)
    bytes[i] = (guint8) (i * 7 + i / 251);
  data = g_bytes_new (bytes, 7 * 1000 * 1000 + 1);

  lijn_test_change (test, lijn_project_get_about (test->project),
                    LIJN_CELLS (LIJN_TEXT ("title", "Claims & Co"),
                                LIJN_TEXT ("description", nasty), LIJN_INT ("dots", 5),
                                LIJN_INT ("created", 1700000000123456)));
  lijn_test_change (test, world->send,
                    LIJN_CELLS (LIJN_TEXT ("name", nasty), LIJN_TEXT ("description", unholdable),
                                LIJN_REAL ("x", 100.125), LIJN_REAL ("work_minutes", 0),
                                LIJN_REAL ("complete_accurate", 97.5), LIJN_TEXT ("marker", "send"),
                                LIJN_INT ("assumed", 1),
                                LIJN_REF ("drawn_by", LIJN_ID (world->supplier))));
  lijn_test_change (test, world->receive, LIJN_CELLS (LIJN_TEXT ("description", large)));
  lijn_test_change (test, world->interface,
                    LIJN_CELLS (LIJN_TEXT ("escalation", "Call"), LIJN_REAL ("norm_minutes", 2880),
                                LIJN_TEXT ("review_date", "2026-12-31"),
                                LIJN_REF ("giver_contact", LIJN_ID (world->buyer))));
  session = lijn_test_put (test, LIJN_TABLE_SESSION,
                           LIJN_CELLS (LIJN_INT ("number", 1), LIJN_TEXT ("title", "First"),
                                       LIJN_TEXT ("date", "2026-03-01"),
                                       LIJN_INT ("started", 1767225600000000),
                                       LIJN_TEXT ("status", "ended"), LIJN_TEXT ("notes", "a\nb")));
  lijn_test_put (test, LIJN_TABLE_PHASE,
                 LIJN_CELLS (LIJN_REF ("map", LIJN_ID (world->map)), LIJN_TEXT ("name", "One"),
                             LIJN_REAL ("x", 90), LIJN_REAL ("width", 400)));
  lijn_test_put (test, LIJN_TABLE_SIGNOFF,
                 LIJN_CELLS (LIJN_REF ("interface", LIJN_ID (world->interface)),
                             LIJN_REF ("party", LIJN_ID (world->customer)),
                             LIJN_TEXT ("terms", "name=Claim\\n form\nform=")));
  lijn_test_put (test, LIJN_TABLE_AGENDA_ITEM,
                 LIJN_CELLS (LIJN_REF ("session", LIJN_ID (session)), LIJN_TEXT ("title", "Map"),
                             LIJN_REAL ("minutes", 12.5), LIJN_INT ("done", 1)));
  lijn_test_put (test, LIJN_TABLE_ATTENDANCE,
                 LIJN_CELLS (LIJN_REF ("session", LIJN_ID (session)),
                             LIJN_REF ("person", LIJN_ID (world->buyer)), LIJN_INT ("present", 1)));
  lijn_test_put (test, LIJN_TABLE_DECISION,
                 LIJN_CELLS (LIJN_REF ("session", LIJN_ID (session)), LIJN_TEXT ("text", "Go")));
  lijn_test_put (test, LIJN_TABLE_SEVERITY,
                 LIJN_CELLS (LIJN_REF ("friction", LIJN_ID (world->friction)),
                             LIJN_REF ("party", LIJN_ID (world->customer)), LIJN_INT ("score", 4)));
  lijn_test_put (test, LIJN_TABLE_WHY,
                 LIJN_CELLS (LIJN_REF ("friction", LIJN_ID (world->friction)),
                             LIJN_TEXT ("answer", "Because"), LIJN_REAL ("rank", -1.5)));
  lijn_test_put (test, LIJN_TABLE_STATUS_CHANGE,
                 LIJN_CELLS (LIJN_REF ("friction", LIJN_ID (world->friction)),
                             LIJN_TEXT ("status", "in-team"), LIJN_TEXT ("reason", "agreed")));
  lijn_test_put (test, LIJN_TABLE_ATTACHMENT,
                 LIJN_CELLS (LIJN_REF ("friction", LIJN_ID (world->friction)),
                             LIJN_TEXT ("name", "photo.png"), LIJN_TEXT ("media_type", "image/png"),
                             LIJN_BLOB ("data", data)));
  ballot = lijn_test_put (
      test, LIJN_TABLE_BALLOT,
      LIJN_CELLS (LIJN_TEXT ("title", "Dots"), LIJN_INT ("dots", 3), LIJN_INT ("closed", 1)));
  lijn_test_put (test, LIJN_TABLE_VOTE,
                 LIJN_CELLS (LIJN_REF ("ballot", LIJN_ID (ballot)),
                             LIJN_REF ("friction", LIJN_ID (world->friction)),
                             LIJN_REF ("party", LIJN_ID (world->supplier)), LIJN_INT ("dots", 2)));
  lijn_test_put (test, LIJN_TABLE_RATING,
                 LIJN_CELLS (LIJN_REF ("session", LIJN_ID (session)),
                             LIJN_REF ("interface", LIJN_ID (world->interface)),
                             LIJN_REF ("party", LIJN_ID (world->customer)), LIJN_INT ("score", 2),
                             LIJN_INT ("guess", 4), LIJN_INT ("revealed", 1)));
  lijn_test_put (test, LIJN_TABLE_ASSIGNMENT,
                 LIJN_CELLS (LIJN_REF ("team", LIJN_ID (world->team)),
                             LIJN_REF ("friction", LIJN_ID (world->friction))));
  action = lijn_test_put (test, LIJN_TABLE_ACTION,
                          LIJN_CELLS (LIJN_REF ("team", LIJN_ID (world->team)),
                                      LIJN_TEXT ("what", "Ask"), LIJN_TEXT ("due", "2026-05-01"),
                                      LIJN_TEXT ("status", "doing")));
  lijn_test_put (test, LIJN_TABLE_REMEDY,
                 LIJN_CELLS (LIJN_REF ("action", LIJN_ID (action)),
                             LIJN_REF ("friction", LIJN_ID (world->friction))));
  lijn_test_put (test, LIJN_TABLE_REMARK,
                 LIJN_CELLS (LIJN_TEXT ("text", "Later"), LIJN_TEXT ("kind", "comment"),
                             LIJN_REF ("element", LIJN_ID (world->send))));
  lijn_test_put (test, LIJN_TABLE_WAIVER,
                 LIJN_CELLS (LIJN_TEXT ("finding", "dead-end"),
                             LIJN_TEXT ("subject", LIJN_ID (world->receive)),
                             LIJN_TEXT ("reason", "on purpose")));
}

static void
test_round_trip (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL, *second = NULL, *first_rows = NULL, *second_rows = NULL;
  g_autofree char *ours = NULL, *theirs = NULL;
  LijnProject *other = new_project (fixture, "other.waslijn");

  fill (&fixture->world);
  for (int table = 0; table < LIJN_N_TABLES; table++)
    g_assert_cmpuint (lijn_project_count (fixture->world.test.project, (LijnTable) table), >, 0);

  first = export_text (fixture, fixture->world.test.project, LIJN_AUDIENCE_EVERYTHING);
  lijn_xml_import (other, fixture->xml, NULL, NULL, &error);
  g_assert_no_error (error);
  second = export_text (fixture, other, LIJN_AUDIENCE_EVERYTHING);

  ours = dump (fixture->world.test.project);
  theirs = dump (other);
  g_assert_cmpstr (ours, ==, theirs);
  first_rows = without (first, "  <revision");
  second_rows = without (second, "  <revision");
  g_assert_cmpint (strcmp (first_rows, second_rows), ==, 0);
  g_assert_cmpstr (lijn_project_get_title (other), ==, "Claims & Co");
  close_project (other);
}

/* The copy knows every revision of the original, and its own one more. */
static void
test_revisions (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = export_text (fixture, fixture->world.test.project,
                                        LIJN_AUDIENCE_EVERYTHING);
  LijnProject *other = new_project (fixture, "other.waslijn");
  g_autofree char *second = NULL;
  g_auto (GStrv) lines = g_strsplit (first, "\n", -1);
  guint n = 0;

  lijn_xml_import (other, fixture->xml, NULL, NULL, &error);
  g_assert_no_error (error);
  second = export_text (fixture, other, LIJN_AUDIENCE_EVERYTHING);
  for (char **line = lines; *line != NULL; line++)
    if (g_str_has_prefix (*line, "  <revision"))
      {
        g_assert_nonnull (strstr (second, *line));
        n++;
      }
  g_assert_cmpuint (n, >, 5);
  close_project (other);
}

/* The schema. */

static void
note_cb (void *data, xmlError *error)
{
  g_test_message ("%s", error->message);
}

static gboolean
validates (const char *text)
{
  g_autofree char *path = g_build_filename (g_getenv ("LIJN_TEST_SOURCE"), "..", "src", "exchange",
                                            "waslijn.xsd", NULL);
  xmlSchemaParserCtxt *parser = xmlSchemaNewParserCtxt (path);
  xmlSchema *schema = xmlSchemaParse (parser);
  xmlSchemaValidCtxt *valid;
  xmlDoc *doc = xmlReadMemory (text, (int) strlen (text), NULL, NULL, XML_PARSE_NONET);
  int result;

  g_assert_nonnull (schema);
  g_assert_nonnull (doc);
  valid = xmlSchemaNewValidCtxt (schema);
  xmlSchemaSetValidStructuredErrors (valid, note_cb, NULL);
  result = xmlSchemaValidateDoc (valid, doc);
  xmlSchemaFreeValidCtxt (valid);
  xmlFreeDoc (doc);
  xmlSchemaFree (schema);
  xmlSchemaFreeParserCtxt (parser);
  return result == 0;
}

static void
test_valid (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *text = NULL, *dangling = NULL;
  g_auto (GStrv) parts = NULL;

  fill (&fixture->world);
  text = export_text (fixture, fixture->world.test.project, LIJN_AUDIENCE_EVERYTHING);
  g_assert_true (validates (text));

  /* Without its row, references to a team lead nowhere. */
  parts = g_strsplit (text, "<team ", 2);
  dangling = g_strconcat (parts[0], strstr (parts[1], "/>") + 2, NULL);
  g_assert_false (validates (dangling));
}

static void
append_value (GString *row, const LijnColumn *column)
{
  g_autofree char *name = g_strdelimit (g_strdup (column->name), "_", '-');

  if (column->kind == LIJN_COLUMN_TEXT || column->kind == LIJN_COLUMN_BLOB)
    return;
  if (lijn_column_is_reference (column->kind))
    g_string_append_printf (row, " %s='%s1'", name, lijn_table_info (column->refers)->name);
  else if (column->kind == LIJN_COLUMN_ENUM)
    for (int i = 0; column->nicks[i + 1] != NULL && i == 0; i++)
      g_string_append_printf (row, " %s='%s'", name, column->nicks[i + 1]);
  else if (column->kind == LIJN_COLUMN_FLAG)
    g_string_append_printf (row, " %s='true'", name);
  else if (column->kind == LIJN_COLUMN_TIME || column->kind == LIJN_COLUMN_DATE)
    g_string_append_printf (row, " %s='2026-01-01%s'", name,
                            column->kind == LIJN_COLUMN_TIME ? "T10:00:00.000001Z" : "");
  else
    g_string_append_printf (row, " %s='1'", name);
}

/* Every table and column of the file is in the schema. */
static void
test_schema_is_whole (void)
{
  g_autoptr (GString) text = g_string_new ("<waslijn xmlns='urn:waslijn:project:1' version='1'>");

  for (int t = 0; t < LIJN_N_TABLES; t++)
    {
      const LijnTableInfo *info = lijn_table_info ((LijnTable) t);
      g_autofree char *name = g_strdelimit (g_strdup (info->name), "_", '-');

      g_string_append_printf (text, "<%s", name);
      if (t != LIJN_TABLE_ABOUT)
        g_string_append_printf (text, " id='%s1'", info->name);
      for (guint i = 0; i < info->n_columns; i++)
        append_value (text, &info->columns[i]);
      g_string_append_c (text, '>');
      for (guint i = 0; i < info->n_columns; i++)
        {
          g_autofree char *child = g_strdelimit (g_strdup (info->columns[i].name), "_", '-');

          if (info->columns[i].kind == LIJN_COLUMN_TEXT ||
              info->columns[i].kind == LIJN_COLUMN_BLOB)
            g_string_append_printf (text, "<%s coding='base64'>QUJD</%s>", child, child);
        }
      g_string_append_printf (text, "</%s>", name);
    }
  g_string_append (text, "<revision id='r1'/></waslijn>");
  g_assert_true (validates (text->str));
}

/* Audiences. */

static void
test_private (Fixture *fixture, gconstpointer unused)
{
  LijnWorld *world = &fixture->world;
  LijnTest *test = &world->test;
  const char *customer = LIJN_ID (world->customer);
  LijnAudience to_supplier = { .party = LIJN_ID (world->supplier) };
  LijnAudience to_customer = { .party = customer };
  LijnAudience nobody = LIJN_AUDIENCE_SHARED;
  g_autofree char *shared = NULL, *supplier = NULL, *own = NULL;
  LijnElement *secret = lijn_world_put_element (world, world->customer_lane, "step", "Our secret");
  LijnFriction *point;

  lijn_test_change (test, secret, LIJN_CELLS (LIJN_REF ("private_to", customer)));
  lijn_test_change (test, lijn_world_put_flow (world, world->send, secret, "sequence"),
                    LIJN_CELLS (LIJN_TEXT ("name", "hush"), LIJN_TEXT ("route", "s1,1 s2,1")));
  point = lijn_test_put (test, LIJN_TABLE_FRICTION,
                         LIJN_CELLS (LIJN_REF ("element", LIJN_ID (secret)), LIJN_INT ("number", 2),
                                     LIJN_TEXT ("customer_words", "We lied"),
                                     LIJN_REF ("map", LIJN_ID (world->map))));
  lijn_test_put (
      test, LIJN_TABLE_WHY,
      LIJN_CELLS (LIJN_REF ("friction", LIJN_ID (point)), LIJN_TEXT ("answer", "Shame")));
  lijn_test_put (test, LIJN_TABLE_REMARK,
                 LIJN_CELLS (LIJN_TEXT ("text", "Among us"), LIJN_REF ("private_to", customer)));
  lijn_test_change (test, world->receive, LIJN_CELLS (LIJN_REF ("origin", LIJN_ID (secret))));

  shared = export_text (fixture, test->project, nobody);
  supplier = export_text (fixture, test->project, to_supplier);
  own = export_text (fixture, test->project, to_customer);
  {
    const char *const words[] = { "Our secret", "hush",     "We lied",
                                  "Shame",      "Among us", LIJN_ID (secret) };

    for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
      {
        g_assert_null (strstr (shared, words[i]));
        g_assert_null (strstr (supplier, words[i]));
        g_assert_nonnull (strstr (own, words[i]));
      }
  }
  g_assert_true (validates (shared));
  g_assert_true (validates (supplier));
  g_assert_nonnull (strstr (shared, "Send claim"));
}

/* What is wrong. */

#define HEAD "<waslijn xmlns='urn:waslijn:project:1' version='1'>"

static void
test_refused (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *text, *said;
  } wrong[] = {
    { "<waslijn version='1'/>", "not a Waslijn project" },
    { "<waslijn xmlns='urn:waslijn:project:1'/>", "version" },
    { "<waslijn xmlns='urn:waslijn:project:1' version='2'/>", "newer" },
    { HEAD "<partly id='a'/></waslijn>", "partly" },
    { HEAD "<party id='a' color='red' name='A'/></waslijn>", "color" },
    { HEAD "<party id='a' name='A'><x/></party></waslijn>", "“x”" },
    { HEAD "<party id='a' name='A'><description><b/></description></party></waslijn>", "“b”" },
    { HEAD "<party id='a b' name='A'/></waslijn>", "a b" },
    { HEAD "<party name='A'/></waslijn>", "id" },
    { HEAD "<party id='a' role='boss' name='A'/></waslijn>", "boss" },
    { HEAD "<party id='a' rank='high' name='A'/></waslijn>", "high" },
    { HEAD "<party id='a' name='A'/><party id='a' name='B'/></waslijn>", "" },
    { HEAD "<person id='a' party='nobody' name='A'/></waslijn>", "" },
    { HEAD "<session id='a' date='2026-02-30'/></waslijn>", "2026-02-30" },
    { HEAD "<session id='a' started='soon'/></waslijn>", "soon" },
    { HEAD "<party id='a' name='A'/>", "not well-formed" },
    { HEAD "<party id='a' name='A'/></waslijn><more/>", "not well-formed" },
    { HEAD "<revision id='1 2'/></waslijn>", "1 2" },
    { HEAD "<party id='a' name='A'><description coding='base64'>//4=</description></party>"
           "</waslijn>",
      "" },
  };
  g_autofree char *before = dump (fixture->world.test.project);

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_test_message ("%s", wrong[i].text);
      g_assert_false (
          import_text (fixture, fixture->world.test.project, wrong[i].text, -1, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, wrong[i].said));
      after = dump (fixture->world.test.project);
      g_assert_cmpstr (before, ==, after);
    }
}

/* Base64 with too little in it for a byte is no text, and touches no memory that is not its. */
static void
test_short_base64 (Fixture *fixture, gconstpointer unused)
{
  static const char *const codes[] = { "", "Q", "=", "QQ", "====", " ", "\xe2\x82\xac" };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *text = g_strdup_printf (
          HEAD "<party id='p%d' name='A'><description coding='base64'>%s</description></party>"
               "</waslijn>",
          (int) i, codes[i]);
      g_autoptr (GError) error = NULL;

      g_assert_true (import_text (fixture, fixture->world.test.project, text, -1, &error));
      g_assert_no_error (error);
    }
}

/* A value may come in pieces, but not in so many that only an attack would. */
static void
test_pieces (Fixture *fixture, gconstpointer unused)
{
  for (guint n = 2; n <= 300; n += 298)
    {
      GString *text = g_string_new (HEAD "<party id='p' name='A'>");
      g_autoptr (GError) error = NULL;
      gboolean done;

      for (guint i = 0; i < n; i++)
        g_string_append (text, "<description>ab</description>");
      g_string_append (text, "</party></waslijn>");
      done = import_text (fixture, fixture->world.test.project, text->str, -1, &error);
      g_string_free (text, TRUE);
      if (n == 2)
        {
          LijnParty *party = lijn_project_find (fixture->world.test.project, LIJN_TABLE_PARTY, "p");

          g_assert_no_error (error);
          g_assert_cmpstr (lijn_party_get_description (party), ==, "abab");
          lijn_test_delete (&fixture->world.test, party);
        }
      g_assert_true (done == (n == 2));
    }
}

/* What is there already cannot come in twice. */
static void
test_collision (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump (fixture->world.test.project), *after = NULL;
  g_autofree char *text = export_text (fixture, fixture->world.test.project,
                                       LIJN_AUDIENCE_EVERYTHING);

  g_assert_false (import_text (fixture, fixture->world.test.project, text, -1, &error));
  g_assert_error (error, LIJN_EXCHANGE_ERROR, LIJN_EXCHANGE_ERROR_BAD);
  after = dump (fixture->world.test.project);
  g_assert_cmpstr (before, ==, after);
}

static void
test_beside_others (Fixture *fixture, gconstpointer unused)
{
  static const char text[] = HEAD
      "<about title='Other'/><map id='m9' title='Second'/><friction id='f9' map='m9' number='1'>"
      "<customer-words>Slow</customer-words></friction></waslijn>";
  g_autoptr (GError) error = NULL;
  LijnProject *project = fixture->world.test.project;
  g_autofree char *title = g_strdup (lijn_project_get_title (project));

  import_text (fixture, project, text, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (
      lijn_friction_get_number (lijn_project_find (project, LIJN_TABLE_FRICTION, "f9")), ==, 2);
  g_assert_cmpstr (lijn_project_get_title (project), ==, title);
}

static void
test_cannot_write (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->world.test.folder, "no", "out.xml", NULL);
  LijnAudience everything = LIJN_AUDIENCE_EVERYTHING;

  g_assert_false (lijn_xml_export (fixture->world.test.project, &everything, path, NULL, &error));
  g_assert_error (error, LIJN_EXCHANGE_ERROR, LIJN_EXCHANGE_ERROR_WRITE);
}

static void
test_cancelled (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  LijnAudience everything = LIJN_AUDIENCE_EVERYTHING;

  g_cancellable_cancel (cancellable);
  g_assert_true (g_file_set_contents (fixture->xml, "old", -1, NULL));
  g_assert_false (lijn_xml_export (fixture->world.test.project, &everything, fixture->xml,
                                   cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  {
    g_autofree char *text = read_file (fixture->xml);
    g_autoptr (GDir) folder = g_dir_open (fixture->world.test.folder, 0, NULL);
    const char *name;

    g_assert_cmpstr (text, ==, "old");
    while ((name = g_dir_read_name (folder)) != NULL)
      g_assert_false (g_str_has_prefix (name, "out.xml."));
  }
}

/* Bytes changed, dropped and doubled at random: whatever comes of it is whole or nothing. */
static void
test_mutations (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *text = export_text (fixture, fixture->world.test.project,
                                       LIJN_AUDIENCE_EVERYTHING);
  LijnProject *other = new_project (fixture, "other.waslijn");
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint taken = 0;

  g_test_message ("seed %u", seed);
  for (int round = 0; round < 300; round++)
    {
      g_autoptr (GString) bytes = g_string_new (text);
      g_autoptr (GError) error = NULL;
      g_autofree char *before = dump (other);

      for (int i = g_rand_int_range (random, 1, 6); i > 0; i--)
        {
          gssize at = g_rand_int_range (random, 0, (gint32) bytes->len);
          gssize some = g_rand_int_range (random, 1, 40);
          gssize n = MIN (some, (gssize) bytes->len - at);

          if (g_rand_boolean (random))
            bytes->str[at] = "<>&'\"/ =\x01\xffz1"[g_rand_int_range (random, 0, 13)];
          else if (g_rand_boolean (random))
            g_string_erase (bytes, at, n);
          else
            {
              g_autofree char *again = g_strndup (bytes->str + at, (gsize) n);

              g_string_insert_len (bytes, at, again, n);
            }
        }
      if (import_text (fixture, other, bytes->str, (gssize) bytes->len, &error))
        {
          close_project (other);
          other = new_project (fixture, "other.waslijn");
          taken++;
        }
      else
        {
          g_autofree char *after = dump (other);

          g_assert_nonnull (error);
          g_assert_cmpstr (before, ==, after);
        }
    }
  g_test_message ("%u of 300 were taken", taken);
  close_project (other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name)                                                                                 \
  g_test_add ("/exchange/xml/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  TEST (round_trip);
  TEST (revisions);
  TEST (valid);
  TEST (private);
  TEST (refused);
  TEST (short_base64);
  TEST (pieces);
  TEST (collision);
  TEST (beside_others);
  TEST (cannot_write);
  TEST (cancelled);
  TEST (mutations);
  g_test_add_func ("/exchange/xml/schema_is_whole", test_schema_is_whole);
  return g_test_run ();
}
