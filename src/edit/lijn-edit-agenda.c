/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-verb.h"

#include "lijn-text.h"

#include <glib/gi18n.h>
#include <math.h>

/* The agenda of a session: what will be talked about, in which order, and for how long. */

static GPtrArray *
list_items (gpointer session)
{
  return lijn_project_referrers (lijn_object_get_project (session), LIJN_TABLE_AGENDA_ITEM,
                                 "session", session);
}

LijnAgendaItem *
lijn_edit_add_agenda_item (LijnSession *session, const char *title, double minutes, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (session, _ ("Add agenda item"), error);
  g_autofree char *clean = lijn_text_one_line (title);

  if (edit == NULL)
    return NULL;
  if (isinf (minutes) || minutes < 0)
    {
      g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE,
                           _ ("A time cannot be less than nothing."));
      return NULL;
    }
  return lijn_verb_make (
      g_steal_pointer (&edit), LIJN_TABLE_AGENDA_ITEM,
      LIJN_CELLS (LIJN_TO ("session", session), LIJN_TEXT ("title", clean),
                  LIJN_REAL ("minutes", minutes),
                  LIJN_REAL ("rank", lijn_verb_last_rank_of (list_items (session)))),
      error);
}

gboolean
lijn_edit_move_agenda_item (LijnAgendaItem *item, LijnAgendaItem *before, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (item, _ ("Move agenda item"), error);
  g_autoptr (GPtrArray) others = NULL;
  double rank;

  if (edit == NULL)
    return FALSE;
  if (before == item)
    return lijn_edit_commit (g_steal_pointer (&edit), error);

  others = lijn_verb_referrers (edit, LIJN_TABLE_AGENDA_ITEM, "session",
                                lijn_agenda_item_get_session (item));

  return lijn_verb_rank_before (edit, others, item, before, &rank, error) &&
         lijn_verb_update (edit, item, LIJN_CELLS (LIJN_REAL ("rank", rank)), error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}
