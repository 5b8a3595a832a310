/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-state.h"

#include "lijn-place.h"
#include "lijn-text.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

/* Drawing what a line says: elements, and the arrows between them. */

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
  lane = lijn_capture_need_lane (self, map, said, &problem);
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

/* Who leads an arrow to what is not there mostly wants it made. */
static gboolean
refuse_target (LijnCapture *self, const LijnSaidRef *ref, GError *problem, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;

  if (ref->table == LIJN_TABLE_ELEMENT && ref->number == 0)
    found = lijn_capture_find_named (self, LIJN_TABLE_ELEMENT, ref->name);
  if (found == NULL || found->len > 0)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  g_error_free (problem);
  return lijn_capture_unknown (error,
                               _ ("There is no “%s” on this map yet. Write “-> : %s” to make it."),
                               ref->name, ref->name);
}

static gboolean
do_target (LijnCapture *self, const LijnSaid *said, GError **error)
{
  GError *problem = NULL;
  LijnObject *target = lijn_capture_find (self, said->ref, &problem);

  if (target == NULL)
    return refuse_target (self, said->ref, problem, error);
  if (!LIJN_IS_ELEMENT (target))
    return lijn_capture_unknown (error, _ ("An arrow leads to a step; “%s” is none."),
                                 said->ref->whole);
  return connect_to (self, LIJN_ELEMENT (target), said, error);
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
    return lijn_capture_hang_last (self, said, error);
  if (said->kind == LIJN_SAID_INTERFACE)
    return lijn_capture_interface (self, said, error);

  lijn_capture_put (self, LIJN_AT_AFTER, NULL);
  lijn_capture_put (self, LIJN_AT_ORIGIN, NULL);
  lijn_capture_put (self, LIJN_AT_LAST, NULL);
  return TRUE;
}
