/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-cli.h"

#include "lijn-text.h"

#include <glib/gi18n.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* What the commands share. Names are UTF-8 whatever the locale, so that what one command writes
 * another reads: standard output and error are written to as they are. */

static gboolean progress_shown;

LijnCliStatus
lijn_cli_say (LijnCliStatus status, const char *format, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  lijn_cli_progress_end ();
  line = lijn_text_one_line (text);
  fflush (stdout);
  fprintf (stderr, "waslijn-cli: %s\n", line);
  return status;
}

LijnCliStatus
lijn_cli_fail (LijnCliStatus status, GError *error)
{
  lijn_cli_say (status, "%s", error != NULL ? error->message : _ ("Something went wrong."));
  g_clear_error (&error);
  return status;
}

LijnProject *
lijn_cli_open (const char *path, LijnStoreFlags flags)
{
  GError *error = NULL;
  LijnProject *project = lijn_project_open (path, flags, &error);

  if (project == NULL)
    lijn_cli_fail (LIJN_CLI_WRONG, error);
  return project;
}

static gpointer
find_named (LijnProject *project, LijnTable table, const char *name)
{
  GListModel *list = lijn_project_list (project, table);
  g_autofree char *wanted = lijn_text_fold (name);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (list, i);
      g_autofree char *folded = lijn_text_fold (lijn_object_get_name (object));

      if (strcmp (folded, wanted) == 0)
        return object;
    }
  return NULL;
}

LijnMap *
lijn_cli_find_map (LijnProject *project, const char *title)
{
  LijnMap *map = title != NULL ? find_named (project, LIJN_TABLE_MAP, title)
                               : lijn_project_get_first_map (project);

  if (map == NULL && title != NULL)
    lijn_cli_say (LIJN_CLI_WRONG, _ ("There is no map “%s” in this project."), title);
  else if (map == NULL)
    lijn_cli_say (LIJN_CLI_WRONG, _ ("There is no map in this project yet."));
  return map;
}

LijnParty *
lijn_cli_find_party (LijnProject *project, const char *name)
{
  LijnParty *party = find_named (project, LIJN_TABLE_PARTY, name);
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (project);
  g_autofree char *nick = g_ascii_strdown (name, -1);
  int role = lijn_nick_to_value (lijn_party_role_nicks, nick);
  guint n = 0;

  for (guint i = 0; party == NULL && i < parties->len; i++)
    n += (int) lijn_party_get_role (g_ptr_array_index (parties, i)) == role;
  for (guint i = 0; party == NULL && n == 1 && i < parties->len; i++)
    if ((int) lijn_party_get_role (g_ptr_array_index (parties, i)) == role)
      party = g_ptr_array_index (parties, i);

  if (party == NULL)
    lijn_cli_say (LIJN_CLI_WRONG, _ ("There is no party “%s” in this project."), name);
  return party;
}

gboolean
lijn_cli_find_audience (LijnProject *project, const char *name, gboolean everything,
                        LijnAudience *audience)
{
  LijnParty *party = NULL;
  guint hidden;

  if (name != NULL && everything)
    {
      lijn_cli_say (LIJN_CLI_WRONG,
                    _ ("--for and --include-private do not go together. Choose one."));
      return FALSE;
    }
  if (name != NULL && (party = lijn_cli_find_party (project, name)) == NULL)
    return FALSE;

  *audience = everything ? LIJN_AUDIENCE_EVERYTHING : LIJN_AUDIENCE_SHARED;
  if (party != NULL)
    audience->party = lijn_object_get_id (LIJN_OBJECT (party));
  hidden = lijn_audience_count_hidden (audience, project);
  if (hidden > 0)
    lijn_cli_say (
        LIJN_CLI_GOOD,
        ngettext ("%u private item is left out.", "%u private items are left out.", hidden),
        hidden);
  return TRUE;
}

void
lijn_cli_progress (double part, gpointer data)
{
  static int last = -1;
  int percent = (int) (CLAMP (part, 0, 1) * 100);

  if (!isatty (STDERR_FILENO) || percent == last)
    return;
  last = percent;
  progress_shown = TRUE;
  fprintf (stderr, "\r%3d %%", percent);
  fflush (stderr);
}

void
lijn_cli_progress_end (void)
{
  if (!progress_shown)
    return;
  progress_shown = FALSE;
  fputs ("\r\033[K", stderr);
}

char *
lijn_cli_json (const char *text)
{
  GString *json = g_string_new ("\"");
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (json, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (json, "\\n");
      else if ((guchar) *p < 0x20 || *p == 0x7f)
        g_string_append_printf (json, "\\u%04x", (guint) (guchar) *p);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
  return g_string_free (json, FALSE);
}
