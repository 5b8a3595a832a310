/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "claims-fixture.h"
#include "lijn-document.h"
#include "lijn-strips.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <string.h>

/* The document behind print and PDF: pages, their sizes, what is on them. */

#define A4_SHORT 595.28
#define A4_LONG 841.89

static char *folder, *path;
static LijnProject *project;

static LijnDocument *
make (double width, double height, gboolean larger)
{
  LijnAudience audience = LIJN_AUDIENCE_SHARED;

  return lijn_document_new_for (project, NULL, &audience, LIJN_OVERLAY_NONE, width, height, larger);
}

/* Map pages lie, register pages stand, however the paper was given. */
static void
test_sizes (void)
{
  for (int turned = 0; turned < 2; turned++)
    {
      g_autoptr (LijnDocument)
          document = make (turned ? A4_LONG : A4_SHORT, turned ? A4_SHORT : A4_LONG, FALSE);
      double width, height;

      g_assert_cmpuint (lijn_document_count_pages (document), >=, 2);
      lijn_document_get_page_size (document, 0, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, A4_LONG, 0.01);
      g_assert_cmpfloat_with_epsilon (height, A4_SHORT, 0.01);
      lijn_document_get_page_size (document, 1, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, A4_SHORT, 0.01);
      g_assert_cmpfloat_with_epsilon (height, A4_LONG, 0.01);
    }
}

static void
test_parts (void)
{
  static const char *const expected[] = { "Claims handling", "The four aims", "Friction points",
                                          "Interfaces", "Teams" };
  g_autoptr (LijnDocument) document = make (A4_SHORT, A4_LONG, FALSE);
  guint page, last = 0;
  double y;

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpstr (lijn_document_get_part (document, i, &page, &y), ==, expected[i]);
      g_assert_cmpuint (page, >=, last);
      g_assert_cmpuint (page, <, lijn_document_count_pages (document));
      last = page;
    }
  g_assert_null (lijn_document_get_part (document, G_N_ELEMENTS (expected), &page, &y));
}

/* What is painted keeps within the page's margins. */
static void
test_margins (void)
{
  g_autoptr (LijnDocument) document = make (A4_SHORT, A4_LONG, FALSE);

  for (guint page = 0; page < lijn_document_count_pages (document); page++)
    {
      double width, height, x, y, across, down;
      cairo_rectangle_t whole = { 0, 0, 0, 0 };
      cairo_surface_t *ink;
      cairo_t *cr;

      lijn_document_get_page_size (document, page, &width, &height);
      whole.width = width;
      whole.height = height;
      ink = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
      cr = cairo_create (ink);
      lijn_document_paint_page (document, page, cr);
      cairo_destroy (cr);
      cairo_surface_flush (ink);
      x = y = G_MAXDOUBLE;
      across = down = 0;
      for (int j = 0; j < (int) height; j++)
        for (int i = 0; i < (int) width; i++)
          {
            const guint8 *pixel = cairo_image_surface_get_data (ink) +
                                  j * cairo_image_surface_get_stride (ink) + i * 4;

            if (pixel[0] > 250 && pixel[1] > 250 && pixel[2] > 250)
              continue;
            x = MIN (x, i);
            y = MIN (y, j);
            across = MAX (across, i);
            down = MAX (down, j);
          }
      g_assert_cmpfloat (x, >=, 26);
      g_assert_cmpfloat (y, >=, 26);
      g_assert_cmpfloat (across, <=, whole.width - 26);
      g_assert_cmpfloat (down, <=, whole.height - 18);
      cairo_surface_destroy (ink);
    }
}

/* A long map has a larger page in a PDF, and keeps the paper's size in print. */
static void
test_larger (void)
{
  GError *error = NULL;
  LijnMap *map = lijn_project_get_first_map (project);
  GPtrArray *lanes = lijn_project_referrers (project, LIJN_TABLE_LANE, "map", LIJN_OBJECT (map));
  LijnElement *far = lijn_edit_add_element (map, g_ptr_array_index (lanes, 0),
                                            LIJN_ELEMENT_KIND_STEP, "Far away", 2900, 28, &error);
  double width, height;

  g_assert_no_error (error);
  {
    g_autoptr (LijnDocument) pdf = make (A4_SHORT, A4_LONG, TRUE);
    g_autoptr (LijnDocument) print = make (A4_SHORT, A4_LONG, FALSE);

    lijn_document_get_page_size (pdf, 0, &width, &height);
    g_assert_cmpfloat_with_epsilon (width, 1190.55, 0.5);
    g_assert_cmpfloat_with_epsilon (height, 841.89, 0.5);
    lijn_document_get_page_size (print, 0, &width, &height);
    g_assert_cmpfloat_with_epsilon (width, A4_LONG, 0.01);
  }
  lijn_edit_remove_one (LIJN_OBJECT (far), &error);
  g_assert_no_error (error);
}

/* A map of one lane with @n steps beside each other. */
static LijnMap *
make_wide_map (guint n)
{
  GError *error = NULL;
  GListModel *parties = lijn_project_list (project, LIJN_TABLE_PARTY);
  g_autoptr (LijnParty) party = g_list_model_get_item (parties, 0);
  LijnEdit *edit = lijn_edit_begin (project, "Wide", &error);
  LijnMap *map = lijn_edit_add_map (project, LIJN_MAP_KIND_AS_IS, "Wide", &error);
  LijnLane *lane = lijn_edit_add_lane (map, party, "Lane", NULL, &error);

  for (guint i = 0; i < n; i++)
    lijn_edit_add_element (map, lane, LIJN_ELEMENT_KIND_STEP, "Step", 100 + 180.0 * i, 28, &error);
  lijn_edit_commit (edit, &error);
  g_assert_no_error (error);
  return map;
}

/* A wide map is readable on paper: in strips that hold all of it, cut through no step. */
static void
test_strips (void)
{
  static const double rooms[][2] = { { 1100, 700 }, { 782, 505 }, { 400, 505 }, { 300, 200 } };
  LijnPaintOptions options = { LIJN_PALETTE_PAPER, 0, TRUE, FALSE, FALSE };
  LijnAudience audience = LIJN_AUDIENCE_EVERYTHING;
  LijnMap *map = make_wide_map (120);
  g_autoptr (LijnLayout) layout = lijn_layout_new (map, &audience);
  GPtrArray *elements = lijn_project_referrers (project, LIJN_TABLE_ELEMENT, "map",
                                                LIJN_OBJECT (map));
  GError *error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autoptr (LijnStrips)
          strips = lijn_strips_new (layout, &options, rooms[i][0], rooms[i][1], 5, 1.35);

      g_test_message ("%.0f x %.0f: %u strips on %u pages, text %.1f", rooms[i][0], rooms[i][1],
                      lijn_strips_count (strips), lijn_strips_count_pages (strips),
                      lijn_strips_get_text_size (strips));
      g_assert_cmpfloat (lijn_strips_get_text_size (strips), >=, 4);
      for (guint j = 0; j < elements->len; j++)
        {
          LijnRect rect, place;

          g_assert_true (lijn_layout_get_element_rect (layout, elements->pdata[j], &rect));
          g_assert_cmpuint (lijn_strips_place (strips, &rect, &place), <,
                            lijn_strips_count_pages (strips));
          g_assert_cmpfloat (place.x, >=, 0);
          g_assert_cmpfloat (place.y, >=, 0);
          g_assert_cmpfloat (place.x + place.width, <=, rooms[i][0]);
          g_assert_cmpfloat (place.y + place.height, <=, rooms[i][1]);
        }
    }
  lijn_edit_remove_one (LIJN_OBJECT (map), &error);
  g_assert_no_error (error);
}

static char *
pdf_to_text (const char *pdf)
{
  const char *const command[] = { "pdftotext", "-layout", pdf, "-", NULL };
  g_autoptr (GSubprocess) reader = g_subprocess_newv (
      command, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL);
  char *text = NULL;

  if (reader == NULL || !g_subprocess_communicate_utf8 (reader, NULL, NULL, &text, NULL, NULL))
    return NULL;
  return text;
}

/* Another program reads the PDF: everything that must be in it is, as text. */
static void
test_read_pdf (void)
{
  static const char *const expected[] = {
    "Claims handling", "from damage reported to claim settled",
    "Report damage",   "Claim form",
    "Friction points", "policy number",
    "In the customer", "Interfaces",
    "Portal",          "Right first time",
    "Steering group",  "steers without the customer",
    "2027-01-15",      "Shared content",
    "page 1 of",
  };
  LijnAudience audience = LIJN_AUDIENCE_SHARED;
  g_autofree char *pdf = g_build_filename (folder, "claims.pdf", NULL);
  g_autofree char *text = NULL;
  GError *error = NULL;

  lijn_publish_pdf (project, NULL, &audience, LIJN_OVERLAY_NONE, pdf, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  text = pdf_to_text (pdf);
  g_unlink (pdf);
  if (text == NULL)
    {
      g_test_skip ("pdftotext, which reads the PDF, is not installed");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (text, expected[i]) == NULL)
      g_error ("“%s” is not in the PDF:\n%s", expected[i], text);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("waslijn-document-XXXXXX", NULL);
  path = g_build_filename (folder, "claims.waslijn", NULL);
  project = claims_fixture_new (path, TRUE);
  g_test_add_func ("/document/sizes", test_sizes);
  g_test_add_func ("/document/parts", test_parts);
  g_test_add_func ("/document/margins", test_margins);
  g_test_add_func ("/document/larger", test_larger);
  g_test_add_func ("/document/strips", test_strips);
  g_test_add_func ("/document/read-pdf", test_read_pdf);
  result = g_test_run ();
  g_object_unref (project);
  g_unlink (path);
  g_rmdir (folder);
  g_free (path);
  g_free (folder);
  return result;
}
