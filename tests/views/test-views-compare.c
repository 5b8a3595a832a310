/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "canvas-world.h"
#include "lijn-compare.h"

/* As-is beside to-be: two canvases that move together, and a list of what differs. */

typedef struct
{
  World *world;
  LijnCompare *compare;
  LijnMap *to_be;
} Pair;

static void
pair_init (Pair *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  GtkWidget *child = NULL;
  g_autoptr (GError) error = NULL;

  self->world = world_new ();
  child = g_object_ref (gtk_window_get_child (GTK_WINDOW (self->world->window)));
  self->compare = g_object_new (LIJN_TYPE_COMPARE, NULL);
  gtk_window_set_child (GTK_WINDOW (self->world->window), paned);
  gtk_paned_set_start_child (GTK_PANED (paned), child);
  gtk_paned_set_end_child (GTK_PANED (paned), GTK_WIDGET (self->compare));
  g_object_unref (child);
  lijn_compare_set_canvas (self->compare, self->world->canvas);
  self->to_be = lijn_edit_make_to_be (self->world->map, "Better", &error);
  g_assert_no_error (error);
  world_settle (self->world);
}

static void
pair_clear (Pair *self)
{
  lijn_compare_set_canvas (self->compare, NULL);
  world_free (self->world);
}

static LijnView *
other_view (Pair *self)
{
  return lijn_canvas_get_view (
      LIJN_CANVAS (world_find_widget (GTK_WIDGET (self->compare), LIJN_TYPE_CANVAS)));
}

static guint
count_rows (Pair *self)
{
  GtkWidget *list = world_find_widget (GTK_WIDGET (self->compare), GTK_TYPE_LIST_VIEW);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))));
}

static LijnElement *
copy_of (Pair *self, LijnElement *element)
{
  GPtrArray *copies = lijn_project_referrers (self->world->project, LIJN_TABLE_ELEMENT, "origin",
                                              LIJN_OBJECT (element));

  g_assert_cmpuint (copies->len, ==, 1);
  return g_ptr_array_index (copies, 0);
}

static void
test_follows (void)
{
  LijnView *view = NULL, *other = NULL;
  g_autoptr (GError) error = NULL;
  LijnPoint one, two;
  Pair pair;

  pair_init (&pair);
  view = pair.world->view;
  lijn_view_set_comparing (view, TRUE);
  world_settle (pair.world);
  other = other_view (&pair);
  g_assert_true (lijn_view_get_map (other) == pair.to_be);
  g_assert_cmpuint (count_rows (&pair), ==, 0);
  g_assert_cmpint (lijn_view_get_overlay (view), ==, LIJN_OVERLAY_DIFFERENCES);

  lijn_canvas_zoom_by (pair.world->canvas, 1.5);
  lijn_canvas_pan (pair.world->canvas, 30, 10);
  world_settle (pair.world);
  g_assert_cmpfloat (lijn_view_get_zoom (other), ==, lijn_view_get_zoom (view));
  g_assert_true (lijn_view_get_place (view, &one) && lijn_view_get_place (other, &two));
  g_assert_cmpfloat_with_epsilon (one.x, two.x, 1);
  g_assert_cmpfloat_with_epsilon (one.y, two.y, 1);

  lijn_view_select (view, LIJN_OBJECT (pair.world->answer));
  g_assert_true (lijn_view_get_selected (other) ==
                 LIJN_OBJECT (copy_of (&pair, pair.world->answer)));
  lijn_edit_rename (LIJN_OBJECT (copy_of (&pair, pair.world->answer)), "Answer at once", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_rows (&pair), ==, 1);

  lijn_view_set_comparing (view, FALSE);
  world_settle (pair.world);
  g_assert_cmpint (lijn_view_get_overlay (view), ==, LIJN_OVERLAY_NONE);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (pair.compare)));
  pair_clear (&pair);
}

/* With one map there is nothing to compare: it says so, and is off again. */
static void
test_alone (void)
{
  g_autoptr (GError) error = NULL;
  Pair pair;

  pair_init (&pair);
  lijn_edit_remove_one (LIJN_OBJECT (pair.to_be), &error);
  g_assert_no_error (error);
  lijn_view_set_comparing (pair.world->view, TRUE);
  g_assert_false (lijn_view_get_comparing (pair.world->view));
  g_assert_cmpuint (pair.world->messages->len, >, 0);
  world_settle (pair.world);
  pair_clear (&pair);
}

/* The map beside it goes while it is shown. */
static void
test_other_goes (void)
{
  g_autoptr (GError) error = NULL;
  Pair pair;

  pair_init (&pair);
  lijn_view_set_comparing (pair.world->view, TRUE);
  world_settle (pair.world);
  lijn_edit_remove_one (LIJN_OBJECT (pair.to_be), &error);
  g_assert_no_error (error);
  g_assert_false (lijn_view_get_comparing (pair.world->view));
  world_settle (pair.world);
  pair_clear (&pair);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/views/compare/follows", test_follows);
  g_test_add_func ("/views/compare/alone", test_alone);
  g_test_add_func ("/views/compare/other-goes", test_other_goes);
  return g_test_run ();
}
