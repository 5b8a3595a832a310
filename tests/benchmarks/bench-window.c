/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-application.h"
#include "lijn-bench.h"
#include "lijn-synthetic.h"
#include "lijn-window.h"

#include <glib/gstdio.h>

/* The first frame of the program with a map of 300 steps, beside that of an empty libadwaita window:
 * from the start of a process until its window has been painted. Each run is a process of its own,
 * this program again with "empty" or "map PATH". */

#define STEPS 300
#define RUNS 7

static gint64 started;

static void
painted_cb (GdkFrameClock *clock, gpointer data)
{
  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - started);
  exit (0);
}

static void
mapped_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb),
                    NULL);
}

static void
show_empty_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), adw_header_bar_new ());
  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
show_map_cb (GtkApplication *application, gpointer path)
{
  LijnWindow *window = lijn_window_new (application);
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnProject) project = lijn_project_open (path, LIJN_STORE_DEFAULT, &error);

  if (project == NULL)
    g_error ("%s", error->message);
  lijn_window_set_project (window, project);
  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_window (char *path)
{
  g_autoptr (AdwApplication) application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  if (path != NULL)
    {
      g_application_set_resource_base_path (G_APPLICATION (application), "/org/waslijn/Waslijn");
      g_signal_connect (application, "activate", G_CALLBACK (show_map_cb), path);
    }
  else
    g_signal_connect (application, "activate", G_CALLBACK (show_empty_cb), NULL);

  return g_application_run (G_APPLICATION (application), 0, NULL);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double *one = a, *other = b;

  return (*one > *other) - (*one < *other);
}

/* Returns: the time of one run in milliseconds. */
static double
measure (const char *program, const char *path)
{
  const char *arguments[] = { program, path != NULL ? "map" : "empty", path, NULL };
  g_autofree char *told = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_spawn_sync (NULL, (char **) (gpointer) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &told,
                     NULL, NULL, &error))
    g_error ("%s", error->message);

  return (double) g_ascii_strtoll (told, NULL, 10) / 1000;
}

int
main (int argc, char *argv[])
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  double ours[RUNS], floor[RUNS];

  started = g_get_monotonic_time ();
  if (argc > 1)
    return run_window (argc > 2 ? argv[2] : NULL);

  folder = g_dir_make_tmp ("lijn-XXXXXX", NULL);
  path = g_build_filename (folder, "map.waslijn", NULL);
  g_object_unref (lijn_synthetic_make (path, STEPS));

  /* By turns, so that what else the machine does meets both. */
  for (int i = 0; i < RUNS; i++)
    {
      floor[i] = measure (program, NULL);
      ours[i] = measure (program, path);
    }
  qsort (ours, RUNS, sizeof ours[0], compare_doubles);
  qsort (floor, RUNS, sizeof floor[0], compare_doubles);
  lijn_bench_print ("first frame", STEPS, ours[RUNS / 2], "an empty window", floor[RUNS / 2]);

  g_unlink (path);
  g_rmdir (folder);

  return 0;
}
