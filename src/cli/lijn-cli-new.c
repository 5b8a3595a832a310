/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-cli.h"

#include "lijn-exchange.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

static char *template_name;
static char *title;
static GOptionEntry options[] = {
  { "template", 0, 0, G_OPTION_ARG_FILENAME, &template_name, N_ ("What to begin with"), "NAME" },
  { "title", 0, 0, G_OPTION_ARG_FILENAME, &title,
    N_ ("The title; else the template's, or FILE's name"), "TEXT" },
  { NULL },
};

/* An empty project is called what its file is. */
static char *
choose_title (LijnProject *project, const char *path)
{
  g_autofree char *name = NULL;

  if (title != NULL || *lijn_project_get_title (project) != '\0')
    return g_strdup (title != NULL ? title : lijn_project_get_title (project));
  name = g_filename_display_basename (path);
  if (g_str_has_suffix (name, ".waslijn"))
    name[strlen (name) - strlen (".waslijn")] = '\0';
  return g_steal_pointer (&name);
}

static LijnCliStatus
run (char **arguments)
{
  GError *error = NULL;
  g_autoptr (LijnProject) project = lijn_templates_create (
      template_name != NULL ? template_name : "blank", arguments[0], &error);
  g_autofree char *chosen = NULL;

  if (project == NULL)
    return lijn_cli_fail (LIJN_CLI_WRONG, error);
  chosen = choose_title (project, arguments[0]);
  if (lijn_edit_set (LIJN_OBJECT (lijn_project_get_about (project)), "title", chosen, &error))
    return LIJN_CLI_GOOD;

  g_clear_object (&project);
  g_unlink (arguments[0]);
  return lijn_cli_fail (LIJN_CLI_WRONG, error);
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
