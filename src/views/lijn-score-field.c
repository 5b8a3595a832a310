/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-score-field.h"

#include "lijn-badge.h"
#include "lijn-edit.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

#define HIGHEST 5

struct _LijnScoreField
{
  AdwActionRow parent_instance;

  LijnView *view;
  LijnFriction *friction;
  LijnParty *party; /* whose severity; NULL: the priority */
  GtkWidget *buttons[HIGHEST];
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (LijnScoreField, lijn_score_field, ADW_TYPE_ACTION_ROW)

static int
get_score (LijnScoreField *self)
{
  return self->party != NULL ? lijn_friction_get_severity (self->friction, self->party)
                             : lijn_friction_get_priority (self->friction);
}

static void
show_score (LijnScoreField *self)
{
  int score = get_score (self);

  self->filling = TRUE;
  for (int i = 0; i < HIGHEST; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), i + 1 == score);
  self->filling = FALSE;

  if (self->party != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self), lijn_word_for_severity (score));
}

static gboolean
set_score (LijnScoreField *self, int score, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%d", score);

  return self->party != NULL
             ? lijn_edit_set_severity (self->friction, self->party, score, error)
             : lijn_edit_set (LIJN_OBJECT (self->friction), "priority", text, error);
}

static void
write_score (LijnScoreField *self, int score)
{
  GError *error = NULL;
  gboolean ok = set_score (self, score, &error);

  lijn_view_report (self->view, ok, error);
  show_score (self);
}

/* On whose behalf one types from now on; the score is theirs. */
static void
speaker_said_cb (LijnScoreField *self, const char *response, GtkWidget *dialog)
{
  int score = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (dialog), "score"));
  LijnParty *party = lijn_project_find (lijn_view_get_project (self->view), LIJN_TABLE_PARTY,
                                        response);

  if (party != NULL)
    {
      lijn_view_set_speaker (self->view, party);
      write_score (self, score);
    }
  else
    show_score (self);
}

static void
ask_speaker (LijnScoreField *self, int score, GPtrArray *customers)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *dialog = adw_message_dialog_new (window, _ ("Who says so?"),
                                              _ ("Only the customer says what matters most to it. "
                                                 "From now on you type on behalf of:"));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"));
  for (guint i = 0; i < customers->len; i++)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog),
                                     lijn_object_get_id (customers->pdata[i]),
                                     lijn_party_get_name (customers->pdata[i]));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog),
                                           lijn_object_get_id (customers->pdata[0]));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data (G_OBJECT (dialog), "score", GINT_TO_POINTER (score));
  g_signal_connect_object (dialog, "response", G_CALLBACK (speaker_said_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* (transfer container): who could set the priority, while the one who speaks cannot. */
static GPtrArray *
list_askable (LijnScoreField *self)
{
  LijnParty *speaker = lijn_view_get_speaker (self->view);
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (lijn_view_get_project (self->view));
  GPtrArray *customers = g_ptr_array_new ();

  for (guint i = 0; i < parties->len; i++)
    if (self->party == NULL && lijn_party_get_role (parties->pdata[i]) == LIJN_PARTY_ROLE_CUSTOMER)
      g_ptr_array_add (customers, parties->pdata[i]);
  if (g_ptr_array_find (customers, speaker, NULL))
    g_ptr_array_set_size (customers, 0);

  return customers;
}

static void
toggled_cb (LijnScoreField *self, GtkWidget *button)
{
  g_autoptr (GPtrArray) askable = NULL;
  int score = 0;

  if (self->filling || lijn_object_is_gone (LIJN_OBJECT (self->friction)))
    return;

  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
    for (int i = 0; i < HIGHEST; i++)
      if (self->buttons[i] == button)
        score = i + 1;

  askable = list_askable (self);
  if (askable->len > 0)
    ask_speaker (self, score, askable);
  else
    write_score (self, score);
}

static int
find_active (LijnScoreField *self)
{
  int i = 0;

  while (i < HIGHEST && !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->buttons[i])))
    i++;

  return i;
}

/* A digit is the score; none of them takes it away. */
static gboolean
key_pressed_cb (LijnScoreField *self, guint key, guint code, GdkModifierType state)
{
  guint digit = gdk_keyval_to_unicode (key);
  int active = find_active (self);

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (digit >= '1' && digit <= '0' + HIGHEST)
    {
      gtk_widget_grab_focus (self->buttons[digit - '1']);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[digit - '1']), TRUE);
    }
  else if ((digit == '0' || key == GDK_KEY_BackSpace || key == GDK_KEY_Delete) && active < HIGHEST)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[active]), FALSE);
  else
    return FALSE;

  return TRUE;
}

static void
party_changed_cb (LijnScoreField *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), lijn_party_get_name (self->party));
}

static void
lijn_score_field_dispose (GObject *object)
{
  LijnScoreField *self = LIJN_SCORE_FIELD (object);

  g_clear_object (&self->view);
  g_clear_object (&self->friction);
  g_clear_object (&self->party);
  G_OBJECT_CLASS (lijn_score_field_parent_class)->dispose (object);
}

/* One stop for Tab, at the score that is set; the arrows go from one to the next. */
static gboolean
lijn_score_field_focus (GtkWidget *widget, GtkDirectionType direction)
{
  LijnScoreField *self = LIJN_SCORE_FIELD (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (lijn_score_field_parent_class)->focus (widget, direction);

  return gtk_widget_get_focus_child (widget) == NULL &&
         gtk_widget_grab_focus (self->buttons[find_active (self) % HIGHEST]);
}

static void
lijn_score_field_class_init (LijnScoreFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_score_field_dispose;
  GTK_WIDGET_CLASS (klass)->focus = lijn_score_field_focus;
}

static void
lijn_score_field_init (LijnScoreField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (int i = 0; i < HIGHEST; i++)
    {
      g_autofree char *label = g_strdup_printf ("%d", i + 1);

      self->buttons[i] = gtk_toggle_button_new_with_label (label);
      gtk_widget_add_css_class (self->buttons[i], "lijn-score");
      g_signal_connect_swapped (self->buttons[i], "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (GTK_BOX (box), self->buttons[i]);
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), box);
}

/* What each button says to who cannot see beside what it stands. */
static void
name_buttons (LijnScoreField *self)
{
  for (int i = 0; i < HIGHEST; i++)
    {
      g_autofree char *label = NULL;

      if (self->party != NULL)
        label = g_strdup_printf (_ ("Severity %d for %s: %s"), i + 1,
                                 lijn_party_get_name (self->party), lijn_word_for_severity (i + 1));
      else
        label = g_strdup_printf (_ ("Priority %d"), i + 1);
      gtk_widget_set_tooltip_text (self->buttons[i], label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
}

static LijnScoreField *
make (LijnView *view, LijnFriction *friction, LijnParty *party)
{
  LijnScoreField *self = g_object_new (LIJN_TYPE_SCORE_FIELD, NULL);
  LijnProject *project = lijn_view_get_project (view);

  self->view = g_object_ref (view);
  self->friction = g_object_ref (friction);
  g_set_object (&self->party, party);
  name_buttons (self);
  show_score (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self),
                            !lijn_store_is_read_only (lijn_project_get_store (project)));
  g_signal_connect_object (project, "refreshed", G_CALLBACK (show_score), self, G_CONNECT_SWAPPED);

  return self;
}

GtkWidget *
lijn_score_field_new_severity (LijnView *view, LijnFriction *friction, LijnParty *party)
{
  LijnScoreField *self = make (view, friction, party);

  adw_action_row_add_prefix (ADW_ACTION_ROW (self), lijn_badge_new (LIJN_OBJECT (party)));
  party_changed_cb (self);
  g_signal_connect_object (party, "changed", G_CALLBACK (party_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

GtkWidget *
lijn_score_field_new_priority (LijnView *view, LijnFriction *friction)
{
  LijnScoreField *self = make (view, friction, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 lijn_word_for_column (LIJN_TABLE_FRICTION, "priority"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), _ ("Set by the customer"));

  return GTK_WIDGET (self);
}
