/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lijn-project.h"

G_BEGIN_DECLS

/* Where projects are and what their files are called. */

#define LIJN_SUFFIX ".waslijn"

/* Returns: (transfer full): a path for a new project called @title, in the folder in the user's
 * data where projects live until they get a place of their own; no file is there yet. NULL when the
 * folder cannot be made. */
char *lijn_files_new_path (const char *title, GError **error);

/* Returns: (transfer full) (nullable): a path in the user's cache for a file called @title that a
 * message takes along: another one each time. What was made so more than a day ago is removed. */
char *lijn_files_outgoing_path (const char *title, const char *suffix, GError **error);

/* Returns: whether @path is in the folder of lijn_files_new_path(). */
gboolean lijn_files_is_unplaced (const char *path);

/* Returns: (transfer full): @title as the name of a file, with @suffix. */
char *lijn_files_name (const char *title, const char *suffix);

/* Returns: whether @path is called like a project. */
gboolean lijn_files_is_project (const char *path);

/* (transfer full): for file choosers. */
GtkFileFilter *lijn_files_project_filter (void);
GtkFileFilter *lijn_files_import_filter (void);

/* Shows the folder of @path in the file manager, with the file selected where that is possible. */
void lijn_files_show (const char *path);

G_END_DECLS
