/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint.h"

#include <math.h>

/* Cool colours are parties, warm colours are friction. A party's tints are mixed from the hue that
 * it has in the palette of the other brightness: a bright hue keeps a tint clean on white, a deep
 * one keeps it calm on near-black. Every pair of text and ground in use has a contrast of at least
 * 4.5 : 1, every mark 3 : 1; tests/paint/test-palette.c computes it. */

/* clang-format off */
#define RGB(hex) { ((hex) >> 16 & 255) / 255.0, ((hex) >> 8 & 255) / 255.0, ((hex) & 255) / 255.0 }
/* clang-format on */

static const LijnPalette palettes[] = {
  [LIJN_PALETTE_LIGHT] = {
    .paper = RGB (0xffffff), .ink = RGB (0x1e1e24), .soft = RGB (0x62626d),
    .hairline = RGB (0xd9d9e0), .fill = RGB (0xffffff), .note = RGB (0xf3f3f6),
    .edge = RGB (0xe4e4ea), .rope = RGB (0x9a8754), .twist = RGB (0xc9bd9a), .agreed = RGB (0x1a7f4f),
    .severity = { RGB (0xd9d4c8), RGB (0xf8e08e), RGB (0xf5c211), RGB (0xff8c1a),
                  RGB (0xd62f26), RGB (0xa3182a) },
    .severity_edge = { RGB (0x7d7768), RGB (0x8f7414), RGB (0x8a6d00), RGB (0xb35900),
                       RGB (0xa81d15), RGB (0x7a0f1d) },
    .settled = RGB (0xe3e3e8),
  },
  [LIJN_PALETTE_DARK] = {
    .paper = RGB (0x1d1d20), .ink = RGB (0xf2f2f5), .soft = RGB (0xa2a2ad),
    .hairline = RGB (0x3d3d44), .fill = RGB (0x28282d), .note = RGB (0x2c2c31),
    .edge = RGB (0x2b2b31), .rope = RGB (0x9c8c66), .twist = RGB (0x635a43), .agreed = RGB (0x57c78d),
    .severity = { RGB (0x948d80), RGB (0xb09c4e), RGB (0xd9a514), RGB (0xf5841f),
                  RGB (0xff6257), RGB (0xff8a9d) },
    .severity_edge = { RGB (0x948d80), RGB (0xb09c4e), RGB (0xd9a514), RGB (0xf5841f),
                       RGB (0xff6257), RGB (0xff8a9d) },
    .settled = RGB (0x3a3a40),
  },
  [LIJN_PALETTE_PAPER] = {
    .paper = RGB (0xffffff), .ink = RGB (0x1e1e24), .soft = RGB (0x55555f),
    .hairline = RGB (0xc4c4cc), .fill = RGB (0xffffff), .note = RGB (0xf5f5f7),
    .edge = RGB (0x9a9aa5), .rope = RGB (0x9a8754), .twist = RGB (0xc9bd9a), .agreed = RGB (0x1a7f4f),
    .severity = { RGB (0xd9d4c8), RGB (0xf8e08e), RGB (0xf5c211), RGB (0xff8c1a),
                  RGB (0xd62f26), RGB (0xa3182a) },
    .severity_edge = { RGB (0x7d7768), RGB (0x8f7414), RGB (0x8a6d00), RGB (0xb35900),
                       RGB (0xa81d15), RGB (0x7a0f1d) },
    .settled = RGB (0xe3e3e8),
  },
};

/* The first shade of a role is its colour, the others are neighbours of it. */
static const LijnColor deep_hues[][LIJN_PARTY_SHADES] = {
  [LIJN_PARTY_ROLE_CUSTOMER] = { RGB (0x1a5fb4), RGB (0x4453bd), RGB (0x0c6a9e), RGB (0x43658f) },
  [LIJN_PARTY_ROLE_SUPPLIER] = { RGB (0x0b7a75), RGB (0x0a748c), RGB (0x2f7263), RGB (0x46706f) },
  [LIJN_PARTY_ROLE_PARTNER] = { RGB (0x6f4db8), RGB (0x8346a6), RGB (0x5a5ab5), RGB (0x6a608f) },
};

static const LijnColor bright_hues[][LIJN_PARTY_SHADES] = {
  [LIJN_PARTY_ROLE_CUSTOMER] = { RGB (0x78aeed), RGB (0x9aa5f2), RGB (0x6cb9e2), RGB (0x9ab3d2) },
  [LIJN_PARTY_ROLE_SUPPLIER] = { RGB (0x5cc4bb), RGB (0x63bfd6), RGB (0x86c6b4), RGB (0x9dc1bd) },
  [LIJN_PARTY_ROLE_PARTNER] = { RGB (0xb79df0), RGB (0xcc9be6), RGB (0xa3a5ee), RGB (0xb6add6) },
};

static LijnColor
mix (const LijnColor *ground, const LijnColor *color, double share)
{
  return (LijnColor){
    ground->red + (color->red - ground->red) * share,
    ground->green + (color->green - ground->green) * share,
    ground->blue + (color->blue - ground->blue) * share,
  };
}

static double
linear (double part)
{
  return part <= 0.03928 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
luminance (const LijnColor *color)
{
  return 0.2126 * linear (color->red) + 0.7152 * linear (color->green) +
         0.0722 * linear (color->blue);
}

const LijnPalette *
lijn_palette_get (LijnPaletteKind kind)
{
  return &palettes[kind];
}

LijnPartyColors
lijn_palette_for_role (LijnPaletteKind kind, LijnPartyRole role, guint place)
{
  const LijnColor *paper = &palettes[kind].paper;
  const LijnColor *deep = &deep_hues[role][place % LIJN_PARTY_SHADES];
  const LijnColor *bright = &bright_hues[role][place % LIJN_PARTY_SHADES];

  switch (kind)
    {
    case LIJN_PALETTE_DARK:
      return (LijnPartyColors){ *bright, mix (paper, deep, 0.22), mix (paper, deep, 0.085) };
    case LIJN_PALETTE_PAPER:
      return (LijnPartyColors){ *deep, mix (paper, bright, 0.12), mix (paper, bright, 0.03) };
    case LIJN_PALETTE_LIGHT:
    default:
      return (LijnPartyColors){ *deep, mix (paper, bright, 0.15), mix (paper, bright, 0.065) };
    }
}

LijnPartyColors
lijn_palette_for_party (LijnPaletteKind kind, LijnParty *party)
{
  if (party == NULL)
    {
      const LijnPalette *palette = &palettes[kind];

      return (LijnPartyColors){ palette->soft, palette->note, palette->paper };
    }
  return lijn_palette_for_role (kind, lijn_party_get_role (party), lijn_party_get_place (party));
}

double
lijn_color_contrast (const LijnColor *one, const LijnColor *other)
{
  double a = luminance (one);
  double b = luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

LijnColor
lijn_color_readable_on (const LijnColor *ground)
{
  static const LijnColor white = RGB (0xffffff);
  const LijnColor *ink = &palettes[LIJN_PALETTE_LIGHT].ink;

  return lijn_color_contrast (&white, ground) > lijn_color_contrast (ink, ground) ? white : *ink;
}

/* clang-format off */
static const LijnColor scales[][2][5] = {
  [LIJN_OVERLAY_FRICTION] = {
    { RGB (0xffe9a8), RGB (0xfdbb5c), RGB (0xf5802d), RGB (0xcc3a1f), RGB (0x7f0f1f) },
    { RGB (0x57431f), RGB (0x8a5a1c), RGB (0xc67a22), RGB (0xf2a45a), RGB (0xffdfae) } },
  [LIJN_OVERLAY_GAP] = {
    { RGB (0xe7e1f3), RGB (0xc5b6e2), RGB (0x9a83c9), RGB (0x6f4ba8), RGB (0x431a75) },
    { RGB (0x3d3355), RGB (0x5d4b86), RGB (0x917ac4), RGB (0xb19ce0), RGB (0xe3d9fb) } },
  [LIJN_OVERLAY_AGREEMENT] = {
    { RGB (0xe69f00), RGB (0x56b4e9), RGB (0x009e73) },
    { RGB (0xe69f00), RGB (0x56b4e9), RGB (0x35c99c) } },
  [LIJN_OVERLAY_AGE] = {
    { RGB (0xdcefe6), RGB (0xa5d5cf), RGB (0x5aa9bd), RGB (0x2a6f9e), RGB (0x1c2f6b) },
    { RGB (0x21403f), RGB (0x2b6267), RGB (0x4396ac), RGB (0x77bcd8), RGB (0xcfeaf8) } },
  [LIJN_OVERLAY_DIFFERENCES] = {
    { RGB (0x0072b2), RGB (0xb3471d), RGB (0xe69f00), RGB (0x56b4e9) },
    { RGB (0x4ba3dc), RGB (0xec8355), RGB (0xe6b23c), RGB (0x9bd3f5) } },
};
/* clang-format on */

LijnColor
lijn_palette_for_step (LijnPaletteKind kind, LijnOverlay overlay, int step)
{
  step = CLAMP (step, 0, MAX ((int) lijn_overlay_count_steps (overlay) - 1, 0));
  return scales[overlay][kind == LIJN_PALETTE_DARK ? 1 : 0][step];
}
