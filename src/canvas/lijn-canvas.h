/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-view.h"

G_BEGIN_DECLS

/* The map on screen: tools, selection, editing in place. A GtkScrollable, to be put in a
 * GtkScrolledWindow. It installs the widget actions
 *
 *   canvas.undo canvas.redo canvas.delete canvas.rename canvas.select-all canvas.select-none
 * canvas.copy canvas.cut canvas.paste canvas.duplicate canvas.zoom-in canvas.zoom-out
 * canvas.zoom-100 canvas.zoom-fit canvas.zoom-selection canvas.add-step canvas.add-step-across
 * canvas.add-decision canvas.add-document canvas.add-wait canvas.add-start canvas.add-end
 * canvas.add-note canvas.add-friction canvas.confirm canvas.tidy canvas.route-again canvas.menu
 *
 * and shortcuts for them. Properties: "view". */

#define LIJN_TYPE_CANVAS (lijn_canvas_get_type ())
G_DECLARE_FINAL_TYPE (LijnCanvas, lijn_canvas, LIJN, CANVAS, GtkWidget)

GtkWidget *lijn_canvas_new (LijnView *view);
LijnView *lijn_canvas_get_view (LijnCanvas *self);
void lijn_canvas_set_view (LijnCanvas *self, LijnView *view); /* (nullable) */

/* Opens the entry in place for the name of @object. */
void lijn_canvas_edit_name (LijnCanvas *self, LijnObject *object);

void lijn_canvas_zoom_to_fit (LijnCanvas *self);

/* Shows where @object is, which may have been made just now: the map moves no farther than it must. */
void lijn_canvas_show_made (LijnCanvas *self, LijnObject *object);

/* Brings @place, in map coordinates, to the middle, as far as the map reaches. */
void lijn_canvas_go_to (LijnCanvas *self, const LijnPoint *place);

/* Something lies over the uppermost @height pixels: what is shown is not shown there. */
void lijn_canvas_set_covered (LijnCanvas *self, int height);

G_END_DECLS
