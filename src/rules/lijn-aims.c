/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-aims.h"

#include "lijn-audience.h"
#include "lijn-moments.h"
#include "lijn-ratings.h"

#include <math.h>

/* The project is read once into facts: a thing that an aim looks at, from when it is there, and from
 * when it counts. A figure is then a walk over the facts of its aim at one moment. */

typedef struct
{
  LijnObject *object; /* (owned) */
  LijnParty *party; /* (owned) (nullable) */
  gint64 since; /* it is there from then on */
  gint64 counts_since; /* it is in the numerator from then on; G_MAXINT64 and !counts: never */
  gboolean counts; /* whether it ever does */
  guint session; /* understanding: at which it was rated */
  double gap;
} Fact;

struct _LijnAims
{
  GPtrArray *sessions; /* (owned) LijnSession, in order */
  GPtrArray *facts[LIJN_N_AIMS]; /* (owned) Fact */
  gboolean has_times; /* some interface has both a norm and an actual time */
};

static void
fact_free (gpointer data)
{
  Fact *fact = data;

  g_clear_object (&fact->object);
  g_clear_object (&fact->party);
  g_free (fact);
}

static Fact *
add_fact (LijnAims *self, LijnAim aim, gpointer object, gint64 since)
{
  Fact *fact = g_new0 (Fact, 1);

  fact->object = g_object_ref (object);
  fact->since = since;
  fact->counts_since = LIJN_MOMENT_NOW;
  fact->gap = NAN;
  g_ptr_array_add (self->facts[aim], fact);
  return fact;
}

static void
count_from (Fact *fact, gint64 moment)
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
          Fact *fact;

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

LijnParty *
lijn_friction_get_side (LijnFriction *friction)
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
  Fact *fact;

  if (raised_by == NULL)
    return;

  fact = add_fact (self, LIJN_AIM_OPENNESS, friction, since);
  fact->party = g_object_ref (raised_by);
  if (lijn_friction_get_side (friction) == raised_by)
    count_from (fact, since);
}

static gboolean
has_both_parties (LijnTeam *team)
{
  GPtrArray *members = referrers (team, LIJN_TABLE_MEMBER, "team");
  gboolean has[3] = { FALSE };

  for (guint i = 0; i < members->len; i++)
    {
      LijnPerson *person = lijn_member_get_person (members->pdata[i]);
      LijnParty *party = person != NULL ? lijn_person_get_party (person) : NULL;

      if (party != NULL)
        has[lijn_party_get_role (party)] = TRUE;
    }
  return has[LIJN_PARTY_ROLE_CUSTOMER] && has[LIJN_PARTY_ROLE_SUPPLIER];
}

static gboolean
is_given_to (LijnFriction *friction, LijnTeam *team)
{
  GPtrArray *assignments = referrers (friction, LIJN_TABLE_ASSIGNMENT, "friction");

  for (guint i = 0; i < assignments->len; i++)
    if (lijn_assignment_get_team (assignments->pdata[i]) == team)
      return TRUE;
  return FALSE;
}

/* The action is for the friction point, has a date, was not dropped, and belongs to a team of both
 * parties that works on it. */
static gboolean
is_work (LijnAction *action, LijnFriction *friction)
{
  LijnTeam *team = lijn_action_get_team (action);

  return *lijn_action_get_due (action) != '\0' &&
         lijn_action_get_status (action) != LIJN_ACTION_STATUS_DROPPED && team != NULL &&
         is_given_to (friction, team) && has_both_parties (team);
}

static void
look_at_focus (LijnAims *self, gpointer friction)
{
  GPtrArray *remedies = referrers (friction, LIJN_TABLE_REMEDY, "friction");
  Fact *fact;

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
  gint64 first = G_MAXINT64;

  if (!lijn_interface_is_signed_by (interface, party))
    return FALSE;
  for (guint i = 0; i < signatures->len; i++)
    if (lijn_signoff_get_party (signatures->pdata[i]) == party)
      first = MIN (first, lijn_signoff_get_at (signatures->pdata[i]));
  *since = first;
  return TRUE;
}

static void
look_at_fit (LijnAims *self, gpointer interface)
{
  double norm = lijn_interface_get_norm_minutes (interface);
  double actual = lijn_interface_get_actual_minutes (interface);
  Fact *fact = add_fact (self, LIJN_AIM_FIT, interface, 0);
  gint64 giver, receiver;

  if (isnan (norm) || isnan (actual))
    return;
  self->has_times = TRUE;
  if (actual <= norm &&
      get_signed_since (interface, lijn_interface_get_giver (interface), &giver) &&
      get_signed_since (interface, lijn_interface_get_receiver (interface), &receiver))
    count_from (fact, MAX (giver, receiver));
}

LijnAims *
lijn_aims_new (LijnProject *project)
{
  LijnAims *self = g_new0 (LijnAims, 1);

  self->sessions = lijn_moment_list_sessions (project);
  for (guint aim = 0; aim < LIJN_N_AIMS; aim++)
    self->facts[aim] = g_ptr_array_new_with_free_func (fact_free);

  look_at_ratings (self);
  look_at (self, project, LIJN_TABLE_FRICTION, look_at_openness);
  look_at (self, project, LIJN_TABLE_FRICTION, look_at_focus);
  look_at (self, project, LIJN_TABLE_INTERFACE, look_at_fit);
  return self;
}

void
lijn_aims_free (LijnAims *self)
{
  g_ptr_array_unref (self->sessions);
  for (guint aim = 0; aim < LIJN_N_AIMS; aim++)
    g_ptr_array_unref (self->facts[aim]);
  g_free (self);
}

GPtrArray *
lijn_aims_get_sessions (LijnAims *self)
{
  return self->sessions;
}

/* What figures at one moment are made of. */

static gboolean
is_there (const Fact *fact, LijnAim aim, gint64 moment)
{
  if (fact->since > moment)
    return FALSE;
  return aim == LIJN_AIM_FIT || lijn_moment_get_status (LIJN_FRICTION (fact->object), moment) !=
                                    LIJN_FRICTION_STATUS_WITHDRAWN;
}

/* The ratings of one session; for now the newest of each interface. */
static GPtrArray *
list_rated (LijnAims *self, guint session)
{
  GPtrArray *rated = g_ptr_array_new ();
  GPtrArray *facts = self->facts[LIJN_AIM_UNDERSTANDING];
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = facts->len; i-- > 0;)
    {
      Fact *fact = facts->pdata[i];

      if (session == LIJN_AIMS_NOW ? g_hash_table_add (seen, fact->object)
                                   : fact->session == session)
        g_ptr_array_add (rated, fact);
    }
  return rated;
}

static int
compare_priorities (gconstpointer a, gconstpointer b)
{
  const Fact *one = *(const Fact *const *) a, *other = *(const Fact *const *) b;

  return lijn_friction_get_priority (LIJN_FRICTION (one->object)) -
         lijn_friction_get_priority (LIJN_FRICTION (other->object));
}

static void
keep_top (GPtrArray *facts)
{
  guint n = LIJN_AIMS_TOP;

  g_ptr_array_sort (facts, compare_priorities);
  while (n < facts->len && compare_priorities (&facts->pdata[n], &facts->pdata[n - 1]) == 0)
    n++;
  if (n < facts->len)
    g_ptr_array_set_size (facts, (int) n);
}

static gint64
get_moment (LijnAims *self, guint session)
{
  return session == LIJN_AIMS_NOW ? LIJN_MOMENT_NOW
                                  : lijn_moment_of_session (self->sessions->pdata[session]);
}

/* (transfer container) (element-type Fact) */
static GPtrArray *
list_facts (LijnAims *self, LijnAim aim, guint session)
{
  gint64 moment = get_moment (self, session);
  GPtrArray *there;

  if (aim == LIJN_AIM_UNDERSTANDING)
    return list_rated (self, session);

  there = g_ptr_array_new ();
  for (guint i = 0; i < self->facts[aim]->len; i++)
    if (is_there (self->facts[aim]->pdata[i], aim, moment))
      g_ptr_array_add (there, self->facts[aim]->pdata[i]);
  if (aim == LIJN_AIM_FOCUS)
    keep_top (there);
  return there;
}

static gboolean
counts_at (const Fact *fact, LijnAim aim, gint64 moment)
{
  if (aim == LIJN_AIM_UNDERSTANDING)
    return fact->gap <= 0;
  return fact->counts && fact->counts_since <= moment;
}

/* Openness is asked of both sides: only what both dare to say says something. */
static LijnLack
find_silent_side (GPtrArray *facts, LijnPartyRole *side)
{
  gboolean has[3] = { FALSE };

  for (guint i = 0; i < facts->len; i++)
    has[lijn_party_get_role (((const Fact *) facts->pdata[i])->party)] = TRUE;
  *side = has[LIJN_PARTY_ROLE_CUSTOMER] ? LIJN_PARTY_ROLE_SUPPLIER : LIJN_PARTY_ROLE_CUSTOMER;
  return has[*side] ? LIJN_LACK_NOTHING : LIJN_LACK_FRICTION;
}

static LijnLack
find_lack (LijnAims *self, LijnAim aim, GPtrArray *facts, LijnPartyRole *side)
{
  switch (aim)
    {
    case LIJN_AIM_UNDERSTANDING:
      if (self->facts[LIJN_AIM_FIT]->len == 0)
        return LIJN_LACK_INTERFACES;
      return facts->len == 0 ? LIJN_LACK_RATINGS : LIJN_LACK_NOTHING;
    case LIJN_AIM_OPENNESS:
      return find_silent_side (facts, side);
    case LIJN_AIM_FOCUS:
      return facts->len == 0 ? LIJN_LACK_PRIORITIES : LIJN_LACK_NOTHING;
    case LIJN_AIM_FIT:
    default:
      if (facts->len == 0)
        return LIJN_LACK_INTERFACES;
      return self->has_times ? LIJN_LACK_NOTHING : LIJN_LACK_TIMES;
    }
}

LijnAimFigure
lijn_aims_get (LijnAims *self, LijnAim aim, guint session)
{
  g_autoptr (GPtrArray) facts = list_facts (self, aim, session);
  LijnAimFigure figure = { .value = NAN, .total = facts->len };
  gint64 moment = get_moment (self, session);
  double sum = 0;

  figure.lack = find_lack (self, aim, facts, &figure.side);
  for (guint i = 0; i < facts->len; i++)
    {
      const Fact *fact = facts->pdata[i];

      figure.counted += counts_at (fact, aim, moment);
      sum += fact->gap;
    }
  if (figure.lack == LIJN_LACK_NOTHING)
    figure.value = (aim == LIJN_AIM_UNDERSTANDING ? sum : figure.counted) / figure.total;
  return figure;
}

static int
get_number (const LijnAimPart *part)
{
  return LIJN_IS_FRICTION (part->object)
             ? lijn_friction_get_number (LIJN_FRICTION (part->object))
             : lijn_interface_get_number (LIJN_INTERFACE (part->object));
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const LijnAimPart *one = *(const LijnAimPart *const *) a;
  const LijnAimPart *other = *(const LijnAimPart *const *) b;

  if (one->gap > other->gap || one->gap < other->gap)
    return one->gap > other->gap ? -1 : 1;
  if (one->counts != other->counts)
    return one->counts ? 1 : -1;
  return get_number (one) - get_number (other);
}

static void
part_free (gpointer data)
{
  LijnAimPart *part = data;

  g_clear_object (&part->object);
  g_clear_object (&part->party);
  g_free (part);
}

GPtrArray *
lijn_aims_list_parts (LijnAims *self, LijnAim aim, guint session)
{
  g_autoptr (GPtrArray) facts = list_facts (self, aim, session);
  GPtrArray *parts = g_ptr_array_new_full (facts->len, part_free);
  gint64 moment = get_moment (self, session);

  for (guint i = 0; i < facts->len; i++)
    {
      const Fact *fact = facts->pdata[i];
      LijnAimPart *part = g_new0 (LijnAimPart, 1);

      part->object = g_object_ref (fact->object);
      part->party = fact->party != NULL ? g_object_ref (fact->party) : NULL;
      part->counts = counts_at (fact, aim, moment);
      part->gap = fact->gap;
      g_ptr_array_add (parts, part);
    }
  g_ptr_array_sort (parts, compare_parts);
  return parts;
}
