/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-paint.h"

G_BEGIN_DECLS

/* A map set on pages, with its title and legend. A process is long and low and a page is not, so a
 * map that would be too small to read is set in strips below each other, as a text is in lines, and
 * goes on on further pages where one is not enough; the parties' and lanes' names stand again at
 * the start of each strip. */
typedef struct _LijnStrips LijnStrips;

/* Fits @layout into rooms of @width × @height points: on as few pages as make its labels at least
 * @least_text points high, or where no number of pages does, as high as can be. Never larger than
 * @most_scale. */
LijnStrips *lijn_strips_new (LijnLayout *layout, const LijnPaintOptions *options, double width,
                             double height, double least_text, double most_scale);
LijnStrips *lijn_strips_ref (LijnStrips *self);
void lijn_strips_unref (LijnStrips *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnStrips, lijn_strips_unref)

guint lijn_strips_count (LijnStrips *self);
guint lijn_strips_count_pages (LijnStrips *self);

/* Returns: how high the map's labels are, in points. */
double lijn_strips_get_text_size (LijnStrips *self);

/* Paints with the room's upper left corner at the origin. */
void lijn_strips_paint (LijnStrips *self, guint page, cairo_t *cr);

/* Where @rect of the map comes in its page's room: in the first strip that holds it.
 * Returns: the page. */
guint lijn_strips_place (LijnStrips *self, const LijnRect *rect, LijnRect *place);

G_END_DECLS
