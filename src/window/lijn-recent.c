/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-recent.h"

#include "lijn-files.h"
#include "lijn-publish.h"
#include "lijn-text.h"

#include <glib/gstdio.h>
#include <string.h>

/* A group of the key file is a path; at most REMEMBERED of them are kept. Failing to write what is
 * only a convenience is not worth a message. */

#define REMEMBERED 24
#define PICTURE_WIDTH 480
#define PICTURE_HEIGHT 300

void
lijn_recent_free (LijnRecent *recent)
{
  g_free (recent->path);
  g_free (recent->title);
  g_free (recent->picture);
  g_free (recent);
}

static char *
list_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "waslijn", "recent.ini", NULL);
}

static char *
picture_path (const char *path)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  g_autofree char *name = g_strconcat (sum, ".png", NULL);

  return g_build_filename (g_get_user_cache_dir (), "waslijn", "pictures", name, NULL);
}

/* Group names of a key file may hold no brackets or control characters, so paths are escaped. */
static char *
group_for (const char *path)
{
  return g_uri_escape_string (path, "/ ", TRUE);
}

static GKeyFile *
read_list (void)
{
  g_autofree char *path = list_path ();
  GKeyFile *list = g_key_file_new ();

  g_key_file_load_from_file (list, path, G_KEY_FILE_NONE, NULL);

  return list;
}

static void
write_list (GKeyFile *list)
{
  g_autofree char *path = list_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);
  g_key_file_save_to_file (list, path, NULL);
}

static int
compare_used (gconstpointer a, gconstpointer b)
{
  const LijnRecent *one = *(LijnRecent *const *) a;
  const LijnRecent *other = *(LijnRecent *const *) b;

  if (one->used != other->used)
    return one->used > other->used ? -1 : 1;

  return strcmp (one->path, other->path);
}

/* What a project without a title is called by. */
static char *
title_of_file (const char *path)
{
  char *title = g_filename_display_basename (path);

  if (g_str_has_suffix (title, LIJN_SUFFIX))
    title[strlen (title) - strlen (LIJN_SUFFIX)] = '\0';

  return title;
}

static GPtrArray *
list_all (GKeyFile *list)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) lijn_recent_free);
  g_auto (GStrv) groups = g_key_file_get_groups (list, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      LijnRecent *recent;
      char *path = g_uri_unescape_string (groups[i], NULL);

      if (path == NULL)
        continue;
      recent = g_new0 (LijnRecent, 1);
      recent->path = path;
      recent->title = g_key_file_get_string (list, groups[i], "title", NULL);
      recent->picture = picture_path (path);
      recent->used = g_key_file_get_int64 (list, groups[i], "used", NULL);
      recent->missing = !g_file_test (path, G_FILE_TEST_EXISTS);
      if (recent->title == NULL || recent->title[0] == '\0')
        {
          g_free (recent->title);
          recent->title = title_of_file (path);
        }
      g_ptr_array_add (all, recent);
    }
  g_ptr_array_sort (all, compare_used);

  return all;
}

GPtrArray *
lijn_recent_list (guint limit)
{
  g_autoptr (GKeyFile) list = read_list ();
  GPtrArray *all = list_all (list);

  if (all->len > limit)
    g_ptr_array_set_size (all, (int) limit);

  return all;
}

static void
forget (GKeyFile *list, const char *path)
{
  g_autofree char *group = group_for (path);
  g_autofree char *picture = picture_path (path);

  g_key_file_remove_group (list, group, NULL);
  g_unlink (picture);
}

void
lijn_recent_note (LijnProject *project)
{
  const char *path = lijn_store_get_path (lijn_project_get_store (project));
  g_autofree char *group = group_for (path);
  g_autoptr (GKeyFile) list = read_list ();
  g_autoptr (GPtrArray) all = NULL;

  g_key_file_set_string (list, group, "title", lijn_project_get_title (project));
  g_key_file_set_int64 (list, group, "used", g_get_real_time ());

  all = list_all (list);
  for (guint i = REMEMBERED; i < all->len; i++)
    forget (list, ((LijnRecent *) g_ptr_array_index (all, i))->path);

  write_list (list);
}

void
lijn_recent_picture (LijnProject *project, LijnMap *map)
{
  const LijnAudience audience = LIJN_AUDIENCE_SHARED;
  g_autofree char *path = picture_path (lijn_store_get_path (lijn_project_get_store (project)));
  g_autofree char *folder = g_path_get_dirname (path);
  cairo_surface_t *surface;

  if (map == NULL)
    map = lijn_project_get_first_map (project);
  if (map == NULL)
    return;

  surface = lijn_publish_thumbnail (map, &audience, LIJN_PALETTE_LIGHT, PICTURE_WIDTH,
                                    PICTURE_HEIGHT);
  if (surface == NULL)
    return;
  g_mkdir_with_parents (folder, 0700);
  cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
}

void
lijn_recent_forget (const char *path)
{
  g_autoptr (GKeyFile) list = read_list ();

  forget (list, path);
  write_list (list);
}
