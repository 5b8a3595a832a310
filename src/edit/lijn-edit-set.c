/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include "lijn-text.h"
#include "lijn-words.h"

#include <glib/gi18n.h>
#include <math.h>

/* Any single value. A column that has consequences has a verb of its own, and is passed on to it
 * (lijn-setters.c). Everything else is asked of the rules and written. */

/* @value as a cell of @column; the rules have taken it. */
static LijnCell
cell_for (const LijnColumn *column, const char *value)
{
  double number = NAN;

  switch (column->kind)
    {
    case LIJN_COLUMN_INT:
    case LIJN_COLUMN_FLAG:
    case LIJN_COLUMN_TIME:
      return (LijnCell) LIJN_INT (column->name, g_ascii_strtoll (value, NULL, 10));
    case LIJN_COLUMN_REAL:
    case LIJN_COLUMN_NUM:
      if (*value != '\0')
        lijn_number_from_text (value, &number);
      return (LijnCell) LIJN_REAL (column->name, number);
    case LIJN_COLUMN_OWNER:
    case LIJN_COLUMN_LINK:
    case LIJN_COLUMN_NOTE:
    case LIJN_COLUMN_PART:
    case LIJN_COLUMN_FOR:
      return (LijnCell) LIJN_TO_ID (column->name, value);
    case LIJN_COLUMN_TEXT:
    case LIJN_COLUMN_DATE:
    case LIJN_COLUMN_ENUM:
    case LIJN_COLUMN_BLOB:
    default:
      return (LijnCell) LIJN_TEXT (column->name, value);
    }
}

/* Two interfaces of one map never have the same number. */
static gboolean
check_number (LijnObject *object, const char *column, const char *value, GError **error)
{
  GPtrArray *all;
  int number;

  if (!LIJN_IS_INTERFACE (object) || !g_str_equal (column, "number"))
    return TRUE;

  number = (int) g_ascii_strtoll (value, NULL, 10);
  all = lijn_project_referrers (lijn_object_get_project (object), LIJN_TABLE_INTERFACE, "map",
                                LIJN_OBJECT (lijn_interface_get_map (LIJN_INTERFACE (object))));
  for (guint i = 0; i < all->len; i++)
    if (g_ptr_array_index (all, i) != (gpointer) object &&
        lijn_interface_get_number (g_ptr_array_index (all, i)) == number)
      {
        g_set_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE,
                     _ ("There is an interface %d on this map already. Give it another number."),
                     number);
        return FALSE;
      }
  return TRUE;
}

/* An interface lies between the parties of the hand-overs that it carries. */
static gboolean
check_parties (LijnObject *object, const char *column, GError **error)
{
  gboolean is_party = g_str_equal (column, "giver") || g_str_equal (column, "receiver");
  GPtrArray *flows;

  if (!LIJN_IS_INTERFACE (object) || !is_party)
    return TRUE;

  flows = lijn_project_referrers (lijn_object_get_project (object), LIJN_TABLE_FLOW, "interface",
                                  object);
  if (flows->len == 0)
    return TRUE;

  g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE,
                       _ ("Who gives and who receives follows from the hand-overs on the "
                          "interface. Reconnect those instead."));
  return FALSE;
}

static gboolean
write_value (LijnObject *object, const char *column, const char *value, GError **error)
{
  LijnTable table = lijn_object_get_table (object);
  const LijnTableInfo *info = lijn_table_info (table);
  g_autofree char *label = g_strdup_printf (_ ("Change “%s”"),
                                            lijn_word_for_column (table, column));
  g_autoptr (LijnEdit) edit = lijn_verb_begin (object, label, error);

  return edit != NULL && check_parties (object, column, error) &&
         lijn_rules_value (object, column, value, lijn_verb_speaker (edit->project), error) &&
         check_number (object, column, value, error) &&
         lijn_verb_update (
             edit, object,
             LIJN_CELLS (cell_for (&info->columns[lijn_table_find_column (table, column)], value)),
             error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

/* A name has consequences where it is drawn. */
static gboolean
write_name (LijnObject *object, const char *value, GError **error)
{
  g_autofree char *label = g_strdup_printf (
      _ ("Change “%s”"), lijn_word_for_column (lijn_object_get_table (object), "name"));
  g_autoptr (LijnEdit) edit = lijn_verb_begin (object, label, error);

  return edit != NULL && write_value (object, "name", value, error) &&
         lijn_verb_flush (edit, error) && lijn_fit_name (object, error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

static gboolean
is_unchanged (LijnObject *object, int place, const char *value)
{
  LijnColumnKind kind = lijn_table_info (lijn_object_get_table (object))->columns[place].kind;
  gboolean is_text = kind == LIJN_COLUMN_TEXT || kind == LIJN_COLUMN_DATE ||
                     kind == LIJN_COLUMN_ENUM || lijn_column_is_reference (kind);

  return is_text && g_strcmp0 (lijn_object_get_text (object, place), value) == 0;
}

gboolean
lijn_edit_set (LijnObject *object, const char *column, const char *value, GError **error)
{
  LijnTable table = lijn_object_get_table (object);
  int place = lijn_table_find_column (table, column);
  g_autoptr (LijnEdit) edit = NULL;
  LijnSetter set;

  if (value == NULL)
    value = "";
  if (place < 0)
    {
      g_set_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE, _ ("There is no field “%s”."),
                   column);
      return FALSE;
    }
  if (lijn_object_is_gone (object) || lijn_object_get_project (object) == NULL)
    {
      edit = lijn_verb_begin (object, column, error);
      return edit != NULL;
    }
  if (is_unchanged (object, place, value))
    return TRUE;

  set = lijn_setter_find (table, column);
  if (set == NULL && g_str_equal (column, "name"))
    return write_name (object, value, error);
  return set != NULL ? set (object, value, error) : write_value (object, column, value, error);
}
