/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-paint-chart.h"

#include "lijn-paint-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* A chart is a plot with room for its scales around it. What is near to the ground (scales, grid) is
 * soft, what is told is ink. */

#define TEXT 10.0
#define GAP 6.0
#define DOT 3.5
#define VITAL_SHARE 0.8 /* of the few that make up most: Juran's vital few */

typedef struct
{
  LijnBrush brush;
  LijnRect plot;
  double most, least;
} Chart;

static double
y_of (const Chart *chart, double value)
{
  double part = (value - chart->least) / MAX (chart->most - chart->least, 1e-9);

  return chart->plot.y + chart->plot.height * (1 - part);
}

/* @align: 0 the text begins at @x, 1 it ends there; it stands with its middle at @y. */
static void
show (const Chart *chart, const char *text, double x, double y, double align,
      const LijnColor *color)
{
  const LijnSetting setting = { .style = LIJN_TYPE_LABEL, .size = TEXT };
  PangoLayout *layout = lijn_text_get (text, &setting);
  double width, height;

  lijn_text_get_size (layout, &width, &height);
  lijn_brush_set (&chart->brush, color);
  lijn_brush_text (&chart->brush, layout, x - align * width, y - height / 2);
}

/* Below the plot, in a slot of @width around @x, at most three lines. */
static void
show_label (const Chart *chart, const char *text, double x, double width)
{
  const LijnSetting setting = { .style = LIJN_TYPE_LABEL,
                                .size = TEXT,
                                .width = MAX (width - 4, 12),
                                .height = 3.6 * TEXT,
                                .align = PANGO_ALIGN_CENTER };
  PangoLayout *layout = lijn_text_fit (text, &setting);
  double across, height;

  lijn_text_get_size (layout, &across, &height);
  lijn_brush_set (&chart->brush, &chart->brush.palette->ink);
  lijn_brush_text_middle (&chart->brush, layout, x,
                          chart->plot.y + chart->plot.height + GAP + height / 2);
}

static void
line (const Chart *chart, double x1, double y1, double x2, double y2, double width,
      const LijnColor *color, gboolean dashed)
{
  const double dash[] = { 4, 3 };
  cairo_t *cr = chart->brush.cr;

  lijn_brush_set (&chart->brush, color);
  cairo_set_line_width (cr, width);
  cairo_set_dash (cr, dash, dashed ? 2 : 0, 0);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static double
width_of (const char *text)
{
  const LijnSetting setting = { .style = LIJN_TYPE_LABEL, .size = TEXT };
  double width, height;

  lijn_text_get_size (lijn_text_get (text, &setting), &width, &height);
  return width;
}

static char *
write_number (double value, guint decimals)
{
  return g_strdup_printf ("%.*f", (int) decimals, value);
}

double
lijn_chart_round_up (double value)
{
  double power = pow (10, floor (log10 (MAX (value, 1))));
  double part = value / power;

  return (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10) * power;
}

/* The scale at the left, with a line across the plot at each of @steps steps. */
static void
paint_scale (const Chart *chart, guint steps, guint decimals)
{
  const LijnPalette *palette = chart->brush.palette;

  for (guint i = 0; i <= steps; i++)
    {
      double value = chart->least + (chart->most - chart->least) * i / steps;
      g_autofree char *text = write_number (value, decimals);

      line (chart, chart->plot.x, y_of (chart, value), chart->plot.x + chart->plot.width,
            y_of (chart, value), 0.6, &palette->hairline, FALSE);
      show (chart, text, chart->plot.x - GAP, y_of (chart, value), 1, &palette->soft);
    }
}

static void
begin (Chart *chart, cairo_t *cr, const LijnRect *rect, const LijnPaintOptions *options)
{
  chart->brush = lijn_brush (cr, NULL, options);
  cairo_save (cr);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (cr);
  if (options->ground)
    {
      lijn_brush_set (&chart->brush, &chart->brush.palette->paper);
      cairo_paint (cr);
    }
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
}

/* How many steps a scale from 0 to @most has, so that each is a whole number. */
static guint
count_steps (double most)
{
  double lead = most / pow (10, floor (log10 (most)));

  return most < 1.5 ? 1 : most < 2.5 ? 2 : lead < 1.5 ? 5 : lead < 2.5 ? 4 : 5;
}

static void
paint_bar (const Chart *chart, const LijnChartBar *bar, double x, double width, gboolean vital)
{
  const LijnPalette *palette = chart->brush.palette;
  double y = y_of (chart, bar->value);
  LijnRect rect = { x - width / 2, y, width, chart->plot.y + chart->plot.height - y };
  g_autofree char *value = write_number (bar->value, 0);

  lijn_brush_rounded (&chart->brush, &rect, MIN (3, rect.height / 2),
                      LIJN_CORNER_TOP_LEFT | LIJN_CORNER_TOP_RIGHT);
  lijn_brush_set (&chart->brush, &palette->severity[vital ? 3 : 1]);
  cairo_fill_preserve (chart->brush.cr);
  lijn_brush_set (&chart->brush, &palette->severity_edge[vital ? 3 : 1]);
  cairo_set_line_width (chart->brush.cr, 1);
  cairo_stroke (chart->brush.cr);
  if (rect.height > 1.5 * TEXT)
    {
      LijnColor ink = lijn_color_readable_on (&palette->severity[vital ? 3 : 1]);

      show (chart, value, x + width_of (value) / 2, y + TEXT, 1, &ink);
    }
}

static double
sum_of (const LijnChartBar *bars, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += bars[i].value;
  return sum;
}

/* The running share, its scale at the right. */
static void
paint_running (const Chart *chart, const LijnChartBar *bars, guint n, double slot)
{
  static const double levels[] = { 0.5, VITAL_SHARE, 1 };
  const LijnPalette *palette = chart->brush.palette;
  Chart shares = *chart;
  double total = sum_of (bars, n), running = 0, x = 0, y = 0;

  shares.least = 0;
  shares.most = 1;
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      /* Translators: a share of the whole, in percent. */
      g_autofree char *text = g_strdup_printf (_ ("%.0f %%"), 100 * levels[i]);

      show (&shares, text, shares.plot.x + shares.plot.width + GAP, y_of (&shares, levels[i]), 0,
            &palette->soft);
    }
  line (&shares, shares.plot.x, y_of (&shares, VITAL_SHARE), shares.plot.x + shares.plot.width,
        y_of (&shares, VITAL_SHARE), 1, &palette->soft, TRUE);
  for (guint i = 0; i < n; i++)
    {
      double next_x = shares.plot.x + slot * (i + 0.5), next_y;

      running += bars[i].value;
      next_y = y_of (&shares, running / total);
      if (i > 0)
        line (&shares, x, y, next_x, next_y, 1.6, &palette->ink, FALSE);
      x = next_x;
      y = next_y;
      lijn_brush_set (&shares.brush, &palette->ink);
      cairo_arc (shares.brush.cr, x, y, DOT - 0.5, 0, 2 * G_PI);
      cairo_fill (shares.brush.cr);
    }
}

void
lijn_paint_pareto (cairo_t *cr, const LijnRect *rect, const LijnChartBar *bars, guint n,
                   const char *unit, const LijnPaintOptions *options)
{
  double total = sum_of (bars, n), before = 0, slot;
  g_autofree char *highest = NULL;
  Chart chart = { .least = 0 };

  if (n == 0 || total <= 0)
    return;
  begin (&chart, cr, rect, options);
  chart.most = lijn_chart_round_up (bars[0].value);
  highest = write_number (chart.most, 0);
  chart.plot = (LijnRect){ rect->x + width_of (highest) + 2 * GAP, rect->y + 2.4 * TEXT, 0, 0 };
  chart.plot.width = rect->x + rect->width - width_of ("100 %") - 2 * GAP - chart.plot.x;
  chart.plot.height = rect->height - 2.4 * TEXT - 4.4 * TEXT;
  slot = chart.plot.width / n;

  show (&chart, unit, rect->x + GAP, rect->y + 0.8 * TEXT, 0, &chart.brush.palette->soft);
  paint_scale (&chart, count_steps (chart.most), 0);
  for (guint i = 0; i < n; i++)
    {
      double x = chart.plot.x + slot * (i + 0.5);

      paint_bar (&chart, &bars[i], x, MIN (slot * 0.7, 64), before < VITAL_SHARE * total);
      show_label (&chart, bars[i].label, x, slot);
      before += bars[i].value;
    }
  paint_running (&chart, bars, n, slot);
  cairo_restore (cr);
}

static void
paint_dot (const Chart *chart, double x, double y, const LijnColor *color)
{
  cairo_arc (chart->brush.cr, x, y, DOT, 0, 2 * G_PI);
  lijn_brush_set (&chart->brush, color);
  cairo_fill (chart->brush.cr);
}

/* A point that nothing is known of leaves a gap. */
static void
paint_line (const Chart *chart, const LijnChartLine *what, guint n, guint decimals)
{
  double slot = chart->plot.width / n, last_x = 0, last_y = 0;
  gboolean joined = FALSE;
  guint last = n;

  for (guint i = 0; i < n; i++)
    {
      double x = chart->plot.x + slot * (i + 0.5), y = y_of (chart, what->values[i]);

      if (isnan (what->values[i]))
        {
          joined = FALSE;
          continue;
        }
      if (joined)
        line (chart, last_x, last_y, x, y, 2, &what->color, what->dashed);
      joined = TRUE;
      last_x = x;
      last_y = y;
      last = i;
      paint_dot (chart, x, y, &what->color);
    }
  if (last < n)
    {
      g_autofree char *number = write_number (what->values[last], decimals);
      g_autofree char *text = what->name != NULL ? g_strdup_printf ("%s %s", what->name, number)
                                                 : g_strdup (number);

      show (chart, text, last_x + 2 * DOT, last_y, 0, &chart->brush.palette->ink);
    }
}

void
lijn_paint_lines (cairo_t *cr, const LijnRect *rect, const char *const *labels, guint n_labels,
                  const LijnChartLine *lines, guint n_lines, double least, double most,
                  guint decimals, const LijnPaintOptions *options)
{
  g_autofree char *high = write_number (most, decimals);
  double ends = 0;
  Chart chart = { .least = least, .most = most };

  if (n_labels == 0)
    return;
  begin (&chart, cr, rect, options);
  for (guint i = 0; i < n_lines; i++)
    if (lines[i].name != NULL)
      ends = MAX (ends, width_of (lines[i].name) + GAP);
  chart.plot = (LijnRect){ rect->x + width_of (high) + 2 * GAP, rect->y + TEXT, 0, 0 };
  chart.plot.width = rect->x + rect->width - ends - width_of (high) - 2 * GAP - chart.plot.x;
  chart.plot.height = rect->height - 5.4 * TEXT;

  paint_scale (&chart, 4, decimals);
  for (guint i = 0; i < n_labels; i++)
    show_label (&chart, labels[i], chart.plot.x + chart.plot.width / n_labels * (i + 0.5),
                chart.plot.width / n_labels);
  for (guint i = 0; i < n_lines; i++)
    paint_line (&chart, &lines[i], n_labels, decimals);
  cairo_restore (cr);
}
