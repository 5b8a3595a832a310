/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "canvas-world.h"

/* The capture line: what it makes, says, remembers and leaves alone. */

typedef struct
{
  World *world;
  GtkWidget *bar;
  GtkWidget *entry;
  GtkWidget *says;
} Bar;

static Bar
bar_new (World *world)
{
  Bar bar = { .world = world };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroll = gtk_window_get_child (GTK_WINDOW (world->window));

  bar.bar = lijn_capture_bar_new (world->view);
  lijn_capture_bar_set_canvas (LIJN_CAPTURE_BAR (bar.bar), world->canvas);
  bar.entry = gtk_widget_get_first_child (bar.bar);
  bar.says = gtk_widget_get_next_sibling (bar.entry);
  g_assert_true (GTK_IS_ENTRY (bar.entry) && GTK_IS_LABEL (bar.says));
  g_object_ref (scroll);
  gtk_window_set_child (GTK_WINDOW (world->window), NULL);
  gtk_box_append (GTK_BOX (box), scroll);
  gtk_box_append (GTK_BOX (box), bar.bar);
  g_object_unref (scroll);
  gtk_window_set_child (GTK_WINDOW (world->window), box);
  world_settle (world);
  gtk_widget_grab_focus (bar.bar);
  return bar;
}

static void
enter (Bar *bar, const char *line)
{
  gtk_editable_set_text (GTK_EDITABLE (bar->entry), line);
  world_settle (bar->world);
  g_signal_emit_by_name (bar->entry, "activate");
  world_settle (bar->world);
}

/* As if the key were pressed in the entry. */
static gboolean
press (Bar *bar, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (bar->entry);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &taken);
    }
  world_settle (bar->world);
  return taken;
}

static const char *
text_of (Bar *bar)
{
  return gtk_editable_get_text (GTK_EDITABLE (bar->entry));
}

static gboolean
has_focus (Bar *bar)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (bar->world->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, bar->bar);
}

static void
test_line (void)
{
  World *world = world_new ();
  Bar bar = bar_new (world);
  guint before = world_revisions (world);
  LijnElement *made = NULL;
  LijnRect visible;
  LijnPoint at;

  lijn_view_select (world->view, LIJN_OBJECT (world->check));
  enter (&bar, "Supplier / Back office: File the answer");
  g_assert_cmpuint (world_revisions (world), ==, before + 1);
  made = world_selected (world);
  g_assert_cmpstr (lijn_object_get_name (LIJN_OBJECT (made)), ==, "File the answer");
  g_assert_true (lijn_element_get_lane (made) == world->back);
  g_assert_nonnull (world_flow (world, world->check, made));
  at = world_middle (world, made);
  visible = lijn_canvas_get_visible (world->canvas);
  g_assert_true (lijn_rect_contains (&visible, at.x, at.y));
  g_assert_cmpstr (text_of (&bar), ==, "");
  g_assert_true (has_focus (&bar));
  world_free (world);
}

/* In the room all look at the map while somebody types: it stands still while what comes is in sight. */
static void
test_stands_still (void)
{
  World *world = world_new ();
  Bar bar = bar_new (world);
  LijnPoint before, after;

  lijn_canvas_zoom_to_fit (world->canvas);
  lijn_view_set_zoom (world->view, lijn_view_get_zoom (world->view) * 0.8);
  world_settle (world);
  g_assert_true (lijn_view_get_place (world->view, &before));
  lijn_view_select (world->view, LIJN_OBJECT (world->answer));
  enter (&bar, "Supplier / Back office: File the answer");
  g_assert_cmpstr (lijn_object_get_name (LIJN_OBJECT (world_selected (world))), ==,
                   "File the answer");
  g_assert_true (lijn_view_get_place (world->view, &after));
  g_assert_cmpfloat (before.x, ==, after.x);
  g_assert_cmpfloat (before.y, ==, after.y);
  world_free (world);
}

/* What is said while one types takes one line, however long it is; what is wrong is told in whole. */
static void
test_one_line (void)
{
  World *world = world_new ();
  Bar bar = bar_new (world);
  int height;

  gtk_window_set_default_size (GTK_WINDOW (world->window), 420, 400);
  world_settle (world);
  height = gtk_widget_get_height (GTK_WIDGET (world->canvas));
  gtk_editable_set_text (GTK_EDITABLE (bar.entry), "Inta");
  world_settle (world);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (world->canvas)), ==, height);
  enter (&bar, "Inta");
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (world->canvas)), <, height);
  world_free (world);
}

/* From nothing: parties, lanes and the map come with the lines. */
static void
test_from_nothing (void)
{
  World *world = world_new_empty ();
  Bar bar = bar_new (world);

  enter (&bar, "Customer / Desk: Ask");
  g_assert_nonnull (lijn_view_get_map (world->view));
  /* The first lane stands in the upper half: there is more to come. */
  g_assert_cmpfloat (lijn_canvas_from_map (world->canvas, 0, 0).y, <,
                     gtk_widget_get_height (GTK_WIDGET (world->canvas)) / 3.0);
  enter (&bar, "Supplier / Intake: Answer");
  g_assert_cmpuint (lijn_project_count (world->project, LIJN_TABLE_ELEMENT), ==, 2);
  g_assert_cmpuint (lijn_project_count (world->project, LIJN_TABLE_INTERFACE), ==, 1);
  g_assert_false (gtk_widget_get_visible (world->canvas->hint));
  g_assert_cmpuint (world_revisions (world), ==, 2);
  world_free (world);
}

static void
test_wrong_line (void)
{
  World *world = world_new ();
  Bar bar = bar_new (world);
  guint before = world_revisions (world);

  enter (&bar, "a line that says nothing of the kind");
  g_assert_cmpuint (world_revisions (world), ==, before);
  g_assert_true (gtk_widget_has_css_class (bar.says, "error"));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (bar.says)), !=, "");
  /* It stays, to be put right; and is no longer wrong once one does so. */
  g_assert_cmpstr (text_of (&bar), ==, "a line that says nothing of the kind");
  gtk_editable_set_text (GTK_EDITABLE (bar.entry), "Customer / Desk: Look");
  g_assert_false (gtk_widget_has_css_class (bar.says, "error"));
  g_assert_true (has_focus (&bar));
  world_free (world);
}

static void
test_history (void)
{
  World *world = world_new ();
  Bar bar = bar_new (world);

  enter (&bar, "Customer / Desk: One");
  enter (&bar, "Customer / Desk: Two");
  g_assert_true (press (&bar, GDK_KEY_Up));
  g_assert_cmpstr (text_of (&bar), ==, "Customer / Desk: Two");
  press (&bar, GDK_KEY_Up);
  press (&bar, GDK_KEY_Up);
  g_assert_cmpstr (text_of (&bar), ==, "Customer / Desk: One");
  press (&bar, GDK_KEY_Down);
  press (&bar, GDK_KEY_Down);
  g_assert_cmpstr (text_of (&bar), ==, "");
  press (&bar, GDK_KEY_Down);
  g_assert_cmpstr (text_of (&bar), ==, "");
  world_free (world);
}

/* What a party answers blind is not there for who types next. */
static void
test_no_history_of_what_is_blind (void)
{
  World *world = world_new ();
  Bar bar = bar_new (world);

  enter (&bar, "Customer / Desk: One");
  enter (&bar, "Supplier / Intake: Two => Form");
  enter (&bar, "session First; status running");
  enter (&bar, "rated Customer 2 @ interface 1; guess 4");
  g_assert_cmpstr (text_of (&bar), ==, "");
  g_assert_true (press (&bar, GDK_KEY_Up));
  g_assert_cmpstr (text_of (&bar), ==, "session First; status running");
  world_free (world);
}

static void
test_completion (void)
{
  World *world = world_new ();
  Bar bar = bar_new (world);
  guint before = world_revisions (world);

  gtk_editable_set_text (GTK_EDITABLE (bar.entry), "Supplier / Ba");
  world_settle (world);
  g_assert_true (press (&bar, GDK_KEY_Tab));
  g_assert_true (g_str_has_prefix (text_of (&bar), "Supplier / Back office:"));

  /* Chosen with Down, Return takes it and makes nothing yet. */
  gtk_editable_set_text (GTK_EDITABLE (bar.entry), "Supplier / In");
  world_settle (world);
  press (&bar, GDK_KEY_Down);
  g_signal_emit_by_name (bar.entry, "activate");
  g_assert_true (g_str_has_prefix (text_of (&bar), "Supplier / Intake:"));
  g_assert_cmpuint (world_revisions (world), ==, before);
  world_free (world);
}

static void
test_escape (void)
{
  World *world = world_new ();
  Bar bar = bar_new (world);

  gtk_editable_set_text (GTK_EDITABLE (bar.entry), "Supplier / In");
  world_settle (world);
  /* First the offer goes, then the focus. */
  g_assert_true (press (&bar, GDK_KEY_Escape));
  g_assert_true (has_focus (&bar));
  g_assert_true (press (&bar, GDK_KEY_Escape));
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (world->canvas)));
  world_free (world);
}

int
main (int argc, char *argv[])
{
  g_setenv ("LANGUAGE", "C", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/capture/line", test_line);
  g_test_add_func ("/capture/stands-still", test_stands_still);
  g_test_add_func ("/capture/one-line", test_one_line);
  g_test_add_func ("/capture/from-nothing", test_from_nothing);
  g_test_add_func ("/capture/wrong-line", test_wrong_line);
  g_test_add_func ("/capture/history", test_history);
  g_test_add_func ("/capture/no-history-of-what-is-blind", test_no_history_of_what_is_blind);
  g_test_add_func ("/capture/completion", test_completion);
  g_test_add_func ("/capture/escape", test_escape);
  return g_test_run ();
}
