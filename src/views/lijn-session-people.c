/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-session-parts.h"

#include "lijn-add-row.h"
#include "lijn-badge.h"
#include "lijn-edit.h"
#include "lijn-names.h"

#include <glib/gi18n.h>

/* Who is here: under each party a check a person, and one for all of them; and a row for who came
 * along unannounced. Who is not checked any more has been expected, and is absent; who never was is
 * not spoken of. */

typedef struct
{
  LijnView *view;
  LijnSession *session;
  LijnObject *who; /* a person, or a party: all its persons */
  AdwActionRow *row; /* not owned: it holds this */
  gboolean filling;
} LijnPresence;

static void
lijn_presence_free (gpointer data)
{
  LijnPresence *self = data;

  g_object_unref (self->view);
  g_object_unref (self->session);
  g_object_unref (self->who);
  g_free (self);
}

/* (transfer container) */
static GPtrArray *
list_persons (LijnPresence *self)
{
  GPtrArray *persons = g_ptr_array_new ();

  if (LIJN_IS_PERSON (self->who))
    g_ptr_array_add (persons, self->who);
  else
    lijn_inspect_find (persons, LIJN_TABLE_PERSON, "party", self->who);

  return persons;
}

static gboolean
is_present (LijnSession *session, LijnPerson *person)
{
  LijnAttendance *attendance = lijn_project_find_link (
      lijn_object_get_project (LIJN_OBJECT (session)), LIJN_TABLE_ATTENDANCE, "person",
      LIJN_OBJECT (person), "session", LIJN_OBJECT (session));

  return attendance != NULL && lijn_attendance_get_present (attendance);
}

static void
tell_count (LijnPresence *self, guint present, guint all)
{
  g_autofree char *text = all > 0 ? g_strdup_printf (_ ("%u of %u here"), present, all)
                                  : g_strdup (_ ("Nobody is known yet: add who is here"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), lijn_object_get_name (self->who));
  adw_action_row_set_subtitle (self->row, text);
}

static void
show_presence (GtkCheckButton *check)
{
  LijnPresence *self = g_object_get_data (G_OBJECT (check), "lijn-presence");
  g_autoptr (GPtrArray) persons = NULL;
  guint present = 0;

  if (lijn_object_is_gone (self->who) || lijn_object_is_gone (LIJN_OBJECT (self->session)))
    return;

  persons = list_persons (self);
  for (guint i = 0; i < persons->len; i++)
    present += is_present (self->session, persons->pdata[i]) ? 1 : 0;
  self->filling = TRUE;
  gtk_check_button_set_active (check, persons->len > 0 && present == persons->len);
  gtk_check_button_set_inconsistent (check, present > 0 && present < persons->len);
  self->filling = FALSE;
  if (!LIJN_IS_PARTY (self->who))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (check),
                            persons->len > 0 && !lijn_store_is_read_only (lijn_project_get_store (
                                                    lijn_view_get_project (self->view))));
  tell_count (self, present, persons->len);
}

/* One step, for however many. */
static gboolean
set_presence (LijnPresence *self, gboolean present, GError **error)
{
  g_autoptr (LijnEdit)
      edit = lijn_edit_begin (lijn_view_get_project (self->view), _ ("Say who is here"), error);
  g_autoptr (GPtrArray) persons = list_persons (self);

  if (edit == NULL)
    return FALSE;
  for (guint i = 0; i < persons->len; i++)
    if (is_present (self->session, persons->pdata[i]) != present &&
        lijn_edit_set_attendance (self->session, persons->pdata[i], present, error) == NULL)
      return FALSE;

  return lijn_edit_commit (g_steal_pointer (&edit), error);
}

static void
toggled_cb (GtkCheckButton *check, LijnPresence *self)
{
  GError *error = NULL;
  gboolean ok;

  if (self->filling)
    return;
  ok = set_presence (self, gtk_check_button_get_active (check), &error);
  if (!lijn_view_report (self->view, ok, error))
    show_presence (check);
}

static void
update_row (AdwActionRow *row, LijnPerson *person)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lijn_person_get_name (person));
  adw_action_row_set_subtitle (row, lijn_person_get_function (person));
}

/* Adds the check at the start of @row. */
static void
add_check (AdwActionRow *row, LijnView *view, LijnObject *session, LijnObject *who,
           const char *label)
{
  LijnStore *store = lijn_project_get_store (lijn_view_get_project (view));
  GtkWidget *check = gtk_check_button_new ();
  LijnPresence *self = g_new0 (LijnPresence, 1);

  self->view = g_object_ref (view);
  self->session = g_object_ref (LIJN_SESSION (session));
  self->who = g_object_ref (who);
  self->row = row;
  g_object_set_data_full (G_OBJECT (check), "lijn-presence", self, lijn_presence_free);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (check, !lijn_store_is_read_only (store));
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  lijn_session_follow (view, check, G_CALLBACK (show_presence));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_action_row_add_prefix (row, check);
  adw_action_row_set_activatable_widget (row, check);
}

/* A party is the heading of its persons. */
static GtkWidget *
make_heading (LijnView *view, LijnObject *session, LijnObject *party)
{
  GtkWidget *row = adw_action_row_new ();
  /* Translators: a check for all the persons of that party. */
  g_autofree char *label = g_strdup_printf (_ ("All of %s"), lijn_object_get_name (party));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "lijn-heading-row");
  add_check (ADW_ACTION_ROW (row), view, session, party, label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), lijn_badge_new (party));

  return row;
}

static GtkWidget *
make_row (LijnView *view, LijnObject *session, LijnObject *who)
{
  GtkWidget *row;

  if (LIJN_IS_PARTY (who))
    return make_heading (view, session, who);

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  add_check (ADW_ACTION_ROW (row), view, session, who, lijn_object_get_name (who));
  update_row (ADW_ACTION_ROW (row), LIJN_PERSON (who));
  g_signal_connect_object (who, "changed", G_CALLBACK (update_row), row, G_CONNECT_SWAPPED);

  return row;
}

static void
find_persons (LijnView *view, LijnObject *session, GPtrArray *found)
{
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (lijn_view_get_project (view));

  for (guint i = 0; i < parties->len; i++)
    {
      g_ptr_array_add (found, parties->pdata[i]);
      lijn_inspect_find (found, LIJN_TABLE_PERSON, "party", parties->pdata[i]);
    }
}

/* One step: the person, and that they are here. */
static gboolean
add_person (LijnView *view, LijnObject *session, const char *name, gpointer parties, GError **error)
{
  LijnParty *party = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (parties));
  g_autoptr (LijnEdit) edit = NULL;
  LijnPerson *person;

  if (party == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("A person belongs to a party. Add a party first."));
      return FALSE;
    }
  edit = lijn_edit_begin (lijn_view_get_project (view), _ ("Add person"), error);
  person = edit != NULL ? lijn_edit_add_person (party, name, "", error) : NULL;

  return person != NULL &&
         lijn_edit_set_attendance (LIJN_SESSION (session), person, TRUE, error) != NULL &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

static GtkWidget *
make_add_row (LijnView *view, LijnSession *session)
{
  GListModel *parties = lijn_project_list (lijn_view_get_project (view), LIJN_TABLE_PARTY);
  GtkWidget *list = gtk_drop_down_new (
      g_object_ref (parties), gtk_property_expression_new (LIJN_TYPE_OBJECT, NULL, "name"));
  GtkWidget *row = lijn_add_row_new (view, session, _ ("Add somebody who is here"), add_person,
                                     list);

  gtk_widget_set_valign (list, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (list, _ ("Party of the new person"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Party of the new person"), -1);
  lijn_names_put_right (list);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), list);

  return row;
}

void
lijn_session_add_people (GtkBox *page, LijnView *view, LijnSession *session)
{
  AdwPreferencesGroup *group = lijn_inspect_add_list (page, _ ("Who is here"), view, session,
                                                      find_persons, make_row);

  lijn_session_add_row (group, make_add_row (view, session));
}
