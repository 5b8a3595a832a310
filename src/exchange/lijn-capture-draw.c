/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-state.h"

#include "lijn-place.h"
#include "lijn-text.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

/* Drawing what a line says: elements, arrows, and the interfaces that hang on them. */

static const char *
party_id (LijnParty *party)
{
  return party != NULL ? lijn_object_get_id (LIJN_OBJECT (party)) : "";
}

/* A lane that has its party's name: "Customer: Send claim" where no lane was ever spoken of. */
static LijnLane *
look_in_party (LijnCapture *self, LijnParty *party)
{
  LijnMap *map = lijn_capture_at (self, LIJN_AT_MAP);
  LijnLane *current = lijn_capture_at (self, LIJN_AT_LANE);
  g_autoptr (GPtrArray) lanes = NULL;

  if (current != NULL && lijn_lane_get_party (current) == party)
    return current;
  if (map == NULL && (map = lijn_project_get_first_map (self->project)) == NULL)
    return NULL;
  lanes = lijn_map_list_lanes (map);
  for (guint i = 0; i < lanes->len; i++)
    if (g_strcmp0 (lijn_lane_get_party_id (g_ptr_array_index (lanes, i)), party_id (party)) == 0)
      return g_ptr_array_index (lanes, i);
  return NULL;
}

static LijnLane *
look_for_unowned (LijnCapture *self, const LijnSaid *said, LijnParty **party, GError **error)
{
  GError *problem = NULL;
  LijnLane *lane = lijn_capture_look_for_lane (self, NULL, said->lane, &problem);
  LijnPartyRole role;

  if (problem == NULL && lane == NULL)
    {
      *party = lijn_capture_look_for_party (self, said->lane, &problem);
      if (*party != NULL)
        lane = look_in_party (self, *party);
    }
  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return NULL;
    }
  if (lane == NULL && *party == NULL && !lijn_said_find_role (said->lane, &role))
    {
      *party = lijn_capture_at (self, LIJN_AT_PARTY);
      if (*party == NULL)
        lijn_capture_unknown (error,
                              _ ("Whose lane is “%s”? Write “Party / %s: …” the first time."),
                              said->lane, said->lane);
    }
  return lane;
}

LijnLane *
lijn_capture_look_for_place (LijnCapture *self, const LijnSaid *said, LijnParty **party,
                             GError **error)
{
  GError *problem = NULL;
  LijnLane *lane = NULL;

  *party = NULL;
  switch (said->place)
    {
    case LIJN_SAID_BESIDE:
      return NULL;
    case LIJN_SAID_SAME_LANE:
      lane = lijn_capture_at (self, LIJN_AT_LANE);
      if (lane == NULL)
        lijn_capture_unknown (&problem, _ ("In which lane? Write “Party / Lane: Step”."));
      break;
    case LIJN_SAID_IN_LANE:
    default:
      if (said->party == NULL)
        {
          lane = look_for_unowned (self, said, party, &problem);
          break;
        }
      *party = lijn_capture_look_for_party (self, said->party, &problem);
      if (*party != NULL)
        lane = lijn_capture_look_for_lane (self, *party, said->lane, &problem);
      break;
    }
  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return NULL;
    }
  if (lane != NULL)
    *party = lijn_lane_get_party (lane);
  return lane;
}

/* Returns: (nullable): the lane for @said, made when it is new; NULL without error for beside the
 * lanes. */
static LijnLane *
need_lane (LijnCapture *self, LijnMap *map, const LijnSaid *said, GError **error)
{
  GError *problem = NULL;
  LijnParty *party = NULL;
  LijnLane *lane = lijn_capture_look_for_place (self, said, &party, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return NULL;
    }
  if (lane != NULL || said->place == LIJN_SAID_BESIDE)
    return lane;
  if (*said->lane == '~')
    {
      lijn_capture_unknown (error, _ ("Nothing carries the mark “%s”."), said->lane);
      return NULL;
    }
  if (party == NULL)
    party = lijn_capture_need_party (self, said->party != NULL ? said->party : said->lane, error);
  return party != NULL ? lijn_edit_add_lane (map, party, said->lane, NULL, error) : NULL;
}

/* Where an arrow or the next element comes from. Sets @label to what is then written on the flow.
 * Returns: FALSE on failure; *@source may be NULL without. */
static gboolean
find_source (LijnCapture *self, const LijnSaid *said, LijnElement **source, const char **label,
             GError **error)
{
  g_autoptr (GPtrArray) named = NULL;

  *label = said->label;
  *source = lijn_capture_at (self, LIJN_AT_AFTER);
  if (said->label != NULL)
    {
      LijnElement *origin = lijn_capture_at (self, LIJN_AT_ORIGIN);

      if (origin != NULL)
        *source = origin;
      if (!said->label_quoted)
        named = lijn_capture_find_named (self, LIJN_TABLE_ELEMENT, said->label);
      if (named != NULL && named->len == 1)
        {
          *source = g_ptr_array_index (named, 0);
          *label = NULL;
        }
    }
  if (said->arrow && *source == NULL)
    return lijn_capture_unknown (
        error, _ ("From where does the arrow come? Name a step first, as in “@ Register claim”."));
  return TRUE;
}

static gboolean
is_aside (LijnElementKind kind)
{
  return kind == LIJN_ELEMENT_KIND_NOTE || kind == LIJN_ELEMENT_KIND_DOCUMENT ||
         kind == LIJN_ELEMENT_KIND_GROUP;
}

static gboolean
set_flow (LijnCapture *self, LijnFlow *flow, const LijnSaid *said, GError **error)
{
  if (flow == NULL)
    return TRUE;
  lijn_capture_put (self, LIJN_AT_FLOW, flow);
  return !said->hang || lijn_capture_hang (self, flow, said->hang_number, said->hang_name,
                                           said->hang_fields, error);
}

/* After an element was named, by making it or by an arrow: where the next line goes on. */
static void
go_on_from (LijnCapture *self, LijnElement *element)
{
  LijnElementKind kind = lijn_element_get_kind (element);
  LijnLane *lane = lijn_element_get_lane (element);

  lijn_capture_put (self, LIJN_AT_LAST, element);
  if (lane != NULL)
    {
      lijn_capture_put (self, LIJN_AT_LANE, lane);
      lijn_capture_put (self, LIJN_AT_PARTY, lijn_lane_get_party (lane));
    }
  if (is_aside (kind))
    return;
  lijn_capture_put (self, LIJN_AT_AFTER, kind == LIJN_ELEMENT_KIND_END ? NULL : element);
  if (kind == LIJN_ELEMENT_KIND_DECISION)
    lijn_capture_put (self, LIJN_AT_ORIGIN, element);
}

/* Beside the lanes is above the first one. */
static LijnElement *
add_beside (LijnCapture *self, LijnMap *map, const LijnSaid *said, GError **error)
{
  LijnLayout *layout = lijn_layout_of (map);
  LijnRect bounds = lijn_layout_get_bounds (layout);
  double width, height;

  lijn_place_default_size (said->element_kind, &width, &height);
  return lijn_edit_add_element (map, NULL, said->element_kind, said->name, LIJN_GROUND_LEFT,
                                MIN (bounds.y, 0) - height - LIJN_GAP / 2, error);
}

static LijnElement *
add_element (LijnCapture *self, LijnMap *map, LijnLane *lane, LijnElement *source,
             const char *label, const LijnSaid *said, GError **error)
{
  LijnElement *element;
  double x, y;

  if (source != NULL && lane != NULL)
    return lijn_edit_append (source, lane, said->element_kind, said->name, label, error);
  if (lane == NULL)
    element = add_beside (self, map, said, error);
  else
    {
      lijn_place_after (lijn_layout_of (map), NULL, lane, said->element_kind, &x, &y);
      element = lijn_edit_add_element (map, lane, said->element_kind, said->name, x, y, error);
    }
  if (element != NULL && source != NULL &&
      lijn_edit_connect (source, element, label, NULL, error) == NULL)
    return NULL;
  return element;
}

static gboolean
set_waiting (LijnElement *element, const LijnSaid *said, GError **error)
{
  double minutes;
  g_autofree char *text = NULL;

  if (said->element_kind != LIJN_ELEMENT_KIND_WAIT || said->name_quoted || *said->name == '\0' ||
      !lijn_words_to_duration (said->name, &minutes))
    return TRUE;
  text = lijn_number_to_text (minutes);
  return lijn_edit_set (LIJN_OBJECT (element), "wait_minutes", text, error);
}

/* Nothing follows an end, but a note or document can be put to it. */
static LijnElement *
last_end (LijnCapture *self)
{
  LijnObject *last = lijn_capture_at (self, LIJN_AT_LAST);

  return LIJN_IS_ELEMENT (last) &&
                 lijn_element_get_kind (LIJN_ELEMENT (last)) == LIJN_ELEMENT_KIND_END
             ? LIJN_ELEMENT (last)
             : NULL;
}

static gboolean
make_element (LijnCapture *self, LijnMap *map, LijnLane *lane, const LijnSaid *said, GError **error)
{
  LijnElement *source, *element;
  const char *label;

  if (!find_source (self, said, &source, &label, error))
    return FALSE;
  if (is_aside (said->element_kind) && source == NULL)
    source = last_end (self);
  if (!said->arrow && (said->element_kind == LIJN_ELEMENT_KIND_START ||
                       said->element_kind == LIJN_ELEMENT_KIND_GROUP))
    source = NULL;

  element = add_element (self, map, lane, source, label, said, error);
  if (element == NULL)
    return FALSE;
  if (label != NULL && lijn_capture_at (self, LIJN_AT_ORIGIN) == NULL)
    lijn_capture_put (self, LIJN_AT_ORIGIN, source);
  lijn_capture_mark (self, said->mark, LIJN_OBJECT (element));
  go_on_from (self, element);
  g_set_object (&self->made, LIJN_OBJECT (element));
  if (said->hang && source == NULL)
    return lijn_capture_unknown (error,
                                 _ ("Nothing is handed over here: the step follows nothing."));
  return set_waiting (element, said, error) &&
         lijn_capture_set_fields (self, LIJN_OBJECT (element), said->fields, error) &&
         (source == NULL ||
          set_flow (self, lijn_capture_flow_between (source, element), said, error));
}

/* An arrow to an element that is there. What follows still comes after where the arrow left. */
static gboolean
connect_to (LijnCapture *self, LijnElement *target, const LijnSaid *said, GError **error)
{
  LijnElement *source;
  const char *label;
  LijnFlow *flow;

  if (!find_source (self, said, &source, &label, error))
    return FALSE;
  flow = lijn_edit_connect (source, target, label, NULL, error);
  if (flow == NULL)
    return FALSE;
  if (label != NULL && lijn_capture_at (self, LIJN_AT_ORIGIN) == NULL)
    lijn_capture_put (self, LIJN_AT_ORIGIN, source);
  lijn_capture_mark (self, said->mark, LIJN_OBJECT (flow));
  g_set_object (&self->made, LIJN_OBJECT (flow));
  if (said->next != NULL)
    go_on_from (self, target);
  return set_flow (self, flow, said, error) &&
         lijn_capture_set_fields (self, LIJN_OBJECT (flow), said->fields, error);
}

/* The only element of this name in @lane. */
static LijnElement *
find_in_lane (LijnCapture *self, LijnLane *lane, const char *name)
{
  g_autoptr (GPtrArray) named = lijn_capture_find_named (self, LIJN_TABLE_ELEMENT, name);
  LijnElement *found = NULL;

  for (guint i = 0; i < named->len; i++)
    if (lijn_element_get_lane (g_ptr_array_index (named, i)) == lane)
      {
        if (found != NULL)
          return NULL;
        found = g_ptr_array_index (named, i);
      }
  return found;
}

static gboolean
do_element (LijnCapture *self, const LijnSaid *said, GError **error)
{
  GError *problem = NULL;
  LijnMap *map = lijn_capture_need_map (self, error);
  LijnLane *lane;
  LijnElement *there = NULL;

  if (map == NULL)
    return FALSE;
  lane = need_lane (self, map, said, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  if (lane == NULL && said->place != LIJN_SAID_BESIDE)
    return FALSE;
  if (said->arrow && said->mark == NULL && *said->name != '\0')
    there = find_in_lane (self, lane, said->name);
  if (there != NULL && (!said->kind_said || lijn_element_get_kind (there) == said->element_kind))
    return connect_to (self, there, said, error);
  return make_element (self, map, lane, said, error);
}

static gboolean
do_target (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnObject *target = lijn_capture_find (self, said->ref, error);

  if (target == NULL)
    return FALSE;
  if (!LIJN_IS_ELEMENT (target))
    return lijn_capture_unknown (error, _ ("An arrow leads to a step; “%s” is none."),
                                 said->ref->whole);
  return connect_to (self, LIJN_ELEMENT (target), said, error);
}

static LijnInterface *
find_interface (LijnCapture *self, LijnInterface *own, int number, const char *name)
{
  g_autofree char *pointer = number > 0 ? g_strdup_printf ("interface %d", number) : NULL;
  g_autoptr (LijnSaidRef) ref = pointer != NULL ? lijn_said_ref_parse (pointer) : NULL;
  g_autoptr (GPtrArray) named = NULL;

  if (ref != NULL)
    {
      LijnObject *found = lijn_capture_find (self, ref, NULL);

      return LIJN_IS_INTERFACE (found) ? LIJN_INTERFACE (found) : NULL;
    }
  if (name == NULL)
    return NULL;
  named = lijn_capture_find_named (self, LIJN_TABLE_INTERFACE, name);
  for (guint i = 0; i < named->len; i++)
    {
      LijnInterface *other = g_ptr_array_index (named, i);

      if (lijn_interface_get_giver (other) == lijn_interface_get_giver (own) &&
          lijn_interface_get_receiver (other) == lijn_interface_get_receiver (own))
        return other;
    }
  return NULL;
}

gboolean
lijn_capture_hang (LijnCapture *self, LijnFlow *flow, int number, const char *name,
                   GPtrArray *fields, GError **error)
{
  LijnInterface *interface = lijn_flow_get_interface (flow);
  LijnInterface *there;

  if (interface == NULL)
    return lijn_capture_unknown (
        error, _ ("Nothing crosses a line here: both steps are the same party's."));
  there = find_interface (self, interface, number, name);
  if (there != NULL && there != interface)
    {
      if (!lijn_edit_hang (flow, there, error))
        return FALSE;
      interface = there;
    }
  else if (number > 0 && lijn_interface_get_number (interface) != number)
    {
      g_autofree char *text = g_strdup_printf ("%d", number);

      if (!lijn_edit_set (LIJN_OBJECT (interface), "number", text, error))
        return FALSE;
    }
  if (name != NULL && (number > 0 || there == NULL) &&
      !lijn_edit_set (LIJN_OBJECT (interface), "name", name, error))
    return FALSE;
  return lijn_capture_set_fields (self, LIJN_OBJECT (interface), fields, error);
}

static gboolean
do_hang (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnFlow *flow = lijn_capture_at (self, LIJN_AT_FLOW);

  if (flow == NULL)
    return lijn_capture_unknown (error, _ ("Nothing has been handed over yet."));
  if (!lijn_capture_hang (self, flow, said->hang_number, said->hang_name, said->hang_fields, error))
    return FALSE;
  g_set_object (&self->made, LIJN_OBJECT (lijn_flow_get_interface (flow)));
  return TRUE;
}

static gboolean
do_interface (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnFlow *flow = lijn_capture_at (self, LIJN_AT_FLOW);
  LijnObject *interface = lijn_capture_at (self, LIJN_AT_LAST);

  if (said->ref != NULL)
    interface = lijn_capture_find (self, said->ref, error);
  else if (!LIJN_IS_INTERFACE (interface))
    {
      interface = flow != NULL ? (LijnObject *) lijn_flow_get_interface (flow) : NULL;
      if (interface == NULL)
        lijn_capture_unknown (error, _ ("Which interface? Write “interface 3: norm 2 days”."));
    }
  if (interface == NULL)
    return FALSE;
  if (!LIJN_IS_INTERFACE (interface))
    return lijn_capture_unknown (error, _ ("Which interface? Write “interface 3: norm 2 days”."));
  lijn_capture_put (self, LIJN_AT_LAST, interface);
  g_set_object (&self->made, interface);
  return lijn_capture_set_fields (self, interface, said->fields, error);
}

static gboolean
do_go (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnObject *object = lijn_capture_find (self, said->ref, error);

  if (object == NULL)
    return FALSE;
  if (LIJN_IS_MAP (object))
    lijn_capture_set_map (self, LIJN_MAP (object));
  lijn_capture_set_last (self, object);
  g_set_object (&self->made, object);
  return TRUE;
}

gboolean
lijn_capture_draw (LijnCapture *self, const LijnSaid *said, GError **error)
{
  if (said->kind == LIJN_SAID_ELEMENT)
    return do_element (self, said, error);
  if (said->kind == LIJN_SAID_TARGET)
    return do_target (self, said, error);
  if (said->kind == LIJN_SAID_GO)
    return do_go (self, said, error);
  if (said->kind == LIJN_SAID_HANG)
    return do_hang (self, said, error);
  if (said->kind == LIJN_SAID_INTERFACE)
    return do_interface (self, said, error);

  lijn_capture_put (self, LIJN_AT_AFTER, NULL);
  lijn_capture_put (self, LIJN_AT_ORIGIN, NULL);
  lijn_capture_put (self, LIJN_AT_LAST, NULL);
  return TRUE;
}
