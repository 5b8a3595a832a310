/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-scene.h"

#include <math.h>

/* Where on a shape a line may begin or end, and what speaks against it. */

#define CHANNEL 12.0 /* between neighbouring ends */
#define CORNER 12.0 /* kept between a line's end and the corner of a shape */
#define COST_END_TAKEN 90.0
#define COST_SLOPE 40.0 /* beside the tip of a diamond */

const LijnPoint lijn_outward[] = { [LIJN_SIDE_RIGHT] = { 1, 0 },
                                   [LIJN_SIDE_BOTTOM] = { 0, 1 },
                                   [LIJN_SIDE_TOP] = { 0, -1 },
                                   [LIJN_SIDE_LEFT] = { -1, 0 } };
const double lijn_cost_of_leaving[] = {
  [LIJN_SIDE_RIGHT] = 0, [LIJN_SIDE_BOTTOM] = 45, [LIJN_SIDE_TOP] = 45, [LIJN_SIDE_LEFT] = 90
};
const double lijn_cost_of_entering[] = {
  [LIJN_SIDE_RIGHT] = 100, [LIJN_SIDE_BOTTOM] = 45, [LIJN_SIDE_TOP] = 40, [LIJN_SIDE_LEFT] = 0
};

gboolean
lijn_side_is_plumb (LijnSide side)
{
  return side == LIJN_SIDE_TOP || side == LIJN_SIDE_BOTTOM;
}

LijnPoint
lijn_search_middle (const LijnRect *rect, LijnSide side)
{
  LijnPoint center = lijn_rect_center (rect);

  return (LijnPoint){ center.x + lijn_outward[side].x * rect->width / 2,
                      center.y + lijn_outward[side].y * rect->height / 2 };
}

gboolean
lijn_search_has_side (const LijnBox *box, LijnSide side)
{
  return box == NULL || !box->folded || lijn_side_is_plumb (side);
}

static gboolean
is_close (const LijnPoint *a, const LijnPoint *b)
{
  return fabs (a->x - b->x) < LIJN_CLOSE && fabs (a->y - b->y) < LIJN_CLOSE;
}

/* What it costs to end where another line begins or ends. A decision's flows take a side each. */
static double
cost_of_end (LijnSearch *search, LijnBox *box, LijnPoint at, LijnSide side)
{
  double cost = 0;

  if (box != NULL && box->kind == LIJN_ELEMENT_KIND_DECISION)
    at = lijn_path_meet_diamond (&box->item.rect, side, at);
  if (!search->mind_wires || box == NULL || box->wires == NULL)
    return 0;
  for (guint i = 0; i < box->wires->len; i++)
    {
      LijnWire *wire = g_ptr_array_index (box->wires, i);

      if (wire == search->wire || wire->n == 0)
        continue;
      if ((wire->source == box && is_close (&wire->points[0], &at)) ||
          (wire->target == box && is_close (&wire->points[wire->n - 1], &at)))
        cost += COST_END_TAKEN;
    }
  return cost;
}

static void
add_port (LijnSearch *search, GArray *ports, LijnBox *box, LijnPoint at, LijnSide side, double cost,
          gboolean likely)
{
  LijnPort port = { at, side, cost + cost_of_end (search, box, at, side), likely };

  g_array_append_val (ports, port);
}

static int
compare_ports (gconstpointer a, gconstpointer b)
{
  double one = ((const LijnPort *) a)->cost;
  double other = ((const LijnPort *) b)->cost;

  return (one > other) - (one < other);
}

/* Of each side, the cheapest place is likely: the middle, unless that is taken. */
static void
mark_likely (GArray *ports)
{
  for (guint i = 0; i < ports->len; i++)
    {
      LijnPort *port = &g_array_index (ports, LijnPort, i);
      gboolean first = TRUE;

      for (guint j = 0; j < i; j++)
        if (g_array_index (ports, LijnPort, j).side == port->side)
          first = FALSE;
      port->likely = port->likely || first;
    }
}

/* The places on a shape where a line may begin or end: the middle of each side; on a straight side
 * beside it too, and level with the middle of the other shape, so that what is nearly in line gets
 * a straight line; on a diamond half way up its slopes. They lie on the rectangle around the shape;
 * lines are drawn on to the shape when they have been found. */
void
lijn_search_list_ports (LijnSearch *search, gboolean source, GArray *ports)
{
  static const double offsets[] = { -CHANNEL, CHANNEL, -2 * CHANNEL, 2 * CHANNEL };
  const LijnRect *rect = source ? &search->source : &search->target;
  LijnPoint other = lijn_rect_center (source ? &search->target : &search->source);
  LijnBox *box = source ? search->source_box : search->target_box;
  LijnElementKind kind = source ? search->source_kind : search->target_kind;
  gboolean pointed = lijn_kind_is_pointed (kind);
  gboolean diamond = kind == LIJN_ELEMENT_KIND_DECISION && box != NULL;

  for (LijnSide side = LIJN_SIDE_RIGHT; side < LIJN_N_SIDES; side++)
    {
      double cost = (source ? lijn_cost_of_leaving : lijn_cost_of_entering)[side];
      LijnPoint middle = lijn_search_middle (rect, side);
      gboolean plumb = lijn_side_is_plumb (side);
      double half = (plumb ? rect->width : rect->height) / 2 - CORNER;
      double off = plumb ? other.x - middle.x : other.y - middle.y;

      if (!lijn_search_has_side (box, side))
        continue;
      add_port (search, ports, box, middle, side, cost, FALSE);
      for (int way = -1; diamond && way <= 1; way += 2)
        add_port (search, ports, box,
                  plumb ? (LijnPoint){ middle.x + way * rect->width / 4, middle.y }
                        : (LijnPoint){ middle.x, middle.y + way * rect->height / 4 },
                  side, cost + COST_SLOPE, FALSE);
      for (guint i = 0; !pointed && i < G_N_ELEMENTS (offsets); i++)
        if (fabs (offsets[i]) <= half)
          add_port (search, ports, box,
                    plumb ? (LijnPoint){ middle.x + offsets[i], middle.y }
                          : (LijnPoint){ middle.x, middle.y + offsets[i] },
                    side, cost + fabs (offsets[i]), FALSE);
      if (!pointed && fabs (off) > 0.01 && fabs (off) <= half)
        add_port (search, ports, box,
                  plumb ? (LijnPoint){ other.x, middle.y } : (LijnPoint){ middle.x, other.y }, side,
                  cost + fabs (off) / 2, TRUE);
    }
  /* The likely ones first: the others can then be seen to cost more before they are judged. */
  g_array_sort (ports, compare_ports);
  mark_likely (ports);
}
