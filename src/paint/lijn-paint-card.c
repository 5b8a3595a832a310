/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-card.h"

#define RADIUS 10.0

LijnCard
lijn_card_begin (cairo_t *cr, const LijnRect *rect, const LijnPaintOptions *options)
{
  LijnCard card = { .brush = lijn_brush (cr, NULL, options) };

  card.rect = lijn_rect_grow (rect, -LIJN_CARD_PADDING);
  card.y = card.rect.y;
  if (cr == NULL)
    return card;

  lijn_brush_rounded (&card.brush, rect, RADIUS, LIJN_CORNER_ALL);
  lijn_brush_set (&card.brush, &card.brush.palette->fill);
  cairo_fill_preserve (cr);
  lijn_brush_set (&card.brush, &card.brush.palette->hairline);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  return card;
}

void
lijn_card_add (LijnCard *card, LijnTypeStyle style, double size, const LijnColor *color,
               const char *text)
{
  const LijnSetting setting = { .style = style, .size = size, .width = card->rect.width };
  PangoLayout *layout;
  double width, height;

  if (*text == '\0')
    return;

  layout = lijn_text_get (text, &setting);
  lijn_text_get_size (layout, &width, &height);
  if (card->brush.cr != NULL)
    {
      lijn_brush_set (&card->brush, color);
      lijn_brush_text (&card->brush, layout, card->rect.x, card->y);
    }
  card->y += height;
}

void
lijn_card_space (LijnCard *card, double height)
{
  card->y += height;
}

LijnRect
lijn_card_take (LijnCard *card, double height)
{
  LijnRect rect = { card->rect.x, card->y, card->rect.width, height };

  card->y += height;
  return rect;
}

double
lijn_card_end (LijnCard *card)
{
  return card->y - card->rect.y + 2 * LIJN_CARD_PADDING;
}

void
lijn_card_label (const LijnCard *card, const char *text, const LijnColor *color, double x, double y,
                 double align)
{
  const LijnSetting setting = { .style = LIJN_TYPE_LABEL, .size = 10 };
  PangoLayout *layout;
  double width, height;

  if (card->brush.cr == NULL)
    return;

  layout = lijn_text_get (text, &setting);
  lijn_text_get_size (layout, &width, &height);
  lijn_brush_set (&card->brush, color);
  lijn_brush_text (&card->brush, layout, x - align * width, y);
}

void
lijn_card_rule (const LijnCard *card, double x, double y, double width)
{
  if (card->brush.cr == NULL)
    return;

  lijn_brush_set (&card->brush, &card->brush.palette->hairline);
  cairo_set_line_width (card->brush.cr, 1);
  cairo_move_to (card->brush.cr, x, y);
  cairo_line_to (card->brush.cr, x + width, y);
  cairo_stroke (card->brush.cr);
}
