/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-export.h"

#include "lijn-audience-row.h"
#include "lijn-capture.h"
#include "lijn-copy.h"
#include "lijn-csv.h"
#include "lijn-exchange.h"
#include "lijn-files.h"
#include "lijn-names.h"
#include "lijn-output.h"
#include "lijn-overlay-row.h"
#include "lijn-progress-window.h"
#include "lijn-publish.h"
#include "lijn-save-place.h"
#include "lijn-whole-choice.h"
#include "lijn-window.h"

#include <glib/gi18n.h>

#define PNG_SCALE 2.0

/* What is to be made, known before anything is written. */
typedef struct
{
  LijnProject *project;
  LijnMap *map; /* NULL: all of them */
  LijnAudience audience;
  LijnOverlay overlay;
  const char *path;
  LijnProgressWindow *progress;
} LijnExport;

typedef gboolean (*LijnExporter) (const LijnExport *what, GError **error);

static gboolean
export_pdf (const LijnExport *what, GError **error)
{
  return lijn_publish_pdf (what->project, what->map, &what->audience, what->overlay, what->path,
                           lijn_progress_window_step, what->progress,
                           lijn_progress_window_get_cancellable (what->progress), error);
}

static gboolean
export_svg (const LijnExport *what, GError **error)
{
  return lijn_publish_svg (what->map, &what->audience, what->overlay, what->path, error);
}

static gboolean
export_png (const LijnExport *what, GError **error)
{
  return lijn_publish_png (what->map, &what->audience, what->overlay, PNG_SCALE, what->path, error);
}

static gboolean
export_xml (const LijnExport *what, GError **error)
{
  return lijn_xml_export (what->project, &what->audience, what->path,
                          lijn_progress_window_get_cancellable (what->progress), error);
}

static gboolean
export_text (const LijnExport *what, GError **error)
{
  g_autofree char *text = lijn_capture_write (what->project, &what->audience);

  return lijn_output_write_text (what->path, text,
                                 lijn_progress_window_get_cancellable (what->progress), error);
}

static gboolean
export_table (const LijnExport *what, LijnTable table, GError **error)
{
  g_autofree char *text = lijn_csv_write_table (what->project, table, &what->audience);

  return lijn_output_write_text (what->path, text,
                                 lijn_progress_window_get_cancellable (what->progress), error);
}

static gboolean
export_friction (const LijnExport *what, GError **error)
{
  return export_table (what, LIJN_TABLE_FRICTION, error);
}

static gboolean
export_interfaces (const LijnExport *what, GError **error)
{
  return export_table (what, LIJN_TABLE_INTERFACE, error);
}

static gboolean
export_actions (const LijnExport *what, GError **error)
{
  return export_table (what, LIJN_TABLE_ACTION, error);
}

static gboolean
export_copy (const LijnExport *what, GError **error)
{
  return lijn_copy_for (what->project, &what->audience, what->path,
                        lijn_progress_window_get_cancellable (what->progress), error);
}

typedef enum
{
  MAPS_NONE, /* the whole project */
  MAPS_ONE,
  MAPS_ANY, /* one or all */
} LijnExportMaps;

static const struct
{
  const char *name;
  const char *suffix;
  LijnExportMaps maps;
  LijnExporter exporter;
} kinds[] = {
  { N_ ("PDF with maps and registers"), ".pdf", MAPS_ANY, export_pdf },
  { N_ ("SVG picture of a map"), ".svg", MAPS_ONE, export_svg },
  { N_ ("PNG picture of a map"), ".png", MAPS_ONE, export_png },
  { N_ ("Waslijn XML"), ".xml", MAPS_NONE, export_xml },
  { N_ ("Capture text"), ".txt", MAPS_NONE, export_text },
  { N_ ("CSV of the friction points"), ".csv", MAPS_NONE, export_friction },
  { N_ ("CSV of the interfaces"), ".csv", MAPS_NONE, export_interfaces },
  { N_ ("CSV of the actions"), ".csv", MAPS_NONE, export_actions },
  { N_ ("Project file for another party"), LIJN_SUFFIX, MAPS_NONE, export_copy },
};

#define LIJN_TYPE_EXPORT_DIALOG (lijn_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LijnExportDialog, lijn_export_dialog, LIJN, EXPORT_DIALOG, AdwWindow)

struct _LijnExportDialog
{
  AdwWindow parent_instance;

  LijnView *view;
  gboolean all_listed; /* the first entry of the maps is all of them */

  AdwComboRow *kind;
  AdwComboRow *map;
  AdwComboRow *overlay;
  LijnAudienceRow *audience;
};

G_DEFINE_FINAL_TYPE (LijnExportDialog, lijn_export_dialog, ADW_TYPE_WINDOW)

static void
kind_changed_cb (AdwComboRow *row, GParamSpec *pspec, LijnExportDialog *self)
{
  guint kind = adw_combo_row_get_selected (self->kind);
  GtkStringList *titles;
  GListModel *maps;
  guint current = 0;

  if (self->view == NULL || kind >= G_N_ELEMENTS (kinds))
    return;

  self->all_listed = kinds[kind].maps == MAPS_ANY;
  titles = gtk_string_list_new (NULL);
  if (self->all_listed)
    gtk_string_list_append (titles, _ ("All maps"));
  maps = lijn_project_list (lijn_view_get_project (self->view), LIJN_TABLE_MAP);
  for (guint i = 0; i < g_list_model_get_n_items (maps); i++)
    {
      g_autoptr (LijnObject) map = g_list_model_get_item (maps, i);

      if (!self->all_listed && LIJN_MAP (map) == lijn_view_get_map (self->view))
        current = i;
      gtk_string_list_append (titles, lijn_object_get_name (map));
    }
  adw_combo_row_set_model (self->map, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->map, current);
  gtk_widget_set_visible (GTK_WIDGET (self->map), kinds[kind].maps != MAPS_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->overlay), kinds[kind].maps != MAPS_NONE);
  g_object_unref (titles);
}

/* Returns: (transfer full) (nullable): the map chosen; NULL: all. */
static LijnMap *
get_map (LijnExportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->map);

  if (selected == GTK_INVALID_LIST_POSITION || (self->all_listed && selected == 0))
    return NULL;

  return g_list_model_get_item (
      lijn_project_list (lijn_view_get_project (self->view), LIJN_TABLE_MAP),
      selected - (self->all_listed ? 1 : 0));
}

static void
run (LijnExportDialog *self, const char *path)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (LijnMap) map = get_map (self);
  g_autoptr (GError) error = NULL;
  LijnExport what = {
    .project = lijn_view_get_project (self->view),
    .map = map,
    .audience = lijn_audience_row_get_audience (self->audience),
    .overlay = lijn_overlay_row_get (self->overlay),
    .path = path,
    .progress = lijn_progress_window_new (window, _ ("Exporting…")),
  };
  gboolean ok = kinds[adw_combo_row_get_selected (self->kind)].exporter (&what, &error);

  lijn_progress_window_end (what.progress);
  if (ok)
    lijn_window_tell_made (LIJN_WINDOW (window), path);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    lijn_window_tell_error (LIJN_WINDOW (window), _ ("The export did not succeed"),
                            g_steal_pointer (&error));
}

/* The window is what people go on with. */
static void
place_chosen (gpointer data, GtkWindow *dialog, const char *path)
{
  GtkWindow *window = gtk_window_get_transient_for (dialog);

  gtk_widget_set_visible (GTK_WIDGET (dialog), FALSE);
  run (data, path);
  gtk_window_destroy (dialog);
  gtk_window_present (window);
}

/* What a file of the chosen kind is called: after the map where it shows one. */
static char *
make_name (LijnExportDialog *self)
{
  guint kind = adw_combo_row_get_selected (self->kind);
  g_autoptr (LijnMap) map = kinds[kind].maps == MAPS_ONE ? get_map (self) : NULL;
  const char *title = map != NULL ? lijn_map_get_title (map)
                                  : lijn_project_get_title (lijn_view_get_project (self->view));

  return lijn_files_name (title, kinds[kind].suffix);
}

static void
go_clicked_cb (GtkButton *button, LijnExportDialog *self)
{
  const char *suffixes[] = { kinds[adw_combo_row_get_selected (self->kind)].suffix, NULL };
  g_autofree char *name = make_name (self);
  const LijnSavePlace place = {
    .title = _ ("Export"), .accept = _ ("_Export"), .name = name, .suffixes = suffixes
  };

  lijn_save_place_ask (GTK_WINDOW (self), &place, self, place_chosen);
}

static void
lijn_export_dialog_dispose (GObject *object)
{
  g_clear_object (&LIJN_EXPORT_DIALOG (object)->view);
  G_OBJECT_CLASS (lijn_export_dialog_parent_class)->dispose (object);
}

static void
lijn_export_dialog_class_init (LijnExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LIJN_TYPE_AUDIENCE_ROW);
  G_OBJECT_CLASS (klass)->dispose = lijn_export_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waslijn/Waslijn/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LijnExportDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, LijnExportDialog, map);
  gtk_widget_class_bind_template_child (widget_class, LijnExportDialog, overlay);
  gtk_widget_class_bind_template_child (widget_class, LijnExportDialog, audience);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_clicked_cb);
}

static void
lijn_export_dialog_init (LijnExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lijn_whole_choice_set (self->kind);
  lijn_whole_choice_set (self->map);
  lijn_names_put_right (GTK_WIDGET (self));
}

void
lijn_export_present (GtkWindow *window, LijnView *view)
{
  LijnExportDialog *self = g_object_new (LIJN_TYPE_EXPORT_DIALOG, "transient-for", window, NULL);
  GtkStringList *names = gtk_string_list_new (NULL);
  gboolean any_map = lijn_project_count (lijn_view_get_project (view), LIJN_TABLE_MAP) > 0;

  self->view = g_object_ref (view);
  lijn_audience_row_set_project (self->audience, lijn_view_get_project (view));
  lijn_overlay_row_fill (self->overlay, view);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (names, _ (kinds[i].name));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (names));
  g_object_unref (names);
  adw_combo_row_set_selected (self->kind, any_map ? 0 : 3);
  kind_changed_cb (self->kind, NULL, self);

  gtk_window_present (GTK_WINDOW (self));
}
