/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-view-memory.h"

#include <math.h>

#include "lijn-store.h"

/* A key file a project: [view] map=ID, overlay=WORD and overview=BOOLEAN, and a group for each map with
 * zoom, x and y. */

#define VIEW_GROUP "view"

static char *
path_for (LijnProject *project)
{
  const char *path = lijn_store_get_path (lijn_project_get_store (project));
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);
  g_autofree char *name = g_strconcat (hash, ".view", NULL);

  return g_build_filename (g_get_user_state_dir (), "waslijn", name, NULL);
}

static GKeyFile *
read_file (const char *path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  return g_steal_pointer (&file);
}

char *
lijn_view_memory_get_map (LijnProject *project)
{
  g_autofree char *path = path_for (project);
  g_autoptr (GKeyFile) file = read_file (path);

  return g_key_file_get_string (file, VIEW_GROUP, "map", NULL);
}

LijnViewMemory
lijn_view_memory_get (LijnProject *project, LijnMap *map)
{
  g_autofree char *path = path_for (project);
  g_autoptr (GKeyFile) file = read_file (path);
  const char *group = lijn_object_get_id (LIJN_OBJECT (map));
  LijnViewMemory memory = {
    .zoom = g_key_file_get_double (file, group, "zoom", NULL),
    .place.x = g_key_file_get_double (file, group, "x", NULL),
    .place.y = g_key_file_get_double (file, group, "y", NULL),
  };

  memory.known = isfinite (memory.zoom) && memory.zoom > 0 && isfinite (memory.place.x) &&
                 isfinite (memory.place.y);
  return memory;
}

static void
write_file (GKeyFile *file, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_key_file_save_to_file (file, path, NULL);
}

LijnViewHabits
lijn_view_memory_get_habits (LijnProject *project)
{
  g_autofree char *path = path_for (project);
  g_autoptr (GKeyFile) file = read_file (path);
  g_autofree char *nick = g_key_file_get_string (file, VIEW_GROUP, "overlay", NULL);
  int overlay = nick != NULL ? lijn_nick_to_value (lijn_overlay_nicks, nick) : -1;

  return (LijnViewHabits){
    .overlay = overlay >= 0 ? (LijnOverlay) overlay : LIJN_OVERLAY_NONE,
    .overview = g_key_file_get_boolean (file, VIEW_GROUP, "overview", NULL),
  };
}

void
lijn_view_memory_set_habits (LijnProject *project, const LijnViewHabits *habits)
{
  g_autofree char *path = path_for (project);
  g_autoptr (GKeyFile) file = read_file (path);

  g_key_file_set_string (file, VIEW_GROUP, "overlay", lijn_overlay_nicks[habits->overlay]);
  g_key_file_set_boolean (file, VIEW_GROUP, "overview", habits->overview);
  write_file (file, path);
}

void
lijn_view_memory_set (LijnProject *project, LijnMap *map, const LijnViewMemory *memory)
{
  g_autofree char *path = path_for (project);
  g_autoptr (GKeyFile) file = read_file (path);
  const char *group = lijn_object_get_id (LIJN_OBJECT (map));

  g_key_file_set_string (file, VIEW_GROUP, "map", group);
  if (memory->known)
    {
      g_key_file_set_double (file, group, "zoom", memory->zoom);
      g_key_file_set_double (file, group, "x", memory->place.x);
      g_key_file_set_double (file, group, "y", memory->place.y);
    }

  write_file (file, path);
}
