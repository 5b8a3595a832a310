/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-audience.h"
#include "lijn-edit.h"

G_BEGIN_DECLS

/* Files of other kinds, in and out. Everything that comes in is untrusted: capped in size, no
 * DOCTYPE, no entities, no network. A file is taken whole, as one transaction, or not at all; what
 * has no place in a project is told, not dropped silently. Everything that goes out is made for an
 * audience, written beside its place and renamed. */

#define LIJN_EXCHANGE_ERROR (lijn_exchange_error_quark ())
GQuark lijn_exchange_error_quark (void);

typedef enum
{
  LIJN_EXCHANGE_ERROR_READ, /* cannot be read from disk */
  LIJN_EXCHANGE_ERROR_KIND, /* not a kind of file that can be imported */
  LIJN_EXCHANGE_ERROR_BAD, /* not well-formed, or not what it says it is */
  LIJN_EXCHANGE_ERROR_HOSTILE, /* holds what only an attack holds */
  LIJN_EXCHANGE_ERROR_WRITE,
} LijnExchangeError;

typedef void (*LijnExchangeProgress) (double part, gpointer data);

/* What an import did and left out. */
typedef struct
{
  guint n_maps, n_elements, n_flows;
  GPtrArray *notes; /* (element-type utf8): translated sentences on what has no place or was
                       changed, each once with a count */
} LijnImportReport;

void lijn_import_report_free (LijnImportReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LijnImportReport, lijn_import_report_free)

/* Imports the file at @path, whose kind is found from its content (BPMN 2.0, Waslijn XML, capture
 * text by suffix .txt, lists of persons by theirs; see lijn-people.h), into @project.
 *
 * @report: (out) (optional) (transfer full). */
gboolean lijn_exchange_import (LijnProject *project, const char *path, LijnImportReport **report,
                               LijnExchangeProgress progress, gpointer data,
                               GCancellable *cancellable, GError **error);

/* lijn-bpmn-read.c, lijn-xml-read.c */
gboolean lijn_bpmn_import (LijnProject *project, const char *path, LijnImportReport **report,
                           GCancellable *cancellable, GError **error);
gboolean lijn_xml_import (LijnProject *project, const char *path, LijnImportReport **report,
                          GCancellable *cancellable, GError **error);

/* lijn-xml-write.c: everything that @audience may see, in the words of the glossary, streaming. */
gboolean lijn_xml_export (LijnProject *project, const LijnAudience *audience, const char *path,
                          GCancellable *cancellable, GError **error);

/* lijn-templates.c: the built-in projects. */
typedef struct
{
  const char *name; /* "claims": for --template */
  const char *title; /* translated */
  const char *description; /* translated */
} LijnTemplate;

/* The first is "blank". */
const LijnTemplate *lijn_templates_list (guint *n);

/* Makes a new project file at @path from the template called @name. (transfer full) (nullable) */
LijnProject *lijn_templates_create (const char *name, const char *path, GError **error);

G_END_DECLS
