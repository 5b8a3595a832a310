/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "canvas-world.h"
#include "lijn-find-bar.h"
#include "lijn-finder.h"

/* Finding: what is found, in which order, at what cost; and the bar that shows it. */

static guint
find (LijnFinder *finder, const char *text, World *world, LijnObject **first)
{
  g_autoptr (GPtrArray) found = lijn_finder_find (finder, text, world->map);

  if (first != NULL)
    *first = found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
  return found->len;
}

static void
rename_object (gpointer object, const char *name)
{
  g_autoptr (GError) error = NULL;

  lijn_edit_rename (object, name, &error);
  g_assert_no_error (error);
}

static void
test_words (void)
{
  World *world = world_new ();
  g_autoptr (LijnFinder) finder = lijn_finder_new (world->project);
  LijnObject *first = NULL;

  rename_object (world->ask, "Één vraag stellen");
  g_assert_cmpuint (find (finder, "een VRAAG", world, &first), ==, 1);
  g_assert_true (first == LIJN_OBJECT (world->ask));
  g_assert_cmpuint (find (finder, "vraag één", world, NULL), ==, 1);
  g_assert_cmpuint (find (finder, "vraag twee", world, NULL), ==, 0);
  g_assert_cmpuint (find (finder, "  ", world, NULL), ==, 0);
  world_free (world);
}

/* Friction points are found by the words of either party. */
static void
test_both_wordings (void)
{
  World *world = world_new ();
  g_autoptr (LijnFinder) finder = lijn_finder_new (world->project);
  g_autoptr (GError) error = NULL;
  LijnFriction *friction = lijn_edit_add_friction (LIJN_OBJECT (world->ask), 0, 0, world->customer,
                                                   "We never hear back", &error);
  LijnObject *first = NULL;

  g_assert_no_error (error);
  lijn_edit_set (LIJN_OBJECT (friction), "supplier_words", "They do not read our mail", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (find (finder, "hear back", world, &first), ==, 1);
  g_assert_true (first == LIJN_OBJECT (friction));
  g_assert_cmpuint (find (finder, "our mail", world, &first), ==, 1);
  g_assert_true (first == LIJN_OBJECT (friction));
  world_free (world);
}

static void
test_numbers (void)
{
  World *world = world_new ();
  g_autoptr (LijnFinder) finder = lijn_finder_new (world->project);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  LijnFriction *friction = lijn_edit_add_friction (LIJN_OBJECT (world->ask), 0, 0, world->customer,
                                                   "Case 1 of many", &error);
  LijnObject *first = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (find (finder, "1", world, &first), ==, 2);
  g_assert_true (first == LIJN_OBJECT (world->interface));
  g_assert_cmpuint (find (finder, "#1", world, &first), ==, 1);
  g_assert_true (first == LIJN_OBJECT (world->interface));
  g_assert_cmpuint (find (finder, "f1", world, &first), ==, 1);
  g_assert_true (first == LIJN_OBJECT (friction));
  found = lijn_finder_find_number (finder, "1 of", world->map);
  g_assert_cmpuint (found->len, ==, 0);
  world_free (world);
}

/* This map first, on it from left to right; then the others. */
static void
test_order (void)
{
  World *world = world_new ();
  g_autoptr (LijnFinder) finder = lijn_finder_new (world->project);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  LijnMap *other = lijn_edit_add_map (world->project, LIJN_MAP_KIND_TO_BE, "Checks", &error);
  LijnLane *lane = lijn_edit_add_lane (other, world->customer, "Check desk", NULL, &error);

  g_assert_no_error (error);
  rename_object (world->start, "Check first");
  found = lijn_finder_find (finder, "check", world->map);
  g_assert_cmpuint (found->len, ==, 4);
  g_assert_true (g_ptr_array_index (found, 0) == (gpointer) world->start);
  g_assert_true (g_ptr_array_index (found, 1) == (gpointer) world->check);
  g_assert_true (g_ptr_array_index (found, 2) == (gpointer) lane);
  g_assert_true (g_ptr_array_index (found, 3) == (gpointer) other);
  world_free (world);
}

/* An edit folds what it touched and nothing else; what is gone is not found, and found again after
 * an undo. */
static void
test_local (void)
{
  World *world = world_new ();
  g_autoptr (LijnFinder) finder = lijn_finder_new (world->project);
  g_autoptr (GError) error = NULL;
  guint64 before;

  g_assert_cmpuint (find (finder, "check", world, NULL), ==, 1);
  before = lijn_finder_count_folded (finder);
  rename_object (world->check, "Look at it");
  g_assert_cmpuint (find (finder, "check", world, NULL), ==, 0);
  g_assert_cmpuint (find (finder, "look", world, NULL), ==, 1);
  g_assert_cmpuint (lijn_finder_count_folded (finder) - before, ==, 1);

  lijn_edit_remove_one (LIJN_OBJECT (world->check), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (find (finder, "look", world, NULL), ==, 0);
  lijn_edit_undo (world->project, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (find (finder, "look", world, NULL), ==, 1);
  world_free (world);
}

/* The bar in the world's window, over the canvas. */
static LijnFindBar *
add_bar (World *world)
{
  LijnFindBar *bar = g_object_new (LIJN_TYPE_FIND_BAR, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *child = g_object_ref (gtk_window_get_child (GTK_WINDOW (world->window)));

  gtk_window_set_child (GTK_WINDOW (world->window), box);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (bar));
  gtk_box_append (GTK_BOX (box), child);
  g_object_unref (child);
  lijn_find_bar_set_canvas (bar, world->canvas);
  world_settle (world);
  return bar;
}

static void
type (LijnFindBar *bar, const char *text)
{
  GtkWidget *entry = world_find_widget (GTK_WIDGET (bar), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
press_return (LijnFindBar *bar)
{
  g_signal_emit_by_name (world_find_widget (GTK_WIDGET (bar), GTK_TYPE_SEARCH_ENTRY), "activate");
}

/* What is on this map is shown while one types; another map is gone to only with Return, and back
 * leads to where the search began. */
static void
test_bar (void)
{
  World *world = world_new ();
  LijnFindBar *bar = add_bar (world);
  g_autoptr (GError) error = NULL;
  LijnMap *other = lijn_edit_add_map (world->project, LIJN_MAP_KIND_TO_BE, "Better", &error);
  LijnLane *lane = lijn_edit_add_lane (other, world->customer, "Swift desk", NULL, &error);
  LijnPoint before, place;

  g_assert_no_error (error);
  lijn_view_select (world->view, LIJN_OBJECT (world->ask));
  g_assert_true (lijn_view_get_place (world->view, &before));
  lijn_find_bar_open (bar, LIJN_FIND_WORDS);
  type (bar, "answer");
  g_assert_true (world_selected (world) == world->answer);
  type (bar, "swift");
  g_assert_true (lijn_view_get_map (world->view) == world->map);
  press_return (bar);
  g_assert_true (lijn_view_get_map (world->view) == other);
  g_assert_true (lijn_view_get_selected (world->view) == LIJN_OBJECT (lane));

  g_assert_true (lijn_view_go (world->view, FALSE));
  g_assert_true (lijn_view_get_map (world->view) == world->map);
  g_assert_true (lijn_view_get_place (world->view, &place));
  g_assert_cmpfloat_with_epsilon (place.x, before.x, 1);
  g_assert_cmpfloat_with_epsilon (place.y, before.y, 1);
  lijn_find_bar_set_canvas (bar, NULL);
  world_free (world);
}

/* A number, Return: there, and the bar is gone. */
static void
test_number_bar (void)
{
  World *world = world_new ();
  LijnFindBar *bar = add_bar (world);

  lijn_find_bar_open (bar, LIJN_FIND_NUMBER);
  type (bar, "9");
  press_return (bar);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (bar)));
  type (bar, "1");
  press_return (bar);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (bar)));
  g_assert_true (lijn_view_get_selected (world->view) == LIJN_OBJECT (world->interface));
  lijn_find_bar_set_canvas (bar, NULL);
  world_free (world);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/views/find/words", test_words);
  g_test_add_func ("/views/find/both-wordings", test_both_wordings);
  g_test_add_func ("/views/find/numbers", test_numbers);
  g_test_add_func ("/views/find/order", test_order);
  g_test_add_func ("/views/find/local", test_local);
  g_test_add_func ("/views/find/bar", test_bar);
  g_test_add_func ("/views/find/number-bar", test_number_bar);
  return g_test_run ();
}
