/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-new-team.h"

#include "lijn-words.h"

#include <glib/gi18n.h>

static gboolean
is_taken (LijnProject *project, const char *name)
{
  GListModel *teams = lijn_project_list (project, LIJN_TABLE_TEAM);

  for (guint i = 0; i < g_list_model_get_n_items (teams); i++)
    {
      g_autoptr (LijnObject) team = g_list_model_get_item (teams, i);

      if (g_str_equal (lijn_object_get_name (team), name))
        return TRUE;
    }

  return FALSE;
}

LijnTeam *
lijn_new_team (LijnView *view, LijnTeamKind kind, GError **error)
{
  LijnProject *project = lijn_view_get_project (view);
  const char *first = kind == LIJN_TEAM_KIND_STEERING ? lijn_word_for_team_kind (kind)
                                                      : _ ("New team");
  g_autofree char *name = g_strdup (first);

  for (guint i = 2; is_taken (project, name); i++)
    {
      g_free (name);
      /* Translators: a team's name, and the number that makes it another: "New team 2". */
      name = g_strdup_printf (_ ("%s %u"), first, i);
    }

  return lijn_edit_add_team (project, kind, name, error);
}
