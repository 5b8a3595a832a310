/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-first-rows.h"

/* It grows to what the window can show when the widget comes into it, and from the frame after that
 * on to the rest. */

#define FIRST 12 /* before it is known how high the window is */
#define ROW_HEIGHT 27 /* pixels: no row is lower in the system's font */
#define STEP 10 /* rows whose widgets are made well within a frame */
#define MOST 256 /* a view makes no more rows than that: the rest costs nothing */

struct _LijnFirstRows
{
  GObject parent_instance;

  GtkSelectionModel *model;
  guint limit; /* G_MAXUINT: full */
  GtkWidget *widget; /* (nullable): that shows it; not owned */
  guint tick; /* of the widget, while it grows */
  gboolean painted; /* that what the window shows has had a frame */
};

static void lijn_first_rows_list_init (GListModelInterface *iface);
static void lijn_first_rows_selection_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LijnFirstRows, lijn_first_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, lijn_first_rows_list_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          lijn_first_rows_selection_init))

static guint
count_all (LijnFirstRows *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

static guint
count_shown (LijnFirstRows *self)
{
  return MIN (self->limit, count_all (self));
}

static void
set_limit (LijnFirstRows *self, guint limit)
{
  guint before = count_shown (self), after;

  self->limit = limit;
  after = count_shown (self);
  if (after > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, after - before);
  else if (after < before)
    g_list_model_items_changed (G_LIST_MODEL (self), after, before - after, 0);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LijnFirstRows *self = data;

  if (!self->painted)
    self->painted = gtk_widget_get_mapped (widget);
  else if (self->limit + STEP < MIN (MOST, count_all (self)))
    set_limit (self, self->limit + STEP);
  else
    lijn_first_rows_fill (self);

  return G_SOURCE_CONTINUE;
}

static void
start_growing (LijnFirstRows *self)
{
  self->painted = FALSE;
  if (self->tick == 0 && self->widget != NULL)
    self->tick = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
}

static void
stop_growing (LijnFirstRows *self)
{
  if (self->tick != 0 && self->widget != NULL)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
}

static int
get_window_height (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  int width, height = gtk_widget_get_height (GTK_WIDGET (root));

  if (height == 0 && GTK_IS_WINDOW (root)) /* it has not been laid out */
    gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);

  return MAX (height, 0);
}

/* The last row that can be in sight. */
static guint
find_last_in_sight (LijnFirstRows *self)
{
  guint last = gtk_widget_get_root (self->widget) != NULL
                   ? (guint) (get_window_height (self->widget) / ROW_HEIGHT)
                   : 0;

  return MAX (last, FIRST - 1);
}

static void
mapped_cb (LijnFirstRows *self)
{
  lijn_first_rows_reach (self, find_last_in_sight (self));
}

static void
items_changed_cb (LijnFirstRows *self, guint position, guint removed, guint added)
{
  guint all = count_all (self), after = count_shown (self);
  guint before = MIN (self->limit, all - added + removed);
  guint same = MIN (position, MIN (before, after));

  if (lijn_first_rows_is_full (self))
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  else if (same < before || same < after)
    g_list_model_items_changed (G_LIST_MODEL (self), same, before - same, after - same);
}

static void
selection_changed_cb (LijnFirstRows *self, guint position, guint n)
{
  guint shown = count_shown (self);

  if (position < shown)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position,
                                           MIN (n, shown - position));
}

void
lijn_first_rows_fill (LijnFirstRows *self)
{
  stop_growing (self);
  set_limit (self, G_MAXUINT);
}

void
lijn_first_rows_restart (LijnFirstRows *self)
{
  guint n = self->widget != NULL ? find_last_in_sight (self) + 1 : FIRST;

  if (n >= self->limit)
    return;
  set_limit (self, n);
  start_growing (self);
}

void
lijn_first_rows_reach (LijnFirstRows *self, guint position)
{
  if (position >= MOST)
    lijn_first_rows_fill (self);
  else if (position >= self->limit)
    set_limit (self, position + 1);
}

gboolean
lijn_first_rows_is_full (LijnFirstRows *self)
{
  return self->limit == G_MAXUINT;
}

LijnFirstRows *
lijn_first_rows_new (GtkSelectionModel *model, GtkWidget *widget)
{
  LijnFirstRows *self = g_object_new (LIJN_TYPE_FIRST_ROWS, NULL);

  self->model = g_object_ref (model);
  g_set_weak_pointer (&self->widget, widget);
  start_growing (self);
  g_signal_connect_object (widget, "map", G_CALLBACK (mapped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/* The list. */

static GType
get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (G_LIST_MODEL (LIJN_FIRST_ROWS (model)->model));
}

static guint
get_n_items (GListModel *model)
{
  return count_shown (LIJN_FIRST_ROWS (model));
}

static gpointer
get_item (GListModel *model, guint position)
{
  LijnFirstRows *self = LIJN_FIRST_ROWS (model);

  return position < self->limit ? g_list_model_get_item (G_LIST_MODEL (self->model), position)
                                : NULL;
}

static void
lijn_first_rows_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* The selection: the whole's. */

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_selection_model_is_selected (LIJN_FIRST_ROWS (model)->model, position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n)
{
  return gtk_selection_model_get_selection_in_range (LIJN_FIRST_ROWS (model)->model, position, n);
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  return gtk_selection_model_select_item (LIJN_FIRST_ROWS (model)->model, position, unselect_rest);
}

static gboolean
unselect_item (GtkSelectionModel *model, guint position)
{
  return gtk_selection_model_unselect_item (LIJN_FIRST_ROWS (model)->model, position);
}

static gboolean
select_range (GtkSelectionModel *model, guint position, guint n, gboolean unselect_rest)
{
  return gtk_selection_model_select_range (LIJN_FIRST_ROWS (model)->model, position, n,
                                           unselect_rest);
}

static gboolean
unselect_range (GtkSelectionModel *model, guint position, guint n)
{
  return gtk_selection_model_unselect_range (LIJN_FIRST_ROWS (model)->model, position, n);
}

static gboolean
select_all (GtkSelectionModel *model)
{
  return gtk_selection_model_select_all (LIJN_FIRST_ROWS (model)->model);
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  return gtk_selection_model_unselect_all (LIJN_FIRST_ROWS (model)->model);
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  return gtk_selection_model_set_selection (LIJN_FIRST_ROWS (model)->model, selected, mask);
}

static void
lijn_first_rows_selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->select_range = select_range;
  iface->unselect_range = unselect_range;
  iface->select_all = select_all;
  iface->unselect_all = unselect_all;
  iface->set_selection = set_selection;
}

static void
lijn_first_rows_dispose (GObject *object)
{
  LijnFirstRows *self = LIJN_FIRST_ROWS (object);

  stop_growing (self);
  g_clear_weak_pointer (&self->widget);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (lijn_first_rows_parent_class)->dispose (object);
}

static void
lijn_first_rows_class_init (LijnFirstRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_first_rows_dispose;
}

static void
lijn_first_rows_init (LijnFirstRows *self)
{
  self->limit = FIRST;
}
