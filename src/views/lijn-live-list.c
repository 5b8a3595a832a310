/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-live-list.h"

#include "lijn-link-row.h"
#include "lijn-sync.h"

struct _LijnLiveList
{
  AdwBin parent_instance;

  LijnView *view;
  LijnObject *object;
  LijnLiveListFind find;
  LijnLiveListMake make;
  GListStore *items;
};

G_DEFINE_FINAL_TYPE (LijnLiveList, lijn_live_list, ADW_TYPE_BIN)

static void
refresh (LijnLiveList *self)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  if (!lijn_object_is_gone (self->object))
    self->find (self->view, self->object, found);
  lijn_sync_store (self->items, found);
  gtk_widget_set_visible (GTK_WIDGET (self), found->len > 0);
}

static GtkWidget *
make_row_cb (gpointer item, gpointer data)
{
  LijnLiveList *self = data;

  return self->make != NULL ? self->make (self->view, self->object, item)
                            : lijn_link_row_new (self->view, item);
}

static void
lijn_live_list_dispose (GObject *object)
{
  LijnLiveList *self = LIJN_LIVE_LIST (object);

  if (self->items != NULL)
    g_list_store_remove_all (self->items);
  g_clear_object (&self->items);
  g_clear_object (&self->view);
  g_clear_object (&self->object);
  G_OBJECT_CLASS (lijn_live_list_parent_class)->dispose (object);
}

static void
lijn_live_list_class_init (LijnLiveListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_live_list_dispose;
}

static void
lijn_live_list_init (LijnLiveList *self)
{
}

GtkWidget *
lijn_live_list_new (LijnView *view, LijnObject *object, LijnLiveListFind find,
                    LijnLiveListMake make)
{
  LijnLiveList *self = g_object_new (LIJN_TYPE_LIVE_LIST, NULL);
  GtkWidget *list = gtk_list_box_new ();

  self->view = g_object_ref (view);
  self->object = g_object_ref (object);
  self->find = find;
  self->make = make;
  self->items = g_list_store_new (LIJN_TYPE_OBJECT);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_bind_model (GTK_LIST_BOX (list), G_LIST_MODEL (self->items), make_row_cb, self,
                           NULL);
  adw_bin_set_child (ADW_BIN (self), list);
  refresh (self);
  g_signal_connect_object (lijn_view_get_project (view), "refreshed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
