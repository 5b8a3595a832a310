/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-document.h"

#include "lijn-sheet.h"
#include "lijn-strips.h"

G_BEGIN_DECLS

/* What the files of a document share: lijn-document.c puts it together from maps and registers and
 * knows its pages; -maps.c the pages with maps; -links.c what leads from one page to another;
 * -footer.c the line below each. Sizes are in points. */

#define LIJN_DOCUMENT_MARGIN 30.0 /* of a page with a map */
#define LIJN_DOCUMENT_FOOTER 30.0 /* height that it keeps free */

/* A page with a map or, of one that is too long for a page, a part of it. */
typedef struct
{
  LijnMap *map;
  LijnLayout *layout;
  LijnStrips *strips;
  guint index; /* of the page among those of the map */
  double width, height; /* of the page */
} LijnDocumentMap;

struct _LijnDocument
{
  GObject parent_instance;

  LijnProject *project;
  LijnAudience audience;
  char *party; /* what audience.party points at */
  double page_width, page_height;
  LijnPaintOptions options; /* of the maps */
  GArray *maps; /* of LijnDocumentMap */
  LijnSheet *sheet;
  GArray *parts;
  char *date;
};

/* lijn-document.c: an entry of the table of contents; @y is from the top of @page. */
void lijn_document_add_part (LijnDocument *self, const char *title, guint page, double y);

/* lijn-document-maps.c */

void lijn_document_map_clear (gpointer page); /* what a LijnDocumentMap holds */

/* Adds the pages of @only (nullable: of every map that the audience may see). @larger: a map that
 * would be too small to read has a larger page. */
void lijn_document_add_maps (LijnDocument *self, LijnMap *only, gboolean larger);

/* Paints the page with its links. */
void lijn_document_paint_map (LijnDocument *self, const LijnDocumentMap *page, cairo_t *cr);

/* lijn-document-links.c. Only a PDF takes links: elsewhere there are none. */

/* From pins and tags on the map to their rows in the registers. */
void lijn_document_link_map (LijnDocument *self, const LijnDocumentMap *page, cairo_t *cr);

/* Paints page @page of the sheet, its rows leading to their places on the maps. */
void lijn_document_paint_sheet (LijnDocument *self, guint page, cairo_t *cr);

/* lijn-document-footer.c: what it is, for whom, and the page's number. */
void lijn_document_paint_footer (LijnDocument *self, guint page, cairo_t *cr);

G_END_DECLS
