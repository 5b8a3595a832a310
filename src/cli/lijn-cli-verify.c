/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>

static LijnCliStatus
run (char **arguments)
{
  GError *error = NULL;

  if (lijn_store_verify (arguments[0], &error))
    {
      printf ("%s\n", _ ("sound"));
      return LIJN_CLI_GOOD;
    }
  return lijn_cli_fail (g_error_matches (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_NOT_FOUND)
                            ? LIJN_CLI_WRONG
                            : LIJN_CLI_FINDINGS,
                        error);
}

const LijnCommand lijn_cli_verify = {
  .name = "verify",
  .arguments = "FILE",
  .summary = N_ ("tell whether a project file is sound"),
  .description = N_ (
      "Checks FILE from end to end without changing it: that it is a Waslijn project and holds\n"
      "nothing that no project of ours holds, the database's own integrity check, every\n"
      "reference, and every step of the history.\n"
      "\n"
      "Prints “sound” and exits with 0, or says on standard error what is wrong and exits with 1."),
  .n_arguments = 1,
  .run = run,
};
