/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-cli.h"

#include "lijn-rules.h"
#include "lijn-text.h"

#include <glib/gi18n.h>
#include <stdio.h>

static gboolean all, json;
static GOptionEntry options[] = {
  { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("Also what was set aside"), NULL },
  { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print a JSON array"), NULL },
  { NULL },
};

static void
print_words (const LijnFinding *finding)
{
  g_autofree char *words = lijn_finding_describe (finding);
  g_autofree char *line = lijn_text_one_line (words);

  printf ("%s%s: %s\n", finding->waiver != NULL ? _ ("set aside: ") : "",
          lijn_check_nick (finding->kind), line);
}

static void
print_json (const LijnFinding *finding, gboolean first)
{
  g_autofree char *words = lijn_finding_describe (finding);
  g_autofree char *text = lijn_cli_json (words);
  g_autofree char *subject = lijn_cli_json (
      finding->object != NULL ? lijn_object_get_id (finding->object) : "");
  g_autofree char *reason = lijn_cli_json (
      finding->waiver != NULL ? lijn_waiver_get_reason (finding->waiver) : "");

  printf ("%s\n  { \"kind\": \"%s\", \"subject\": %s, \"text\": %s", first ? "" : ",",
          lijn_check_nick (finding->kind), subject, text);
  if (finding->waiver != NULL)
    printf (", \"set_aside\": %s", reason);
  printf (" }");
}

static LijnCliStatus
run (char **arguments)
{
  g_autoptr (LijnProject) project = lijn_cli_open (arguments[0], LIJN_STORE_READ_ONLY);
  g_autofree char *today = lijn_text_today ();
  g_autoptr (GPtrArray) findings = NULL;
  LijnCliStatus status = LIJN_CLI_GOOD;
  guint n = 0;

  if (project == NULL)
    return LIJN_CLI_WRONG;
  findings = lijn_rules_check (project, today);
  if (json)
    printf ("[");
  for (guint i = 0; i < findings->len; i++)
    {
      const LijnFinding *finding = g_ptr_array_index (findings, i);

      if (finding->waiver == NULL)
        status = LIJN_CLI_FINDINGS;
      else if (!all)
        continue;
      if (json)
        print_json (finding, n == 0);
      else
        print_words (finding);
      n++;
    }
  if (json)
    printf (n > 0 ? "\n]\n" : "]\n");
  return status;
}

const LijnCommand lijn_cli_check = {
  .name = "check",
  .arguments = "FILE",
  .summary = N_ ("review a project"),
  .description = N_ (
      "Prints the findings of the built-in review, a line each: the kind of finding and what it\n"
      "is about. Among them are a crossing without an interface, an interface without a norm or\n"
      "agreement, a friction point without a team, a team that misses a party, a dead end, an\n"
      "assumption that was never confirmed, an overdue action.\n"
      "\n"
      "With --json: an array of objects with the keys kind, subject (the id of what it is about),\n"
      "text, and for what was set aside set_aside, the reason.\n"
      "\n"
      "The exit status is 1 when there are findings that nobody has set aside."),
  .n_arguments = 1,
  .options = options,
  .run = run,
};
