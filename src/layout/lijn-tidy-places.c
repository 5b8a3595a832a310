/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-tidy.h"

#include <math.h>

/* Tidying, the last step: rows within lanes, columns for layers, and places from both. */

#define LEFT 100.0
#define ROW_GAP 28.0
#define NAME_ROOM 20.0 /* under shapes that are named outside */
#define COLUMN_LABEL_ROOM 24.0 /* in a column's gap, beside the longest name of a flow */

/* The row, of what comes before in the same lane, that a run of @n elements from @first should
 * begin at. */
static guint
wish_row (GPtrArray *layer, guint first, guint n, guint n_rows)
{
  double sum = 0;
  guint count = 0;

  for (guint i = first; i < first + n; i++)
    {
      LijnNode *node = g_ptr_array_index (layer, i);

      for (guint j = 0; j < node->previous->len; j++)
        {
          LijnNode *previous = g_ptr_array_index (node->previous, j);

          if (previous->box->lane != node->box->lane)
            continue;
          sum += (double) previous->row - (i - first);
          count++;
        }
    }
  return count > 0 ? (guint) CLAMP (round (sum / count), 0, (double) (n_rows - n)) : 0;
}

static guint
length_of_run (GPtrArray *layer, guint first)
{
  LijnNode *node = g_ptr_array_index (layer, first);
  guint end = first;

  while (end < layer->len &&
         ((LijnNode *) g_ptr_array_index (layer, end))->box->lane == node->box->lane)
    end++;
  return end - first;
}

static void
assign_rows (LijnTidy *tidy)
{
  for (guint i = 0; i < tidy->nodes->len; i++)
    {
      LijnNode *node = g_ptr_array_index (tidy->nodes, i);
      guint *rows = &tidy->rows[node->box->lane];

      *rows = MAX (*rows, node->row + 1);
    }
  for (guint i = 0; i < tidy->layers->len; i++)
    {
      GPtrArray *layer = g_ptr_array_index (tidy->layers, i);
      guint n;

      for (guint first = 0; first < layer->len; first += n)
        {
          LijnNode *node = g_ptr_array_index (layer, first);
          guint row;

          n = length_of_run (layer, first);
          row = wish_row (layer, first, n, tidy->rows[node->box->lane]);
          for (guint j = first; j < first + n; j++)
            ((LijnNode *) g_ptr_array_index (layer, j))->row = row + j - first;
        }
    }
}

/* Tops of rows, in each lane: as high as the highest element in them. */
static GPtrArray *
find_row_tops (LijnTidy *tidy)
{
  guint n_lanes = tidy->layout->lanes->len;
  GPtrArray *tops = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_lanes; i++)
    g_ptr_array_add (tops, g_new0 (double, tidy->rows[i] + 1));
  for (guint i = 0; i < tidy->nodes->len; i++)
    {
      LijnNode *node = g_ptr_array_index (tidy->nodes, i);
      double *heights = g_ptr_array_index (tops, node->box->lane);
      double height = node->box->item.rect.height;

      if (node->box->name != NULL)
        height += 2 * NAME_ROOM;
      heights[node->row + 1] = MAX (heights[node->row + 1], MAX (height, LIJN_STEP_HEIGHT));
    }
  for (guint i = 0; i < n_lanes; i++)
    {
      double *heights = g_ptr_array_index (tops, i);

      heights[0] = LIJN_LANE_PADDING;
      for (guint row = 1; row <= tidy->rows[i]; row++)
        heights[row] += heights[row - 1] + ROW_GAP;
    }
  return tops;
}

static double
column_width (GPtrArray *layer)
{
  double width = 0;

  for (guint i = 0; i < layer->len; i++)
    width = MAX (width, ((LijnNode *) g_ptr_array_index (layer, i))->box->item.rect.width);
  return width;
}

/* What the names of flows that leave the layer ask for. */
static double
gap_after (GPtrArray *layer)
{
  double gap = LIJN_GAP;

  for (guint i = 0; i < layer->len; i++)
    {
      LijnNode *node = g_ptr_array_index (layer, i);

      for (guint j = 0; node->box->wires != NULL && j < node->box->wires->len; j++)
        {
          LijnWire *wire = g_ptr_array_index (node->box->wires, j);

          if (wire->source == node->box && wire->name != NULL)
            gap = MAX (gap, wire->name->width + COLUMN_LABEL_ROOM);
        }
    }
  return gap;
}

static double
on_grid (double at)
{
  return round (at / LIJN_GRID) * LIJN_GRID;
}

void
lijn_tidy_give_places (LijnTidy *tidy, GArray *places)
{
  g_autoptr (GPtrArray) tops = NULL;
  double left = LEFT;

  assign_rows (tidy);
  tops = find_row_tops (tidy);
  for (guint i = 0; i < tidy->layers->len; i++)
    {
      GPtrArray *layer = g_ptr_array_index (tidy->layers, i);
      double width = column_width (layer);

      for (guint j = 0; j < layer->len; j++)
        {
          LijnNode *node = g_ptr_array_index (layer, j);
          const double *rows = g_ptr_array_index (tops, node->box->lane);
          const LijnRect *rect = &node->box->item.rect;
          double top = rows[node->row];
          double height = rows[node->row + 1] - ROW_GAP - top;
          LijnPlace place = { node->box->element, left + (width - rect->width) / 2,
                              top + (height - rect->height) / 2 };

          g_array_append_val (places, place);
        }
      left = on_grid (left + width + gap_after (layer));
    }
}
