/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lijn-ballots.h"
#include "lijn-verb.h"

#include "lijn-text.h"

#include <glib/gi18n.h>

/* Dot voting: a ballot, the dots that each party puts on friction points, and its closing. */

LijnBallot *
lijn_edit_add_ballot (LijnProject *project, const char *title, int dots, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_edit_begin (project, _ ("Start dot vote"), error);
  g_autofree char *clean = lijn_text_one_line (title);

  if (edit == NULL)
    return NULL;
  if (dots < 1 || dots > 99)
    {
      g_set_error_literal (error, LIJN_RULES_ERROR, LIJN_RULES_ERROR_VALUE,
                           _ ("Give each party from 1 to 99 dots."));
      return NULL;
    }
  return lijn_verb_make (
      g_steal_pointer (&edit), LIJN_TABLE_BALLOT,
      LIJN_CELLS (LIJN_TO ("session", lijn_project_get_running_session (project)),
                  LIJN_TEXT ("title", clean), LIJN_INT ("dots", dots)),
      error);
}

gboolean
lijn_edit_vote (LijnBallot *ballot, LijnFriction *friction, LijnParty *party, int dots,
                GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (ballot, _ ("Vote"), error);
  g_autofree char *id = NULL;
  LijnVote *vote;
  gboolean good;

  if (edit == NULL || !lijn_rules_vote (ballot, friction, party, dots, error))
    return FALSE;

  vote = lijn_ballot_find_vote (ballot, friction, party);
  if (vote == NULL && dots == 0)
    good = TRUE;
  else if (vote == NULL)
    {
      id = lijn_verb_insert (edit, LIJN_TABLE_VOTE,
                             LIJN_CELLS (LIJN_TO ("ballot", ballot), LIJN_TO ("friction", friction),
                                         LIJN_TO ("party", party), LIJN_INT ("dots", dots)),
                             error);
      good = id != NULL;
    }
  else if (dots == 0)
    good = lijn_verb_delete (edit, vote, error);
  else
    good = lijn_verb_update (edit, vote, LIJN_CELLS (LIJN_INT ("dots", dots)), error);

  return good && lijn_edit_commit (g_steal_pointer (&edit), error);
}

gboolean
lijn_edit_close_ballot (LijnBallot *ballot, GError **error)
{
  g_autoptr (LijnEdit) edit = lijn_verb_begin (ballot, _ ("Close dot vote"), error);

  return edit != NULL && lijn_rules_close_ballot (ballot, error) &&
         lijn_verb_update (edit, ballot, LIJN_CELLS (LIJN_INT ("closed", TRUE)), error) &&
         lijn_edit_commit (g_steal_pointer (&edit), error);
}
