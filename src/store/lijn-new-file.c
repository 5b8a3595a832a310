/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-new-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
fail (const char *path, int code, GError **error)
{
  g_autofree char *name = lijn_store_display_name (path);

  if (code == EEXIST)
    g_set_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_EXISTS,
                 _ ("“%s” is there already. Choose another name."), name);
  else if (code == ENOSPC || code == EDQUOT)
    return lijn_store_fail_code (SQLITE_FULL, path, error);
  else
    g_set_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_DISK,
                 _ ("“%s” could not be written here (%s). Choose another folder."), name,
                 g_strerror (code));
  return FALSE;
}

char *
lijn_new_file_make (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  /* A name may be as long as the disk allows, so the hidden one is not made from it. */
  g_autofree char *made = g_build_filename (folder, ".waslijn-XXXXXX", NULL);
  int fd = g_mkstemp_full (made, O_RDWR | O_CLOEXEC, 0666);
  GStatBuf old;

  if (fd < 0)
    {
      fail (path, errno, error);
      return NULL;
    }
  /* What others could not read before, they cannot read now. */
  if (g_stat (path, &old) == 0 && S_ISREG (old.st_mode))
    fchmod (fd, old.st_mode & 0777);
  close (fd);
  return g_steal_pointer (&made);
}

void
lijn_new_file_discard (const char *made)
{
  g_autofree char *journal = g_strconcat (made, "-journal", NULL);

  g_unlink (journal);
  g_unlink (made);
}

/* A journal or WAL that lies beside the place would be taken for the new file's, and be played back
 * into it. */
static gboolean
check_beside (const char *path, GError **error)
{
  static const char *const suffixes[] = { "-journal", "-wal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *beside = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *name = lijn_store_display_name (beside);
      GStatBuf info;

      /* An empty one is never played back. */
      if (g_lstat (beside, &info) != 0 || (S_ISREG (info.st_mode) && info.st_size == 0))
        continue;
      g_set_error (error, LIJN_STORE_ERROR, LIJN_STORE_ERROR_EXISTS,
                   _ ("“%s” lies in this folder, so a file of this name may be in use. Choose "
                      "another name."),
                   name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
sync_path (const char *path, int flags)
{
  int fd = g_open (path, flags | O_RDONLY | O_CLOEXEC);
  gboolean good;

  if (fd < 0)
    return FALSE;
  good = fsync (fd) == 0;
  close (fd);
  return good;
}

/* Not every file system can do it in one step; then two do. */
static gboolean
rename_new (const char *made, const char *path)
{
  if (renameat2 (AT_FDCWD, made, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
  if (link (made, path) == 0)
    return g_unlink (made) == 0;
  if (errno == EEXIST)
    return FALSE;
  if (g_access (path, F_OK) == 0)
    {
      errno = EEXIST;
      return FALSE;
    }
  return g_rename (made, path) == 0;
}

gboolean
lijn_new_file_put (const char *made, const char *path, gboolean replace, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!check_beside (path, error))
    return FALSE;
  if (!sync_path (made, 0))
    return fail (path, errno, error);
  if (!(replace ? g_rename (made, path) == 0 : rename_new (made, path)))
    return fail (path, errno, error);

  /* The file is whole in any case; some file systems cannot do this, and lose at most the name. */
  sync_path (folder, O_DIRECTORY);
  return TRUE;
}
