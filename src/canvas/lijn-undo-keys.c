/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-undo-keys.h"

gboolean
lijn_undo_keys (GtkWidget *widget, guint key, GdkModifierType state)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK);
  guint lower = gdk_keyval_to_lower (key);

  if (lower == GDK_KEY_z && held == GDK_CONTROL_MASK)
    return gtk_widget_activate_action (widget, "page.undo", NULL);
  if ((lower == GDK_KEY_z && held == (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) ||
      (lower == GDK_KEY_y && held == GDK_CONTROL_MASK))
    return gtk_widget_activate_action (widget, "page.redo", NULL);

  return FALSE;
}
