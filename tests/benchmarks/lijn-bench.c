/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bench.h"

const guint lijn_bench_sizes[4] = { 50, 500, 5000, 20000 };

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 *one = a;
  const gint64 *other = b;

  return (*one > *other) - (*one < *other);
}

double
lijn_bench_time (void (*work) (gpointer data), gpointer data, guint times)
{
  g_autofree gint64 *took = g_new (gint64, times);

  for (guint i = 0; i < times; i++)
    {
      gint64 start = g_get_monotonic_time ();

      work (data);
      took[i] = g_get_monotonic_time () - start;
    }
  qsort (took, times, sizeof *took, compare_times);
  return (double) took[times / 2] / 1000;
}

void
lijn_bench_print (const char *what, guint size, double ours, const char *floor_name, double floor)
{
  g_print ("%-24s %6u  %9.2f ms   %-24s %9.2f ms   %5.2f\n", what, size, ours, floor_name, floor,
           ours / MAX (floor, 0.001));
}
