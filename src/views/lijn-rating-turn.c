/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-rating-turn.h"

#include "lijn-badge.h"
#include "lijn-edit.h"
#include "lijn-ratings.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

/* What was answered before this turn began is not shown: the page may be opened by anybody who has the
 * laptop. A new answer takes its place. */

#define HIGHEST 5

enum
{
  TOLD_SCORE = 1 << 0,
  TOLD_GUESS = 1 << 1,
  TOLD_COMMENT = 1 << 2,
};

struct _LijnRatingTurn
{
  AdwBin parent_instance;

  LijnTurnsWindow *window; /* not owned: it holds this */
  LijnSession *session;
  LijnParty *party;
  GPtrArray *interfaces;
  GHashTable *told; /* of each, what was answered in this turn */
  guint at; /* which of them */
  gboolean guessing; /* the score is there, the other's is asked */
  gboolean filling;

  GtkProgressBar *progress;
  AdwBin *badge;
  GtkLabel *name;
  GtkLabel *what;
  GtkLabel *question;
  GtkWidget *buttons[HIGHEST];
  GtkLabel *words[HIGHEST];
  GtkEditable *comment;
  GtkWidget *back;
  GtkButton *forth;
};

G_DEFINE_FINAL_TYPE (LijnRatingTurn, lijn_rating_turn, ADW_TYPE_BIN)

static LijnInterface *
get_interface (LijnRatingTurn *self)
{
  return self->interfaces->pdata[self->at];
}

static LijnRating *
get_rating (LijnRatingTurn *self)
{
  return lijn_ratings_find_own (self->session, get_interface (self), self->party);
}

static gboolean
is_told (LijnRatingTurn *self, guint what)
{
  return (GPOINTER_TO_UINT (g_hash_table_lookup (self->told, get_interface (self))) & what) != 0;
}

static void
note_told (LijnRatingTurn *self, guint what)
{
  guint told = GPOINTER_TO_UINT (g_hash_table_lookup (self->told, get_interface (self)));

  g_hash_table_insert (self->told, get_interface (self), GUINT_TO_POINTER (told | what));
}

static LijnParty *
get_other (LijnRatingTurn *self)
{
  LijnInterface *interface = get_interface (self);
  LijnParty *giver = lijn_interface_get_giver (interface);

  return giver == self->party ? lijn_interface_get_receiver (interface) : giver;
}

static void
show_question (LijnRatingTurn *self)
{
  LijnRating *rating = get_rating (self);
  int given = rating == NULL   ? 0
              : self->guessing ? lijn_rating_get_guess (rating)
                               : lijn_rating_get_score (rating);
  int shown = is_told (self, self->guessing ? TOLD_GUESS : TOLD_SCORE) ? given : 0;
  g_autofree char *question = self->guessing
                                  ? g_strdup_printf (_ ("What do you think %s answers?"),
                                                     lijn_party_get_name (get_other (self)))
                                  : g_strdup (_ ("How well does it work for you?"));

  gtk_label_set_label (self->question, question);
  self->filling = TRUE;
  for (int i = 0; i < HIGHEST; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), shown == i + 1);
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->forth), given > 0 || rating == NULL);
}

static void
show_interface (LijnRatingTurn *self)
{
  LijnInterface *interface = get_interface (self);
  g_autofree char *name = lijn_words_for_object (LIJN_OBJECT (interface));
  g_autofree char *progress = g_strdup_printf (_ ("%u of %u"), self->at + 1, self->interfaces->len);
  g_autofree char *what = g_strdup_printf (
      /* Translators: who gives, and who receives what crosses an interface. */
      _ ("from %s to %s"), lijn_party_get_name (lijn_interface_get_giver (interface)),
      lijn_party_get_name (lijn_interface_get_receiver (interface)));
  LijnRating *rating = get_rating (self);
  g_autofree char *before = NULL;

  if (rating != NULL && !is_told (self, TOLD_SCORE))
    /* Translators: behind from whom to whom something goes. */
    before = g_strdup_printf (_ ("%s · answered before; a new answer takes its place"), what);
  adw_bin_set_child (self->badge, lijn_badge_new (LIJN_OBJECT (interface)));
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->what, before != NULL ? before : what);
  gtk_editable_set_text (self->comment, rating != NULL && is_told (self, TOLD_COMMENT)
                                            ? lijn_rating_get_comment (rating)
                                            : "");
  gtk_progress_bar_set_text (self->progress, progress);
  gtk_progress_bar_set_fraction (self->progress, (double) self->at / self->interfaces->len);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  progress, -1);
  show_question (self);
}

/* Returns: what the comment becomes: one of before stays until something else is said. */
static const char *
get_comment (LijnRatingTurn *self)
{
  LijnRating *rating = get_rating (self);
  const char *text = gtk_editable_get_text (self->comment);

  return *text == '\0' && rating != NULL && !is_told (self, TOLD_COMMENT)
             ? lijn_rating_get_comment (rating)
             : text;
}

/* Writes what is on the page; what is not given yet stays as it is. 0: keep. */
static gboolean
write_rating (LijnRatingTurn *self, int score, int guess)
{
  LijnRating *rating = get_rating (self);
  guint told = (score > 0 ? TOLD_SCORE : 0) | (guess > 0 ? TOLD_GUESS : 0) |
               (*gtk_editable_get_text (self->comment) != '\0' ? TOLD_COMMENT : 0);
  g_autofree char *comment = g_strdup (get_comment (self));
  GError *error = NULL;
  gboolean ok;

  if (rating == NULL && score == 0)
    return TRUE;
  if (rating != NULL && score == 0)
    score = lijn_rating_get_score (rating);
  if (rating != NULL && guess == 0)
    guess = lijn_rating_get_guess (rating);
  ok = lijn_edit_rate (self->session, get_interface (self), self->party, NULL, score, guess,
                       comment, &error) != NULL;
  if (ok)
    note_told (self, told);
  return lijn_turns_window_report (self->window, ok, error);
}

/* The comment goes along with whatever leaves the page. */
static gboolean
write_comment (LijnRatingTurn *self)
{
  LijnRating *rating = get_rating (self);

  return rating == NULL || g_str_equal (lijn_rating_get_comment (rating), get_comment (self)) ||
         write_rating (self, 0, 0);
}

static void
focus_buttons (LijnRatingTurn *self)
{
  int active = 0;

  for (int i = 0; i < HIGHEST; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->buttons[i])))
      active = i;
  gtk_widget_grab_focus (self->buttons[active]);
}

/* An interface that is not rated is not guessed for either. */
static void
go_forth (LijnRatingTurn *self)
{
  if (!write_comment (self))
    return;
  if (!self->guessing && get_rating (self) != NULL)
    {
      self->guessing = TRUE;
      show_question (self);
    }
  else if (self->at + 1 < self->interfaces->len)
    {
      self->at++;
      self->guessing = FALSE;
      show_interface (self);
    }
  else
    {
      lijn_turns_window_next (self->window);
      return;
    }
  focus_buttons (self);
}

static void
go_back (LijnRatingTurn *self)
{
  if (!write_comment (self))
    return;
  if (self->guessing)
    {
      self->guessing = FALSE;
      show_question (self);
    }
  else if (self->at > 0)
    {
      self->at--;
      self->guessing = get_rating (self) != NULL;
      show_interface (self);
    }
  focus_buttons (self);
}

static void
answer (LijnRatingTurn *self, int value)
{
  gboolean ok = self->guessing ? write_rating (self, 0, value) : write_rating (self, value, 0);

  if (ok)
    go_forth (self);
  else
    show_question (self);
}

static void
clicked_cb (LijnRatingTurn *self, GtkWidget *button)
{
  if (self->filling)
    return;
  for (int i = 0; i < HIGHEST; i++)
    if (self->buttons[i] == button)
      {
        answer (self, i + 1);
        return;
      }
}

/* Digits answer wherever the focus is, but in the comment they are text; the arrows go between
 * pages, but among the buttons from one to the next. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                LijnRatingTurn *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  guint digit = gdk_keyval_to_unicode (key);

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->comment))))
    return FALSE;
  if (digit >= '1' && digit <= '0' + HIGHEST)
    answer (self, (int) (digit - '0'));
  else if (key == GDK_KEY_Right || key == GDK_KEY_Page_Down)
    go_forth (self);
  else if (key == GDK_KEY_Left || key == GDK_KEY_Page_Up)
    go_back (self);
  else
    return FALSE;
  return TRUE;
}

static void
lijn_rating_turn_dispose (GObject *object)
{
  LijnRatingTurn *self = LIJN_RATING_TURN (object);

  g_clear_object (&self->session);
  g_clear_object (&self->party);
  g_clear_pointer (&self->interfaces, g_ptr_array_unref);
  g_clear_pointer (&self->told, g_hash_table_unref);
  G_OBJECT_CLASS (lijn_rating_turn_parent_class)->dispose (object);
}

static void
lijn_rating_turn_class_init (LijnRatingTurnClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_rating_turn_dispose;
}

static GtkWidget *
add_label (GtkBox *box, const char *style)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
  return label;
}

static GtkWidget *
make_button (LijnRatingTurn *self, int value)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *number = g_strdup_printf ("%d", value);
  g_autofree char *label = g_strdup_printf ("%d: %s", value, lijn_word_for_rating (value));

  gtk_label_set_label (GTK_LABEL (add_label (GTK_BOX (box), "title-1")), number);
  gtk_label_set_label (GTK_LABEL (add_label (GTK_BOX (box), "caption")),
                       lijn_word_for_rating (value));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "lijn-answer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  return button;
}

static GtkWidget *
make_answers (LijnRatingTurn *self)
{
  GtkWidget *answers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (answers), TRUE);
  for (int i = 0; i < HIGHEST; i++)
    {
      self->buttons[i] = make_button (self, i + 1);
      gtk_box_append (GTK_BOX (answers), self->buttons[i]);
    }
  return answers;
}

static GtkWidget *
make_way (LijnRatingTurn *self)
{
  GtkWidget *way = gtk_center_box_new ();

  self->back = gtk_button_new_with_mnemonic (_ ("_Back"));
  self->forth = GTK_BUTTON (gtk_button_new_with_mnemonic (_ ("_Next")));
  g_signal_connect_swapped (self->back, "clicked", G_CALLBACK (go_back), self);
  g_signal_connect_swapped (self->forth, "clicked", G_CALLBACK (go_forth), self);
  gtk_center_box_set_start_widget (GTK_CENTER_BOX (way), self->back);
  gtk_center_box_set_end_widget (GTK_CENTER_BOX (way), GTK_WIDGET (self->forth));
  return way;
}

static void
lijn_rating_turn_init (LijnRatingTurn *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *comment = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_progress_bar_set_show_text (self->progress, TRUE);
  self->badge = ADW_BIN (adw_bin_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->badge), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->badge));
  self->name = GTK_LABEL (add_label (GTK_BOX (box), "title-2"));
  self->what = GTK_LABEL (add_label (GTK_BOX (box), "dim-label"));
  self->question = GTK_LABEL (add_label (GTK_BOX (box), "title-1"));
  gtk_box_append (GTK_BOX (box), make_answers (self));

  self->comment = GTK_EDITABLE (comment);
  gtk_entry_set_placeholder_text (GTK_ENTRY (comment), _ ("In a few words, if you like"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (comment), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Comment"), -1);
  g_signal_connect_swapped (comment, "activate", G_CALLBACK (go_forth), self);
  gtk_box_append (GTK_BOX (box), comment);
  gtk_box_append (GTK_BOX (box), make_way (self));
  adw_bin_set_child (ADW_BIN (self), box);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
lijn_rating_turn_new (LijnTurnsWindow *window, LijnSession *session, LijnParty *party)
{
  LijnRatingTurn *self = g_object_new (LIJN_TYPE_RATING_TURN, NULL);

  self->window = window;
  self->session = g_object_ref (session);
  self->party = g_object_ref (party);
  self->interfaces = lijn_ratings_list_open (session, party);
  self->told = g_hash_table_new (NULL, NULL);
  if (self->interfaces->len > 0)
    show_interface (self);

  return GTK_WIDGET (self);
}
