/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-progress.h"

#include "lijn-audience.h"
#include "lijn-moments.h"

#include <glib/gi18n.h>

/* What happened to one action at one time. */
typedef struct
{
  gint64 at;
  int planned, done;
} Event;

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const Event *one = a, *other = b;

  return (one->at > other->at) - (one->at < other->at);
}

static gboolean
is_shared (gpointer object)
{
  LijnAudience audience = LIJN_AUDIENCE_SHARED;

  return lijn_audience_may_see (&audience, object);
}

static void
add_events (GArray *events, LijnAction *action)
{
  gint64 created = lijn_moment_of_action (action);
  Event thought_of = { created, 1, 0 };
  Event closed = { MAX (lijn_action_get_closed (action), created), 0, 0 };

  g_array_append_val (events, thought_of);
  switch (lijn_action_get_status (action))
    {
    case LIJN_ACTION_STATUS_DONE:
      closed.done = 1;
      g_array_append_val (events, closed);
      break;
    case LIJN_ACTION_STATUS_DROPPED:
      closed.planned = -1;
      g_array_append_val (events, closed);
      break;
    case LIJN_ACTION_STATUS_OPEN:
    case LIJN_ACTION_STATUS_DOING:
    default:
      break;
    }
}

static GArray *
list_events (LijnProject *project)
{
  GListModel *actions = lijn_project_list (project, LIJN_TABLE_ACTION);
  GArray *events = g_array_new (FALSE, FALSE, sizeof (Event));
  gint64 first = G_MAXINT64;

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (LijnAction) action = g_list_model_get_item (actions, i);

      if (is_shared (action))
        add_events (events, action);
    }

  for (guint i = 0; i < events->len; i++)
    if (g_array_index (events, Event, i).at != 0)
      first = MIN (first, g_array_index (events, Event, i).at);
  for (guint i = 0; i < events->len && first != G_MAXINT64; i++)
    if (g_array_index (events, Event, i).at == 0)
      g_array_index (events, Event, i).at = first;

  g_array_sort (events, compare_events);
  return events;
}

GArray *
lijn_progress_burn_up (LijnProject *project, gint64 now)
{
  g_autoptr (GArray) events = list_events (project);
  GArray *burns = g_array_new (FALSE, FALSE, sizeof (LijnBurn));
  int planned = 0, done = 0;

  for (guint i = 0; i < events->len; i++)
    {
      const Event *event = &g_array_index (events, Event, i);
      LijnBurn burn;

      if (event->at > now)
        break;
      planned += event->planned;
      done += event->done;
      burn = (LijnBurn){ event->at, (guint) planned, (guint) done };
      if (burns->len > 0 && g_array_index (burns, LijnBurn, burns->len - 1).at == event->at)
        g_array_index (burns, LijnBurn, burns->len - 1) = burn;
      else
        g_array_append_val (burns, burn);
    }
  return burns;
}

/* Days from which on something is older than the age. */
static const int limits[] = {
  [LIJN_AGE_TWO_WEEKS] = 14,
  [LIJN_AGE_MONTH] = 30,
  [LIJN_AGE_QUARTER] = 91,
  [LIJN_AGE_HALF_YEAR] = 182,
};

static const char *const words[] = {
  [LIJN_AGE_TWO_WEEKS] = N_ ("Under 2 weeks"), [LIJN_AGE_MONTH] = N_ ("2–4 weeks"),
  [LIJN_AGE_QUARTER] = N_ ("1–3 months"),      [LIJN_AGE_HALF_YEAR] = N_ ("3–6 months"),
  [LIJN_AGE_OLDER] = N_ ("Over 6 months"),
};

const char *
lijn_word_for_age (LijnAge age)
{
  return _ (words[age]);
}

static LijnAge
find_age (LijnFriction *friction, gint64 now)
{
  gint64 raised = lijn_moment_of_friction (friction);
  int age = LIJN_AGE_TWO_WEEKS;

  if (raised == LIJN_MOMENT_NOW)
    return LIJN_AGE_TWO_WEEKS;
  while (age < LIJN_AGE_OLDER && now - raised >= limits[age] * G_TIME_SPAN_DAY)
    age++;
  return (LijnAge) age;
}

gboolean
lijn_friction_is_open (LijnFriction *friction)
{
  LijnFrictionStatus status = lijn_friction_get_status (friction);

  return status == LIJN_FRICTION_STATUS_RAISED || status == LIJN_FRICTION_STATUS_ACCEPTED ||
         status == LIJN_FRICTION_STATUS_IN_TEAM;
}

static GPtrArray *
list_all_open (LijnProject *project)
{
  GListModel *frictions = lijn_project_list (project, LIJN_TABLE_FRICTION);
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (frictions); i++)
    {
      g_autoptr (LijnFriction) friction = g_list_model_get_item (frictions, i);

      if (lijn_friction_is_open (friction) && is_shared (friction))
        g_ptr_array_add (open, friction); /* the list holds it on */
    }
  return open;
}

static int
compare_ages (gconstpointer a, gconstpointer b)
{
  gint64 one = lijn_moment_of_friction (*(LijnFriction *const *) a);
  gint64 other = lijn_moment_of_friction (*(LijnFriction *const *) b);

  return (one > other) - (one < other);
}

GPtrArray *
lijn_progress_list_open (LijnProject *project, LijnAge age, gint64 now)
{
  g_autoptr (GPtrArray) open = list_all_open (project);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < open->len; i++)
    if (find_age (open->pdata[i], now) == age)
      g_ptr_array_add (found, open->pdata[i]);
  g_ptr_array_sort (found, compare_ages);
  return found;
}

void
lijn_progress_count_open (LijnProject *project, gint64 now, guint *counts)
{
  g_autoptr (GPtrArray) open = list_all_open (project);

  for (guint age = 0; age < LIJN_N_AGES; age++)
    counts[age] = 0;
  for (guint i = 0; i < open->len; i++)
    counts[find_age (open->pdata[i], now)]++;
}
