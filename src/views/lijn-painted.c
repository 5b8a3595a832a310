/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-painted.h"

#include <math.h>

/* Points are 1/72 inch, screens count 96 pixels to it. */
#define SCALE (96.0 / 72.0)
#define LEAST_WIDTH 260 /* pixels */
#define WIDTH 540
#define TYPICAL_WIDTH 400 /* where nobody says how wide it will be */

struct _LijnPainted
{
  GtkWidget parent_instance;

  LijnPaintedFunc paint;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (LijnPainted, lijn_painted, GTK_TYPE_WIDGET)

static LijnPaintOptions
get_options (void)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  return (LijnPaintOptions){ .palette = dark ? LIJN_PALETTE_DARK : LIJN_PALETTE_LIGHT };
}

static GtkSizeRequestMode
lijn_painted_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lijn_painted_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  LijnPainted *self = LIJN_PAINTED (widget);
  const LijnPaintOptions options = get_options ();
  const int width = for_size > 0 ? MAX (for_size, LEAST_WIDTH) : TYPICAL_WIDTH;
  const LijnRect rect = { 0, 0, width / SCALE, 0 };

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = WIDTH;
    }
  else
    *minimum = *natural = (int) ceil (self->paint (NULL, &rect, &options, self->data) * SCALE);
}

static void
lijn_painted_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LijnPainted *self = LIJN_PAINTED (widget);
  const LijnPaintOptions options = get_options ();
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const LijnRect rect = { 0.5, 0.5, width / SCALE - 1, height / SCALE - 1 };
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  cairo_scale (cr, SCALE, SCALE);
  self->paint (cr, &rect, &options, self->data);
  cairo_destroy (cr);
}

static void
lijn_painted_class_init (LijnPaintedClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = lijn_painted_get_request_mode;
  widget_class->measure = lijn_painted_measure;
  widget_class->snapshot = lijn_painted_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lijn_painted_init (LijnPainted *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
lijn_painted_new (LijnPaintedFunc paint, gpointer data)
{
  LijnPainted *self = g_object_new (LIJN_TYPE_PAINTED, NULL);

  self->paint = paint;
  self->data = data;
  return GTK_WIDGET (self);
}

void
lijn_painted_refresh (LijnPainted *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
