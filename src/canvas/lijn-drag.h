/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-canvas.h"

G_BEGIN_DECLS

/* What is being done with the pointer held down. A drag draws a preview and touches nothing; only
 * finish() calls a verb. Dropped without it, nothing has happened. */

typedef struct
{
  double x, y; /* on the canvas, in pixels */
  LijnPoint at; /* on the map */
  GdkModifierType state;
  gboolean touch;
} LijnPointer;

typedef struct _LijnDrag LijnDrag;

typedef struct
{
  const char *cursor; /* (nullable) */
  gboolean scrolls; /* the map scrolls by itself while the pointer is at an edge */
  void (*update) (LijnDrag *drag, LijnCanvas *canvas, const LijnPointer *pointer);
  void (*finish) (LijnDrag *drag, LijnCanvas *canvas);
  void (*cancel) (LijnDrag *drag, LijnCanvas *canvas); /* (nullable): puts view state back */
  void (*snapshot) (LijnDrag *drag, LijnCanvas *canvas, GtkSnapshot *snapshot); /* (nullable) */
  gboolean (*moves) (LijnDrag *drag, LijnObject *object); /* (nullable): drawn faint where it is */
  const char *(*get_words) (LijnDrag *drag); /* (nullable): what letting go would do, or NULL */
  LijnElement *(*get_target) (LijnDrag *drag); /* (nullable): of one that ends at an element */
  void (*free) (LijnDrag *drag);
} LijnDragClass;

struct _LijnDrag
{
  const LijnDragClass *klass;
  LijnPointer start;
};

/* Whether @drag ends at an element, to which keys can point too; and the one under the pointer. */
static inline gboolean
lijn_drag_points (LijnDrag *drag)
{
  return drag->klass->get_target != NULL;
}

static inline LijnElement * /* (nullable) (transfer none) */
lijn_drag_get_target (LijnDrag *drag)
{
  return lijn_drag_points (drag) ? drag->klass->get_target (drag) : NULL;
}

static inline const char * /* (nullable): what letting go would do */
lijn_drag_get_words (LijnDrag *drag)
{
  return drag->klass->get_words != NULL ? drag->klass->get_words (drag) : NULL;
}

LijnDrag *lijn_drag_move_new (LijnCanvas *canvas, LijnElement *grabbed);
LijnDrag *lijn_drag_connect_new (LijnCanvas *canvas, LijnElement *source);
LijnDrag *lijn_drag_bend_new (LijnCanvas *canvas, LijnFlow *flow, gboolean is_bend, guint index);
LijnDrag *lijn_drag_reconnect_new (LijnCanvas *canvas, LijnFlow *flow, gboolean at_source);
LijnDrag *lijn_drag_room_new (LijnCanvas *canvas);
LijnDrag *lijn_drag_band_new (LijnCanvas *canvas, gboolean extend);
LijnDrag *lijn_drag_lane_new (LijnCanvas *canvas, LijnLane *lane);
LijnDrag *lijn_drag_order_new (LijnCanvas *canvas, LijnObject *object); /* a lane or party */
LijnDrag *lijn_drag_phase_new (LijnCanvas *canvas, const LijnHit *hit);
LijnDrag *lijn_drag_pin_new (LijnCanvas *canvas, LijnFriction *friction);
LijnDrag *lijn_drag_pan_new (LijnCanvas *canvas);

G_END_DECLS
