/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-route.h"
#include "lijn-scene.h"
#include "lijn-text.h"

#include <math.h>

/* Routes as others see them: found, and in the file's form. The search is in lijn-route-search.c.
 */

#define MOST_POINTS 1000 /* more is no route of ours, nor of any person */

char *
lijn_route_find (LijnLayout *layout, LijnFlow *flow)
{
  g_autofree LijnPoint *points = NULL;
  LijnSearch search;
  guint n;

  if (!lijn_search_prepare (&search, layout, flow))
    return g_strdup ("");
  points = lijn_search_run (&search, &n);
  return lijn_route_write (layout, flow, points, n);
}

/* The element that covers exactly @rect, if there is one. */
static LijnBox *
box_at (LijnLayout *layout, const LijnRect *rect)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  lijn_grid_find (layout->things, rect, found);
  for (guint i = 0; i < found->len; i++)
    {
      LijnGridItem *item = g_ptr_array_index (found, i);

      if (item->kind == LIJN_ITEM_BOX && lijn_rect_equal (&item->rect, rect))
        return item->owner;
    }
  return NULL;
}

LijnPoint *
lijn_route_preview (LijnLayout *layout, const LijnRect *source, const LijnRect *target, guint *n)
{
  LijnSearch search = { .layout = layout, .mind_wires = TRUE };

  search.source = *source;
  search.target = *target;
  search.source_box = box_at (layout, source);
  search.target_box = box_at (layout, target);
  if (search.source_box != NULL)
    search.source_kind = lijn_element_get_kind (search.source_box->element);
  if (search.target_box != NULL)
    search.target_kind = lijn_element_get_kind (search.target_box->element);
  return lijn_search_run (&search, n);
}

LijnPoint *
lijn_route_put_right (LijnLayout *layout, LijnFlow *flow, const LijnPoint *points, guint n,
                      guint *n_right)
{
  LijnBox *source = lijn_scene_box (layout, lijn_flow_get_source (flow));
  LijnBox *target = lijn_scene_box (layout, lijn_flow_get_target (flow));
  g_autoptr (GArray) path = NULL;

  *n_right = 0;
  if (source == NULL || target == NULL || n < 2)
    return NULL;
  path = g_array_sized_new (FALSE, FALSE, sizeof (LijnPoint), n + 2);
  g_array_append_vals (path, points, n);
  lijn_path_put_right (path, &source->item.rect, source->kind, &target->item.rect, target->kind);
  *n_right = path->len;
  return g_memdup2 (path->data, path->len * sizeof (LijnPoint));
}

/* How far @y is above or below the lane; 0 inside it. */
static double
distance_to_lane (LijnLayout *layout, int lane, double y)
{
  const LijnRect *rect;

  if (lane < 0)
    return fabs (y);
  rect = &g_array_index (layout->lanes, LijnLaneBox, lane).rect;
  return MAX (MAX (rect->y - y, y - rect->y - rect->height), 0);
}

char *
lijn_route_write (LijnLayout *layout, LijnFlow *flow, const LijnPoint *points, guint n)
{
  LijnBox *source = lijn_scene_box (layout, lijn_flow_get_source (flow));
  LijnBox *target = lijn_scene_box (layout, lijn_flow_get_target (flow));
  GString *route = g_string_new (NULL);

  for (guint i = 0; source != NULL && target != NULL && i < n; i++)
    {
      gboolean from_source = distance_to_lane (layout, source->lane, points[i].y) <=
                             distance_to_lane (layout, target->lane, points[i].y);
      int lane = from_source ? source->lane : target->lane;
      g_autofree char *x = lijn_number_to_text (round (points[i].x * 100) / 100);
      g_autofree char *y = lijn_number_to_text (
          round ((points[i].y - lijn_bands_top (layout, lane)) * 100) / 100);

      g_string_append_printf (route, "%s%c%s,%s", i > 0 ? " " : "", from_source ? 's' : 't', x, y);
    }
  return g_string_free (route, FALSE);
}

/* Reads a number as lijn_number_to_text() writes it, up to @end. */
static gboolean
read_number (const char **at, char end, double *number)
{
  char *after = NULL;

  if (g_ascii_isspace (**at))
    return FALSE;
  *number = g_ascii_strtod (*at, &after);
  if (after == *at || (*after != end && !(end == ' ' && *after == '\0')))
    return FALSE;
  *at = *after != '\0' ? after + 1 : after;
  return isfinite (*number) && fabs (*number) < 1e8;
}

LijnPoint *
lijn_route_read (const char *route, double source_top, double target_top, guint *n)
{
  g_autofree LijnPoint *points = NULL;
  guint count = 1;

  *n = 0;
  if (route == NULL || *route == '\0')
    return NULL;
  for (const char *at = route; *at != '\0'; at++)
    count += *at == ' ' ? 1 : 0;
  if (count < 2 || count > MOST_POINTS)
    return NULL;
  points = g_new (LijnPoint, count);
  for (guint i = 0; i < count; i++)
    {
      char lane = *route;

      if (lane != 's' && lane != 't')
        return NULL;
      route++;
      if (!read_number (&route, ',', &points[i].x) || !read_number (&route, ' ', &points[i].y))
        return NULL;
      points[i].y += lane == 's' ? source_top : target_top;
    }
  *n = count;
  return g_steal_pointer (&points);
}
