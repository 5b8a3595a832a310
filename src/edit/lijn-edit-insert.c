/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include <glib/gi18n.h>

/* A step put between two others: it is moved there, the flow that was there leads to it, and a new one
 * leads on. An interface stays with the half that still runs between its two parties. What was on both
 * sides of the step before is joined. Where there is too little room, what lies to the right makes
 * some. */

#define LEAST_GAP 24.0 /* points between the step and what is right of it */

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_CONNECT, why);
  return FALSE;
}

/* The flows at the end called @end of @element that are part of the process. */
static guint
count_flows (LijnElement *element, const char *end)
{
  GPtrArray *flows = lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (element)),
                                             LIJN_TABLE_FLOW, end, LIJN_OBJECT (element));
  guint n = 0;

  for (guint i = 0; i < flows->len; i++)
    n += lijn_flow_get_kind (g_ptr_array_index (flows, i)) != LIJN_FLOW_KIND_ASSOCIATION;
  return n;
}

gboolean
lijn_edit_may_insert (LijnElement *element, LijnFlow *flow, GError **error)
{
  LijnElementKind kind = lijn_element_get_kind (element);
  guint in = count_flows (element, "target"), out = count_flows (element, "source");

  if (lijn_flow_get_map (flow) != lijn_element_get_map (element) ||
      lijn_flow_get_source (flow) == element || lijn_flow_get_target (flow) == element ||
      lijn_flow_get_kind (flow) == LIJN_FLOW_KIND_ASSOCIATION)
    return refuse (error, _ ("It can only be put into a flow between two other steps."));
  if (kind == LIJN_ELEMENT_KIND_NOTE || kind == LIJN_ELEMENT_KIND_GROUP)
    return refuse (error, _ ("Notes and groups are not part of a flow."));
  if (in != out || in > 1)
    return refuse (error, _ ("It has flows of its own. Only what has none, or one in and one out, "
                             "can be put into another flow."));

  return lijn_rules_connect (lijn_flow_get_source (flow), element, NULL, error) &&
         lijn_rules_connect (element, lijn_flow_get_target (flow), NULL, error);
}

static gboolean
lie_apart (const LijnRect *a, const LijnRect *b)
{
  LijnRect near = { b->x - LEAST_GAP, b->y, b->width + 2 * LEAST_GAP, b->height };

  return !lijn_rect_intersects (a, &near);
}

/* Whether what lies at @rect moves when room is made right of @x. */
static gboolean
lies_beyond (const LijnRect *rect, double x)
{
  return rect->x + rect->width / 2 >= x;
}

/* How far what lies right of @rect in its lane has to move. */
static double
find_lack (LijnElement *element, const LijnRect *rect)
{
  LijnLayout *layout = lijn_layout_of (lijn_element_get_map (element));
  LijnRect near = lijn_rect_grow (rect, LEAST_GAP);
  g_autoptr (GPtrArray) found = lijn_layout_find_in (layout, &near);
  double lack = 0;

  for (guint i = 0; i < found->len; i++)
    {
      LijnElement *other = g_ptr_array_index (found, i);
      LijnRect there;

      if (!LIJN_IS_ELEMENT (other) || other == element ||
          lijn_element_get_kind (other) == LIJN_ELEMENT_KIND_GROUP ||
          lijn_element_get_lane (other) != lijn_element_get_lane (element) ||
          !lijn_layout_get_element_rect (layout, other, &there) || lie_apart (rect, &there) ||
          !lies_beyond (&there, rect->x))
        continue;
      lack = MAX (lack, rect->x + rect->width + 2 * LEAST_GAP - there.x);
    }
  return lack;
}

/* Moves what lies right of the left edge of @element out of its way. */
static gboolean
make_room (LijnEdit *edit, LijnElement *element, GError **error)
{
  LijnMap *map = lijn_element_get_map (element);
  LijnRect rect;
  double lack;

  if (!lijn_layout_get_element_rect (lijn_layout_of (map), element, &rect))
    return TRUE;
  lack = find_lack (element, &rect);
  return lack <= 0 ||
         lijn_push_aside (edit, map, NULL, element, FALSE, rect.x, lijn_verb_snap (lack), error);
}

/* Right of the source, where the flow leads to the right. */
static gboolean
keep_off_source (LijnEdit *edit, LijnElement *element, LijnFlow *flow, GError **error)
{
  LijnLayout *layout = lijn_layout_of (lijn_element_get_map (element));
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  LijnRect source, rect;
  LijnPoint by = { 0 };

  if (!lijn_layout_get_element_rect (layout, lijn_flow_get_source (flow), &source) ||
      !lijn_layout_get_element_rect (layout, element, &rect) || lie_apart (&rect, &source) ||
      !lies_beyond (&rect, source.x + source.width / 2))
    return TRUE;
  by.x = lijn_verb_snap (source.x + source.width + LIJN_GAP - rect.x);
  g_ptr_array_add (one, element);
  return lijn_move_each (edit, one, &by, error);
}

/* Puts @element between the ends of @flow. The answer of a decision stays at the decision; any other
 * name says what is handed over and stays with the interface. */
static gboolean
split (LijnElement *element, LijnFlow *flow, GError **error)
{
  LijnElement *source = lijn_flow_get_source (flow), *target = lijn_flow_get_target (flow);
  LijnParty *party = lijn_element_get_party (element);
  gboolean later = lijn_flow_get_kind (flow) == LIJN_FLOW_KIND_HAND_OVER &&
                   party == lijn_element_get_party (source) &&
                   party != lijn_element_get_party (target);
  gboolean answers = lijn_element_get_kind (source) == LIJN_ELEMENT_KIND_DECISION;
  g_autofree char *label = g_strdup (later && answers ? lijn_flow_get_name (flow) : "");

  if (!later)
    return lijn_edit_reconnect (flow, source, element, error) &&
           lijn_edit_connect (element, target, NULL, NULL, error) != NULL;
  return lijn_edit_reconnect (flow, element, target, error) &&
         (label[0] == '\0' || lijn_edit_rename (LIJN_OBJECT (flow), "", error)) &&
         lijn_edit_connect (source, element, label, NULL, error) != NULL;
}

static gboolean
route (LijnEdit *edit, GPtrArray *joined, LijnElement *element, GError **error)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  g_autoptr (GPtrArray) flows = NULL;

  g_ptr_array_add (elements, element);
  flows = lijn_flows_of (elements);
  for (guint i = 0; i < joined->len; i++)
    if (!lijn_object_is_gone (g_ptr_array_index (joined, i)))
      g_ptr_array_add (flows, g_object_ref (g_ptr_array_index (joined, i)));
  return lijn_route_flows (edit, flows, error);
}

gboolean
lijn_edit_insert (LijnElement *element, LijnFlow *flow, double dx, double dy, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (element, _ ("Put into flow"), error);
  g_autoptr (GPtrArray) joined = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  if (edit == NULL || !lijn_edit_may_insert (element, flow, error))
    return FALSE;

  g_ptr_array_add (one, element);
  return lijn_lift_out (edit, element, joined, error) && lijn_edit_move (one, dx, dy, error) &&
         keep_off_source (edit, element, flow, error) && make_room (edit, element, error) &&
         split (element, flow, error) && route (edit, joined, element, error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}
