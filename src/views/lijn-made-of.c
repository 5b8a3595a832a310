/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-made-of.h"

#include "lijn-audience.h"
#include "lijn-badge.h"
#include "lijn-progress.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

#define LIST_WIDTH 460
#define LIST_HEIGHT 420

struct _LijnMadeOf
{
  GtkPopover parent_instance;

  LijnView *view;
  LijnMadeOfFill fill;
  gpointer data;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (LijnMadeOf, lijn_made_of, GTK_TYPE_POPOVER)

static void
add_heading (LijnMadeOf *self, const char *text)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
}

static void
add_row (LijnMadeOf *self, LijnObject *object, const char *says)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *words = lijn_words_for_object (object);
  g_autofree char *all = NULL;
  GtkWidget *name = gtk_label_new (
      *lijn_object_get_name (object) != '\0' ? lijn_object_get_name (object) : words);
  GtkWidget *why = gtk_label_new (says);

  /* Translators: a thing, and what is said of it. */
  all = g_strdup_printf (_ ("%s: %s"), words, says);
  gtk_label_set_xalign (GTK_LABEL (name), 0.0F);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_tooltip_text (row, words);
  gtk_widget_add_css_class (why, "dim-label");
  gtk_widget_add_css_class (why, "caption");
  gtk_box_append (GTK_BOX (box), lijn_badge_new (object));
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), why);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
  g_object_set_data_full (G_OBJECT (row), "object", g_object_ref (object), g_object_unref);
  gtk_list_box_append (self->list, row);
}

void
lijn_made_of_add_aim (LijnMadeOf *self, LijnAims *aims, LijnAim aim)
{
  LijnAimFigure figure = lijn_aims_get (aims, aim, LIJN_AIMS_NOW);
  g_autofree char *says = lijn_aim_figure_describe (aim, &figure);
  g_autoptr (GPtrArray) parts = lijn_aims_list_parts (aims, aim, LIJN_AIMS_NOW);

  add_heading (self, says);
  for (guint i = 0; i < parts->len; i++)
    {
      const LijnAimPart *part = parts->pdata[i];
      g_autofree char *why = lijn_aim_part_describe (aim, part);

      add_row (self, part->object, why);
    }
}

void
lijn_made_of_add_actions (LijnMadeOf *self)
{
  GListModel *actions = lijn_project_list (lijn_view_get_project (self->view), LIJN_TABLE_ACTION);
  LijnAudience audience = LIJN_AUDIENCE_SHARED;

  add_heading (self, _ ("Actions"));
  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (LijnAction) action = g_list_model_get_item (actions, i);

      if (lijn_audience_may_see (&audience, LIJN_OBJECT (action)))
        add_row (self, LIJN_OBJECT (action),
                 lijn_word_for_action_status (lijn_action_get_status (action)));
    }
}

void
lijn_made_of_add_open (LijnMadeOf *self, gint64 now)
{
  for (guint age = LIJN_N_AGES; age-- > 0;)
    {
      g_autoptr (GPtrArray)
          open = lijn_progress_list_open (lijn_view_get_project (self->view), (LijnAge) age, now);

      if (open->len > 0)
        add_heading (self, lijn_word_for_age ((LijnAge) age));
      for (guint i = 0; i < open->len; i++)
        add_row (self, open->pdata[i],
                 lijn_word_for_friction_status (lijn_friction_get_status (open->pdata[i])));
    }
}

static void
show_cb (LijnMadeOf *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  self->fill (self, self->data);
}

static void
row_activated_cb (LijnMadeOf *self, GtkListBoxRow *row)
{
  g_autoptr (LijnObject) object = g_object_get_data (G_OBJECT (row), "object");

  g_object_ref (object);
  gtk_popover_popdown (GTK_POPOVER (self));
  lijn_view_show (self->view, object);
}

static void
lijn_made_of_dispose (GObject *object)
{
  g_clear_object (&LIJN_MADE_OF (object)->view);
  G_OBJECT_CLASS (lijn_made_of_parent_class)->dispose (object);
}

static void
lijn_made_of_class_init (LijnMadeOfClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_made_of_dispose;
}

static void
lijn_made_of_init (LijnMadeOf *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect (self, "show", G_CALLBACK (show_cb), NULL);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_size_request (scroller, LIST_WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (self), scroller);
}

GtkWidget *
lijn_made_of_new (LijnView *view, LijnMadeOfFill fill, gpointer data)
{
  LijnMadeOf *self = g_object_new (LIJN_TYPE_MADE_OF, NULL);

  self->view = g_object_ref (view);
  self->fill = fill;
  self->data = data;
  return GTK_WIDGET (self);
}
