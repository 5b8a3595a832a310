/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-canvas-private.h"

G_BEGIN_DECLS

/* What drags and new things draw over the map, in map coordinates: never part of it. */

/* A line to be, with an arrowhead at its end. */
void lijn_preview_line (LijnCanvas *canvas, GtkSnapshot *snapshot, const LijnPoint *points,
                        guint n);

/* The middle of a line: where its name will be, more or less. */
LijnRect lijn_preview_middle (const LijnPoint *points, guint n);

/* A flow to be, as it would run between two elements. */
void lijn_preview_flow (LijnCanvas *canvas, GtkSnapshot *snapshot, LijnElement *source,
                        LijnElement *target);

/* An element to be, in the colours of the party of @lane (nullable). */
void lijn_preview_shape (LijnCanvas *canvas, GtkSnapshot *snapshot, LijnElementKind kind,
                         const LijnRect *rect, LijnLane *lane);

/* A pin to be, its tip at @tip. */
void lijn_preview_pin (LijnCanvas *canvas, GtkSnapshot *snapshot, const LijnPoint *tip);

/* What a release would hit. */
void lijn_preview_target (LijnCanvas *canvas, GtkSnapshot *snapshot, LijnObject *object);

/* A thin line between two points: what lines up with what. */
void lijn_preview_guide (LijnCanvas *canvas, GtkSnapshot *snapshot, const LijnPoint *from,
                         const LijnPoint *to);

/* The same with @distance, in points, at its middle; with an end at both ends where it crosses a
 * @gap. */
void lijn_preview_distance (LijnCanvas *canvas, GtkSnapshot *snapshot, const LijnPoint *from,
                            const LijnPoint *to, double distance, gboolean gap);

/* A few words right below @at, always of a size that can be read. */
void lijn_preview_words (LijnCanvas *canvas, GtkSnapshot *snapshot, const LijnPoint *at,
                         const char *words);

G_END_DECLS
