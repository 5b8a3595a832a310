/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bpmn-reader.h"

#include "lijn-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* The tree is walked once, making things; what refers to another thing waits in `pending` until all
 * of them are there, because references run both ways. A reference that leads nowhere is as one
 * that is missing: real files have both. */

/* What the walk is in. */
typedef struct
{
  LijnBpmnProcess *process;
  LijnBpmnNode *node;
  LijnBpmnLane *lane;
  LijnBpmnThing *thing; /* whatever documentation is about */
} Scope;

static void read_children (LijnBpmnReader *reader, xmlNode *xml, const Scope *scope);

static gboolean
is_bpmn (const xmlNode *xml)
{
  const char *uri = xml->ns != NULL ? (const char *) xml->ns->href : NULL;

  return uri != NULL && (g_str_has_prefix (uri, "http://www.omg.org/spec/BPMN/") ||
                         g_str_has_prefix (uri, "http://schema.omg.org/spec/BPMN/"));
}

static gboolean
attribute_is (const xmlNode *xml, const char *name, const char *value)
{
  g_autofree char *is = lijn_bpmn_attribute (xml, name);

  return strcmp (is, value) == 0;
}

static gpointer
make_thing (LijnBpmnReader *reader, gsize size, LijnBpmnKind type, const xmlNode *xml)
{
  LijnBpmnThing *thing = g_malloc0 (size);
  g_autofree char *id = lijn_bpmn_attribute (xml, "id");
  g_autofree char *name = lijn_bpmn_attribute (xml, "name");
  char *kept;

  thing->type = type;
  thing->id = kept = lijn_bpmn_keep (reader, id);
  thing->name = lijn_bpmn_keep_line (reader, name);
  thing->description = "";
  g_ptr_array_add (reader->bpmn->things, thing);
  if (*id != '\0' && g_hash_table_contains (reader->bpmn->by_id, id))
    lijn_bpmn_leave_out (reader->bpmn, "#double");
  else if (*id != '\0')
    g_hash_table_insert (reader->bpmn->by_id, kept, thing);
  return thing;
}

static void
wait_for (LijnBpmnReader *reader, LijnBpmnWordUse use, gpointer thing, gpointer owner, xmlNode *xml)
{
  LijnBpmnPending pending = { use, thing, owner, xml };

  g_array_append_val (reader->pending, pending);
}

static void
read_process (LijnBpmnReader *reader, xmlNode *xml)
{
  LijnBpmnProcess *process = make_thing (reader, sizeof *process, LIJN_BPMN_PROCESS, xml);

  process->lanes = g_ptr_array_new ();
  g_ptr_array_add (reader->bpmn->processes, process);
  read_children (reader, xml, &(Scope){ .process = process, .thing = &process->thing });
}

static void
read_collaboration (LijnBpmnReader *reader, xmlNode *xml)
{
  LijnBpmnThing *thing = make_thing (reader, sizeof *thing, LIJN_BPMN_NAMED, xml);

  read_children (reader, xml, &(Scope){ .thing = thing });
}

static void
read_participant (LijnBpmnReader *reader, xmlNode *xml)
{
  LijnBpmnParticipant *participant = make_thing (reader, sizeof *participant, LIJN_BPMN_PARTICIPANT,
                                                 xml);

  g_ptr_array_add (reader->bpmn->participants, participant);
  wait_for (reader, LIJN_BPMN_WORD_PARTICIPANT, participant, NULL, xml);
  read_children (reader, xml, &(Scope){ .thing = &participant->thing });
}

static void
read_lane (LijnBpmnReader *reader, xmlNode *xml, const Scope *scope)
{
  LijnBpmnLane *lane;

  if (scope->process == NULL)
    {
      lijn_bpmn_leave_out (reader->bpmn, "lane");
      return;
    }
  lane = make_thing (reader, sizeof *lane, LIJN_BPMN_LANE, xml);
  lane->process = scope->process;
  lane->parent = scope->lane;
  if (lane->parent != NULL && *lane->parent->thing.name != '\0')
    {
      g_autofree char *joined = g_strjoin (" / ", lane->parent->thing.name,
                                           *lane->thing.name != '\0' ? lane->thing.name : NULL,
                                           NULL);

      lane->thing.name = lijn_bpmn_keep (reader, joined);
    }
  g_ptr_array_add (scope->process->lanes, lane);
  read_children (reader, xml,
                 &(Scope){ .process = scope->process, .lane = lane, .thing = &lane->thing });
}

/* What an attribute says of an element and no element here can say. */
static void
count_lost_attributes (LijnBpmnReader *reader, const xmlNode *xml)
{
  static const struct
  {
    const char *name, *value, *what;
  } lost[] = {
    { "isInterrupting", "false", "#non-interrupting" },
    { "cancelActivity", "false", "#non-interrupting" },
    { "triggeredByEvent", "true", "#event-sub-process" },
    { "isForCompensation", "true", "#compensation" },
    { "isCollection", "true", "#collection" },
  };

  for (const xmlAttr *a = xml->properties; a != NULL; a = a->next)
    if (a->ns != NULL)
      lijn_bpmn_leave_out (reader->bpmn, "#extension");
  for (gsize i = 0; i < G_N_ELEMENTS (lost); i++)
    if (attribute_is (xml, lost[i].name, lost[i].value))
      lijn_bpmn_leave_out (reader->bpmn, lost[i].what);
  if (xmlHasProp (xml, BAD_CAST "default"))
    lijn_bpmn_leave_out (reader->bpmn, "#default");
}

static void
read_node (LijnBpmnReader *reader, xmlNode *xml, const LijnBpmnWord *word, const Scope *scope)
{
  LijnBpmnNode *node = make_thing (reader, sizeof *node, LIJN_BPMN_NODE, xml);
  Scope inside = { .process = scope->process, .node = node, .thing = &node->thing };

  node->kind = word->kind;
  node->marker = word->marker;
  node->process = scope->process;
  node->parent = scope->node;
  node->composite = word->use == LIJN_BPMN_WORD_COMPOSITE;
  node->shy = word->use == LIJN_BPMN_WORD_DATA;
  node->artifact = word->use == LIJN_BPMN_WORD_ARTIFACT;
  node->minutes = NAN;
  g_ptr_array_add (reader->bpmn->nodes, node);
  wait_for (reader, LIJN_BPMN_WORD_NODE, node, NULL, xml);
  count_lost_attributes (reader, xml);
  read_children (reader, xml, &inside);
}

static void
read_flow (LijnBpmnReader *reader, xmlNode *xml, LijnBpmnWordUse use, LijnBpmnFlowKind kind,
           const Scope *scope)
{
  LijnBpmnFlow *flow = make_thing (reader, sizeof *flow, LIJN_BPMN_FLOW, xml);

  flow->kind = kind;
  flow->deliverable = "";
  g_ptr_array_add (reader->bpmn->flows, flow);
  wait_for (reader, use, flow, scope->node, xml);
  for (xmlNode *child = xml->children; child != NULL; child = child->next)
    {
      const char *name = (const char *) child->name;

      if (child->type != XML_ELEMENT_NODE || g_str_equal (name, "sourceRef") ||
          g_str_equal (name, "targetRef"))
        continue;
      if (g_str_equal (name, "documentation"))
        {
          g_autofree char *text = lijn_bpmn_text (child);

          lijn_bpmn_describe (reader, &flow->thing, text);
        }
      else if (g_str_equal (name, "conditionExpression") && *flow->thing.name == '\0')
        {
          g_autofree char *text = lijn_bpmn_text (child);

          flow->thing.name = lijn_bpmn_keep_line (reader, text);
        }
      else if (g_str_equal (name, "extensionElements"))
        lijn_bpmn_leave_out (reader->bpmn, "#extension");
      else
        lijn_bpmn_leave_out (reader->bpmn, name);
    }
}

/* An event's definition: its marker, and what it waits for. */
static void
read_definition (LijnBpmnReader *reader, xmlNode *xml, const LijnBpmnWord *word,
                 LijnBpmnNode *event)
{
  if (event == NULL)
    {
      g_autofree char *id = lijn_bpmn_attribute (xml, "id");

      g_hash_table_insert (reader->definitions, g_strdup (id), GINT_TO_POINTER (word->marker + 1));
      return;
    }
  event->marker = event->marker == LIJN_MARKER_NONE ? word->marker : LIJN_MARKER_MULTIPLE;
  wait_for (reader, LIJN_BPMN_WORD_DEFINITION, event, NULL, xml);
  for (xmlNode *child = xml->children; child != NULL; child = child->next)
    {
      g_autofree char *text = NULL;

      if (child->type != XML_ELEMENT_NODE || g_str_equal (child->name, "extensionElements"))
        continue;
      text = lijn_bpmn_text (child);
      if (g_str_equal (child->name, "timeDuration") && isnan (event->minutes))
        event->minutes = lijn_bpmn_duration (text);
      if (!g_str_equal (child->name, "timeDuration") || isnan (event->minutes))
        lijn_bpmn_describe (reader, &event->thing, text);
    }
}

/* What others refer to for its name; a category's value carries it as such. */
static void
read_named (LijnBpmnReader *reader, xmlNode *xml)
{
  LijnBpmnThing *thing = make_thing (reader, sizeof *thing, LIJN_BPMN_NAMED, xml);
  g_autofree char *value = lijn_bpmn_attribute (xml, "value");

  if (*thing->name == '\0')
    thing->name = lijn_bpmn_keep_line (reader, value);
}

static void
read_extension (LijnBpmnReader *reader, const xmlNode *xml)
{
  for (const xmlNode *child = xml->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      lijn_bpmn_leave_out (reader->bpmn, "#extension");
}

/* What says something about the thing that it stands in. */
static void
read_saying (LijnBpmnReader *reader, xmlNode *xml, LijnBpmnWordUse use, LijnBpmnThing *thing)
{
  g_autofree char *text = lijn_bpmn_text (xml);

  if (use == LIJN_BPMN_WORD_STATE)
    {
      g_autofree char *state = lijn_bpmn_attribute (xml, "name");

      if (thing->type == LIJN_BPMN_NODE && *state != '\0')
        ((LijnBpmnNode *) thing)->state = lijn_bpmn_keep_line (reader, state);
    }
  else if (use == LIJN_BPMN_WORD_TEXT)
    {
      thing->name = lijn_bpmn_keep_line (reader, text);
      if (strcmp (thing->name, text) != 0)
        lijn_bpmn_describe (reader, thing, text);
    }
  else
    lijn_bpmn_describe (reader, thing, text);
}

static void
read_element (LijnBpmnReader *reader, xmlNode *xml, const Scope *scope)
{
  const char *name = (const char *) xml->name;
  const LijnBpmnWord *word = lijn_bpmn_word (name);

  switch (word->use)
    {
    case LIJN_BPMN_WORD_INSIDE:
      read_children (reader, xml, scope);
      return;
    case LIJN_BPMN_WORD_COLLABORATION:
      read_collaboration (reader, xml);
      return;
    case LIJN_BPMN_WORD_PROCESS:
      read_process (reader, xml);
      return;
    case LIJN_BPMN_WORD_PARTICIPANT:
      read_participant (reader, xml);
      return;
    case LIJN_BPMN_WORD_LANE:
      read_lane (reader, xml, scope);
      return;
    case LIJN_BPMN_WORD_MEMBER:
      wait_for (reader, word->use, scope->lane != NULL ? &scope->lane->thing : NULL, NULL, xml);
      return;
    case LIJN_BPMN_WORD_NODE:
    case LIJN_BPMN_WORD_COMPOSITE:
    case LIJN_BPMN_WORD_ARTIFACT:
    case LIJN_BPMN_WORD_DATA:
      read_node (reader, xml, word, scope);
      return;
    case LIJN_BPMN_WORD_DEFINITION:
      read_definition (reader, xml, word, scope->node);
      return;
    case LIJN_BPMN_WORD_SEQUENCE:
      read_flow (reader, xml, word->use, LIJN_BPMN_SEQUENCE, scope);
      return;
    case LIJN_BPMN_WORD_MESSAGE_FLOW:
      read_flow (reader, xml, word->use, LIJN_BPMN_MESSAGE, scope);
      return;
    case LIJN_BPMN_WORD_ASSOCIATION:
    case LIJN_BPMN_WORD_DATA_IN:
    case LIJN_BPMN_WORD_DATA_OUT:
      read_flow (reader, xml, word->use, LIJN_BPMN_ASSOCIATION, scope);
      return;
    case LIJN_BPMN_WORD_NAMED:
      read_named (reader, xml);
      return;
    case LIJN_BPMN_WORD_DOCUMENTATION:
    case LIJN_BPMN_WORD_TEXT:
    case LIJN_BPMN_WORD_STATE:
      if (scope->thing != NULL)
        read_saying (reader, xml, word->use, scope->thing);
      return;
    case LIJN_BPMN_WORD_EXTENSION:
      read_extension (reader, xml);
      return;
    case LIJN_BPMN_WORD_SILENT:
      return;
    case LIJN_BPMN_WORD_LOOP:
    case LIJN_BPMN_WORD_UNKNOWN:
      if (g_str_equal (name, "eventDefinitionRef") && scope->node != NULL)
        wait_for (reader, LIJN_BPMN_WORD_UNKNOWN, scope->node, NULL, xml);
      else
        lijn_bpmn_leave_out (reader->bpmn, name);
      return;
    default:
      g_assert_not_reached ();
    }
}

static void
read_children (LijnBpmnReader *reader, xmlNode *xml, const Scope *scope)
{
  for (xmlNode *child = xml->children; child != NULL; child = child->next)
    {
      if (child->type != XML_ELEMENT_NODE || g_str_equal (child->name, "BPMNDiagram"))
        continue;
      if (is_bpmn (child))
        read_element (reader, child, scope);
      else
        lijn_bpmn_leave_out (reader->bpmn, "#extension");
    }
}

LijnBpmn *
lijn_bpmn_read (xmlDoc *doc, const char *file_name, GError **error)
{
  g_autoptr (LijnBpmn) bpmn = lijn_bpmn_new (file_name);
  g_autoptr (GArray) pending = g_array_new (FALSE, FALSE, sizeof (LijnBpmnPending));
  g_autoptr (GHashTable)
      definitions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  LijnBpmnReader reader = { bpmn, pending, definitions };
  xmlNode *root = xmlDocGetRootElement (doc);
  g_autofree char *name = NULL;

  if (root == NULL || !is_bpmn (root) || !g_str_equal (root->name, "definitions"))
    {
      g_set_error (error, LIJN_EXCHANGE_ERROR, LIJN_EXCHANGE_ERROR_KIND,
                   _ ("“%s” is not a BPMN 2.0 model"), file_name);
      return NULL;
    }
  name = lijn_bpmn_attribute (root, "name");
  if (*name != '\0')
    bpmn->name = lijn_bpmn_keep_line (&reader, name);
  read_children (&reader, root, &(Scope){ .process = NULL });
  lijn_bpmn_resolve (&reader);
  lijn_bpmn_read_diagrams (bpmn, root);
  if (bpmn->nodes->len == 0 && bpmn->participants->len == 0)
    {
      g_set_error (error, LIJN_EXCHANGE_ERROR, LIJN_EXCHANGE_ERROR_BAD,
                   _ ("“%s” holds no process: there is nothing in it to draw"), file_name);
      return NULL;
    }
  return g_steal_pointer (&bpmn);
}
