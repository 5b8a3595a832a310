/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-walk-bar.h"

#include "lijn-ask.h"
#include "lijn-assumed.h"
#include "lijn-edit.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

/* The queue is made once, at the start; what was settled or removed meanwhile is passed over. Most
 * projects are shown without a walk: what the bar holds is made for the first one. */

struct _LijnWalkBar
{
  AdwBin parent_instance;

  LijnView *view;
  GPtrArray *queue; /* (nullable): while walking; LijnObject */
  guint at;
  GtkRevealer *revealer; /* (nullable): before the first walk; holds the others */
  GtkLabel *what;
  GtkWidget *confirm;
  GtkWidget *lane; /* confirm all in this lane */
};

G_DEFINE_FINAL_TYPE (LijnWalkBar, lijn_walk_bar, ADW_TYPE_BIN)

static LijnObject *
get_current (LijnWalkBar *self)
{
  return self->queue != NULL && self->at < self->queue->len ? self->queue->pdata[self->at] : NULL;
}

static gboolean
is_settled (LijnObject *object)
{
  return lijn_object_is_gone (object) || !lijn_object_is_assumed (object);
}

static void
stop (LijnWalkBar *self)
{
  g_clear_pointer (&self->queue, g_ptr_array_unref);
  if (self->revealer != NULL)
    gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

/* Whose it is to confirm. */
static const char *
get_owner (LijnObject *object)
{
  LijnParty *party = LIJN_IS_ELEMENT (object) ? lijn_element_get_party (LIJN_ELEMENT (object))
                                              : NULL;

  return party != NULL ? lijn_party_get_name (party) : _ ("between the parties");
}

static void
describe (LijnWalkBar *self, LijnObject *object)
{
  g_autofree char *name = lijn_words_for_object (object);
  g_autofree char *text = NULL;

  /* Translators: what is assumed; below it its number, how many there are, and whose it is. */
  text = g_strdup_printf (_ ("%s\n%u of %u · %s"), name, self->at + 1, self->queue->len,
                          get_owner (object));
  gtk_label_set_text (self->what, text);
  gtk_widget_set_visible (self->lane, LIJN_IS_ELEMENT (object));
}

/* Shows what is next from here on; at the end it says so and goes away. */
static void
show_next (LijnWalkBar *self)
{
  LijnObject *object;

  while ((object = get_current (self)) != NULL && is_settled (object))
    self->at++;
  if (object == NULL)
    {
      stop (self);
      lijn_view_say (self->view, _ ("That was the last assumption."));
      return;
    }

  describe (self, object);
  lijn_view_show (self->view, object);
  gtk_widget_grab_focus (self->confirm);
}

static void
confirm_cb (LijnWalkBar *self)
{
  LijnObject *object = get_current (self);
  GError *error = NULL;
  gboolean ok;

  if (object == NULL)
    return;
  ok = lijn_edit_confirm (object, NULL, &error);
  if (lijn_view_report (self->view, ok, error))
    show_next (self);
}

static void
confirm_lane_cb (LijnWalkBar *self)
{
  LijnObject *object = get_current (self);
  LijnLane *lane = LIJN_IS_ELEMENT (object) ? lijn_element_get_lane (LIJN_ELEMENT (object)) : NULL;
  g_autoptr (GPtrArray) assumed = NULL;
  GError *error = NULL;
  gboolean ok;

  if (lane == NULL)
    return;
  assumed = lijn_assumed_list_lane (lane);
  ok = lijn_edit_confirm_all (assumed, NULL, &error);
  if (lijn_view_report (self->view, ok, error))
    show_next (self);
}

static void
skip_cb (LijnWalkBar *self)
{
  if (self->queue == NULL)
    return;
  self->at++;
  show_next (self);
}

static void
words_given (gpointer data, const char *words)
{
  LijnWalkBar *self = data;
  LijnObject *object = get_current (self);
  GError *error = NULL;
  gboolean ok;

  if (object == NULL)
    return;
  ok = lijn_edit_deny (object, words, &error) != NULL;
  if (lijn_view_report (self->view, ok, error))
    skip_cb (self);
}

static void
deny_cb (LijnWalkBar *self)
{
  if (get_current (self) != NULL)
    lijn_ask (self, _ ("Not So"), _ ("How is it then? This becomes a friction point here."),
              _ ("How it is"), _ ("_Pin It"), words_given);
}

static gboolean
key_pressed_cb (LijnWalkBar *self, guint key, guint code, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_c:
      confirm_cb (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_n:
      deny_cb (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_s:
      skip_cb (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      stop (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static GtkWidget *
make_button (LijnWalkBar *self, const char *label, const char *tooltip, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

static void
fill (LijnWalkBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->what = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_ellipsize (self->what, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->what, 40);
  gtk_label_set_lines (self->what, 2);
  gtk_label_set_xalign (self->what, 0.0F);
  gtk_widget_add_css_class (GTK_WIDGET (self->what), "lijn-walk-what");
  self->confirm = make_button (self, _ ("Confirm"), _ ("It is so (C)"), G_CALLBACK (confirm_cb));
  gtk_widget_remove_css_class (self->confirm, "flat");
  gtk_widget_add_css_class (self->confirm, "suggested-action");
  self->lane = make_button (self, _ ("Whole lane"), _ ("Confirm all that is assumed in this lane"),
                            G_CALLBACK (confirm_lane_cb));
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_tooltip_text (close, _ ("Stop (Esc)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Stop"),
                                  -1);
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (stop), self);

  gtk_widget_add_css_class (box, "lijn-floating");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->what));
  gtk_box_append (GTK_BOX (box), self->confirm);
  gtk_box_append (GTK_BOX (box), self->lane);
  gtk_box_append (GTK_BOX (box),
                  make_button (self, _ ("Not so…"), _ ("Say how it is (N)"), G_CALLBACK (deny_cb)));
  gtk_box_append (GTK_BOX (box), make_button (self, _ ("Skip"), _ ("Leave it for later (S)"),
                                              G_CALLBACK (skip_cb)));
  gtk_box_append (GTK_BOX (box), close);

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_SLIDE_DOWN);
  gtk_revealer_set_child (self->revealer, box);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->revealer));
}

static void
say_nothing_waits (LijnWalkBar *self)
{
  LijnParty *speaker = lijn_view_get_speaker (self->view);
  g_autofree char *text = speaker != NULL
                              ? g_strdup_printf (_ ("Nothing waits to be confirmed by %s."),
                                                 lijn_party_get_name (speaker))
                              : g_strdup (_ ("Nothing waits to be confirmed."));

  lijn_view_say (self->view, text);
}

void
lijn_walk_bar_start (LijnWalkBar *self)
{
  stop (self);
  self->queue = lijn_assumed_list (lijn_view_get_project (self->view), NULL,
                                   lijn_view_get_speaker (self->view));
  self->at = 0;
  if (self->queue->len == 0)
    {
      stop (self);
      say_nothing_waits (self);
      return;
    }
  if (self->revealer == NULL)
    fill (self);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  show_next (self);
}

void
lijn_walk_bar_set_view (LijnWalkBar *self, LijnView *view)
{
  if (view == NULL)
    stop (self);
  g_set_object (&self->view, view);
}

static void
lijn_walk_bar_dispose (GObject *object)
{
  LijnWalkBar *self = LIJN_WALK_BAR (object);

  g_clear_pointer (&self->queue, g_ptr_array_unref);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (lijn_walk_bar_parent_class)->dispose (object);
}

static void
lijn_walk_bar_class_init (LijnWalkBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_walk_bar_dispose;
}

static void
lijn_walk_bar_init (LijnWalkBar *self)
{
}
