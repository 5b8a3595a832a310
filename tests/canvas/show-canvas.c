/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "claims-fixture.h"
#include "lijn-canvas.h"
#include "lijn-capture-bar.h"

/* show-canvas [light|dark] [FILE]: a window with the canvas and the capture line on the example map, or
 * on the project in FILE, to look at and to try by hand. */

static void
message_cb (LijnView *view, const char *text)
{
  g_print ("message: %s\n", text);
}

static GtkWidget *
build (LijnView *view)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *canvas = lijn_canvas_new (view);
  GtkWidget *bar = lijn_capture_bar_new (view);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), canvas);
  lijn_capture_bar_set_canvas (LIJN_CAPTURE_BAR (bar), LIJN_CANVAS (canvas));
  gtk_widget_set_margin_start (bar, 12);
  gtk_widget_set_margin_end (bar, 12);
  gtk_widget_set_margin_top (bar, 8);
  gtk_widget_set_margin_bottom (bar, 8);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroll);
  gtk_box_append (GTK_BOX (box), bar);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 900);
  gtk_window_set_title (GTK_WINDOW (window), "Canvas");
  gtk_widget_grab_focus (canvas);
  return window;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("show-canvas-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "claims.waslijn", NULL);
  g_autoptr (LijnProject) project = NULL;
  g_autoptr (LijnView) view = NULL;
  GtkWidget *window = NULL;

  adw_init ();
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      argc > 1 && g_str_equal (argv[1], "dark")
                                          ? ADW_COLOR_SCHEME_FORCE_DARK
                                          : ADW_COLOR_SCHEME_FORCE_LIGHT);
  project = argc > 2 ? lijn_project_open (argv[2], LIJN_STORE_DEFAULT, &error)
                     : claims_fixture_new (path, TRUE);
  if (project == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  view = lijn_view_new (project);
  g_signal_connect (view, "message", G_CALLBACK (message_cb), NULL);
  window = build (view);
  gtk_window_present (GTK_WINDOW (window));
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
