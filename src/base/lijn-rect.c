/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-rect.h"

#include <math.h>

gboolean
lijn_rect_contains (const LijnRect *rect, double x, double y)
{
  return x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height;
}

gboolean
lijn_rect_intersects (const LijnRect *a, const LijnRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

gboolean
lijn_rect_equal (const LijnRect *a, const LijnRect *b)
{
  return a->x >= b->x && a->x <= b->x && a->y >= b->y && a->y <= b->y && a->width >= b->width &&
         a->width <= b->width && a->height >= b->height && a->height <= b->height;
}

LijnRect
lijn_rect_union (const LijnRect *a, const LijnRect *b)
{
  double x = MIN (a->x, b->x);
  double y = MIN (a->y, b->y);
  double right = MAX (a->x + a->width, b->x + b->width);
  double bottom = MAX (a->y + a->height, b->y + b->height);

  return (LijnRect){ x, y, right - x, bottom - y };
}

LijnRect
lijn_rect_grow (const LijnRect *rect, double by)
{
  return (LijnRect){ rect->x - by, rect->y - by, rect->width + 2 * by, rect->height + 2 * by };
}

LijnRect
lijn_rect_around (const LijnPoint *points, gsize n)
{
  LijnRect around = { 0, 0, 0, 0 };

  for (gsize i = 0; i < n; i++)
    {
      LijnRect point = { points[i].x, points[i].y, 0, 0 };

      around = i == 0 ? point : lijn_rect_union (&around, &point);
    }
  return around;
}

LijnPoint
lijn_rect_center (const LijnRect *rect)
{
  return (LijnPoint){ rect->x + rect->width / 2, rect->y + rect->height / 2 };
}

LijnPoint
lijn_point_towards (const LijnPoint *from, const LijnPoint *to, double by)
{
  double length = hypot (to->x - from->x, to->y - from->y);
  double share = length > 0 ? MIN (by / length, 1) : 0;

  return (LijnPoint){ from->x + (to->x - from->x) * share, from->y + (to->y - from->y) * share };
}

double
lijn_segment_distance (const LijnPoint *a, const LijnPoint *b, double x, double y)
{
  double dx = b->x - a->x;
  double dy = b->y - a->y;
  double length2 = dx * dx + dy * dy;
  double t = length2 > 0 ? CLAMP (((x - a->x) * dx + (y - a->y) * dy) / length2, 0, 1) : 0;

  return hypot (x - (a->x + t * dx), y - (a->y + t * dy));
}
