/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-paint.h"

G_BEGIN_DECLS

/* Something that the painter paints for paper, on screen: as wide as there is room, as high as it
 * says that it needs, in the colours of the desktop's style. */

#define LIJN_TYPE_PAINTED (lijn_painted_get_type ())
G_DECLARE_FINAL_TYPE (LijnPainted, lijn_painted, LIJN, PAINTED, GtkWidget)

/* Paints into @rect (points), or with @cr NULL only measures. Returns: the height in points that it
 * needs at the width of @rect. */
typedef double (*LijnPaintedFunc) (cairo_t *cr, const LijnRect *rect,
                                   const LijnPaintOptions *options, gpointer data);

/* @data must live as long as the widget. */
GtkWidget *lijn_painted_new (LijnPaintedFunc paint, gpointer data);

/* What it shows has changed. */
void lijn_painted_refresh (LijnPainted *self);

G_END_DECLS
