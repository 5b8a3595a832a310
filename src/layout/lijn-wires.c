/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-measure.h"
#include "lijn-route.h"
#include "lijn-scene.h"

#include <math.h>
#include <string.h>

/* The flows' lines. */

#define FAR_OFF 240.0 /* from the shape: an end that is farther off is not put right */

static void
join (LijnBox *box, LijnWire *wire)
{
  if (box->wires == NULL)
    box->wires = g_ptr_array_new ();
  g_ptr_array_add (box->wires, wire);
}

LijnWire *
lijn_wire_new (LijnLayout *self, LijnFlow *flow)
{
  LijnBox *source = lijn_scene_box (self, lijn_flow_get_source (flow));
  LijnBox *target = lijn_scene_box (self, lijn_flow_get_target (flow));
  LijnWire *wire;

  if (source == NULL || target == NULL || (source->folded && source->lane == target->lane))
    return NULL;
  wire = g_new0 (LijnWire, 1);
  wire->flow = g_object_ref (flow);
  wire->source = source;
  wire->target = target;
  wire->watch.owner = wire;
  wire->watch.kind = LIJN_ITEM_WIRE;
  join (source, wire);
  if (target != source)
    join (target, wire);
  lijn_scene_keep (self->wires, flow, wire);
  lijn_band_ends_note (self, wire);
  return wire;
}

void
lijn_wire_free (gpointer data)
{
  LijnWire *wire = data;

  g_clear_pointer (&wire->name, lijn_mark_free);
  g_free (wire->points);
  g_free (wire->items);
  g_free (wire->crossings);
  g_object_unref (wire->flow);
  g_free (wire);
}

/* Takes the line itself off the scene; what it is called stays where it is. */
static void
unlay (LijnLayout *self, LijnWire *wire)
{
  if (wire->around.x + wire->around.width >= self->content_right)
    self->content_right_stale = TRUE;
  for (guint i = 0; i + 1 < wire->n; i++)
    lijn_scene_remove (self, &wire->items[i]);
  lijn_grid_remove (self->watches, &wire->watch);
  for (guint i = 0; i < wire->n_crossings; i++)
    {
      LijnLine *line = g_ptr_array_index (self->lines, wire->crossings[i].line);

      lijn_scene_remove (self, &wire->crossings[i].item);
      g_ptr_array_remove_fast (line->wires, wire);
      line->stale = TRUE;
    }
  if (wire->bends_in_band)
    self->n_bend_in_band--;
  wire->bends_in_band = FALSE;
  g_clear_pointer (&wire->points, g_free);
  g_clear_pointer (&wire->items, g_free);
  g_clear_pointer (&wire->crossings, g_free);
  wire->n = wire->n_crossings = 0;
  wire->interface = NULL;
}

void
lijn_wire_take (LijnLayout *self, LijnWire *wire)
{
  unlay (self, wire);
  lijn_loose_forget (self, wire);
  lijn_band_ends_note (self, wire);
  if (wire->name != NULL)
    lijn_mark_take (self, wire->name);
  g_ptr_array_remove_fast (wire->source->wires, wire);
  if (wire->target != wire->source)
    g_ptr_array_remove_fast (wire->target->wires, wire);
}

/* Whether putting right left the line where it was from left to right. */
static gboolean
same_columns (GArray *path, const LijnPoint *points, guint n)
{
  if (path->len != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (fabs (g_array_index (path, LijnPoint, i).x - points[i].x) > 0.01)
      return FALSE;
  return TRUE;
}

/* How far @end is from the shape that it should touch. */
static double
distance_off (const LijnRect *rect, const LijnPoint *end)
{
  double dx = MAX (MAX (rect->x - end->x, end->x - rect->x - rect->width), 0);
  double dy = MAX (MAX (rect->y - end->y, end->y - rect->y - rect->height), 0);

  return dx + dy;
}

/* A line as it is to be laid. */
typedef struct
{
  LijnPoint *points;
  guint n;
  gboolean changed; /* put right so that it lies elsewhere from left to right */
} LijnCourse;

static gboolean
read_stored (LijnLayout *self, LijnWire *wire, LijnCourse *course)
{
  LijnElement *source = wire->source->element;
  LijnElement *target = wire->target->element;
  g_autoptr (GArray) path = NULL;
  g_autofree LijnPoint *points = NULL;
  guint n;

  points = lijn_route_read (lijn_flow_get_route (wire->flow),
                            lijn_bands_top (self, wire->source->lane),
                            lijn_bands_top (self, wire->target->lane), &n);
  /* What it joined has gone elsewhere: its bends say nothing any more. */
  if (points == NULL || distance_off (&wire->source->item.rect, &points[0]) > FAR_OFF ||
      distance_off (&wire->target->item.rect, &points[n - 1]) > FAR_OFF)
    return FALSE;
  path = g_array_sized_new (FALSE, FALSE, sizeof (LijnPoint), n + 2);
  g_array_append_vals (path, points, n);
  lijn_path_put_right (path, &wire->source->item.rect, lijn_element_get_kind (source),
                       &wire->target->item.rect, lijn_element_get_kind (target));
  if (path->len < 2)
    return FALSE;
  course->changed = !same_columns (path, points, n);
  course->n = path->len;
  course->points = g_memdup2 (path->data, path->len * sizeof (LijnPoint));
  return TRUE;
}

static LijnPoint
meet (LijnWire *wire, double y)
{
  for (guint i = 0; i + 1 < wire->n; i++)
    {
      const LijnPoint *a = &wire->points[i];
      const LijnPoint *b = &wire->points[i + 1];

      if (MIN (a->y, b->y) <= y && MAX (a->y, b->y) >= y)
        return (LijnPoint){ a->x, y };
    }
  return (LijnPoint){ (wire->points[0].x + wire->points[wire->n - 1].x) / 2, y };
}

static gboolean
has_bend_in (const LijnWire *wire, const LijnRect *band)
{
  for (guint i = 0; i < wire->n; i++)
    if (wire->points[i].y > band->y && wire->points[i].y < band->y + band->height)
      return TRUE;
  return FALSE;
}

/* Found lines, and those that were put right, count as bending there: they may at another height.
 */
static void
find_crossings (LijnLayout *self, LijnWire *wire)
{
  int from = lijn_bands_party (self, wire->source->lane);
  int to = lijn_bands_party (self, wire->target->lane);
  int step = from < to ? 1 : -1;

  if (from < 0 || to < 0 || from == to)
    {
      wire->bends_in_band = FALSE;
      return;
    }
  wire->n_crossings = (guint) ABS (to - from);
  wire->crossings = g_new0 (LijnCrossing, wire->n_crossings);
  for (guint i = 0; i < wire->n_crossings; i++)
    {
      guint index = (guint) (step > 0 ? from + (int) i : from - 1 - (int) i);
      LijnLine *line = g_ptr_array_index (self->lines, index);
      const LijnLineBox *box = &g_array_index (self->line_boxes, LijnLineBox, index);

      wire->crossings[i].line = index;
      wire->crossings[i].at = meet (wire, box->rope);
      if (has_bend_in (wire, &box->rect))
        wire->bends_in_band = TRUE;
      g_ptr_array_add (line->wires, wire);
      line->stale = TRUE;
    }
  if (wire->bends_in_band)
    self->n_bend_in_band++;
}

static void
show (LijnLayout *self, LijnWire *wire)
{
  wire->items = g_new0 (LijnGridItem, wire->n - 1);
  for (guint i = 0; i + 1 < wire->n; i++)
    {
      wire->items[i].rect = lijn_rect_around (&wire->points[i], 2);
      wire->items[i].owner = wire;
      wire->items[i].kind = LIJN_ITEM_WIRE;
      wire->items[i].index = i;
      lijn_scene_add (self, &wire->items[i]);
    }
  wire->around = lijn_rect_around (wire->points, wire->n);
  self->content_right = MAX (self->content_right, wire->around.x + wire->around.width);
}

static void
set_name (LijnLayout *self, LijnWire *wire)
{
  const char *name = lijn_flow_get_name (wire->flow);

  if (*name == '\0')
    {
      if (wire->name != NULL)
        lijn_mark_take (self, wire->name);
      g_clear_pointer (&wire->name, lijn_mark_free);
      return;
    }
  if (wire->name == NULL)
    {
      wire->name = lijn_mark_new (LIJN_MARK_FLOW_NAME, wire->flow);
      wire->name->wire = wire;
    }
  lijn_measure (LIJN_TYPE_LABEL, name, LIJN_FLOW_LABEL_WIDTH, LIJN_LABEL_LINES, &wire->name->width,
                &wire->name->height);
  lijn_mark_queue (self, wire->name);
}

static gboolean
is_as_laid (const LijnWire *wire, const LijnPoint *points, guint n, gboolean loose)
{
  return wire->n == n && wire->watch.added == loose &&
         memcmp (wire->points, points, n * sizeof *points) == 0 &&
         wire->interface == lijn_flow_get_interface (wire->flow);
}

gboolean
lijn_wire_set_points (LijnLayout *self, LijnWire *wire, LijnPoint *points, guint n,
                      gboolean may_differ)
{
  if (is_as_laid (wire, points, n, wire->loose))
    {
      g_free (points);
      if (self->settling)
        lijn_scene_damage (self, &wire->around);
      return FALSE;
    }
  unlay (self, wire);
  wire->points = points;
  wire->n = n;
  wire->bends_in_band = may_differ;
  wire->interface = lijn_flow_get_interface (wire->flow);
  find_crossings (self, wire);
  show (self, wire);
  return TRUE;
}

void
lijn_wire_lay (LijnLayout *self, LijnWire *wire)
{
  LijnCourse course = { 0 };

  self->n_updates++;
  /* As stored, it is for lanes that are open. */
  wire->loose = lijn_bands_any_collapsed (self, wire->source->lane, wire->target->lane) ||
                !read_stored (self, wire, &course);
  if (wire->loose)
    lijn_loose_queue (self, wire);
  else
    lijn_wire_set_points (self, wire, course.points, course.n, course.changed);
  set_name (self, wire);
}
