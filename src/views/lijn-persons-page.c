/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-persons-page.h"

#include "lijn-edit.h"
#include "lijn-field-lists.h"
#include "lijn-people-window.h"

#include <glib/gi18n.h>

static char *
get_teams (LijnObject *person, const LijnAudience *audience)
{
  return lijn_field_join (lijn_field_across (LIJN_TABLE_MEMBER, "person", person, "team"),
                          audience);
}

/* Actions that are not closed. NOTE columns have no index, so all are walked past. */
static double
count_actions (LijnObject *person)
{
  GListModel *actions = lijn_project_list (lijn_object_get_project (person), LIJN_TABLE_ACTION);
  double n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (LijnAction) action = g_list_model_get_item (actions, i);
      LijnActionStatus status = lijn_action_get_status (action);

      n += (status == LIJN_ACTION_STATUS_OPEN || status == LIJN_ACTION_STATUS_DOING) &&
           lijn_action_get_person (action) == LIJN_PERSON (person);
    }
  return n;
}

static char *
get_actions (LijnObject *person, const LijnAudience *audience)
{
  double n = count_actions (person);

  return n > 0 ? g_strdup_printf ("%.0f", n) : g_strdup ("");
}

static const LijnField fields[] = {
  { "teams", N_ ("Teams"), get_teams, NULL },
  { "actions", N_ ("Open actions"), get_actions, count_actions },
};

static const LijnRegisterColumn columns[] = {
  { "name", 180, LIJN_REGISTER_WIDE, LIJN_REGISTER_EDIT_VALUE },
  { "party", 110, 0, LIJN_REGISTER_EDIT_VALUE },
  { "function", 170, 0, LIJN_REGISTER_EDIT_VALUE },
  { "email", 170, 0, LIJN_REGISTER_EDIT_VALUE },
  { "phone", 110, 0, LIJN_REGISTER_EDIT_VALUE },
  { "teams", 150, 0, NULL },
  { "actions", 90, LIJN_REGISTER_HIDDEN | LIJN_REGISTER_RIGHT, NULL },
};

static void
list_teams (LijnView *view, LijnObject *object, GArray *values)
{
  GPtrArray *members = lijn_project_referrers (lijn_view_get_project (view), LIJN_TABLE_MEMBER,
                                               "person", object);
  const char *none = "";

  for (guint i = 0; i < members->len; i++)
    {
      const char *team = lijn_member_get_team_id (members->pdata[i]);

      g_array_append_val (values, team);
    }
  if (members->len == 0)
    g_array_append_val (values, none);
}

static char *
label_team (LijnView *view, const char *value)
{
  LijnObject *team = lijn_project_find (lijn_view_get_project (view), LIJN_TABLE_TEAM, value);

  return g_strdup (team != NULL ? lijn_object_get_name (team) : _ ("In no team"));
}

static const LijnRegisterFacet facets[] = {
  { "party" },
  { "team", N_ ("Team"), list_teams, label_team },
};

static const LijnRegisterSpec spec = {
  .id = "persons",
  .table = LIJN_TABLE_PERSON,
  .title = N_ ("Persons"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .facets = facets,
  .n_facets = G_N_ELEMENTS (facets),
  .empty_icon = "lijn-person-symbolic",
  .empty_title = N_ ("Nobody yet"),
  .empty_text = N_ ("Add who takes part, from both parties, or import a list from a spreadsheet "
                    "(CSV) or an address book (vCard)."),
};

/* Of the party that speaks, else of the first. */
static LijnParty *
choose_party (LijnView *view)
{
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (lijn_view_get_project (view));
  LijnParty *speaker = lijn_view_get_speaker (view);

  if (speaker != NULL)
    return speaker;
  return parties->len > 0 ? parties->pdata[0] : NULL;
}

static void
add_cb (GtkWidget *button, LijnRegister *self)
{
  LijnView *view = lijn_register_get_view (self);
  LijnParty *party = choose_party (view);
  LijnPerson *person;
  GError *error = NULL;

  if (party == NULL)
    {
      lijn_view_say (view, _ ("A person belongs to a party. Add a party first."));
      return;
    }
  person = lijn_edit_add_person (party, _ ("New person"), "", &error);
  if (lijn_view_report (view, person != NULL, error))
    lijn_view_select (view, LIJN_OBJECT (person));
}

static void
chosen_cb (LijnRegister *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    lijn_people_window_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                lijn_register_get_view (self), file);
  g_object_unref (dialog);
}

static void
import_cb (GtkWidget *button, LijnRegister *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Import a list of persons"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
      GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"), NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("CSV and vCard"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "tsv");
  gtk_file_filter_add_suffix (filter, "txt");
  gtk_file_filter_add_suffix (filter, "vcf");
  gtk_file_filter_add_suffix (filter, "vcard");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

GtkWidget *
lijn_persons_page_new (LijnView *view)
{
  GtkWidget *self = lijn_register_new (view, &spec);

  lijn_register_add_button (LIJN_REGISTER (self), "document-open-symbolic", _ ("Import a list…"),
                            G_CALLBACK (import_cb));
  lijn_register_add_button (LIJN_REGISTER (self), "list-add-symbolic", _ ("Add person"),
                            G_CALLBACK (add_cb));
  return self;
}
