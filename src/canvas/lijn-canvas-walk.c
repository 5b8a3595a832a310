/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "lijn-canvas-private.h"

/* Where arrow keys lead: from element to element and to the interfaces between them, what is
 * connected before what is not; along a flow to the end that lies that way. Left of the first
 * element stands the header of its lane, left of that its party; above the uppermost the header
 * of a phase. From header to header they go as the headers stand. */

static void
use_rect (LijnRect *rect, LijnLayout *layout, LijnObject *object)
{
  LijnRect bounds;

  if (LIJN_IS_ELEMENT (object) &&
      lijn_layout_get_element_rect (layout, LIJN_ELEMENT (object), &bounds))
    *rect = bounds;
  else if (LIJN_IS_INTERFACE (object) &&
           lijn_layout_get_tag (layout, LIJN_INTERFACE (object), &bounds))
    *rect = bounds;
  else if (lijn_layout_get_object_bounds (layout, object, &bounds))
    *rect = bounds;
}

/* Whether one of the flows that have @element at their end called @end leads to @other, or bears
 * it. */
static gboolean
leads_to (LijnObject *element, const char *end, LijnObject *other)
{
  GPtrArray *flows = lijn_project_referrers (lijn_object_get_project (element), LIJN_TABLE_FLOW,
                                             end, element);

  for (guint i = 0; i < flows->len; i++)
    {
      LijnFlow *flow = g_ptr_array_index (flows, i);

      if (LIJN_OBJECT (lijn_flow_get_source (flow)) == other ||
          LIJN_OBJECT (lijn_flow_get_target (flow)) == other ||
          LIJN_OBJECT (lijn_flow_get_interface (flow)) == other)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_connected (LijnObject *one, LijnObject *other)
{
  if (!LIJN_IS_ELEMENT (one))
    return LIJN_IS_ELEMENT (other) && is_connected (other, one);
  return leads_to (one, "source", other) || leads_to (one, "target", other);
}

/* How far @to is from @from for somebody who goes in direction (@dx, @dy): straight on is near,
 * aside is far; negative for what does not lie that way. */
static double
distance (const LijnPoint *from, const LijnPoint *to, int dx, int dy)
{
  double along = (to->x - from->x) * dx + (to->y - from->y) * dy;
  double aside = fabs ((to->x - from->x) * dy) + fabs ((to->y - from->y) * dx);

  return along > 1 && aside < 3 * along ? along + 2 * aside : -1;
}

/* With nothing selected the first step is to what is seen first: top left. */
static LijnObject *
find_first (LijnCanvas *self)
{
  LijnRect visible = lijn_canvas_get_visible (self);
  g_autoptr (GPtrArray) objects = lijn_layout_find_in (self->layout, &visible);
  LijnObject *best = NULL;
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < objects->len; i++)
    {
      LijnObject *object = g_ptr_array_index (objects, i);
      LijnRect rect = { 0 };

      if (!LIJN_IS_ELEMENT (object))
        continue;
      use_rect (&rect, self->layout, object);
      if (rect.x + rect.y < nearest)
        {
          nearest = rect.x + rect.y;
          best = object;
        }
    }
  return best;
}

static LijnObject *
find_towards (LijnCanvas *self, LijnObject *from, int dx, int dy)
{
  LijnRect all = lijn_layout_get_bounds (self->layout);
  g_autoptr (GPtrArray) objects = lijn_layout_find_in (self->layout, &all);
  LijnRect rect = { 0 };
  LijnPoint here;
  LijnObject *best = NULL;
  double nearest = G_MAXDOUBLE;

  use_rect (&rect, self->layout, from);
  here = lijn_rect_center (&rect);
  for (guint i = 0; i < objects->len; i++)
    {
      LijnObject *object = g_ptr_array_index (objects, i);
      LijnPoint there;
      double far;

      if (object == from ||
          !(LIJN_IS_ELEMENT (object) || (LIJN_IS_INTERFACE (object) && !self->free_hand)))
        continue;
      use_rect (&rect, self->layout, object);
      there = lijn_rect_center (&rect);
      far = distance (&here, &there, dx, dy);
      if (far >= 0 && is_connected (from, object))
        far /= 2;
      if (far >= 0 && far < nearest)
        {
          nearest = far;
          best = object;
        }
    }
  return best;
}

/* The end of @flow that lies most in direction (@dx, @dy); NULL where neither does. */
static LijnObject *
find_end (LijnCanvas *self, LijnFlow *flow, int dx, int dy)
{
  guint n = 0;
  const LijnPoint *points = lijn_layout_get_flow_points (self->layout, flow, &n);
  double onward;

  if (points == NULL || n < 2)
    return NULL;
  onward = (points[n - 1].x - points[0].x) * dx + (points[n - 1].y - points[0].y) * dy;
  if (fabs (onward) < 1)
    return NULL;
  return onward > 0 ? LIJN_OBJECT (lijn_flow_get_target (flow))
                    : LIJN_OBJECT (lijn_flow_get_source (flow));
}

static LijnObject *
phase_at (LijnCanvas *self, double x)
{
  guint n;
  const LijnPhaseBox *phases = lijn_layout_get_phases (self->layout, &n);

  for (guint i = 0; i < n; i++)
    if (x >= phases[i].rect.x && x < phases[i].rect.x + phases[i].rect.width)
      return LIJN_OBJECT (phases[i].phase);
  return NULL;
}

/* The header left of or above @from, where no element is any more. */
static LijnObject *
find_header (LijnCanvas *self, LijnObject *from, int dx, int dy)
{
  const LijnLaneBox *box = NULL;
  LijnRect rect = { 0 };
  LijnPoint here;

  use_rect (&rect, self->layout, from);
  here = lijn_rect_center (&rect);
  if (dy < 0)
    return phase_at (self, here.x);
  if (dx >= 0)
    return NULL;
  box = lijn_layout_nearest_lane (self->layout, here.y);
  return box != NULL ? LIJN_OBJECT (box->lane) : NULL;
}

/* The element in @area that is first in direction @dx of reading: 1 the leftmost, -1 the
 * rightmost. */
static LijnObject *
first_in (LijnCanvas *self, const LijnRect *area, int dx)
{
  g_autoptr (GPtrArray) objects = lijn_layout_find_in (self->layout, area);
  LijnObject *best = NULL;
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < objects->len; i++)
    {
      LijnObject *object = g_ptr_array_index (objects, i);
      LijnRect rect;

      if (!LIJN_IS_ELEMENT (object) ||
          !lijn_layout_get_element_rect (self->layout, LIJN_ELEMENT (object), &rect) ||
          !lijn_rect_intersects (&rect, area) || rect.x * dx >= nearest)
        continue;
      nearest = rect.x * dx;
      best = object;
    }
  return best;
}

static LijnObject *
first_in_lane (LijnCanvas *self, LijnLane *lane, int dx)
{
  const LijnLaneBox *box = lijn_layout_find_lane (self->layout, lane);

  return box != NULL && !box->collapsed ? first_in (self, &box->rect, dx) : NULL;
}

static LijnObject *
from_lane (LijnCanvas *self, LijnLane *lane, int dx, int dy)
{
  guint n;
  const LijnLaneBox *lanes = lijn_layout_get_lanes (self->layout, &n);
  const LijnLaneBox *box = lijn_layout_find_lane (self->layout, lane);
  int beside;

  if (box == NULL)
    return NULL;
  if (dx > 0)
    return first_in_lane (self, lane, 1);
  if (dx < 0)
    return LIJN_OBJECT (lijn_lane_get_party (lane));
  beside = (int) (box - lanes) + dy;
  return beside >= 0 && beside < (int) n ? LIJN_OBJECT (lanes[beside].lane) : NULL;
}

static LijnObject *
from_party (LijnCanvas *self, LijnParty *party, int dx, int dy)
{
  guint n;
  const LijnPartyBox *parties = lijn_layout_get_parties (self->layout, &n);
  const LijnLaneBox *lane = NULL;

  for (int i = 0; i < (int) n; i++)
    {
      if (parties[i].party != party)
        continue;
      if (dy != 0)
        return i + dy >= 0 && i + dy < (int) n ? LIJN_OBJECT (parties[i + dy].party) : NULL;
      lane = dx > 0 ? lijn_layout_nearest_lane (self->layout, parties[i].rect.y + 1) : NULL;
    }
  return lane != NULL ? LIJN_OBJECT (lane->lane) : NULL;
}

static LijnObject *
from_phase (LijnCanvas *self, LijnPhase *phase, int dx, int dy)
{
  guint n;
  const LijnPhaseBox *phases = lijn_layout_get_phases (self->layout, &n);

  for (int i = 0; i < (int) n; i++)
    {
      if (phases[i].phase != phase)
        continue;
      if (dy > 0)
        return first_in (self, &phases[i].rect, 1);
      if (dx != 0 && i + dx >= 0 && i + dx < (int) n)
        return LIJN_OBJECT (phases[i + dx].phase);
    }
  return NULL;
}

static LijnObject *
find_next (LijnCanvas *self, LijnObject *from, int dx, int dy)
{
  LijnObject *to = NULL;

  if (from == NULL)
    return find_first (self);
  if (LIJN_IS_LANE (from))
    return from_lane (self, LIJN_LANE (from), dx, dy);
  if (LIJN_IS_PARTY (from))
    return from_party (self, LIJN_PARTY (from), dx, dy);
  if (LIJN_IS_PHASE (from))
    return from_phase (self, LIJN_PHASE (from), dx, dy);
  if (LIJN_IS_FLOW (from))
    to = find_end (self, LIJN_FLOW (from), dx, dy);
  if (to == NULL)
    to = find_towards (self, from, dx, dy);
  return to != NULL || self->free_hand ? to : find_header (self, from, dx, dy);
}

void
lijn_canvas_reveal (LijnCanvas *self, LijnObject *object)
{
  const LijnLaneBox *lane = NULL;
  LijnRect rect;

  if (LIJN_IS_LANE (object))
    {
      lane = lijn_layout_find_lane (self->layout, LIJN_LANE (object));
      rect = lane != NULL ? lane->header : (LijnRect){ 0 };
      rect.x += lijn_canvas_get_headers_shift (self);
    }
  else if (LIJN_IS_PARTY (object) || !lijn_layout_get_object_bounds (self->layout, object, &rect))
    return;
  lijn_canvas_bring_into_sight (self, &rect);
}

static void
go_to (LijnCanvas *self, LijnObject *to, gboolean extend)
{
  if (!extend)
    lijn_view_select (self->view, to);
  else if (!lijn_view_is_selected (self->view, to))
    lijn_view_toggle (self->view, to);
  lijn_canvas_reveal (self, to);
}

void
lijn_canvas_walk (LijnCanvas *self, int dx, int dy, gboolean extend)
{
  LijnElement *pointed = NULL;
  LijnObject *to = NULL;

  if (self->layout == NULL)
    return;
  if (self->free_hand && !lijn_drag_points (self->drag))
    {
      lijn_canvas_push_free_hand (self, dx, dy, FALSE);
      return;
    }
  pointed = self->free_hand ? lijn_drag_get_target (self->drag) : NULL;
  to = find_next (
      self, pointed != NULL ? LIJN_OBJECT (pointed) : lijn_view_get_selected (self->view), dx, dy);
  if (to == NULL)
    return;
  if (self->free_hand)
    lijn_canvas_point_at (self, to);
  else
    go_to (self, to, extend);
}

void
lijn_canvas_walk_lane (LijnCanvas *self, gboolean home)
{
  LijnObject *from = self->layout != NULL ? lijn_view_get_selected (self->view) : NULL;
  LijnObject *lane = NULL, *to = NULL;

  if (from == NULL || self->free_hand)
    return;
  lane = LIJN_IS_LANE (from) ? from : find_header (self, from, -1, 0);
  if (lane == NULL || LIJN_IS_PARTY (from) || LIJN_IS_PHASE (from))
    return;
  if (!home)
    to = first_in_lane (self, LIJN_LANE (lane), -1);
  else if (lane == from)
    to = LIJN_OBJECT (lijn_lane_get_party (LIJN_LANE (lane)));
  else
    to = lane;
  if (to != NULL)
    go_to (self, to, FALSE);
}
