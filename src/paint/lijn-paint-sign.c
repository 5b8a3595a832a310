/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-sign.h"

/* How wide an entry of the legend is, where it stands, and what its mark looks like. */

#define GAP_ITEM 24.0
#define GAP_MARK 8.0

void
lijn_signs_add (GArray *signs, LijnSignKind kind, int value, const char *text)
{
  LijnSign sign = { .kind = kind, .value = value, .text = text };

  g_array_append_val (signs, sign);
}

static void
set_for (const LijnSign *sign, LijnSetting *setting)
{
  *setting = (LijnSetting){ .style = LIJN_TYPE_LABEL, .width = 400, .height = 1 };
  if (sign->kind == LIJN_SIGN_TITLE)
    setting->weight = PANGO_WEIGHT_SEMIBOLD;
}

static double
mark_width (const LijnSign *sign)
{
  switch (sign->kind)
    {
    case LIJN_SIGN_PIN:
    case LIJN_SIGN_SETTLED:
      return lijn_pin_size (sign->value) + GAP_MARK;
    case LIJN_SIGN_CLUSTER:
      return lijn_pin_size (sign->value) + 2 * LIJN_CLUSTER_SPREAD + GAP_MARK;
    case LIJN_SIGN_ASSUMED:
      return 34 + GAP_MARK;
    case LIJN_SIGN_TAG:
    case LIJN_SIGN_STEP:
      return 24 + GAP_MARK;
    case LIJN_SIGN_BADGE:
    case LIJN_SIGN_DETAIL:
    case LIJN_SIGN_PRIVATE:
      return 14 + GAP_MARK;
    case LIJN_SIGN_TITLE:
    default:
      return 0;
    }
}

double
lijn_signs_place (GArray *signs, double left, double top, double width)
{
  double x = left;
  double y = top + LIJN_SIGN_ROW / 2;

  for (guint i = 0; i < signs->len; i++)
    {
      LijnSign *sign = &g_array_index (signs, LijnSign, i);
      LijnSetting setting;
      double text_width, text_height, needs;

      set_for (sign, &setting);
      lijn_text_get_size (lijn_text_get (sign->text, &setting), &text_width, &text_height);
      needs = mark_width (sign) + text_width;
      if (x > left && x + needs + (sign->kind == LIJN_SIGN_TITLE ? 120 : 0) > left + width)
        {
          x = left;
          y += LIJN_SIGN_ROW;
        }
      sign->x = x;
      sign->y = y;
      x += needs + (sign->kind == LIJN_SIGN_TITLE ? GAP_ITEM / 2 : GAP_ITEM);
    }
  return signs->len > 0 ? y + LIJN_SIGN_ROW / 2 - top : 0;
}

static void
draw_mark (const LijnBrush *brush, const LijnSign *sign)
{
  const LijnPalette *palette = brush->palette;
  LijnPartyColors colors = lijn_palette_for_party (brush->options->palette, sign->party);
  double size = lijn_pin_size (sign->value);
  LijnRect box;

  switch (sign->kind)
    {
    case LIJN_SIGN_PIN:
      lijn_brush_pin (brush, sign->x + size / 2, sign->y + size * 0.62, size, sign->value, 0,
                      LIJN_FRICTION_STATUS_RAISED);
      break;
    case LIJN_SIGN_SETTLED:
      size = lijn_pin_size (1);
      lijn_brush_pin (brush, sign->x + size / 2 + 3, sign->y + size * 0.62, size, 0, 0,
                      (LijnFrictionStatus) sign->value);
      break;
    case LIJN_SIGN_CLUSTER:
      lijn_brush_stack (brush, sign->x + size / 2 + LIJN_CLUSTER_SPREAD, sign->y + size * 0.62,
                        size, sign->value);
      break;
    case LIJN_SIGN_BADGE:
      {
        g_autofree char *letter = lijn_party_get_letter (sign->party);

        lijn_brush_badge (brush, sign->x + 7, sign->y, 7, letter, &colors.hue);
      }
      break;
    case LIJN_SIGN_ASSUMED:
      box = (LijnRect){ sign->x, sign->y - 10, 34, 20 };
      colors = lijn_palette_for_role (brush->options->palette, LIJN_PARTY_ROLE_CUSTOMER, 0);
      lijn_brush_shape (brush, LIJN_ELEMENT_KIND_STEP, LIJN_MARKER_NONE, &box, &colors, TRUE);
      break;
    case LIJN_SIGN_TAG:
      box = (LijnRect){ sign->x, sign->y - 8.5, 24, 17 };
      lijn_brush_tag_edge (brush, &box, (LijnAgreement) sign->value, FALSE);
      if (sign->value == LIJN_AGREEMENT_AGREED)
        lijn_brush_tick (brush, sign->x + 12, sign->y, 10);
      break;
    case LIJN_SIGN_DETAIL:
      box = (LijnRect){ sign->x + 1, sign->y - 6, 12, 12 };
      lijn_brush_set (brush, &palette->soft);
      lijn_brush_detail_sign (brush, box.x, box.y);
      break;
    case LIJN_SIGN_PRIVATE:
      lijn_brush_set (brush, &palette->soft);
      lijn_brush_lock (brush, sign->x + 7, sign->y, 13);
      break;
    case LIJN_SIGN_STEP:
      box = (LijnRect){ sign->x, sign->y - 8.5, 24, 17 };
      lijn_brush_swatch (brush, &box, sign->value);
      break;
    case LIJN_SIGN_TITLE:
    default:
      break;
    }
}

void
lijn_brush_sign (const LijnBrush *brush, const LijnSign *sign)
{
  LijnSetting setting;
  PangoLayout *layout;
  double width, height;

  draw_mark (brush, sign);
  if (!lijn_brush_can_read (brush, 11.5))
    return;
  set_for (sign, &setting);
  layout = lijn_text_get (sign->text, &setting);
  lijn_text_get_size (layout, &width, &height);
  lijn_brush_set (brush,
                  sign->kind == LIJN_SIGN_TITLE ? &brush->palette->ink : &brush->palette->soft);
  lijn_brush_text (brush, layout, sign->x + mark_width (sign), sign->y - height / 2);
}
