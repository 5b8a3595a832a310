/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "claims-fixture.h"
#include "lijn-registers.h"

#include <glib/gstdio.h>
#include <string.h>

/* A long register flows over pages: every friction point is there, whole, with the headings above
 * it on every page, and nothing lies over or below anything else. */

#define WIDTH 595.28
#define HEIGHT 841.89
#define LOWEST (HEIGHT - 70) /* above the footer */
#define MANY 300

typedef struct
{
  GHashTable *lines; /* text → how many of its lines have been seen */
  GHashTable *split; /* texts in more than one piece */
  GHashTable *pages_with_headings;
  GArray *rects; /* of the pieces on the page */
  guint page;
} Reading;

static void
assert_apart (Reading *reading, const LijnSheetPiece *piece)
{
  if (piece->page != reading->page)
    g_array_set_size (reading->rects, 0);
  reading->page = piece->page;
  for (guint i = 0; i < reading->rects->len; i++)
    {
      LijnRect other = g_array_index (reading->rects, LijnRect, i);

      other = lijn_rect_grow (&other, -0.01);
      g_assert_false (lijn_rect_intersects (&other, &piece->rect));
    }
  g_array_append_val (reading->rects, piece->rect);
}

static void
read_piece (const LijnSheetPiece *piece, gpointer data)
{
  Reading *reading = data;
  int seen;

  assert_apart (reading, piece);
  g_assert_cmpfloat (piece->rect.y, >=, 40);
  g_assert_cmpfloat (piece->rect.y + piece->rect.height, <=, LOWEST);
  g_assert_cmpfloat (piece->rect.x + piece->rect.width, <=, WIDTH - 40);
  if (strcmp (piece->text, "Where") == 0)
    g_hash_table_add (reading->pages_with_headings, GUINT_TO_POINTER (piece->page));
  if (!g_str_has_prefix (piece->text, "Point "))
    return;

  /* Pieces of a text come in order, without a gap. */
  seen = GPOINTER_TO_INT (g_hash_table_lookup (reading->lines, piece->text));
  g_assert_cmpint (piece->first, ==, seen);
  g_assert_cmpint (piece->last, >, piece->first);
  g_hash_table_replace (reading->lines, g_strdup (piece->text), GINT_TO_POINTER (piece->last));
  if (piece->last - piece->first < piece->n_lines)
    g_hash_table_add (reading->split, g_strdup (piece->text));
  if (piece->last == piece->n_lines)
    g_hash_table_replace (reading->lines, g_strdup (piece->text), GINT_TO_POINTER (-1));
}

static void
assert_all_whole (Reading *reading, guint expected)
{
  GHashTableIter iter;
  gpointer text, seen;

  g_assert_cmpuint (g_hash_table_size (reading->lines), ==, expected);
  g_hash_table_iter_init (&iter, reading->lines);
  while (g_hash_table_iter_next (&iter, &text, &seen))
    g_assert_cmpint (GPOINTER_TO_INT (seen), ==, -1);
}

static void
assert_all_marked (LijnProject *project, LijnSheet *sheet)
{
  GListModel *all = lijn_project_list (project, LIJN_TABLE_FRICTION);
  guint last = 0;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LijnObject) friction = g_list_model_get_item (all, i);
      guint page;
      double y;

      g_assert_true (lijn_sheet_find (sheet, lijn_object_get_id (friction), &page, &y));
      g_assert_cmpuint (page, >=, last);
      g_assert_cmpfloat (y, <, LOWEST);
      last = page;
    }
}

static void
test_pagination (void)
{
  g_autofree char *folder = g_dir_make_tmp ("waslijn-registers-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "claims.waslijn", NULL);
  LijnProject *project = claims_fixture_new (path, FALSE);
  guint32 seed = g_test_rand_int ();
  LijnRegisters registers = { project, NULL, LIJN_AUDIENCE_EVERYTHING };
  LijnSheet *sheet = lijn_sheet_new (WIDTH, HEIGHT);
  Reading reading = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                      g_hash_table_new (NULL, NULL), g_array_new (FALSE, FALSE, sizeof (LijnRect)),
                      G_MAXUINT };

  g_test_message ("seed %u", seed);
  claims_fixture_add_friction (project, MANY, seed);
  lijn_registers_add_friction (&registers, sheet);
  lijn_sheet_read (sheet, read_piece, &reading);
  g_test_message ("%u pages, %u rows longer than what was left of a page",
                  lijn_sheet_count_pages (sheet), g_hash_table_size (reading.split));
  assert_all_whole (&reading, MANY);
  assert_all_marked (project, sheet);
  g_assert_cmpuint (lijn_sheet_count_pages (sheet), >, 10);
  g_assert_cmpuint (g_hash_table_size (reading.pages_with_headings), ==,
                    lijn_sheet_count_pages (sheet));

  g_hash_table_unref (reading.lines);
  g_hash_table_unref (reading.split);
  g_hash_table_unref (reading.pages_with_headings);
  g_array_unref (reading.rects);
  lijn_sheet_free (sheet);
  g_object_unref (project);
  g_unlink (path);
  g_rmdir (folder);
}

static void
count_piece (const LijnSheetPiece *piece, gpointer data)
{
  int *counts = data;

  counts[0]++;
  counts[1] += piece->last - piece->first;
}

/* A row that fits on a page stays on one; one that is longer goes on line by line. */
static void
test_rows (void)
{
  const LijnSheetColumn columns[] = { { "One", 0.5 }, { "Two", 0.5 } };
  g_autoptr (LijnSheet) sheet = lijn_sheet_new (300, 400);
  g_autoptr (GString) lines = g_string_new ("0");
  int counts[2] = { 0, 0 };

  for (int i = 1; i < 100; i++)
    g_string_append_printf (lines, "\n%d", i);
  lijn_sheet_begin_table (sheet, columns, G_N_ELEMENTS (columns));
  for (int i = 0; i < 30; i++)
    {
      LijnSheetCell cells[] = { { .text = "a\nb\nc\nd", .style = LIJN_SHEET_TEXT },
                                { .text = "e", .style = LIJN_SHEET_TEXT } };

      lijn_sheet_add_row (sheet, cells);
    }
  lijn_sheet_read (sheet, count_piece, counts);
  g_assert_cmpint (counts[0], ==, 30 * 2 + 2 * (int) lijn_sheet_count_pages (sheet));
  {
    LijnSheetCell cells[] = { { .text = lines->str, .style = LIJN_SHEET_TEXT },
                              { .text = "", .style = LIJN_SHEET_TEXT } };
    guint before = lijn_sheet_count_pages (sheet);

    lijn_sheet_add_row (sheet, cells);
    g_assert_cmpuint (lijn_sheet_count_pages (sheet), >, before + 2);
  }
  memset (counts, 0, sizeof counts);
  lijn_sheet_read (sheet, count_piece, counts);
  g_assert_cmpint (counts[1], ==, 30 * 5 + 100 + 2 * (int) lijn_sheet_count_pages (sheet));
}

static void
test_nothing (void)
{
  g_autofree char *folder = g_dir_make_tmp ("waslijn-registers-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "empty.waslijn", NULL);
  GError *error = NULL;
  LijnProject *project = lijn_project_create (path, &error);
  LijnRegisters registers = { project, NULL, LIJN_AUDIENCE_EVERYTHING };
  LijnSheet *sheet = lijn_sheet_new (WIDTH, HEIGHT);

  g_assert_no_error (error);
  lijn_registers_add_friction (&registers, sheet);
  lijn_registers_add_interfaces (&registers, sheet);
  lijn_registers_add_teams (&registers, sheet);
  g_assert_cmpuint (lijn_sheet_count_pages (sheet), ==, 0);
  lijn_sheet_free (sheet);
  g_object_unref (project);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/registers/pagination", test_pagination);
  g_test_add_func ("/registers/rows", test_rows);
  g_test_add_func ("/registers/nothing", test_nothing);
  return g_test_run ();
}
