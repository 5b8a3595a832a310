/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib.h>
#include <math.h>

#include "lijn-line.h"

/* Lines bent by hand stay at right angles and hold on to both ends. */

static const LijnPoint line[] = { { 100, 50 },  { 150, 50 },  { 150, 120 },
                                  { 220, 120 }, { 220, 200 }, { 300, 200 } };
static const LijnRect source = { 0, 20, 100, 60 }, target = { 300, 170, 100, 60 };

static void
assert_square (const LijnPoint *points, guint n)
{
  g_assert_cmpuint (n, >=, 2);
  for (guint i = 0; i + 1 < n; i++)
    g_assert_true (fabs (points[i].x - points[i + 1].x) < 0.01 ||
                   fabs (points[i].y - points[i + 1].y) < 0.01);
}

static gboolean
is_on_side (const LijnPoint *end, const LijnRect *shape, double x)
{
  return fabs (end->x - x) < 0.01 && end->y >= shape->y && end->y <= shape->y + shape->height;
}

static void
test_inner_stretch (void)
{
  guint n = 0;
  g_autofree LijnPoint *bent = lijn_line_shift (line, G_N_ELEMENTS (line), 1, 20, &source, &target,
                                                &n);

  assert_square (bent, n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (line));
  g_assert_cmpfloat (bent[1].x, ==, 170);
  g_assert_cmpfloat (bent[2].x, ==, 170);
  g_assert_cmpfloat (bent[0].x, ==, line[0].x);
}

/* The first stretch slides along its shape, and past the corner gets two more bends; on a shape
 * without straight sides at once. */
static void
test_first_stretch (void)
{
  guint n = 0;
  g_autofree LijnPoint *slid = lijn_line_shift (line, G_N_ELEMENTS (line), 0, 15, &source, &target,
                                                &n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (line));
  g_assert_cmpfloat (slid[0].y, ==, 65);
  g_clear_pointer (&slid, g_free);
  slid = lijn_line_shift (line, G_N_ELEMENTS (line), 0, 40, &source, &target, &n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (line) + 2);
  g_assert_cmpfloat (slid[0].y, ==, 50);
  assert_square (slid, n);
  g_clear_pointer (&slid, g_free);
  slid = lijn_line_shift (line, G_N_ELEMENTS (line), 0, 15, NULL, &target, &n);
  g_assert_cmpfloat (slid[0].y, ==, 50);
  assert_square (slid, n);
}

/* A straight line between two shapes can be given bends at both ends. */
static void
test_straight (void)
{
  const LijnPoint straight[] = { { 100, 50 }, { 300, 50 } };
  guint n = 0;
  g_autofree LijnPoint *bent = lijn_line_shift (straight, 2, 0, 80, &source, NULL, &n);

  assert_square (bent, n);
  g_assert_cmpuint (n, ==, 6);
  g_assert_cmpfloat (bent[0].y, ==, 50);
  g_assert_cmpfloat (bent[n - 1].y, ==, 50);
  g_assert_cmpfloat (bent[2].y, ==, 130);
}

static void
test_bend (void)
{
  guint n = 0;
  g_autofree LijnPoint *bent = lijn_line_move_bend (line, G_N_ELEMENTS (line), 2, 10, 12, &source,
                                                    &target, &n);

  assert_square (bent, n);
  g_assert_cmpfloat (bent[2].x, ==, 160);
  g_assert_cmpfloat (bent[2].y, ==, 132);
}

static void
test_remove (void)
{
  guint n = 0;
  g_autofree LijnPoint *less = lijn_line_remove_bend (line, G_N_ELEMENTS (line), 2, &n);
  const LijnPoint corner[] = { { 100, 50 }, { 350, 50 }, { 350, 170 } };

  g_assert_nonnull (less);
  assert_square (less, n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (line) - 2);
  g_assert_cmpfloat (less[0].x, ==, line[0].x);
  g_assert_cmpfloat (less[0].y, ==, line[0].y);
  g_assert_cmpfloat (less[n - 1].y, ==, line[G_N_ELEMENTS (line) - 1].y);
  g_assert_null (lijn_line_remove_bend (corner, 3, 1, &n));
}

/* Anything done to it at random: right angles, and each end on its side of its shape. */
static void
test_random (void)
{
  for (guint run = 0; run < 500; run++)
    {
      g_autofree LijnPoint *points = g_memdup2 (line, sizeof line);
      guint n = G_N_ELEMENTS (line);

      for (guint step = 0; step < 12; step++)
        {
          gboolean bend = n > 2 && g_test_rand_bit ();
          guint which = (guint) (bend ? g_test_rand_int_range (1, (int) n - 1)
                                      : g_test_rand_int_range (0, (int) n - 1));
          double by = 4 * g_test_rand_int_range (-30, 30),
                 aside = 4 * g_test_rand_int_range (-9, 9);
          LijnPoint *next = bend ? lijn_line_move_bend (points, n, which, by, aside, &source,
                                                        &target, &n)
                                 : lijn_line_shift (points, n, which, by, &source, &target, &n);

          g_free (points);
          points = next;
          assert_square (points, n);
          g_assert_true (is_on_side (&points[0], &source, 100));
          g_assert_true (is_on_side (&points[n - 1], &target, 300));
          if (n < 3)
            break;
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/line/inner-stretch", test_inner_stretch);
  g_test_add_func ("/layout/line/first-stretch", test_first_stretch);
  g_test_add_func ("/layout/line/straight", test_straight);
  g_test_add_func ("/layout/line/bend", test_bend);
  g_test_add_func ("/layout/line/remove", test_remove);
  g_test_add_func ("/layout/line/random", test_random);
  return g_test_run ();
}
