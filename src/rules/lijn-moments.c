/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-moments.h"

#include "lijn-ratings.h"
#include "lijn-text.h"

/* The earlier of two times, where 0 is none. */
static gint64
earlier (gint64 one, gint64 other)
{
  return one == 0 || other == 0 ? MAX (one, other) : MIN (one, other);
}

gint64
lijn_moment_of_session (LijnSession *session)
{
  g_autofree char *end_of_date = g_strconcat (lijn_session_get_date (session), "T23:59:59Z", NULL);
  gint64 dated = lijn_time_from_iso (end_of_date);

  switch (lijn_session_get_status (session))
    {
    case LIJN_SESSION_STATUS_RUNNING:
      return LIJN_MOMENT_NOW;
    case LIJN_SESSION_STATUS_ENDED:
      return earlier (lijn_session_get_ended (session), dated);
    case LIJN_SESSION_STATUS_PLANNED:
    default:
      return 0;
    }
}

static gint64
since_session (gint64 time, LijnSession *session)
{
  return earlier (time, session != NULL ? lijn_moment_of_session (session) : 0);
}

gint64
lijn_moment_of_friction (LijnFriction *friction)
{
  return since_session (lijn_friction_get_raised_at (friction),
                        lijn_friction_get_session (friction));
}

gint64
lijn_moment_of_action (LijnAction *action)
{
  return since_session (lijn_action_get_created (action), lijn_action_get_session (action));
}

LijnFrictionStatus
lijn_moment_get_status (LijnFriction *friction, gint64 moment)
{
  LijnFrictionStatus status = LIJN_FRICTION_STATUS_RAISED;
  gint64 last = G_MININT64;
  GPtrArray *changes;

  changes = lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (friction)),
                                    LIJN_TABLE_STATUS_CHANGE, "friction", LIJN_OBJECT (friction));
  if (moment == LIJN_MOMENT_NOW || changes->len == 0)
    return lijn_friction_get_status (friction);

  for (guint i = 0; i < changes->len; i++)
    {
      LijnStatusChange *change = changes->pdata[i];
      gint64 at = lijn_status_change_get_at (change);

      if (at > moment || at < last)
        continue;
      last = at;
      status = lijn_status_change_get_status (change);
    }
  return status;
}

static int
compare_sessions (gconstpointer a, gconstpointer b)
{
  return lijn_sessions_compare (*(LijnSession *const *) a, *(LijnSession *const *) b);
}

GPtrArray *
lijn_moment_list_sessions (LijnProject *project)
{
  GListModel *list = lijn_project_list (project, LIJN_TABLE_SESSION);
  GPtrArray *sessions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LijnSession) session = g_list_model_get_item (list, i);

      if (lijn_session_get_status (session) != LIJN_SESSION_STATUS_PLANNED)
        g_ptr_array_add (sessions, g_steal_pointer (&session));
    }
  g_ptr_array_sort (sessions, compare_sessions);
  return sessions;
}
