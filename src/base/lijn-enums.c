/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-enums.h"

#define NICK(PREFIX, NAME, nick) nick,

/* clang-format off */
const char *const lijn_party_role_nicks[] = { LIJN_PARTY_ROLES (NICK) NULL };
const char *const lijn_map_kind_nicks[] = { LIJN_MAP_KINDS (NICK) NULL };
const char *const lijn_element_kind_nicks[] = { LIJN_ELEMENT_KINDS (NICK) NULL };
const char *const lijn_marker_nicks[] = { LIJN_MARKERS (NICK) NULL };
const char *const lijn_flow_kind_nicks[] = { LIJN_FLOW_KINDS (NICK) NULL };
const char *const lijn_friction_category_nicks[] = { LIJN_FRICTION_CATEGORIES (NICK) NULL };
const char *const lijn_frequency_nicks[] = { LIJN_FREQUENCIES (NICK) NULL };
const char *const lijn_friction_status_nicks[] = { LIJN_FRICTION_STATUSES (NICK) NULL };
const char *const lijn_team_kind_nicks[] = { LIJN_TEAM_KINDS (NICK) NULL };
const char *const lijn_action_status_nicks[] = { LIJN_ACTION_STATUSES (NICK) NULL };
const char *const lijn_session_status_nicks[] = { LIJN_SESSION_STATUSES (NICK) NULL };
const char *const lijn_remark_kind_nicks[] = { LIJN_REMARK_KINDS (NICK) NULL };
/* clang-format on */

int
lijn_nick_to_value (const char *const *nicks, const char *nick)
{
  for (int i = 0; nicks[i] != NULL; i++)
    if (g_strcmp0 (nicks[i], nick) == 0)
      return i;

  return -1;
}
