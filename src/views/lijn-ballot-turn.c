/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-ballot-turn.h"

#include "lijn-badge.h"
#include "lijn-ballots.h"
#include "lijn-edit.h"

#include <glib/gi18n.h>

/* Dots that were put before this turn began are not shown: the page may be opened by anybody who has
 * the laptop. Who puts one then begins anew. */

struct _LijnBallotTurn
{
  AdwBin parent_instance;

  LijnTurnsWindow *window; /* not owned: it holds this */
  LijnBallot *ballot;
  LijnParty *party;

  gboolean hides; /* what was put before */

  GtkLabel *left;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (LijnBallotTurn, lijn_ballot_turn, ADW_TYPE_BIN)

/* What a row is for. */
typedef struct
{
  LijnBallotTurn *turn; /* not owned */
  LijnFriction *friction;
  GtkLabel *dots;
} LijnChoiceRow;

static void
lijn_choice_row_free (gpointer data)
{
  LijnChoiceRow *self = data;

  g_object_unref (self->friction);
  g_free (self);
}

static void
show_left (LijnBallotTurn *self)
{
  int left = lijn_ballot_get_dots (self->ballot) -
             lijn_ballot_count_used (self->ballot, self->party);
  g_autofree char *text =
      self->hides ? g_strdup (_ ("Your dots are in: put one to begin anew"))
                  : g_strdup_printf (ngettext ("%d dot left", "%d dots left", (gulong) left), left);

  gtk_label_set_label (self->left, text);
}

static int
get_dots (LijnChoiceRow *row)
{
  LijnBallotTurn *turn = row->turn;

  return turn->hides ? 0 : lijn_ballot_get_dots_of (turn->ballot, row->friction, turn->party);
}

/* As dots one can see, and in words for who cannot. */
static void
show_dots (LijnChoiceRow *row)
{
  int dots = get_dots (row);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *words = g_strdup_printf (ngettext ("%d dot", "%d dots", (gulong) dots), dots);

  for (int i = 0; i < MIN (dots, 10); i++)
    g_string_append (text, "●");
  if (dots > 10)
    g_string_append_printf (text, " %d", dots);
  gtk_label_set_label (row->dots, text->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->dots), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

/* One step: what was put before this turn is taken back first. */
static gboolean
vote (LijnBallotTurn *self, LijnFriction *friction, int dots, GError **error)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (self->ballot));
  g_autoptr (LijnEdit) edit = lijn_edit_begin (project, _ ("Vote"), error);
  g_autoptr (GPtrArray) choices = lijn_ballot_list_choices (self->ballot);

  if (edit == NULL)
    return FALSE;
  for (guint i = 0; i < choices->len && self->hides; i++)
    if (!lijn_edit_vote (self->ballot, choices->pdata[i], self->party, 0, error))
      return FALSE;

  return lijn_edit_vote (self->ballot, friction, self->party, dots, error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

static void
put_dots (LijnChoiceRow *row, int dots)
{
  LijnBallotTurn *turn = row->turn;
  GError *error = NULL;
  gboolean ok;

  if (dots < 0 || (dots == 0 && turn->hides))
    return;
  ok = vote (turn, row->friction, dots, &error);
  turn->hides = turn->hides && !ok;
  lijn_turns_window_report (turn->window, ok, error);
  show_dots (row);
  show_left (turn);
}

static void
change_dots (LijnChoiceRow *row, int by)
{
  put_dots (row, by + get_dots (row));
}

static void
more_cb (LijnChoiceRow *row)
{
  change_dots (row, 1);
}

static void
less_cb (LijnChoiceRow *row)
{
  change_dots (row, -1);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                LijnChoiceRow *row)
{
  guint character = gdk_keyval_to_unicode (key);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (character >= '0' && character <= '9')
    put_dots (row, (int) (character - '0'));
  else if (character == '+' || character == '=')
    change_dots (row, 1);
  else if (character == '-' || key == GDK_KEY_BackSpace)
    change_dots (row, -1);
  else
    return FALSE;
  return TRUE;
}

static GtkWidget *
make_step (LijnChoiceRow *row, const char *icon, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_swapped (button, "clicked", clicked, row);
  return button;
}

static GtkWidget *
make_row (LijnBallotTurn *self, LijnFriction *friction)
{
  GtkWidget *widget = adw_action_row_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  LijnChoiceRow *row = g_new0 (LijnChoiceRow, 1);

  row->turn = self;
  row->friction = g_object_ref (friction);
  row->dots = GTK_LABEL (gtk_label_new (""));
  g_object_set_data_full (G_OBJECT (widget), "lijn-choice", row, lijn_choice_row_free);
  gtk_widget_add_css_class (GTK_WIDGET (row->dots), "lijn-dots");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), lijn_friction_get_words (friction));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (widget), 3);
  adw_action_row_add_prefix (ADW_ACTION_ROW (widget), lijn_badge_new (LIJN_OBJECT (friction)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), GTK_WIDGET (row->dots));
  adw_action_row_add_suffix (
      ADW_ACTION_ROW (widget),
      make_step (row, "list-remove-symbolic", _ ("One dot less (−)"), G_CALLBACK (less_cb)));
  adw_action_row_add_suffix (
      ADW_ACTION_ROW (widget),
      make_step (row, "list-add-symbolic", _ ("One dot more (+)"), G_CALLBACK (more_cb)));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), row);
  gtk_widget_add_controller (widget, keys);
  show_dots (row);
  return widget;
}

static void
lijn_ballot_turn_dispose (GObject *object)
{
  LijnBallotTurn *self = LIJN_BALLOT_TURN (object);

  g_clear_object (&self->ballot);
  g_clear_object (&self->party);
  G_OBJECT_CLASS (lijn_ballot_turn_parent_class)->dispose (object);
}

static void
lijn_ballot_turn_class_init (LijnBallotTurnClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_ballot_turn_dispose;
}

static void
done_cb (LijnBallotTurn *self)
{
  lijn_turns_window_next (self->window);
}

static void
lijn_ballot_turn_init (LijnBallotTurn *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *done = gtk_button_new_with_mnemonic (_ ("_Done"));

  self->left = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_wrap (self->left, TRUE);
  gtk_label_set_justify (self->left, GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->left), "title-1");
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  gtk_widget_set_margin_start (self->list, 3);
  gtk_widget_set_margin_end (self->list, 3);
  gtk_widget_set_margin_top (self->list, 3);
  gtk_widget_set_margin_bottom (self->list, 3);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (done, "suggested-action");
  gtk_widget_add_css_class (done, "pill");
  gtk_widget_set_halign (done, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_bottom (done, 18);
  g_signal_connect_swapped (done, "clicked", G_CALLBACK (done_cb), self);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->left));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), done);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
lijn_ballot_turn_new (LijnTurnsWindow *window, LijnBallot *ballot, LijnParty *party)
{
  LijnBallotTurn *self = g_object_new (LIJN_TYPE_BALLOT_TURN, NULL);
  g_autoptr (GPtrArray) choices = lijn_ballot_list_choices (ballot);

  self->window = window;
  self->ballot = g_object_ref (ballot);
  self->party = g_object_ref (party);
  self->hides = lijn_ballot_count_used (ballot, party) > 0;
  for (guint i = 0; i < choices->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, choices->pdata[i]));
  show_left (self);

  return GTK_WIDGET (self);
}
