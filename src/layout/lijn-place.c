/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-place.h"
#include "lijn-scene.h"

#include <math.h>

/* Where a new element goes. Time runs to the right, so it goes right of the one before it; into
 * another party's lane it goes straight across, when that is free, so that the hand-over is short.
 */

#define START_LEFT 100.0 /* of the first element in a lane */
#define ROW_GAP 28.0 /* between elements above each other */
#define BESIDE 40.0 /* kept free on both sides, hardly less than the usual gap */
#define ABOVE 20.0 /* and above and below */
#define PAST_LINE 20.0
#define APART 12.0 /* from what lies beside a place that was chosen by hand */
#define FARTHEST 400.0 /* that it is looked for from there */
#define FARTHEST_TOGETHER 4000.0 /* for several things */
#define MOST_TRIES 200
#define TALL_LANE 168.0 /* in a lane up to this high, things begin in its middle */

void
lijn_place_default_size (LijnElementKind kind, double *width, double *height)
{
  static const struct
  {
    double width, height;
  } sizes[] = {
    [LIJN_ELEMENT_KIND_STEP] = { LIJN_STEP_WIDTH, LIJN_STEP_HEIGHT },
    [LIJN_ELEMENT_KIND_START] = { LIJN_EVENT_SIZE, LIJN_EVENT_SIZE },
    [LIJN_ELEMENT_KIND_END] = { LIJN_EVENT_SIZE, LIJN_EVENT_SIZE },
    [LIJN_ELEMENT_KIND_WAIT] = { LIJN_WAIT_SIZE, LIJN_WAIT_SIZE },
    [LIJN_ELEMENT_KIND_DECISION] = { LIJN_DECISION_WIDTH, LIJN_DECISION_HEIGHT },
    [LIJN_ELEMENT_KIND_DOCUMENT] = { LIJN_DOCUMENT_WIDTH, LIJN_DOCUMENT_HEIGHT },
    [LIJN_ELEMENT_KIND_NOTE] = { LIJN_NOTE_WIDTH, LIJN_NOTE_HEIGHT },
    [LIJN_ELEMENT_KIND_GROUP] = { 2 * LIJN_STEP_WIDTH + LIJN_GAP + 2 * LIJN_LANE_PADDING,
                                  LIJN_STEP_HEIGHT + 2 * LIJN_LANE_PADDING },
  };

  *width = sizes[kind].width;
  *height = sizes[kind].height;
}

/* What an element is to be placed in. */
typedef struct
{
  LijnLayout *layout;
  LijnBox *after; /* (nullable) */
  LijnRect lane; /* as it is; it can grow downwards */
} LijnPlacing;

/* Returns: (nullable): what lies in or too near @rect: an element, or a line that does not hang on
 * the one before. The one that reaches farthest to the right. What lies in the lanes below is not
 * in the way: they move down when this one grows. */
static const LijnGridItem *
find_obstacle (LijnPlacing *placing, const LijnRect *rect)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  LijnRect near = { rect->x - BESIDE, rect->y - ABOVE, rect->width + 2 * BESIDE,
                    rect->height + 2 * ABOVE };
  double bottom = placing->lane.y + placing->lane.height;
  const LijnGridItem *farthest = NULL;

  near.y = MIN (near.y, bottom - 1);
  near.height = MIN (near.height, bottom - near.y);
  lijn_grid_find (placing->layout->things, &near, found);
  for (guint i = 0; i < found->len; i++)
    {
      const LijnGridItem *item = g_ptr_array_index (found, i);
      const LijnWire *wire = item->owner;
      gboolean blocks = item->kind == LIJN_ITEM_BOX && item->owner != placing->after;

      if (item->kind == LIJN_ITEM_WIRE && wire->source != placing->after &&
          wire->target != placing->after)
        blocks = item->rect.x > rect->x - 1 && item->rect.x < rect->x + rect->width + 1 &&
                 item->rect.width < 1;
      if (blocks && (farthest == NULL ||
                     item->rect.x + item->rect.width > farthest->rect.x + farthest->rect.width))
        farthest = item;
    }
  return farthest;
}

static double
on_grid (double at)
{
  return round (at / LIJN_GRID) * LIJN_GRID;
}

/* Moves @rect to the right until it is clear. */
static void
clear_to_the_right (LijnPlacing *placing, LijnRect *rect)
{
  for (int i = 0; i < MOST_TRIES; i++)
    {
      const LijnGridItem *item = find_obstacle (placing, rect);
      double right = item != NULL ? item->rect.x + item->rect.width : 0;

      if (item == NULL)
        return;
      rect->x = ceil ((right + (item->kind == LIJN_ITEM_BOX ? LIJN_GAP : PAST_LINE)) / LIJN_GRID) *
                LIJN_GRID;
    }
}

/* A second way out of @after: where the first one goes right, it goes below or above that. */
static gboolean
try_beside (LijnPlacing *placing, LijnRect *rect)
{
  double step = LIJN_STEP_HEIGHT + ROW_GAP;
  double ways[] = { step, -step, 2 * step };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      LijnRect place = *rect;

      place.y += ways[i];
      if (place.y - placing->lane.y >= ROW_GAP / 2 && find_obstacle (placing, &place) == NULL)
        {
          *rect = place;
          return TRUE;
        }
    }
  return FALSE;
}

/* The height at which things lie in a lane: that of the one nearest to @x, else the middle. */
static double
find_level (LijnLayout *layout, LijnLane *lane, double x, double *right)
{
  GPtrArray *elements = lijn_project_referrers (layout->project, LIJN_TABLE_ELEMENT, "lane",
                                                LIJN_OBJECT (lane));
  const LijnLaneBox *box = lijn_layout_find_lane (layout, lane);
  double height = box != NULL ? box->rect.height : LIJN_LANE_HEIGHT;
  double level = height <= TALL_LANE ? height / 2 : LIJN_LANE_PADDING + LIJN_STEP_HEIGHT / 2;
  double nearest = G_MAXDOUBLE;

  *right = -G_MAXDOUBLE;
  for (guint i = 0; i < elements->len; i++)
    {
      LijnElement *element = elements->pdata[i];
      LijnElementKind kind = lijn_element_get_kind (element);
      double off = fabs (lijn_element_get_x (element) - x);

      if (kind == LIJN_ELEMENT_KIND_GROUP || kind == LIJN_ELEMENT_KIND_NOTE)
        continue;
      *right = MAX (*right, lijn_element_get_x (element) + lijn_element_get_width (element));
      if (off < nearest)
        {
          nearest = off;
          level = lijn_element_get_y (element) + lijn_element_get_height (element) / 2;
        }
    }
  return level;
}

static void
place_in_same_lane (LijnPlacing *placing, LijnRect *rect)
{
  const LijnRect *before = &placing->after->item.rect;

  rect->x = on_grid (before->x + before->width + LIJN_GAP);
  rect->y = before->y + (before->height - rect->height) / 2;
  if (find_obstacle (placing, rect) != NULL && !try_beside (placing, rect))
    clear_to_the_right (placing, rect);
}

/* Straight across, or as far aside as leaves the hand-over a straight line. */
static gboolean
try_across (LijnPlacing *placing, LijnRect *rect, gboolean pointed)
{
  const LijnRect *before = &placing->after->item.rect;
  double middle = before->x + (before->width - rect->width) / 2;
  double most = pointed ? 0 : rect->width / 2 - LIJN_STUB;

  for (double off = 0; off <= most; off += 2 * LIJN_GRID)
    for (int way = 1; way >= -1; way -= 2)
      {
        rect->x = middle + way * off;
        if (rect->x >= START_LEFT && find_obstacle (placing, rect) == NULL)
          return TRUE;
      }
  return FALSE;
}

static void
place_in_other_lane (LijnPlacing *placing, LijnLane *lane, LijnElementKind kind, LijnRect *rect)
{
  const LijnRect *before = &placing->after->item.rect;

  if (lijn_element_get_party (placing->after->element) != lijn_lane_get_party (lane) &&
      try_across (placing, rect, lijn_kind_is_pointed (kind)))
    return;
  rect->x = on_grid (before->x + before->width + LIJN_GAP);
  clear_to_the_right (placing, rect);
}

void
lijn_place_after (LijnLayout *layout, LijnElement *after, LijnLane *lane, LijnElementKind kind,
                  double *x, double *y)
{
  const LijnLaneBox *box = lijn_layout_find_lane (layout, lane);
  LijnPlacing placing = { layout, lijn_scene_box (layout, after), { 0, 0, 0, LIJN_LANE_HEIGHT } };
  LijnRect rect = { START_LEFT, 0, 0, 0 };
  double level, right;

  if (box != NULL)
    placing.lane = box->rect;
  lijn_place_default_size (kind, &rect.width, &rect.height);
  level = find_level (layout, lane, placing.after != NULL ? placing.after->item.rect.x : 1e9,
                      &right);
  rect.y = placing.lane.y + level - rect.height / 2;
  if (placing.after != NULL && lijn_element_get_lane (after) == lane)
    place_in_same_lane (&placing, &rect);
  else if (placing.after != NULL)
    place_in_other_lane (&placing, lane, kind, &rect);
  else
    {
      rect.x = right > 0 ? on_grid (right + LIJN_GAP) : START_LEFT;
      clear_to_the_right (&placing, &rect);
    }
  *x = rect.x;
  *y = rect.y - placing.lane.y;
}

/* What lies in the lanes below @box (nullable) is not in the way: they move down. */
static gboolean
is_clear (LijnLayout *layout, const LijnLaneBox *box, const LijnRect *rect)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  LijnRect near = lijn_rect_grow (rect, APART - 0.1);

  if (box != NULL)
    near.height = MIN (near.height, MAX (box->rect.y + box->rect.height - 1 - near.y, 0));
  lijn_grid_find (layout->things, &near, found);
  for (guint i = 0; i < found->len; i++)
    if (((LijnGridItem *) g_ptr_array_index (found, i))->kind == LIJN_ITEM_BOX)
      return FALSE;
  return TRUE;
}

void
lijn_place_clear (LijnLayout *layout, LijnLane *lane, LijnRect *rect)
{
  static const LijnPoint ways[] = { { 1, 0 }, { 0, 1 }, { 0, -1 }, { -1, 0 } };
  const LijnLaneBox *box = lijn_layout_find_lane (layout, lane);

  for (double off = 0; off <= FARTHEST && box != NULL; off += LIJN_GRID)
    for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
      {
        LijnRect place = *rect;

        place.x += off * ways[i].x;
        place.y += off * ways[i].y;
        if (off > 0 && (place.x < box->header.x + box->header.width || place.y < box->rect.y))
          continue;
        if (is_clear (layout, box, &place))
          {
            *rect = place;
            return;
          }
      }
}

LijnPoint
lijn_place_clear_all (LijnLayout *layout, LijnLane *const *lanes, const LijnRect *rects, guint n)
{
  for (double off = 0; off <= FARTHEST_TOGETHER; off += LIJN_GRID)
    for (guint way = 0; way < 2; way++)
      {
        LijnPoint by = { way == 1 ? off : 0, way == 0 ? off : 0 };
        gboolean clear = TRUE;

        for (guint i = 0; i < n && clear; i++)
          {
            LijnRect place = rects[i];

            place.x += by.x;
            place.y += by.y;
            clear = is_clear (layout, lijn_layout_find_lane (layout, lanes[i]), &place);
          }
        if (clear)
          return by;
      }
  return (LijnPoint){ 0, 0 };
}
