/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include "lijn-assumed.h"
#include "lijn-text.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

/* The columns with consequences, and the verb that each is passed on to; what follows from something
 * else (the map of a lane, the kind of a flow) cannot be set. The table at the end is the whole. */

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

static gboolean
set_lane_collapsed (LijnObject *object, const char *value, GError **error)
{
  return lijn_rules_value (object, "collapsed", value, NULL, error) &&
         lijn_edit_collapse_lane (LIJN_LANE (object), g_str_equal (value, "1"), error);
}

static gboolean
set_phase_x (LijnObject *object, const char *value, GError **error)
{
  double x = 0;

  return lijn_rules_value (object, "x", value, NULL, error) && lijn_number_from_text (value, &x) &&
         lijn_edit_move_phase (LIJN_PHASE (object), x, error);
}

static gboolean
set_phase_width (LijnObject *object, const char *value, GError **error)
{
  LijnPhase *phase = LIJN_PHASE (object);
  double width = 0;

  return lijn_rules_value (object, "width", value, NULL, error) &&
         lijn_number_from_text (value, &width) &&
         lijn_edit_resize_phase (phase, lijn_phase_get_x (phase), width, error);
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

static gboolean
set_assumed (LijnObject *object, const char *value, GError **error)
{
  gboolean assumed = g_str_equal (value, "1");

  if (!lijn_rules_value (object, "assumed", value, NULL, error))
    return FALSE;
  if (assumed == lijn_object_is_assumed (object))
    return TRUE;
  return assumed ? lijn_object_assume (object, error) : lijn_edit_confirm (object, NULL, error);
}

/* What follows from something else. */
static gboolean
refuse (LijnObject *object, const char *value, GError **error)
{
  g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE,
                       _ ("This follows from how things are drawn, and cannot be set by itself."));
  return FALSE;
}

/* Ratings and votes have verbs of their own, since nobody may know of them too soon. */
static gboolean
refuse_blind (LijnObject *object, const char *value, GError **error)
{
  g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE,
                       _ ("Scores and votes are given, revealed and closed at a session."));
  return FALSE;
}

static const struct
{
  LijnTable table;
  const char *column;
  LijnSetter set;
} setters[] = {
  { LIJN_TABLE_LANE, "map", refuse },
  { LIJN_TABLE_LANE, "party", set_lane_party },
  { LIJN_TABLE_LANE, "height", set_lane_height },
  { LIJN_TABLE_LANE, "collapsed", set_lane_collapsed },
  { LIJN_TABLE_PHASE, "map", refuse },
  { LIJN_TABLE_PHASE, "x", set_phase_x },
  { LIJN_TABLE_PHASE, "width", set_phase_width },
  { LIJN_TABLE_ELEMENT, "map", refuse },
  { LIJN_TABLE_ELEMENT, "lane", set_element_lane },
  { LIJN_TABLE_ELEMENT, "kind", set_element_kind },
  { LIJN_TABLE_ELEMENT, "x", set_x },
  { LIJN_TABLE_ELEMENT, "y", set_y },
  { LIJN_TABLE_ELEMENT, "width", set_width },
  { LIJN_TABLE_ELEMENT, "height", set_height },
  { LIJN_TABLE_ELEMENT, "assumed", set_assumed },
  { LIJN_TABLE_INTERFACE, "map", refuse },
  { LIJN_TABLE_INTERFACE, "assumed", set_assumed },
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
  { LIJN_TABLE_RATING, "session", refuse_blind },
  { LIJN_TABLE_RATING, "interface", refuse_blind },
  { LIJN_TABLE_RATING, "party", refuse_blind },
  { LIJN_TABLE_RATING, "score", refuse_blind },
  { LIJN_TABLE_RATING, "guess", refuse_blind },
  { LIJN_TABLE_RATING, "revealed", refuse_blind },
  { LIJN_TABLE_BALLOT, "closed", refuse_blind },
  { LIJN_TABLE_BALLOT, "dots", refuse_blind },
  { LIJN_TABLE_VOTE, "ballot", refuse_blind },
  { LIJN_TABLE_VOTE, "friction", refuse_blind },
  { LIJN_TABLE_VOTE, "party", refuse_blind },
  { LIJN_TABLE_VOTE, "dots", refuse_blind },
};

LijnSetter
lijn_setter_find (LijnTable table, const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (setters); i++)
    if (setters[i].table == table && g_str_equal (setters[i].column, column))
      return setters[i].set;

  return NULL;
}
