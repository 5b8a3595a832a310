/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bench.h"

#include <time.h>

const guint lijn_bench_sizes[4] = { 50, 500, 5000, 20000 };

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 *one = a;
  const gint64 *other = b;

  return (*one > *other) - (*one < *other);
}

static gint64
get_cpu_time (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &spent);
  return spent.tv_sec * G_USEC_PER_SEC + spent.tv_nsec / 1000;
}

static double
take_median (void (*work) (gpointer data), gpointer data, guint times, gint64 (*now) (void))
{
  g_autofree gint64 *took = g_new (gint64, times);

  for (guint i = 0; i < times; i++)
    {
      gint64 start = now ();

      work (data);
      took[i] = now () - start;
    }
  qsort (took, times, sizeof *took, compare_times);
  return (double) took[times / 2] / 1000;
}

double
lijn_bench_time (void (*work) (gpointer data), gpointer data, guint times)
{
  return take_median (work, data, times, g_get_monotonic_time);
}

double
lijn_bench_cpu (void (*work) (gpointer data), gpointer data, guint times)
{
  return take_median (work, data, times, get_cpu_time);
}

void
lijn_bench_print (const char *what, guint size, double ours, const char *floor_name, double floor)
{
  g_print ("%-24s %6u  %9.2f ms   %-24s %9.2f ms   %5.2f\n", what, size, ours, floor_name, floor,
           ours / MAX (floor, 0.001));
}
