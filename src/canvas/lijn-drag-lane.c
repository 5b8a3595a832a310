/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"
#include "lijn-edit.h"
#include "lijn-preview.h"
#include "lijn-snap.h"

/* Moves the lower edge of a lane, never past what is in it; what lies below moves along at the end. */

#define TINT 0.12

typedef struct
{
  LijnDrag parent;
  LijnLane *lane;
  LijnRect rect; /* as the lane is */
  double least; /* that its contents need */
  double height; /* as it would be */
} Edge;

static void
update (LijnDrag *drag, LijnCanvas *canvas, const LijnPointer *pointer)
{
  Edge *edge = (Edge *) drag;
  double height = edge->rect.height + pointer->at.y - drag->start.at.y;

  edge->height = MAX (lijn_snap_to_grid (height), edge->least);
}

static void
finish (LijnDrag *drag, LijnCanvas *canvas)
{
  Edge *edge = (Edge *) drag;
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  if (edge->height != edge->rect.height)
    ok = lijn_edit_resize_lane (edge->lane, edge->height, &error);
  lijn_view_report (canvas->view, ok, g_steal_pointer (&error));
}

static void
snapshot_edge (LijnDrag *drag, LijnCanvas *canvas, GtkSnapshot *snapshot)
{
  Edge *edge = (Edge *) drag;
  const LijnPalette *palette = lijn_palette_get (lijn_view_get_palette (canvas->view));
  double was = edge->rect.y + edge->rect.height, y = edge->rect.y + edge->height;
  GdkRGBA rgba;

  lijn_color_to_rgba (&palette->ink, TINT, &rgba);
  gtk_snapshot_append_color (snapshot, &rgba,
                             &GRAPHENE_RECT_INIT ((float) edge->rect.x, (float) MIN (was, y),
                                                  (float) edge->rect.width, (float) ABS (y - was)));
  lijn_preview_guide (canvas, snapshot, &(LijnPoint){ edge->rect.x, y },
                      &(LijnPoint){ edge->rect.x + edge->rect.width, y });
}

static void
free_edge (LijnDrag *drag)
{
  g_object_unref (((Edge *) drag)->lane);
  g_free (drag);
}

static const LijnDragClass edge_class = {
  .cursor = "ns-resize",
  .scrolls = TRUE,
  .update = update,
  .finish = finish,
  .snapshot = snapshot_edge,
  .free = free_edge,
};

LijnDrag *
lijn_drag_lane_new (LijnCanvas *canvas, LijnLane *lane)
{
  const LijnLaneBox *box = lijn_layout_find_lane (canvas->layout, lane);
  Edge *edge = NULL;

  if (box == NULL)
    return NULL;
  edge = g_new0 (Edge, 1);
  edge->parent.klass = &edge_class;
  edge->lane = g_object_ref (lane);
  edge->rect = box->rect;
  edge->height = box->rect.height;
  edge->least = lijn_edit_least_lane_height (lane);
  return &edge->parent;
}
