/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-settings.h"

/* The schema is where the desktop looks, or relative to the program: in the folder it was built in,
 * or in a prefix that the desktop does not know. */

static const char *const places[] = { "../ui", "../share/glib-2.0/schemas" };

static GSettingsSchema *
find_beside_program (GSettingsSchemaSource *parent)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : g_strdup (".");

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *place = g_build_filename (folder, places[i], NULL);
      g_autoptr (GSettingsSchemaSource) source = NULL;
      GSettingsSchema *schema;

      source = g_settings_schema_source_new_from_directory (place, parent, FALSE, NULL);
      if (source == NULL)
        continue;
      schema = g_settings_schema_source_lookup (source, LIJN_APP_ID, TRUE);
      if (schema != NULL)
        return schema;
    }

  return NULL;
}

GSettings *
lijn_settings_get (void)
{
  static GSettings *settings;
  GSettingsSchemaSource *source;
  g_autoptr (GSettingsSchema) schema = NULL;

  if (settings != NULL)
    return settings;

  source = g_settings_schema_source_get_default ();
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, LIJN_APP_ID, TRUE);
  if (schema == NULL)
    schema = find_beside_program (source);
  if (schema == NULL)
    g_error ("The settings schema %s is not installed", LIJN_APP_ID);

  settings = g_settings_new_full (schema, NULL, NULL);

  return settings;
}
