/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-pop-up.h"

static gboolean
take_away_cb (gpointer data)
{
  GtkWidget *popover = data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

/* Not at once: what was chosen in it is activated after this. */
static void
closed_cb (GtkWidget *popover, GtkWidget *back)
{
  if (back != NULL)
    gtk_widget_grab_focus (back);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, take_away_cb, g_object_ref (popover), g_object_unref);
}

void
lijn_pop_up (GtkWidget *popover, GtkWidget *parent, const GdkRectangle *at, GtkWidget *back)
{
  gtk_widget_set_parent (popover, parent);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  if (back != NULL)
    g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), back, 0);
  else
    g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

void
lijn_pop_up_menu (GMenuModel *menu, GtkWidget *parent, const GdkRectangle *at, GtkWidget *back)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  lijn_pop_up (popover, parent, at, back);
}
