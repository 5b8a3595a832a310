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
 * Pango need for the same boxes and labels in the same weights, each page painted first: on a page the
 * steps with their names, the names of lanes and the numbers of interfaces, and behind it the texts of
 * the registers in their places. The floor has no lines, flows, tags, pins and links, and nothing to
 * find out. */

#define A4_WIDTH 595.28
#define A4_HEIGHT 841.89

/* A name in its place; in a box when it is a step's. */
typedef struct
{
  LijnRect rect;
  char *name;
  double size;
  PangoWeight weight;
  gboolean boxed;
} Label;

/* A piece of a register. */
typedef struct
{
  LijnRect rect;
  char *text;
  guint page;
  LijnSheetStyle style;
} Words;

typedef struct
{
  char *file, *pdf;
  GArray *labels, *words;
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

/* Layouts of one kind stand together, so the font is set seldom. */
static void
set_font (PangoLayout *layout, double size, PangoWeight weight)
{
  const PangoFontDescription *now = pango_layout_get_font_description (layout);
  PangoFontDescription *font;

  if (pango_font_description_get_weight (now) == weight &&
      pango_font_description_get_size (now) == (int) (size * PANGO_SCALE))
    return;
  font = pango_font_description_copy (now);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

static void
set_words_font (PangoLayout *layout, LijnSheetStyle style)
{
  switch (style)
    {
    case LIJN_SHEET_TITLE:
      set_font (layout, 17, PANGO_WEIGHT_SEMIBOLD);
      break;
    case LIJN_SHEET_HEADING:
      set_font (layout, 12, PANGO_WEIGHT_SEMIBOLD);
      break;
    case LIJN_SHEET_STRONG:
    case LIJN_SHEET_WARNING:
      set_font (layout, 8.5, PANGO_WEIGHT_SEMIBOLD);
      break;
    case LIJN_SHEET_TEXT:
    case LIJN_SHEET_SOFT:
    case LIJN_SHEET_NAMED:
    default:
      set_font (layout, 8.5, PANGO_WEIGHT_NORMAL);
    }
}

static void
draw_words (Work *work, cairo_surface_t *surface, cairo_t *cr)
{
  g_autoptr (PangoLayout) layout = lijn_type_layout (LIJN_TYPE_LABEL, "", 100, 0);
  guint page = G_MAXUINT;

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
      set_words_font (layout, words->style);
      pango_layout_set_width (layout, (int) (words->rect.width * PANGO_SCALE));
      pango_layout_set_text (layout, words->text, -1);
      cairo_move_to (cr, words->rect.x, words->rect.y);
      pango_cairo_show_layout (cr, layout);
    }
}

static void
draw_label (cairo_t *cr, PangoLayout *layout, const Label *label)
{
  int height;

  if (label->boxed)
    draw_box (cr, &label->rect);
  set_font (layout, label->size, label->weight);
  pango_layout_set_text (layout, label->name, -1);
  pango_layout_get_size (layout, NULL, &height);
  cairo_set_source_rgb (cr, 0.1, 0.1, 0.14);
  cairo_move_to (cr, label->rect.x + 8,
                 label->rect.y + (label->rect.height - (double) height / PANGO_SCALE) / 2);
  pango_cairo_show_layout (cr, layout);
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
  for (guint i = 0; i < work->labels->len; i++)
    draw_label (cr, layout, &g_array_index (work->labels, Label, i));
  cairo_restore (cr);
  draw_words (work, surface, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

static void
label_clear (gpointer data)
{
  g_free (((Label *) data)->name);
}

static void
words_clear (gpointer data)
{
  g_free (((Words *) data)->text);
}

static void
note_words_cb (const LijnSheetPiece *piece, gpointer data)
{
  Words words = { piece->rect, g_strdup (piece->text), piece->page, piece->style };

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
note_labels_of (Work *work, LijnProject *project, LijnTable table)
{
  LijnLayout *layout = lijn_layout_of (lijn_project_get_first_map (project));
  GListModel *all = lijn_project_list (project, table);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (all, i);
      Label label = { .size = 12.5, .weight = PANGO_WEIGHT_NORMAL };

      if (!lijn_layout_get_object_bounds (layout, object, &label.rect))
        continue;
      if (LIJN_IS_ELEMENT (object))
        {
          lijn_layout_get_element_rect (layout, LIJN_ELEMENT (object), &label.rect);
          label.name = g_strdup (lijn_element_get_name (LIJN_ELEMENT (object)));
          label.boxed = TRUE;
        }
      else if (LIJN_IS_LANE (object))
        {
          label.name = g_strdup (lijn_lane_get_name (LIJN_LANE (object)));
          label.weight = PANGO_WEIGHT_MEDIUM;
        }
      else
        {
          label.name = g_strdup_printf ("%d", lijn_interface_get_number (LIJN_INTERFACE (object)));
          label.size = 11;
          label.weight = PANGO_WEIGHT_BOLD;
        }
      g_array_append_val (work->labels, label);
    }
}

static void
note_labels (Work *work, LijnProject *project)
{
  work->labels = g_array_new (FALSE, FALSE, sizeof (Label));
  g_array_set_clear_func (work->labels, label_clear);
  work->extents = lijn_layout_get_bounds (lijn_layout_of (lijn_project_get_first_map (project)));
  note_labels_of (work, project, LIJN_TABLE_LANE);
  note_labels_of (work, project, LIJN_TABLE_ELEMENT);
  note_labels_of (work, project, LIJN_TABLE_INTERFACE);
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

      note_labels (&work, project);
      note_words (&work, project);
      g_object_unref (project);
      floor = lijn_bench_time (draw_bare, &work, times);
      lijn_bench_print ("file to PDF", size, lijn_bench_time (publish, &work, times),
                        "bare boxes and labels", floor);
      g_array_unref (work.labels);
      g_array_unref (work.words);
      g_remove (work.pdf);
      g_remove (work.file);
      g_free (work.pdf);
      g_free (work.file);
    }
  g_rmdir (folder);
  return 0;
}
