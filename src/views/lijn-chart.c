/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-chart.h"

struct _LijnChart
{
  GtkWidget parent_instance;

  LijnView *view;
  int height;
  LijnChartPaint paint;
  gpointer data;
  GDestroyNotify free;
};

G_DEFINE_FINAL_TYPE (LijnChart, lijn_chart, GTK_TYPE_WIDGET)

void
lijn_chart_update (LijnChart *self, const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
lijn_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LijnChart *self = LIJN_CHART (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const LijnRect rect = { 0, 0, width, height };
  const LijnPaintOptions options = { .palette = lijn_view_get_palette (self->view),
                                     .scale = gtk_widget_get_scale_factor (widget) };
  cairo_t *cr;

  if (width < 1 || height < 1)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  self->paint (cr, &rect, &options, self->data);
  cairo_destroy (cr);
}

static void
lijn_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                    int *natural, int *minimum_baseline, int *natural_baseline)
{
  LijnChart *self = LIJN_CHART (widget);

  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? self->height : 160;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? self->height : 480;
}

static void
lijn_chart_dispose (GObject *object)
{
  LijnChart *self = LIJN_CHART (object);

  if (self->free != NULL)
    g_clear_pointer (&self->data, self->free);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (lijn_chart_parent_class)->dispose (object);
}

static void
lijn_chart_class_init (LijnChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lijn_chart_dispose;
  widget_class->snapshot = lijn_chart_snapshot;
  widget_class->measure = lijn_chart_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
lijn_chart_init (LijnChart *self)
{
}

GtkWidget *
lijn_chart_new (LijnView *view, int height, LijnChartPaint paint, gpointer data,
                GDestroyNotify free)
{
  LijnChart *self = g_object_new (LIJN_TYPE_CHART, NULL);

  self->view = g_object_ref (view);
  self->height = height;
  self->paint = paint;
  self->data = data;
  self->free = free;
  g_signal_connect_object (view, "notify::palette", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
