/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Puts right what GTK 4.8 tells a screen reader of the controls at and below @widget: the text of a
 * button with a mnemonic is said twice, once with its underline; the button inside a drop-down has
 * no name. To be called once the widgets are made. */
void lijn_names_put_right (GtkWidget *widget);

G_END_DECLS
