/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-inspect.h"

#include "lijn-attachments.h"
#include "lijn-edit.h"
#include "lijn-field.h"
#include "lijn-link-row.h"
#include "lijn-makers.h"
#include "lijn-score-field.h"
#include "lijn-status-field.h"

#include <glib/gi18n.h>

/* Friction points, teams and actions. */

static void
find_parties (LijnView *view, LijnObject *friction, GPtrArray *found)
{
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (lijn_view_get_project (view));

  for (guint i = 0; i < parties->len; i++)
    g_ptr_array_add (found, parties->pdata[i]);
}

static GtkWidget *
make_severity (LijnView *view, LijnObject *friction, LijnObject *party)
{
  return lijn_score_field_new_severity (view, LIJN_FRICTION (friction), LIJN_PARTY (party));
}

static void
find_teams (LijnView *view, LijnObject *friction, GPtrArray *found)
{
  lijn_inspect_find_across (found, LIJN_TABLE_ASSIGNMENT, "friction", friction, "team");
}

static gboolean
unassign_team (LijnObject *team, gpointer friction, GError **error)
{
  return lijn_edit_unassign (LIJN_TEAM (team), LIJN_FRICTION (friction), error);
}

static GtkWidget *
make_team (LijnView *view, LijnObject *friction, LijnObject *team)
{
  GtkWidget *row = lijn_link_row_new (view, team);

  lijn_link_row_add_remove (LIJN_LINK_ROW (row), _ ("Take off this team"), unassign_team, friction);

  return row;
}

static gboolean
is_of_raiser (LijnObject *friction, LijnObject *person)
{
  LijnParty *party = lijn_friction_get_raised_by (LIJN_FRICTION (friction));

  return party == NULL || lijn_person_get_party (LIJN_PERSON (person)) == party;
}

/* The dots that it got, once nobody puts any more. */
static void
add_votes (AdwPreferencesGroup *group, LijnFriction *friction)
{
  guint n;
  const LijnField *fields = lijn_fields_for (LIJN_TABLE_FRICTION, &n);
  LijnField votes;
  g_autofree char *text = NULL;
  GtkWidget *row, *label;

  lijn_field_find (&votes, fields, n, LIJN_TABLE_FRICTION, "votes");
  text = lijn_field_get_text (&votes, LIJN_OBJECT (friction), &LIJN_AUDIENCE_EVERYTHING);
  if (*text == '\0')
    return;

  row = adw_action_row_new ();
  label = gtk_label_new (text);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 lijn_field_get_title (&votes, LIJN_TABLE_FRICTION));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
}

void
lijn_inspect_friction (GtkBox *page, LijnView *view, LijnFriction *friction)
{
  AdwPreferencesGroup *group = lijn_inspect_add_group (page, NULL);

  lijn_inspect_add_note (group, view, friction, "customer_words");
  lijn_inspect_add_note (group, view, friction, "supplier_words");

  lijn_inspect_add_list (page, _ ("How bad is it?"), view, friction, find_parties, make_severity);

  group = lijn_inspect_add_group (page, NULL);
  adw_preferences_group_add (group, lijn_status_field_new (view, friction));
  adw_preferences_group_add (group, lijn_score_field_new_priority (view, friction));

  group = lijn_inspect_add_list (page, _ ("Teams"), view, friction, find_teams, make_team);
  adw_preferences_group_add (group, lijn_maker_new_assignment (view, friction));

  group = lijn_inspect_add_group (page, _ ("About it"));
  lijn_inspect_add_field (group, view, friction, "raised_by");
  lijn_inspect_add_choice (group, view, friction, "raised_by_person", is_of_raiser);
  lijn_inspect_add_field (group, view, friction, "category");
  lijn_inspect_add_field (group, view, friction, "frequency");
  lijn_inspect_add_field (group, view, friction, "session");
  add_votes (group, friction);
  lijn_inspect_add_note (group, view, friction, "evidence");
  group = lijn_inspect_add_group (page, NULL);
  adw_preferences_group_add (group, lijn_attachments_new (view, LIJN_OBJECT (friction)));

  lijn_inspect_add_whys (page, view, friction);
  group = lijn_inspect_add_group (page, _ ("Where it comes from"));
  lijn_inspect_add_note (group, view, friction, "root_cause");
  lijn_inspect_add_note (group, view, friction, "verified_how");
  lijn_inspect_add_field (group, view, friction, "cause_party");

  lijn_inspect_add_statuses (page, view, friction);
  group = lijn_inspect_add_group (page, _ ("More"));
  lijn_inspect_add_link (group, _ ("Pinned on"), view, lijn_friction_get_anchor (friction));
  lijn_inspect_add_field (group, view, friction, "private_to");
}

/* Teams. */

static gboolean
has_member_of (LijnTeam *team, LijnParty *party)
{
  GPtrArray *members = lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (team)),
                                               LIJN_TABLE_MEMBER, "team", LIJN_OBJECT (team));

  for (guint i = 0; i < members->len; i++)
    {
      LijnPerson *person = lijn_member_get_person (members->pdata[i]);

      if (person != NULL && lijn_person_get_party (person) == party)
        return TRUE;
    }

  return FALSE;
}

/* Customer and supplier must both be in; a partner may be. */
static void
update_warning (GtkLabel *label)
{
  LijnTeam *team = g_object_get_data (G_OBJECT (label), "team");
  g_autoptr (GPtrArray) parties = NULL;
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *names = NULL;
  g_autofree char *text = NULL;

  if (lijn_object_is_gone (LIJN_OBJECT (team)))
    return;

  parties = lijn_project_list_parties (lijn_object_get_project (LIJN_OBJECT (team)));
  for (guint i = 0; i < parties->len; i++)
    if (lijn_party_get_role (parties->pdata[i]) != LIJN_PARTY_ROLE_PARTNER &&
        !has_member_of (team, parties->pdata[i]))
      g_ptr_array_add (missing, g_strdup (lijn_party_get_name (parties->pdata[i])));
  gtk_widget_set_visible (GTK_WIDGET (label), missing->len > 0);
  if (missing->len == 0)
    return;

  g_ptr_array_add (missing, NULL);
  names = g_strjoinv (", ", (char **) missing->pdata);
  text = g_strdup_printf (_ ("Nobody in this team is from: %s"), names);
  gtk_label_set_label (label, text);
}

static void
add_warning (GtkBox *page, LijnView *view, LijnTeam *team)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_widget_add_css_class (label, "lijn-warning");
  g_object_set_data_full (G_OBJECT (label), "team", g_object_ref (team), g_object_unref);
  g_signal_connect_object (lijn_view_get_project (view), "refreshed", G_CALLBACK (update_warning),
                           label, G_CONNECT_SWAPPED);
  update_warning (GTK_LABEL (label));
  gtk_box_append (page, label);
}

static void
find_members (LijnView *view, LijnObject *team, GPtrArray *found)
{
  GPtrArray *members = lijn_project_referrers (lijn_object_get_project (team), LIJN_TABLE_MEMBER,
                                               "team", team);

  for (guint i = 0; i < members->len; i++)
    if (lijn_member_get_person (members->pdata[i]) != NULL)
      g_ptr_array_add (found, lijn_member_get_person (members->pdata[i]));
}

static gboolean
remove_member (LijnObject *person, gpointer team, GError **error)
{
  LijnObject *member = lijn_project_find_link (lijn_object_get_project (team), LIJN_TABLE_MEMBER,
                                               "team", team, "person", person);

  return member == NULL || lijn_edit_remove_one (member, error);
}

static GtkWidget *
make_member (LijnView *view, LijnObject *team, LijnObject *person)
{
  GtkWidget *row = lijn_link_row_new (view, person);

  lijn_link_row_add_remove (LIJN_LINK_ROW (row), _ ("Take out of the team"), remove_member, team);

  return row;
}

static void
find_work (LijnView *view, LijnObject *team, GPtrArray *found)
{
  lijn_inspect_find_across (found, LIJN_TABLE_ASSIGNMENT, "team", team, "friction");
}

static gboolean
unassign_friction (LijnObject *friction, gpointer team, GError **error)
{
  return lijn_edit_unassign (LIJN_TEAM (team), LIJN_FRICTION (friction), error);
}

static GtkWidget *
make_work (LijnView *view, LijnObject *team, LijnObject *friction)
{
  GtkWidget *row = lijn_link_row_new (view, friction);

  lijn_link_row_add_remove (LIJN_LINK_ROW (row), _ ("Take off this team"), unassign_friction, team);

  return row;
}

static void
find_actions (LijnView *view, LijnObject *team, GPtrArray *found)
{
  lijn_inspect_find (found, LIJN_TABLE_ACTION, "team", team);
}

static gboolean
is_member (LijnObject *team, LijnObject *person)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();

  find_members (NULL, team, members);

  return g_ptr_array_find (members, person, NULL);
}

void
lijn_inspect_team_charter (GtkBox *page, LijnView *view, LijnTeam *team)
{
  AdwPreferencesGroup *group = lijn_inspect_add_group (page, NULL);

  lijn_inspect_add_field (group, view, team, "name");
  lijn_inspect_add_field (group, view, team, "kind");
  lijn_inspect_add_note (group, view, team, "goal");
  lijn_inspect_add_choice (group, view, team, "lead", is_member);
  lijn_inspect_add_field (group, view, team, "sponsor");
}

void
lijn_inspect_team_people (GtkBox *page, LijnView *view, LijnTeam *team)
{
  AdwPreferencesGroup *group = lijn_inspect_add_list (page, _ ("Members"), view, team, find_members,
                                                      make_member);

  adw_preferences_group_add (group, lijn_maker_new_member (view, team));
}

void
lijn_inspect_team_work (GtkBox *page, LijnView *view, LijnTeam *team)
{
  AdwPreferencesGroup *group = lijn_inspect_add_list (page, _ ("Friction points"), view, team,
                                                      find_work, make_work);

  adw_preferences_group_add (group, lijn_maker_new_work (view, team));
}

void
lijn_inspect_team (GtkBox *page, LijnView *view, LijnTeam *team)
{
  add_warning (page, view, team);
  lijn_inspect_team_charter (page, view, team);
  lijn_inspect_team_people (page, view, team);
  lijn_inspect_team_work (page, view, team);
  lijn_inspect_add_list (page, _ ("Actions"), view, team, find_actions, NULL);
  gtk_box_append (page, lijn_maker_new_action (view, team));
}

/* Actions. */

static void
find_remedied (LijnView *view, LijnObject *action, GPtrArray *found)
{
  lijn_inspect_find_across (found, LIJN_TABLE_REMEDY, "action", action, "friction");
}

void
lijn_inspect_action (GtkBox *page, LijnView *view, LijnAction *action)
{
  AdwPreferencesGroup *group = lijn_inspect_add_group (page, NULL);

  lijn_inspect_add_field (group, view, action, "what");
  lijn_inspect_add_field (group, view, action, "person");
  lijn_inspect_add_field (group, view, action, "due");
  lijn_inspect_add_field (group, view, action, "status");
  lijn_inspect_add_link (group, _ ("Team"), view, lijn_action_get_team (action));
  lijn_inspect_add_list (page, _ ("For friction points"), view, action, find_remedied, NULL);
}
