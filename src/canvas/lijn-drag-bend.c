/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"
#include "lijn-edit.h"
#include "lijn-line.h"
#include "lijn-preview.h"
#include "lijn-snap.h"

#include <math.h>

/* Lays a flow by hand: a stretch of it moves across itself, a bend with both stretches that meet in it.
 * A stretch that comes near to being in line with the one beyond its neighbour gets in line with it. */

#define STRAIGHT_REACH 6.0 /* pixels */

typedef struct
{
  LijnDrag parent;
  LijnFlow *flow;
  gboolean is_bend;
  guint index; /* of the stretch, or of the bend */
  LijnPoint *points; /* as the flow runs */
  guint n;
  LijnRect source, target;
  gboolean slides[2]; /* whether the ends can go along their shapes' sides */
  LijnPoint *bent; /* (nullable): as it would run */
  guint n_bent;
} Bend;

static gboolean
is_level (Bend *bend, guint stretch)
{
  return fabs (bend->points[stretch].y - bend->points[stretch + 1].y) <=
         fabs (bend->points[stretch].x - bend->points[stretch + 1].x);
}

/* How far a stretch goes that the pointer moved by @by. */
static double
find_shift (Bend *bend, guint stretch, double by, double reach)
{
  gboolean level = is_level (bend, stretch);
  double from = level ? bend->points[stretch].y : bend->points[stretch].x;

  for (int step = -2; step <= 2; step += 4)
    {
      int other = (int) stretch + step;
      double there;

      if (other < 0 || other + 1 >= (int) bend->n)
        continue;
      there = level ? bend->points[other].y : bend->points[other].x;
      if (fabs (there - from - by) <= reach)
        return there - from;
    }
  return lijn_snap_to_grid (from + by) - from;
}

static void
update (LijnDrag *drag, LijnCanvas *canvas, const LijnPointer *pointer)
{
  Bend *bend = (Bend *) drag;
  const LijnRect *source = bend->slides[0] ? &bend->source : NULL;
  const LijnRect *target = bend->slides[1] ? &bend->target : NULL;
  double reach = STRAIGHT_REACH / lijn_view_get_zoom (canvas->view);
  double dx = pointer->at.x - drag->start.at.x, dy = pointer->at.y - drag->start.at.y;

  g_clear_pointer (&bend->bent, g_free);
  if (!bend->is_bend)
    {
      double by = find_shift (bend, bend->index, is_level (bend, bend->index) ? dy : dx, reach);

      bend->bent = lijn_line_shift (bend->points, bend->n, bend->index, by, source, target,
                                    &bend->n_bent);
      return;
    }
  if (is_level (bend, bend->index))
    {
      dy = find_shift (bend, bend->index, dy, reach);
      dx = find_shift (bend, bend->index - 1, dx, reach);
    }
  else
    {
      dx = find_shift (bend, bend->index, dx, reach);
      dy = find_shift (bend, bend->index - 1, dy, reach);
    }
  bend->bent = lijn_line_move_bend (bend->points, bend->n, bend->index, dx, dy, source, target,
                                    &bend->n_bent);
}

static gboolean
is_same (Bend *bend)
{
  return bend->n == bend->n_bent &&
         memcmp (bend->points, bend->bent, bend->n * sizeof (LijnPoint)) == 0;
}

static void
finish (LijnDrag *drag, LijnCanvas *canvas)
{
  Bend *bend = (Bend *) drag;
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  if (bend->bent != NULL && !is_same (bend))
    ok = lijn_edit_bend (bend->flow, bend->bent, bend->n_bent, &error);
  lijn_view_report (canvas->view, ok, g_steal_pointer (&error));
}

static gboolean
moves (LijnDrag *drag, LijnObject *object)
{
  return object == LIJN_OBJECT (((Bend *) drag)->flow);
}

static void
snapshot_bend (LijnDrag *drag, LijnCanvas *canvas, GtkSnapshot *snapshot)
{
  Bend *bend = (Bend *) drag;

  if (bend->bent == NULL)
    lijn_preview_line (canvas, snapshot, bend->points, bend->n);
  else if (bend->n_bent > 1)
    lijn_preview_line (canvas, snapshot, bend->bent, bend->n_bent);
}

static void
free_bend (LijnDrag *drag)
{
  Bend *bend = (Bend *) drag;

  g_object_unref (bend->flow);
  g_free (bend->points);
  g_free (bend->bent);
  g_free (bend);
}

static const LijnDragClass bend_class = {
  .cursor = "move",
  .scrolls = TRUE,
  .update = update,
  .finish = finish,
  .snapshot = snapshot_bend,
  .moves = moves,
  .free = free_bend,
};

/* Whether lines may end anywhere on the sides of @element. */
static gboolean
has_sides (LijnElement *element)
{
  switch (lijn_element_get_kind (element))
    {
    case LIJN_ELEMENT_KIND_STEP:
    case LIJN_ELEMENT_KIND_DOCUMENT:
    case LIJN_ELEMENT_KIND_NOTE:
    case LIJN_ELEMENT_KIND_GROUP:
      return TRUE;
    case LIJN_ELEMENT_KIND_START:
    case LIJN_ELEMENT_KIND_END:
    case LIJN_ELEMENT_KIND_WAIT:
    case LIJN_ELEMENT_KIND_DECISION:
    default:
      return FALSE;
    }
}

LijnDrag *
lijn_drag_bend_new (LijnCanvas *canvas, LijnFlow *flow, gboolean is_bend, guint index)
{
  LijnElement *source = lijn_flow_get_source (flow), *target = lijn_flow_get_target (flow);
  guint n = 0;
  const LijnPoint *points = lijn_layout_get_flow_points (canvas->layout, flow, &n);
  Bend *bend = NULL;

  if (points == NULL || index + 1 >= n)
    return NULL;
  bend = g_new0 (Bend, 1);
  bend->parent.klass = &bend_class;
  bend->flow = g_object_ref (flow);
  bend->is_bend = is_bend;
  bend->index = index;
  bend->points = g_memdup2 (points, n * sizeof *points);
  bend->n = n;
  lijn_layout_get_element_rect (canvas->layout, source, &bend->source);
  lijn_layout_get_element_rect (canvas->layout, target, &bend->target);
  bend->slides[0] = has_sides (source);
  bend->slides[1] = has_sides (target);
  return &bend->parent;
}
