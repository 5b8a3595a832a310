/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "layout-measure.h"
#include "layout-process.h"

#include "lijn-bench.h"
#include "lijn-dot.h"
#include "lijn-exchange.h"
#include "lijn-synthetic.h"

#include <glib/gstdio.h>
#include <string.h>

/* How good tidy is, and how fast: crossings, bends, overlaps and length of lines, beside Graphviz's
 * dot on the same graph, once free and once with the lanes as clusters. dot's figures are those of
 * its elements and lines alone; it knows no tags, pins or lines of interaction, and with clusters it
 * orders lanes as it likes. Given a folder of BPMN files, these are measured too, as drawn and
 * tidied. */

static const guint sizes[] = { 20, 50, 100, 200, 300, 500 };

static void
print_head (void)
{
  g_print ("%-12s %-11s %5s %5s %9s %6s %8s %7s %7s %6s %10s %11s %9s\n", "map", "laid out",
           "steps", "flows", "crossings", "bends", "overlaps", "through", "covered", "along",
           "length", "size", "ms");
}

static void
print_row (const char *map, const char *how, const LayoutMeasure *m, double time)
{
  g_autofree char *size = g_strdup_printf ("%.0fx%.0f", m->width, m->height);

  g_print ("%-12s %-11s %5u %5u %9u %6u %8u %7u %7u %6u %10.0f %11s %9.1f\n", map, how, m->elements,
           m->flows, m->crossings, m->bends, m->overlaps, m->through, m->covered, m->along,
           m->length, size, time);
}

static void
tidy (gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!lijn_edit_tidy (data, NULL, &error))
    g_error ("%s", error->message);
}

static void
plan (gpointer data)
{
  lijn_tidy_plan_free (lijn_tidy_plan (lijn_layout_of (data), NULL, NULL, NULL, NULL));
}

static void
compare (LijnMap *map, const char *name, gboolean drawn)
{
  LayoutMeasure measure = layout_measure (lijn_layout_of (map), FALSE);
  double time;

  if (drawn)
    print_row (name, "as drawn", &measure, 0);
  time = lijn_bench_time (tidy, map, 1);
  measure = layout_measure (lijn_layout_of (map), FALSE);
  print_row (name, "tidy", &measure, time);
  if (lijn_dot_measure (map, FALSE, &measure, &time))
    print_row (name, "dot", &measure, time);
  if (lijn_dot_measure (map, TRUE, &measure, &time))
    print_row (name, "dot, lanes", &measure, time);
}

static LijnProject *
make_project (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "bench.waslijn", NULL);
  LijnProject *project;

  g_remove (path);
  project = lijn_project_create (path, &error);
  if (project == NULL)
    g_error ("%s", error->message);
  return project;
}

static void
compare_file (const char *folder, const char *models, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnProject) project = make_project (folder);
  g_autofree char *model = g_build_filename (models, name, NULL);
  GListModel *maps;

  if (!lijn_exchange_import (project, model, NULL, NULL, NULL, NULL, &error))
    {
      g_print ("%-12s %s\n", name, error->message);
      return;
    }
  maps = lijn_project_list (project, LIJN_TABLE_MAP);
  for (guint i = 0; i < g_list_model_get_n_items (maps); i++)
    {
      g_autoptr (LijnMap) map = g_list_model_get_item (maps, i);

      compare (map, name, TRUE);
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
compare_files (const char *folder, const char *models)
{
  g_autoptr (GDir) dir = g_dir_open (models, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".bpmn"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    compare_file (folder, models, g_ptr_array_index (names, i));
}

/* The floor: the same rows written with the places they have. */
static void
write_all (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnEdit) edit = lijn_edit_begin (lijn_object_get_project (data), "Floor", &error);
  GPtrArray *elements = lijn_project_referrers (lijn_object_get_project (data), LIJN_TABLE_ELEMENT,
                                                "map", data);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_ptr_array_extend (all, elements, NULL, NULL);
  if (edit == NULL || !lijn_edit_move (all, 4, 0, &error) ||
      !lijn_edit_commit (g_steal_pointer (&edit), &error))
    g_error ("%s", error->message);
}

static void
time_sizes (const char *folder)
{
  static const guint counts[] = { 50, 300, 500, 5000, 10000, 20000 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *path = g_build_filename (folder, "synthetic.waslijn", NULL);
      g_autoptr (LijnProject) project = lijn_synthetic_make (path, counts[i]);
      LijnMap *map = lijn_project_find (project, LIJN_TABLE_MAP, "map");
      double took = lijn_bench_time (tidy, map, 1);

      lijn_bench_print ("tidy", counts[i], took, "of that the plan",
                        lijn_bench_time (plan, map, 3));
      lijn_bench_print ("tidy", counts[i], took, "moving all", lijn_bench_time (write_all, map, 1));
      g_remove (path);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("waslijn-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.waslijn", NULL);

  if (!lijn_dot_is_there ())
    g_print ("Graphviz's dot is not installed (package graphviz): nothing to compare with.\n");
  print_head ();
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (LijnProject) project = make_project (folder);
      g_autofree char *name = g_strdup_printf ("%u", sizes[i]);

      compare (layout_process_make (project, sizes[i], sizes[i]), name, FALSE);
    }
  if (argc > 1)
    compare_files (folder, argv[1]);
  time_sizes (folder);
  g_remove (path);
  g_rmdir (folder);
  return 0;
}
