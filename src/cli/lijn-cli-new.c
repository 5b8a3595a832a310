/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-cli.h"

#include "lijn-exchange.h"

#include <glib/gi18n.h>

static char *template_name;
static GOptionEntry options[] = {
  { "template", 0, 0, G_OPTION_ARG_STRING, &template_name, N_ ("What to begin with"), "NAME" },
  { NULL },
};

static LijnCliStatus
run (char **arguments)
{
  GError *error = NULL;
  g_autoptr (LijnProject) project = lijn_templates_create (
      template_name != NULL ? template_name : "blank", arguments[0], &error);

  return project != NULL ? LIJN_CLI_GOOD : lijn_cli_fail (LIJN_CLI_WRONG, error);
}

static char *
list_templates (void)
{
  GString *list = g_string_new (_ ("The templates:\n"));
  guint n;
  const LijnTemplate *templates = lijn_templates_list (&n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "\n%-20s %s", templates[i].name, templates[i].description);
  return g_string_free (list, FALSE);
}

const LijnCommand lijn_cli_new = {
  .name = "new",
  .arguments = "FILE",
  .summary = N_ ("make a project file"),
  .description = N_ (
      "Makes the project file FILE from a template: by default an empty one. A file\n"
      "that is there already is never replaced."),
  .examples = "waslijn-cli new orders.waslijn\n"
              "waslijn-cli new example.waslijn --template=claims",
  .n_arguments = 1,
  .options = options,
  .run = run,
  .more = list_templates,
};
