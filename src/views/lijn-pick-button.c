/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-pick-button.h"

#include "lijn-badge.h"
#include "lijn-words.h"

#define LIST_WIDTH 280
#define LIST_HEIGHT 360

struct _LijnPickButton
{
  AdwBin parent_instance;

  LijnView *view;
  LijnObject *object;
  LijnLiveListFind find;
  LijnPickVerb verb;
  char *extra;
  GtkWidget *popover;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (LijnPickButton, lijn_pick_button, ADW_TYPE_BIN)

static void
add_row (LijnPickButton *self, GtkWidget *badge, const char *name, LijnObject *item)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0F);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (item != NULL)
    g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (item), g_object_unref);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* The list is made when it is opened; arrows and Return begin at its first row. */
static void
shown_cb (LijnPickButton *self)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);

  self->find (self->view, self->object, found);
  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *name = lijn_words_for_object (found->pdata[i]);

      add_row (self, lijn_badge_new (found->pdata[i]), name, found->pdata[i]);
    }
  if (self->extra != NULL)
    add_row (self, gtk_image_new_from_icon_name ("list-add-symbolic"), self->extra, NULL);
  row = gtk_widget_get_first_child (self->list);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
row_activated_cb (LijnPickButton *self, GtkListBoxRow *row)
{
  g_autoptr (LijnView) view = g_object_ref (self->view);
  LijnObject *item = g_object_get_data (G_OBJECT (row), "item");
  GError *error = NULL;
  gboolean ok;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  ok = self->verb (view, self->object, item, &error);
  lijn_view_report (view, ok, error);
}

static void
lijn_pick_button_dispose (GObject *object)
{
  LijnPickButton *self = LIJN_PICK_BUTTON (object);

  g_clear_object (&self->view);
  g_clear_object (&self->object);
  g_clear_pointer (&self->extra, g_free);
  G_OBJECT_CLASS (lijn_pick_button_parent_class)->dispose (object);
}

static void
lijn_pick_button_class_init (LijnPickButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_pick_button_dispose;
}

static void
lijn_pick_button_init (LijnPickButton *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, -1);

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), scroller);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (shown_cb), self);
}

GtkWidget *
lijn_pick_button_new (LijnView *view, LijnObject *object, const char *label, const char *extra,
                      LijnLiveListFind find, LijnPickVerb verb)
{
  LijnPickButton *self = g_object_new (LIJN_TYPE_PICK_BUTTON, NULL);
  LijnStore *store = lijn_project_get_store (lijn_view_get_project (view));
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *content = adw_button_content_new ();

  self->view = g_object_ref (view);
  self->object = g_object_ref (object);
  self->extra = g_strdup (extra);
  self->find = find;
  self->verb = verb;

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), content);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), self->popover);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_sensitive (button, !lijn_store_is_read_only (store));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  adw_bin_set_child (ADW_BIN (self), button);

  return GTK_WIDGET (self);
}
