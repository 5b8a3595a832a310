/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Parts side by side where there is room, else in fewer columns below each other: at least @least in a
 * row, at most @most. @alike: all of them as wide, and as high, as each other. */
GtkWidget *lijn_columns_new (guint least, guint most, gboolean alike);
void lijn_columns_add (GtkWidget *columns, GtkWidget *part);

G_END_DECLS
