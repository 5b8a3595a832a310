/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* Undoes or redoes in the project when @key with @state asks for it; TRUE if so.
 *
 * A text undoes typing by itself and keeps the keys even when there is nothing to undo. What takes
 * text calls this, from a controller in the capture phase, while nothing in it is being typed. */
gboolean lijn_undo_keys (GtkWidget *widget, guint key, GdkModifierType state);
