/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bench.h"
#include "lijn-layout.h"
#include "lijn-synthetic.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

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
read_rows (gpointer path)
{
  sqlite3 *db;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  for (int t = 0; t < LIJN_N_TABLES; t++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"",
                                              lijn_table_info ((LijnTable) t)->name);
      sqlite3_stmt *statement;
      gsize bytes = 0;

      sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);
      while (sqlite3_step (statement) == SQLITE_ROW)
        for (int i = 0; i < sqlite3_column_count (statement); i++)
          {
            sqlite3_column_text (statement, i);
            bytes += (gsize) sqlite3_column_bytes (statement, i);
          }
      sqlite3_finalize (statement);
      g_assert_cmpuint (bytes, <, G_MAXSIZE);
    }
  sqlite3_close (db);
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
      double floor = lijn_bench_time (read_rows, path, 9);

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
