/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bpmn.h"

#include "lijn-place.h"

#include <math.h>

/* From the drawing's coordinates to ours. Across, everything is shifted and, where the drawing's
 * boxes are small for our type, made larger by one factor. Down, each lane is placed by itself: what
 * is in it keeps its distances, and the gap between two pools becomes our line of interaction. */

#define LEAST_MARGIN 12.0
#define UNDER_TAGS                                                                                 \
  (LIJN_LINE_HEIGHT - LIJN_ROPE_TOP - LIJN_TAG_DROP - LIJN_TAG_HEIGHT - 4) /* free, below a rope */
#define LEAST_HEIGHT 72.0 /* of a lane */
#define SMALL_STEP 110.0 /* steps narrower than this are too small for our type */
#define MOST_SCALE 1.5
#define LARGEST 1e6 /* of an element, as the rules have it */

/* How far a shape stays from its lane's edges: as lanes keep it when they grow. */
static double
margin_of (const LijnBpmnItem *item)
{
  return CLAMP ((LIJN_LANE_HEIGHT - item->place.height) / 2, LEAST_MARGIN, LIJN_LANE_PADDING);
}

static int
compare_widths_cb (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

/* As much larger as brings the middle one of the steps' widths to a good size. */
static double
find_scale (const LijnBpmnMap *map)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (double));
  double middle;

  for (guint i = 0; i < map->items->len; i++)
    {
      const LijnBpmnItem *item = g_ptr_array_index (map->items, i);

      if (item->drawn && item->node != NULL && item->kind == LIJN_ELEMENT_KIND_STEP &&
          item->rect.width > 0)
        g_array_append_val (widths, item->rect.width);
    }
  if (widths->len == 0)
    return 1;
  g_array_sort (widths, compare_widths_cb);
  middle = g_array_index (widths, double, widths->len / 2);
  return CLAMP (SMALL_STEP / middle, 1, MOST_SCALE);
}

/* Half of about what a name takes that is written below its shape. */
static double
half_label (const LijnBpmnItem *item)
{
  gboolean outside = item->kind != LIJN_ELEMENT_KIND_STEP && item->kind != LIJN_ELEMENT_KIND_NOTE &&
                     item->kind != LIJN_ELEMENT_KIND_GROUP;

  return outside ? MIN (LIJN_LABEL_WIDTH, 6.0 * (double) g_utf8_strlen (item->name, -1)) / 2 -
                       LIJN_LANE_PADDING / 2
                 : 0;
}

static double
find_left (const LijnBpmnMap *map)
{
  double left = INFINITY;

  for (guint i = 0; i < map->items->len; i++)
    {
      const LijnBpmnItem *item = g_ptr_array_index (map->items, i);

      if (item->drawn)
        left = MIN (left, MIN (item->rect.x,
                               lijn_rect_center (&item->rect).x - half_label (item) / map->scale));
    }
  for (guint i = 0; i < map->links->len; i++)
    {
      const LijnBpmnLink *link = g_ptr_array_index (map->links, i);

      for (guint j = 0; link->edge != NULL && j < link->edge->n; j++)
        left = MIN (left, link->edge->points[j].x);
    }
  return isfinite (left) ? left : 0;
}

static double
round_place (double number)
{
  return round (number * 10) / 10;
}

/* Width and height, and x: the same whatever becomes of the lanes. */
static void
size_item (const LijnBpmnMap *map, LijnBpmnItem *item)
{
  LijnPoint center = lijn_rect_center (&item->rect);
  double width = item->rect.width * map->scale, height = item->rect.height * map->scale;

  if (item->node == NULL || !item->drawn || item->rect.width < 1 || item->rect.height < 1)
    lijn_place_default_size (item->kind, &width, &height);
  item->place.width = CLAMP (round_place (width), 1, LARGEST);
  item->place.height = CLAMP (round_place (height), 1, LARGEST);
  item->place.x = round_place ((center.x - map->left) * map->scale - width / 2 + LIJN_GROUND_LEFT +
                               LIJN_LANE_PADDING);
}

/* Makes room for what is in each lane, which the drawing may have put close to its edge. */
static void
size_bands (LijnBpmnMap *map)
{
  for (guint i = 0; i < map->bands->len; i++)
    {
      LijnBpmnBand *band = g_ptr_array_index (map->bands, i);

      band->height = band->drawn ? band->rect.height * map->scale : LIJN_LANE_HEIGHT;
      band->shift = 0;
    }
  for (guint i = 0; i < map->items->len; i++)
    {
      const LijnBpmnItem *item = g_ptr_array_index (map->items, i);

      if (item->band != NULL && item->drawn && item->band->drawn)
        {
          double middle = (lijn_rect_center (&item->rect).y - item->band->rect.y) * map->scale;

          item->band->shift = MAX (item->band->shift,
                                   margin_of (item) - (middle - item->place.height / 2));
        }
    }
  for (guint i = 0; i < map->items->len; i++)
    {
      LijnBpmnItem *item = g_ptr_array_index (map->items, i);
      LijnBpmnBand *band = item->band;

      if (band == NULL || !item->drawn || !band->drawn)
        continue;
      item->place.y = round_place ((lijn_rect_center (&item->rect).y - band->rect.y) * map->scale +
                                   band->shift - item->place.height / 2);
      band->height = MAX (band->height, item->place.y + item->place.height + margin_of (item));
    }
}

static void
stack_bands (LijnBpmnMap *map)
{
  const LijnBpmnParty *above = NULL;
  double top = 0;

  for (guint i = 0; i < map->bands->len; i++)
    {
      LijnBpmnBand *band = g_ptr_array_index (map->bands, i);

      if (above != NULL && above != band->party)
        top += LIJN_LINE_HEIGHT;
      above = band->party;
      band->height = ceil (MAX (band->height, LEAST_HEIGHT) / LIJN_GRID) * LIJN_GRID;
      band->top = top;
      top += band->height;
    }
}

static gboolean
is_in (const LijnBpmnBand *band, double y)
{
  return band != NULL && band->drawn && y >= band->rect.y && y <= band->rect.y + band->rect.height;
}

static double
y_in (const LijnBpmnMap *map, const LijnBpmnBand *band, double y)
{
  double inside = (y - band->rect.y) * map->scale + band->shift;

  return band->top + CLAMP (inside, 0, band->height);
}

/* Whether @band belongs to the party of one of the two. */
static gboolean
is_of (const LijnBpmnBand *band, const LijnBpmnBand *one, const LijnBpmnBand *other)
{
  return (one != NULL && band->party == one->party) ||
         (other != NULL && band->party == other->party);
}

/* Whether the parties of the two stand next to each other on our map. */
static gboolean
are_neighbours (const LijnBpmnMap *map, const LijnBpmnBand *one, const LijnBpmnBand *other)
{
  if (one == NULL || other == NULL || one->party == other->party)
    return FALSE;
  for (guint i = 0; i + 1 < map->bands->len; i++)
    {
      const LijnBpmnBand *upper = g_ptr_array_index (map->bands, i);
      const LijnBpmnBand *lower = g_ptr_array_index (map->bands, i + 1);

      if (upper->party != lower->party && is_of (upper, one, other) && is_of (lower, one, other))
        return TRUE;
    }
  return FALSE;
}

/* Between lanes, or above or below all of them. What lies between two parties goes under the row of
 * tags that hang from the rope. */
static double
y_outside (const LijnBpmnMap *map, double y, const LijnBpmnBand *near, const LijnBpmnBand *other)
{
  const LijnBpmnBand *above = NULL, *below = NULL;
  double gap, ours;

  for (guint i = 0; i < map->bands->len; i++)
    {
      const LijnBpmnBand *band = g_ptr_array_index (map->bands, i);
      double bottom = band->rect.y + band->rect.height;

      if (!band->drawn || (near != NULL && !is_of (band, near, other)))
        continue;
      if (bottom < y && (above == NULL || bottom > above->rect.y + above->rect.height))
        above = band;
      if (band->rect.y > y && (below == NULL || band->rect.y < below->rect.y))
        below = band;
    }
  if (above == NULL && below == NULL)
    return (y) *map->scale;
  if (above == NULL)
    return below->top - (below->rect.y - y) * map->scale;
  ours = above->top + above->height;
  if (below == NULL)
    return ours + (y - above->rect.y - above->rect.height) * map->scale;
  gap = below->rect.y - above->rect.y - above->rect.height;
  if (above->party != below->party && below->top > ours)
    return below->top - UNDER_TAGS +
           (y - above->rect.y - above->rect.height) / gap * (UNDER_TAGS - LEAST_MARGIN);
  return ours + (y - above->rect.y - above->rect.height) / gap * (below->top - ours);
}

/* Lanes of the two parties come before those of others, which a tool may have drawn over them. */
double
lijn_bpmn_map_y (LijnBpmnMap *map, double y, LijnBpmnBand *near, LijnBpmnBand *other)
{
  if (is_in (near, y))
    return y_in (map, near, y);
  if (is_in (other, y))
    return y_in (map, other, y);
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < map->bands->len; i++)
        {
          const LijnBpmnBand *band = g_ptr_array_index (map->bands, i);

          if ((pass == 1 || is_of (band, near, other)) && is_in (band, y))
            return y_in (map, band, y);
        }
      if (pass == 0 && are_neighbours (map, near, other))
        return y_outside (map, y, near, other);
    }
  return y_outside (map, y, NULL, NULL);
}

void
lijn_bpmn_place (LijnBpmnMap *map)
{
  map->scale = find_scale (map);
  map->left = find_left (map);
  for (guint i = 0; i < map->items->len; i++)
    size_item (map, g_ptr_array_index (map->items, i));
  size_bands (map);
  lijn_bpmn_align (map);
  stack_bands (map);
  for (guint i = 0; i < map->items->len; i++)
    {
      LijnBpmnItem *item = g_ptr_array_index (map->items, i);

      if (item->band == NULL)
        item->place.y = round_place (
            lijn_bpmn_map_y (map, lijn_rect_center (&item->rect).y, NULL, NULL) -
            item->place.height / 2);
    }
}
