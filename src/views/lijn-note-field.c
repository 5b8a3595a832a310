/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-note-field.h"

#include "lijn-edit.h"
#include "lijn-text.h"
#include "lijn-text-box.h"
#include "lijn-undo-keys.h"
#include "lijn-words.h"

#define MIN_HEIGHT 44

struct _LijnNoteField
{
  AdwPreferencesRow parent_instance;

  LijnView *view;
  LijnObject *object;
  const char *column;
  int place;
  char *shown;

  GtkWidget *label;
  GtkWidget *text;
  GtkTextBuffer *buffer;
};

G_DEFINE_FINAL_TYPE (LijnNoteField, lijn_note_field, ADW_TYPE_PREFERENCES_ROW)

static char *
get_text (LijnNoteField *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
show_value (LijnNoteField *self)
{
  const char *value = lijn_object_get_text (self->object, self->place);

  lijn_set_str (&self->shown, value);
  gtk_text_buffer_set_text (self->buffer, value, -1);
}

static void
commit (LijnNoteField *self)
{
  g_autofree char *text = NULL;
  GError *error = NULL;
  gboolean ok;

  if (self->object == NULL || lijn_object_is_gone (self->object))
    return;
  text = get_text (self);
  if (g_str_equal (text, self->shown))
    return;

  ok = lijn_edit_set (self->object, self->column, g_strstrip (text), &error);
  lijn_view_report (self->view, ok, error);
  show_value (self);
}

static void
changed_cb (LijnNoteField *self)
{
  if (!g_str_equal (lijn_object_get_text (self->object, self->place), self->shown))
    show_value (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                LijnNoteField *self)
{
  g_autofree char *text = get_text (self);
  gboolean edited = !g_str_equal (text, self->shown);

  if (!edited && lijn_undo_keys (GTK_WIDGET (self), key, state))
    return TRUE;
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK) != 0)
    {
      commit (self);
      return TRUE;
    }
  if (key == GDK_KEY_Escape && edited)
    {
      show_value (self);
      return TRUE;
    }

  return FALSE;
}

static gboolean
lijn_note_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LIJN_NOTE_FIELD (widget)->text);
}

static void
lijn_note_field_dispose (GObject *object)
{
  LijnNoteField *self = LIJN_NOTE_FIELD (object);

  g_clear_object (&self->view);
  g_clear_object (&self->object);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (lijn_note_field_parent_class)->dispose (object);
}

static void
lijn_note_field_class_init (LijnNoteFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_note_field_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = lijn_note_field_grab_focus;
}

static void
lijn_note_field_init (LijnNoteField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_widget_add_css_class (self->label, "dim-label");
  gtk_widget_add_css_class (self->label, "lijn-note-label");
  gtk_box_append (GTK_BOX (box), self->label);

  self->text = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_box_append (GTK_BOX (box), lijn_text_box_new (GTK_TEXT_VIEW (self->text), MIN_HEIGHT));

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (commit), self);
  gtk_widget_add_controller (self->text, focus);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->text, key);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "lijn-note");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
lijn_note_field_new (LijnView *view, LijnObject *object, const char *column)
{
  LijnTable table = lijn_object_get_table (object);
  LijnNoteField *self = g_object_new (LIJN_TYPE_NOTE_FIELD, NULL);
  const char *label = lijn_word_for_column (table, column);

  self->view = g_object_ref (view);
  self->object = g_object_ref (object);
  self->place = lijn_table_find_column (table, column);
  self->column = lijn_table_info (table)->columns[self->place].name;
  gtk_label_set_label (GTK_LABEL (self->label), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_text_view_set_editable (
      GTK_TEXT_VIEW (self->text),
      !lijn_store_is_read_only (lijn_project_get_store (lijn_view_get_project (view))));
  show_value (self);
  g_signal_connect_object (object, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
