/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bench.h"
#include "lijn-canvas-private.h"
#include "lijn-edit.h"
#include "lijn-synthetic.h"

#include <glib/gstdio.h>
#include <math.h>

/* Frames of the canvas at 1600 × 1000: our own time (putting the frame together from render nodes) beside
 * the longest that it may take at 5,000 steps; and whole frames of a real window, from their beginning
 * until they have been handed over to the display, beside those of a window that shows one colour.
 * GSK_RENDERER says who renders; ngl without a graphics card is software GL. */

#define WIDTH 1600
#define HEIGHT 1000

typedef struct
{
  LijnView *view;
  LijnCanvas *canvas;
  GtkWidget *window;
  LijnElement *element;
  guint count;
} Bench;

static GskRenderNode *
take_frame (Bench *bench)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (bench->canvas)->snapshot (GTK_WIDGET (bench->canvas), snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
put_together (gpointer data)
{
  gsk_render_node_unref (take_frame (data));
}

static void
paint_anew (gpointer data)
{
  Bench *bench = data;

  lijn_canvas_forget_painted (bench->canvas);
  put_together (bench);
}

static gboolean
later_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
settle (void)
{
  gboolean done = FALSE;

  g_timeout_add (300, later_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* A window whose frames are timed. */
typedef struct
{
  gint64 begun, took; /* microseconds; took -1: a frame is awaited */
} Frames;

static void
begun_cb (GdkFrameClock *clock, Frames *frames)
{
  frames->begun = g_get_monotonic_time ();
}

static void
ended_cb (GdkFrameClock *clock, Frames *frames)
{
  frames->took = g_get_monotonic_time () - frames->begun;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

#define FRAMES 31

/* Returns: the median time in milliseconds of frames that follow on @change. */
static double
time_frames (GtkWidget *window, void (*change) (gpointer data), gpointer data)
{
  Frames frames = { 0 };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gulong begun = g_signal_connect (clock, "before-paint", G_CALLBACK (begun_cb), &frames);
  gulong ended = g_signal_connect (clock, "after-paint", G_CALLBACK (ended_cb), &frames);
  gint64 times[FRAMES];

  for (guint i = 0; i < FRAMES; i++)
    {
      frames.took = -1;
      change (data);
      gtk_widget_queue_draw (window);
      while (frames.took < 0)
        g_main_context_iteration (NULL, TRUE);
      times[i] = frames.took;
    }
  g_signal_handler_disconnect (clock, begun);
  g_signal_handler_disconnect (clock, ended);
  qsort (times, FRAMES, sizeof times[0], compare_times);
  return (double) times[FRAMES / 2] / 1000;
}

static void
pan (gpointer data)
{
  Bench *bench = data;

  lijn_canvas_pan (bench->canvas, bench->count++ % 2 ? 3 : -3, 0);
}

static void
zoom (gpointer data)
{
  Bench *bench = data;
  double zoom = lijn_view_get_zoom (bench->view);

  lijn_view_set_zoom (bench->view, bench->count++ % 2 ? zoom * 1.02 : zoom / 1.02);
}

static void
paint_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
}

static void
change_color (gpointer data)
{
  GtkWidget *window = data;

  if (gtk_widget_has_css_class (window, "background"))
    gtk_widget_remove_css_class (window, "background");
  else
    gtk_widget_add_css_class (window, "background");
}

static GtkWidget *
show_window (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  return window;
}

static double
time_one_color (void)
{
  GtkWidget *area = gtk_drawing_area_new ();
  GtkWidget *window = NULL;
  double took;

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), paint_cb, NULL, NULL);
  window = show_window (area);
  took = time_frames (window, change_color, window);
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  return took;
}

static void
drag_frame (gpointer data)
{
  Bench *bench = data;
  LijnPointer pointer = bench->canvas->pointer;

  pointer.x += bench->count % 2 ? 8 : -8;
  bench->count++;
  pointer.at = lijn_canvas_to_map (bench->canvas, pointer.x, pointer.y);
  lijn_canvas_motion (bench->canvas, &pointer);
  put_together (bench);
}

static void
edit_frame (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (elements, bench->element);
  if (!lijn_edit_move (elements, bench->count % 2 ? 4 : -4, 0, &error))
    g_error ("%s", error->message);
  bench->count++;
  put_together (bench);
}

static void
select_all (gpointer data)
{
  Bench *bench = data;

  gtk_widget_activate_action (GTK_WIDGET (bench->canvas), "canvas.select-all", NULL);
  put_together (bench);
  gtk_widget_activate_action (GTK_WIDGET (bench->canvas), "canvas.select-none", NULL);
  put_together (bench);
}

/* A drag of the element, begun. */
static void
begin_drag (Bench *bench)
{
  LijnPointer pointer = { 0 };
  LijnRect rect;

  lijn_layout_get_element_rect (bench->canvas->layout, bench->element, &rect);
  pointer.at = lijn_rect_center (&rect);
  pointer.x = lijn_canvas_from_map (bench->canvas, pointer.at.x, pointer.at.y).x;
  pointer.y = lijn_canvas_from_map (bench->canvas, pointer.at.x, pointer.at.y).y;
  lijn_canvas_press (bench->canvas, &pointer, 1);
  pointer.x += 40;
  pointer.at = lijn_canvas_to_map (bench->canvas, pointer.x, pointer.y);
  lijn_canvas_motion (bench->canvas, &pointer);
  g_assert_nonnull (bench->canvas->drag);
}

/* At a zoom at which names are read, around an element in the middle of the map. */
static void
read_closely (Bench *bench)
{
  LijnRect rect;
  LijnPoint place;

  lijn_view_set_zoom (bench->view, 1);
  lijn_layout_get_element_rect (bench->canvas->layout, bench->element, &rect);
  place = lijn_rect_center (&rect);
  lijn_view_set_place (bench->view, &place);
  lijn_canvas_apply_place (bench->canvas);
}

static void
run (const char *folder, guint size, double one_color)
{
  g_autofree char *path = g_strdup_printf ("%s/%u.waslijn", folder, size);
  g_autoptr (LijnProject) project = lijn_synthetic_make (path, size);
  GListModel *elements = lijn_project_list (project, LIJN_TABLE_ELEMENT);
  g_autoptr (LijnElement)
      element = g_list_model_get_item (elements, g_list_model_get_n_items (elements) / 2);
  g_autoptr (LijnView) view = lijn_view_new (project);
  Bench bench = { .view = view, .element = element };

  bench.canvas = LIJN_CANVAS (lijn_canvas_new (view));
  bench.window = show_window (GTK_WIDGET (bench.canvas));

  lijn_canvas_zoom_to_fit (bench.canvas);
  lijn_bench_print ("paint all in view anew", size, lijn_bench_time (paint_anew, &bench, 5),
                    "limit", 500);
  lijn_bench_print ("own time, all in view", size, lijn_bench_time (put_together, &bench, 21),
                    "limit", 20);
  lijn_bench_print ("pan frame, all in view", size, time_frames (bench.window, pan, &bench),
                    "a frame of one colour", one_color);
  lijn_bench_print ("zoom frame, all in view", size, time_frames (bench.window, zoom, &bench),
                    "a frame of one colour", one_color);
  lijn_bench_print ("select all and none", size, lijn_bench_time (select_all, &bench, 11), "limit",
                    30);
  read_closely (&bench);
  put_together (&bench);
  lijn_bench_print ("own time, reading", size, lijn_bench_time (put_together, &bench, 21), "limit",
                    8);
  lijn_bench_print ("pan frame, reading", size, time_frames (bench.window, pan, &bench),
                    "a frame of one colour", one_color);
  lijn_bench_print ("zoom frame, reading", size, time_frames (bench.window, zoom, &bench),
                    "a frame of one colour", one_color);
  lijn_bench_print ("edit on disk and in a frame", size, lijn_bench_time (edit_frame, &bench, 21),
                    "limit", 16);
  begin_drag (&bench);
  lijn_bench_print ("own time, dragging", size, lijn_bench_time (drag_frame, &bench, 21), "limit",
                    8);
  lijn_canvas_give_up (bench.canvas);

  gtk_window_destroy (GTK_WINDOW (bench.window));
  settle ();
  g_unlink (path);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("waslijn-bench-XXXXXX", NULL);

  double one_color;

  adw_init ();
  one_color = time_one_color ();
  for (guint i = 0; i < G_N_ELEMENTS (lijn_bench_sizes); i++)
    run (folder, lijn_bench_sizes[i], one_color);
  g_rmdir (folder);
  return 0;
}
