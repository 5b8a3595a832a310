/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-rules.h"

#include <glib/gi18n.h>
#include <string.h>

/* Its name is made of these tokens, spaces included. */
/* clang-format off */
G_DEFINE_QUARK (lijn-rules-error-quark, lijn_rules_error)
/* clang-format on */

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_CONNECT, why);
  return FALSE;
}

static gboolean
is_beside (LijnElement *element)
{
  return lijn_element_get_kind (element) == LIJN_ELEMENT_KIND_NOTE;
}

static gboolean
is_document (LijnElement *element)
{
  return lijn_element_get_kind (element) == LIJN_ELEMENT_KIND_DOCUMENT;
}

/* Which kind of flow lies between two elements, whether or not it may. */
static LijnFlowKind
kind_between (LijnElement *source, LijnElement *target)
{
  LijnParty *giver = lijn_element_get_party (source);
  LijnParty *receiver = lijn_element_get_party (target);

  if (is_beside (source) || is_beside (target))
    return LIJN_FLOW_KIND_ASSOCIATION;
  if (giver != NULL && receiver != NULL && giver != receiver)
    return LIJN_FLOW_KIND_HAND_OVER;
  return is_document (source) || is_document (target) ? LIJN_FLOW_KIND_ASSOCIATION
                                                      : LIJN_FLOW_KIND_SEQUENCE;
}

gboolean
lijn_rules_connect (LijnElement *source, LijnElement *target, LijnFlowKind *kind, GError **error)
{
  LijnFlowKind between = kind_between (source, target);

  if (source == target)
    return refuse (error, _ ("A flow cannot lead from an element to itself. Let it pass a step or "
                             "decision on the way back."));
  if (strcmp (lijn_element_get_map_id (source), lijn_element_get_map_id (target)) != 0)
    return refuse (error, _ ("These two are on different maps. A flow stays on one map."));
  if (between == LIJN_FLOW_KIND_SEQUENCE && lijn_element_get_kind (source) == LIJN_ELEMENT_KIND_END)
    return refuse (
        error, _ ("Nothing follows an end in its own party. Change the end into a step first."));
  if (between == LIJN_FLOW_KIND_SEQUENCE &&
      lijn_element_get_kind (target) == LIJN_ELEMENT_KIND_START)
    return refuse (error,
                   _ ("Nothing comes before a start in its own party. Change the start into a "
                      "step first."));

  if (kind != NULL)
    *kind = between;
  return TRUE;
}

gboolean
lijn_rules_hang (LijnInterface *interface, LijnElement *source, LijnElement *target, GError **error)
{
  if (interface == NULL ||
      (kind_between (source, target) == LIJN_FLOW_KIND_HAND_OVER &&
       lijn_interface_get_map (interface) == lijn_element_get_map (source) &&
       lijn_interface_get_giver (interface) == lijn_element_get_party (source) &&
       lijn_interface_get_receiver (interface) == lijn_element_get_party (target)))
    return TRUE;

  g_set_error (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_CONNECT,
               _ ("Interface %d lies between other parties. A hand-over hangs on an interface "
                  "with the same giver and receiver."),
               lijn_interface_get_number (interface));
  return FALSE;
}

gboolean
lijn_rules_contain (LijnElementKind kind, LijnLane *lane, GError **error)
{
  if (lane != NULL || kind == LIJN_ELEMENT_KIND_NOTE || kind == LIJN_ELEMENT_KIND_GROUP)
    return TRUE;

  g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_CONTAIN,
                       _ ("Somebody does this: put it in a lane. Only notes and groups may lie "
                          "beside the lanes."));
  return FALSE;
}
