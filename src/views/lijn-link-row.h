/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* A row with the name of an object; activating it shows the object. It follows the object. */

#define LIJN_TYPE_LINK_ROW (lijn_link_row_get_type ())
G_DECLARE_FINAL_TYPE (LijnLinkRow, lijn_link_row, LIJN, LINK_ROW, AdwActionRow)

GtkWidget *lijn_link_row_new (LijnView *view, LijnObject *object);

/* Adds a button at the end that does @verb (data of the button: the link's object, and @data), a
 * verb of edit/. @label is what the button does, in words. */
typedef gboolean (*LijnLinkVerb) (LijnObject *object, gpointer data, GError **error);
void lijn_link_row_add_remove (LijnLinkRow *self, const char *label, LijnLinkVerb verb,
                               LijnObject *data);

G_END_DECLS
