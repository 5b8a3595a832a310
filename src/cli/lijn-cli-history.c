/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-cli.h"

#include "lijn-text.h"

#include <glib/gi18n.h>
#include <stdio.h>

static int limit;
static gboolean json;
static GOptionEntry options[] = {
  { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("Only so many, the newest"), "NUMBER" },
  { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print a JSON array"), NULL },
  { NULL },
};

static const char *const kinds[] = {
  [LIJN_REVISION_EDIT] = "edit",
  [LIJN_REVISION_UNDO] = "undo",
  [LIJN_REVISION_REDO] = "redo",
};

static const char *
party_name (LijnProject *project, const LijnRevision *revision)
{
  LijnParty *party = lijn_project_find (project, LIJN_TABLE_PARTY, revision->party);

  return party != NULL ? lijn_party_get_name (party) : "";
}

static void
print_json (LijnProject *project, const LijnRevision *revision, gboolean first)
{
  g_autofree char *id = lijn_cli_json (revision->id);
  g_autofree char *iso = lijn_time_to_iso (revision->at);
  g_autofree char *party = lijn_cli_json (party_name (project, revision));
  g_autofree char *label = lijn_cli_json (revision->label);

  printf ("%s  {\"revision\": %s, \"at\": \"%s\", \"kind\": \"%s\", \"party\": %s, \"label\": %s}",
          first ? "" : ",\n", id, iso, kinds[revision->kind], party, label);
}

static void
print_line (LijnProject *project, const LijnRevision *revision)
{
  g_autofree char *iso = lijn_time_to_iso (revision->at);
  const char *party = party_name (project, revision);

  printf ("%s  %s  %s  %s%s%s%s\n", revision->id, iso, kinds[revision->kind], revision->label,
          *party != '\0' ? " (" : "", party, *party != '\0' ? ")" : "");
}

static LijnCliStatus
run (char **arguments)
{
  g_autoptr (LijnProject) project = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  GError *error = NULL;

  if (limit < 0)
    return lijn_cli_say (LIJN_CLI_WRONG, _ ("--limit takes a number from 1."));
  project = lijn_cli_open (arguments[0], LIJN_STORE_READ_ONLY);
  if (project == NULL)
    return LIJN_CLI_WRONG;
  revisions = lijn_store_list_revisions (lijn_project_get_store (project), (guint) limit, &error);
  if (revisions == NULL)
    return lijn_cli_fail (LIJN_CLI_WRONG, error);

  if (json)
    printf ("[\n");
  for (guint i = 0; i < revisions->len; i++)
    {
      if (json)
        print_json (project, g_ptr_array_index (revisions, i), i == 0);
      else
        print_line (project, g_ptr_array_index (revisions, i));
    }
  if (json)
    printf ("\n]\n");
  return LIJN_CLI_GOOD;
}

const LijnCommand lijn_cli_history = {
  .name = "history",
  .arguments = "FILE",
  .summary = N_ ("list what was done, newest first"),
  .description = N_ (
      "Prints a line for each revision: its id, when it was made (UTC), whether it is an edit, an\n"
      "undo or a redo, what was done, and for which party one was speaking."),
  .n_arguments = 1,
  .options = options,
  .run = run,
};
