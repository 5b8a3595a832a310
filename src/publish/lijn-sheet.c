/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-sheet-private.h"

#include <math.h>

/* Laying out makes, for each page, a list of items with their places: lines first to last of a
 * text, marks and rules. Texts are set once to be measured and again to be painted, so that a
 * register of thousands of rows does not keep thousands of layouts in memory. */

#define MARGIN LIJN_SHEET_MARGIN
#define FOOTER 30.0
#define CELL_GAP 8.0 /* between columns */
#define ROW_GAP 5.0 /* above and below a row's text */

typedef struct
{
  guint page;
  double y;
} Place;

/* A cell while its row is being laid out. */
typedef struct
{
  const LijnSheetCell *cell;
  double *bottoms; /* of the lines, from the layout's top */
  int n_lines;
  int next; /* line */
  gboolean marked;
} Setting;

static void
item_clear (gpointer data)
{
  LijnSheetItem *item = data;

  if (item->free != NULL)
    item->free (item->data);
  g_free (item->text);
  g_free (item->leads_to);
}

static void
add_page (LijnSheet *self)
{
  GArray *page = g_array_new (FALSE, FALSE, sizeof (LijnSheetItem));

  g_array_set_clear_func (page, item_clear);
  g_ptr_array_add (self->pages, page);
  self->y = MARGIN;
}

static void
add_item (LijnSheet *self, const LijnSheetItem *item)
{
  g_array_append_vals (g_ptr_array_index (self->pages, self->pages->len - 1), item, 1);
}

static double
bottom_of (LijnSheet *self)
{
  return self->height - MARGIN - FOOTER;
}

static gboolean
page_is_empty (LijnSheet *self)
{
  return self->y <= MARGIN;
}

/* Here stands what was marked: only now is it known on which page that is. */
static void
settle_mark (LijnSheet *self)
{
  Place place = { self->pages->len - 1, self->y };

  if (self->pending != NULL)
    g_hash_table_replace (self->places, g_steal_pointer (&self->pending),
                          g_memdup2 (&place, sizeof place));
}

/* (transfer full) */
static double *
measure_lines (PangoLayout *layout, int *n)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double *bottoms;
  int i = 0;

  *n = pango_layout_get_line_count (layout);
  bottoms = g_new (double, *n);
  do
    {
      int bottom;

      pango_layout_iter_get_line_yrange (iter, NULL, &bottom);
      bottoms[i++] = (double) bottom / PANGO_SCALE;
    }
  while (i < *n && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return bottoms;
}

static double
top_of_line (const Setting *setting, int line)
{
  return line > 0 ? setting->bottoms[line - 1] : 0;
}

static double
height_left (const Setting *setting)
{
  double text = setting->n_lines > setting->next
                    ? setting->bottoms[setting->n_lines - 1] - top_of_line (setting, setting->next)
                    : 0;

  return MAX (text, setting->marked ? 0 : setting->cell->height);
}

/* How many lines from the next one on fit into @room; at least one where @must. */
static int
count_fitting (const Setting *setting, double room, gboolean must)
{
  double top = top_of_line (setting, setting->next);
  int last = setting->next;

  while (last < setting->n_lines && setting->bottoms[last] - top <= room)
    last++;
  if (must && last == setting->next && last < setting->n_lines)
    last++;
  return last;
}

static void
place_text (LijnSheet *self, Setting *setting, double x, double width, int last)
{
  LijnSheetItem item = {
    .kind = LIJN_SHEET_ITEM_TEXT,
    .rect = { x, self->y, width,
              setting->bottoms[last - 1] - top_of_line (setting, setting->next) },
    .style = setting->cell->style,
    .text = g_strdup (setting->cell->text),
    .first = setting->next,
    .last = last,
    .n_lines = setting->n_lines,
    .leads_to = g_strdup (setting->cell->leads_to),
  };

  add_item (self, &item);
  setting->next = last;
}

static void
place_mark (LijnSheet *self, const LijnSheetCell *cell, double x, double width)
{
  LijnSheetItem item = {
    .kind = LIJN_SHEET_ITEM_MARK,
    .rect = { x, self->y, width, cell->height },
    .draw = cell->draw,
    .data = cell->data,
    .free = cell->free,
    .leads_to = g_strdup (cell->leads_to),
  };

  add_item (self, &item);
}

static void
place_rule (LijnSheet *self, gboolean strong)
{
  LijnSheetItem item = { .kind = LIJN_SHEET_ITEM_RULE,
                         .rect = { MARGIN, self->y, self->width - 2 * MARGIN, 0 },
                         .strong = strong };

  add_item (self, &item);
}

static double
column_x (LijnSheet *self, guint column)
{
  double x = MARGIN;

  for (guint i = 0; i < column; i++)
    x += self->columns[i].share * (self->width - 2 * MARGIN);
  return x;
}

static double
column_width (LijnSheet *self, guint column)
{
  double gap = column + 1 < self->n_columns ? CELL_GAP : 0;

  return self->columns[column].share * (self->width - 2 * MARGIN) - gap;
}

/* Puts as much of the cells on this page as @room takes. Returns: whether that was all. */
static gboolean
place_fragment (LijnSheet *self, Setting *settings, double room, gboolean must)
{
  gboolean all = TRUE;
  double used = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      Setting *setting = &settings[i];
      double x = column_x (self, i);
      double width = column_width (self, i);
      double top = top_of_line (setting, setting->next);
      int last = count_fitting (setting, room, must);

      if (!setting->marked && setting->cell->draw != NULL)
        {
          setting->marked = TRUE;
          place_mark (self, setting->cell, x, width);
          used = MAX (used, setting->cell->height);
        }
      if (last > setting->next)
        {
          place_text (self, setting, x, width, last);
          used = MAX (used, setting->bottoms[last - 1] - top);
        }
      all &= setting->next >= setting->n_lines;
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
      Setting setting = { .cell = &cell };
      PangoLayout *layout = lijn_sheet_set_text (cell.text, LIJN_SHEET_SOFT,
                                                 column_width (self, i));

      setting.bottoms = measure_lines (layout, &setting.n_lines);
      used = MAX (used, setting.bottoms[setting.n_lines - 1]);
      place_text (self, &setting, column_x (self, i), column_width (self, i), setting.n_lines);
      g_free (setting.bottoms);
    }
  self->y += used + ROW_GAP;
  place_rule (self, TRUE);
}

static void
next_page_of_table (LijnSheet *self)
{
  add_page (self);
  place_titles (self);
}

static void
place_row (LijnSheet *self, Setting *settings)
{
  double needs = 0;
  double page_top;
  gboolean must = FALSE;

  for (guint i = 0; i < self->n_columns; i++)
    needs = MAX (needs, height_left (&settings[i]));

  /* A row that fits on one page is not divided; neither is one that would start with hardly any
   * room. */
  page_top = MARGIN + 2 * ROW_GAP + 24;
  if (self->y + needs + 2 * ROW_GAP > bottom_of (self) && self->y > page_top &&
      (needs + 2 * ROW_GAP <= bottom_of (self) - page_top || self->y + 60 > bottom_of (self)))
    next_page_of_table (self);

  settle_mark (self);
  self->y += ROW_GAP;
  while (!place_fragment (self, settings, bottom_of (self) - self->y - ROW_GAP, must))
    {
      next_page_of_table (self);
      self->y += ROW_GAP;
      must = TRUE;
    }
  self->y += ROW_GAP;
  place_rule (self, FALSE);
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
    add_page (self);
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
  double width = self->width - 2 * MARGIN;
  LijnSheetCell cell = { .text = text, .style = style };
  Setting setting = { .cell = &cell };
  double keep = style == LIJN_SHEET_TITLE ? 110 : style == LIJN_SHEET_HEADING ? 84 : 0;
  PangoLayout *layout = lijn_sheet_set_text (text, style, width);
  g_autofree double *bottoms = NULL;

  if (self->pages->len == 0 || (self->y + keep > bottom_of (self) && !page_is_empty (self)))
    add_page (self);
  settle_mark (self);
  bottoms = setting.bottoms = measure_lines (layout, &setting.n_lines);
  while (setting.next < setting.n_lines)
    {
      double top = top_of_line (&setting, setting.next);
      int last = count_fitting (&setting, bottom_of (self) - self->y, page_is_empty (self));

      if (last > setting.next)
        {
          place_text (self, &setting, MARGIN, width, last);
          self->y += bottoms[last - 1] - top;
        }
      if (setting.next < setting.n_lines)
        add_page (self);
    }
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
  double down = bottom_of (self) - MARGIN;
  Picture *picture = g_new (Picture, 1);
  LijnSheetCell cell = { .draw = draw_picture, .data = picture, .free = picture_free };

  *picture = (Picture){ *drawing, MIN (1, MIN (across / drawing->width, down / drawing->height)) };
  cell.height = drawing->height * picture->scale;
  if (self->pages->len == 0 || (self->y + cell.height > bottom_of (self) && !page_is_empty (self)))
    add_page (self);
  settle_mark (self);
  place_mark (self, &cell, MARGIN, drawing->width * picture->scale);
  self->y += cell.height;
}

double
lijn_sheet_get_text_width (LijnSheet *self)
{
  return self->width - 2 * MARGIN;
}

void
lijn_sheet_begin_table (LijnSheet *self, const LijnSheetColumn *columns, guint n)
{
  g_free (self->columns);
  self->columns = g_memdup2 (columns, n * sizeof *columns);
  self->n_columns = n;
  if (self->pages->len == 0 || self->y + 60 > bottom_of (self))
    add_page (self);
  place_titles (self);
}

void
lijn_sheet_add_row (LijnSheet *self, const LijnSheetCell *cells)
{
  g_autofree Setting *settings = g_new0 (Setting, self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    {
      settings[i].cell = &cells[i];
      if (cells[i].text == NULL || *cells[i].text == '\0')
        continue;
      settings[i].bottoms = measure_lines (
          lijn_sheet_set_text (cells[i].text, cells[i].style, column_width (self, i)),
          &settings[i].n_lines);
    }
  place_row (self, settings);
  for (guint i = 0; i < self->n_columns; i++)
    g_free (settings[i].bottoms);
}

void
lijn_sheet_end_table (LijnSheet *self)
{
  self->y += 14;
  self->n_columns = 0;
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
