/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-state.h"

#include <glib/gi18n.h>

/* The lane that the place in front of an element's name means: "Party / Lane:", "Lane:", ":". */

static const char *
party_id (LijnParty *party)
{
  return party != NULL ? lijn_object_get_id (LIJN_OBJECT (party)) : "";
}

/* A lane that has its party's name: "Customer: Send claim" where no lane was ever spoken of. */
static LijnLane *
look_in_party (LijnCapture *self, LijnParty *party)
{
  LijnMap *map = lijn_capture_at (self, LIJN_AT_MAP);
  LijnLane *current = lijn_capture_at (self, LIJN_AT_LANE);
  g_autoptr (GPtrArray) lanes = NULL;

  if (current != NULL && lijn_lane_get_party (current) == party)
    return current;
  if (map == NULL && (map = lijn_project_get_first_map (self->project)) == NULL)
    return NULL;
  lanes = lijn_map_list_lanes (map);
  for (guint i = 0; i < lanes->len; i++)
    if (g_strcmp0 (lijn_lane_get_party_id (g_ptr_array_index (lanes, i)), party_id (party)) == 0)
      return g_ptr_array_index (lanes, i);
  return NULL;
}

static LijnLane *
look_for_unowned (LijnCapture *self, const LijnSaid *said, LijnParty **party, GError **error)
{
  GError *problem = NULL;
  LijnLane *lane = lijn_capture_look_for_lane (self, NULL, said->lane, &problem);
  LijnPartyRole role;

  if (problem == NULL && lane == NULL)
    {
      *party = lijn_capture_look_for_party (self, said->lane, &problem);
      if (*party != NULL)
        lane = look_in_party (self, *party);
    }
  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return NULL;
    }
  if (lane == NULL && *party == NULL && !lijn_said_find_role (said->lane, &role))
    {
      *party = lijn_capture_at (self, LIJN_AT_PARTY);
      if (*party == NULL)
        lijn_capture_unknown (error,
                              _ ("Whose lane is “%s”? Write “Party / %s: …” the first time."),
                              said->lane, said->lane);
    }
  return lane;
}

LijnLane *
lijn_capture_look_for_place (LijnCapture *self, const LijnSaid *said, LijnParty **party,
                             GError **error)
{
  GError *problem = NULL;
  LijnLane *lane = NULL;

  *party = NULL;
  switch (said->place)
    {
    case LIJN_SAID_BESIDE:
      return NULL;
    case LIJN_SAID_SAME_LANE:
      lane = lijn_capture_at (self, LIJN_AT_LANE);
      if (lane == NULL)
        lijn_capture_unknown (&problem, _ ("In which lane? Write “Party / Lane: Step”."));
      break;
    case LIJN_SAID_IN_LANE:
    default:
      if (said->party == NULL)
        {
          lane = look_for_unowned (self, said, party, &problem);
          break;
        }
      *party = lijn_capture_look_for_party (self, said->party, &problem);
      if (*party != NULL)
        lane = lijn_capture_look_for_lane (self, *party, said->lane, &problem);
      break;
    }
  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return NULL;
    }
  if (lane != NULL)
    *party = lijn_lane_get_party (lane);
  return lane;
}

LijnLane *
lijn_capture_need_lane (LijnCapture *self, LijnMap *map, const LijnSaid *said, GError **error)
{
  GError *problem = NULL;
  LijnParty *party = NULL;
  LijnLane *lane = lijn_capture_look_for_place (self, said, &party, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return NULL;
    }
  if (lane != NULL || said->place == LIJN_SAID_BESIDE)
    return lane;
  if (*said->lane == '~')
    {
      lijn_capture_unknown (error, _ ("Nothing carries the mark “%s”."), said->lane);
      return NULL;
    }
  if (party == NULL)
    party = lijn_capture_need_party (self, said->party != NULL ? said->party : said->lane, error);
  return party != NULL ? lijn_edit_add_lane (map, party, said->lane, NULL, error) : NULL;
}
