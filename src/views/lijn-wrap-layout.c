/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-wrap-layout.h"

struct _LijnWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (LijnWrapLayout, lijn_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* How wide @child becomes where @width is all there is. */
static int
fit (GtkWidget *child, int width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);

  return MAX (minimum, MIN (natural, width));
}

static int
height_for (GtkWidget *child, int width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);

  return natural;
}

/* Lays the children out in @width and, with @place, puts them there. Returns: the height. */
static int
lay_out (LijnWrapLayout *self, GtkWidget *widget, int width, gboolean place)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int wide, high;

      if (!gtk_widget_should_layout (child))
        continue;
      wide = fit (child, width);
      high = height_for (child, wide);
      if (x > 0 && x + wide > width)
        {
          y += line + self->spacing;
          x = line = 0;
        }
      if (place)
        gtk_widget_size_allocate (
            child, &(const GtkAllocation){ mirrored ? width - x - wide : x, y, wide, high }, -1);
      x += wide + self->spacing;
      line = MAX (line, high);
    }

  return y + line;
}

static void
lijn_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                          int for_size, int *minimum, int *natural, int *minimum_baseline,
                          int *natural_baseline)
{
  LijnWrapLayout *self = LIJN_WRAP_LAYOUT (manager);
  int widest = 0, all = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      widest = MAX (widest, child_minimum);
      all += child_natural + (all > 0 ? self->spacing : 0);
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = MAX (widest, all);
    }
  else
    *minimum = *natural = lay_out (self, widget, for_size >= 0 ? MAX (for_size, widest) : all,
                                   FALSE);
}

static void
lijn_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                           int baseline)
{
  lay_out (LIJN_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static GtkSizeRequestMode
lijn_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
lijn_wrap_layout_class_init (LijnWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = lijn_wrap_layout_get_request_mode;
  layout_class->measure = lijn_wrap_layout_measure;
  layout_class->allocate = lijn_wrap_layout_allocate;
}

static void
lijn_wrap_layout_init (LijnWrapLayout *self)
{
}

GtkLayoutManager *
lijn_wrap_layout_new (int spacing)
{
  LijnWrapLayout *self = g_object_new (LIJN_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;

  return GTK_LAYOUT_MANAGER (self);
}
