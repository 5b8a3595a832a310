/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-export.h"
#include "lijn-files.h"
#include "lijn-mail.h"
#include "lijn-preferences.h"
#include "lijn-print.h"
#include "lijn-project-page.h"
#include "lijn-window.h"
#include "lijn-world.h"

#include <glib/gstdio.h>
#include <utime.h>

/* Every template loads, shows itself and goes away again without a complaint (criticals are fatal
 * here, warnings too), and nothing of a window is left when it has been closed. */

static GtkApplication *application;

static void
spin (guint times)
{
  for (guint i = 0; i < times; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (2000);
    }
}

/* Closes every window but @window. Returns: how many there were. */
static guint
close_others (GtkWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  guint n = 0;

  for (GList *each = windows; each != NULL; each = each->next)
    if (each->data != window && gtk_widget_get_visible (each->data))
      {
        gtk_window_destroy (each->data);
        n++;
      }
  spin (5);

  return n;
}

static LijnWindow *
open_window (LijnWorld *world)
{
  LijnWindow *window = lijn_window_new (application);

  if (world != NULL)
    lijn_window_set_project (window, world->test.project);
  gtk_window_present (GTK_WINDOW (window));
  spin (20);

  return window;
}

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static LijnView *
get_view (LijnWindow *window)
{
  return lijn_project_page_get_view (
      LIJN_PROJECT_PAGE (find_child (GTK_WIDGET (window), LIJN_TYPE_PROJECT_PAGE)));
}

static void
test_dialogs (LijnWorld *world, gconstpointer unused)
{
  LijnWindow *window = open_window (world);
  LijnView *view = get_view (window);

  lijn_export_present (GTK_WINDOW (window), view);
  spin (10);
  g_assert_cmpuint (close_others (GTK_WINDOW (window)), ==, 1);
  lijn_mail_present (GTK_WINDOW (window), view);
  spin (10);
  g_assert_cmpuint (close_others (GTK_WINDOW (window)), ==, 1);
  lijn_print_preview (GTK_WINDOW (window), view);
  spin (10);
  g_assert_cmpuint (close_others (GTK_WINDOW (window)), ==, 1);
  gtk_window_present (GTK_WINDOW (lijn_preferences_new ()));
  spin (10);
  g_assert_cmpuint (close_others (GTK_WINDOW (window)), ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
  spin (5);
}

/* The inspector has a page for whatever can be selected. */
static void
test_inspector (LijnWorld *world, gconstpointer unused)
{
  LijnWindow *window = open_window (world);
  LijnView *view = get_view (window);
  gpointer objects[] = { world->map,      world->customer,  world->customer_lane,
                         world->send,     world->hand_over, world->interface,
                         world->friction, world->buyer,     world->team };

  for (gsize i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      lijn_view_show (view, objects[i]);
      spin (3);
      g_assert_true (lijn_view_get_selected (view) == objects[i]);
    }
  lijn_view_select (view, NULL);
  spin (3);
  gtk_window_destroy (GTK_WINDOW (window));
  spin (5);
}

/* A window that has been closed lets go of its project, so that the file is free. */
static void
test_closing (LijnWorld *world, gconstpointer unused)
{
  LijnWindow *window = open_window (world);
  LijnView *view = get_view (window);
  gpointer gone = window, view_gone = view;

  g_object_add_weak_pointer (G_OBJECT (window), &gone);
  g_object_add_weak_pointer (G_OBJECT (view), &view_gone);
  lijn_view_show (view, LIJN_OBJECT (world->friction));
  spin (5);
  gtk_window_close (GTK_WINDOW (window));
  spin (50);
  g_assert_null (gone);
  g_assert_null (view_gone);
}

/* The list of keys is seen whole on a small projector. */
static void
test_shortcuts (void)
{
  LijnWindow *window = open_window (NULL);
  g_autoptr (GList) windows = NULL;
  int width = 0, height = 0;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL));
  spin (10);
  windows = gtk_window_list_toplevels ();
  for (GList *each = windows; each != NULL; each = each->next)
    if (GTK_IS_SHORTCUTS_WINDOW (each->data))
      {
        width = gtk_widget_get_width (each->data);
        height = gtk_widget_get_height (each->data);
      }
  g_assert_cmpint (width, >, 0);
  g_assert_cmpint (width, <=, 1024);
  g_assert_cmpint (height, <=, 700);

  gtk_window_destroy (GTK_WINDOW (window));
  spin (5);
}

/* What can be typed is told in one window, beside the one that is typed in. */
static void
test_typing_help (void)
{
  LijnWindow *window = open_window (NULL);

  for (int i = 0; i < 2; i++)
    {
      g_assert_true (
          gtk_widget_activate_action (GTK_WIDGET (window), "win.show-typing-help", NULL));
      g_assert_true (
          gtk_widget_activate_action (GTK_WIDGET (window), "win.show-typing-help", NULL));
      spin (10);
      g_assert_cmpuint (close_others (GTK_WINDOW (window)), ==, 1);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  spin (5);
}

static void
test_welcome (void)
{
  LijnWindow *window = open_window (NULL);

  g_assert_null (lijn_window_get_project (window));
  gtk_window_destroy (GTK_WINDOW (window));
  spin (5);
}

/* What one party is sent never takes the place of what another is about to get, and does not stay
 * for ever. */
static void
test_outgoing (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *one = lijn_files_outgoing_path ("Claims", ".pdf", &error);
  g_autofree char *other = lijn_files_outgoing_path ("Claims", ".pdf", &error);
  g_autofree char *folder = g_path_get_dirname (one);
  g_autofree char *other_folder = g_path_get_dirname (other);
  g_autofree char *last = NULL;
  g_autofree char *last_folder = NULL;
  struct utimbuf long_ago = { 0, 0 };
  GStatBuf info;

  g_assert_no_error (error);
  g_assert_cmpstr (one, !=, other);
  g_assert_true (g_str_has_suffix (one, "/Claims.pdf"));
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_assert_true (g_file_set_contents (one, "secret", -1, NULL));
  g_assert_true (g_file_set_contents (other, "secret", -1, NULL));
  g_assert_cmpint (g_utime (folder, &long_ago), ==, 0);

  last = lijn_files_outgoing_path ("Claims", ".pdf", &error);
  last_folder = g_path_get_dirname (last);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  g_unlink (other);
  g_rmdir (other_folder);
  g_rmdir (last_folder);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GtkApplication) own = NULL;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  own = GTK_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
  application = own;
  g_application_set_resource_base_path (G_APPLICATION (own), "/org/waslijn/Waslijn");
  g_assert_true (g_application_register (G_APPLICATION (own), NULL, NULL));

  g_test_add_func ("/window/outgoing", test_outgoing);
  g_test_add_func ("/window/welcome", test_welcome);
  g_test_add_func ("/window/shortcuts", test_shortcuts);
  g_test_add_func ("/window/typing-help", test_typing_help);
  g_test_add ("/window/dialogs", LijnWorld, NULL, lijn_world_set_up, test_dialogs,
              lijn_world_tear_down);
  g_test_add ("/window/inspector", LijnWorld, NULL, lijn_world_set_up, test_inspector,
              lijn_world_tear_down);
  g_test_add ("/window/closing", LijnWorld, NULL, lijn_world_set_up, test_closing,
              lijn_world_tear_down);

  return g_test_run ();
}
