/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-scene.h"

#include <math.h>
#include <string.h>

/* Phases: bands across all lanes, with their headers above the first one. */

#define FARTHEST 1e7

static int
compare_phases (gconstpointer a, gconstpointer b)
{
  const LijnPhaseBox *one = a;
  const LijnPhaseBox *other = b;

  if (one->rect.x < other->rect.x || one->rect.x > other->rect.x)
    return one->rect.x < other->rect.x ? -1 : 1;
  return strcmp (lijn_object_get_id (LIJN_OBJECT (one->phase)),
                 lijn_object_get_id (LIJN_OBJECT (other->phase)));
}

static double
sane (double value)
{
  return isfinite (value) ? CLAMP (value, 0, FARTHEST) : 0;
}

static double
bottom_of_lanes (LijnLayout *self)
{
  const LijnRect *last = &g_array_index (self->lanes, LijnLaneBox, self->lanes->len - 1).rect;

  return last->y + last->height;
}

void
lijn_phases_build (LijnLayout *self)
{
  GPtrArray *phases = lijn_project_referrers (self->project, LIJN_TABLE_PHASE, "map",
                                              LIJN_OBJECT (self->map));

  g_array_set_size (self->phases, 0);
  for (guint i = 0; self->lanes->len > 0 && i < phases->len; i++)
    {
      LijnPhase *phase = g_ptr_array_index (phases, i);
      LijnPhaseBox box = { .phase = phase };

      if (!lijn_scene_may_see (self, phase))
        continue;
      g_object_ref (phase);
      box.rect = (LijnRect){ sane (lijn_phase_get_x (phase)), -LIJN_PHASE_HEIGHT,
                             sane (lijn_phase_get_width (phase)),
                             bottom_of_lanes (self) + LIJN_PHASE_HEIGHT };
      box.header = box.rect;
      box.header.height = LIJN_PHASE_HEIGHT;
      g_array_append_val (self->phases, box);
    }
  g_array_sort (self->phases, compare_phases);
}

double
lijn_phases_right (LijnLayout *self)
{
  double right = 0;

  for (guint i = 0; i < self->phases->len; i++)
    {
      const LijnRect *rect = &g_array_index (self->phases, LijnPhaseBox, i).rect;

      right = MAX (right, rect->x + rect->width);
    }
  return right;
}

guint
lijn_layout_count_in_lane (LijnLayout *self, LijnLane *lane)
{
  GPtrArray *elements = lijn_project_referrers (self->project, LIJN_TABLE_ELEMENT, "lane",
                                                LIJN_OBJECT (lane));
  guint n = 0;

  for (guint i = 0; i < elements->len; i++)
    {
      LijnElementKind kind = lijn_element_get_kind (elements->pdata[i]);

      n += kind != LIJN_ELEMENT_KIND_GROUP && kind != LIJN_ELEMENT_KIND_NOTE &&
           lijn_scene_may_see (self, elements->pdata[i]);
    }
  return n;
}
