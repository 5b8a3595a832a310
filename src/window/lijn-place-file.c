/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-place-file.h"

#include "lijn-files.h"
#include "lijn-recent.h"
#include "lijn-save-place.h"
#include "lijn-window.h"

#include <glib/gi18n.h>

static void
tell_moved (LijnWindow *window, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *text = g_strdup_printf (_ ("The project is now at %s"), shown);

  lijn_window_toast (window, text);
}

static void
tell_copied (LijnWindow *window, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *text = g_strdup_printf (_ ("A copy is at %s"), shown);

  lijn_window_toast (window, text);
}

static void
move_to (gpointer view, GtkWindow *window, const char *path)
{
  LijnProject *project = lijn_view_get_project (view);
  LijnStore *store = lijn_project_get_store (project);
  g_autofree char *old = g_strdup (lijn_store_get_path (store));
  g_autoptr (GError) error = NULL;

  if (g_str_equal (path, old))
    return;
  if (!lijn_store_move (store, path, &error))
    {
      lijn_window_tell_error (LIJN_WINDOW (window), _ ("The project could not be moved"),
                              g_steal_pointer (&error));
      return;
    }
  lijn_recent_forget (old);
  lijn_recent_note (project);
  tell_moved (LIJN_WINDOW (window), path);
}

static void
copy_to (gpointer view, GtkWindow *window, const char *path)
{
  LijnStore *store = lijn_project_get_store (lijn_view_get_project (view));
  g_autoptr (GError) error = NULL;

  if (lijn_store_copy (store, path, NULL, &error))
    tell_copied (LIJN_WINDOW (window), path);
  else
    lijn_window_tell_error (LIJN_WINDOW (window), _ ("The copy could not be made"),
                            g_steal_pointer (&error));
}

/* Beside the file, when that has a place of its own. */
static void
ask (GtkWindow *window, LijnView *view, const char *title, LijnSavePlaceChosen chosen)
{
  static const char *const suffixes[] = { LIJN_SUFFIX, NULL };
  LijnProject *project = lijn_view_get_project (view);
  const char *path = lijn_store_get_path (lijn_project_get_store (project));
  g_autofree char *name = lijn_files_name (lijn_project_get_title (project), LIJN_SUFFIX);
  g_autofree char *beside = g_path_get_dirname (path);
  g_autoptr (GtkFileFilter) filter = lijn_files_project_filter ();
  const LijnSavePlace place = {
    .title = title,
    .name = name,
    .suffixes = suffixes,
    .folder = lijn_files_is_unplaced (path) ? NULL : beside,
    .filter = filter,
  };

  lijn_save_place_ask (window, &place, view, chosen);
}

void
lijn_place_file_move (GtkWindow *window, LijnView *view)
{
  ask (window, view, _ ("Name and place of the project"), move_to);
}

void
lijn_place_file_copy (GtkWindow *window, LijnView *view)
{
  ask (window, view, _ ("Save a copy of the whole project"), copy_to);
}
