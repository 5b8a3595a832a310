/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The first rows of a selection model, and frame by frame the rest. GtkColumnView makes the widgets of
 * some two hundred rows before it paints the first of them; of this it makes those that can be in
 * sight, and the others while it is looked at. The selection is that of the whole, also of what has not
 * been let through yet. */

#define LIJN_TYPE_FIRST_ROWS (lijn_first_rows_get_type ())
G_DECLARE_FINAL_TYPE (LijnFirstRows, lijn_first_rows, LIJN, FIRST_ROWS, GObject)

/* For @widget, which shows it: it grows with the frames of that. */
LijnFirstRows *lijn_first_rows_new (GtkSelectionModel *model, GtkWidget *widget);

/* Begins anew with the first rows: before all of them are about to change, so that only those that can
 * be in sight are made before the next frame. */
void lijn_first_rows_restart (LijnFirstRows *self);

/* Lets through what is up to and at @position, at once. */
void lijn_first_rows_reach (LijnFirstRows *self, guint position);

/* Lets everything through at once. */
void lijn_first_rows_fill (LijnFirstRows *self);
gboolean lijn_first_rows_is_full (LijnFirstRows *self);

G_END_DECLS
