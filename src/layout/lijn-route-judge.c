/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-scene.h"

#include <math.h>
#include <string.h>

/* What a line costs: what it runs through, too near by, over or along. Looked up in the grid only
 * where it runs. */

#define CLEAR 8.0 /* kept from other elements */
#define TAG_ROOM 22.0 /* between hand-overs on a line of interaction */
#define PART 1600.0 /* a line is judged in parts of this length */

#define COST_GRAZE 60.0 /* too near by an element */
#define COST_ALONG 80.0 /* on another line, and half a point more for each point along it */
#define COST_LONG 150.0 /* of that half point a point, at most */
#define COST_CROSS 16.0
#define COST_BAND 250.0 /* level inside the band of a line of interaction */
#define COST_STRANGE_LANE 120.0 /* level in a lane of neither end */
#define COST_NEIGHBOUR 20.0 /* hand-overs side by side */

/* Which of the elements in the way is @box itself, or round it (a step inside a frame). */
static gboolean
in_the_way (LijnSearch *search, const LijnGridItem *item)
{
  return item->kind == LIJN_ITEM_BOX && item->owner != search->source_box &&
         item->owner != search->target_box;
}

static gboolean
passes_through (const LijnRect *rect, const LijnPoint *a, const LijnPoint *b)
{
  return MAX (a->x, b->x) > rect->x + 0.5 && MIN (a->x, b->x) < rect->x + rect->width - 0.5 &&
         MAX (a->y, b->y) > rect->y + 0.5 && MIN (a->y, b->y) < rect->y + rect->height - 0.5;
}

static double
judge_against_wire (const LijnGridItem *item, const LijnPoint *a, const LijnPoint *b,
                    gboolean across)
{
  const LijnWire *wire = item->owner;
  const LijnPoint *c = &wire->points[item->index];
  const LijnPoint *d = c + 1;
  gboolean level = fabs (a->y - b->y) < 0.01;
  double apart, overlap;

  if (level != (fabs (c->y - d->y) < 0.01))
    return passes_through (&(LijnRect){ item->rect.x - 1, item->rect.y - 1, item->rect.width + 2,
                                        item->rect.height + 2 },
                           a, b)
               ? COST_CROSS
               : 0;
  apart = level ? fabs (a->y - c->y) : fabs (a->x - c->x);
  overlap =
      level ? MIN (MAX (a->x, b->x), MAX (c->x, d->x)) - MAX (MIN (a->x, b->x), MIN (c->x, d->x))
            : MIN (MAX (a->y, b->y), MAX (c->y, d->y)) - MAX (MIN (a->y, b->y), MIN (c->y, d->y));
  if (overlap <= 0)
    return 0;
  /* On a line of interaction, tags want room beside them. */
  if (apart >= LIJN_CLOSE)
    return !level && across && wire->n_crossings > 0 && apart < TAG_ROOM ? COST_NEIGHBOUR : 0;
  return COST_ALONG + MIN (overlap / 2, COST_LONG);
}

static gboolean
lies_in (LijnSearch *search, const LijnBox *box, double y)
{
  const LijnRect *lane;

  if (box == NULL || box->lane < 0)
    return TRUE;
  lane = &g_array_index (search->layout->lanes, LijnLaneBox, box->lane).rect;
  return y > lane->y && y < lane->y + lane->height;
}

/* A level stretch keeps out of the bands, and had best lie in the source's or target's lane: there
 * it stays among the things it was found among, whatever happens to the lanes between. */
static double
judge_against_bands (LijnSearch *search, const LijnPoint *a, const LijnPoint *b)
{
  GArray *lines = search->layout->line_boxes;

  if (fabs (a->y - b->y) > 0.01)
    return 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const LijnRect *band = &g_array_index (lines, LijnLineBox, i).rect;

      if (a->y > band->y - 4 && a->y < band->y + band->height + 4)
        return COST_BAND;
    }
  return lies_in (search, search->source_box, a->y) || lies_in (search, search->target_box, a->y)
             ? 0
             : COST_STRANGE_LANE;
}

static double
hit_box (LijnSearch *search)
{
  search->n_hits++;
  return LIJN_COST_BOX;
}

static double
judge_against (LijnSearch *search, const LijnGridItem *item, const LijnPoint *a, const LijnPoint *b)
{
  LijnRect wide = lijn_rect_grow (&item->rect, CLEAR - 1);

  if (item->kind == LIJN_ITEM_WIRE && search->mind_wires && item->owner != search->wire &&
      (!search->in_turn || lijn_loose_minds (search->wire, item->owner)))
    return judge_against_wire (item, a, b, search->across);
  if (!in_the_way (search, item))
    return 0;
  if (passes_through (&item->rect, a, b))
    return hit_box (search);
  return passes_through (&wide, a, b) ? COST_GRAZE : 0;
}

/* Whether of the parts of @area it is in @part that @item begins. */
static gboolean
begins_in (const LijnGridItem *item, const LijnRect *area, const LijnRect *part)
{
  double x = MAX (item->rect.x, area->x);
  double y = MAX (item->rect.y, area->y);

  return x >= part->x && y >= part->y &&
         (x < part->x + part->width || part->x + part->width >= area->x + area->width) &&
         (y < part->y + part->height || part->y + part->height >= area->y + area->height);
}

/* Goes along a long stretch in parts, and no farther than it takes to see that it costs more than
 * @most: then @whole is FALSE. */
static double
judge_stretch (LijnSearch *search, const LijnPoint *a, const LijnPoint *b, double most,
               gboolean *whole)
{
  LijnRect area = lijn_rect_around ((LijnPoint[]){ *a, *b }, 2);
  double cost = judge_against_bands (search, a, b);

  /* A line may touch its own shapes only where it begins and ends. */
  if (passes_through (&search->source, a, b))
    cost += hit_box (search);
  if (passes_through (&search->target, a, b))
    cost += hit_box (search);
  area = lijn_rect_grow (&area, search->across ? TAG_ROOM : CLEAR);
  search->seen = lijn_rect_union (&search->seen, &area);
  for (double x = 0; x < area.width; x += PART)
    for (double y = 0; y < area.height; y += PART)
      {
        LijnRect part = { area.x + x, area.y + y, MIN (PART, area.width - x),
                          MIN (PART, area.height - y) };

        if (cost >= most)
          {
            *whole = FALSE;
            return cost;
          }
        g_ptr_array_set_size (search->found, 0);
        lijn_grid_find (search->layout->things, &part, search->found);
        for (guint j = 0; j < search->found->len; j++)
          {
            const LijnGridItem *item = g_ptr_array_index (search->found, j);

            if (begins_in (item, &area, &part))
              cost += judge_against (search, item, a, b);
          }
      }
  *whole = TRUE;
  return cost;
}

static guint
hash_stretch (const LijnPoint *a, const LijnPoint *b)
{
  guint hash = (guint) (gint64) (a->x * 4);

  hash = hash * 31 + (guint) (gint64) (a->y * 4);
  hash = hash * 31 + (guint) (gint64) (b->x * 4);
  hash = hash * 31 + (guint) (gint64) (b->y * 4);
  return (hash ^ (hash >> 11)) % LIJN_N_STRETCHES;
}

/* The lines that are tried have many stretches in common: each is judged once. */
static double
judge_segment (LijnSearch *search, const LijnPoint *a, const LijnPoint *b, double most)
{
  LijnStretch *stretch = &search->stretches[hash_stretch (a, b)];
  guint hits = search->n_hits;

  if (!stretch->judged || memcmp (&stretch->a, a, sizeof *a) != 0 ||
      memcmp (&stretch->b, b, sizeof *b) != 0)
    {
      search->n_hits = 0;
      *stretch = (LijnStretch){ .a = *a, .b = *b };
      stretch->cost = judge_stretch (search, a, b, most, &stretch->judged);
      stretch->hits = search->n_hits;
    }
  search->n_hits = hits + stretch->hits;
  return stretch->cost;
}

/* What @points cost; it stops counting beyond @most. Counts in n_hits the elements run through. */
double
lijn_search_judge (LijnSearch *search, const LijnPoint *points, guint n, double most)
{
  double cost = LIJN_COST_BEND * (n - 2);

  search->n_hits = 0;
  for (guint i = 0; i + 1 < n; i++)
    cost += fabs (points[i + 1].x - points[i].x) + fabs (points[i + 1].y - points[i].y);
  for (guint i = 0; i + 1 < n && cost < most; i++)
    cost += judge_segment (search, &points[i], &points[i + 1], most - cost);
  return cost;
}
