/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-register-private.h"

#include "lijn-names.h"
#include "lijn-register-cell.h"

#include <glib/gi18n.h>

/* The project's list of the table, filtered, then sorted, then selected from. The lists follow the
 * project by themselves as far as rows come and go; when a row changes, what was kept of it is
 * forgotten, and only what is sorted and filtered by, and what is in sight, is asked for again. */

G_DEFINE_FINAL_TYPE (LijnRegister, lijn_register, ADW_TYPE_BIN)

LijnView *
lijn_register_get_view (LijnRegister *self)
{
  return self->view;
}

GListModel *
lijn_register_get_shown (LijnRegister *self)
{
  return G_LIST_MODEL (self->rows);
}

gboolean
lijn_register_can_edit (LijnRegister *self)
{
  return !lijn_store_is_read_only (lijn_project_get_store (lijn_view_get_project (self->view)));
}

GPtrArray *
lijn_register_get_selected (LijnRegister *self)
{
  GPtrArray *objects = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset)
      selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->rows));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gpointer object = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

      if (object != NULL)
        g_ptr_array_add (objects, object);
    }

  return objects;
}

/* How many there are before anything is filtered. */
static guint
count_all (LijnRegister *self)
{
  GListModel *list = lijn_project_list (lijn_view_get_project (self->view), self->spec->table);
  guint n = g_list_model_get_n_items (list), count = 0;

  if (self->spec->belongs == NULL)
    return n;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (list, i);

      count += self->spec->belongs (self->view, object) ? 1 : 0;
    }

  return count;
}

/* (transfer full): "12 of 40 · 3 selected · 9 days". */
static char *
describe_count (LijnRegister *self, guint shown, guint all)
{
  g_autoptr (GtkBitset)
      selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->rows));
  guint n_selected = (guint) gtk_bitset_get_size (selected);
  GString *text = g_string_new (NULL);

  if (shown == all)
    g_string_append_printf (text, "%u", all);
  else
    /* Translators: how many rows are shown, of how many. */
    g_string_append_printf (text, _ ("%u of %u"), shown, all);
  if (n_selected > 1)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%u selected", "%u selected", n_selected),
                              n_selected);
    }
  if (self->spec->summarize != NULL)
    {
      g_autofree char *sum = self->spec->summarize (self->view, G_LIST_MODEL (self->rows));

      if (sum != NULL && *sum != '\0')
        g_string_append_printf (text, " · %s", sum);
    }

  return g_string_free (text, FALSE);
}

static gboolean
count_cb (gpointer data)
{
  LijnRegister *self = data;
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint all = count_all (self);
  g_autofree char *text = describe_count (self, shown, all);

  self->counting = 0;
  gtk_label_set_label (self->count, text);
  gtk_stack_set_visible_child_name (self->stack, all == 0     ? "empty"
                                                 : shown == 0 ? "nothing"
                                                              : "rows");
  lijn_register_update_actions (self);

  return G_SOURCE_REMOVE;
}

/* Once for all that changes at a time: a sum may ask something of every row. */
void
lijn_register_update_count (LijnRegister *self)
{
  if (self->counting == 0)
    self->counting = g_idle_add_full (G_PRIORITY_HIGH_IDLE, count_cb, self, NULL);
}

/* The selection, both ways. */

static void
rows_selected_cb (LijnRegister *self)
{
  g_autoptr (GPtrArray) objects = NULL;

  lijn_register_update_count (self);
  if (self->following)
    return;

  objects = lijn_register_get_selected (self);
  self->following = TRUE;
  lijn_view_select_many (self->view, objects);
  self->following = FALSE;
}

/* Where the objects that the view has selected are in the rows. */
static GtkBitset *
find_selected (LijnRegister *self)
{
  GPtrArray *selection = lijn_view_get_selection (self->view);
  GtkBitset *positions = gtk_bitset_new_empty ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows)), found = 0;

  for (guint i = 0; i < n && found < selection->len; i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (!lijn_view_is_selected (self->view, object))
        continue;
      gtk_bitset_add (positions, i);
      found++;
    }

  return positions;
}

void
lijn_register_go_to_top (LijnRegister *self)
{
  if (self->first == NULL) /* not yet */
    return;
  lijn_first_rows_restart (self->first);
  gtk_widget_activate_action (GTK_WIDGET (self->table), "list.scroll-to-item", "u", 0);
}

void
lijn_register_follow_view (LijnRegister *self)
{
  g_autoptr (GtkBitset) wanted = NULL, all = NULL, held = NULL;

  if (self->following)
    return;

  wanted = find_selected (self);
  held = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->rows));
  if (gtk_bitset_equals (wanted, held))
    return;

  all = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)));
  self->following = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->rows), wanted, all);
  self->following = FALSE;
  if (gtk_bitset_get_size (wanted) == 0)
    return;
  lijn_first_rows_reach (self->first, gtk_bitset_get_minimum (wanted));
  gtk_widget_activate_action (GTK_WIDGET (self->table), "list.scroll-to-item", "u",
                              gtk_bitset_get_minimum (wanted));
}

/* The project. */

static void
refresh (LijnRegister *self)
{
  GHashTableIter iter;
  gpointer cell;

  self->stale = FALSE;
  lijn_register_order_changed (self);
  if (self->spec->belongs != NULL || lijn_register_is_filtered (self))
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    lijn_register_cell_refresh (cell);
  lijn_register_follow_view (self);
  lijn_register_update_count (self);
}

static void
refreshed_cb (LijnRegister *self, LijnChanges *changes, LijnProject *project)
{
  lijn_register_keys_forget (self->keys, project, changes);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    self->stale = TRUE;
}

/* What is mine, and what may be set, hangs on who speaks. */
static void
speaker_changed_cb (LijnRegister *self)
{
  if (lijn_register_is_filtered (self))
    lijn_register_filter_changed (self);
}

static void
activated_cb (LijnRegister *self, guint position)
{
  g_autoptr (LijnObject) object = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (object != NULL)
    lijn_view_show (self->view, object);
}

static gboolean
lets_through_cb (gpointer object, gpointer data)
{
  return lijn_register_lets_through (data, object);
}

static void
make_lists (LijnRegister *self)
{
  GListModel *list = lijn_project_list (lijn_view_get_project (self->view), self->spec->table);
  GtkSorter *sorter = gtk_column_view_get_sorter (self->table);
  GtkSortListModel *sorted;

  self->filter = GTK_FILTER (gtk_custom_filter_new (lets_through_cb, self, NULL));
  self->filtered = gtk_filter_list_model_new (g_object_ref (list), g_object_ref (self->filter));
  /* Before the list that is sorted hears of it. */
  g_signal_connect_object (sorter, "changed", G_CALLBACK (lijn_register_read_order), self,
                           G_CONNECT_SWAPPED);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)),
                                    g_object_ref (sorter));
  self->rows = gtk_multi_selection_new (G_LIST_MODEL (sorted));
  g_signal_connect_object (self->rows, "selection-changed", G_CALLBACK (rows_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (lijn_register_update_count),
                           self, G_CONNECT_SWAPPED);
  self->first = lijn_first_rows_new (GTK_SELECTION_MODEL (self->rows), GTK_WIDGET (self->table));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->first));
}

static void
set_empty (LijnRegister *self)
{
  const LijnRegisterSpec *spec = self->spec;

  adw_status_page_set_icon_name (self->empty, spec->empty_icon);
  adw_status_page_set_title (self->empty, spec->empty_title != NULL ? _ (spec->empty_title) : "");
  adw_status_page_set_description (self->empty,
                                   spec->empty_text != NULL ? _ (spec->empty_text) : "");
  gtk_widget_set_visible (self->empty_button, spec->empty_action != NULL);
  if (spec->empty_action == NULL)
    return;
  gtk_button_set_label (GTK_BUTTON (self->empty_button), _ (spec->empty_label));
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->empty_button), spec->empty_action);
}

void
lijn_register_add_button (LijnRegister *self, const char *icon, const char *label,
                          GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_sensitive (button, lijn_register_can_edit (self));
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  gtk_box_insert_child_after (GTK_BOX (self->controls), button,
                              gtk_widget_get_prev_sibling (self->options));
}

GtkWidget *
lijn_register_new (LijnView *view, const LijnRegisterSpec *spec)
{
  LijnRegister *self = g_object_new (LIJN_TYPE_REGISTER, NULL);
  LijnProject *project = lijn_view_get_project (view);

  self->view = g_object_ref (view);
  self->spec = spec;
  self->memory = lijn_register_memory_new (spec->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (spec->title), -1);
  set_empty (self);
  lijn_register_add_sieves (self);
  lijn_register_add_columns (self);
  lijn_register_add_actions (self);
  make_lists (self);
  lijn_register_follow_view (self);
  g_clear_handle_id (&self->counting, g_source_remove);
  count_cb (self);
  lijn_names_put_right (GTK_WIDGET (self));

  g_signal_connect_object (project, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "selection-changed", G_CALLBACK (lijn_register_follow_view), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::speaker", G_CALLBACK (speaker_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

static void
lijn_register_map (GtkWidget *widget)
{
  LijnRegister *self = LIJN_REGISTER (widget);

  GTK_WIDGET_CLASS (lijn_register_parent_class)->map (widget);
  if (self->stale)
    refresh (self);
}

static void
lijn_register_unmap (GtkWidget *widget)
{
  lijn_register_remember_widths (LIJN_REGISTER (widget));
  GTK_WIDGET_CLASS (lijn_register_parent_class)->unmap (widget);
}

static void
lijn_register_dispose (GObject *object)
{
  LijnRegister *self = LIJN_REGISTER (object);

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (lijn_view_get_project (self->view), self);
  self->following = TRUE;
  g_clear_handle_id (&self->counting, g_source_remove);
  if (self->rows != NULL)
    {
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->table), self);
      gtk_column_view_set_model (self->table, NULL);
    }
  g_clear_object (&self->first);
  g_clear_object (&self->rows);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "register", NULL);
  g_clear_object (&self->actions);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (lijn_register_parent_class)->dispose (object);
}

static void
lijn_register_finalize (GObject *object)
{
  LijnRegister *self = LIJN_REGISTER (object);

  g_hash_table_unref (self->cells);
  g_clear_pointer (&self->keys, lijn_register_keys_free);
  g_clear_pointer (&self->memory, lijn_register_memory_free);
  lijn_register_free_sieves (self);
  g_free (self->places);
  g_free (self->fields);
  g_strfreev (self->words);
  G_OBJECT_CLASS (lijn_register_parent_class)->finalize (object);
}

static void
search_changed_cb (GtkEditable *entry, LijnRegister *self)
{
  lijn_register_search (self, gtk_editable_get_text (entry));
}

static void
search_stopped_cb (GtkEditable *entry, LijnRegister *self)
{
  gtk_editable_set_text (entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
search_activated_cb (GtkEditable *entry, LijnRegister *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
lijn_register_class_init (LijnRegisterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lijn_register_dispose;
  object_class->finalize = lijn_register_finalize;
  widget_class->map = lijn_register_map;
  widget_class->unmap = lijn_register_unmap;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/waslijn/Waslijn/register.ui");
  gtk_widget_class_bind_template_child (widget_class, LijnRegister, search);
  gtk_widget_class_bind_template_child (widget_class, LijnRegister, controls);
  gtk_widget_class_bind_template_child (widget_class, LijnRegister, options);
  gtk_widget_class_bind_template_child (widget_class, LijnRegister, facets);
  gtk_widget_class_bind_template_child (widget_class, LijnRegister, stack);
  gtk_widget_class_bind_template_child (widget_class, LijnRegister, table);
  gtk_widget_class_bind_template_child (widget_class, LijnRegister, empty);
  gtk_widget_class_bind_template_child (widget_class, LijnRegister, empty_button);
  gtk_widget_class_bind_template_child (widget_class, LijnRegister, count);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
}

static void
lijn_register_init (LijnRegister *self)
{
  self->cells = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->table, "activate", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
}
