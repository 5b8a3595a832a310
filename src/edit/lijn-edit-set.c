/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include "lijn-text.h"
#include "lijn-words.h"

#include <glib/gi18n.h>
#include <math.h>

/* Any single value. A column that has consequences has a verb of its own, and is passed on to it;
 * the table below says which. What follows from something else (the kind of a flow, the parties of
 * an interface that carries hand-overs) cannot be set. Everything else is asked of the rules and
 * written. */

typedef gboolean (*SetFunc) (LijnObject *object, const char *value, GError **error);

static gpointer
look_up (LijnObject *object, LijnTable table, const char *id, GError **error)
{
  gpointer found = lijn_project_find (lijn_object_get_project (object), table, id);

  if (found == NULL)
    g_set_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE, _ ("%s is not in this project."),
                 lijn_word_for_table (table));
  return found;
}

static gboolean
set_flow_source (LijnObject *object, const char *value, GError **error)
{
  LijnFlow *flow = LIJN_FLOW (object);
  LijnElement *source = look_up (object, LIJN_TABLE_ELEMENT, value, error);

  return source != NULL && lijn_edit_reconnect (flow, source, lijn_flow_get_target (flow), error);
}

static gboolean
set_flow_target (LijnObject *object, const char *value, GError **error)
{
  LijnFlow *flow = LIJN_FLOW (object);
  LijnElement *target = look_up (object, LIJN_TABLE_ELEMENT, value, error);

  return target != NULL && lijn_edit_reconnect (flow, lijn_flow_get_source (flow), target, error);
}

static gboolean
set_flow_interface (LijnObject *object, const char *value, GError **error)
{
  LijnInterface *interface = NULL;

  if (*value != '\0')
    {
      interface = look_up (object, LIJN_TABLE_INTERFACE, value, error);
      if (interface == NULL)
        return FALSE;
    }
  return lijn_edit_hang (LIJN_FLOW (object), interface, error);
}

static gboolean
set_flow_bent (LijnObject *object, const char *value, GError **error)
{
  LijnFlow *flow = LIJN_FLOW (object);
  LijnLayout *layout = lijn_layout_of (lijn_flow_get_map (flow));
  g_autoptr (GPtrArray) flows = g_ptr_array_new ();
  const LijnPoint *points;
  guint n = 0;

  if (g_str_equal (value, "0"))
    {
      g_ptr_array_add (flows, flow);
      return lijn_edit_route_again (flows, error);
    }
  points = lijn_layout_get_flow_points (layout, flow, &n);
  return lijn_edit_bend (flow, points, points != NULL ? n : 0, error);
}

static gboolean
set_friction_status (LijnObject *object, const char *value, GError **error)
{
  LijnFriction *friction = LIJN_FRICTION (object);
  int status = lijn_nick_to_value (lijn_friction_status_nicks, value);

  if (status < 0)
    return lijn_rules_value (object, "status", value, NULL, error);
  return lijn_edit_set_status (friction, (LijnFrictionStatus) status,
                               lijn_verb_speaker (lijn_object_get_project (object)), NULL,
                               lijn_friction_get_status_reason (friction), error);
}

static gboolean
pin_on (LijnObject *object, LijnTable table, const char *value, GError **error)
{
  LijnFriction *friction = LIJN_FRICTION (object);
  LijnObject *anchor;

  if (*value == '\0')
    anchor = LIJN_OBJECT (lijn_friction_get_place (friction));
  else
    anchor = look_up (object, table, value, error);
  if (anchor == NULL && *value == '\0')
    return TRUE;
  return anchor != NULL &&
         lijn_edit_move_friction (friction, anchor, lijn_friction_get_x (friction),
                                  lijn_friction_get_y (friction), error);
}

static gboolean
set_friction_map (LijnObject *object, const char *value, GError **error)
{
  return pin_on (object, LIJN_TABLE_MAP, value, error);
}

static gboolean
set_friction_element (LijnObject *object, const char *value, GError **error)
{
  return pin_on (object, LIJN_TABLE_ELEMENT, value, error);
}

static gboolean
set_friction_flow (LijnObject *object, const char *value, GError **error)
{
  return pin_on (object, LIJN_TABLE_FLOW, value, error);
}

static gboolean
set_friction_interface (LijnObject *object, const char *value, GError **error)
{
  return pin_on (object, LIJN_TABLE_INTERFACE, value, error);
}

static gboolean
set_friction_lane (LijnObject *object, const char *value, GError **error)
{
  return pin_on (object, LIJN_TABLE_LANE, value, error);
}

static gboolean
set_action_status (LijnObject *object, const char *value, GError **error)
{
  int status = lijn_nick_to_value (lijn_action_status_nicks, value);

  if (status < 0)
    return lijn_rules_value (object, "status", value, NULL, error);
  return lijn_edit_set_action_status (LIJN_ACTION (object), (LijnActionStatus) status, error);
}

static gboolean
set_session_status (LijnObject *object, const char *value, GError **error)
{
  if (g_str_equal (value, lijn_session_status_nicks[LIJN_SESSION_STATUS_RUNNING]))
    return lijn_edit_start_session (LIJN_SESSION (object), error);
  if (g_str_equal (value, lijn_session_status_nicks[LIJN_SESSION_STATUS_ENDED]))
    return lijn_edit_end_session (LIJN_SESSION (object), error);
  return lijn_session_plan (LIJN_SESSION (object), error);
}

static gboolean
set_lane_height (LijnObject *object, const char *value, GError **error)
{
  double height = 0;

  return lijn_rules_value (object, "height", value, NULL, error) &&
         lijn_number_from_text (value, &height) &&
         lijn_edit_resize_lane (LIJN_LANE (object), height, error);
}

static gboolean
set_lane_party (LijnObject *object, const char *value, GError **error)
{
  LijnParty *party = look_up (object, LIJN_TABLE_PARTY, value, error);

  return party != NULL && lijn_lane_give (LIJN_LANE (object), party, error);
}

/* Puts one of an element's four measures in the place of what it is. */
static gboolean
set_measure (LijnObject *object, const char *column, const char *value, GError **error)
{
  LijnElement *element = LIJN_ELEMENT (object);
  LijnRect rect = { lijn_element_get_x (element), lijn_element_get_y (element),
                    lijn_element_get_width (element), lijn_element_get_height (element) };
  double *measure = g_str_equal (column, "x")       ? &rect.x
                    : g_str_equal (column, "y")     ? &rect.y
                    : g_str_equal (column, "width") ? &rect.width
                                                    : &rect.height;

  return lijn_rules_value (object, column, value, NULL, error) &&
         lijn_number_from_text (value, measure) &&
         lijn_edit_resize (element, rect.x, rect.y, rect.width, rect.height, error);
}

static gboolean
set_x (LijnObject *object, const char *value, GError **error)
{
  return set_measure (object, "x", value, error);
}

static gboolean
set_y (LijnObject *object, const char *value, GError **error)
{
  return set_measure (object, "y", value, error);
}

static gboolean
set_width (LijnObject *object, const char *value, GError **error)
{
  return set_measure (object, "width", value, error);
}

static gboolean
set_height (LijnObject *object, const char *value, GError **error)
{
  return set_measure (object, "height", value, error);
}

static gboolean
set_element_lane (LijnObject *object, const char *value, GError **error)
{
  return lijn_rules_value (object, "lane", value, NULL, error) &&
         lijn_element_put (
             LIJN_ELEMENT (object),
             lijn_project_find (lijn_object_get_project (object), LIJN_TABLE_LANE, value), error);
}

static gboolean
set_element_kind (LijnObject *object, const char *value, GError **error)
{
  return lijn_rules_value (object, "kind", value, NULL, error) &&
         lijn_element_turn_into (
             LIJN_ELEMENT (object),
             (LijnElementKind) lijn_nick_to_value (lijn_element_kind_nicks, value), error);
}

/* What follows from something else. */
static gboolean
refuse (LijnObject *object, const char *value, GError **error)
{
  g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE,
                       _ ("This follows from how things are drawn, and cannot be set by itself."));
  return FALSE;
}

static gboolean set_interface_party (LijnObject *object, const char *column, const char *value,
                                     GError **error);

static gboolean
set_giver (LijnObject *object, const char *value, GError **error)
{
  return set_interface_party (object, "giver", value, error);
}

static gboolean
set_receiver (LijnObject *object, const char *value, GError **error)
{
  return set_interface_party (object, "receiver", value, error);
}

static const struct
{
  LijnTable table;
  const char *column;
  SetFunc set;
} setters[] = {
  { LIJN_TABLE_LANE, "map", refuse },
  { LIJN_TABLE_LANE, "party", set_lane_party },
  { LIJN_TABLE_LANE, "height", set_lane_height },
  { LIJN_TABLE_ELEMENT, "map", refuse },
  { LIJN_TABLE_ELEMENT, "lane", set_element_lane },
  { LIJN_TABLE_ELEMENT, "kind", set_element_kind },
  { LIJN_TABLE_ELEMENT, "x", set_x },
  { LIJN_TABLE_ELEMENT, "y", set_y },
  { LIJN_TABLE_ELEMENT, "width", set_width },
  { LIJN_TABLE_ELEMENT, "height", set_height },
  { LIJN_TABLE_INTERFACE, "map", refuse },
  { LIJN_TABLE_INTERFACE, "giver", set_giver },
  { LIJN_TABLE_INTERFACE, "receiver", set_receiver },
  { LIJN_TABLE_FLOW, "map", refuse },
  { LIJN_TABLE_FLOW, "kind", refuse },
  { LIJN_TABLE_FLOW, "route", refuse },
  { LIJN_TABLE_FLOW, "source", set_flow_source },
  { LIJN_TABLE_FLOW, "target", set_flow_target },
  { LIJN_TABLE_FLOW, "interface", set_flow_interface },
  { LIJN_TABLE_FLOW, "bent", set_flow_bent },
  { LIJN_TABLE_FRICTION, "status", set_friction_status },
  { LIJN_TABLE_FRICTION, "map", set_friction_map },
  { LIJN_TABLE_FRICTION, "element", set_friction_element },
  { LIJN_TABLE_FRICTION, "flow", set_friction_flow },
  { LIJN_TABLE_FRICTION, "interface", set_friction_interface },
  { LIJN_TABLE_FRICTION, "lane", set_friction_lane },
  { LIJN_TABLE_ACTION, "status", set_action_status },
  { LIJN_TABLE_SESSION, "status", set_session_status },
};

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

static gboolean
write_value (LijnObject *object, const char *column, const char *value, GError **error)
{
  LijnTable table = lijn_object_get_table (object);
  const LijnTableInfo *info = lijn_table_info (table);
  g_autofree char *label = g_strdup_printf (_ ("Change “%s”"),
                                            lijn_word_for_column (table, column));
  g_autoptr (LijnEdit) edit = lijn_verb_begin (object, label, error);

  return edit != NULL &&
         lijn_rules_value (object, column, value, lijn_verb_speaker (edit->project), error) &&
         check_number (object, column, value, error) &&
         lijn_verb_update (
             edit, object,
             LIJN_CELLS (cell_for (&info->columns[lijn_table_find_column (table, column)], value)),
             error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

static gboolean
set_interface_party (LijnObject *object, const char *column, const char *value, GError **error)
{
  GPtrArray *flows = lijn_project_referrers (lijn_object_get_project (object), LIJN_TABLE_FLOW,
                                             "interface", object);

  if (flows->len > 0)
    return refuse (object, value, error);
  return write_value (object, column, value, error);
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

  for (guint i = 0; i < G_N_ELEMENTS (setters); i++)
    if (setters[i].table == table && g_str_equal (setters[i].column, column))
      return setters[i].set (object, value, error);

  return write_value (object, column, value, error);
}
