/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-tidy-graph.h"

#include <math.h>

/* Tidying, step 5: y. As in Brandes & Köpf 2001, each place is made level with at most one of its
 * neighbours on each side, the links that matter most first, never two that cross: so places form
 * blocks that run straight. A block stands as high as what is above it lets it; then blocks move
 * towards their neighbours, or to the level of their strip, as far as there is room. All whole
 * numbers, so that what is level is exactly so. */

#define N_ROUNDS 6
#define PASSING_ROOM 16.0 /* from a shape to a line that passes */

typedef struct
{
  guint first; /* members: lijn_tidy_rows' next */
  guint strip;
  guint n_elements;
  guint n_above; /* still to be placed */
  double y;
  double least, most;
} LijnBlock;

typedef struct
{
  LijnTidy *tidy;
  guint *next; /* node level with this one in the layer to the right; G_MAXUINT: none */
  guint *previous;
  GArray *blocks; /* LijnBlock */
  GArray *order; /* guint: blocks, each after those above it */
  double *levels; /* of each strip */
} LijnRows;

static int
compare_weights (gconstpointer a, gconstpointer b, gpointer data)
{
  LijnTidy *tidy = data;
  const LijnTidyLink *one = lijn_tidy_link (tidy, *(const guint *) a);
  const LijnTidyLink *other = lijn_tidy_link (tidy, *(const guint *) b);
  const LijnTidyNode *left = lijn_tidy_node (tidy, one->left);
  const LijnTidyNode *other_left = lijn_tidy_node (tidy, other->left);

  if (one->weight != other->weight)
    return one->weight > other->weight ? -1 : 1;
  if (left->place != other_left->place)
    return left->place < other_left->place ? -1 : 1;
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

/* Whether @link crosses one that has been made level: looks from its left end up and down for the
 * nearest level ones. */
static gboolean
crosses_level (LijnRows *self, const LijnTidyLink *link)
{
  LijnTidy *tidy = self->tidy;
  const LijnTidyNode *left = lijn_tidy_node (tidy, link->left);
  const LijnTidyNode *right = lijn_tidy_node (tidy, link->right);
  GArray *layer = lijn_tidy_layer (tidy, left->layer);

  for (int way = -1; way <= 1; way += 2)
    for (int i = (int) left->place + way; i >= 0 && i < (int) layer->len; i += way)
      {
        guint other = g_array_index (layer, guint, i);
        guint end = self->next[other];

        if (lijn_tidy_node (tidy, other)->strip != left->strip)
          break;
        if (end == G_MAXUINT)
          continue;
        if ((lijn_tidy_node (tidy, end)->place < right->place) != (way < 0))
          return TRUE;
        break;
      }
  return FALSE;
}

static void
make_level (LijnRows *self)
{
  LijnTidy *tidy = self->tidy;
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < tidy->links->len; i++)
    {
      const LijnTidyLink *link = lijn_tidy_link (tidy, i);

      if (lijn_tidy_node (tidy, link->left)->strip == lijn_tidy_node (tidy, link->right)->strip)
        g_array_append_val (links, i);
    }
  g_array_sort_with_data (links, compare_weights, tidy);
  for (guint i = 0; i < links->len; i++)
    {
      const LijnTidyLink *link = lijn_tidy_link (tidy, g_array_index (links, guint, i));

      if (self->next[link->left] != G_MAXUINT || self->previous[link->right] != G_MAXUINT ||
          crosses_level (self, link))
        continue;
      self->next[link->left] = link->right;
      self->previous[link->right] = link->left;
    }
}

static void
make_blocks (LijnRows *self)
{
  LijnTidy *tidy = self->tidy;

  for (guint i = 0; i < tidy->nodes->len; i++)
    {
      LijnBlock block = { .first = i, .strip = lijn_tidy_node (tidy, i)->strip };

      if (self->previous[i] != G_MAXUINT)
        continue;
      for (guint j = i; j != G_MAXUINT; j = self->next[j])
        {
          lijn_tidy_node (tidy, j)->block = self->blocks->len;
          block.n_elements += lijn_tidy_node (tidy, j)->box != NULL ? 1 : 0;
        }
      g_array_append_val (self->blocks, block);
    }
}

static LijnTidyNode *
beside (LijnTidy *tidy, const LijnTidyNode *node, int way)
{
  GArray *layer = lijn_tidy_layer (tidy, node->layer);
  int at = (int) node->place + way;
  LijnTidyNode *other;

  if (at < 0 || at >= (int) layer->len)
    return NULL;
  other = lijn_tidy_node (tidy, g_array_index (layer, guint, at));
  return other->strip == node->strip ? other : NULL;
}

/* From centre to centre. */
static double
apart (const LijnTidyNode *above, const LijnTidyNode *below)
{
  double gap = above->box != NULL && below->box != NULL   ? LIJN_TIDY_STEP
               : above->box != NULL || below->box != NULL ? PASSING_ROOM
                                                          : LIJN_TIDY_LANE;

  return ceil (above->half_height + above->below + gap + below->above + below->half_height);
}

/* From the upper edge of the strip. */
static double
from_top (const LijnTidyNode *node)
{
  return ceil (node->half_height +
               (node->box != NULL ? MAX (LIJN_LANE_PADDING, node->above + 8) : PASSING_ROOM));
}

static double
from_bottom (const LijnTidyNode *node)
{
  return ceil (node->half_height +
               (node->box != NULL ? MAX (LIJN_LANE_PADDING, node->below + 8) : PASSING_ROOM));
}

static LijnBlock *
block_of (LijnRows *self, const LijnTidyNode *node)
{
  return &g_array_index (self->blocks, LijnBlock, node->block);
}

/* Sorts blocks so that each comes after those above it. */
static void
sort_blocks (LijnRows *self)
{
  LijnTidy *tidy = self->tidy;

  for (guint i = 0; i < tidy->nodes->len; i++)
    if (beside (tidy, lijn_tidy_node (tidy, i), -1) != NULL)
      block_of (self, lijn_tidy_node (tidy, i))->n_above++;
  for (guint i = 0; i < self->blocks->len; i++)
    if (g_array_index (self->blocks, LijnBlock, i).n_above == 0)
      g_array_append_val (self->order, i);
  for (guint i = 0; i < self->order->len; i++)
    {
      guint number = g_array_index (self->order, guint, i);

      for (guint j = g_array_index (self->blocks, LijnBlock, number).first; j != G_MAXUINT;
           j = self->next[j])
        {
          const LijnTidyNode *below = beside (tidy, lijn_tidy_node (tidy, j), 1);

          if (below != NULL && --block_of (self, below)->n_above == 0)
            g_array_append_val (self->order, below->block);
        }
    }
}

static double
least_of (LijnRows *self, const LijnBlock *block)
{
  double least = 0;

  for (guint j = block->first; j != G_MAXUINT; j = self->next[j])
    {
      const LijnTidyNode *node = lijn_tidy_node (self->tidy, j);
      const LijnTidyNode *above = beside (self->tidy, node, -1);

      least = MAX (least, above != NULL ? block_of (self, above)->y + apart (above, node)
                                        : from_top (node));
    }
  return least;
}

static double
most_of (LijnRows *self, const LijnBlock *block)
{
  double height = lijn_tidy_strip (self->tidy, block->strip)->height;
  double most = G_MAXDOUBLE;

  for (guint j = block->first; j != G_MAXUINT; j = self->next[j])
    {
      const LijnTidyNode *node = lijn_tidy_node (self->tidy, j);
      const LijnTidyNode *below = beside (self->tidy, node, 1);

      most = MIN (most, below != NULL ? block_of (self, below)->y - apart (node, below)
                                      : height - from_bottom (node));
    }
  return most;
}

static void
stack_blocks (LijnRows *self)
{
  g_autofree guint *longest = g_new0 (guint, self->tidy->strips->len + 1);

  for (guint i = 0; i < self->order->len; i++)
    {
      LijnBlock *block = &g_array_index (self->blocks, LijnBlock,
                                         g_array_index (self->order, guint, i));
      LijnTidyStrip *strip = lijn_tidy_strip (self->tidy, block->strip);

      block->y = least_of (self, block);
      for (guint j = block->first; j != G_MAXUINT; j = self->next[j])
        strip->height = MAX (strip->height,
                             block->y + from_bottom (lijn_tidy_node (self->tidy, j)));
      if (block->n_elements > longest[block->strip])
        {
          longest[block->strip] = block->n_elements;
          self->levels[block->strip] = block->y;
        }
    }
}

/* The mean of where the neighbours stand that are not level with it; else the level of the strip. */
static double
wish (LijnRows *self, const LijnBlock *block)
{
  LijnTidy *tidy = self->tidy;
  double sum = 0;
  double weight = 0;

  for (guint j = block->first; j != G_MAXUINT; j = self->next[j])
    for (int side = 0; side < 2; side++)
      {
        const LijnTidyIndex *index = side == 0 ? &tidy->left : &tidy->right;

        for (guint k = index->first[j]; k < index->first[j + 1]; k++)
          {
            const LijnTidyLink *link = lijn_tidy_link (tidy, index->items[k]);
            const LijnTidyNode *other = lijn_tidy_node (tidy, side == 0 ? link->left : link->right);

            if (other->strip != block->strip || other->block == lijn_tidy_node (tidy, j)->block)
              continue;
            sum += block_of (self, other)->y;
            weight += 1;
          }
      }
  return round (weight > 0 ? sum / weight : self->levels[block->strip]);
}

static void
pull_together (LijnRows *self)
{
  guint n = self->order->len;

  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < n; i++)
      {
        guint at = round % 2 == 0 ? n - 1 - i : i;
        LijnBlock *block = &g_array_index (self->blocks, LijnBlock,
                                           g_array_index (self->order, guint, at));
        double least = least_of (self, block);
        double most = most_of (self, block);

        block->y = MAX (least, MIN (wish (self, block), most));
      }
}

/* A lane with one row has it in its middle; so have all of that height. */
static void
center_low_strips (LijnTidy *tidy)
{
  g_autofree double *shifts = g_new0 (double, tidy->strips->len + 1);

  for (guint i = 0; i < tidy->strips->len; i++)
    {
      LijnTidyStrip *strip = lijn_tidy_strip (tidy, i);

      if (strip->height <= 0 || strip->height >= LIJN_LANE_HEIGHT)
        continue;
      shifts[i] = floor ((LIJN_LANE_HEIGHT - strip->height) / 2);
      strip->height = LIJN_LANE_HEIGHT;
    }
  for (guint i = 0; i < tidy->nodes->len; i++)
    lijn_tidy_node (tidy, i)->y += shifts[lijn_tidy_node (tidy, i)->strip];
}

void
lijn_tidy_assign_rows (LijnTidy *tidy)
{
  guint n = tidy->nodes->len;
  g_autofree guint *next = g_new (guint, n + 1);
  g_autofree guint *previous = g_new (guint, n + 1);
  g_autofree double *levels = g_new0 (double, tidy->strips->len + 1);
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (LijnBlock));
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  LijnRows rows = { tidy, next, previous, blocks, order, levels };

  for (guint i = 0; i < n; i++)
    next[i] = previous[i] = G_MAXUINT;
  make_level (&rows);
  make_blocks (&rows);
  sort_blocks (&rows);
  stack_blocks (&rows);
  pull_together (&rows);
  for (guint i = 0; i < n; i++)
    lijn_tidy_node (tidy, i)->y = block_of (&rows, lijn_tidy_node (tidy, i))->y;
  center_low_strips (tidy);
}

static int
compare_tracks (gconstpointer a, gconstpointer b, gpointer data)
{
  const LijnTidyEdge *one = lijn_tidy_edge ((LijnTidy *) data, *(const guint *) a);
  const LijnTidyEdge *other = lijn_tidy_edge ((LijnTidy *) data, *(const guint *) b);

  if (one->strip != other->strip)
    return one->strip < other->strip ? -1 : 1;
  if (one->from_layer != other->from_layer)
    return one->from_layer < other->from_layer ? -1 : 1;
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

/* The first track whose last flow has ended two layers before: where one comes in and the next one
 * begins they would meet. */
static void
give_tracks (LijnTidy *tidy)
{
  g_autoptr (GArray) some = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  guint strip = G_MAXUINT;

  for (guint i = 0; i < tidy->edges->len; i++)
    if (lijn_tidy_edge (tidy, i)->on_track)
      g_array_append_val (some, i);
  g_array_sort_with_data (some, compare_tracks, tidy);
  for (guint i = 0; i < some->len; i++)
    {
      LijnTidyEdge *edge = lijn_tidy_edge (tidy, g_array_index (some, guint, i));
      guint track = 0;
      guint end = edge->to_layer + 3;

      if (edge->strip != strip)
        g_array_set_size (ends, 0);
      strip = edge->strip;
      while (track < ends->len && g_array_index (ends, guint, track) > edge->from_layer)
        track++;
      if (track == ends->len)
        g_array_append_val (ends, end);
      else
        g_array_index (ends, guint, track) = end;
      lijn_tidy_strip (tidy, strip)->height = MAX (lijn_tidy_strip (tidy, strip)->height,
                                                   PASSING_ROOM);
      edge->track = lijn_tidy_strip (tidy, strip)->height + track * LIJN_TIDY_LANE;
      lijn_tidy_strip (tidy, strip)->n_tracks = ends->len;
    }
}

/* Strips below each other in their lanes, lanes below each other on the map, with the bands as they
 * are now: they will be stretched with what passes them. */
void
lijn_tidy_stack_strips (LijnTidy *tidy)
{
  LijnLayout *layout = tidy->layout;
  double top = 0;
  guint s = 0;

  give_tracks (tidy);
  for (guint lane = 0; lane < layout->lanes->len; lane++)
    {
      double height = 0;

      if (lane > 0 &&
          lijn_bands_party (layout, (int) lane) != lijn_bands_party (layout, (int) lane - 1))
        top += LIJN_LINE_HEIGHT;
      tidy->lane_tops[lane] = top;
      for (; s < tidy->strips->len && lijn_tidy_strip (tidy, s)->lane == lane; s++)
        {
          LijnTidyStrip *strip = lijn_tidy_strip (tidy, s);
          double frame = strip->group != NULL ? LIJN_TIDY_FRAME / 2 : 0;

          strip->top = top + height + frame;
          if (strip->height > 0 || strip->n_tracks > 0)
            height += strip->height + strip->n_tracks * LIJN_TIDY_LANE + 2 * frame;
        }
      height = MAX (height, tidy->least_heights[lane]);
      height = lijn_bands_is_collapsed (layout, (int) lane)
                   ? LIJN_COLLAPSED_HEIGHT
                   : MAX (ceil (height / LIJN_GRID) * LIJN_GRID, LIJN_LANE_HEIGHT);
      tidy->lane_heights[lane] = height;
      top += height;
    }
  for (guint i = 0; i < tidy->nodes->len; i++)
    lijn_tidy_node (tidy, i)->y += lijn_tidy_strip (tidy, lijn_tidy_node (tidy, i)->strip)->top;
  for (guint i = 0; i < tidy->edges->len; i++)
    {
      LijnTidyEdge *edge = lijn_tidy_edge (tidy, i);

      if (edge->on_track)
        edge->track += lijn_tidy_strip (tidy, edge->strip)->top;
    }
}
