/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-paint.h"
#include "lijn-paint-text.h"

G_BEGIN_DECLS

/* What the painter's files share. A brush is where and how something is painted. */
typedef struct
{
  cairo_t *cr; /* (nullable) for measuring */
  LijnLayout *layout; /* (nullable) for marks by themselves */
  const LijnPaintOptions *options;
  const LijnPalette *palette;
} LijnBrush;

LijnBrush lijn_brush (cairo_t *cr, LijnLayout *layout, const LijnPaintOptions *options);
void lijn_brush_set (const LijnBrush *brush, const LijnColor *color);

/* Whether something of @size points can be seen at all, and text of that size be read. */
gboolean lijn_brush_can_see (const LijnBrush *brush, double size);
gboolean lijn_brush_can_read (const LijnBrush *brush, double size);

/* Makes a path of @rect with round corners. */
typedef enum
{
  LIJN_CORNER_TOP_LEFT = 1 << 0,
  LIJN_CORNER_TOP_RIGHT = 1 << 1,
  LIJN_CORNER_BOTTOM_RIGHT = 1 << 2,
  LIJN_CORNER_BOTTOM_LEFT = 1 << 3,
  LIJN_CORNER_BOTTOM = LIJN_CORNER_BOTTOM_LEFT | LIJN_CORNER_BOTTOM_RIGHT,
  LIJN_CORNER_LEFT = LIJN_CORNER_TOP_LEFT | LIJN_CORNER_BOTTOM_LEFT,
  LIJN_CORNER_ALL = 15,
} LijnCorners;
void lijn_brush_rounded (const LijnBrush *brush, const LijnRect *rect, double radius,
                         LijnCorners corners);

/* The same, added to the path. */
void lijn_brush_add_rounded (const LijnBrush *brush, const LijnRect *rect, double radius,
                             LijnCorners corners);

/* Cards and dots without an edge, which have their roundness from the pen: on paper every number of
 * a path takes time. @rect is larger than twice @radius. Filling dots keeps the path, for the next
 * radius. */
void lijn_brush_add_card (const LijnBrush *brush, const LijnRect *rect, double radius);
void lijn_brush_fill_cards (const LijnBrush *brush, double radius);
void lijn_brush_add_dot (const LijnBrush *brush, double x, double y);
void lijn_brush_fill_dots (const LijnBrush *brush, double radius);

/* Whether @rect with its edge lies within the clip. On paper Cairo fills and strokes in one
 * operation, but not what is cut. */
gboolean lijn_brush_is_whole (const LijnBrush *brush, const LijnRect *rect);

/* Whether @rect keeps clear of the @n @rects: what does not touch looks the same in any order, so that
 * of all of it what is alike can be painted in one operation. */
gboolean lijn_brush_is_apart (const LijnRect *rects, guint n, const LijnRect *rect);

/* Shows with the upper left corner at (@x, @y); with its middle at (@x, @y); and with the middle
 * of what is inked there, for numbers and letters in marks. */
void lijn_brush_text (const LijnBrush *brush, PangoLayout *layout, double x, double y);
void lijn_brush_text_middle (const LijnBrush *brush, PangoLayout *layout, double x, double y);
void lijn_brush_text_mark (const LijnBrush *brush, const char *text, double size, double x,
                           double y);

/* lijn-paint-marker.c: a small line symbol in the present colour, its middle at (@x, @y).
 * @filled: what is sent rather than received. */
void lijn_brush_marker (const LijnBrush *brush, LijnMarker marker, gboolean filled, double x,
                        double y, double size);
void lijn_brush_tick (const LijnBrush *brush, double x, double y, double size);
void lijn_brush_lock (const LijnBrush *brush, double x, double y, double size);

/* That a step has a map of its own; 12 points wide and high, its upper left corner at (@x, @y). */
void lijn_brush_detail_sign (const LijnBrush *brush, double x, double y);

/* lijn-paint-shape.c */
void lijn_brush_shape (const LijnBrush *brush, LijnElementKind kind, LijnMarker marker,
                       const LijnRect *rect, const LijnPartyColors *colors, gboolean assumed);

/* Steps without a marker, not assumed, of one party, which do not touch each other: in one
 * operation. */
void lijn_brush_steps (const LijnBrush *brush, const LijnRect *rects, guint n,
                       const LijnPartyColors *colors);

/* lijn-paint-element.c, lijn-paint-flow.c, lijn-paint-interface.c, lijn-paint-pin.c */
void lijn_brush_elements (const LijnBrush *brush, LijnElement *const *elements, guint n);
void lijn_brush_flows (const LijnBrush *brush, LijnFlow *const *flows, guint n);

/* lijn-paint-line.c: adds the line with its round corners to the path. @points are those of @flow; its
 * last may have been drawn back. Where it is crossed it goes over in an arc, unless @flow is NULL. */
void lijn_brush_flow_path (const LijnBrush *brush, LijnFlow *flow, const LijnPoint *points,
                           guint n);

/* The pegs of hand-overs are theirs, not their interface's tag's, which may hang far from them. */
void lijn_brush_pegs (const LijnBrush *brush, LijnFlow *const *flows, guint n);
void lijn_brush_interfaces (const LijnBrush *brush, LijnInterface *const *interfaces, guint n);
void lijn_brush_tag_edge (const LijnBrush *brush, const LijnRect *rect, LijnAgreement agreement,
                          gboolean assumed);
void lijn_brush_frictions (const LijnBrush *brush, LijnFriction *const *frictions, guint n);
void lijn_brush_pin (const LijnBrush *brush, double x, double y, double size, int severity,
                     int number, LijnFrictionStatus status);

/* What the head of such a pin says. */
void lijn_brush_pin_text (const LijnBrush *brush, double x, double y, double size, int severity,
                          LijnFrictionStatus status, const char *text);

void lijn_brush_badge (const LijnBrush *brush, double x, double y, double radius,
                       const char *letter, const LijnColor *color);

/* lijn-paint-cluster.c: @frictions on one thing, which look like @face, the tip of its pin at
 * (@x, @y); and a sign for such. */
void lijn_brush_cluster (const LijnBrush *brush, double x, double y, double size,
                         LijnFriction *face, LijnFriction *const *frictions, guint n);
void lijn_brush_stack (const LijnBrush *brush, double x, double y, double size, int severity);

/* lijn-paint-overlay.c: what the overlay says about @object: a plate under it, a badge over it. */
void lijn_brush_plate (const LijnBrush *brush, LijnObject *object);
void lijn_brush_figure (const LijnBrush *brush, LijnObject *object);

/* A step of the scale by itself, for the legend. */
void lijn_brush_swatch (const LijnBrush *brush, const LijnRect *rect, int step);

/* lijn-paint-ground.c: y of the rope of @line at @x; the spans of it that touch @clip (nullable). */
double lijn_rope_get_y (const LijnLineBox *line, double x);
void lijn_brush_rope (const LijnBrush *brush, const LijnLineBox *line, const LijnRect *clip);

/* lijn-paint-headers.c */
#define LIJN_PARTY_RADIUS 10.0
void lijn_brush_party_band (const LijnBrush *brush, const LijnPartyBox *box,
                            const LijnPartyColors *colors);
void lijn_brush_lane_name (const LijnBrush *brush, const LijnLaneBox *lane);

/* lijn-paint-phases.c */
void lijn_brush_phases (const LijnBrush *brush, const LijnRect *clip);

/* lijn-paint-heading.c */
void lijn_brush_heading (const LijnBrush *brush);
LijnRect lijn_brush_heading_extents (const LijnBrush *brush);

/* lijn-paint-legend.c: from (@x, @y) on; nothing is drawn by a brush without a context. Returns:
 * the height, 0 when there is nothing to explain. */
double lijn_brush_legend (const LijnBrush *brush, double x, double y, double width);

G_END_DECLS
