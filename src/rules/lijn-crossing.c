/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-crossing.h"

#include <glib/gi18n.h>

/* How many hand-overs hang on @interface, less those that have left it already. */
static guint
get_left (GHashTable *left, LijnInterface *interface)
{
  gpointer value;
  LijnProject *project = NULL;
  guint n;

  if (g_hash_table_lookup_extended (left, interface, NULL, &value))
    return GPOINTER_TO_UINT (value);
  project = lijn_object_get_project (LIJN_OBJECT (interface));
  n = lijn_project_referrers (project, LIJN_TABLE_FLOW, "interface", LIJN_OBJECT (interface))->len;
  g_hash_table_insert (left, interface, GUINT_TO_POINTER (n));
  return n;
}

static void
leave (GHashTable *left, LijnInterface *interface)
{
  g_hash_table_insert (left, interface, GUINT_TO_POINTER (get_left (left, interface) - 1));
}

static gboolean
is_note (LijnElement *element)
{
  return lijn_element_get_kind (element) == LIJN_ELEMENT_KIND_NOTE;
}

static void
cross (LijnInterface *interface, LijnParty *giver, LijnParty *receiver, gboolean noted,
       GHashTable *left, LijnCrossing *crossing)
{
  gboolean crosses = giver != NULL && receiver != NULL && giver != receiver && !noted;

  if (interface == NULL)
    crossing->made += crosses ? 1 : 0;
  else if (!crosses)
    {
      leave (left, interface);
      crossing->ended += get_left (left, interface) == 0 ? 1 : 0;
    }
  else if (lijn_interface_get_giver (interface) == giver &&
           lijn_interface_get_receiver (interface) == receiver)
    return;
  else if (get_left (left, interface) == 1)
    crossing->passed++;
  else
    {
      leave (left, interface);
      crossing->made++;
    }
}

void
lijn_rules_crossing (GPtrArray *flows, LijnPartyAfter party_after, gpointer data,
                     LijnCrossing *crossing)
{
  g_autoptr (GHashTable) left = g_hash_table_new (NULL, NULL);

  *crossing = (LijnCrossing){ 0 };
  for (guint i = 0; i < flows->len; i++)
    {
      LijnFlow *flow = g_ptr_array_index (flows, i);
      LijnElement *source = lijn_flow_get_source (flow), *target = lijn_flow_get_target (flow);

      cross (lijn_flow_get_interface (flow), party_after (source, data), party_after (target, data),
             is_note (source) || is_note (target), left, crossing);
    }
}

void
lijn_rules_crossing_between (LijnFlow *flow, LijnElement *source, LijnElement *target,
                             LijnCrossing *crossing)
{
  g_autoptr (GHashTable) left = g_hash_table_new (NULL, NULL);

  *crossing = (LijnCrossing){ 0 };
  cross (lijn_flow_get_interface (flow), lijn_element_get_party (source),
         lijn_element_get_party (target), is_note (source) || is_note (target), left, crossing);
}

char *
lijn_crossing_describe (const LijnCrossing *crossing)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint made = crossing->made, ended = crossing->ended, passed = crossing->passed;

  if (made > 0)
    g_ptr_array_add (
        lines,
        g_strdup_printf (ngettext ("%u interface is made", "%u interfaces are made", made), made));
  if (ended > 0)
    g_ptr_array_add (
        lines, g_strdup_printf (ngettext ("%u interface ends", "%u interfaces end", ended), ended));
  if (passed > 0)
    g_ptr_array_add (lines, g_strdup_printf (ngettext ("%u interface changes parties",
                                                       "%u interfaces change parties", passed),
                                             passed));
  if (lines->len == 0)
    return NULL;
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}
