/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-bpmn-reader.h"

#include "lijn-text.h"

#include <string.h>

static void
thing_free (LijnBpmnThing *thing)
{
  if (thing->type == LIJN_BPMN_PROCESS)
    g_ptr_array_unref (((LijnBpmnProcess *) thing)->lanes);
  g_free (thing);
}

static void
party_free (LijnBpmnParty *party)
{
  g_free (party->row);
  g_free (party);
}

char *
lijn_bpmn_keep (LijnBpmnReader *reader, const char *string)
{
  return *string != '\0' ? g_string_chunk_insert (reader->bpmn->strings, string)
                         : g_string_chunk_insert_const (reader->bpmn->strings, "");
}

const char *
lijn_bpmn_keep_line (LijnBpmnReader *reader, const char *string)
{
  g_autofree char *line = lijn_text_one_line (string);

  return lijn_bpmn_keep (reader, line);
}

char *
lijn_bpmn_attribute (const xmlNode *xml, const char *name)
{
  for (const xmlAttr *a = xml->properties; a != NULL; a = a->next)
    if (a->ns == NULL && strcmp ((const char *) a->name, name) == 0)
      {
        xmlChar *value = xmlNodeListGetString (xml->doc, a->children, 1);
        char *copy = g_strdup (value != NULL ? (const char *) value : "");

        xmlFree (value);
        return copy;
      }
  return g_strdup ("");
}

char *
lijn_bpmn_text (const xmlNode *xml)
{
  xmlChar *content = xmlNodeGetContent (xml);
  char *text = g_strstrip (g_strdup (content != NULL ? (const char *) content : ""));

  xmlFree (content);
  return text;
}

void
lijn_bpmn_describe (LijnBpmnReader *reader, LijnBpmnThing *thing, const char *text)
{
  g_autofree char *both = NULL;

  if (*text == '\0' || strstr (thing->description, text) != NULL)
    return;
  both = g_strjoin ("\n", *thing->description != '\0' ? thing->description : text,
                    *thing->description != '\0' ? text : NULL, NULL);
  thing->description = lijn_bpmn_keep (reader, both);
}

LijnBpmn *
lijn_bpmn_new (const char *file_name)
{
  LijnBpmn *self = g_new0 (LijnBpmn, 1);
  const char *suffix = strrchr (file_name, '.');

  self->strings = g_string_chunk_new (4096);
  self->name = g_string_chunk_insert_len (
      self->strings, file_name, suffix != NULL && suffix > file_name ? suffix - file_name : -1);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->things = g_ptr_array_new_with_free_func ((GDestroyNotify) thing_free);
  self->participants = g_ptr_array_new ();
  self->processes = g_ptr_array_new ();
  self->nodes = g_ptr_array_new ();
  self->flows = g_ptr_array_new ();
  self->diagrams = g_ptr_array_new_with_free_func ((GDestroyNotify) lijn_bpmn_diagram_free);
  self->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->maps = g_ptr_array_new_with_free_func ((GDestroyNotify) lijn_bpmn_map_free);
  self->party_of = g_hash_table_new (NULL, NULL);
  self->parties = g_ptr_array_new_with_free_func ((GDestroyNotify) party_free);
  return self;
}

void
lijn_bpmn_free (LijnBpmn *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->parties);
  g_hash_table_unref (self->party_of);
  g_ptr_array_unref (self->maps);
  g_hash_table_unref (self->left_out);
  g_ptr_array_unref (self->diagrams);
  g_ptr_array_unref (self->flows);
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->processes);
  g_ptr_array_unref (self->participants);
  g_ptr_array_unref (self->things);
  g_hash_table_unref (self->by_id);
  g_string_chunk_free (self->strings);
  g_free (self);
}

LijnBpmnThing *
lijn_bpmn_find (LijnBpmn *self, const char *qname)
{
  LijnBpmnThing *thing = g_hash_table_lookup (self->by_id, qname);
  const char *local = thing == NULL ? strrchr (qname, ':') : NULL;

  return local != NULL ? g_hash_table_lookup (self->by_id, local + 1) : thing;
}

void
lijn_bpmn_leave_out (LijnBpmn *self, const char *what)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->left_out, what));

  g_hash_table_replace (self->left_out, g_strdup (what), GUINT_TO_POINTER (n + 1));
}
