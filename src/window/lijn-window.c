/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-window.h"

#include "lijn-application.h"
#include "lijn-files.h"
#include "lijn-import.h"
#include "lijn-project-page.h"
#include "lijn-recent.h"
#include "lijn-settings.h"
#include "lijn-typing-help.h"
#include "lijn-welcome.h"

#include <glib/gi18n.h>

struct _LijnWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *pages;
  LijnProjectPage *page; /* (nullable), owned by the stack */
};

G_DEFINE_FINAL_TYPE (LijnWindow, lijn_window, ADW_TYPE_APPLICATION_WINDOW)

static void
open_response_cb (LijnWindow *self, int response, GtkNativeDialog *dialog)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      lijn_application_open_file (LIJN_APPLICATION (application), file, GTK_WINDOW (self));
    }
  g_object_unref (dialog);
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkFileChooserNative *dialog;
  g_autoptr (GtkFileFilter) projects = lijn_files_project_filter ();
  g_autoptr (GtkFileFilter) others = lijn_files_import_filter ();

  dialog = gtk_file_chooser_native_new (_ ("Open a project"), GTK_WINDOW (widget),
                                        GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), projects);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), others);
  g_signal_connect_object (dialog, "response", G_CALLBACK (open_response_cb), widget,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
import_response_cb (LijnWindow *self, int response, GtkNativeDialog *dialog)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      lijn_import_file (self, file);
    }
  g_object_unref (dialog);
}

static void
import_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkFileChooserNative *dialog;
  g_autoptr (GtkFileFilter) filter = lijn_files_import_filter ();

  dialog = gtk_file_chooser_native_new (_ ("Import a drawing or text"), GTK_WINDOW (widget),
                                        GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  g_signal_connect_object (dialog, "response", G_CALLBACK (import_response_cb), widget,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* GTK would make it for every window from the start, out of a resource that it looks for by name, and
 * it is a third of all widgets. */
static void
show_shortcuts_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkBuilder)
      builder = gtk_builder_new_from_resource ("/org/waslijn/Waslijn/shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_set_destroy_with_parent (shortcuts, TRUE);
  gtk_window_present (shortcuts);
}

static void
show_typing_help_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  lijn_typing_help_present (GTK_WINDOW (widget));
}

LijnProject *
lijn_window_get_project (LijnWindow *self)
{
  return self->page != NULL ? lijn_project_page_get_project (self->page) : NULL;
}

LijnView *
lijn_window_get_view (LijnWindow *self)
{
  return self->page != NULL ? lijn_project_page_get_view (self->page) : NULL;
}

static void
title_changed_cb (LijnWindow *self)
{
  const char *title = lijn_project_page_get_title (self->page);

  gtk_window_set_title (GTK_WINDOW (self),
                        title[0] != '\0' ? title : _ ("Project without a title"));
}

void
lijn_window_set_project (LijnWindow *self, LijnProject *project)
{
  g_return_if_fail (self->page == NULL);

  self->page = LIJN_PROJECT_PAGE (lijn_project_page_new (project));
  gtk_stack_add_child (self->pages, GTK_WIDGET (self->page));
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->page));
  g_signal_connect_swapped (self->page, "notify::title", G_CALLBACK (title_changed_cb), self);
  title_changed_cb (self);
  lijn_project_page_grab_focus (self->page);
  lijn_recent_note (project);
}

void
lijn_window_show_last_map (LijnWindow *self)
{
  GListModel *maps = lijn_project_list (lijn_window_get_project (self), LIJN_TABLE_MAP);
  guint n = g_list_model_get_n_items (maps);
  g_autoptr (LijnMap) map = n > 0 ? g_list_model_get_item (maps, n - 1) : NULL;

  if (map != NULL)
    lijn_view_set_map (lijn_project_page_get_view (self->page), map);
}

void
lijn_window_toast (LijnWindow *self, const char *text)
{
  AdwToast *toast;
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  toast = adw_toast_new (escaped);
  adw_toast_set_timeout (toast, 4);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
lijn_window_tell_made (LijnWindow *self, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (_ ("“%s” was made"), name);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_timeout (toast, 8); /* there is something to do with it */
  adw_toast_set_button_label (toast, _ ("_Show"));
  adw_toast_set_action_name (toast, "win.show-file");
  adw_toast_set_action_target_value (toast, g_variant_new_bytestring (path));
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
show_file_cb (GtkWidget *widget, const char *action, GVariant *path)
{
  lijn_files_show (g_variant_get_bytestring (path));
}

void
lijn_window_tell_error (LijnWindow *self, const char *heading, GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
  g_error_free (error);
}

/* Closing asks nothing: what is seen is on disk. */
static gboolean
lijn_window_close_request (GtkWindow *window)
{
  LijnWindow *self = LIJN_WINDOW (window);
  GSettings *settings = lijn_settings_get ();
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  if (!gtk_window_is_maximized (window))
    {
      g_settings_set_int (settings, "window-width", MAX (width, 360));
      g_settings_set_int (settings, "window-height", MAX (height, 300));
    }
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));

  if (self->page != NULL)
    lijn_project_page_close (self->page);

  return GTK_WINDOW_CLASS (lijn_window_parent_class)->close_request (window);
}

static void
lijn_window_constructed (GObject *object)
{
  LijnWindow *self = LIJN_WINDOW (object);
  GSettings *settings = lijn_settings_get ();

  G_OBJECT_CLASS (lijn_window_parent_class)->constructed (object);

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/* The welcome page is made only for a window that has no project when it is first seen. */
static void
lijn_window_map (GtkWidget *widget)
{
  LijnWindow *self = LIJN_WINDOW (widget);

  if (gtk_stack_get_visible_child (self->pages) == NULL)
    gtk_stack_add_child (self->pages, lijn_welcome_new ());

  GTK_WIDGET_CLASS (lijn_window_parent_class)->map (widget);
}

static void
lijn_window_class_init (LijnWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = lijn_window_constructed;
  GTK_WINDOW_CLASS (klass)->close_request = lijn_window_close_request;
  widget_class->map = lijn_window_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/waslijn/Waslijn/window.ui");
  gtk_widget_class_bind_template_child (widget_class, LijnWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, LijnWindow, pages);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "win.show-file", "ay", show_file_cb);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, show_shortcuts_cb);
  gtk_widget_class_install_action (widget_class, "win.show-typing-help", NULL, show_typing_help_cb);
}

static void
lijn_window_init (LijnWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

LijnWindow *
lijn_window_new (GtkApplication *application)
{
  return g_object_new (LIJN_TYPE_WINDOW, "application", application, NULL);
}
