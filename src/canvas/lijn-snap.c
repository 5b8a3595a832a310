/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-snap.h"

#include <math.h>

/* Both axes are done alike: an extent is what a rectangle covers of an axis, and `across` what it
 * covers of the other. Of what is within reach the nearest wins; a middle counts before an edge, and
 * that before an equal gap, where they are nearly as near. */

#define EDGE_COSTS 1.0 /* points farther than a middle */
#define GAP_COSTS 0.5
#define MOST_GAP 240.0 /* points: neighbours farther apart are none */
#define EVEN 2.0 /* gaps that differ by so much are equal, as places are kept to half of the grid */
#define SAME 0.01

struct _LijnSnap
{
  GArray *rects; /* LijnRect */
};

typedef struct
{
  double from, to;
} Extent;

typedef enum
{
  MIDDLES,
  STARTS,
  ENDS,
} Part;

/* What is nearest so far. */
typedef struct
{
  double shift; /* of the box, from where the pointer has it */
  double cost;
  double away; /* how far the other is along the other axis */
  const LijnRect *other; /* (nullable): what it lines up with */
  Part part;
} Best;

LijnSnap *
lijn_snap_new (LijnLayout *layout, const LijnRect *visible, GHashTable *without)
{
  LijnSnap *self = g_new0 (LijnSnap, 1);
  g_autoptr (GPtrArray) near = lijn_layout_find_in (layout, visible);

  self->rects = g_array_new (FALSE, FALSE, sizeof (LijnRect));
  for (guint i = 0; i < near->len; i++)
    {
      LijnObject *object = g_ptr_array_index (near, i);
      LijnRect rect;

      if (LIJN_IS_ELEMENT (object) && !g_hash_table_contains (without, object) &&
          lijn_element_get_kind (LIJN_ELEMENT (object)) != LIJN_ELEMENT_KIND_GROUP &&
          lijn_layout_get_element_rect (layout, LIJN_ELEMENT (object), &rect))
        g_array_append_val (self->rects, rect);
    }
  return self;
}

void
lijn_snap_free (LijnSnap *self)
{
  g_array_unref (self->rects);
  g_free (self);
}

double
lijn_snap_to_grid (double value)
{
  return round (value / LIJN_GRID) * LIJN_GRID;
}

static Extent
extent_of (const LijnRect *rect, gboolean down)
{
  return down ? (Extent){ rect->y, rect->y + rect->height }
              : (Extent){ rect->x, rect->x + rect->width };
}

static double
part_of (const LijnRect *rect, gboolean down, Part part)
{
  Extent extent = extent_of (rect, down);

  return part == MIDDLES ? (extent.from + extent.to) / 2 : part == STARTS ? extent.from : extent.to;
}

static gboolean
overlap (Extent a, Extent b)
{
  return a.from < b.to && b.from < a.to;
}

/* Zero where they overlap. */
static double
distance_between (Extent a, Extent b)
{
  return MAX (MAX (a.from - b.to, b.from - a.to), 0);
}

static void
take (Best *best, double shift, double cost, double away, const LijnRect *other, Part part)
{
  cost += fabs (shift);
  if (cost > best->cost + SAME || (cost > best->cost - SAME && away >= best->away))
    return;
  *best = (Best){ shift, cost, away, other, part };
}

static void
look_for_line (LijnSnap *self, const LijnRect *box, gboolean down, double reach, Best *best)
{
  Extent across = extent_of (box, !down);

  for (guint i = 0; i < self->rects->len; i++)
    {
      const LijnRect *other = &g_array_index (self->rects, LijnRect, i);
      double away = distance_between (across, extent_of (other, !down));

      for (Part part = MIDDLES; part <= ENDS; part++)
        {
          double shift = part_of (other, down, part) - part_of (box, down, part);

          if (fabs (shift) <= reach)
            take (best, shift, part == MIDDLES ? 0 : EDGE_COSTS, away, other, part);
        }
    }
}

/* The neighbour of @of on one side of it, in the same row or column. */
static const LijnRect *
find_neighbour (LijnSnap *self, const LijnRect *of, gboolean down, gboolean after)
{
  Extent here = extent_of (of, down), across = extent_of (of, !down);
  const LijnRect *nearest = NULL;
  double least = MOST_GAP;

  for (guint i = 0; i < self->rects->len; i++)
    {
      const LijnRect *other = &g_array_index (self->rects, LijnRect, i);
      Extent there = extent_of (other, down);
      double gap = after ? there.from - here.to : here.from - there.to;

      if (other != of && overlap (across, extent_of (other, !down)) && gap > SAME && gap < least)
        {
          nearest = other;
          least = gap;
        }
    }
  return nearest;
}

static double
gap_between (const LijnRect *before, const LijnRect *after, gboolean down)
{
  return extent_of (after, down).from - extent_of (before, down).to;
}

static void
look_for_gap (LijnSnap *self, const LijnRect *box, gboolean down, double reach, Best *best)
{
  const LijnRect *before = find_neighbour (self, box, down, FALSE);
  const LijnRect *after = find_neighbour (self, box, down, TRUE);
  const LijnRect *first = before != NULL ? find_neighbour (self, before, down, FALSE) : NULL;
  const LijnRect *last = after != NULL ? find_neighbour (self, after, down, TRUE) : NULL;
  Extent here = extent_of (box, down);
  double shifts[3];
  guint n = 0;

  if (before != NULL && after != NULL)
    shifts[n++] = (gap_between (box, after, down) - gap_between (before, box, down)) / 2;
  if (first != NULL)
    shifts[n++] = extent_of (before, down).to + gap_between (first, before, down) - here.from;
  if (last != NULL)
    shifts[n++] = extent_of (after, down).from - gap_between (after, last, down) - here.to;
  for (guint i = 0; i < n; i++)
    if (fabs (shifts[i]) <= reach)
      take (best, shifts[i], GAP_COSTS, 0, NULL, MIDDLES);
}

static LijnPoint
point_at (double along, double across, gboolean down)
{
  return down ? (LijnPoint){ across, along } : (LijnPoint){ along, across };
}

/* A line along what lines up with @box, which lies where it will be. */
static LijnGuide
line_guide (const LijnRect *box, const LijnRect *other, gboolean down, Part part)
{
  Extent one = extent_of (box, !down), two = extent_of (other, !down);
  double along = part_of (box, down, part);

  return (LijnGuide){ .from = point_at (along, MIN (one.from, two.from), down),
                      .to = point_at (along, MAX (one.to, two.to), down),
                      .distance = distance_between (one, two) };
}

static void
add_gap (LijnGuide *guides, guint *n, const LijnRect *before, const LijnRect *after, gboolean down)
{
  Extent one = extent_of (before, !down), two = extent_of (after, !down);
  double across = (MAX (one.from, two.from) + MIN (one.to, two.to)) / 2;

  if (*n < LIJN_MOST_GUIDES)
    guides[(*n)++] = (LijnGuide){ .from = point_at (extent_of (before, down).to, across, down),
                                  .to = point_at (extent_of (after, down).from, across, down),
                                  .gap = TRUE,
                                  .distance = gap_between (before, after, down) };
}

/* The gaps beside @box that are equal, with the next one beyond where that is what they equal. */
static void
add_gaps (LijnSnap *self, const LijnRect *box, gboolean down, LijnGuide *guides, guint *n)
{
  const LijnRect *before = find_neighbour (self, box, down, FALSE);
  const LijnRect *after = find_neighbour (self, box, down, TRUE);
  const LijnRect *first = before != NULL ? find_neighbour (self, before, down, FALSE) : NULL;
  const LijnRect *last = after != NULL ? find_neighbour (self, after, down, TRUE) : NULL;
  double left = before != NULL ? gap_between (before, box, down) : -1000;
  double right = after != NULL ? gap_between (box, after, down) : -2000;

  if (first != NULL && fabs (gap_between (first, before, down) - left) <= EVEN)
    {
      add_gap (guides, n, first, before, down);
      add_gap (guides, n, before, box, down);
    }
  else if (fabs (left - right) <= EVEN)
    add_gap (guides, n, before, box, down);
  if (last != NULL && fabs (gap_between (after, last, down) - right) <= EVEN)
    {
      add_gap (guides, n, box, after, down);
      add_gap (guides, n, after, last, down);
    }
  else if (fabs (left - right) <= EVEN)
    add_gap (guides, n, box, after, down);
}

/* Returns: how far @box is to go along one axis. */
static double
snap_axis (LijnSnap *self, const LijnRect *box, gboolean down, double reach, Best *best)
{
  double at = down ? box->y : box->x;

  *best = (Best){ .cost = reach + EDGE_COSTS + SAME, .away = G_MAXDOUBLE };
  look_for_line (self, box, down, reach, best);
  look_for_gap (self, box, down, reach, best);
  if (best->away >= G_MAXDOUBLE)
    return lijn_snap_to_grid (at) - at;
  /* Places are kept to half of the grid. */
  return best->other != NULL ? best->shift
                             : round (2 * (at + best->shift) / LIJN_GRID) * LIJN_GRID / 2 - at;
}

guint
lijn_snap_apply (LijnSnap *self, const LijnRect *box, double reach, double *dx, double *dy,
                 LijnGuide guides[LIJN_MOST_GUIDES])
{
  LijnRect moved = { box->x + *dx, box->y + *dy, box->width, box->height };
  Best best[2];
  guint n = 0;

  for (guint down = 0; down < 2; down++)
    {
      double shift = snap_axis (self, &moved, down, reach, &best[down]);

      *(down ? dy : dx) += shift;
      *(down ? &moved.y : &moved.x) += shift;
    }
  for (guint down = 0; down < 2; down++)
    {
      if (best[down].other != NULL)
        guides[n++] = line_guide (&moved, best[down].other, down, best[down].part);
      if (best[down].away < G_MAXDOUBLE)
        add_gaps (self, &moved, down, guides, &n);
    }
  return n;
}
