/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-cli.h"

#include "lijn-capture.h"
#include "lijn-text.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A line is answered before the next one is read, so that another program can hold a conversation
 * over two pipes. */

static char *map_title;
static GOptionEntry options[] = {
  { "map", 0, 0, G_OPTION_ARG_FILENAME, &map_title, N_ ("The map to draw on"), "TITLE" },
  { NULL },
};

static LijnProject *
open_or_create (const char *path)
{
  GError *error = NULL;
  LijnProject *project;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    project = lijn_project_open (path, LIJN_STORE_DEFAULT, &error);
  else
    project = lijn_project_create (path, &error);
  if (project == NULL)
    lijn_cli_fail (LIJN_CLI_WRONG, error);
  return project;
}

static gboolean
capture_line (LijnCapture *capture, LijnStore *store, const char *line, guint number)
{
  g_autoptr (GError) error = NULL;
  gboolean done = lijn_capture_line (capture, line, NULL, &error);

  if (done)
    {
      const char *revision = lijn_store_get_revision (store);

      printf ("ok %s\n", *revision != '\0' ? revision : "-");
    }
  else
    {
      g_autofree char *message = lijn_text_one_line (error->message);

      printf ("error %u: %s\n", number, message);
    }
  fflush (stdout);
  return done;
}

static LijnCliStatus
capture_all (LijnCapture *capture, LijnStore *store)
{
  LijnCliStatus status = LIJN_CLI_GOOD;
  char *line = NULL;
  size_t size = 0;
  ssize_t n;

  for (guint number = 1; (n = getline (&line, &size, stdin)) >= 0; number++)
    {
      /* A line with zero bytes in it is not text. */
      for (ssize_t i = 0; i < n; i++)
        if (line[i] == '\0')
          line[i] = ' ';
      if (!capture_line (capture, store, line, number))
        status = LIJN_CLI_FINDINGS;
    }
  if (ferror (stdin))
    status = lijn_cli_say (LIJN_CLI_WRONG, _ ("Standard input cannot be read: %s"),
                           g_strerror (errno));
  free (line);
  return status;
}

static LijnCliStatus
run (char **arguments)
{
  g_autoptr (LijnProject) project = open_or_create (arguments[0]);
  g_autoptr (LijnCapture) capture = NULL;
  LijnMap *map = NULL;
  LijnStore *store;

  if (project == NULL)
    return LIJN_CLI_WRONG;
  store = lijn_project_get_store (project);
  if (lijn_store_is_read_only (store))
    return lijn_cli_say (LIJN_CLI_WRONG, _ ("“%s” may only be read."), arguments[0]);
  if (map_title != NULL && (map = lijn_cli_find_map (project, map_title)) == NULL)
    return LIJN_CLI_WRONG;

  capture = lijn_capture_new (project, map);
  return capture_all (capture, store);
}

static char *
get_grammar (void)
{
  return g_strdup (lijn_capture_help ());
}

const LijnCommand lijn_cli_capture = {
  .name = "capture",
  .arguments = "FILE",
  .summary = N_ ("draw what is typed, a line a thing"),
  .description = N_ (
      "Reads lines from standard input and does what each says in the project FILE, which is\n"
      "made when it is not there. Each line is one edit with one undo step. For each line one\n"
      "line is printed: “ok REVISION” once it is on disk, or “error LINE: what is wrong”, and\n"
      "then the next line is read. Empty lines and lines that start with # do nothing.\n"
      "\n"
      "The exit status is 1 when a line could not be done."),
  .examples = "waslijn-cli capture orders.waslijn < orders.txt\n"
              "echo 'Customer / Claims desk: Send claim form' | waslijn-cli capture orders.waslijn",
  .n_arguments = 1,
  .options = options,
  .run = run,
  .more = get_grammar,
};
