/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-outline.h"

#include "lijn-outline-parts.h"
#include "lijn-sync.h"
#include "lijn-text.h"

/* The tree is a GtkTreeListModel over nodes whose lists follow the project. While something is
 * searched for, a flat list of what was found takes its place. The selection is the view's: a row
 * selected here shows its object, and an object selected elsewhere selects its row here. */

struct _LijnOutline
{
  AdwBin parent_instance;

  LijnView *view;
  GActionGroup *actions;
  GtkTreeListModel *model;
  GtkSingleSelection *selection;
  GListStore *results; /* nodes */
  GtkSingleSelection *found_selection;
  guint following; /* how many times over the selection is not being chosen by the user just now */
  guint follow_id; /* it will be */

  GtkSearchEntry *search;
  GtkStack *stack;
  GtkListView *tree;
  GtkListView *found;
};

enum
{
  EDIT_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LijnOutline, lijn_outline, ADW_TYPE_BIN)

LijnView *
lijn_outline_get_view (LijnOutline *self)
{
  return self->view;
}

GActionGroup *
lijn_outline_get_actions (LijnOutline *self)
{
  return self->actions;
}

void
lijn_outline_edit (LijnOutline *self, LijnObject *object)
{
  lijn_view_show (self->view, object);
  g_signal_emit (self, signals[EDIT_REQUESTED], 0, object);
}

/* (transfer none) (nullable): the object in @item of either list. */
static LijnObject *
get_object_in (gpointer item)
{
  g_autoptr (LijnOutlineNode) node = NULL;

  if (GTK_IS_TREE_LIST_ROW (item))
    node = gtk_tree_list_row_get_item (item);
  else if (item != NULL)
    node = g_object_ref (item);

  return node != NULL ? lijn_outline_node_get_object (node) : NULL;
}

static void
show_object (LijnOutline *self, LijnObject *object)
{
  if (LIJN_IS_MAP (object))
    lijn_view_set_map (self->view, LIJN_MAP (object));
  lijn_view_show (self->view, object);
}

/* Selects the row of what the view has selected. @unfold: the rows that it is in, too. */
static void
follow (LijnOutline *self, gboolean unfold)
{
  LijnObject *object = lijn_view_get_selected (self->view);
  g_autoptr (GtkTreeListRow) row = NULL;
  guint position;

  if (self->following > 0 ||
      get_object_in (gtk_single_selection_get_selected_item (self->selection)) == object)
    return;

  self->following++;
  row = object != NULL ? lijn_outline_find_row (self->model, object, unfold) : NULL;
  position = row != NULL ? gtk_tree_list_row_get_position (row) : GTK_INVALID_LIST_POSITION;
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->tree), "list.scroll-to-item", "u", position);
  self->following--;
}

static void
selection_changed_cb (LijnOutline *self)
{
  follow (self, TRUE);
}

static gboolean
follow_cb (gpointer data)
{
  LijnOutline *self = data;

  self->follow_id = 0;
  follow (self, FALSE);
  return G_SOURCE_REMOVE;
}

/* Rows come and go with what they stand for. That the list selects another one meanwhile, or none,
 * is not anybody's choice: the row of what is selected is looked for once they are all there. */
static void
rows_change_cb (LijnOutline *self)
{
  self->following++;
}

static void
rows_changed_cb (LijnOutline *self)
{
  self->following--;
  if (self->follow_id == 0)
    self->follow_id = g_idle_add (follow_cb, self);
}

static void
row_selected_cb (LijnOutline *self, GParamSpec *pspec, GtkSingleSelection *selection)
{
  LijnObject *object = get_object_in (gtk_single_selection_get_selected_item (selection));

  if (self->following > 0 || object == NULL || lijn_object_is_gone (object))
    return;

  self->following++;
  show_object (self, object);
  self->following--;
  selection_changed_cb (self);
}

/* Search. */

static void
search (LijnOutline *self)
{
  g_autofree char *folded = lijn_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_autoptr (GPtrArray) found = NULL;

  if (folded[0] == '\0' || self->view == NULL)
    {
      g_list_store_remove_all (self->results);
      gtk_stack_set_visible_child_name (self->stack, "tree");
      return;
    }

  found = lijn_outline_search (self->view, folded);
  self->following++;
  lijn_sync_store (self->results, found);
  gtk_single_selection_set_selected (self->found_selection, GTK_INVALID_LIST_POSITION);
  self->following--;
  gtk_stack_set_visible_child_name (self->stack, found->len > 0 ? "found" : "nothing");
}

static void
search_changed_cb (GtkSearchEntry *entry, LijnOutline *self)
{
  search (self);
}

static void
search_stopped_cb (GtkSearchEntry *entry, LijnOutline *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
}

static void
search_activated_cb (GtkSearchEntry *entry, LijnOutline *self)
{
  gtk_single_selection_set_selected (self->found_selection, 0);
}

static void
activate (LijnOutline *self, GListModel *list, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (list, position);
  LijnObject *object = get_object_in (item);

  if (object != NULL)
    show_object (self, object);
  else if (GTK_IS_TREE_LIST_ROW (item))
    gtk_tree_list_row_set_expanded (GTK_TREE_LIST_ROW (item),
                                    !gtk_tree_list_row_get_expanded (GTK_TREE_LIST_ROW (item)));
}

static void
tree_activated_cb (GtkListView *list, guint position, LijnOutline *self)
{
  activate (self, G_LIST_MODEL (self->selection), position);
}

static void
found_activated_cb (GtkListView *list, guint position, LijnOutline *self)
{
  activate (self, G_LIST_MODEL (self->found_selection), position);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return lijn_outline_list_show_menu (widget);
}

static gboolean
action_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LijnOutline *self = LIJN_OUTLINE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  const char *action;

  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search)))
    return FALSE;

  g_variant_get (arguments, "&s", &action);
  g_action_group_activate_action (self->actions, action, NULL);

  return TRUE;
}

/* Life. */

static GListModel *
list_children (gpointer item, gpointer data)
{
  return lijn_outline_node_get_children (item);
}

/* Unfolded at first: every section, and the parties. */
static void
unfold (LijnOutline *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->model, i);
      g_autoptr (LijnOutlineNode) node = gtk_tree_list_row_get_item (row);

      if (lijn_outline_node_get_object (node) == NULL ||
          LIJN_IS_PARTY (lijn_outline_node_get_object (node)))
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

static GtkSingleSelection *
make_selection (LijnOutline *self, GListModel *model)
{
  GtkSingleSelection *selection = gtk_single_selection_new (NULL);

  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_model (selection, model);
  g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_SWAPPED);

  return selection;
}

/* Nothing of it is needed before there is something to outline. */
static void
fill (LijnOutline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->results = g_list_store_new (LIJN_TYPE_OUTLINE_NODE);
  self->selection = make_selection (self, NULL);
  self->found_selection = make_selection (self, G_LIST_MODEL (self->results));

  lijn_outline_list_set_up (self->tree, TRUE, GTK_WIDGET (self));
  lijn_outline_list_set_up (self->found, FALSE, GTK_WIDGET (self));
  gtk_list_view_set_model (self->tree, GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_model (self->found, GTK_SELECTION_MODEL (self->found_selection));
}

static void
clear_view (LijnOutline *self)
{
  if (self->view == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->view, self);
  g_signal_handlers_disconnect_by_data (lijn_view_get_project (self->view), self);
  g_clear_handle_id (&self->follow_id, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->model, self);
  self->following++;
  gtk_single_selection_set_model (self->selection, NULL);
  g_list_store_remove_all (self->results);
  self->following--;
  g_clear_object (&self->model);
  g_clear_object (&self->view);
}

void
lijn_outline_set_view (LijnOutline *self, LijnView *view)
{
  g_autoptr (LijnOutlineNode) root = NULL;

  clear_view (self);
  if (view == NULL)
    return;

  if (self->selection == NULL)
    fill (self);
  self->view = g_object_ref (view);
  lijn_outline_allow_actions (self->actions, !lijn_store_is_read_only (lijn_project_get_store (
                                                 lijn_view_get_project (view))));
  root = lijn_outline_node_new_section (view, LIJN_SECTION_ALL);
  self->model = gtk_tree_list_model_new (lijn_outline_node_get_children (root), FALSE, FALSE,
                                         list_children, NULL, NULL);
  unfold (self);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (rows_change_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  g_signal_connect_object (view, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (lijn_view_get_project (view), "refreshed", G_CALLBACK (search), self,
                           G_CONNECT_SWAPPED);
  selection_changed_cb (self);
}

static void
lijn_outline_dispose (GObject *object)
{
  LijnOutline *self = LIJN_OUTLINE (object);

  clear_view (self);
  g_clear_object (&self->selection);
  g_clear_object (&self->found_selection);
  g_clear_object (&self->results);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (lijn_outline_parent_class)->dispose (object);
}

static void
lijn_outline_class_init (LijnOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lijn_outline_dispose;

  signals[EDIT_REQUESTED] = g_signal_new ("edit-requested", LIJN_TYPE_OUTLINE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, LIJN_TYPE_OBJECT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/waslijn/Waslijn/outline.ui");
  gtk_widget_class_bind_template_child (widget_class, LijnOutline, search);
  gtk_widget_class_bind_template_child (widget_class, LijnOutline, stack);
  gtk_widget_class_bind_template_child (widget_class, LijnOutline, tree);
  gtk_widget_class_bind_template_child (widget_class, LijnOutline, found);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, tree_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_activated_cb);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, action_key_cb, "s", "rename");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, action_key_cb, "s", "remove");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, action_key_cb, "s",
                                "move-up");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, action_key_cb, "s",
                                "move-down");
}

static void
lijn_outline_init (LijnOutline *self)
{
  self->actions = lijn_outline_make_actions (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "outline", self->actions);
}
