/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-opened.h"

#include "lijn-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

/* A folder for each view, and in it a file that the view holds locked: the lock goes with the
 * program, however that ends, so a folder whose lock can be had is left over. The lock of all of them
 * is held while one is made and while those that were left are looked for. */

#define LOCK "lock"

typedef struct
{
  char *folder;
  int lock;
  guint n_copies;
} LijnOpened;

static char *
get_place (void)
{
  return g_build_filename (g_get_user_cache_dir (), "waslijn", "opened", NULL);
}

/* Returns: what holds the lock of @folder until it is closed; -1 with errno on failure. */
static int
take_lock (const char *folder, int how)
{
  g_autofree char *path = g_build_filename (folder, LOCK, NULL);
  int file = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (file >= 0 && flock (file, how) != 0)
    {
      close (file);
      return -1;
    }
  return file;
}

static void
lijn_opened_free (gpointer data)
{
  LijnOpened *self = data;

  if (self->folder != NULL)
    lijn_folder_remove (self->folder);
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->folder);
  g_free (self);
}

static gboolean
make_folder (LijnOpened *self, const char *place)
{
  int all = g_mkdir_with_parents (place, 0700) == 0 ? take_lock (place, LOCK_EX) : -1;

  if (all < 0)
    return FALSE;
  self->folder = g_build_filename (place, "XXXXXX", NULL);
  if (g_mkdtemp_full (self->folder, 0700) != NULL)
    self->lock = take_lock (self->folder, LOCK_EX | LOCK_NB);
  else
    g_clear_pointer (&self->folder, g_free);
  close (all);

  return self->lock >= 0;
}

static LijnOpened *
get_opened (LijnView *view, GError **error)
{
  LijnOpened *self = g_object_get_data (G_OBJECT (view), "lijn-opened");
  g_autofree char *place = get_place ();

  if (self != NULL)
    return self;

  self = g_new0 (LijnOpened, 1);
  self->lock = -1;
  if (!make_folder (self, place))
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
                   _ ("The folder “%s” cannot be made: %s"), place, g_strerror (code));
      lijn_opened_free (self);
      return NULL;
    }
  g_object_set_data_full (G_OBJECT (view), "lijn-opened", self, lijn_opened_free);

  return self;
}

char *
lijn_opened_write (LijnView *view, const char *name, GBytes *data, GError **error)
{
  LijnOpened *self = get_opened (view, error);
  g_autofree char *number = NULL, *folder = NULL, *base = NULL, *path = NULL;

  if (self == NULL)
    return NULL;

  number = g_strdup_printf ("%u", ++self->n_copies);
  folder = g_build_filename (self->folder, number, NULL);
  base = g_path_get_basename (name);
  path = g_build_filename (folder, base, NULL);
  if (g_mkdir (folder, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
                   _ ("The folder “%s” cannot be made: %s"), folder, g_strerror (code));
      return NULL;
    }
  if (!g_file_set_contents_full (path, g_bytes_get_data (data, NULL),
                                 (gssize) g_bytes_get_size (data), G_FILE_SET_CONTENTS_NONE, 0400,
                                 error))
    return NULL;

  return g_steal_pointer (&path);
}

static void
remove_if_left (const char *folder)
{
  int lock = g_file_test (folder, G_FILE_TEST_IS_DIR) ? take_lock (folder, LOCK_EX | LOCK_NB) : -1;

  if (lock < 0)
    return;
  lijn_folder_remove (folder);
  close (lock);
}

void
lijn_opened_remove_left (void)
{
  g_autofree char *place = get_place ();
  g_autoptr (GDir) folders = g_dir_open (place, 0, NULL);
  int all = folders != NULL ? take_lock (place, LOCK_EX) : -1;
  const char *name;

  while (all >= 0 && (name = g_dir_read_name (folders)) != NULL)
    {
      g_autofree char *folder = g_build_filename (place, name, NULL);

      remove_if_left (folder);
    }
  if (all >= 0)
    close (all);
}
