/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-snap.h"

#include <math.h>

struct _LijnSnap
{
  GArray *centers; /* (element-type LijnPoint) */
};

LijnSnap *
lijn_snap_new (LijnLayout *layout, const LijnRect *visible, GHashTable *without)
{
  LijnSnap *self = g_new0 (LijnSnap, 1);
  g_autoptr (GPtrArray) near = lijn_layout_find_in (layout, visible);

  self->centers = g_array_new (FALSE, FALSE, sizeof (LijnPoint));
  for (guint i = 0; i < near->len; i++)
    {
      LijnObject *object = g_ptr_array_index (near, i);
      LijnPoint center;
      LijnRect rect;

      if (!LIJN_IS_ELEMENT (object) || g_hash_table_contains (without, object) ||
          !lijn_layout_get_element_rect (layout, LIJN_ELEMENT (object), &rect))
        continue;
      center = lijn_rect_center (&rect);
      g_array_append_val (self->centers, center);
    }
  return self;
}

void
lijn_snap_free (LijnSnap *self)
{
  g_array_unref (self->centers);
  g_free (self);
}

double
lijn_snap_to_grid (double value)
{
  return round (value / LIJN_GRID) * LIJN_GRID;
}

/* The middle that is nearest to @value along one axis; of those that are equally near, the one that
 * is nearest along the other axis too. */
static const LijnPoint *
find_nearest (LijnSnap *self, const LijnPoint *center, gboolean upright, double reach)
{
  const LijnPoint *best = NULL;
  double best_off = reach, best_far = G_MAXDOUBLE;

  for (guint i = 0; i < self->centers->len; i++)
    {
      const LijnPoint *other = &g_array_index (self->centers, LijnPoint, i);
      double off = fabs (upright ? other->x - center->x : other->y - center->y);
      double far = fabs (upright ? other->y - center->y : other->x - center->x);

      if (off > reach || off > best_off + 0.01 || (off > best_off - 0.01 && far >= best_far))
        continue;
      best = other;
      best_off = off;
      best_far = far;
    }
  return best;
}

void
lijn_snap_apply (LijnSnap *self, const LijnRect *box, double reach, double *dx, double *dy,
                 LijnGuide guides[2])
{
  LijnPoint middle = lijn_rect_center (box);
  LijnPoint center = { middle.x + *dx, middle.y + *dy };
  const LijnPoint *above = find_nearest (self, &center, TRUE, reach);
  const LijnPoint *beside = find_nearest (self, &center, FALSE, reach);

  *dx = above != NULL ? above->x - middle.x : lijn_snap_to_grid (box->x + *dx) - box->x;
  *dy = beside != NULL ? beside->y - middle.y : lijn_snap_to_grid (box->y + *dy) - box->y;
  center = (LijnPoint){ middle.x + *dx, middle.y + *dy };
  guides[0] = (LijnGuide){ .shown = above != NULL };
  guides[1] = (LijnGuide){ .shown = beside != NULL };
  if (above != NULL)
    guides[0] = (LijnGuide){ TRUE, *above, center };
  if (beside != NULL)
    guides[1] = (LijnGuide){ TRUE, *beside, center };
}
