/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-clip-content.h"

#include "lijn-audience.h"

/* A content provider for the two pictures, beside those of GTK for the clip and the text. */

#define SVG "image/svg+xml"
#define PNG "image/png"
#define PNG_SCALE 2.0 /* pixels a point */

#define LIJN_TYPE_PICTURE_CONTENT (lijn_picture_content_get_type ())
G_DECLARE_FINAL_TYPE (LijnPictureContent, lijn_picture_content, LIJN, PICTURE_CONTENT,
                      GdkContentProvider)

struct _LijnPictureContent
{
  GdkContentProvider parent_instance;

  LijnExcerpt *excerpt;
};

G_DEFINE_FINAL_TYPE (LijnPictureContent, lijn_picture_content, GDK_TYPE_CONTENT_PROVIDER)

static GdkContentFormats *
ref_formats (GdkContentProvider *provider)
{
  const char *types[] = { SVG, PNG };

  return gdk_content_formats_new (types, G_N_ELEMENTS (types));
}

static void
written_cb (GObject *stream, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (stream), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
write_async (GdkContentProvider *provider, const char *mime_type, GOutputStream *stream,
             int io_priority, GCancellable *cancellable, GAsyncReadyCallback callback,
             gpointer data)
{
  LijnPictureContent *self = LIJN_PICTURE_CONTENT (provider);
  GTask *task = g_task_new (self, cancellable, callback, data);
  GBytes *bytes = g_str_equal (mime_type, SVG) ? lijn_excerpt_to_svg (self->excerpt)
                                               : lijn_excerpt_to_png (self->excerpt, PNG_SCALE);

  g_task_set_priority (task, io_priority);
  g_task_set_task_data (task, bytes, (GDestroyNotify) g_bytes_unref);
  g_output_stream_write_all_async (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                   io_priority, cancellable, written_cb, task);
}

static gboolean
write_finish (GdkContentProvider *provider, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
lijn_picture_content_finalize (GObject *object)
{
  lijn_excerpt_unref (LIJN_PICTURE_CONTENT (object)->excerpt);
  G_OBJECT_CLASS (lijn_picture_content_parent_class)->finalize (object);
}

static void
lijn_picture_content_class_init (LijnPictureContentClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lijn_picture_content_finalize;
  provider_class->ref_formats = ref_formats;
  provider_class->write_mime_type_async = write_async;
  provider_class->write_mime_type_finish = write_finish;
}

static void
lijn_picture_content_init (LijnPictureContent *self)
{
}

static GdkContentProvider *
picture_content_new (LijnExcerpt *excerpt)
{
  LijnPictureContent *self = g_object_new (LIJN_TYPE_PICTURE_CONTENT, NULL);

  self->excerpt = lijn_excerpt_ref (excerpt);
  return GDK_CONTENT_PROVIDER (self);
}

static void
add_contents (GPtrArray *all, LijnMap *map, LijnLane *lane)
{
  if (lijn_lane_get_map (lane) == map)
    g_ptr_array_extend (all,
                        lijn_project_referrers (lijn_object_get_project (LIJN_OBJECT (lane)),
                                                LIJN_TABLE_ELEMENT, "lane", LIJN_OBJECT (lane)),
                        NULL, NULL);
}

/* A lane or party is what is in it. */
static GPtrArray *
list_carried (LijnMap *map, GPtrArray *objects)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < objects->len; i++)
    {
      LijnObject *object = g_ptr_array_index (objects, i);
      GPtrArray *lanes = LIJN_IS_PARTY (object)
                             ? lijn_project_referrers (lijn_object_get_project (object),
                                                       LIJN_TABLE_LANE, "party", object)
                             : NULL;

      if (LIJN_IS_LANE (object))
        add_contents (all, map, LIJN_LANE (object));
      else if (lanes == NULL)
        g_ptr_array_add (all, object);
      for (guint j = 0; lanes != NULL && j < lanes->len; j++)
        add_contents (all, map, g_ptr_array_index (lanes, j));
    }
  return all;
}

GdkContentProvider *
lijn_clip_content_new (LijnMap *map, GPtrArray *objects, LijnExcerpt **picture)
{
  const LijnAudience shared = LIJN_AUDIENCE_SHARED;
  g_autoptr (GPtrArray) carried = list_carried (map, objects);
  g_autofree char *text = lijn_clip_to_text (carried);
  g_autoptr (LijnClip) clip = lijn_clip_new (carried);
  g_autoptr (LijnExcerpt) excerpt = lijn_excerpt_new (map, carried, &shared);
  GdkContentProvider *providers[3];
  gsize n = 0;

  lijn_clip_register ();
  if (clip != NULL)
    providers[n++] = gdk_content_provider_new_typed (LIJN_TYPE_CLIP, clip);
  if (text[0] != '\0')
    providers[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  if (excerpt != NULL)
    providers[n++] = picture_content_new (excerpt);
  if (picture != NULL)
    *picture = g_steal_pointer (&excerpt);
  return n > 0 ? gdk_content_provider_new_union (providers, n) : NULL;
}
