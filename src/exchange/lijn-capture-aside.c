/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-capture-state.h"

#include <glib/gi18n.h>

/* Findings of the review that were set aside, with the reason: of the last thing, as comments
 * are; a finding that only an action can have, of the last action. */

static gboolean
find_kind (const char *nick, LijnCheckKind *kind)
{
  for (guint i = 0; i < LIJN_N_CHECKS; i++)
    if (g_ascii_strcasecmp (lijn_check_nick ((LijnCheckKind) i), nick) == 0)
      {
        *kind = (LijnCheckKind) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_of_action (LijnCheckKind kind)
{
  return kind == LIJN_CHECK_ACTION_OVERDUE || kind == LIJN_CHECK_ACTION_WITHOUT_PERSON ||
         kind == LIJN_CHECK_ACTION_WITHOUT_DATE;
}

static char *
list_kinds (void)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < LIJN_N_CHECKS; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", lijn_check_nick ((LijnCheckKind) i));
  return g_string_free (list, FALSE);
}

gboolean
lijn_capture_set_aside (LijnCapture *self, const LijnSaid *said, GError **error)
{
  LijnFinding finding = { 0 };
  LijnParty *party = NULL;
  LijnWaiver *waiver = NULL;

  if (!find_kind (said->text, &finding.kind))
    {
      g_autofree char *kinds = list_kinds ();

      return lijn_capture_unknown (error, _ ("There is no finding “%s”; there are %s."), said->text,
                                   kinds);
    }
  finding.object = lijn_capture_at (self,
                                    is_of_action (finding.kind) ? LIJN_AT_ACTION : LIJN_AT_LAST);
  if (finding.object == NULL && is_of_action (finding.kind))
    return lijn_capture_unknown (error, _ ("There is no action yet that this could be about."));
  if (said->party != NULL && (party = lijn_capture_find_party (self, said->party, error)) == NULL)
    return FALSE;
  waiver = lijn_edit_set_aside (self->project, &finding, said->name, error);
  if (waiver == NULL ||
      (party != NULL && !lijn_edit_set (LIJN_OBJECT (waiver), "party",
                                        lijn_object_get_id (LIJN_OBJECT (party)), error)))
    return FALSE;
  g_set_object (&self->made, LIJN_OBJECT (waiver));
  return lijn_capture_set_fields (self, LIJN_OBJECT (waiver), said->fields, error);
}
