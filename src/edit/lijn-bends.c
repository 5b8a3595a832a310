/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include "lijn-route.h"

#include <math.h>

/* A flow that a person laid keeps its bends when what it connects moves: its end moves along, and so
 * does the bend next to it, so that the line stays at right angles. Where both ends move alike the
 * whole line does. It keeps them as far as it can: not where it would newly run through an element.
 */

typedef struct
{
  LijnPoint *points;
  guint n;
  LijnRect source, target;
  guint n_through; /* elements it ran through, as the person wanted it */
} Bend;

struct _LijnBends
{
  GHashTable *flows; /* LijnFlow to Bend */
};

static void
bend_free (gpointer data)
{
  Bend *bend = data;

  g_free (bend->points);
  g_free (bend);
}

static gboolean
get_ends (LijnLayout *layout, LijnFlow *flow, LijnRect *source, LijnRect *target)
{
  return lijn_layout_get_element_rect (layout, lijn_flow_get_source (flow), source) &&
         lijn_layout_get_element_rect (layout, lijn_flow_get_target (flow), target);
}

LijnBends *
lijn_bends_new (GPtrArray *elements)
{
  g_autoptr (GPtrArray) flows = lijn_flows_of (elements);
  LijnBends *self = g_new0 (LijnBends, 1);

  self->flows = g_hash_table_new_full (NULL, NULL, g_object_unref, bend_free);
  for (guint i = 0; i < flows->len; i++)
    {
      LijnFlow *flow = g_ptr_array_index (flows, i);
      LijnLayout *layout = lijn_layout_of (lijn_flow_get_map (flow));
      Bend bend = { 0 };
      const LijnPoint *points;

      if (!lijn_flow_get_bent (flow) || !get_ends (layout, flow, &bend.source, &bend.target))
        continue;
      points = lijn_layout_get_flow_points (layout, flow, &bend.n);
      if (points == NULL || bend.n < 2)
        continue;
      bend.points = g_memdup2 (points, bend.n * sizeof *points);
      bend.n_through = lijn_count_run_through (flow, points, bend.n);
      g_hash_table_insert (self->flows, g_object_ref (flow), g_memdup2 (&bend, sizeof bend));
    }
  return self;
}

void
lijn_bends_free (LijnBends *self)
{
  g_hash_table_unref (self->flows);
  g_free (self);
}

/* Moves the end at @points[0] by (@dx, @dy) with the bend beside it; @step walks to the next
 * point. */
static void
shift_end (LijnPoint *end, int step, double dx, double dy)
{
  LijnPoint *next = end + step;
  gboolean level = fabs (end->y - next->y) <= fabs (end->x - next->x);

  end->x += dx;
  end->y += dy;
  if (level)
    next->y = end->y;
  else
    next->x = end->x;
}

/* A straight line has no bend of its own: it gets two in its middle. */
static void
make_bends (Bend *bend)
{
  LijnPoint a = bend->points[0], b = bend->points[1];
  gboolean level = fabs (a.y - b.y) <= fabs (a.x - b.x);
  LijnPoint middle = { (a.x + b.x) / 2, (a.y + b.y) / 2 };

  bend->points = g_renew (LijnPoint, bend->points, 4);
  bend->n = 4;
  bend->points[1] = level ? (LijnPoint){ middle.x, a.y } : (LijnPoint){ a.x, middle.y };
  bend->points[2] = level ? (LijnPoint){ middle.x, b.y } : (LijnPoint){ b.x, middle.y };
  bend->points[3] = b;
}

static gboolean
same_offset (const LijnPoint *a, const LijnPoint *b)
{
  return fabs (a->x - b->x) < 1e-6 && fabs (a->y - b->y) < 1e-6;
}

static void
shift_all (Bend *bend, const LijnPoint *by)
{
  for (guint i = 0; i < bend->n; i++)
    {
      bend->points[i].x += by->x;
      bend->points[i].y += by->y;
    }
}

char *
lijn_bends_follow (LijnBends *self, LijnFlow *flow)
{
  LijnLayout *layout = lijn_layout_of (lijn_flow_get_map (flow));
  Bend *bend = g_hash_table_lookup (self->flows, flow);
  LijnRect source, target;
  LijnPoint at_source, at_target;

  if (bend == NULL || !get_ends (layout, flow, &source, &target))
    return NULL;

  at_source = (LijnPoint){ source.x - bend->source.x, source.y - bend->source.y };
  at_target = (LijnPoint){ target.x - bend->target.x, target.y - bend->target.y };
  if (same_offset (&at_source, &at_target))
    shift_all (bend, &at_source);
  else
    {
      if (bend->n == 2)
        make_bends (bend);
      shift_end (bend->points, 1, at_source.x, at_source.y);
      shift_end (bend->points + bend->n - 1, -1, at_target.x, at_target.y);
    }
  if (lijn_count_run_through (flow, bend->points, bend->n) > bend->n_through)
    return NULL;

  return lijn_route_write (layout, flow, bend->points, bend->n);
}
