/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-choices.h"

#include "lijn-words.h"

#include <glib/gi18n.h>

struct _LijnChoices
{
  GPtrArray *values;
  GPtrArray *labels;
};

LijnChoices *
lijn_choices_new (void)
{
  LijnChoices *self = g_new0 (LijnChoices, 1);

  self->values = g_ptr_array_new_with_free_func (g_free);
  self->labels = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
lijn_choices_free (LijnChoices *self)
{
  g_ptr_array_unref (self->values);
  g_ptr_array_unref (self->labels);
  g_free (self);
}

void
lijn_choices_add (LijnChoices *self, const char *value, const char *label)
{
  g_ptr_array_add (self->values, g_strdup (value));
  g_ptr_array_add (self->labels, g_strdup (label));
}

static const char *
get_word_for_none (const LijnColumn *column)
{
  if (column->kind == LIJN_COLUMN_FOR)
    return _ ("Shared with all");
  if (column->refers == LIJN_TABLE_PERSON || column->refers == LIJN_TABLE_PARTY)
    return _ ("Nobody yet");

  return _ ("None");
}

static void
add_object (LijnChoices *self, const LijnColumn *column, LijnObject *object)
{
  if (column->kind == LIJN_COLUMN_FOR)
    {
      g_autofree char *label = g_strdup_printf (_ ("Private to %s"), lijn_object_get_name (object));

      lijn_choices_add (self, lijn_object_get_id (object), label);
    }
  else
    lijn_choices_add (self, lijn_object_get_id (object), lijn_object_get_name (object));
}

static void
add_objects (LijnChoices *self, LijnView *view, LijnObject *object, const LijnColumn *column,
             const char *current, LijnChoiceFilter filter)
{
  GListModel *list = lijn_project_list (lijn_view_get_project (view), column->refers);

  if (column->kind != LIJN_COLUMN_OWNER)
    lijn_choices_add (self, "", get_word_for_none (column));
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LijnObject) candidate = g_list_model_get_item (list, i);

      /* What is chosen already is listed, whatever the filter says of it now. */
      if (filter == NULL || filter (object, candidate) ||
          g_str_equal (lijn_object_get_id (candidate), current))
        add_object (self, column, candidate);
    }
}

void
lijn_choices_add_column (LijnChoices *self, LijnView *view, LijnObject *object, const char *column,
                         LijnChoiceFilter filter)
{
  LijnTable table = lijn_object_get_table (object);
  int place = lijn_table_find_column (table, column);
  const LijnColumn *info = &lijn_table_info (table)->columns[place];

  if (info->kind != LIJN_COLUMN_ENUM)
    {
      add_objects (self, view, object, info, lijn_object_get_text (object, place), filter);
      return;
    }

  for (int i = 0; info->nicks[i] != NULL; i++)
    lijn_choices_add (self, info->nicks[i], lijn_word_for_value (info->nicks, i));
}

guint
lijn_choices_count (LijnChoices *self)
{
  return self->values->len;
}

const char *
lijn_choices_get_value (LijnChoices *self, guint i)
{
  return self->values->pdata[i];
}

const char *
lijn_choices_get_label (LijnChoices *self, guint i)
{
  return self->labels->pdata[i];
}

static gboolean
equal_lists (GPtrArray *one, GPtrArray *other)
{
  if (one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    if (!g_str_equal (one->pdata[i], other->pdata[i]))
      return FALSE;

  return TRUE;
}

gboolean
lijn_choices_equal (LijnChoices *self, LijnChoices *other)
{
  if (self == NULL || other == NULL)
    return self == other;

  return equal_lists (self->values, other->values) && equal_lists (self->labels, other->labels);
}

GtkStringList *
lijn_choices_to_list (LijnChoices *self)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->labels->len; i++)
    gtk_string_list_append (list, self->labels->pdata[i]);

  return list;
}
