/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-exchange.h"

#include "lijn-capture-state.h"
#include "lijn-capture.h"
#include "lijn-people.h"
#include "lijn-xml-guard.h"
#include "lijn-xml-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a file is, from what is in it; only plain text goes by its suffix, having no other sign. */
typedef enum
{
  KIND_NONE,
  KIND_BPMN,
  KIND_XML,
  KIND_CAPTURE,
} Kind;

static gboolean
looks_like_xml (const LijnXmlText *text)
{
  return text->text[strspn (text->text, " \t\r\n")] == '<';
}

static Kind
find_kind (const LijnXmlText *text, GError **error)
{
  g_autofree char *root = NULL;
  g_autofree char *lower = g_ascii_strdown (text->name, -1);

  if (!looks_like_xml (text))
    {
      if (g_str_has_suffix (lower, ".txt"))
        return KIND_CAPTURE;
    }
  else
    {
      root = lijn_xml_text_sniff (text, error);
      if (root == NULL)
        return KIND_NONE;
      if (g_str_has_prefix (root, "{" LIJN_XML_NAMESPACE "}"))
        return KIND_XML;
      if (g_str_has_suffix (root, "}definitions"))
        return KIND_BPMN;
    }
  g_set_error (error, LIJN_EXCHANGE_ERROR, LIJN_EXCHANGE_ERROR_KIND,
               _ ("“%s” is not a kind of file that can be imported. BPMN 2.0 models, Waslijn XML, "
                  "capture text (.txt) and lists of persons (.csv, .vcf) can be."),
               text->name);
  return KIND_NONE;
}

/* A file tells who speaks in it by itself: what it draws is not drawn for whoever speaks now. */
static gboolean
capture_as_it_says (LijnProject *project, const char *text, GError **error)
{
  g_autoptr (LijnCapture) capture = lijn_capture_new (project, NULL);
  LijnStore *store = lijn_project_get_store (project);
  g_autofree char *speaker = g_strdup (lijn_store_get_speaker (store));
  gboolean done;

  lijn_capture_set_speaker (capture, NULL);
  done = lijn_capture_text (capture, text, error);
  lijn_capture_set_speaker (capture, lijn_project_find (project, LIJN_TABLE_PARTY, speaker));
  return done;
}

static gboolean
import_capture (LijnProject *project, const LijnXmlText *text, LijnImportReport **report,
                GError **error)
{
  guint n_maps = lijn_project_count (project, LIJN_TABLE_MAP);
  guint n_elements = lijn_project_count (project, LIJN_TABLE_ELEMENT);
  guint n_flows = lijn_project_count (project, LIJN_TABLE_FLOW);

  if (!capture_as_it_says (project, text->text, error))
    return FALSE;
  if (report != NULL)
    {
      *report = g_new0 (LijnImportReport, 1);
      (*report)->notes = g_ptr_array_new_with_free_func (g_free);
      (*report)->n_maps = lijn_project_count (project, LIJN_TABLE_MAP) - n_maps;
      (*report)->n_elements = lijn_project_count (project, LIJN_TABLE_ELEMENT) - n_elements;
      (*report)->n_flows = lijn_project_count (project, LIJN_TABLE_FLOW) - n_flows;
    }
  return TRUE;
}

static gboolean
import_people (LijnProject *project, const char *path, LijnImportReport **report, GError **error)
{
  g_autoptr (GPtrArray) people = lijn_people_read (path, error);

  if (people == NULL)
    return FALSE;

  lijn_people_match (people, project, NULL);
  if (!lijn_people_import (people, project, error))
    return FALSE;
  if (report != NULL)
    {
      *report = g_new0 (LijnImportReport, 1);
      (*report)->notes = lijn_people_tell (people);
    }
  return TRUE;
}

gboolean
lijn_exchange_import (LijnProject *project, const char *path, LijnImportReport **report,
                      LijnExchangeProgress progress, gpointer data, GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (LijnXmlText) text = NULL;
  Kind kind = KIND_NONE;
  gboolean done = FALSE;

  if (lijn_people_is_list (path))
    return import_people (project, path, report, error);

  text = lijn_xml_text_load (path, LIJN_XML_MAX_BYTES, error);
  if (text != NULL)
    kind = find_kind (text, error);
  if (kind != KIND_CAPTURE)
    g_clear_pointer (&text, lijn_xml_text_free);
  if (progress != NULL && kind != KIND_NONE)
    progress (0.1, data);
  if (kind == KIND_BPMN)
    done = lijn_bpmn_import (project, path, report, cancellable, error);
  else if (kind == KIND_XML)
    done = lijn_xml_import (project, path, report, cancellable, error);
  else if (kind == KIND_CAPTURE)
    done = import_capture (project, text, report, error);
  if (progress != NULL && done)
    progress (1, data);
  return done;
}
