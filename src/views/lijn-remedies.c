/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-remedies.h"

#include "lijn-edit.h"
#include "lijn-makers.h"
#include "lijn-pick-button.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

/* Each remedy is one verb, so that undo takes it back. */

/* Remedies that need nothing more. */
typedef gboolean (*Verb) (LijnView *view, gpointer object, GError **error);

static gboolean
make_interface (LijnView *view, gpointer flow, GError **error)
{
  return lijn_edit_hang (flow, NULL, error);
}

static gboolean
add_end (LijnView *view, gpointer element, GError **error)
{
  return lijn_edit_append (element, NULL, LIJN_ELEMENT_KIND_END, "", NULL, error) != NULL;
}

static gboolean
confirm (LijnView *view, gpointer object, GError **error)
{
  return lijn_edit_confirm (object, NULL, error);
}

static gboolean
finish_action (LijnView *view, gpointer action, GError **error)
{
  return lijn_edit_set_action_status (action, LIJN_ACTION_STATUS_DONE, error);
}

static gboolean
give_two_weeks (LijnView *view, gpointer action, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) due = g_date_time_add_weeks (now, 2);
  g_autofree char *date = g_date_time_format (due, "%Y-%m-%d");

  return lijn_edit_set (action, "due", date, error);
}

static gboolean
sign (LijnView *view, gpointer interface, GError **error)
{
  return lijn_edit_sign (interface, lijn_view_get_speaker (view), NULL, error);
}

static gboolean
add_party (LijnView *view, LijnPartyRole role, GError **error)
{
  return lijn_edit_add_party (lijn_view_get_project (view), role, lijn_word_for_role (role),
                              error) != NULL;
}

static gboolean
add_customer (LijnView *view, gpointer unused, GError **error)
{
  return add_party (view, LIJN_PARTY_ROLE_CUSTOMER, error);
}

static gboolean
add_supplier (LijnView *view, gpointer unused, GError **error)
{
  return add_party (view, LIJN_PARTY_ROLE_SUPPLIER, error);
}

static const struct
{
  const char *label;
  Verb verb;
} remedies[] = {
  [LIJN_CHECK_CROSSING_WITHOUT_INTERFACE] = { N_ ("Make an interface"), make_interface },
  [LIJN_CHECK_INTERFACE_WITHOUT_AGREEMENT] = { N_ ("Sign"), sign },
  [LIJN_CHECK_DEAD_END] = { N_ ("Add an end"), add_end },
  [LIJN_CHECK_ASSUMPTION] = { N_ ("Confirm"), confirm },
  [LIJN_CHECK_ACTION_OVERDUE] = { N_ ("Done"), finish_action },
  [LIJN_CHECK_ACTION_WITHOUT_DATE] = { N_ ("Due in two weeks"), give_two_weeks },
  [LIJN_CHECK_NO_CUSTOMER] = { N_ ("Add a customer"), add_customer },
  [LIJN_CHECK_NO_SUPPLIER] = { N_ ("Add a supplier"), add_supplier },
};

typedef struct
{
  LijnView *view; /* (owned) */
  LijnObject *object; /* (owned) (nullable) */
  Verb verb;
} Remedy;

static void
remedy_free (gpointer data, GClosure *closure)
{
  Remedy *self = data;

  g_object_unref (self->view);
  g_clear_object (&self->object);
  g_free (self);
}

static void
clicked_cb (GtkButton *button, Remedy *self)
{
  g_autoptr (LijnView) view = g_object_ref (self->view);
  GError *error = NULL;
  gboolean ok = self->verb (view, self->object, &error);

  lijn_view_report (view, ok, error);
}

static GtkWidget *
make_button (LijnView *view, const LijnFinding *finding)
{
  GtkWidget *button = gtk_button_new_with_label (_ (remedies[finding->kind].label));
  Remedy *self = g_new0 (Remedy, 1);

  self->view = g_object_ref (view);
  self->object = finding->object != NULL ? g_object_ref (finding->object) : NULL;
  self->verb = remedies[finding->kind].verb;
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), self, remedy_free, 0);
  return button;
}

/* A member for a team that misses a party: persons of the parties that it misses. */

static void
find_missing_persons (LijnView *view, LijnObject *team, GPtrArray *found)
{
  LijnProject *project = lijn_view_get_project (view);
  GListModel *persons = lijn_project_list (project, LIJN_TABLE_PERSON);

  for (guint i = 0; i < g_list_model_get_n_items (persons); i++)
    {
      g_autoptr (LijnPerson) person = g_list_model_get_item (persons, i);
      LijnParty *party = lijn_person_get_party (person);

      if (party != NULL && !lijn_team_has_role (LIJN_TEAM (team), lijn_party_get_role (party)))
        g_ptr_array_add (found, person);
    }
}

static gboolean
add_member (LijnView *view, LijnObject *team, LijnObject *person, GError **error)
{
  return lijn_edit_add_member (LIJN_TEAM (team), LIJN_PERSON (person), "", error) != NULL;
}

/* Somebody of the team for an action that nobody does. */

static void
find_members (LijnView *view, LijnObject *action, GPtrArray *found)
{
  LijnTeam *team = lijn_action_get_team (LIJN_ACTION (action));
  GPtrArray *members;

  if (team == NULL)
    return;
  members = lijn_project_referrers (lijn_view_get_project (view), LIJN_TABLE_MEMBER, "team",
                                    LIJN_OBJECT (team));
  for (guint i = 0; i < members->len; i++)
    if (lijn_member_get_person (members->pdata[i]) != NULL)
      g_ptr_array_add (found, lijn_member_get_person (members->pdata[i]));
}

static gboolean
assign_person (LijnView *view, LijnObject *action, LijnObject *person, GError **error)
{
  return lijn_edit_set (action, "person", lijn_object_get_id (person), error);
}

static gboolean
may_sign (LijnView *view, LijnInterface *interface)
{
  LijnParty *speaker = lijn_view_get_speaker (view);

  return speaker != NULL && !lijn_interface_is_signed_by (interface, speaker) &&
         (speaker == lijn_interface_get_giver (interface) ||
          speaker == lijn_interface_get_receiver (interface));
}

GtkWidget *
lijn_remedies_make (LijnView *view, const LijnFinding *finding)
{
  LijnStore *store = lijn_project_get_store (lijn_view_get_project (view));

  if (lijn_store_is_read_only (store))
    return NULL;

  switch (finding->kind)
    {
    case LIJN_CHECK_FRICTION_WITHOUT_TEAM:
    case LIJN_CHECK_PRIORITY_WITHOUT_WORK:
      return lijn_maker_new_assignment (view, LIJN_FRICTION (finding->object));
    case LIJN_CHECK_TEAM_MISSES_PARTY:
    case LIJN_CHECK_STEERING_WITHOUT_CUSTOMER:
      return lijn_pick_button_new (view, finding->object, _ ("Add a member"), NULL,
                                   find_missing_persons, add_member);
    case LIJN_CHECK_ACTION_WITHOUT_PERSON:
      return lijn_pick_button_new (view, finding->object, _ ("Choose who"), NULL, find_members,
                                   assign_person);
    case LIJN_CHECK_INTERFACE_WITHOUT_AGREEMENT:
      return may_sign (view, LIJN_INTERFACE (finding->object)) ? make_button (view, finding) : NULL;
    case LIJN_CHECK_CROSSING_WITHOUT_INTERFACE:
    case LIJN_CHECK_DEAD_END:
    case LIJN_CHECK_ASSUMPTION:
    case LIJN_CHECK_ACTION_OVERDUE:
    case LIJN_CHECK_ACTION_WITHOUT_DATE:
    case LIJN_CHECK_NO_CUSTOMER:
    case LIJN_CHECK_NO_SUPPLIER:
      return make_button (view, finding);
    case LIJN_CHECK_INTERFACE_WITHOUT_NORM:
    case LIJN_CHECK_UNREACHABLE:
    default:
      return NULL;
    }
}
