/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

#include "lijn-text.h"

#include <glib/gi18n.h>

/* Connectors: made, and hung on other ends. */

static gboolean
check_ends (LijnMap *map, LijnElement *source, LijnElement *target, LijnFlowKind *kind,
            GError **error)
{
  if (lijn_element_get_map (source) != map || lijn_element_get_map (target) != map)
    {
      g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_CONNECT,
                           _ ("A flow connects two things on one map."));
      return FALSE;
    }
  return lijn_rules_connect (source, target, kind, error);
}

/* Sees to kind, interface and route of the flow that has just been written. */
static gboolean
settle (LijnEdit *edit, LijnFlow *flow, GError **error)
{
  g_autoptr (GPtrArray) flows = g_ptr_array_new ();

  g_ptr_array_add (flows, flow);
  return lijn_own_interface (edit, flow, error) && lijn_route_flows (edit, flows, error);
}

LijnFlow *
lijn_edit_connect (LijnElement *source, LijnElement *target, const char *label,
                   LijnInterface *interface, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (source, _ ("Connect"), error);
  g_autofree char *clean = lijn_text_one_line (label);
  g_autofree char *id = NULL;
  LijnFlowKind kind;

  if (edit == NULL || !check_ends (lijn_element_get_map (source), source, target, &kind, error) ||
      !lijn_rules_hang (interface, source, target, error))
    return NULL;

  id = lijn_verb_insert (
      edit, LIJN_TABLE_FLOW,
      LIJN_CELLS (LIJN_TO ("map", lijn_element_get_map (source)), LIJN_TO ("source", source),
                  LIJN_TO ("target", target), LIJN_TO ("interface", interface),
                  LIJN_TEXT ("kind", lijn_flow_kind_nicks[kind]), LIJN_TEXT ("name", clean)),
      error);
  if (id == NULL || !lijn_verb_flush (edit, error) ||
      !settle (edit, lijn_project_find (edit->project, LIJN_TABLE_FLOW, id), error))
    return NULL;

  return lijn_verb_finish (g_steal_pointer (&edit), LIJN_TABLE_FLOW, id, error);
}

gboolean
lijn_edit_reconnect (LijnFlow *flow, LijnElement *source, LijnElement *target, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (flow, _ ("Reconnect"), error);
  LijnFlowKind kind;

  if (edit == NULL)
    return FALSE;
  if (lijn_flow_get_source (flow) == source && lijn_flow_get_target (flow) == target)
    return lijn_edit_commit (g_steal_pointer (&edit), error);

  return check_ends (lijn_flow_get_map (flow), source, target, &kind, error) &&
         lijn_verb_update (edit, flow,
                           LIJN_CELLS (LIJN_TO ("source", source), LIJN_TO ("target", target)),
                           error) &&
         lijn_verb_flush (edit, error) && settle (edit, flow, error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}
