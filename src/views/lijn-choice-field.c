/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-choice-field.h"

#include "lijn-edit.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

struct _LijnChoiceField
{
  AdwComboRow parent_instance;

  LijnView *view;
  LijnObject *object;
  const LijnColumn *column;
  int place;
  LijnChoiceFilter filter;
  GPtrArray *values; /* what lijn_edit_set() takes, in the order of the list */
  GPtrArray *names; /* as shown */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (LijnChoiceField, lijn_choice_field, ADW_TYPE_COMBO_ROW)

static const char *
get_word (const char *const *nicks, int value)
{
  if (nicks == lijn_party_role_nicks)
    return lijn_word_for_role ((LijnPartyRole) value);
  if (nicks == lijn_map_kind_nicks)
    return lijn_word_for_map_kind ((LijnMapKind) value);
  if (nicks == lijn_element_kind_nicks)
    return lijn_word_for_element_kind ((LijnElementKind) value);
  if (nicks == lijn_marker_nicks)
    return lijn_word_for_marker ((LijnMarker) value);
  if (nicks == lijn_flow_kind_nicks)
    return lijn_word_for_flow_kind ((LijnFlowKind) value);
  if (nicks == lijn_friction_category_nicks)
    return lijn_word_for_category ((LijnFrictionCategory) value);
  if (nicks == lijn_frequency_nicks)
    return lijn_word_for_frequency ((LijnFrequency) value);
  if (nicks == lijn_friction_status_nicks)
    return lijn_word_for_friction_status ((LijnFrictionStatus) value);
  if (nicks == lijn_team_kind_nicks)
    return lijn_word_for_team_kind ((LijnTeamKind) value);
  if (nicks == lijn_action_status_nicks)
    return lijn_word_for_action_status ((LijnActionStatus) value);
  if (nicks == lijn_session_status_nicks)
    return lijn_word_for_session_status ((LijnSessionStatus) value);

  return nicks[value];
}

static void
add (GPtrArray *values, GPtrArray *names, const char *value, const char *name)
{
  g_ptr_array_add (values, g_strdup (value));
  g_ptr_array_add (names, g_strdup (name));
}

static const char *
get_word_for_none (LijnChoiceField *self)
{
  if (self->column->kind == LIJN_COLUMN_FOR)
    return _ ("Shared with all");
  if (self->column->refers == LIJN_TABLE_PERSON || self->column->refers == LIJN_TABLE_PARTY)
    return _ ("Nobody yet");

  return _ ("None");
}

static void
list_objects (LijnChoiceField *self, GPtrArray *values, GPtrArray *names)
{
  GListModel *list = lijn_project_list (lijn_view_get_project (self->view), self->column->refers);

  if (self->column->kind != LIJN_COLUMN_OWNER)
    add (values, names, "", get_word_for_none (self));
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LijnObject) candidate = g_list_model_get_item (list, i);
      const char *id = lijn_object_get_id (candidate);

      /* What is chosen already is listed, whatever the filter says of it now. */
      if (self->filter != NULL && !self->filter (self->object, candidate) &&
          !g_str_equal (id, lijn_object_get_text (self->object, self->place)))
        continue;
      if (self->column->kind == LIJN_COLUMN_FOR)
        {
          g_autofree char *name = g_strdup_printf (_ ("Private to %s"),
                                                   lijn_object_get_name (candidate));

          add (values, names, id, name);
        }
      else
        add (values, names, id, lijn_object_get_name (candidate));
    }
}

static gboolean
equal_lists (GPtrArray *one, GPtrArray *other)
{
  if (one == NULL || one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    if (!g_str_equal (one->pdata[i], other->pdata[i]))
      return FALSE;

  return TRUE;
}

static void
show_value (LijnChoiceField *self)
{
  const char *value = lijn_object_get_text (self->object, self->place);

  self->filling = TRUE;
  for (guint i = 0; i < self->values->len; i++)
    if (g_str_equal (self->values->pdata[i], value))
      adw_combo_row_set_selected (ADW_COMBO_ROW (self), i);
  self->filling = FALSE;
}

static void
fill (LijnChoiceField *self)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GtkStringList) list = NULL;

  if (lijn_object_is_gone (self->object))
    return;

  if (self->column->kind == LIJN_COLUMN_ENUM)
    for (int i = 0; self->column->nicks[i] != NULL; i++)
      add (values, names, self->column->nicks[i], get_word (self->column->nicks, i));
  else
    list_objects (self, values, names);

  if (!equal_lists (self->values, values) || !equal_lists (self->names, names))
    {
      list = gtk_string_list_new (NULL);
      for (guint i = 0; i < names->len; i++)
        gtk_string_list_append (list, names->pdata[i]);

      g_clear_pointer (&self->values, g_ptr_array_unref);
      g_clear_pointer (&self->names, g_ptr_array_unref);
      self->values = g_steal_pointer (&values);
      self->names = g_steal_pointer (&names);
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

  if (self->filling || selected >= self->values->len || lijn_object_is_gone (self->object))
    return;
  value = self->values->pdata[selected];
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
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
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
