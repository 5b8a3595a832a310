/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-xml-guard.h"

#include "lijn-exchange.h"
#include "lijn-text.h"

#include <glib/gi18n.h>
#include <libxml/parser.h>
#include <string.h>

/* A look through the markup before the parser, in one pass, keeping nothing but counts. It need not
 * tell good XML from bad, only never let through what is dear to parse:
 *
 *   - any <!DOCTYPE, and with it every entity, external or exploding;
 *   - many attributes on one element, which libxml2 2.9 compares pairwise (11.6 s for 100,000);
 *   - many namespace declarations in scope, which it walks through for every name;
 *   - depth beyond what any model has.
 *
 * Where this reading could differ from the parser's, it errs to the side of seeing more markup. */

typedef struct
{
  const LijnXmlText *text;
  const char *at;
  const char *end;
  guint depth;
  guint n_namespaces; /* in scope */
  guint16 declared[LIJN_XML_MAX_DEPTH + 1]; /* by each open element */
} Look;

static int
line_of (const Look *look)
{
  int line = 1;

  for (const char *p = look->text->text; p < look->at; p++)
    line += *p == '\n';
  return line;
}

/* Refuses with a sentence that has places for the file's name and the line. */
#define REFUSE(look, error, sentence)                                                              \
  (g_set_error (error, LIJN_EXCHANGE_ERROR, LIJN_EXCHANGE_ERROR_HOSTILE, sentence,                 \
                (look)->text->name, line_of (look)),                                               \
   FALSE)

/* Passes over all up to and with @close. */
static void
pass (Look *look, const char *close)
{
  gsize n = strlen (close);
  const char *found = memmem (look->at, (gsize) (look->end - look->at), close, n);

  look->at = found != NULL ? found + n : look->end;
}

/* Stands behind the name of an element; passes over its attributes. */
static gboolean
pass_attributes (Look *look, gboolean *empty, GError **error)
{
  const char *start = look->at;
  guint n_attributes = 0, n_declared = 0;

  *empty = FALSE;
  while (look->at < look->end && *look->at != '>')
    {
      const char *value;

      if (*look->at == '=')
        n_attributes++;
      if (g_ascii_isspace (look->at[0]) && strncmp (look->at + 1, "xmlns", 5) == 0)
        n_declared++;
      *empty = *look->at == '/';
      if (*look->at != '"' && *look->at != '\'')
        {
          look->at++;
          continue;
        }
      value = memchr (look->at + 1, *look->at, (gsize) (look->end - look->at - 1));
      look->at = value != NULL ? value + 1 : look->end;
      if (n_attributes > LIJN_XML_MAX_ATTRIBUTES || look->at - start > LIJN_XML_MAX_TAG)
        break;
    }
  if (n_attributes > LIJN_XML_MAX_ATTRIBUTES)
    return REFUSE (look, error,
                   _ ("“%s” was refused: line %d has more attributes than any model needs"));
  if (look->at - start > LIJN_XML_MAX_TAG)
    return REFUSE (look, error, _ ("“%s” was refused: line %d has attributes that are too long"));
  if (look->n_namespaces + n_declared > LIJN_XML_MAX_NAMESPACES)
    return REFUSE (look, error,
                   _ ("“%s” was refused: line %d declares more namespaces than any model needs"));
  if (!*empty)
    {
      look->declared[look->depth] = (guint16) n_declared;
      look->n_namespaces += n_declared;
    }
  return TRUE;
}

static gboolean
enter_element (Look *look, GError **error)
{
  gboolean empty;

  if (look->depth >= LIJN_XML_MAX_DEPTH)
    return REFUSE (look, error, _ ("“%s” was refused: line %d is nested deeper than any model is"));
  if (!pass_attributes (look, &empty, error))
    return FALSE;
  if (!empty)
    look->depth++;
  return TRUE;
}

static void
leave_element (Look *look)
{
  if (look->depth == 0)
    return;
  look->depth--;
  look->n_namespaces -= look->declared[look->depth];
}

/* Stands on a "<". */
static gboolean
look_at_markup (Look *look, GError **error)
{
  const char *at = look->at;

  if (g_str_has_prefix (at, "<!--"))
    {
      look->at += 4;
      pass (look, "-->");
    }
  else if (g_str_has_prefix (at, "<![CDATA["))
    pass (look, "]]>");
  else if (at[1] == '!')
    return REFUSE (
        look, error,
        _ ("“%s” was refused: line %d declares a document type, which may hide an attack"));
  else if (at[1] == '?')
    pass (look, "?>");
  else if (at[1] == '/')
    {
      leave_element (look);
      look->at += 2;
    }
  else
    {
      look->at++;
      return enter_element (look, error);
    }
  return TRUE;
}

/* Behind the look: should the two ever differ about a DOCTYPE, parsing stops there. */
static void
stop_at_subset_cb (void *context, const xmlChar *name, const xmlChar *external,
                   const xmlChar *system)
{
  xmlStopParser (context);
}

static xmlParserInputPtr
refuse_entity_cb (void *context, const xmlChar *public_id, const xmlChar *system_id)
{
  return NULL;
}

#define PARSE_OPTIONS                                                                              \
  (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT |                 \
   XML_PARSE_BIG_LINES | XML_PARSE_IGNORE_ENC | XML_PARSE_NOCDATA)

/* Returns: whether nothing in @text is a danger to a parser. */
static gboolean
is_safe (const LijnXmlText *text, GError **error)
{
  Look look = { .text = text, .at = text->text, .end = text->text + text->length };

  while ((look.at = memchr (look.at, '<', (gsize) (look.end - look.at))) != NULL)
    if (!look_at_markup (&look, error))
      return FALSE;
  return TRUE;
}

xmlDoc *
lijn_xml_text_parse (const LijnXmlText *text, GError **error)
{
  g_autoptr (xmlDoc) doc = NULL;
  xmlParserCtxt *parser;

  if (!is_safe (text, error))
    return NULL;

  parser = xmlNewParserCtxt ();
  if (parser == NULL)
    g_error ("out of memory");
  parser->sax->internalSubset = stop_at_subset_cb;
  parser->sax->resolveEntity = refuse_entity_cb;
  doc = xmlCtxtReadMemory (parser, text->text, (int) text->length, NULL, "UTF-8", PARSE_OPTIONS);
  if (doc == NULL || !parser->wellFormed)
    {
      lijn_xml_text_explain (text, xmlCtxtGetLastError (parser), error);
      g_clear_pointer (&doc, xmlFreeDoc);
    }
  xmlFreeParserCtxt (parser);
  return g_steal_pointer (&doc);
}

xmlTextReader *
lijn_xml_text_walk (const LijnXmlText *text, GError **error)
{
  g_autoptr (xmlTextReader) reader = NULL;

  if (!is_safe (text, error))
    return NULL;
  reader = xmlReaderForMemory (text->text, (int) text->length, NULL, "UTF-8", PARSE_OPTIONS);
  if (reader == NULL)
    lijn_xml_text_explain (text, NULL, error);
  return g_steal_pointer (&reader);
}

void
lijn_xml_text_explain (const LijnXmlText *text, const xmlError *found, GError **error)
{
  g_autofree char *why = found != NULL ? lijn_text_one_line (found->message) : NULL;

  if (why == NULL || *why == '\0')
    g_set_error (error, LIJN_EXCHANGE_ERROR, LIJN_EXCHANGE_ERROR_BAD,
                 _ ("“%s” is not well-formed XML"), text->name);
  else
    g_set_error (error, LIJN_EXCHANGE_ERROR, LIJN_EXCHANGE_ERROR_BAD,
                 /* Translators: a file's name, a line number, and what the XML parser says */
                 _ ("“%s” is not well-formed XML. Line %d: %s"), text->name, found->line, why);
}

char *
lijn_xml_text_sniff (const LijnXmlText *text, GError **error)
{
  g_autoptr (xmlTextReader) reader = lijn_xml_text_walk (text, error);

  while (reader != NULL && xmlTextReaderRead (reader) == 1)
    if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT)
      {
        const char *space = (const char *) xmlTextReaderConstNamespaceUri (reader);

        return g_strdup_printf ("{%s}%s", space != NULL ? space : "",
                                (const char *) xmlTextReaderConstLocalName (reader));
      }
  if (reader != NULL)
    lijn_xml_text_explain (text, xmlGetLastError (), error);
  return NULL;
}
