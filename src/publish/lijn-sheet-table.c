/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-sheet-private.h"

/* A table: a row stays whole where a page takes it, and the headings are repeated on each page. */

#define CELL_GAP 8.0 /* between columns */
#define ROW_GAP 5.0 /* above and below a row's text */

static void
place_rule (LijnSheet *self, gboolean strong)
{
  LijnSheetItem item = { .kind = LIJN_SHEET_ITEM_RULE,
                         .rect = { LIJN_SHEET_MARGIN, self->y, lijn_sheet_get_text_width (self),
                                   0 },
                         .strong = strong };

  lijn_sheet_put (self, &item);
}

static double
column_x (LijnSheet *self, guint column)
{
  double x = LIJN_SHEET_MARGIN;

  for (guint i = 0; i < column; i++)
    x += self->columns[i].share * lijn_sheet_get_text_width (self);
  return x;
}

static double
column_width (LijnSheet *self, guint column)
{
  double gap = column + 1 < self->n_columns ? CELL_GAP : 0;

  return self->columns[column].share * lijn_sheet_get_text_width (self) - gap;
}

/* Puts as much of the cells on this page as @room takes. Returns: whether that was all. */
static gboolean
place_fragment (LijnSheet *self, LijnSheetSetting *settings, double room, gboolean must)
{
  gboolean all = TRUE;
  double used = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      LijnSheetSetting *setting = &settings[i];
      double x = column_x (self, i);
      double width = column_width (self, i);
      double height;

      if (!setting->marked && setting->cell->draw != NULL)
        {
          setting->marked = TRUE;
          lijn_sheet_put_mark (self, setting->cell, x, width);
          used = MAX (used, setting->cell->height);
        }
      height = lijn_sheet_setting_place (setting, self, x, width, room, must);
      used = MAX (used, height);
      all &= lijn_sheet_setting_is_done (setting);
    }
  self->y += used;
  return all;
}

static void
place_titles (LijnSheet *self)
{
  double used = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      LijnSheetCell cell = { .text = self->columns[i].title, .style = LIJN_SHEET_SOFT };
      LijnSheetSetting setting = { .cell = &cell };
      PangoLayout *layout = lijn_sheet_set_text (cell.text, LIJN_SHEET_SOFT,
                                                 column_width (self, i));
      double height;

      lijn_sheet_setting_measure (&setting, layout);
      height = lijn_sheet_setting_place (&setting, self, column_x (self, i), column_width (self, i),
                                         G_MAXDOUBLE, TRUE);
      used = MAX (used, height);
      lijn_sheet_setting_clear (&setting);
    }
  self->y += used + ROW_GAP;
  place_rule (self, TRUE);
}

static void
next_page_of_table (LijnSheet *self)
{
  lijn_sheet_add_page (self);
  place_titles (self);
}

static void
place_row (LijnSheet *self, LijnSheetSetting *settings)
{
  double needs = 0;
  double page_top;
  gboolean must = FALSE;

  for (guint i = 0; i < self->n_columns; i++)
    needs = MAX (needs, lijn_sheet_setting_get_height (&settings[i]));

  /* A row that fits on one page is not divided; neither is one that would start with hardly any
   * room. */
  page_top = LIJN_SHEET_MARGIN + 2 * ROW_GAP + 24;
  if (self->y + needs + 2 * ROW_GAP > lijn_sheet_get_bottom (self) && self->y > page_top &&
      (needs + 2 * ROW_GAP <= lijn_sheet_get_bottom (self) - page_top ||
       self->y + 60 > lijn_sheet_get_bottom (self)))
    next_page_of_table (self);

  lijn_sheet_settle_mark (self);
  self->y += ROW_GAP;
  while (!place_fragment (self, settings, lijn_sheet_get_bottom (self) - self->y - ROW_GAP, must))
    {
      next_page_of_table (self);
      self->y += ROW_GAP;
      must = TRUE;
    }
  self->y += ROW_GAP;
  place_rule (self, FALSE);
}

void
lijn_sheet_begin_table (LijnSheet *self, const LijnSheetColumn *columns, guint n)
{
  g_free (self->columns);
  self->columns = g_memdup2 (columns, n * sizeof *columns);
  self->n_columns = n;
  if (self->pages->len == 0 || self->y + 60 > lijn_sheet_get_bottom (self))
    lijn_sheet_add_page (self);
  place_titles (self);
}

void
lijn_sheet_add_row (LijnSheet *self, const LijnSheetCell *cells)
{
  g_autofree LijnSheetSetting *settings = g_new0 (LijnSheetSetting, self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    {
      settings[i].cell = &cells[i];
      if (cells[i].text == NULL || *cells[i].text == '\0')
        continue;
      lijn_sheet_setting_measure (&settings[i], lijn_sheet_set_text (cells[i].text, cells[i].style,
                                                                     column_width (self, i)));
    }
  place_row (self, settings);
  for (guint i = 0; i < self->n_columns; i++)
    lijn_sheet_setting_clear (&settings[i]);
}

void
lijn_sheet_end_table (LijnSheet *self)
{
  self->y += 14;
  self->n_columns = 0;
}
