/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-rules.h"

#include "lijn-progress.h"
#include "lijn-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* The built-in review: each check walks one list and adds a finding for what it does not like. They
 * are hints for a conversation, not errors: a process that is being drawn is never finished. */

typedef struct
{
  LijnProject *project;
  const char *today;
  GHashTable *waivers; /* "nick subject" -> LijnWaiver */
  GPtrArray *findings;
} Review;

static const char *const nicks[] = {
  [LIJN_CHECK_CROSSING_WITHOUT_INTERFACE] = "crossing-without-interface",
  [LIJN_CHECK_INTERFACE_WITHOUT_NORM] = "interface-without-norm",
  [LIJN_CHECK_INTERFACE_WITHOUT_AGREEMENT] = "interface-without-agreement",
  [LIJN_CHECK_FRICTION_WITHOUT_TEAM] = "friction-without-team",
  [LIJN_CHECK_TEAM_MISSES_PARTY] = "team-misses-party",
  [LIJN_CHECK_STEERING_WITHOUT_CUSTOMER] = "steering-without-customer",
  [LIJN_CHECK_DEAD_END] = "dead-end",
  [LIJN_CHECK_UNREACHABLE] = "unreachable",
  [LIJN_CHECK_ASSUMPTION] = "assumption",
  [LIJN_CHECK_ACTION_OVERDUE] = "action-overdue",
  [LIJN_CHECK_ACTION_WITHOUT_PERSON] = "action-without-person",
  [LIJN_CHECK_ACTION_WITHOUT_DATE] = "action-without-date",
  [LIJN_CHECK_PRIORITY_WITHOUT_WORK] = "priority-without-work",
  [LIJN_CHECK_NO_CUSTOMER] = "no-customer",
  [LIJN_CHECK_NO_SUPPLIER] = "no-supplier",
};

const char *
lijn_check_nick (LijnCheckKind kind)
{
  return nicks[kind];
}

void
lijn_finding_free (LijnFinding *finding)
{
  g_clear_object (&finding->object);
  g_clear_object (&finding->waiver);
  g_free (finding);
}

gboolean
lijn_team_has_role (LijnTeam *team, LijnPartyRole role)
{
  GPtrArray *members = lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (team)),
                                               LIJN_TABLE_MEMBER, "team", LIJN_OBJECT (team));

  for (guint i = 0; i < members->len; i++)
    {
      LijnPerson *person = lijn_member_get_person (members->pdata[i]);
      LijnParty *party = person != NULL ? lijn_person_get_party (person) : NULL;

      if (party != NULL && lijn_party_get_role (party) == role)
        return TRUE;
    }
  return FALSE;
}

static void
find (Review *review, LijnCheckKind kind, gpointer object)
{
  LijnFinding *finding = g_new0 (LijnFinding, 1);
  const char *subject = object != NULL ? lijn_object_get_id (object) : "";
  g_autofree char *key = g_strdup_printf ("%s %s", nicks[kind], subject);
  LijnWaiver *waiver = g_hash_table_lookup (review->waivers, key);

  finding->kind = kind;
  finding->object = object != NULL ? g_object_ref (object) : NULL;
  finding->waiver = waiver != NULL ? g_object_ref (waiver) : NULL;
  g_ptr_array_add (review->findings, finding);
}

static GPtrArray *
referrers (Review *review, LijnTable table, const char *column, gpointer to)
{
  return lijn_project_referrers (review->project, table, column, LIJN_OBJECT (to));
}

static void
check_flow (Review *review, gpointer flow)
{
  if (lijn_flow_get_kind (flow) == LIJN_FLOW_KIND_HAND_OVER &&
      lijn_flow_get_interface (flow) == NULL)
    find (review, LIJN_CHECK_CROSSING_WITHOUT_INTERFACE, flow);
}

static void
check_interface (Review *review, gpointer interface)
{
  if (isnan (lijn_interface_get_norm_minutes (interface)))
    find (review, LIJN_CHECK_INTERFACE_WITHOUT_NORM, interface);
  if (lijn_interface_get_agreement (interface) != LIJN_AGREEMENT_AGREED)
    find (review, LIJN_CHECK_INTERFACE_WITHOUT_AGREEMENT, interface);
  if (lijn_interface_get_assumed (interface))
    find (review, LIJN_CHECK_ASSUMPTION, interface);
}

static void
check_friction (Review *review, gpointer friction)
{
  if (!lijn_friction_is_open (friction) ||
      referrers (review, LIJN_TABLE_ASSIGNMENT, "friction", friction)->len > 0)
    return;
  if (lijn_friction_get_priority (friction) > 0)
    find (review, LIJN_CHECK_PRIORITY_WITHOUT_WORK, friction);
  else
    find (review, LIJN_CHECK_FRICTION_WITHOUT_TEAM, friction);
}

static void
check_team (Review *review, gpointer team)
{
  gboolean customer = lijn_team_has_role (team, LIJN_PARTY_ROLE_CUSTOMER);
  gboolean supplier = lijn_team_has_role (team, LIJN_PARTY_ROLE_SUPPLIER);

  if (lijn_team_get_kind (team) == LIJN_TEAM_KIND_STEERING && !customer)
    find (review, LIJN_CHECK_STEERING_WITHOUT_CUSTOMER, team);
  else if (!customer || !supplier)
    find (review, LIJN_CHECK_TEAM_MISSES_PARTY, team);
}

/* Whether any of @flows moves the work on, rather than explaining something. */
static gboolean
any_moves_work (GPtrArray *flows)
{
  for (guint i = 0; i < flows->len; i++)
    if (lijn_flow_get_kind (flows->pdata[i]) != LIJN_FLOW_KIND_ASSOCIATION)
      return TRUE;
  return FALSE;
}

static gboolean
is_work (LijnElementKind kind)
{
  return kind == LIJN_ELEMENT_KIND_STEP || kind == LIJN_ELEMENT_KIND_WAIT ||
         kind == LIJN_ELEMENT_KIND_DECISION;
}

static void
check_element (Review *review, gpointer element)
{
  LijnElementKind kind = lijn_element_get_kind (element);

  if (lijn_element_get_assumed (element))
    find (review, LIJN_CHECK_ASSUMPTION, element);
  if ((is_work (kind) || kind == LIJN_ELEMENT_KIND_START) &&
      !any_moves_work (referrers (review, LIJN_TABLE_FLOW, "source", element)))
    find (review, LIJN_CHECK_DEAD_END, element);
  if ((is_work (kind) || kind == LIJN_ELEMENT_KIND_END) &&
      !any_moves_work (referrers (review, LIJN_TABLE_FLOW, "target", element)))
    find (review, LIJN_CHECK_UNREACHABLE, element);
}

static void
check_action (Review *review, gpointer action)
{
  LijnActionStatus status = lijn_action_get_status (action);
  const char *due = lijn_action_get_due (action);

  if (status == LIJN_ACTION_STATUS_DONE || status == LIJN_ACTION_STATUS_DROPPED)
    return;
  if (lijn_action_get_person (action) == NULL)
    find (review, LIJN_CHECK_ACTION_WITHOUT_PERSON, action);
  if (*due == '\0')
    find (review, LIJN_CHECK_ACTION_WITHOUT_DATE, action);
  else if (strcmp (due, review->today) < 0)
    find (review, LIJN_CHECK_ACTION_OVERDUE, action);
}

static void
check_parties (Review *review)
{
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (review->project);
  gboolean has[3] = { FALSE };

  for (guint i = 0; i < parties->len; i++)
    has[lijn_party_get_role (parties->pdata[i])] = TRUE;
  if (!has[LIJN_PARTY_ROLE_CUSTOMER])
    find (review, LIJN_CHECK_NO_CUSTOMER, NULL);
  if (!has[LIJN_PARTY_ROLE_SUPPLIER])
    find (review, LIJN_CHECK_NO_SUPPLIER, NULL);
}

static void
check_each (Review *review, LijnTable table, void (*check) (Review *review, gpointer object))
{
  GListModel *list = lijn_project_list (review->project, table);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (list, i);

      check (review, object);
    }
}

static void
note_waiver (Review *review, gpointer waiver)
{
  g_hash_table_insert (
      review->waivers,
      g_strdup_printf ("%s %s", lijn_waiver_get_finding (waiver), lijn_waiver_get_subject (waiver)),
      waiver);
}

GPtrArray *
lijn_rules_check (LijnProject *project, const char *today)
{
  g_autoptr (GHashTable) waivers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Review review = { project, today, waivers,
                    g_ptr_array_new_with_free_func ((GDestroyNotify) lijn_finding_free) };

  check_each (&review, LIJN_TABLE_WAIVER, note_waiver);
  check_parties (&review);
  check_each (&review, LIJN_TABLE_FLOW, check_flow);
  check_each (&review, LIJN_TABLE_INTERFACE, check_interface);
  check_each (&review, LIJN_TABLE_ELEMENT, check_element);
  check_each (&review, LIJN_TABLE_FRICTION, check_friction);
  check_each (&review, LIJN_TABLE_TEAM, check_team);
  check_each (&review, LIJN_TABLE_ACTION, check_action);
  return review.findings;
}

/* One sentence a check; %s is the object. */
static const char *const sentences[] = {
  [LIJN_CHECK_CROSSING_WITHOUT_INTERFACE] = N_ (
      "“%s” crosses to another party without an interface."),
  [LIJN_CHECK_INTERFACE_WITHOUT_NORM] = N_ ("“%s” has no norm time."),
  [LIJN_CHECK_INTERFACE_WITHOUT_AGREEMENT] = N_ ("“%s” is not agreed by both parties."),
  [LIJN_CHECK_FRICTION_WITHOUT_TEAM] = N_ ("“%s” is in no team."),
  [LIJN_CHECK_TEAM_MISSES_PARTY] = N_ ("“%s” has no members from both customer and supplier."),
  [LIJN_CHECK_STEERING_WITHOUT_CUSTOMER] = N_ ("“%s” steers without the customer."),
  [LIJN_CHECK_DEAD_END] = N_ ("Nothing follows “%s”, and it is not an end."),
  [LIJN_CHECK_UNREACHABLE] = N_ ("Nothing leads to “%s”, and it is not a start."),
  [LIJN_CHECK_ASSUMPTION] = N_ ("“%s” is an assumption that its party has not confirmed."),
  [LIJN_CHECK_ACTION_OVERDUE] = N_ ("The action “%s” should be done by now."),
  [LIJN_CHECK_ACTION_WITHOUT_PERSON] = N_ ("Nobody does the action “%s”."),
  [LIJN_CHECK_ACTION_WITHOUT_DATE] = N_ ("The action “%s” has no date."),
  [LIJN_CHECK_PRIORITY_WITHOUT_WORK] = N_ (
      "“%s” matters to the customer, and no team works on it."),
  [LIJN_CHECK_NO_CUSTOMER] = N_ ("No party is the customer."),
  [LIJN_CHECK_NO_SUPPLIER] = N_ ("No party is the supplier."),
};

/* What findings of a kind are called together. */
static const char *const titles[] = {
  [LIJN_CHECK_CROSSING_WITHOUT_INTERFACE] = N_ ("Crossings without an interface"),
  [LIJN_CHECK_INTERFACE_WITHOUT_NORM] = N_ ("Interfaces without a norm"),
  [LIJN_CHECK_INTERFACE_WITHOUT_AGREEMENT] = N_ ("Interfaces that are not agreed"),
  [LIJN_CHECK_FRICTION_WITHOUT_TEAM] = N_ ("Friction points without a team"),
  [LIJN_CHECK_TEAM_MISSES_PARTY] = N_ ("Teams that miss a party"),
  [LIJN_CHECK_STEERING_WITHOUT_CUSTOMER] = N_ ("Steering without the customer"),
  [LIJN_CHECK_DEAD_END] = N_ ("Dead ends"),
  [LIJN_CHECK_UNREACHABLE] = N_ ("What nothing leads to"),
  [LIJN_CHECK_ASSUMPTION] = N_ ("Assumptions never confirmed"),
  [LIJN_CHECK_ACTION_OVERDUE] = N_ ("Overdue actions"),
  [LIJN_CHECK_ACTION_WITHOUT_PERSON] = N_ ("Actions that nobody does"),
  [LIJN_CHECK_ACTION_WITHOUT_DATE] = N_ ("Actions without a date"),
  [LIJN_CHECK_PRIORITY_WITHOUT_WORK] = N_ ("Matters to the customer, and nobody works on it"),
  [LIJN_CHECK_NO_CUSTOMER] = N_ ("No customer"),
  [LIJN_CHECK_NO_SUPPLIER] = N_ ("No supplier"),
};

const char *
lijn_check_get_title (LijnCheckKind kind)
{
  return _ (titles[kind]);
}

char *
lijn_finding_describe (const LijnFinding *finding)
{
  g_autofree char *name = finding->object != NULL ? lijn_words_for_object (finding->object) : NULL;
  const char *sentence = _ (sentences[finding->kind]);
  GString *text = g_string_new (sentence);

  if (name != NULL)
    g_string_replace (text, "%s", name, 1);
  return g_string_free (text, FALSE);
}
