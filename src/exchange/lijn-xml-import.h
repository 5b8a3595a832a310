/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-exchange.h"

#include "lijn-load.h"
#include "lijn-xml-guard.h"

G_BEGIN_DECLS

/* Reading Waslijn XML, shared between lijn-xml-read.c, which reads the file row by row, and
 * lijn-xml-value.c, which reads what is in a row. */

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
} LijnXmlImport;

/* Returns: FALSE, with the file's name, the line and the message in @error. */
gboolean lijn_xml_import_fail (LijnXmlImport *import, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* Goes on. Returns: 1, 0 at the end, or -1 with @error set. */
int lijn_xml_import_step (LijnXmlImport *import, GError **error);

/* Returns: (transfer none): what the present element or attribute is called. */
const char *lijn_xml_import_name (LijnXmlImport *import);
gboolean lijn_xml_import_is_ours (LijnXmlImport *import); /* of our namespace */

/* lijn-xml-value.c: each keeps what it reads in `values`. */

/* Reads the attributes of a row; *@id (transfer full) stays NULL when there is none. */
gboolean lijn_xml_read_attributes (LijnXmlImport *import, LijnTable table, char **id,
                                   GError **error);

/* Reads a value that is an element; a second one of the same name goes on where the first ended. */
gboolean lijn_xml_read_child (LijnXmlImport *import, LijnTable table, GError **error);

G_END_DECLS
