/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"

#include <math.h>

/* What is under the pointer: what a press there is about, what it selects, whether a drag from
 * there makes a flow, and the cursor that says so. */

#define REACH 5.0 /* pixels around a thin thing that still hit it */
#define TOUCH_REACH 22.0
#define BORDER 5.0 /* pixels inside the edge of an element from where a drag makes a flow */
#define END_REACH 6.0 /* from an end of the selected flow, which is drawn as a dot */
#define LEAST_BORDER_ZOOM 0.4

/* The dots at the ends of the flow that is selected lie over its elements. */
static gboolean
hit_end (LijnCanvas *self, const LijnPointer *pointer, LijnHit *hit)
{
  LijnObject *object = lijn_view_get_selected (self->view);
  double reach = (pointer->touch ? TOUCH_REACH : END_REACH) / lijn_view_get_zoom (self->view);
  const LijnPoint *points = NULL;
  guint n = 0;

  if (LIJN_IS_FLOW (object) && lijn_view_get_selection (self->view)->len == 1 &&
      lijn_view_get_tool (self->view) == LIJN_TOOL_SELECT && lijn_canvas_can_edit (self))
    points = lijn_layout_get_flow_points (self->layout, LIJN_FLOW (object), &n);
  for (guint end = 0; points != NULL && n > 1 && end < 2; end++)
    {
      const LijnPoint *at = &points[end == 0 ? 0 : n - 1];

      if (hypot (pointer->at.x - at->x, pointer->at.y - at->y) > reach)
        continue;
      *hit = (LijnHit){ .kind = LIJN_HIT_FLOW, .object = object, .segment = end == 0 ? 0 : n - 2 };
      return TRUE;
    }
  return FALSE;
}

LijnHit
lijn_canvas_hit_at (LijnCanvas *self, const LijnPointer *pointer)
{
  double reach = (pointer->touch ? TOUCH_REACH : REACH) / lijn_view_get_zoom (self->view);
  LijnHit hit;

  if (lijn_canvas_hit_headers (self, pointer, &hit) || hit_end (self, pointer, &hit))
    return hit;
  hit = lijn_layout_find_at (self->layout, pointer->at.x, pointer->at.y, reach);
  lijn_canvas_hit_cluster (self, &hit);
  return hit;
}

LijnElement *
lijn_hit_get_element (const LijnHit *hit)
{
  if ((hit->kind == LIJN_HIT_ELEMENT || hit->kind == LIJN_HIT_LABEL) &&
      LIJN_IS_ELEMENT (hit->object))
    return LIJN_ELEMENT (hit->object);
  return NULL;
}

/* What a click on it selects: lanes and parties only by their headers, so that a click on the
 * ground selects nothing. */
LijnObject *
lijn_hit_get_selectable (const LijnHit *hit)
{
  switch (hit->kind)
    {
    case LIJN_HIT_PIN:
    case LIJN_HIT_TAG:
    case LIJN_HIT_ELEMENT:
    case LIJN_HIT_LABEL:
    case LIJN_HIT_FLOW:
    case LIJN_HIT_LANE_HEADER:
    case LIJN_HIT_PARTY:
    case LIJN_HIT_PHASE:
    case LIJN_HIT_PHASE_EDGE:
      return hit->object;
    case LIJN_HIT_NOTHING:
    case LIJN_HIT_LANE_EDGE:
    case LIJN_HIT_LANE:
    case LIJN_HIT_LINE:
    default:
      return NULL;
    }
}

/* Whether @pointer is so near the edge of an element that a drag from there makes a flow. A
 * finger is not that exact. */
gboolean
lijn_canvas_is_at_border (LijnCanvas *self, const LijnHit *hit, const LijnPointer *pointer)
{
  double zoom = lijn_view_get_zoom (self->view), border;
  LijnRect rect, inner;

  if (hit->kind != LIJN_HIT_ELEMENT || pointer->touch || zoom < LEAST_BORDER_ZOOM ||
      lijn_element_get_kind (LIJN_ELEMENT (hit->object)) == LIJN_ELEMENT_KIND_GROUP ||
      !lijn_layout_get_element_rect (self->layout, LIJN_ELEMENT (hit->object), &rect))
    return FALSE;
  border = MIN (BORDER / zoom, MIN (rect.width, rect.height) / 6);
  inner = lijn_rect_grow (&rect, -border);
  return !lijn_rect_contains (&inner, pointer->at.x, pointer->at.y);
}

gboolean
lijn_canvas_can_drag_pressed (LijnCanvas *self)
{
  return lijn_hit_get_element (&self->hit) != NULL || self->hit.kind == LIJN_HIT_PIN ||
         self->hit.kind == LIJN_HIT_LANE_EDGE || self->hit.kind == LIJN_HIT_PHASE ||
         self->hit.kind == LIJN_HIT_PHASE_EDGE ||
         (self->hit.kind == LIJN_HIT_FLOW && lijn_view_is_selected (self->view, self->hit.object));
}

static const char *
cursor_name (LijnCanvas *self)
{
  LijnElement *element = NULL;
  LijnHit hit;

  if (self->drag != NULL)
    return self->drag->klass->cursor;
  if (self->layout == NULL)
    return NULL;
  if (self->space)
    return "grab";
  if (lijn_canvas_can_edit (self) &&
      lijn_canvas_handle_at (self, &self->pointer, &element) != LIJN_HANDLE_NONE)
    return "pointer";
  switch (lijn_view_get_tool (self->view))
    {
    case LIJN_TOOL_PAN:
      return "grab";
    case LIJN_TOOL_CONNECT:
    case LIJN_TOOL_FRICTION:
      return "crosshair";
    case LIJN_TOOL_SELECT:
    default:
      hit = lijn_canvas_hit_at (self, &self->pointer);
      if (!lijn_canvas_can_edit (self))
        return NULL;
      if (hit.kind == LIJN_HIT_PHASE_EDGE)
        return "ew-resize";
      if (hit.kind == LIJN_HIT_FLOW && lijn_view_is_selected (self->view, hit.object))
        return lijn_canvas_cursor_of_flow (self, &hit, &self->pointer);
      if (lijn_canvas_is_at_border (self, &hit, &self->pointer))
        return "crosshair";
      return hit.kind == LIJN_HIT_LANE_EDGE ? "ns-resize" : NULL;
    }
}

void
lijn_canvas_update_cursor (LijnCanvas *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor_name (self));
}
