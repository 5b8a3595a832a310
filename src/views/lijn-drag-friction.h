/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* Friction points are given to teams by dragging them there. */

/* What is dragged: @frictions (element-type LijnFriction). (transfer full) */
GdkContentProvider *lijn_drag_frictions (GPtrArray *frictions);

/* Lets @friction be dragged by @widget. */
void lijn_drag_friction_from (GtkWidget *widget, LijnFriction *friction);

/* Lets friction points be dropped on @widget, which stands for @team. */
void lijn_drag_friction_onto (GtkWidget *widget, LijnView *view, LijnTeam *team);

/* The same for a widget that stands now for this team, now for that, in @view; or for none: NULL. */
typedef LijnTeam *(*LijnDragFindTeam) (GtkWidget *widget, LijnView **view);
void lijn_drag_friction_onto_found (GtkWidget *widget, LijnDragFindTeam find);

G_END_DECLS
