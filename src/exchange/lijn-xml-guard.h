/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>

G_BEGIN_DECLS

/* XML from outside. A file is read whole, brought to UTF-8, and looked through for what costs too
 * much or reaches elsewhere (a DOCTYPE, thousands of attributes on one element, deep nesting)
 * before libxml2 sees a byte of it. Errors are LijnExchangeError; their messages are for people,
 * and name the file and where there is one the line. */

#define LIJN_XML_MAX_BYTES (256 * 1024 * 1024)
#define LIJN_XML_MAX_DEPTH 200
#define LIJN_XML_MAX_ATTRIBUTES 256 /* on one element */
#define LIJN_XML_MAX_TAG (1024 * 1024) /* bytes of one start tag */
#define LIJN_XML_MAX_NAMESPACES 256 /* declared around one element */

typedef struct
{
  char *name; /* the file's name without folder, for messages */
  char *text; /* UTF-8, without byte order mark and XML declaration; ended by a NUL */
  gsize length;
  char *read_as; /* the encoding it was read in, where that is not the one it claims; else NULL */
} LijnXmlText;

void lijn_xml_text_free (LijnXmlText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnXmlText, lijn_xml_text_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlTextReader, xmlFreeTextReader)

/* Reads the regular file at @path, at most @max_bytes of it, and brings it to UTF-8. Text in the
 * wrong encoding is read as Windows-1252.
 *
 * Returns: (transfer full): its text, which need not be XML, or NULL. */
LijnXmlText *lijn_xml_text_load (const char *path, gsize max_bytes, GError **error);

/* Returns: (transfer full): the tree of @text, once it is safe and well-formed, or NULL. */
xmlDoc *lijn_xml_text_parse (const LijnXmlText *text, GError **error);

/* Returns: (transfer full): a reader that walks through @text, once it is safe, or NULL. @text must
 * outlive it. What the reader finds wrong, lijn_xml_text_explain() says. */
xmlTextReader *lijn_xml_text_walk (const LijnXmlText *text, GError **error);

/* Sets @error to what libxml2 found wrong (nullable: in words of our own). */
void lijn_xml_text_explain (const LijnXmlText *text, const xmlError *found, GError **error);

/* Returns: (transfer full): the namespace and local name of the first element as "{urn:x}name", or
 * NULL when @text is not safe or not XML. */
char *lijn_xml_text_sniff (const LijnXmlText *text, GError **error);

G_END_DECLS
