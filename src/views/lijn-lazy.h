/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lijn-project.h"

G_BEGIN_DECLS

/* Calls @update (@widget) once now and again after changes of @project: when the program is idle, once
 * for many changes, and only while @widget can be seen; a change that came while it could not is made up
 * for when it is shown again. For what costs too much to follow each edit. */
typedef void (*LijnLazyUpdate) (gpointer widget);
void lijn_lazy_follow (gpointer widget, LijnProject *project, LijnLazyUpdate update);

G_END_DECLS
