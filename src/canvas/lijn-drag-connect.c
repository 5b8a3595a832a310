/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "lijn-canvas-private.h"
#include "lijn-edit.h"
#include "lijn-place.h"
#include "lijn-preview.h"
#include "lijn-route.h"
#include "lijn-snap.h"

/* A flow from an element to where the pointer is: to the element there, or to a new step there. */

typedef struct
{
  LijnDrag parent;
  LijnElement *source;
  LijnElement *target; /* (unowned) (nullable): what the pointer is over */
  LijnLane *lane; /* (unowned) (nullable): where a step would be made */
  LijnRect rect; /* of the target, or of the step to be */
  LijnPoint at;
  char *reason; /* (nullable): why not */
} Connect;

static void
look_at_target (Connect *connect, LijnCanvas *canvas)
{
  g_autoptr (GError) error = NULL;
  LijnFlowKind kind;

  lijn_layout_get_element_rect (canvas->layout, connect->target, &connect->rect);
  if (connect->target != connect->source &&
      !lijn_rules_connect (connect->source, connect->target, &kind, &error))
    connect->reason = g_strdup (error->message);
}

static void
look_at_ground (Connect *connect, LijnCanvas *canvas, const LijnPoint *at)
{
  const LijnLaneBox *lane = lijn_layout_lane_at (canvas->layout, at->y);
  double width, height;

  connect->lane = lane != NULL ? lane->lane : NULL;
  lijn_place_default_size (LIJN_ELEMENT_KIND_STEP, &width, &height);
  connect->rect = (LijnRect){ lijn_snap_to_grid (at->x), lijn_snap_to_grid (at->y - height / 2),
                              width, height };
  if (lane != NULL)
    lijn_place_clear (canvas->layout, lane->lane, &connect->rect);
}

static void
update (LijnDrag *drag, LijnCanvas *canvas, const LijnPointer *pointer)
{
  Connect *connect = (Connect *) drag;
  LijnHit hit = lijn_layout_find_at (canvas->layout, pointer->at.x, pointer->at.y, 0);

  g_clear_pointer (&connect->reason, g_free);
  connect->at = pointer->at;
  connect->lane = NULL;
  connect->target = LIJN_IS_ELEMENT (hit.object) ? LIJN_ELEMENT (hit.object) : NULL;
  if (connect->target != NULL)
    look_at_target (connect, canvas);
  else
    look_at_ground (connect, canvas, &pointer->at);
}

static void
finish (LijnDrag *drag, LijnCanvas *canvas)
{
  Connect *connect = (Connect *) drag;

  if (connect->target == connect->source || lijn_object_is_gone (LIJN_OBJECT (connect->source)))
    return;
  if (connect->target != NULL)
    {
      lijn_canvas_connect (canvas, connect->source, connect->target);
    }
  else if (connect->lane != NULL)
    {
      LijnPoint center = lijn_rect_center (&connect->rect);

      lijn_canvas_add_at (canvas, connect->source, LIJN_ELEMENT_KIND_STEP, &center);
    }
}

static void
snapshot_connect (LijnDrag *drag, LijnCanvas *canvas, GtkSnapshot *snapshot)
{
  Connect *connect = (Connect *) drag;
  g_autofree LijnPoint *points = NULL;
  LijnRect source;
  guint n = 0;

  if (connect->target == connect->source ||
      !lijn_layout_get_element_rect (canvas->layout, connect->source, &source))
    return;
  if (connect->reason != NULL)
    {
      lijn_preview_words (canvas, snapshot, &connect->at, connect->reason);
      return;
    }
  if (connect->target == NULL && connect->lane == NULL)
    {
      LijnPoint straight[] = { lijn_rect_center (&source), connect->at };

      lijn_preview_line (canvas, snapshot, straight, 2);
      return;
    }

  if (connect->target != NULL)
    lijn_preview_target (canvas, snapshot, LIJN_OBJECT (connect->target));
  else
    lijn_preview_shape (canvas, snapshot, LIJN_ELEMENT_KIND_STEP, &connect->rect, connect->lane);
  points = lijn_route_preview (canvas->layout, &source, &connect->rect, &n);
  if (points != NULL && n > 1)
    lijn_preview_line (canvas, snapshot, points, n);
}

static void
free_connect (LijnDrag *drag)
{
  Connect *connect = (Connect *) drag;

  g_object_unref (connect->source);
  g_free (connect->reason);
  g_free (connect);
}

static LijnElement *
get_target (LijnDrag *drag)
{
  return ((Connect *) drag)->target;
}

static const LijnDragClass connect_class = {
  .cursor = "crosshair",
  .scrolls = TRUE,
  .update = update,
  .finish = finish,
  .snapshot = snapshot_connect,
  .get_target = get_target,
  .free = free_connect,
};

LijnDrag *
lijn_drag_connect_new (LijnCanvas *canvas, LijnElement *source)
{
  Connect *connect = g_new0 (Connect, 1);

  connect->parent.klass = &connect_class;
  connect->source = g_object_ref (source);
  connect->target = source;
  return &connect->parent;
}
