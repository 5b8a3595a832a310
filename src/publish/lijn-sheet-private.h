/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-paint-text.h"
#include "lijn-sheet.h"

G_BEGIN_DECLS

/* How a sheet is kept: a list of items with their places for each page. lijn-sheet.c keeps the pages
 * and puts paragraphs on them, -table.c tables, -setting.c the lines of both; -paint.c paints them. */

typedef enum
{
  LIJN_SHEET_ITEM_TEXT,
  LIJN_SHEET_ITEM_MARK,
  LIJN_SHEET_ITEM_RULE,
} LijnSheetItemKind;

typedef struct
{
  LijnSheetItemKind kind;
  LijnRect rect;
  LijnSheetStyle style;
  char *text;
  int first, last, n_lines; /* last is one further */
  void (*draw) (cairo_t *cr, double x, double y, gpointer data);
  gpointer data;
  GDestroyNotify free;
  char *leads_to;
  gboolean strong; /* of a rule */
} LijnSheetItem;

struct _LijnSheet
{
  double width, height;
  GPtrArray *pages; /* of GArray of LijnSheetItem */
  double y;
  GHashTable *places; /* id → place */
  char *pending; /* id of what is put next */
  LijnSheetColumn *columns;
  guint n_columns;
};

/* A paragraph or cell while it is being put on pages. */
typedef struct
{
  const LijnSheetCell *cell;
  double *bottoms; /* of the lines, from the layout's top */
  int n_lines;
  int next; /* line */
  gboolean marked; /* the cell's mark has been put */
} LijnSheetSetting;

/* lijn-sheet.c */

void lijn_sheet_add_page (LijnSheet *self);
double lijn_sheet_get_bottom (LijnSheet *self); /* of the room for text */

/* Here stands what was marked: only now is it known on which page that is. */
void lijn_sheet_settle_mark (LijnSheet *self);

/* Puts @item, and what it owns, on the last page; of @cell its mark, at the present height. */
void lijn_sheet_put (LijnSheet *self, const LijnSheetItem *item);
void lijn_sheet_put_mark (LijnSheet *self, const LijnSheetCell *cell, double x, double width);

/* lijn-sheet-setting.c */

/* Measures the lines of @layout, the cell's text. To be cleared. */
void lijn_sheet_setting_measure (LijnSheetSetting *self, PangoLayout *layout);
void lijn_sheet_setting_clear (LijnSheetSetting *self);

/* Whether all lines have been put. */
gboolean lijn_sheet_setting_is_done (const LijnSheetSetting *self);

/* Returns: the height of what has not been put. */
double lijn_sheet_setting_get_height (const LijnSheetSetting *self);

/* Puts as many lines as fit into the height @room, at least one where @must. Returns: their height.
 */
double lijn_sheet_setting_place (LijnSheetSetting *self, LijnSheet *sheet, double x, double width,
                                 double room, gboolean must);

/* lijn-sheet-paint.c */

/* Sets @text as it is measured and painted. (transfer none): valid until the next call. */
PangoLayout *lijn_sheet_set_text (const char *text, LijnSheetStyle style, double width);

G_END_DECLS
