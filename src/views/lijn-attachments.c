/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-attachments.h"

#include "lijn-edit.h"
#include "lijn-opened.h"
#include "lijn-output.h"
#include "lijn-save-place.h"
#include "lijn-thumbnail.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define PICTURE_SIZE 48

struct _LijnAttachments
{
  AdwBin parent_instance;

  LijnView *view;
  LijnObject *object;
  GtkNativeDialog *chooser; /* (nullable): while it is open */
};

G_DEFINE_FINAL_TYPE (LijnAttachments, lijn_attachments, ADW_TYPE_BIN)

static GBytes *
read_data (LijnView *view, LijnAttachment *attachment)
{
  LijnStore *store = lijn_project_get_store (lijn_view_get_project (view));
  GError *error = NULL;
  GBytes *data = lijn_store_read_blob (
      store, LIJN_TABLE_ATTACHMENT, lijn_object_get_id (LIJN_OBJECT (attachment)), "data", &error);

  lijn_view_report (view, data != NULL, error);

  return data;
}

/* Taking in. */

static void
attach (LijnAttachments *self, const char *name, const char *media_type, GBytes *data)
{
  GError *error = NULL;
  gboolean ok = lijn_edit_attach (self->object, name, media_type, data, &error) != NULL;

  lijn_view_report (self->view, ok, error);
}

/* More than can be attached need not be read: one byte over is enough to say so. */
static GBytes *
read_file (GFile *file, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree guchar *data = NULL;
  gsize length = 0;

  if (stream == NULL)
    return NULL;
  data = g_malloc (LIJN_ATTACHMENT_MOST + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data, LIJN_ATTACHMENT_MOST + 1, &length,
                                NULL, error))
    return NULL;

  return g_bytes_new (data, length);
}

static void
attach_file (LijnAttachments *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *display = g_filename_display_name (name);
  GError *error = NULL;
  g_autoptr (GBytes) data = read_file (file, &error);
  g_autofree char *type = NULL, *media_type = NULL;

  if (!lijn_view_report (self->view, data != NULL, error))
    return;
  type = g_content_type_guess (name, g_bytes_get_data (data, NULL), g_bytes_get_size (data), NULL);
  media_type = g_content_type_get_mime_type (type);
  attach (self, display, media_type != NULL ? media_type : "application/octet-stream", data);
}

/* As dropping @files (element-type GFile) does: those that cannot be attached are told, one by one. */
static void
add_files (LijnAttachments *self, GSList *files)
{
  for (GSList *file = files; file != NULL; file = file->next)
    attach_file (self, file->data);
}

static void
attach_texture (LijnAttachments *self, GdkTexture *texture)
{
  g_autoptr (GBytes) png = gdk_texture_save_to_png_bytes (texture);

  attach (self, _ ("Picture.png"), "image/png", png);
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, LijnAttachments *self)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE))
    attach_texture (self, g_value_get_object (value));
  else if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    add_files (self, g_value_get_boxed (value));
  else
    return FALSE;

  return TRUE;
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LijnAttachments) self = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (value != NULL && self->view != NULL)
    dropped_cb (NULL, value, 0, 0, self);
}

static gboolean
paste_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LijnAttachments *self = data;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  GType type = gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST) ? GDK_TYPE_FILE_LIST
                                                                               : GDK_TYPE_TEXTURE;

  gdk_clipboard_read_value_async (clipboard, type, G_PRIORITY_DEFAULT, NULL, pasted_cb,
                                  g_object_ref (self));

  return TRUE;
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, LijnAttachments *self)
{
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      attach_file (self, file);
    }
  g_clear_object (&self->chooser);
}

static void
choose_cb (LijnAttachments *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkFileChooserNative *chooser;

  if (self->chooser != NULL)
    return;
  chooser = gtk_file_chooser_native_new (_ ("Attach files"), GTK_WINDOW (root),
                                         GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Attach"),
                                         _ ("_Cancel"));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  self->chooser = GTK_NATIVE_DIALOG (chooser);
  gtk_native_dialog_show (self->chooser);
}

/* Giving out. */

#define SAVING "lijn-attachment-to-save" /* of the view, while it is asked where */

static void
place_chosen (gpointer view, GtkWindow *window, const char *path)
{
  g_autoptr (LijnAttachment) attachment = g_object_steal_data (G_OBJECT (view), SAVING);
  g_autoptr (GBytes) data = read_data (view, attachment);
  LijnOutput *output = NULL;
  GError *error = NULL;
  gboolean ok;

  if (data == NULL)
    return;
  output = lijn_output_begin (path, NULL, &error);
  ok = output != NULL &&
       lijn_output_finish (output,
                           lijn_output_write (output, g_bytes_get_data (data, NULL),
                                              (unsigned int) g_bytes_get_size (data)),
                           &error);
  lijn_view_report (view, ok, error);
}

static void
save_cb (GtkWidget *button, LijnView *view)
{
  LijnAttachment *attachment = g_object_get_data (G_OBJECT (button), "attachment");
  GtkRoot *root = gtk_widget_get_root (button);
  g_autofree char *name = g_path_get_basename (lijn_attachment_get_name (attachment));
  const LijnSavePlace place = { .title = _ ("Save attachment"),
                                .accept = _ ("_Save"),
                                .name = name };

  g_object_set_data_full (G_OBJECT (view), SAVING, g_object_ref (attachment), g_object_unref);
  lijn_save_place_ask (GTK_WINDOW (root), &place, view, place_chosen);
}

/* What came with a file from somebody else is not run: it can be saved, and looked at first. */
static gboolean
check_harmless (LijnAttachment *attachment, GBytes *data, GError **error)
{
  g_autofree char *type = g_content_type_guess (lijn_attachment_get_name (attachment),
                                                g_bytes_get_data (data, NULL),
                                                g_bytes_get_size (data), NULL);

  if (!g_content_type_can_be_executable (type) || g_content_type_is_mime_type (type, "text/plain"))
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
               _ ("“%s” is a program, so it is not opened from here. Save it if you trust who "
                  "attached it."),
               lijn_attachment_get_name (attachment));
  return FALSE;
}

static void
open_cb (GtkWidget *row, LijnView *view)
{
  LijnAttachment *attachment = g_object_get_data (G_OBJECT (row), "attachment");
  g_autoptr (GBytes) data = read_data (view, attachment);
  g_autofree char *path = NULL, *uri = NULL;
  GError *error = NULL;

  if (data == NULL)
    return;
  if (check_harmless (attachment, data, &error))
    path = lijn_opened_write (view, lijn_attachment_get_name (attachment), data, &error);
  if (!lijn_view_report (view, path != NULL, error))
    return;
  uri = g_filename_to_uri (path, NULL, NULL);
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (row)), uri, GDK_CURRENT_TIME);
}

static void
remove_cb (GtkWidget *button, LijnView *view)
{
  LijnObject *attachment = g_object_get_data (G_OBJECT (button), "attachment");
  GError *error = NULL;
  gboolean ok = lijn_edit_remove_one (attachment, &error);

  lijn_view_report (view, ok, error);
}

/* Rows. */

static GtkWidget *
make_picture (LijnAttachment *attachment, GBytes *data)
{
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GIcon) icon = NULL;
  g_autofree char *type = NULL;
  GtkWidget *picture;

  if (g_str_has_prefix (lijn_attachment_get_media_type (attachment), "image/"))
    texture = lijn_thumbnail_make (data, 2 * PICTURE_SIZE);
  if (texture != NULL)
    {
      picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
      gtk_widget_set_size_request (picture, PICTURE_SIZE, PICTURE_SIZE);
      gtk_widget_set_margin_top (picture, 6);
      gtk_widget_set_margin_bottom (picture, 6);
      return picture;
    }

  type = g_content_type_from_mime_type (lijn_attachment_get_media_type (attachment));
  icon = g_content_type_get_symbolic_icon (type != NULL ? type : "application/octet-stream");

  return gtk_image_new_from_gicon (icon);
}

static void
add_button (GtkWidget *row, LijnView *view, LijnObject *attachment, const char *icon,
            const char *what, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  /* Translators: what a button does, and with which file. */
  g_autofree char *label = g_strdup_printf (_ ("%s: %s"), what, lijn_object_get_name (attachment));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "attachment", g_object_ref (attachment),
                          g_object_unref);
  g_signal_connect_object (button, "clicked", clicked, view, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_row (LijnView *view, LijnObject *object, LijnObject *attachment)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GBytes) data = read_data (view, LIJN_ATTACHMENT (attachment));
  g_autofree char *size = g_format_size (data != NULL ? g_bytes_get_size (data) : 0);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lijn_object_get_name (attachment));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), size);
  if (data != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                               make_picture (LIJN_ATTACHMENT (attachment), data));
  add_button (row, view, attachment, "document-save-symbolic", _ ("Save"), G_CALLBACK (save_cb));
  if (!lijn_store_is_read_only (lijn_project_get_store (lijn_view_get_project (view))))
    add_button (row, view, attachment, "user-trash-symbolic", _ ("Remove"), G_CALLBACK (remove_cb));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _ ("Open"));
  g_object_set_data_full (G_OBJECT (row), "attachment", g_object_ref (attachment), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (open_cb), view, 0);

  return row;
}

static void
find_attachments (LijnView *view, LijnObject *object, GPtrArray *found)
{
  GPtrArray *all = lijn_project_referrers (lijn_view_get_project (view), LIJN_TABLE_ATTACHMENT,
                                           LIJN_IS_FRICTION (object) ? "friction" : "interface",
                                           object);

  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (found, all->pdata[i]);
}

static void
take_drops (LijnAttachments *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>v"),
                        gtk_callback_action_new (paste_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
lijn_attachments_dispose (GObject *object)
{
  LijnAttachments *self = LIJN_ATTACHMENTS (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->view);
  g_clear_object (&self->object);
  G_OBJECT_CLASS (lijn_attachments_parent_class)->dispose (object);
}

static void
lijn_attachments_class_init (LijnAttachmentsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lijn_attachments_dispose;
}

static void
lijn_attachments_init (LijnAttachments *self)
{
}

GtkWidget *
lijn_attachments_new (LijnView *view, LijnObject *object)
{
  LijnAttachments *self = g_object_new (LIJN_TYPE_ATTACHMENTS, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  self->view = g_object_ref (view);
  self->object = g_object_ref (object);
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "mail-attachment-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Attach a picture or file"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("Or drop it here, or paste it (Ctrl+V)"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), lijn_live_list_new (view, object, find_attachments, make_row));
  gtk_box_append (GTK_BOX (box), button);
  adw_bin_set_child (ADW_BIN (self), box);
  if (lijn_store_is_read_only (lijn_project_get_store (lijn_view_get_project (view))))
    gtk_widget_set_visible (button, FALSE);
  else
    take_drops (self);

  return GTK_WIDGET (self);
}
