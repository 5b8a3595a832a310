/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"
#include "lijn-pop-up.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

/* Friction points that are one mark on the map, as they are many on one thing: a click on it, Return, or
 * its menu opens a list of them, worst first, from which one is chosen. That is then what the mark
 * stands for, as long as it is selected: what is dragged, renamed, and what its menu is about. */

#define PIN_WIDTH 34
#define PIN_HEIGHT 40
#define WORDS_CHARS 48
#define MOST_HEIGHT 420

static void
draw_pin_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  LijnCanvas *self = LIJN_CANVAS (gtk_widget_get_ancestor (GTK_WIDGET (area), LIJN_TYPE_CANVAS));
  LijnPaintOptions options;

  if (self == NULL || self->view == NULL)
    return;
  options = lijn_canvas_paint_options (self);
  options.scale = 1;
  lijn_paint_pin_of (cr, width / 2.0 - 3, height - 3,
                     lijn_pin_size (lijn_friction_get_worst (data)), data, &options);
}

static GtkWidget *
make_row (LijnFriction *friction)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *pin = gtk_drawing_area_new ();
  g_autofree char *words = lijn_words_for_object (LIJN_OBJECT (friction));
  GtkWidget *label = gtk_label_new (words);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (pin), PIN_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (pin), PIN_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (pin), draw_pin_cb, g_object_ref (friction),
                                  g_object_unref);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WORDS_CHARS);
  gtk_box_append (GTK_BOX (box), pin);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (row), "friction", g_object_ref (friction), g_object_unref);

  return row;
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, LijnCanvas *self)
{
  g_autoptr (LijnObject) friction = g_object_ref (g_object_get_data (G_OBJECT (row), "friction"));

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER)));
  if (self->view != NULL && !lijn_object_is_gone (friction))
    lijn_view_select (self->view, friction);
}

static int
compare_worst (gconstpointer a, gconstpointer b)
{
  int one = lijn_friction_get_worst (*(LijnFriction *const *) a);
  int other = lijn_friction_get_worst (*(LijnFriction *const *) b);

  return one != other ? other - one
                      : lijn_friction_get_number (*(LijnFriction *const *) a) -
                            lijn_friction_get_number (*(LijnFriction *const *) b);
}

static GtkWidget *
make_list (LijnCanvas *self, LijnFriction *friction)
{
  g_autoptr (GPtrArray) all = lijn_layout_list_cluster (self->layout, friction);
  GtkWidget *list = gtk_list_box_new ();

  g_ptr_array_sort (all, compare_worst);
  for (guint i = 0; i < all->len; i++)
    {
      LijnFriction *one = g_ptr_array_index (all, i);
      GtkWidget *row = make_row (one);

      gtk_list_box_append (GTK_LIST_BOX (list), row);
      if (one == friction)
        gtk_list_box_select_row (GTK_LIST_BOX (list), GTK_LIST_BOX_ROW (row));
    }
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Friction points here"), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, 0);

  return list;
}

gboolean
lijn_canvas_open_cluster (LijnCanvas *self, LijnObject *object)
{
  GtkWidget *popover, *scroller, *list;
  GtkListBoxRow *chosen;
  LijnRect rect;

  if (self->layout == NULL || !LIJN_IS_FRICTION (object) ||
      lijn_layout_get_face (self->layout, LIJN_FRICTION (object)) == NULL ||
      !lijn_layout_get_object_bounds (self->layout, object, &rect))
    return FALSE;

  lijn_canvas_bring_into_sight (self, &rect);
  rect = lijn_canvas_rect_from_map (self, &rect);
  popover = gtk_popover_new ();
  scroller = gtk_scrolled_window_new ();
  list = make_list (self, LIJN_FRICTION (object));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  lijn_pop_up (
      popover, GTK_WIDGET (self),
      &(const GdkRectangle){ (int) rect.x, (int) rect.y, (int) rect.width, (int) rect.height },
      GTK_WIDGET (self));
  chosen = gtk_list_box_get_selected_row (GTK_LIST_BOX (list));
  gtk_widget_grab_focus (GTK_WIDGET (chosen));

  return TRUE;
}

void
lijn_canvas_hit_cluster (LijnCanvas *self, LijnHit *hit)
{
  LijnObject *selected = lijn_view_get_selected (self->view);
  LijnFriction *face;

  if (hit->kind != LIJN_HIT_PIN || !LIJN_IS_FRICTION (selected))
    return;
  face = lijn_layout_get_face (self->layout, LIJN_FRICTION (hit->object));
  if (face != NULL && face == lijn_layout_get_face (self->layout, LIJN_FRICTION (selected)))
    hit->object = selected;
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);

  lijn_canvas_open_cluster (self, lijn_view_get_selected (self->view));
}

void
lijn_canvas_append_cluster_menu (LijnCanvas *self, GMenu *menu, LijnObject *object)
{
  g_autoptr (GMenu) section = g_menu_new ();

  if (!LIJN_IS_FRICTION (object) ||
      lijn_layout_get_face (self->layout, LIJN_FRICTION (object)) == NULL)
    return;
  g_menu_append (section, _ ("Friction points here …"), "canvas.open-cluster");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

void
lijn_canvas_class_install_cluster (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "canvas.open-cluster", NULL, open_cb);
}
