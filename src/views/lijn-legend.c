/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-legend.h"

#include <math.h>

#define LEAST_WIDTH 200 /* pixels */
#define WIDTH 486
#define MARGIN 8

struct _LijnLegend
{
  GtkWidget parent_instance;

  LijnView *view; /* (nullable) */
  gulong overlay_id, palette_id;
};

G_DEFINE_FINAL_TYPE (LijnLegend, lijn_legend, GTK_TYPE_WIDGET)

static LijnPaintOptions
get_options (LijnLegend *self)
{
  return (LijnPaintOptions){
    .palette = lijn_view_get_palette (self->view),
    .scale = 1,
    .overlay = lijn_view_get_overlay (self->view),
  };
}

/* As a screen reader says it. (transfer full) */
static char *
describe (LijnOverlay overlay)
{
  GString *text = g_string_new (lijn_overlay_get_title (overlay));

  for (guint i = 0; i < lijn_overlay_count_steps (overlay); i++)
    g_string_append_printf (text, "%s %s", i == 0 ? ":" : ",",
                            lijn_overlay_get_step (overlay, (int) i));
  return g_string_free (text, FALSE);
}

static void
update (LijnLegend *self)
{
  LijnOverlay overlay = self->view != NULL ? lijn_view_get_overlay (self->view) : LIJN_OVERLAY_NONE;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), overlay != LIJN_OVERLAY_NONE);
  if (overlay == LIJN_OVERLAY_NONE)
    return;
  text = describe (overlay);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static GtkSizeRequestMode
lijn_legend_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lijn_legend_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                     int *natural, int *minimum_baseline, int *natural_baseline)
{
  LijnLegend *self = LIJN_LEGEND (widget);
  const int width = for_size > 0 ? MAX (for_size, LEAST_WIDTH) : WIDTH;
  LijnPaintOptions options;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = WIDTH;
      return;
    }
  *minimum = *natural = 0;
  if (self->view == NULL)
    return;
  options = get_options (self);
  *minimum = *natural = (int) ceil (lijn_paint_scale (NULL, &options, 0, 0, width - 2 * MARGIN));
}

static void
lijn_legend_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LijnLegend *self = LIJN_LEGEND (widget);
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  LijnPaintOptions options;
  cairo_t *cr = NULL;

  if (self->view == NULL)
    return;
  options = get_options (self);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  lijn_paint_scale (cr, &options, MARGIN, 0, width - 2 * MARGIN);
  cairo_destroy (cr);
}

void
lijn_legend_set_view (LijnLegend *self, LijnView *view)
{
  if (self->view == view)
    return;

  if (self->view != NULL)
    {
      g_clear_signal_handler (&self->overlay_id, self->view);
      g_clear_signal_handler (&self->palette_id, self->view);
    }
  g_set_object (&self->view, view);
  update (self);
  if (view == NULL)
    return;
  self->overlay_id = g_signal_connect_swapped (view, "notify::overlay", G_CALLBACK (update), self);
  self->palette_id = g_signal_connect_swapped (view, "notify::palette", G_CALLBACK (update), self);
}

static void
lijn_legend_dispose (GObject *object)
{
  lijn_legend_set_view (LIJN_LEGEND (object), NULL);

  G_OBJECT_CLASS (lijn_legend_parent_class)->dispose (object);
}

static void
lijn_legend_class_init (LijnLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lijn_legend_dispose;
  widget_class->get_request_mode = lijn_legend_get_request_mode;
  widget_class->measure = lijn_legend_measure;
  widget_class->snapshot = lijn_legend_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
lijn_legend_init (LijnLegend *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
lijn_legend_new (const char *css)
{
  GtkWidget *self = g_object_new (LIJN_TYPE_LEGEND, NULL);

  if (css != NULL)
    gtk_widget_add_css_class (self, css);
  return self;
}
