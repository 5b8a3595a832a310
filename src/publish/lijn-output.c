/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-output.h"

#include "lijn-id.h"
#include "lijn-publish.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>
#include <string.h>

struct _LijnOutput
{
  char *path;
  char *beside;
  FILE *file;
  GCancellable *cancellable;
  int failure; /* errno of the first failed write */
};

G_DEFINE_QUARK (lijn - publish - error - quark, lijn_publish_error)

static void
set_error (LijnOutput *self, GError **error, int number)
{
  g_autofree char *name = g_filename_display_name (self->path);

  /* Translators: the first %s is a file's name, the second the system's reason. */
  g_set_error (error, LIJN_PUBLISH_ERROR, LIJN_PUBLISH_ERROR_WRITE,
               _ ("“%s” could not be written: %s. Choose another place for it, or make room."),
               name, g_strerror (number));
}

/* The new file has the rights that any new file has, or those of the one that it replaces. */
static int
open_beside (LijnOutput *self)
{
  GStatBuf old;
  int fd = g_open (self->beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);

  if (fd >= 0 && g_stat (self->path, &old) == 0 && fchmod (fd, old.st_mode & 0777) != 0)
    g_debug ("the rights of %s could not be kept: %s", self->path, g_strerror (errno));
  return fd;
}

LijnOutput *
lijn_output_begin (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (LijnOutput) self = g_new0 (LijnOutput, 1);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *id = lijn_id_new ();
  g_autofree char *name = g_strdup_printf (".waslijn-%s", id);
  int fd;

  self->path = g_strdup (path);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      set_error (self, error, EISDIR);
      return NULL;
    }
  self->beside = g_build_filename (folder, name, NULL);
  g_set_object (&self->cancellable, cancellable);
  fd = open_beside (self);
  if (fd < 0)
    {
      int number = errno;

      g_clear_pointer (&self->beside, g_free);
      set_error (self, error, number);
      return NULL;
    }
  self->file = fdopen (fd, "wb");
  return g_steal_pointer (&self);
}

cairo_status_t
lijn_output_write (void *closure, const unsigned char *data, unsigned int length)
{
  LijnOutput *self = closure;

  if (self->failure != 0 || g_cancellable_is_cancelled (self->cancellable))
    return CAIRO_STATUS_WRITE_ERROR;
  if (fwrite (data, 1, length, self->file) == length)
    return CAIRO_STATUS_SUCCESS;
  self->failure = errno != 0 ? errno : EIO;
  return CAIRO_STATUS_WRITE_ERROR;
}

/* Brings what was written to disk. Returns: 0 or an errno. */
static int
settle (LijnOutput *self)
{
  int number = self->failure;

  if (number == 0 && (fflush (self->file) != 0 || fsync (fileno (self->file)) != 0))
    number = errno;
  if (fclose (g_steal_pointer (&self->file)) != 0 && number == 0)
    number = errno;
  return number;
}

gboolean
lijn_output_finish (LijnOutput *self, cairo_status_t status, GError **error)
{
  g_autoptr (LijnOutput) output = self;
  int number = settle (output);

  if (g_cancellable_set_error_if_cancelled (output->cancellable, error))
    return FALSE;
  if (number == 0 && status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, LIJN_PUBLISH_ERROR, LIJN_PUBLISH_ERROR_DRAW,
                   _ ("The picture could not be drawn: %s."), cairo_status_to_string (status));
      return FALSE;
    }
  if (number == 0 && g_rename (output->beside, output->path) != 0)
    number = errno;
  if (number != 0)
    {
      set_error (output, error, number);
      return FALSE;
    }
  g_clear_pointer (&output->beside, g_free);
  return TRUE;
}

cairo_status_t
lijn_output_close (cairo_t *cr, cairo_surface_t *surface)
{
  cairo_status_t status = cairo_status (cr);

  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

gboolean
lijn_output_write_text (const char *path, const char *text, GCancellable *cancellable,
                        GError **error)
{
  LijnOutput *output = lijn_output_begin (path, cancellable, error);

  return output != NULL && lijn_output_finish (output,
                                               lijn_output_write (output, (const guchar *) text,
                                                                  (unsigned int) strlen (text)),
                                               error);
}

void
lijn_output_drop (LijnOutput *self)
{
  if (self->file != NULL)
    fclose (self->file);
  if (self->beside != NULL)
    g_unlink (self->beside);
  g_clear_object (&self->cancellable);
  g_free (self->beside);
  g_free (self->path);
  g_free (self);
}
