/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-outline.h"

#include "lijn-outline-node.h"
#include "lijn-outline-row.h"
#include "lijn-pop-up.h"
#include "lijn-sync.h"
#include "lijn-text.h"
#include "lijn-words.h"

/* The tree is a GtkTreeListModel over nodes whose lists follow the project. While something is
 * searched for, a flat list of what was found takes its place. The selection is the view's: a row
 * selected here shows its object, and an object selected elsewhere selects its row here. */

#define FOUND_LIMIT 200

struct _LijnOutline
{
  AdwBin parent_instance;

  LijnView *view;
  GActionGroup *actions;
  GtkTreeListModel *model;
  GtkSingleSelection *selection;
  GListStore *results; /* nodes */
  GtkSingleSelection *found_selection;
  gboolean following; /* the selection is being taken over from the view */

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

/* Returns: (transfer full) (nullable): the row of @object below @row (NULL: at the top), unfolding
 * what it is in; without @object the row of @section. */
static GtkTreeListRow *
find_child_row (LijnOutline *self, GtkTreeListRow *row, LijnSection section, LijnObject *object)
{
  for (guint i = 0;; i++)
    {
      g_autoptr (GtkTreeListRow) child = row != NULL
                                             ? gtk_tree_list_row_get_child_row (row, i)
                                             : gtk_tree_list_model_get_child_row (self->model, i);
      g_autoptr (LijnOutlineNode) node = NULL;

      if (child == NULL)
        return NULL;
      node = gtk_tree_list_row_get_item (child);
      if (object != NULL ? lijn_outline_node_get_object (node) == object
                         : lijn_outline_node_get_section (node) == section)
        return g_steal_pointer (&child);
    }
}

/* The way from the top to @object: its section, and the objects it is in. Returns: the number of
 * objects in @path. */
static guint
find_path (LijnObject *object, LijnSection *section, LijnObject *path[3])
{
  guint n = 0;

  if (LIJN_IS_ELEMENT (object))
    {
      LijnLane *lane = lijn_element_get_lane (LIJN_ELEMENT (object));

      *section = LIJN_SECTION_PARTIES;
      if (lane != NULL)
        {
          path[n++] = LIJN_OBJECT (lijn_lane_get_party (lane));
          path[n++] = LIJN_OBJECT (lane);
        }
    }
  else if (LIJN_IS_LANE (object))
    {
      *section = LIJN_SECTION_PARTIES;
      path[n++] = LIJN_OBJECT (lijn_lane_get_party (LIJN_LANE (object)));
    }
  else if (LIJN_IS_ACTION (object))
    {
      *section = LIJN_SECTION_TEAMS;
      path[n++] = LIJN_OBJECT (lijn_action_get_team (LIJN_ACTION (object)));
    }
  else if (LIJN_IS_PARTY (object))
    *section = LIJN_SECTION_PARTIES;
  else if (LIJN_IS_PHASE (object))
    *section = LIJN_SECTION_PHASES;
  else if (LIJN_IS_MAP (object))
    *section = LIJN_SECTION_MAPS;
  else if (LIJN_IS_INTERFACE (object))
    *section = LIJN_SECTION_INTERFACES;
  else if (LIJN_IS_FRICTION (object))
    *section = LIJN_SECTION_FRICTION;
  else if (LIJN_IS_TEAM (object))
    *section = LIJN_SECTION_TEAMS;
  else if (LIJN_IS_PERSON (object))
    *section = LIJN_SECTION_PERSONS;
  else
    return 0;
  path[n++] = object;

  return n;
}

static GtkTreeListRow *
find_row (LijnOutline *self, LijnObject *object)
{
  LijnSection section = LIJN_SECTION_NONE;
  LijnObject *path[3];
  guint n = find_path (object, &section, path);
  g_autoptr (GtkTreeListRow) row = NULL;

  if (n == 0)
    return NULL;

  row = find_child_row (self, NULL, section, NULL);
  for (guint i = 0; i < n && row != NULL; i++)
    {
      GtkTreeListRow *child;

      gtk_tree_list_row_set_expanded (row, TRUE);
      child = find_child_row (self, row, LIJN_SECTION_NONE, path[i]);
      g_object_unref (row);
      row = child;
    }

  return g_steal_pointer (&row);
}

static void
selection_changed_cb (LijnOutline *self)
{
  LijnObject *object = lijn_view_get_selected (self->view);
  g_autoptr (GtkTreeListRow) row = NULL;
  guint position;

  if (self->following ||
      get_object_in (gtk_single_selection_get_selected_item (self->selection)) == object)
    return;

  self->following = TRUE;
  row = object != NULL ? find_row (self, object) : NULL;
  position = row != NULL ? gtk_tree_list_row_get_position (row) : GTK_INVALID_LIST_POSITION;
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->tree), "list.scroll-to-item", "u", position);
  self->following = FALSE;
}

static void
row_selected_cb (LijnOutline *self, GParamSpec *pspec, GtkSingleSelection *selection)
{
  LijnObject *object = get_object_in (gtk_single_selection_get_selected_item (selection));

  if (self->following || object == NULL || lijn_object_is_gone (object))
    return;

  self->following = TRUE;
  show_object (self, object);
  self->following = FALSE;
  selection_changed_cb (self);
}

/* Search. */

static gboolean
matches (LijnObject *object, const char *folded)
{
  g_autofree char *words = lijn_words_for_object (object);
  g_autofree char *key = lijn_text_fold (words);

  return strstr (key, folded) != NULL;
}

static void
search_table (LijnOutline *self, LijnTable table, const char *folded, GPtrArray *found)
{
  GListModel *list = lijn_project_list (lijn_view_get_project (self->view), table);

  for (guint i = 0; i < g_list_model_get_n_items (list) && found->len < FOUND_LIMIT; i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (list, i);

      if (matches (object, folded))
        g_ptr_array_add (found, lijn_outline_node_new (self->view, object));
    }
}

static void
search (LijnOutline *self)
{
  static const LijnTable tables[] = { LIJN_TABLE_FRICTION, LIJN_TABLE_INTERFACE, LIJN_TABLE_ELEMENT,
                                      LIJN_TABLE_LANE,     LIJN_TABLE_PARTY,     LIJN_TABLE_TEAM,
                                      LIJN_TABLE_ACTION,   LIJN_TABLE_PERSON,    LIJN_TABLE_MAP };
  g_autofree char *folded = lijn_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

  if (folded[0] == '\0' || self->view == NULL)
    {
      g_list_store_remove_all (self->results);
      gtk_stack_set_visible_child_name (self->stack, "tree");
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    search_table (self, tables[i], folded, found);

  self->following = TRUE;
  lijn_sync_store (self->results, found);
  gtk_single_selection_set_selected (self->found_selection, GTK_INVALID_LIST_POSITION);
  self->following = FALSE;
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

/* Rows. */

static void
show_menu (LijnOutline *self, GtkWidget *row, double x, double y)
{
  LijnOutlineNode *node = lijn_outline_row_get_node (LIJN_OUTLINE_ROW (row));
  LijnObject *object = node != NULL ? lijn_outline_node_get_object (node) : NULL;
  g_autoptr (GMenuModel) menu = lijn_outline_make_menu (object);
  graphene_point_t at = GRAPHENE_POINT_INIT ((float) x, (float) y);

  if (object != NULL)
    lijn_view_select (self->view, object);
  if (!gtk_widget_compute_point (row, GTK_WIDGET (self), &at, &at))
    graphene_point_init (&at, 0, 0);
  lijn_pop_up_menu (menu, GTK_WIDGET (self), &(const GdkRectangle){ (int) at.x, (int) at.y, 1, 1 },
                    NULL);
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, LijnOutline *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (self, row, x, y);
}

static GtkWidget *
make_row (LijnOutline *self)
{
  GtkWidget *row = lijn_outline_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));

  return row;
}

static void
set_up_cb (GtkListItemFactory *factory, GtkListItem *item, LijnOutline *self)
{
  GtkWidget *expander = gtk_tree_expander_new ();

  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), make_row (self));
  gtk_list_item_set_child (item, expander);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, LijnOutline *self)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr (LijnOutlineNode) node = gtk_tree_list_row_get_item (row);

  gtk_tree_expander_set_list_row (expander, row);
  lijn_outline_row_set_node (LIJN_OUTLINE_ROW (gtk_tree_expander_get_child (expander)), node);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, LijnOutline *self)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));

  lijn_outline_row_set_node (LIJN_OUTLINE_ROW (gtk_tree_expander_get_child (expander)), NULL);
  gtk_tree_expander_set_list_row (expander, NULL);
}

static void
set_up_found_cb (GtkListItemFactory *factory, GtkListItem *item, LijnOutline *self)
{
  gtk_list_item_set_child (item, make_row (self));
}

static void
bind_found_cb (GtkListItemFactory *factory, GtkListItem *item, LijnOutline *self)
{
  lijn_outline_row_set_node (LIJN_OUTLINE_ROW (gtk_list_item_get_child (item)),
                             gtk_list_item_get_item (item));
}

static void
unbind_found_cb (GtkListItemFactory *factory, GtkListItem *item, LijnOutline *self)
{
  lijn_outline_row_set_node (LIJN_OUTLINE_ROW (gtk_list_item_get_child (item)), NULL);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LijnOutline *self = LIJN_OUTLINE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  if (GTK_IS_TREE_EXPANDER (row))
    row = gtk_tree_expander_get_child (GTK_TREE_EXPANDER (row));
  if (!LIJN_IS_OUTLINE_ROW (row))
    return FALSE;

  show_menu (self, row, gtk_widget_get_width (row) / 2.0, gtk_widget_get_height (row) / 2.0);

  return TRUE;
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

static void
clear_view (LijnOutline *self)
{
  if (self->view == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->view, self);
  g_signal_handlers_disconnect_by_data (lijn_view_get_project (self->view), self);
  self->following = TRUE;
  gtk_single_selection_set_model (self->selection, NULL);
  g_list_store_remove_all (self->results);
  self->following = FALSE;
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

  self->view = g_object_ref (view);
  lijn_outline_allow_actions (self->actions, !lijn_store_is_read_only (lijn_project_get_store (
                                                 lijn_view_get_project (view))));
  root = lijn_outline_node_new_section (view, LIJN_SECTION_ALL);
  self->model = gtk_tree_list_model_new (lijn_outline_node_get_children (root), FALSE, FALSE,
                                         list_children, NULL, NULL);
  unfold (self);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));

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

  if (self->selection != NULL)
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

static void
set_up_list (LijnOutline *self, GtkListView *list, GtkSingleSelection *selection, GCallback set_up,
             GCallback bind, GCallback unbind)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", set_up, self, 0);
  g_signal_connect_object (factory, "bind", bind, self, 0);
  g_signal_connect_object (factory, "unbind", unbind, self, 0);
  gtk_list_view_set_factory (list, factory);
  gtk_list_view_set_model (list, GTK_SELECTION_MODEL (selection));
}

static void
lijn_outline_init (LijnOutline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->actions = lijn_outline_make_actions (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "outline", self->actions);
  self->results = g_list_store_new (LIJN_TYPE_OUTLINE_NODE);
  self->selection = make_selection (self, NULL);
  self->found_selection = make_selection (self, G_LIST_MODEL (self->results));

  set_up_list (self, self->tree, self->selection, G_CALLBACK (set_up_cb), G_CALLBACK (bind_cb),
               G_CALLBACK (unbind_cb));
  set_up_list (self, self->found, self->found_selection, G_CALLBACK (set_up_found_cb),
               G_CALLBACK (bind_found_cb), G_CALLBACK (unbind_found_cb));
}
