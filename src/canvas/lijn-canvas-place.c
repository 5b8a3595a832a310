/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"

#include <math.h>

/* Zoom and place are the view's: how many pixels a point, and what of the map is in the middle. The
 * two adjustments follow from them: their value is the distance in pixels from the map's origin to
 * the left or upper edge of the canvas. One can go half a canvas past the map on every side, so that
 * anything on it can be in the middle. */

#define MARGIN 24.0 /* pixels around what is fitted, and between the edge and what is shown */
#define FOOT 72.0 /* the same at the lower edge, where the controls of the map lie over it */
#define LEAST_FIT 0.45 /* below this a map is not shown whole at first: nobody could read it */
#define MOST_FIT 1.25
#define TRAVEL_MS 220

static int
length_of (LijnCanvas *self, int axis)
{
  return axis == 0 ? gtk_widget_get_width (GTK_WIDGET (self))
                   : gtk_widget_get_height (GTK_WIDGET (self));
}

/* The place and zoom as they are, also before anything was remembered. */
static LijnPoint
current_place (LijnCanvas *self)
{
  LijnPoint place = { 0 };

  if (self->view != NULL)
    lijn_view_get_place (self->view, &place);
  return place;
}

static double
current_zoom (LijnCanvas *self)
{
  return self->view != NULL ? lijn_view_get_zoom (self->view) : 1;
}

static LijnRect
extent (LijnCanvas *self)
{
  return self->layout != NULL ? lijn_layout_get_bounds (self->layout) : (LijnRect){ 0 };
}

static void
set_place (LijnCanvas *self, LijnPoint place)
{
  LijnRect all = extent (self);

  if (self->view == NULL)
    return;
  place.x = CLAMP (place.x, all.x, all.x + all.width);
  place.y = CLAMP (place.y, all.y, all.y + all.height);
  lijn_view_set_place (self->view, &place);
  lijn_canvas_apply_place (self);
}

/* What lies over the map at a place of it goes along with it. */
static void
move_children (LijnCanvas *self)
{
  if (!self->allocating && (self->naming != NULL || gtk_widget_get_visible (self->pad)))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
value_changed_cb (GtkAdjustment *adjustment, LijnCanvas *self)
{
  LijnPoint place = current_place (self);
  double zoom = current_zoom (self);
  int axis = adjustment == self->adjustments[0] ? 0 : 1;
  double middle = gtk_adjustment_get_value (adjustment) + length_of (self, axis) / 2.0;

  if (self->placing || self->view == NULL)
    return;

  if (axis == 0)
    place.x = middle / zoom;
  else
    place.y = middle / zoom;
  lijn_view_set_place (self->view, &place);
  move_children (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lijn_canvas_stop_travel (LijnCanvas *self)
{
  self->travelling = FALSE;
  adw_animation_reset (self->travel);
}

static void
travel_cb (double part, gpointer data)
{
  LijnCanvas *self = data;

  if (!self->travelling)
    return;
  set_place (self,
             (LijnPoint){ self->travel_from.x + part * (self->travel_to.x - self->travel_from.x),
                          self->travel_from.y + part * (self->travel_to.y - self->travel_from.y) });
}

/* Goes to @place, so that the eye can follow. */
static void
travel (LijnCanvas *self, LijnPoint place)
{
  lijn_canvas_stop_travel (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      set_place (self, place);
      return;
    }
  self->travel_from = current_place (self);
  self->travel_to = place;
  self->travelling = TRUE;
  adw_animation_play (self->travel);
}

void
lijn_canvas_get_offset (LijnCanvas *self, double *x, double *y)
{
  LijnPoint place = current_place (self);
  double zoom = current_zoom (self);

  /* Whole pixels, so that what was painted once looks the same wherever it is. */
  *x = round (place.x * zoom - length_of (self, 0) / 2.0);
  *y = round (place.y * zoom - length_of (self, 1) / 2.0);
}

LijnPoint
lijn_canvas_to_map (LijnCanvas *self, double x, double y)
{
  double zoom = current_zoom (self);
  double left, top;

  lijn_canvas_get_offset (self, &left, &top);
  return (LijnPoint){ (x + left) / zoom, (y + top) / zoom };
}

LijnPoint
lijn_canvas_from_map (LijnCanvas *self, double x, double y)
{
  double zoom = current_zoom (self);
  double left, top;

  lijn_canvas_get_offset (self, &left, &top);
  return (LijnPoint){ x * zoom - left, y * zoom - top };
}

LijnRect
lijn_canvas_rect_from_map (LijnCanvas *self, const LijnRect *rect)
{
  LijnPoint corner = lijn_canvas_from_map (self, rect->x, rect->y);
  double zoom = current_zoom (self);

  return (LijnRect){ corner.x, corner.y, rect->width * zoom, rect->height * zoom };
}

LijnRect
lijn_canvas_get_visible (LijnCanvas *self)
{
  LijnPoint corner = lijn_canvas_to_map (self, 0, 0);
  double zoom = current_zoom (self);

  return (LijnRect){ corner.x, corner.y, length_of (self, 0) / zoom, length_of (self, 1) / zoom };
}

void
lijn_canvas_apply_place (LijnCanvas *self)
{
  LijnPoint place = current_place (self);
  LijnRect all = extent (self);
  double zoom = current_zoom (self);

  self->placing = TRUE;
  for (int axis = 0; axis < 2; axis++)
    {
      double page = length_of (self, axis);
      double from = (axis == 0 ? all.x : all.y) * zoom - page / 2;
      double length = (axis == 0 ? all.width : all.height) * zoom + page;
      double value = (axis == 0 ? place.x : place.y) * zoom - page / 2;

      if (self->adjustments[axis] != NULL)
        gtk_adjustment_configure (self->adjustments[axis], value, from, from + length,
                                  MAX (page / 10, 1), MAX (page * 0.9, 1), page);
    }
  self->placing = FALSE;
  move_children (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
lijn_canvas_zoom_at (LijnCanvas *self, double zoom, double x, double y)
{
  LijnPoint fixed = lijn_canvas_to_map (self, x, y);

  if (self->view == NULL)
    return;
  lijn_canvas_stop_travel (self);
  zoom = CLAMP (zoom, LIJN_VIEW_ZOOM_MIN, LIJN_VIEW_ZOOM_MAX);
  lijn_view_set_zoom (self->view, zoom);
  set_place (self, (LijnPoint){ fixed.x + (length_of (self, 0) / 2.0 - x) / zoom,
                                fixed.y + (length_of (self, 1) / 2.0 - y) / zoom });
}

void
lijn_canvas_zoom_by (LijnCanvas *self, double factor)
{
  lijn_canvas_zoom_at (self, current_zoom (self) * factor, length_of (self, 0) / 2.0,
                       length_of (self, 1) / 2.0);
}

void
lijn_canvas_fit (LijnCanvas *self, const LijnRect *rect, double most)
{
  double width = length_of (self, 0) - 2 * MARGIN;
  double height = length_of (self, 1) - MARGIN - FOOT;
  double zoom = MIN (width / MAX (rect->width, 1), height / MAX (rect->height, 1));
  LijnPoint place = lijn_rect_center (rect);

  if (self->view == NULL || !(zoom > 0))
    return;
  lijn_canvas_stop_travel (self);
  lijn_view_set_zoom (self->view, MIN (zoom, most));
  place.y += (FOOT - MARGIN) / 2 / lijn_view_get_zoom (self->view);
  set_place (self, place);
}

/* @at, or so far beside it that all of the map that there is room for along @axis is seen. */
static double
keep_in_sight (LijnCanvas *self, int axis, double at)
{
  LijnRect all = extent (self);
  double zoom = current_zoom (self);
  double half = length_of (self, axis) / 2.0;
  double from = axis == 0 ? all.x : all.y;
  double first = from + (half - MARGIN) / zoom;
  double last = from + (axis == 0 ? all.width : all.height) -
                (half - (axis == 0 ? MARGIN : FOOT)) / zoom;

  return CLAMP (at, MIN (first, last), MAX (first, last));
}

static gboolean
sees_all (LijnCanvas *self)
{
  LijnRect all = extent (self), seen = lijn_canvas_get_visible (self);

  return seen.x <= all.x && seen.y <= all.y && seen.x + seen.width >= all.x + all.width &&
         seen.y + seen.height >= all.y + all.height;
}

void
lijn_canvas_settle_place (LijnCanvas *self)
{
  LijnPoint place;

  if (self->view == NULL || self->layout == NULL || length_of (self, 0) <= 0 ||
      length_of (self, 1) <= 0 || !lijn_view_get_place (self->view, &place))
    return;
  set_place (self,
             (LijnPoint){ keep_in_sight (self, 0, place.x), keep_in_sight (self, 1, place.y) });
}

void
lijn_canvas_keep_corner (LijnCanvas *self)
{
  LijnRect all = extent (self);
  LijnPoint place = current_place (self);
  double zoom = current_zoom (self);
  gboolean changed = FALSE;

  for (int axis = 0; axis < 2; axis++)
    {
      double whole = (axis == 0 ? all.width : all.height) * zoom;
      double *at = axis == 0 ? &place.x : &place.y;
      int before = self->length[axis], now = length_of (self, axis);

      self->length[axis] = now;
      if (now == before)
        continue;
      if (before > 0 && whole > MAX (now, before))
        *at += (now - before) / 2.0 / zoom;
      else if (before == 0 || whole > before)
        *at = keep_in_sight (self, axis, *at);
      else /* What is seen whole stays in the middle. */
        continue;
      changed = TRUE;
    }
  if (changed && lijn_view_get_place (self->view, &(LijnPoint){ 0 }))
    set_place (self, place);
}

void
lijn_canvas_first_place (LijnCanvas *self)
{
  LijnRect all = extent (self);
  LijnPoint place;

  if (self->view == NULL || self->layout == NULL || lijn_view_get_place (self->view, &place) ||
      length_of (self, 0) <= 0 || length_of (self, 1) <= 0 || all.height <= 0)
    return;

  lijn_canvas_fit (self, &all, MOST_FIT);
  /* A map with its first lane only will grow downwards. */
  if (all.height * current_zoom (self) < length_of (self, 1) / 2.0)
    set_place (self, (LijnPoint){ lijn_rect_center (&all).x, all.y + all.height });
  if (current_zoom (self) >= LEAST_FIT)
    return;
  lijn_view_set_zoom (self->view, 0.8);
  set_place (self, (LijnPoint){ all.x - MARGIN + length_of (self, 0) / 1.6,
                                all.y - MARGIN + length_of (self, 1) / 1.6 });
}

void
lijn_canvas_go_to (LijnCanvas *self, const LijnPoint *place)
{
  lijn_canvas_stop_travel (self);
  set_place (self, *place);
}

void
lijn_canvas_pan (LijnCanvas *self, double dx, double dy)
{
  LijnPoint place = current_place (self);
  double zoom = current_zoom (self);

  lijn_canvas_stop_travel (self);
  set_place (self, (LijnPoint){ place.x + dx / zoom, place.y + dy / zoom });
}

void
lijn_canvas_set_covered (LijnCanvas *self, int height)
{
  self->covered = height;
}

/* Whether @rect would lie under what covers the upper edge, with @place in the middle. */
static gboolean
is_covered (LijnCanvas *self, const LijnRect *rect, const LijnPoint *place)
{
  return self->covered > 0 &&
         (rect->y - place->y) * current_zoom (self) + length_of (self, 1) / 2.0 < self->covered;
}

void
lijn_canvas_center (LijnCanvas *self, const LijnRect *rect)
{
  LijnPoint middle = lijn_rect_center (rect);
  LijnPoint place = { keep_in_sight (self, 0, middle.x), keep_in_sight (self, 1, middle.y) };
  gboolean stays = sees_all (self);

  if (stays)
    place = current_place (self);
  if (is_covered (self, rect, &place))
    travel (self, middle);
  else if (!stays)
    travel (self, place);
}

void
lijn_canvas_bring_into_sight (LijnCanvas *self, const LijnRect *rect)
{
  LijnRect on_screen = lijn_canvas_rect_from_map (self, rect);
  LijnPoint place = current_place (self);
  double zoom = current_zoom (self);
  double width = length_of (self, 0), height = length_of (self, 1);
  double left = MARGIN;
  double dx = 0, dy = 0;

  /* Not under the headers that stick. */
  if (rect->x >= LIJN_GROUND_LEFT && lijn_canvas_headers_stick (self))
    left += LIJN_GROUND_LEFT * zoom;
  if (on_screen.width > width - 2 * MARGIN || on_screen.height > height - MARGIN - FOOT)
    {
      LijnRect seen = lijn_canvas_get_visible (self);

      if (!lijn_rect_intersects (&seen, rect))
        lijn_canvas_center (self, rect);
      return;
    }
  if (on_screen.x < left)
    dx = on_screen.x - left;
  else if (on_screen.x + on_screen.width > width - MARGIN)
    dx = on_screen.x + on_screen.width - width + MARGIN;
  if (on_screen.y < MARGIN)
    dy = on_screen.y - MARGIN;
  else if (on_screen.y + on_screen.height > height - FOOT)
    dy = on_screen.y + on_screen.height - height + FOOT;
  if (dx != 0 || dy != 0)
    travel (self, (LijnPoint){ place.x + dx / zoom, place.y + dy / zoom });
}

void
lijn_canvas_set_adjustment (LijnCanvas *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  int axis = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : 1;

  if (adjustment != NULL && adjustment == self->adjustments[axis])
    return;
  if (self->adjustments[axis] != NULL)
    g_clear_signal_handler (&self->adjustment_ids[axis], self->adjustments[axis]);
  g_clear_object (&self->adjustments[axis]);

  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  self->adjustments[axis] = g_object_ref_sink (adjustment);
  self->adjustment_ids[axis] = g_signal_connect (adjustment, "value-changed",
                                                 G_CALLBACK (value_changed_cb), self);
  lijn_canvas_apply_place (self);
}

void
lijn_canvas_place_init (LijnCanvas *self)
{
  self->travel = adw_timed_animation_new (
      GTK_WIDGET (self), 0, 1, TRAVEL_MS,
      adw_callback_animation_target_new (travel_cb, self, NULL));
  lijn_canvas_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  lijn_canvas_set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
}

void
lijn_canvas_place_dispose (LijnCanvas *self)
{
  self->travelling = FALSE;
  g_clear_object (&self->travel);
  for (int axis = 0; axis < 2; axis++)
    {
      if (self->adjustments[axis] != NULL)
        g_clear_signal_handler (&self->adjustment_ids[axis], self->adjustments[axis]);
      g_clear_object (&self->adjustments[axis]);
    }
}
