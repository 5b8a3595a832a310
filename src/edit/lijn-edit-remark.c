/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-verb.h"

#include "lijn-text.h"

#include <glib/gi18n.h>

/* Remarks: what is put in the parking lot or said beside something, and what becomes of it. */

LijnRemark *
lijn_edit_add_remark (LijnProject *project, LijnRemarkKind kind, LijnParty *party, const char *text,
                      GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_edit_begin (project, _ ("Add remark"), error);
  g_autofree char *clean = lijn_verb_text (text);

  if (edit == NULL)
    return NULL;

  return lijn_verb_make (
      g_steal_pointer (&edit), LIJN_TABLE_REMARK,
      LIJN_CELLS (LIJN_TEXT ("kind", lijn_remark_kind_nicks[kind]), LIJN_TO ("party", party),
                  LIJN_TO ("session", lijn_project_get_running_session (project)),
                  LIJN_TEXT ("text", clean), LIJN_INT ("at", lijn_now ())),
      error);
}

/* What was said for one party only stays so. */
static gboolean
keep_private (LijnRemark *remark, gpointer made, GError **error)
{
  const char *party = lijn_remark_get_private_to_id (remark);

  return *party == '\0' || lijn_edit_set (made, "private_to", party, error);
}

LijnFriction *
lijn_edit_raise_remark (LijnRemark *remark, LijnObject *anchor, double x, double y, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (remark, _ ("Raise parked remark"), error);
  LijnFriction *friction;

  if (edit == NULL)
    return NULL;

  friction = lijn_edit_add_friction (anchor, x, y, lijn_remark_get_party (remark),
                                     lijn_remark_get_text (remark), error);
  if (friction == NULL || !keep_private (remark, friction, error) ||
      !lijn_verb_update (edit, remark, LIJN_CELLS (LIJN_INT ("done", TRUE)), error) ||
      !lijn_edit_commit (g_steal_pointer (&edit), error))
    return NULL;
  return friction;
}

LijnAction *
lijn_edit_assign_remark (LijnRemark *remark, LijnTeam *team, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (remark, _ ("Make parked remark an action"), error);
  LijnAction *action;

  if (edit == NULL)
    return NULL;
  if (lijn_remark_get_private_to (remark) != NULL)
    {
      g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE,
                           _ ("This remark is private to a party, and an action is for all to see. "
                              "Share the remark first."));
      return NULL;
    }

  action = lijn_edit_add_action (team, lijn_remark_get_text (remark), NULL, "", error);
  if (action == NULL ||
      !lijn_verb_update (edit, remark, LIJN_CELLS (LIJN_INT ("done", TRUE)), error) ||
      !lijn_edit_commit (g_steal_pointer (&edit), error))
    return NULL;
  return action;
}
