/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "lijn-layout.h"
#include "lijn-overlay.h"

G_BEGIN_DECLS

/* The one painter: screen, print, PDF, SVG and PNG. Not for use from more than one thread, as it
 * sets text with lijn-type.h. */

typedef enum
{
  LIJN_PALETTE_LIGHT,
  LIJN_PALETTE_DARK,
  LIJN_PALETTE_PAPER, /* light on white, tints that survive a black-and-white printer */
} LijnPaletteKind;

typedef struct
{
  LijnPaletteKind palette;
  double scale; /* device pixels a point, for leaving out what cannot be seen; 0: leave nothing out
                   (paper) */
  gboolean pins; /* friction points */
  gboolean heading; /* title above the map, legend below it */
  gboolean ground; /* fill the background with the palette's paper first */
  LijnOverlay overlay; /* with its scale in the legend */
} LijnPaintOptions;

/* Colours as the look names them, for widgets that must match. */
typedef struct
{
  double red, green, blue;
} LijnColor;

typedef struct
{
  LijnColor paper, ink, soft, hairline;
  LijnColor fill; /* of steps, tags and other figures */
  LijnColor note; /* of notes: neutral, since warm colours are friction */
  LijnColor edge; /* around the lanes */
  LijnColor rope, twist, agreed; /* twist: between the rope's strands */
  LijnColor severity[6]; /* 0: not said */
  LijnColor severity_edge[6]; /* keeps the light ones apart from the ground */
  LijnColor settled; /* of the pins of what is solved */
} LijnPalette;

typedef struct
{
  LijnColor hue, tint, faint;
} LijnPartyColors;

const LijnPalette *lijn_palette_get (LijnPaletteKind kind);
LijnPartyColors lijn_palette_for_party (LijnPaletteKind kind, LijnParty *party);

/* The same for a role and a place among the parties of that role; places beyond the shades there
 * are begin again. */
#define LIJN_PARTY_SHADES 4
LijnPartyColors lijn_palette_for_role (LijnPaletteKind kind, LijnPartyRole role, guint place);

/* The colour of a step of the scale of @overlay. Scales of figures go from faint to strong, in light
 * and dark, so that they can be told by brightness alone; those of words are told apart by colour-blind
 * people too (Okabe & Ito 2008). */
LijnColor lijn_palette_for_step (LijnPaletteKind kind, LijnOverlay overlay, int step);

/* Returns: the WCAG 2.1 contrast ratio of two colours, 1 to 21. */
double lijn_color_contrast (const LijnColor *one, const LijnColor *other);

/* Returns: white or the ink of the light palette, whichever reads better on @ground. */
LijnColor lijn_color_readable_on (const LijnColor *ground);

/* Paints what touches @clip (map coordinates; NULL: everything) of @layout in map coordinates; the
 * caller has set the transformation. Text and marks keep clear of each other by the layout.
 * Background first, in one operation that covers the page: Cairo's PDF surface is quadratic without
 * it. */
void lijn_paint_map (cairo_t *cr, LijnLayout *layout, const LijnPaintOptions *options,
                     const LijnRect *clip);

/* The headers of parties and lanes and the beginnings of the ropes by themselves, with a soft edge at
 * their right: for laying over a map that has been scrolled to the right. They cover
 * LIJN_HEADERS_WIDTH points from x 0 on; a collapsed lane's name may reach farther. */
#define LIJN_HEADERS_WIDTH (LIJN_GROUND_LEFT + 12.0)
void lijn_paint_headers (cairo_t *cr, LijnLayout *layout, const LijnPaintOptions *options,
                         const LijnRect *clip);

/* A small triangle as a lane's header has it: @open points down, else to the right. */
void lijn_paint_fold_sign (cairo_t *cr, double x, double y, gboolean open,
                           const LijnPaintOptions *options);

/* In parts, for a canvas that keeps what it painted: the ground (bands, lanes, ropes, phases), and
 * one object on it. */
void lijn_paint_ground (cairo_t *cr, LijnLayout *layout, const LijnPaintOptions *options,
                        const LijnRect *clip);
void lijn_paint_object (cairo_t *cr, LijnLayout *layout, LijnObject *object,
                        const LijnPaintOptions *options);

/* The soft halo around what is selected, under it; and the outline of what a drop would hit. */
void lijn_paint_halo (cairo_t *cr, LijnLayout *layout, LijnObject *object,
                      const LijnPaintOptions *options);

/* The halos of @objects together, simpler where they are small. */
void lijn_paint_halos (cairo_t *cr, LijnLayout *layout, LijnObject *const *objects, guint n,
                       const LijnPaintOptions *options);

/* A pin by itself, its tip at (@x, @y), for lists, legends and badges. @letter may be NULL. */
void lijn_paint_pin (cairo_t *cr, double x, double y, double size, int severity, int number,
                     const char *letter, const LijnColor *badge, const LijnPaintOptions *options);

/* The pin of @friction as the map shows it, with its badges, its tip at (@x, @y). */
void lijn_paint_pin_of (cairo_t *cr, double x, double y, double size, LijnFriction *friction,
                        const LijnPaintOptions *options);

/* The number of @interface in its badge, its upper left corner at (@x, @y). */
void lijn_paint_number_of (cairo_t *cr, double x, double y, LijnInterface *interface,
                           const LijnPaintOptions *options);

/* An element's shape without name, in @rect: for previews and palettes. */
void lijn_paint_shape (cairo_t *cr, LijnElementKind kind, LijnMarker marker, const LijnRect *rect,
                       const LijnPartyColors *colors, gboolean assumed,
                       const LijnPaintOptions *options);

/* Title and legend by themselves, for pages that show the map in parts: from (@x, @y) on, lines no
 * longer than @width. @cr NULL: only measured. Returns: the height, 0 for a legend of nothing. */
double lijn_paint_title (cairo_t *cr, LijnLayout *layout, const LijnPaintOptions *options, double x,
                         double y, double width);
double lijn_paint_legend (cairo_t *cr, LijnLayout *layout, const LijnPaintOptions *options,
                          double x, double y, double width);

/* The scale of the overlay in the options by itself, as lijn_paint_legend() shows it among the rest. */
double lijn_paint_scale (cairo_t *cr, const LijnPaintOptions *options, double x, double y,
                         double width);

/* All that lijn_paint_map() covers with these options: the layout's bounds and, with `heading`,
 * title and legend. */
LijnRect lijn_paint_extents (LijnLayout *layout, const LijnPaintOptions *options);

G_END_DECLS
