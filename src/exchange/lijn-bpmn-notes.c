/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bpmn.h"

#include <glib/gi18n.h>
#include <stdlib.h>

/* What an import changed or left out, in sentences. Sorts that have no sentence of their own are
 * named by the word that BPMN has for them, which is how somebody who misses them would look. */

typedef enum
{
  SAY_TURNED,
  SAY_STAND_IN,
  SAY_UNDRAWN,
  SAY_ASLANT,
  SAY_INSIDE,
  SAY_FLOW,
  SAY_CIRCLE,
  SAY_SENSELESS,
  SAY_POOL,
  SAY_FRAME,
  SAY_SHAPE,
  SAY_DIAGRAM,
  SAY_DOUBLE,
  SAY_DEFAULT,
  SAY_NON_INTERRUPTING,
  SAY_EVENT_SUB_PROCESS,
  SAY_COMPENSATION,
  SAY_COLLECTION,
  SAY_FLOW_TEXT,
  SAY_STANDARD_LOOP_CHARACTERISTICS,
  SAY_RESOURCE,
  SAY_CHOREOGRAPHY_TASK,
  SAY_CONVERSATION,
  SAY_SCRIPT,
  SAY_EXTENSION,
  N_SAY,
} Sentence;

/* The keys of left_out that a sentence counts. */
static const char *const counted[N_SAY][5] = {
  [SAY_TURNED] = { "#turned" },
  [SAY_STAND_IN] = { "#stand-in" },
  [SAY_UNDRAWN] = { "#undrawn" },
  [SAY_ASLANT] = { "#aslant" },
  [SAY_INSIDE] = { "#inside" },
  [SAY_FLOW] = { "#flow" },
  [SAY_CIRCLE] = { "#circle" },
  [SAY_SENSELESS] = { "#senseless" },
  [SAY_POOL] = { "#pool" },
  [SAY_FRAME] = { "#frame" },
  [SAY_SHAPE] = { "#shape", "#edge" },
  [SAY_DIAGRAM] = { "#diagram" },
  [SAY_DOUBLE] = { "#double" },
  [SAY_DEFAULT] = { "#default" },
  [SAY_NON_INTERRUPTING] = { "#non-interrupting" },
  [SAY_EVENT_SUB_PROCESS] = { "#event-sub-process" },
  [SAY_COMPENSATION] = { "#compensation" },
  [SAY_COLLECTION] = { "#collection" },
  [SAY_FLOW_TEXT] = { "#flow-text" },
  [SAY_STANDARD_LOOP_CHARACTERISTICS] = { "standardLoopCharacteristics",
                                          "multiInstanceLoopCharacteristics" },
  [SAY_RESOURCE] = { "resource", "resourceRole", "performer", "humanPerformer", "potentialOwner" },
  [SAY_CHOREOGRAPHY_TASK] = { "choreographyTask", "subChoreography", "callChoreography",
                              "choreography" },
  [SAY_CONVERSATION] = { "conversation", "subConversation", "callConversation", "conversationLink",
                         "conversationNode" },
  [SAY_SCRIPT] = { "script", "conditionExpression", "completionCondition", "completionQuantity" },
  [SAY_EXTENSION] = { "#extension" },
};

G_GNUC_PRINTF (2, 3)
static void
add (GPtrArray *notes, const char *format, ...)
{
  va_list values;

  va_start (values, format);
  g_ptr_array_add (notes, g_strdup_vprintf (format, values));
  va_end (values);
}

static void
say (GPtrArray *notes, Sentence sentence, guint n)
{
  switch (sentence)
    {
    case SAY_TURNED:
      add (notes,
           ngettext (
               "%u diagram ran from top to bottom: it was turned, so that time runs from left to "
               "right.",
               "%u diagrams ran from top to bottom: they were turned, so that time runs from left "
               "to "
               "right.",
               n),
           n);
      return;
    case SAY_STAND_IN:
      add (notes,
           ngettext ("%u step was added where a message flow ends at the edge of a pool.",
                     "%u steps were added where message flows end at the edge of a pool.", n),
           n);
      return;
    case SAY_UNDRAWN:
      add (notes,
           ngettext ("%u element that no diagram shows was put at the end of its lane.",
                     "%u elements that no diagram shows were put at the end of their lanes.", n),
           n);
      return;
    case SAY_ASLANT:
      add (notes,
           ngettext ("%u connector that was drawn aslant now runs at right angles.",
                     "%u connectors that were drawn aslant now run at right angles.", n),
           n);
      return;
    case SAY_INSIDE:
      add (notes,
           ngettext ("%u message flow inside one pool became a plain flow.",
                     "%u message flows inside one pool became plain flows.", n),
           n);
      return;
    case SAY_FLOW:
      add (notes,
           ngettext ("%u connector was left out: its ends are not two elements of one map.",
                     "%u connectors were left out: their ends are not two elements of one map.", n),
           n);
      return;
    case SAY_CIRCLE:
      add (notes,
           ngettext ("%u connector from an element to itself was left out.",
                     "%u connectors from an element to itself were left out.", n),
           n);
      return;
    case SAY_SENSELESS:
      add (notes,
           ngettext ("%u connector was left out: it leads on from an end, or to a start.",
                     "%u connectors were left out: they lead on from an end, or to a start.", n),
           n);
      return;
    case SAY_FRAME:
      add (notes,
           ngettext ("%u pool without a name and with nothing in it was left out.",
                     "%u pools without names and with nothing in them were left out.", n),
           n);
      return;
    case SAY_POOL:
      add (notes,
           ngettext ("%u pool that no diagram shows was left out.",
                     "%u pools that no diagram shows were left out.", n),
           n);
      return;
    case SAY_SHAPE:
      add (notes,
           ngettext (
               "%u shape of the diagram was left out: the model does not hold what it shows.",
               "%u shapes of the diagram were left out: the model does not hold what they show.",
               n),
           n);
      return;
    case SAY_DIAGRAM:
      add (notes,
           ngettext ("%u diagram was left out: there are more than can be read.",
                     "%u diagrams were left out: there are more than can be read.", n),
           n);
      return;
    case SAY_DOUBLE:
      add (notes,
           ngettext ("%u element has the same id as another one; connectors may lead to the other.",
                     "%u elements have the same id as others; connectors may lead to the others.",
                     n),
           n);
      return;
    case SAY_DEFAULT:
      add (notes,
           ngettext ("%u default path is no longer marked as such.",
                     "%u default paths are no longer marked as such.", n),
           n);
      return;
    case SAY_NON_INTERRUPTING:
      add (notes,
           ngettext ("%u event that does not interrupt is shown like one that does.",
                     "%u events that do not interrupt are shown like those that do.", n),
           n);
      return;
    case SAY_EVENT_SUB_PROCESS:
      add (notes,
           ngettext ("%u sub-process that an event starts is shown like any other.",
                     "%u sub-processes that events start are shown like any other.", n),
           n);
      return;
    case SAY_COMPENSATION:
      add (notes,
           ngettext ("%u step for compensation is shown like any other.",
                     "%u steps for compensation are shown like any other.", n),
           n);
      return;
    case SAY_COLLECTION:
      add (notes,
           ngettext ("%u collection is shown as one document.",
                     "%u collections are shown as one document each.", n),
           n);
      return;
    case SAY_FLOW_TEXT:
      add (notes,
           ngettext ("The description of %u connector was left out.",
                     "The descriptions of %u connectors were left out.", n),
           n);
      return;
    case SAY_STANDARD_LOOP_CHARACTERISTICS:
      add (notes,
           ngettext ("%u mark for repetition was left out.",
                     "%u marks for repetition were left out.", n),
           n);
      return;
    case SAY_RESOURCE:
      add (notes,
           ngettext ("%u assignment of people or resources was left out.",
                     "%u assignments of people or resources were left out.", n),
           n);
      return;
    case SAY_CHOREOGRAPHY_TASK:
      add (notes,
           ngettext ("%u part of a choreography was left out.",
                     "%u parts of a choreography were left out.", n),
           n);
      return;
    case SAY_CONVERSATION:
      add (notes,
           ngettext ("%u part of a conversation was left out.",
                     "%u parts of a conversation were left out.", n),
           n);
      return;
    case SAY_SCRIPT:
      add (notes,
           ngettext ("%u script or expression was left out.",
                     "%u scripts or expressions were left out.", n),
           n);
      return;
    case SAY_EXTENSION:
      add (notes,
           ngettext ("%u setting of another program was left out.",
                     "%u settings of other programs were left out.", n),
           n);
      return;
    case N_SAY:
    default:
      g_assert_not_reached ();
    }
}

/* Returns: how many there are; they are no longer counted. */
static guint
take (LijnBpmn *self, Sentence sentence)
{
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (counted[sentence]) && counted[sentence][i] != NULL; i++)
    {
      n += GPOINTER_TO_UINT (g_hash_table_lookup (self->left_out, counted[sentence][i]));
      g_hash_table_remove (self->left_out, counted[sentence][i]);
    }
  return n;
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

void
lijn_bpmn_tell (LijnBpmn *self, GPtrArray *notes)
{
  g_autofree gpointer *rest = NULL;
  guint n_rest;

  for (Sentence sentence = 0; sentence < N_SAY; sentence++)
    {
      guint n = take (self, sentence);

      if (n > 0)
        say (notes, sentence, n);
    }
  rest = g_hash_table_get_keys_as_array (self->left_out, &n_rest);
  qsort (rest, n_rest, sizeof *rest, compare_cb);
  for (guint i = 0; i < n_rest; i++)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->left_out, rest[i]));

      add (notes,
           ngettext ("%u BPMN element “%s” was left out.", "%u BPMN elements “%s” were left out.",
                     n),
           n, (const char *) rest[i]);
    }
}
