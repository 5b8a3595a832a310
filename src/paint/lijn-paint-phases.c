/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-private.h"

/* Phases: a quiet header above the lanes and a light boundary through them, never louder than what
 * lies on the ground. */

#define NAME_SIZE 12.0
#define PADDING 10.0
#define RADIUS 6.0

static void
draw_header (const LijnBrush *brush, const LijnPhaseBox *box)
{
  LijnSetting setting = { .style = LIJN_TYPE_LABEL,
                          .size = NAME_SIZE,
                          .weight = PANGO_WEIGHT_MEDIUM,
                          .height = 1,
                          .width = MAX (box->header.width - 2 * PADDING, 12) };
  LijnRect rect = { box->header.x + 2, box->header.y + 2, MAX (box->header.width - 4, 1),
                    box->header.height - 8 };
  double width, height;
  PangoLayout *name;

  lijn_brush_rounded (brush, &rect, RADIUS, LIJN_CORNER_ALL);
  lijn_brush_set (brush, &brush->palette->hairline);
  cairo_fill (brush->cr);
  if (!lijn_brush_can_read (brush, NAME_SIZE))
    return;
  name = lijn_text_get (lijn_phase_get_name (box->phase), &setting);
  lijn_text_get_size (name, &width, &height);
  lijn_brush_set (brush, &brush->palette->ink);
  lijn_brush_text (brush, name, box->header.x + PADDING, rect.y + (rect.height - height) / 2);
}

static void
draw_boundary (const LijnBrush *brush, double x, double top, double bottom)
{
  static const double dashes[] = { 2, 4 };
  cairo_t *cr = brush->cr;

  cairo_new_path (cr);
  lijn_brush_set (brush, &brush->palette->soft);
  cairo_set_line_width (cr, 0.8);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, x, top);
  cairo_line_to (cr, x, bottom);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

void
lijn_brush_phases (const LijnBrush *brush, const LijnRect *clip)
{
  guint n;
  const LijnPhaseBox *phases = lijn_layout_get_phases (brush->layout, &n);

  for (guint i = 0; i < n; i++)
    {
      const LijnRect *rect = &phases[i].rect;
      LijnRect around = lijn_rect_grow (rect, 1);

      if (clip != NULL && !lijn_rect_intersects (&around, clip))
        continue;
      draw_boundary (brush, rect->x, rect->y + 2, rect->y + rect->height);
      draw_boundary (brush, rect->x + rect->width, rect->y + 2, rect->y + rect->height);
      draw_header (brush, &phases[i]);
    }
}
