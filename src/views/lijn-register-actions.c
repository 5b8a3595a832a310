/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-register-private.h"

#include "lijn-edit.h"
#include "lijn-late-menu.h"
#include "lijn-pop-up.h"
#include "lijn-register-cell.h"

#include <glib/gi18n.h>
#include <string.h>

/* Menus, keys and tooltips of the whole list. */

#define SHOW_PREFIX "column-"

static GAction *
find_action (LijnRegister *self, const char *name)
{
  return g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);
}

static void
enable (LijnRegister *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (find_action (self, name)), enabled);
}

void
lijn_register_update_actions (LijnRegister *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  gboolean any, can_edit;

  if (self->actions == NULL || self->rows == NULL)
    return;

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->rows));
  any = !gtk_bitset_is_empty (selected);
  can_edit = lijn_register_can_edit (self);
  enable (self, "copy", any);
  enable (self, "show", any);
  enable (self, "edit", any && can_edit);
  enable (self, "edit-again", any && can_edit);
  enable (self, "remove", any && can_edit);
  enable (self, "clear-filters", lijn_register_is_filtered (self));
  enable (self, "descending", self->sorted < self->spec->n_columns);
  g_simple_action_set_state (G_SIMPLE_ACTION (find_action (self, "sort")),
                             g_variant_new_string (self->sorted < self->spec->n_columns
                                                       ? self->spec->columns[self->sorted].id
                                                       : ""));
  g_simple_action_set_state (G_SIMPLE_ACTION (find_action (self, "descending")),
                             g_variant_new_boolean (self->descending));
}

GdkRectangle
lijn_register_place_of_row (LijnRegister *self, GtkWidget *cell)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *widget = cell != NULL ? cell : root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t bounds;
  GdkRectangle place = { gtk_widget_get_width (GTK_WIDGET (self)) / 2, 0, 1, 1 };

  if (widget == NULL || widget == GTK_WIDGET (self->table) ||
      !gtk_widget_is_ancestor (widget, GTK_WIDGET (self->table)) ||
      !gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &bounds))
    {
      if (!gtk_widget_compute_bounds (GTK_WIDGET (self->table), GTK_WIDGET (self), &bounds))
        return place;
      bounds.size.height = MIN (bounds.size.height, 60);
    }

  place.x = (int) (bounds.origin.x + MIN (bounds.size.width, 240) / 2);
  place.y = (int) (bounds.origin.y + bounds.size.height);

  return place;
}

static GtkWidget *
find_cell (LijnRegister *self, LijnObject *object, guint place)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    if (lijn_register_cell_get_object (cell) == object &&
        lijn_register_cell_get_place (cell) == place &&
        gtk_widget_get_mapped (lijn_register_cell_get_widget (cell)))
      return lijn_register_cell_get_widget (cell);

  return NULL;
}

static void
ask (LijnRegister *self, guint place)
{
  g_autoptr (GPtrArray) objects = lijn_register_get_selected (self);
  GdkRectangle at;

  if (objects->len == 0)
    return;
  at = lijn_register_place_of_row (self, find_cell (self, objects->pdata[objects->len - 1], place));
  lijn_register_ask (self, objects, place, &at);
}

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  lijn_register_copy (self);
}

static void
show_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LijnRegister *self = data;
  g_autoptr (GPtrArray) objects = lijn_register_get_selected (self);

  if (objects->len > 0)
    lijn_view_show (self->view, objects->pdata[objects->len - 1]);
}

static void
edit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LijnRegister *self = data;

  self->asked = lijn_register_find_place (self, g_variant_get_string (parameter, NULL));
  ask (self, self->asked);
}

/* What was changed last, so that row after row is done with one key each; else the first that can be. */
static void
edit_again_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LijnRegister *self = data;
  g_autoptr (GPtrArray) places = lijn_register_list_places (self);

  for (guint i = 0; i < places->len && self->asked == self->spec->n_columns; i++)
    {
      const LijnRegisterPlace *place = places->pdata[i];

      if (place->info->edit != NULL)
        self->asked = lijn_register_find_place (self, place->info->id);
    }
  if (self->asked < self->spec->n_columns)
    ask (self, self->asked);
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LijnRegister *self = data;
  g_autoptr (GPtrArray) objects = lijn_register_get_selected (self);
  GError *error = NULL;
  gboolean ok = lijn_edit_remove (objects, &error);

  lijn_view_report (self->view, ok, error);
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_widget_grab_focus (LIJN_REGISTER (data)->search);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  lijn_register_export (self);
}

static void
clear_filters_cb (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  lijn_register_clear_filters (self);
}

static void
sort_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  lijn_register_sort (data, g_variant_get_string (state, NULL), FALSE);
}

static void
descending_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  LijnRegister *self = data;

  if (self->sorted < self->spec->n_columns)
    lijn_register_sort (self, self->spec->columns[self->sorted].id, g_variant_get_boolean (state));
}

static void
show_column_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  const char *name = g_action_get_name (G_ACTION (action));
  guint place = lijn_register_find_place (data, name + strlen (SHOW_PREFIX));

  lijn_register_show_column (data, place, g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

/* Menus. */

static void
fill_options (LijnRegister *self)
{
  g_autoptr (GMenu) menu = g_menu_new (), order = g_menu_new (), by = g_menu_new ();
  g_autoptr (GMenu) turned = g_menu_new (), columns = g_menu_new (), rest = g_menu_new ();
  g_autoptr (GMenu) away = g_menu_new ();

  g_menu_append (by, _ ("As in the project"), "register.sort::");
  for (guint i = 0; i < self->spec->n_columns; i++)
    {
      const char *id = self->spec->columns[i].id;
      const char *title = lijn_field_get_title (&self->places[i].field, self->spec->table);
      g_autofree char *sort = g_strconcat ("register.sort::", id, NULL);
      g_autofree char *show = g_strconcat ("register." SHOW_PREFIX, id, NULL);

      g_menu_append (by, title, sort);
      g_menu_append (columns, title, show);
    }
  g_menu_append (turned, _ ("Last first"), "register.descending");
  g_menu_append_section (order, NULL, G_MENU_MODEL (by));
  g_menu_append_section (order, NULL, G_MENU_MODEL (turned));
  g_menu_append_submenu (rest, _ ("Sort by"), G_MENU_MODEL (order));
  g_menu_append_submenu (rest, _ ("Columns"), G_MENU_MODEL (columns));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  g_menu_append (away, _ ("Export as CSV…"), "register.export");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (away));
  lijn_late_menu_set (GTK_MENU_BUTTON (self->options), G_MENU_MODEL (menu));
}

static GMenu *
make_menu (LijnRegister *self, GPtrArray *objects)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new (), set = g_menu_new (), last = g_menu_new ();

  g_menu_append (first, _ ("Show on the map"), "register.show");
  for (guint i = 0; i < self->spec->n_columns; i++)
    {
      g_autofree char *action = g_strconcat ("register.edit::", self->spec->columns[i].id, NULL);

      if (self->spec->columns[i].edit != NULL)
        g_menu_append (set, lijn_field_get_title (&self->places[i].field, self->spec->table),
                       action);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (set)) > 0)
    g_menu_append_submenu (first, _ ("Change"), G_MENU_MODEL (set));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  if (self->spec->extend_menu != NULL)
    self->spec->extend_menu (self->view, objects, menu);
  g_menu_append (last, _ ("Copy as a table"), "register.copy");
  g_menu_append (last, _ ("Remove"), "register.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));

  return menu;
}

void
lijn_register_pop_up (LijnRegister *self, const GdkRectangle *at)
{
  g_autoptr (GPtrArray) objects = lijn_register_get_selected (self);
  g_autoptr (GMenu) menu = NULL;

  if (objects->len == 0)
    return;
  menu = make_menu (self, objects);
  lijn_pop_up_menu (G_MENU_MODEL (menu), GTK_WIDGET (self), at, GTK_WIDGET (self->table));
}

static void
add_column_actions (LijnRegister *self)
{
  for (guint i = 0; i < self->spec->n_columns; i++)
    {
      g_autofree char *name = g_strconcat (SHOW_PREFIX, self->spec->columns[i].id, NULL);
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
          name, NULL,
          g_variant_new_boolean (gtk_column_view_column_get_visible (self->places[i].column)));

      g_signal_connect_object (action, "change-state", G_CALLBACK (show_column_cb), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
}

void
lijn_register_add_actions (LijnRegister *self)
{
  static const GActionEntry entries[] = {
    { "copy", copy_cb },
    { "show", show_cb },
    { "edit", edit_cb, "s" },
    { "edit-again", edit_again_cb },
    { "remove", remove_cb },
    { "search", search_cb },
    { "clear-filters", clear_filters_cb },
    { "export", export_cb },
    { "sort", NULL, "s", "''", sort_cb },
    { "descending", NULL, NULL, "false", descending_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  add_column_actions (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "register", G_ACTION_GROUP (self->actions));
  fill_options (self);

  lijn_register_add_input (self);
}
