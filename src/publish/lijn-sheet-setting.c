/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-sheet-private.h"

/* A text goes on a page line by line: as many as there is room for, the others on the next one. */

static double
get_top (const LijnSheetSetting *self)
{
  return self->next > 0 ? self->bottoms[self->next - 1] : 0;
}

void
lijn_sheet_setting_measure (LijnSheetSetting *self, PangoLayout *layout)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int i = 0;

  self->n_lines = pango_layout_get_line_count (layout);
  self->bottoms = g_new (double, self->n_lines);
  do
    {
      int bottom;

      pango_layout_iter_get_line_yrange (iter, NULL, &bottom);
      self->bottoms[i++] = (double) bottom / PANGO_SCALE;
    }
  while (i < self->n_lines && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

void
lijn_sheet_setting_clear (LijnSheetSetting *self)
{
  g_clear_pointer (&self->bottoms, g_free);
}

gboolean
lijn_sheet_setting_is_done (const LijnSheetSetting *self)
{
  return self->next >= self->n_lines;
}

double
lijn_sheet_setting_get_height (const LijnSheetSetting *self)
{
  double text = lijn_sheet_setting_is_done (self)
                    ? 0
                    : self->bottoms[self->n_lines - 1] - get_top (self);

  return MAX (text, self->marked ? 0 : self->cell->height);
}

double
lijn_sheet_setting_place (LijnSheetSetting *self, LijnSheet *sheet, double x, double width,
                          double room, gboolean must)
{
  double top = get_top (self);
  int last = self->next;
  LijnSheetItem item;

  while (last < self->n_lines && self->bottoms[last] - top <= room)
    last++;
  if (must && last == self->next && last < self->n_lines)
    last++;
  if (last == self->next)
    return 0;

  item = (LijnSheetItem){
    .kind = LIJN_SHEET_ITEM_TEXT,
    .rect = { x, sheet->y, width, self->bottoms[last - 1] - top },
    .style = self->cell->style,
    .text = g_strdup (self->cell->text),
    .first = self->next,
    .last = last,
    .n_lines = self->n_lines,
    .leads_to = g_strdup (self->cell->leads_to),
  };
  lijn_sheet_put (sheet, &item);
  self->next = last;
  return item.rect.height;
}
