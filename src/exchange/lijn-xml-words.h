/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-schema.h"

G_BEGIN_DECLS

/* Waslijn XML, which waslijn.xsd describes: a project as rows, an element a row, in the words of
 * the file's tables and columns with hyphens for underscores.
 *
 *   <waslijn version="1" xmlns="urn:waslijn:project:1">
 *     <party id="k3…" role="customer" name="Broker" rank="1"/>
 *     <lane id="b5…" map="a7…" party="k3…" name="Claims desk" height="112" rank="1"/>
 *     …
 *     <revision id="q2…"/>
 *   </waslijn>
 *
 * A value is an attribute, left out at its default; a reference is the id of the row referred to.
 * Prose, long text and bytes are elements inside the row's. Text that XML cannot hold, and bytes,
 * are base64 (coding="base64"); what is longer than a parser takes at once is in several elements,
 * one behind the other. Times are UTC in ISO 8601. */

#define LIJN_XML_NAMESPACE "urn:waslijn:project:1"
#define LIJN_XML_VERSION 1

/* Returns: (transfer none): @word as it is written in XML: agenda_item → "agenda-item". For names
 * of tables and columns only: each is kept. */
const char *lijn_xml_word (const char *word);

/* Returns: the table or column that the XML name @word stands for, or -1. */
int lijn_xml_find_table (const char *word);
int lijn_xml_find_column (LijnTable table, const char *word);

/* Returns: whether TEXT column @name is prose, always an element and never an attribute. */
gboolean lijn_xml_is_prose (const char *name);

/* Returns: whether all characters of @text can stand in XML 1.0. */
gboolean lijn_xml_can_hold (const char *text);

G_END_DECLS
