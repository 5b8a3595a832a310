/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-state.h"

#include <glib/gi18n.h>

/* What is handed over: the interface behind =>, and lines that tell more about one. */

static LijnInterface *
find_interface (LijnCapture *self, LijnInterface *own, int number, const char *name)
{
  g_autofree char *pointer = number > 0 ? g_strdup_printf ("interface %d", number) : NULL;
  g_autoptr (LijnSaidRef) ref = pointer != NULL ? lijn_said_ref_parse (pointer) : NULL;
  g_autoptr (GPtrArray) named = NULL;

  if (ref != NULL)
    {
      LijnObject *found = lijn_capture_find (self, ref, NULL);

      return LIJN_IS_INTERFACE (found) ? LIJN_INTERFACE (found) : NULL;
    }
  if (name == NULL)
    return NULL;
  named = lijn_capture_find_named (self, LIJN_TABLE_INTERFACE, name);
  for (guint i = 0; i < named->len; i++)
    {
      LijnInterface *other = g_ptr_array_index (named, i);

      if (lijn_interface_get_giver (other) == lijn_interface_get_giver (own) &&
          lijn_interface_get_receiver (other) == lijn_interface_get_receiver (own))
        return other;
    }
  return NULL;
}

gboolean
lijn_capture_hang (LijnCapture *self, LijnFlow *flow, int number, const char *name,
                   GPtrArray *fields, GError **error)
{
  LijnInterface *interface = lijn_flow_get_interface (flow);
  LijnInterface *there;

  if (interface == NULL)
    return lijn_capture_unknown (
        error, _ ("Nothing crosses a line here: both steps are the same party's."));
  there = find_interface (self, interface, number, name);
  if (there != NULL && there != interface)
    {
      if (!lijn_edit_hang (flow, there, error))
        return FALSE;
      interface = there;
    }
  else if (number > 0 && lijn_interface_get_number (interface) != number)
    {
      g_autofree char *text = g_strdup_printf ("%d", number);

      if (!lijn_edit_set (LIJN_OBJECT (interface), "number", text, error))
        return FALSE;
    }
  if (name != NULL && (number > 0 || there == NULL) &&
      !lijn_edit_set (LIJN_OBJECT (interface), "name", name, error))
    return FALSE;
  return lijn_capture_set_fields (self, LIJN_OBJECT (interface), fields, error);
}

gboolean
lijn_capture_hang_last (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnFlow *flow = lijn_capture_at (self, LIJN_AT_FLOW);

  if (flow == NULL)
    return lijn_capture_unknown (error, _ ("Nothing has been handed over yet."));
  if (!lijn_capture_hang (self, flow, said->hang_number, said->hang_name, said->hang_fields, error))
    return FALSE;
  g_set_object (&self->made, LIJN_OBJECT (lijn_flow_get_interface (flow)));
  return TRUE;
}

gboolean
lijn_capture_interface (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnFlow *flow = lijn_capture_at (self, LIJN_AT_FLOW);
  LijnObject *interface = lijn_capture_at (self, LIJN_AT_LAST);

  if (said->ref != NULL)
    interface = lijn_capture_find (self, said->ref, error);
  else if (!LIJN_IS_INTERFACE (interface))
    {
      interface = flow != NULL ? (LijnObject *) lijn_flow_get_interface (flow) : NULL;
      if (interface == NULL)
        lijn_capture_unknown (error, _ ("Which interface? Write “interface 3: norm 2 days”."));
    }
  if (interface == NULL)
    return FALSE;
  if (!LIJN_IS_INTERFACE (interface))
    return lijn_capture_unknown (error, _ ("Which interface? Write “interface 3: norm 2 days”."));
  lijn_capture_put (self, LIJN_AT_LAST, interface);
  g_set_object (&self->made, interface);
  return lijn_capture_set_fields (self, interface, said->fields, error);
}
