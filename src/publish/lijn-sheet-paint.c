/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-sheet-private.h"

#include <string.h>

/* Paints the pages that lijn-sheet.c has laid out. */

static const struct
{
  LijnTypeStyle style;
  double size;
} looks[] = {
  [LIJN_SHEET_TITLE] = { LIJN_TYPE_TITLE, 17 },
  [LIJN_SHEET_HEADING] = { LIJN_TYPE_HEADING, 12 },
  [LIJN_SHEET_TEXT] = { LIJN_TYPE_LABEL, 8.5 },
  [LIJN_SHEET_SOFT] = { LIJN_TYPE_LABEL, 8.5 },
  [LIJN_SHEET_STRONG] = { LIJN_TYPE_STRONG, 8.5 },
  [LIJN_SHEET_NAMED] = { LIJN_TYPE_LABEL, 8.5 },
  [LIJN_SHEET_WARNING] = { LIJN_TYPE_STRONG, 8.5 },
};

static const LijnColor *
color_of (LijnSheetStyle style)
{
  const LijnPalette *palette = lijn_palette_get (LIJN_PALETTE_PAPER);

  switch (style)
    {
    case LIJN_SHEET_SOFT:
      return &palette->soft;
    case LIJN_SHEET_WARNING:
      return &palette->severity[5];
    case LIJN_SHEET_TITLE:
    case LIJN_SHEET_HEADING:
    case LIJN_SHEET_TEXT:
    case LIJN_SHEET_STRONG:
    case LIJN_SHEET_NAMED:
    default:
      return &palette->ink;
    }
}

static void
paint_text (cairo_t *cr, const LijnSheetItem *item)
{
  const LijnColor *color = color_of (item->style);
  PangoLayout *layout = lijn_sheet_set_text (item->text, item->style, item->rect.width);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double top = 0;
  int line = 0;

  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
  do
    {
      int y;

      if (line >= item->last)
        break;
      pango_layout_iter_get_line_yrange (iter, &y, NULL);
      if (line == item->first)
        top = (double) y / PANGO_SCALE;
      if (line >= item->first)
        {
          PangoRectangle extents;

          pango_layout_iter_get_line_extents (iter, NULL, &extents);
          cairo_move_to (cr, item->rect.x + (double) extents.x / PANGO_SCALE,
                         item->rect.y - top +
                             (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
        }
      line++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
paint_rules (cairo_t *cr, GArray *items, gboolean strong)
{
  const LijnPalette *palette = lijn_palette_get (LIJN_PALETTE_PAPER);
  const LijnColor *color = strong ? &palette->soft : &palette->hairline;

  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
  cairo_set_line_width (cr, strong ? 0.8 : 0.5);
  for (guint i = 0; i < items->len; i++)
    {
      const LijnSheetItem *item = &g_array_index (items, LijnSheetItem, i);

      if (item->kind != LIJN_SHEET_ITEM_RULE || item->strong != strong)
        continue;
      cairo_move_to (cr, item->rect.x, item->rect.y);
      cairo_line_to (cr, item->rect.x + item->rect.width, item->rect.y);
    }
  cairo_stroke (cr);
}

static void
paint_texts (cairo_t *cr, GArray *items, LijnSheetStyle style)
{
  for (guint i = 0; i < items->len; i++)
    {
      const LijnSheetItem *item = &g_array_index (items, LijnSheetItem, i);

      if (item->kind == LIJN_SHEET_ITEM_TEXT && item->style == style)
        paint_text (cr, item);
    }
}

/* Returns: (transfer none): @layout with its first line strong; a copy, as others have @layout too.
 * Valid until the next call. */
static PangoLayout *
with_name (PangoLayout *layout, const char *text)
{
  static PangoLayout *named;
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *strong = pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD);

  g_clear_object (&named);
  named = pango_layout_copy (layout);
  strong->end_index = (guint) strcspn (text, "\n");
  pango_attr_list_insert (attributes, strong);
  pango_layout_set_attributes (named, attributes);
  pango_attr_list_unref (attributes);

  return named;
}

PangoLayout *
lijn_sheet_set_text (const char *text, LijnSheetStyle style, double width)
{
  LijnSetting setting = { .style = looks[style].style, .size = looks[style].size, .width = width };
  PangoLayout *layout = lijn_text_get (text, &setting);

  return style == LIJN_SHEET_NAMED ? with_name (layout, text) : layout;
}

/* Nothing on a page lies on anything else, so what is alike is painted together: on paper the
 * number of operations is what takes time. */
void
lijn_sheet_paint (LijnSheet *self, guint page, cairo_t *cr, LijnSheetLink link, gpointer data)
{
  GArray *items = g_ptr_array_index (self->pages, page);

  paint_rules (cr, items, TRUE);
  paint_rules (cr, items, FALSE);
  for (LijnSheetStyle style = LIJN_SHEET_TITLE; style <= LIJN_SHEET_WARNING; style++)
    paint_texts (cr, items, style);
  for (guint i = 0; i < items->len; i++)
    {
      const LijnSheetItem *item = &g_array_index (items, LijnSheetItem, i);

      if (item->kind == LIJN_SHEET_ITEM_MARK)
        item->draw (cr, item->rect.x, item->rect.y, item->data);
      if (item->leads_to != NULL && link != NULL)
        link (item->leads_to, &item->rect, data);
    }
}

void
lijn_sheet_read (LijnSheet *self, void (*each) (const LijnSheetPiece *piece, gpointer data),
                 gpointer data)
{
  for (guint page = 0; page < self->pages->len; page++)
    {
      GArray *items = g_ptr_array_index (self->pages, page);

      for (guint i = 0; i < items->len; i++)
        {
          const LijnSheetItem *item = &g_array_index (items, LijnSheetItem, i);
          LijnSheetPiece piece = { page,       item->rect,    item->text, item->first,
                                   item->last, item->n_lines, item->style };

          if (item->kind == LIJN_SHEET_ITEM_TEXT)
            each (&piece, data);
        }
    }
}
