/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-application.h"

#include "lijn-exchange.h"
#include "lijn-files.h"
#include "lijn-import.h"
#include "lijn-opened.h"
#include "lijn-preferences.h"
#include "lijn-settings.h"
#include "lijn-window.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#define EXAMPLE "claims"

struct _LijnApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (LijnApplication, lijn_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "example", 0, 0, G_OPTION_ARG_NONE, NULL,
    N_ ("Start with a fresh copy of the example: a claims process"), NULL },
  { "new-window", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open a new window"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and stop"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[FILE…]") },
  { NULL },
};

/* Returns: @window when a project can be shown in it, else a new window. */
static LijnWindow *
take_window (LijnApplication *self, GtkWindow *window)
{
  if (LIJN_IS_WINDOW (window) && lijn_window_get_project (LIJN_WINDOW (window)) == NULL)
    return LIJN_WINDOW (window);

  return lijn_window_new (GTK_APPLICATION (self));
}

/* Shows @project in @window, or @error (taken) where there is none. */
static void
show (LijnWindow *window, LijnProject *project, const char *heading, GError *error)
{
  if (project != NULL)
    lijn_window_set_project (window, project);
  gtk_window_present (GTK_WINDOW (window));
  if (project == NULL)
    lijn_window_tell_error (window, heading, error);
}

/* Returns: (nullable): the window that shows the project at @file. */
static GtkWindow *
find_window (LijnApplication *self, GFile *file)
{
  for (GList *each = gtk_application_get_windows (GTK_APPLICATION (self)); each != NULL;
       each = each->next)
    {
      LijnProject *project;
      g_autoptr (GFile) shown = NULL;

      if (!LIJN_IS_WINDOW (each->data))
        continue;
      project = lijn_window_get_project (each->data);
      if (project == NULL)
        continue;
      shown = g_file_new_for_path (lijn_store_get_path (lijn_project_get_store (project)));
      if (g_file_equal (shown, file))
        return each->data;
    }

  return NULL;
}

void
lijn_application_open_file (LijnApplication *self, GFile *file, GtkWindow *window)
{
  GtkWindow *there = find_window (self, file);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (LijnProject) project = NULL;
  g_autoptr (GError) error = NULL;
  LijnWindow *place;

  if (there != NULL)
    {
      gtk_window_present (there);
      return;
    }

  place = take_window (self, window);
  if (path != NULL && !lijn_files_is_project (path))
    {
      gtk_window_present (GTK_WINDOW (place));
      lijn_import_file (place, file);
      return;
    }

  if (path == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _ ("The file is not on this computer. Copy it here first, then open it."));
  else
    project = lijn_project_open (path, LIJN_STORE_DEFAULT, &error);
  show (place, project, _ ("The project cannot be opened"), g_steal_pointer (&error));
}

static const char *
find_template_title (const char *name)
{
  guint n;
  const LijnTemplate *templates = lijn_templates_list (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (templates[i].name, name) && i > 0)
      return templates[i].title;

  return _ ("New project");
}

void
lijn_application_new_project (LijnApplication *self, const char *name, GtkWindow *window)
{
  LijnWindow *place = take_window (self, window);
  g_autoptr (LijnProject) project = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = lijn_files_new_path (find_template_title (name), &error);

  if (path != NULL)
    project = lijn_templates_create (name, path, &error);
  show (place, project, _ ("The project cannot be made"), g_steal_pointer (&error));
}

static void
new_project_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (data);

  lijn_application_new_project (data, "blank", window);
}

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (lijn_window_new (data)));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWidget *window = lijn_preferences_new ();

  gtk_window_set_transient_for (GTK_WINDOW (window), gtk_application_get_active_window (data));
  gtk_window_present (GTK_WINDOW (window));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *developers[] = { _ ("The Waslijn contributors"), NULL };

  adw_show_about_window (gtk_application_get_active_window (data), "application-name",
                         _ ("Waslijn"), "application-icon", LIJN_APP_ID, "version", LIJN_VERSION,
                         "developer-name", _ ("The Waslijn contributors"), "developers", developers,
                         "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _ ("Improve a shared process, customer and supplier together."),
                         /* Translators: your names, one a line. */
                         "translator-credits", _ ("translator-credits"), NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *each = windows; each != NULL; each = each->next)
    gtk_window_close (each->data);
}

/* The end of the user's session: as if every window were closed, so that what is being typed is kept. */
static gboolean
terminated_cb (gpointer application)
{
  quit_cb (NULL, NULL, application);

  return G_SOURCE_CONTINUE;
}

static const GActionEntry actions[] = {
  { "new-project", new_project_cb },
  { "new-window", new_window_cb },
  { "preferences", preferences_cb },
  { "about", about_cb },
  { "quit", quit_cb },
};

static const struct
{
  const char *action;
  const char *accels[3];
} accelerators[] = {
  { "app.new-project", { "<Control>n" } },
  { "app.new-window", { "<Control><Shift>n" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
  { "win.open", { "<Control>o" } },
  { "win.import", { "<Control>i" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.show-typing-help", { "F1" } },
  { "window.close", { "<Control>w" } },
};

static gboolean
appearance_to_scheme (GValue *value, GVariant *variant, gpointer data)
{
  const char *appearance = g_variant_get_string (variant, NULL);
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (appearance, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (appearance, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  g_value_set_enum (value, (int) scheme);

  return TRUE;
}

static void
lijn_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (lijn_application_parent_class)->startup (application);

  lijn_opened_remove_left ();
  gtk_window_set_default_icon_name (LIJN_APP_ID);
  g_unix_signal_add (SIGTERM, terminated_cb, application);
  g_unix_signal_add (SIGHUP, terminated_cb, application);
  g_unix_signal_add (SIGINT, terminated_cb, application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (gsize i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action,
                                           accelerators[i].accels);

  g_settings_bind_with_mapping (lijn_settings_get (), "appearance",
                                adw_style_manager_get_default (), "color-scheme",
                                G_SETTINGS_BIND_GET, appearance_to_scheme, NULL, NULL, NULL);
}

static void
lijn_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (lijn_window_new (GTK_APPLICATION (application)));
  gtk_window_present (window);
}

static void
lijn_application_open (GApplication *application, GFile **files, int n, const char *hint)
{
  for (int i = 0; i < n; i++)
    lijn_application_open_file (LIJN_APPLICATION (application), files[i],
                                gtk_application_get_active_window (GTK_APPLICATION (application)));
}

static int
lijn_application_handle_local_options (GApplication *application, GVariantDict *given)
{
  if (!g_variant_dict_contains (given, "version"))
    return -1;

  g_print ("waslijn %s\n", LIJN_VERSION);

  return 0;
}

static int
lijn_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  GVariantDict *given = g_application_command_line_get_options_dict (line);
  g_autofree const char **names = NULL;
  gboolean example = g_variant_dict_contains (given, "example");

  g_variant_dict_lookup (given, G_OPTION_REMAINING, "^a&ay", &names);
  if (example)
    lijn_application_new_project (LIJN_APPLICATION (application), EXAMPLE, NULL);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (line, names[i]);

      lijn_application_open_file (LIJN_APPLICATION (application), file, NULL);
    }

  if (g_variant_dict_contains (given, "new-window"))
    gtk_window_present (GTK_WINDOW (lijn_window_new (GTK_APPLICATION (application))));
  else if (!example && names == NULL)
    g_application_activate (application);

  return 0;
}

static void
lijn_application_class_init (LijnApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = lijn_application_startup;
  application_class->activate = lijn_application_activate;
  application_class->open = lijn_application_open;
  application_class->handle_local_options = lijn_application_handle_local_options;
  application_class->command_line = lijn_application_command_line;
}

static void
lijn_application_init (LijnApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

LijnApplication *
lijn_application_new (void)
{
  return g_object_new (LIJN_TYPE_APPLICATION, "application-id", LIJN_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE, NULL);
}
