/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-session-parts.h"

#include "lijn-add-row.h"
#include "lijn-badge.h"
#include "lijn-edit.h"
#include "lijn-names.h"

#include <glib/gi18n.h>

/* Who is here, by party: a check a person, and a row for who came along unannounced. Who is not
 * checked any more has been expected, and is absent; who never was is not spoken of. */

typedef struct
{
  LijnView *view;
  LijnSession *session;
  LijnPerson *person;
  gboolean filling;
} LijnPresence;

static void
lijn_presence_free (gpointer data)
{
  LijnPresence *self = data;

  g_object_unref (self->view);
  g_object_unref (self->session);
  g_object_unref (self->person);
  g_free (self);
}

static gboolean
is_present (LijnPresence *self)
{
  GPtrArray *all = lijn_project_referrers (lijn_view_get_project (self->view),
                                           LIJN_TABLE_ATTENDANCE, "person",
                                           LIJN_OBJECT (self->person));

  for (guint i = 0; i < all->len; i++)
    if (lijn_attendance_get_session (all->pdata[i]) == self->session)
      return lijn_attendance_get_present (all->pdata[i]);
  return FALSE;
}

static void
show_presence (GtkCheckButton *check)
{
  LijnPresence *self = g_object_get_data (G_OBJECT (check), "lijn-presence");

  self->filling = TRUE;
  gtk_check_button_set_active (check, is_present (self));
  self->filling = FALSE;
}

static void
toggled_cb (GtkCheckButton *check, LijnPresence *self)
{
  GError *error = NULL;
  gboolean ok;

  if (self->filling)
    return;
  ok = lijn_edit_set_attendance (self->session, self->person, gtk_check_button_get_active (check),
                                 &error) != NULL;
  if (!lijn_view_report (self->view, ok, error))
    show_presence (check);
}

static void
update_row (AdwActionRow *row, LijnPerson *person)
{
  LijnParty *party = lijn_person_get_party (person);
  const char *function = lijn_person_get_function (person);
  g_autofree char *both = *function != '\0'
                              ? g_strdup_printf ("%s · %s", function, lijn_party_get_name (party))
                              : g_strdup (lijn_party_get_name (party));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lijn_person_get_name (person));
  adw_action_row_set_subtitle (row, both);
}

static GtkWidget *
make_row (LijnView *view, LijnObject *session, LijnObject *item)
{
  LijnStore *store = lijn_project_get_store (lijn_view_get_project (view));
  LijnPerson *person = LIJN_PERSON (item);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  LijnPresence *self = g_new0 (LijnPresence, 1);

  self->view = g_object_ref (view);
  self->session = g_object_ref (LIJN_SESSION (session));
  self->person = g_object_ref (person);
  g_object_set_data_full (G_OBJECT (check), "lijn-presence", self, lijn_presence_free);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (check, !lijn_store_is_read_only (store));
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  lijn_session_follow (view, check, G_CALLBACK (show_presence));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             lijn_badge_new (LIJN_OBJECT (lijn_person_get_party (person))));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lijn_person_get_name (person), -1);
  update_row (ADW_ACTION_ROW (row), person);
  g_signal_connect_object (item, "changed", G_CALLBACK (update_row), row, G_CONNECT_SWAPPED);

  return row;
}

static void
find_persons (LijnView *view, LijnObject *session, GPtrArray *found)
{
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (lijn_view_get_project (view));

  for (guint i = 0; i < parties->len; i++)
    lijn_inspect_find (found, LIJN_TABLE_PERSON, "party", parties->pdata[i]);
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
