/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-state.h"

#include "lijn-text.h"

#include <glib/gi18n.h>

/* Doing what a line says, inside the edit that is open: the project, maps, parties, lanes and
 * persons are here; what is on a map in lijn-capture-draw.c; friction points, teams, sessions and
 * remarks in lijn-capture-join.c.
 *
 * A line that names something which is there goes on with it; otherwise it makes it. A mark that is
 * new always makes a new one, so that two of the same name can be told apart. */

LijnMap *
lijn_capture_need_map (LijnCapture *self, GError **error)
{
  LijnMap *map = lijn_capture_at (self, LIJN_AT_MAP);
  const char *title;

  if (map == NULL)
    map = lijn_project_get_first_map (self->project);
  if (map == NULL)
    {
      title = lijn_project_get_title (self->project);
      map = lijn_edit_add_map (self->project, LIJN_MAP_KIND_AS_IS,
                               *title != '\0' ? title : _ ("Process"), error);
    }
  if (map != NULL)
    lijn_capture_put (self, LIJN_AT_MAP, map);
  return map;
}

static gboolean
has_role (LijnCapture *self, LijnPartyRole role)
{
  GListModel *parties = lijn_project_list (self->project, LIJN_TABLE_PARTY);

  for (guint i = 0; i < g_list_model_get_n_items (parties); i++)
    {
      g_autoptr (LijnParty) party = g_list_model_get_item (parties, i);

      if (lijn_party_get_role (party) == role)
        return TRUE;
    }
  return FALSE;
}

/* The role of a party whose name does not say it: what is missing most. */
static LijnPartyRole
guess_role (LijnCapture *self, const char *name)
{
  LijnPartyRole role;

  if (lijn_said_find_role (name, &role))
    return role;
  if (!has_role (self, LIJN_PARTY_ROLE_CUSTOMER))
    return LIJN_PARTY_ROLE_CUSTOMER;
  return has_role (self, LIJN_PARTY_ROLE_SUPPLIER) ? LIJN_PARTY_ROLE_PARTNER
                                                   : LIJN_PARTY_ROLE_SUPPLIER;
}

LijnParty *
lijn_capture_need_party (LijnCapture *self, const char *name, GError **error)
{
  GError *problem = NULL;
  LijnParty *party = lijn_capture_look_for_party (self, name, &problem);

  if (problem != NULL)
    g_propagate_error (error, problem);
  else if (party == NULL && *name == '~')
    lijn_capture_unknown (error, _ ("Nothing carries the mark “%s”."), name);
  else if (party == NULL)
    party = lijn_edit_add_party (self->project, guess_role (self, name), name, error);
  return party;
}

LijnParty *
lijn_capture_look_for_voice (LijnCapture *self, const char *name, GError **error)
{
  GError *problem = NULL;
  LijnParty *party = lijn_capture_look_for_party (self, name, &problem);
  LijnPartyRole role;

  if (problem != NULL)
    g_propagate_error (error, problem);
  else if (party == NULL && lijn_said_find_role (name, &role))
    party = lijn_capture_need_party (self, name, error);
  return party;
}

LijnPerson *
lijn_capture_need_person (LijnCapture *self, const LijnSaidRef *ref, GError **error)
{
  LijnPerson *person = lijn_capture_find_person (self, ref, NULL);
  LijnParty *party;

  if (person != NULL || ref->party == NULL || ref->mark != NULL)
    return person != NULL ? person : lijn_capture_find_person (self, ref, error);
  party = lijn_capture_look_for_voice (self, ref->party, NULL);
  if (party == NULL)
    party = lijn_capture_find_party (self, ref->party, error);
  return party != NULL ? lijn_edit_add_person (party, ref->name, "", error) : NULL;
}

/* Whether the line's thing is to be made even when there is one of its name. */
static gboolean
is_new (LijnCapture *self, const LijnSaid *said)
{
  return said->mark != NULL && lijn_capture_find_mark (self, said->mark) == NULL;
}

static LijnObject *
find_to_go_on_with (LijnCapture *self, const LijnSaid *said, LijnTable table)
{
  g_autoptr (GPtrArray) found = NULL;

  if (is_new (self, said))
    return NULL;
  if (said->mark != NULL)
    return lijn_capture_find_mark (self, said->mark);
  found = lijn_capture_find_named (self, table, said->name);
  return found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
}

static gboolean
finish (LijnCapture *self, const LijnSaid *said, gpointer object, GError **error)
{
  if (object == NULL)
    return FALSE;
  lijn_capture_mark (self, said->mark, object);
  g_set_object (&self->made, LIJN_OBJECT (object));
  return lijn_capture_set_fields (self, object, said->fields, error);
}

static gboolean
do_project (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnObject *about = LIJN_OBJECT (lijn_project_get_about (self->project));

  return lijn_edit_set (about, "title", said->name, error) && finish (self, said, about, error);
}

/* Parties that are named one by one stand in that order, whatever their roles. */
static LijnObject *
add_party (LijnCapture *self, LijnPartyRole role, const char *name, GError **error)
{
  LijnParty *party = lijn_edit_add_party (self->project, role, name, error);

  return party != NULL && lijn_edit_move_party (party, NULL, error) ? LIJN_OBJECT (party) : NULL;
}

static gboolean
do_party (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnObject *party = find_to_go_on_with (self, said, LIJN_TABLE_PARTY);
  LijnPartyRole role = guess_role (self, said->name);

  if (said->party != NULL && !lijn_said_find_role (said->party, &role))
    return lijn_capture_unknown (error, _ ("“%s” is none of customer, supplier, partner."),
                                 said->party);
  if (party == NULL)
    party = add_party (self, role, said->name, error);
  else if (said->party != NULL &&
           !lijn_edit_set (party, "role", lijn_party_role_nicks[role], error))
    return FALSE;
  if (party != NULL)
    lijn_capture_put (self, LIJN_AT_PARTY, party);
  return finish (self, said, party, error);
}

static gboolean
do_lane (LijnCapture *self, const LijnSaid *said, GError **error)
{
  GError *problem = NULL;
  LijnMap *map = lijn_capture_need_map (self, error);
  LijnParty *party = lijn_capture_at (self, LIJN_AT_PARTY);
  LijnLane *lane = NULL;

  if (map == NULL)
    return FALSE;
  if (said->party != NULL && (party = lijn_capture_need_party (self, said->party, error)) == NULL)
    return FALSE;
  if (party == NULL)
    return lijn_capture_unknown (error, _ ("Whose lane is it? Write “lane Party / %s”."),
                                 said->name);
  if (!is_new (self, said))
    lane = lijn_capture_look_for_lane (self, party, said->name, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  if (lane == NULL)
    lane = lijn_edit_add_lane (map, party, said->name, NULL, error);
  if (lane == NULL)
    return FALSE;
  lijn_capture_put (self, LIJN_AT_LANE, lane);
  lijn_capture_put (self, LIJN_AT_PARTY, party);
  lijn_capture_put (self, LIJN_AT_LAST, lane);
  return finish (self, said, lane, error);
}

static gboolean
do_map (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnObject *map = find_to_go_on_with (self, said, LIJN_TABLE_MAP);

  if (map == NULL)
    map = (LijnObject *) lijn_edit_add_map (self->project, LIJN_MAP_KIND_AS_IS, said->name, error);
  if (map == NULL)
    return FALSE;
  lijn_capture_set_map (self, LIJN_MAP (map));
  return finish (self, said, map, error);
}

static gboolean
do_person (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnParty *party = lijn_capture_at (self, LIJN_AT_PARTY);
  g_autoptr (GPtrArray) named = NULL;
  LijnPerson *person = NULL;

  if (said->party != NULL && (party = lijn_capture_need_party (self, said->party, error)) == NULL)
    return FALSE;
  if (party == NULL)
    return lijn_capture_unknown (error, _ ("Whose person is it? Write “person %s (Party)”."),
                                 said->name);
  named = lijn_capture_find_named (self, LIJN_TABLE_PERSON, said->name);
  for (guint i = 0; i < named->len && !is_new (self, said) && person == NULL; i++)
    if (lijn_person_get_party (g_ptr_array_index (named, i)) == party)
      person = g_ptr_array_index (named, i);
  if (person == NULL)
    person = lijn_edit_add_person (party, said->name, said->text, error);
  return finish (self, said, person, error);
}

static gboolean
do_speaker (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnParty *party = NULL;

  if (*said->name != '\0' && (party = lijn_capture_find_party (self, said->name, error)) == NULL)
    return FALSE;
  lijn_capture_set_speaker (self, party);
  return TRUE;
}

gboolean
lijn_capture_do (LijnCapture *self, const LijnSaid *said, GError **error)
{
  switch (said->kind)
    {
    case LIJN_SAID_ELEMENT:
    case LIJN_SAID_TARGET:
    case LIJN_SAID_BREAK:
    case LIJN_SAID_GO:
    case LIJN_SAID_HANG:
    case LIJN_SAID_INTERFACE:
      return lijn_capture_draw (self, said, error);
    case LIJN_SAID_PROJECT:
      return do_project (self, said, error);
    case LIJN_SAID_PARTY:
      return do_party (self, said, error);
    case LIJN_SAID_PERSON:
      return do_person (self, said, error);
    case LIJN_SAID_MAP:
      return do_map (self, said, error);
    case LIJN_SAID_LANE:
      return do_lane (self, said, error);
    case LIJN_SAID_PHASE:
      return lijn_capture_phase (self, said, error);
    case LIJN_SAID_ASIDE:
      return lijn_capture_set_aside (self, said, error);
    case LIJN_SAID_SPEAKER:
      return do_speaker (self, said, error);
    case LIJN_SAID_FRICTION:
    case LIJN_SAID_VIEW:
    case LIJN_SAID_SESSION:
    case LIJN_SAID_AGENDA:
    case LIJN_SAID_PRESENT:
    case LIJN_SAID_ABSENT:
    case LIJN_SAID_DECIDED:
    case LIJN_SAID_RATED:
    case LIJN_SAID_REVEALED:
    case LIJN_SAID_VOTE:
    case LIJN_SAID_VOTED:
    case LIJN_SAID_CLOSE_VOTE:
    case LIJN_SAID_TEAM:
    case LIJN_SAID_STEERING:
    case LIJN_SAID_MEMBER:
    case LIJN_SAID_LINK:
    case LIJN_SAID_ACTION:
    case LIJN_SAID_PARKED:
    case LIJN_SAID_COMMENT:
      return lijn_capture_join (self, said, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}
