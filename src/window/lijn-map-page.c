/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-map-page.h"

#include "lijn-begin.h"
#include "lijn-compare.h"
#include "lijn-looks.h"
#include "lijn-map-bar.h"
#include "lijn-names.h"
#include "lijn-overview.h"
#include "lijn-speaker.h"
#include "lijn-walk-bar.h"

#include <glib/gi18n.h>

struct _LijnMapPage
{
  AdwBin parent_instance;

  LijnView *view;
  LijnSpeaker *speakers;

  LijnCanvas *canvas;
  LijnCaptureBar *capture;
  LijnFindBar *find;
  LijnLooks *looks;
  LijnCompare *compare;
  LijnMapBar *maps;
  LijnOverview *overview;
  LijnWalkBar *walk;
  GtkDropDown *speaker;
  GtkWidget *hint;
  GtkButton *zoom_level;
};

G_DEFINE_FINAL_TYPE (LijnMapPage, lijn_map_page, ADW_TYPE_BIN)

static void
update_hint (LijnMapPage *self)
{
  LijnMap *map = lijn_view_get_map (self->view);
  g_autoptr (GPtrArray) lanes = map != NULL ? lijn_map_list_lanes (map) : NULL;

  gtk_widget_set_visible (self->hint, lanes == NULL || lanes->len == 0);
}

static void
zoom_changed_cb (LijnMapPage *self)
{
  g_autofree char *text = g_strdup_printf (_ ("%.0f %%"), 100.0 * lijn_view_get_zoom (self->view));

  gtk_button_set_label (self->zoom_level, text);
}

LijnCanvas *
lijn_map_page_get_canvas (LijnMapPage *self)
{
  return self->canvas;
}

LijnCaptureBar *
lijn_map_page_get_capture (LijnMapPage *self)
{
  return self->capture;
}

LijnFindBar *
lijn_map_page_get_find_bar (LijnMapPage *self)
{
  return self->find;
}

void
lijn_map_page_begin (LijnMapPage *self)
{
  GError *error = NULL;
  gboolean ok = lijn_begin_with_two_parties (self->view, &error);

  if (!lijn_view_report (self->view, ok, error))
    return;

  lijn_canvas_zoom_to_fit (self->canvas);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

void
lijn_map_page_walk (LijnMapPage *self)
{
  lijn_walk_bar_start (self->walk);
}

void
lijn_map_page_grab_focus (LijnMapPage *self)
{
  if (gtk_widget_get_visible (self->hint))
    gtk_widget_grab_focus (GTK_WIDGET (self->capture));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
set_view (LijnMapPage *self, LijnView *view)
{
  self->view = g_object_ref (view);
  lijn_canvas_set_view (self->canvas, view);
  lijn_capture_bar_set_view (self->capture, view);
  lijn_capture_bar_set_canvas (self->capture, self->canvas);
  lijn_find_bar_set_canvas (self->find, self->canvas);
  lijn_looks_set_view (self->looks, view);
  lijn_compare_set_canvas (self->compare, self->canvas);
  lijn_map_bar_set_view (self->maps, view);
  lijn_overview_set_canvas (self->overview, self->canvas);
  lijn_walk_bar_set_view (self->walk, view);
  self->speakers = lijn_speaker_new (view, self->speaker);

  g_signal_connect_object (lijn_view_get_project (view), "refreshed", G_CALLBACK (update_hint),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::map", G_CALLBACK (update_hint), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::zoom", G_CALLBACK (zoom_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update_hint (self);
  zoom_changed_cb (self);
}

static void
lijn_map_page_dispose (GObject *object)
{
  LijnMapPage *self = LIJN_MAP_PAGE (object);

  if (self->view != NULL)
    {
      lijn_find_bar_set_canvas (self->find, NULL);
      lijn_looks_set_view (self->looks, NULL);
      lijn_compare_set_canvas (self->compare, NULL);
      lijn_map_bar_set_view (self->maps, NULL);
      lijn_overview_set_canvas (self->overview, NULL);
      lijn_walk_bar_set_view (self->walk, NULL);
      lijn_canvas_set_view (self->canvas, NULL);
      lijn_capture_bar_set_view (self->capture, NULL);
    }
  g_clear_pointer (&self->speakers, lijn_speaker_free);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (lijn_map_page_parent_class)->dispose (object);
}

static void
lijn_map_page_class_init (LijnMapPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LIJN_TYPE_CANVAS);
  g_type_ensure (LIJN_TYPE_CAPTURE_BAR);
  g_type_ensure (LIJN_TYPE_FIND_BAR);
  g_type_ensure (LIJN_TYPE_COMPARE);
  g_type_ensure (LIJN_TYPE_LOOKS);
  g_type_ensure (LIJN_TYPE_MAP_BAR);
  g_type_ensure (LIJN_TYPE_OVERVIEW);
  g_type_ensure (LIJN_TYPE_WALK_BAR);

  G_OBJECT_CLASS (klass)->dispose = lijn_map_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/waslijn/Waslijn/map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LijnMapPage, canvas);
  gtk_widget_class_bind_template_child (widget_class, LijnMapPage, capture);
  gtk_widget_class_bind_template_child (widget_class, LijnMapPage, find);
  gtk_widget_class_bind_template_child (widget_class, LijnMapPage, looks);
  gtk_widget_class_bind_template_child (widget_class, LijnMapPage, compare);
  gtk_widget_class_bind_template_child (widget_class, LijnMapPage, maps);
  gtk_widget_class_bind_template_child (widget_class, LijnMapPage, overview);
  gtk_widget_class_bind_template_child (widget_class, LijnMapPage, walk);
  gtk_widget_class_bind_template_child (widget_class, LijnMapPage, speaker);
  gtk_widget_class_bind_template_child (widget_class, LijnMapPage, hint);
  gtk_widget_class_bind_template_child (widget_class, LijnMapPage, zoom_level);
}

static void
lijn_map_page_init (LijnMapPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lijn_names_put_right (GTK_WIDGET (self));
}

GtkWidget *
lijn_map_page_new (LijnView *view)
{
  LijnMapPage *self = g_object_new (LIJN_TYPE_MAP_PAGE, NULL);

  set_view (self, view);

  return GTK_WIDGET (self);
}
