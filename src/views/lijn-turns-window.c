/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-turns-window.h"

#include "lijn-badge.h"
#include "lijn-names.h"

#include <glib/gi18n.h>

typedef struct
{
  LijnView *view;
  GPtrArray *parties;
  guint turn; /* whose turn it is, or would be */
  gboolean covered; /* a cover shows, or the end */

  GtkLabel *heading;
  AdwBin *place;
  GtkLabel *problem;
} LijnTurnsWindowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LijnTurnsWindow, lijn_turns_window, ADW_TYPE_WINDOW)

static LijnTurnsWindowPrivate *
get_private (LijnTurnsWindow *self)
{
  return lijn_turns_window_get_instance_private (self);
}

LijnView *
lijn_turns_window_get_view (LijnTurnsWindow *self)
{
  return get_private (self)->view;
}

gboolean
lijn_turns_window_report (LijnTurnsWindow *self, gboolean ok, GError *error)
{
  LijnTurnsWindowPrivate *priv = get_private (self);

  gtk_label_set_label (priv->problem, error != NULL ? error->message : "");
  g_clear_error (&error);
  return ok;
}

/* Puts @widget in the place of what showed before, which is destroyed. */
static void
show (LijnTurnsWindow *self, GtkWidget *widget)
{
  LijnTurnsWindowPrivate *priv = get_private (self);

  lijn_names_put_right (widget);
  adw_bin_set_child (priv->place, widget);
  gtk_label_set_label (priv->problem, "");
  gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static LijnParty *
get_party (LijnTurnsWindow *self)
{
  LijnTurnsWindowPrivate *priv = get_private (self);

  return priv->parties->pdata[priv->turn];
}

static void
begin_turn (LijnTurnsWindow *self)
{
  get_private (self)->covered = FALSE;
  show (self, LIJN_TURNS_WINDOW_GET_CLASS (self)->make_turn (self, get_party (self)));
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_cover (LijnTurnsWindow *self, LijnParty *party)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  g_autofree char *to = g_strdup_printf (_ ("Hand the laptop to %s"), lijn_party_get_name (party));
  g_autofree char *how = LIJN_TURNS_WINDOW_GET_CLASS (self)->describe_turn (self, party);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Here we are"));
  GtkWidget *badge = lijn_badge_new (LIJN_OBJECT (party));

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (badge, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (begin_turn), self);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_box_append (GTK_BOX (box), make_label (to, "title-1"));
  gtk_box_append (GTK_BOX (box), make_label (how, "dim-label"));
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
show_cover (LijnTurnsWindow *self)
{
  LijnTurnsWindowPrivate *priv = get_private (self);
  GtkWidget *end;

  priv->covered = TRUE;
  if (priv->turn < priv->parties->len)
    {
      show (self, make_cover (self, get_party (self)));
      return;
    }
  end = LIJN_TURNS_WINDOW_GET_CLASS (self)->make_end (self);
  if (end != NULL)
    show (self, end);
  else
    gtk_window_close (GTK_WINDOW (self));
}

void
lijn_turns_window_next (LijnTurnsWindow *self)
{
  get_private (self)->turn++;
  show_cover (self);
}

GtkWidget *
lijn_turns_window_make_end_page (LijnTurnsWindow *self, const char *heading, const char *label,
                                 GCallback clicked)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), make_label (heading, "title-1"));
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

void
lijn_turns_window_show_outcome (LijnTurnsWindow *self, const char *heading, GtkWidget *list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), make_label (heading, "title-1"));
  gtk_box_append (GTK_BOX (box), scroller);
  show (self, box);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LijnTurnsWindow *self = LIJN_TURNS_WINDOW (widget);

  if (get_private (self)->covered)
    gtk_window_close (GTK_WINDOW (self));
  else
    show_cover (self);
  return TRUE;
}

void
lijn_turns_window_begin (LijnTurnsWindow *self, LijnView *view, GtkWindow *over, const char *title,
                         GPtrArray *parties)
{
  LijnTurnsWindowPrivate *priv = get_private (self);

  priv->view = g_object_ref (view);
  priv->parties = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < parties->len; i++)
    g_ptr_array_add (priv->parties, g_object_ref (parties->pdata[i]));

  gtk_window_set_transient_for (GTK_WINDOW (self), over);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (priv->heading, title);
  show_cover (self);
  gtk_window_fullscreen (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));

  /* Only what is on screen takes the focus; otherwise the way out would have it. */
  gtk_widget_child_focus (GTK_WIDGET (priv->place), GTK_DIR_TAB_FORWARD);
}

static void
lijn_turns_window_dispose (GObject *object)
{
  LijnTurnsWindowPrivate *priv = get_private (LIJN_TURNS_WINDOW (object));

  g_clear_object (&priv->view);
  g_clear_pointer (&priv->parties, g_ptr_array_unref);
  G_OBJECT_CLASS (lijn_turns_window_parent_class)->dispose (object);
}

static void
lijn_turns_window_class_init (LijnTurnsWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_turns_window_dispose;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, escape_cb, NULL);
}

/* A heading bar with the way out, what shows, and a line for what went wrong. */
static void
lijn_turns_window_init (LijnTurnsWindow *self)
{
  LijnTurnsWindowPrivate *priv = get_private (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_center_box_new ();
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");
  GtkWidget *clamp = adw_clamp_new ();

  priv->heading = GTK_LABEL (make_label ("", "heading"));
  priv->place = ADW_BIN (adw_bin_new ());
  priv->problem = GTK_LABEL (make_label ("", "error"));

  gtk_widget_add_css_class (close, "flat");
  gtk_widget_add_css_class (close, "circular");
  gtk_widget_set_tooltip_text (close, _ ("Leave (Escape)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Leave"), -1);
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (gtk_window_close), self);
  gtk_widget_add_css_class (bar, "lijn-turns-bar");
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (bar), GTK_WIDGET (priv->heading));
  gtk_center_box_set_end_widget (GTK_CENTER_BOX (bar), close);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (priv->place));
  gtk_widget_set_vexpand (clamp, TRUE);
  gtk_widget_set_margin_start (clamp, 24);
  gtk_widget_set_margin_end (clamp, 24);
  gtk_widget_set_margin_bottom (GTK_WIDGET (priv->problem), 18);

  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), clamp);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (priv->problem));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 1000, 720);
  gtk_widget_add_css_class (GTK_WIDGET (self), "lijn-turns");
}
