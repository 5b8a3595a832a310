/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-cli.h"

#include "lijn-people.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>

static char *party_name;
static GOptionEntry options[] = {
  { "party", 0, 0, G_OPTION_ARG_FILENAME, &party_name,
    N_ ("Of a list of persons: the party of those whose own is not known"), "PARTY" },
  { NULL },
};

static LijnCliStatus
import_people (LijnProject *project, const char *source)
{
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) told = NULL;
  LijnParty *party = NULL;
  GError *error = NULL;

  if (party_name != NULL && (party = lijn_cli_find_party (project, party_name)) == NULL)
    return LIJN_CLI_WRONG;
  people = lijn_people_read (source, &error);
  if (people == NULL)
    return lijn_cli_fail (LIJN_CLI_WRONG, error);

  lijn_people_match (people, project, party);
  if (!lijn_people_import (people, project, &error))
    return lijn_cli_fail (LIJN_CLI_WRONG, error);
  told = lijn_people_tell (people);
  for (guint i = 0; i < told->len; i++)
    printf ("%s\n", (const char *) g_ptr_array_index (told, i));
  return LIJN_CLI_GOOD;
}

static void
print_report (const LijnImportReport *report)
{
  printf ("%s: %u\n%s: %u\n%s: %u\n", _ ("Maps"), report->n_maps, _ ("Elements"),
          report->n_elements, _ ("Flows"), report->n_flows);
  for (guint i = 0; report->notes != NULL && i < report->notes->len; i++)
    printf ("%s\n", (const char *) g_ptr_array_index (report->notes, i));
}

static LijnCliStatus
import_drawing (LijnProject *project, const char *source)
{
  g_autoptr (LijnImportReport) report = NULL;
  GError *error = NULL;
  gboolean done = lijn_exchange_import (project, source, &report, lijn_cli_progress, NULL, NULL,
                                        &error);

  lijn_cli_progress_end ();
  if (!done)
    return lijn_cli_fail (LIJN_CLI_WRONG, error);
  if (report != NULL)
    print_report (report);
  return LIJN_CLI_GOOD;
}

static LijnCliStatus
run (char **arguments)
{
  const char *source = arguments[0];
  const char *path = arguments[1];
  gboolean is_new = !g_file_test (path, G_FILE_TEST_EXISTS);
  g_autoptr (LijnProject) project = NULL;
  GError *error = NULL;
  LijnCliStatus status;

  if (!g_file_test (source, G_FILE_TEST_EXISTS))
    return lijn_cli_say (LIJN_CLI_WRONG, _ ("There is no file “%s”."), source);
  project = is_new ? lijn_project_create (path, &error)
                   : lijn_project_open (path, LIJN_STORE_DEFAULT, &error);
  if (project == NULL)
    return lijn_cli_fail (LIJN_CLI_WRONG, error);

  status = lijn_people_is_list (source) ? import_people (project, source)
                                        : import_drawing (project, source);
  if (status != LIJN_CLI_GOOD && is_new)
    {
      g_clear_object (&project);
      g_unlink (path);
    }
  return status;
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
      "    persons          by its suffix: .csv or .tsv with headings (name, function, email,\n"
      "                     phone, party), .vcf; who is there already is not added again\n"
      "\n"
      "Prints what came in, and what has no place in a project and was left out."),
  .examples = "waslijn-cli import process.bpmn process.waslijn\n"
              "waslijn-cli import people.csv process.waslijn --party Insurer",
  .n_arguments = 2,
  .options = options,
  .run = run,
};
