/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-picture.h"

#include <string.h>
#include <sys/stat.h>

StorePicture
store_take_picture (const char *path)
{
  g_autoptr (GError) error = NULL;
  StorePicture picture;
  struct stat info;

  g_file_get_contents (path, &picture.data, &picture.size, &error);
  g_assert_no_error (error);
  g_assert_cmpint (stat (path, &info), ==, 0);
  picture.changed = info.st_mtim;
  return picture;
}

void
store_assert_same_picture (const char *path, StorePicture *before)
{
  StorePicture after = store_take_picture (path);

  g_assert_cmpmem (after.data, after.size, before->data, before->size);
  g_assert_cmpint (after.changed.tv_sec, ==, before->changed.tv_sec);
  g_assert_cmpint (after.changed.tv_nsec, ==, before->changed.tv_nsec);
  g_free (after.data);
}

/* Opening and verifying refuse @f's file with @code and leave it alone. */
void
store_assert_refused (StoreFixture *f, LijnStoreError code)
{
  StorePicture before = store_take_picture (f->path);
  g_autoptr (GDir) dir = NULL;
  int files = 0;

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LijnStore) store = NULL;

      if (i == 2)
        g_assert_false (lijn_store_verify (f->path, &error));
      else
        store = lijn_store_open (f->path, i == 0 ? LIJN_STORE_DEFAULT : LIJN_STORE_READ_ONLY,
                                 &error);
      g_assert_null (store);
      g_assert_error (error, LIJN_STORE_ERROR, (int) code);
      g_assert_nonnull (strstr (error->message, "test.waslijn"));
    }
  store_assert_same_picture (f->path, &before);
  g_free (before.data);

  dir = g_dir_open (f->folder, 0, NULL);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    if (!g_str_has_suffix (name, "-journal") && !g_str_has_suffix (name, "-wal"))
      files++;
  g_assert_cmpint (files, ==, 1);
}

void
store_set_contents (StoreFixture *f, const char *data, gssize size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (f->path, data, size, &error);
  g_assert_no_error (error);
}
