/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-exchange.h"

#include "lijn-text.h"
#include "lijn-xml-words.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <libxml/xmlwriter.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

/* Row by row into a file beside the one asked for, which takes its place once it is whole and on
 * disk. The order of rows and attributes is fixed, so that equal projects give equal files. */

#define LONGEST_ATTRIBUTE 1000 /* bytes; longer text is an element */
#define LONGEST_TEXT (4 * 1024 * 1024) /* bytes in one element; libxml2 takes up to 10 MB */
#define BLOB_PART (3 * 1024 * 1024) /* bytes, a multiple of three: base64 without padding */

typedef struct
{
  LijnProject *project;
  const LijnAudience *audience;
  xmlTextWriter *writer;
  int fd;
  int failure; /* errno of the first write that failed */
} Export;

static int
write_cb (void *data, const char *bytes, int length)
{
  Export *export = data;

  for (int done = 0; done < length;)
    {
      gssize n = write (export->fd, bytes + done, (gsize) (length - done));

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          export->failure = errno;
          return -1;
        }
      done += (int) n;
    }
  return length;
}

static int
close_cb (void *data)
{
  return 0;
}

static void
write_attribute (Export *export, const char *name, const char *value)
{
  xmlTextWriterWriteAttribute (export->writer, BAD_CAST lijn_xml_word (name), BAD_CAST value);
}

/* Values that are attributes. */

static gboolean
is_attribute (const LijnColumn *column, const char *text)
{
  return !lijn_xml_is_prose (column->name) && strlen (text) <= LONGEST_ATTRIBUTE &&
         strpbrk (text, "\r\n\t") == NULL && lijn_xml_can_hold (text);
}

static void
write_number (Export *export, const LijnColumn *column, double number)
{
  g_autofree char *text = NULL;

  if (isnan (number) || (column->kind == LIJN_COLUMN_REAL && fabs (number) <= 0))
    return;
  text = lijn_number_to_text (number);
  write_attribute (export, column->name, text);
}

static void
write_time (Export *export, const LijnColumn *column, gint64 time)
{
  g_autofree char *iso = NULL;

  if (time == 0)
    return;
  iso = lijn_time_to_iso (time);
  if (lijn_time_from_iso (iso) != time)
    {
      /* A time that no calendar has: the number itself. */
      g_free (iso);
      iso = g_strdup_printf ("%" G_GINT64_FORMAT, time);
    }
  write_attribute (export, column->name, iso);
}

/* A reference to what the audience may not see is left out. */
static void
write_reference (Export *export, const LijnColumn *column, const char *id)
{
  LijnObject *other = *id != '\0' ? lijn_project_find (export->project, column->refers, id) : NULL;

  if (other != NULL && lijn_audience_may_see (export->audience, other))
    write_attribute (export, column->name, id);
}

static void
write_as_attribute (Export *export, LijnObject *object, int i, const LijnColumn *column)
{
  gint64 integer;
  const char *text;

  switch (column->kind)
    {
    case LIJN_COLUMN_TEXT:
    case LIJN_COLUMN_DATE:
      text = lijn_object_get_text (object, i);
      if (*text != '\0' && is_attribute (column, text))
        write_attribute (export, column->name, text);
      return;
    case LIJN_COLUMN_ENUM:
      text = lijn_object_get_text (object, i);
      if (strcmp (text, column->nicks[0]) != 0)
        write_attribute (export, column->name, text);
      return;
    case LIJN_COLUMN_INT:
      integer = lijn_object_get_int (object, i);
      if (integer != 0)
        xmlTextWriterWriteFormatAttribute (export->writer, BAD_CAST lijn_xml_word (column->name),
                                           "%" G_GINT64_FORMAT, integer);
      return;
    case LIJN_COLUMN_FLAG:
      if (lijn_object_get_int (object, i) != 0)
        write_attribute (export, column->name, "true");
      return;
    case LIJN_COLUMN_REAL:
    case LIJN_COLUMN_NUM:
      write_number (export, column, lijn_object_get_number (object, i));
      return;
    case LIJN_COLUMN_TIME:
      write_time (export, column, lijn_object_get_int (object, i));
      return;
    case LIJN_COLUMN_OWNER:
    case LIJN_COLUMN_LINK:
    case LIJN_COLUMN_NOTE:
    case LIJN_COLUMN_PART:
    case LIJN_COLUMN_FOR:
      write_reference (export, column, lijn_object_get_text (object, i));
      return;
    case LIJN_COLUMN_BLOB:
    default:
      return;
    }
}

/* Values that are elements. */

static void
write_base64 (Export *export, const char *name, const guint8 *bytes, gsize length)
{
  for (gsize done = 0; done < length; done += BLOB_PART)
    {
      g_autofree char *coded = g_base64_encode (bytes + done, MIN (length - done, BLOB_PART));

      xmlTextWriterStartElement (export->writer, BAD_CAST lijn_xml_word (name));
      xmlTextWriterWriteAttribute (export->writer, BAD_CAST "coding", BAD_CAST "base64");
      xmlTextWriterWriteRaw (export->writer, BAD_CAST coded);
      xmlTextWriterEndElement (export->writer);
    }
}

static void
write_prose (Export *export, const char *name, const char *text)
{
  if (!lijn_xml_can_hold (text))
    {
      write_base64 (export, name, (const guint8 *) text, strlen (text));
      return;
    }
  while (*text != '\0')
    {
      gsize length = strlen (text);
      g_autofree char *part = NULL;

      if (length > LONGEST_TEXT)
        length = (gsize) (g_utf8_find_prev_char (text, text + LONGEST_TEXT) - text);
      part = g_strndup (text, length);
      xmlTextWriterWriteElement (export->writer, BAD_CAST lijn_xml_word (name), BAD_CAST part);
      text += length;
    }
}

static gboolean
write_as_element (Export *export, LijnObject *object, int i, const LijnColumn *column,
                  GError **error)
{
  if (column->kind == LIJN_COLUMN_TEXT)
    {
      const char *text = lijn_object_get_text (object, i);

      if (!is_attribute (column, text))
        write_prose (export, column->name, text);
    }
  else if (column->kind == LIJN_COLUMN_BLOB)
    {
      g_autoptr (GBytes) bytes = lijn_store_read_blob (
          lijn_project_get_store (export->project), lijn_object_get_table (object),
          lijn_object_get_id (object), column->name, error);
      gsize length;
      const guint8 *data;

      if (bytes == NULL)
        return FALSE;
      data = g_bytes_get_data (bytes, &length);
      write_base64 (export, column->name, data, length);
    }
  return TRUE;
}

static gboolean
write_row (Export *export, LijnObject *object, GError **error)
{
  LijnTable table = lijn_object_get_table (object);
  const LijnTableInfo *info = lijn_table_info (table);

  xmlTextWriterStartElement (export->writer, BAD_CAST lijn_xml_word (info->name));
  /* There is one of these in every project, and nothing refers to it. */
  if (table != LIJN_TABLE_ABOUT)
    write_attribute (export, "id", lijn_object_get_id (object));
  for (guint i = 0; i < info->n_columns; i++)
    write_as_attribute (export, object, (int) i, &info->columns[i]);
  for (guint i = 0; i < info->n_columns; i++)
    if (!write_as_element (export, object, (int) i, &info->columns[i], error))
      return FALSE;
  xmlTextWriterEndElement (export->writer);
  return TRUE;
}

static gboolean
write_table (Export *export, LijnTable table, GCancellable *cancellable, GError **error)
{
  GListModel *list = lijn_project_list (export->project, table);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (list, i);

      if (lijn_audience_may_see (export->audience, object) && !write_row (export, object, error))
        return FALSE;
    }
  return TRUE;
}

/* The revisions that this project is made of, its own and others', so that copies of it can be
 * brought together. Ids only: they tell nothing. */
static gboolean
write_revisions (Export *export, GError **error)
{
  g_autoptr (LijnCursor) known = lijn_store_select (
      lijn_project_get_store (export->project),
      "SELECT id FROM known_revision UNION SELECT id FROM revision ORDER BY 1", error);
  GError *failure = NULL;

  if (known == NULL)
    return FALSE;
  while (lijn_cursor_next (known, &failure))
    {
      xmlTextWriterStartElement (export->writer, BAD_CAST "revision");
      write_attribute (export, "id", lijn_cursor_get_text (known, 0));
      xmlTextWriterEndElement (export->writer);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static gboolean
write_project (Export *export, GCancellable *cancellable, GError **error)
{
  xmlTextWriter *writer = export->writer;

  xmlTextWriterSetIndent (writer, 1);
  xmlTextWriterSetIndentString (writer, BAD_CAST "  ");
  xmlTextWriterStartDocument (writer, NULL, "UTF-8", NULL);
  xmlTextWriterStartElement (writer, BAD_CAST "waslijn");
  xmlTextWriterWriteFormatAttribute (writer, BAD_CAST "version", "%d", LIJN_XML_VERSION);
  xmlTextWriterWriteAttribute (writer, BAD_CAST "xmlns", BAD_CAST LIJN_XML_NAMESPACE);
  for (int table = 0; table < LIJN_N_TABLES; table++)
    if (!write_table (export, (LijnTable) table, cancellable, error))
      return FALSE;
  if (!write_revisions (export, error))
    return FALSE;
  xmlTextWriterEndDocument (writer);
  return TRUE;
}

static gboolean
fail_to_write (const char *path, int failure, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, LIJN_EXCHANGE_ERROR, LIJN_EXCHANGE_ERROR_WRITE,
               /* Translators: a file's name and the system's reason */
               _ ("“%s” could not be written: %s"), name, g_strerror (failure));
  return FALSE;
}

static gboolean
write_to (Export *export, const char *path, GCancellable *cancellable, GError **error)
{
  xmlOutputBuffer *output = xmlOutputBufferCreateIO (write_cb, close_cb, export, NULL);
  gboolean written;

  export->writer = output != NULL ? xmlNewTextWriter (output) : NULL;
  if (export->writer == NULL)
    g_error ("out of memory");
  written = write_project (export, cancellable, error);
  xmlFreeTextWriter (export->writer); /* flushes */
  if (written && (export->failure != 0 || fsync (export->fd) != 0))
    written = fail_to_write (path, export->failure != 0 ? export->failure : errno, error);
  return written;
}

gboolean
lijn_xml_export (LijnProject *project, const LijnAudience *audience, const char *path,
                 GCancellable *cancellable, GError **error)
{
  Export export = { .project = project, .audience = audience };
  g_autofree char *beside = g_strconcat (path, ".XXXXXX", NULL);
  GStatBuf old;
  gboolean done;

  export.fd = g_mkstemp_full (beside, O_RDWR | O_CLOEXEC, 0666);
  if (export.fd < 0)
    return fail_to_write (path, errno, error);
  /* What others could not read before, they cannot read now. */
  if (g_stat (path, &old) == 0 && S_ISREG (old.st_mode))
    fchmod (export.fd, old.st_mode & 0777);
  done = write_to (&export, path, cancellable, error);
  if (close (export.fd) != 0 && done)
    done = fail_to_write (path, errno, error);
  if (done && g_rename (beside, path) != 0)
    done = fail_to_write (path, errno, error);
  if (!done)
    g_unlink (beside);
  return done;
}
