/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "claims-fixture.h"
#include "lijn-document.h"
#include "lijn-edit.h"
#include "lijn-minutes.h"
#include "lijn-registers.h"

#include <glib/gstdio.h>
#include <string.h>

/* The minutes on paper say what the minutes say, whole, with the maps before them. */

#define WIDTH 595.28
#define HEIGHT 841.89

static LijnProject *project;
static LijnSession *session;

#define DO(call)                                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) failure = NULL;                                                             \
    gboolean done = (call) ? TRUE : FALSE;                                                         \
                                                                                                   \
    g_assert_no_error (failure);                                                                   \
    g_assert_true (done);                                                                          \
  }                                                                                                \
  G_STMT_END

static void
hold_session (void)
{
  LijnMap *map = lijn_project_get_first_map (project);

  DO ((session = lijn_edit_add_session (project, "Long", "Utrecht", "2027-01-15", &failure)) !=
      NULL);
  DO (lijn_edit_start_session (session, &failure));
  for (guint i = 1; i <= 80; i++)
    {
      g_autofree char *text = g_strdup_printf ("Decision %u, and why we took it that day", i);

      DO (lijn_edit_add_decision (session, text, &failure) != NULL);
    }
  DO (lijn_edit_add_friction (LIJN_OBJECT (map), 40, 40, NULL, "It takes too long", &failure) !=
      NULL);
  DO (lijn_edit_end_session (session, &failure));
}

static void
collect_cb (const LijnSheetPiece *piece, gpointer data)
{
  g_assert_cmpfloat (piece->rect.x + piece->rect.width, <=, WIDTH - 40);
  g_assert_cmpfloat (piece->rect.y + piece->rect.height, <=, HEIGHT - 60);
  g_hash_table_add (data, g_strdup (piece->text));
}

static gboolean
is_on_paper (GHashTable *texts, const char *text)
{
  g_autofree char *bullet = g_strconcat ("• ", text, NULL);

  return g_hash_table_contains (texts, text) || g_hash_table_contains (texts, bullet);
}

static void
test_all_is_on_paper (void)
{
  LijnAudience audience = LIJN_AUDIENCE_SHARED;
  LijnRegisters registers = { project, NULL, audience };
  g_autoptr (LijnSheet) sheet = lijn_sheet_new (WIDTH, HEIGHT);
  g_autoptr (LijnMinutes) minutes = lijn_minutes_new (session, &audience);
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  lijn_registers_add_minutes (&registers, sheet, session);
  lijn_sheet_read (sheet, collect_cb, texts);
  g_assert_true (is_on_paper (texts, minutes->title));
  g_assert_true (is_on_paper (texts, minutes->facts));
  for (guint i = 0; i < minutes->parts->len; i++)
    {
      const LijnMinutesPart *part = minutes->parts->pdata[i];

      g_assert_true (is_on_paper (texts, part->title));
      for (guint j = 0; j < part->lines->len; j++)
        g_assert_true (is_on_paper (texts, ((LijnMinutesLine *) part->lines->pdata[j])->text));
    }
  g_assert_cmpuint (lijn_sheet_count_pages (sheet), >, 1);
}

static void
test_maps_come_first (void)
{
  LijnAudience audience = LIJN_AUDIENCE_SHARED;
  g_autoptr (LijnDocument) document = lijn_document_new_minutes (session, &audience, WIDTH, HEIGHT);
  guint page = 0, i = 0;
  const char *last = NULL, *title;
  double width, height, y;

  lijn_document_get_page_size (document, 0, &width, &height);
  g_assert_cmpfloat (width, >, height);
  while ((title = lijn_document_get_part (document, i++, &page, &y)) != NULL)
    last = title;
  g_assert_cmpstr (last, ==, "Minutes");
  g_assert_cmpuint (page, >=, 1);
  lijn_document_get_page_size (document, page, &width, &height);
  g_assert_cmpfloat (width, <, height);
}

static void
test_file (void)
{
  LijnAudience audience = LIJN_AUDIENCE_SHARED;
  g_autofree char *folder = g_dir_make_tmp ("waslijn-minutes-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "minutes.pdf", NULL);
  g_autofree char *bytes = NULL;

  DO (lijn_publish_minutes (session, &audience, path, NULL, NULL, NULL, &failure));
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF"));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("waslijn-minutes-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "claims.waslijn", NULL);
  int status;

  g_test_init (&argc, &argv, NULL);
  project = claims_fixture_new (path, TRUE);
  hold_session ();

  g_test_add_func ("/minutes/paper", test_all_is_on_paper);
  g_test_add_func ("/minutes/maps-first", test_maps_come_first);
  g_test_add_func ("/minutes/file", test_file);
  status = g_test_run ();

  g_clear_object (&project);
  g_unlink (path);
  g_rmdir (folder);
  return status;
}
