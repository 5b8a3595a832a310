/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-paint.h"
#include "lijn-type.h"

G_BEGIN_DECLS

/* Text and tables on pages. What is added flows from page to page: a row stays whole on a page
 * unless it is longer than one, then it goes on line by line; nothing is cut. A table's headings
 * are repeated on each page. Pages are numbered from 0. */
typedef struct _LijnSheet LijnSheet;

#define LIJN_SHEET_MARGIN 42.0

typedef enum
{
  LIJN_SHEET_TITLE, /* of a part */
  LIJN_SHEET_HEADING,
  LIJN_SHEET_TEXT,
  LIJN_SHEET_SOFT,
  LIJN_SHEET_STRONG,
  LIJN_SHEET_NAMED, /* as text, but its first line is strong */
  LIJN_SHEET_WARNING,
} LijnSheetStyle;

/* A table's column: its heading and its share of the width. */
typedef struct
{
  const char *title;
  double share;
} LijnSheetColumn;

/* What stands in a cell. A mark is drawn at the top of the cell by @draw, which gets the place
 * of the cell's upper left corner and @data, which the sheet frees with @free. */
typedef struct
{
  const char *text; /* (nullable) */
  LijnSheetStyle style;
  void (*draw) (cairo_t *cr, double x, double y, gpointer data);
  gpointer data;
  GDestroyNotify free;
  double height; /* of the mark */
  const char *leads_to; /* (nullable): id of something that the cell leads to */
} LijnSheetCell;

/* A sheet of pages of @width × @height points. */
LijnSheet *lijn_sheet_new (double width, double height);
void lijn_sheet_free (LijnSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnSheet, lijn_sheet_free)

/* Starts a part: on a new page, unless there is much room left on this one. */
void lijn_sheet_begin_part (LijnSheet *self);
void lijn_sheet_space (LijnSheet *self, double height);

/* A paragraph. Titles and headings stay with what follows them. */
void lijn_sheet_add (LijnSheet *self, LijnSheetStyle style, const char *text);

/* Something drawn of width × height points, on a new page where there is not enough room; smaller
 * where it is larger than a page. @draw is called with the origin at its upper left corner, as often
 * as its page is painted; the sheet takes @data and frees it with @free. */
typedef struct
{
  double width, height;
  void (*draw) (cairo_t *cr, gpointer data);
  gpointer data;
  GDestroyNotify free;
} LijnSheetDrawing;
void lijn_sheet_add_drawing (LijnSheet *self, const LijnSheetDrawing *drawing);

/* Returns: the width in points that text has. */
double lijn_sheet_get_text_width (LijnSheet *self);

/* A table: its columns, then its rows, then its end. @columns and @cells belong to the caller; the
 * columns' titles must stay until the end. */
void lijn_sheet_begin_table (LijnSheet *self, const LijnSheetColumn *columns, guint n);
void lijn_sheet_add_row (LijnSheet *self, const LijnSheetCell *cells);
void lijn_sheet_end_table (LijnSheet *self);

/* Remembers where the next thing is put, under @id. */
void lijn_sheet_mark (LijnSheet *self, const char *id);
gboolean lijn_sheet_find (LijnSheet *self, const char *id, guint *page, double *y);

guint lijn_sheet_count_pages (LijnSheet *self);

/* Paints a page. For PDF, @link is called for each cell that leads somewhere, with its place. */
typedef void (*LijnSheetLink) (const char *leads_to, const LijnRect *rect, gpointer data);
void lijn_sheet_paint (LijnSheet *self, guint page, cairo_t *cr, LijnSheetLink link, gpointer data);

/* Calls @each with every piece of text, page by page: what a reader can read, and where. */
typedef struct
{
  guint page;
  LijnRect rect;
  const char *text; /* the whole; of it, lines @first to @last (one further) of @n_lines are here */
  int first, last, n_lines;
  LijnSheetStyle style;
} LijnSheetPiece;

void lijn_sheet_read (LijnSheet *self, void (*each) (const LijnSheetPiece *piece, gpointer data),
                      gpointer data);

G_END_DECLS
