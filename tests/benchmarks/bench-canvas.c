/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bench.h"
#include "lijn-canvas-private.h"
#include "lijn-edit.h"
#include "lijn-synthetic.h"

#include <glib/gstdio.h>
#include <math.h>

/* Frames of the canvas at 1600 × 1000: our own time (putting the frame together from render nodes) beside
 * the longest that it may take at 5,000 steps, and that with GSK's rendering of it, of which a frame of
 * one colour is the least. */

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

static void
render (gpointer data)
{
  Bench *bench = data;
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (bench->window));
  GskRenderNode *node = NULL;
  GdkTexture *texture = NULL;

  lijn_canvas_pan (bench->canvas, bench->count % 2 ? 3 : -3, 0);
  bench->count++;
  node = take_frame (bench);
  texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
  g_object_unref (texture);
  gsk_render_node_unref (node);
}

/* The least that a frame of this size costs this renderer: one colour. */
static void
render_nothing (gpointer data)
{
  Bench *bench = data;
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (bench->window));
  graphene_rect_t whole = GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT);
  GskRenderNode *node = gsk_color_node_new (&(GdkRGBA){ 1, 1, 1, 1 }, &whole);

  g_object_unref (gsk_renderer_render_texture (renderer, node, &whole));
  gsk_render_node_unref (node);
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
run (const char *folder, guint size)
{
  g_autofree char *path = g_strdup_printf ("%s/%u.waslijn", folder, size);
  g_autoptr (LijnProject) project = lijn_synthetic_make (path, size);
  GListModel *elements = lijn_project_list (project, LIJN_TABLE_ELEMENT);
  g_autoptr (LijnElement)
      element = g_list_model_get_item (elements, g_list_model_get_n_items (elements) / 2);
  g_autoptr (LijnView) view = lijn_view_new (project);
  Bench bench = { .view = view, .element = element };

  bench.canvas = LIJN_CANVAS (lijn_canvas_new (view));
  bench.window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench.window), WIDTH, HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (bench.window), FALSE);
  gtk_window_set_child (GTK_WINDOW (bench.window), GTK_WIDGET (bench.canvas));
  gtk_window_present (GTK_WINDOW (bench.window));
  settle ();

  lijn_bench_print ("a frame of one colour", size, lijn_bench_time (render_nothing, &bench, 11),
                    "limit", 20);
  lijn_canvas_zoom_to_fit (bench.canvas);
  lijn_bench_print ("paint all in view anew", size, lijn_bench_time (paint_anew, &bench, 5),
                    "limit", 500);
  lijn_bench_print ("own time, all in view", size, lijn_bench_time (put_together, &bench, 21),
                    "limit", 20);
  lijn_bench_print ("pan frame, all in view", size, lijn_bench_time (render, &bench, 11), "limit",
                    20);
  lijn_bench_print ("select all and none", size, lijn_bench_time (select_all, &bench, 11), "limit",
                    30);
  read_closely (&bench);
  put_together (&bench);
  lijn_bench_print ("own time, reading", size, lijn_bench_time (put_together, &bench, 21), "limit",
                    8);
  lijn_bench_print ("pan frame, reading", size, lijn_bench_time (render, &bench, 21), "limit", 20);
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

  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (lijn_bench_sizes); i++)
    run (folder, lijn_bench_sizes[i]);
  g_rmdir (folder);
  return 0;
}
