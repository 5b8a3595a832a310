/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-folder.h"

#include <glib/gstdio.h>

static gboolean
is_folder (const char *path)
{
  GStatBuf info;

  return g_lstat (path, &info) == 0 && S_ISDIR (info.st_mode);
}

void
lijn_folder_remove (const char *path)
{
  g_autoptr (GDir) folder = is_folder (path) ? g_dir_open (path, 0, NULL) : NULL;
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      lijn_folder_remove (child);
    }
  g_remove (path);
}
