/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How far a long job is, with a button to cancel it. The project may be read by one thread only, so
 * the job runs in the main thread and lets the window live between its steps; the window is modal,
 * so that nothing is edited meanwhile. It shows itself only when the job lasts. */

#define LIJN_TYPE_PROGRESS_WINDOW (lijn_progress_window_get_type ())
G_DECLARE_FINAL_TYPE (LijnProgressWindow, lijn_progress_window, LIJN, PROGRESS_WINDOW, AdwWindow)

/* (transfer full) */
LijnProgressWindow *lijn_progress_window_new (GtkWindow *parent, const char *label);
GCancellable *lijn_progress_window_get_cancellable (LijnProgressWindow *self);

/* To be given as a progress callback with the window as its data. */
void lijn_progress_window_step (double part, gpointer window);

/* Takes the window away and releases it. */
void lijn_progress_window_end (LijnProgressWindow *self);

G_END_DECLS
