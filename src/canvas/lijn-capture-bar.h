/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-canvas.h"

G_BEGIN_DECLS

/* The capture line: an entry with completion and, below it, what the line would do; Return does it,
 * shows what it made and clears the line. Up and Down walk through earlier lines; Escape gives the
 * focus back to the map. Properties: "view". */

#define LIJN_TYPE_CAPTURE_BAR (lijn_capture_bar_get_type ())
G_DECLARE_FINAL_TYPE (LijnCaptureBar, lijn_capture_bar, LIJN, CAPTURE_BAR, GtkWidget)

GtkWidget *lijn_capture_bar_new (LijnView *view);
void lijn_capture_bar_set_view (LijnCaptureBar *self, LijnView *view); /* (nullable) */

/* The map that Escape goes back to. (nullable); not owned */
void lijn_capture_bar_set_canvas (LijnCaptureBar *self, LijnCanvas *canvas);

G_END_DECLS
