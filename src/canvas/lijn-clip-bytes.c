/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-clip-private.h"

#include <glib/gi18n.h>

/* Clips on their way through clipboards and drags: a GVariant of the rows that are shared, in the
 * columns that a clip knows. Within this program the clip itself is handed on. */

#define MAGIC "waslijn part 1"
#define TYPE "(sa(ssa{ss}))"
#define MOST_BYTES (32 * 1024 * 1024)
#define MOST_ROWS 20000

static const LijnTable tables[] = { LIJN_TABLE_PARTY, LIJN_TABLE_LANE, LIJN_TABLE_ELEMENT,
                                    LIJN_TABLE_FLOW, LIJN_TABLE_INTERFACE };

static void
write_row (GVariantBuilder *rows, const LijnClipRow *row)
{
  g_variant_builder_open (rows, G_VARIANT_TYPE ("(ssa{ss})"));
  g_variant_builder_add (rows, "s", lijn_table_info (row->table)->name);
  g_variant_builder_add (rows, "s", row->id);
  g_variant_builder_open (rows, G_VARIANT_TYPE ("a{ss}"));
  for (const char *const *column = lijn_clip_list_columns (row->table); *column != NULL; column++)
    if (*lijn_clip_row_get (row, *column) != '\0')
      g_variant_builder_add (rows, "{ss}", *column, lijn_clip_row_get (row, *column));
  g_variant_builder_close (rows);
  g_variant_builder_close (rows);
}

GBytes *
lijn_clip_to_bytes (LijnClip *self)
{
  g_autoptr (GVariant) variant = NULL;
  GVariantBuilder rows;

  g_variant_builder_init (&rows, G_VARIANT_TYPE ("a(ssa{ss})"));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      GPtrArray *some = lijn_clip_get_rows (self, tables[i]);

      for (guint j = 0; j < some->len; j++)
        if (((LijnClipRow *) g_ptr_array_index (some, j))->shared)
          write_row (&rows, g_ptr_array_index (some, j));
    }
  variant = g_variant_ref_sink (
      g_variant_new ("(s@a(ssa{ss}))", MAGIC, g_variant_builder_end (&rows)));
  return g_variant_get_data_as_bytes (variant);
}

static gboolean
is_known (LijnTable table, const char *column)
{
  return g_strv_contains (lijn_clip_list_columns (table), column);
}

static void
read_row (LijnClip *self, const char *name, const char *id, GVariantIter *values)
{
  int table = lijn_table_from_name (name);
  const char *column, *value;
  LijnClipRow *row = NULL;

  if (table < 0 || lijn_clip_get_rows (self, (LijnTable) table) == NULL)
    return;
  row = lijn_clip_add_row (self, (LijnTable) table, id, TRUE);
  while (g_variant_iter_next (values, "{&s&s}", &column, &value))
    if (is_known (row->table, column))
      g_hash_table_replace (row->values, g_strdup (column), g_strdup (value));
}

static gboolean
read_rows (LijnClip *self, GVariant *variant)
{
  g_autoptr (GVariantIter) rows = NULL;
  const char *magic, *table, *id;
  GVariantIter *values;

  g_variant_get (variant, "(&sa(ssa{ss}))", &magic, &rows);
  if (!g_str_equal (magic, MAGIC) || g_variant_iter_n_children (rows) > MOST_ROWS)
    return FALSE;
  while (g_variant_iter_next (rows, "(&s&sa{ss})", &table, &id, &values))
    {
      read_row (self, table, id, values);
      g_variant_iter_free (values);
    }
  return self->elements->len > 0;
}

LijnClip *
lijn_clip_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (LijnClip) self = lijn_clip_new_empty ();
  g_autoptr (GVariant) variant = NULL;

  if (g_bytes_get_size (bytes) <= MOST_BYTES)
    variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (TYPE), bytes, FALSE));
  if (variant != NULL && g_variant_is_normal_form (variant) && read_rows (self, variant))
    return g_steal_pointer (&self);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("What was copied cannot be read. Copy it again."));
  return NULL;
}

static void
written_cb (GObject *stream, GAsyncResult *result, gpointer data)
{
  GdkContentSerializer *serializer = data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (stream), result, NULL, &error))
    gdk_content_serializer_return_success (serializer);
  else
    gdk_content_serializer_return_error (serializer, error);
}

static void
serialize_cb (GdkContentSerializer *serializer)
{
  GBytes *bytes = lijn_clip_to_bytes (
      g_value_get_boxed (gdk_content_serializer_get_value (serializer)));

  gdk_content_serializer_set_task_data (serializer, bytes, (GDestroyNotify) g_bytes_unref);
  g_output_stream_write_all_async (
      gdk_content_serializer_get_output_stream (serializer), g_bytes_get_data (bytes, NULL),
      g_bytes_get_size (bytes), gdk_content_serializer_get_priority (serializer),
      gdk_content_serializer_get_cancellable (serializer), written_cb, serializer);
}

static void
read_cb (GObject *stream, GAsyncResult *result, gpointer data)
{
  GdkContentDeserializer *deserializer = data;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  LijnClip *clip = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, &error) >= 0)
    {
      bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
      clip = lijn_clip_from_bytes (bytes, &error);
    }
  if (clip == NULL)
    {
      gdk_content_deserializer_return_error (deserializer, error);
      return;
    }
  g_value_take_boxed (gdk_content_deserializer_get_value (deserializer), clip);
  gdk_content_deserializer_return_success (deserializer);
}

static void
deserialize_cb (GdkContentDeserializer *deserializer)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  g_output_stream_splice_async (
      memory, gdk_content_deserializer_get_input_stream (deserializer),
      G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, gdk_content_deserializer_get_priority (deserializer),
      gdk_content_deserializer_get_cancellable (deserializer), read_cb, deserializer);
}

void
lijn_clip_register (void)
{
  static gsize once = 0;

  if (!g_once_init_enter (&once))
    return;
  gdk_content_register_serializer (LIJN_TYPE_CLIP, LIJN_CLIP_MIME_TYPE, serialize_cb, NULL, NULL);
  gdk_content_register_deserializer (LIJN_CLIP_MIME_TYPE, LIJN_TYPE_CLIP, deserialize_cb, NULL,
                                     NULL);
  g_once_init_leave (&once, 1);
}
