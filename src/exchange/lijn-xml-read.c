/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-exchange.h"

#include "lijn-id.h"
#include "lijn-load.h"
#include "lijn-text.h"
#include "lijn-xml-guard.h"
#include "lijn-xml-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* Row by row through the file, into one transaction. The reader is strict: a word that this version
 * does not know is an error that names its line, since to skip it would be to lose it. */

/* Values of a row that are elements. A long one comes in a few pieces; each further piece copies what
 * came before, so that a file of nothing but pieces would keep the reader busy for ever. */
#define MOST_CHILDREN 256

typedef struct
{
  LijnProject *project;
  const LijnXmlText *text;
  xmlTextReader *reader;
  LijnLoad *load;
  LijnImportReport *report;
  gboolean fresh; /* nothing is in the project yet */
  int first_friction, first_session; /* what is added to their numbers */
  GPtrArray *values; /* (element-type utf8): of the row being read; NULL where it has none */
  guint n_children; /* of the row being read */
  guint n_revisions;
} Import;

G_GNUC_PRINTF (3, 4)
static gboolean
fail (Import *import, GError **error, const char *format, ...)
{
  g_autofree char *why = NULL;
  va_list values;

  va_start (values, format);
  why = g_strdup_vprintf (format, values);
  va_end (values);
  g_set_error (error, LIJN_EXCHANGE_ERROR, LIJN_EXCHANGE_ERROR_BAD,
               /* Translators: a file's name, a line number, and a sentence on what is wrong */
               _ ("“%s”, line %d: %s"), import->text->name,
               xmlTextReaderGetParserLineNumber (import->reader), why);
  return FALSE;
}

/* Goes on. Returns: 1, 0 at the end, or -1 with @error set. */
static int
step (Import *import, GError **error)
{
  int found = xmlTextReaderRead (import->reader);

  if (found < 0)
    lijn_xml_text_explain (import->text, xmlGetLastError (), error);
  return found;
}

static const char *
local_name (Import *import)
{
  return (const char *) xmlTextReaderConstLocalName (import->reader);
}

static const char *
current_value (Import *import)
{
  const char *value = (const char *) xmlTextReaderConstValue (import->reader);

  return value != NULL ? value : "";
}

static gboolean
is_ours (Import *import)
{
  return g_strcmp0 ((const char *) xmlTextReaderConstNamespaceUri (import->reader),
                    LIJN_XML_NAMESPACE) == 0;
}

/* Values, from XML's form to that of lijn_load_put(). What XML leaves out is at its default, and is
 * put as such: what a load is not told, it makes up. */

static const char *
default_of (const LijnColumn *column)
{
  if (column->kind == LIJN_COLUMN_ENUM)
    return column->nicks[0];
  return column->kind == LIJN_COLUMN_REAL ? "0" : NULL;
}

static char *
read_time (const char *value)
{
  gint64 time = 0;

  if (!g_ascii_string_to_signed (value, 10, G_MININT64, G_MAXINT64, &time, NULL))
    time = lijn_time_from_iso (value);
  return time != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, time) : NULL;
}

static char *
shift_number (const char *value, int first)
{
  gint64 number = 0;

  if (first == 0 || !g_ascii_string_to_signed (value, 10, 0, G_MAXINT32, &number, NULL) ||
      number == 0)
    return g_strdup (value);
  return g_strdup_printf ("%" G_GINT64_FORMAT, number + first);
}

/* Returns: (transfer full) (nullable): the value to put, NULL when it is not one. */
static char *
convert (Import *import, LijnTable table, const LijnColumn *column, const char *value)
{
  switch (column->kind)
    {
    case LIJN_COLUMN_TIME:
      return read_time (value);
    case LIJN_COLUMN_FLAG:
      return g_str_equal (value, "true") || g_str_equal (value, "1")    ? g_strdup ("1")
             : g_str_equal (value, "false") || g_str_equal (value, "0") ? g_strdup ("0")
                                                                        : NULL;
    case LIJN_COLUMN_INT:
      if (!g_str_equal (column->name, "number"))
        return g_strdup (value);
      return shift_number (value, table == LIJN_TABLE_FRICTION  ? import->first_friction
                                  : table == LIJN_TABLE_SESSION ? import->first_session
                                                                : 0);
    case LIJN_COLUMN_BLOB:
      return NULL; /* never an attribute */
    case LIJN_COLUMN_TEXT:
    case LIJN_COLUMN_DATE:
    case LIJN_COLUMN_REAL:
    case LIJN_COLUMN_NUM:
    case LIJN_COLUMN_ENUM:
    case LIJN_COLUMN_OWNER:
    case LIJN_COLUMN_LINK:
    case LIJN_COLUMN_NOTE:
    case LIJN_COLUMN_PART:
    case LIJN_COLUMN_FOR:
    default:
      return g_strdup (value);
    }
}

static void
keep_value (Import *import, int column, char *value)
{
  g_free (import->values->pdata[column]);
  import->values->pdata[column] = value;
}

static gboolean
read_attributes (Import *import, LijnTable table, char **id, GError **error)
{
  const LijnTableInfo *info = lijn_table_info (table);

  for (int more = xmlTextReaderMoveToFirstAttribute (import->reader); more == 1;
       more = xmlTextReaderMoveToNextAttribute (import->reader))
    {
      const char *name = local_name (import);
      const char *value = current_value (import);
      int column = lijn_xml_find_column (table, name);
      char *converted;

      if (xmlTextReaderIsNamespaceDecl (import->reader))
        continue;
      if (g_str_equal (name, "id") && *id == NULL)
        {
          *id = g_strdup (value);
          continue;
        }
      if (column < 0)
        return fail (import, error, _ ("“%s” is not known of “%s”."), name,
                     lijn_xml_word (info->name));
      converted = convert (import, table, &info->columns[column], value);
      if (converted == NULL)
        return fail (import, error, _ ("“%s” is not a value of “%s”."), value, name);
      keep_value (import, column, converted);
    }
  xmlTextReaderMoveToElement (import->reader);
  return TRUE;
}

/* Returns: (transfer full) (nullable): the text in the current element, which has no others. */
static char *
read_text (Import *import, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int depth = xmlTextReaderDepth (import->reader);

  if (xmlTextReaderIsEmptyElement (import->reader))
    return g_string_free (g_steal_pointer (&text), FALSE);
  while (step (import, error) == 1)
    {
      int type = xmlTextReaderNodeType (import->reader);

      if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (import->reader) == depth)
        return g_string_free (g_steal_pointer (&text), FALSE);
      if (type == XML_READER_TYPE_ELEMENT)
        {
          fail (import, error, _ ("“%s” does not belong here."), local_name (import));
          return NULL;
        }
      if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
          type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE || type == XML_READER_TYPE_WHITESPACE)
        g_string_append (text, current_value (import));
    }
  return NULL;
}

/* Text that no XML can hold comes as base64. */
static void
decode_text (char **text)
{
  gsize length;
  g_autofree guchar *bytes = g_base64_decode (*text, &length);

  g_free (*text);
  *text = g_strndup ((const char *) bytes, length);
}

/* A value that is an element; a second one of the same name goes on where the first ended. */
static gboolean
read_child (Import *import, LijnTable table, GError **error)
{
  const LijnTableInfo *info = lijn_table_info (table);
  g_autofree char *name = g_strdup (local_name (import));
  int column = is_ours (import) ? lijn_xml_find_column (table, name) : -1;
  xmlChar *coding = xmlTextReaderGetAttribute (import->reader, BAD_CAST "coding");
  gboolean is_base64 = g_strcmp0 ((const char *) coding, "base64") == 0;
  g_autofree char *text = NULL;
  const char *before;

  xmlFree (coding);
  if (import->n_children++ >= MOST_CHILDREN)
    return fail (import, error, _ ("“%s” does not belong here."), name);
  if (column < 0 || (info->columns[column].kind != LIJN_COLUMN_TEXT &&
                     info->columns[column].kind != LIJN_COLUMN_BLOB))
    return fail (import, error, _ ("“%s” is not known of “%s”."), name, lijn_xml_word (info->name));
  text = read_text (import, error);
  if (text == NULL)
    return FALSE;
  if (is_base64 && info->columns[column].kind == LIJN_COLUMN_TEXT)
    decode_text (&text);
  before = import->values->pdata[column];
  keep_value (import, column, g_strconcat (before != NULL ? before : "", text, NULL));
  return TRUE;
}

/* Rows. */

static gboolean
put_about (Import *import, const LijnLoadCell *cells, gsize n, GError **error)
{
  LijnAbout *about = lijn_project_get_about (import->project);

  if (!import->fresh || about == NULL || n == 0)
    return TRUE;
  return lijn_load_set (import->load, LIJN_TABLE_ABOUT, lijn_object_get_id (LIJN_OBJECT (about)),
                        cells, n, error);
}

static gboolean
put_row (Import *import, LijnTable table, const char *id, GError **error)
{
  const LijnTableInfo *info = lijn_table_info (table);
  g_autofree LijnLoadCell *cells = g_new (LijnLoadCell, info->n_columns);
  gsize n = 0;

  for (guint i = 0; i < info->n_columns; i++)
    {
      const char *value = import->values->pdata[i];

      if (value == NULL)
        value = default_of (&info->columns[i]);
      if (value != NULL)
        cells[n++] = (LijnLoadCell){ info->columns[i].name, value };
    }
  if (table == LIJN_TABLE_ABOUT)
    return put_about (import, cells, n, error);
  if (id == NULL || !lijn_id_is_valid (id))
    return fail (import, error, _ ("“%s” is not an id."), id != NULL ? id : "");
  if (lijn_project_find_any (import->project, id) != NULL)
    return fail (import, error,
                 _ ("“%s” is in this project already. Import this file into a new project."), id);
  import->report->n_maps += table == LIJN_TABLE_MAP;
  import->report->n_elements += table == LIJN_TABLE_ELEMENT;
  import->report->n_flows += table == LIJN_TABLE_FLOW;
  if (lijn_load_put (import->load, table, id, cells, n, error) != NULL)
    return TRUE;
  g_prefix_error (error, _ ("“%s”, line %d: "), import->text->name,
                  xmlTextReaderGetParserLineNumber (import->reader));
  return FALSE;
}

static gboolean
read_row (Import *import, LijnTable table, GError **error)
{
  int depth = xmlTextReaderDepth (import->reader);
  gboolean empty = xmlTextReaderIsEmptyElement (import->reader);
  g_autofree char *id = NULL;
  int found = 1;

  import->n_children = 0;
  g_ptr_array_set_size (import->values, 0);
  g_ptr_array_set_size (import->values, (int) lijn_table_info (table)->n_columns);
  if (!read_attributes (import, table, &id, error))
    return FALSE;
  while (!empty && (found = step (import, error)) == 1)
    {
      int type = xmlTextReaderNodeType (import->reader);

      if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (import->reader) == depth)
        break;
      if (type == XML_READER_TYPE_ELEMENT && !read_child (import, table, error))
        return FALSE;
    }
  return found == 1 && put_row (import, table, id, error);
}

static gboolean
read_revision (Import *import, GError **error)
{
  xmlChar *id = xmlTextReaderGetAttribute (import->reader, BAD_CAST "id");
  gboolean known = lijn_id_is_valid ((const char *) id)
                       ? lijn_load_know (import->load, (const char *) id, error)
                       : fail (import, error, _ ("“%s” is not an id."),
                               id != NULL ? (const char *) id : "");

  xmlFree (id);
  return known;
}

static gboolean
read_root (Import *import, GError **error)
{
  xmlChar *version;
  gint64 number = 0;
  int found;

  while ((found = step (import, error)) == 1 &&
         xmlTextReaderNodeType (import->reader) != XML_READER_TYPE_ELEMENT)
    ;
  if (found != 1)
    return FALSE;
  if (!is_ours (import) || !g_str_equal (local_name (import), "waslijn"))
    return fail (import, error, _ ("This is not a Waslijn project."));
  version = xmlTextReaderGetAttribute (import->reader, BAD_CAST "version");
  if (version == NULL ||
      !g_ascii_string_to_signed ((const char *) version, 10, 1, G_MAXINT32, &number, NULL))
    fail (import, error, _ ("It does not tell its version."));
  else if (number > LIJN_XML_VERSION)
    {
      fail (import, error,
            _ ("It was made by a newer version of Waslijn. Install that version to import it."));
      number = 0;
    }
  xmlFree (version);
  return number > 0;
}

static gboolean
read_all (Import *import, GCancellable *cancellable, GError **error)
{
  int found;

  if (!read_root (import, error))
    return FALSE;
  while ((found = step (import, error)) == 1)
    {
      int table;

      if (xmlTextReaderNodeType (import->reader) != XML_READER_TYPE_ELEMENT)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      table = is_ours (import) ? lijn_xml_find_table (local_name (import)) : -1;
      if (table >= 0 ? !read_row (import, (LijnTable) table, error)
          : is_ours (import) && g_str_equal (local_name (import), "revision")
              ? !read_revision (import, error)
              : !fail (import, error, _ ("“%s” is not known."), local_name (import)))
        return FALSE;
    }
  return found == 0;
}

/* What is there already. */

static int
last_number (LijnProject *project, LijnTable table)
{
  GListModel *list = lijn_project_list (project, table);
  int column = lijn_table_find_column (table, "number");
  gint64 last = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (LijnObject) object = g_list_model_get_item (list, i);

      last = MAX (last, lijn_object_get_int (object, column));
    }
  return (int) MIN (last, G_MAXINT - 1);
}

static gboolean
is_fresh (LijnProject *project)
{
  for (int table = 0; table < LIJN_N_TABLES; table++)
    if (table != LIJN_TABLE_ABOUT && lijn_project_count (project, (LijnTable) table) > 0)
      return FALSE;
  return TRUE;
}

static void
look_around (Import *import)
{
  import->fresh = is_fresh (import->project);
  import->first_friction = last_number (import->project, LIJN_TABLE_FRICTION);
  import->first_session = last_number (import->project, LIJN_TABLE_SESSION);
  if (!import->fresh)
    g_ptr_array_add (import->report->notes,
                     g_strdup (_ ("The project keeps its own title and description.")));
  if (import->first_friction > 0)
    g_ptr_array_add (import->report->notes,
                     g_strdup_printf (_ ("Friction points that came in are numbered from %d."),
                                      import->first_friction + 1));
}

gboolean
lijn_xml_import (LijnProject *project, const char *path, LijnImportReport **report,
                 GCancellable *cancellable, GError **error)
{
  g_autoptr (LijnXmlText) text = lijn_xml_text_load (path, LIJN_XML_MAX_BYTES, error);
  g_autoptr (xmlTextReader) reader = text != NULL ? lijn_xml_text_walk (text, error) : NULL;
  g_autoptr (LijnImportReport) told = g_new0 (LijnImportReport, 1);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (LijnLoad) load = NULL;
  Import import = { project, text, reader, NULL, told };

  if (reader == NULL)
    return FALSE;
  told->notes = g_ptr_array_new_with_free_func (g_free);
  import.values = values;
  look_around (&import);
  import.load = load = lijn_load_begin (project, _ ("Import project"), error);
  if (load == NULL || !read_all (&import, cancellable, error) ||
      !lijn_load_finish (g_steal_pointer (&load), error))
    return FALSE;
  if (report != NULL)
    *report = g_steal_pointer (&told);
  return TRUE;
}
