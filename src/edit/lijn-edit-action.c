/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-verb.h"

#include "lijn-text.h"

#include <glib/gi18n.h>

/* Actions of a team: what, who, due, and the friction points that they are for. */

LijnAction *
lijn_edit_add_action (LijnTeam *team, const char *what, LijnPerson *person, const char *due,
                      GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (team, _ ("Add action"), error);
  g_autofree char *clean = lijn_text_one_line (what);

  if (edit == NULL)
    return NULL;

  return lijn_verb_make (
      g_steal_pointer (&edit), LIJN_TABLE_ACTION,
      LIJN_CELLS (LIJN_TO ("team", team), LIJN_TEXT ("what", clean), LIJN_TO ("person", person),
                  LIJN_TEXT ("due", due), LIJN_INT ("created", lijn_now ()),
                  LIJN_TO ("session", lijn_project_get_running_session (
                                          lijn_object_get_project (LIJN_OBJECT (team)))),
                  LIJN_REAL ("rank", lijn_verb_last_rank (lijn_project_list (
                                         lijn_object_get_project (LIJN_OBJECT (team)),
                                         LIJN_TABLE_ACTION)))),
      error);
}

gboolean
lijn_edit_set_action_status (LijnAction *action, LijnActionStatus status, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (action, _ ("Change status"), error);
  gboolean closed = status == LIJN_ACTION_STATUS_DONE || status == LIJN_ACTION_STATUS_DROPPED;

  if (edit == NULL)
    return FALSE;
  if (lijn_action_get_status (action) == status)
    return lijn_edit_commit (g_steal_pointer (&edit), error);

  return lijn_verb_update (edit, action,
                           LIJN_CELLS (LIJN_TEXT ("status", lijn_action_status_nicks[status]),
                                       LIJN_INT ("closed", closed ? lijn_now () : 0)),
                           error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

LijnRemedy *
lijn_edit_add_remedy (LijnAction *action, LijnFriction *friction, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (action, _ ("Link action to friction point"), error);
  GPtrArray *all;

  if (edit == NULL)
    return NULL;

  all = lijn_project_referrers (edit->project, LIJN_TABLE_REMEDY, "action", LIJN_OBJECT (action));
  for (guint i = 0; i < all->len; i++)
    {
      LijnRemedy *remedy = g_ptr_array_index (all, i);

      if (lijn_remedy_get_friction (remedy) == friction)
        return lijn_edit_commit (g_steal_pointer (&edit), error) ? remedy : NULL;
    }
  return lijn_verb_make (g_steal_pointer (&edit), LIJN_TABLE_REMEDY,
                         LIJN_CELLS (LIJN_TO ("action", action), LIJN_TO ("friction", friction)),
                         error);
}
