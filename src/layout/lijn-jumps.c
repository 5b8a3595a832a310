/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-scene.h"

#include <math.h>

/* Where level lines are crossed by plumb ones, so that they can be drawn as going over them. Nothing
 * is kept: what lies along a stretch is found in the grid, and whatever changes there makes the
 * lines that cross there look different, for they touch. */

#define FROM_END 14.0 /* no jump nearer to a bend or end, where it could not be told from it */
#define PAST 3.0 /* that a line must go on past another to cross it */

static gboolean
is_solid (const LijnWire *wire)
{
  return lijn_flow_get_kind (wire->flow) != LIJN_FLOW_KIND_ASSOCIATION;
}

static gboolean
crosses (const LijnGridItem *item, double left, double right, double y)
{
  const LijnRect *rect = &item->rect;

  return item->kind == LIJN_ITEM_WIRE && is_solid (item->owner) && rect->width < 0.01 &&
         rect->x > left && rect->x < right && rect->y < y - PAST &&
         rect->y + rect->height > y + PAST;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

void
lijn_layout_find_jumps (LijnLayout *self, LijnFlow *flow, guint segment, GArray *jumps)
{
  LijnWire *wire = lijn_scene_wire (self, flow);
  g_autoptr (GPtrArray) found = NULL;
  LijnRect rect;

  g_array_set_size (jumps, 0);
  if (wire == NULL || segment + 1 >= wire->n || !is_solid (wire))
    return;
  rect = wire->items[segment].rect;
  if (rect.height > 0.01 || rect.width <= 2 * FROM_END)
    return;
  found = g_ptr_array_new ();
  lijn_grid_find (self->things, &rect, found);
  for (guint i = 0; i < found->len; i++)
    {
      const LijnGridItem *item = g_ptr_array_index (found, i);

      if (crosses (item, rect.x + FROM_END, rect.x + rect.width - FROM_END, rect.y))
        g_array_append_val (jumps, item->rect.x);
    }
  g_array_sort (jumps, compare);
}
