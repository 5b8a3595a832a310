/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-session-bar.h"

#include "lijn-agenda.h"
#include "lijn-edit.h"
#include "lijn-text.h"

#include <glib/gi18n.h>
#include <math.h>

/* The time is looked at every few seconds, from when the point began; nothing counts by itself. */

#define TICK_SECONDS 5

struct _LijnSessionBar
{
  GtkWidget parent_instance;

  LijnView *view;
  LijnSession *session; /* (nullable): the one that runs */
  LijnAgendaItem *item; /* (nullable): its present point */
  gint64 since; /* when that began */
  guint ticking;

  GtkWidget *box; /* (nullable): before the first session; holds the others */
  GtkButton *title;
  GtkButton *next;
  GtkLabel *left;
  GtkButton *parked;
  GtkButton *speaker;
};

G_DEFINE_FINAL_TYPE (LijnSessionBar, lijn_session_bar, GTK_TYPE_WIDGET)

static void
show_left (LijnSessionBar *self)
{
  double left = self->item != NULL ? lijn_agenda_get_left (self->item, self->since, lijn_now ())
                                   : (double) NAN;
  g_autofree char *text = lijn_agenda_describe_left (left);

  if (g_strcmp0 (text, gtk_label_get_label (self->left)) != 0)
    gtk_label_set_label (self->left, text);
  if (left < 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->left), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->left), "warning");
}

static gboolean
tick_cb (gpointer data)
{
  show_left (data);
  return G_SOURCE_CONTINUE;
}

static guint
count_parked (LijnSessionBar *self)
{
  GListModel *all = lijn_project_list (lijn_view_get_project (self->view), LIJN_TABLE_REMARK);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (LijnRemark) remark = g_list_model_get_item (all, i);

      n += lijn_remark_get_kind (remark) == LIJN_REMARK_KIND_PARKED &&
           !lijn_remark_get_done (remark);
    }
  return n;
}

static void
show_item (LijnSessionBar *self)
{
  LijnAgendaItem *item = self->session != NULL ? lijn_agenda_get_current (self->session) : NULL;

  if (item != self->item)
    self->since = item != NULL ? lijn_agenda_get_since (self->session) : 0;
  g_set_object (&self->item, item);
  gtk_widget_set_visible (GTK_WIDGET (self->next), item != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->left), item != NULL);
  if (item != NULL)
    gtk_button_set_label (self->next, lijn_agenda_item_get_title (item));
  show_left (self);
}

static void
show_speaker (LijnSessionBar *self)
{
  LijnParty *party = lijn_view_get_speaker (self->view);
  g_autofree char *text = party != NULL
                              ? g_strdup_printf (_ ("For %s"), lijn_party_get_name (party))
                              : g_strdup (_ ("For everybody"));

  if (self->box == NULL)
    return;
  gtk_button_set_label (self->speaker, text);
}

static GtkButton *
add_button (LijnSessionBar *self, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_label ("");
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (self->box), button);
  return GTK_BUTTON (button);
}

/* Made for the first session that runs. */
static void
fill (LijnSessionBar *self)
{
  GtkWidget *dot = gtk_image_new_from_icon_name ("lijn-session-symbolic");
  GtkWidget *room = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), dot);
  self->title = add_button (self, "session.show", _ ("Show the session (F4)"));
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "lijn-session-title");
  self->next = add_button (self, "session.next-item",
                           _ ("Done with this point: on to the next (F5)"));
  self->left = GTK_LABEL (gtk_label_new (""));
  gtk_widget_add_css_class (GTK_WIDGET (self->left), "numeric");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->left));
  gtk_widget_set_hexpand (room, TRUE);
  gtk_box_append (GTK_BOX (self->box), room);
  self->parked = add_button (self, "session.show", _ ("Show what is parked (F4)"));
  self->speaker = add_button (self, "session.next-speaker", _ ("Who is spoken for: next (F7)"));
  gtk_button_set_label (add_button (self, "session.start-or-end",
                                    _ ("End the session and see its minutes (Shift+F4)")),
                        _ ("End"));
}

static void
update (LijnSessionBar *self)
{
  LijnSession *running = lijn_project_get_running_session (lijn_view_get_project (self->view));
  guint parked = count_parked (self);
  g_autofree char *title = NULL, *count = NULL;

  if (running != self->session)
    g_clear_object (&self->item);
  g_set_object (&self->session, running);
  gtk_widget_set_visible (GTK_WIDGET (self), running != NULL);
  if (running == NULL)
    {
      g_clear_handle_id (&self->ticking, g_source_remove);
      return;
    }
  if (self->box == NULL)
    fill (self);
  if (self->ticking == 0)
    self->ticking = g_timeout_add_seconds (TICK_SECONDS, tick_cb, self);

  title = *lijn_session_get_title (running) != '\0'
              ? g_strdup (lijn_session_get_title (running))
              : g_strdup_printf (_ ("Session %d"), lijn_session_get_number (running));
  count = g_strdup_printf (ngettext ("%u parked", "%u parked", parked), parked);
  gtk_button_set_label (self->title, title);
  gtk_button_set_label (self->parked, count);
  gtk_widget_set_visible (GTK_WIDGET (self->parked), parked > 0);
  show_item (self);
  show_speaker (self);
}

void
lijn_session_bar_next_item (LijnSessionBar *self)
{
  GError *error = NULL;
  gboolean ok;

  if (self->item == NULL)
    {
      lijn_view_say (self->view, _ ("There is nothing more on the agenda."));
      return;
    }
  ok = lijn_edit_set (LIJN_OBJECT (self->item), "done", "1", &error);
  lijn_view_report (self->view, ok, error);
}

void
lijn_session_bar_set_view (LijnSessionBar *self, LijnView *view)
{
  g_return_if_fail (self->view == NULL);

  self->view = g_object_ref (view);
  g_signal_connect_object (lijn_view_get_project (view), "refreshed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::speaker", G_CALLBACK (show_speaker), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

static void
lijn_session_bar_dispose (GObject *object)
{
  LijnSessionBar *self = LIJN_SESSION_BAR (object);

  g_clear_handle_id (&self->ticking, g_source_remove);
  g_clear_object (&self->item);
  g_clear_object (&self->session);
  g_clear_object (&self->view);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (lijn_session_bar_parent_class)->dispose (object);
}

static void
lijn_session_bar_class_init (LijnSessionBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_session_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
lijn_session_bar_init (LijnSessionBar *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "lijn-session-bar");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
