/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "canvas-world.h"

/* Tidying on the canvas: of all or of what is selected, and things glide to where they go. */

static void
set_animations (World *world, gboolean on)
{
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (world->canvas)), "gtk-enable-animations", on,
                NULL);
}

static void
move (LijnElement *element, double dx, double dy)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (one, element);
  g_assert_true (lijn_edit_move (one, dx, dy, &error));
  g_assert_no_error (error);
}

static gboolean
has_arrived (World *world)
{
  return world->canvas->glide == NULL;
}

/* A map with a step far off, tidied just now: before a frame has passed, which may take long. */
static World *
new_tidied (gboolean animated)
{
  World *world = world_new ();

  set_animations (world, animated);
  move (world->check, 400, 0);
  world_settle (world);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (world->canvas), "canvas.tidy", NULL));
  g_assert_cmpstr (world->messages->str, ==, "");
  g_assert_cmpint (world->canvas->glide != NULL, ==, animated);
  return world;
}

static void
test_glides (void)
{
  World *world = new_tidied (TRUE);

  world_wait (world, has_arrived);
  world_free (world);
}

/* What happens meanwhile is shown at once. */
static void
test_edit_ends_glide (void)
{
  World *world = new_tidied (TRUE);

  world_act (world, "canvas.undo");
  g_assert_null (world->canvas->glide);
  world_free (world);
}

static void
test_without_animations (void)
{
  World *world = new_tidied (FALSE);

  set_animations (world, TRUE);
  world_free (world);
}

/* Only what is selected moves; one undo brings it back. */
static void
test_selected (void)
{
  World *world = world_new ();
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  double before, start, answer;
  guint revisions;

  move (world->check, 400, 60);
  before = lijn_element_get_x (world->check);
  start = lijn_element_get_x (world->start);
  answer = lijn_element_get_x (world->answer);
  g_ptr_array_add (some, world->ask);
  g_ptr_array_add (some, world->check);
  lijn_view_select_many (world->view, some);
  revisions = world_revisions (world);
  world_act (world, "canvas.tidy");
  g_assert_cmpstr (world->messages->str, ==, "");
  g_assert_cmpfloat (lijn_element_get_x (world->check), <, before);
  g_assert_cmpfloat (lijn_element_get_x (world->start), ==, start);
  g_assert_cmpfloat (lijn_element_get_x (world->answer), ==, answer);
  g_assert_cmpuint (world_revisions (world), ==, revisions + 1);
  world_act (world, "canvas.undo");
  g_assert_cmpfloat (lijn_element_get_x (world->check), ==, before);
  world_free (world);
}

static void
busy_cb (LijnView *view, const char *label, LijnBusy *busy, GCancellable *cancellable)
{
  g_assert_cmpstr (label, !=, "");
  g_cancellable_cancel (cancellable);
  busy->cancellable = cancellable;
}

static void
test_cancelled (void)
{
  World *world = world_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  guint revisions;

  move (world->check, 400, 0);
  revisions = world_revisions (world);
  g_signal_connect (world->view, "busy", G_CALLBACK (busy_cb), cancellable);
  world_act (world, "canvas.tidy");
  g_assert_cmpuint (world_revisions (world), ==, revisions);
  g_assert_cmpstr (world->messages->str, ==, "");
  world_free (world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/canvas/tidy/glides", test_glides);
  g_test_add_func ("/canvas/tidy/edit-ends-glide", test_edit_ends_glide);
  g_test_add_func ("/canvas/tidy/without-animations", test_without_animations);
  g_test_add_func ("/canvas/tidy/selected", test_selected);
  g_test_add_func ("/canvas/tidy/cancelled", test_cancelled);
  return g_test_run ();
}
