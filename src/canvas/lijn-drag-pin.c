/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"
#include "lijn-edit.h"
#include "lijn-preview.h"

/* Takes a pin from where it sits to something else, or to a place on the ground. */

#define MARGIN 4.0 /* strokes */

typedef struct
{
  LijnDrag parent;
  LijnFriction *friction;
  LijnObject *anchor; /* (unowned) (nullable): what the pointer is over */
  LijnPoint at;
} Pin;

static LijnObject *
anchor_of (const LijnHit *hit)
{
  switch (hit->kind)
    {
    case LIJN_HIT_TAG:
    case LIJN_HIT_ELEMENT:
    case LIJN_HIT_LABEL:
    case LIJN_HIT_FLOW:
    case LIJN_HIT_LANE_HEADER:
      return hit->object;
    case LIJN_HIT_NOTHING:
    case LIJN_HIT_PIN:
    case LIJN_HIT_LANE_EDGE:
    case LIJN_HIT_PARTY:
    case LIJN_HIT_LANE:
    case LIJN_HIT_LINE:
    case LIJN_HIT_PHASE:
    case LIJN_HIT_PHASE_EDGE:
    default:
      return NULL;
    }
}

static void
update (LijnDrag *drag, LijnCanvas *canvas, const LijnPointer *pointer)
{
  Pin *pin = (Pin *) drag;
  LijnHit hit = lijn_layout_find_at (canvas->layout, pointer->at.x, pointer->at.y, 4);

  pin->anchor = anchor_of (&hit);
  pin->at = pointer->at;
}

static void
finish (LijnDrag *drag, LijnCanvas *canvas)
{
  Pin *pin = (Pin *) drag;
  LijnObject *anchor = pin->anchor != NULL ? pin->anchor
                                           : LIJN_OBJECT (lijn_view_get_map (canvas->view));
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  if (pin->anchor == NULL || pin->anchor != lijn_friction_get_anchor (pin->friction))
    ok = lijn_edit_move_friction (pin->friction, anchor, pin->at.x, pin->at.y, &error);
  lijn_view_report (canvas->view, ok, g_steal_pointer (&error));
}

static gboolean
moves (LijnDrag *drag, LijnObject *object)
{
  return object == LIJN_OBJECT (((Pin *) drag)->friction);
}

static void
snapshot_pin (LijnDrag *drag, LijnCanvas *canvas, GtkSnapshot *snapshot)
{
  Pin *pin = (Pin *) drag;
  LijnPaintOptions options = lijn_canvas_paint_options (canvas);
  double size = lijn_pin_size (lijn_friction_get_worst (pin->friction));
  LijnPoint origin = { 0, 0 };
  LijnRect rect = lijn_pin_rect (&origin, size);
  cairo_t *cr = NULL;

  if (pin->anchor != NULL)
    lijn_preview_target (canvas, snapshot, pin->anchor);
  rect = lijn_rect_grow (&rect, MARGIN);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) pin->at.x, (float) pin->at.y));
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT ((float) rect.x, (float) rect.y,
                                                       (float) rect.width, (float) rect.height));
  lijn_paint_pin_of (cr, 0, 0, size, pin->friction, &options);
  cairo_destroy (cr);
  gtk_snapshot_restore (snapshot);
}

static void
free_pin (LijnDrag *drag)
{
  g_object_unref (((Pin *) drag)->friction);
  g_free (drag);
}

static const LijnDragClass pin_class = {
  .cursor = "grabbing",
  .scrolls = TRUE,
  .update = update,
  .finish = finish,
  .snapshot = snapshot_pin,
  .moves = moves,
  .free = free_pin,
};

LijnDrag *
lijn_drag_pin_new (LijnCanvas *canvas, LijnFriction *friction)
{
  Pin *pin = g_new0 (Pin, 1);

  pin->parent.klass = &pin_class;
  pin->friction = g_object_ref (friction);
  pin->anchor = lijn_friction_get_anchor (friction);
  return &pin->parent;
}
