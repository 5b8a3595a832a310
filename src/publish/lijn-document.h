/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-publish.h"

G_BEGIN_DECLS

/* What a PDF asks of a document beyond printing it. */

/* As lijn_document_new(); @larger: a map that would be too small to read has a larger page. */
LijnDocument *lijn_document_new_for (LijnProject *project, LijnMap *map,
                                     const LijnAudience *audience, LijnOverlay overlay,
                                     double page_width, double page_height, gboolean larger);

/* The minutes of @session behind the maps; @larger as above. */
LijnDocument *lijn_document_new_minutes_for (LijnSession *session, const LijnAudience *audience,
                                             double page_width, double page_height,
                                             gboolean larger);

/* The document's parts for a table of contents: number @i, or NULL after the last. @y is from the
 * page's top. */
const char *lijn_document_get_part (LijnDocument *self, guint i, guint *page, double *y);

G_END_DECLS
