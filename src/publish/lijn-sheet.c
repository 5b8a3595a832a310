/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-sheet-private.h"

/* Laying out makes, for each page, a list of items with their places: lines first to last of a
 * text, marks and rules. Texts are set once to be measured and again to be painted, so that a
 * register of thousands of rows does not keep thousands of layouts in memory. */

#define MARGIN LIJN_SHEET_MARGIN
#define FOOTER 30.0

typedef struct
{
  guint page;
  double y;
} Place;

static void
item_clear (gpointer data)
{
  LijnSheetItem *item = data;

  if (item->free != NULL)
    item->free (item->data);
  g_free (item->text);
  g_free (item->leads_to);
}

void
lijn_sheet_add_page (LijnSheet *self)
{
  GArray *page = g_array_new (FALSE, FALSE, sizeof (LijnSheetItem));

  g_array_set_clear_func (page, item_clear);
  g_ptr_array_add (self->pages, page);
  self->y = MARGIN;
}

void
lijn_sheet_put (LijnSheet *self, const LijnSheetItem *item)
{
  g_array_append_vals (g_ptr_array_index (self->pages, self->pages->len - 1), item, 1);
}

double
lijn_sheet_get_bottom (LijnSheet *self)
{
  return self->height - MARGIN - FOOTER;
}

static gboolean
page_is_empty (LijnSheet *self)
{
  return self->y <= MARGIN;
}

void
lijn_sheet_settle_mark (LijnSheet *self)
{
  Place place = { self->pages->len - 1, self->y };

  if (self->pending != NULL)
    g_hash_table_replace (self->places, g_steal_pointer (&self->pending),
                          g_memdup2 (&place, sizeof place));
}

void
lijn_sheet_put_mark (LijnSheet *self, const LijnSheetCell *cell, double x, double width)
{
  LijnSheetItem item = {
    .kind = LIJN_SHEET_ITEM_MARK,
    .rect = { x, self->y, width, cell->height },
    .draw = cell->draw,
    .data = cell->data,
    .free = cell->free,
    .leads_to = g_strdup (cell->leads_to),
  };

  lijn_sheet_put (self, &item);
}

LijnSheet *
lijn_sheet_new (double width, double height)
{
  LijnSheet *self = g_new0 (LijnSheet, 1);

  self->width = width;
  self->height = height;
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
lijn_sheet_free (LijnSheet *self)
{
  g_ptr_array_unref (self->pages);
  g_hash_table_unref (self->places);
  g_free (self->pending);
  g_free (self->columns);
  g_free (self);
}

void
lijn_sheet_begin_part (LijnSheet *self)
{
  if (self->pages->len == 0 || self->y > self->height * 0.6)
    lijn_sheet_add_page (self);
  else
    lijn_sheet_space (self, 26);
}

void
lijn_sheet_space (LijnSheet *self, double height)
{
  if (self->pages->len > 0 && !page_is_empty (self))
    self->y += height;
}

void
lijn_sheet_add (LijnSheet *self, LijnSheetStyle style, const char *text)
{
  double width = lijn_sheet_get_text_width (self);
  LijnSheetCell cell = { .text = text, .style = style };
  LijnSheetSetting setting = { .cell = &cell };
  double keep = style == LIJN_SHEET_TITLE ? 110 : style == LIJN_SHEET_HEADING ? 84 : 0;

  if (self->pages->len == 0 ||
      (self->y + keep > lijn_sheet_get_bottom (self) && !page_is_empty (self)))
    lijn_sheet_add_page (self);
  lijn_sheet_settle_mark (self);
  lijn_sheet_setting_measure (&setting, lijn_sheet_set_text (text, style, width));
  while (!lijn_sheet_setting_is_done (&setting))
    {
      self->y += lijn_sheet_setting_place (&setting, self, MARGIN, width,
                                           lijn_sheet_get_bottom (self) - self->y,
                                           page_is_empty (self));
      if (!lijn_sheet_setting_is_done (&setting))
        lijn_sheet_add_page (self);
    }
  lijn_sheet_setting_clear (&setting);
  self->y += style == LIJN_SHEET_TITLE ? 8 : 2.5;
}

typedef struct
{
  LijnSheetDrawing drawing;
  double scale;
} Picture;

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  picture->drawing.free (picture->drawing.data);
  g_free (picture);
}

static void
draw_picture (cairo_t *cr, double x, double y, gpointer data)
{
  const Picture *picture = data;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, picture->scale, picture->scale);
  picture->drawing.draw (cr, picture->drawing.data);
  cairo_restore (cr);
}

void
lijn_sheet_add_drawing (LijnSheet *self, const LijnSheetDrawing *drawing)
{
  double across = lijn_sheet_get_text_width (self);
  double down = lijn_sheet_get_bottom (self) - MARGIN;
  Picture *picture = g_new (Picture, 1);
  LijnSheetCell cell = { .draw = draw_picture, .data = picture, .free = picture_free };

  *picture = (Picture){ *drawing, MIN (1, MIN (across / drawing->width, down / drawing->height)) };
  cell.height = drawing->height * picture->scale;
  if (self->pages->len == 0 ||
      (self->y + cell.height > lijn_sheet_get_bottom (self) && !page_is_empty (self)))
    lijn_sheet_add_page (self);
  lijn_sheet_settle_mark (self);
  lijn_sheet_put_mark (self, &cell, MARGIN, drawing->width * picture->scale);
  self->y += cell.height;
}

double
lijn_sheet_get_text_width (LijnSheet *self)
{
  return self->width - 2 * MARGIN;
}

void
lijn_sheet_mark (LijnSheet *self, const char *id)
{
  g_free (self->pending);
  self->pending = g_strdup (id);
}

gboolean
lijn_sheet_find (LijnSheet *self, const char *id, guint *page, double *y)
{
  const Place *place = g_hash_table_lookup (self->places, id);

  if (place == NULL)
    return FALSE;
  *page = place->page;
  *y = place->y;
  return TRUE;
}

guint
lijn_sheet_count_pages (LijnSheet *self)
{
  return self->pages->len;
}
