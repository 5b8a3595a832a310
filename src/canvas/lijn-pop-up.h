/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows @popover (transfer floating) in @parent, pointing at @at of it, until it is closed: then the
 * focus goes to @back (nullable), and the popover goes away. */
void lijn_pop_up (GtkWidget *popover, GtkWidget *parent, const GdkRectangle *at, GtkWidget *back);

/* The same of a menu, its corner at @at. */
void lijn_pop_up_menu (GMenuModel *menu, GtkWidget *parent, const GdkRectangle *at,
                       GtkWidget *back);

G_END_DECLS
