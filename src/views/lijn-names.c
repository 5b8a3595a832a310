/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-names.h"

/* A button names itself after the text it was given, and then again after the label inside of it. */
static void
put_button_right (GtkButton *button)
{
  if (gtk_button_get_use_underline (button))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* The name of a drop-down is also its tooltip. */
static void
put_drop_down_right (GtkWidget *list)
{
  GtkWidget *button = gtk_widget_get_first_child (list);
  const char *name = gtk_widget_get_tooltip_text (list);

  if (button != NULL && name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}

void
lijn_names_put_right (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    put_button_right (GTK_BUTTON (widget));
  else if (GTK_IS_DROP_DOWN (widget))
    put_drop_down_right (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    lijn_names_put_right (child);
}
