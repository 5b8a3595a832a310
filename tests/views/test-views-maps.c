/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "canvas-world.h"
#include "lijn-map-actions.h"
#include "lijn-map-bar.h"

/* Several maps: the bar above the map, what can be done with one, and detail maps. */

typedef struct
{
  World *world;
  LijnMapBar *bar;
} Bar;

static void
bar_init (Bar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *child = NULL;
  GActionGroup *actions = NULL;

  self->world = world_new ();
  child = g_object_ref (gtk_window_get_child (GTK_WINDOW (self->world->window)));
  self->bar = g_object_new (LIJN_TYPE_MAP_BAR, NULL);
  gtk_window_set_child (GTK_WINDOW (self->world->window), box);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (box), child);
  g_object_unref (child);
  actions = lijn_map_actions_new (self->world->view, box);
  gtk_widget_insert_action_group (box, "map", actions);
  g_object_unref (actions);
  lijn_map_bar_set_view (self->bar, self->world->view);
  world_settle (self->world);
}

static void
bar_clear (Bar *self)
{
  lijn_map_bar_set_view (self->bar, NULL);
  world_free (self->world);
}

static void
act (Bar *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->bar), action, NULL));
  world_settle (self->world);
}

/* The buttons of tabs and crumbs, from left to right. (transfer container) */
static GPtrArray *
list_buttons (GtkWidget *from, GPtrArray *found)
{
  if (GTK_IS_BUTTON (from) && (g_object_get_data (G_OBJECT (from), "lijn-map") != NULL ||
                               g_object_get_data (G_OBJECT (from), "lijn-owner") != NULL))
    g_ptr_array_add (found, from);
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_buttons (child, found);
  return found;
}

static guint
count_buttons (Bar *self)
{
  g_autoptr (GPtrArray) buttons = list_buttons (GTK_WIDGET (self->bar), g_ptr_array_new ());

  return buttons->len;
}

static void
test_bar (void)
{
  Bar bar;
  LijnView *view = NULL;

  bar_init (&bar);
  view = bar.world->view;
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (bar.bar)));
  act (&bar, "map.make-to-be");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (bar.bar)));
  g_assert_cmpuint (count_buttons (&bar), ==, 2);
  g_assert_true (lijn_map_get_derived_from (lijn_view_get_map (view)) == bar.world->map);

  act (&bar, "map.previous");
  g_assert_true (lijn_view_get_map (view) == bar.world->map);
  act (&bar, "map.later");
  act (&bar, "map.previous");
  g_assert_false (lijn_view_get_map (view) == bar.world->map);
  act (&bar, "map.delete");
  g_assert_true (lijn_view_get_map (view) == bar.world->map);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (bar.bar)));
  bar_clear (&bar);
}

/* Into the detail of a step and out again, to that step. */
static void
test_detail (void)
{
  g_autoptr (GPtrArray) buttons = NULL;
  LijnView *view = NULL;
  Bar bar;

  bar_init (&bar);
  view = bar.world->view;
  lijn_view_select (view, LIJN_OBJECT (bar.world->check));
  world_act (bar.world, "canvas.open-detail");
  world_settle (bar.world);
  g_assert_true (lijn_view_get_map (view) == lijn_element_get_detail (bar.world->check));
  g_assert_true (lijn_map_get_owner (lijn_view_get_map (view)) == bar.world->check);

  /* The tab of the map that the step is on; a detail has no tab. */
  buttons = list_buttons (GTK_WIDGET (bar.bar), g_ptr_array_new ());
  g_assert_cmpuint (buttons->len, ==, 1);
  g_signal_emit_by_name (g_ptr_array_index (buttons, 0), "clicked");
  g_assert_true (lijn_view_get_map (view) == bar.world->map);
  g_assert_true (world_selected (bar.world) == bar.world->check);

  world_act (bar.world, "canvas.open-detail");
  g_assert_cmpuint (lijn_project_count (bar.world->project, LIJN_TABLE_MAP), ==, 2);
  world_act (bar.world, "canvas.leave-detail");
  g_assert_true (world_selected (bar.world) == bar.world->check);
  g_assert_false (world_can (bar.world, "canvas.leave-detail"));
  bar_clear (&bar);
}

/* A double click on the sign opens the detail; elsewhere on the step it renames. */
static void
test_sign (void)
{
  World *world = world_new ();
  g_autoptr (GError) error = NULL;
  LijnMap *detail = lijn_edit_add_detail (world->check, &error);
  LijnRect rect;

  g_assert_no_error (error);
  world_settle (world);
  g_assert_true (lijn_layout_get_element_rect (lijn_layout_of (world->map), world->check, &rect));
  world_press (world, (LijnPoint){ rect.x + rect.width - 12, rect.y + rect.height - 12 }, 0, 2);
  world_release (world, (LijnPoint){ rect.x + rect.width - 12, rect.y + rect.height - 12 });
  g_assert_true (lijn_view_get_map (world->view) == detail);
  world_settle (world);
  world_free (world);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/views/maps/bar", test_bar);
  g_test_add_func ("/views/maps/detail", test_detail);
  g_test_add_func ("/views/maps/sign", test_sign);
  return g_test_run ();
}
