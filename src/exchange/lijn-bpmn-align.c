/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bpmn.h"

#include <math.h>

/* Shapes drawn by hand are often a pixel or two out of line, which does not show where lines may be
 * aslant, but would make a little step in one that may not. The middles of what stands in a row of a
 * lane, or in a column of the map, are brought to the same height or place. */

#define NEARLY 5.0 /* from the first to the last of a row */

/* Kept while sorting: the middle of an item along one direction. */
typedef struct
{
  LijnBpmnItem *item;
  double middle;
} Place;

static int
compare_places_cb (gconstpointer a, gconstpointer b)
{
  double one = ((const Place *) a)->middle, other = ((const Place *) b)->middle;

  return one < other ? -1 : one > other;
}

static double
middle_of (const LijnBpmnItem *item, gboolean in_row)
{
  LijnPoint center = lijn_rect_center (&item->place);

  return in_row ? center.y : center.x;
}

/* What encloses others, or sits on the edge of another, keeps its place. */
static gboolean
may_move (const LijnBpmnItem *item)
{
  return item->drawn && item->kind != LIJN_ELEMENT_KIND_GROUP && item->band != NULL &&
         (item->node == NULL || item->node->host == NULL);
}

static void
move_to (const Place *place, double middle, gboolean in_row)
{
  if (in_row)
    place->item->place.y = round ((middle - place->item->place.height / 2) * 10) / 10;
  else
    place->item->place.x = round ((middle - place->item->place.width / 2) * 10) / 10;
}

/* Brings each run of @places to the middle of its middle one. */
static void
align (GArray *places, gboolean in_row)
{
  g_array_sort (places, compare_places_cb);
  for (guint first = 0, end; first < places->len; first = end)
    {
      const Place *start = &g_array_index (places, Place, first);
      double middle;

      for (end = first + 1; end < places->len &&
                            g_array_index (places, Place, end).middle - start->middle <= NEARLY;)
        end++;
      middle = g_array_index (places, Place, (first + end) / 2).middle;
      for (guint i = first; i < end; i++)
        move_to (&g_array_index (places, Place, i), middle, in_row);
    }
}

static void
align_items (LijnBpmnMap *map, const LijnBpmnBand *band)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < map->items->len; i++)
    {
      LijnBpmnItem *item = g_ptr_array_index (map->items, i);
      Place place = { item, middle_of (item, band != NULL) };

      if (may_move (item) && (band == NULL || item->band == band))
        g_array_append_val (places, place);
    }
  align (places, band != NULL);
}

void
lijn_bpmn_align (LijnBpmnMap *map)
{
  for (guint i = 0; i < map->bands->len; i++)
    align_items (map, g_ptr_array_index (map->bands, i));
  align_items (map, NULL);
}
