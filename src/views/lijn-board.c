/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-board.h"

#include "lijn-board-card.h"
#include "lijn-columns-box.h"
#include "lijn-edit.h"
#include "lijn-lazy.h"
#include "lijn-sync.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

#define N_COLUMNS 4 /* open, doing, done, dropped */
#define COLUMN_WIDTH 150

typedef struct
{
  LijnBoard *board;
  LijnActionStatus status;
  GListStore *actions;
  GtkListBox *list;
  GtkLabel *heading;
} Column;

struct _LijnBoard
{
  AdwBin parent_instance;

  LijnView *view;
  LijnTeam *team;
  Column columns[N_COLUMNS];
  LijnAction *moved; /* (owned) (nullable): whose card gets the focus where it comes to stand */
};

G_DEFINE_FINAL_TYPE (LijnBoard, lijn_board, ADW_TYPE_BIN)

static LijnBoardCard *
find_card (Column *column, LijnAction *action)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (column->list));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (LIJN_IS_BOARD_CARD (row) && lijn_board_card_get_action (LIJN_BOARD_CARD (row)) == action)
      return LIJN_BOARD_CARD (row);
  return NULL;
}

static void
fill_column (LijnBoard *self, Column *column)
{
  GPtrArray *all = lijn_project_referrers (lijn_view_get_project (self->view), LIJN_TABLE_ACTION,
                                           "team", LIJN_OBJECT (self->team));
  g_autoptr (GPtrArray) actions = g_ptr_array_new ();
  g_autofree char *heading = NULL;

  for (guint i = 0; i < all->len; i++)
    if (lijn_action_get_status (all->pdata[i]) == column->status)
      g_ptr_array_add (actions, all->pdata[i]);
  lijn_sync_store (column->actions, actions);

  /* Translators: a status, and how many actions have it. */
  heading = g_strdup_printf (_ ("%s · %u"), lijn_word_for_action_status (column->status),
                             actions->len);
  gtk_label_set_text (column->heading, heading);
}

static void
update (gpointer data)
{
  LijnBoard *self = data;
  LijnBoardCard *card;

  for (guint i = 0; i < N_COLUMNS; i++)
    fill_column (self, &self->columns[i]);
  if (self->moved == NULL)
    return;

  card = find_card (&self->columns[lijn_action_get_status (self->moved)], self->moved);
  if (card != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (card));
  g_clear_object (&self->moved);
}

static GtkWidget *
make_card_cb (gpointer action, gpointer data)
{
  return lijn_board_card_new (((Column *) data)->board->view, action);
}

/* The card that has the focus; @column: where it is. */
static LijnBoardCard *
get_focused (LijnBoard *self, guint *column)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *card = focus != NULL ? gtk_widget_get_ancestor (focus, LIJN_TYPE_BOARD_CARD) : NULL;

  for (guint i = 0; card != NULL && i < N_COLUMNS; i++)
    if (gtk_widget_is_ancestor (card, GTK_WIDGET (self->columns[i].list)))
      {
        *column = i;
        return LIJN_BOARD_CARD (card);
      }
  return NULL;
}

/* To the same height in the next column that has a card. */
static void
go (LijnBoard *self, guint from, int place, int step)
{
  for (int i = (int) from + step; i >= 0 && i < N_COLUMNS; i += step)
    {
      Column *column = &self->columns[i];
      int n = (int) g_list_model_get_n_items (G_LIST_MODEL (column->actions));

      if (n == 0)
        continue;
      gtk_widget_grab_focus (
          GTK_WIDGET (gtk_list_box_get_row_at_index (column->list, MIN (place, n - 1))));
      return;
    }
}

static void
move (LijnBoard *self, LijnBoardCard *card, guint from, int step)
{
  int to = (int) from + step;

  if (to < 0 || to >= N_COLUMNS)
    return;
  g_set_object (&self->moved, lijn_board_card_get_action (card));
  lijn_board_card_move (card, (LijnActionStatus) to);
}

static gboolean
key_pressed_cb (LijnBoard *self, guint key, guint code, GdkModifierType state)
{
  gboolean right = key == GDK_KEY_Right || key == GDK_KEY_KP_Right;
  gboolean left = key == GDK_KEY_Left || key == GDK_KEY_KP_Left;
  int step = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  LijnBoardCard *card;
  guint column;

  if (!right && !left)
    return GDK_EVENT_PROPAGATE;
  card = get_focused (self, &column);
  if (card == NULL)
    return GDK_EVENT_PROPAGATE;

  step = right ? step : -step;
  if ((state & GDK_CONTROL_MASK) != 0)
    move (self, card, column, step);
  else
    go (self, column, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (card)), step);
  return GDK_EVENT_STOP;
}

/* Dragging. */

static GdkDragAction
enter_cb (Column *column, double x, double y)
{
  gtk_widget_add_css_class (GTK_WIDGET (column->list), "lijn-drop");
  return GDK_ACTION_MOVE;
}

static void
leave_cb (Column *column)
{
  gtk_widget_remove_css_class (GTK_WIDGET (column->list), "lijn-drop");
}

static gboolean
drop_cb (Column *column, const GValue *value)
{
  g_autoptr (LijnView) view = g_object_ref (column->board->view);
  LijnAction *action = g_value_get_object (value);
  GError *error = NULL;
  gboolean ok;

  leave_cb (column);
  if (action == NULL)
    return FALSE;
  ok = lijn_edit_set_action_status (action, column->status, &error);
  return lijn_view_report (view, ok, error);
}

static GtkWidget *
make_column (LijnBoard *self, LijnActionStatus status)
{
  Column *column = &self->columns[status];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkDropTarget *target = gtk_drop_target_new (lijn_action_get_type (), GDK_ACTION_MOVE);

  *column = (Column){ self, status, g_list_store_new (LIJN_TYPE_OBJECT),
                      GTK_LIST_BOX (gtk_list_box_new ()), GTK_LABEL (gtk_label_new ("")) };
  gtk_label_set_xalign (column->heading, 0.0F);
  gtk_widget_add_css_class (GTK_WIDGET (column->heading), "heading");
  gtk_list_box_set_selection_mode (column->list, GTK_SELECTION_NONE);
  gtk_list_box_bind_model (column->list, G_LIST_MODEL (column->actions), make_card_cb, column,
                           NULL);
  gtk_widget_add_css_class (GTK_WIDGET (column->list), "lijn-board-column");
  gtk_widget_set_vexpand (GTK_WIDGET (column->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (column->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lijn_word_for_action_status (status), -1);
  gtk_widget_set_size_request (box, COLUMN_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (column->heading));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (column->list));

  g_signal_connect_swapped (target, "enter", G_CALLBACK (enter_cb), column);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), column);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), column);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (target));
  return box;
}

static void
lijn_board_dispose (GObject *object)
{
  LijnBoard *self = LIJN_BOARD (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  for (guint i = 0; i < N_COLUMNS; i++)
    g_clear_object (&self->columns[i].actions);
  g_clear_object (&self->moved);
  g_clear_object (&self->team);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (lijn_board_parent_class)->dispose (object);
}

static void
lijn_board_class_init (LijnBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_board_dispose;
}

static void
lijn_board_init (LijnBoard *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
lijn_board_new (LijnView *view, LijnTeam *team)
{
  LijnBoard *self = g_object_new (LIJN_TYPE_BOARD, NULL);
  GtkWidget *columns = lijn_columns_new (2, N_COLUMNS, TRUE);

  self->view = g_object_ref (view);
  self->team = g_object_ref (team);
  for (int status = 0; status < N_COLUMNS; status++)
    lijn_columns_add (columns, make_column (self, (LijnActionStatus) status));
  adw_bin_set_child (ADW_BIN (self), columns);
  lijn_lazy_follow (self, lijn_view_get_project (view), update);
  return GTK_WIDGET (self);
}
