/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-verb.h"

#include "lijn-assumed.h"
#include "lijn-text.h"

#include <glib/gi18n.h>

/* What a party says of what the other drew of it: that it is so, or that it is not. */

static gboolean
confirm (LijnEdit *edit, LijnObject *object, LijnPerson *person, GError **error)
{
  LijnParty *party = person != NULL ? lijn_person_get_party (person)
                                    : lijn_verb_speaker (edit->project);

  return lijn_rules_confirm (object, party, error) &&
         lijn_verb_update (edit, object,
                           LIJN_CELLS (LIJN_INT ("assumed", FALSE),
                                       LIJN_TO ("confirmed_by", person),
                                       LIJN_INT ("confirmed_at", lijn_now ())),
                           error);
}

gboolean
lijn_edit_confirm (LijnObject *object, LijnPerson *person, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (object, _ ("Confirm"), error);

  return edit != NULL && confirm (edit, object, person, error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

gboolean
lijn_edit_confirm_all (GPtrArray *objects, LijnPerson *person, GError **error)
{
  g_autofree char *label = NULL;
  g_autoptr (LijnEdit) edit = NULL;

  if (objects->len == 0)
    return TRUE;

  label = g_strdup_printf (
      ngettext ("Confirm %u assumption", "Confirm %u assumptions", objects->len), objects->len);
  edit = lijn_verb_begin (g_ptr_array_index (objects, 0), label, error);
  if (edit == NULL)
    return FALSE;

  for (guint i = 0; i < objects->len; i++)
    {
      LijnObject *object = g_ptr_array_index (objects, i);

      if (lijn_object_is_assumed (object) && !confirm (edit, object, person, error))
        return FALSE;
    }
  return lijn_edit_commit (g_steal_pointer (&edit), error);
}

gboolean
lijn_object_assume (LijnObject *object, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (object, _ ("Make an assumption"), error);

  return edit != NULL &&
         lijn_verb_update (edit, object,
                           LIJN_CELLS (LIJN_INT ("assumed", TRUE), LIJN_NOTHING ("confirmed_by"),
                                       LIJN_INT ("confirmed_at", 0)),
                           error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}

/* The party that knows better: the lane's own; of an interface a side that did not draw it. */
static LijnParty *
get_owner (LijnObject *object)
{
  LijnInterface *interface;

  if (LIJN_IS_ELEMENT (object))
    return lijn_element_get_party (LIJN_ELEMENT (object));
  interface = LIJN_INTERFACE (object);
  return lijn_interface_get_giver (interface) == lijn_interface_get_drawn_by (interface)
             ? lijn_interface_get_receiver (interface)
             : lijn_interface_get_giver (interface);
}

LijnFriction *
lijn_edit_deny (LijnObject *object, const char *words, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (object, _ ("Say that it is not so"), error);
  LijnParty *speaker;
  LijnFriction *friction;

  if (edit == NULL || !lijn_rules_confirm (object, NULL, error))
    return NULL;

  speaker = lijn_verb_speaker (edit->project);
  friction = lijn_edit_add_friction (object, 0, 0, speaker != NULL ? speaker : get_owner (object),
                                     words, error);
  if (friction == NULL ||
      !lijn_edit_set (LIJN_OBJECT (friction), "category",
                      lijn_friction_category_nicks[LIJN_FRICTION_CATEGORY_INFORMATION], error))
    return NULL;

  return lijn_verb_finish (g_steal_pointer (&edit), LIJN_TABLE_FRICTION,
                           lijn_object_get_id (LIJN_OBJECT (friction)), error);
}
