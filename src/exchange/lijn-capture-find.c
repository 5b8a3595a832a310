/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-state.h"

#include "lijn-words.h"

#include <glib/gi18n.h>

/* What a line points at. When a name is not enough to tell one thing from another, the error says how
 * to. */

gboolean
lijn_capture_unknown (GError **error, const char *format, ...)
{
  va_list arguments;

  if (error != NULL)
    {
      va_start (arguments, format);
      *error = g_error_new_valist (LIJN_CAPTURE_ERROR, LIJN_CAPTURE_ERROR_UNKNOWN, format,
                                   arguments);
      va_end (arguments);
    }
  return FALSE;
}

static gboolean
lies_in (LijnElement *element, LijnParty *party, LijnLane *lane)
{
  return (lane == NULL || lijn_element_get_lane (element) == lane) &&
         (party == NULL || lijn_element_get_party (element) == party);
}

/* Keeps of @found what lies where @ref says. Returns: whether that place exists. */
static gboolean
keep_in_place (LijnCapture *self, GPtrArray *found, const LijnSaidRef *ref, GError **error)
{
  LijnParty *party = NULL;
  LijnLane *lane = NULL;

  if (ref->party != NULL && (party = lijn_capture_find_party (self, ref->party, error)) == NULL)
    return FALSE;
  if (ref->in_lane)
    {
      GError *problem = NULL;

      lane = lijn_capture_look_for_lane (self, party, ref->lane, &problem);
      if (problem == NULL && lane == NULL && party == NULL)
        party = lijn_capture_look_for_party (self, ref->lane, &problem);
      if (problem != NULL)
        {
          g_propagate_error (error, problem);
          return FALSE;
        }
      if (lane == NULL && (party == NULL || ref->party != NULL))
        return lijn_capture_unknown (error, _ ("There is no lane “%s” on this map."), ref->lane);
    }
  for (guint i = found->len; i > 0; i--)
    if (!lies_in (g_ptr_array_index (found, i - 1), party, lane))
      g_ptr_array_remove_index (found, i - 1);
  return TRUE;
}

static LijnObject *
find_element (LijnCapture *self, const LijnSaidRef *ref, GError **error)
{
  g_autoptr (GPtrArray) found = lijn_capture_find_named (self, LIJN_TABLE_ELEMENT, ref->name);

  if (!keep_in_place (self, found, ref, error))
    return NULL;
  if (ref->number > 0 && (guint) ref->number <= found->len)
    return g_ptr_array_index (found, ref->number - 1);
  if (found->len == 0 && !ref->quoted && ref->whole != NULL)
    {
      g_autofree char *whole = lijn_said_unquote (ref->whole, NULL);

      g_ptr_array_unref (found);
      found = lijn_capture_find_named (self, LIJN_TABLE_ELEMENT, whole);
    }
  if (found->len == 0)
    lijn_capture_unknown (error, _ ("There is nothing called “%s” on this map."), ref->name);
  else if (found->len > 1)
    lijn_capture_unknown (error,
                          _ ("There are %u things called “%s”. Say the lane, as in “Lane: %s”, or "
                             "which one from the left, as in “%s #2”."),
                          found->len, ref->name, ref->name, ref->name);
  return found->len == 1 ? g_ptr_array_index (found, 0) : NULL;
}

static LijnObject *
find_other (LijnCapture *self, const LijnSaidRef *ref, GError **error)
{
  LijnTable table = (LijnTable) ref->table;
  g_autoptr (GPtrArray) found = NULL;

  if (ref->number > 0)
    {
      LijnObject *object = lijn_capture_find_numbered (self, table, ref->number);

      if (object == NULL)
        lijn_capture_unknown (error, _ ("%s: there is none with the number %d."),
                              lijn_word_for_table (table), ref->number);
      return object;
    }
  found = lijn_capture_find_named (self, table, ref->name);
  if (found->len == 1)
    return g_ptr_array_index (found, 0);
  if (found->len > 1)
    lijn_capture_unknown (error, _ ("There is more than one thing called “%s”."), ref->name);
  else if (!ref->quoted && ref->whole != NULL)
    {
      LijnSaidRef plain = { .table = LIJN_TABLE_ELEMENT, .name = ref->whole, .quoted = TRUE };

      return find_element (self, &plain, error);
    }
  else
    lijn_capture_unknown (error, _ ("There is nothing called “%s” on this map."), ref->name);
  return NULL;
}

LijnFlow *
lijn_capture_flow_between (LijnElement *source, LijnElement *target)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (target));
  GPtrArray *flows = lijn_project_referrers (project, LIJN_TABLE_FLOW, "target",
                                             LIJN_OBJECT (target));

  for (guint i = 0; i < flows->len; i++)
    if (lijn_flow_get_source (g_ptr_array_index (flows, i)) == source)
      return g_ptr_array_index (flows, i);
  return NULL;
}

static LijnObject *
find_flow (LijnCapture *self, const LijnSaidRef *ref, GError **error)
{
  LijnObject *source, *target;
  LijnFlow *flow;

  if (ref->source == NULL)
    {
      lijn_capture_unknown (error, _ ("Which flow? Write “flow Step -> Other step”."));
      return NULL;
    }
  source = lijn_capture_find (self, ref->source, error);
  target = source != NULL ? lijn_capture_find (self, ref->target, error) : NULL;
  if (target == NULL)
    return NULL;
  if (!LIJN_IS_ELEMENT (source) || !LIJN_IS_ELEMENT (target))
    return (lijn_capture_unknown (error, _ ("A flow leads from one step to another.")), NULL);
  flow = lijn_capture_flow_between (LIJN_ELEMENT (source), LIJN_ELEMENT (target));
  if (flow == NULL)
    lijn_capture_unknown (error, _ ("There is no flow from “%s” to “%s”."),
                          lijn_object_get_name (source), lijn_object_get_name (target));
  return (LijnObject *) flow;
}

static LijnObject *
find_lane (LijnCapture *self, const LijnSaidRef *ref, GError **error)
{
  GError *problem = NULL;
  LijnParty *party = NULL;
  LijnLane *lane;

  if (ref->party != NULL && (party = lijn_capture_find_party (self, ref->party, error)) == NULL)
    return NULL;
  lane = lijn_capture_look_for_lane (self, party, ref->lane, &problem);
  if (problem != NULL)
    g_propagate_error (error, problem);
  else if (lane == NULL)
    lijn_capture_unknown (error, _ ("There is no lane “%s” on this map."), ref->lane);
  return (LijnObject *) lane;
}

LijnObject *
lijn_capture_find (LijnCapture *self, const LijnSaidRef *ref, GError **error)
{
  LijnObject *object;

  if (ref->mark != NULL)
    {
      object = lijn_capture_find_mark (self, ref->mark);
      if (object == NULL)
        lijn_capture_unknown (error, _ ("Nothing carries the mark “~%s”."), ref->mark);
      return object;
    }
  switch (ref->table)
    {
    case LIJN_TABLE_ELEMENT:
      return find_element (self, ref, error);
    case LIJN_TABLE_FLOW:
      if (ref->name != NULL &&
          (object = lijn_capture_find_marked (self, ref->name, LIJN_TABLE_FLOW)) != NULL)
        return object;
      return find_flow (self, ref, error);
    case LIJN_TABLE_LANE:
      return find_lane (self, ref, error);
    case LIJN_TABLE_PARTY:
      return (LijnObject *) lijn_capture_find_party (self, ref->name, error);
    case LIJN_TABLE_PERSON:
      return (LijnObject *) lijn_capture_find_person (self, ref, error);
    case LIJN_TABLE_MAP:
      if (ref->name == NULL || *ref->name == '\0')
        return (LijnObject *) lijn_capture_need_map (self, error);
      G_GNUC_FALLTHROUGH;
    default:
      if (ref->name != NULL && *ref->name == '~' &&
          (object = lijn_capture_find_marked (self, ref->name, (LijnTable) ref->table)) != NULL)
        return object;
      return find_other (self, ref, error);
    }
}
