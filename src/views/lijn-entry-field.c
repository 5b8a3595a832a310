/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-entry-field.h"

#include "lijn-date-button.h"
#include "lijn-edit.h"
#include "lijn-text.h"
#include "lijn-typed.h"
#include "lijn-undo-keys.h"
#include "lijn-words.h"

struct _LijnEntryField
{
  AdwEntryRow parent_instance;

  LijnView *view;
  LijnObject *object;
  const LijnColumn *column;
  int place; /* of the column */
  char *shown; /* the text of the value as it was last shown */
};

G_DEFINE_FINAL_TYPE (LijnEntryField, lijn_entry_field, ADW_TYPE_ENTRY_ROW)

static void
show_value (LijnEntryField *self)
{
  g_autofree char *text = lijn_typed_show (self->object, self->place);

  lijn_set_str (&self->shown, text);
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), text))
    gtk_editable_set_text (GTK_EDITABLE (self), text);
}

static gboolean
is_edited (LijnEntryField *self)
{
  return !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), self->shown);
}

static void
commit (LijnEntryField *self)
{
  g_autofree char *value = NULL;
  GError *error = NULL;
  gboolean ok;

  if (lijn_object_is_gone (self->object) || !is_edited (self))
    return;

  value = lijn_typed_read (self->column, gtk_editable_get_text (GTK_EDITABLE (self)), &error);
  ok = value != NULL && lijn_edit_set (self->object, self->column->name, value, &error);
  lijn_view_report (self->view, ok, error);
  show_value (self);
}

/* What is being typed stays when something else about the object changes. */
static void
changed_cb (LijnEntryField *self)
{
  g_autofree char *text = lijn_typed_show (self->object, self->place);

  if (!g_str_equal (text, self->shown))
    show_value (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                LijnEntryField *self)
{
  if (!is_edited (self))
    return lijn_undo_keys (GTK_WIDGET (self), key, state);
  if (key != GDK_KEY_Escape)
    return FALSE;

  show_value (self);

  return TRUE;
}

static void
date_chosen_cb (LijnEntryField *self, const char *date)
{
  gtk_editable_set_text (GTK_EDITABLE (self), date);
  commit (self);
}

static void
lijn_entry_field_dispose (GObject *object)
{
  LijnEntryField *self = LIJN_ENTRY_FIELD (object);

  g_clear_object (&self->view);
  g_clear_object (&self->object);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (lijn_entry_field_parent_class)->dispose (object);
}

static void
lijn_entry_field_class_init (LijnEntryFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_entry_field_dispose;
}

static void
lijn_entry_field_init (LijnEntryField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (commit), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect (self, "entry-activated", G_CALLBACK (commit), NULL);
}

GtkWidget *
lijn_entry_field_new (LijnView *view, LijnObject *object, const char *column)
{
  LijnTable table = lijn_object_get_table (object);
  LijnEntryField *self = g_object_new (LIJN_TYPE_ENTRY_FIELD, NULL);

  self->view = g_object_ref (view);
  self->object = g_object_ref (object);
  self->place = lijn_table_find_column (table, column);
  self->column = &lijn_table_info (table)->columns[self->place];
  self->shown = g_strdup ("");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), lijn_word_for_column (table, column));
  if (self->column->kind == LIJN_COLUMN_DATE)
    adw_entry_row_add_suffix (
        ADW_ENTRY_ROW (self),
        lijn_date_button_new (GTK_EDITABLE (self), G_CALLBACK (date_chosen_cb), self));
  show_value (self);
  gtk_editable_set_editable (GTK_EDITABLE (self), !lijn_store_is_read_only (lijn_project_get_store (
                                                      lijn_view_get_project (view))));
  g_signal_connect_object (object, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
