/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-register-private.h"

#include "lijn-csv.h"
#include "lijn-output.h"
#include "lijn-save-place.h"

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
place_chosen (gpointer data, GtkWindow *window, const char *path)
{
  LijnRegister *self = data;
  GError *error = NULL;
  gboolean ok = lijn_register_write_csv (self, path, &error);

  lijn_view_report (self->view, ok, error);
}

void
lijn_register_export (LijnRegister *self)
{
  static const char *const suffixes[] = { ".csv", NULL };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *name = g_strconcat (_ (self->spec->title), ".csv", NULL);
  const LijnSavePlace place = {
    .title = _ ("Export as CSV"), .accept = _ ("_Save"), .name = name, .suffixes = suffixes
  };

  lijn_save_place_ask (GTK_WINDOW (root), &place, self, place_chosen);
}
