/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bpmn.h"

#include <math.h>

/* Drawn edges as routes. An edge that runs at right angles, or nearly so, keeps its course: each
 * stretch is put level or upright, and the ends are brought to the edges of the two shapes (many
 * tools draw to the middle). An edge drawn aslant gets no route; it is found one when it is loaded.
 *
 * A course is a list of stretches, level and upright in turn; each is known by one coordinate. */

#define ASLANT 8.0 /* how far a stretch may be off and still count as level or upright */

typedef struct
{
  gboolean level;
  double at; /* y of a level stretch, x of an upright one */
  LijnPoint from, to;
} Stretch;

/* An end of the line: the shape and its place on our map. */
typedef struct
{
  LijnElementKind kind;
  LijnRect rect;
} End;

static End
end_of (const LijnBpmnItem *item)
{
  End end = { item->kind, item->place };

  end.rect.y += item->band != NULL ? item->band->top : 0;
  return end;
}

static GArray *
convert (LijnBpmnMap *map, const LijnBpmnLink *link)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (LijnPoint));

  for (guint i = 0; i < link->edge->n; i++)
    {
      const LijnPoint *drawn = &link->edge->points[i];
      gboolean late = i >= link->edge->n / 2;
      LijnPoint point = {
        (drawn->x - map->left) * map->scale + LIJN_GROUND_LEFT + LIJN_LANE_PADDING,
        lijn_bpmn_map_y (map, drawn->y, late ? link->target->band : link->source->band,
                         late ? link->source->band : link->target->band),
      };

      g_array_append_val (points, point);
    }
  return points;
}

static gboolean
is_inside (const End *end, const LijnPoint *point)
{
  LijnRect inner = lijn_rect_grow (&end->rect, -1);

  return lijn_rect_contains (&inner, point->x, point->y);
}

/* Leaves out what runs inside of the two shapes. */
static void
strip (GArray *points, const End *source, const End *target)
{
  while (points->len > 2 && is_inside (source, &g_array_index (points, LijnPoint, 1)))
    g_array_remove_index (points, 0);
  while (points->len > 2 && is_inside (target, &g_array_index (points, LijnPoint, points->len - 2)))
    g_array_set_size (points, points->len - 1);
}

/* Returns: (transfer full) (nullable): the stretches, or NULL when one is aslant. */
static GArray *
find_stretches (const GArray *points)
{
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));

  for (guint i = 0; i + 1 < points->len; i++)
    {
      Stretch next = { .from = g_array_index (points, LijnPoint, i),
                       .to = g_array_index (points, LijnPoint, i + 1) };
      Stretch *last = stretches->len > 0 ? &g_array_index (stretches, Stretch, stretches->len - 1)
                                         : NULL;
      double dx = fabs (next.to.x - next.from.x), dy = fabs (next.to.y - next.from.y);

      next.level = dx >= dy;
      if (dx < 1 && dy < 1)
        continue;
      if (last != NULL && last->level == next.level)
        last->to = next.to;
      else
        g_array_append_val (stretches, next);
    }
  for (guint i = 0; i < stretches->len; i++)
    {
      Stretch *stretch = &g_array_index (stretches, Stretch, i);
      double from = stretch->level ? stretch->from.y : stretch->from.x;
      double to = stretch->level ? stretch->to.y : stretch->to.x;

      if (fabs (to - from) > ASLANT)
        return NULL;
      stretch->at = i == 0 && stretches->len > 1       ? from
                    : i > 0 && i + 1 == stretches->len ? to
                                                       : (from + to) / 2;
    }
  return stretches->len > 0 ? g_steal_pointer (&stretches) : NULL;
}

/* Whether lines meet the shape in the middle of a side. */
static gboolean
is_pointed (const End *end)
{
  return end->kind == LIJN_ELEMENT_KIND_DECISION || end->kind == LIJN_ELEMENT_KIND_START ||
         end->kind == LIJN_ELEMENT_KIND_END || end->kind == LIJN_ELEMENT_KIND_WAIT;
}

/* Brings a stretch that nearly meets the middle of a shape to it. */
static void
pull_to (Stretch *stretch, const End *end)
{
  LijnPoint center = lijn_rect_center (&end->rect);
  double middle = stretch->level ? center.y : center.x;

  if (fabs (stretch->at - middle) <= ASLANT)
    stretch->at = middle;
}

/* Keeps an end's stretch where it meets the shape. Returns: whether it can. */
static gboolean
hold_to (Stretch *stretch, const End *end)
{
  double start = stretch->level ? end->rect.y : end->rect.x;
  double size = stretch->level ? end->rect.height : end->rect.width;
  double inset = MIN (4, size / 4);

  if (stretch->at < start - ASLANT || stretch->at > start + size + ASLANT)
    return FALSE;
  stretch->at = CLAMP (stretch->at, start + inset, start + size - inset);
  return TRUE;
}

/* Events and decisions have their say last: steps can be met anywhere. */
static gboolean
hold_ends (Stretch *first, const End *source, Stretch *last, const End *target)
{
  for (int pointed = 0; pointed < 2; pointed++)
    {
      if (is_pointed (source) == pointed)
        pull_to (first, source);
      if (is_pointed (target) == pointed)
        pull_to (last, target);
    }
  return hold_to (first, source) && hold_to (last, target) &&
         (first != last || hold_to (first, source));
}

/* Half of how far the shape reaches along a stretch that is @off its middle. */
static double
reach (LijnElementKind kind, double along, double across, double off)
{
  double part = MIN (1, fabs (off) / MAX (across, 1));

  if (kind == LIJN_ELEMENT_KIND_DECISION)
    return along * (1 - part);
  if (kind == LIJN_ELEMENT_KIND_START || kind == LIJN_ELEMENT_KIND_END ||
      kind == LIJN_ELEMENT_KIND_WAIT)
    return along * sqrt (1 - part * part);
  return along;
}

/* Where the stretch meets the shape, on the side of @toward. */
static LijnPoint
dock (const End *end, const Stretch *stretch, const LijnPoint *toward)
{
  LijnPoint center = lijn_rect_center (&end->rect);
  double width = end->rect.width / 2, height = end->rect.height / 2;

  if (stretch->level)
    {
      double out = reach (end->kind, width, height, stretch->at - center.y);

      return (LijnPoint){ center.x + (toward->x >= center.x ? out : -out), stretch->at };
    }
  else
    {
      double out = reach (end->kind, height, width, stretch->at - center.x);

      return (LijnPoint){ stretch->at, center.y + (toward->y >= center.y ? out : -out) };
    }
}

/* Returns: (transfer full) (nullable): the points of the line, right angles only. */
static GArray *
straighten (GArray *points, const End *source, const End *target)
{
  g_autoptr (GArray) stretches = NULL;
  GArray *line;
  LijnPoint point;
  Stretch *first, *last;

  strip (points, source, target);
  stretches = find_stretches (points);
  if (stretches == NULL)
    return NULL;
  first = &g_array_index (stretches, Stretch, 0);
  last = &g_array_index (stretches, Stretch, stretches->len - 1);
  if (!hold_ends (first, source, last, target))
    return NULL;

  line = g_array_new (FALSE, FALSE, sizeof (LijnPoint));
  for (guint i = 0; i + 1 < stretches->len; i++)
    {
      const Stretch *one = &g_array_index (stretches, Stretch, i);
      const Stretch *next = &g_array_index (stretches, Stretch, i + 1);

      point = one->level ? (LijnPoint){ next->at, one->at } : (LijnPoint){ one->at, next->at };
      g_array_append_val (line, point);
    }
  point = line->len > 0 ? g_array_index (line, LijnPoint, 0) : lijn_rect_center (&target->rect);
  point = dock (source, first, &point);
  g_array_prepend_val (line, point);
  point = line->len > 1 ? g_array_index (line, LijnPoint, line->len - 1)
                        : lijn_rect_center (&source->rect);
  point = dock (target, last, &point);
  g_array_append_val (line, point);
  return line;
}

static void
append_number (GString *route, double number)
{
  gint64 tenths = (gint64) round (number * 10);

  if (tenths < 0)
    g_string_append_c (route, '-');
  tenths = ABS (tenths);
  g_string_append_printf (route, "%" G_GINT64_FORMAT, tenths / 10);
  if (tenths % 10 != 0)
    g_string_append_printf (route, ".%d", (int) (tenths % 10));
}

static gboolean
spans (const LijnBpmnBand *band, double y)
{
  return band != NULL && y >= band->top && y <= band->top + band->height;
}

/* Whether a point at @y is told from the source's lane: the one that it lies in; between parties the
 * lower one, so that it stays below the tags when they need more room. */
static gboolean
is_by_source (const LijnBpmnBand *source, const LijnBpmnBand *target, double y, gboolean early)
{
  if (spans (source, y) || spans (target, y))
    return spans (source, y);
  if (source != NULL && target != NULL && source->party != target->party)
    return source->top > target->top;
  return early;
}

/* Returns: (transfer full): the line in the form of lijn-route.h. */
static char *
write_route (const GArray *line, const LijnBpmnBand *source, const LijnBpmnBand *target)
{
  GString *route = g_string_new (NULL);

  for (guint i = 0; i < line->len; i++)
    {
      const LijnPoint *point = &g_array_index (line, LijnPoint, i);
      gboolean by_source = is_by_source (source, target, point->y, i < (line->len + 1) / 2);
      const LijnBpmnBand *band = by_source ? source : target;

      g_string_append (route, i > 0 ? (by_source ? " s" : " t") : (by_source ? "s" : "t"));
      append_number (route, point->x);
      g_string_append_c (route, ',');
      append_number (route, point->y - (band != NULL ? band->top : 0));
    }
  return g_string_free (route, FALSE);
}

void
lijn_bpmn_route (LijnBpmn *self, LijnBpmnMap *map)
{
  for (guint i = 0; i < map->links->len; i++)
    {
      LijnBpmnLink *link = g_ptr_array_index (map->links, i);
      g_autoptr (GArray) points = NULL;
      g_autoptr (GArray) line = NULL;
      End source, target;

      if (link->edge == NULL || !link->source->drawn || !link->target->drawn)
        continue;
      source = end_of (link->source);
      target = end_of (link->target);
      points = convert (map, link);
      line = straighten (points, &source, &target);
      if (line != NULL)
        link->route = write_route (line, link->source->band, link->target->band);
      else
        lijn_bpmn_leave_out (self, "#aslant");
    }
}
