/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-aims-private.h"

#include "lijn-moments.h"

#include <math.h>

/* The figures of the four aims, of what the project's facts say at one moment. */

static gboolean
is_there (const LijnAimFact *fact, LijnAim aim, gint64 moment)
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
      LijnAimFact *fact = facts->pdata[i];

      if (session == LIJN_AIMS_NOW ? g_hash_table_add (seen, fact->object)
                                   : fact->session == session)
        g_ptr_array_add (rated, fact);
    }
  return rated;
}

static int
compare_priorities (gconstpointer a, gconstpointer b)
{
  const LijnAimFact *one = *(const LijnAimFact *const *) a,
                    *other = *(const LijnAimFact *const *) b;

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

/* (transfer container) (element-type LijnAimFact) */
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
counts_at (const LijnAimFact *fact, LijnAim aim, gint64 moment)
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
    has[lijn_party_get_role (((const LijnAimFact *) facts->pdata[i])->party)] = TRUE;
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

LijnAims *
lijn_aims_new (LijnProject *project)
{
  LijnAims *self = g_new0 (LijnAims, 1);

  self->sessions = lijn_moment_list_sessions (project);
  for (guint aim = 0; aim < LIJN_N_AIMS; aim++)
    self->facts[aim] = g_ptr_array_new_with_free_func (lijn_aim_fact_free);

  lijn_aims_look (self, project);
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
      const LijnAimFact *fact = facts->pdata[i];

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
      const LijnAimFact *fact = facts->pdata[i];
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
