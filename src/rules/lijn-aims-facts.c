/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-aims-private.h"

#include "lijn-audience.h"
#include "lijn-moments.h"
#include "lijn-ratings.h"
#include "lijn-rules.h"

#include <math.h>
#include <string.h>

/* What the aims look at: ratings, friction points and interfaces that both parties may see. */

static LijnAimFact *
add_fact (LijnAims *self, LijnAim aim, gpointer object, gint64 since)
{
  LijnAimFact *fact = g_new0 (LijnAimFact, 1);

  fact->object = g_object_ref (object);
  fact->since = since;
  fact->counts_since = LIJN_MOMENT_NOW;
  fact->gap = NAN;
  g_ptr_array_add (self->facts[aim], fact);
  return fact;
}

static void
count_from (LijnAimFact *fact, gint64 moment)
{
  fact->counts_since = fact->counts ? MIN (fact->counts_since, moment) : moment;
  fact->counts = TRUE;
}

static gboolean
is_shared (gpointer object)
{
  LijnAudience audience = LIJN_AUDIENCE_SHARED;

  return lijn_audience_may_see (&audience, object);
}

static GPtrArray *
referrers (gpointer object, LijnTable table, const char *column)
{
  return lijn_project_referrers (lijn_object_get_project (object), table, column, object);
}

/* Calls @look for each object of @table that both parties may see. */
static void
look_at (LijnAims *self, LijnProject *project, LijnTable table,
         void (*look) (LijnAims *self, gpointer object))
{
  GListModel *list = lijn_project_list (project, table);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (list, i);

      if (is_shared (object))
        look (self, object);
    }
}

static void
look_at_ratings (LijnAims *self)
{
  for (guint s = 0; s < self->sessions->len; s++)
    {
      g_autoptr (GPtrArray) pairs = lijn_ratings_list (self->sessions->pdata[s]);

      for (guint i = 0; i < pairs->len; i++)
        {
          const LijnRatingPair *pair = pairs->pdata[i];
          LijnAimFact *fact;

          if (!is_shared (pair->interface))
            continue;
          fact = add_fact (self, LIJN_AIM_UNDERSTANDING, pair->interface, 0);
          fact->session = s;
          fact->gap = pair->gap;
        }
    }
}

static LijnParty *
party_of_lane (LijnLane *lane)
{
  return lane != NULL ? lijn_lane_get_party (lane) : NULL;
}

/* The party whose lanes @friction is about: those of the element, lane or sequence that it
 * is pinned on; between the lanes (an interface, a hand-over) and at a bare place, the side on which
 * its cause lies. NULL: nobody can say. */
static LijnParty *
get_side (LijnFriction *friction)
{
  LijnElement *element = lijn_friction_get_element (friction);
  LijnFlow *flow = lijn_friction_get_flow (friction);
  LijnParty *side = party_of_lane (lijn_friction_get_lane (friction));

  if (element != NULL)
    side = lijn_element_get_party (element);
  else if (flow != NULL && lijn_flow_get_kind (flow) == LIJN_FLOW_KIND_SEQUENCE)
    side = lijn_element_get_party (lijn_flow_get_source (flow));

  return side != NULL ? side : lijn_friction_get_cause_party (friction);
}

static void
look_at_openness (LijnAims *self, gpointer friction)
{
  LijnParty *raised_by = lijn_friction_get_raised_by (friction);
  gint64 since = lijn_moment_of_friction (friction);
  LijnAimFact *fact;

  if (raised_by == NULL)
    return;

  fact = add_fact (self, LIJN_AIM_OPENNESS, friction, since);
  fact->party = g_object_ref (raised_by);
  if (get_side (friction) == raised_by)
    count_from (fact, since);
}

/* The action is for the friction point, has a date, was not dropped, and belongs to a team of both
 * parties that works on it. */
static gboolean
is_work (LijnAction *action, LijnFriction *friction)
{
  LijnTeam *team = lijn_action_get_team (action);

  return *lijn_action_get_due (action) != '\0' &&
         lijn_action_get_status (action) != LIJN_ACTION_STATUS_DROPPED && team != NULL &&
         lijn_project_find_link (lijn_object_get_project (LIJN_OBJECT (friction)),
                                 LIJN_TABLE_ASSIGNMENT, "friction", LIJN_OBJECT (friction), "team",
                                 LIJN_OBJECT (team)) != NULL &&
         lijn_team_has_role (team, LIJN_PARTY_ROLE_CUSTOMER) &&
         lijn_team_has_role (team, LIJN_PARTY_ROLE_SUPPLIER);
}

static void
look_at_focus (LijnAims *self, gpointer friction)
{
  GPtrArray *remedies = referrers (friction, LIJN_TABLE_REMEDY, "friction");
  LijnAimFact *fact;

  if (lijn_friction_get_priority (friction) <= 0)
    return;

  fact = add_fact (self, LIJN_AIM_FOCUS, friction, lijn_moment_of_friction (friction));
  for (guint i = 0; i < remedies->len; i++)
    {
      LijnAction *action = lijn_remedy_get_action (remedies->pdata[i]);

      if (action != NULL && is_work (action, friction))
        count_from (fact, lijn_moment_of_action (action));
    }
}

/* Gives since when @party has signed what @interface says now. */
static gboolean
get_signed_since (LijnInterface *interface, LijnParty *party, gint64 *since)
{
  GPtrArray *signatures = referrers (interface, LIJN_TABLE_SIGNOFF, "interface");
  g_autofree char *terms = lijn_interface_get_terms (interface);
  gint64 first = G_MAXINT64;

  if (!lijn_interface_is_signed_by (interface, party))
    return FALSE;
  for (guint i = 0; i < signatures->len; i++)
    if (lijn_signoff_get_party (signatures->pdata[i]) == party &&
        strcmp (lijn_signoff_get_terms (signatures->pdata[i]), terms) == 0)
      first = MIN (first, lijn_signoff_get_at (signatures->pdata[i]));
  *since = first;
  return TRUE;
}

static void
look_at_fit (LijnAims *self, gpointer interface)
{
  double norm = lijn_interface_get_norm_minutes (interface);
  double actual = lijn_interface_get_actual_minutes (interface);
  LijnAimFact *fact = add_fact (self, LIJN_AIM_FIT, interface, 0);
  gint64 giver, receiver;

  if (isnan (norm) || isnan (actual))
    return;
  self->has_times = TRUE;
  if (actual <= norm &&
      get_signed_since (interface, lijn_interface_get_giver (interface), &giver) &&
      get_signed_since (interface, lijn_interface_get_receiver (interface), &receiver))
    count_from (fact, MAX (giver, receiver));
}

void
lijn_aims_look (LijnAims *self, LijnProject *project)
{
  look_at_ratings (self);
  look_at (self, project, LIJN_TABLE_FRICTION, look_at_openness);
  look_at (self, project, LIJN_TABLE_FRICTION, look_at_focus);
  look_at (self, project, LIJN_TABLE_INTERFACE, look_at_fit);
}

void
lijn_aim_fact_free (gpointer data)
{
  LijnAimFact *fact = data;

  g_clear_object (&fact->object);
  g_clear_object (&fact->party);
  g_free (fact);
}
