/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-project-page-private.h"

#include "lijn-progress-window.h"

#include <glib/gi18n.h>

/* What a project's page shows of its project: the title, what can be undone, a message, work that
 * takes long, and the banners over it for what went wrong or was done by another program. */

#define LOOK_OUTSIDE_SECONDS 1

static void
update_title (LijnProjectPage *self)
{
  LijnMap *map = lijn_view_get_map (self->view);
  const char *title = lijn_project_get_title (self->project);
  const char *subtitle = map != NULL ? lijn_map_get_title (map) : "";

  adw_window_title_set_title (self->title,
                              title[0] != '\0' ? title : _ ("Project without a title"));
  adw_window_title_set_subtitle (self->title, g_strcmp0 (title, subtitle) != 0 ? subtitle : "");
  g_object_notify (G_OBJECT (self), "title");
}

static void
update_step (LijnProjectPage *self, GtkWidget *button, const char *action, const char *text,
             gboolean possible)
{
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, possible);
}

static void
update_history (LijnProjectPage *self)
{
  LijnStore *store = lijn_project_get_store (self->project);
  gboolean can_write = !lijn_store_is_read_only (store);
  const char *undo = can_write ? lijn_store_get_undo_label (store) : NULL;
  const char *redo = can_write ? lijn_store_get_redo_label (store) : NULL;
  g_autofree char *undo_text = NULL, *redo_text = NULL;

  /* Translators: %s is what was done, such as “Add step”. */
  undo_text = undo != NULL ? g_strdup_printf (_ ("Undo: %s"), undo) : g_strdup (_ ("Undo"));
  redo_text = redo != NULL ? g_strdup_printf (_ ("Redo: %s"), redo) : g_strdup (_ ("Redo"));
  update_step (self, self->undo, "page.undo", undo_text, undo != NULL);
  update_step (self, self->redo, "page.redo", redo_text, redo != NULL);
}

static void
refreshed_cb (LijnProjectPage *self)
{
  update_title (self);
  update_history (self);
}

static void
committed_cb (LijnProjectPage *self)
{
  update_history (self);
  lijn_banner_set_revealed (self->disk_banner, FALSE);
}

static void
message_cb (LijnProjectPage *self, const char *text)
{
  LijnWindow *window = lijn_project_page_get_window (self);

  if (window != NULL)
    lijn_window_toast (window, text);
}

static void
end_busy (gpointer progress)
{
  lijn_progress_window_end (progress);
}

static void
busy_cb (LijnProjectPage *self, const char *label, LijnBusy *busy)
{
  LijnProgressWindow *progress = lijn_progress_window_new (
      GTK_WINDOW (lijn_project_page_get_window (self)), label);

  busy->step = lijn_progress_window_step;
  busy->end = end_busy;
  busy->data = progress;
  busy->cancellable = lijn_progress_window_get_cancellable (progress);
}

static void
failed_cb (LijnProjectPage *self, const GError *error)
{
  if (!g_error_matches (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_DISK))
    return;

  lijn_banner_set_title (self->disk_banner, error->message);
  lijn_banner_set_revealed (self->disk_banner, TRUE);
}

static gboolean
look_outside_cb (gpointer data)
{
  LijnProjectPage *self = data;
  LijnStore *store = lijn_project_get_store (self->project);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  if (root == NULL || !gtk_window_is_active (GTK_WINDOW (root)))
    return G_SOURCE_CONTINUE;

  before = g_strdup (lijn_store_get_revision (store));
  if (!lijn_store_look_outside (store, &error))
    {
      if (error != NULL)
        failed_cb (self, error);
    }
  else if (!g_str_equal (before, lijn_store_get_revision (store)))
    lijn_banner_set_revealed (self->outside_banner, TRUE);

  return G_SOURCE_CONTINUE;
}

void
lijn_project_page_follow (LijnProjectPage *self)
{
  LijnStore *store = lijn_project_get_store (self->project);

  g_signal_connect_object (self->project, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "committed", G_CALLBACK (committed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::map", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "edit-requested", G_CALLBACK (lijn_project_page_edit), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "message", G_CALLBACK (message_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "busy", G_CALLBACK (busy_cb), self, G_CONNECT_SWAPPED);

  lijn_banner_set_revealed (self->read_only_banner, lijn_store_is_read_only (store));
  self->looking = g_timeout_add_seconds (LOOK_OUTSIDE_SECONDS, look_outside_cb, self);
  refreshed_cb (self);
}
