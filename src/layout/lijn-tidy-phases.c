/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-tidy-graph.h"

/* Tidying and phases: each is as wide as the columns of what stands in it, and begins half way
 * between columns. One in which nothing stands keeps its width, and comes after all that stands left
 * of it. Layers grow with phases, so each phase is a run of layers. */

void
lijn_tidy_span_phases (LijnTidy *tidy)
{
  guint n = tidy->phases->len;
  g_autofree guint *ends = g_new0 (guint, 2 * n + 1); /* layers up to each phase, and after it */

  for (guint i = 0; i < tidy->n_elements; i++)
    {
      const LijnTidyNode *node = lijn_tidy_node (tidy, i);
      LijnTidyPhaseSpan *span;

      ends[node->phase] = MAX (ends[node->phase], node->layer + 1);
      if (node->phase % 2 == 0)
        continue;
      span = &g_array_index (tidy->phases, LijnTidyPhaseSpan, node->phase / 2);
      span->first = span->used ? MIN (span->first, node->layer) : node->layer;
      span->last = span->used ? MAX (span->last, node->layer) : node->layer;
      span->used = TRUE;
    }
  for (guint i = 1; i <= 2 * n; i++)
    ends[i] = MAX (ends[i], ends[i - 1]);
  for (guint i = 0; i < n; i++)
    {
      LijnTidyPhaseSpan *span = &g_array_index (tidy->phases, LijnTidyPhaseSpan, i);

      if (!span->used)
        span->first = ends[2 * i];
    }
}
