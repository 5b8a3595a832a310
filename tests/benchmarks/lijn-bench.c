/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bench.h"

#include "lijn-schema.h"

#include <sqlite3.h>
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
take_median (void (*before) (gpointer data), void (*work) (gpointer data), gpointer data,
             guint times, gint64 (*now) (void))
{
  g_autofree gint64 *took = g_new (gint64, times);

  for (guint i = 0; i < times; i++)
    {
      gint64 start;

      if (before != NULL)
        before (data);
      start = now ();
      work (data);
      took[i] = now () - start;
    }
  qsort (took, times, sizeof *took, compare_times);
  return (double) took[times / 2] / 1000;
}

double
lijn_bench_time (void (*work) (gpointer data), gpointer data, guint times)
{
  return take_median (NULL, work, data, times, g_get_monotonic_time);
}

double
lijn_bench_cpu (void (*work) (gpointer data), gpointer data, guint times)
{
  return take_median (NULL, work, data, times, get_cpu_time);
}

double
lijn_bench_cpu_after (void (*before) (gpointer data), void (*work) (gpointer data), gpointer data,
                      guint times)
{
  return take_median (before, work, data, times, get_cpu_time);
}

void
lijn_bench_print (const char *what, guint size, double ours, const char *floor_name, double floor)
{
  g_print ("%-24s %6u  %9.2f ms   %-24s %9.2f ms   %5.2f\n", what, size, ours, floor_name, floor,
           ours / MAX (floor, 0.001));
}

void
lijn_bench_read_rows (gpointer path)
{
  sqlite3 *db;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  for (int t = 0; t < LIJN_N_TABLES; t++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"",
                                              lijn_table_info ((LijnTable) t)->name);
      sqlite3_stmt *statement;
      gsize bytes = 0;

      sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);
      while (sqlite3_step (statement) == SQLITE_ROW)
        for (int i = 0; i < sqlite3_column_count (statement); i++)
          {
            sqlite3_column_text (statement, i);
            bytes += (gsize) sqlite3_column_bytes (statement, i);
          }
      sqlite3_finalize (statement);
      g_assert_cmpuint (bytes, <, G_MAXSIZE);
    }
  sqlite3_close (db);
}
