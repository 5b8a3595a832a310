/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-scene.h"

#include <math.h>

/* A way round what is in the way. The lines that matter run just beside elements, so the search is
 * on the graph of the crossings of all those rows and columns (Hanan's grid) near the two shapes,
 * with the direction of travel in the state, so that bends cost (A*; Hart, Nilsson & Raphael 1968).
 */

#define REACH 260.0 /* how far round the two shapes it looks */
#define BESIDE 12.0 /* from an element to the rows and columns beside it */
#define MOST_BOXES 48
#define MOST_LINES 96 /* rows, and columns */

typedef struct
{
  LijnSearch *search;
  double xs[MOST_LINES], ys[MOST_LINES];
  guint n_xs, n_ys;
  LijnPort starts[LIJN_N_SIDES], ends[LIJN_N_SIDES];
  double *costs; /* of each state */
  int *from; /* the state before; -1 - side: a start */
  gboolean *done;
  GArray *heap; /* LijnStep */
  int goal; /* state, or -1 */
  LijnSide goal_side;
  double goal_cost;
} LijnMaze;

typedef struct
{
  double guess;
  int state;
} LijnStep;

static void
add_line (double *lines, guint *n, double at)
{
  if (*n < MOST_LINES)
    lines[(*n)++] = at;
}

static int
compare_doubles (const void *a, const void *b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

static void
sort_lines (double *lines, guint *n)
{
  guint kept = 0;

  qsort (lines, *n, sizeof (double), compare_doubles);
  for (guint i = 0; i < *n; i++)
    if (kept == 0 || lines[i] - lines[kept - 1] > 0.01)
      lines[kept++] = lines[i];
  *n = kept;
}

static guint
index_of (const double *lines, guint n, double at)
{
  for (guint i = 0; i < n; i++)
    if (fabs (lines[i] - at) <= 0.02)
      return i;
  return n;
}

static double
distance_between (const LijnRect *a, const LijnRect *b)
{
  double dx = MAX (MAX (a->x - b->x - b->width, b->x - a->x - a->width), 0);
  double dy = MAX (MAX (a->y - b->y - b->height, b->y - a->y - a->height), 0);

  return dx + dy;
}

/* The nearest ones first, and by place where equally near: what is found may come in any order. */
static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  const LijnRect *one = &(*(LijnGridItem *const *) a)->rect;
  const LijnRect *other = &(*(LijnGridItem *const *) b)->rect;
  LijnSearch *search = data;
  double left = MIN (distance_between (one, &search->source),
                     distance_between (one, &search->target));
  double right = MIN (distance_between (other, &search->source),
                      distance_between (other, &search->target));

  if (left < right || left > right)
    return left < right ? -1 : 1;
  if (one->x < other->x || one->x > other->x)
    return one->x < other->x ? -1 : 1;
  return (one->y > other->y) - (one->y < other->y);
}

static void
add_lines_beside (LijnMaze *maze, const LijnRect *rect)
{
  add_line (maze->xs, &maze->n_xs, rect->x - BESIDE);
  add_line (maze->xs, &maze->n_xs, rect->x + rect->width + BESIDE);
  add_line (maze->ys, &maze->n_ys, rect->y - BESIDE);
  add_line (maze->ys, &maze->n_ys, rect->y + rect->height + BESIDE);
}

static void
list_lines (LijnMaze *maze)
{
  LijnSearch *search = maze->search;
  LijnRect area = lijn_rect_union (&search->source, &search->target);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  guint boxes = 0;

  area = lijn_rect_grow (&area, REACH);
  search->seen = lijn_rect_union (&search->seen, &area);
  lijn_grid_find (search->layout->things, &area, items);
  g_ptr_array_sort_with_data (items, compare_items, search);
  for (guint i = 0; i < items->len && boxes < MOST_BOXES; i++)
    {
      const LijnGridItem *item = g_ptr_array_index (items, i);

      if (item->kind != LIJN_ITEM_BOX)
        continue;
      boxes++;
      add_lines_beside (maze, &item->rect);
    }
}

static LijnPort
make_port (const LijnRect *rect, LijnSide side, double cost)
{
  LijnPoint at = lijn_search_middle (rect, side);

  return (LijnPort){
    { at.x + lijn_outward[side].x * LIJN_STUB, at.y + lijn_outward[side].y * LIJN_STUB }, side, cost
  };
}

static void
list_ends (LijnMaze *maze)
{
  for (LijnSide side = LIJN_SIDE_RIGHT; side < LIJN_N_SIDES; side++)
    {
      LijnPort *ports[] = { &maze->starts[side], &maze->ends[side] };

      *ports[0] = make_port (&maze->search->source, side, lijn_cost_of_leaving[side]);
      *ports[1] = make_port (&maze->search->target, side, lijn_cost_of_entering[side]);
      for (int i = 0; i < 2; i++)
        {
          add_line (maze->xs, &maze->n_xs, ports[i]->at.x);
          add_line (maze->ys, &maze->n_ys, ports[i]->at.y);
        }
    }
}

static LijnPoint
point_of (LijnMaze *maze, int state)
{
  guint place = (guint) state / LIJN_N_SIDES;

  return (LijnPoint){ maze->xs[place % maze->n_xs], maze->ys[place / maze->n_xs] };
}

static int
state_at (LijnMaze *maze, guint column, guint row, LijnSide way)
{
  return (int) ((row * maze->n_xs + column) * LIJN_N_SIDES + way);
}

/* The nearest target port bounds what is left from below. */
static double
guess_left (LijnMaze *maze, LijnPoint at)
{
  double least = G_MAXDOUBLE;

  for (int i = 0; i < LIJN_N_SIDES; i++)
    least = MIN (least, fabs (maze->ends[i].at.x - at.x) + fabs (maze->ends[i].at.y - at.y));
  return least;
}

static void
push (GArray *heap, LijnStep step)
{
  guint at = heap->len;

  g_array_append_val (heap, step);
  while (at > 0)
    {
      LijnStep *child = &g_array_index (heap, LijnStep, at);
      LijnStep *parent = &g_array_index (heap, LijnStep, (at - 1) / 2);
      LijnStep swap = *parent;

      if (parent->guess < child->guess ||
          (parent->guess <= child->guess && parent->state <= child->state))
        return;
      *parent = *child;
      *child = swap;
      at = (at - 1) / 2;
    }
}

static gboolean
is_before (GArray *heap, guint a, guint b)
{
  LijnStep *one = &g_array_index (heap, LijnStep, a);
  LijnStep *other = &g_array_index (heap, LijnStep, b);

  return one->guess < other->guess || (one->guess <= other->guess && one->state < other->state);
}

static LijnStep
pop (GArray *heap)
{
  LijnStep first = g_array_index (heap, LijnStep, 0);
  guint at = 0;

  g_array_index (heap, LijnStep, 0) = g_array_index (heap, LijnStep, heap->len - 1);
  g_array_set_size (heap, heap->len - 1);
  for (;;)
    {
      guint least = at;
      LijnStep swap;

      for (guint child = 2 * at + 1; child <= 2 * at + 2 && child < heap->len; child++)
        if (is_before (heap, child, least))
          least = child;
      if (least == at)
        return first;
      swap = g_array_index (heap, LijnStep, at);
      g_array_index (heap, LijnStep, at) = g_array_index (heap, LijnStep, least);
      g_array_index (heap, LijnStep, least) = swap;
      at = least;
    }
}

static void
reach (LijnMaze *maze, int state, int from, double cost)
{
  if (maze->done[state] || cost >= maze->costs[state])
    return;
  maze->costs[state] = cost;
  maze->from[state] = from;
  push (maze->heap, (LijnStep){ cost + guess_left (maze, point_of (maze, state)), state });
}

static void
start (LijnMaze *maze)
{
  for (LijnSide side = LIJN_SIDE_RIGHT; side < LIJN_N_SIDES; side++)
    {
      const LijnPort *port = &maze->starts[side];
      LijnPoint stub[] = { lijn_search_middle (&maze->search->source, side), port->at };
      guint column = index_of (maze->xs, maze->n_xs, port->at.x);
      guint row = index_of (maze->ys, maze->n_ys, port->at.y);
      double cost = port->cost + lijn_search_judge (maze->search, stub, 2, G_MAXDOUBLE);

      if (column < maze->n_xs && row < maze->n_ys && maze->search->n_hits == 0 &&
          lijn_search_has_side (maze->search->source_box, side))
        reach (maze, state_at (maze, column, row, side), -1 - (int) side,
               cost + 2 * LIJN_COST_BEND);
    }
}

/* Goes one crossing on from @state to every side but back. */
static void
go_on (LijnMaze *maze, int state)
{
  static const LijnSide opposite[] = { LIJN_SIDE_LEFT, LIJN_SIDE_TOP, LIJN_SIDE_BOTTOM,
                                       LIJN_SIDE_RIGHT };
  LijnSide way = (LijnSide) (state % LIJN_N_SIDES);
  guint column = (guint) state / LIJN_N_SIDES % maze->n_xs;
  guint row = (guint) state / LIJN_N_SIDES / maze->n_xs;

  for (LijnSide side = LIJN_SIDE_RIGHT; side < LIJN_N_SIDES; side++)
    {
      guint next_column = column + (guint) (int) lijn_outward[side].x;
      guint next_row = row + (guint) (int) lijn_outward[side].y;
      LijnPoint step[2];
      double cost;

      if (side == opposite[way] || next_column >= maze->n_xs || next_row >= maze->n_ys)
        continue;
      step[0] = point_of (maze, state);
      step[1] = (LijnPoint){ maze->xs[next_column], maze->ys[next_row] };
      cost = lijn_search_judge (maze->search, step, 2, G_MAXDOUBLE);
      if (maze->search->n_hits > 0)
        continue;
      reach (maze, state_at (maze, next_column, next_row, side), state,
             maze->costs[state] + cost + (side != way ? LIJN_COST_BEND : 0));
    }
}

/* Whether @state is at a place where the target can be entered, heading for it. */
static void
try_to_end (LijnMaze *maze, int state)
{
  LijnPoint at = point_of (maze, state);
  LijnSide way = (LijnSide) (state % LIJN_N_SIDES);

  for (LijnSide side = LIJN_SIDE_RIGHT; side < LIJN_N_SIDES; side++)
    {
      const LijnPort *port = &maze->ends[side];
      LijnPoint stub[] = { at, lijn_search_middle (&maze->search->target, side) };
      gboolean straight = lijn_outward[way].x * lijn_outward[side].x < 0 ||
                          lijn_outward[way].y * lijn_outward[side].y < 0;
      double cost;

      if (fabs (port->at.x - at.x) > 0.02 || fabs (port->at.y - at.y) > 0.02 ||
          !lijn_search_has_side (maze->search->target_box, side))
        continue;
      cost = port->cost + lijn_search_judge (maze->search, stub, 2, G_MAXDOUBLE);
      if (maze->search->n_hits > 0)
        continue;
      cost += maze->costs[state] + (straight ? 0 : LIJN_COST_BEND);
      if (cost < maze->goal_cost)
        {
          maze->goal_cost = cost;
          maze->goal = state;
          maze->goal_side = side;
        }
    }
}

static void
walk (LijnMaze *maze)
{
  start (maze);
  while (maze->heap->len > 0)
    {
      LijnStep step = pop (maze->heap);

      if (step.guess >= maze->goal_cost)
        return;
      if (maze->done[step.state])
        continue;
      maze->done[step.state] = TRUE;
      try_to_end (maze, step.state);
      go_on (maze, step.state);
    }
}

static void
take_path (LijnMaze *maze)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (LijnPoint));
  LijnPoint end = lijn_search_middle (&maze->search->target, maze->goal_side);
  int state = maze->goal;
  GArray *best = maze->search->best;

  g_array_append_val (path, end);
  for (; state >= 0; state = maze->from[state])
    {
      LijnPoint at = point_of (maze, state);

      g_array_append_val (path, at);
    }
  end = lijn_search_middle (&maze->search->source, (LijnSide) (-1 - state));
  g_array_append_val (path, end);
  g_array_set_size (best, 0);
  for (guint i = path->len; i-- > 0;)
    g_array_append_val (best, g_array_index (path, LijnPoint, i));
  g_array_set_size (best, lijn_path_simplify ((LijnPoint *) (void *) best->data, best->len));
}

void
lijn_maze_run (LijnSearch *search)
{
  g_autofree LijnMaze *maze = g_new0 (LijnMaze, 1);
  g_autoptr (GArray) heap = g_array_new (FALSE, FALSE, sizeof (LijnStep));
  g_autofree double *costs = NULL;
  g_autofree int *from = NULL;
  g_autofree gboolean *done = NULL;
  guint n;

  maze->search = search;
  list_ends (maze);
  list_lines (maze);
  sort_lines (maze->xs, &maze->n_xs);
  sort_lines (maze->ys, &maze->n_ys);
  n = maze->n_xs * maze->n_ys * LIJN_N_SIDES;
  maze->costs = costs = g_new (double, n);
  maze->from = from = g_new0 (int, n);
  maze->done = done = g_new0 (gboolean, n);
  maze->heap = heap;
  maze->goal = -1;
  maze->goal_cost = G_MAXDOUBLE;
  for (guint i = 0; i < n; i++)
    costs[i] = G_MAXDOUBLE;
  walk (maze);
  if (maze->goal >= 0)
    take_path (maze);
}
