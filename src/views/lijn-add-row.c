/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-add-row.h"

#include "lijn-edit.h"
#include "lijn-text.h"
#include "lijn-undo-keys.h"

typedef struct
{
  LijnView *view;
  LijnObject *owner;
  LijnAddVerb verb;
  gpointer data;
} LijnAdding;

static void
lijn_adding_free (gpointer data)
{
  LijnAdding *self = data;

  g_object_unref (self->view);
  g_object_unref (self->owner);
  g_free (self);
}

static void
activated_cb (GtkEditable *row, LijnAdding *self)
{
  g_autofree char *text = lijn_text_one_line (gtk_editable_get_text (row));
  GError *error = NULL;
  gboolean ok;

  if (*text == '\0')
    return;
  ok = self->verb (self->view, self->owner, text, self->data, &error);
  if (lijn_view_report (self->view, ok, error))
    gtk_editable_set_text (row, "");
}

/* In an empty row the keys of undo mean the project. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                GtkEditable *row)
{
  return gtk_editable_get_text (row)[0] == '\0' && lijn_undo_keys (GTK_WIDGET (row), key, state);
}

GtkWidget *
lijn_add_row_new (LijnView *view, gpointer owner, const char *title, LijnAddVerb verb,
                  gpointer data)
{
  LijnStore *store = lijn_project_get_store (lijn_view_get_project (view));
  LijnAdding *self = g_new0 (LijnAdding, 1);
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = g_object_ref (view);
  self->owner = g_object_ref (owner);
  self->verb = verb;
  self->data = data;
  g_object_set_data_full (G_OBJECT (row), "lijn-adding", self, lijn_adding_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_sensitive (row, !lijn_store_is_read_only (store));
  g_signal_connect (row, "entry-activated", G_CALLBACK (activated_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), row);
  gtk_widget_add_controller (row, keys);

  return row;
}
