/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bpmn-reader.h"

#include <string.h>

/* What refers to something else, once all of it is there. */

/* Returns: (transfer full): the text of the first child called @name, else "". */
static char *
child_text (const xmlNode *xml, const char *name)
{
  for (xmlNode *child = xml->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && strcmp ((const char *) child->name, name) == 0)
      return lijn_bpmn_text (child);
  return g_strdup ("");
}

static gpointer
find_kind (LijnBpmn *bpmn, const char *ref, LijnBpmnKind type)
{
  LijnBpmnThing *thing = lijn_bpmn_find (bpmn, ref);

  return thing != NULL && thing->type == type ? thing : NULL;
}

static gpointer
find_by_attribute (LijnBpmnReader *reader, const LijnBpmnPending *pending, const char *name,
                   LijnBpmnKind type)
{
  g_autofree char *ref = lijn_bpmn_attribute (pending->xml, name);

  return find_kind (reader->bpmn, ref, type);
}

static void
resolve_participant (LijnBpmnReader *reader, const LijnBpmnPending *pending)
{
  LijnBpmnParticipant *participant = (LijnBpmnParticipant *) pending->thing;
  LijnBpmnProcess *process = find_by_attribute (reader, pending, "processRef", LIJN_BPMN_PROCESS);

  participant->process = process;
  if (process == NULL)
    return;
  if (process->participant == NULL)
    process->participant = participant;
  if (*participant->thing.name == '\0')
    participant->thing.name = process->thing.name;
}

/* The name that an element lacks may stand with what it refers to. */
static void
resolve_node (LijnBpmnReader *reader, const LijnBpmnPending *pending)
{
  static const char *const named_by[] = { "dataObjectRef", "dataStoreRef" };
  LijnBpmnNode *node = (LijnBpmnNode *) pending->thing;
  LijnBpmnThing *category = find_by_attribute (reader, pending, "categoryValueRef",
                                               LIJN_BPMN_NAMED);

  node->host = find_by_attribute (reader, pending, "attachedToRef", LIJN_BPMN_NODE);
  if (node->composite)
    node->called = find_by_attribute (reader, pending, "calledElement", LIJN_BPMN_PROCESS);
  if (node->called != NULL && node->called->caller == NULL && node->called != node->process)
    node->called->caller = node;
  for (gsize i = 0; i < G_N_ELEMENTS (named_by); i++)
    {
      LijnBpmnNode *data = find_by_attribute (reader, pending, named_by[i], LIJN_BPMN_NODE);

      if (data == NULL)
        continue;
      data->referred = TRUE;
      if (*node->thing.name == '\0')
        node->thing.name = data->thing.name;
    }
  if (node->state != NULL)
    {
      g_autofree char *name = g_strdup_printf ("%s [%s]", node->thing.name, node->state);

      node->thing.name = lijn_bpmn_keep_line (reader, name);
    }
  if (category != NULL && *node->thing.name == '\0')
    node->thing.name = category->name;
}

static gboolean
lane_is_in (const LijnBpmnLane *lane, const LijnBpmnLane *outer)
{
  for (; lane != NULL; lane = lane->parent)
    if (lane == outer)
      return TRUE;
  return FALSE;
}

static void
resolve_member (LijnBpmnReader *reader, const LijnBpmnPending *pending)
{
  g_autofree char *ref = lijn_bpmn_text (pending->xml);
  LijnBpmnLane *lane = (LijnBpmnLane *) pending->thing;
  LijnBpmnNode *node = find_kind (reader->bpmn, ref, LIJN_BPMN_NODE);

  if (lane != NULL && node != NULL && (node->lane == NULL || lane_is_in (lane, node->lane)))
    node->lane = lane;
}

static void
resolve_definition (LijnBpmnReader *reader, const LijnBpmnPending *pending)
{
  static const char *const refs[] = { "messageRef", "signalRef", "errorRef", "escalationRef" };

  for (gsize i = 0; i < G_N_ELEMENTS (refs); i++)
    {
      LijnBpmnThing *named = find_by_attribute (reader, pending, refs[i], LIJN_BPMN_NAMED);

      if (named != NULL && strcmp (named->name, pending->thing->name) != 0)
        lijn_bpmn_describe (reader, pending->thing, named->name);
    }
}

static void
resolve_definition_ref (LijnBpmnReader *reader, const LijnBpmnPending *pending)
{
  LijnBpmnNode *event = (LijnBpmnNode *) pending->thing;
  g_autofree char *ref = lijn_bpmn_text (pending->xml);
  const char *local = strrchr (ref, ':');
  int marker = GPOINTER_TO_INT (g_hash_table_lookup (reader->definitions, ref)) - 1;

  if (marker < 0 && local != NULL)
    marker = GPOINTER_TO_INT (g_hash_table_lookup (reader->definitions, local + 1)) - 1;
  if (marker >= 0)
    event->marker = event->marker == LIJN_MARKER_NONE ? (LijnMarker) marker : LIJN_MARKER_MULTIPLE;
}

/* Only nodes and pools can be an end; flows that hang on flows are told later. */
static LijnBpmnThing *
find_end (LijnBpmnReader *reader, const LijnBpmnPending *pending, const char *name)
{
  g_autofree char *by_attribute = lijn_bpmn_attribute (pending->xml, name);
  g_autofree char *by_child = *by_attribute == '\0' ? child_text (pending->xml, name) : NULL;
  LijnBpmnThing *end = lijn_bpmn_find (reader->bpmn, by_child != NULL ? by_child : by_attribute);

  return end != NULL && (end->type == LIJN_BPMN_NODE || end->type == LIJN_BPMN_PARTICIPANT) ? end
                                                                                            : NULL;
}

static void
resolve_flow (LijnBpmnReader *reader, const LijnBpmnPending *pending)
{
  LijnBpmnFlow *flow = (LijnBpmnFlow *) pending->thing;
  LijnBpmnThing *message = find_by_attribute (reader, pending, "messageRef", LIJN_BPMN_NAMED);

  flow->source = pending->use == LIJN_BPMN_WORD_DATA_OUT ? pending->owner
                                                         : find_end (reader, pending, "sourceRef");
  flow->target = pending->use == LIJN_BPMN_WORD_DATA_IN ? pending->owner
                                                        : find_end (reader, pending, "targetRef");
  if (message != NULL)
    flow->deliverable = message->name;
}

void
lijn_bpmn_resolve (LijnBpmnReader *reader)
{
  for (guint i = 0; i < reader->pending->len; i++)
    {
      const LijnBpmnPending *pending = &g_array_index (reader->pending, LijnBpmnPending, i);

      if (pending->use == LIJN_BPMN_WORD_PARTICIPANT)
        resolve_participant (reader, pending);
      else if (pending->use == LIJN_BPMN_WORD_NODE)
        resolve_node (reader, pending);
      else if (pending->use == LIJN_BPMN_WORD_MEMBER)
        resolve_member (reader, pending);
      else if (pending->use == LIJN_BPMN_WORD_DEFINITION)
        resolve_definition (reader, pending);
      else if (pending->use == LIJN_BPMN_WORD_UNKNOWN)
        resolve_definition_ref (reader, pending);
      else
        resolve_flow (reader, pending);
    }
}
