/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint.h"

/* Every text keeps a contrast of at least 4.5 : 1 with what it stands on, and every mark 3 : 1, in
 * all palettes, for all roles and all their shades. The pairs are those that the painter uses. */

#define TEXT 4.5
#define MARK 3.0

static const char *const palette_names[] = { "light", "dark", "paper" };

typedef struct
{
  LijnPaletteKind kind;
  const LijnPalette *palette;
  double least_text, least_mark;
} Look;

static void
check (Look *look, double least, const char *what, const LijnColor *figure, const LijnColor *ground)
{
  double contrast = lijn_color_contrast (figure, ground);

  if (contrast < least)
    {
      g_test_message ("%s, %s: %.2f : 1 where %.1f : 1 is asked", palette_names[look->kind], what,
                      contrast, least);
      g_test_fail ();
    }
  if (least >= TEXT)
    look->least_text = MIN (look->least_text, contrast);
  else
    look->least_mark = MIN (look->least_mark, contrast);
}

/* What may lie on any ground of a map: names outside figures, flows, frames, pins' edges. */
static void
check_on_ground (Look *look, const LijnColor *ground)
{
  const LijnPalette *palette = look->palette;

  check (look, TEXT, "lane name on ground", &palette->ink, ground);
  check (look, TEXT, "label on ground", &palette->soft, ground);
  check (look, MARK, "flow on ground", &palette->soft, ground);
  check (look, MARK, "rope on ground", &palette->rope, ground);
  for (int i = 0; i <= 5; i++)
    check (look, MARK, "pin's edge on ground", &palette->severity_edge[i], ground);
}

static void
check_readable (Look *look, const char *what, const LijnColor *ground)
{
  LijnColor readable = lijn_color_readable_on (ground);

  check (look, TEXT, what, &readable, ground);
}

static void
check_party (Look *look, const LijnPartyColors *colors)
{
  static const LijnColor white = { 1, 1, 1 };
  const LijnPalette *palette = look->palette;
  const LijnColor *name = look->kind == LIJN_PALETTE_DARK ? &palette->paper : &white;

  check (look, TEXT, "party's name on its band", name, &colors->hue);
  check (look, MARK, "step's edge on tint", &colors->hue, &colors->tint);
  check (look, MARK, "step's edge on faint tint", &colors->hue, &colors->faint);
  check (look, MARK, "step's edge on its fill", &colors->hue, &palette->fill);
  check (look, MARK, "band on paper", &colors->hue, &palette->paper);
  check (look, TEXT, "decision's question mark", &colors->hue, &palette->fill);
  check (look, TEXT, "decision's question mark, assumed", &colors->hue, &colors->faint);
  check (look, TEXT, "assumed name", &palette->ink, &colors->faint);
  check_readable (look, "letter on a badge", &colors->hue);
  check_on_ground (look, &colors->tint);
  check_on_ground (look, &colors->faint);
}

static void
check_figures (Look *look)
{
  const LijnPalette *palette = look->palette;

  check (look, TEXT, "name on a step", &palette->ink, &palette->fill);
  check (look, TEXT, "text on a note", &palette->ink, &palette->note);
  check (look, MARK, "edge of a note", &palette->soft, &palette->note);
  check (look, MARK, "edge of an open tag", &palette->soft, &palette->fill);
  check (look, MARK, "edge of a proposed tag", &palette->rope, &palette->fill);
  check (look, MARK, "edge and tick of an agreed tag", &palette->agreed, &palette->fill);
  check (look, MARK, "edge of an agreed tag on paper", &palette->agreed, &palette->paper);
  check (look, MARK, "edge of a settled pin", &palette->soft, &palette->settled);
  check_readable (look, "number on open", &palette->soft);
  check_readable (look, "number on proposed", &palette->rope);
  check_readable (look, "number on agreed", &palette->agreed);
  check_readable (look, "number on a settled pin", &palette->settled);
  check_readable (look, "number on an empty pin", &palette->fill);
  for (int i = 0; i <= 5; i++)
    {
      check_readable (look, "number on a pin", &palette->severity[i]);
      check (look, MARK, "pin's edge on a step", &palette->severity_edge[i], &palette->fill);
    }
}

static void
test_contrast (gconstpointer data)
{
  Look look = { .kind = (LijnPaletteKind) GPOINTER_TO_INT (data), NULL, 21, 21 };

  look.palette = lijn_palette_get (look.kind);
  check_on_ground (&look, &look.palette->paper);
  check_figures (&look);
  for (LijnPartyRole role = LIJN_PARTY_ROLE_CUSTOMER; role <= LIJN_PARTY_ROLE_PARTNER; role++)
    for (guint place = 0; place < LIJN_PARTY_SHADES; place++)
      {
        LijnPartyColors colors = lijn_palette_for_role (look.kind, role, place);

        check_party (&look, &colors);
      }
  g_test_message ("%s: text at least %.2f : 1, marks at least %.2f : 1", palette_names[look.kind],
                  look.least_text, look.least_mark);
}

static double
warmth (const LijnColor *color)
{
  return color->red - color->blue;
}

/* Cool colours are parties, warm colours are friction, and no two shades are the same. */
static void
test_warm_is_friction (void)
{
  for (LijnPaletteKind kind = LIJN_PALETTE_LIGHT; kind <= LIJN_PALETTE_PAPER; kind++)
    {
      const LijnPalette *palette = lijn_palette_get (kind);

      for (int i = 1; i <= 5; i++)
        g_assert_cmpfloat (warmth (&palette->severity[i]), >, 0.2);
      for (LijnPartyRole role = LIJN_PARTY_ROLE_CUSTOMER; role <= LIJN_PARTY_ROLE_PARTNER; role++)
        for (guint place = 0; place < LIJN_PARTY_SHADES; place++)
          {
            LijnColor hue = lijn_palette_for_role (kind, role, place).hue;
            LijnColor next =
                lijn_palette_for_role (kind, role, (place + 1) % LIJN_PARTY_SHADES).hue;

            g_assert_cmpfloat (warmth (&hue), <, 0);
            g_assert_cmpfloat (ABS (hue.red - next.red) + ABS (hue.green - next.green) +
                                   ABS (hue.blue - next.blue),
                               >, 0.06);
          }
    }
}

/* A scale of figures can be told by brightness alone, and what stands on a step can be read. */
static void
test_scales (void)
{
  static const LijnOverlay figures[] = { LIJN_OVERLAY_FRICTION, LIJN_OVERLAY_GAP,
                                         LIJN_OVERLAY_AGE };

  for (LijnPaletteKind kind = LIJN_PALETTE_LIGHT; kind <= LIJN_PALETTE_PAPER; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
      {
        const LijnColor *paper = &lijn_palette_get (kind)->paper;
        double before = 1;

        for (int step = 0; step < (int) lijn_overlay_count_steps (figures[i]); step++)
          {
            LijnColor color = lijn_palette_for_step (kind, figures[i], step);
            LijnColor readable = lijn_color_readable_on (&color);
            double contrast = lijn_color_contrast (&color, paper);

            g_assert_cmpfloat (contrast, >, before * (step > 0 ? 1.2 : 1.05));
            g_assert_cmpfloat (lijn_color_contrast (&readable, &color), >=, TEXT);
            before = contrast;
          }
      }
}

/* As somebody without the red or the green receptors sees it (Viénot, Brettel & Mollon 1999), near
 * enough: without turning to linear light. */
static LijnColor
as_dichromat (LijnColor color, gboolean green)
{
  double yellow = green ? 0.29275 * color.red + 0.70725 * color.green
                        : 0.11238 * color.red + 0.88762 * color.green;

  return (LijnColor){ yellow, yellow, color.blue };
}

static double
distance (LijnColor one, LijnColor other)
{
  return ABS (one.red - other.red) + ABS (one.green - other.green) + ABS (one.blue - other.blue);
}

static void
test_words_are_told_apart (void)
{
  static const LijnOverlay words[] = { LIJN_OVERLAY_AGREEMENT, LIJN_OVERLAY_DIFFERENCES };

  for (LijnPaletteKind kind = LIJN_PALETTE_LIGHT; kind <= LIJN_PALETTE_PAPER; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
      for (int a = 0; a < (int) lijn_overlay_count_steps (words[i]); a++)
        for (int b = 0; b < a; b++)
          for (gboolean green = FALSE; green <= TRUE; green++)
            {
              LijnColor one = as_dichromat (lijn_palette_for_step (kind, words[i], a), green);
              LijnColor other = as_dichromat (lijn_palette_for_step (kind, words[i], b), green);

              g_assert_cmpfloat (distance (one, other), >, 0.3);
            }
}

static void
test_ratio (void)
{
  LijnColor black = { 0, 0, 0 };
  LijnColor white = { 1, 1, 1 };

  g_assert_cmpfloat_with_epsilon (lijn_color_contrast (&black, &white), 21, 1e-6);
  g_assert_cmpfloat_with_epsilon (lijn_color_contrast (&white, &black), 21, 1e-6);
  g_assert_cmpfloat_with_epsilon (lijn_color_contrast (&white, &white), 1, 1e-6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/ratio", test_ratio);
  g_test_add_data_func ("/palette/contrast/light", GINT_TO_POINTER (LIJN_PALETTE_LIGHT),
                        test_contrast);
  g_test_add_data_func ("/palette/contrast/dark", GINT_TO_POINTER (LIJN_PALETTE_DARK),
                        test_contrast);
  g_test_add_data_func ("/palette/contrast/paper", GINT_TO_POINTER (LIJN_PALETTE_PAPER),
                        test_contrast);
  g_test_add_func ("/palette/scales", test_scales);
  g_test_add_func ("/palette/words-are-told-apart", test_words_are_told_apart);
  g_test_add_func ("/palette/warm-is-friction", test_warm_is_friction);
  return g_test_run ();
}
