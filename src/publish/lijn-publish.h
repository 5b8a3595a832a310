/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-paint.h"

G_BEGIN_DECLS

/* Paper and pictures. @overlay is what lies over the maps, with its scale in their legend: it
 * says no more than the audience may see. Every file is written beside its place and renamed
 * when it is whole; on failure or cancelling nothing is left. Everything is made for an
 * audience. Progress is told from 0 to 1. */

#define LIJN_PUBLISH_ERROR (lijn_publish_error_quark ())
GQuark lijn_publish_error_quark (void);

typedef enum
{
  LIJN_PUBLISH_ERROR_WRITE, /* the file could not be written */
  LIJN_PUBLISH_ERROR_DRAW, /* the picture could not be made */
} LijnPublishError;

typedef void (*LijnProgress) (double part, gpointer data);

/* A document for print and PDF: each map (or only @map) as large as fits on a page of its own,
 * or, where it would be too small to read, in strips below each other on as many pages as it
 * needs; then the four aims, the friction register, interface register and teams with actions
 * behind it. It shows the project as it was when the document was made. Pages are numbered from
 * 0; sizes in points. */
#define LIJN_TYPE_DOCUMENT (lijn_document_get_type ())
G_DECLARE_FINAL_TYPE (LijnDocument, lijn_document, LIJN, DOCUMENT, GObject)

LijnDocument *lijn_document_new (LijnProject *project, LijnMap *map, const LijnAudience *audience,
                                 LijnOverlay overlay, double page_width, double page_height);

/* The charter of one team: what it is for, who is in it, what it works on and does. */
LijnDocument *lijn_document_new_charter (LijnTeam *team, const LijnAudience *audience,
                                         double page_width, double page_height);

/* The minutes of a session, with the maps before them. */
LijnDocument *lijn_document_new_minutes (LijnSession *session, const LijnAudience *audience,
                                         double page_width, double page_height);
guint lijn_document_count_pages (LijnDocument *self);
void lijn_document_get_page_size (LijnDocument *self, guint page, double *width,
                                  double *height); /* map pages are landscape, the rest portrait */
void lijn_document_paint_page (LijnDocument *self, guint page, cairo_t *cr);

/* Writes a document as PDF, A4; a map that would be too small to read there in one
 * strip has an A3 page. @map
 * NULL: all maps. Fails with LIJN_PUBLISH_ERROR or G_IO_ERROR_CANCELLED. */
gboolean lijn_publish_pdf (LijnProject *project, LijnMap *map, const LijnAudience *audience,
                           LijnOverlay overlay, const char *path, LijnProgress progress,
                           gpointer data, GCancellable *cancellable, GError **error);

/* Writes the charter of @team as PDF, as lijn_publish_pdf() does. */
gboolean lijn_publish_charter (LijnTeam *team, const LijnAudience *audience, const char *path,
                               GCancellable *cancellable, GError **error);

/* As lijn_publish_pdf(), with the minutes of @session behind all maps. */
gboolean lijn_publish_minutes (LijnSession *session, const LijnAudience *audience, const char *path,
                               LijnProgress progress, gpointer data, GCancellable *cancellable,
                               GError **error);

/* The map with title, legend and pins. In the SVG text is outlines, so that it looks the same
 * without the font; its only text is an escaped title. It holds no script, link or foreign thing.
 *
 * @scale: pixels a point; it is lowered where the picture would be larger than pictures can be. */
gboolean lijn_publish_svg (LijnMap *map, const LijnAudience *audience, LijnOverlay overlay,
                           const char *path, GError **error);
gboolean lijn_publish_png (LijnMap *map, const LijnAudience *audience, LijnOverlay overlay,
                           double scale, const char *path, GError **error);

/* Returns: (transfer full): a picture of @map at most @width × @height pixels, for previews. */
cairo_surface_t *lijn_publish_thumbnail (LijnMap *map, const LijnAudience *audience,
                                         LijnPaletteKind palette, int width, int height);

G_END_DECLS
