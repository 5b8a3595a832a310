/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives @button the @menu, but makes its widgets only when it is first opened: menus are a great part
 * of a window's widgets, and none of them is in its first frame. */
void lijn_late_menu_set (GtkMenuButton *button, GMenuModel *menu);

G_END_DECLS
