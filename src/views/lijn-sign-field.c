/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-sign-field.h"

#include "lijn-badge.h"
#include "lijn-edit.h"
#include "lijn-pick-button.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

struct _LijnSignField
{
  AdwActionRow parent_instance;

  LijnView *view;
  LijnInterface *interface;
  gboolean of_receiver;

  GtkWidget *badge;
  GtkWidget *sign; /* opens the list of persons who can */
  GtkWidget *withdraw;
};

G_DEFINE_FINAL_TYPE (LijnSignField, lijn_sign_field, ADW_TYPE_ACTION_ROW)

static LijnParty *
get_party (LijnInterface *interface, gboolean of_receiver)
{
  return of_receiver ? lijn_interface_get_receiver (interface)
                     : lijn_interface_get_giver (interface);
}

/* (transfer full): "Norm time: 2 days → 3 days", a line for each term. */
static char *
describe_changes (LijnSignField *self, LijnSignoff *signature)
{
  LijnProject *project = lijn_view_get_project (self->view);
  g_autoptr (GPtrArray) changes = lijn_signoff_list_changes (signature);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const LijnTermChange *change = changes->pdata[i];
      g_autofree char *was = lijn_words_for_value (project, LIJN_TABLE_INTERFACE, change->column,
                                                   change->was);
      g_autofree char *now = lijn_words_for_value (project, LIJN_TABLE_INTERFACE, change->column,
                                                   change->now);

      g_string_append_c (text, '\n');
      /* Translators: a term of an agreement, what it was when it was signed, and what it is now. */
      g_string_append_printf (
          text, _ ("%s: %s → %s"), lijn_word_for_column (LIJN_TABLE_INTERFACE, change->column),
          *was != '\0' ? was : _ ("nothing"), *now != '\0' ? now : _ ("nothing"));
    }

  return g_string_free (text, FALSE);
}

/* (transfer full): "Anna Smit, 3 March 2026". */
static char *
describe_signer (LijnSignoff *signature)
{
  LijnPerson *person = lijn_signoff_get_person (signature);
  g_autoptr (GDateTime)
      at = g_date_time_new_from_unix_local (lijn_signoff_get_at (signature) / G_USEC_PER_SEC);
  g_autofree char *date = at != NULL ? g_date_time_format (at, "%x") : g_strdup ("");

  if (person == NULL)
    return g_steal_pointer (&date);

  return g_strdup_printf ("%s, %s", lijn_person_get_name (person), date);
}

static void
show_signature (LijnSignField *self)
{
  LijnParty *party;
  LijnSignoff *signature;
  gboolean holds;
  g_autofree char *signer = NULL, *changes = NULL, *text = NULL;

  if (lijn_object_is_gone (LIJN_OBJECT (self->interface)))
    return;

  party = get_party (self->interface, self->of_receiver);
  gtk_widget_set_visible (GTK_WIDGET (self), party != NULL);
  if (party == NULL)
    return;

  signature = lijn_interface_get_signoff (self->interface, party);
  holds = lijn_interface_is_signed_by (self->interface, party);
  lijn_badge_set_object (LIJN_BADGE (self->badge), LIJN_OBJECT (party));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), lijn_party_get_name (party));
  gtk_widget_set_visible (self->sign, !holds);
  gtk_widget_set_visible (self->withdraw, signature != NULL);
  if (signature == NULL)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self), _ ("Has not signed yet"));
      return;
    }

  signer = describe_signer (signature);
  changes = holds ? g_strdup ("") : describe_changes (self, signature);
  /* Translators: who signed, and when; below the second stands what has changed. */
  text = holds ? g_strdup_printf (_ ("Signed: %s"), signer)
               : g_strdup_printf (_ ("Open again. Signed: %s. Since then:%s"), signer, changes);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
}

static void
find_persons (LijnInterface *interface, gboolean of_receiver, GPtrArray *found)
{
  LijnParty *party = get_party (interface, of_receiver);
  GPtrArray *persons;

  if (party == NULL)
    return;
  persons = lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (party)),
                                    LIJN_TABLE_PERSON, "party", LIJN_OBJECT (party));
  for (guint i = 0; i < persons->len; i++)
    g_ptr_array_add (found, persons->pdata[i]);
}

static void
find_of_giver (LijnView *view, LijnObject *interface, GPtrArray *found)
{
  find_persons (LIJN_INTERFACE (interface), FALSE, found);
}

static void
find_of_receiver (LijnView *view, LijnObject *interface, GPtrArray *found)
{
  find_persons (LIJN_INTERFACE (interface), TRUE, found);
}

static gboolean
sign_as_giver (LijnView *view, LijnObject *interface, LijnObject *person, GError **error)
{
  return lijn_edit_sign (LIJN_INTERFACE (interface), get_party (LIJN_INTERFACE (interface), FALSE),
                         (LijnPerson *) person, error);
}

static gboolean
sign_as_receiver (LijnView *view, LijnObject *interface, LijnObject *person, GError **error)
{
  return lijn_edit_sign (LIJN_INTERFACE (interface), get_party (LIJN_INTERFACE (interface), TRUE),
                         (LijnPerson *) person, error);
}

static void
withdraw_cb (LijnSignField *self)
{
  GError *error = NULL;
  gboolean ok = lijn_edit_withdraw_signature (
      self->interface, get_party (self->interface, self->of_receiver), &error);

  lijn_view_report (self->view, ok, error);
}

static void
lijn_sign_field_dispose (GObject *object)
{
  LijnSignField *self = LIJN_SIGN_FIELD (object);

  g_clear_object (&self->view);
  g_clear_object (&self->interface);
  G_OBJECT_CLASS (lijn_sign_field_parent_class)->dispose (object);
}

static void
lijn_sign_field_class_init (LijnSignFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_sign_field_dispose;
}

static void
lijn_sign_field_init (LijnSignField *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  self->badge = lijn_badge_new (NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->badge);
}

GtkWidget *
lijn_sign_field_new (LijnView *view, LijnInterface *interface, gboolean of_receiver)
{
  LijnSignField *self = g_object_new (LIJN_TYPE_SIGN_FIELD, NULL);
  LijnProject *project = lijn_view_get_project (view);
  LijnStore *store = lijn_project_get_store (project);

  self->view = g_object_ref (view);
  self->interface = g_object_ref (interface);
  self->of_receiver = of_receiver;
  self->sign = lijn_pick_button_new (view, LIJN_OBJECT (interface), _ ("Sign"),
                                     _ ("Without a name"),
                                     of_receiver ? find_of_receiver : find_of_giver,
                                     of_receiver ? sign_as_receiver : sign_as_giver);
  gtk_widget_set_valign (self->sign, GTK_ALIGN_CENTER);
  self->withdraw = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_add_css_class (self->withdraw, "flat");
  gtk_widget_set_valign (self->withdraw, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->withdraw, _ ("Withdraw the signature"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->withdraw), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Withdraw the signature"), -1);
  g_signal_connect_object (self->withdraw, "clicked", G_CALLBACK (withdraw_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->sign);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->withdraw);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !lijn_store_is_read_only (store));
  g_signal_connect_object (project, "refreshed", G_CALLBACK (show_signature), self,
                           G_CONNECT_SWAPPED);
  show_signature (self);

  return GTK_WIDGET (self);
}
