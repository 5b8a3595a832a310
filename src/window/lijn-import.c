/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-import.h"

#include "lijn-exchange.h"
#include "lijn-files.h"
#include "lijn-people-window.h"
#include "lijn-people.h"
#include "lijn-progress-window.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define LIJN_TYPE_IMPORT_REPORT_WINDOW (lijn_import_report_window_get_type ())
G_DECLARE_FINAL_TYPE (LijnImportReportWindow, lijn_import_report_window, LIJN, IMPORT_REPORT_WINDOW,
                      AdwWindow)

struct _LijnImportReportWindow
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *summary;
  AdwPreferencesGroup *notes;
};

G_DEFINE_FINAL_TYPE (LijnImportReportWindow, lijn_import_report_window, ADW_TYPE_WINDOW)

static void
lijn_import_report_window_class_init (LijnImportReportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waslijn/Waslijn/import-report.ui");
  gtk_widget_class_bind_template_child (widget_class, LijnImportReportWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, LijnImportReportWindow, notes);
}

static void
lijn_import_report_window_init (LijnImportReportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_line (AdwPreferencesGroup *group, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);
}

static void
show_report (LijnWindow *window, const LijnImportReport *report)
{
  LijnImportReportWindow *self = g_object_new (LIJN_TYPE_IMPORT_REPORT_WINDOW, "transient-for",
                                               window, NULL);
  g_autofree char *maps = g_strdup_printf (ngettext ("%u map", "%u maps", report->n_maps),
                                           report->n_maps);
  g_autofree char *elements = g_strdup_printf (
      ngettext ("%u element", "%u elements", report->n_elements), report->n_elements);
  g_autofree char *flows = g_strdup_printf (ngettext ("%u flow", "%u flows", report->n_flows),
                                            report->n_flows);

  add_line (self->summary, maps);
  add_line (self->summary, elements);
  add_line (self->summary, flows);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), report->notes->len > 0);
  for (guint i = 0; i < report->notes->len; i++)
    add_line (self->notes, g_ptr_array_index (report->notes, i));

  gtk_window_present (GTK_WINDOW (self));
}

/* Makes a project in the user's data folder to import into. */
static LijnProject *
make_project (GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  char *dot = strrchr (name, '.');
  g_autofree char *path = NULL;

  if (dot != NULL && dot != name)
    *dot = '\0';
  path = lijn_files_new_path (name, error);

  return path != NULL ? lijn_project_create (path, error) : NULL;
}

static void
drop_project (LijnProject *project)
{
  g_autofree char *path = g_strdup (lijn_store_get_path (lijn_project_get_store (project)));

  g_object_unref (project);
  g_unlink (path);
}

static void
tell_result (LijnWindow *window, GFile *file, const LijnImportReport *report)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = g_strdup_printf (_ ("“%s” was imported"), name);

  if (report != NULL && report->notes->len > 0)
    show_report (window, report);
  else
    lijn_window_toast (window, text);
}

void
lijn_import_file (LijnWindow *window, GFile *file)
{
  LijnProject *project = lijn_window_get_project (window);
  gboolean fresh = project == NULL;
  LijnProgressWindow *progress;
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (LijnImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gboolean ok;

  if (path == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _ ("The file is not on this computer. Copy it here first, then open it."));
  else if (fresh)
    project = make_project (file, &error);
  if (error != NULL)
    {
      lijn_window_tell_error (window, _ ("The file cannot be imported"), g_steal_pointer (&error));
      return;
    }
  if (!fresh && lijn_people_is_list (path))
    {
      lijn_people_window_present (GTK_WINDOW (window), lijn_window_get_view (window), file);
      return;
    }

  progress = lijn_progress_window_new (GTK_WINDOW (window), _ ("Importing…"));
  ok = lijn_exchange_import (project, path, &report, lijn_progress_window_step, progress,
                             lijn_progress_window_get_cancellable (progress), &error);
  lijn_progress_window_end (progress);

  if (ok && fresh)
    lijn_window_set_project (window, project);
  else if (ok && report != NULL && report->n_maps > 0)
    lijn_window_show_last_map (window);
  if (ok)
    tell_result (window, file, report);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    lijn_window_tell_error (window, _ ("The file cannot be imported"), g_steal_pointer (&error));

  if (fresh && ok)
    g_object_unref (project);
  else if (fresh)
    drop_project (project);
}
