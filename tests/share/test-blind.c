/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture.h"
#include "lijn-copy.h"
#include "lijn-exchange.h"
#include "lijn-minutes.h"
#include "lijn-ratings.h"
#include "lijn-world.h"

#include <glib/gstdio.h>
#include <string.h>

/* What one party rates and votes is in nothing that leaves the program before it is revealed and
 * closed, for whomever it is made; only a party's own copy takes its own along. */

#define COMMENT "Nobody may read this yet"

typedef struct
{
  LijnWorld world;
  LijnSession *session;
  LijnRating *rating;
  LijnBallot *ballot;
  LijnVote *vote;
} Blind;

static void
set_up (Blind *blind, gconstpointer unused)
{
  LijnTest *test = &blind->world.test;

  lijn_world_set_up (&blind->world, NULL);
  blind->session = lijn_test_put (test, LIJN_TABLE_SESSION, LIJN_CELLS (LIJN_INT ("number", 1)));
  blind->rating = lijn_test_put (
      test, LIJN_TABLE_RATING,
      LIJN_CELLS (LIJN_REF ("session", LIJN_ID (blind->session)),
                  LIJN_REF ("interface", LIJN_ID (blind->world.interface)),
                  LIJN_REF ("party", LIJN_ID (blind->world.customer)), LIJN_INT ("score", 2),
                  LIJN_INT ("guess", 4), LIJN_TEXT ("comment", COMMENT)));
  blind->ballot = lijn_test_put (
      test, LIJN_TABLE_BALLOT,
      LIJN_CELLS (LIJN_REF ("session", LIJN_ID (blind->session)), LIJN_INT ("dots", 3)));
  blind->vote = lijn_test_put (test, LIJN_TABLE_VOTE,
                               LIJN_CELLS (LIJN_REF ("ballot", LIJN_ID (blind->ballot)),
                                           LIJN_REF ("friction", LIJN_ID (blind->world.friction)),
                                           LIJN_REF ("party", LIJN_ID (blind->world.customer)),
                                           LIJN_INT ("dots", 3)));
}

static void
tear_down (Blind *blind, gconstpointer unused)
{
  lijn_world_tear_down (&blind->world, NULL);
}

/* Those who may not know: a backup as text, all, and the other party. */
static void
for_each_other (Blind *blind, void (*check) (Blind *blind, const LijnAudience *audience))
{
  const LijnAudience everything = LIJN_AUDIENCE_EVERYTHING, shared = LIJN_AUDIENCE_SHARED;
  const LijnAudience supplier = { .party = LIJN_ID (blind->world.supplier) };

  check (blind, &everything);
  check (blind, &shared);
  check (blind, &supplier);
}

static char *
read_and_remove (const char *path, gsize *size)
{
  char *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, size, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
  return bytes;
}

static void
check_xml (Blind *blind, const LijnAudience *audience)
{
  g_autofree char *path = g_build_filename (blind->world.test.folder, "out.xml", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  lijn_xml_export (blind->world.test.project, audience, path, NULL, &error);
  g_assert_no_error (error);
  text = read_and_remove (path, NULL);
  g_assert_null (strstr (text, COMMENT));
  g_assert_null (strstr (text, "<rating"));
  g_assert_null (strstr (text, "<vote"));
  g_assert_nonnull (strstr (text, "<ballot"));
}

static void
check_capture (Blind *blind, const LijnAudience *audience)
{
  g_autofree char *text = lijn_capture_write (blind->world.test.project, audience);

  g_assert_null (strstr (text, COMMENT));
  g_assert_null (strstr (text, "rated"));
  g_assert_null (strstr (text, "voted"));
}

static void
check_minutes (Blind *blind, const LijnAudience *audience)
{
  g_autoptr (LijnMinutes) minutes = lijn_minutes_new (blind->session, audience);

  g_assert_cmpuint (minutes->parts->len, ==, 0);
}

static void
test_text (Blind *blind, gconstpointer unused)
{
  for_each_other (blind, check_xml);
  for_each_other (blind, check_capture);
  for_each_other (blind, check_minutes);
}

static guint
count_in_copy (Blind *blind, const LijnAudience *audience, LijnTable table, gboolean comment)
{
  g_autofree char *path = g_build_filename (blind->world.test.folder, "copy.waslijn", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnProject) copy = NULL;
  g_autofree char *bytes = NULL;
  gsize size = 0;
  guint n;

  lijn_copy_for (blind->world.test.project, audience, path, NULL, &error);
  g_assert_no_error (error);
  copy = lijn_project_open (path, LIJN_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  n = lijn_project_count (copy, table);
  g_clear_object (&copy);
  bytes = read_and_remove (path, &size);
  g_assert_cmpint (memmem (bytes, size, COMMENT, strlen (COMMENT)) != NULL, ==, comment);
  return n;
}

static void
test_copies (Blind *blind, gconstpointer unused)
{
  const LijnAudience shared = LIJN_AUDIENCE_SHARED;
  const LijnAudience customer = { .party = LIJN_ID (blind->world.customer) };
  const LijnAudience supplier = { .party = LIJN_ID (blind->world.supplier) };

  g_assert_cmpuint (count_in_copy (blind, &shared, LIJN_TABLE_RATING, FALSE), ==, 0);
  g_assert_cmpuint (count_in_copy (blind, &supplier, LIJN_TABLE_RATING, FALSE), ==, 0);
  g_assert_cmpuint (count_in_copy (blind, &supplier, LIJN_TABLE_VOTE, FALSE), ==, 0);
  g_assert_cmpuint (count_in_copy (blind, &customer, LIJN_TABLE_RATING, TRUE), ==, 1);
  g_assert_cmpuint (count_in_copy (blind, &customer, LIJN_TABLE_VOTE, TRUE), ==, 1);
}

/* That there is something is counted, so that people know that it stays behind. */
static void
test_counted (Blind *blind, gconstpointer unused)
{
  const LijnAudience shared = LIJN_AUDIENCE_SHARED;

  g_assert_cmpuint (lijn_audience_count_hidden (&shared, blind->world.test.project), ==, 2);
  g_assert_cmpuint (lijn_ratings_count_given (blind->session, blind->world.customer), ==, 1);
}

#define ADD(name, function) g_test_add (name, Blind, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/blind/text", test_text);
  ADD ("/blind/copies", test_copies);
  ADD ("/blind/counted", test_counted);

  return g_test_run ();
}
