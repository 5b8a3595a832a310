/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-scene.h"

#include <math.h>

/* Where lines end on the band of a collapsed lane: above each other's element, yet each at a place
 * of its own, so that no two lines lie on each other there. What wants the same place stands side
 * by side around it. The places depend only on which lines end there and where their elements are,
 * in an order that ids make total: so a line that comes or goes moves those around it and no
 * others.
 *
 * The least movement is found as in isotonic regression: neighbours that would come too near
 * become a group around the mean of what they want (pool adjacent violators; Ayer et al., 1955). */

#define GAP 12.0 /* between two ends */

typedef struct
{
  LijnWire *wire;
  guint end; /* 0: its source's, 1: its target's */
  double wanted, other; /* the middles of its element and of that at the other end */
} End;

/* Of ends that stand side by side. */
typedef struct
{
  guint first, n;
  double sum; /* of where the first end would be if one had its way */
} Group;

static void
note_end (LijnLayout *self, const LijnBox *box)
{
  for (guint i = 0; box->folded && i < self->stale_bands->len; i++)
    if (g_array_index (self->stale_bands, int, i) == box->lane)
      return;
  if (box->folded)
    g_array_append_val (self->stale_bands, box->lane);
}

void
lijn_band_ends_note (LijnLayout *self, const LijnWire *wire)
{
  note_end (self, wire->source);
  note_end (self, wire->target);
}

static void
add_ends (GArray *ends, LijnBox *box)
{
  for (guint i = 0; box->wires != NULL && i < box->wires->len; i++)
    {
      LijnWire *wire = g_ptr_array_index (box->wires, i);
      const LijnBox *far = wire->source == box ? wire->target : wire->source;
      End end = { .wire = wire,
                  .end = wire->source == box ? 0 : 1,
                  .wanted = lijn_rect_center (&box->item.rect).x,
                  .other = lijn_rect_center (&far->item.rect).x };

      g_array_append_val (ends, end);
    }
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const End *one = a, *other = b;

  if (one->wanted < other->wanted || one->wanted > other->wanted)
    return one->wanted < other->wanted ? -1 : 1;
  if (one->other < other->other || one->other > other->other)
    return one->other < other->other ? -1 : 1;
  return strcmp (lijn_object_get_id (LIJN_OBJECT (one->wire->flow)),
                 lijn_object_get_id (LIJN_OBJECT (other->wire->flow)));
}

static double
place_of (const Group *group)
{
  return MAX (group->sum / group->n, LIJN_GROUND_LEFT + GAP);
}

static gboolean
is_too_near (const Group *left, const Group *right)
{
  return place_of (left) + left->n * GAP > place_of (right);
}

static GArray *
group_ends (GArray *ends)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));

  for (guint i = 0; i < ends->len; i++)
    {
      Group group = { i, 1, g_array_index (ends, End, i).wanted };

      while (groups->len > 0 &&
             is_too_near (&g_array_index (groups, Group, groups->len - 1), &group))
        {
          Group left = g_array_index (groups, Group, groups->len - 1);

          left.sum += group.sum - group.n * left.n * GAP;
          left.n += group.n;
          group = left;
          g_array_set_size (groups, groups->len - 1);
        }
      g_array_append_val (groups, group);
    }
  return groups;
}

static void
spread_lane (LijnLayout *self, LijnLane *lane, GHashTable *flows)
{
  GPtrArray *elements = lijn_project_referrers (self->project, LIJN_TABLE_ELEMENT, "lane",
                                                LIJN_OBJECT (lane));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (End));
  g_autoptr (GArray) groups = NULL;

  for (guint i = 0; i < elements->len; i++)
    {
      LijnBox *box = lijn_scene_box (self, g_ptr_array_index (elements, i));

      if (box != NULL && box->folded)
        add_ends (ends, box);
    }
  g_array_sort (ends, compare_ends);
  groups = group_ends (ends);
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);

      for (guint j = 0; j < group->n; j++)
        {
          End *end = &g_array_index (ends, End, group->first + j);
          double *x = &end->wire->band_ends[end->end];
          double place = place_of (group) + j * GAP;

          if (flows != NULL && (place < *x || place > *x))
            g_hash_table_add (flows, end->wire->flow);
          *x = place;
        }
    }
}

void
lijn_band_ends_spread (LijnLayout *self, GHashTable *flows)
{
  for (guint i = 0; i < self->stale_bands->len; i++)
    {
      int lane = g_array_index (self->stale_bands, int, i);

      spread_lane (self, g_array_index (self->lanes, LijnLaneBox, lane).lane, flows);
    }
  g_array_set_size (self->stale_bands, 0);
}

LijnRect
lijn_band_end_rect (const LijnWire *wire, guint end)
{
  LijnRect rect = (end == 0 ? wire->source : wire->target)->item.rect;

  rect.x = wire->band_ends[end] - GAP / 2;
  rect.width = GAP;
  return rect;
}
