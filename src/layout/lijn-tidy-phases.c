/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-tidy-graph.h"

/* Tidying and phases: each is as wide as the columns of what stands in it, and begins half way
 * between columns. One in which nothing stands keeps its width. */

void
lijn_tidy_span_phases (LijnTidy *tidy)
{
  for (guint i = 0; i < tidy->n_elements; i++)
    {
      const LijnTidyNode *node = lijn_tidy_node (tidy, i);
      LijnTidyPhaseSpan *span;

      if (node->phase % 2 == 0 || tidy->phases->len == 0)
        continue;
      span = &g_array_index (tidy->phases, LijnTidyPhaseSpan, node->phase / 2);
      span->first = span->used ? MIN (span->first, node->layer) : node->layer;
      span->last = span->used ? MAX (span->last, node->layer) : node->layer;
      span->used = TRUE;
    }
}
