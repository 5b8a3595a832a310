/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lijn-bpmn.h"

G_BEGIN_DECLS

/* What the files that read a BPMN tree share. */

/* A thing that refers to others, by attributes or children of @xml. */
typedef struct
{
  LijnBpmnWordUse use; /* how it refers */
  LijnBpmnThing *thing;
  LijnBpmnThing *owner; /* the activity of a data association */
  xmlNode *xml;
} LijnBpmnPending;

typedef struct
{
  LijnBpmn *bpmn;
  GArray *pending;
  GHashTable *definitions; /* id of an event's definition that stands by itself → its marker + 1 */
} LijnBpmnReader;

LijnBpmn *lijn_bpmn_new (const char *file_name);

/* Sets all references, of what is pending. */
void lijn_bpmn_resolve (LijnBpmnReader *reader);

/* Returns: (transfer none): @string, kept with the model; and as one line. */
char *lijn_bpmn_keep (LijnBpmnReader *reader, const char *string);
const char *lijn_bpmn_keep_line (LijnBpmnReader *reader, const char *string);

/* Returns: (transfer full): the value of an attribute without namespace, "" when it is missing;
 * the text in @xml, without white space around it. */
char *lijn_bpmn_attribute (const xmlNode *xml, const char *name);
char *lijn_bpmn_text (const xmlNode *xml);

/* Adds @text to what is said of @thing, once. */
void lijn_bpmn_describe (LijnBpmnReader *reader, LijnBpmnThing *thing, const char *text);

G_END_DECLS
