/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-export.h"

#include "lijn-files.h"
#include "lijn-minutes.h"
#include "lijn-output.h"
#include "lijn-progress-window.h"
#include "lijn-publish.h"
#include "lijn-save-place.h"
#include "lijn-window.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

/* The minutes as a file, for all parties. */

static const LijnAudience audience = LIJN_AUDIENCE_SHARED;

static gboolean
write_text (LijnSession *session, const char *path, GError **error)
{
  g_autoptr (LijnMinutes) minutes = lijn_minutes_new (session, &audience);
  g_autofree char *text = lijn_minutes_to_text (minutes);

  return lijn_output_write_text (path, text, NULL, error);
}

static gboolean
write_pdf (LijnSession *session, GtkWindow *window, const char *path, GError **error)
{
  LijnProgressWindow *progress = lijn_progress_window_new (window, _ ("Exporting…"));
  gboolean ok = lijn_publish_minutes (session, &audience, path, lijn_progress_window_step, progress,
                                      lijn_progress_window_get_cancellable (progress), error);

  lijn_progress_window_end (progress);
  return ok;
}

static void
place_chosen (gpointer session, GtkWindow *window, const char *path)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = g_str_has_suffix (path, ".txt") ? write_text (session, path, &error)
                                                : write_pdf (session, window, path, &error);

  if (ok)
    lijn_window_tell_made (LIJN_WINDOW (window), path);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    lijn_window_tell_error (LIJN_WINDOW (window), _ ("The export did not succeed"),
                            g_steal_pointer (&error));
}

void
lijn_export_minutes (GtkWindow *window, LijnSession *session)
{
  static const char *const suffixes[] = { ".pdf", ".txt", NULL };
  g_autofree char *title = lijn_words_for_object (LIJN_OBJECT (session));
  g_autofree char *name = lijn_files_name (title, ".pdf");
  const LijnSavePlace place = {
    .title = _ ("Export minutes"), .accept = _ ("_Export"), .name = name, .suffixes = suffixes
  };

  lijn_save_place_ask (window, &place, session, place_chosen);
}
