/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-line.h"

#include "lijn-scene.h"

#include <math.h>

#define CORNER 6.0 /* kept between a sliding end and the corner of its shape */

static LijnPoint *
at (GArray *points, guint i)
{
  return &g_array_index (points, LijnPoint, i);
}

static GArray *
copy (const LijnPoint *points, guint n)
{
  GArray *line = g_array_sized_new (FALSE, FALSE, sizeof (LijnPoint), n + 4);

  return g_array_append_vals (line, points, n);
}

/* Takes @line. (transfer full) */
static LijnPoint *
finish (GArray *line, guint *n)
{
  *n = lijn_path_simplify (at (line, 0), line->len);
  return (LijnPoint *) (gpointer) g_array_free (line, FALSE);
}

static gboolean
is_level (const LijnPoint *a, const LijnPoint *b)
{
  return fabs (a->y - b->y) <= fabs (a->x - b->x);
}

static void
shift_point (LijnPoint *point, gboolean level, double by)
{
  *(level ? &point->y : &point->x) += by;
}

/* Whether an end that goes along the side of its shape is still on it. */
static gboolean
can_slide (const LijnPoint *end, const LijnRect *shape, gboolean level, double by)
{
  double from, to, place, side, depth;

  if (shape == NULL)
    return FALSE;
  /* Only along a side that the line meets squarely. */
  side = level ? end->x - shape->x : end->y - shape->y;
  depth = level ? shape->width : shape->height;
  if (fabs (side) > 0.5 && fabs (side - depth) > 0.5)
    return FALSE;
  from = level ? shape->y : shape->x;
  to = from + (level ? shape->height : shape->width);
  place = (level ? end->y : end->x) + by;
  return place >= from + CORNER && place <= to - CORNER;
}

/* Puts two points between the end at @i and its neighbour at @i + @step: the end keeps a stub, and what
 * comes after it moves. */
static void
add_stub (GArray *line, guint i, int step, gboolean level, double by)
{
  LijnPoint end = *at (line, i), next = *at (line, (guint) ((int) i + step));
  double length = level ? next.x - end.x : next.y - end.y;
  double stub = CLAMP (length, -LIJN_STUB, LIJN_STUB) * (fabs (length) < 2 * LIJN_STUB ? 0.5 : 1);
  LijnPoint bends[2] = { end, end };

  *(level ? &bends[0].x : &bends[0].y) += stub;
  bends[1] = bends[0];
  shift_point (&bends[1], level, by);
  if (step > 0)
    g_array_insert_vals (line, i + 1, bends, 2);
  else
    g_array_insert_vals (line, i, ((const LijnPoint[]){ bends[1], bends[0] }), 2);
}

LijnPoint *
lijn_line_shift (const LijnPoint *points, guint n, guint stretch, double by, const LijnRect *source,
                 const LijnRect *target, guint *n_new)
{
  GArray *line = copy (points, n);
  gboolean level = is_level (&points[stretch], &points[stretch + 1]);
  gboolean first = stretch == 0, last = stretch + 2 == n;
  gboolean stub_first = first && !can_slide (&points[0], source, level, by);
  gboolean stub_last = last && !can_slide (&points[n - 1], target, level, by);

  if (by != 0)
    {
      if (!stub_first)
        shift_point (at (line, stretch), level, by);
      if (!stub_last)
        shift_point (at (line, stretch + 1), level, by);
      if (stub_last)
        {
          LijnPoint end = points[n - 1];

          *at (line, n - 1) = end;
          add_stub (line, n - 1, -1, level, by);
        }
      if (stub_first)
        add_stub (line, 0, 1, level, by);
    }
  return finish (line, n_new);
}

LijnPoint *
lijn_line_move_bend (const LijnPoint *points, guint n, guint bend, double dx, double dy,
                     const LijnRect *source, const LijnRect *target, guint *n_new)
{
  gboolean level = is_level (&points[bend], &points[bend + 1]);
  double by = level ? dy : dx;
  LijnPoint expected = points[bend];
  g_autofree LijnPoint *after = lijn_line_shift (points, n, bend, by, source, target, n_new);

  /* Where the stretch before the bend has shrunk to nothing, there is no bend any more. */
  shift_point (&expected, level, by);
  if (bend + 1 >= *n_new || hypot (after[bend].x - expected.x, after[bend].y - expected.y) > 0.5)
    return g_steal_pointer (&after);
  return lijn_line_shift (after, *n_new, bend - 1, level ? dx : dy, source, target, n_new);
}

/* Whether stretch number @stretch lies between two bends. */
static gboolean
is_inner (guint stretch, guint n)
{
  return stretch >= 1 && stretch + 2 < n;
}

static double
length_of (const LijnPoint *points, guint stretch)
{
  return hypot (points[stretch + 1].x - points[stretch].x,
                points[stretch + 1].y - points[stretch].y);
}

LijnPoint *
lijn_line_remove_bend (const LijnPoint *points, guint n, guint bend, guint *n_new)
{
  gboolean before = is_inner (bend - 1, n), after = is_inner (bend, n);
  guint stretch = before && (!after || length_of (points, bend - 1) <= length_of (points, bend))
                      ? bend - 1
                      : bend;
  gboolean level;
  double by;
  GArray *line = NULL;

  if (!before && !after)
    return NULL;
  /* The stretch goes when what comes before it, or after it, is put in line with the other. An end
   * moves only where both of these are ends. */
  level = is_level (&points[stretch], &points[stretch + 1]);
  by = level ? points[stretch + 1].x - points[stretch].x
             : points[stretch + 1].y - points[stretch].y;
  line = copy (points, n);
  if (stretch > 1 || stretch + 3 >= n)
    {
      shift_point (at (line, stretch - 1), !level, by);
      shift_point (at (line, stretch), !level, by);
    }
  else
    {
      shift_point (at (line, stretch + 1), !level, -by);
      shift_point (at (line, stretch + 2), !level, -by);
    }
  return finish (line, n_new);
}
