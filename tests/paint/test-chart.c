/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-chart.h"
#include "picture.h"

#include <math.h>

/* Charts look as they looked, in light and dark, and keep within their room. */

#define WIDTH 560
#define HEIGHT 300

static const LijnChartBar bars[] = {
  { "Waiting", 9 }, { "Missing or unclear information", 5 }, { "Rework", 3 }, { "Attitude", 1 },
  { "Other", 1 },
};

static const char *const sessions[] = { "2026-03-02", "2026-04-13", "2026-06-01", "2026-09-07" };

static void
paint_lines (cairo_t *cr, const LijnRect *rect, const LijnPaintOptions *options)
{
  const double gap[] = { 2.4, 1.9, (double) NAN, 0.8 };
  const double other[] = { (double) NAN, 3, 2.5, 3.5 };
  const LijnChartLine lines[] = {
    { "Gap", gap, lijn_palette_get (options->palette)->severity[4], FALSE },
    { "Score", other, lijn_palette_get (options->palette)->agreed, TRUE },
  };

  lijn_paint_lines (cr, rect, sessions, G_N_ELEMENTS (sessions), lines, G_N_ELEMENTS (lines), 0, 4,
                    1, options);
}

static cairo_surface_t *
paint (gboolean pareto, LijnPaletteKind palette)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  const LijnPaintOptions options = { .palette = palette, .ground = TRUE };
  const LijnRect rect = { 0, 0, WIDTH, HEIGHT };
  cairo_t *cr = cairo_create (surface);

  if (pareto)
    lijn_paint_pareto (cr, &rect, bars, G_N_ELEMENTS (bars), "Friction points", &options);
  else
    paint_lines (cr, &rect, &options);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
check (gboolean pareto, LijnPaletteKind palette, const char *name)
{
  cairo_surface_t *surface;

  if (!picture_use_font ())
    return;
  surface = paint (pareto, palette);
  picture_check (surface, name);
  cairo_surface_destroy (surface);
}

static void
test_pareto (void)
{
  check (TRUE, LIJN_PALETTE_LIGHT, "chart-pareto-light");
  check (TRUE, LIJN_PALETTE_DARK, "chart-pareto-dark");
}

static void
test_lines (void)
{
  check (FALSE, LIJN_PALETTE_PAPER, "chart-lines-paper");
  check (FALSE, LIJN_PALETTE_DARK, "chart-lines-dark");
}

/* Whatever the numbers: nothing outside, nothing that cairo cannot draw. */
static void
test_odd_numbers (void)
{
  const LijnChartBar huge[] = { { "A", 1e9 }, { "B", 0.25 }, { "", 0 } };
  const LijnPaintOptions options = { .palette = LIJN_PALETTE_LIGHT };
  const LijnRect rects[] = { { 10, 10, 300, 200 }, { 0, 0, 40, 30 }, { 0, 0, 1, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (rects); i++)
    {
      cairo_surface_t *ink = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (ink);
      double x, y, width, height;

      lijn_paint_pareto (cr, &rects[i], huge, G_N_ELEMENTS (huge), "Dots", &options);
      lijn_paint_pareto (cr, &rects[i], huge, 0, "Dots", &options);
      lijn_paint_pareto (cr, &rects[i], &huge[2], 1, "Dots", &options);
      paint_lines (cr, &rects[i], &options);
      lijn_paint_lines (cr, &rects[i], sessions, 0, NULL, 0, 0, 1, 0, &options);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_recording_surface_ink_extents (ink, &x, &y, &width, &height);
      g_assert_cmpfloat (x, >=, rects[i].x - 1);
      g_assert_cmpfloat (y, >=, rects[i].y - 1);
      g_assert_cmpfloat (x + width, <=, rects[i].x + rects[i].width + 1);
      g_assert_cmpfloat (y + height, <=, rects[i].y + rects[i].height + 1);
      cairo_destroy (cr);
      cairo_surface_destroy (ink);
    }
}

static void
test_scales_end_at_round_numbers (void)
{
  g_assert_cmpfloat (lijn_chart_round_up (0), ==, 1);
  g_assert_cmpfloat (lijn_chart_round_up (1), ==, 1);
  g_assert_cmpfloat (lijn_chart_round_up (3), ==, 5);
  g_assert_cmpfloat (lijn_chart_round_up (9), ==, 10);
  g_assert_cmpfloat (lijn_chart_round_up (11), ==, 20);
  g_assert_cmpfloat (lijn_chart_round_up (430), ==, 500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/pareto", test_pareto);
  g_test_add_func ("/chart/lines", test_lines);
  g_test_add_func ("/chart/odd-numbers", test_odd_numbers);
  g_test_add_func ("/chart/round-numbers", test_scales_end_at_round_numbers);

  return g_test_run ();
}
