/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"

/* The map goes along with the pointer. */

typedef struct
{
  LijnDrag parent;
  double x, y; /* where the pointer was last */
  gboolean moved;
} Pan;

static void
update (LijnDrag *drag, LijnCanvas *canvas, const LijnPointer *pointer)
{
  Pan *pan = (Pan *) drag;
  double from_x = pan->moved ? pan->x : drag->start.x;
  double from_y = pan->moved ? pan->y : drag->start.y;

  lijn_canvas_pan (canvas, from_x - pointer->x, from_y - pointer->y);
  pan->x = pointer->x;
  pan->y = pointer->y;
  pan->moved = TRUE;
}

static void
finish (LijnDrag *drag, LijnCanvas *canvas)
{
}

static void
free_pan (LijnDrag *drag)
{
  g_free (drag);
}

static const LijnDragClass pan_class = {
  .cursor = "grabbing",
  .update = update,
  .finish = finish,
  .free = free_pan,
};

LijnDrag *
lijn_drag_pan_new (LijnCanvas *canvas)
{
  Pan *pan = g_new0 (Pan, 1);

  pan->parent.klass = &pan_class;
  return &pan->parent;
}
