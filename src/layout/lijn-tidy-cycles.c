/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-tidy-graph.h"

/* Tidying, step 1: flows that go back are turned round, so that what is left has a direction. A walk
 * in depth finds them, from where things start, in the order of reading: of a circle, the flow that
 * leads back to the left is the one turned. What leads back to an earlier phase is turned anyhow. */

typedef enum
{
  UNSEEN,
  OPEN,
  DONE
} LijnWalkState;

typedef struct
{
  LijnTidy *tidy;
  LijnTidyIndex out;
  LijnWalkState *states;
  guint *at; /* how far the walk is in the flows of each element */
  GArray *way; /* guint: elements from the root to here */
} LijnWalk;

/* Without recursion: a map may be thousands of steps long. */
static void
walk_from (LijnWalk *walk, guint root)
{
  walk->states[root] = OPEN;
  g_array_append_val (walk->way, root);
  while (walk->way->len > 0)
    {
      guint node = g_array_index (walk->way, guint, walk->way->len - 1);
      LijnTidyEdge *edge;

      if (walk->at[node] == walk->out.first[node + 1])
        {
          walk->states[node] = DONE;
          g_array_set_size (walk->way, walk->way->len - 1);
          continue;
        }
      edge = lijn_tidy_edge (walk->tidy, walk->out.items[walk->at[node]++]);
      if (edge->aside || edge->turned)
        continue;
      if (walk->states[edge->target] == OPEN)
        edge->turned = TRUE;
      else if (walk->states[edge->target] == UNSEEN)
        {
          walk->states[edge->target] = OPEN;
          g_array_append_val (walk->way, edge->target);
        }
    }
}

void
lijn_tidy_break_cycles (LijnTidy *tidy)
{
  guint n = tidy->n_elements;
  g_autofree guint *n_in = g_new0 (guint, n + 1);
  g_autofree guint *at = g_new0 (guint, n + 1);
  g_autofree LijnWalkState *states = g_new0 (LijnWalkState, n + 1);
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (guint));
  LijnWalk walk = { .tidy = tidy, .states = states, .at = at, .way = way };

  lijn_tidy_index_edges (tidy, &walk.out, FALSE);
  for (guint i = 0; i < n; i++)
    at[i] = walk.out.first[i];
  for (guint i = 0; i < tidy->edges->len; i++)
    {
      LijnTidyEdge *edge = lijn_tidy_edge (tidy, i);

      edge->turned = !edge->aside && lijn_tidy_node (tidy, edge->source)->phase >
                                         lijn_tidy_node (tidy, edge->target)->phase;
      if (!edge->aside && !edge->turned)
        n_in[edge->target]++;
    }
  /* First from where things start, then from what is left, which lies on cycles only. */
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      if (states[i] == UNSEEN && (pass > 0 || n_in[i] == 0))
        walk_from (&walk, i);
  lijn_tidy_index_clear (&walk.out);
}
