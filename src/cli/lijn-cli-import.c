/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-cli.h"

#include "lijn-exchange.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>

static void
print_report (const LijnImportReport *report)
{
  printf ("%s: %u\n%s: %u\n%s: %u\n", _ ("Maps"), report->n_maps, _ ("Elements"),
          report->n_elements, _ ("Flows"), report->n_flows);
  for (guint i = 0; report->notes != NULL && i < report->notes->len; i++)
    printf ("%s\n", (const char *) g_ptr_array_index (report->notes, i));
}

static LijnCliStatus
run (char **arguments)
{
  const char *source = arguments[0];
  const char *path = arguments[1];
  gboolean is_new = !g_file_test (path, G_FILE_TEST_EXISTS);
  g_autoptr (LijnProject) project = NULL;
  g_autoptr (LijnImportReport) report = NULL;
  GError *error = NULL;
  gboolean done;

  if (!g_file_test (source, G_FILE_TEST_EXISTS))
    return lijn_cli_say (LIJN_CLI_WRONG, _ ("There is no file “%s”."), source);
  project = is_new ? lijn_project_create (path, &error)
                   : lijn_project_open (path, LIJN_STORE_DEFAULT, &error);
  if (project == NULL)
    return lijn_cli_fail (LIJN_CLI_WRONG, error);

  done = lijn_exchange_import (project, source, &report, lijn_cli_progress, NULL, NULL, &error);
  lijn_cli_progress_end ();
  if (!done)
    {
      g_clear_object (&project);
      if (is_new)
        g_unlink (path);
      return lijn_cli_fail (LIJN_CLI_WRONG, error);
    }
  if (report != NULL)
    print_report (report);
  return LIJN_CLI_GOOD;
}

const LijnCommand lijn_cli_import = {
  .name = "import",
  .arguments = "SOURCE FILE",
  .summary = N_ ("bring a drawing or project into a project file"),
  .description = N_ (
      "Brings SOURCE into the project FILE, which is made when it is not there: as one edit, or,\n"
      "when something is wrong with SOURCE, not at all. What SOURCE is follows from what is in "
      "it:\n"
      "\n"
      "    BPMN 2.0         pools become parties, every diagram a map\n"
      "    Waslijn XML      everything that was exported\n"
      "    capture text     by its suffix .txt; see “waslijn-cli capture --help”\n"
      "\n"
      "Prints what came in, and what has no place in a project and was left out."),
  .examples = "waslijn-cli import process.bpmn process.waslijn",
  .n_arguments = 2,
  .run = run,
};
