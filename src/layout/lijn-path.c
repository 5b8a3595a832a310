/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-scene.h"

#include <math.h>

/* Lines at right angles as arrays of points, and how one is put right: the parts of a stored line
 * that hang on the source's lane and on the target's have moved apart when a lane between them
 * grew, and its ends may have come off shapes that moved. */

#define NEAR 0.01 /* rounding in the file is far below what can be seen */

static gboolean
is_level (const LijnPoint *a, const LijnPoint *b)
{
  return fabs (a->y - b->y) < NEAR;
}

static gboolean
is_plumb (const LijnPoint *a, const LijnPoint *b)
{
  return fabs (a->x - b->x) < NEAR;
}

static gboolean
in_line (const LijnPoint *a, const LijnPoint *b, const LijnPoint *c)
{
  return (is_level (a, b) && is_level (b, c)) || (is_plumb (a, b) && is_plumb (b, c));
}

/* Leaves out points that are no bends. */
guint
lijn_path_simplify (LijnPoint *points, guint n)
{
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    {
      if (kept > 0 && is_level (&points[kept - 1], &points[i]) &&
          is_plumb (&points[kept - 1], &points[i]))
        {
          /* Doubled. The last end wins over a bend on it. */
          if (i == n - 1 && kept > 1)
            points[kept - 1] = points[i];
          continue;
        }
      while (kept >= 2 && in_line (&points[kept - 2], &points[kept - 1], &points[i]))
        kept--;
      points[kept++] = points[i];
    }
  return kept;
}

/* A diamond is met at its tips, and half way up the slopes beside the tip where a line leaves or
 * comes level or plumb. @at lies on the side of @rect that looks @side. */
LijnPoint
lijn_path_meet_diamond (const LijnRect *rect, LijnSide side, LijnPoint at)
{
  LijnPoint center = lijn_rect_center (rect);
  LijnPoint half = { rect->width / 2, rect->height / 2 };
  gboolean plumb = lijn_side_is_plumb (side);
  double off = plumb ? at.x - center.x : at.y - center.y;
  double reach = plumb ? half.x : half.y;
  double part = fabs (off) > reach / 4 ? (off > 0 ? 0.5 : -0.5) : 0;

  return (LijnPoint){
    center.x + (plumb ? part * half.x : lijn_outward[side].x * half.x * (1 - fabs (part))),
    center.y + (plumb ? lijn_outward[side].y * half.y * (1 - fabs (part)) : part * half.y)
  };
}

/* The side at which a line that goes on to @next leaves, as long as it begins beside the shape. */
static gboolean
find_side (const LijnPoint *end, const LijnPoint *next, const LijnRect *rect, LijnSide *side)
{
  if (is_level (end, next) == is_plumb (end, next))
    return FALSE;
  if (is_level (end, next))
    *side = next->x > end->x ? LIJN_SIDE_RIGHT : LIJN_SIDE_LEFT;
  else
    *side = next->y > end->y ? LIJN_SIDE_BOTTOM : LIJN_SIDE_TOP;
  return lijn_side_is_plumb (*side) ? end->x > rect->x && end->x < rect->x + rect->width
                                    : end->y > rect->y && end->y < rect->y + rect->height;
}

/* Moves @end to the nearest place on the outline of the shape of @kind in @rect; a pointed one (a
 * circle) is met in the middle of a side. */
static LijnPoint
snap (const LijnPoint *end, const LijnPoint *next, const LijnRect *rect, LijnElementKind kind)
{
  gboolean pointed = lijn_kind_is_pointed (kind);
  double right = rect->x + rect->width;
  double bottom = rect->y + rect->height;
  LijnPoint at = { CLAMP (end->x, rect->x, right), CLAMP (end->y, rect->y, bottom) };
  double to_left = at.x - rect->x;
  double to_right = right - at.x;
  double to_top = at.y - rect->y;
  double to_bottom = bottom - at.y;
  double least = MIN (MIN (to_left, to_right), MIN (to_top, to_bottom));
  LijnSide side;

  if (kind == LIJN_ELEMENT_KIND_DECISION && find_side (end, next, rect, &side))
    return lijn_path_meet_diamond (rect, side, at);
  if (least >= to_right || least >= to_left)
    return (LijnPoint){ least >= to_right ? right : rect->x,
                        pointed ? rect->y + rect->height / 2 : at.y };
  return (LijnPoint){ pointed ? rect->x + rect->width / 2 : at.x,
                      least >= to_bottom ? bottom : rect->y };
}

static void
follow_end (LijnPoint *end, LijnPoint *next, gboolean next_is_end, LijnPoint to)
{
  gboolean level = is_level (end, next);
  gboolean plumb = is_plumb (end, next);

  if (!next_is_end && level && !plumb)
    next->y = to.y;
  else if (!next_is_end && plumb && !level)
    next->x = to.x;
  *end = to;
}

/* Makes one right angle between points @i and @i + 1, by moving one of them along the plumb line it
 * stands on, else with two more bends half way. */
static void
straighten (GArray *points, guint i)
{
  LijnPoint *p = (LijnPoint *) (void *) points->data;
  guint last = points->len - 1;
  LijnPoint a = p[i];
  LijnPoint b = p[i + 1];

  if (is_level (&a, &b) || is_plumb (&a, &b))
    return;
  if (i + 1 < last && is_plumb (&b, &p[i + 2]))
    p[i + 1].y = a.y;
  else if (i > 0 && is_plumb (&p[i - 1], &a))
    p[i].y = b.y;
  else if (i + 1 < last && is_level (&b, &p[i + 2]))
    p[i + 1].x = a.x;
  else if (i > 0 && is_level (&p[i - 1], &a))
    p[i].x = b.x;
  else
    {
      LijnPoint bends[2] = { { (a.x + b.x) / 2, a.y }, { (a.x + b.x) / 2, b.y } };

      g_array_insert_vals (points, i + 1, bends, 2);
    }
}

void
lijn_path_put_right (GArray *points, const LijnRect *source, LijnElementKind source_kind,
                     const LijnRect *target, LijnElementKind target_kind)
{
  LijnPoint *p = (LijnPoint *) (void *) points->data;
  guint last = points->len - 1;

  g_return_if_fail (points->len >= 2);
  follow_end (&p[0], &p[1], last == 1, snap (&p[0], &p[1], source, source_kind));
  follow_end (&p[last], &p[last - 1], last == 1,
              snap (&p[last], &p[last - 1], target, target_kind));
  for (guint i = 0; i + 1 < points->len; i++)
    straighten (points, i);
  g_array_set_size (points, lijn_path_simplify ((LijnPoint *) (void *) points->data, points->len));
}
