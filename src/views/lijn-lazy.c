/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-lazy.h"

typedef struct
{
  GtkWidget *widget; /* (unowned) owns this */
  LijnLazyUpdate update;
  gboolean stale;
  guint source;
} Lazy;

static Lazy *
get_lazy (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "lijn-lazy");
}

static gboolean
idle_cb (gpointer data)
{
  Lazy *self = data;

  self->source = 0;
  self->stale = FALSE;
  self->update (self->widget);
  return G_SOURCE_REMOVE;
}

static void
schedule (Lazy *self)
{
  if (self->stale && self->source == 0 && gtk_widget_get_mapped (self->widget))
    self->source = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

static void
refreshed_cb (GtkWidget *widget)
{
  Lazy *self = get_lazy (widget);

  self->stale = TRUE;
  schedule (self);
}

static void
map_cb (GtkWidget *widget)
{
  schedule (get_lazy (widget));
}

static void
lazy_free (gpointer data)
{
  Lazy *self = data;

  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self);
}

void
lijn_lazy_follow (gpointer widget, LijnProject *project, LijnLazyUpdate update)
{
  Lazy *self = g_new0 (Lazy, 1);

  self->widget = widget;
  self->update = update;
  g_object_set_data_full (widget, "lijn-lazy", self, lazy_free);
  g_signal_connect_object (project, "refreshed", G_CALLBACK (refreshed_cb), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect (widget, "map", G_CALLBACK (map_cb), NULL);
  update (widget);
}
