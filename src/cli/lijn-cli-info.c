/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-cli.h"

#include "lijn-aims.h"
#include "lijn-text.h"

#include <glib/gi18n.h>
#include <stdio.h>

static gboolean json;
static GOptionEntry options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print a JSON object"), NULL },
  { NULL },
};

static const struct
{
  LijnTable table;
  const char *key;
  const char *label;
} counts[] = {
  { LIJN_TABLE_PARTY, "parties", N_ ("Parties") },
  { LIJN_TABLE_LANE, "lanes", N_ ("Lanes") },
  { LIJN_TABLE_MAP, "maps", N_ ("Maps") },
  { LIJN_TABLE_ELEMENT, "elements", N_ ("Elements") },
  { LIJN_TABLE_FLOW, "flows", N_ ("Flows") },
  { LIJN_TABLE_INTERFACE, "interfaces", N_ ("Interfaces") },
  { LIJN_TABLE_FRICTION, "friction_points", N_ ("Friction points") },
  { LIJN_TABLE_TEAM, "teams", N_ ("Teams") },
  { LIJN_TABLE_PERSON, "persons", N_ ("Persons") },
  { LIJN_TABLE_ACTION, "actions", N_ ("Actions") },
  { LIJN_TABLE_SESSION, "sessions", N_ ("Sessions") },
};

static const char *const aims[LIJN_N_AIMS] = {
  [LIJN_AIM_UNDERSTANDING] = "understanding",
  [LIJN_AIM_OPENNESS] = "openness",
  [LIJN_AIM_FOCUS] = "focus",
  [LIJN_AIM_FIT] = "fit",
};

static void
print_aims_json (LijnAims *all)
{
  printf (",\n  \"aims\": {");
  for (guint aim = 0; aim < LIJN_N_AIMS; aim++)
    {
      LijnAimFigure figure = lijn_aims_get (all, (LijnAim) aim, LIJN_AIMS_NOW);
      g_autofree char *value = figure.lack != LIJN_LACK_NOTHING
                                   ? g_strdup ("null")
                                   : lijn_number_to_text (figure.value);

      printf ("%s\n    \"%s\": { \"value\": %s, \"counted\": %u, \"of\": %u }", aim > 0 ? "," : "",
              aims[aim], value, figure.counted, figure.total);
    }
  printf ("\n  }");
}

static void
print_json (LijnProject *project)
{
  g_autoptr (LijnAims) all = lijn_aims_new (project);
  g_autofree char *title = lijn_cli_json (lijn_project_get_title (project));
  g_autofree char *revision = lijn_cli_json (
      lijn_store_get_revision (lijn_project_get_store (project)));

  printf ("{\n  \"title\": %s,\n  \"revision\": %s", title, revision);
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    printf (",\n  \"%s\": %u", counts[i].key, lijn_project_count (project, counts[i].table));
  print_aims_json (all);
  printf ("\n}\n");
}

/* printf() counts bytes, and translations are not ASCII. */
static void
print_row (const char *label, const char *value)
{
  printf ("%s%*s%s\n", label, MAX (1, 20 - (int) g_utf8_strlen (label, -1)), "", value);
}

static void
print_words (LijnProject *project)
{
  g_autoptr (LijnAims) all = lijn_aims_new (project);

  print_row (_ ("Title"), lijn_project_get_title (project));
  print_row (_ ("Revision"), lijn_store_get_revision (lijn_project_get_store (project)));
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u",
                                                 lijn_project_count (project, counts[i].table));

      print_row (_ (counts[i].label), number);
    }
  for (guint aim = 0; aim < LIJN_N_AIMS; aim++)
    {
      LijnAimFigure figure = lijn_aims_get (all, (LijnAim) aim, LIJN_AIMS_NOW);
      g_autofree char *text = lijn_aim_figure_to_text ((LijnAim) aim, &figure);

      print_row (lijn_aim_get_name ((LijnAim) aim), text);
    }
}

static LijnCliStatus
run (char **arguments)
{
  g_autoptr (LijnProject) project = lijn_cli_open (arguments[0], LIJN_STORE_READ_ONLY);

  if (project == NULL)
    return LIJN_CLI_WRONG;
  if (json)
    print_json (project);
  else
    print_words (project);
  return LIJN_CLI_GOOD;
}

const LijnCommand lijn_cli_info = {
  .name = "info",
  .arguments = "FILE",
  .summary = N_ ("tell what is in a project"),
  .description = N_ (
      "Prints the title of the project, its newest revision, and how many parties, lanes,\n"
      "maps, elements, flows, interfaces, friction points, teams, persons, actions and\n"
      "sessions it holds, private ones included; then the four aims, from what is shared.\n"
      "\n"
      "With --json: an object with the keys title, revision, parties, lanes, maps,\n"
      "elements, flows, interfaces, friction_points, teams, persons, actions, sessions, and\n"
      "aims: of understanding, openness, focus and fit the value (null where data is\n"
      "missing) and how many of how many count."),
  .examples = "waslijn-cli info orders.waslijn --json",
  .n_arguments = 1,
  .options = options,
  .run = run,
};
