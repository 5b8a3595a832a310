/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-aims.h"
#include "lijn-bench.h"
#include "lijn-paint-aims.h"
#include "lijn-synthetic.h"

#include <glib/gstdio.h>

/* The page of the aims: its figures for now and for each session, what they are made of, and the whole
 * page painted, beside reading the same rows with bare SQLite. First at growing sizes, then over a
 * growing number of sessions. In time of the processor. */

#define SESSIONS 12
#define FRICTIONS 5000
#define TIMES 5

static void
work_out (gpointer project)
{
  LijnAims *aims = lijn_aims_new (project);
  guint n = lijn_aims_get_sessions (aims)->len;

  for (guint aim = 0; aim < LIJN_N_AIMS; aim++)
    for (guint i = 0; i <= n; i++)
      {
        LijnAimFigure figure = lijn_aims_get (aims, (LijnAim) aim, i < n ? i : LIJN_AIMS_NOW);

        g_assert_cmpint (figure.lack, ==, LIJN_LACK_NOTHING);
      }
  lijn_aims_free (aims);
}

static void
take_apart (gpointer project)
{
  LijnAims *aims = lijn_aims_new (project);

  for (guint aim = 0; aim < LIJN_N_AIMS; aim++)
    g_ptr_array_unref (lijn_aims_list_parts (aims, (LijnAim) aim, LIJN_AIMS_NOW));
  lijn_aims_free (aims);
}

static void
paint (gpointer project)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1100, 1400);
  cairo_t *cr = cairo_create (surface);
  const LijnPaintOptions options = { .scale = 1 };

  lijn_paint_aims_page (cr, project, FRICTIONS * G_TIME_SPAN_DAY * 5, 0, 0, 1080, &options);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
measure (const char *folder, guint frictions, guint sessions)
{
  static const struct
  {
    const char *what;
    void (*work) (gpointer project);
  } parts[] = {
    { "figures", work_out },
    { "parts", take_apart },
    { "page", paint },
  };
  g_autofree char *path = g_strdup_printf ("%s/%u-%u.waslijn", folder, frictions, sessions);
  g_autoptr (LijnProject) project = lijn_synthetic_make_talk (path, frictions, sessions);
  double floor = lijn_bench_cpu (lijn_bench_read_rows, path, TIMES);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *what = g_strdup_printf ("aims %s, %u sessions", parts[i].what, sessions);

      lijn_bench_print (what, frictions, lijn_bench_cpu (parts[i].work, project, TIMES),
                        "bare SQLite rows", floor);
    }
  g_clear_object (&project);
  g_remove (path);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("lijn-bench-XXXXXX", NULL);

  for (guint frictions = FRICTIONS / 8; frictions <= FRICTIONS; frictions *= 2)
    measure (folder, frictions, SESSIONS);
  for (guint sessions = SESSIONS / 4; sessions < SESSIONS; sessions *= 2)
    measure (folder, FRICTIONS, sessions);
  g_rmdir (folder);

  return 0;
}
