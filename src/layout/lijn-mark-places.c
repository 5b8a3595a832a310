/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-measure.h"
#include "lijn-scene.h"

#include <math.h>

/* The places that a mark may take, the best first. The last ones lie in rings round the first, so
 * that even where much comes together marks do not cover each other. */

#define BESIDE 5.0 /* from a shape to its name */
#define FROM_END 6.0 /* from a flow's source to its name */
#define FROM_LINE 3.0
#define PIN_DIP 12.0 /* how far a pin's tip reaches into an element */
#define PIN_OVERHANG 8.0
#define N_RINGS 6
#define LABEL_WIDTH 320.0 /* of a collapsed lane's name, at most */
#define BESIDE_LABEL 130.0 /* for the sign before it and the number after it */

static void
add (GArray *places, LijnMark *mark, double x, double y)
{
  LijnRect rect = { round (x), round (y), mark->width, mark->height };

  g_array_append_val (places, rect);
}

static void
add_rings (GArray *places, LijnMark *mark)
{
  static const struct
  {
    int x, y;
  } ways[] = {
    { 0, -1 }, { 0, 1 }, { 1, 0 }, { -1, 0 }, { 1, -1 }, { -1, -1 }, { 1, 1 }, { -1, 1 }
  };
  LijnRect first = g_array_index (places, LijnRect, 0);

  for (int ring = 1; ring <= N_RINGS; ring++)
    for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
      add (places, mark, first.x + ways[i].x * ring * (mark->width * 0.5 + 8),
           first.y + ways[i].y * ring * (mark->height * 0.5 + 6));
}

static void
list_for_name (LijnMark *mark, GArray *places)
{
  const LijnRect *shape = &mark->box->item.rect;
  LijnPoint center = lijn_rect_center (shape);
  double right = shape->x + shape->width;
  double below = shape->y + shape->height + BESIDE;
  double above = shape->y - BESIDE - mark->height;

  add (places, mark, center.x - mark->width / 2, below);
  add (places, mark, center.x - mark->width / 2, above);
  add (places, mark, center.x + BESIDE, below);
  add (places, mark, center.x - BESIDE - mark->width, below);
  add (places, mark, center.x + BESIDE, above);
  add (places, mark, center.x - BESIDE - mark->width, above);
  add (places, mark, right + BESIDE, center.y - mark->height / 2);
  add (places, mark, shape->x - BESIDE - mark->width, center.y - mark->height / 2);
}

static void
list_for_time (LijnMark *mark, GArray *places)
{
  const LijnRect *shape = &mark->box->item.rect;
  double left = shape->x + MIN (14, shape->width / 4);
  double right = shape->x + shape->width - MIN (14, shape->width / 4) - mark->width;

  add (places, mark, left, shape->y - BESIDE - mark->height);
  add (places, mark, shape->x, shape->y - BESIDE - mark->height);
  add (places, mark, left, shape->y + shape->height + BESIDE);
  add (places, mark, shape->x, shape->y + shape->height + BESIDE);
  add (places, mark, right, shape->y - BESIDE - mark->height);
  add (places, mark, right, shape->y + shape->height + BESIDE);
}

/* On both sides of the segment from @a to @b, @from points after its beginning. */
static void
add_along (LijnMark *mark, GArray *places, const LijnPoint *a, const LijnPoint *b, double from)
{
  gboolean level = fabs (b->y - a->y) < 0.01;
  double size = level ? mark->width : mark->height;
  double length = level ? fabs (b->x - a->x) : fabs (b->y - a->y);
  double way = level ? (b->x > a->x ? 1 : -1) : (b->y > a->y ? 1 : -1);

  if (from > 2 * FROM_END && from + size > length)
    return;
  if (level)
    {
      double x = way > 0 ? a->x + from : a->x - from - size;

      add (places, mark, x, a->y - FROM_LINE - mark->height);
      add (places, mark, x, a->y + FROM_LINE);
    }
  else
    {
      double y = way > 0 ? a->y + from : a->y - from - size;

      add (places, mark, a->x + BESIDE + FROM_LINE, y);
      add (places, mark, a->x - BESIDE - FROM_LINE - mark->width, y);
    }
}

/* Over and under both shapes, when the gap between them is too narrow. */
static void
add_over_gap (LijnMark *mark, GArray *places)
{
  const LijnRect *source = &mark->wire->source->item.rect;
  const LijnRect *target = &mark->wire->target->item.rect;
  const LijnPoint *p = mark->wire->points;
  double x = (p[0].x + p[1].x) / 2 - mark->width / 2;

  add (places, mark, x, MIN (source->y, target->y) - BESIDE - mark->height);
  add (places, mark, x, MAX (source->y + source->height, target->y + target->height) + BESIDE);
}

static void
list_for_flow (LijnMark *mark, GArray *places)
{
  static const double from[] = { FROM_END, 20, 40, 72, 120 };
  LijnWire *wire = mark->wire;
  guint n = MIN (wire->n - 1, 3);

  for (guint segment = 0; segment < n; segment++)
    for (guint i = 0; i < G_N_ELEMENTS (from); i++)
      {
        const LijnPoint *a = &wire->points[segment];

        add_along (mark, places, a, a + 1, from[i]);
        if (i == 0 && wire->n == 2 && fabs (a[1].y - a->y) < 0.01)
          add_over_gap (mark, places);
      }
}

static void
list_for_pins_at_box (LijnMark *mark, GArray *places)
{
  const LijnRect *shape = &mark->box->item.rect;
  double right = shape->x + shape->width;
  double y = shape->y + PIN_DIP - mark->height;
  LijnPin *first = g_ptr_array_index (mark->pins, 0);

  if (lijn_kind_is_pointed (lijn_element_get_kind (mark->box->element)))
    {
      double dip = shape->height / 4;

      add (places, mark, shape->x + shape->width * 0.77 - first->tip.x,
           shape->y + dip - mark->height);
      add (places, mark, shape->x + shape->width * 0.23 - mark->width + first->tip.x,
           shape->y + dip - mark->height);
    }
  add (places, mark, right + PIN_OVERHANG - mark->width, y);
  add (places, mark, shape->x - PIN_OVERHANG, y);
  add (places, mark, right + PIN_OVERHANG - mark->width,
       shape->y + shape->height + PIN_DIP - mark->height);
  add (places, mark, shape->x - PIN_OVERHANG, shape->y + shape->height + PIN_DIP - mark->height);
  add (places, mark, shape->x + (shape->width - mark->width) / 2, y);
}

static LijnPoint
point_along (const LijnWire *wire, double part)
{
  double length = 0;
  double left;

  for (guint i = 0; i + 1 < wire->n; i++)
    length += fabs (wire->points[i + 1].x - wire->points[i].x) +
              fabs (wire->points[i + 1].y - wire->points[i].y);
  left = length * part;
  for (guint i = 0; i + 1 < wire->n; i++)
    {
      const LijnPoint *a = &wire->points[i];
      const LijnPoint *b = &wire->points[i + 1];
      double step = fabs (b->x - a->x) + fabs (b->y - a->y);

      if (left <= step && step > 0)
        return (LijnPoint){ a->x + (b->x - a->x) * left / step,
                            a->y + (b->y - a->y) * left / step };
      left -= step;
    }
  return wire->points[wire->n - 1];
}

static void
list_for_pins_at_wire (LijnMark *mark, GArray *places)
{
  static const double parts[] = { 0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8 };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      LijnPoint at = point_along (mark->wire, parts[i]);

      add (places, mark, at.x - mark->width / 2, at.y - mark->height);
    }
}

/* Right of what the band of a collapsed lane says. */
static double
after_label (const LijnLaneBox *lane)
{
  double width, height;

  lijn_measure (LIJN_TYPE_BODY, lijn_lane_get_name (lane->lane), LABEL_WIDTH, 1, &width, &height);
  return lane->rect.x + width + BESIDE_LABEL;
}

static void
list_for_other_pins (LijnLayout *self, LijnMark *mark, GArray *places)
{
  LijnPin *first = g_ptr_array_index (mark->pins, 0);

  if (LIJN_IS_LANE (mark->object))
    {
      const LijnLaneBox *lane = lijn_layout_find_lane (self, LIJN_LANE (mark->object));
      double left = lane->header.x + LIJN_LANE_HEADER + 4;
      double top = lane->rect.y + 6;

      if (lane->collapsed)
        {
          left = after_label (lane);
          top = lane->rect.y + (lane->rect.height - mark->height) / 2;
        }
      for (int i = 0; i < 4; i++)
        add (places, mark, left + i * 20, top);
    }
  else
    add (places, mark, lijn_friction_get_x (first->friction) - first->tip.x,
         lijn_friction_get_y (first->friction) - first->tip.y);
}

void
lijn_mark_list_places (LijnLayout *self, LijnMark *mark, GArray *places)
{
  switch (mark->kind)
    {
    case LIJN_MARK_TAG_PINS:
      add (places, mark, mark->tag->rect.x + mark->tag->rect.width + 3,
           mark->tag->rect.y + (LIJN_TAG_HEIGHT - mark->height) / 2);
      return;
    case LIJN_MARK_PINS:
      if (mark->box != NULL)
        list_for_pins_at_box (mark, places);
      else if (mark->wire != NULL)
        list_for_pins_at_wire (mark, places);
      else
        list_for_other_pins (self, mark, places);
      break;
    case LIJN_MARK_NAME:
      list_for_name (mark, places);
      break;
    case LIJN_MARK_TIME:
      list_for_time (mark, places);
      break;
    case LIJN_MARK_FLOW_NAME:
    default:
      list_for_flow (mark, places);
      break;
    }
  add_rings (places, mark);
}
