/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "claims-fixture.h"
#include "lijn-paint-aims.h"
#include "picture.h"

#include <glib/gstdio.h>

/* The page of the aims after four sessions, in the looks of screen and paper: figures, what they are
 * compared with, trends of which some have gaps, actions and open friction points. */

#define WIDTH 900
#define WEEK (7 * 24 * 60 * 60 * (gint64) G_USEC_PER_SEC)
#define BEGIN ((gint64) 1800000000 * G_USEC_PER_SEC)
#define N_SESSIONS 4
#define ROUNDING 2 /* points: extents are whole ones */

typedef struct
{
  char *folder;
  char *path;
  LijnProject *project;
} Test;

static void
set_clock (gint64 now)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, now);

  g_setenv ("LIJN_NOW", text, TRUE);
}

/* Each time both know more of what the other thinks; in the third session nothing is rated. */
static void
rate (Test *test, LijnSession *session, int round)
{
  GListModel *interfaces = lijn_project_list (test->project, LIJN_TABLE_INTERFACE);

  for (guint i = 0; round != 2 && i < g_list_model_get_n_items (interfaces); i++)
    {
      g_autoptr (LijnInterface) interface = g_list_model_get_item (interfaces, i);
      int guess = 5 - MIN (round, 3);

      g_assert_nonnull (lijn_edit_rate (session, interface, lijn_interface_get_giver (interface),
                                        NULL, 4, 2, "", NULL));
      g_assert_nonnull (lijn_edit_rate (session, interface, lijn_interface_get_receiver (interface),
                                        NULL, 2, guess, "", NULL));
    }
  if (round != 2)
    g_assert_true (lijn_edit_reveal_ratings (session, NULL));
}

static void
set_up (Test *test, gconstpointer unused)
{
  set_clock (BEGIN);
  test->folder = g_dir_make_tmp ("lijn-aims-XXXXXX", NULL);
  test->path = g_build_filename (test->folder, "aims.waslijn", NULL);
  test->project = claims_fixture_new (test->path, FALSE);
  for (int round = 0; round < N_SESSIONS; round++)
    {
      g_autofree char *date = g_strdup_printf ("2027-0%d-15", round + 1);
      LijnSession *session;

      set_clock (BEGIN + (1 + 4 * round) * WEEK);
      session = lijn_edit_add_session (test->project, "Walk the map", "Utrecht", date, NULL);
      g_assert_nonnull (session);
      g_assert_true (lijn_edit_start_session (session, NULL));
      claims_fixture_add_friction (test->project, 2, (guint32) round);
      rate (test, session, round);
      set_clock (BEGIN + (1 + 4 * round) * WEEK + WEEK / 84);
      g_assert_true (lijn_edit_end_session (session, NULL));
    }
  set_clock (BEGIN + 20 * WEEK);
}

static void
tear_down (Test *test, gconstpointer unused)
{
  g_object_unref (test->project);
  g_remove (test->path);
  g_rmdir (test->folder);
  g_free (test->path);
  g_free (test->folder);
  g_unsetenv ("LIJN_NOW");
}

static cairo_surface_t *
paint (Test *test, LijnPaletteKind palette, double *height)
{
  const LijnPaintOptions options = { .palette = palette, .ground = TRUE };
  gint64 now = BEGIN + 20 * WEEK;
  LijnColor paper = lijn_palette_get (palette)->paper;
  cairo_surface_t *surface;
  cairo_t *cr;

  *height = lijn_paint_aims_page (NULL, test->project, now, 20, 20, WIDTH - 40, &options);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, (int) *height + 40);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, paper.red, paper.green, paper.blue);
  cairo_paint (cr);
  g_assert_cmpfloat (lijn_paint_aims_page (cr, test->project, now, 20, 20, WIDTH - 40, &options),
                     ==, *height);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
test_pictures (Test *test, gconstpointer unused)
{
  static const struct
  {
    LijnPaletteKind palette;
    const char *name;
  } looks[] = {
    { LIJN_PALETTE_LIGHT, "aims-light" },
    { LIJN_PALETTE_DARK, "aims-dark" },
    { LIJN_PALETTE_PAPER, "aims-paper" },
  };

  if (!picture_use_font ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      double height;
      cairo_surface_t *surface = paint (test, looks[i].palette, &height);

      picture_check (surface, looks[i].name);
      cairo_surface_destroy (surface);
    }
}

/* Nothing of the page lies beside its width or below the height that it says it needs. */
static void
test_keeps_to_its_room (Test *test, gconstpointer unused)
{
  const LijnPaintOptions options = { .palette = LIJN_PALETTE_LIGHT };
  const double widths[] = { 420, 640, 1100 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      cairo_surface_t *ink = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (ink);
      double x, y, width, height;
      double needs = lijn_paint_aims_page (cr, test->project, BEGIN + 20 * WEEK, 10, 10, widths[i],
                                           &options);

      cairo_recording_surface_ink_extents (ink, &x, &y, &width, &height);
      g_assert_cmpfloat (x, >=, 10 - ROUNDING);
      g_assert_cmpfloat (x + width, <=, 10 + widths[i] + ROUNDING);
      g_assert_cmpfloat (y + height, <=, 10 + needs + ROUNDING);
      cairo_destroy (cr);
      cairo_surface_destroy (ink);
    }
}

#define ADD(name, function) g_test_add (name, Test, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/aims/pictures", test_pictures);
  ADD ("/aims/keeps-to-its-room", test_keeps_to_its_room);

  return g_test_run ();
}
