/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bench.h"
#include "store-fixture.h"

#include <sqlite3.h>
#include <stdlib.h>

/* One edit on disk beside a bare SQLite transaction of the same rows, with the same promise
 * (a deleted journal, synchronous FULL) but no history. Both on files with the same map. */

#define REPEATS 60

typedef struct
{
  StoreFixture ours;
  StoreFixture floor;
  sqlite3 *db;
  sqlite3_stmt *begin, *move, *insert, *commit;
  int size; /* elements on the map */
  int batch; /* elements in one edit */
  int round;
} Bench;

static char *
element_id (int i)
{
  return g_strdup_printf ("e%d", i);
}

static void
fill (LijnStore *store, int size)
{
  LijnTransaction *edit = store_begin (store, "Fill");

  store_insert (edit, LIJN_TABLE_PARTY, "p", LIJN_CELLS (LIJN_TEXT ("name", "Customer")));
  store_insert (edit, LIJN_TABLE_MAP, "m", LIJN_CELLS (LIJN_TEXT ("title", "Map")));
  store_insert (edit, LIJN_TABLE_LANE, "l",
                LIJN_CELLS (LIJN_TEXT ("map", "m"), LIJN_TEXT ("party", "p")));
  for (int i = 0; i < size; i++)
    {
      g_autofree char *id = element_id (i);
      g_autofree char *flow = g_strdup_printf ("f%d", i);
      g_autofree char *before = element_id (MAX (i - 1, 0));

      store_insert (edit, LIJN_TABLE_ELEMENT, id,
                    LIJN_CELLS (LIJN_TEXT ("map", "m"), LIJN_TEXT ("lane", "l"),
                                LIJN_TEXT ("name", "Check the claim form"),
                                LIJN_REAL ("x", i * 140), LIJN_REAL ("y", 20)));
      store_insert (edit, LIJN_TABLE_FLOW, flow,
                    LIJN_CELLS (LIJN_TEXT ("map", "m"), LIJN_TEXT ("source", before),
                                LIJN_TEXT ("target", id)));
    }
  store_commit (edit);
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  return statement;
}

static void
run (sqlite3_stmt *statement)
{
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_reset (statement);
}

static void
set_up (Bench *b, int size)
{
  b->size = size;
  b->round = 0;
  store_fixture_set_up (&b->ours, NULL);
  store_fixture_set_up (&b->floor, NULL);
  fill (b->ours.store, size);
  fill (b->floor.store, size);
  g_clear_object (&b->floor.store);

  g_assert_cmpint (sqlite3_open (b->floor.path, &b->db), ==, SQLITE_OK);
  sqlite3_exec (b->db, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON", NULL, NULL, NULL);
  b->begin = prepare (b->db, "BEGIN IMMEDIATE");
  b->move = prepare (b->db, "UPDATE element SET x = ?, y = ? WHERE id = ?");
  b->insert = prepare (b->db, "INSERT INTO element (id, map, lane, name, x, y) VALUES "
                              "(?, 'm', 'l', 'New', 1, 2)");
  b->commit = prepare (b->db, "COMMIT");
}

static void
tear_down (Bench *b)
{
  sqlite3_finalize (b->begin);
  sqlite3_finalize (b->move);
  sqlite3_finalize (b->insert);
  sqlite3_finalize (b->commit);
  sqlite3_close (b->db);
  store_fixture_tear_down (&b->ours, NULL);
  store_fixture_tear_down (&b->floor, NULL);
}

static void
move_ours (gpointer data)
{
  Bench *b = data;
  LijnTransaction *edit = store_begin (b->ours.store, "Move");

  b->round++;
  for (int i = 0; i < b->batch; i++)
    {
      g_autofree char *id = element_id ((b->round * 7 + i) % b->size);

      store_update (edit, LIJN_TABLE_ELEMENT, id,
                    LIJN_CELLS (LIJN_REAL ("x", b->round + i), LIJN_REAL ("y", b->round)));
    }
  store_commit (edit);
}

static void
move_floor (gpointer data)
{
  Bench *b = data;

  b->round++;
  run (b->begin);
  for (int i = 0; i < b->batch; i++)
    {
      g_autofree char *id = element_id ((b->round * 7 + i) % b->size);

      sqlite3_bind_double (b->move, 1, b->round + i);
      sqlite3_bind_double (b->move, 2, b->round);
      sqlite3_bind_text (b->move, 3, id, -1, SQLITE_STATIC);
      run (b->move);
    }
  run (b->commit);
}

static void
insert_ours (gpointer data)
{
  Bench *b = data;
  LijnTransaction *edit = store_begin (b->ours.store, "Insert");

  b->round++;
  for (int i = 0; i < b->batch; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%d-%d", b->round, i);

      store_insert (edit, LIJN_TABLE_ELEMENT, id,
                    LIJN_CELLS (LIJN_TEXT ("map", "m"), LIJN_TEXT ("lane", "l"),
                                LIJN_TEXT ("name", "New"), LIJN_REAL ("x", 1), LIJN_REAL ("y", 2)));
    }
  store_commit (edit);
}

static void
insert_floor (gpointer data)
{
  Bench *b = data;

  b->round++;
  run (b->begin);
  for (int i = 0; i < b->batch; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%d-%d", b->round, i);

      sqlite3_bind_text (b->insert, 1, id, -1, SQLITE_STATIC);
      run (b->insert);
    }
  run (b->commit);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const double *one = a;
  const double *other = b;

  return (*one > *other) - (*one < *other);
}

/* By turns, as the disk's mood changes. */
static void
compare (Bench *b, const char *what, int batch, void (*ours) (gpointer), void (*floor) (gpointer))
{
  double our_ms[REPEATS], floor_ms[REPEATS];

  b->batch = batch;
  for (int i = 0; i < REPEATS; i++)
    {
      floor_ms[i] = lijn_bench_time (floor, b, 1);
      our_ms[i] = lijn_bench_time (ours, b, 1);
    }
  qsort (our_ms, REPEATS, sizeof *our_ms, compare_times);
  qsort (floor_ms, REPEATS, sizeof *floor_ms, compare_times);
  lijn_bench_print (what, (guint) b->size, our_ms[REPEATS / 2], "bare SQLite edit",
                    floor_ms[REPEATS / 2]);
}

int
main (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lijn_bench_sizes); i++)
    {
      Bench b = { 0 };

      set_up (&b, (int) lijn_bench_sizes[i]);
      compare (&b, "move a step", 1, move_ours, move_floor);
      compare (&b, "add a step", 1, insert_ours, insert_floor);
      compare (&b, "move 50 steps", 50, move_ours, move_floor);
      tear_down (&b);
    }
  return 0;
}
