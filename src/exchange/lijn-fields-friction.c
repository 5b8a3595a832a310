/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-field-lists.h"

#include "lijn-words.h"

#include <glib/gi18n.h>
#include <math.h>

/* What is told of a friction point. */

static char *
get_words (LijnObject *object, const LijnAudience *audience)
{
  return g_strdup (lijn_friction_get_words (LIJN_FRICTION (object)));
}

/* What it is pinned on, and the lane that lies in. */
static char *
get_where (LijnObject *object, const LijnAudience *audience)
{
  LijnObject *anchor = lijn_friction_get_anchor (LIJN_FRICTION (object));
  LijnLane *lane = LIJN_IS_ELEMENT (anchor) ? lijn_element_get_lane (LIJN_ELEMENT (anchor)) : NULL;
  g_autofree char *words = NULL;

  if (anchor == NULL || !lijn_audience_may_see (audience, anchor))
    return NULL;
  words = lijn_words_for_object (anchor);
  if (lane == NULL)
    return g_steal_pointer (&words);

  /* Translators: a step, and the lane that it is in. */
  return g_strdup_printf (_ ("%s (%s)"), words, lijn_lane_get_name (lane));
}

static char *
get_map (LijnObject *object, const LijnAudience *audience)
{
  LijnMap *map = lijn_friction_get_place (LIJN_FRICTION (object));

  return map != NULL ? g_strdup (lijn_map_get_title (map)) : NULL;
}

/* The worst that any party of @role says; 0 when none has. */
static int
worst_of_role (LijnFriction *friction, LijnPartyRole role)
{
  GPtrArray *scores = lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (friction)),
                                              LIJN_TABLE_SEVERITY, "friction",
                                              LIJN_OBJECT (friction));
  int worst = 0;

  for (guint i = 0; i < scores->len; i++)
    {
      LijnParty *party = lijn_severity_get_party (scores->pdata[i]);

      if (party != NULL && lijn_party_get_role (party) == role)
        worst = MAX (worst, lijn_severity_get_score (scores->pdata[i]));
    }

  return worst;
}

static double
score_to_number (int score)
{
  return score > 0 ? score : NAN;
}

static char *
score_to_text (int score)
{
  return score > 0 ? g_strdup_printf ("%d", score) : NULL;
}

static double
get_worst_number (LijnObject *object)
{
  return score_to_number (lijn_friction_get_worst (LIJN_FRICTION (object)));
}

static char *
get_worst (LijnObject *object, const LijnAudience *audience)
{
  return score_to_text (lijn_friction_get_worst (LIJN_FRICTION (object)));
}

static double
get_customer_number (LijnObject *object)
{
  return score_to_number (worst_of_role (LIJN_FRICTION (object), LIJN_PARTY_ROLE_CUSTOMER));
}

static char *
get_customer (LijnObject *object, const LijnAudience *audience)
{
  return score_to_text (worst_of_role (LIJN_FRICTION (object), LIJN_PARTY_ROLE_CUSTOMER));
}

static double
get_supplier_number (LijnObject *object)
{
  return score_to_number (worst_of_role (LIJN_FRICTION (object), LIJN_PARTY_ROLE_SUPPLIER));
}

static char *
get_supplier (LijnObject *object, const LijnAudience *audience)
{
  return score_to_text (worst_of_role (LIJN_FRICTION (object), LIJN_PARTY_ROLE_SUPPLIER));
}

static double
get_priority_number (LijnObject *object)
{
  return score_to_number (lijn_friction_get_priority (LIJN_FRICTION (object)));
}

static char *
get_priority (LijnObject *object, const LijnAudience *audience)
{
  return score_to_text (lijn_friction_get_priority (LIJN_FRICTION (object)));
}

static char *
get_teams (LijnObject *object, const LijnAudience *audience)
{
  return lijn_field_join (lijn_field_across (LIJN_TABLE_ASSIGNMENT, "friction", object, "team"),
                          audience);
}

/* The dots of the ballots that are closed. */
static int
count_votes (LijnObject *object)
{
  GPtrArray *votes = lijn_project_referrers (lijn_object_get_project (object), LIJN_TABLE_VOTE,
                                             "friction", object);
  int dots = 0;

  for (guint i = 0; i < votes->len; i++)
    {
      LijnBallot *ballot = lijn_vote_get_ballot (votes->pdata[i]);

      if (ballot != NULL && lijn_ballot_get_closed (ballot))
        dots += lijn_vote_get_dots (votes->pdata[i]);
    }

  return dots;
}

static double
get_votes_number (LijnObject *object)
{
  return score_to_number (count_votes (object));
}

static char *
get_votes (LijnObject *object, const LijnAudience *audience)
{
  return score_to_text (count_votes (object));
}

static char *
get_whys (LijnObject *object, const LijnAudience *audience)
{
  GPtrArray *whys = lijn_project_referrers (lijn_object_get_project (object), LIJN_TABLE_WHY,
                                            "friction", object);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < whys->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " → " : "", lijn_why_get_answer (whys->pdata[i]));

  return g_string_free (text, FALSE);
}

const LijnField *
lijn_friction_fields (guint *n)
{
  static const LijnField fields[] = {
    { "number" },
    { "words", N_ ("Friction point"), get_words },
    { "customer_words" },
    { "supplier_words" },
    { "where", N_ ("Where"), get_where },
    { "on_map", N_ ("Map"), get_map },
    { "raised_by" },
    { "raised_by_person" },
    { "session" },
    { "raised_at" },
    { "category" },
    { "frequency" },
    { "severity", N_ ("Severity"), get_worst, get_worst_number },
    { "customer_severity", N_ ("Severity for the customer"), get_customer, get_customer_number },
    { "supplier_severity", N_ ("Severity for the supplier"), get_supplier, get_supplier_number },
    { "priority", N_ ("Priority"), get_priority, get_priority_number },
    { "votes", N_ ("Votes"), get_votes, get_votes_number },
    { "status" },
    { "status_reason" },
    { "teams", N_ ("Teams"), get_teams },
    { "evidence" },
    { "whys", N_ ("Why, and why that"), get_whys },
    { "root_cause" },
    { "verified_how" },
    { "cause_party" },
    { "private_to" },
  };

  *n = G_N_ELEMENTS (fields);

  return fields;
}
