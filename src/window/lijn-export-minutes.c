/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-export.h"

#include "lijn-files.h"
#include "lijn-minutes.h"
#include "lijn-output.h"
#include "lijn-progress-window.h"
#include "lijn-publish.h"
#include "lijn-window.h"
#include "lijn-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* The minutes as a file, for all parties. */

typedef struct
{
  LijnWindow *window;
  LijnSession *session;
} LijnMinutesExport;

static void
lijn_minutes_export_free (LijnMinutesExport *self)
{
  g_object_unref (self->window);
  g_object_unref (self->session);
  g_free (self);
}

static const LijnAudience audience = LIJN_AUDIENCE_SHARED;

static gboolean
write_text (LijnSession *session, const char *path, GError **error)
{
  g_autoptr (LijnMinutes) minutes = lijn_minutes_new (session, &audience);
  g_autofree char *text = lijn_minutes_to_text (minutes);
  LijnOutput *output = lijn_output_begin (path, NULL, error);

  return output != NULL && lijn_output_finish (output,
                                               lijn_output_write (output, (const guchar *) text,
                                                                  (unsigned int) strlen (text)),
                                               error);
}

static gboolean
write_pdf (LijnMinutesExport *self, const char *path, GError **error)
{
  LijnProgressWindow *progress = lijn_progress_window_new (GTK_WINDOW (self->window),
                                                           _ ("Exporting…"));
  gboolean ok = lijn_publish_minutes (self->session, &audience, path, lijn_progress_window_step,
                                      progress, lijn_progress_window_get_cancellable (progress),
                                      error);

  lijn_progress_window_end (progress);
  return ok;
}

static void
write_file (LijnMinutesExport *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *done = g_strdup_printf (_ ("“%s” was made"), name);
  g_autoptr (GError) error = NULL;
  gboolean ok = g_str_has_suffix (path, ".txt") ? write_text (self->session, path, &error)
                                                : write_pdf (self, path, &error);

  if (ok)
    lijn_window_toast (self->window, done);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    lijn_window_tell_error (self->window, _ ("The export did not succeed"),
                            g_steal_pointer (&error));
}

static void
response_cb (GtkNativeDialog *dialog, int response, LijnMinutesExport *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    path = g_file_get_path (file);
  g_object_unref (dialog);
  if (path != NULL)
    write_file (self, path);
  lijn_minutes_export_free (self);
}

void
lijn_export_minutes (GtkWindow *window, LijnSession *session)
{
  g_autofree char *title = lijn_words_for_object (LIJN_OBJECT (session));
  g_autofree char *name = lijn_files_name (title, ".pdf");
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Export minutes"), window, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);
  LijnMinutesExport *self = g_new0 (LijnMinutesExport, 1);

  self->window = g_object_ref (LIJN_WINDOW (window));
  self->session = g_object_ref (session);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
