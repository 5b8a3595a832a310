/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lijn-paint-chart.h"
#include "lijn-view.h"

G_BEGIN_DECLS

/* A widget for a chart of lijn-paint-chart.h, in the view's palette. */

#define LIJN_TYPE_CHART (lijn_chart_get_type ())
G_DECLARE_FINAL_TYPE (LijnChart, lijn_chart, LIJN, CHART, GtkWidget)

/* Paints the chart within @rect of @cr. */
typedef void (*LijnChartPaint) (cairo_t *cr, const LijnRect *rect, const LijnPaintOptions *options,
                                gpointer data);

/* @paint gets @data. @height: pixels. */
GtkWidget *lijn_chart_new (LijnView *view, int height, LijnChartPaint paint, gpointer data,
                           GDestroyNotify free);

/* Paints anew; @words says to a screen reader what the chart shows. */
void lijn_chart_update (LijnChart *self, const char *words);

G_END_DECLS
