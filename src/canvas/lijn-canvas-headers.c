/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"

#include <math.h>

/* The headers of parties and lanes stay at the left edge while the map is scrolled under them: the
 * painter's headers, kept in a node, drawn again where the edge is. There they are hit, dragged and
 * renamed as on the map. A header under the pointer shows the sign that folds its lane. */

#define MOST_PART                                                                                  \
  0.3 /* of the canvas that they may cover; seen so near, they stay where they are */
#define SIGN_TOP 13.0 /* from the top of a lane's header to the middle of its sign */
#define SIGN_REACH 11.0 /* around it that counts as it */

gboolean
lijn_canvas_headers_stick (LijnCanvas *self)
{
  return self->layout != NULL && LIJN_GROUND_LEFT * lijn_view_get_zoom (self->view) <=
                                     MOST_PART * gtk_widget_get_width (GTK_WIDGET (self));
}

double
lijn_canvas_get_headers_shift (LijnCanvas *self)
{
  double left;

  if (!lijn_canvas_headers_stick (self))
    return 0;
  left = lijn_canvas_get_visible (self).x;
  return left > 0 && left < lijn_layout_get_bounds (self->layout).width ? left : 0;
}

gboolean
lijn_canvas_hit_headers (LijnCanvas *self, const LijnPointer *pointer, LijnHit *hit)
{
  double shift = lijn_canvas_get_headers_shift (self);
  double x = pointer->at.x - shift;

  if (shift <= 0 || x < 0 || x >= LIJN_GROUND_LEFT)
    return FALSE;
  *hit = lijn_layout_find_header_at (self->layout, x, pointer->at.y);
  return hit->kind != LIJN_HIT_NOTHING;
}

/* The middle of the sign of @lane, on the map or where its header sticks. */
static LijnPoint
place_of_sign (LijnCanvas *self, const LijnLaneBox *lane)
{
  double shift = lijn_canvas_get_headers_shift (self);

  if (lane->collapsed)
    return (LijnPoint){ lane->rect.x + shift + SIGN_TOP, lane->rect.y + lane->rect.height / 2 };
  return (LijnPoint){ lane->header.x + shift + lane->header.width / 2, lane->rect.y + SIGN_TOP };
}

LijnLane *
lijn_canvas_fold_sign_at (LijnCanvas *self, const LijnPointer *pointer)
{
  const LijnLaneBox *lane = lijn_layout_lane_at (self->layout, pointer->at.y);
  LijnPoint sign;

  if (lane == NULL || !lijn_canvas_can_edit (self))
    return NULL;
  sign = place_of_sign (self, lane);
  return hypot (pointer->at.x - sign.x, pointer->at.y - sign.y) <= SIGN_REACH ? lane->lane : NULL;
}

void
lijn_canvas_hover_header (LijnCanvas *self, const LijnHit *hit)
{
  LijnObject *lane = hit->kind == LIJN_HIT_LANE_HEADER ? hit->object : NULL;

  if (g_set_object (&self->hovered_header, lane))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lijn_canvas_forget_headers (LijnCanvas *self)
{
  g_clear_pointer (&self->headers, gsk_render_node_unref);
}

/* Kept for some more than what is seen, as the ground is. */
static GskRenderNode *
get_headers (LijnCanvas *self, const LijnRect *visible, const LijnPaintOptions *options)
{
  const LijnRect *area = &self->headers_area;
  cairo_t *cr = NULL;

  if (self->headers != NULL && area->y <= visible->y &&
      area->y + area->height >= visible->y + visible->height &&
      area->height <= 3 * visible->height && self->headers_options.palette == options->palette &&
      self->headers_options.scale == options->scale)
    return self->headers;

  lijn_canvas_forget_headers (self);
  self->headers_options = *options;
  self->headers_area = (LijnRect){ 0, visible->y - visible->height / 4, visible->width,
                                   visible->height * 1.5 };
  self->headers = gsk_cairo_node_new (
      &GRAPHENE_RECT_INIT (0, (float) area->y, (float) area->width, (float) area->height));
  cr = gsk_cairo_node_get_draw_context (self->headers);
  lijn_paint_headers (cr, self->layout, options, area);
  cairo_destroy (cr);
  return self->headers;
}

static void
append_sign (LijnCanvas *self, GtkSnapshot *snapshot, const LijnPaintOptions *options)
{
  const LijnLaneBox *lane = self->hovered_header != NULL && self->drag == NULL
                                ? lijn_layout_find_lane (self->layout,
                                                         LIJN_LANE (self->hovered_header))
                                : NULL;
  LijnPoint sign;
  cairo_t *cr = NULL;

  if (lane == NULL || lane->collapsed || !lijn_canvas_can_edit (self))
    return;
  sign = place_of_sign (self, lane);
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) sign.x - 8, (float) sign.y - 8, 16, 16));
  lijn_paint_fold_sign (cr, sign.x, sign.y, TRUE, options);
  cairo_destroy (cr);
}

void
lijn_canvas_snapshot_headers (LijnCanvas *self, GtkSnapshot *snapshot)
{
  LijnPaintOptions options = lijn_canvas_paint_options (self);
  LijnRect visible = lijn_canvas_get_visible (self);
  float zoom = (float) lijn_view_get_zoom (self->view);
  double shift = lijn_canvas_get_headers_shift (self);
  double x, y;

  lijn_canvas_get_offset (self, &x, &y);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) -x, (float) -y));
  gtk_snapshot_scale (snapshot, zoom, zoom);
  if (shift > 0)
    {
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) shift, 0));
      gtk_snapshot_append_node (snapshot, get_headers (self, &visible, &options));
      gtk_snapshot_restore (snapshot);
    }
  append_sign (self, snapshot, &options);
  gtk_snapshot_restore (snapshot);
}
