/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-canvas-private.h"

/* Where the pad lies: it covers neither what is selected nor, if that can be, anything else, and
 * is never beyond the canvas. Of the places there are, the cheapest is taken. */

#define GAP 30.0 /* pixels from what is selected, beyond the arrows for the next step */
#define LINE_GAP 14.0 /* from a line */
#define EDGE 6.0 /* kept free at the edges of the canvas */
#define COVERED 4.0 /* what it costs to cover something; see try_place() */
#define STEPS 5 /* how often it is tried farther off, */
#define FARTHER 26.0 /* by so many pixels each */

/* The best place found so far. */
typedef struct
{
  LijnCanvas *canvas;
  LijnRect place;
  double cost;
} Search;

static gboolean
lies_inside (LijnCanvas *self, const LijnRect *place)
{
  return place->x >= EDGE && place->y >= EDGE &&
         place->x + place->width <= gtk_widget_get_width (GTK_WIDGET (self)) - EDGE &&
         place->y + place->height <= gtk_widget_get_height (GTK_WIDGET (self)) - EDGE;
}

/* How much on the map @place, in pixels, would cover: lines count only when they are selected. */
static guint
count_covered (LijnCanvas *self, const LijnRect *place)
{
  LijnPoint corner = lijn_canvas_to_map (self, place->x, place->y);
  double zoom = lijn_view_get_zoom (self->view);
  LijnRect area = { corner.x, corner.y, place->width / zoom, place->height / zoom };
  g_autoptr (GPtrArray) covered = lijn_layout_find_in (self->layout, &area);
  guint n = 0;

  for (guint i = 0; i < covered->len; i++)
    n += !LIJN_IS_FLOW (covered->pdata[i]) || lijn_view_is_selected (self->view, covered->pdata[i])
             ? 1
             : 0;
  return n;
}

static void
try_place (Search *search, double x, double y, double cost)
{
  LijnRect at = { x, y, search->place.width, search->place.height };

  if (cost >= search->cost || !lies_inside (search->canvas, &at))
    return;
  cost += COVERED * count_covered (search->canvas, &at);
  if (cost >= search->cost)
    return;
  search->place = at;
  search->cost = cost;
}

/* Above, below, right and left of @around, with what each costs; the farther off the dearer. */
static void
try_around (Search *search, const LijnRect *around, double first_gap, const double costs[4])
{
  double width = search->place.width, height = search->place.height;
  double right = gtk_widget_get_width (GTK_WIDGET (search->canvas)) - EDGE - width;
  double bottom = gtk_widget_get_height (GTK_WIDGET (search->canvas)) - EDGE - height;
  LijnPoint center = lijn_rect_center (around);
  double x = CLAMP (center.x - width / 2, EDGE, MAX (right, EDGE));
  double y = CLAMP (center.y - height / 2, EDGE, MAX (bottom, EDGE));

  for (guint step = 0; step < STEPS; step++)
    {
      double gap = first_gap + step * FARTHER;

      try_place (search, x, around->y - gap - height, costs[0] + step);
      try_place (search, x, around->y + around->height + gap, costs[1] + step);
      try_place (search, around->x + around->width + gap, y, costs[2] + step);
      try_place (search, around->x - gap - width, y, costs[3] + step);
    }
}

/* A flow may be all over the canvas: beside the middles of its stretches. */
static void
try_along (Search *search, LijnFlow *flow)
{
  static const double level[] = { 0, 1, 6, 7 }, plumb[] = { 6, 7, 0, 1 };
  guint n = 0;
  const LijnPoint *points = lijn_layout_get_flow_points (search->canvas->layout, flow, &n);

  for (guint i = 0; points != NULL && i + 1 < n; i++)
    {
      LijnRect stretch = lijn_rect_around (&points[i], 2);
      LijnRect on_canvas = lijn_canvas_rect_from_map (search->canvas, &stretch);

      try_around (search, &on_canvas, LINE_GAP,
                  on_canvas.width >= on_canvas.height ? level : plumb);
    }
}

gboolean
lijn_canvas_find_pad_place (LijnCanvas *self, LijnObject *object, const LijnRect *around,
                            LijnRect *place)
{
  /* What comes next is shown at the right, so that is not for the pad where there is room
   * elsewhere. */
  static const double costs[] = { 0, 1, 6, 7 };
  static const double off_line[] = { 8, 9, 14, 15 };
  Search search = { self, *place, G_MAXDOUBLE };

  if (LIJN_IS_FLOW (object))
    try_along (&search, LIJN_FLOW (object));
  try_around (&search, around, GAP, LIJN_IS_FLOW (object) ? off_line : costs);
  *place = search.place;
  return search.cost < G_MAXDOUBLE;
}
