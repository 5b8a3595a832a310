/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bpmn.h"

#include "lijn-xml-guard.h"

#include <glib/gi18n.h>

/* The import as a whole: read, map, load, tell. The tree goes as soon as the model is read. */

static LijnImportReport *
make_report (LijnBpmn *bpmn, const LijnXmlText *text)
{
  LijnImportReport *report = g_new0 (LijnImportReport, 1);

  report->notes = g_ptr_array_new_with_free_func (g_free);
  report->n_maps = bpmn->maps->len;
  for (guint i = 0; i < bpmn->maps->len; i++)
    {
      const LijnBpmnMap *map = g_ptr_array_index (bpmn->maps, i);

      report->n_elements += map->items->len;
      report->n_flows += map->links->len;
    }
  if (text->read_as != NULL)
    g_ptr_array_add (report->notes,
                     g_strdup_printf (_ ("The file is not in the encoding that it names; it was "
                                         "read as %s. Look at letters with accents."),
                                      text->read_as));
  lijn_bpmn_tell (bpmn, report->notes);
  return report;
}

gboolean
lijn_bpmn_import (LijnProject *project, const char *path, LijnImportReport **report,
                  GCancellable *cancellable, GError **error)
{
  g_autoptr (LijnXmlText) text = lijn_xml_text_load (path, LIJN_XML_MAX_BYTES, error);
  g_autoptr (xmlDoc) doc = text != NULL ? lijn_xml_text_parse (text, error) : NULL;
  g_autoptr (LijnBpmn) bpmn = doc != NULL ? lijn_bpmn_read (doc, text->name, error) : NULL;

  if (bpmn == NULL)
    return FALSE;
  g_clear_pointer (&doc, xmlFreeDoc);
  lijn_bpmn_make_maps (bpmn);
  if (!lijn_bpmn_load (bpmn, project, cancellable, error))
    return FALSE;
  if (report != NULL)
    *report = make_report (bpmn, text);
  return TRUE;
}
