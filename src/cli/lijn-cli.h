/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-audience.h"
#include "lijn-project.h"

G_BEGIN_DECLS

/* The program without a display: a command a file, each told by a LijnCommand. */

typedef enum
{
  LIJN_CLI_GOOD = 0,
  LIJN_CLI_FINDINGS = 1, /* done, but there is something to say: findings, lines that failed */
  LIJN_CLI_WRONG = 2, /* nothing was done: a wrong file, format or argument */
} LijnCliStatus;

typedef struct
{
  const char *name;
  const char *arguments; /* "FILE OUT" */
  const char *summary; /* (translatable): one line */
  const char *description; /* (translatable): paragraphs */
  const char *examples; /* lines, or NULL */
  int n_arguments;
  GOptionEntry *options; /* (nullable): for g_option_context_add_main_entries(); names are of the
                            type FILENAME, being UTF-8 whatever the locale */
  LijnCliStatus (*run) (char **arguments);
  char *(*more) (void); /* (nullable): (transfer full): what help adds to the description */
} LijnCommand;

extern const LijnCommand lijn_cli_new, lijn_cli_info, lijn_cli_import, lijn_cli_export,
    lijn_cli_capture, lijn_cli_check, lijn_cli_verify, lijn_cli_history, lijn_cli_undo,
    lijn_cli_redo;

/* Says on one line of standard error what is wrong, and takes @error. Returns: @status. */
LijnCliStatus lijn_cli_fail (LijnCliStatus status, GError *error);
LijnCliStatus lijn_cli_say (LijnCliStatus status, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Opens @path, or says why not. (transfer full) (nullable) */
LijnProject *lijn_cli_open (const char *path, LijnStoreFlags flags);

/* Finds a map or party by its name (a party also by its role), or says that there is none. */
LijnMap *lijn_cli_find_map (LijnProject *project, const char *title);
LijnParty *lijn_cli_find_party (LijnProject *project, const char *name);

/* For whom a command makes something: by default what is shared. Says on standard error how much is
 * left out. Returns: FALSE when there is no such party. */
gboolean lijn_cli_find_audience (LijnProject *project, const char *party, gboolean everything,
                                 LijnAudience *audience);

/* Shows how far long work is on standard error, when that is a terminal; a
 * LijnExchangeProgress and LijnProgress. lijn_cli_progress_end() wipes it out. */
void lijn_cli_progress (double part, gpointer data);
void lijn_cli_progress_end (void);

/* Returns: (transfer full): @text as a JSON string, with its quotes. */
char *lijn_cli_json (const char *text);

G_END_DECLS
