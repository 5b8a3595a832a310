/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-text-box.h"

/* A layout manager measures with a text layout of its own, wrapped as the text view wraps. */

#define LEAST_WIDTH 60
#define LEAST_HEIGHT "lijn-least-height"

static int
measure_text (GtkTextView *text, int width)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (text);
  g_autofree char *content = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  GtkTextIter start, end;
  int height;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  content = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (text), content);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width >= 0)
    pango_layout_set_width (layout, MAX (1, width - gtk_text_view_get_left_margin (text) -
                                                gtk_text_view_get_right_margin (text)) *
                                        PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height + gtk_text_view_get_top_margin (text) + gtk_text_view_get_bottom_margin (text);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *text = gtk_widget_get_first_child (widget);
  int least = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), LEAST_HEIGHT));
  int unused;

  /* GTK wants every child measured before it is allocated. */
  gtk_widget_measure (text, orientation, -1, &unused, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = LEAST_WIDTH;
  else
    *minimum = *natural = MAX (least, measure_text (GTK_TEXT_VIEW (text), for_size));
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *text = gtk_widget_get_first_child (widget);
  int least;

  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  gtk_widget_allocate (text, width, MAX (height, least), baseline, NULL);
}

GtkWidget *
lijn_text_box_new (GtkTextView *text, int least)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_object_set_data (G_OBJECT (box), LEAST_HEIGHT, GINT_TO_POINTER (least));
  gtk_widget_set_overflow (box, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (text));
  gtk_widget_set_layout_manager (box, gtk_custom_layout_new (get_request_mode, measure, allocate));
  g_signal_connect_object (gtk_text_view_get_buffer (text), "changed",
                           G_CALLBACK (gtk_widget_queue_resize), box, G_CONNECT_SWAPPED);

  return box;
}
