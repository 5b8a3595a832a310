/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-ballots.h"

#include "lijn-audience.h"

#include <glib/gi18n.h>

/* Dots are kept as a row a party and friction point. Two diverged copies may each have made one for
 * the same; then both count. */

static GPtrArray *
list_votes (LijnBallot *ballot)
{
  return lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (ballot)), LIJN_TABLE_VOTE,
                                 "ballot", LIJN_OBJECT (ballot));
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return lijn_friction_get_number (*(LijnFriction *const *) a) -
         lijn_friction_get_number (*(LijnFriction *const *) b);
}

gboolean
lijn_friction_is_to_be_solved (LijnFriction *friction)
{
  LijnFrictionStatus status = lijn_friction_get_status (friction);

  return status == LIJN_FRICTION_STATUS_RAISED || status == LIJN_FRICTION_STATUS_ACCEPTED ||
         status == LIJN_FRICTION_STATUS_IN_TEAM;
}

static gboolean
is_shared (LijnFriction *friction)
{
  LijnAudience audience = LIJN_AUDIENCE_SHARED;

  return lijn_audience_may_see (&audience, LIJN_OBJECT (friction));
}

static gboolean
is_choice (LijnFriction *friction)
{
  return lijn_friction_is_to_be_solved (friction) && is_shared (friction);
}

GPtrArray *
lijn_ballot_list_choices (LijnBallot *ballot)
{
  GListModel *all = lijn_project_list (lijn_object_get_project (LIJN_OBJECT (ballot)),
                                       LIJN_TABLE_FRICTION);
  GPtrArray *choices = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LijnFriction) friction = g_list_model_get_item (all, i);

      if (is_choice (friction))
        g_ptr_array_add (choices, friction);
    }
  g_ptr_array_sort (choices, compare_numbers);
  return choices;
}

static int
compare_results (gconstpointer a, gconstpointer b)
{
  const LijnBallotResult *one = *(const LijnBallotResult *const *) a;
  const LijnBallotResult *other = *(const LijnBallotResult *const *) b;

  if (one->dots != other->dots)
    return other->dots - one->dots;
  return lijn_friction_get_number (one->friction) - lijn_friction_get_number (other->friction);
}

static void
number_places (GPtrArray *results)
{
  for (guint i = 0; i < results->len; i++)
    {
      LijnBallotResult *result = results->pdata[i];
      const LijnBallotResult *before = i > 0 ? results->pdata[i - 1] : NULL;

      result->place = before != NULL && before->dots == result->dots ? before->place : (int) i + 1;
    }
}

GPtrArray *
lijn_ballot_list_results (LijnBallot *ballot)
{
  GPtrArray *results = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *votes = list_votes (ballot);
  g_autoptr (GHashTable) by_friction = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < votes->len && lijn_ballot_get_closed (ballot); i++)
    {
      LijnFriction *friction = lijn_vote_get_friction (votes->pdata[i]);
      LijnBallotResult *result = g_hash_table_lookup (by_friction, friction);

      if (lijn_vote_get_dots (votes->pdata[i]) < 1)
        continue;
      if (result == NULL)
        {
          result = g_new0 (LijnBallotResult, 1);
          result->friction = friction;
          g_hash_table_insert (by_friction, friction, result);
          g_ptr_array_add (results, result);
        }
      result->dots += lijn_vote_get_dots (votes->pdata[i]);
    }
  g_ptr_array_sort (results, compare_results);
  number_places (results);
  return results;
}

int
lijn_ballot_count_used (LijnBallot *ballot, LijnParty *party)
{
  GPtrArray *votes = list_votes (ballot);
  int used = 0;

  for (guint i = 0; i < votes->len; i++)
    if (lijn_vote_get_party (votes->pdata[i]) == party)
      used += lijn_vote_get_dots (votes->pdata[i]);
  return used;
}

LijnVote *
lijn_ballot_find_vote (LijnBallot *ballot, LijnFriction *friction, LijnParty *party)
{
  GPtrArray *votes = list_votes (ballot);

  for (guint i = 0; i < votes->len; i++)
    if (lijn_vote_get_party (votes->pdata[i]) == party &&
        lijn_vote_get_friction (votes->pdata[i]) == friction)
      return votes->pdata[i];
  return NULL;
}

int
lijn_ballot_get_dots_of (LijnBallot *ballot, LijnFriction *friction, LijnParty *party)
{
  LijnVote *vote = lijn_ballot_find_vote (ballot, friction, party);

  return vote != NULL ? lijn_vote_get_dots (vote) : 0;
}

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_STATUS, why);
  return FALSE;
}

gboolean
lijn_rules_vote (LijnBallot *ballot, LijnFriction *friction, LijnParty *party, int dots,
                 GError **error)
{
  int has = lijn_ballot_get_dots_of (ballot, friction, party);
  int left = lijn_ballot_get_dots (ballot) - lijn_ballot_count_used (ballot, party) + has;

  if (lijn_ballot_get_closed (ballot))
    return refuse (error, _ ("This vote is closed. Start another one."));
  if (dots < 0)
    return refuse (error, _ ("There are no fewer dots than none."));
  if (dots > has && !is_shared (friction))
    return refuse (error, _ ("Only friction points that all parties see are voted for."));
  if (dots > has && dots > left)
    {
      g_set_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE,
                   ngettext ("Each party has %d dot, and it has been put. Take it back first.",
                             "Each party has %d dots, and all have been put. Take one back first.",
                             (gulong) lijn_ballot_get_dots (ballot)),
                   lijn_ballot_get_dots (ballot));
      return FALSE;
    }
  return TRUE;
}

gboolean
lijn_rules_close_ballot (LijnBallot *ballot, GError **error)
{
  GPtrArray *votes = list_votes (ballot);

  if (lijn_ballot_get_closed (ballot))
    return refuse (error, _ ("This vote is closed already."));
  for (guint i = 0; i < votes->len; i++)
    if (lijn_vote_get_dots (votes->pdata[i]) > 0)
      return TRUE;
  return refuse (error, _ ("Nobody has voted yet."));
}

LijnBallot *
lijn_ballots_find_open (LijnProject *project)
{
  GListModel *all = lijn_project_list (project, LIJN_TABLE_BALLOT);
  LijnSession *running = lijn_project_get_running_session (project);
  LijnBallot *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LijnBallot) ballot = g_list_model_get_item (all, i);

      if (!lijn_ballot_get_closed (ballot) &&
          (found == NULL || lijn_ballot_get_session (ballot) == running))
        found = ballot;
    }
  return found;
}

static int
compare_priorities (gconstpointer a, gconstpointer b)
{
  LijnFriction *one = *(LijnFriction *const *) a, *other = *(LijnFriction *const *) b;
  int order = lijn_friction_get_priority (one) - lijn_friction_get_priority (other);

  return order != 0 ? order : compare_numbers (a, b);
}

GPtrArray *
lijn_ballots_list_priorities (LijnProject *project)
{
  GListModel *all = lijn_project_list (project, LIJN_TABLE_FRICTION);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LijnFriction) friction = g_list_model_get_item (all, i);

      if (lijn_friction_get_priority (friction) > 0 && is_choice (friction))
        g_ptr_array_add (found, friction);
    }
  g_ptr_array_sort (found, compare_priorities);
  return found;
}
