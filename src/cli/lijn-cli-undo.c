/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-cli.h"

#include "lijn-edit.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* undo and redo: the same work in two directions. */

typedef const char *(*GetLabel) (LijnStore *store);
typedef gboolean (*Step) (LijnProject *project, LijnChanges **changes, GError **error);

static LijnCliStatus
run_step (const char *path, GetLabel get_label, Step step, const char *nothing)
{
  g_autoptr (LijnProject) project = lijn_cli_open (path, LIJN_STORE_DEFAULT);
  g_autofree char *label = NULL;
  GError *error = NULL;
  LijnStore *store;

  if (project == NULL)
    return LIJN_CLI_WRONG;
  store = lijn_project_get_store (project);
  label = g_strdup (get_label (store));
  if (label == NULL)
    return lijn_cli_say (LIJN_CLI_FINDINGS, "%s", nothing);
  if (!step (project, NULL, &error))
    return lijn_cli_fail (LIJN_CLI_WRONG, error);
  printf ("ok %s %s\n", lijn_store_get_revision (store), label);
  return LIJN_CLI_GOOD;
}

static LijnCliStatus
run_undo (char **arguments)
{
  return run_step (arguments[0], lijn_store_get_undo_label, lijn_edit_undo,
                   _ ("There is nothing to undo."));
}

static LijnCliStatus
run_redo (char **arguments)
{
  return run_step (arguments[0], lijn_store_get_redo_label, lijn_edit_redo,
                   _ ("There is nothing to redo."));
}

const LijnCommand lijn_cli_undo = {
  .name = "undo",
  .arguments = "FILE",
  .summary = N_ ("take back the newest edit"),
  .description = N_ (
      "Takes back the newest edit that is not undone yet, as a revision of its own, and\n"
      "prints “ok”, that revision and what was undone. The exit status is 1 when there is\n"
      "nothing to undo."),
  .n_arguments = 1,
  .run = run_undo,
};

const LijnCommand lijn_cli_redo = {
  .name = "redo",
  .arguments = "FILE",
  .summary = N_ ("do again what was taken back"),
  .description = N_ (
      "Does the newest edit that was undone again, as a revision of its own, and prints “ok”,\n"
      "that revision and what was done. The exit status is 1 when there is nothing to redo."),
  .n_arguments = 1,
  .run = run_redo,
};
