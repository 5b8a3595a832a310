/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "lijn-canvas-private.h"
#include "lijn-preview.h"
#include "lijn-words.h"

/* A flow by keys alone: its grips, which are its start, its stretches and its end, are taken one
 * after another with Tab. Arrows push the stretch that is taken across itself, and point out the
 * element that an end is to go to; Return keeps what came of it, and taking the next grip does
 * not. Each grip is a drag with a free hand, the same as with the pointer. */

#define RADIUS 6.0 /* pixels, of the mark on what is taken */

static LijnFlow *
flow_of (LijnCanvas *self)
{
  LijnObject *object = lijn_view_get_selected (self->view);

  return LIJN_IS_FLOW (object) && lijn_view_get_selection (self->view)->len == 1
             ? LIJN_FLOW (object)
             : NULL;
}

/* Grip 1 is the start, then come the stretches, the last one is the end. */
static LijnDrag *
new_drag (LijnCanvas *self, LijnFlow *flow, guint grip, guint n_grips)
{
  if (grip == 1 || grip == n_grips)
    return lijn_drag_reconnect_new (self, flow, grip == 1);
  return lijn_drag_bend_new (self, flow, FALSE, grip - 2);
}

static void
take (LijnCanvas *self, guint grip)
{
  LijnFlow *flow = flow_of (self);
  guint n = 0;
  const LijnPoint *points = flow != NULL ? lijn_layout_get_flow_points (self->layout, flow, &n)
                                         : NULL;
  LijnPoint at, next;

  if (points == NULL || n < 2)
    return;
  grip = grip > 0 ? grip : n + 1;
  grip = grip <= n + 1 ? grip : 1;
  at = points[grip == 1 ? 0 : MIN (grip - 2, n - 1)];
  next = points[grip == 1 ? 0 : MIN (grip - 1, n - 1)];
  at = (LijnPoint){ (at.x + next.x) / 2, (at.y + next.y) / 2 };
  if (grip == n + 1)
    at = next;

  lijn_canvas_begin_free_hand (self, new_drag (self, flow, grip, n + 1), at);
  if (self->drag == NULL)
    return;
  self->grip = grip;
  self->n_grips = n + 1;
  if (lijn_drag_points (self->drag))
    lijn_canvas_point_at (
        self, LIJN_OBJECT (grip == 1 ? lijn_flow_get_source (flow) : lijn_flow_get_target (flow)));
  lijn_canvas_bring_into_sight (self, &(LijnRect){ at.x, at.y, 0, 0 });
  lijn_canvas_update_speech (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lijn_canvas_take_flow_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LijnCanvas *self = LIJN_CANVAS (widget);
  LijnFlow *flow = flow_of (self);
  guint n = 0;

  if (flow == NULL || !lijn_canvas_can_edit (self) ||
      lijn_layout_get_flow_points (self->layout, flow, &n) == NULL)
    return;
  /* A stretch in the middle is what one most likely wants to lay elsewhere. */
  take (self, 1 + MAX (n / 2, 1));
}

gboolean
lijn_canvas_take_next_grip (LijnCanvas *self, int step)
{
  if (self->grip == 0)
    return FALSE;
  take (self, self->grip + (guint) step);
  return TRUE;
}

void
lijn_canvas_drop_grip (LijnCanvas *self)
{
  if (self->grip == 0)
    return;
  self->grip = 0;
  lijn_canvas_update_speech (self);
}

/* A stretch goes across itself only. */
void
lijn_canvas_keep_to_grip (LijnCanvas *self, int *dx, int *dy)
{
  LijnFlow *flow = flow_of (self);
  guint n = 0;
  const LijnPoint *points = flow != NULL ? lijn_layout_get_flow_points (self->layout, flow, &n)
                                         : NULL;

  if (self->grip < 2 || self->grip > n || points == NULL)
    return;
  if (fabs (points[self->grip - 2].y - points[self->grip - 1].y) < 1)
    *dx = 0;
  else
    *dy = 0;
}

static char *
describe_end (LijnCanvas *self)
{
  LijnElement *element = lijn_drag_get_target (self->drag);
  g_autofree char *at = element != NULL ? lijn_words_for_object (LIJN_OBJECT (element))
                                        : g_strdup (_ ("no step"));

  if (self->grip == 1)
    return g_strdup_printf (
        _ ("Start of the flow, at %s. Arrows choose another step, Tab takes the next part of the "
           "flow, Return keeps it."),
        at);
  return g_strdup_printf (
      _ ("End of the flow, at %s. Arrows choose another step, Tab takes the next part of the flow, "
         "Return keeps it."),
      at);
}

char *
lijn_canvas_describe_grip (LijnCanvas *self)
{
  const char *words = self->grip != 0 && self->drag != NULL ? lijn_drag_get_words (self->drag)
                                                            : NULL;
  g_autofree char *end = NULL;

  if (self->grip == 0 || self->drag == NULL)
    return NULL;
  if (lijn_drag_points (self->drag))
    {
      end = describe_end (self);
      return words != NULL ? g_strconcat (words, ".\n", end, NULL) : g_steal_pointer (&end);
    }
  return g_strdup_printf (_ ("Stretch %1$u of %2$u of the flow. Arrows move it, Tab takes the next "
                             "part of the flow, Return keeps it."),
                          self->grip - 1, self->n_grips - 2);
}

/* Below the mark and the two ends, which one wants to see. */
static double
place_words (LijnCanvas *self, double y)
{
  LijnFlow *flow = flow_of (self);
  LijnElement *ends[] = { lijn_flow_get_source (flow), lijn_flow_get_target (flow) };
  LijnRect visible = lijn_canvas_get_visible (self), rect;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (lijn_layout_get_element_rect (self->layout, ends[i], &rect) &&
        lijn_rect_intersects (&rect, &visible))
      y = MAX (y, rect.y + rect.height);
  return y;
}

void
lijn_canvas_snapshot_grip (LijnCanvas *self, GtkSnapshot *snapshot)
{
  const LijnPalette *palette = lijn_palette_get (lijn_view_get_palette (self->view));
  double radius = RADIUS / lijn_view_get_zoom (self->view);
  LijnPoint at = self->pointer.at;
  GskRoundedRect mark;
  GdkRGBA ink;

  if (self->grip == 0 || self->drag == NULL || lijn_drag_points (self->drag) ||
      flow_of (self) == NULL)
    return;
  lijn_color_to_rgba (&palette->ink, 1, &ink);
  gsk_rounded_rect_init_from_rect (&mark,
                                   &GRAPHENE_RECT_INIT ((float) (at.x - radius),
                                                        (float) (at.y - radius),
                                                        (float) (2 * radius), (float) (2 * radius)),
                                   (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &mark);
  gtk_snapshot_append_color (snapshot, &ink, &mark.bounds);
  gtk_snapshot_pop (snapshot);
  at.y = place_words (self, at.y + radius);
  lijn_preview_words (self, snapshot, &at, _ ("Arrows move it, Tab goes on, Return keeps it"));
}
