/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "layout-measure.h"

#include <math.h>

#define SHARED 15.0 /* points on which lines with a common end may lie on each other */

/* Something that covers a place, and what it may lie on. */
typedef struct
{
  const char *what;
  LijnRect rect;
  LijnObject *object, *on;
  gboolean reads; /* is spoilt by a line under it */
} Cover;

static GPtrArray *
members (LijnLayout *layout, LijnTable table)
{
  LijnObject *map = LIJN_OBJECT (lijn_layout_get_map (layout));

  return lijn_project_referrers (lijn_object_get_project (map), table, "map", map);
}

static void
add (GArray *covers, gboolean there, const char *what, const LijnRect *rect, gpointer object,
     gpointer on, gboolean reads)
{
  Cover cover = { what, *rect, object, on, reads };

  if (there && rect->width > 0 && rect->height > 0)
    g_array_append_val (covers, cover);
}

static void
add_elements (LijnLayout *layout, GArray *covers)
{
  GPtrArray *elements = members (layout, LIJN_TABLE_ELEMENT);

  for (guint i = 0; i < elements->len; i++)
    {
      LijnElement *element = elements->pdata[i];
      LijnRect rect;

      add (covers,
           lijn_element_get_kind (element) != LIJN_ELEMENT_KIND_GROUP &&
               lijn_layout_get_element_rect (layout, element, &rect),
           "element", &rect, element, NULL, FALSE);
      add (covers, lijn_layout_get_element_label (layout, element, &rect), "name", &rect, element,
           NULL, TRUE);
      add (covers, lijn_layout_get_element_time (layout, element, &rect), "time", &rect, element,
           NULL, TRUE);
    }
}

static void
add_flows (LijnLayout *layout, GArray *covers)
{
  GPtrArray *flows = members (layout, LIJN_TABLE_FLOW);
  GPtrArray *interfaces = members (layout, LIJN_TABLE_INTERFACE);
  LijnRect rect;
  LijnPoint point;

  for (guint i = 0; i < flows->len; i++)
    {
      add (covers, lijn_layout_get_flow_label (layout, flows->pdata[i], &rect), "flow's name",
           &rect, flows->pdata[i], NULL, TRUE);
      for (guint j = 0; lijn_layout_get_crossing (layout, flows->pdata[i], j, &point); j++)
        add (covers, lijn_layout_get_small_tag (layout, flows->pdata[i], j, &rect), "small tag",
             &rect, flows->pdata[i], NULL, FALSE);
    }
  for (guint i = 0; i < interfaces->len; i++)
    add (covers, lijn_layout_get_tag (layout, interfaces->pdata[i], &rect), "tag", &rect,
         interfaces->pdata[i], NULL, FALSE);
}

static void
add_pins (LijnLayout *layout, GArray *covers)
{
  LijnMap *map = lijn_layout_get_map (layout);
  GListModel *frictions = lijn_project_list (lijn_object_get_project (LIJN_OBJECT (map)),
                                             LIJN_TABLE_FRICTION);

  for (guint i = 0; i < g_list_model_get_n_items (frictions); i++)
    {
      g_autoptr (LijnFriction) friction = g_list_model_get_item (frictions, i);
      LijnObject *on = LIJN_OBJECT (lijn_friction_get_element (friction));
      LijnPoint tip;
      LijnRect rect;
      double size;

      if (!lijn_layout_get_pin (layout, friction, &tip, &size))
        continue;
      rect = lijn_pin_rect (&tip, size);
      add (covers, TRUE, "pin", &rect, friction, on, FALSE);
    }
}

/* A pin may lie on what it is about; pins at one thing stand close together. */
static gboolean
may_touch (const Cover *a, const Cover *b)
{
  if (a->on != NULL && (a->on == b->object || a->on == b->on))
    return TRUE;
  return b->on != NULL && b->on == a->object;
}

static void
count_overlaps (LayoutMeasure *measure, const GArray *covers, gboolean report)
{
  for (guint i = 0; i < covers->len; i++)
    for (guint j = i + 1; j < covers->len; j++)
      {
        const Cover *a = &g_array_index (covers, Cover, i);
        const Cover *b = &g_array_index (covers, Cover, j);
        LijnRect inner = lijn_rect_grow (&a->rect, -0.5);

        if (!lijn_rect_intersects (&inner, &b->rect) || may_touch (a, b))
          continue;
        measure->overlaps++;
        if (report)
          g_test_message ("%s of “%s” (%g,%g %gx%g) covers %s of “%s” (%g,%g %gx%g)", a->what,
                          lijn_object_get_name (a->object), a->rect.x, a->rect.y, a->rect.width,
                          a->rect.height, b->what, lijn_object_get_name (b->object), b->rect.x,
                          b->rect.y, b->rect.width, b->rect.height);
      }
}

static gboolean
runs_over (const LayoutLine *line, const LijnRect *rect)
{
  LijnRect inside = lijn_rect_grow (rect, -0.6);

  for (guint i = 0; i + 1 < line->n; i++)
    {
      LijnRect stretch = lijn_rect_around (&line->points[i], 2);

      stretch = lijn_rect_grow (&stretch, 0.01);
      if (lijn_rect_intersects (&stretch, &inside))
        return TRUE;
    }
  return FALSE;
}

static void
count_covered (LayoutMeasure *measure, const GArray *covers, const LayoutLine *lines, guint n,
               gboolean report)
{
  for (guint i = 0; i < covers->len; i++)
    {
      const Cover *cover = &g_array_index (covers, Cover, i);
      gboolean element = cover->reads == FALSE && cover->on == NULL && cover->what[0] == 'e';

      for (guint j = 0; j < n; j++)
        {
          if (!runs_over (&lines[j], &cover->rect))
            continue;
          /* A diamond is met inside the rectangle around it. */
          if (element && lines[j].source != cover->object && lines[j].target != cover->object)
            measure->through++;
          else if (cover->reads)
            measure->covered++;
          else
            continue;
          if (report)
            g_test_message ("a line (%g,%g …) runs over %s of “%s”", lines[j].points[0].x,
                            lines[j].points[0].y, cover->what,
                            lijn_object_get_name (cover->object));
        }
    }
}

static gboolean
is_level (const LijnPoint *a)
{
  return fabs (a[0].y - a[1].y) < 0.01;
}

static gboolean
cross (const LijnPoint *level, const LijnPoint *plumb)
{
  double y = level[0].y;
  double x = plumb[0].x;

  return x > MIN (level[0].x, level[1].x) + 0.5 && x < MAX (level[0].x, level[1].x) - 0.5 &&
         y > MIN (plumb[0].y, plumb[1].y) + 0.5 && y < MAX (plumb[0].y, plumb[1].y) - 0.5;
}

static double
shared (const LijnPoint *a, const LijnPoint *b, gboolean level)
{
  if (fabs (level ? a[0].y - b[0].y : a[0].x - b[0].x) > 1.5)
    return 0;
  return level ? MIN (MAX (a[0].x, a[1].x), MAX (b[0].x, b[1].x)) -
                     MAX (MIN (a[0].x, a[1].x), MIN (b[0].x, b[1].x))
               : MIN (MAX (a[0].y, a[1].y), MAX (b[0].y, b[1].y)) -
                     MAX (MIN (a[0].y, a[1].y), MIN (b[0].y, b[1].y));
}

static void
compare_lines (LayoutMeasure *measure, const LayoutLine *a, const LayoutLine *b)
{
  double along = 0;

  for (guint i = 0; i + 1 < a->n; i++)
    for (guint j = 0; j + 1 < b->n; j++)
      {
        gboolean level = is_level (&a->points[i]);

        if (level == is_level (&b->points[j]))
          along = MAX (along, shared (&a->points[i], &b->points[j], level));
        else if (level ? cross (&a->points[i], &b->points[j])
                       : cross (&b->points[j], &a->points[i]))
          measure->crossings++;
      }
  if (along > SHARED)
    measure->along++;
}

void
layout_measure_lines (LayoutMeasure *measure, const LayoutLine *lines, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      measure->flows++;
      measure->bends += lines[i].n > 2 ? lines[i].n - 2 : 0;
      for (guint j = 0; j + 1 < lines[i].n; j++)
        measure->length += fabs (lines[i].points[j].x - lines[i].points[j + 1].x) +
                           fabs (lines[i].points[j].y - lines[i].points[j + 1].y);
      for (guint j = i + 1; j < n; j++)
        compare_lines (measure, &lines[i], &lines[j]);
    }
}

LayoutMeasure
layout_measure (LijnLayout *layout, gboolean report)
{
  LayoutMeasure measure = { 0 };
  GPtrArray *flows = members (layout, LIJN_TABLE_FLOW);
  g_autofree LayoutLine *lines = g_new0 (LayoutLine, flows->len + 1);
  g_autoptr (GArray) covers = g_array_new (FALSE, FALSE, sizeof (Cover));
  LijnRect bounds = lijn_layout_get_bounds (layout);
  guint n = 0;

  for (guint i = 0; i < flows->len; i++)
    {
      const LijnPoint *points = lijn_layout_get_flow_points (layout, flows->pdata[i], &lines[n].n);

      if (points == NULL)
        continue;
      lines[n].points = (LijnPoint *) (guintptr) points;
      lines[n].source = lijn_flow_get_source (flows->pdata[i]);
      lines[n++].target = lijn_flow_get_target (flows->pdata[i]);
    }
  measure.elements = members (layout, LIJN_TABLE_ELEMENT)->len;
  measure.width = bounds.width;
  measure.height = bounds.height;
  layout_measure_lines (&measure, lines, n);
  add_elements (layout, covers);
  add_flows (layout, covers);
  add_pins (layout, covers);
  count_overlaps (&measure, covers, report);
  count_covered (&measure, covers, lines, n, report);
  return measure;
}
