/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-consequences.h"

/* A hand-over always hangs on an interface between its two parties, and an interface always carries
 * a hand-over. Numbers stay as they are: a new interface gets one more than the highest. */

static gboolean
fits (LijnInterface *interface, LijnParty *giver, LijnParty *receiver)
{
  return lijn_interface_get_giver (interface) == giver &&
         lijn_interface_get_receiver (interface) == receiver;
}

static guint
count_hand_overs (LijnEdit *edit, LijnInterface *interface)
{
  GPtrArray *flows = lijn_project_referrers (edit->project, LIJN_TABLE_FLOW, "interface",
                                             LIJN_OBJECT (interface));

  return flows->len;
}

static int
next_number (LijnMap *map)
{
  LijnProject *project = lijn_object_get_project (LIJN_OBJECT (map));
  GPtrArray *all = lijn_project_referrers (project, LIJN_TABLE_INTERFACE, "map", LIJN_OBJECT (map));
  int highest = 0;

  for (guint i = 0; i < all->len; i++)
    highest = MAX (highest, lijn_interface_get_number (g_ptr_array_index (all, i)));

  return highest < G_MAXINT ? highest + 1 : highest;
}

/* What crosses is what the flow says; else the document at one of its ends, else what was done
 * last before it crossed. What the flow out of a decision says is the answer, not what crosses. */
static const char *
name_for (LijnFlow *flow)
{
  LijnElement *source = lijn_flow_get_source (flow);
  LijnElement *target = lijn_flow_get_target (flow);
  const char *from = lijn_element_get_name (source);
  const char *to = lijn_element_get_name (target);

  if (lijn_element_get_kind (source) == LIJN_ELEMENT_KIND_DECISION && *to != '\0')
    return to;
  if (*lijn_flow_get_name (flow) != '\0')
    return lijn_flow_get_name (flow);
  if (lijn_element_get_kind (target) == LIJN_ELEMENT_KIND_DOCUMENT &&
      lijn_element_get_kind (source) != LIJN_ELEMENT_KIND_DOCUMENT && *to != '\0')
    return to;
  return *from != '\0' ? from : to;
}

/* An interface lies between two parties: drawn by one of them, or leading to or from something
 * assumed, it is itself assumed. */
static LijnParty *
drawn_by (LijnEdit *edit, LijnFlow *flow)
{
  LijnElement *ends[] = { lijn_flow_get_source (flow), lijn_flow_get_target (flow) };
  LijnParty *speaker = edit->loading ? NULL : lijn_verb_speaker (edit->project);

  if (speaker != NULL)
    return speaker;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (lijn_element_get_assumed (ends[i]))
      return lijn_element_get_drawn_by (ends[i]);

  return NULL;
}

char *
lijn_make_interface (LijnEdit *edit, LijnFlow *flow, GError **error)
{
  LijnParty *by = drawn_by (edit, flow);

  return lijn_verb_insert (
      edit, LIJN_TABLE_INTERFACE,
      LIJN_CELLS (LIJN_TO ("map", lijn_flow_get_map (flow)),
                  LIJN_TO ("giver", lijn_element_get_party (lijn_flow_get_source (flow))),
                  LIJN_TO ("receiver", lijn_element_get_party (lijn_flow_get_target (flow))),
                  LIJN_INT ("number", next_number (lijn_flow_get_map (flow))),
                  LIJN_TEXT ("name", name_for (flow)), LIJN_INT ("assumed", by != NULL),
                  LIJN_TO ("drawn_by", by)),
      error);
}

gboolean
lijn_end_interface (LijnEdit *edit, LijnInterface *interface, LijnObject *heir, GError **error)
{
  if (lijn_object_is_gone (LIJN_OBJECT (interface)) || count_hand_overs (edit, interface) > 0)
    return TRUE;

  return lijn_keep_friction (edit, LIJN_OBJECT (interface), heir, error) &&
         lijn_verb_delete (edit, interface, error) && lijn_verb_flush (edit, error);
}

/* What a party has signed, and whom it named, is no longer of an interface that it has left. */
static gboolean
pass_to (LijnEdit *edit, LijnInterface *interface, LijnParty *giver, LijnParty *receiver,
         GError **error)
{
  g_autoptr (GPtrArray)
      signatures = lijn_verb_referrers (edit, LIJN_TABLE_SIGNOFF, "interface", interface);
  LijnPerson *one = lijn_interface_get_giver_contact (interface);
  LijnPerson *other = lijn_interface_get_receiver_contact (interface);

  if (one != NULL && lijn_person_get_party (one) != giver)
    one = NULL;
  if (other != NULL && lijn_person_get_party (other) != receiver)
    other = NULL;

  for (guint i = 0; i < signatures->len; i++)
    {
      LijnParty *party = lijn_signoff_get_party (g_ptr_array_index (signatures, i));

      if (party != giver && party != receiver &&
          !lijn_verb_delete (edit, g_ptr_array_index (signatures, i), error))
        return FALSE;
    }
  return lijn_verb_update (edit, interface,
                           LIJN_CELLS (LIJN_TO ("giver", giver), LIJN_TO ("receiver", receiver),
                                       LIJN_TO ("giver_contact", one),
                                       LIJN_TO ("receiver_contact", other)),
                           error);
}

static gboolean
hang_on_fitting (LijnEdit *edit, LijnFlow *flow, GError **error)
{
  LijnInterface *interface = lijn_flow_get_interface (flow);
  LijnParty *giver = lijn_element_get_party (lijn_flow_get_source (flow));
  LijnParty *receiver = lijn_element_get_party (lijn_flow_get_target (flow));
  g_autofree char *id = NULL;

  if (interface != NULL && fits (interface, giver, receiver))
    return TRUE;
  if (interface != NULL && count_hand_overs (edit, interface) == 1)
    return pass_to (edit, interface, giver, receiver, error);

  id = lijn_make_interface (edit, flow, error);
  return id != NULL &&
         lijn_verb_update (edit, flow, LIJN_CELLS (LIJN_REF ("interface", id)), error);
}

gboolean
lijn_own_interface (LijnEdit *edit, LijnFlow *flow, GError **error)
{
  g_autoptr (LijnInterface) interface = lijn_flow_get_interface (flow);
  LijnFlowKind kind;

  if (interface != NULL)
    g_object_ref (interface);
  if (!lijn_rules_connect (lijn_flow_get_source (flow), lijn_flow_get_target (flow), &kind, error))
    return FALSE;
  if (kind != lijn_flow_get_kind (flow) &&
      !lijn_verb_update (edit, flow, LIJN_CELLS (LIJN_TEXT ("kind", lijn_flow_kind_nicks[kind])),
                         error))
    return FALSE;
  if (kind == LIJN_FLOW_KIND_HAND_OVER)
    return hang_on_fitting (edit, flow, error) && lijn_verb_flush (edit, error);
  if (interface == NULL)
    return lijn_verb_flush (edit, error);

  return lijn_verb_update (edit, flow, LIJN_CELLS (LIJN_NOTHING ("interface")), error) &&
         lijn_verb_flush (edit, error) &&
         lijn_end_interface (edit, interface, LIJN_OBJECT (flow), error);
}
