/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-tidy-graph.h"

#include <math.h>

/* Tidying, step 6: where flows leave and enter. To begin with at the right and at the left, with a
 * plumb part in the gap between columns. Above or below, in the middle of the element's own column,
 * saves a bend and keeps the ways out of a decision apart; that is done where nothing stands in the
 * way. What is left on a side is spread over it. */

#define CLEAR 8.0
#define CORNER 12.0
#define DECISION_PART 0.25 /* of the height: where a diamond is met beside its tip */

typedef struct
{
  LijnTidy *tidy;
  LijnTidyIndex out, in; /* edges by source and target */
  guint *n_right, *n_left; /* level ends of each element */
  gboolean *above, *below; /* of each element: taken */
  GPtrArray *plumb; /* of each layer: GArray of LijnPoint, from y to y */
} LijnExits;

static gboolean
is_short (LijnTidy *tidy, const LijnTidyEdge *edge)
{
  return edge->n_passing == 0 && !edge->on_track;
}

/* At which height the flow runs on once it has left the column of its source. */
static double
y_after_source (LijnTidy *tidy, const LijnTidyEdge *edge)
{
  if (edge->on_track)
    return edge->track;
  if (edge->n_passing == 0)
    return lijn_tidy_node (tidy, edge->target)->y;
  return lijn_tidy_node (tidy, edge->first + (edge->turned ? edge->n_passing - 1 : 0))->y;
}

static double
y_before_target (LijnTidy *tidy, const LijnTidyEdge *edge)
{
  if (edge->on_track)
    return edge->track;
  if (edge->n_passing == 0)
    return lijn_tidy_node (tidy, edge->source)->y;
  return lijn_tidy_node (tidy, edge->first + (edge->turned ? 0 : edge->n_passing - 1))->y;
}

static gboolean
is_in_the_way (const LijnTidyNode *node, double from, double to)
{
  double room = node->box != NULL ? node->half_height + CLEAR : CLEAR;
  double low = MIN (from, to);
  double high = MAX (from, to);

  if (node->box != NULL)
    return node->y + room + node->below > low && node->y - room - node->above < high;
  return fabs (node->y - to) < room;
}

/* Whether the middle of @number's column is free from it to @y, and level with @y too. */
static gboolean
is_free (LijnExits *self, guint number, guint edge, double y)
{
  LijnTidy *tidy = self->tidy;
  const LijnTidyNode *node = lijn_tidy_node (tidy, number);
  GArray *layer = lijn_tidy_layer (tidy, node->layer);
  GArray *plumb = g_ptr_array_index (self->plumb, node->layer);
  double edge_y = y > node->y ? node->y + node->half_height : node->y - node->half_height;
  int way = y > node->y ? 1 : -1;

  for (int i = (int) node->place + way; i >= 0 && i < (int) layer->len; i += way)
    {
      const LijnTidyNode *other = lijn_tidy_node (tidy, g_array_index (layer, guint, i));

      if (other->box == NULL && other->edge == edge)
        continue;
      if (is_in_the_way (other, edge_y, y))
        return FALSE;
      if ((other->y - y) * way > 4 * LIJN_STEP_HEIGHT)
        break;
    }
  for (guint i = 0; i < plumb->len; i++)
    {
      const LijnPoint *range = &g_array_index (plumb, LijnPoint, i);

      if (MAX (edge_y, y) + CLEAR > range->x && MIN (edge_y, y) - CLEAR < range->y)
        return FALSE;
    }
  return TRUE;
}

/* Takes a way out of, or into, @number above or below, towards @y. */
static gboolean
take_plumb (LijnExits *self, guint number, guint edge, double y, LijnTidyExit *exit)
{
  const LijnTidyNode *node = lijn_tidy_node (self->tidy, number);
  gboolean down = y > node->y;
  gboolean *taken = down ? self->below : self->above;
  LijnPoint range = { MIN (node->y, y), MAX (node->y, y) };

  if (fabs (y - node->y) < node->half_height + LIJN_STUB || taken[number] ||
      (down && !lijn_tidy_may_name_above (node)) || !is_free (self, number, edge, y))
    return FALSE;
  taken[number] = TRUE;
  g_array_append_val (g_ptr_array_index (self->plumb, node->layer), range);
  *exit = down ? LIJN_TIDY_BELOW : LIJN_TIDY_ABOVE;
  return TRUE;
}

static void
take_straight (LijnExits *self, LijnTidyEdge *edge)
{
  const LijnTidyNode *source = lijn_tidy_node (self->tidy, edge->source);
  const LijnTidyNode *target = lijn_tidy_node (self->tidy, edge->target);
  gboolean down = target->y > source->y;
  LijnPoint range = { MIN (source->y, target->y), MAX (source->y, target->y) };

  (down ? self->below : self->above)[edge->source] = TRUE;
  (down ? self->above : self->below)[edge->target] = TRUE;
  g_array_append_val (g_ptr_array_index (self->plumb, source->layer), range);
  edge->plumb = TRUE;
  edge->leaves = down ? LIJN_TIDY_BELOW : LIJN_TIDY_ABOVE;
  edge->enters = down ? LIJN_TIDY_ABOVE : LIJN_TIDY_BELOW;
}

/* In one layer nothing but plumb will do, unless something stands between. */
static void
try_straight (LijnExits *self, LijnTidyEdge *edge)
{
  LijnTidy *tidy = self->tidy;
  const LijnTidyNode *source = lijn_tidy_node (tidy, edge->source);
  const LijnTidyNode *target = lijn_tidy_node (tidy, edge->target);
  gboolean down = target->y > source->y;
  const LijnTidyNode *upper = down ? source : target;
  guint lower_number = down ? edge->target : edge->source;
  GArray *layer = lijn_tidy_layer (tidy, source->layer);

  if (!edge->plumb && !lijn_tidy_may_name_above (upper))
    return;
  if ((down ? self->below : self->above)[edge->source] ||
      (down ? self->above : self->below)[edge->target])
    return;
  for (guint i = upper->place + 1;
       i < layer->len && g_array_index (layer, guint, i) != lower_number; i++)
    if (lijn_tidy_node (tidy, g_array_index (layer, guint, i))->box != NULL)
      return;
  take_straight (self, edge);
}

static gboolean
is_level (double a, double b)
{
  return fabs (a - b) < 0.5;
}

static gboolean
stays_in_layer (LijnTidy *tidy, const LijnTidyEdge *edge)
{
  return lijn_tidy_node (tidy, edge->source)->layer == lijn_tidy_node (tidy, edge->target)->layer;
}

/* Whether another flow at the same side of the element at that end of @edge runs farther out than to
 * @y: if that one stayed, it would cross this one. */
static gboolean
is_outermost (LijnExits *self, guint number, gboolean at_source, double y)
{
  LijnTidy *tidy = self->tidy;
  const LijnTidyEdge *edge = lijn_tidy_edge (tidy, number);
  guint element = at_source ? edge->source : edge->target;
  const LijnTidyIndex *others = at_source ? &self->out : &self->in;
  double middle = lijn_tidy_node (tidy, element)->y;

  for (guint i = others->first[element]; i < others->first[element + 1]; i++)
    {
      const LijnTidyEdge *other = lijn_tidy_edge (tidy, others->items[i]);
      double far = at_source ? y_after_source (tidy, other) : y_before_target (tidy, other);

      if (other != edge && !stays_in_layer (tidy, other) &&
          (at_source ? other->leaves : other->enters) == LIJN_TIDY_LEVEL &&
          (far - middle) * (y - middle) > 0 && fabs (far - middle) > fabs (y - middle))
        return FALSE;
    }
  return TRUE;
}

static void
try_to_leave (LijnExits *self, guint number, gboolean always)
{
  LijnTidyEdge *edge = lijn_tidy_edge (self->tidy, number);
  const LijnTidyNode *source = lijn_tidy_node (self->tidy, edge->source);
  double y = y_after_source (self->tidy, edge);

  if (is_level (y, source->y) || (!always && self->n_right[edge->source] < 2) ||
      !is_outermost (self, number, TRUE, y))
    return;
  if (take_plumb (self, edge->source, number, y, &edge->leaves))
    self->n_right[edge->source]--;
}

static void
try_to_enter (LijnExits *self, guint number, gboolean always)
{
  LijnTidyEdge *edge = lijn_tidy_edge (self->tidy, number);
  const LijnTidyNode *target = lijn_tidy_node (self->tidy, edge->target);
  double y = y_before_target (self->tidy, edge);

  if (is_level (y, target->y) || (!always && self->n_left[edge->target] < 2) ||
      (is_short (self->tidy, edge) && edge->leaves != LIJN_TIDY_LEVEL) ||
      !is_outermost (self, number, FALSE, y))
    return;
  if (take_plumb (self, edge->target, number, y, &edge->enters))
    self->n_left[edge->target]--;
}

static gboolean
changes_strip (LijnTidy *tidy, const LijnTidyEdge *edge, gboolean at_source)
{
  const LijnTidyNode *end = lijn_tidy_node (tidy, at_source ? edge->source : edge->target);
  const LijnTidyNode *other = lijn_tidy_node (tidy, at_source ? edge->target : edge->source);

  return end->strip != (is_short (tidy, edge) ? other->strip : edge->strip);
}

static void
count_level_ends (LijnExits *self)
{
  LijnTidy *tidy = self->tidy;

  for (guint i = 0; i < tidy->edges->len; i++)
    {
      LijnTidyEdge *edge = lijn_tidy_edge (tidy, i);

      if (stays_in_layer (tidy, edge))
        try_straight (self, edge);
      if (edge->leaves != LIJN_TIDY_LEVEL)
        continue;
      edge->plumb = FALSE;
      self->n_right[edge->source]++;
      (stays_in_layer (tidy, edge) ? self->n_right : self->n_left)[edge->target]++;
    }
}

static void
choose (LijnExits *self)
{
  LijnTidy *tidy = self->tidy;

  count_level_ends (self);
  for (guint i = 0; i < tidy->edges->len; i++)
    {
      const LijnTidyEdge *edge = lijn_tidy_edge (tidy, i);

      if (!edge->turned || stays_in_layer (tidy, edge))
        continue;
      try_to_leave (self, i, TRUE);
      try_to_enter (self, i, TRUE);
    }
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < tidy->edges->len; i++)
      {
        const LijnTidyEdge *edge = lijn_tidy_edge (tidy, i);

        if (edge->turned || edge->plumb || stays_in_layer (tidy, edge))
          continue;
        if (pass == 0 && edge->leaves == LIJN_TIDY_LEVEL)
          try_to_leave (self, i, changes_strip (tidy, edge, TRUE));
        if (pass == 1 && edge->enters == LIJN_TIDY_LEVEL)
          try_to_enter (self, i, changes_strip (tidy, edge, FALSE));
      }
}

void
lijn_tidy_choose_exits (LijnTidy *tidy)
{
  guint n = tidy->n_elements;
  g_autofree guint *n_right = g_new0 (guint, n + 1);
  g_autofree guint *n_left = g_new0 (guint, n + 1);
  g_autofree gboolean *above = g_new0 (gboolean, n + 1);
  g_autofree gboolean *below = g_new0 (gboolean, n + 1);
  g_autoptr (GPtrArray) plumb = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree guint *sources = g_new (guint, tidy->edges->len + 1);
  g_autofree guint *targets = g_new (guint, tidy->edges->len + 1);
  LijnExits exits = { .tidy = tidy,
                      .n_right = n_right,
                      .n_left = n_left,
                      .above = above,
                      .below = below,
                      .plumb = plumb };

  for (guint i = 0; i < tidy->edges->len; i++)
    {
      sources[i] = lijn_tidy_edge (tidy, i)->source;
      targets[i] = lijn_tidy_edge (tidy, i)->target;
    }
  lijn_tidy_index_make (&exits.out, sources, tidy->edges->len, n);
  lijn_tidy_index_make (&exits.in, targets, tidy->edges->len, n);
  for (guint i = 0; i < tidy->layers->len; i++)
    g_ptr_array_add (plumb, g_array_new (FALSE, FALSE, sizeof (LijnPoint)));
  choose (&exits);
  lijn_tidy_index_clear (&exits.out);
  lijn_tidy_index_clear (&exits.in);
}

/* A level end of a flow, at one side of an element. */
typedef struct
{
  guint edge;
  gboolean at_source;
  double key; /* sorts from above */
  double off; /* of where the flow runs on, from the element's middle */
} LijnEnd;

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const LijnEnd *one = a;
  const LijnEnd *other = b;

  if (one->key < other->key || one->key > other->key)
    return one->key < other->key ? -1 : 1;
  return one->edge < other->edge ? -1 : one->edge > other->edge;
}

/* The end that leads straight on has the middle; the others lie beside it, in order. */
static double
wish_of_end (const GArray *ends, guint i)
{
  const LijnEnd *end = &g_array_index (ends, LijnEnd, i);

  for (guint j = 0; j < ends->len; j++)
    if (is_level (g_array_index (ends, LijnEnd, j).off, 0))
      return ((double) i - j) * LIJN_TIDY_LANE;
  if (ends->len == 1)
    return end->off;
  return (i - (ends->len - 1) / 2.0) * LIJN_TIDY_LANE;
}

/* Of a round shape only the middle of a side can be met, of a diamond two places more. */
static double
fit_end (const LijnTidyNode *node, double wish, double most, gboolean alone)
{
  double room = node->half_height - CORNER;

  if (node->box->kind == LIJN_ELEMENT_KIND_DECISION)
    return alone || fabs (wish) < 1 ? 0
                                    : (wish < 0 ? -1 : 1) * 2 * node->half_height * DECISION_PART;
  if (lijn_kind_is_pointed (node->box->kind) || room <= 0)
    return 0;
  if (alone)
    return fabs (wish) <= room ? wish : 0;
  return most > room ? wish * room / most : wish;
}

static void
spread (LijnTidy *tidy, guint number, GArray *ends)
{
  const LijnTidyNode *node = lijn_tidy_node (tidy, number);
  double most = 0;

  g_array_sort (ends, compare_ends);
  for (guint i = 0; i < ends->len; i++)
    most = MAX (most, fabs (wish_of_end (ends, i)));
  for (guint i = 0; i < ends->len; i++)
    {
      const LijnEnd *end = &g_array_index (ends, LijnEnd, i);
      LijnTidyEdge *edge = lijn_tidy_edge (tidy, end->edge);

      *(end->at_source ? &edge->leaves_off : &edge->enters_off) = fit_end (
          node, wish_of_end (ends, i), most, ends->len == 1);
    }
}

static void
add_end (LijnTidy *tidy, GPtrArray *sides, guint number, gboolean at_source)
{
  const LijnTidyEdge *edge = lijn_tidy_edge (tidy, number);
  guint element = at_source ? edge->source : edge->target;
  double y = at_source ? y_after_source (tidy, edge) : y_before_target (tidy, edge);
  gboolean turns = edge->turned || stays_in_layer (tidy, edge);
  gboolean at_right = at_source || stays_in_layer (tidy, edge);
  LijnEnd end = { number, at_source, y, y - lijn_tidy_node (tidy, element)->y };
  guint side = 2 * element + (at_right ? 1 : 0);

  /* What turns round the element lies outermost. */
  if (turns)
    end.key = end.off < 0 ? -G_MAXDOUBLE : G_MAXDOUBLE;
  if (sides->pdata[side] == NULL)
    sides->pdata[side] = g_array_new (FALSE, FALSE, sizeof (LijnEnd));
  g_array_append_val (sides->pdata[side], end);
}

void
lijn_tidy_spread_ends (LijnTidy *tidy)
{
  g_autoptr (GPtrArray) sides = g_ptr_array_new ();

  g_ptr_array_set_size (sides, (int) (2 * tidy->n_elements));
  for (guint i = 0; i < tidy->edges->len; i++)
    {
      const LijnTidyEdge *edge = lijn_tidy_edge (tidy, i);

      if (edge->leaves == LIJN_TIDY_LEVEL)
        add_end (tidy, sides, i, TRUE);
      if (edge->enters == LIJN_TIDY_LEVEL)
        add_end (tidy, sides, i, FALSE);
    }
  for (guint i = 0; i < sides->len; i++)
    if (sides->pdata[i] != NULL)
      {
        spread (tidy, i / 2, sides->pdata[i]);
        g_array_unref (sides->pdata[i]);
      }
}
