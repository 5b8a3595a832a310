/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-paint-private.h"

G_BEGIN_DECLS

/* Cards, for this room only: a quiet frame with text and small charts in it. */

#define LIJN_CARD_PADDING 16.0

/* What is being set on a card: text goes below what is there. */
typedef struct
{
  LijnBrush brush;
  LijnRect rect; /* inside of the padding */
  double y; /* where the next text begins */
} LijnCard;

/* Paints the frame around @rect and begins at its top. @cr NULL: only measures. */
LijnCard lijn_card_begin (cairo_t *cr, const LijnRect *rect, const LijnPaintOptions *options);

/* Adds a paragraph. @size 0: the style's own. "" adds nothing. */
void lijn_card_add (LijnCard *card, LijnTypeStyle style, double size, const LijnColor *color,
                    const char *text);
void lijn_card_space (LijnCard *card, double height);

/* Takes room for a chart. Returns: where. */
LijnRect lijn_card_take (LijnCard *card, double height);

/* Returns: the height that the card needs, with its padding. */
double lijn_card_end (LijnCard *card);

/* One line of small text, its upper left corner, its middle or its right end at @x. */
void lijn_card_label (const LijnCard *card, const char *text, const LijnColor *color, double x,
                      double y, double align);

/* A hairline from (@x, @y) to the right. */
void lijn_card_rule (const LijnCard *card, double x, double y, double width);

G_END_DECLS
