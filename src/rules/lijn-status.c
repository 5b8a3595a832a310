/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-rules.h"
#include "lijn-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* The life of a friction point. The table says from where one may go where; the functions say on
 * whose word. A step back is allowed, and stays visible in the list of changes. */

#define BIT(status) (1u << LIJN_FRICTION_STATUS_##status)

static const guint next[] = {
  [LIJN_FRICTION_STATUS_RAISED] = BIT (ACCEPTED) | BIT (IN_TEAM) | BIT (PARKED) | BIT (WITHDRAWN),
  [LIJN_FRICTION_STATUS_ACCEPTED] = BIT (RAISED) | BIT (IN_TEAM) | BIT (PARKED) | BIT (WITHDRAWN),
  [LIJN_FRICTION_STATUS_IN_TEAM] = BIT (RAISED) | BIT (ACCEPTED) | BIT (SOLVED) | BIT (PARKED) |
                                   BIT (WITHDRAWN),
  [LIJN_FRICTION_STATUS_SOLVED] = BIT (ACCEPTED) | BIT (IN_TEAM) | BIT (CONFIRMED) | BIT (PARKED),
  [LIJN_FRICTION_STATUS_CONFIRMED] = BIT (RAISED) | BIT (ACCEPTED) | BIT (IN_TEAM),
  [LIJN_FRICTION_STATUS_PARKED] = BIT (RAISED) | BIT (ACCEPTED) | BIT (IN_TEAM) | BIT (WITHDRAWN),
  [LIJN_FRICTION_STATUS_WITHDRAWN] = BIT (RAISED) | BIT (ACCEPTED),
};

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_STATUS, why);
  return FALSE;
}

static gboolean
needs_reason (LijnFrictionStatus from, LijnFrictionStatus to)
{
  return to == LIJN_FRICTION_STATUS_PARKED || to == LIJN_FRICTION_STATUS_WITHDRAWN ||
         from == LIJN_FRICTION_STATUS_CONFIRMED;
}

static gboolean
has_team (LijnFriction *friction)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (friction));

  return project != NULL &&
         lijn_project_referrers (project, LIJN_TABLE_ASSIGNMENT, "friction", LIJN_OBJECT (friction))
                 ->len > 0;
}

static gboolean
may_confirm (LijnFriction *friction, LijnParty *party, GError **error)
{
  LijnParty *raised_by = lijn_friction_get_raised_by (friction);

  if (raised_by == NULL)
    return refuse (error, _ ("Say first which party raised this friction point: only that party "
                             "can confirm that it is solved."));
  if (party == raised_by)
    return TRUE;

  g_set_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_STATUS,
               _ ("Only %s raised this friction point, so only %s can confirm that it is solved."),
               lijn_party_get_name (raised_by), lijn_party_get_name (raised_by));
  return FALSE;
}

gboolean
lijn_rules_friction_status (LijnFriction *friction, LijnFrictionStatus status, LijnParty *party,
                            const char *reason, GError **error)
{
  LijnFrictionStatus now = lijn_friction_get_status (friction);

  if (status == now)
    return TRUE;
  if (status == LIJN_FRICTION_STATUS_SOLVED &&
      (now == LIJN_FRICTION_STATUS_RAISED || now == LIJN_FRICTION_STATUS_ACCEPTED))
    return refuse (error, _ ("Solved is said by the team that works on it. Link this friction "
                             "point to a team first."));
  if ((next[now] & (1u << status)) == 0)
    {
      g_set_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_STATUS,
                   _ ("A friction point that is “%s” cannot become “%s” at once."),
                   lijn_word_for_friction_status (now), lijn_word_for_friction_status (status));
      return FALSE;
    }
  if (needs_reason (now, status) && (reason == NULL || *reason == '\0'))
    return refuse (error, _ ("Give a reason, so that everybody can see later why this was done."));
  if (status == LIJN_FRICTION_STATUS_IN_TEAM && !has_team (friction))
    return refuse (error, _ ("No team works on this friction point yet. Link it to a team: that "
                             "puts it there."));
  if (status == LIJN_FRICTION_STATUS_CONFIRMED)
    return may_confirm (friction, party, error);
  return TRUE;
}
