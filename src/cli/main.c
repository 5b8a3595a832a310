/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-cli.h"
#include "lijn-locale.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* waslijn-cli COMMAND …: finds the command, reads its options and runs it. Help reads like a manual
 * page. */

static const LijnCommand *const commands[] = {
  &lijn_cli_new,   &lijn_cli_info,   &lijn_cli_import,  &lijn_cli_export, &lijn_cli_capture,
  &lijn_cli_check, &lijn_cli_verify, &lijn_cli_history, &lijn_cli_undo,   &lijn_cli_redo,
};

static void
print_overview (void)
{
  printf ("%s\n",
          _ ("NAME\n"
             "    waslijn-cli - draw and keep the process that customer and supplier share"));
  printf ("\n%s\n", _ ("SYNOPSIS\n"
                       "    waslijn-cli COMMAND [OPTION…] ARGUMENT…\n"
                       "    waslijn-cli COMMAND --help\n"
                       "    waslijn-cli --version"));
  printf ("\n%s\n\n", _ ("COMMANDS"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *form = g_strdup_printf ("%s %s", commands[i]->name, commands[i]->arguments);

      printf ("    %-22s %s\n", form, _ (commands[i]->summary));
    }
  printf (
      "\n%s\n",
      _ ("EXIT STATUS\n"
         "    0   It was done.\n"
         "    1   It was done, and there is something to say: findings, an unsound file, lines\n"
         "        that could not be captured, nothing to undo.\n"
         "    2   Nothing was done: a wrong file, format or argument. One line on standard\n"
         "        error says what is wrong; no file is left half written."));
}

static void
print_paragraphs (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    printf (*lines[i] != '\0' ? "    %s\n" : "%s\n", lines[i]);
}

static void
print_option (const GOptionEntry *option)
{
  g_autofree char *form = option->arg_description != NULL
                              ? g_strdup_printf ("--%s=%s", option->long_name,
                                                 option->arg_description)
                              : g_strdup_printf ("--%s", option->long_name);

  printf ("    %-22s %s\n", form, _ (option->description));
}

static void
print_help (const LijnCommand *command)
{
  printf ("%s\n    waslijn-cli %s - %s\n", _ ("NAME"), command->name, _ (command->summary));
  printf ("\n%s\n    waslijn-cli %s%s %s\n", _ ("SYNOPSIS"), command->name,
          command->options != NULL ? _ (" [OPTION…]") : "", command->arguments);
  printf ("\n%s\n", _ ("DESCRIPTION"));
  print_paragraphs (_ (command->description));
  if (command->more != NULL)
    {
      g_autofree char *more = command->more ();

      printf ("\n");
      print_paragraphs (more);
    }
  if (command->options != NULL)
    {
      printf ("\n%s\n", _ ("OPTIONS"));
      for (const GOptionEntry *option = command->options; option->long_name != NULL; option++)
        print_option (option);
    }
  if (command->examples != NULL)
    {
      printf ("\n%s\n", _ ("EXAMPLES"));
      print_paragraphs (command->examples);
    }
}

static const LijnCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i]->name, name) == 0)
      return commands[i];
  return NULL;
}

static gboolean
asks_for (char **arguments, const char *option, const char *letter)
{
  for (; *arguments != NULL && strcmp (*arguments, "--") != 0; arguments++)
    if (strcmp (*arguments, option) == 0 || g_strcmp0 (*arguments, letter) == 0)
      return TRUE;
  return FALSE;
}

/* Takes the options out of @arguments, whose first is the command. */
static gboolean
parse_options (const LijnCommand *command, char ***arguments)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  GError *error = NULL;

  g_option_context_set_help_enabled (context, FALSE);
  if (command->options != NULL)
    g_option_context_add_main_entries (context, command->options, NULL);
  if (g_option_context_parse_strv (context, arguments, &error))
    return TRUE;
  lijn_cli_fail (LIJN_CLI_WRONG, error);
  return FALSE;
}

static LijnCliStatus
run (const LijnCommand *command, char ***strv)
{
  char **arguments;
  guint n;

  if (asks_for (*strv + 1, "--help", "-h"))
    {
      print_help (command);
      return LIJN_CLI_GOOD;
    }
  if (!parse_options (command, strv))
    return LIJN_CLI_WRONG;

  arguments = *strv + 1;
  if (*arguments != NULL && strcmp (*arguments, "--") == 0)
    arguments++;
  n = g_strv_length (arguments);
  if (n != (guint) command->n_arguments)
    return lijn_cli_say (LIJN_CLI_WRONG,
                         _ ("“waslijn-cli %s” takes %s. See “waslijn-cli %s --help”."),
                         command->name, command->arguments, command->name);
  return command->run (arguments);
}

/* A file that is opened where a standard one was closed would get what is printed. What stands in
 * for them can do nothing: input cannot be read from it, output cannot be written to it. */
static void
keep_standard_files (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0 &&
        open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
      _exit (LIJN_CLI_WRONG);
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) arguments = NULL;
  const LijnCommand *command;
  LijnCliStatus status;

  keep_standard_files ();
  lijn_locale_init ();
  g_set_prgname ("waslijn-cli");

  if (argc < 2)
    return (int) lijn_cli_say (LIJN_CLI_WRONG, _ ("What shall be done? See “waslijn-cli --help”."));
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0 ||
      (strcmp (argv[1], "help") == 0 && argc == 2))
    {
      print_overview ();
      return LIJN_CLI_GOOD;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      printf ("waslijn-cli %s\n", LIJN_VERSION);
      return LIJN_CLI_GOOD;
    }
  command = find_command (strcmp (argv[1], "help") == 0 ? argv[2] : argv[1]);
  if (command == NULL)
    return (int) lijn_cli_say (LIJN_CLI_WRONG,
                               _ ("There is no command “%s”. See “waslijn-cli --help”."), argv[1]);
  if (strcmp (argv[1], "help") == 0)
    {
      print_help (command);
      return LIJN_CLI_GOOD;
    }

  arguments = g_strdupv (argv + 1);
  status = run (command, &arguments);
  if (fflush (stdout) != 0 || ferror (stdout))
    return (int) lijn_cli_say (LIJN_CLI_WRONG, _ ("The output could not be written."));
  return (int) status;
}
