/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bpmn.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The vocabulary of BPMN 2.0 in ours. Intermediate events, thrown or caught, become waits: the
 * process stands still there, or passes by, and the marker tells what for. */

#define OTHER(name, use)                                                                           \
  {                                                                                                \
    name, LIJN_BPMN_WORD_##use, LIJN_ELEMENT_KIND_STEP, LIJN_MARKER_NONE                           \
  }
#define NODE(name, use, kind, marker)                                                              \
  {                                                                                                \
    name, LIJN_BPMN_WORD_##use, LIJN_ELEMENT_KIND_##kind, LIJN_MARKER_##marker                     \
  }

/* Sorted by strcmp(), for bsearch(). */
static const LijnBpmnWord words[] = {
  NODE ("adHocSubProcess", COMPOSITE, STEP, NONE),
  OTHER ("artifact", UNKNOWN),
  OTHER ("association", ASSOCIATION),
  NODE ("boundaryEvent", NODE, WAIT, NONE),
  NODE ("businessRuleTask", NODE, STEP, RULE),
  NODE ("callActivity", COMPOSITE, STEP, CALL),
  NODE ("callChoreography", UNKNOWN, STEP, NONE),
  NODE ("cancelEventDefinition", DEFINITION, WAIT, CANCEL),
  OTHER ("category", INSIDE),
  OTHER ("categoryValue", NAMED),
  OTHER ("categoryValueRef", SILENT),
  OTHER ("childLaneSet", INSIDE),
  OTHER ("collaboration", COLLABORATION),
  NODE ("compensateEventDefinition", DEFINITION, WAIT, COMPENSATION),
  NODE ("complexGateway", NODE, DECISION, COMPLEX),
  NODE ("conditionalEventDefinition", DEFINITION, WAIT, CONDITION),
  NODE ("dataInput", DATA, DOCUMENT, NONE),
  OTHER ("dataInputAssociation", DATA_IN),
  OTHER ("dataInputRefs", SILENT),
  NODE ("dataObject", DATA, DOCUMENT, NONE),
  NODE ("dataObjectReference", NODE, DOCUMENT, NONE),
  NODE ("dataOutput", DATA, DOCUMENT, NONE),
  OTHER ("dataOutputAssociation", DATA_OUT),
  OTHER ("dataOutputRefs", SILENT),
  OTHER ("dataState", STATE),
  NODE ("dataStore", DATA, DOCUMENT, STORE),
  NODE ("dataStoreReference", NODE, DOCUMENT, STORE),
  OTHER ("definitions", INSIDE),
  OTHER ("documentation", DOCUMENTATION),
  NODE ("endEvent", NODE, END, NONE),
  OTHER ("error", NAMED),
  NODE ("errorEventDefinition", DEFINITION, WAIT, ERROR),
  OTHER ("escalation", NAMED),
  NODE ("escalationEventDefinition", DEFINITION, WAIT, ESCALATION),
  NODE ("eventBasedGateway", NODE, DECISION, EVENT),
  NODE ("exclusiveGateway", NODE, DECISION, EXCLUSIVE),
  OTHER ("extensionElements", EXTENSION),
  OTHER ("flowNodeRef", MEMBER),
  NODE ("group", ARTIFACT, GROUP, NONE),
  NODE ("implicitThrowEvent", NODE, WAIT, NONE),
  NODE ("inclusiveGateway", NODE, DECISION, INCLUSIVE),
  OTHER ("incoming", SILENT),
  OTHER ("inputSet", SILENT),
  NODE ("intermediateCatchEvent", NODE, WAIT, NONE),
  NODE ("intermediateThrowEvent", NODE, WAIT, NONE),
  OTHER ("ioSpecification", INSIDE),
  OTHER ("lane", LANE),
  OTHER ("laneSet", INSIDE),
  NODE ("linkEventDefinition", DEFINITION, WAIT, LINK),
  NODE ("manualTask", NODE, STEP, MANUAL),
  OTHER ("message", NAMED),
  NODE ("messageEventDefinition", DEFINITION, WAIT, MESSAGE),
  OTHER ("messageFlow", MESSAGE_FLOW),
  OTHER ("multiInstanceLoopCharacteristics", LOOP),
  OTHER ("outgoing", SILENT),
  OTHER ("outputSet", SILENT),
  NODE ("parallelGateway", NODE, DECISION, PARALLEL),
  OTHER ("participant", PARTICIPANT),
  OTHER ("process", PROCESS),
  NODE ("receiveTask", NODE, STEP, RECEIVE),
  NODE ("scriptTask", NODE, STEP, SCRIPT),
  NODE ("sendTask", NODE, STEP, SEND),
  OTHER ("sequenceFlow", SEQUENCE),
  NODE ("serviceTask", NODE, STEP, SYSTEM),
  OTHER ("signal", NAMED),
  NODE ("signalEventDefinition", DEFINITION, WAIT, SIGNAL),
  OTHER ("standardLoopCharacteristics", LOOP),
  NODE ("startEvent", NODE, START, NONE),
  NODE ("subProcess", COMPOSITE, STEP, CALL),
  NODE ("task", NODE, STEP, NONE),
  NODE ("terminateEventDefinition", DEFINITION, WAIT, TERMINATE),
  OTHER ("text", TEXT),
  NODE ("textAnnotation", ARTIFACT, NOTE, NONE),
  NODE ("timerEventDefinition", DEFINITION, WAIT, TIMER),
  NODE ("transaction", COMPOSITE, STEP, CALL),
  NODE ("userTask", NODE, STEP, PERSON),
};

#define UNKNOWN ((double) NAN)
#define LONGEST 1e8 /* minutes that a project takes */

static int
compare_cb (const void *name, const void *word)
{
  return strcmp (name, ((const LijnBpmnWord *) word)->name);
}

const LijnBpmnWord *
lijn_bpmn_word (const char *name)
{
  static const LijnBpmnWord unknown = OTHER ("", UNKNOWN);
  const LijnBpmnWord *word = bsearch (name, words, G_N_ELEMENTS (words), sizeof *words, compare_cb);

  return word != NULL ? word : &unknown;
}

static double
minutes_of (char unit, gboolean of_time)
{
  switch (unit)
    {
    case 'Y':
      return of_time ? UNKNOWN : 365.0 * 24 * 60;
    case 'M':
      return of_time ? 1 : 30.0 * 24 * 60;
    case 'W':
      return of_time ? UNKNOWN : 7.0 * 24 * 60;
    case 'D':
      return of_time ? UNKNOWN : 24.0 * 60;
    case 'H':
      return of_time ? 60 : UNKNOWN;
    case 'S':
      return of_time ? 1.0 / 60 : UNKNOWN;
    default:
      return UNKNOWN;
    }
}

double
lijn_bpmn_duration (const char *iso)
{
  double minutes = 0;
  gboolean of_time = FALSE, any = FALSE;

  if (iso == NULL || *iso++ != 'P')
    return UNKNOWN;
  for (; *iso != '\0'; any = TRUE)
    {
      char *end;
      double number;

      if (*iso == 'T' && !of_time)
        {
          of_time = TRUE;
          iso++;
        }
      if (!g_ascii_isdigit (*iso))
        return UNKNOWN;
      number = g_ascii_strtod (iso, &end);
      minutes += number * minutes_of (*end, of_time);
      if (!isfinite (minutes))
        return UNKNOWN;
      iso = end + 1;
    }
  return any && minutes <= LONGEST ? minutes : UNKNOWN;
}
