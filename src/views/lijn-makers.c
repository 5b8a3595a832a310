/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-makers.h"

#include "lijn-date-button.h"
#include "lijn-edit.h"
#include "lijn-new-team.h"
#include "lijn-pick-button.h"
#include "lijn-text.h"
#include "lijn-undo-keys.h"

#include <glib/gi18n.h>

static gboolean
is_read_only (LijnView *view)
{
  return lijn_store_is_read_only (lijn_project_get_store (lijn_view_get_project (view)));
}

/* A person typed by name. */

typedef struct
{
  LijnView *view;
  LijnObject *owner; /* a party, or the team that the person joins */
  GPtrArray *parties; /* to choose from; NULL when the owner is the party */
  GtkWidget *list;
} LijnPersonMaker;

static void
lijn_person_maker_free (gpointer data)
{
  LijnPersonMaker *self = data;

  g_object_unref (self->view);
  g_object_unref (self->owner);
  g_clear_pointer (&self->parties, g_ptr_array_unref);
  g_free (self);
}

static LijnParty *
get_party (LijnPersonMaker *self)
{
  guint selected;

  if (self->parties == NULL)
    return LIJN_PARTY (self->owner);

  selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->list));

  return selected < self->parties->len ? self->parties->pdata[selected] : NULL;
}

/* One undo step: the person, and the membership. */
static gboolean
add_person (LijnPersonMaker *self, const char *name, GError **error)
{
  g_autoptr (LijnEdit) edit = NULL;
  LijnParty *party = get_party (self);
  LijnPerson *person;

  if (party == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("A person belongs to a party. Add a party first."));
      return FALSE;
    }

  edit = lijn_edit_begin (lijn_view_get_project (self->view), _ ("Add person"), error);
  if (edit == NULL)
    return FALSE;
  person = lijn_edit_add_person (party, name, "", error);
  if (person == NULL)
    return FALSE;
  if (LIJN_IS_TEAM (self->owner) &&
      lijn_edit_add_member (LIJN_TEAM (self->owner), person, "", error) == NULL)
    return FALSE;

  return lijn_edit_commit (g_steal_pointer (&edit), error);
}

static void
person_applied_cb (AdwEntryRow *row, LijnPersonMaker *self)
{
  g_autofree char *name = lijn_text_one_line (gtk_editable_get_text (GTK_EDITABLE (row)));
  GError *error = NULL;

  if (name[0] == '\0')
    return;
  if (lijn_view_report (self->view, add_person (self, name, &error), error))
    gtk_editable_set_text (GTK_EDITABLE (row), "");
}

static void
list_parties (LijnPersonMaker *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->parties = lijn_project_list_parties (lijn_view_get_project (self->view));
  for (guint i = 0; i < self->parties->len; i++)
    gtk_string_list_append (names, lijn_party_get_name (self->parties->pdata[i]));
  self->list = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (names)), NULL);
  gtk_widget_set_valign (self->list, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->list, _ ("Party of the new person"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Party of the new person"), -1);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                GtkEditable *row)
{
  return gtk_editable_get_text (row)[0] == '\0' && lijn_undo_keys (GTK_WIDGET (row), key, state);
}

static GtkWidget *
make_person_row (LijnView *view, LijnObject *owner, const char *title)
{
  LijnPersonMaker *self = g_new0 (LijnPersonMaker, 1);
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = g_object_ref (view);
  self->owner = g_object_ref (owner);
  g_object_set_data_full (G_OBJECT (row), "lijn-maker", self, lijn_person_maker_free);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  gtk_widget_set_sensitive (row, !is_read_only (view));
  g_signal_connect (row, "apply", G_CALLBACK (person_applied_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), row);
  gtk_widget_add_controller (row, keys);
  if (LIJN_IS_TEAM (owner))
    {
      list_parties (self);
      adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), self->list);
    }

  return row;
}

GtkWidget *
lijn_maker_new_person (LijnView *view, LijnParty *party)
{
  return make_person_row (view, LIJN_OBJECT (party), _ ("Add a person"));
}

static void
find_non_members (LijnView *view, LijnObject *team, GPtrArray *found)
{
  LijnProject *project = lijn_view_get_project (view);
  GListModel *persons = lijn_project_list (project, LIJN_TABLE_PERSON);

  for (guint i = 0; i < g_list_model_get_n_items (persons); i++)
    {
      g_autoptr (LijnObject) person = g_list_model_get_item (persons, i);

      if (lijn_project_find_link (project, LIJN_TABLE_MEMBER, "team", team, "person", person) ==
          NULL)
        g_ptr_array_add (found, person);
    }
}

static gboolean
add_member (LijnView *view, LijnObject *team, LijnObject *person, GError **error)
{
  return lijn_edit_add_member (LIJN_TEAM (team), LIJN_PERSON (person), "", error) != NULL;
}

GtkWidget *
lijn_maker_new_member (LijnView *view, LijnTeam *team)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = gtk_list_box_new ();

  gtk_box_append (GTK_BOX (box), lijn_pick_button_new (view, LIJN_OBJECT (team), _ ("Add a member"),
                                                       NULL, find_non_members, add_member));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list),
                       make_person_row (view, LIJN_OBJECT (team), _ ("Add somebody new")));
  gtk_box_append (GTK_BOX (box), list);

  return box;
}

/* Teams for a friction point, and friction points for a team. */

static gboolean
is_assigned (LijnProject *project, gpointer team, gpointer friction)
{
  return lijn_project_find_link (project, LIJN_TABLE_ASSIGNMENT, "team", team, "friction",
                                 friction) != NULL;
}

static void
find_teams (LijnView *view, LijnObject *friction, GPtrArray *found)
{
  LijnProject *project = lijn_view_get_project (view);
  GListModel *teams = lijn_project_list (project, LIJN_TABLE_TEAM);

  for (guint i = 0; i < g_list_model_get_n_items (teams); i++)
    {
      g_autoptr (LijnTeam) team = g_list_model_get_item (teams, i);

      if (!is_assigned (project, team, friction))
        g_ptr_array_add (found, team);
    }
}

static gboolean
assign_team (LijnView *view, LijnObject *friction, LijnObject *team, GError **error)
{
  g_autoptr (LijnEdit) edit = NULL;

  if (team != NULL)
    return lijn_edit_assign (LIJN_TEAM (team), LIJN_FRICTION (friction), error) != NULL;

  edit = lijn_edit_begin (lijn_view_get_project (view), _ ("Form a team"), error);
  if (edit == NULL)
    return FALSE;
  team = LIJN_OBJECT (lijn_new_team (view, LIJN_TEAM_KIND_IMPROVEMENT, error));
  if (team == NULL ||
      lijn_edit_assign (LIJN_TEAM (team), LIJN_FRICTION (friction), error) == NULL ||
      !lijn_edit_commit (g_steal_pointer (&edit), error))
    return FALSE;

  lijn_view_show_new (view, team);

  return TRUE;
}

GtkWidget *
lijn_maker_new_assignment (LijnView *view, LijnFriction *friction)
{
  return lijn_pick_button_new (view, LIJN_OBJECT (friction), _ ("Link to a team"), _ ("New team"),
                               find_teams, assign_team);
}

static void
find_work (LijnView *view, LijnObject *team, GPtrArray *found)
{
  LijnProject *project = lijn_view_get_project (view);
  GListModel *frictions = lijn_project_list (project, LIJN_TABLE_FRICTION);

  for (guint i = 0; i < g_list_model_get_n_items (frictions); i++)
    {
      g_autoptr (LijnFriction) friction = g_list_model_get_item (frictions, i);

      if (!is_assigned (project, team, friction))
        g_ptr_array_add (found, friction);
    }
}

static gboolean
assign_work (LijnView *view, LijnObject *team, LijnObject *friction, GError **error)
{
  return lijn_edit_assign (LIJN_TEAM (team), LIJN_FRICTION (friction), error) != NULL;
}

GtkWidget *
lijn_maker_new_work (LijnView *view, LijnTeam *team)
{
  return lijn_pick_button_new (view, LIJN_OBJECT (team), _ ("Take on a friction point"), NULL,
                               find_work, assign_work);
}

/* An action: what, who and when. */

typedef struct
{
  LijnView *view;
  LijnTeam *team;
  GPtrArray *persons; /* in the order of the list, without its first entry: nobody */
  AdwEntryRow *what;
  AdwComboRow *who;
  AdwEntryRow *due;
} LijnActionMaker;

static void
lijn_action_maker_free (gpointer data)
{
  LijnActionMaker *self = data;

  g_object_unref (self->view);
  g_object_unref (self->team);
  g_clear_pointer (&self->persons, g_ptr_array_unref);
  g_free (self);
}

/* Members of the team first, then everybody else. */
static void
fill_who (LijnActionMaker *self)
{
  LijnProject *project = lijn_view_get_project (self->view);
  GPtrArray *members = lijn_project_referrers (project, LIJN_TABLE_MEMBER, "team",
                                               LIJN_OBJECT (self->team));
  g_autoptr (GPtrArray) persons = g_ptr_array_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < members->len; i++)
    if (lijn_member_get_person (members->pdata[i]) != NULL)
      g_ptr_array_add (persons, lijn_member_get_person (members->pdata[i]));
  find_non_members (self->view, LIJN_OBJECT (self->team), persons);

  gtk_string_list_append (names, _ ("Nobody yet"));
  for (guint i = 0; i < persons->len; i++)
    gtk_string_list_append (names, lijn_person_get_name (persons->pdata[i]));
  g_clear_pointer (&self->persons, g_ptr_array_unref);
  self->persons = g_steal_pointer (&persons);
  adw_combo_row_set_model (self->who, G_LIST_MODEL (names));
}

static void
action_applied_cb (LijnActionMaker *self)
{
  g_autofree char *what = lijn_text_one_line (gtk_editable_get_text (GTK_EDITABLE (self->what)));
  const char *due = gtk_editable_get_text (GTK_EDITABLE (self->due));
  guint selected = adw_combo_row_get_selected (self->who);
  LijnPerson *person = NULL;
  GError *error = NULL;
  gboolean ok;

  if (what[0] == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->what));
      return;
    }
  if (selected > 0 && selected <= self->persons->len)
    person = self->persons->pdata[selected - 1];

  ok = lijn_edit_add_action (self->team, what, person, due, &error) != NULL;
  if (!lijn_view_report (self->view, ok, error))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->what), "");
  gtk_editable_set_text (GTK_EDITABLE (self->due), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->what));
}

static void
due_chosen_cb (LijnActionMaker *self, const char *date)
{
  gtk_editable_set_text (GTK_EDITABLE (self->due), date);
}

static GtkWidget *
make_add_row (LijnActionMaker *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add the action"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (action_applied_cb), self);

  return row;
}

GtkWidget *
lijn_maker_new_action (LijnView *view, LijnTeam *team)
{
  LijnActionMaker *self = g_new0 (LijnActionMaker, 1);
  GtkWidget *list = gtk_list_box_new ();

  self->view = g_object_ref (view);
  self->team = g_object_ref (team);
  self->what = ADW_ENTRY_ROW (adw_entry_row_new ());
  self->who = ADW_COMBO_ROW (adw_combo_row_new ());
  self->due = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->what), _ ("New action"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->who), _ ("Who"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->due), _ ("Due"));
  adw_entry_row_add_suffix (
      self->due, lijn_date_button_new (GTK_EDITABLE (self->due), G_CALLBACK (due_chosen_cb), self));
  fill_who (self);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_sensitive (list, !is_read_only (view));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->what));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->who));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->due));
  gtk_list_box_append (GTK_LIST_BOX (list), make_add_row (self));
  g_object_set_data_full (G_OBJECT (list), "lijn-maker", self, lijn_action_maker_free);
  g_signal_connect_swapped (self->what, "entry-activated", G_CALLBACK (action_applied_cb), self);

  return list;
}
