/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-print.h"

#include "lijn-audience-row.h"
#include "lijn-files.h"
#include "lijn-overlay-row.h"
#include "lijn-publish.h"
#include "lijn-window.h"
#include "lijn-words.h"

#include <glib/gi18n.h>

/* One print run. The printer settings are kept for the next run. */
typedef struct
{
  LijnView *view;
  LijnObject *about; /* (nullable): the session whose minutes, the team whose charter is printed */
  LijnAudienceRow *audience_row; /* in the print dialog, while that is there */
  AdwComboRow *overlay_row;
  char *party; /* id of the party chosen there, or NULL */
  LijnOverlay overlay;
  LijnDocument *document;
} LijnPrint;

static GtkPrintSettings *last_settings;

static void
lijn_print_free (gpointer data)
{
  LijnPrint *self = data;

  g_clear_object (&self->document);
  g_clear_object (&self->about);
  g_object_unref (self->view);
  g_free (self->party);
  g_free (self);
}

static GObject *
create_custom_widget_cb (GtkPrintOperation *operation, LijnPrint *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = g_object_new (LIJN_TYPE_AUDIENCE_ROW, "title", _ ("_For whom"), "use-underline",
                                 TRUE, NULL);

  lijn_audience_row_set_project (LIJN_AUDIENCE_ROW (row), lijn_view_get_project (self->view));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  self->audience_row = LIJN_AUDIENCE_ROW (row);
  if (self->about == NULL)
    {
      self->overlay_row = ADW_COMBO_ROW (lijn_overlay_row_new (self->view));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->overlay_row));
    }

  return G_OBJECT (page);
}

static void
custom_widget_apply_cb (GtkPrintOperation *operation, GtkWidget *widget, LijnPrint *self)
{
  LijnAudience audience = lijn_audience_row_get_audience (self->audience_row);

  g_free (self->party);
  self->party = g_strdup (audience.party);
  if (self->overlay_row != NULL)
    self->overlay = lijn_overlay_row_get (self->overlay_row);
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, LijnPrint *self)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  const LijnAudience audience = { .party = self->party };
  double width, height;

  width = gtk_paper_size_get_width (gtk_page_setup_get_paper_size (setup), GTK_UNIT_POINTS);
  height = gtk_paper_size_get_height (gtk_page_setup_get_paper_size (setup), GTK_UNIT_POINTS);

  g_clear_object (&self->document);
  if (LIJN_IS_SESSION (self->about))
    self->document = lijn_document_new_minutes (LIJN_SESSION (self->about), &audience,
                                                MIN (width, height), MAX (width, height));
  else if (LIJN_IS_TEAM (self->about))
    self->document = lijn_document_new_charter (LIJN_TEAM (self->about), &audience,
                                                MIN (width, height), MAX (width, height));
  else
    self->document = lijn_document_new (lijn_view_get_project (self->view), NULL, &audience,
                                        self->overlay, MIN (width, height), MAX (width, height));
  gtk_print_operation_set_n_pages (operation, (int) lijn_document_count_pages (self->document));
}

static void
request_page_setup_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page,
                       GtkPageSetup *setup, LijnPrint *self)
{
  double width, height;

  lijn_document_get_page_size (self->document, (guint) page, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, LijnPrint *self)
{
  lijn_document_paint_page (self->document, (guint) page,
                            gtk_print_context_get_cairo_context (context));
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer data)
{
  GtkWindow *window = data;
  GError *error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    g_set_object (&last_settings, gtk_print_operation_get_print_settings (operation));
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  lijn_window_tell_error (LIJN_WINDOW (window), _ ("Printing did not succeed"), error);
}

/* What was chosen last, and for who prints to a file the name and place that an export would have.
 * (transfer full) */
static GtkPrintSettings *
make_settings (const char *title)
{
  GtkPrintSettings *settings = last_settings != NULL ? gtk_print_settings_copy (last_settings)
                                                     : gtk_print_settings_new ();
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *name = lijn_files_name (title, "");

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, NULL);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR,
                          documents != NULL ? documents : g_get_home_dir ());

  return settings;
}

static void
run (GtkWindow *window, LijnView *view, gpointer about)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autofree char *title = about != NULL
                               ? lijn_words_for_object (about)
                               : g_strdup (lijn_project_get_title (lijn_view_get_project (view)));
  g_autoptr (GtkPrintSettings) settings = make_settings (title);
  LijnPrint *self = g_new0 (LijnPrint, 1);

  self->view = g_object_ref (view);
  self->overlay = lijn_view_get_overlay (view);
  g_set_object (&self->about, about);
  g_object_set_data_full (G_OBJECT (operation), "lijn-print", self, lijn_print_free);

  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_custom_tab_label (operation, _ ("Waslijn"));
  gtk_print_operation_set_print_settings (operation, settings);

  g_signal_connect (operation, "create-custom-widget", G_CALLBACK (create_custom_widget_cb), self);
  g_signal_connect (operation, "custom-widget-apply", G_CALLBACK (custom_widget_apply_cb), self);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), self);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (request_page_setup_cb), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), self);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), window, 0);

  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window, NULL);
}

void
lijn_print_run (GtkWindow *window, LijnView *view)
{
  run (window, view, NULL);
}

void
lijn_print_minutes (GtkWindow *window, LijnView *view, LijnSession *session)
{
  run (window, view, session);
}

void
lijn_print_charter (GtkWindow *window, LijnView *view, LijnTeam *team)
{
  run (window, view, team);
}
