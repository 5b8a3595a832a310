/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-exchange.h"
#include "lijn-xml-guard.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* Nothing dangerous reaches the parser, in no encoding; what is harmless does. */

typedef struct
{
  char *folder, *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = g_dir_make_tmp ("waslijn-test-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "file.xml", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static xmlDoc *
parse_bytes (Fixture *fixture, const char *bytes, gssize length, GError **error)
{
  g_autoptr (LijnXmlText) text = NULL;

  g_assert_true (g_file_set_contents (fixture->path, bytes, length, NULL));
  text = lijn_xml_text_load (fixture->path, LIJN_XML_MAX_BYTES, error);
  return text != NULL ? lijn_xml_text_parse (text, error) : NULL;
}

static void
assert_refused (Fixture *fixture, const char *bytes, gssize length, LijnExchangeError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = parse_bytes (fixture, bytes, length, &error);

  g_assert_null (doc);
  g_assert_error (error, LIJN_EXCHANGE_ERROR, (int) code);
}

static void
assert_taken (Fixture *fixture, const char *bytes, gssize length, const char *content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = parse_bytes (fixture, bytes, length, &error);
  xmlChar *found;

  g_assert_no_error (error);
  found = xmlNodeGetContent (xmlDocGetRootElement (doc));
  g_assert_cmpstr ((char *) found, ==, content);
  xmlFree (found);
}

static void
test_doctype (Fixture *fixture, gconstpointer unused)
{
  static const char text[] = "<?xml version='1.0' encoding='%s'?>\n<!DOCTYPE r [<!ENTITY a "
                             "'x'>]><r>&a;</r>";
  static const char *const encodings[] = { "UTF-8",  "UTF-16",     "UTF-16LE", "UTF-16BE",
                                           "UTF-32", "ISO-8859-1", "IBM037" };

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *utf8 = g_strdup_printf (text, encodings[i]);
      gsize length;
      g_autofree char *bytes = g_convert (utf8, -1, encodings[i], "UTF-8", NULL, &length, &error);
      g_autoptr (xmlDoc) doc = NULL;

      g_assert_no_error (error);
      doc = parse_bytes (fixture, bytes, (gssize) length, &error);
      g_assert_null (doc);
      g_assert_nonnull (error);
    }
  assert_refused (fixture, "<r/><!DOCTYPE r>", -1, LIJN_EXCHANGE_ERROR_HOSTILE);
  assert_refused (fixture, "<r><!ENTITY a 'b'></r>", -1, LIJN_EXCHANGE_ERROR_HOSTILE);
  /* In a comment or a value it is only text. */
  assert_taken (fixture, "<r><!-- <!DOCTYPE a> --><![CDATA[<!DOCTYPE b>]]></r>", -1,
                "<!DOCTYPE b>");
  assert_taken (fixture, "<r a='&lt;!DOCTYPE b>'>x</r>", -1, "x");
}

static void
test_line (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc)
      doc = parse_bytes (fixture, "<?xml version='1.0'?>\n<r>\n<a\n>\n</b></r>", -1, &error);

  g_assert_null (doc);
  g_assert_nonnull (strstr (error->message, "file.xml"));
  g_assert_nonnull (strstr (error->message, "5"));
}

/* Appends @before, a number, @after; @n times. */
static void
append_many (GString *text, const char *before, const char *after, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%u%s", before, i, after);
}

static void
test_attributes (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new ("<r");

  append_many (text, " a", "='1'", LIJN_XML_MAX_ATTRIBUTES);
  g_string_append (text, ">ok</r>");
  assert_taken (fixture, text->str, -1, "ok");

  g_string_assign (text, "<r");
  append_many (text, " a", "=\"1\"", LIJN_XML_MAX_ATTRIBUTES + 1);
  g_string_append (text, "/>");
  assert_refused (fixture, text->str, -1, LIJN_EXCHANGE_ERROR_HOSTILE);

  g_string_assign (text, "<r");
  append_many (text, " a", " = '>'", LIJN_XML_MAX_ATTRIBUTES + 1);
  g_string_append (text, "/>");
  assert_refused (fixture, text->str, -1, LIJN_EXCHANGE_ERROR_HOSTILE);

  g_string_assign (text, "<r a='");
  append_many (text, "filling ", "", LIJN_XML_MAX_TAG / 8);
  g_string_append (text, "'/>");
  assert_refused (fixture, text->str, -1, LIJN_EXCHANGE_ERROR_HOSTILE);
}

static void
test_depth (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_many (text, "<a", ">", LIJN_XML_MAX_DEPTH);
  assert_refused (fixture, text->str, -1, LIJN_EXCHANGE_ERROR_BAD);
  append_many (text, "<a", ">", 1);
  assert_refused (fixture, text->str, -1, LIJN_EXCHANGE_ERROR_HOSTILE);
  /* Beside each other is not inside each other. */
  g_string_assign (text, "<r>");
  append_many (text, "<a n='", "'/><b></b>", 3000);
  g_string_append (text, "deep</r>");
  assert_taken (fixture, text->str, -1, "deep");
}

static void
test_namespaces (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GString) text = g_string_new ("<r>");

  append_many (text, "<a xmlns:n", "='u'/>", 1000);
  g_string_append (text, "fine</r>");
  assert_taken (fixture, text->str, -1, "fine");
  g_string_assign (text, "<r>");
  for (guint i = 0; i < 20; i++)
    {
      g_string_append (text, "<a");
      for (guint j = 0; j < 20; j++)
        g_string_append_printf (text, " xmlns:n%u_%u='u'", i, j);
      g_string_append (text, ">");
    }
  assert_refused (fixture, text->str, -1, LIJN_EXCHANGE_ERROR_HOSTILE);
}

/* The same letters, whatever the encoding. */
static void
test_encodings (Fixture *fixture, gconstpointer unused)
{
  static const char text[] = "<?xml version=\"1.0\" encoding=\"%s\"?><r>kl\xc3\xa4ren</r>";
  static const char *const encodings[] = { "UTF-8",    "UTF-16",     "UTF-16LE",    "UTF-16BE",
                                           "UTF-32BE", "ISO-8859-1", "WINDOWS-1252" };

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autofree char *utf8 = g_strdup_printf (text, encodings[i]);
      gsize length;
      g_autofree char *bytes = g_convert (utf8, -1, encodings[i], "UTF-8", NULL, &length, NULL);

      assert_taken (fixture, bytes, (gssize) length, "kl\xc3\xa4ren");
    }
  assert_taken (fixture, "\xef\xbb\xbf<r>kl\xc3\xa4ren</r>", -1, "kl\xc3\xa4ren");
  /* One that lies is read as what it must be. */
  assert_taken (fixture, "<?xml version='1.0' encoding='UTF-8'?><r>kl\xe4ren</r>", -1,
                "kl\xc3\xa4ren");
  assert_refused (fixture, "<?xml version='1.0' encoding='EBCDIC-XYZ'?><r/>", -1,
                  LIJN_EXCHANGE_ERROR_BAD);
  assert_refused (fixture, "<r>\0</r>", 9, LIJN_EXCHANGE_ERROR_BAD);
  assert_refused (fixture, "\xff\xfe<\0r", 5, LIJN_EXCHANGE_ERROR_BAD);
}

static void
test_files (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (lijn_xml_text_load (fixture->path, 10, &error));
  g_assert_error (error, LIJN_EXCHANGE_ERROR, LIJN_EXCHANGE_ERROR_READ);
  g_clear_error (&error);
  g_assert_null (lijn_xml_text_load (fixture->folder, 10, &error));
  g_assert_error (error, LIJN_EXCHANGE_ERROR, LIJN_EXCHANGE_ERROR_READ);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (fixture->path, "<r>too long</r>", -1, NULL));
  g_assert_null (lijn_xml_text_load (fixture->path, 10, &error));
  g_assert_error (error, LIJN_EXCHANGE_ERROR, LIJN_EXCHANGE_ERROR_HOSTILE);
  g_clear_error (&error);
  g_remove (fixture->path);
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0); /* must not wait for a writer */
  g_assert_null (lijn_xml_text_load (fixture->path, 10, &error));
  g_assert_error (error, LIJN_EXCHANGE_ERROR, LIJN_EXCHANGE_ERROR_READ);
}

/* The attacks beside the checkout, where they are: refused at once. */
static void
test_attacks (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LIJN_TEST_SOURCE"), "..", "..", "shared",
                                              "fixtures", "hostile-xml", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *project_path = g_build_filename (fixture->folder, "p.waslijn", NULL);
  g_autoptr (LijnProject) project = NULL;
  const char *name;

  if (dir == NULL)
    {
      g_test_skip ("the attacks are not here");
      return;
    }
  project = lijn_project_create (project_path, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = g_build_filename (folder, name, NULL);
      gint64 start = g_get_monotonic_time ();

      g_assert_false (lijn_exchange_import (project, path, NULL, NULL, NULL, NULL, &error));
      g_assert_cmpint (error->domain, ==, LIJN_EXCHANGE_ERROR);
      g_assert_nonnull (strstr (error->message, name));
      g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC / 2);
    }
  g_clear_object (&project);
  g_remove (project_path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name)                                                                                 \
  g_test_add ("/exchange/xml-guard/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  TEST (doctype);
  TEST (line);
  TEST (attributes);
  TEST (depth);
  TEST (namespaces);
  TEST (encodings);
  TEST (files);
  TEST (attacks);
  return g_test_run ();
}
