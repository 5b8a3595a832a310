/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-state.h"

#include "lijn-words.h"

#include <glib/gi18n.h>

/* Whom a line is about: a party, by name or role; its lane; a person; a team. */

static LijnParty *
find_only_with_role (LijnCapture *self, LijnPartyRole role, gboolean *several)
{
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (self->project);
  LijnParty *found = NULL;

  *several = FALSE;
  for (guint i = 0; i < parties->len; i++)
    if (lijn_party_get_role (g_ptr_array_index (parties, i)) == role)
      {
        *several = found != NULL;
        found = g_ptr_array_index (parties, i);
        if (*several)
          return NULL;
      }
  return found;
}

LijnParty *
lijn_capture_look_for_party (LijnCapture *self, const char *name, GError **error)
{
  LijnObject *marked = lijn_capture_find_marked (self, name, LIJN_TABLE_PARTY);
  g_autoptr (GPtrArray) named = NULL;
  LijnPartyRole role;
  gboolean several;
  LijnParty *party;

  if (marked != NULL)
    return LIJN_PARTY (marked);
  named = lijn_capture_find_named (self, LIJN_TABLE_PARTY, name);
  if (named->len > 0)
    return g_ptr_array_index (named, 0);
  if (!lijn_said_find_role (name, &role))
    return NULL;
  party = find_only_with_role (self, role, &several);
  if (several)
    lijn_capture_unknown (error,
                          _ ("There is more than one party with the role “%s”. Say its name."),
                          lijn_word_for_role (role));
  return party;
}

LijnParty *
lijn_capture_find_party (LijnCapture *self, const char *name, GError **error)
{
  GError *problem = NULL;
  LijnParty *party = lijn_capture_look_for_party (self, name, &problem);

  if (problem != NULL)
    g_propagate_error (error, problem);
  else if (party == NULL)
    lijn_capture_unknown (
        error, _ ("There is no party “%s”. “party %s (supplier)” on a line makes it."), name, name);
  return party;
}

LijnLane *
lijn_capture_look_for_lane (LijnCapture *self, LijnParty *party, const char *name, GError **error)
{
  LijnObject *marked = lijn_capture_find_marked (self, name, LIJN_TABLE_LANE);
  g_autoptr (GPtrArray) named = NULL;
  LijnParty *current = party != NULL ? party : lijn_capture_at (self, LIJN_AT_PARTY);
  LijnLane *first = NULL;
  guint n = 0;

  if (marked != NULL)
    return LIJN_LANE (marked);
  named = lijn_capture_find_named (self, LIJN_TABLE_LANE, name);
  for (guint i = 0; i < named->len; i++)
    {
      LijnLane *lane = g_ptr_array_index (named, i);

      if (lijn_lane_get_party (lane) == current)
        return lane;
      if (party != NULL)
        continue;
      first = first != NULL ? first : lane;
      n++;
    }
  if (n > 1)
    {
      lijn_capture_unknown (
          error, _ ("There is more than one lane “%s”. Say whose: “Party / %s: …”."), name, name);
      return NULL;
    }
  return first;
}

LijnPerson *
lijn_capture_find_person (LijnCapture *self, const LijnSaidRef *ref, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;
  LijnParty *party = NULL;

  if (ref->mark != NULL)
    {
      LijnObject *object = lijn_capture_find_mark (self, ref->mark);

      if (!LIJN_IS_PERSON (object))
        return (lijn_capture_unknown (error, _ ("Nobody carries the mark “~%s”."), ref->mark),
                NULL);
      return LIJN_PERSON (object);
    }
  if (ref->party != NULL && (party = lijn_capture_find_party (self, ref->party, error)) == NULL)
    return NULL;
  found = lijn_capture_find_named (self, LIJN_TABLE_PERSON, ref->name);
  for (guint i = found->len; party != NULL && i > 0; i--)
    if (lijn_person_get_party (g_ptr_array_index (found, i - 1)) != party)
      g_ptr_array_remove_index (found, i - 1);

  if (found->len == 0)
    lijn_capture_unknown (error,
                          _ ("There is no person “%s”. “person %s (Party)” on a line adds them."),
                          ref->name, ref->name);
  else if (found->len > 1)
    lijn_capture_unknown (error, _ ("There is more than one person “%s”. Say whose: “%s (Party)”."),
                          ref->name, ref->name);
  return found->len == 1 ? g_ptr_array_index (found, 0) : NULL;
}

LijnTeam *
lijn_capture_find_team (LijnCapture *self, const char *name, GError **error)
{
  LijnObject *marked;
  g_autoptr (GPtrArray) found = NULL;

  if (name == NULL || *name == '\0')
    {
      LijnTeam *team = lijn_capture_at (self, LIJN_AT_TEAM);

      if (team == NULL)
        lijn_capture_unknown (error, _ ("Which team? “team Name: goal” on a line makes one."));
      return team;
    }
  marked = lijn_capture_find_marked (self, name, LIJN_TABLE_TEAM);
  if (marked != NULL)
    return LIJN_TEAM (marked);
  found = lijn_capture_find_named (self, LIJN_TABLE_TEAM, name);
  if (found->len == 0)
    lijn_capture_unknown (error, _ ("There is no team “%s”. “team %s: goal” on a line makes it."),
                          name, name);
  else if (found->len > 1)
    lijn_capture_unknown (error, _ ("There is more than one team “%s”."), name);
  return found->len == 1 ? g_ptr_array_index (found, 0) : NULL;
}
