/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-canvas.h"

G_BEGIN_DECLS

/* The whole map, small, with a frame around what the canvas shows of it: a click goes there, the frame
 * can be dragged, arrow keys move it. Shown while the view's "overview" is on. */

#define LIJN_TYPE_OVERVIEW (lijn_overview_get_type ())
G_DECLARE_FINAL_TYPE (LijnOverview, lijn_overview, LIJN, OVERVIEW, GtkWidget)

void lijn_overview_set_canvas (LijnOverview *self, LijnCanvas *canvas); /* NULL lets go */

/* Returns: how many strips of the map have been painted since it was made. For tests: that panning
 * paints none, and an edit those that it touches. */
guint lijn_overview_count_painted (LijnOverview *self);

/* Returns: whether every strip is as the map is now. */
gboolean lijn_overview_is_fresh (LijnOverview *self);

G_END_DECLS
