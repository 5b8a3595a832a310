/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes a button with a calendar for the date in @editable. When a day is chosen,
 * @chosen (data, const char *date) is called with it as YYYY-MM-DD. */
GtkWidget *lijn_date_button_new (GtkEditable *editable, GCallback chosen, gpointer data);

G_END_DECLS
