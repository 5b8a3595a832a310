/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bench.h"
#include "lijn-friction-register.h"
#include "lijn-interface-register.h"
#include "lijn-synthetic.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

/* The registers of a large project: to open, to sort, to filter, to search and to scroll, beside a bare
 * GtkColumnView that shows as many columns of the same objects, each cell the name, and that sorts
 * and filters by it. In time of the processor, until the next frame has been painted.
 *
 * bench-registers [PART]: only the lines that contain PART, as "interface, open" does. */

#define N_FRICTIONS 5000
#define N_INTERFACES 2000
#define TIMES 5
#define FRAMES 40

typedef struct
{
  LijnView *view;
  LijnTable table;
  GtkWidget *(*make) (LijnView *view);
  const char *sort; /* a column */
  const char *facet;
  const char *value;

  GtkWidget *window;
  GtkWidget *shown; /* the register, or the bare view */
  GtkColumnView *columns;
  GtkFilter *filter; /* of the bare view */
  guint n_columns; /* that the register shows, and so the bare view */
  gboolean turn;
} Bench;

static void
painted_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

/* Until the next frame has been painted. */
static void
settle (Bench *bench)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (bench->window);
  gboolean painted = FALSE;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (bench->window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}

static GtkColumnView *
find_columns (GtkWidget *widget)
{
  if (GTK_IS_COLUMN_VIEW (widget))
    return GTK_COLUMN_VIEW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkColumnView *found = find_columns (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The bare view. */

static void
set_up_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_inscription_new (NULL));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)),
                            lijn_object_get_name (gtk_list_item_get_item (item)));
}

static int
compare_cb (gconstpointer one, gconstpointer other, gpointer data)
{
  return g_strcmp0 (lijn_object_get_name ((gpointer) (guintptr) one),
                    lijn_object_get_name ((gpointer) (guintptr) other));
}

static gboolean
lets_through_cb (gpointer object, gpointer data)
{
  const Bench *bench = data;

  return !bench->turn || strchr (lijn_object_get_name (object), '1') != NULL;
}

static guint
count_shown_columns (Bench *bench)
{
  GtkWidget *widget = g_object_ref_sink (bench->make (bench->view));
  GListModel *columns = gtk_column_view_get_columns (find_columns (widget));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      n += gtk_column_view_column_get_visible (column) ? 1 : 0;
    }
  g_object_unref (widget);

  return n;
}

static GtkWidget *
make_bare (Bench *bench)
{
  GListModel *list = lijn_project_list (lijn_view_get_project (bench->view), bench->table);
  GtkWidget *table = gtk_column_view_new (NULL);
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
  g_autoptr (GtkMultiSelection) selection = NULL;
  GtkWidget *scroller = gtk_scrolled_window_new ();

  for (guint i = 0; i < bench->n_columns; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column = gtk_column_view_column_new ("Name", factory);
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, NULL, NULL));

      g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      gtk_column_view_column_set_fixed_width (column, 100);
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (table), column);
      g_object_unref (column);
    }
  bench->filter = GTK_FILTER (gtk_custom_filter_new (lets_through_cb, bench, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (list), bench->filter);
  sorted = gtk_sort_list_model_new (
      G_LIST_MODEL (filtered), g_object_ref (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (table))));
  selection = gtk_multi_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (table), GTK_SELECTION_MODEL (selection));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), table);

  return scroller;
}

static void
show (Bench *bench, GtkWidget *widget)
{
  bench->shown = widget;
  bench->columns = find_columns (widget);
  gtk_window_set_child (GTK_WINDOW (bench->window), widget);
  settle (bench);
}

/* What is measured. */

static void
close_shown (gpointer data)
{
  gtk_window_set_child (GTK_WINDOW (((Bench *) data)->window), NULL);
}

static void
open_register (gpointer data)
{
  Bench *bench = data;

  show (bench, bench->make (bench->view));
}

/* Until the widgets of all the rows that GTK keeps have been made, a few a frame. */
static void
open_and_fill_register (gpointer data)
{
  Bench *bench = data;
  guint all = g_list_model_get_n_items (
      lijn_project_list (lijn_view_get_project (bench->view), bench->table));

  open_register (bench);
  while (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (bench->columns))) < all)
    settle (bench);
}

static void
open_bare (gpointer data)
{
  show (data, make_bare (data));
}

static void
sort_register (gpointer data)
{
  Bench *bench = data;

  bench->turn = !bench->turn;
  lijn_register_sort (LIJN_REGISTER (bench->shown), bench->sort, bench->turn);
  settle (bench);
}

static void
sort_bare (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GtkColumnViewColumn)
      column = g_list_model_get_item (gtk_column_view_get_columns (bench->columns), 0);

  bench->turn = !bench->turn;
  gtk_column_view_sort_by_column (bench->columns, column,
                                  bench->turn ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  settle (bench);
}

static void
filter_register (gpointer data)
{
  Bench *bench = data;

  bench->turn = !bench->turn;
  lijn_register_filter (LIJN_REGISTER (bench->shown), bench->facet, bench->value, bench->turn);
  settle (bench);
}

static void
search_register (gpointer data)
{
  Bench *bench = data;

  bench->turn = !bench->turn;
  lijn_register_search (LIJN_REGISTER (bench->shown), bench->turn ? "1" : "");
  settle (bench);
}

static void
filter_bare (gpointer data)
{
  Bench *bench = data;

  bench->turn = !bench->turn;
  gtk_filter_changed (bench->filter, GTK_FILTER_CHANGE_DIFFERENT);
  settle (bench);
}

static void
scroll (gpointer data)
{
  Bench *bench = data;
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (bench->columns));

  gtk_adjustment_set_value (place, 0);
  for (int i = 0; i < FRAMES; i++)
    {
      gtk_adjustment_set_value (place, 37.0 * i);
      settle (bench);
    }
}

/* Whether the line about @what of @table is asked for: all are without @only. */
static gboolean
is_wanted (const char *table, const char *what, const char *only)
{
  g_autofree char *line = g_strdup_printf ("%s, %s", table, what);

  return only == NULL || strstr (line, only) != NULL;
}

/* What one part chose or typed is not the next one's. */
static void
show_all (Bench *bench)
{
  if (bench->turn && LIJN_IS_REGISTER (bench->shown))
    {
      lijn_register_clear_filters (LIJN_REGISTER (bench->shown));
      settle (bench);
    }
  bench->turn = FALSE;
}

static void
measure (Bench *bench, guint rows, const char *only)
{
  static const struct
  {
    const char *what;
    void (*ours) (gpointer data);
    void (*floor) (gpointer data);
    guint part; /* the figure is of so many */
    void (*before) (gpointer data);
  } parts[] = {
    { "open", open_register, open_bare, 1, close_shown },
    { "open and fill", open_and_fill_register, open_bare, 1, close_shown },
    { "sort", sort_register, sort_bare, 1 },
    { "filter", filter_register, filter_bare, 1 },
    { "search", search_register, filter_bare, 1 },
    { "scroll a frame", scroll, scroll, FRAMES },
  };
  double ours[G_N_ELEMENTS (parts)];
  const char *name = lijn_table_info (bench->table)->name;

  bench->n_columns = count_shown_columns (bench);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (is_wanted (name, parts[i].what, only))
      {
        ours[i] = lijn_bench_cpu_after (parts[i].before, parts[i].ours, bench, TIMES) /
                  parts[i].part;
        show_all (bench);
      }
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (is_wanted (name, parts[i].what, only))
      {
        g_autofree char *what = g_strdup_printf ("%s, %s", name, parts[i].what);

        lijn_bench_print (what, rows, ours[i], "bare view",
                          lijn_bench_cpu_after (parts[i].before, parts[i].floor, bench, TIMES) /
                              parts[i].part);
      }
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("lijn-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.waslijn", NULL);
  g_autoptr (LijnProject) project = NULL;
  Bench frictions = { .table = LIJN_TABLE_FRICTION,
                      .make = lijn_friction_register_new,
                      .sort = "words",
                      .facet = "category",
                      .value = "waiting" };
  Bench interfaces = { .table = LIJN_TABLE_INTERFACE,
                       .make = lijn_interface_register_new,
                       .sort = "name",
                       .facet = "agreement",
                       .value = "0" };
  Bench *benches[] = { &frictions, &interfaces };
  const guint rows[] = { N_FRICTIONS, N_INTERFACES };

  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  project = lijn_synthetic_make_talk (path, N_FRICTIONS, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (benches); i++)
    {
      benches[i]->view = lijn_view_new (project);
      benches[i]->window = gtk_window_new ();
      gtk_window_set_default_size (GTK_WINDOW (benches[i]->window), 1200, 800);
      gtk_window_present (GTK_WINDOW (benches[i]->window));
      measure (benches[i], rows[i], argc > 1 ? argv[1] : NULL);
      gtk_window_destroy (GTK_WINDOW (benches[i]->window));
      g_object_unref (benches[i]->view);
    }

  g_clear_object (&project);
  g_remove (path);
  g_rmdir (folder);

  return 0;
}
