/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-register-memory.h"

/* One key file for all registers: a group for each, with sort, descending, and a `show COLUMN` and
 * `width COLUMN` for those that were changed. Registers of other windows write to it too: it is read
 * again before something is changed. */

#define WIDTH_MIN 24
#define WIDTH_MAX 4000

struct _LijnRegisterMemory
{
  const char *id;
  char *path;
  GKeyFile *file;
};

LijnRegisterMemory *
lijn_register_memory_new (const char *id)
{
  LijnRegisterMemory *self = g_new0 (LijnRegisterMemory, 1);

  self->id = id;
  self->path = g_build_filename (g_get_user_state_dir (), "waslijn", "registers", NULL);
  self->file = g_key_file_new ();
  g_key_file_load_from_file (self->file, self->path, G_KEY_FILE_NONE, NULL);

  return self;
}

void
lijn_register_memory_free (LijnRegisterMemory *self)
{
  g_key_file_unref (self->file);
  g_free (self->path);
  g_free (self);
}

static void
read_again (LijnRegisterMemory *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (!g_key_file_load_from_file (file, self->path, G_KEY_FILE_NONE, NULL))
    return;
  g_key_file_unref (self->file);
  self->file = g_steal_pointer (&file);
}

static void
save (LijnRegisterMemory *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_key_file_save_to_file (self->file, self->path, NULL);
}

char *
lijn_register_memory_get_sort (LijnRegisterMemory *self, gboolean *descending)
{
  *descending = g_key_file_get_boolean (self->file, self->id, "descending", NULL);

  return g_key_file_get_string (self->file, self->id, "sort", NULL);
}

void
lijn_register_memory_set_sort (LijnRegisterMemory *self, const char *column, gboolean descending)
{
  gboolean was_descending;
  g_autofree char *was = lijn_register_memory_get_sort (self, &was_descending);

  if (g_strcmp0 (was != NULL ? was : "", column) == 0 && was_descending == descending)
    return;
  read_again (self);
  g_key_file_set_string (self->file, self->id, "sort", column);
  g_key_file_set_boolean (self->file, self->id, "descending", descending);
  save (self);
}

gboolean
lijn_register_memory_get_shown (LijnRegisterMemory *self, const char *column, gboolean otherwise)
{
  g_autofree char *key = g_strconcat ("show ", column, NULL);

  return g_key_file_has_key (self->file, self->id, key, NULL)
             ? g_key_file_get_boolean (self->file, self->id, key, NULL)
             : otherwise;
}

void
lijn_register_memory_set_shown (LijnRegisterMemory *self, const char *column, gboolean shown)
{
  g_autofree char *key = g_strconcat ("show ", column, NULL);

  read_again (self);
  g_key_file_set_boolean (self->file, self->id, key, shown);
  save (self);
}

int
lijn_register_memory_get_width (LijnRegisterMemory *self, const char *column, int otherwise)
{
  g_autofree char *key = g_strconcat ("width ", column, NULL);
  int width = g_key_file_get_integer (self->file, self->id, key, NULL);

  return width >= WIDTH_MIN && width <= WIDTH_MAX ? width : otherwise;
}

void
lijn_register_memory_set_width (LijnRegisterMemory *self, const char *column, int width)
{
  g_autofree char *key = g_strconcat ("width ", column, NULL);

  read_again (self);
  g_key_file_set_integer (self->file, self->id, key, width);
  save (self);
}
