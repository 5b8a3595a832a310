/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-state.h"

#include "lijn-text.h"

#include <glib/gi18n.h>
#include <math.h>

/* The dialogue: friction points and how each party sees them, teams and their actions, sessions,
 * remarks. */

static gboolean
finish (LijnCapture *self, LijnObject *object, GPtrArray *fields, GError **error)
{
  if (object == NULL)
    return FALSE;
  g_set_object (&self->made, object);
  return lijn_capture_set_fields (self, object, fields, error);
}

/* Who speaks in "! PARTY 4: …" and "parked PARTY: …". What looked like a party may be the start of
 * what was said; then *@words becomes all of it. */
static gboolean
find_voice (LijnCapture *self, const LijnSaid *said, LijnParty **party, const char **words,
            GError **error)
{
  GError *problem = NULL;

  *words = said->name;
  *party = lijn_capture_get_speaker (self);
  if (said->party == NULL)
    return TRUE;

  *party = lijn_capture_look_for_voice (self, said->party, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  if (*party == NULL && said->whole == NULL)
    {
      *party = lijn_capture_find_party (self, said->party, error);
      return *party != NULL;
    }
  if (*party == NULL)
    {
      *party = lijn_capture_get_speaker (self);
      *words = said->whole;
    }
  return TRUE;
}

static LijnObject *
find_anchor (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnObject *anchor;

  if (said->ref != NULL)
    anchor = lijn_capture_find (self, said->ref, error);
  else
    {
      anchor = lijn_capture_at (self, LIJN_AT_LAST);
      if (anchor == NULL)
        anchor = (LijnObject *) lijn_capture_need_map (self, error);
    }
  if (anchor == NULL)
    return NULL;
  if (LIJN_IS_FRICTION (anchor))
    anchor = lijn_friction_get_anchor (LIJN_FRICTION (anchor));
  if (LIJN_IS_ELEMENT (anchor) || LIJN_IS_FLOW (anchor) || LIJN_IS_INTERFACE (anchor) ||
      LIJN_IS_LANE (anchor) || LIJN_IS_MAP (anchor))
    return anchor;
  return (LijnObject *) lijn_capture_need_map (self, error);
}

static gboolean
do_friction (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnObject *anchor = find_anchor (self, said, error);
  LijnParty *party;
  const char *words;
  LijnFriction *friction;

  if (anchor == NULL || !find_voice (self, said, &party, &words, error))
    return FALSE;
  if (said->severity > 0 && party == NULL)
    return lijn_capture_unknown (error, _ ("Who finds it so severe? Write “! Customer %d: …”."),
                                 said->severity);
  friction = lijn_edit_add_friction (anchor, LIJN_GROUND_LEFT + LIJN_GAP, LIJN_GAP, party, words,
                                     error);
  if (friction == NULL ||
      (said->severity > 0 && !lijn_edit_set_severity (friction, party, said->severity, error)))
    return FALSE;
  lijn_capture_put (self, LIJN_AT_FRICTION, friction);
  return finish (self, LIJN_OBJECT (friction), said->fields, error);
}

static gboolean
do_view (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnFriction *friction = lijn_capture_at (self, LIJN_AT_FRICTION);
  LijnParty *party;
  const char *column;

  if (friction == NULL)
    return lijn_capture_unknown (
        error, _ ("A view of which friction point? Write “@ friction 3” on a line before it."));
  party = lijn_capture_look_for_voice (self, said->party, NULL);
  if (party == NULL)
    party = lijn_capture_find_party (self, said->party, error);
  if (party == NULL)
    return FALSE;
  if (said->severity > 0 && !lijn_edit_set_severity (friction, party, said->severity, error))
    return FALSE;
  column = lijn_party_get_role (party) == LIJN_PARTY_ROLE_CUSTOMER ? "customer_words"
                                                                   : "supplier_words";
  if (*said->name != '\0' && !lijn_edit_set (LIJN_OBJECT (friction), column, said->name, error))
    return FALSE;
  return finish (self, LIJN_OBJECT (friction), said->fields, error);
}

static gboolean
do_team (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnTeamKind kind = said->kind == LIJN_SAID_STEERING ? LIJN_TEAM_KIND_STEERING
                                                       : LIJN_TEAM_KIND_IMPROVEMENT;
  const char *name = *said->name != '\0' || said->name_quoted ? said->name : _ ("Steering group");
  gboolean is_new = said->mark != NULL && lijn_capture_find_mark (self, said->mark) == NULL;
  g_autoptr (GPtrArray) found = lijn_capture_find_named (self, LIJN_TABLE_TEAM, name);
  LijnTeam *team = found->len > 0 && !is_new ? g_ptr_array_index (found, 0) : NULL;

  if (team == NULL)
    team = lijn_edit_add_team (self->project, kind, name, error);
  if (team == NULL)
    return FALSE;
  if (said->text != NULL && *said->text != '\0' &&
      !lijn_edit_set (LIJN_OBJECT (team), "goal", said->text, error))
    return FALSE;
  lijn_capture_mark (self, said->mark, LIJN_OBJECT (team));
  lijn_capture_put (self, LIJN_AT_TEAM, team);
  return finish (self, LIJN_OBJECT (team), said->fields, error);
}

static gboolean
do_member (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnTeam *team = lijn_capture_find_team (self, NULL, error);
  LijnSaidRef ref = {
    .table = LIJN_TABLE_PERSON, .name = said->name, .party = said->party, .mark = said->mark
  };
  LijnPerson *person;

  if (team == NULL)
    return FALSE;
  person = lijn_capture_need_person (self, &ref, error);
  if (person == NULL)
    return FALSE;
  return finish (self, (LijnObject *) lijn_edit_add_member (team, person, "", error), said->fields,
                 error);
}

static gboolean
do_link (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnTeam *team = lijn_capture_find_team (self, said->name, error);
  LijnObject *friction = lijn_capture_at (self, LIJN_AT_FRICTION);

  if (team == NULL)
    return FALSE;
  if (said->refs->len == 0 && friction == NULL)
    return lijn_capture_unknown (error, _ ("Which friction point? Write “link !3 to %s”."),
                                 lijn_team_get_name (team));
  if (said->refs->len == 0 && lijn_edit_assign (team, LIJN_FRICTION (friction), error) == NULL)
    return FALSE;
  for (guint i = 0; i < said->refs->len; i++)
    {
      const LijnSaidRef *ref = g_ptr_array_index (said->refs, i);

      friction = lijn_capture_find (self, ref, error);
      if (friction == NULL)
        return FALSE;
      if (!LIJN_IS_FRICTION (friction))
        return lijn_capture_unknown (error,
                                     _ ("“%s” is not a friction point. Write “link !3 to %s”."),
                                     ref->whole, lijn_team_get_name (team));
      if (lijn_edit_assign (team, LIJN_FRICTION (friction), error) == NULL)
        return FALSE;
    }
  lijn_capture_put (self, LIJN_AT_TEAM, team);
  g_set_object (&self->made, LIJN_OBJECT (team));
  return TRUE;
}

/* An action belongs to a team from the start: the one that is named with it, else the last. */
static LijnTeam *
find_team_of_action (LijnCapture *self, const LijnSaid *said, GError **error)
{
  for (guint i = 0; i < said->fields->len; i++)
    {
      const char *column, *value;
      LijnSaidSpecial special;

      if (lijn_said_find_key (LIJN_TABLE_ACTION, g_ptr_array_index (said->fields, i), &column,
                              &special, &value) &&
          special == LIJN_SAID_TEAM_OF)
        {
          g_autofree char *name = lijn_said_unquote (value, NULL);

          return lijn_capture_find_team (self, name, error);
        }
    }
  return lijn_capture_find_team (self, NULL, error);
}

static gboolean
do_action (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnTeam *team = find_team_of_action (self, said, error);
  LijnAction *action;

  if (team == NULL)
    return FALSE;
  action = lijn_edit_add_action (team, said->name, NULL, "", error);
  lijn_capture_put (self, LIJN_AT_TEAM, team);
  lijn_capture_put (self, LIJN_AT_ACTION, action);
  return finish (self, (LijnObject *) action, said->fields, error);
}

static LijnObject *
find_session (LijnCapture *self, const char *name)
{
  g_autoptr (GPtrArray) found = lijn_capture_find_named (self, LIJN_TABLE_SESSION, name);
  g_autofree char *pointer = g_strconcat ("session ", name, NULL);
  g_autoptr (LijnSaidRef) ref = lijn_said_ref_parse (pointer);
  LijnObject *numbered;

  if (found->len > 0)
    return g_ptr_array_index (found, 0);
  numbered = ref->number > 0 ? lijn_capture_find (self, ref, NULL) : NULL;
  return LIJN_IS_SESSION (numbered) ? numbered : NULL;
}

static gboolean
do_session (LijnCapture *self, const LijnSaid *said, GError **error)
{
  gboolean is_new = said->mark != NULL && lijn_capture_find_mark (self, said->mark) == NULL;
  LijnObject *marked = said->mark != NULL ? lijn_capture_find_mark (self, said->mark) : NULL;
  LijnObject *session = is_new ? NULL : marked != NULL ? marked : find_session (self, said->name);
  g_autofree char *today = lijn_text_today ();

  if (session == NULL)
    session = (LijnObject *) lijn_edit_add_session (self->project, said->name, "", today, error);
  if (session == NULL)
    return FALSE;
  lijn_capture_mark (self, said->mark, session);
  lijn_capture_put (self, LIJN_AT_SESSION, session);
  return finish (self, session, said->fields, error);
}

LijnSession *
lijn_capture_need_session (LijnCapture *self, GError **error)
{
  LijnSession *session = lijn_capture_at (self, LIJN_AT_SESSION);

  if (session == NULL)
    session = lijn_project_get_running_session (self->project);
  if (session == NULL)
    lijn_capture_unknown (error, _ ("In which session? “session Title” on a line makes one."));
  return session;
}

static gboolean
do_in_session (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnSession *session = lijn_capture_need_session (self, error);

  if (session == NULL)
    return FALSE;
  if (said->kind == LIJN_SAID_AGENDA)
    return finish (
        self, (LijnObject *) lijn_edit_add_agenda_item (session, said->name, (double) NAN, error),
        said->fields, error);
  if (said->kind == LIJN_SAID_DECIDED)
    return finish (self, (LijnObject *) lijn_edit_add_decision (session, said->name, error),
                   said->fields, error);

  for (guint i = 0; i < said->refs->len; i++)
    {
      LijnPerson *person = lijn_capture_need_person (self, g_ptr_array_index (said->refs, i),
                                                     error);

      if (person == NULL || lijn_edit_set_attendance (
                                session, person, said->kind == LIJN_SAID_PRESENT, error) == NULL)
        return FALSE;
    }
  g_set_object (&self->made, LIJN_OBJECT (session));
  return TRUE;
}

static gboolean
do_remark (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnObject *about = lijn_capture_at (self, LIJN_AT_LAST);
  LijnRemarkKind kind = said->kind == LIJN_SAID_PARKED ? LIJN_REMARK_KIND_PARKED
                                                       : LIJN_REMARK_KIND_COMMENT;
  const char *column = LIJN_IS_ELEMENT (about)     ? "element"
                       : LIJN_IS_INTERFACE (about) ? "interface"
                                                   : NULL;
  LijnParty *party;
  const char *words;
  LijnRemark *remark;

  if (!find_voice (self, said, &party, &words, error))
    return FALSE;
  remark = lijn_edit_add_remark (self->project, kind, party, words, error);
  if (remark == NULL)
    return FALSE;
  if (kind == LIJN_REMARK_KIND_COMMENT && column != NULL &&
      !lijn_edit_set (LIJN_OBJECT (remark), column, lijn_object_get_id (about), error))
    return FALSE;
  return finish (self, LIJN_OBJECT (remark), said->fields, error);
}

gboolean
lijn_capture_join (LijnCapture *self, const LijnSaid *said, GError **error)
{
  switch ((int) said->kind)
    {
    case LIJN_SAID_FRICTION:
      return do_friction (self, said, error);
    case LIJN_SAID_VIEW:
      return do_view (self, said, error);
    case LIJN_SAID_TEAM:
    case LIJN_SAID_STEERING:
      return do_team (self, said, error);
    case LIJN_SAID_MEMBER:
      return do_member (self, said, error);
    case LIJN_SAID_LINK:
      return do_link (self, said, error);
    case LIJN_SAID_ACTION:
      return do_action (self, said, error);
    case LIJN_SAID_SESSION:
      return do_session (self, said, error);
    case LIJN_SAID_AGENDA:
    case LIJN_SAID_PRESENT:
    case LIJN_SAID_ABSENT:
    case LIJN_SAID_DECIDED:
      return do_in_session (self, said, error);
    case LIJN_SAID_RATED:
    case LIJN_SAID_REVEALED:
    case LIJN_SAID_VOTE:
    case LIJN_SAID_VOTED:
    case LIJN_SAID_CLOSE_VOTE:
      return lijn_capture_score (self, said, error);
    case LIJN_SAID_PARKED:
    case LIJN_SAID_COMMENT:
      return do_remark (self, said, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}
