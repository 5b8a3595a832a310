/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bench.h"
#include "lijn-friction-register.h"
#include "lijn-interface-register.h"
#include "lijn-load.h"
#include "lijn-project.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

/* The registers of a large project: to open, to sort, to filter, to search and to scroll, beside a bare
 * GtkColumnView that shows as many columns of the same objects, each cell the name, and that sorts
 * and filters by it. In time of the processor, until the next frame has been painted. */

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
must (gboolean ok, GError *error)
{
  if (!ok)
    g_error ("%s", error != NULL ? error->message : "no reason given");
}

#define ROW(load, table, id, ...)                                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const LijnLoadCell cells[] = { __VA_ARGS__ };                                                  \
    GError *failure = NULL;                                                                        \
    must (lijn_load_put (load, table, id, cells, G_N_ELEMENTS (cells), &failure) != NULL,          \
          failure);                                                                                \
  }                                                                                                \
  G_STMT_END

static void
load_friction (LijnLoad *load, int i)
{
  static const char *const categories[] = { "waiting", "rework", "error", "system", "other" };
  static const char *const words[] = { "Nobody answers before the end of the month",
                                       "Asked twice for what was sent already",
                                       "The form has no place for the reference",
                                       "It lies still when the handler is away" };
  g_autofree char *id = g_strdup_printf ("friction%d", i);
  g_autofree char *number = g_strdup_printf ("%d", i + 1);
  g_autofree char *severity = g_strdup_printf ("severity%d", i);
  g_autofree char *score = g_strdup_printf ("%d", 1 + i * 7 % 5);
  g_autofree char *text = g_strdup_printf ("%s (%d)", words[i % 4], i * 7919 % N_FRICTIONS);

  ROW (load, LIJN_TABLE_FRICTION, id, { "map", "map" }, { "number", number },
       { "raised_by", i % 3 == 0 ? "customer" : "supplier" },
       { i % 3 == 0 ? "customer_words" : "supplier_words", text },
       { "category", categories[i % G_N_ELEMENTS (categories)] });
  ROW (load, LIJN_TABLE_SEVERITY, severity, { "friction", id },
       { "party", i % 2 == 0 ? "customer" : "supplier" }, { "score", score });
}

static void
load_interface (LijnLoad *load, int i)
{
  g_autofree char *id = g_strdup_printf ("interface%d", i);
  g_autofree char *number = g_strdup_printf ("%d", i + 1);
  g_autofree char *name = g_strdup_printf ("What crosses %d", i * 7919 % N_INTERFACES);
  g_autofree char *norm = g_strdup_printf ("%d", 60 * (1 + i % 9));

  ROW (load, LIJN_TABLE_INTERFACE, id, { "map", "map" },
       { "giver", i % 2 == 0 ? "customer" : "supplier" },
       { "receiver", i % 2 == 0 ? "supplier" : "customer" }, { "number", number }, { "name", name },
       { "channel", i % 4 == 0 ? "mail" : "portal" }, { "norm_minutes", norm },
       { "actual_minutes", norm });
}

static LijnProject *
make_project (const char *path)
{
  GError *error = NULL;
  LijnProject *project = lijn_project_create (path, &error);
  LijnLoad *load;

  g_assert_no_error (error);
  g_assert (project != NULL);
  load = lijn_load_begin (project, "Bench", &error);
  g_assert_no_error (error);
  g_assert (load != NULL);
  ROW (load, LIJN_TABLE_PARTY, "customer", { "role", "customer" }, { "name", "Broker" });
  ROW (load, LIJN_TABLE_PARTY, "supplier", { "role", "supplier" }, { "name", "Insurer" });
  ROW (load, LIJN_TABLE_MAP, "map", { "title", "Claims" });
  for (int i = 0; i < N_FRICTIONS; i++)
    load_friction (load, i);
  for (int i = 0; i < N_INTERFACES; i++)
    load_interface (load, i);
  must (lijn_load_finish (load, &error), error);

  return project;
}

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

static void
measure (Bench *bench, guint rows)
{
  static const struct
  {
    const char *what;
    void (*ours) (gpointer data);
    void (*floor) (gpointer data);
    guint part; /* the figure is of so many */
  } parts[] = {
    { "open", open_register, open_bare, 1 },
    { "open and fill", open_and_fill_register, open_bare, 1 },
    { "sort", sort_register, sort_bare, 1 },
    { "filter", filter_register, filter_bare, 1 },
    { "search", search_register, filter_bare, 1 },
    { "scroll a frame", scroll, scroll, FRAMES },
  };
  double ours[G_N_ELEMENTS (parts)];

  bench->n_columns = count_shown_columns (bench);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    ours[i] = lijn_bench_cpu (parts[i].ours, bench, TIMES) / parts[i].part;
  bench->turn = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *what = g_strdup_printf ("%s, %s", lijn_table_info (bench->table)->name,
                                               parts[i].what);

      lijn_bench_print (what, rows, ours[i], "bare view",
                        lijn_bench_cpu (parts[i].floor, bench, TIMES) / parts[i].part);
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
  project = make_project (path);
  for (gsize i = 0; i < G_N_ELEMENTS (benches); i++)
    {
      benches[i]->view = lijn_view_new (project);
      benches[i]->window = gtk_window_new ();
      gtk_window_set_default_size (GTK_WINDOW (benches[i]->window), 1200, 800);
      gtk_window_present (GTK_WINDOW (benches[i]->window));
      measure (benches[i], rows[i]);
      gtk_window_destroy (GTK_WINDOW (benches[i]->window));
      g_object_unref (benches[i]->view);
    }

  g_clear_object (&project);
  g_remove (path);
  g_rmdir (folder);

  return 0;
}
