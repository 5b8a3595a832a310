/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-columns-box.h"

#define SPACE 12

GtkWidget *
lijn_columns_new (guint least, guint most, gboolean alike)
{
  GtkWidget *self = gtk_flow_box_new ();

  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self), least);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self), most);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self), alike);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self), SPACE);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self), SPACE);
  return self;
}

/* The children of a flow box are stops for the keyboard; here their parts are. */
void
lijn_columns_add (GtkWidget *columns, GtkWidget *part)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), part);
  gtk_widget_set_focusable (child, FALSE);
  gtk_widget_add_css_class (child, "lijn-plain");
  gtk_flow_box_append (GTK_FLOW_BOX (columns), child);
}
