/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bench.h"
#include "lijn-exchange.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>

/* Import of a BPMN model, until it is on disk, beside parsing it as xmllint --noout does: bare
 * libxml2 that makes a tree of the file and lets it go. With an argument, the path of waslijn-cli, both
 * as programs too: `waslijn-cli import` beside `xmllint --noout`. */

#define COLUMN 180
#define LANES 6

typedef struct
{
  char *folder, *model, *project;
  const char *cli;
} Paths;

static guint
next_of (guint i)
{
  return i % 18 == 2 ? i + 1 : i + LANES;
}

/* Steps in columns over six lanes of two pools; where a flow leaves the pool it is a message flow. */
static void
append_flow (GString *model, guint i, guint steps, gboolean messages)
{
  guint next = next_of (i);
  gboolean crosses = (i % LANES < 3) != (next % LANES < 3);

  if (next >= steps || crosses != messages)
    return;
  g_string_append_printf (
      model, "  <%s id='f%u' sourceRef='t%u' targetRef='t%u'>%s</%s>\n",
      messages ? "messageFlow" : "sequenceFlow", i, i, next,
      "<extensionElements><x:style xmlns:x='urn:x' color='black'/></extensionElements>",
      messages ? "messageFlow" : "sequenceFlow");
}

static void
append_process (GString *model, guint pool, guint steps)
{
  g_string_append_printf (model, "<process id='p%u' isExecutable='false'>\n <laneSet id='ls%u'>\n",
                          pool, pool);
  for (guint lane = pool * 3; lane < pool * 3 + 3; lane++)
    {
      g_string_append_printf (model, "  <lane id='l%u' name='Department %u'>", lane, lane + 1);
      for (guint i = lane; i < steps; i += LANES)
        g_string_append_printf (model, "<flowNodeRef>t%u</flowNodeRef>", i);
      g_string_append (model, "</lane>\n");
    }
  g_string_append (model, " </laneSet>\n");
  for (guint i = 0; i < steps; i++)
    if (i % LANES / 3 == pool)
      {
        g_string_append_printf (model,
                                "  <userTask id='t%u' name='Register claim form %u'>"
                                "<incoming>f%u</incoming><outgoing>f%u</outgoing></userTask>\n",
                                i, i, i - LANES, i);
        append_flow (model, i, steps, FALSE);
      }
  g_string_append (model, "</process>\n");
}

static void
append_shape (GString *model, const char *id, guint number, guint x, guint y, guint width,
              guint height)
{
  g_string_append_printf (model,
                          "<di:BPMNShape id='s%s%u' bpmnElement='%s%u'><dc:Bounds x='%u' y='%u' "
                          "width='%u' height='%u'/></di:BPMNShape>\n",
                          id, number, id, number, x, y, width, height);
}

static guint
top_of (guint lane)
{
  return 100 + lane * 112 + (lane >= 3 ? 104 : 0);
}

static void
append_edge (GString *model, guint i, guint steps)
{
  guint next = next_of (i);
  guint x = 130 + COLUMN * (i / LANES), y = top_of (i % LANES) + 56;

  if (next >= steps)
    return;
  if (next == i + 1)
    g_string_append_printf (model,
                            "<di:BPMNEdge bpmnElement='f%u'><w:waypoint x='%u' y='%u'/><w:waypoint "
                            "x='%u' y='%u'/></di:BPMNEdge>\n",
                            i, x + 60, y + 28, x + 60, top_of (next % LANES) + 28);
  else
    g_string_append_printf (model,
                            "<di:BPMNEdge bpmnElement='f%u'><w:waypoint x='%u' y='%u'/><w:waypoint "
                            "x='%u' y='%u'/></di:BPMNEdge>\n",
                            i, x + 120, y, x + COLUMN, y);
}

static void
append_diagram (GString *model, guint steps)
{
  guint width = COLUMN * (steps / LANES + 1) + 100;

  g_string_append (model, "<di:BPMNDiagram name='Synthetic'><di:BPMNPlane bpmnElement='c'>\n");
  for (guint pool = 0; pool < 2; pool++)
    append_shape (model, "pool", pool, 0, top_of (pool * 3), width, 336);
  for (guint lane = 0; lane < LANES; lane++)
    append_shape (model, "l", lane, 30, top_of (lane), width - 30, 112);
  for (guint i = 0; i < steps; i++)
    append_shape (model, "t", i, 130 + COLUMN * (i / LANES), top_of (i % LANES) + 28, 120, 56);
  for (guint i = 0; i < steps; i++)
    append_edge (model, i, steps);
  g_string_append (model, "</di:BPMNPlane></di:BPMNDiagram>\n");
}

static void
write_model (const char *path, guint steps)
{
  g_autoptr (GString) model = g_string_new (
      "<?xml version='1.0' encoding='UTF-8'?>\n"
      "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'\n"
      " xmlns:di='http://www.omg.org/spec/BPMN/20100524/DI'\n"
      " xmlns:dc='http://www.omg.org/spec/DD/20100524/DC'\n"
      " xmlns:w='http://www.omg.org/spec/DD/20100524/DI' targetNamespace='urn:t'>\n"
      "<collaboration id='c'>\n"
      "  <participant id='pool0' name='Customer' processRef='p0'/>\n"
      "  <participant id='pool1' name='Supplier' processRef='p1'/>\n");

  for (guint i = 0; i < steps; i++)
    append_flow (model, i, steps, TRUE);
  g_string_append (model, "</collaboration>\n");
  append_process (model, 0, steps);
  append_process (model, 1, steps);
  append_diagram (model, steps);
  g_string_append (model, "</definitions>\n");
  if (!g_file_set_contents (path, model->str, (gssize) model->len, NULL))
    g_error ("%s cannot be written", path);
}

static void
parse (gpointer data)
{
  Paths *paths = data;
  xmlDoc *doc = xmlReadFile (paths->model, NULL, 0);

  g_assert (doc != NULL);
  xmlFreeDoc (doc);
}

static void
import (gpointer data)
{
  Paths *paths = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LijnProject) project = NULL;

  g_remove (paths->project);
  project = lijn_project_create (paths->project, &error);
  if (project == NULL || !lijn_bpmn_import (project, paths->model, NULL, NULL, &error))
    g_error ("%s", error->message);
}

static void
run_program (const char **arguments)
{
  g_autoptr (GError) error = NULL;
  int status;

  if (!g_spawn_sync (NULL, (char **) (gpointer) arguments, NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                     NULL, NULL, NULL, NULL, &status, &error) ||
      !g_spawn_check_wait_status (status, &error))
    g_error ("%s", error->message);
}

static void
run_xmllint (gpointer data)
{
  Paths *paths = data;

  run_program ((const char *[]){ "xmllint", "--noout", paths->model, NULL });
}

static void
run_import (gpointer data)
{
  Paths *paths = data;

  g_remove (paths->project);
  run_program ((const char *[]){ paths->cli, "import", paths->model, paths->project, NULL });
}

int
main (int argc, char *argv[])
{
  g_autofree char *xmllint = g_find_program_in_path ("xmllint");
  Paths paths = { .folder = g_dir_make_tmp ("waslijn-bench-XXXXXX", NULL),
                  .cli = argc > 1 ? argv[1] : NULL };

  paths.model = g_build_filename (paths.folder, "model.bpmn", NULL);
  paths.project = g_build_filename (paths.folder, "model.waslijn", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lijn_bench_sizes); i++)
    {
      guint size = lijn_bench_sizes[i];

      write_model (paths.model, size);
      lijn_bench_print ("import BPMN", size, lijn_bench_time (import, &paths, 3), "bare libxml2",
                        lijn_bench_time (parse, &paths, 9));
      if (paths.cli != NULL && xmllint != NULL)
        lijn_bench_print ("waslijn-cli import", size, lijn_bench_time (run_import, &paths, 3),
                          "xmllint --noout", lijn_bench_time (run_xmllint, &paths, 9));
    }
  g_remove (paths.model);
  g_remove (paths.project);
  g_rmdir (paths.folder);
  g_free (paths.model);
  g_free (paths.project);
  g_free (paths.folder);
  return 0;
}
