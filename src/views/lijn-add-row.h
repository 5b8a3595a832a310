/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* A row in which something is typed that is to be added to @owner: Return adds it, and the row is
 * ready for the next. @verb is one of edit/, and gets the text on one line, never empty, and
 * @data, which stays the caller's. */
typedef gboolean (*LijnAddVerb) (LijnView *view, LijnObject *owner, const char *text, gpointer data,
                                 GError **error);
GtkWidget *lijn_add_row_new (LijnView *view, gpointer owner, const char *title, LijnAddVerb verb,
                             gpointer data);

G_END_DECLS
