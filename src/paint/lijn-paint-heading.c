/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-private.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

/* The title above the map, and the place of the legend below it. */

#define GAP_TITLE 20.0 /* between the subtitle and the map */
#define GAP_SUBTITLE 3.0
#define GAP_LEGEND 26.0 /* between the map and the legend */
#define LEAST_WIDTH 420.0 /* of the legend, on a narrow map */

/* (transfer full) */
static char *
make_subtitle (LijnMap *map)
{
  const char *kind = lijn_word_for_map_kind (lijn_map_get_kind (map));
  const char *from = lijn_map_get_opens (map);
  const char *to = lijn_map_get_outcome (map);

  /* Translators: over a map: "As it is · from damage reported to claim settled". */
  if (*from != '\0' && *to != '\0')
    return g_strdup_printf (_ ("%s · from %s to %s"), kind, from, to);
  if (*from != '\0')
    return g_strdup_printf (_ ("%s · from %s"), kind, from);
  if (*to != '\0')
    return g_strdup_printf (_ ("%s · to %s"), kind, to);
  return g_strdup (kind);
}

/* Draws @text where there is something to draw on. Returns: its height. */
static double
set_line (const LijnBrush *brush, const char *text, const LijnSetting *setting,
          const LijnColor *color, double x, double y)
{
  PangoLayout *layout = lijn_text_get (text, setting);
  double width, height;

  lijn_text_get_size (layout, &width, &height);
  if (brush->cr != NULL)
    {
      lijn_brush_set (brush, color);
      lijn_brush_text (brush, layout, x, y);
    }
  return height;
}

static double
set_title (const LijnBrush *brush, double x, double y, double width)
{
  LijnMap *map = lijn_layout_get_map (brush->layout);
  LijnSetting title = { .style = LIJN_TYPE_TITLE, .width = width, .height = 60 };
  LijnSetting subtitle = { .style = LIJN_TYPE_LABEL, .size = 12, .width = width, .height = 34 };
  g_autofree char *text = make_subtitle (map);
  double height = set_line (brush, lijn_map_get_title (map), &title, &brush->palette->ink, x, y);

  height += GAP_SUBTITLE;
  return height + set_line (brush, text, &subtitle, &brush->palette->soft, x, y + height);
}

/* Title and legend are as wide as the map, but for a small map. */
static double
heading_width (const LijnRect *bounds)
{
  return MAX (bounds->width, LEAST_WIDTH);
}

void
lijn_brush_heading (const LijnBrush *brush)
{
  LijnBrush measure = { NULL, brush->layout, brush->options, brush->palette };
  LijnRect bounds = lijn_layout_get_bounds (brush->layout);
  double width = heading_width (&bounds);
  double left = MAX (bounds.x, 0);

  set_title (brush, left, bounds.y - GAP_TITLE - set_title (&measure, 0, 0, width), width);
  lijn_brush_legend (brush, left, bounds.y + bounds.height + GAP_LEGEND, width);
}

LijnRect
lijn_brush_heading_extents (const LijnBrush *brush)
{
  LijnBrush measure = { NULL, brush->layout, brush->options, brush->palette };
  LijnRect bounds = lijn_layout_get_bounds (brush->layout);
  double width = heading_width (&bounds);
  double top = bounds.y - GAP_TITLE - set_title (&measure, 0, 0, width);
  double legend = lijn_brush_legend (&measure, 0, 0, width);
  double bottom = bounds.y + bounds.height + (legend > 0 ? GAP_LEGEND + legend : 0);

  return (LijnRect){ bounds.x, top, width, bottom - top };
}

double
lijn_paint_title (cairo_t *cr, LijnLayout *layout, const LijnPaintOptions *options, double x,
                  double y, double width)
{
  LijnBrush brush = lijn_brush (cr, layout, options);

  return set_title (&brush, x, y, width);
}
