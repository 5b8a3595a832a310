/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-choice-field.h"

#include "lijn-edit.h"
#include "lijn-whole-choice.h"
#include "lijn-words.h"

struct _LijnChoiceField
{
  AdwComboRow parent_instance;

  LijnView *view;
  LijnObject *object;
  const LijnColumn *column;
  int place;
  LijnChoiceFilter filter;
  LijnChoices *choices; /* in the order of the list */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (LijnChoiceField, lijn_choice_field, ADW_TYPE_COMBO_ROW)

static void
show_value (LijnChoiceField *self)
{
  const char *value = lijn_object_get_text (self->object, self->place);

  self->filling = TRUE;
  for (guint i = 0; i < lijn_choices_count (self->choices); i++)
    if (g_str_equal (lijn_choices_get_value (self->choices, i), value))
      adw_combo_row_set_selected (ADW_COMBO_ROW (self), i);
  self->filling = FALSE;
}

static void
fill (LijnChoiceField *self)
{
  g_autoptr (LijnChoices) choices = NULL;
  g_autoptr (GtkStringList) list = NULL;

  if (lijn_object_is_gone (self->object))
    return;

  choices = lijn_choices_new ();
  lijn_choices_add_column (choices, self->view, self->object, self->column->name, self->filter);
  if (!lijn_choices_equal (self->choices, choices))
    {
      list = lijn_choices_to_list (choices);
      g_clear_pointer (&self->choices, lijn_choices_free);
      self->choices = g_steal_pointer (&choices);
      self->filling = TRUE;
      adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (list));
      self->filling = FALSE;
    }
  show_value (self);
}

static void
selected_cb (LijnChoiceField *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  const char *value;
  GError *error = NULL;
  gboolean ok;

  if (self->filling || selected >= lijn_choices_count (self->choices) ||
      lijn_object_is_gone (self->object))
    return;
  value = lijn_choices_get_value (self->choices, selected);
  if (g_str_equal (value, lijn_object_get_text (self->object, self->place)))
    return;

  ok = lijn_edit_set (self->object, self->column->name, value, &error);
  lijn_view_report (self->view, ok, error);
  show_value (self);
}

static void
lijn_choice_field_dispose (GObject *object)
{
  LijnChoiceField *self = LIJN_CHOICE_FIELD (object);

  self->filling = TRUE;
  g_clear_object (&self->view);
  g_clear_pointer (&self->choices, lijn_choices_free);
  G_OBJECT_CLASS (lijn_choice_field_parent_class)->dispose (object);
  g_clear_object (&self->object);
}

static void
lijn_choice_field_class_init (LijnChoiceFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_choice_field_dispose;
}

static void
lijn_choice_field_init (LijnChoiceField *self)
{
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
  lijn_whole_choice_set (ADW_COMBO_ROW (self));
}

GtkWidget *
lijn_choice_field_new (LijnView *view, LijnObject *object, const char *column,
                       LijnChoiceFilter filter)
{
  LijnTable table = lijn_object_get_table (object);
  LijnProject *project = lijn_view_get_project (view);
  LijnChoiceField *self = g_object_new (LIJN_TYPE_CHOICE_FIELD, NULL);

  self->view = g_object_ref (view);
  self->object = g_object_ref (object);
  self->place = lijn_table_find_column (table, column);
  self->column = &lijn_table_info (table)->columns[self->place];
  self->filter = filter;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), lijn_word_for_column (table, column));
  gtk_widget_set_sensitive (GTK_WIDGET (self),
                            !lijn_store_is_read_only (lijn_project_get_store (project)));
  fill (self);
  g_signal_connect_object (object, "changed", G_CALLBACK (show_value), self, G_CONNECT_SWAPPED);
  if (self->column->kind != LIJN_COLUMN_ENUM)
    g_signal_connect_object (project, "refreshed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
