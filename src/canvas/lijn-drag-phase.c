/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"
#include "lijn-edit.h"
#include "lijn-preview.h"
#include "lijn-snap.h"

/* Moves a phase by its header, or one of its edges. The verb keeps phases from overlapping. */

typedef enum
{
  WHOLE,
  LEFT,
  RIGHT,
} Part;

typedef struct
{
  LijnDrag parent;
  LijnPhase *phase; /* (owned) */
  Part part;
  LijnRect rect; /* as it is */
  double x, right; /* as it would be */
} Drag;

static void
update (LijnDrag *drag, LijnCanvas *canvas, const LijnPointer *pointer)
{
  Drag *self = (Drag *) drag;
  double dx = pointer->at.x - drag->start.at.x;

  if (self->part != RIGHT)
    self->x = MAX (lijn_snap_to_grid (self->rect.x + dx), LIJN_GROUND_LEFT);
  if (self->part == WHOLE)
    self->right = self->x + self->rect.width;
  else if (self->part == RIGHT)
    self->right = lijn_snap_to_grid (self->rect.x + self->rect.width + dx);
}

static void
finish (LijnDrag *drag, LijnCanvas *canvas)
{
  Drag *self = (Drag *) drag;
  g_autoptr (GError) error = NULL;
  gboolean ok;

  if (self->part == WHOLE)
    ok = lijn_edit_move_phase (self->phase, self->x, &error);
  else
    ok = lijn_edit_resize_phase (self->phase, self->x, self->right - self->x, &error);
  lijn_view_report (canvas->view, ok, g_steal_pointer (&error));
}

static void
snapshot_phase (LijnDrag *drag, LijnCanvas *canvas, GtkSnapshot *snapshot)
{
  Drag *self = (Drag *) drag;
  double bottom = self->rect.y + self->rect.height;

  if (self->part != RIGHT)
    lijn_preview_guide (canvas, snapshot, &(LijnPoint){ self->x, self->rect.y },
                        &(LijnPoint){ self->x, bottom });
  if (self->part != LEFT)
    lijn_preview_guide (canvas, snapshot, &(LijnPoint){ self->right, self->rect.y },
                        &(LijnPoint){ self->right, bottom });
}

static void
free_phase (LijnDrag *drag)
{
  g_object_unref (((Drag *) drag)->phase);
  g_free (drag);
}

static const LijnDragClass edge_class = {
  .cursor = "ew-resize",
  .scrolls = TRUE,
  .update = update,
  .finish = finish,
  .snapshot = snapshot_phase,
  .free = free_phase,
};

static const LijnDragClass whole_class = {
  .cursor = "grabbing",
  .scrolls = TRUE,
  .update = update,
  .finish = finish,
  .snapshot = snapshot_phase,
  .free = free_phase,
};

LijnDrag *
lijn_drag_phase_new (LijnCanvas *canvas, const LijnHit *hit)
{
  Drag *self = NULL;
  LijnRect rect;

  if (!lijn_layout_get_object_bounds (canvas->layout, hit->object, &rect))
    return NULL;
  self = g_new0 (Drag, 1);
  self->part = hit->kind == LIJN_HIT_PHASE ? WHOLE : hit->segment == 0 ? LEFT : RIGHT;
  self->parent.klass = self->part == WHOLE ? &whole_class : &edge_class;
  self->phase = g_object_ref (LIJN_PHASE (hit->object));
  self->rect = rect;
  self->x = rect.x;
  self->right = rect.x + rect.width;
  return &self->parent;
}
