/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lijn-paint.h"

G_BEGIN_DECLS

/* A map shown from afar, where a render node for each object would be too many: painted once in square
 * textures of the zoom it is shown at. A frame only puts these beside each other; an edit paints anew
 * just the part of them that it touches. While the zoom changes, the tiles of the zoom before are
 * shown larger or smaller; what is missing is painted in a few milliseconds of each frame, until
 * all is there. */
typedef struct _LijnTiles LijnTiles;

/* Paints what touches @area of the map, given to it as it is to be. */
typedef void (*LijnTilePaint) (cairo_t *cr, LijnLayout *layout, const LijnRect *area,
                               const LijnPaintOptions *options, gpointer data);

/* @widget is drawn again when there is more to show, and outlives the tiles. */
LijnTiles *lijn_tiles_new (GtkWidget *widget, LijnTilePaint paint, gpointer data);
void lijn_tiles_free (LijnTiles *self);

/* The part of a map that is to be seen: its upper left corner and size, in pixels at @zoom. */
typedef struct
{
  double zoom, x, y, width, height;
} LijnSight;

/* Paints what is missing of @sight. With other @options than before, everything is painted anew.
 * Returns: whether nothing is missing any more. */
gboolean lijn_tiles_paint (LijnTiles *self, LijnLayout *layout, const LijnPaintOptions *options,
                           const LijnSight *sight);

/* Appends what there is of what lijn_tiles_paint() was asked for last, in pixels of the widget. */
void lijn_tiles_append (LijnTiles *self, GtkSnapshot *snapshot);

/* Returns: whether these show all of the map that is in sight, be it larger, smaller or as it was. */
gboolean lijn_tiles_cover (LijnTiles *self);

/* What lies in @area (map coordinates) looks different now. */
void lijn_tiles_change (LijnTiles *self, const LijnRect *area);
void lijn_tiles_clear (LijnTiles *self);

/* Returns: what lijn_tiles_paint() returned last. */
gboolean lijn_tiles_is_complete (LijnTiles *self);

/* Returns: how many tiles have been painted, whole or in part, and how many square pixels of them. */
guint lijn_tiles_count_painted (LijnTiles *self, guint64 *pixels);

G_END_DECLS
