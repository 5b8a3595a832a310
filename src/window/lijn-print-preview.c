/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-print.h"

#include "lijn-audience-row.h"
#include "lijn-overlay-row.h"
#include "lijn-publish.h"

#include <glib/gi18n.h>

/* The pages below each other as sheets of paper, painted by what paints them for the printer. */

#define PAGE_PIXELS 760 /* the longer side of a sheet */

typedef struct
{
  LijnView *view;
  GtkWindow *parent;
  GtkWidget *sheets;
  LijnAudienceRow *audience;
  AdwComboRow *overlay;
} LijnPreview;

static void
draw_sheet_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  LijnDocument *document = data;
  guint page = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (area), "page"));
  double page_width, page_height;

  lijn_document_get_page_size (document, page, &page_width, &page_height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / page_width, height / page_height);
  lijn_document_paint_page (document, page, cr);
}

static GtkWidget *
make_sheet (LijnDocument *document, guint page)
{
  GtkWidget *area = gtk_drawing_area_new ();
  double width, height, scale;
  g_autofree char *label = g_strdup_printf (_ ("Page %u of %u"), page + 1,
                                            lijn_document_count_pages (document));

  lijn_document_get_page_size (document, page, &width, &height);
  scale = PAGE_PIXELS / MAX (width, height);
  g_object_set_data (G_OBJECT (area), "page", GUINT_TO_POINTER (page));
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), (int) (width * scale));
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), (int) (height * scale));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_sheet_cb, g_object_ref (document),
                                  g_object_unref);
  gtk_widget_set_halign (area, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (area, "card");
  gtk_widget_set_overflow (area, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return area;
}

static void
fill (LijnPreview *self)
{
  LijnAudience audience = lijn_audience_row_get_audience (self->audience);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  double width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS);
  double height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS);
  g_autoptr (LijnDocument) document = lijn_document_new (
      lijn_view_get_project (self->view), NULL, &audience, lijn_overlay_row_get (self->overlay),
      MIN (width, height), MAX (width, height));
  GtkWidget *sheet;

  while ((sheet = gtk_widget_get_first_child (self->sheets)) != NULL)
    gtk_box_remove (GTK_BOX (self->sheets), sheet);
  for (guint i = 0; i < lijn_document_count_pages (document); i++)
    gtk_box_append (GTK_BOX (self->sheets), make_sheet (document, i));
}

static void
print_clicked_cb (GtkButton *button, LijnPreview *self)
{
  GtkWindow *parent = self->parent;
  g_autoptr (LijnView) view = g_object_ref (self->view);

  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))));
  lijn_print_run (parent, view);
}

static void
lijn_preview_free (gpointer data)
{
  LijnPreview *self = data;

  g_object_unref (self->view);
  g_free (self);
}

static GtkWidget *
make_header (LijnPreview *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *print = gtk_button_new_with_mnemonic (_ ("_Print…"));

  gtk_widget_add_css_class (print, "suggested-action");
  g_signal_connect (print, "clicked", G_CALLBACK (print_clicked_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), print);

  return header;
}

static GtkWidget *
make_content (LijnPreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->audience = g_object_new (LIJN_TYPE_AUDIENCE_ROW, "title", _ ("_For whom"), "use-underline",
                                 TRUE, NULL);
  lijn_audience_row_set_project (self->audience, lijn_view_get_project (self->view));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->audience));
  self->overlay = ADW_COMBO_ROW (lijn_overlay_row_new (self->view));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->overlay));
  gtk_widget_set_margin_start (group, 18);
  gtk_widget_set_margin_end (group, 18);
  gtk_widget_set_margin_top (group, 6);
  gtk_widget_set_margin_bottom (group, 12);

  self->sheets = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_margin_top (self->sheets, 12);
  gtk_widget_set_margin_bottom (self->sheets, 24);
  gtk_widget_set_margin_start (self->sheets, 24);
  gtk_widget_set_margin_end (self->sheets, 24);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->sheets);
  gtk_widget_set_vexpand (scroller, TRUE);

  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), scroller);
  g_signal_connect_swapped (self->audience, "notify::selected", G_CALLBACK (fill), self);
  g_signal_connect_swapped (self->overlay, "notify::selected", G_CALLBACK (fill), self);

  return box;
}

void
lijn_print_preview (GtkWindow *window, LijnView *view)
{
  LijnPreview *self = g_new0 (LijnPreview, 1);
  GtkWidget *preview = adw_window_new ();

  self->view = g_object_ref (view);
  self->parent = window;
  g_object_set_data_full (G_OBJECT (preview), "lijn-preview", self, lijn_preview_free);
  gtk_window_set_title (GTK_WINDOW (preview), _ ("Print preview"));
  gtk_window_set_transient_for (GTK_WINDOW (preview), window);
  gtk_window_set_modal (GTK_WINDOW (preview), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (preview), 880, 760);
  adw_window_set_content (ADW_WINDOW (preview), make_content (self));
  fill (self);
  gtk_window_present (GTK_WINDOW (preview));
}
