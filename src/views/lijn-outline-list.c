/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-outline-parts.h"

#include "lijn-outline-row.h"
#include "lijn-outline.h"
#include "lijn-pop-up.h"

/* The two lists of the outline, the tree and what was found: their rows and the context menu on
 * them. */

static void
show_menu (GtkWidget *outline, GtkWidget *row, double x, double y)
{
  LijnOutlineNode *node = lijn_outline_row_get_node (LIJN_OUTLINE_ROW (row));
  LijnObject *object = node != NULL ? lijn_outline_node_get_object (node) : NULL;
  g_autoptr (GMenuModel) menu = lijn_outline_make_menu (object);
  graphene_point_t at = GRAPHENE_POINT_INIT ((float) x, (float) y);

  if (object != NULL)
    lijn_view_select (lijn_outline_node_get_view (node), object);
  if (!gtk_widget_compute_point (row, outline, &at, &at))
    graphene_point_init (&at, 0, 0);
  lijn_pop_up_menu (menu, outline, &(const GdkRectangle){ (int) at.x, (int) at.y, 1, 1 }, NULL);
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, GtkWidget *outline)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (outline, row, x, y);
}

static GtkWidget *
make_row (GtkWidget *outline)
{
  GtkWidget *row = lijn_outline_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), outline);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));

  return row;
}

static void
set_up_cb (GtkListItemFactory *factory, GtkListItem *item, GtkWidget *outline)
{
  GtkWidget *expander = gtk_tree_expander_new ();

  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), make_row (outline));
  gtk_list_item_set_child (item, expander);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, GtkWidget *outline)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr (LijnOutlineNode) node = gtk_tree_list_row_get_item (row);

  gtk_tree_expander_set_list_row (expander, row);
  lijn_outline_row_set_node (LIJN_OUTLINE_ROW (gtk_tree_expander_get_child (expander)), node);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, GtkWidget *outline)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));

  lijn_outline_row_set_node (LIJN_OUTLINE_ROW (gtk_tree_expander_get_child (expander)), NULL);
  gtk_tree_expander_set_list_row (expander, NULL);
}

static void
set_up_found_cb (GtkListItemFactory *factory, GtkListItem *item, GtkWidget *outline)
{
  gtk_list_item_set_child (item, make_row (outline));
}

static void
bind_found_cb (GtkListItemFactory *factory, GtkListItem *item, GtkWidget *outline)
{
  lijn_outline_row_set_node (LIJN_OUTLINE_ROW (gtk_list_item_get_child (item)),
                             gtk_list_item_get_item (item));
}

static void
unbind_found_cb (GtkListItemFactory *factory, GtkListItem *item, GtkWidget *outline)
{
  lijn_outline_row_set_node (LIJN_OUTLINE_ROW (gtk_list_item_get_child (item)), NULL);
}

void
lijn_outline_list_set_up (GtkListView *list, gboolean is_tree, GtkWidget *outline)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GCallback set_up = is_tree ? G_CALLBACK (set_up_cb) : G_CALLBACK (set_up_found_cb);
  GCallback bind = is_tree ? G_CALLBACK (bind_cb) : G_CALLBACK (bind_found_cb);
  GCallback unbind = is_tree ? G_CALLBACK (unbind_cb) : G_CALLBACK (unbind_found_cb);

  g_signal_connect_object (factory, "setup", set_up, outline, 0);
  g_signal_connect_object (factory, "bind", bind, outline, 0);
  g_signal_connect_object (factory, "unbind", unbind, outline, 0);
  gtk_list_view_set_factory (list, factory);
}

gboolean
lijn_outline_list_show_menu (GtkWidget *outline)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (outline));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (GTK_IS_TREE_EXPANDER (row))
    row = gtk_tree_expander_get_child (GTK_TREE_EXPANDER (row));
  if (!LIJN_IS_OUTLINE_ROW (row))
    return FALSE;

  show_menu (outline, row, gtk_widget_get_width (row) / 2.0, gtk_widget_get_height (row) / 2.0);

  return TRUE;
}
