/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The program: one instance, a window for each project. Actions: app.new-project, app.new-window,
 * app.preferences, app.about, app.quit. */

#define LIJN_TYPE_APPLICATION (lijn_application_get_type ())
G_DECLARE_FINAL_TYPE (LijnApplication, lijn_application, LIJN, APPLICATION, AdwApplication)

LijnApplication *lijn_application_new (void);

/* Opens @file: a project in a window of its own (the window that has it already, else @window when
 * that has no project yet, else a new one); any other kind of file is imported into a new project.
 * Failure is told in the window. @window is nullable. */
void lijn_application_open_file (LijnApplication *self, GFile *file, GtkWindow *window);

/* Makes a new project from the template called @name, in the user's data folder, and shows it in
 * @window when that has no project yet, else in a new window. @window is nullable. */
void lijn_application_new_project (LijnApplication *self, const char *name, GtkWindow *window);

G_END_DECLS
