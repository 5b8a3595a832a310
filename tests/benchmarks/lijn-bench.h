/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The sizes, in steps, at which the curve is looked at. */
extern const guint lijn_bench_sizes[4];

/* Runs @work @times times. Returns: the median of how long one run took, in milliseconds. */
double lijn_bench_time (void (*work) (gpointer data), gpointer data, guint times);

/* The same in time of the processor: for what waits for frames, and on a machine that does more. */
double lijn_bench_cpu (void (*work) (gpointer data), gpointer data, guint times);

/* A floor: reads every row of the project file at @path with bare SQLite. */
void lijn_bench_read_rows (gpointer path);

/* The same, with @before called before each run and its time not counted. */
double lijn_bench_cpu_after (void (*before) (gpointer data), void (*work) (gpointer data),
                             gpointer data, guint times);

/* Prints a line of the table: what, how large, ours, the floor, and how the two compare. */
void lijn_bench_print (const char *what, guint size, double ours, const char *floor_name,
                       double floor);

G_END_DECLS
