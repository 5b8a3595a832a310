/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-register-private.h"

#include "lijn-register-cell.h"

#include <glib/gi18n.h>

/* The columns. GTK 4.8 tells nobody by which column its view is sorted; the sorter is asked to compare,
 * and the first column that it passes the question on to is the one. */

#define TITLE_PADDING 26 /* beside a title, and for the arrow */

static const char *
get_id (const LijnRegisterPlace *place)
{
  return place->info->id;
}

static guint
get_index (LijnRegisterPlace *place)
{
  return (guint) (place - place->owner->places);
}

static GtkOrdering
compare_cb (gconstpointer one, gconstpointer other, gpointer data)
{
  LijnRegisterPlace *place = data;
  LijnRegister *self = place->owner;
  guint i = get_index (place);

  if (self->asking)
    {
      if (self->sorted == self->spec->n_columns)
        self->sorted = i;
      return GTK_ORDERING_SMALLER;
    }

  return gtk_ordering_from_cmpfunc (lijn_register_keys_compare (
      self->keys, i, one, other, self->descending && i == self->sorted));
}

void
lijn_register_read_order (LijnRegister *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->table);
  guint was_sorted = self->sorted;
  gboolean was_descending = self->descending;

  self->sorted = self->spec->n_columns;
  self->asking = TRUE;
  self->descending = gtk_sorter_compare (sorter, self, self->places) == GTK_ORDERING_LARGER;
  self->asking = FALSE;
  if (self->sorted == was_sorted && self->descending == was_descending)
    return;

  lijn_register_go_to_top (self);
  lijn_register_memory_set_sort (
      self->memory,
      self->sorted < self->spec->n_columns ? get_id (&self->places[self->sorted]) : "",
      self->descending);
  lijn_register_update_actions (self);
}

void
lijn_register_order_changed (LijnRegister *self)
{
  if (self->sorted < self->spec->n_columns)
    gtk_sorter_changed (gtk_column_view_column_get_sorter (self->places[self->sorted].column),
                        GTK_SORTER_CHANGE_DIFFERENT);
}

guint
lijn_register_find_place (LijnRegister *self, const char *column)
{
  guint i = 0;

  while (i < self->spec->n_columns && g_strcmp0 (self->spec->columns[i].id, column) != 0)
    i++;

  return i;
}

void
lijn_register_sort (LijnRegister *self, const char *column, gboolean descending)
{
  guint i = lijn_register_find_place (self, column);

  gtk_column_view_sort_by_column (self->table,
                                  i < self->spec->n_columns ? self->places[i].column : NULL,
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/* Cells. */

static LijnRegisterCell *
get_cell (GtkListItem *item)
{
  return lijn_register_cell_of (gtk_list_item_get_child (item));
}

static void
set_up_cb (LijnRegister *self, GtkListItem *item, GtkListItemFactory *factory)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "place"));

  gtk_list_item_set_child (item, lijn_register_cell_new (self, i));
}

static void
bind_cb (LijnRegister *self, GtkListItem *item)
{
  LijnRegisterCell *cell = get_cell (item);

  lijn_register_cell_set_object (cell, gtk_list_item_get_item (item));
  g_hash_table_add (self->cells, cell);
}

static void
unbind_cb (LijnRegister *self, GtkListItem *item)
{
  LijnRegisterCell *cell = get_cell (item);

  g_hash_table_remove (self->cells, cell);
  lijn_register_cell_set_object (cell, NULL);
}

static GtkListItemFactory *
make_factory (LijnRegister *self, guint i)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "place", GUINT_TO_POINTER (i));
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);

  return factory;
}

/* What the spec says; more where the title, which another language may have made longer, needs it. */
static int
first_width (LijnRegister *self, const LijnRegisterColumn *info, const char *title)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->table), title);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width;

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return MAX (info->width, width + TITLE_PADDING);
}

/* GTK 4.8 takes the width of hidden columns, too, off the room that is left for the wide one. */
static void
set_shown (LijnRegister *self, LijnRegisterPlace *place, gboolean shown)
{
  int width = lijn_register_memory_get_width (self->memory, place->info->id, place->width);

  gtk_column_view_column_set_fixed_width (place->column, shown ? width : -1);
  gtk_column_view_column_set_visible (place->column, shown);
}

static void
add_column (LijnRegister *self, guint i)
{
  LijnRegisterPlace *place = &self->places[i];
  const LijnRegisterColumn *info = place->info;
  const char *title = info->title != NULL ? _ (info->title)
                                          : lijn_field_get_title (&place->field, self->spec->table);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, place, NULL));

  place->column = gtk_column_view_column_new (title, make_factory (self, i));
  gtk_column_view_column_set_sorter (place->column, sorter);
  gtk_column_view_column_set_resizable (place->column, TRUE);
  gtk_column_view_column_set_expand (place->column, (info->flags & LIJN_REGISTER_WIDE) != 0);
  place->width = first_width (self, info, title);
  set_shown (self, place,
             lijn_register_memory_get_shown (self->memory, info->id,
                                             (info->flags & LIJN_REGISTER_HIDDEN) == 0));
  gtk_column_view_append_column (self->table, place->column);
  g_object_unref (place->column); /* the view's */
}

void
lijn_register_add_columns (LijnRegister *self)
{
  const LijnRegisterSpec *spec = self->spec;
  guint n_fields = spec->n_fields;
  const LijnField *fields = spec->fields != NULL ? spec->fields
                                                 : lijn_fields_for (spec->table, &n_fields);
  g_autofree char *sort = NULL;
  gboolean descending;

  self->places = g_new0 (LijnRegisterPlace, spec->n_columns);
  self->fields = g_new0 (const LijnField *, spec->n_columns);
  self->sorted = spec->n_columns;
  self->asked = spec->n_columns;
  for (guint i = 0; i < spec->n_columns; i++)
    {
      self->places[i].info = &spec->columns[i];
      self->places[i].owner = self;
      self->fields[i] = &self->places[i].field;
      if (!lijn_field_find (&self->places[i].field, fields, n_fields, spec->table,
                            spec->columns[i].id))
        g_error ("Register %s has no field %s", spec->id, spec->columns[i].id);
    }
  self->keys = lijn_register_keys_new (spec->table, self->fields, spec->n_columns);
  for (guint i = 0; i < spec->n_columns; i++)
    add_column (self, i);

  sort = lijn_register_memory_get_sort (self->memory, &descending);
  if (sort != NULL)
    lijn_register_sort (self, sort, descending);
  lijn_register_read_order (self);
}

void
lijn_register_show_column (LijnRegister *self, guint place, gboolean shown)
{
  lijn_register_remember_widths (self);
  set_shown (self, &self->places[place], shown);
  lijn_register_memory_set_shown (self->memory, get_id (&self->places[place]), shown);
}

void
lijn_register_remember_widths (LijnRegister *self)
{
  for (guint i = 0; i < self->spec->n_columns; i++)
    {
      int width = gtk_column_view_column_get_fixed_width (self->places[i].column);

      if (gtk_column_view_column_get_visible (self->places[i].column) &&
          width != lijn_register_memory_get_width (self->memory, get_id (&self->places[i]),
                                                   self->places[i].width))
        lijn_register_memory_set_width (self->memory, get_id (&self->places[i]), width);
    }
}

GPtrArray *
lijn_register_list_places (LijnRegister *self)
{
  GPtrArray *places = g_ptr_array_new ();
  GListModel *columns = gtk_column_view_get_columns (self->table);

  for (guint c = 0; c < g_list_model_get_n_items (columns); c++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, c);

      for (guint i = 0; i < self->spec->n_columns; i++)
        if (self->places[i].column == column && gtk_column_view_column_get_visible (column))
          g_ptr_array_add (places, &self->places[i]);
    }

  return places;
}
