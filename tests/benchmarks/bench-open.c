/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bench.h"
#include "lijn-layout.h"
#include "lijn-synthetic.h"

#include <glib/gstdio.h>

/* Opening a project, checks of an untrusted file included, beside reading the same rows with bare SQLite. */

static void
open_project (gpointer path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnProject) project = lijn_project_open (path, LIJN_STORE_DEFAULT, &error);

  if (project == NULL)
    g_error ("%s", error->message);
}

static void
lay_out (gpointer project)
{
  LijnAudience everything = LIJN_AUDIENCE_EVERYTHING;
  g_autoptr (LijnLayout)
      layout = lijn_layout_new (lijn_project_get_first_map (project), &everything);
  LijnRect bounds = lijn_layout_get_bounds (layout);

  g_assert_cmpfloat (bounds.width, >, 0);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("waslijn-bench-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lijn_bench_sizes); i++)
    {
      guint size = lijn_bench_sizes[i];
      g_autofree char *path = g_strdup_printf ("%s/%u.waslijn", folder, size);
      LijnProject *project = lijn_synthetic_make (path, size);
      double floor = lijn_bench_time (lijn_bench_read_rows, path, 9);

      lijn_bench_print ("lay out", size, lijn_bench_time (lay_out, project, 5), "bare SQLite rows",
                        floor);
      g_object_unref (project);
      lijn_bench_print ("open", size, lijn_bench_time (open_project, path, 9), "bare SQLite rows",
                        floor);
      g_remove (path);
    }
  g_rmdir (folder);
  return 0;
}
