/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"
#include "lijn-edit.h"
#include "lijn-line.h"

#include <math.h>

/* What a flow can be taken by: its two ends, to connect it elsewhere; its bends; and the stretches
 * between them. The one flow that is selected shows where. */

#define END_REACH 9.0 /* pixels along the line from its end */
#define BEND_REACH 7.0
#define TOUCH_REACH 22.0
#define LEAST_STRETCH 34.0 /* pixels: shorter ones have no mark in their middle */
#define RADIUS 4.5

static double
distance_on_canvas (LijnCanvas *self, const LijnPoint *a, const LijnPoint *b)
{
  return hypot (a->x - b->x, a->y - b->y) * lijn_view_get_zoom (self->view);
}

static LijnGrip
grip_at (LijnCanvas *self, LijnFlow *flow, guint stretch, const LijnPointer *pointer, guint *index)
{
  guint n = 0;
  const LijnPoint *points = lijn_layout_get_flow_points (self->layout, flow, &n);
  double end_reach = pointer->touch ? TOUCH_REACH : END_REACH;
  double reach = pointer->touch ? TOUCH_REACH : BEND_REACH;

  if (points == NULL || n < 2 || stretch + 1 >= n)
    return LIJN_GRIP_NONE;
  if (distance_on_canvas (self, &points[0], &pointer->at) <= end_reach)
    return LIJN_GRIP_SOURCE;
  if (distance_on_canvas (self, &points[n - 1], &pointer->at) <= end_reach)
    return LIJN_GRIP_TARGET;
  for (guint i = stretch; i <= stretch + 1; i++)
    if (i > 0 && i + 1 < n && distance_on_canvas (self, &points[i], &pointer->at) <= reach)
      {
        *index = i;
        return LIJN_GRIP_BEND;
      }
  *index = stretch;
  return LIJN_GRIP_STRETCH;
}

LijnDrag *
lijn_canvas_drag_of_flow (LijnCanvas *self, const LijnHit *hit, const LijnPointer *pointer)
{
  LijnFlow *flow = LIJN_FLOW (hit->object);
  guint index = 0;

  switch (grip_at (self, flow, hit->segment, pointer, &index))
    {
    case LIJN_GRIP_SOURCE:
      return lijn_drag_reconnect_new (self, flow, TRUE);
    case LIJN_GRIP_TARGET:
      return lijn_drag_reconnect_new (self, flow, FALSE);
    case LIJN_GRIP_BEND:
      return lijn_drag_bend_new (self, flow, TRUE, index);
    case LIJN_GRIP_STRETCH:
      return lijn_drag_bend_new (self, flow, FALSE, index);
    case LIJN_GRIP_NONE:
    default:
      return NULL;
    }
}

const char *
lijn_canvas_cursor_of_flow (LijnCanvas *self, const LijnHit *hit, const LijnPointer *pointer)
{
  guint n = 0, index = 0;
  const LijnPoint *points = NULL;

  switch (grip_at (self, LIJN_FLOW (hit->object), hit->segment, pointer, &index))
    {
    case LIJN_GRIP_SOURCE:
    case LIJN_GRIP_TARGET:
      return "crosshair";
    case LIJN_GRIP_BEND:
      return "move";
    case LIJN_GRIP_STRETCH:
      points = lijn_layout_get_flow_points (self->layout, LIJN_FLOW (hit->object), &n);
      return fabs (points[index].y - points[index + 1].y) < 1 ? "ns-resize" : "ew-resize";
    case LIJN_GRIP_NONE:
    default:
      return NULL;
    }
}

gboolean
lijn_canvas_remove_bend (LijnCanvas *self, const LijnHit *hit, const LijnPointer *pointer)
{
  LijnFlow *flow = LIJN_FLOW (hit->object);
  g_autofree LijnPoint *straight = NULL;
  g_autoptr (GPtrArray) flows = NULL;
  g_autoptr (GError) error = NULL;
  const LijnPoint *points = NULL;
  guint n = 0, bend = 0;
  gboolean ok;

  if (grip_at (self, flow, hit->segment, pointer, &bend) != LIJN_GRIP_BEND)
    return FALSE;
  points = lijn_layout_get_flow_points (self->layout, flow, &n);
  straight = lijn_line_remove_bend (points, n, bend, &n);
  if (straight != NULL)
    ok = lijn_edit_bend (flow, straight, n, &error);
  else
    {
      /* Needed as it is: it runs by itself again. */
      flows = g_ptr_array_new ();
      g_ptr_array_add (flows, flow);
      ok = lijn_edit_route_again (flows, &error);
    }
  lijn_view_report (self->view, ok, g_steal_pointer (&error));
  return TRUE;
}

static void
paint_mark (cairo_t *cr, double x, double y, gboolean round, const LijnColor *fill,
            const LijnColor *line)
{
  if (round)
    cairo_arc (cr, x, y, RADIUS, 0, 2 * G_PI);
  else
    cairo_rectangle (cr, x - RADIUS + 1, y - RADIUS + 1, 2 * RADIUS - 2, 2 * RADIUS - 2);
  cairo_set_source_rgb (cr, fill->red, fill->green, fill->blue);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, line->red, line->green, line->blue);
  cairo_set_line_width (cr, 1.25);
  cairo_stroke (cr);
}

static void
snapshot_mark (LijnCanvas *self, GtkSnapshot *snapshot, const LijnPoint *at, gboolean round,
               gboolean full)
{
  const LijnPalette *palette = lijn_palette_get (lijn_view_get_palette (self->view));
  LijnPoint place = lijn_canvas_from_map (self, at->x, at->y);
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) floor (place.x - RADIUS - 1),
                                     (float) floor (place.y - RADIUS - 1), (float) (2 * RADIUS + 3),
                                     (float) (2 * RADIUS + 3)));

  paint_mark (cr, place.x, place.y, round, full ? &palette->ink : &palette->paper, &palette->ink);
  cairo_destroy (cr);
}

void
lijn_canvas_snapshot_line (LijnCanvas *self, GtkSnapshot *snapshot)
{
  LijnObject *object = lijn_view_get_selected (self->view);
  guint n = 0;
  const LijnPoint *points = NULL;

  if (!LIJN_IS_FLOW (object) || lijn_view_get_selection (self->view)->len != 1 ||
      self->naming != NULL || !lijn_canvas_can_edit (self))
    return;
  points = lijn_layout_get_flow_points (self->layout, LIJN_FLOW (object), &n);
  for (guint i = 0; points != NULL && i < n; i++)
    {
      LijnPoint middle;

      snapshot_mark (self, snapshot, &points[i], TRUE, i == 0 || i + 1 == n);
      if (i + 1 == n || distance_on_canvas (self, &points[i], &points[i + 1]) < LEAST_STRETCH)
        continue;
      middle = (LijnPoint){ (points[i].x + points[i + 1].x) / 2,
                            (points[i].y + points[i + 1].y) / 2 };
      snapshot_mark (self, snapshot, &middle, FALSE, FALSE);
    }
}
