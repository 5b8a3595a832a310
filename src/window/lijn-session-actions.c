/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-session-actions.h"

#include "lijn-export.h"
#include "lijn-mail.h"
#include "lijn-print.h"
#include "lijn-sessions-page.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *page; /* not owned: it owns this */
  LijnView *view;
  LijnPages *pages; /* not owned */
  LijnSessionBar *bar; /* not owned */
} LijnSessionActions;

static void
lijn_session_actions_free (gpointer data)
{
  LijnSessionActions *self = data;

  g_object_unref (self->view);
  g_free (self);
}

static GtkWindow *
get_window (LijnSessionActions *self)
{
  return GTK_WINDOW (gtk_widget_get_root (self->page));
}

static LijnSessionsPage *
show_page (LijnSessionActions *self)
{
  return LIJN_SESSIONS_PAGE (lijn_pages_show (self->pages, "sessions"));
}

/* Shown again, it leads back to the map: one key there and back. */
static void
show_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LijnSessionActions *self = data;
  gboolean here = g_strcmp0 (gtk_stack_get_visible_child_name (lijn_pages_get_stack (self->pages)),
                             "sessions") == 0;

  if (here)
    lijn_pages_show (self->pages, "map");
  else
    lijn_sessions_page_choose (show_page (self), NULL);
  lijn_pages_grab_focus (self->pages);
}

/* The session starts where one is: on the map, mostly. Its minutes are on its page. */
static void
start_or_end_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LijnSessionActions *self = data;
  LijnProject *project = lijn_view_get_project (self->view);
  gboolean ends = lijn_project_get_running_session (project) != NULL;

  if (lijn_store_is_read_only (lijn_project_get_store (project)))
    {
      lijn_view_say (self->view, _ ("This file can only be read."));
      return;
    }
  lijn_sessions_page_start_or_end (LIJN_SESSIONS_PAGE (
      ends ? lijn_pages_show (self->pages, "sessions") : lijn_pages_get (self->pages, "sessions")));
  if (!ends && lijn_project_get_running_session (project) != NULL)
    lijn_view_say (self->view, _ ("The session has started: what is done now belongs to it"));
}

static void
next_item_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  lijn_session_bar_next_item (((LijnSessionActions *) data)->bar);
}

/* Everybody, then each party in turn. */
static void
next_speaker_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LijnSessionActions *self = data;
  g_autoptr (GPtrArray) parties = lijn_project_list_parties (lijn_view_get_project (self->view));
  LijnParty *speaker = lijn_view_get_speaker (self->view);
  g_autofree char *text = NULL;
  guint next = 0;

  if (speaker != NULL && g_ptr_array_find (parties, speaker, &next))
    next++;
  speaker = next < parties->len ? parties->pdata[next] : NULL;
  lijn_view_set_speaker (self->view, speaker);
  text = speaker != NULL
             ? g_strdup_printf (_ ("Now speaking for %s"), lijn_party_get_name (speaker))
             : g_strdup (_ ("Now speaking for everybody"));
  lijn_view_say (self->view, text);
}

static LijnSession *
find_session (LijnSessionActions *self, GVariant *id)
{
  return lijn_project_find (lijn_view_get_project (self->view), LIJN_TABLE_SESSION,
                            g_variant_get_string (id, NULL));
}

static void
mail_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LijnSession *session = find_session (data, parameter);

  if (session != NULL)
    lijn_mail_minutes (get_window (data), session);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LijnSession *session = find_session (data, parameter);

  if (session != NULL)
    lijn_export_minutes (get_window (data), session);
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LijnSession *session = find_session (data, parameter);

  if (session != NULL)
    lijn_print_minutes (get_window (data), ((LijnSessionActions *) data)->view, session);
}

static const GActionEntry entries[] = {
  { "show", show_cb },           { "start-or-end", start_or_end_cb },
  { "next-item", next_item_cb }, { "next-speaker", next_speaker_cb },
  { "mail", mail_cb, "s" },      { "export", export_cb, "s" },
  { "print", print_cb, "s" },
};

static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
  { GDK_KEY_F4, 0, "session.show" },
  { GDK_KEY_F4, GDK_SHIFT_MASK, "session.start-or-end" },
  { GDK_KEY_F5, 0, "session.next-item" },
  { GDK_KEY_F7, 0, "session.next-speaker" },
};

void
lijn_session_actions_add (GtkWidget *page, LijnView *view, LijnPages *pages, LijnSessionBar *bar)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  LijnSessionActions *self = g_new0 (LijnSessionActions, 1);

  self->page = page;
  self->view = g_object_ref (view);
  self->pages = pages;
  self->bar = bar;
  g_object_set_data_full (G_OBJECT (page), "lijn-session-actions", self, lijn_session_actions_free);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (page, "session", G_ACTION_GROUP (group));

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                          gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (page, controller);
  lijn_session_bar_set_view (bar, view);
}
