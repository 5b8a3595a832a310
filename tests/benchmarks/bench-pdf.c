/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bench.h"
#include "lijn-publish.h"
#include "lijn-registers.h"
#include "lijn-synthetic.h"
#include "lijn-type.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>

/* A project's file to its PDF, opening it and the registers included, beside what bare Cairo and
 * Pango need for the same boxes and labels, each page painted first: the steps with their names on a
 * page, and behind it the texts of the registers in their places. The floor has no lanes, flows, tags,
 * pins and links, one font in two sizes, and nothing to find out. */

#define A4_WIDTH 595.28
#define A4_HEIGHT 841.89
#define WORDS 8.5 /* the size of a register's text */

typedef struct
{
  LijnRect rect;
  char *name;
} Box;

/* A piece of a register. */
typedef struct
{
  LijnRect rect;
  char *text;
  guint page;
} Words;

typedef struct
{
  char *file, *pdf;
  GArray *boxes, *words;
  LijnRect extents;
} Work;

static void
publish (gpointer data)
{
  Work *work = data;
  LijnAudience everything = LIJN_AUDIENCE_EVERYTHING;
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnProject) project = lijn_project_open (work->file, LIJN_STORE_READ_ONLY, &error);

  if (project == NULL || !lijn_publish_pdf (project, NULL, &everything, LIJN_OVERLAY_NONE,
                                            work->pdf, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

static void
draw_box (cairo_t *cr, const LijnRect *rect)
{
  const double r = 9;

  cairo_new_path (cr);
  cairo_arc (cr, rect->x + rect->width - r, rect->y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, rect->x + rect->width - r, rect->y + rect->height - r, r, 0, G_PI / 2);
  cairo_arc (cr, rect->x + r, rect->y + rect->height - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, rect->x + r, rect->y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0.1, 0.37, 0.7);
  cairo_stroke (cr);
}

static void
begin_page (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.1, 0.1, 0.14);
}

static void
draw_words (Work *work, cairo_surface_t *surface, cairo_t *cr)
{
  g_autoptr (PangoLayout) layout = lijn_type_layout (LIJN_TYPE_LABEL, "", 100, 0);
  PangoFontDescription *font = pango_font_description_copy (
      pango_layout_get_font_description (layout));
  guint page = G_MAXUINT;

  pango_font_description_set_absolute_size (font, WORDS * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  for (guint i = 0; i < work->words->len; i++)
    {
      const Words *words = &g_array_index (work->words, Words, i);

      if (words->page != page)
        {
          cairo_show_page (cr);
          cairo_pdf_surface_set_size (surface, A4_WIDTH, A4_HEIGHT);
          begin_page (cr);
          page = words->page;
        }
      pango_layout_set_width (layout, (int) (words->rect.width * PANGO_SCALE));
      pango_layout_set_text (layout, words->text, -1);
      cairo_move_to (cr, words->rect.x, words->rect.y);
      pango_cairo_show_layout (cr, layout);
    }
}

static void
draw_bare (gpointer data)
{
  Work *work = data;
  double scale = MIN (1100 / work->extents.width, 700 / work->extents.height);
  cairo_surface_t *surface = cairo_pdf_surface_create (work->pdf, 1190.55, 841.89);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PangoLayout) layout = lijn_type_layout (LIJN_TYPE_BODY, "", 116, 0);

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  begin_page (cr);
  cairo_save (cr);
  cairo_translate (cr, 40, 40);
  cairo_scale (cr, scale, scale);
  cairo_set_line_width (cr, 1.5);
  for (guint i = 0; i < work->boxes->len; i++)
    {
      const Box *box = &g_array_index (work->boxes, Box, i);
      int height;

      draw_box (cr, &box->rect);
      pango_layout_set_text (layout, box->name, -1);
      pango_layout_get_size (layout, NULL, &height);
      cairo_set_source_rgb (cr, 0.1, 0.1, 0.14);
      cairo_move_to (cr, box->rect.x + 8,
                     box->rect.y + (box->rect.height - (double) height / PANGO_SCALE) / 2);
      pango_cairo_show_layout (cr, layout);
    }
  cairo_restore (cr);
  draw_words (work, surface, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

static void
box_clear (gpointer data)
{
  g_free (((Box *) data)->name);
}

static void
words_clear (gpointer data)
{
  g_free (((Words *) data)->text);
}

static void
note_words_cb (const LijnSheetPiece *piece, gpointer data)
{
  Words words = { piece->rect, g_strdup (piece->text), piece->page };

  g_array_append_val ((GArray *) data, words);
}

static void
note_words (Work *work, LijnProject *project)
{
  LijnRegisters registers = { project, NULL, LIJN_AUDIENCE_EVERYTHING };
  g_autoptr (LijnSheet) sheet = lijn_sheet_new (A4_WIDTH, A4_HEIGHT);

  work->words = g_array_new (FALSE, FALSE, sizeof (Words));
  g_array_set_clear_func (work->words, words_clear);
  lijn_registers_add_aims (&registers, sheet);
  lijn_registers_add_friction (&registers, sheet);
  lijn_registers_add_interfaces (&registers, sheet);
  lijn_sheet_read (sheet, note_words_cb, work->words);
}

static void
note_boxes (Work *work, LijnProject *project)
{
  LijnLayout *layout = lijn_layout_of (lijn_project_get_first_map (project));
  GListModel *elements = lijn_project_list (project, LIJN_TABLE_ELEMENT);

  work->boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  g_array_set_clear_func (work->boxes, box_clear);
  work->extents = lijn_layout_get_bounds (layout);
  for (guint i = 0; i < g_list_model_get_n_items (elements); i++)
    {
      g_autoptr (LijnElement) element = g_list_model_get_item (elements, i);
      Box box = { .name = g_strdup (lijn_element_get_name (element)) };

      if (lijn_layout_get_element_rect (layout, element, &box.rect))
        g_array_append_val (work->boxes, box);
    }
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("waslijn-bench-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lijn_bench_sizes); i++)
    {
      guint size = lijn_bench_sizes[i];
      guint times = size > 5000 ? 3 : 5;
      Work work = { g_strdup_printf ("%s/%u.waslijn", folder, size),
                    g_build_filename (folder, "bench.pdf", NULL) };
      LijnProject *project = lijn_synthetic_make (work.file, size);
      double floor;

      note_boxes (&work, project);
      note_words (&work, project);
      g_object_unref (project);
      floor = lijn_bench_time (draw_bare, &work, times);
      lijn_bench_print ("file to PDF", size, lijn_bench_time (publish, &work, times),
                        "bare boxes and labels", floor);
      g_array_unref (work.boxes);
      g_array_unref (work.words);
      g_remove (work.pdf);
      g_remove (work.file);
      g_free (work.pdf);
      g_free (work.file);
    }
  g_rmdir (folder);
  return 0;
}
