/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-canvas.h"
#include "lijn-capture-bar.h"
#include "lijn-find-bar.h"

G_BEGIN_DECLS

/* The page on which people draw: the map, its zoom, and below it the capture line with the party
 * that is speaking. While there is nothing on the map it says how to begin. */

#define LIJN_TYPE_MAP_PAGE (lijn_map_page_get_type ())
G_DECLARE_FINAL_TYPE (LijnMapPage, lijn_map_page, LIJN, MAP_PAGE, AdwBin)

GtkWidget *lijn_map_page_new (LijnView *view);
LijnCanvas *lijn_map_page_get_canvas (LijnMapPage *self);
LijnCaptureBar *lijn_map_page_get_capture (LijnMapPage *self);
LijnFindBar *lijn_map_page_get_find_bar (LijnMapPage *self);

/* Draws a customer and a supplier with a lane each, as one step, and makes ready for the first
 * line. */
void lijn_map_page_begin (LijnMapPage *self);

/* Walks through what is assumed, from the first. */
void lijn_map_page_walk (LijnMapPage *self);

/* Where one goes on: the map, or the capture line of an empty one. */
void lijn_map_page_grab_focus (LijnMapPage *self);

G_END_DECLS
