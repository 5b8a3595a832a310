/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-verb.h"

#include "lijn-text.h"

#include <glib/gi18n.h>

/* Joint sessions: planning, starting and ending them, who is there, what is decided. */

LijnSession *
lijn_edit_add_session (LijnProject *project, const char *title, const char *place, const char *date,
                       GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_edit_begin (project, _ ("Add session"), error);
  g_autofree char *clean = lijn_text_one_line (title);
  g_autofree char *where = lijn_text_one_line (place);

  if (edit == NULL)
    return NULL;

  return lijn_verb_make (
      g_steal_pointer (&edit), LIJN_TABLE_SESSION,
      LIJN_CELLS (LIJN_INT ("number",
                            lijn_verb_next_number (lijn_project_list (project, LIJN_TABLE_SESSION),
                                                   "number")),
                  LIJN_TEXT ("title", clean), LIJN_TEXT ("place", where), LIJN_TEXT ("date", date)),
      error);
}

static gboolean
end (LijnEdit *edit, LijnSession *session, GError **error)
{
  LijnSessionStatus status = LIJN_SESSION_STATUS_ENDED;

  return lijn_verb_update (edit, session,
                           LIJN_CELLS (LIJN_TEXT ("status", lijn_session_status_nicks[status]),
                                       LIJN_INT ("ended", lijn_now ())),
                           error);
}

gboolean
lijn_edit_start_session (LijnSession *session, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (session, _ ("Start session"), error);
  LijnSessionStatus status = LIJN_SESSION_STATUS_RUNNING;
  gint64 started = lijn_session_get_started (session);
  LijnSession *running;

  if (edit == NULL)
    return FALSE;

  running = lijn_project_get_running_session (edit->project);
  if (running == session)
    return lijn_edit_commit (g_steal_pointer (&edit), error);
  if (running != NULL && !end (edit, running, error))
    return FALSE;

  return lijn_verb_update (edit, session,
                           LIJN_CELLS (LIJN_TEXT ("status", lijn_session_status_nicks[status]),
                                       LIJN_INT ("started", started != 0 ? started : lijn_now ()),
                                       LIJN_INT ("ended", 0)),
                           error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

gboolean
lijn_edit_end_session (LijnSession *session, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (session, _ ("End session"), error);

  if (edit == NULL)
    return FALSE;
  if (lijn_session_get_status (session) == LIJN_SESSION_STATUS_ENDED)
    return lijn_edit_commit (g_steal_pointer (&edit), error);

  return end (edit, session, error) && lijn_edit_commit (g_steal_pointer (&edit), error);
}

gboolean
lijn_session_plan (LijnSession *session, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (session, _ ("Plan session"), error);
  LijnSessionStatus status = LIJN_SESSION_STATUS_PLANNED;

  return edit != NULL &&
         lijn_verb_update (edit, session,
                           LIJN_CELLS (LIJN_TEXT ("status", lijn_session_status_nicks[status]),
                                       LIJN_INT ("started", 0), LIJN_INT ("ended", 0)),
                           error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

LijnAttendance *
lijn_edit_set_attendance (LijnSession *session, LijnPerson *person, gboolean present,
                          GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (session, _ ("Set attendance"), error);
  GPtrArray *all;

  if (edit == NULL)
    return NULL;

  all = lijn_project_referrers (edit->project, LIJN_TABLE_ATTENDANCE, "session",
                                LIJN_OBJECT (session));
  for (guint i = 0; i < all->len; i++)
    {
      LijnAttendance *attendance = g_ptr_array_index (all, i);

      if (lijn_attendance_get_person (attendance) != person)
        continue;
      if (!lijn_verb_update (edit, attendance, LIJN_CELLS (LIJN_INT ("present", present != FALSE)),
                             error) ||
          !lijn_edit_commit (g_steal_pointer (&edit), error))
        return NULL;
      return attendance;
    }
  return lijn_verb_make (g_steal_pointer (&edit), LIJN_TABLE_ATTENDANCE,
                         LIJN_CELLS (LIJN_TO ("session", session), LIJN_TO ("person", person),
                                     LIJN_INT ("present", present != FALSE)),
                         error);
}

LijnDecision *
lijn_edit_add_decision (LijnSession *session, const char *text, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (session, _ ("Add decision"), error);
  g_autofree char *clean = lijn_verb_text (text);

  if (edit == NULL)
    return NULL;

  return lijn_verb_make (
      g_steal_pointer (&edit), LIJN_TABLE_DECISION,
      LIJN_CELLS (LIJN_TO ("session", session), LIJN_TEXT ("text", clean),
                  LIJN_INT ("at", lijn_now ()),
                  LIJN_REAL ("rank", lijn_verb_last_rank_of (lijn_project_referrers (
                                         lijn_object_get_project (LIJN_OBJECT (session)),
                                         LIJN_TABLE_DECISION, "session", LIJN_OBJECT (session))))),
      error);
}
