/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-register-private.h"

#include "lijn-csv.h"
#include "lijn-output.h"

#include <glib/gi18n.h>

/* The rows as they are shown, under the columns that are shown, as a CSV file; only what is shared. */

gboolean
lijn_register_write_csv (LijnRegister *self, const char *path, GError **error)
{
  g_autoptr (GPtrArray) places = lijn_register_list_places (self);
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree const LijnField **fields = g_new (const LijnField *, places->len);
  g_autofree char *csv = NULL;

  for (guint i = 0; i < places->len; i++)
    fields[i] = &((const LijnRegisterPlace *) places->pdata[i])->field;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    g_ptr_array_add (objects, g_list_model_get_item (G_LIST_MODEL (self->rows), i));
  csv = lijn_csv_write (self->spec->table, objects, fields, places->len, &LIJN_AUDIENCE_SHARED);

  return lijn_output_write_text (path, csv, NULL, error);
}

static void
place_chosen_cb (GtkNativeDialog *chooser, int response, LijnRegister *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  GError *error = NULL;
  gboolean ok;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL)
    {
      ok = lijn_register_write_csv (self, path, &error);
      lijn_view_report (self->view, ok, error);
    }
  g_object_unref (chooser);
}

void
lijn_register_export (LijnRegister *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Export as CSV"), GTK_WINDOW (root), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"),
      _ ("_Cancel"));
  g_autofree char *name = g_strconcat (_ (self->spec->title), ".csv", NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (place_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
