/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-completion.h"

struct _LijnCompletion
{
  GtkWidget *popover;
  GtkWidget *list;
  GPtrArray *lines; /* (element-type utf8) */
  int at; /* -1: none */
  LijnCompletionChosen chosen;
  gpointer data;
};

static void
row_cb (GtkListBox *list, GtkListBoxRow *row, LijnCompletion *self)
{
  g_autofree char *line = g_strdup (
      g_ptr_array_index (self->lines, (guint) gtk_list_box_row_get_index (row)));

  self->chosen (self, line, self->data);
}

static void
empty (LijnCompletion *self)
{
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  g_ptr_array_set_size (self->lines, 0);
  self->at = -1;
}

LijnCompletion *
lijn_completion_new (GtkWidget *entry)
{
  LijnCompletion *self = g_new0 (LijnCompletion, 1);

  self->at = -1;
  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), TRUE);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_cb), self);

  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_TOP);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->list);
  gtk_widget_set_parent (self->popover, entry);
  return self;
}

void
lijn_completion_free (LijnCompletion *self)
{
  gtk_widget_unparent (self->popover);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

void
lijn_completion_on_chosen (LijnCompletion *self, LijnCompletionChosen chosen, gpointer data)
{
  self->chosen = chosen;
  self->data = data;
}

void
lijn_completion_offer (LijnCompletion *self, const char *const *lines, const char *typed)
{
  empty (self);
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      GtkWidget *label = NULL;

      if (g_str_equal (lines[i], typed))
        continue;
      label = gtk_label_new (lines[i]);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_START);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 80);
      gtk_list_box_append (GTK_LIST_BOX (self->list), label);
      g_ptr_array_add (self->lines, g_strdup (lines[i]));
    }
  gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
  if (self->lines->len > 0 && gtk_widget_get_mapped (gtk_widget_get_parent (self->popover)))
    {
      gtk_popover_popup (GTK_POPOVER (self->popover));
      /* Where it is shown already it would keep the size of the lines before these. */
      gtk_popover_present (GTK_POPOVER (self->popover));
    }
  else
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

gboolean
lijn_completion_is_offered (LijnCompletion *self)
{
  return self->lines->len > 0;
}

gboolean
lijn_completion_move (LijnCompletion *self, int by)
{
  int at = self->at + by;

  if (at < -1 || at >= (int) self->lines->len || self->lines->len == 0)
    return FALSE;
  self->at = at;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                           at >= 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), at)
                                   : NULL);
  return TRUE;
}

char *
lijn_completion_dup_chosen (LijnCompletion *self)
{
  return self->at >= 0 ? g_strdup (g_ptr_array_index (self->lines, (guint) self->at)) : NULL;
}

char *
lijn_completion_dup_best (LijnCompletion *self)
{
  if (self->lines->len == 0)
    return NULL;
  return g_strdup (g_ptr_array_index (self->lines, (guint) MAX (self->at, 0)));
}
