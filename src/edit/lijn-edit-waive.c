/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-verb.h"

#include "lijn-text.h"

#include <glib/gi18n.h>

/* Findings of the review that people have looked at and left as they are. */

static LijnWaiver *
find_waiver (LijnProject *project, const char *nick, const char *subject)
{
  GListModel *waivers = lijn_project_list (project, LIJN_TABLE_WAIVER);

  for (guint i = 0; i < g_list_model_get_n_items (waivers); i++)
    {
      g_autoptr (LijnWaiver) waiver = g_list_model_get_item (waivers, i);

      if (g_str_equal (lijn_waiver_get_finding (waiver), nick) &&
          g_str_equal (lijn_waiver_get_subject (waiver), subject))
        return waiver; /* the list holds it on */
    }
  return NULL;
}

LijnWaiver *
lijn_edit_set_aside (LijnProject *project, const LijnFinding *finding, const char *reason,
                     GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_edit_begin (project, _ ("Set aside"), error);
  const char *nick = lijn_check_nick (finding->kind);
  const char *subject = finding->object != NULL ? lijn_object_get_id (finding->object) : "";
  g_autofree char *clean = lijn_verb_text (reason);
  LijnWaiver *waiver;

  if (edit == NULL)
    return NULL;
  if (*clean == '\0')
    {
      g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE,
                           _ ("Give a reason, so that everybody can see later why this was "
                              "done."));
      return NULL;
    }

  waiver = find_waiver (project, nick, subject);
  if (waiver != NULL)
    return lijn_edit_set (LIJN_OBJECT (waiver), "reason", clean, error) &&
                   lijn_edit_commit (g_steal_pointer (&edit), error)
               ? waiver
               : NULL;

  return lijn_verb_make (g_steal_pointer (&edit), LIJN_TABLE_WAIVER,
                         LIJN_CELLS (LIJN_TEXT ("finding", nick), LIJN_TEXT ("subject", subject),
                                     LIJN_TEXT ("reason", clean),
                                     LIJN_TO ("party", lijn_verb_speaker (project)),
                                     LIJN_INT ("at", lijn_now ())),
                         error);
}

gboolean
lijn_edit_take_back (LijnWaiver *waiver, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (waiver, _ ("Take back what was set aside"), error);

  return edit != NULL && lijn_verb_delete (edit, waiver, error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}
