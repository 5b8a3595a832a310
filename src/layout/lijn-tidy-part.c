/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-tidy-graph.h"

#include <math.h>

/* Tidying a part of a map. It was laid out as if it were alone; now it goes back to where it began,
 * in each lane as high as it stood, and where a column meets what is not in the part, that column
 * and those after it move on to the right. Nothing else moves but what a lane that grows pushes. */

#define BESIDE 24.0 /* kept from what is not in the part */
#define ABOVE 16.0

static gboolean
is_in_part (GHashTable *boxes, const LijnTidyNode *node, const LijnGridItem *item)
{
  const LijnBox *other = item->owner;

  return item->kind != LIJN_ITEM_BOX || g_hash_table_contains (boxes, other) ||
         (other->lane >= 0 && other->lane != node->box->lane);
}

/* What @node covers with its names, where it is to stand. */
static LijnRect
look_of (LijnTidy *tidy, const LijnTidyNode *node, double dx)
{
  double top = lijn_bands_top (tidy->layout, node->box->lane) + node->y -
               tidy->lane_tops[node->box->lane] - node->half_height;

  return (LijnRect){ node->x + dx - node->half_room - BESIDE, top - node->above - ABOVE,
                     2 * (node->half_room + BESIDE),
                     2 * node->half_height + node->above + node->below + 2 * ABOVE };
}

/* Returns: how far @node, and so its column, must still move to be clear. */
static double
find_push (LijnTidy *tidy, GHashTable *boxes, const LijnTidyNode *node, double dx, GPtrArray *found)
{
  LijnRect look = look_of (tidy, node, dx);
  double push = 0;

  g_ptr_array_set_size (found, 0);
  lijn_grid_find (tidy->layout->things, &look, found);
  for (guint i = 0; i < found->len; i++)
    {
      const LijnGridItem *item = g_ptr_array_index (found, i);

      if (!is_in_part (boxes, node, item))
        push = MAX (push, item->rect.x + item->rect.width - look.x);
    }
  return push > 0 ? ceil ((push + 1) / LIJN_GRID) * LIJN_GRID : 0;
}

static double
fit_column (LijnTidy *tidy, GHashTable *boxes, GArray *layer, double dx, GPtrArray *found)
{
  gboolean moved = TRUE;

  while (moved)
    {
      moved = FALSE;
      for (guint i = 0; i < layer->len; i++)
        {
          const LijnTidyNode *node = lijn_tidy_node (tidy, g_array_index (layer, guint, i));
          double push = node->box != NULL ? find_push (tidy, boxes, node, dx, found) : 0;

          dx += push;
          moved = moved || push > 0;
        }
    }
  return dx;
}

static void
go_back_to_levels (LijnTidy *tidy)
{
  guint n_lanes = tidy->layout->lanes->len;
  g_autofree double *now = g_new (double, n_lanes + 1);
  g_autofree double *then = g_new (double, n_lanes + 1);

  for (guint i = 0; i < n_lanes; i++)
    now[i] = then[i] = G_MAXDOUBLE;
  for (guint i = 0; i < tidy->n_elements; i++)
    {
      const LijnTidyNode *node = lijn_tidy_node (tidy, i);
      int lane = node->box->lane;

      now[lane] = MIN (now[lane],
                       node->before.y - node->half_height - lijn_bands_top (tidy->layout, lane));
      then[lane] = MIN (then[lane], node->y - node->half_height - tidy->lane_tops[lane]);
    }
  for (guint i = 0; i < tidy->n_elements; i++)
    {
      LijnTidyNode *node = lijn_tidy_node (tidy, i);

      node->y += round (MAX (now[node->box->lane], LIJN_GRID) - then[node->box->lane]);
    }
}

void
lijn_tidy_fit_part (LijnTidy *tidy)
{
  g_autoptr (GHashTable) boxes = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  double now = G_MAXDOUBLE;
  double then = G_MAXDOUBLE;
  double dx;

  for (guint i = 0; i < tidy->n_elements; i++)
    {
      const LijnTidyNode *node = lijn_tidy_node (tidy, i);

      g_hash_table_add (boxes, node->box);
      now = MIN (now, node->before.x - node->half_width);
      then = MIN (then, node->x - node->half_width);
    }
  go_back_to_levels (tidy);
  dx = round (MAX (now, LIJN_GROUND_LEFT + LIJN_GRID) - then);
  for (guint i = 0; i < tidy->layers->len; i++)
    {
      GArray *layer = lijn_tidy_layer (tidy, i);

      dx = fit_column (tidy, boxes, layer, dx, found);
      for (guint j = 0; j < layer->len; j++)
        lijn_tidy_node (tidy, g_array_index (layer, guint, j))->x += dx;
    }
}
