/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-friction-editors.h"

#include "lijn-edit.h"
#include "lijn-new-team.h"
#include "lijn-rules.h"
#include "lijn-status-field.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

#define HIGHEST 5

/* Status. */

static gboolean
may_become (LijnView *view, LijnObject *object, LijnFrictionStatus status, const char *reason)
{
  LijnFriction *friction = LIJN_FRICTION (object);

  return lijn_rules_friction_status (friction, status, lijn_status_get_party (view, friction),
                                     reason, NULL);
}

static void
list_statuses (LijnView *view, GPtrArray *objects, LijnChoices *choices)
{
  for (int status = 0; lijn_friction_status_nicks[status] != NULL; status++)
    {
      gboolean possible = TRUE;

      /* With any reason: it is asked for when the status is chosen. */
      for (guint i = 0; i < objects->len && possible; i++)
        possible = may_become (view, objects->pdata[i], (LijnFrictionStatus) status, "?");
      if (possible)
        lijn_choices_add (choices, lijn_friction_status_nicks[status],
                          lijn_word_for_friction_status ((LijnFrictionStatus) status));
    }
}

static gboolean
needs_reason (LijnView *view, GPtrArray *objects, const char *value)
{
  LijnFrictionStatus status = (LijnFrictionStatus) lijn_nick_to_value (lijn_friction_status_nicks,
                                                                       value);

  for (guint i = 0; i < objects->len; i++)
    if (!may_become (view, objects->pdata[i], status, ""))
      return TRUE;

  return FALSE;
}

static gboolean
set_status (LijnView *view, LijnObject *object, const char *value, const char *reason,
            GError **error)
{
  LijnFriction *friction = LIJN_FRICTION (object);

  return lijn_edit_set_status (
      friction, (LijnFrictionStatus) lijn_nick_to_value (lijn_friction_status_nicks, value),
      lijn_status_get_party (view, friction), NULL, reason, error);
}

const LijnRegisterEditor lijn_friction_edit_status = { list_statuses, needs_reason, set_status };

/* Scores: a number, and where it matters who says so, the id of the party behind it. */

static void
add_scores (LijnChoices *choices, LijnParty *says)
{
  for (int score = HIGHEST; score >= 0; score--)
    {
      g_autofree char *value = says != NULL
                                   ? g_strdup_printf ("%d %s", score,
                                                      lijn_object_get_id (LIJN_OBJECT (says)))
                                   : g_strdup_printf ("%d", score);
      g_autofree char *label = NULL;

      if (says != NULL && score > 0)
        /* Translators: a score, and the party that gives it. */
        label = g_strdup_printf (_ ("%d, says %s"), score, lijn_party_get_name (says));
      else if (score > 0)
        label = g_strdup_printf ("%d", score);
      else
        label = g_strdup (_ ("Not said"));
      lijn_choices_add (choices, value, label);
    }
}

/* The party of @role that speaks now; NULL when another does, or nobody said. */
static LijnParty *
get_speaker_of (LijnView *view, LijnPartyRole role)
{
  LijnParty *speaker = lijn_view_get_speaker (view);

  return speaker != NULL && lijn_party_get_role (speaker) == role ? speaker : NULL;
}

static void
list_priorities (LijnView *view, GPtrArray *objects, LijnChoices *choices)
{
  g_autoptr (GPtrArray) parties = NULL;

  if (get_speaker_of (view, LIJN_PARTY_ROLE_CUSTOMER) != NULL)
    {
      add_scores (choices, NULL);
      return;
    }

  parties = lijn_project_list_parties (lijn_view_get_project (view));
  for (guint i = 0; i < parties->len; i++)
    if (lijn_party_get_role (parties->pdata[i]) == LIJN_PARTY_ROLE_CUSTOMER)
      add_scores (choices, parties->pdata[i]);
}

/* Who says so is remembered, as if it had been chosen below the map. */
static gboolean
set_priority (LijnView *view, LijnObject *object, const char *value, const char *reason,
              GError **error)
{
  g_auto (GStrv) parts = g_strsplit (value, " ", 2);

  if (parts[1] != NULL)
    lijn_view_set_speaker (
        view, lijn_project_find (lijn_view_get_project (view), LIJN_TABLE_PARTY, parts[1]));

  return lijn_edit_set (object, "priority", parts[0], error);
}

const LijnRegisterEditor lijn_friction_edit_priority = { list_priorities, NULL, set_priority };

/* Severity: of the party that speaks, or the first of the role. */

static LijnParty *
get_judge (LijnView *view, LijnPartyRole role)
{
  LijnParty *speaker = get_speaker_of (view, role);
  g_autoptr (GPtrArray) parties = NULL;

  if (speaker != NULL)
    return speaker;

  parties = lijn_project_list_parties (lijn_view_get_project (view));
  for (guint i = 0; i < parties->len; i++)
    if (lijn_party_get_role (parties->pdata[i]) == role)
      return parties->pdata[i];

  return NULL;
}

static void
list_severities (LijnView *view, GPtrArray *objects, LijnChoices *choices)
{
  for (int score = HIGHEST; score >= 0; score--)
    {
      g_autofree char *value = g_strdup_printf ("%d", score);
      g_autofree char *label = NULL;

      if (score > 0)
        /* Translators: a severity from 1 to 5, and what it stands for. */
        label = g_strdup_printf (_ ("%d: %s"), score, lijn_word_for_severity (score));
      else
        label = g_strdup (_ ("Not said"));
      lijn_choices_add (choices, value, label);
    }
}

static gboolean
set_severity (LijnView *view, LijnObject *object, LijnPartyRole role, const char *value,
              GError **error)
{
  LijnParty *judge = get_judge (view, role);

  if (judge == NULL)
    {
      g_set_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_PARTY,
                   _ ("There is no %s in this project yet. Add the party first."),
                   lijn_word_for_role (role));
      return FALSE;
    }

  return lijn_edit_set_severity (LIJN_FRICTION (object), judge,
                                 (int) g_ascii_strtoll (value, NULL, 10), error);
}

static gboolean
set_customer_severity (LijnView *view, LijnObject *object, const char *value, const char *reason,
                       GError **error)
{
  return set_severity (view, object, LIJN_PARTY_ROLE_CUSTOMER, value, error);
}

static gboolean
set_supplier_severity (LijnView *view, LijnObject *object, const char *value, const char *reason,
                       GError **error)
{
  return set_severity (view, object, LIJN_PARTY_ROLE_SUPPLIER, value, error);
}

const LijnRegisterEditor lijn_friction_edit_customer_severity = { list_severities, NULL,
                                                                  set_customer_severity };
const LijnRegisterEditor lijn_friction_edit_supplier_severity = { list_severities, NULL,
                                                                  set_supplier_severity };

/* Teams. */

static void
list_teams (LijnView *view, GPtrArray *objects, LijnChoices *choices)
{
  GListModel *teams = lijn_project_list (lijn_view_get_project (view), LIJN_TABLE_TEAM);

  for (guint i = 0; i < g_list_model_get_n_items (teams); i++)
    {
      g_autoptr (LijnObject) team = g_list_model_get_item (teams, i);

      if (lijn_team_get_kind (LIJN_TEAM (team)) == LIJN_TEAM_KIND_IMPROVEMENT)
        lijn_choices_add (choices, lijn_object_get_id (team), lijn_object_get_name (team));
    }
  lijn_choices_add (choices, "", _ ("A new team"));
}

/* One new team takes all that are set in one go. */
static char *
make_team (LijnView *view, const char *value, GError **error)
{
  LijnTeam *team;

  if (*value != '\0')
    return g_strdup (value);
  team = lijn_new_team (view, LIJN_TEAM_KIND_IMPROVEMENT, error);

  return team != NULL ? g_strdup (lijn_object_get_id (LIJN_OBJECT (team))) : NULL;
}

static gboolean
set_team (LijnView *view, LijnObject *object, const char *value, const char *reason, GError **error)
{
  LijnTeam *team = lijn_project_find (lijn_view_get_project (view), LIJN_TABLE_TEAM, value);

  return lijn_edit_assign (team, LIJN_FRICTION (object), error) != NULL;
}

const LijnRegisterEditor lijn_friction_edit_team = { list_teams, NULL, set_team, make_team };
