/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lijn-view.h"

G_BEGIN_DECLS

/* A window: the welcome page until it has a project, then the project's page. Actions: win.open,
 * win.import. */

#define LIJN_TYPE_WINDOW (lijn_window_get_type ())
G_DECLARE_FINAL_TYPE (LijnWindow, lijn_window, LIJN, WINDOW, AdwApplicationWindow)

LijnWindow *lijn_window_new (GtkApplication *application);

LijnProject *lijn_window_get_project (LijnWindow *self); /* (transfer none) (nullable) */
LijnView *lijn_window_get_view (LijnWindow *self); /* (transfer none) (nullable) */

/* Shows @project; only in a window that has none yet. */
void lijn_window_set_project (LijnWindow *self, LijnProject *project);

/* Shows the map that was added last. */
void lijn_window_show_last_map (LijnWindow *self);

/* Says @text at the bottom of the window for some seconds. */
void lijn_window_toast (LijnWindow *self, const char *text);

/* The same of a file that was made at @path, with a button that shows it in its folder. */
void lijn_window_tell_made (LijnWindow *self, const char *path);

/* Says in a dialog that something did not succeed, and why. Takes @error. */
void lijn_window_tell_error (LijnWindow *self, const char *heading, GError *error);

G_END_DECLS
