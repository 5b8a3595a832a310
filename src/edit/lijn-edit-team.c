/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-verb.h"

#include "lijn-text.h"

#include <glib/gi18n.h>

/* Teams, their members, and the friction points that they work on. */

LijnTeam *
lijn_edit_add_team (LijnProject *project, LijnTeamKind kind, const char *name, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_edit_begin (project, _ ("Add team"), error);
  g_autofree char *clean = lijn_text_one_line (name);

  if (edit == NULL)
    return NULL;

  return lijn_verb_make (
      g_steal_pointer (&edit), LIJN_TABLE_TEAM,
      LIJN_CELLS (
          LIJN_TEXT ("kind", lijn_team_kind_nicks[kind]), LIJN_TEXT ("name", clean),
          LIJN_REAL ("rank", lijn_verb_last_rank (lijn_project_list (project, LIJN_TABLE_TEAM)))),
      error);
}

/* The one of @table that belongs to @team and refers to @other; NULL when there is none. */
static gpointer
find_link (LijnTeam *team, LijnTable table, const char *column, gpointer other)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (team));

  return project != NULL
             ? lijn_project_find_link (project, table, "team", LIJN_OBJECT (team), column, other)
             : NULL;
}

LijnMember *
lijn_edit_add_member (LijnTeam *team, LijnPerson *person, const char *part, GError **error)
{
  g_autoptr (LijnEdit) edit = NULL;
  g_autofree char *clean = lijn_text_one_line (part);
  LijnMember *member = find_link (team, LIJN_TABLE_MEMBER, "person", person);

  if (member != NULL)
    return member;

  edit = lijn_verb_begin (team, _ ("Add member"), error);
  if (edit == NULL)
    return NULL;

  return lijn_verb_make (
      g_steal_pointer (&edit), LIJN_TABLE_MEMBER,
      LIJN_CELLS (LIJN_TO ("team", team), LIJN_TO ("person", person), LIJN_TEXT ("part", clean),
                  LIJN_REAL ("rank", lijn_verb_last_rank_of (lijn_project_referrers (
                                         lijn_object_get_project (LIJN_OBJECT (team)),
                                         LIJN_TABLE_MEMBER, "team", LIJN_OBJECT (team))))),
      error);
}

LijnAssignment *
lijn_edit_assign (LijnTeam *team, LijnFriction *friction, GError **error)
{
  g_autoptr (LijnEdit) edit = NULL;
  g_autofree char *id = NULL;
  LijnAssignment *assignment = find_link (team, LIJN_TABLE_ASSIGNMENT, "friction", friction);
  LijnFrictionStatus status = lijn_friction_get_status (friction);

  if (assignment != NULL)
    return assignment;

  edit = lijn_verb_begin (team, _ ("Give friction point to team"), error);
  if (edit == NULL)
    return NULL;

  id = lijn_verb_insert (edit, LIJN_TABLE_ASSIGNMENT,
                         LIJN_CELLS (LIJN_TO ("team", team), LIJN_TO ("friction", friction)),
                         error);
  if (id == NULL || !lijn_verb_flush (edit, error))
    return NULL;
  if ((status == LIJN_FRICTION_STATUS_RAISED || status == LIJN_FRICTION_STATUS_ACCEPTED) &&
      !lijn_edit_set_status (friction, LIJN_FRICTION_STATUS_IN_TEAM,
                             lijn_verb_speaker (edit->project), NULL, NULL, error))
    return NULL;

  return lijn_verb_finish (g_steal_pointer (&edit), LIJN_TABLE_ASSIGNMENT, id, error);
}

/* Whether another team than @team works on @friction. */
static gboolean
has_other_team (LijnEdit *edit, LijnFriction *friction, LijnTeam *team)
{
  GPtrArray *all = lijn_project_referrers (edit->project, LIJN_TABLE_ASSIGNMENT, "friction",
                                           LIJN_OBJECT (friction));

  for (guint i = 0; i < all->len; i++)
    if (lijn_assignment_get_team (g_ptr_array_index (all, i)) != team)
      return TRUE;

  return FALSE;
}

gboolean
lijn_edit_unassign (LijnTeam *team, LijnFriction *friction, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (team, _ ("Take friction point from team"), error);
  LijnAssignment *assignment;

  if (edit == NULL)
    return FALSE;

  assignment = find_link (team, LIJN_TABLE_ASSIGNMENT, "friction", friction);
  if (assignment != NULL && lijn_friction_get_status (friction) == LIJN_FRICTION_STATUS_IN_TEAM &&
      !has_other_team (edit, friction, team) &&
      !lijn_edit_set_status (friction, LIJN_FRICTION_STATUS_ACCEPTED,
                             lijn_verb_speaker (edit->project), NULL, NULL, error))
    return FALSE;

  return (assignment == NULL || lijn_verb_delete (edit, assignment, error)) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}
