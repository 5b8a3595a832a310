/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* Friction points are given to teams by dragging them there. */

/* Lets @friction be dragged by @widget. */
void lijn_drag_friction_from (GtkWidget *widget, LijnFriction *friction);

/* Lets friction points be dropped on @widget, which stands for @team. */
void lijn_drag_friction_onto (GtkWidget *widget, LijnView *view, LijnTeam *team);

G_END_DECLS
