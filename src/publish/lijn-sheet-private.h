/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-paint-text.h"
#include "lijn-sheet.h"

G_BEGIN_DECLS

/* How a sheet is kept: a list of items with their places for each page. */

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

/* Sets @text as it is measured and painted. (transfer none): valid until the next call. */
PangoLayout *lijn_sheet_set_text (const char *text, LijnSheetStyle style, double width);

G_END_DECLS
