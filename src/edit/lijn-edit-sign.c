/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-verb.h"

#include "lijn-text.h"

#include <glib/gi18n.h>

/* What a party says of an interface by itself: that it agrees to the terms. */

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_PARTY, why);
  return FALSE;
}

static gboolean
check_signer (LijnInterface *interface, LijnParty *party, LijnPerson *person, GError **error)
{
  if (party == NULL || (party != lijn_interface_get_giver (interface) &&
                        party != lijn_interface_get_receiver (interface)))
    return refuse (error, _ ("Only the giver and the receiver of an interface sign it."));
  if (person != NULL && lijn_person_get_party (person) != party)
    return refuse (error, _ ("Somebody signs for the party that he or she belongs to."));

  return TRUE;
}

gboolean
lijn_edit_sign (LijnInterface *interface, LijnParty *party, LijnPerson *person, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (interface, _ ("Sign interface"), error);
  g_autofree char *terms = NULL;
  g_autofree char *id = NULL;
  LijnSignoff *signature;

  if (edit == NULL || !check_signer (interface, party, person, error))
    return FALSE;

  terms = lijn_interface_get_terms (interface);
  signature = lijn_interface_get_signoff (interface, party);
  if (signature != NULL)
    return lijn_verb_update (edit, signature,
                             LIJN_CELLS (LIJN_TO ("person", person), LIJN_INT ("at", lijn_now ()),
                                         LIJN_TEXT ("terms", terms)),
                             error) &&
           lijn_edit_commit (g_steal_pointer (&edit), error);

  id = lijn_verb_insert (edit, LIJN_TABLE_SIGNOFF,
                         LIJN_CELLS (LIJN_TO ("interface", interface), LIJN_TO ("party", party),
                                     LIJN_TO ("person", person), LIJN_INT ("at", lijn_now ()),
                                     LIJN_TEXT ("terms", terms)),
                         error);
  return id != NULL && lijn_edit_commit (g_steal_pointer (&edit), error);
}

/* All of them: copies that were brought together may hold two of one party. */
gboolean
lijn_edit_withdraw_signature (LijnInterface *interface, LijnParty *party, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (interface, _ ("Withdraw signature"), error);
  g_autoptr (GPtrArray) signatures = NULL;

  if (edit == NULL)
    return FALSE;

  signatures = lijn_verb_referrers (edit, LIJN_TABLE_SIGNOFF, "interface", interface);
  for (guint i = 0; i < signatures->len; i++)
    if (lijn_signoff_get_party (signatures->pdata[i]) == party &&
        !lijn_verb_delete (edit, signatures->pdata[i], error))
      return FALSE;

  return lijn_edit_commit (g_steal_pointer (&edit), error);
}
