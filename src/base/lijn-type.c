/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-type.h"

static char *chosen_family;
static PangoContext *the_context;

static const struct
{
  double size;
  PangoWeight weight;
} styles[] = {
  [LIJN_TYPE_BODY] = { 12.5, PANGO_WEIGHT_NORMAL },
  [LIJN_TYPE_LABEL] = { 11.5, PANGO_WEIGHT_NORMAL },
  [LIJN_TYPE_STRONG] = { 12.5, PANGO_WEIGHT_SEMIBOLD },
  [LIJN_TYPE_TITLE] = { 20, PANGO_WEIGHT_SEMIBOLD },
  [LIJN_TYPE_HEADING] = { 14, PANGO_WEIGHT_SEMIBOLD },
  [LIJN_TYPE_SMALL] = { 9, PANGO_WEIGHT_SEMIBOLD },
};

static PangoContext *
get_context (void)
{
  g_autoptr (PangoFontMap) fonts = NULL;
  cairo_font_options_t *options;

  if (the_context != NULL)
    return the_context;

  fonts = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (fonts), 72);
  the_context = pango_font_map_create_context (fonts);
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (the_context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (the_context, FALSE);
  return the_context;
}

/* The first of the list that is installed. Pango asks Fontconfig for every size anew, and once more for
 * the measures of what it found where that has another name than what was asked for. */
static const char *
find_family (void)
{
  static char *family;
  PangoFontDescription *wanted;
  g_autoptr (PangoFont) font = NULL;

  if (family != NULL)
    return family;

  wanted = pango_font_description_from_string ("Inter, Cantarell, sans 12");
  font = pango_context_load_font (get_context (), wanted);
  pango_font_description_free (wanted);
  if (font == NULL)
    return "sans";
  wanted = pango_font_describe (font);
  family = g_strdup (pango_font_description_get_family (wanted));
  pango_font_description_free (wanted);
  return family;
}

void
lijn_type_set_family (const char *family)
{
  g_free (chosen_family);
  chosen_family = g_strdup (family);
}

const char *
lijn_type_get_family (void)
{
  return chosen_family != NULL ? chosen_family : find_family ();
}

double
lijn_type_get_size (LijnTypeStyle style)
{
  return styles[style].size;
}

static PangoLayout *
make_layout (LijnTypeStyle style, PangoStyle slant, const char *text, double width, int lines)
{
  PangoLayout *layout = pango_layout_new (get_context ());
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, lijn_type_get_family ());
  pango_font_description_set_absolute_size (font, styles[style].size * PANGO_SCALE);
  pango_font_description_set_weight (font, styles[style].weight);
  pango_font_description_set_style (font, slant);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  if (width >= 0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  if (lines > 0)
    {
      pango_layout_set_height (layout, -lines);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_set_text (layout, text != NULL ? text : "", -1);
  return layout;
}

PangoLayout *
lijn_type_layout (LijnTypeStyle style, const char *text, double width, int lines)
{
  return make_layout (style, PANGO_STYLE_NORMAL, text, width, lines);
}

PangoLayout *
lijn_type_layout_italic (LijnTypeStyle style, const char *text, double width, int lines)
{
  return make_layout (style, PANGO_STYLE_ITALIC, text, width, lines);
}

void
lijn_type_measure (LijnTypeStyle style, const char *text, double width, int lines,
                   double *out_width, double *out_height)
{
  g_autoptr (PangoLayout) layout = lijn_type_layout (style, text, width, lines);
  int w, h;

  pango_layout_get_size (layout, &w, &h);
  *out_width = (double) w / PANGO_SCALE;
  *out_height = (double) h / PANGO_SCALE;
}
