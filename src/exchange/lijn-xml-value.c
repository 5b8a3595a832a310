/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-xml-import.h"

#include "lijn-text.h"
#include "lijn-xml-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* The values of a row, from XML's form to that of lijn_load_put(): short ones are attributes, long
 * ones elements. */

/* Values of a row that are elements. A long one comes in a few pieces; each further piece copies what
 * came before, so that a file of nothing but pieces would keep the reader busy for ever. */
#define MOST_CHILDREN 256

static const char *
current_value (LijnXmlImport *import)
{
  const char *value = (const char *) xmlTextReaderConstValue (import->reader);

  return value != NULL ? value : "";
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
convert (LijnXmlImport *import, LijnTable table, const LijnColumn *column, const char *value)
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
keep_value (LijnXmlImport *import, int column, char *value)
{
  g_free (import->values->pdata[column]);
  import->values->pdata[column] = value;
}

/* Returns: (transfer full) (nullable): the text in the current element, which has no others. */
static char *
read_text (LijnXmlImport *import, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int depth = xmlTextReaderDepth (import->reader);

  if (xmlTextReaderIsEmptyElement (import->reader))
    return g_string_free (g_steal_pointer (&text), FALSE);
  while (lijn_xml_import_step (import, error) == 1)
    {
      int type = xmlTextReaderNodeType (import->reader);

      if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (import->reader) == depth)
        return g_string_free (g_steal_pointer (&text), FALSE);
      if (type == XML_READER_TYPE_ELEMENT)
        {
          lijn_xml_import_fail (import, error, _ ("“%s” does not belong here."),
                                lijn_xml_import_name (import));
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

gboolean
lijn_xml_read_attributes (LijnXmlImport *import, LijnTable table, char **id, GError **error)
{
  const LijnTableInfo *info = lijn_table_info (table);

  for (int more = xmlTextReaderMoveToFirstAttribute (import->reader); more == 1;
       more = xmlTextReaderMoveToNextAttribute (import->reader))
    {
      const char *name = lijn_xml_import_name (import);
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
        return lijn_xml_import_fail (import, error, _ ("“%s” is not known of “%s”."), name,
                                     lijn_xml_word (info->name));
      converted = convert (import, table, &info->columns[column], value);
      if (converted == NULL)
        return lijn_xml_import_fail (import, error, _ ("“%s” is not a value of “%s”."), value,
                                     name);
      keep_value (import, column, converted);
    }
  xmlTextReaderMoveToElement (import->reader);
  return TRUE;
}

gboolean
lijn_xml_read_child (LijnXmlImport *import, LijnTable table, GError **error)
{
  const LijnTableInfo *info = lijn_table_info (table);
  g_autofree char *name = g_strdup (lijn_xml_import_name (import));
  int column = lijn_xml_import_is_ours (import) ? lijn_xml_find_column (table, name) : -1;
  xmlChar *coding = xmlTextReaderGetAttribute (import->reader, BAD_CAST "coding");
  gboolean is_base64 = g_strcmp0 ((const char *) coding, "base64") == 0;
  g_autofree char *text = NULL;
  const char *before;

  xmlFree (coding);
  if (import->n_children++ >= MOST_CHILDREN)
    return lijn_xml_import_fail (import, error, _ ("“%s” does not belong here."), name);
  if (column < 0 || (info->columns[column].kind != LIJN_COLUMN_TEXT &&
                     info->columns[column].kind != LIJN_COLUMN_BLOB))
    return lijn_xml_import_fail (import, error, _ ("“%s” is not known of “%s”."), name,
                                 lijn_xml_word (info->name));
  text = read_text (import, error);
  if (text == NULL)
    return FALSE;
  if (is_base64 && info->columns[column].kind == LIJN_COLUMN_TEXT)
    decode_text (&text);
  before = import->values->pdata[column];
  keep_value (import, column, g_strconcat (before != NULL ? before : "", text, NULL));
  return TRUE;
}
