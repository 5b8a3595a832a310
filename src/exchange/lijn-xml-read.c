/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-xml-import.h"

#include "lijn-id.h"
#include "lijn-xml-words.h"

#include <glib/gi18n.h>

/* Row by row through the file, into one transaction. The reader is strict: a word that this version
 * does not know is an error that names its line, since to skip it would be to lose it. */

/* What XML leaves out is at its default, and is put as such: what a load is not told, it makes up. */
static const char *
default_of (const LijnColumn *column)
{
  if (column->kind == LIJN_COLUMN_ENUM)
    return column->nicks[0];
  return column->kind == LIJN_COLUMN_REAL ? "0" : NULL;
}

static gboolean
put_about (LijnXmlImport *import, const LijnLoadCell *cells, gsize n, GError **error)
{
  LijnAbout *about = lijn_project_get_about (import->project);

  if (!import->fresh || about == NULL || n == 0)
    return TRUE;
  return lijn_load_set (import->load, LIJN_TABLE_ABOUT, lijn_object_get_id (LIJN_OBJECT (about)),
                        cells, n, error);
}

static gboolean
put_row (LijnXmlImport *import, LijnTable table, const char *id, GError **error)
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
    return lijn_xml_import_fail (import, error, _ ("“%s” is not an id."), id != NULL ? id : "");
  if (lijn_project_find_any (import->project, id) != NULL)
    return lijn_xml_import_fail (
        import, error, _ ("“%s” is in this project already. Import this file into a new project."),
        id);
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
read_row (LijnXmlImport *import, LijnTable table, GError **error)
{
  int depth = xmlTextReaderDepth (import->reader);
  gboolean empty = xmlTextReaderIsEmptyElement (import->reader);
  g_autofree char *id = NULL;
  int found = 1;

  import->n_children = 0;
  g_ptr_array_set_size (import->values, 0);
  g_ptr_array_set_size (import->values, (int) lijn_table_info (table)->n_columns);
  if (!lijn_xml_read_attributes (import, table, &id, error))
    return FALSE;
  while (!empty && (found = lijn_xml_import_step (import, error)) == 1)
    {
      int type = xmlTextReaderNodeType (import->reader);

      if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (import->reader) == depth)
        break;
      if (type == XML_READER_TYPE_ELEMENT && !lijn_xml_read_child (import, table, error))
        return FALSE;
    }
  return found == 1 && put_row (import, table, id, error);
}

static gboolean
read_revision (LijnXmlImport *import, GError **error)
{
  xmlChar *id = xmlTextReaderGetAttribute (import->reader, BAD_CAST "id");
  gboolean known = lijn_id_is_valid ((const char *) id)
                       ? lijn_load_know (import->load, (const char *) id, error)
                       : lijn_xml_import_fail (import, error, _ ("“%s” is not an id."),
                                               id != NULL ? (const char *) id : "");

  xmlFree (id);
  return known;
}

static gboolean
read_root (LijnXmlImport *import, GError **error)
{
  xmlChar *version;
  gint64 number = 0;
  int found;

  while ((found = lijn_xml_import_step (import, error)) == 1 &&
         xmlTextReaderNodeType (import->reader) != XML_READER_TYPE_ELEMENT)
    ;
  if (found != 1)
    return FALSE;
  if (!lijn_xml_import_is_ours (import) || !g_str_equal (lijn_xml_import_name (import), "waslijn"))
    return lijn_xml_import_fail (import, error, _ ("This is not a Waslijn project."));
  version = xmlTextReaderGetAttribute (import->reader, BAD_CAST "version");
  if (version == NULL ||
      !g_ascii_string_to_signed ((const char *) version, 10, 1, G_MAXINT32, &number, NULL))
    lijn_xml_import_fail (import, error, _ ("It does not tell its version."));
  else if (number > LIJN_XML_VERSION)
    {
      lijn_xml_import_fail (
          import, error,
          _ ("It was made by a newer version of Waslijn. Install that version to import it."));
      number = 0;
    }
  xmlFree (version);
  return number > 0;
}

static gboolean
read_all (LijnXmlImport *import, GCancellable *cancellable, GError **error)
{
  int found;

  if (!read_root (import, error))
    return FALSE;
  while ((found = lijn_xml_import_step (import, error)) == 1)
    {
      int table;

      if (xmlTextReaderNodeType (import->reader) != XML_READER_TYPE_ELEMENT)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      table = lijn_xml_import_is_ours (import) ? lijn_xml_find_table (lijn_xml_import_name (import))
                                               : -1;
      if (table >= 0 ? !read_row (import, (LijnTable) table, error)
          : lijn_xml_import_is_ours (import) &&
                  g_str_equal (lijn_xml_import_name (import), "revision")
              ? !read_revision (import, error)
              : !lijn_xml_import_fail (import, error, _ ("“%s” is not known."),
                                       lijn_xml_import_name (import)))
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
look_around (LijnXmlImport *import)
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
lijn_xml_import_fail (LijnXmlImport *import, GError **error, const char *format, ...)
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

int
lijn_xml_import_step (LijnXmlImport *import, GError **error)
{
  int found = xmlTextReaderRead (import->reader);

  if (found < 0)
    lijn_xml_text_explain (import->text, xmlGetLastError (), error);
  return found;
}

const char *
lijn_xml_import_name (LijnXmlImport *import)
{
  return (const char *) xmlTextReaderConstLocalName (import->reader);
}

gboolean
lijn_xml_import_is_ours (LijnXmlImport *import)
{
  return g_strcmp0 ((const char *) xmlTextReaderConstNamespaceUri (import->reader),
                    LIJN_XML_NAMESPACE) == 0;
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
  LijnXmlImport import = { project, text, reader, NULL, told };

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
