/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-writer.h"

#include <string.h>

/* Teams, sessions, friction points, actions and remarks as capture text, each after what it refers
 * to. */

static GPtrArray *
list_shown (LijnCaptureWriter *self, LijnTable table, const char *column, gpointer to)
{
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *list = lijn_project_list (self->project, table);
  GPtrArray *all = to != NULL ? lijn_project_referrers (self->project, table, column, to) : NULL;

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (lijn_writer_shows (self, g_ptr_array_index (all, i)))
      g_ptr_array_add (shown, g_object_ref (g_ptr_array_index (all, i)));
  for (guint i = 0; all == NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (list, i);

      if (lijn_writer_shows (self, object))
        g_ptr_array_add (shown, g_steal_pointer (&object));
    }
  return shown;
}

static void
put_members (LijnCaptureWriter *self, LijnTeam *team)
{
  g_autoptr (GPtrArray) members = list_shown (self, LIJN_TABLE_MEMBER, "team", team);

  for (guint i = 0; i < members->len; i++)
    {
      LijnMember *member = g_ptr_array_index (members, i);

      g_string_append (self->out, "member ");
      lijn_writer_put_ref (self, lijn_member_get_person (member));
      lijn_writer_put_fields (self, member, "");
      g_string_append_c (self->out, '\n');
    }
}

void
lijn_writer_put_teams (LijnCaptureWriter *self)
{
  g_autoptr (GPtrArray) teams = list_shown (self, LIJN_TABLE_TEAM, NULL, NULL);

  for (guint i = 0; i < teams->len; i++)
    {
      LijnTeam *team = g_ptr_array_index (teams, i);

      g_string_append (self->out, lijn_team_get_kind (team) == LIJN_TEAM_KIND_STEERING
                                      ? "\nsteering group "
                                      : "\nteam ");
      lijn_writer_put_text (self, lijn_team_get_name (team));
      if (*lijn_team_get_goal (team) != '\0')
        {
          g_string_append (self->out, ": ");
          lijn_writer_put_text (self, lijn_team_get_goal (team));
        }
      lijn_writer_put_mark (self, team);
      lijn_writer_put_fields (self, team, "name goal");
      g_string_append_c (self->out, '\n');
      put_members (self, team);
    }
}

static void
put_attendance (LijnCaptureWriter *self, LijnSession *session, gboolean present)
{
  g_autoptr (GPtrArray) all = list_shown (self, LIJN_TABLE_ATTENDANCE, "session", session);
  gboolean begun = FALSE;

  lijn_writer_sort_by (self, all, "person");
  for (guint i = 0; i < all->len; i++)
    {
      LijnAttendance *attendance = g_ptr_array_index (all, i);

      if ((lijn_attendance_get_present (attendance) != FALSE) != present)
        continue;
      g_string_append (self->out, begun ? ", " : present ? "present " : "absent ");
      lijn_writer_put_ref (self, lijn_attendance_get_person (attendance));
      begun = TRUE;
    }
  if (begun)
    g_string_append_c (self->out, '\n');
}

static void
put_session_lines (LijnCaptureWriter *self, LijnSession *session)
{
  g_autoptr (GPtrArray) items = list_shown (self, LIJN_TABLE_AGENDA_ITEM, "session", session);
  g_autoptr (GPtrArray) decisions = list_shown (self, LIJN_TABLE_DECISION, "session", session);

  for (guint i = 0; i < items->len; i++)
    {
      g_string_append (self->out, "agenda: ");
      lijn_writer_put_text (self, lijn_agenda_item_get_title (g_ptr_array_index (items, i)));
      lijn_writer_put_fields (self, g_ptr_array_index (items, i), "title");
      g_string_append_c (self->out, '\n');
    }
  put_attendance (self, session, TRUE);
  put_attendance (self, session, FALSE);
  for (guint i = 0; i < decisions->len; i++)
    {
      g_string_append (self->out, "decided: ");
      lijn_writer_put_text (self, lijn_decision_get_text (g_ptr_array_index (decisions, i)));
      lijn_writer_put_fields (self, g_ptr_array_index (decisions, i), "text");
      g_string_append_c (self->out, '\n');
    }
}

void
lijn_writer_put_sessions (LijnCaptureWriter *self)
{
  g_autoptr (GPtrArray) sessions = list_shown (self, LIJN_TABLE_SESSION, NULL, NULL);

  for (guint i = 0; i < sessions->len; i++)
    {
      LijnSession *session = g_ptr_array_index (sessions, i);

      g_string_append (self->out, "\nsession ");
      lijn_writer_put_text (self, lijn_session_get_title (session));
      lijn_writer_put_mark (self, session);
      if (lijn_session_get_status (session) == LIJN_SESSION_STATUS_ENDED)
        g_string_append (self->out, "; status ended");
      if (lijn_session_get_number (session) != (int) i + 1)
        g_string_append_printf (self->out, "; number %d", lijn_session_get_number (session));
      lijn_writer_put_fields (self, session, "title status number");
      g_string_append_c (self->out, '\n');
      put_session_lines (self, session);
    }
}

/* Last, since everything that is added while a session runs belongs to it. */
void
lijn_writer_put_running (LijnCaptureWriter *self)
{
  LijnSession *session = lijn_project_get_running_session (self->project);

  if (session == NULL || !lijn_writer_shows (self, session))
    return;
  g_string_append (self->out, "\nsession ");
  lijn_writer_put_ref (self, session);
  g_string_append (self->out, "; status running\n");
}

static void
put_flow_ref (LijnCaptureWriter *self, LijnFlow *flow)
{
  g_string_append (self->out, "flow ");
  lijn_writer_put_ref (self, lijn_flow_get_source (flow));
  g_string_append (self->out, " -> ");
  lijn_writer_put_ref (self, lijn_flow_get_target (flow));
}

void
lijn_writer_go_to (LijnCaptureWriter *self, LijnObject *object)
{
  g_string_append (self->out, "@ ");
  if (LIJN_IS_FLOW (object))
    put_flow_ref (self, LIJN_FLOW (object));
  else if (LIJN_IS_INTERFACE (object))
    g_string_append_printf (self->out, "interface %d",
                            lijn_interface_get_number (LIJN_INTERFACE (object)));
  else if (LIJN_IS_LANE (object) && lijn_writer_mark_of (self, object) == NULL)
    {
      g_string_append (self->out, "lane ");
      lijn_writer_put_ref (self, lijn_lane_get_party (LIJN_LANE (object)));
      g_string_append (self->out, " / ");
      lijn_writer_put_ref (self, object);
    }
  else if (LIJN_IS_MAP (object))
    g_string_append (self->out, "map");
  else if (LIJN_IS_FRICTION (object))
    g_string_append_printf (self->out, "!%d", lijn_friction_get_number (LIJN_FRICTION (object)));
  else if (LIJN_IS_TEAM (object))
    {
      g_string_append (self->out, "team ");
      lijn_writer_put_ref (self, object);
    }
  else
    lijn_writer_put_ref (self, object);
  g_string_append_c (self->out, '\n');
}

static gboolean
is_customer (LijnParty *party)
{
  return party == NULL || lijn_party_get_role (party) == LIJN_PARTY_ROLE_CUSTOMER;
}

static int
severity_of (LijnCaptureWriter *self, LijnFriction *friction, LijnParty *party)
{
  return party != NULL ? lijn_friction_get_severity (friction, party) : 0;
}

/* Returns: whether there are any: then it has not the status it was raised with. */
static gboolean
put_teams_of (LijnCaptureWriter *self, LijnFriction *friction)
{
  g_autoptr (GPtrArray) all = list_shown (self, LIJN_TABLE_ASSIGNMENT, "friction", friction);

  lijn_writer_sort_by (self, all, "team");
  for (guint i = 0; i < all->len; i++)
    {
      g_string_append (self->out, "; team ");
      lijn_writer_put_ref (self, lijn_assignment_get_team (g_ptr_array_index (all, i)));
    }
  return all->len > 0;
}

/* "!! Supplier 2: their words" for each other party that has said something. */
static void
put_views (LijnCaptureWriter *self, LijnFriction *friction, LijnParty *raised_by)
{
  g_autoptr (GPtrArray) all = list_shown (self, LIJN_TABLE_SEVERITY, "friction", friction);

  lijn_writer_sort_by (self, all, "party");
  for (guint i = 0; i < all->len; i++)
    {
      LijnSeverity *severity = g_ptr_array_index (all, i);
      LijnParty *party = lijn_severity_get_party (severity);

      if (party == raised_by || lijn_severity_get_score (severity) < 1)
        continue;
      g_string_append (self->out, "!! ");
      lijn_writer_put_ref (self, party);
      g_string_append_printf (self->out, " %d\n", lijn_severity_get_score (severity));
    }
}

static void
put_friction (LijnCaptureWriter *self, LijnFriction *friction, int expected)
{
  LijnParty *raised_by = lijn_friction_get_raised_by (friction);
  gboolean customer = is_customer (raised_by);
  g_autofree char *words = lijn_said_quote_always (
      customer ? lijn_friction_get_customer_words (friction)
               : lijn_friction_get_supplier_words (friction));
  int severity = severity_of (self, friction, raised_by);
  gboolean in_team;

  g_string_append_c (self->out, '!');
  if (raised_by != NULL)
    {
      g_string_append_c (self->out, ' ');
      lijn_writer_put_ref (self, raised_by);
    }
  if (severity > 0)
    g_string_append_printf (self->out, " %d", severity);
  g_string_append_printf (self->out, ": %s", words);
  if (lijn_friction_get_number (friction) != expected)
    g_string_append_printf (self->out, "; number %d", lijn_friction_get_number (friction));
  if (lijn_friction_get_anchor (friction) == NULL)
    g_string_append_printf (self->out, "; x %d; y %d", (int) lijn_friction_get_x (friction),
                            (int) lijn_friction_get_y (friction));
  lijn_writer_put_fields (self, friction,
                          customer
                              ? "customer_words number raised_by status element flow interface"
                              : "supplier_words number raised_by status element flow interface");
  in_team = put_teams_of (self, friction);
  if (lijn_friction_get_status (friction) !=
      (in_team ? LIJN_FRICTION_STATUS_IN_TEAM : LIJN_FRICTION_STATUS_RAISED))
    g_string_append_printf (self->out, "; status %s",
                            lijn_friction_status_nicks[lijn_friction_get_status (friction)]);
  g_string_append_c (self->out, '\n');
  put_views (self, friction, raised_by);
}

void
lijn_writer_put_frictions (LijnCaptureWriter *self)
{
  g_autoptr (GPtrArray) all = list_shown (self, LIJN_TABLE_FRICTION, NULL, NULL);
  LijnObject *last = NULL;
  int highest = 0;

  if (all->len > 0)
    g_string_append_c (self->out, '\n');
  for (guint i = 0; i < all->len; i++)
    {
      LijnFriction *friction = g_ptr_array_index (all, i);
      LijnObject *anchor = lijn_friction_get_anchor (friction);
      LijnMap *map = lijn_friction_get_place (friction);

      if (anchor == NULL)
        anchor = (LijnObject *) map;
      lijn_writer_go_to_map (self, map);
      if (anchor != last && anchor != NULL)
        lijn_writer_go_to (self, anchor);
      last = anchor;
      put_friction (self, friction, highest + 1);
      highest = MAX (highest, lijn_friction_get_number (friction));
    }
}

void
lijn_writer_put_actions (LijnCaptureWriter *self)
{
  g_autoptr (GPtrArray) all = list_shown (self, LIJN_TABLE_ACTION, NULL, NULL);

  if (all->len > 0)
    g_string_append_c (self->out, '\n');
  for (guint i = 0; i < all->len; i++)
    {
      LijnAction *action = g_ptr_array_index (all, i);
      g_autoptr (GPtrArray) remedies = list_shown (self, LIJN_TABLE_REMEDY, "action", action);

      lijn_writer_sort_by (self, remedies, "friction");
      g_string_append (self->out, "action ");
      lijn_writer_put_text (self, lijn_action_get_what (action));
      g_string_append (self->out, "; team ");
      lijn_writer_put_ref (self, lijn_action_get_team (action));
      lijn_writer_put_fields (self, action, "what");
      for (guint j = 0; j < remedies->len; j++)
        g_string_append_printf (
            self->out, "%s!%d", j == 0 ? "; for " : ", ",
            lijn_friction_get_number (lijn_remedy_get_friction (g_ptr_array_index (remedies, j))));
      g_string_append_c (self->out, '\n');
      lijn_writer_put_waivers_of (self, action);
    }
}

void
lijn_writer_put_remarks (LijnCaptureWriter *self)
{
  g_autoptr (GPtrArray) all = list_shown (self, LIJN_TABLE_REMARK, NULL, NULL);

  if (all->len > 0)
    g_string_append_c (self->out, '\n');
  for (guint i = 0; i < all->len; i++)
    {
      LijnRemark *remark = g_ptr_array_index (all, i);
      LijnElement *element = lijn_remark_get_element (remark);
      LijnInterface *interface = lijn_remark_get_interface (remark);
      g_autofree char *words = lijn_said_quote_always (lijn_remark_get_text (remark));
      gboolean parked = lijn_remark_get_kind (remark) == LIJN_REMARK_KIND_PARKED;

      if (!parked && element != NULL)
        lijn_writer_go_to_map (self, lijn_element_get_map (element));
      if (!parked && element == NULL && interface != NULL)
        lijn_writer_go_to_map (self, lijn_interface_get_map (interface));
      if (!parked && element == NULL && interface == NULL)
        g_string_append (self->out, "---\n");
      else if (!parked)
        lijn_writer_go_to (self, element != NULL ? LIJN_OBJECT (element) : LIJN_OBJECT (interface));
      g_string_append (self->out, parked ? "parked" : "comment");
      if (lijn_remark_get_party (remark) != NULL)
        {
          g_string_append_c (self->out, ' ');
          lijn_writer_put_ref (self, lijn_remark_get_party (remark));
        }
      g_string_append_printf (self->out, ": %s", words);
      lijn_writer_put_fields (self, remark, "party text element interface");
      g_string_append_c (self->out, '\n');
    }
}
